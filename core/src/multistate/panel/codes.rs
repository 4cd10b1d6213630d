//! Codes: the states of visits and the groups of people, as numbers.

use super::people::TextList;
use crate::column::Cells;
use crate::error::Mistake;
use crate::math::shown;

/// The place of a row without a code.
pub(super) const NO_CODE: u16 = u16::MAX;

/// The codes that were met so far. A table has few of them, so they are looked for one by one, the last one first.
#[derive(Clone, Debug, Default)]
pub(super) struct Codes {
    met: TextList,
    // The numbers of the codes that were numbers, which are recognised without writing them out.
    numbers: Vec<(f64, u16)>,
    last: (f64, u16),
}

impl Codes {
    /// Reads the code of a row: its place among the codes met. `None` where the cell is empty.
    pub(super) fn read(&mut self, cells: &Cells<'_>, row: usize) -> Result<Option<u16>, Mistake> {
        match cells {
            Cells::Texts(texts) => texts.get(row).map(|code| self.place(code)).transpose(),
            Cells::Numbers(column) => {
                let Some(number) = column.get(row) else { return Ok(None) };
                if number.to_bits() == self.last.0.to_bits() && !self.numbers.is_empty() {
                    return Ok(Some(self.last.1));
                }
                let known = self.numbers.iter().find(|(other, _)| other.to_bits() == number.to_bits());
                let place = if let Some((_, place)) = known {
                    *place
                } else {
                    let place = self.place(&shown(number + 0.0))?;
                    self.numbers.push((number, place));
                    place
                };
                self.last = (number, place);
                Ok(Some(place))
            }
            Cells::Dates(_) => Ok(None),
        }
    }

    fn place(&mut self, code: &str) -> Result<u16, Mistake> {
        let known = (0..self.met.len()).find(|&index| self.met.get(index) == code);
        let index = known.unwrap_or_else(|| {
            self.met.push(code);
            self.met.len() - 1
        });
        u16::try_from(index).ok().filter(|place| *place < NO_CODE).ok_or_else(|| Mistake::TooMany {
            what: crate::Label::of("verschillende codes", "different codes"),
            limit: usize::from(NO_CODE) - 1,
        })
    }

    /// The codes in order, those that are known beforehand first, and for each code that was met its place in them.
    /// Numbers come in the order of their size, before texts in the order of their letters.
    pub(super) fn in_order(&self, known: &[String]) -> (Vec<String>, Vec<u16>) {
        let met: Vec<&str> = (0..self.met.len()).map(|index| self.met.get(index)).collect();
        let mut codes = known.to_vec();
        let number = |code: &str| code.parse::<f64>().unwrap_or(f64::INFINITY);
        for code in &met {
            if !codes.iter().any(|other| other == code) {
                let before = |other: &String| {
                    number(other).total_cmp(&number(code)).then_with(|| other.as_str().cmp(code)).is_lt()
                };
                let later = codes.get(known.len()..).unwrap_or_default().partition_point(before);
                codes.insert(known.len() + later, (*code).to_owned());
            }
        }
        let place = |code: &&str| codes.iter().position(|other| other == code);
        let places =
            met.iter().map(|code| place(code).and_then(|place| place.try_into().ok()).unwrap_or(NO_CODE));
        let places = places.collect();
        (codes, places)
    }

    /// A code that was met, by its place; a stripe where there is none.
    pub(super) fn shown(&self, place: u16) -> String {
        if place == NO_CODE { "-".to_owned() } else { self.met.get(place.into()).to_owned() }
    }

    /// The codes that were met and are not known, by their place among the codes met.
    pub(super) fn unknown(&self, known: &[String]) -> Vec<(u16, String)> {
        let met = (0..self.met.len()).map(|index| self.met.get(index));
        let unknown = met.enumerate().filter(|(_, code)| known.iter().all(|other| other != code));
        unknown.filter_map(|(index, code)| Some((index.try_into().ok()?, code.to_owned()))).collect()
    }
}
