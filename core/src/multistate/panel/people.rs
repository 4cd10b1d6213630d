//! Who the rows of a panel are about.

use super::at;
use super::order::{by_number, by_text, key_of_whole};
use crate::column::{Cells, Column, Values};
use crate::error::Mistake;
use std::borrow::Cow;

/// Texts one after the other in one text.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::multistate) struct TextList {
    text: String,
    ends: Vec<usize>,
}

impl TextList {
    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.ends.push(self.text.len());
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn last(&self) -> Option<&str> {
        self.ends.len().checked_sub(1).map(|last| self.get(last))
    }

    pub(super) fn get(&self, index: usize) -> &str {
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(index).copied().unwrap_or(start);
        self.text.get(start..end).unwrap_or("")
    }
}

/// The names of people, as the table has them.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::multistate) enum People {
    /// Whole numbers.
    Numbers(Vec<i64>),
    /// Texts.
    Texts(TextList),
}

/// The place of a row without a person.
pub(super) const NOBODY: u32 = u32::MAX;

impl People {
    /// Nobody yet, to be named as a column does: by texts or by whole numbers.
    pub(super) fn of_kind(cells: &Cells<'_>) -> Self {
        match cells {
            Cells::Texts(_) => Self::Texts(TextList::default()),
            Cells::Numbers(_) | Cells::Dates(_) => Self::Numbers(Vec::new()),
        }
    }

    pub(super) fn len(&self) -> usize {
        match self {
            Self::Numbers(names) => names.len(),
            Self::Texts(names) => names.len(),
        }
    }

    /// The name of one person.
    pub(super) fn name(&self, index: usize) -> Cow<'_, str> {
        match self {
            Self::Numbers(names) => names.get(index).map(i64::to_string).unwrap_or_default().into(),
            Self::Texts(names) => names.get(index).into(),
        }
    }

    /// Adds who each row is about: a place in these names, where equal names that follow each other share one.
    /// [`NOBODY`] where the cell is empty or no name.
    pub(super) fn read(&mut self, cells: &Cells<'_>, out: &mut Vec<u32>) {
        match (self, cells) {
            (Self::Numbers(names), Cells::Numbers(column)) => {
                let mut place = last(names.len());
                let mut put = |name: Option<i64>| {
                    let Some(name) = name else { return NOBODY };
                    if names.last() != Some(&name) {
                        names.push(name);
                        place = last(names.len());
                    }
                    place
                };
                match (column.values, column.present) {
                    (Values::I64(values), None) => out.extend(values.iter().map(|&name| put(Some(name)))),
                    _ => out.extend((0..cells.len()).map(|row| put(whole(column, row)))),
                }
            }
            (Self::Texts(names), Cells::Texts(column)) => {
                for row in 0..cells.len() {
                    let Some(name) = column.get(row) else {
                        out.push(NOBODY);
                        continue;
                    };
                    if names.last() != Some(name) {
                        names.push(name);
                    }
                    out.push(last(names.len()));
                }
            }
            _ => {}
        }
    }

    /// Why the cell of a row names nobody; `None` where it is empty.
    pub(super) fn why(cells: &Cells<'_>, row: usize) -> Option<Mistake> {
        let Cells::Numbers(column) = cells else { return None };
        column.get(row).map(|number| Mistake::NotWhole { value: crate::math::shown(number) })
    }

    /// Only these of the names.
    pub(super) fn only(&self, kept: &[u32]) -> Self {
        match self {
            Self::Numbers(names) => {
                Self::Numbers(kept.iter().filter_map(|&index| names.get(at(index)).copied()).collect())
            }
            Self::Texts(names) => {
                let mut list = TextList::default();
                for &index in kept {
                    list.push(names.get(at(index)));
                }
                Self::Texts(list)
            }
        }
    }

    /// Every name once, in order, and for each of these names its place among them; `None` where they are so already.
    pub(super) fn once(&self) -> Option<(Self, Vec<u32>)> {
        let ascending = match self {
            Self::Numbers(names) => names.is_sorted_by(|one, other| one < other),
            Self::Texts(names) => (1..names.len()).all(|index| names.get(index - 1) < names.get(index)),
        };
        if ascending {
            return None;
        }
        let mut order: Vec<u32> = (0..u32::try_from(self.len()).unwrap_or(NOBODY)).collect();
        match self {
            Self::Numbers(names) => {
                by_number(&mut order, |index| key_of_whole(names.get(at(index)).copied().unwrap_or(0)));
            }
            Self::Texts(names) => by_text(&mut order, |index| names.get(at(index))),
        }
        let same = |one: u32, other: u32| match self {
            Self::Numbers(names) => names.get(at(one)) == names.get(at(other)),
            Self::Texts(names) => names.get(at(one)) == names.get(at(other)),
        };
        let mut places = vec![0; self.len()];
        let mut once: Vec<u32> = Vec::new();
        for index in order {
            if once.last().is_none_or(|last| !same(*last, index)) {
                once.push(index);
            }
            if let Some(place) = places.get_mut(at(index)) {
                *place = last(once.len());
            }
        }
        Some((self.only(&once), places))
    }
}

/// The place of the last of so many.
fn last(count: usize) -> u32 {
    count.checked_sub(1).and_then(|last| last.try_into().ok()).unwrap_or(NOBODY)
}

/// The whole number in a row; the wide ones are not read by way of fractions, which would make neighbours equal.
fn whole(column: &Column<'_>, row: usize) -> Option<i64> {
    if let Values::I64(values) = column.values {
        return values.get(row).copied().filter(|_| column.present.is_none_or(|bits| bits.get(row)));
    }
    // Above this a number no longer tells neighbours apart.
    let number =
        column.get(row).filter(|number| number.fract() == 0.0 && number.abs() <= 9_007_199_254_740_992.0)?;
    #[expect(clippy::cast_possible_truncation, reason = "whole and within 53 bits, checked just before")]
    let whole = number as i64;
    Some(whole)
}
