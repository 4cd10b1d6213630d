//! One point on which a log can say yes, no, or nothing.
//!
//! What is absent from the log is unknown (“not recorded”); only a record to the contrary is a “no”. What was set
//! or joined stands until the log says otherwise.

pub(super) mod own;
pub(super) mod policy;
pub(super) mod table;
pub(super) mod voice;

use super::Event;
use super::history::History;
use crate::Label;
use crate::ordered::Ordered;

/// A point, and how to read it from the events.
#[derive(Clone, Copy)]
pub(super) struct Point {
    /// Its name as an input of conditions, `snake_case`.
    pub(super) name: &'static str,
    nl: &'static str,
    en: &'static str,
    rule: Rule,
}

/// How a point is read from the events.
#[derive(Clone, Copy)]
enum Rule {
    /// Yes once such an event was recorded; a log cannot say no.
    Recorded(fn(&Event) -> bool),
    /// What the last such event says.
    Latest(fn(&Event) -> Option<bool>),
    /// Yes when the source group is among the parties of such an event, no when there are only such events
    /// without it.
    WithSourceGroup(fn(&Event) -> Option<Vec<&str>>),
    /// Yes when the source group and another party are among the parties of such an event, no when there are only
    /// such events of one side.
    Together(fn(&Event) -> Option<Vec<&str>>),
    /// Its own rule.
    Own(fn(&History<'_>) -> Observation),
}

/// What the log says on a point.
#[derive(Clone)]
pub(super) struct Observation {
    /// Yes, no, or nothing.
    pub(super) value: Option<bool>,
    /// The numbers of the events that say so.
    pub(super) evidence: Vec<usize>,
    /// What is recorded, in words that follow on the point.
    pub(super) says: Label,
}

impl Point {
    /// What the point is called.
    pub(super) fn label(&self) -> Label {
        Label::of(self.nl, self.en)
    }

    pub(super) const fn recorded(
        name: &'static str,
        (nl, en): (&'static str, &'static str),
        rule: fn(&Event) -> bool,
    ) -> Self {
        Self { name, nl, en, rule: Rule::Recorded(rule) }
    }

    pub(super) const fn latest(
        name: &'static str,
        (nl, en): (&'static str, &'static str),
        rule: fn(&Event) -> Option<bool>,
    ) -> Self {
        Self { name, nl, en, rule: Rule::Latest(rule) }
    }

    pub(super) const fn with_source_group(
        name: &'static str,
        (nl, en): (&'static str, &'static str),
        rule: fn(&Event) -> Option<Vec<&str>>,
    ) -> Self {
        Self { name, nl, en, rule: Rule::WithSourceGroup(rule) }
    }

    pub(super) const fn together(
        name: &'static str,
        (nl, en): (&'static str, &'static str),
        rule: fn(&Event) -> Option<Vec<&str>>,
    ) -> Self {
        Self { name, nl, en, rule: Rule::Together(rule) }
    }

    pub(super) const fn own(
        name: &'static str,
        (nl, en): (&'static str, &'static str),
        rule: fn(&History<'_>) -> Observation,
    ) -> Self {
        Self { name, nl, en, rule: Rule::Own(rule) }
    }

    /// What the log says on this point; nothing when it depends on events that may not have happened yet.
    pub(super) fn observe(&self, history: &History<'_>) -> Observation {
        let mut versions = history.versions();
        let certain = versions.next().map_or_else(Observation::nothing, |version| self.read(&version));
        let mut last = None;
        let mut same = true;
        for version in versions {
            let observation = self.read(&version);
            same &= observation.value == certain.value;
            last = Some(observation);
        }
        last.filter(|_| !same).map_or_else(|| certain.clone(), |last| last.possible(&certain))
    }

    fn read(&self, history: &History<'_>) -> Observation {
        match self.rule {
            Rule::Recorded(is) => recorded(history, is),
            Rule::Latest(says) => latest(history, &history.pick(says)),
            Rule::WithSourceGroup(parties) => with_source_group(history, &history.pick(parties)),
            Rule::Together(parties) => together(history, &history.pick(parties)),
            Rule::Own(own) => own(history),
        }
    }

    /// The point and what the log says on it, in one line.
    pub(super) fn line(&self, observation: &Observation) -> Label {
        Label::join([&Label::of(self.nl, self.en), &observation.says], ": ")
    }
}

impl Observation {
    pub(super) fn new(value: Option<bool>, evidence: Vec<usize>, says: Label) -> Self {
        Self { value, evidence, says }
    }

    pub(super) fn nothing() -> Self {
        Self::new(None, Vec::new(), Label::of("niet vastgelegd", "not recorded"))
    }

    /// What may be the case, beside what is for certain.
    fn possible(self, certain: &Self) -> Self {
        let (before, now) = (&certain.says, &self.says);
        let says = Label::said(
            format_args!("mogelijk {}; zeker is: {}", now.nl, before.nl),
            format_args!("possibly {}; for certain: {}", now.en, before.en),
        );
        let evidence = certain.evidence.iter().copied().chain(self.evidence).collect::<Ordered<usize>>();
        Self::new(None, evidence.into_vec(), says)
    }
}

fn recorded(history: &History<'_>, is: fn(&Event) -> bool) -> Observation {
    let evidence = history.numbers(is);
    if evidence.is_empty() {
        return Observation::nothing();
    }
    let dates = history.dates(&evidence);
    let says = Label::said(format_args!("vastgelegd ({dates})"), format_args!("recorded ({dates})"));
    Observation::new(Some(true), evidence, says)
}

/// What the last of these records says.
pub(super) fn latest(history: &History<'_>, records: &[(usize, bool)]) -> Observation {
    let Some(&(number, value)) = records.last() else { return Observation::nothing() };
    let date = history.date(number);
    let says = if value {
        Label::said(format_args!("ja ({date})"), format_args!("yes ({date})"))
    } else {
        Label::said(format_args!("nee ({date})"), format_args!("no ({date})"))
    };
    Observation::new(Some(value), vec![number], says)
}

/// Whether the source group is among the parties of one of these records.
pub(super) fn with_source_group(history: &History<'_>, records: &[(usize, Vec<&str>)]) -> Observation {
    let ours = |party: &&str| history.in_source_group(party);
    let without =
        Label::of("wel vastgelegd, maar zonder de brongroep", "recorded, but without the source group");
    among(history, records, |parties| parties.iter().any(ours), &without)
}

/// Whether the source group and another party are both among the parties of one of these records.
pub(super) fn together(history: &History<'_>, records: &[(usize, Vec<&str>)]) -> Observation {
    let ours = |party: &&str| history.in_source_group(party);
    let both = |parties: &[&str]| parties.iter().any(ours) && !parties.iter().all(ours);
    let only_ours = records.iter().any(|(_, parties)| parties.iter().any(ours));
    let without = if only_ours {
        Label::of(
            "wel vastgelegd, maar niet samen met een andere partij",
            "recorded, but not together with another party",
        )
    } else {
        Label::of("wel vastgelegd, maar zonder de brongroep", "recorded, but without the source group")
    };
    among(history, records, both, &without)
}

/// Yes on the evidence of the records that hold; no when there are only others.
fn among(
    history: &History<'_>,
    records: &[(usize, Vec<&str>)],
    holds: impl Fn(&[&str]) -> bool,
    otherwise: &Label,
) -> Observation {
    let numbers = |wanted: bool| -> Vec<usize> {
        records.iter().filter(|(_, parties)| holds(parties) == wanted).map(|&(number, _)| number).collect()
    };
    let (with, without) = (numbers(true), numbers(false));
    if !with.is_empty() {
        let dates = history.dates(&with);
        let says = Label::said(
            format_args!("met de brongroep ({dates})"),
            format_args!("with the source group ({dates})"),
        );
        return Observation::new(Some(true), with, says);
    }
    if without.is_empty() {
        return Observation::nothing();
    }
    let dates = history.dates(&without);
    let says =
        Label::said(format_args!("{} ({dates})", otherwise.nl), format_args!("{} ({dates})", otherwise.en));
    Observation::new(Some(false), without, says)
}
