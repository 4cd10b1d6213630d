//! From a panel to its sufficient statistic.

use super::{Circumstance, End, Row, Summary, Transitions};
use crate::Error;
use crate::multistate::{Clock, Panel, Scheme, Specification};
use std::collections::BTreeMap;

pub(super) fn gather(panel: &Panel, specification: &Specification) -> Result<Transitions, Error> {
    let covariates = specification.covariates();
    let columns: Vec<Option<std::borrow::Cow<'_, [f64]>>> =
        covariates.iter().map(|name| panel.covariate(name)).collect();
    let space = &specification.space;
    let states: Vec<Option<u8>> = panel
        .codes
        .iter()
        .map(|code| {
            space.states().iter().position(|state| state.code == *code).and_then(|at| u8::try_from(at).ok())
        })
        .collect();
    let mut circumstances: Vec<Circumstance> = Vec::new();
    let mut places: BTreeMap<(usize, Vec<u64>), u32> = BTreeMap::new();
    let mut rows = Vec::new();
    let mut summary = Summary::default();
    for (person, bounds) in panel.first.windows(2).enumerate() {
        let &[begin, end] = bounds else { continue };
        let (begin, end) = (begin as usize, end as usize);
        if end - begin < 2 {
            summary.single += 1;
            continue;
        }
        summary.people += 1;
        summary.visits += (end - begin) as u64;
        let weight = panel.weight.as_ref().and_then(|weights| weights.get(person)).copied().unwrap_or(1.0);
        for visit in begin..end - 1 {
            let value = |column: &Option<std::borrow::Cow<'_, [f64]>>| {
                column.as_ref().and_then(|column| column.get(visit)).copied().unwrap_or(f64::NAN)
            };
            let values: Vec<f64> = columns.iter().map(value).collect();
            if values.iter().any(|value| value.is_nan()) {
                summary.without_covariates += 1;
                continue;
            }
            let state = |at: usize| {
                panel
                    .state
                    .get(at)
                    .and_then(|&code| states.get(usize::from(code)))
                    .copied()
                    .flatten()
                    .unwrap_or(u8::MAX)
            };
            let time = |at: usize| panel.time.get(at).copied().unwrap_or(f64::NAN);
            let key = (0, values.iter().map(|value| value.to_bits()).collect());
            let circumstance = *places.entry(key).or_insert_with(|| {
                circumstances.push(Circumstance { piece: 0, values });
                u32::try_from(circumstances.len() - 1).unwrap_or(u32::MAX)
            });
            let (from, to) = (state(visit), state(visit + 1));
            summary.intervals += 1;
            summary.changes += u64::from(from != to);
            let end = match specification.scheme {
                Scheme::Exact => End::Moved,
                Scheme::Panel if specification.exact_entry.contains(&usize::from(to)) => End::Entered,
                Scheme::Panel => End::Seen,
            };
            rows.push(Row {
                circumstance,
                gap: time(visit + 1) - time(visit),
                from,
                to,
                end,
                opens: true,
                weight,
                count: 1,
            });
        }
    }
    let _ = Clock::Calendar;
    let mut transitions = Transitions { tick: panel.tick, circumstances, rows, summary };
    transitions.tidy();
    Ok(transitions)
}
