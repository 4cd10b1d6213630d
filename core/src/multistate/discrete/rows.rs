//! How often states followed each other: the sufficient statistic of tables in discrete time.

use super::Counting;
use crate::document::written_number;
use crate::ordered::{Ordered, sort, sort_stable};

/// One transition of weight 1: weights are counted in whole numbers of this part, so that sums are exact.
pub(super) const ONE: u128 = 1 << 32;

/// Which table a transition belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Stratum {
    /// The place of the group in the groups.
    pub(super) group: u16,
    pub(super) period: u16,
    pub(super) gap: u16,
}

/// No state before: the first transition of a person, or one after a gap.
pub(super) const NOTHING: u8 = u8::MAX;

/// How often one thing happened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Row {
    pub(super) stratum: Stratum,
    pub(super) from: u8,
    pub(super) to: u8,
    /// The state before `from`.
    pub(super) before: u8,
    pub(super) count: u64,
    pub(super) weight: u128,
    pub(super) square: u128,
}

/// Of how many people one thing was seen, once or more.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Seen {
    pub(super) stratum: Stratum,
    pub(super) from: u8,
    pub(super) to: u8,
    pub(super) people: u64,
}

/// How often each pair of states followed each other, by group, period and gap.
///
/// Counts of parts with other people add up exactly, whatever the parts and their order.
#[derive(Clone, Debug, PartialEq)]
pub struct Counts {
    pub(super) counting: Counting,
    /// Whether times count from 1 January 1970.
    pub(super) dated: bool,
    pub(super) weighted: bool,
    pub(super) states: Vec<String>,
    /// The groups in order; `None` is those of whom it is not known.
    pub(super) groups: Vec<Option<String>>,
    /// In order of what they are about, each once.
    pub(super) rows: Vec<Row>,
    pub(super) seen: Vec<Seen>,
    pub(super) people: u64,
    /// Transitions to or from a code that is not among the states.
    pub(super) left_out: u64,
}

impl Row {
    fn key(&self) -> (Stratum, u8, u8, u8) {
        (self.stratum, self.from, self.to, self.before)
    }
}

impl Seen {
    fn key(&self) -> (Stratum, u8, u8) {
        (self.stratum, self.from, self.to)
    }
}

impl Counts {
    /// How many transitions were counted.
    pub fn transitions(&self) -> u64 {
        self.rows.iter().map(|row| row.count).sum()
    }

    /// How many people they are of.
    pub fn people(&self) -> u64 {
        self.people
    }

    /// How many transitions were left out, because they lead to or from a code that is not among the states.
    pub fn left_out(&self) -> u64 {
        self.left_out
    }

    /// The codes of the states, in order.
    pub fn states(&self) -> &[String] {
        &self.states
    }

    /// Adds the counts of a part with other people; `None` when the parts were not counted in the same way, in the same
    /// unit, with weights or without.
    #[must_use]
    pub fn merge(mut self, mut other: Self) -> Option<Self> {
        let way = |counts: &Self| (counts.counting.clone(), counts.dated, counts.weighted);
        if way(&self) != way(&other) {
            return None;
        }
        self.rename_to(&mut other);
        self.rows.append(&mut other.rows);
        self.seen.append(&mut other.seen);
        self.people += other.people;
        self.left_out += other.left_out;
        self.tidy();
        Some(self)
    }

    /// Gives both counts the states and groups of both together.
    pub(super) fn rename_to(&mut self, other: &mut Self) {
        let states = together(&self.states, &other.states, |code: &String| code_order(code));
        let groups = together(&self.groups, &other.groups, |group| group_order(group.as_deref()));
        for counts in [self, other] {
            counts.rename(&states, &groups);
            (counts.states, counts.groups) = (states.clone(), groups.clone());
        }
    }

    /// Gives states and groups their places in other lists.
    fn rename(&mut self, states: &[String], groups: &[Option<String>]) {
        let state: Vec<u8> = places(&self.states, states);
        let group: Vec<u16> = places(&self.groups, groups);
        let state =
            |old: u8| if old == NOTHING { old } else { state.get(usize::from(old)).copied().unwrap_or(old) };
        let group = |old: u16| group.get(usize::from(old)).copied().unwrap_or(old);
        for row in &mut self.rows {
            row.stratum.group = group(row.stratum.group);
            (row.from, row.to, row.before) = (state(row.from), state(row.to), state(row.before));
        }
        for seen in &mut self.seen {
            seen.stratum.group = group(seen.stratum.group);
            (seen.from, seen.to) = (state(seen.from), state(seen.to));
        }
    }

    /// Sorts the rows and takes together what is about the same.
    pub(super) fn tidy(&mut self) {
        sort(&mut self.rows, |one, other| one.key().cmp(&other.key()));
        self.rows.dedup_by(|later, kept| {
            let same = later.key() == kept.key();
            if same {
                kept.count += later.count;
                kept.weight += later.weight;
                kept.square += later.square;
            }
            same
        });
        sort(&mut self.seen, |one, other| one.key().cmp(&other.key()));
        self.seen.dedup_by(|later, kept| {
            let same = later.key() == kept.key();
            if same {
                kept.people += later.people;
            }
            same
        });
    }

    /// The tables there are, in order.
    pub(super) fn strata(&self) -> Vec<Stratum> {
        self.rows.iter().map(|row| row.stratum).collect::<Ordered<Stratum>>().into_vec()
    }
}

/// Codes in the order of their size when they are numbers, before texts in the order of their letters.
fn code_order(code: &str) -> (bool, u64, String) {
    match written_number(code) {
        Some(number) => {
            let bits = (number + 0.0).to_bits();
            (false, if bits >> 63 == 1 { !bits } else { bits | 1 << 63 }, code.to_owned())
        }
        None => (true, 0, code.to_owned()),
    }
}

fn group_order(group: Option<&str>) -> (bool, (bool, u64, String)) {
    (group.is_none(), code_order(group.unwrap_or_default()))
}

/// One list when both are the same, else both in the order of their codes.
fn together<T: Clone + PartialEq, K: Ord>(one: &[T], other: &[T], order: impl Fn(&T) -> K) -> Vec<T> {
    if one == other {
        return one.to_vec();
    }
    let mut all: Vec<T> = one.to_vec();
    all.extend(other.iter().filter(|code| !one.contains(code)).cloned());
    sort_stable(&mut all, |one, other| order(one).cmp(&order(other)));
    all
}

fn places<T: PartialEq, P: TryFrom<usize> + Default>(old: &[T], new: &[T]) -> Vec<P> {
    let place = |code: &T| new.iter().position(|other| other == code);
    old.iter().map(|code| place(code).and_then(|place| place.try_into().ok()).unwrap_or_default()).collect()
}

impl Counts {
    /// The groups of a panel in order.
    pub(super) fn in_order(groups: &mut [Option<String>]) {
        sort_stable(groups, |one, other| group_order(one.as_deref()).cmp(&group_order(other.as_deref())));
    }
}
