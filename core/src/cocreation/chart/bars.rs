//! What lasts: phases, suspensions, promises and initiatives.

use super::super::{Event, Phase};
use super::table::Table;
use crate::Vocabulary;
use crate::chart::pick;

impl Table<'_, '_> {
    /// The stays in each phase, and the times the process stood still or ended.
    pub(super) fn phases(&mut self) {
        let history = self.history;
        let language = self.language;
        self.heading("phases", pick(language, "fasen", "phases"), false);
        for &phase in Phase::ALL {
            let (key, name) = (phase.code(), phase.label());
            let name = name.in_language(language);
            self.rows.add(key, name);
            for visit in history.state.visits.iter().filter(|visit| visit.phase == phase) {
                let judged = match history.entry(visit.entered).map(|entry| &entry.event) {
                    Some(Event::PhaseEntered { judgement: Some(judgement), .. }) => judgement.as_str(),
                    _ => pick(language, "geen oordeel vastgelegd", "no judgement recorded"),
                };
                self.span(key, "stay", (visit.entered, visit.left), name, judged);
            }
        }
        self.stops();
    }

    fn stops(&mut self) {
        let language = self.language;
        let mut since: Option<(usize, &str)> = None;
        let still = pick(language, "stilgelegd", "suspended");
        for (number, event) in self.history.pick(Some) {
            match event {
                Event::Suspended { reason } => since = Some((number, reason)),
                Event::Resumed {} => {
                    if let Some((from, reason)) = since.take() {
                        self.span("phases", "suspended", (from, Some(number)), still, reason);
                    }
                }
                Event::Ended { outcome, judgement } => {
                    let (name, why) = (outcome.label(), judgement.as_deref().unwrap_or_default());
                    self.point("phases", "ended", number, name.in_language(language), why);
                }
                _ => {}
            }
        }
        if let Some((from, reason)) = since {
            self.span("phases", "suspended", (from, None), still, reason);
        }
    }

    /// Each promise, from when it was made to when it was kept or withdrawn.
    pub(super) fn promises(&mut self) {
        let history = self.history;
        let language = self.language;
        let promises = &history.state.promises;
        self.heading("promises", pick(language, "beloften", "promises"), promises.is_empty());
        for (index, promise) in promises.iter().enumerate() {
            let key = format!("promise/{index}");
            self.rows.part(&key, &promise.text);
            let by = history.name(&promise.by);
            let mut more = by.in_language(language).to_owned();
            if let Some(due) = promise.due {
                more = format!("{more}; {} {due}", pick(language, "uiterlijk", "by"));
            }
            self.span(&key, "promise", (promise.made, promise.closed), &promise.text, &more);
            let Some(closed) = promise.closed else { continue };
            let kept =
                matches!(history.entry(closed).map(|entry| &entry.event), Some(Event::PromiseKept { .. }));
            let (kind, name) = if kept {
                ("kept", pick(language, "belofte nagekomen", "promise kept"))
            } else {
                ("withdrawn", pick(language, "belofte ingetrokken", "promise withdrawn"))
            };
            self.point(&key, kind, closed, name, &promise.text);
        }
    }

    /// Each initiative, with the times it stood still.
    pub(super) fn initiatives(&mut self) {
        let history = self.history;
        let language = self.language;
        let initiatives = &history.state.initiatives;
        self.heading("initiatives", pick(language, "initiatieven", "initiatives"), initiatives.is_empty());
        for (index, initiative) in initiatives.iter().enumerate() {
            let key = format!("initiative/{index}");
            self.rows.part(&key, &initiative.text);
            let carriers: Vec<String> = initiative
                .carriers
                .iter()
                .map(|(_, party)| history.name(party).in_language(language).to_owned())
                .collect();
            let carried =
                format!("{}: {}", pick(language, "gedragen door", "carried by"), carriers.join(" → "));
            self.span(
                &key,
                "initiative",
                (initiative.started, initiative.closed),
                &initiative.text,
                &carried,
            );
            for (from, to) in self.stalls(&initiative.id, initiative.closed) {
                let name = pick(language, "stilgevallen", "stalled");
                self.span(&key, "stalled", (from, to), name, &initiative.text);
            }
            let Some(closed) = initiative.closed else { continue };
            let (kind, name) = if initiative.stopped {
                ("stopped", pick(language, "gestopt", "stopped"))
            } else {
                ("completed", pick(language, "uitgevoerd", "carried out"))
            };
            self.point(&key, kind, closed, name, &initiative.text);
        }
    }

    /// The times an initiative stood still.
    fn stalls(&self, initiative: &str, closed: Option<usize>) -> Vec<(usize, Option<usize>)> {
        let (mut stalls, mut since) = (Vec::new(), None);
        for (number, event) in self.history.pick(Some) {
            match event {
                Event::InitiativeStalled { id, .. } if id.as_str() == initiative => {
                    since.get_or_insert(number);
                }
                Event::InitiativeResumed { id } if id.as_str() == initiative => {
                    stalls.extend(since.take().map(|since| (since, Some(number))));
                }
                _ => {}
            }
        }
        stalls.extend(since.map(|since| (since, closed)));
        stalls
    }
}
