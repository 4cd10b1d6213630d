//! Putting rows in order: by person and moment, one for each moment.

use super::door::Door;
use super::order::{by_number, key_of_time};
use super::people::NOBODY;
use super::{Group, Panel, SameDay, Unsorted, at, moments};
use crate::error::{Error, Mistake};
use crate::math::shown;

impl Door<'_> {
    /// The panel of the rows.
    pub(super) fn arrange(mut self) -> Result<Panel, Error> {
        let mut rows = self.complete();
        let people = std::mem::replace(&mut self.people, super::people::People::Numbers(Vec::new()));
        let (people, places) = people.once();
        for who in &mut self.who {
            *who = places.get(at(*who)).copied().unwrap_or(NOBODY);
        }
        self.people = people;
        self.sort(&mut rows);
        let rows = self.one_a_moment(rows);
        let (first, seen) = self.persons(&rows);
        let weight = self.weights(&rows, &first);
        let known = self.options.codes.clone().unwrap_or_default();
        let (codes, places) = self.codes.in_order(&known);
        if codes.len() > usize::from(u8::MAX) {
            let what = crate::Label::of("verschillende toestanden", "different states");
            let mistake = Mistake::TooMany { what, limit: usize::from(u8::MAX) };
            return Err(self.problems().unwrap_or_else(|| mistake.into()));
        }
        if let Some(error) = self.problems() {
            return Err(error);
        }
        let code = |place: u16| places.get(usize::from(place)).and_then(|code| u8::try_from(*code).ok());
        let state = rows.iter().filter_map(|&row| self.state.get(at(row))).map(|&place| code(place));
        let state = state.map(|code| code.unwrap_or(u8::MAX)).collect();
        let dated = self.names().is_some_and(|names| moments::has_dates(&names.time.cells));
        let unit = self.options.unit;
        Ok(Panel {
            unit,
            tick: if dated { 1.0 / unit.days() } else { 1.0 },
            origin: if dated { moments::epoch() } else { None },
            people: if seen.len() == self.people.len() { self.people } else { self.people.only(&seen) },
            first,
            row: rows
                .iter()
                .map(|&row| row.saturating_add(self.options.first_row.try_into().unwrap_or(0)))
                .collect(),
            time: pick(&rows, self.time),
            state,
            codes,
            covariates: self
                .covariates
                .into_iter()
                .map(|(name, values)| (name, pick(&rows, values)))
                .collect(),
            groups: self
                .groups
                .into_iter()
                .map(|(name, codes, of)| {
                    let (levels, places) = codes.in_order(&[]);
                    let level =
                        |place: u16| places.get(usize::from(place)).copied().unwrap_or(Group::UNKNOWN);
                    Group { name, levels, of: pick(&rows, of).into_iter().map(level).collect() }
                })
                .collect(),
            weight,
            intake: self.intake,
        })
    }

    fn person(&self, row: u32) -> u32 {
        self.who.get(at(row)).copied().unwrap_or(NOBODY)
    }

    fn moment(&self, row: u32) -> f64 {
        self.time.get(at(row)).copied().unwrap_or(f64::NAN)
    }

    /// Sorts the rows by person and moment; rows of one moment stay in the order of the table.
    fn sort(&mut self, rows: &mut Vec<u32>) {
        if !rows.is_sorted_by_key(|&row| self.person(row)) {
            self.intake.reordered = true;
            by_number(rows, 4, |row| self.person(row).into());
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
        by_number(rows, 8, |row| key_of_time(self.moment(row)));
        by_number(rows, 4, |row| self.person(row).into());
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

    /// Where the visits of each person begin, and who has any.
    fn persons(&self, rows: &[u32]) -> (Vec<u32>, Vec<u32>) {
        let (mut first, mut seen) = (Vec::new(), Vec::new());
        for (visit, &row) in (0_u32..).zip(rows) {
            let person = self.person(row);
            if seen.last() != Some(&person) {
                seen.push(person);
                first.push(visit);
            }
        }
        first.push(rows.len().try_into().unwrap_or(NOBODY));
        (first, seen)
    }

    /// The weight of each person, the same in each of the rows.
    fn weights(&mut self, rows: &[u32], first: &[u32]) -> Option<Vec<f64>> {
        let weight = self.weight.take()?;
        let name = self.names().and_then(|names| names.weight).map_or("", |column| column.name);
        let of = |row: u32| weight.get(at(row)).copied().unwrap_or(f64::NAN);
        let mut weights = Vec::with_capacity(first.len());
        for range in first.windows(2) {
            let &[start, end] = range else { continue };
            let own = rows.get(at(start)..at(end)).unwrap_or_default();
            let Some((&opening, later)) = own.split_first() else { continue };
            for &row in later.iter().filter(|&&row| of(row).to_bits() != of(opening).to_bits()) {
                let (value, other) = (shown(of(row)), shown(of(opening)));
                let other_row = self.number(at(opening));
                self.refuse(at(row), name, Mistake::UnequalWeight { value, other, row: other_row });
            }
            weights.push(of(opening));
        }
        Some(weights)
    }

    fn shown_moment(&self, row: u32) -> String {
        let time = self.moment(row);
        let dated = self.names().is_some_and(|names| moments::has_dates(&names.time.cells));
        moments::shown_time(time, dated)
    }
}

/// The values of these rows, in their order. The usual case, all rows in the order of the table, copies nothing.
fn pick<T: Copy>(rows: &[u32], values: Vec<T>) -> Vec<T> {
    if rows.len() == values.len() && rows.iter().zip(0..).all(|(row, index)| *row == index) {
        return values;
    }
    rows.iter().filter_map(|&row| values.get(at(row)).copied()).collect()
}
