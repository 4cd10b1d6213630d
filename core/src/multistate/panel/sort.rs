//! Putting rows in order: by person and moment, one for each moment.

use super::door::Door;
use super::order::{by_number, key_of_time};
use super::people::NOBODY;
use super::{SameDay, Unsorted, at, moments};
use crate::error::Mistake;
use crate::math::shown;

/// The rows of one person that are put in order one by one.
const FEW: usize = 32;

impl Door<'_> {
    /// The rows that are visits, in the order of the panel; `None` when that is all of them as they stand.
    pub(super) fn visits(&mut self) -> Option<Vec<u32>> {
        let rows = self.complete();
        if rows.is_none() && self.is_in_order() {
            return None;
        }
        let mut rows = rows.unwrap_or_else(|| self.all().collect());
        self.sort(&mut rows);
        Some(self.one_a_moment(rows))
    }

    /// Whether the rows stand in the order of persons and moments, with one for each moment.
    fn is_in_order(&self) -> bool {
        let (who, time) = (self.who.windows(2), self.time.windows(2));
        who.zip(time).all(|(who, time)| match (who, time) {
            (&[one, other], &[before, after]) => one < other || (one == other && before < after),
            _ => true,
        })
    }

    pub(super) fn person(&self, row: u32) -> u32 {
        self.who.get(at(row)).copied().unwrap_or(NOBODY)
    }

    fn moment(&self, row: u32) -> f64 {
        self.time.get(at(row)).copied().unwrap_or(f64::NAN)
    }

    /// Sorts the rows by person and moment; rows of one moment stay in the order of the table.
    fn sort(&mut self, rows: &mut Vec<u32>) {
        if !rows.is_sorted_by_key(|&row| self.person(row)) {
            self.intake.reordered = true;
            self.deal(rows);
        }
        let mut backwards: Vec<(u32, u32)> = Vec::new();
        for pair in rows.windows(2) {
            let &[before, row] = pair else { continue };
            if self.person(before) == self.person(row) && self.moment(row) < self.moment(before) {
                backwards.push((row, before));
            }
        }
        if backwards.is_empty() {
            return;
        }
        self.intake.reordered = true;
        let column = self.names().map_or("", |names| names.time.name);
        for (row, before) in backwards {
            if self.options.unsorted == Unsorted::Refuse {
                let (value, previous) = (self.shown_moment(row), self.shown_moment(before));
                self.refuse(at(row), column, Mistake::OutOfOrder { value, previous });
            }
            let number = self.number(at(row));
            self.intake.backwards.note(number);
        }
        let (who, time) = (&self.who, &self.time);
        let moment = |row: u32| time.get(at(row)).copied().unwrap_or(f64::NAN);
        for own in rows.chunk_by_mut(|one, other| who.get(at(*one)) == who.get(at(*other))) {
            if own.len() > FEW {
                by_number(own, |row| key_of_time(moment(row)));
                continue;
            }
            for place in 1..own.len() {
                let Some((&mut row, earlier)) = own.get_mut(..=place).and_then(<[u32]>::split_last_mut)
                else {
                    continue;
                };
                let before = earlier.partition_point(|earlier| moment(*earlier) <= moment(row));
                if let Some(later) = own.get_mut(before..=place) {
                    later.rotate_right(1);
                }
            }
        }
    }

    /// Deals the rows out to their persons, each in the order they had.
    fn deal(&self, rows: &mut Vec<u32>) {
        let mut next = vec![0_u32; self.people.len()];
        for &row in rows.iter() {
            if let Some(count) = next.get_mut(at(self.person(row))) {
                *count += 1;
            }
        }
        let mut start = 0;
        for next in &mut next {
            start += std::mem::replace(next, start);
        }
        let mut dealt = vec![0; rows.len()];
        for &row in rows.iter() {
            if let Some(next) = next.get_mut(at(self.person(row))) {
                if let Some(place) = dealt.get_mut(at(*next)) {
                    *place = row;
                }
                *next += 1;
            }
        }
        *rows = dealt;
    }

    fn is_same_moment(&self, one: u32, other: u32) -> bool {
        self.person(one) == self.person(other) && self.moment(one).to_bits() == self.moment(other).to_bits()
    }

    /// Leaves one row for each person and moment: what is said twice counts once, what is said differently is refused
    /// or decided by the option.
    fn one_a_moment(&mut self, rows: Vec<u32>) -> Vec<u32> {
        if rows.windows(2).all(|pair| !matches!(pair, &[one, other] if self.is_same_moment(one, other))) {
            return rows;
        }
        let mut kept: Vec<u32> = Vec::with_capacity(rows.len());
        for row in rows {
            let Some(last) = kept.last_mut().filter(|last| self.is_same_moment(**last, row)) else {
                kept.push(row);
                continue;
            };
            let before = *last;
            let Some((column, value, other)) = self.difference(row, before) else {
                let number = self.number(at(row));
                self.intake.duplicates.note(number);
                continue;
            };
            let left_out = match self.options.same_day {
                SameDay::Last => std::mem::replace(last, row),
                SameDay::First => row,
                SameDay::Refuse => {
                    let (moment, row_of_other) = (self.shown_moment(row), self.number(at(before)));
                    self.refuse(
                        at(row),
                        &column,
                        Mistake::SameMoment { moment, value, other, row: row_of_other },
                    );
                    continue;
                }
            };
            let number = self.number(at(left_out));
            self.intake.same_day.note(number);
        }
        kept
    }

    /// The first column in which two rows differ, and what the first and the second of them say.
    fn difference(&self, one: u32, other: u32) -> Option<(String, String, String)> {
        let (one, other) = (at(one), at(other));
        let names = self.names()?;
        let code = |codes: &[u16], row: usize| codes.get(row).copied().unwrap_or(u16::MAX);
        let coded = std::iter::once((names.state.name, &self.codes, &self.state));
        let groups = self.groups.iter().map(|(name, codes, of)| (name.as_str(), codes, of));
        let coded = coded.chain(groups).find_map(|(name, codes, of)| {
            let (one, other) = (code(of, one), code(of, other));
            (one != other).then(|| (name.to_owned(), codes.shown(one), codes.shown(other)))
        });
        coded.or_else(|| {
            self.covariates.iter().find_map(|(name, values)| {
                let (one, other) = (values.get(one)?, values.get(other)?);
                (one.to_bits() != other.to_bits()).then(|| (name.clone(), shown(*one), shown(*other)))
            })
        })
    }

    fn shown_moment(&self, row: u32) -> String {
        let time = self.moment(row);
        moments::shown_time(time, self.is_dated())
    }
}
