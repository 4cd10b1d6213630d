//! A forecast in plain words.

use super::{Caseload, Forecast};
use crate::multistate::answer::words::{between, duration, ending, states};
use crate::multistate::answer::{at_boundary, name};
use crate::multistate::population::Group;
use crate::multistate::{Model, Parameter};
use crate::number::number;
use crate::{Label, Reason};

/// That a parameter without a finite optimum was held: the intervals do not take it along.
pub(super) fn held(model: &Model, parameter: &Parameter) -> Reason {
    let mut caution = at_boundary(model, parameter, true);
    let name = name(model, &parameter.quantity);
    caution.text = Label::said(
        format_args!("Over {} zeggen de gegevens te weinig. De intervallen rekenen daar niet mee.", name.nl),
        format_args!("The data say too little about {}. The intervals do not allow for that.", name.en),
    );
    caution
}

/// Each state at the last time, beside now.
pub(super) fn text(model: &Model, caseload: &Caseload, forecast: &Forecast) -> Label {
    let Some(last) = forecast.moments.last() else {
        return Label::of("Er is geen moment gevraagd.", "No time was asked.");
    };
    let now = |place: usize| -> f64 { caseload.now.iter().filter_map(|group| group.states.get(place)).sum() };
    let after = duration(last.after, forecast.unit);
    let mut sentences = vec![Label::said(
        format_args!("Na {} verwacht het model:", after.nl),
        format_args!("After {} the model expects:", after.en),
    )];
    let each: Vec<Label> = last
        .states
        .iter()
        .enumerate()
        .map(|(place, state)| {
            let (name, people, was) = (states(model, &[place]), number(state.value), number(now(place)));
            let interval = between(state.interval.as_ref(), number);
            Label::said(
                format_args!("{} mensen in {}{}, nu {}", people.nl, name.nl, interval.nl, was.nl),
                format_args!("{} people in {}{}, now {}", people.en, name.en, interval.en, was.en),
            )
        })
        .collect();
    let listed = Label::join(&each, "; ");
    sentences.push(Label::said(format_args!("{}.", listed.nl), format_args!("{}.", listed.en)));
    let entering: f64 = caseload.entering.iter().map(Group::size).sum();
    if entering > 0.0 {
        let (people, per) = (number(entering), forecast.unit);
        let per = crate::Vocabulary::label(per);
        sentences.push(Label::said(
            format_args!("Daarbij komen er {} mensen per {} bij.", people.nl, per.nl),
            format_args!("With this, {} people come in per {}.", people.en, per.en),
        ));
    }
    sentences.push(Label::of(
        "De intervallen tellen twee dingen op: hoe onzeker het model is, en toeval.",
        "The intervals add up two things: how uncertain the model is, and chance.",
    ));
    sentences.extend(forecast.cautions.iter().map(|caution| caution.text.clone()));
    sentences.extend(ending(model, None));
    Label::join(&sentences, " ")
}
