//! What is known of people where an interval opens.

use super::finding::{Finding, Found, times};
use crate::Label;
use crate::math::shown;
use crate::multistate::Panel;
use crate::multistate::panel::Group;
use crate::ordered::{sort, sort_stable};
use serde::Serialize;

/// The most patterns that are listed.
const LISTED: usize = 50;

/// Values of all covariates, and how many transitions open with them.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "CovariatePattern"))]
pub struct Pattern {
    /// The values in words, as `programme = 1, district = north`; `?` where one is not known.
    pub pattern: String,
    /// How many transitions open with them.
    pub transitions: usize,
    /// Their share of all transitions.
    pub share: f64,
}

/// The visits at which an interval opens.
fn opening(panel: &Panel) -> impl Iterator<Item = (usize, usize)> {
    panel.everyone().flat_map(|(person, visits)| {
        (visits.start..visits.end.saturating_sub(1)).map(move |visit| (person, visit))
    })
}

/// The patterns, the most frequent first, and how many there are.
pub(super) fn patterns(panel: &Panel) -> (Vec<Pattern>, usize) {
    if panel.covariates.is_empty() && panel.groups.is_empty() {
        return (Vec::new(), 0);
    }
    let key = |visit: usize| -> Vec<u64> {
        let numbers =
            panel.covariates.iter().map(|(_, values)| values.get(visit).map_or(0, |value| value.to_bits()));
        let groups = panel.groups.iter().map(|group| group.of.get(visit).map_or(u64::MAX, |of| (*of).into()));
        numbers.chain(groups).collect()
    };
    let mut keys: Vec<Vec<u64>> = opening(panel).map(|(_, visit)| key(visit)).collect();
    sort(&mut keys, Ord::cmp);
    let mut counted: Vec<(usize, &[u64])> = keys
        .chunk_by(|one, other| one == other)
        .filter_map(|same| Some((same.len(), same.first()?.as_slice())))
        .collect();
    sort_stable(&mut counted, |(one, _), (other, _)| other.cmp(one));
    let all = counted.len();
    let real = |count: usize| u32::try_from(count).map_or(f64::INFINITY, f64::from);
    let patterns = counted.into_iter().take(LISTED).map(|(count, key)| Pattern {
        pattern: words(panel, key),
        transitions: count,
        share: real(count) / real(keys.len()),
    });
    (patterns.collect(), all)
}

fn words(panel: &Panel, key: &[u64]) -> String {
    let numbers = panel.covariates.iter().zip(key).map(|((name, _), bits)| {
        let value = f64::from_bits(*bits);
        format!("{name} = {}", if value.is_nan() { "?".to_owned() } else { shown(value) })
    });
    let groups = panel.groups.iter().zip(key.iter().skip(panel.covariates.len())).map(|(group, of)| {
        let level = usize::try_from(*of).ok().and_then(|of| group.levels.get(of));
        format!("{} = {}", group.name, level.map_or("?", String::as_str))
    });
    numbers.chain(groups).collect::<Vec<_>>().join(", ")
}

/// Covariates that are not known where an interval opens, or the same for all.
pub(super) fn findings(panel: &Panel) -> Vec<Finding> {
    let mut findings = Vec::new();
    let numbers = panel.covariates.iter().map(|(name, values)| {
        let of =
            |visit: usize| values.get(visit).filter(|value| !value.is_nan()).map(|value| value.to_bits());
        (name, Box::new(of) as Box<dyn Fn(usize) -> Option<u64> + '_>)
    });
    let groups = panel.groups.iter().map(|group| {
        let of =
            |visit: usize| group.of.get(visit).filter(|of| **of != Group::UNKNOWN).map(|of| (*of).into());
        (&group.name, Box::new(of) as Box<dyn Fn(usize) -> Option<u64> + '_>)
    });
    for (name, of) in numbers.chain(groups) {
        let (mut missing, mut alike) = (Found::new(panel), true);
        let mut first = None;
        for (person, visit) in opening(panel) {
            match of(visit) {
                None => missing.note(person, visit, || None),
                value => {
                    alike &= first.is_none() || first == value;
                    first = first.or(value);
                }
            }
        }
        let transitions = panel.transitions();
        findings.extend(missing.finish("missing-covariate", transitions, &[], |count| {
            let times = times(count);
            Label::said(
                format_args!("`{name}` is {} niet bekend aan het begin van een overgang: een model dat het gebruikt, weigert zulke rijen", times.nl),
                format_args!("`{name}` is not known {} where a transition opens: a model that uses it refuses such rows", times.en),
            )
        }));
        if alike && first.is_some() {
            findings.push(Finding {
                code: "covariate-constant",
                text: Label::said(
                    format_args!("`{name}` is voor iedereen hetzelfde: deze gegevens zeggen niets over het effect ervan"),
                    format_args!("`{name}` is the same for all: these data say nothing about its effect"),
                ),
                count: transitions,
                of: transitions,
                examples: Vec::new(),
                source: crate::Source::default(),
            });
        }
    }
    findings
}
