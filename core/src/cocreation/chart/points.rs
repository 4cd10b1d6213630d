//! What happens at a moment: evaluations, listening, and the events that findings rest on.

use super::super::{Actor, Event, Finding, FindingCode, PartyName};
use super::table::{Table, day};
use crate::Vocabulary;
use crate::chart::{pick, record};

impl Table<'_, '_> {
    /// Evaluations, listening and sessions, each in a row.
    pub(super) fn moments(&mut self) {
        let language = self.language;
        self.heading("together", pick(language, "samen", "together"), false);
        self.kind("evaluation", pick(language, "evaluaties", "evaluations"), |event| {
            matches!(event, Event::Evaluation { .. })
        });
        self.kind("listening", pick(language, "geluisterd", "listening"), |event| {
            matches!(event, Event::Listening { .. })
        });
        self.kind("session", pick(language, "bijeenkomsten", "sessions"), |event| {
            matches!(event, Event::Session { .. })
        });
        for (number, event) in self.history.pick(Some) {
            match event {
                Event::Evaluation { parties, .. } => {
                    let with = parties.iter().any(|party| self.history.in_source_group(party.as_str()));
                    let (kind, name) = if with {
                        let name = ("co-evaluatie, met de brongroep", "co-evaluation, with the source group");
                        ("co-evaluation", name)
                    } else {
                        (
                            "evaluation",
                            ("evaluatie zonder de brongroep", "evaluation without the source group"),
                        )
                    };
                    let who = self.names(parties.iter().map(Actor::as_str));
                    self.point("evaluation", kind, number, pick(language, name.0, name.1), &who);
                }
                Event::Listening { method, parties, .. } => {
                    let method = method.label();
                    let who = self.names(parties.iter().map(PartyName::as_str));
                    self.point("listening", "listening", number, method.in_language(language), &who);
                }
                _ => {}
            }
        }
        self.sessions();
    }

    /// The row of a kind of event, which says so when there are none.
    fn kind(&mut self, key: &str, label: &str, is: impl Fn(&Event) -> bool) {
        self.rows.add(key, label);
        if self.history.numbers(is).is_empty() {
            self.nothing(key, label);
        }
    }

    /// What parties are called.
    pub(super) fn names<'n>(&self, parties: impl Iterator<Item = &'n str>) -> String {
        let name = |party| self.history.name(party).in_language(self.language).to_owned();
        parties.map(name).collect::<Vec<_>>().join(", ")
    }

    /// What asks for attention: a row for each code, with the events that each finding rests on.
    pub(super) fn findings(&mut self, findings: &[Finding]) {
        if findings.is_empty() {
            return;
        }
        self.heading("findings", pick(self.language, "vraagt aandacht", "asks for attention"), false);
        let mut codes: Vec<FindingCode> = findings.iter().map(|finding| finding.code).collect();
        codes.dedup();
        for code in codes {
            let (key, name) = (format!("finding/{code}"), code.label());
            self.rows.part(&key, name.in_language(self.language));
            for finding in findings.iter().filter(|finding| finding.code == code) {
                self.finding(&key, finding);
            }
        }
    }

    fn finding(&mut self, key: &str, finding: &Finding) {
        let (text, advice) =
            (finding.text.in_language(self.language), finding.advice.in_language(self.language));
        if let (Some(&first), Some(&last)) = (finding.evidence.first(), finding.evidence.last()) {
            self.span(key, "evidence", (first, Some(last)), text, advice);
        } else {
            // What rests on no event is seen on the date of the chart.
            self.values.push(record([
                ("row", key.into()),
                ("kind", "finding".into()),
                ("at", day(self.as_of)),
                ("name", text.into()),
                ("when", day(self.as_of)),
                ("more", advice.into()),
                ("says", text.into()),
            ]));
        }
        for &number in &finding.evidence {
            self.point(key, "finding", number, text, advice);
        }
    }
}
