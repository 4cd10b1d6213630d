//! How many of two sides are in some states after a time: ratio and difference.

use super::pair::{Estimate, Pair, exponential, logarithm};
use crate::error::{Error, Mistake, Place, Problem};
use crate::math::{ln, shown};
use crate::multistate::answer::words::{between, duration, ending, states};
use crate::multistate::answer::{Certainty, Course, Scale, Span, Varying, check_level, sureness};
use crate::multistate::population::{Group, problems};
use crate::multistate::{Model, TimeUnit};
use crate::number::number;
use crate::{Label, Provenance, Reason};
use serde::Serialize;

/// One side of a comparison: people, and the model that says what happens to them.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// What it is called, such as a district or a programme.
    pub name: &'a Label,
    /// The model. Two sides may have one model, in which a covariate tells them apart, or each their own.
    pub model: &'a Model,
    /// The people. For a comparison that is not about who lives where, give both sides the same people:
    /// see [`Group::with`].
    pub people: &'a [Group],
}

/// How many of two sides are in some states after a time.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Contrast {
    /// What the first side is called.
    pub first_name: Label,
    /// What the second side is called.
    pub second_name: Label,
    /// The codes of the states.
    pub states: Vec<String>,
    /// From when, on the clock of the model.
    pub begin: f64,
    /// Until when.
    pub end: f64,
    /// The unit of time.
    pub unit: TimeUnit,
    /// How many of 100 people of the first side are in these states.
    pub first: Estimate,
    /// How many of 100 people of the second side.
    pub second: Estimate,
    /// How many more per 100 on the first side than on the second; below 0 fewer.
    pub difference: Estimate,
    /// The first divided by the second.
    pub ratio: Estimate,
    /// What to be careful with.
    pub cautions: Vec<Reason>,
    /// Where the model of the first side comes from.
    pub first_provenance: Provenance,
    /// Where the model of the second side comes from.
    pub second_provenance: Provenance,
    /// The comparison in plain words.
    pub text: Label,
}

/// The share of people that is in some states at the end of a span.
fn share(
    model: &Model,
    people: &[Group],
    to: &[usize],
    span: Span,
    derivatives: bool,
) -> Result<Varying, Error> {
    let parameters = if derivatives { model.parameters.len() } else { 0 };
    let total: f64 = people.iter().map(Group::size).sum();
    let mut sum = Varying::constant(0.0, parameters);
    for group in people {
        let course = Course::of(model, &group.profile, derivatives)?;
        let passage = course.passage(span, &[]);
        for (from, count) in group.states.iter().enumerate().filter(|(_, count)| **count > 0.0) {
            sum = sum.plus(&passage.probabilities.total(from, to).scaled(count / total));
        }
    }
    Ok(sum)
}

/// Compares how many of two sides are in some states (given by their places, counted from 0) at the end of a span.
///
/// With the same people on both sides, but for the covariate that is compared, it says what that covariate makes of them;
/// with each its own people, how the sides differ, for whatever reason.
///
/// # Errors
/// Every problem of the people of either side, states that do not exist (`undefined`), a span that runs backwards
/// (`outside-range`).
pub fn contrast(
    first: Side<'_>,
    second: Side<'_>,
    to: &[usize],
    span: Span,
    certainty: &Certainty,
) -> Result<Contrast, Error> {
    check_level(certainty)?;
    check(first, second, to, span)?;
    let pair = Pair::of(first.model, second.model);
    let (one, other) = (
        share(first.model, first.people, to, span, true)?,
        share(second.model, second.people, to, span, true)?,
    );
    let (one, other) = pair.spread(&one, &other);
    let again = |values: &[f64]| {
        let (a, b) = pair.at(values);
        let a = share(&a, first.people, to, span, false).ok()?;
        Some((a.value, share(&b, second.people, to, span, false).ok()?.value))
    };
    let mut cautions: Vec<Reason> = Vec::new();
    let mut estimate = |figure: &Varying, scale, of: &dyn Fn(f64, f64) -> f64| {
        let again = |values: &[f64]| again(values).map(|(a, b)| of(a, b)).filter(|value| value.is_finite());
        let sure = sureness(&pair.both, figure, scale, certainty, &again);
        for caution in sure.cautions {
            if !cautions.contains(&caution) {
                cautions.push(caution);
            }
        }
        let (value, standard_error) = (Some(figure.value), sure.standard_error);
        Estimate { value, standard_error, interval: sure.interval }
    };
    let hundred = Scale::Logit(100.0);
    let parts = (
        estimate(&one.scaled(100.0), hundred, &|a, _| 100.0 * a),
        estimate(&other.scaled(100.0), hundred, &|_, b| 100.0 * b),
    );
    let difference = one.plus(&other.scaled(-1.0)).scaled(100.0);
    let difference = estimate(&difference, Scale::Plain, &|a, b| 100.0 * (a - b));
    let ratio = if one.value > 0.0 && other.value > 0.0 {
        let log = logarithm(&one).plus(&logarithm(&other).scaled(-1.0));
        exponential(estimate(&log, Scale::Plain, &|a, b| ln(a / b)))
    } else {
        Estimate { value: None, standard_error: None, interval: None }
    };
    let states = first.model.specification.space.states();
    let mut found = Contrast {
        first_name: first.name.clone(),
        second_name: second.name.clone(),
        states: to.iter().filter_map(|state| Some(states.get(*state)?.code.clone())).collect(),
        begin: span.begin,
        end: span.end,
        unit: first.model.specification.unit,
        first: parts.0,
        second: parts.1,
        difference,
        ratio,
        cautions,
        first_provenance: first.model.provenance.clone(),
        second_provenance: second.model.provenance.clone(),
        text: Label::of("", ""),
    };
    found.text = text(first.model, to, &found);
    Ok(found)
}

fn check(first: Side<'_>, second: Side<'_>, to: &[usize], span: Span) -> Result<(), Error> {
    let mut all = problems(first.people, first.model, &Place::default().at("first"));
    all.extend(problems(second.people, second.model, &Place::default().at("second")));
    let mut add = |mistake, field: &str| all.push(Problem::new(mistake, Place::default().at(field)));
    if to.is_empty() {
        add(Mistake::Empty { what: Label::of("de lijst van toestanden", "list of states") }, "to");
    }
    for model in [first.model, second.model] {
        for state in to.iter().filter(|state| **state >= model.specification.space.states().len()) {
            let what = Label::of("de toestand", "state");
            add(Mistake::Undefined { what, id: (state + 1).to_string() }, "to");
        }
    }
    if !(span.begin.is_finite() && span.end.is_finite() && span.end >= span.begin) {
        let (value, min) = (shown(span.end), span.begin);
        add(Mistake::OutsideRange { value, min, max: f64::MAX }, "end");
    }
    Error::of(all).map_or(Ok(()), Err)
}

fn text(model: &Model, to: &[usize], found: &Contrast) -> Label {
    let (one, other) = (found.first.value.unwrap_or(0.0), found.second.value.unwrap_or(0.0));
    let (a, b) = (number(one), number(other));
    let (name, after) = (states(model, to), duration(found.end - found.begin, found.unit));
    let more = found.difference.value.unwrap_or(0.0);
    let size = number(more.abs());
    let (nl, en) = match more {
        _ if size.en == "0" => ("evenveel".to_owned(), "as many".to_owned()),
        more if more < 0.0 => (format!("{} minder", size.nl), format!("{} fewer", size.en)),
        _ => (format!("{} meer", size.nl), format!("{} more", size.en)),
    };
    let (than_nl, than_en) = if size.en == "0" { ("als", "as") } else { ("dan", "than") };
    let interval = between(found.difference.interval.as_ref(), number);
    let (first, second) = (&found.first_name, &found.second_name);
    let mut sentences = vec![
        Label::said(
            format_args!(
                "Na {} zijn naar verwachting van elke 100 mensen in {}: {} bij “{}” en {} bij “{}”.",
                after.nl, name.nl, a.nl, first.nl, b.nl, second.nl
            ),
            format_args!(
                "After {}, of every 100 people these are expected in {}: {} for “{}” and {} for “{}”.",
                after.en, name.en, a.en, first.en, b.en, second.en
            ),
        ),
        Label::said(
            format_args!(
                "Per 100 mensen zijn dat er bij “{}” {nl} {than_nl} bij “{}”{}.",
                first.nl, second.nl, interval.nl
            ),
            format_args!(
                "Per 100 people that is {en} for “{}” {than_en} for “{}”{}.",
                first.en, second.en, interval.en
            ),
        ),
    ];
    let interval = found.difference.interval.as_ref();
    if interval.is_some_and(|ends| {
        ends.low.is_some_and(|low| low <= 0.0) && ends.high.is_some_and(|high| high >= 0.0)
    }) {
        sentences.push(Label::of(
            "Het verschil kan ook nul zijn of de andere kant op gaan.",
            "The difference may also be zero or go the other way.",
        ));
    }
    sentences.extend(found.cautions.iter().map(|caution| caution.text.clone()));
    sentences.push(Label::of(
        "Een verschil zegt nog niet waar het door komt.",
        "A difference does not by itself say what causes it.",
    ));
    sentences.extend(ending(model, found.difference.interval.as_ref()));
    Label::join(&sentences, " ")
}
