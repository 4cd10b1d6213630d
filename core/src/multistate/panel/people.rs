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

    /// Reads who a row is about: a place in these names, where equal names that follow each other share one.
    /// `None` where the cell is empty.
    pub(super) fn read(&mut self, cells: &Cells<'_>, row: usize) -> Result<Option<u32>, Mistake> {
        let last = self.len().wrapping_sub(1);
        let same = match (&mut *self, cells) {
            (Self::Numbers(names), Cells::Numbers(column)) => {
                let Some(name) = whole(column, row)? else { return Ok(None) };
                let same = names.get(last) == Some(&name);
                if !same {
                    names.push(name);
                }
                same
            }
            (Self::Texts(names), Cells::Texts(column)) => {
                let Some(name) = column.get(row) else { return Ok(None) };
                let same = last != usize::MAX && names.get(last) == name;
                if !same {
                    names.push(name);
                }
                same
            }
            _ => return Ok(None),
        };
        let index = if same { last } else { last.wrapping_add(1) };
        Ok(Some(u32::try_from(index).unwrap_or(NOBODY)))
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

    /// Every name once, in order, and for each of these names its place among them.
    pub(super) fn once(self) -> (Self, Vec<u32>) {
        let mut order: Vec<u32> = (0..u32::try_from(self.len()).unwrap_or(NOBODY)).collect();
        let in_order = match &self {
            Self::Numbers(names) => names.is_sorted(),
            Self::Texts(names) => (1..names.len()).all(|index| names.get(index - 1) <= names.get(index)),
        };
        if !in_order {
            match &self {
                Self::Numbers(names) => {
                    by_number(&mut order, 8, |index| {
                        key_of_whole(names.get(at(index)).copied().unwrap_or(0))
                    });
                }
                Self::Texts(names) => by_text(&mut order, |index| names.get(at(index))),
            }
        }
        let mut place = vec![0; self.len()];
        let mut once = match &self {
            Self::Numbers(_) => Self::Numbers(Vec::new()),
            Self::Texts(_) => Self::Texts(TextList::default()),
        };
        for index in order {
            let last = once.len().wrapping_sub(1);
            match (&mut once, &self) {
                (Self::Numbers(once), Self::Numbers(names)) => {
                    let name = names.get(at(index)).copied();
                    if once.get(last) != name.as_ref() {
                        once.extend(name);
                    }
                }
                (Self::Texts(once), Self::Texts(names)) => {
                    let name = names.get(at(index));
                    if last == usize::MAX || once.get(last) != name {
                        once.push(name);
                    }
                }
                _ => {}
            }
            if let Some(place) = place.get_mut(at(index)) {
                *place = u32::try_from(once.len().saturating_sub(1)).unwrap_or(NOBODY);
            }
        }
        (once, place)
    }
}

/// The whole number in a row; the wide ones are not read by way of fractions, which would make neighbours equal.
fn whole(column: &Column<'_>, row: usize) -> Result<Option<i64>, Mistake> {
    if let Values::I64(values) = column.values {
        let there = column.present.is_none_or(|bits| bits.get(row));
        return Ok(values.get(row).copied().filter(|_| there));
    }
    let Some(number) = column.get(row) else { return Ok(None) };
    // Above this a fraction no longer tells neighbours apart.
    if number.fract() != 0.0 || number.abs() > 9_007_199_254_740_992.0 {
        return Err(Mistake::NotWhole { value: crate::math::shown(number) });
    }
    #[expect(clippy::cast_possible_truncation, reason = "whole and within 53 bits, checked just before")]
    let whole = number as i64;
    Ok(Some(whole))
}
