//! When an outcome is told apart perfectly, and by what.

use super::rows::ScaledRows;
use crate::label::many;
use crate::math::shown;
use crate::{Given, Label, Reason, Source};

/// The finding that a likelihood has no largest value, with the terms that grow without end.
pub(super) fn finding(terms: &[String]) -> Reason {
    let names = terms.join(", ");
    Reason::new(
        "separation",
        Label::said(
            format_args!(
                "{names} scheidt de uitkomsten volledig: elke waarde van het effect is te klein, zodat er geen schatting bestaat. Er zijn meer rijen nodig, of een model zonder {names}"
            ),
            format_args!(
                "{names} tells the outcomes apart completely: any size of the effect is too small, so that no estimate exists. More rows are needed, or a model without {names}"
            ),
        ),
        terms.iter().map(|term| Given::named(term.clone(), true)).collect(),
        Source::reference("Albert & Anderson 1984, Biometrika 71, 1–10"),
    )
}

/// The terms that by themselves tell the outcomes apart: all their values with a low outcome lie at or below (or at
/// or above) all their values with a high one, at every cut between the classes. `class` is the number of the class of
/// each row, of so many `classes`.
pub(super) fn by_themselves(rows: &ScaledRows, class: &[usize], classes: usize) -> Vec<usize> {
    const NOTHING: (f64, f64) = (f64::INFINITY, f64::NEG_INFINITY);
    let wider = |(a, b): (f64, f64), (c, d): (f64, f64)| (a.min(c), b.max(d));
    let separates = |values: &Vec<f64>| {
        let mut ends = vec![NOTHING; classes];
        for (value, class) in values.iter().zip(class) {
            if let Some(end) = ends.get_mut(*class) {
                *end = wider(*end, (*value, *value));
            }
        }
        (1..classes).all(|cut| {
            let (low, high) = ends.split_at(cut);
            let (low, high) =
                (low.iter().copied().fold(NOTHING, wider), high.iter().copied().fold(NOTHING, wider));
            low.1 <= high.0 || high.1 <= low.0
        })
    };
    (0..rows.columns.len()).filter(|&index| rows.columns.get(index).is_some_and(separates)).collect()
}

/// The terms whose coefficients still grow after many steps: those of at least half the largest growth.
pub(super) fn growing(last_step: &[f64], estimate: &[f64]) -> Vec<usize> {
    let outward = |index: usize| {
        let (step, at) = (last_step.get(index).copied(), estimate.get(index).copied());
        step.zip(at).map_or(0.0, |(step, at)| if step * at > 0.0 { step.abs() } else { 0.0 })
    };
    let most = (0..last_step.len()).map(outward).fold(0.0, f64::max);
    (0..last_step.len()).filter(|&index| most > 0.01 && outward(index) >= 0.5 * most).collect()
}

/// The finding that few rows have one of the two outcomes, compared with the number of terms.
pub(super) fn few_events(fewest: f64, terms: f64) -> Option<Reason> {
    if fewest >= 10.0 * terms {
        return None;
    }
    let number = many(&shown(fewest), ["keer", "keer"], ["time", "times"]);
    let terms = many(&shown(terms), ["term", "termen"], ["term", "terms"]);
    Some(Reason::new(
        "few-events",
        Label::said(
            format_args!(
                "de zeldzaamste uitkomst komt {} voor, bij {}: reken op te grote effecten en te smalle intervallen",
                number.nl, terms.nl
            ),
            format_args!(
                "the rarest outcome occurs {}, with {}: expect effects that are too large and intervals that are too narrow",
                number.en, terms.en
            ),
        ),
        Vec::new(),
        Source::reference("Peduzzi et al. 1996, Journal of Clinical Epidemiology 49, 1373–1379"),
    ))
}
