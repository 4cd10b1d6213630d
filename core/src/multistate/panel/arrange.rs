//! The panel of rows that were read.

use super::door::Door;
use super::people::NOBODY;
use super::{Group, Panel, at, moments};
use crate::error::{Error, Mistake};
use crate::math::shown;

impl Door<'_> {
    /// The panel of the rows.
    pub(super) fn arrange(mut self) -> Result<Panel, Error> {
        if let Some((people, places)) = self.people.once() {
            for who in &mut self.who {
                *who = places.get(at(*who)).copied().unwrap_or(NOBODY);
            }
            self.people = people;
        }
        let rows = self.visits();
        let pick = Pick { rows: rows.as_deref() };
        let (first, seen) = match &rows {
            None => persons(&self.who),
            Some(rows) => persons(&rows.iter().map(|row| self.person(*row)).collect::<Vec<u32>>()),
        };
        let visits = rows.clone().unwrap_or_else(|| self.all().collect());
        let weight = self.weights(&visits, &first);
        if let Some(error) = self.problems() {
            return Err(error);
        }
        let known = self.options.codes.as_deref().unwrap_or_default();
        let (codes, places) = self.codes.in_order(known);
        let places: Vec<u8> = places.iter().map(|code| u8::try_from(*code).unwrap_or(u8::MAX)).collect();
        let code = |met: &u16| places.get(usize::from(*met)).copied().unwrap_or(u8::MAX);
        let state = pick.of(std::mem::take(&mut self.state)).iter().map(code).collect();
        let dated = self.is_dated();
        let before = u32::try_from(self.options.first_row).unwrap_or(0);
        let groups = self.groups.into_iter().map(|(name, codes, of)| {
            let (levels, places) = codes.in_order(&[]);
            let level = |met: u16| places.get(usize::from(met)).copied().unwrap_or(Group::UNKNOWN);
            Group { name, levels, of: pick.of(of).into_iter().map(level).collect() }
        });
        Ok(Panel {
            unit: self.options.unit,
            tick: if dated { 1.0 / self.options.unit.days() } else { 1.0 },
            origin: if dated { moments::epoch() } else { None },
            people: if seen.len() == self.people.len() { self.people } else { self.people.only(&seen) },
            first,
            time: pick.of(self.time),
            state,
            codes,
            covariates: self.covariates.into_iter().map(|(name, values)| (name, pick.of(values))).collect(),
            groups: groups.collect(),
            row: visits.into_iter().map(|row| row.saturating_add(before)).collect(),
            weight,
            intake: self.intake,
        })
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
}

/// Where the visits of each person begin, and who has any.
fn persons(who: &[u32]) -> (Vec<u32>, Vec<u32>) {
    let (mut first, mut seen) = (Vec::new(), Vec::new());
    let mut last = NOBODY;
    for (visit, person) in (0_u32..).zip(who) {
        if *person != last {
            last = *person;
            seen.push(last);
            first.push(visit);
        }
    }
    first.push(who.len().try_into().unwrap_or(NOBODY));
    (first, seen)
}

/// The rows that are wanted, in order; all as they stand when `None`.
#[derive(Clone, Copy)]
struct Pick<'a> {
    rows: Option<&'a [u32]>,
}

impl Pick<'_> {
    fn of<T: Copy>(self, values: Vec<T>) -> Vec<T> {
        match self.rows {
            None => values,
            Some(rows) => rows.iter().filter_map(|&row| values.get(at(row)).copied()).collect(),
        }
    }
}
