//! Problems of a table that may have as many as it has rows.

use super::{Error, Mistake, Place, Problem};
use crate::ordered::sort_stable;

/// Problems in the order of their rows. Past a number that people can read they are counted only.
#[derive(Debug, Default)]
pub(crate) struct Listed {
    problems: Vec<Problem>,
    found: usize,
}

impl Listed {
    /// The most problems a table is refused with by name; the last one then says how many more there are.
    const MOST: usize = 10_000;

    /// Notes one problem; its place is only made when it is listed.
    pub(crate) fn add(&mut self, mistake: Mistake, place: impl FnOnce() -> Place) {
        self.found += 1;
        if self.found <= Self::MOST {
            self.problems.push(Problem::new(mistake, place()));
        }
    }

    /// Whether nothing was noted.
    pub(crate) fn is_empty(&self) -> bool {
        self.found == 0
    }

    /// All problems as one error, if there are any.
    pub(crate) fn finish(&mut self) -> Option<Error> {
        let mut problems = std::mem::take(&mut self.problems);
        sort_stable(&mut problems, |one, other| one.place().row.cmp(&other.place().row));
        if self.found > Self::MOST {
            problems.push(Problem::new(Mistake::More { count: self.found - Self::MOST }, Place::default()));
        }
        Error::of(problems)
    }
}
