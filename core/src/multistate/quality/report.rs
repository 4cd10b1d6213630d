//! The report.

use super::finding::{Finding, Found, of_rows, times};
use super::{Bounds, Pattern, Settings, copied, moves, patterns};
use crate::label::many;
use crate::multistate::answer::{quantile, words};
use crate::multistate::panel::{Intake, date, shown_time};
use crate::multistate::{Panel, TimeUnit};
use crate::ordered::sort;
use crate::{Label, Provenance, Source};
use chrono::Datelike;
use serde::Serialize;

/// What is to be known of registrations before any model.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QualityReport {
    /// How many people there are.
    pub people: usize,
    /// How many visits there are.
    pub visits: usize,
    /// How many times someone was seen again.
    pub transitions: usize,
    /// How many of these are to another state.
    pub changes: usize,
    /// What became of the rows of the table.
    pub intake: Intake,
    /// The states, in order.
    pub states: Vec<StateSummary>,
    /// The time between visits; `None` when nobody was seen again.
    pub gaps: Option<GapSummary>,
    /// The unit of the gaps.
    pub unit: TimeUnit,
    /// The values of covariates with which transitions open, the most frequent fifty first.
    pub patterns: Vec<Pattern>,
    /// How many different patterns there are.
    pub pattern_count: usize,
    /// What was found, each with rows to look up.
    pub findings: Vec<Finding>,
    /// From when on registrations look copied.
    pub bounds: Bounds,
    /// Where the bounds come from.
    pub provenance: Provenance,
    /// What to know of the numbers, in words.
    pub text: Label,
}

/// How often a state was seen.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StateSummary {
    /// The code of the state.
    pub code: String,
    /// How many visits found someone there.
    pub visits: usize,
    /// How many people were seen there, once or more.
    pub people: usize,
}

/// The time between visits, in the unit of the panel.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GapSummary {
    /// The shortest.
    pub shortest: f64,
    /// A quarter is shorter than this.
    pub lower_quartile: f64,
    /// Half is shorter than this.
    pub median: f64,
    /// Three quarters are shorter than this.
    pub upper_quartile: f64,
    /// The longest.
    pub longest: f64,
    /// How many different lengths there are.
    pub different: usize,
}

/// Reports on the quality of registrations.
///
/// ```
/// use meedoen::document::Document;
/// use meedoen::multistate::{PanelDocument, quality::{Settings, quality}};
/// let document = PanelDocument::from_json(r#"{
///     "person": "client", "time": "date", "state": "rung",
///     "columns": [
///         {"name": "client", "values": ["a", "a", "b"]},
///         {"name": "date", "values": ["2024-01-15", "2024-09-01", "2024-01-15"]},
///         {"name": "rung", "values": [2, 3, 4]}
///     ]
/// }"#)?;
/// let report = quality(&document.panel, &Settings::default());
/// assert!(report.findings.iter().any(|finding| finding.code == "one-visit" && finding.count == 1));
/// # Ok::<(), meedoen::Error>(())
/// ```
pub fn quality(panel: &Panel, settings: &Settings) -> QualityReport {
    let (patterns, pattern_count) = patterns::patterns(panel);
    let mut findings = intake(panel);
    findings.extend(visits(panel));
    findings
        .extend(settings.space.iter().flat_map(|space| moves::findings(panel, space, &settings.censored)));
    findings.extend(never_seen(panel, settings));
    findings.extend(copied::findings(panel, &settings.bounds));
    findings.extend(patterns::findings(panel));
    let changes = panel.everyone().map(|(_, visits)| {
        (visits.start + 1..visits.end)
            .filter(|visit| panel.code_at(*visit) != panel.code_at(visit - 1))
            .count()
    });
    QualityReport {
        people: panel.people(),
        visits: panel.visits(),
        transitions: panel.transitions(),
        changes: changes.sum(),
        intake: panel.intake().clone(),
        states: states(panel),
        gaps: gaps(panel),
        unit: panel.unit(),
        patterns,
        pattern_count,
        findings,
        bounds: settings.bounds,
        provenance: settings.bounds.provenance(),
        text: Label::of(
            "een registratie laat zien wat is opgeschreven, niet alles wat mensen deden; wat hier staat, is om na te zoeken en geen oordeel over mensen of over wie registreerde",
            "a registration shows what was written down, not all that people did; what is said here is to be looked up and is no judgement of people or of those who registered",
        ),
    }
}

/// A whole number that is ordered as the time is.
pub(super) fn in_order(time: f64) -> u64 {
    crate::multistate::panel::key_of_time(time)
}

fn intake(panel: &Panel) -> Vec<Finding> {
    let (intake, all) = (panel.intake(), panel.intake().rows);
    [
        of_rows("duplicates", &intake.duplicates, all, |count| many(
            &count,
            ["rij zegt precies wat een eerdere rij al zei, en telt niet nog eens", "rijen zeggen precies wat een eerdere rij al zei, en tellen niet nog eens"],
            ["row says exactly what an earlier one says, and does not count again", "rows say exactly what an earlier one says, and do not count again"],
        )),
        of_rows("same-day", &intake.same_day, all, |count| many(
            &count,
            ["rij is weggelaten, omdat volgens de gemaakte keuze een andere rij van dezelfde persoon en dag telt", "rijen zijn weggelaten, omdat volgens de gemaakte keuze een andere rij van dezelfde persoon en dag telt"],
            ["row was left out, because by the choice that was made another row of the same person and day counts", "rows were left out, because by the choice that was made another row of the same person and day counts"],
        )),
        of_rows("incomplete", &intake.incomplete, all, |count| many(
            &count,
            ["rij is weggelaten omdat persoon, tijd, toestand of gewicht ontbreekt", "rijen zijn weggelaten omdat persoon, tijd, toestand of gewicht ontbreekt"],
            ["row was left out because person, time, state or weight is missing", "rows were left out because person, time, state or weight is missing"],
        )),
        of_rows("out-of-order", &intake.backwards, all, |count| many(
            &count,
            ["rij stond na een latere rij van dezelfde persoon en is op volgorde gezet", "rijen stonden na een latere rij van dezelfde persoon en zijn op volgorde gezet"],
            ["row stood after a later row of the same person and was put in order", "rows stood after a later row of the same person and were put in order"],
        )),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn visits(panel: &Panel) -> Vec<Finding> {
    let (mut single, mut placeholder) = (Found::new(panel), Found::new(panel));
    let mut longest: Option<(usize, usize, f64)> = None;
    let mut changed = false;
    let mut alike = true;
    let time = |visit: usize| panel.time.get(visit).copied().unwrap_or(f64::NAN);
    let first = panel.visits_of(0);
    for (person, visits) in panel.everyone() {
        if visits.len() == 1 {
            single.note(person, visits.start, || None);
        }
        alike &= visits.len() == first.len()
            && visits.clone().zip(first.clone()).all(|(one, other)| {
                let since = |visit: usize, start: usize| (time(visit) - time(start)).to_bits();
                panel.code_at(one) == panel.code_at(other)
                    && since(one, visits.start) == since(other, first.start)
            });
        for visit in visits.clone() {
            if panel.origin.is_some() && is_placeholder(time(visit)) {
                placeholder.note(person, visit, || {
                    let date = shown_time(time(visit), true);
                    Some(Label::new(date.clone(), date))
                });
            }
            if visit > visits.start {
                changed |= panel.code_at(visit) != panel.code_at(visit - 1);
                let gap = time(visit) - time(visit - 1);
                if longest.is_none_or(|(_, _, other)| gap > other) {
                    longest = Some((person, visit, gap));
                }
            }
        }
    }
    let people = panel.people();
    let mut findings: Vec<Finding> = [
        single.finish("one-visit", people, &["LAD-24"], |count| {
            many(
                &count,
                [
                    "mens is maar één keer gezien: dat zegt niets over overgangen",
                    "mensen zijn maar één keer gezien: dat zegt niets over overgangen",
                ],
                [
                    "person was seen only once, which says nothing about moves",
                    "people were seen only once, which says nothing about moves",
                ],
            )
        }),
        placeholder.finish("placeholder-date", panel.visits(), &[], |count| {
            let times = times(count);
            Label::said(
                format_args!("{} staat er een datum die vaak betekent dat de datum niet bekend is", times.nl),
                format_args!("{} there is a date that often means that the date is not known", times.en),
            )
        }),
    ]
    .into_iter()
    .flatten()
    .collect();
    if let Some((person, visit, gap)) = longest {
        let mut found = Found::new(panel);
        found.note(person, visit, || None);
        let length = words::duration(gap * panel.tick, panel.unit);
        findings.extend(found.finish("longest-gap", panel.transitions(), &["LAD-24"], |_| {
            Label::said(
                format_args!(
                    "de langste tijd tussen twee bezoeken is {}; wat daarin gebeurde, is niet gezien",
                    length.nl
                ),
                format_args!(
                    "the longest time between two visits is {}; what happened in it was not seen",
                    length.en
                ),
            )
        }));
    }
    let mut whole = |holds: bool, code: &'static str, nl: &'static str, en: &'static str| {
        if holds {
            let (text, source) = (Label::of(nl, en), Source::facts(&["LAD-24", "PUB-11"]));
            findings.push(Finding { code, text, count: people, of: people, examples: Vec::new(), source });
        }
    };
    whole(
        !changed && panel.transitions() > 0,
        "nothing-changes",
        "niemand is ooit in een andere toestand gezien: er is geen overgang te schatten",
        "nobody was ever seen in another state: there is no move to estimate",
    );
    whole(
        alike && people > 1,
        "all-alike",
        "iedereen heeft precies dezelfde toestanden op dezelfde afstanden in de tijd: verschillen tussen mensen zijn er niet te zien",
        "everyone has exactly the same states at the same distances in time: no differences between people can be seen",
    );
    findings
}

/// Whether a day is one that registers use for “not known”.
fn is_placeholder(day: f64) -> bool {
    #[expect(clippy::cast_possible_truncation, reason = "a day of a date, which fits")]
    let date = date(day as i32);
    date.is_some_and(|date| {
        let start = (date.month(), date.day()) == (1, 1) && [1, 1753, 1800, 1900].contains(&date.year());
        start || ((date.month(), date.day()) == (12, 31) && [2099, 2999, 9999].contains(&date.year()))
    })
}

fn states(panel: &Panel) -> Vec<StateSummary> {
    let mut states: Vec<StateSummary> =
        panel.codes.iter().map(|code| StateSummary { code: code.clone(), visits: 0, people: 0 }).collect();
    let mut last = vec![usize::MAX; states.len()];
    for (person, visits) in panel.everyone() {
        for visit in visits {
            let code = panel.code_at(visit);
            if let (Some(state), Some(last)) = (states.get_mut(code), last.get_mut(code)) {
                state.visits += 1;
                state.people += usize::from(*last != person);
                *last = person;
            }
        }
    }
    states
}

/// States that were known beforehand and that nobody was seen in; with a state space that says so itself.
fn never_seen(panel: &Panel, settings: &Settings) -> Option<Finding> {
    if settings.space.is_some() {
        return None;
    }
    let states = states(panel);
    let never: Vec<String> =
        states.iter().filter(|state| state.visits == 0).map(|state| format!("`{}`", state.code)).collect();
    let list = never.join(", ");
    (!never.is_empty()).then(|| Finding {
        code: "state-never-seen",
        text: Label::said(
            format_args!(
                "in {list} is niemand gezien: deze gegevens zeggen niets over overgangen erheen en eruit"
            ),
            format_args!("nobody was seen in {list}: these data say nothing about moves into and out of it"),
        ),
        count: never.len(),
        of: states.len(),
        examples: Vec::new(),
        source: Source::default(),
    })
}

fn gaps(panel: &Panel) -> Option<GapSummary> {
    let time = |visit: usize| panel.time.get(visit).copied().unwrap_or(f64::NAN);
    let gaps = panel.everyone().flat_map(|(_, visits)| {
        (visits.start + 1..visits.end).map(|visit| (time(visit) - time(visit - 1)) * panel.tick)
    });
    let mut gaps: Vec<f64> = gaps.collect();
    sort(&mut gaps, f64::total_cmp);
    let at = |share: f64| quantile(&gaps, share);
    Some(GapSummary {
        shortest: at(0.0)?,
        lower_quartile: at(0.25)?,
        median: at(0.5)?,
        upper_quartile: at(0.75)?,
        longest: at(1.0)?,
        different: gaps.chunk_by(|one, other| one.to_bits() == other.to_bits()).count(),
    })
}
