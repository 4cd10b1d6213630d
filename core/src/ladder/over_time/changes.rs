//! Growth, stabilisation and decline between two moments.

use super::read::{code, read_panel};
use crate::error::Error;
use crate::ladder::Rung;
use crate::math::shown;
use crate::multistate::Panel;
use crate::multistate::discrete::{Counting, Intervals, Share, TransitionTable, TransitionTables};
use crate::{Label, Reason, Source, Vocabulary};
use serde::Serialize;

/// Growth, stabilisation and decline, by group, period and gap.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RungChanges {
    /// One for each table, in the same order.
    pub changes: Vec<RungChange>,
    /// The tables they come from.
    pub tables: TransitionTables,
    /// What to know before anything is concluded from them.
    pub reasons: Vec<Reason>,
}

/// What became of people between two moments.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RungChange {
    /// The group; `None` when there are no groups, or when it is not known.
    pub group: Option<String>,
    /// The number of the period, counted from 1.
    pub period: usize,
    /// The number of the class of gaps, counted from 1.
    pub gap: usize,
    /// How many transitions they are shares of.
    pub transitions: u64,
    /// The share on a higher rung than before.
    pub growth: Share,
    /// The share on the same rung; it counts towards the aim.
    pub stabilisation: Share,
    /// The share on a lower rung.
    pub decline: Share,
    /// The share with growth or at least stabilisation, the secondary aim of the source.
    pub growth_or_stabilisation: Share,
    /// The same in words.
    pub label: Label,
}

/// Growth, stabilisation and decline of a panel of rungs. `counting` says between which moments and by what they are
/// divided; its states are the six rungs, whatever it says. Intervals are by a formula, or by drawing people anew.
///
/// ```
/// use meedoen::ladder::over_time::changes;
/// use meedoen::multistate::{PanelDocument, discrete::{Counting, Intervals, ShareMethod}};
/// use meedoen::document::Document;
/// let document = PanelDocument::from_json(r#"{
///     "person": "client", "time": "date", "state": "rung",
///     "columns": [
///         {"name": "client", "values": ["a", "a", "b", "b"]},
///         {"name": "date", "values": ["2024-01-15", "2024-06-01", "2024-01-15", "2024-07-01"]},
///         {"name": "rung", "values": [2, 3, 4, 4]}
///     ]
/// }"#)?;
/// let changes = changes(&document.panel, &Counting::default(), Intervals::By(ShareMethod::Wilson), 0.95)?;
/// assert_eq!(changes.changes[0].growth_or_stabilisation.value, 1.0);
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Errors
/// Whatever [`super::read_panel`], [`TransitionTables::of`] refuse.
///
/// # Source
/// LAD-03, LAD-05 on the aim; LAD-13…16, LAD-24, LAD-26, LAD-28, PUB-11, PUB-17 on what these shares do not say.
pub fn changes(
    panel: &Panel,
    counting: &Counting,
    intervals: Intervals,
    level: f64,
) -> Result<RungChanges, Error> {
    let panel = read_panel(panel)?;
    let states = Some(Rung::ALL.iter().map(|rung| code(*rung)).collect());
    let counting = Counting { states, ..counting.clone() };
    let tables = TransitionTables::of(&panel, &counting, intervals, level)?;
    Ok(RungChanges { changes: tables.tables.iter().map(change).collect(), reasons: reasons(&tables), tables })
}

fn change(table: &TransitionTable) -> RungChange {
    let outcome = &table.outcome;
    let decline = outcome.lower;
    let aim = Share { value: 1.0 - decline.value, low: 1.0 - decline.high, high: 1.0 - decline.low };
    let percent = |share: Share| {
        let whole = |share: f64| shown((share * 100.0).round());
        (whole(share.value), whole(share.low), whole(share.high))
    };
    let (growth, low, high) = percent(outcome.higher);
    let (same, _, _) = percent(outcome.same);
    let (down, _, _) = percent(decline);
    let n = table.transitions;
    RungChange {
        group: table.group.clone(),
        period: table.period,
        gap: table.gap,
        transitions: n,
        growth: outcome.higher,
        stabilisation: outcome.same,
        decline,
        growth_or_stabilisation: aim,
        label: Label::said(
            format_args!(
                "van {n} overgangen was {growth}% groei (tussen {low}% en {high}%), {same}% stabilisatie en {down}% daling"
            ),
            format_args!(
                "of {n} transitions {growth}% were growth (between {low}% and {high}%), {same}% stabilisation and {down}% decline"
            ),
        ),
    }
}

fn reasons(tables: &TransitionTables) -> Vec<Reason> {
    let reason = |code: &'static str, nl: &'static str, en: &'static str, facts: &'static [&'static str]| {
        Reason::new(code, Label::of(nl, en), Vec::new(), Source::facts(facts))
    };
    let mut reasons = vec![
        reason(
            "staying-counts",
            "groei of in ieder geval stabilisatie was het doel: op dezelfde trede blijven telt mee",
            "growth, or at least stabilisation, was the aim: staying on the same rung counts",
            &["LAD-03", "LAD-05"],
        ),
        reason(
            "registered-for-show",
            "wie op treden wordt afgerekend, kan treden invullen voor de vorm: deze cijfers zijn wat is geregistreerd",
            "who is held to account by rungs may fill in rungs for show: these figures are what was registered",
            &["LAD-13", "LAD-14", "LAD-15", "LAD-16"],
        ),
        reason(
            "not-followed",
            "treden worden vooral aan het begin geregistreerd en daarna niet altijd bijgehouden: wie is blijven staan, kan ook niet meer zijn bekeken",
            "rungs are registered mainly at the start and not always kept up after that: who stayed where they were may also not have been looked at again",
            &["LAD-24", "PUB-11"],
        ),
        reason(
            "not-the-aim-everywhere",
            "doorstroming is niet overal het doel: bij een basisbaan gaat het om stabiliteit en blijvend meedoen",
            "moving on is not the aim everywhere: a basic job is about stability and lasting participation",
            &["LAD-28"],
        ),
        reason(
            "ladder-is-not-all",
            "een hogere trede is niet vanzelf vooruitgang: de ladder zet betaald werk bovenaan, laat mantelzorg en ziekte weg, en mensen bewegen niet in een rechte lijn",
            "a higher rung is not progress by itself: the ladder puts paid work on top, leaves out informal care and illness, and people do not move in a straight line",
            &["LAD-26", "LAD-27", "PUB-17"],
        ),
    ];
    if tables.left_out > 0 {
        let left_out = tables.left_out;
        reasons.push(Reason::new(
            "between-rungs-left-out",
            Label::said(
                format_args!("{left_out} overgangen van of naar een plaatsing tussen treden tellen hier niet mee: wat onbekend is, is geen daling"),
                format_args!("{left_out} transitions from or to a placement between rungs do not count here: what is unknown is no decline"),
            ),
            Vec::new(),
            Source::facts(&["LAD-03"]),
        ));
    }
    reasons
}
