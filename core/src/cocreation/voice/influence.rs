//! How much influence was recorded, on each ladder by itself.

use crate::cocreation::history::{History, of};
use crate::cocreation::{ArnsteinRung, Event, GovernmentStep, InfluenceLevel};
use crate::events::Moment;
use crate::{Label, Vocabulary};
use serde::Serialize;

/// How much influence was recorded. The ladders measure different things, and none is translated into another.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Influences {
    /// On Arnstein's ladder.
    pub arnstein: Vec<InfluenceMoment<ArnsteinRung>>,
    /// On the Dutch ladder.
    pub dutch: Vec<InfluenceMoment<InfluenceLevel>>,
    /// Steps of government participation.
    pub government: Vec<InfluenceMoment<GovernmentStep>>,
}

/// A rung at a moment.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "{R}Moment"))]
pub struct InfluenceMoment<R> {
    /// The number of the event.
    pub event: usize,
    /// When.
    pub when: Moment,
    /// Whose influence, or which government.
    pub party: String,
    /// The rung.
    pub rung: R,
    /// The rung in words.
    pub label: Label,
    /// Whether people knew beforehand; `None` when that is not recorded.
    pub known_beforehand: Option<bool>,
}

pub(super) fn influences(history: &History<'_>) -> Influences {
    let arnstein = history.pick(|event| {
        of!(event, Event::InfluenceRecorded { party, arnstein: Some(rung), known_beforehand, .. }
            => (party.as_str(), *rung, *known_beforehand))
    });
    let dutch = history.pick(|event| {
        of!(event, Event::InfluenceRecorded { party, dutch: Some(rung), known_beforehand, .. }
            => (party.as_str(), *rung, *known_beforehand))
    });
    let government = history.pick(
        |event| of!(event, Event::GovernmentActed { by, step: Some(step), .. } => (by.as_str(), *step, None)),
    );
    Influences {
        arnstein: moments(history, arnstein),
        dutch: moments(history, dutch),
        government: moments(history, government),
    }
}

/// The number of an event, the party, the rung, and whether it was known beforehand.
type Recorded<'l, R> = (usize, (&'l str, R, Option<bool>));

fn moments<R: Vocabulary>(history: &History<'_>, found: Vec<Recorded<'_, R>>) -> Vec<InfluenceMoment<R>> {
    let of = |(event, (party, rung, known_beforehand)): Recorded<'_, R>| {
        let when = history.entry(event)?.when;
        Some(InfluenceMoment {
            event,
            when,
            party: party.to_owned(),
            rung,
            label: rung.label(),
            known_beforehand,
        })
    };
    found.into_iter().filter_map(of).collect()
}
