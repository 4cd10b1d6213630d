//! How fast two sides make each move.

use super::pair::{Estimate, Pair, exponential, logarithm};
use crate::error::Error;
use crate::math::ln;
use crate::multistate::answer::words::{between, states};
use crate::multistate::answer::{Certainty, Course, Scale, check_level, sureness};
use crate::multistate::{Model, Profile};
use crate::number::number;
use crate::{Label, Reason};
use serde::Serialize;

/// One side of a comparison of speeds: what is known of its people, and the model that says what happens to them.
#[derive(Clone, Copy, Debug)]
pub struct At<'a> {
    /// What it is called, such as a district or a programme.
    pub name: &'a Label,
    /// The model; both sides may have the same.
    pub model: &'a Model,
    /// The values of its covariates.
    pub profile: &'a Profile,
}

/// The intensity of one move on one side divided by that on the other.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Ratio {
    /// The code of the state that is left.
    pub from: String,
    /// The code of the state that is entered.
    pub to: String,
    /// The ratio; its standard error is that of the logarithm.
    pub ratio: Estimate,
    /// What to be careful with.
    pub cautions: Vec<Reason>,
    /// The ratio in plain words.
    pub text: Label,
}

/// The intensity of every move at one profile divided by that at another, at a moment on the clock of the models.
///
/// A move that only one of the two models has is left out.
///
/// # Errors
/// Covariates that are left out (`missing-field`).
pub fn ratios(
    first: At<'_>,
    second: At<'_>,
    moment: f64,
    certainty: &Certainty,
) -> Result<Vec<Ratio>, Error> {
    check_level(certainty)?;
    let pair = Pair::of(first.model, second.model);
    let courses =
        (Course::of(first.model, first.profile, true)?, Course::of(second.model, second.profile, true)?);
    let states_of = |model: &Model| model.specification.space.states().to_vec();
    let (names, others) = (states_of(first.model), states_of(second.model));
    let mut found = Vec::new();
    for one in first.model.specification.space.moves() {
        let code = |state: usize| names.get(state).map_or("", |state| state.code.as_str()).to_owned();
        let (from, to) = (code(one.from), code(one.to));
        let place = |code: &str| others.iter().position(|state| state.code == code);
        let (Some(left), Some(entered)) = (place(&from), place(&to)) else { continue };
        let rate = |course: &Course<'_>, from, to| course.rate_between(from, to, course.piece(moment));
        let (a, b) = (rate(&courses.0, one.from, one.to), rate(&courses.1, left, entered));
        if a.value <= 0.0 || b.value <= 0.0 {
            continue;
        }
        let (a, b) = pair.spread(&a, &b);
        let log = logarithm(&a).plus(&logarithm(&b).scaled(-1.0));
        let again = |values: &[f64]| {
            let (a, b) = pair.at(values);
            let a = Course::of(&a, first.profile, false)
                .ok()
                .map(|course| rate(&course, one.from, one.to).value)?;
            let b = Course::of(&b, second.profile, false)
                .ok()
                .map(|course| rate(&course, left, entered).value)?;
            Some(ln(a / b)).filter(|value| value.is_finite())
        };
        let sure = sureness(&pair.both, &log, Scale::Plain, certainty, &again);
        let ratio = exponential(Estimate {
            value: Some(log.value),
            standard_error: sure.standard_error,
            interval: sure.interval,
        });
        let text = text((first, second), (one.from, one.to), &ratio, &sure.cautions);
        found.push(Ratio { from, to, ratio, cautions: sure.cautions, text });
    }
    Ok(found)
}

fn text(
    (first, second): (At<'_>, At<'_>),
    (from, to): (usize, usize),
    ratio: &Estimate,
    cautions: &[Reason],
) -> Label {
    let (from, to) = (states(first.model, &[from]), states(first.model, &[to]));
    if ratio.value == Some(1.0) && ratio.standard_error.is_none_or(|error| error <= 0.0) {
        return Label::said(
            format_args!(
                "Voor de stap van {} naar {} laat het model geen verschil toe tussen “{}” en “{}”.",
                from.nl, to.nl, first.name.nl, second.name.nl
            ),
            format_args!(
                "For the move from {} to {} the model allows no difference between “{}” and “{}”.",
                from.en, to.en, first.name.en, second.name.en
            ),
        );
    }
    let times = number(ratio.value.unwrap_or(f64::NAN));
    let interval = between(ratio.interval.as_ref(), number);
    let finding = Label::said(
        format_args!(
            "De stap van {} naar {} gaat bij “{}” {} keer zo snel als bij “{}”{}.",
            from.nl, to.nl, first.name.nl, times.nl, second.name.nl, interval.nl
        ),
        format_args!(
            "The move from {} to {} is {} times as fast for “{}” as for “{}”{}.",
            from.en, to.en, times.en, first.name.en, second.name.en, interval.en
        ),
    );
    let all: Vec<&Label> =
        std::iter::once(&finding).chain(cautions.iter().map(|caution| &caution.text)).collect();
    Label::join(all, " ")
}
