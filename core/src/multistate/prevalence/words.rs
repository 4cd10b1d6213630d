//! Observed and expected numbers in plain words.

use super::Prevalence;
use super::view::View;
use crate::multistate::Model;
use crate::multistate::answer::words;
use crate::number::number;
use crate::{Label, Reason, Source};

/// With fewer people at the first time their spread over the states is mostly chance.
const FEW: f64 = 20.0;

/// What to be careful with, whatever the uncertainty.
pub(super) fn cautions(model: &Model, view: &View<'_>) -> Vec<Reason> {
    let mut cautions = Vec::new();
    let mut add = |code, nl: String, en: String| {
        cautions.push(Reason::new(code, Label::new(nl, en), Vec::new(), Source::default()));
    };
    if model.specification.errors.is_some() {
        add(
            "registered-states",
            "Gezien en verwacht zijn hier geregistreerde toestanden: waar mensen werkelijk zijn, is afgeleid uit de eerste registratie, en wat daarvan geregistreerd wordt uit de kans op een fout.".to_owned(),
            "Observed and expected are here registered states: where people truly are is derived from the first registration, and what is registered of that from the probability of an error.".to_owned(),
        );
    }
    let weights = view.seen(model, view.first()).into_iter().map(|(_, _, weight)| weight);
    let (start, all): (f64, f64) = (weights.sum(), view.histories.people().map(|(_, weight)| weight).sum());
    if start < all && start < FEW {
        let count = number(start);
        add(
            "few-at-start",
            format!(
                "Op het eerste moment zijn er maar weinig mensen in beeld ({}), en van hun verdeling over de toestanden gaat de verwachting uit. Met de klok `duration` begint iedereen bij het eigen eerste bezoek.",
                count.nl
            ),
            format!(
                "At the first time only few people are in view ({}), and their spread over the states is where the expectation starts from. With the clock `duration` everyone starts at their own first visit.",
                count.en
            ),
        );
    }
    cautions
}

/// The largest difference, in words.
pub(super) fn text(model: &Model, times: &[Prevalence], cautions: &[Reason]) -> Label {
    let states = model.specification.space.states();
    let mut largest: Option<(f64, f64, usize, f64, f64)> = None;
    for one in times.iter().filter(|one| one.in_view > 0.0) {
        for (place, state) in one.states.iter().enumerate() {
            let (observed, expected) = (state.observed / one.in_view, state.expected / one.in_view);
            let off = (observed - expected).abs();
            if largest.is_none_or(|found| off > found.0) {
                largest = Some((off, one.time, place, observed, expected));
            }
        }
    }
    let Some((_, time, place, observed, expected)) = largest.filter(|found| found.2 < states.len()) else {
        return Label::of("Op deze momenten was niemand in beeld.", "No one was in view at these times.");
    };
    let (name, time) = (words::states(model, &[place]), words::duration(time, model.specification.unit));
    let (observed, expected) = (words::of_hundred(observed), words::of_hundred(expected));
    let finding = Label::said(
        format_args!(
            "Het grootste verschil is bij {} op {}: gezien {}, verwacht {}.",
            name.nl, time.nl, observed.nl, expected.nl
        ),
        format_args!(
            "The largest difference is in {} at {}: {} observed, {} expected.",
            name.en, time.en, observed.en, expected.en
        ),
    );
    let why = Label::of(
        "Een verschil kan komen doordat het model niet past, of doordat juist bepaalde mensen niet meer in beeld zijn.",
        "A difference can come from a model that does not fit, or from just who is no longer in view.",
    );
    let own = cautions.iter().map(|caution| caution.text.clone());
    let all: Vec<Label> = [finding, why].into_iter().chain(own).chain(words::ending(model, None)).collect();
    Label::join(&all, " ")
}
