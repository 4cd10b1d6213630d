//! Registrations that look copied: shown with rows, never judged.

use super::Bounds;
use super::finding::{Finding, Found};
use crate::Label;
use crate::label::many;
use crate::multistate::Panel;
use crate::multistate::panel::shown_time;
use crate::ordered::sort;

const FOR_SHOW: &[&str] = &["LAD-15", "LAD-16", "LAD-24", "PUB-11"];

/// Runs, batches, and people who never move.
pub(super) fn findings(panel: &Panel, bounds: &Bounds) -> Vec<Finding> {
    [runs(panel, bounds), batches(panel, bounds), never_moved(panel)].into_iter().flatten().collect()
}

fn time(panel: &Panel, visit: usize) -> f64 {
    panel.time.get(visit).copied().unwrap_or(f64::NAN)
}

/// Long runs of the same state at regular times.
fn runs(panel: &Panel, bounds: &Bounds) -> Option<Finding> {
    let mut found = Found::new(panel);
    let long = usize::try_from(bounds.run.max(2)).unwrap_or(usize::MAX);
    for (person, visits) in panel.everyone() {
        let mut start = visits.start;
        let (mut shortest, mut longest) = (f64::INFINITY, 0.0_f64);
        let mut best: Option<(usize, usize)> = None;
        for visit in visits.start + 1..visits.end {
            let gap = time(panel, visit) - time(panel, visit - 1);
            let same = panel.code_at(visit) == panel.code_at(visit - 1);
            (shortest, longest) = (shortest.min(gap), longest.max(gap));
            if !same {
                (start, shortest, longest) = (visit, f64::INFINITY, 0.0);
            } else if longest > shortest * (1.0 + bounds.regular) {
                // A new run can begin with this gap.
                (start, shortest, longest) = (visit - 1, gap, gap);
            }
            let length = visit - start + 1;
            if length >= long && best.is_none_or(|(_, other)| length > other) {
                best = Some((start, length));
            }
        }
        if let Some((start, length)) = best {
            let note = || {
                Some(many(
                    &length,
                    ["keer dezelfde toestand", "keer dezelfde toestand"],
                    ["time the same state", "times the same state"],
                ))
            };
            found.note(person, start, note);
        }
    }
    found.finish("copied-run", panel.people(), FOR_SHOW, |count| {
        let people = many(&count, ["mens staat", "mensen staan"], ["person is", "people are"]);
        Label::said(
            format_args!("{} {long} keer of vaker achter elkaar op regelmatige tijden in dezelfde toestand: dat kan zo zijn, en het kan zijn ingevuld zonder te kijken", people.nl),
            format_args!("{} in the same state {long} times or more in a row at regular times: that can be so, and it can have been filled in without looking", people.en),
        )
    })
}

/// Dates on which many people are registered in the state in which they were.
fn batches(panel: &Panel, bounds: &Bounds) -> Option<Finding> {
    // Who was registered unchanged, by date and state.
    let mut same: Vec<(u64, u8, u32)> = Vec::new();
    let mut later = 0;
    for (_, visits) in panel.everyone() {
        for visit in visits.start + 1..visits.end {
            later += 1;
            if panel.code_at(visit) == panel.code_at(visit - 1) {
                let (Some(code), Ok(visit)) = (panel.state.get(visit), u32::try_from(visit)) else {
                    continue;
                };
                same.push((super::report::in_order(time(panel, visit as usize)), *code, visit));
            }
        }
    }
    sort(&mut same, Ord::cmp);
    let mut found = Found::new(panel);
    let mut dates = 0;
    let many_at = usize::try_from(bounds.batch.max(2)).unwrap_or(usize::MAX);
    for batch in same.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1)) {
        if batch.len() < many_at {
            continue;
        }
        dates += 1;
        if let Some((_, code, visit)) = batch.first() {
            let visit = *visit as usize;
            let person = panel.first.partition_point(|first| *first as usize <= visit).saturating_sub(1);
            let (moment, code) = (
                shown_time(time(panel, visit), panel.origin.is_some()),
                panel.codes.get(usize::from(*code)).cloned().unwrap_or_default(),
            );
            found.count += batch.len() - 1;
            found.note(person, visit, || {
                Some(Label::said(
                    format_args!("{} mensen op {moment} onveranderd in `{code}`", batch.len()),
                    format_args!("{} people unchanged in `{code}` on {moment}", batch.len()),
                ))
            });
        }
    }
    found.finish("copied-batch", later, FOR_SHOW, |count| {
        let (nl, en) = (many(&dates, ["dag", "dagen"], ["", ""]).nl, many(&dates, ["", ""], ["date", "dates"]).en);
        Label::said(
            format_args!("{count} registraties, op {nl}, zetten {many_at} of meer mensen tegelijk in de toestand waarin zij al stonden: dat kan een vast meetmoment zijn, en het kan zijn overgenomen"),
            format_args!("{count} registrations, on {en}, put {many_at} or more people at once in the state in which they were: that can be a fixed moment of measuring, and it can have been copied"),
        )
    })
}

fn never_moved(panel: &Panel) -> Option<Finding> {
    let mut found = Found::new(panel);
    let mut followed = 0;
    for (person, visits) in panel.everyone().filter(|(_, visits)| visits.len() > 1) {
        followed += 1;
        if visits.clone().all(|visit| panel.code_at(visit) == panel.code_at(visits.start)) {
            found.note(person, visits.start, || None);
        }
    }
    found.finish("never-moved", followed, &["LAD-03", "LAD-24", "PUB-11"], |count| {
        let (stood, were) = if count == 1 {
            ("stond er 1".to_owned(), "1 was".to_owned())
        } else {
            (format!("stonden er {count}"), format!("{count} were"))
        };
        Label::said(
            format_args!("van wie vaker dan één keer is gezien ({followed}), {stood} steeds in dezelfde toestand: blijven telt als stabilisatie, maar het kan ook zijn dat veranderingen niet zijn bijgehouden"),
            format_args!("of those seen more than once ({followed}), {were} always in the same state: staying counts as stabilisation, but it can also be that changes were not recorded"),
        )
    })
}
