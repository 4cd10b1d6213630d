//! Codes: the states of visits and the groups of people, as numbers.

use super::people::TextList;
use crate::column::Cells;
use crate::document::written_number;
use crate::math::shown;

/// The place of a row without a code.
pub(super) const NO_CODE: u16 = u16::MAX;

/// The codes that were met so far. A table has few of them, so they are looked for one by one.
#[derive(Clone, Debug, Default)]
pub(super) struct Codes {
    met: TextList,
    // The numbers of codes that were numbers, which are recognised without writing them out.
    numbers: Vec<(f64, u16)>,
}

/// How many rows are read at once.
const ROWS: usize = 4096;

impl Codes {
    /// Adds the code of each row: its place among the codes met. [`NO_CODE`] where there is none, and past a number of
    /// codes that no table of states has.
    pub(super) fn read(&mut self, cells: &Cells<'_>, out: &mut Vec<u16>) {
        match cells {
            Cells::Texts(texts) => {
                let mut last = (None, NO_CODE);
                for row in 0..cells.len() {
                    let code = texts.get(row);
                    if code != last.0 {
                        last = (code, code.map_or(NO_CODE, |code| self.place(code)));
                    }
                    out.push(last.1);
                }
            }
            Cells::Numbers(column) => {
                // The small whole numbers, which most codes are.
                let mut small = [NO_CODE; 256];
                let mut numbers = Vec::with_capacity(ROWS);
                for start in (0..cells.len()).step_by(ROWS) {
                    numbers.clear();
                    column.numbers(start..cells.len().min(start + ROWS), &mut numbers);
                    out.extend(numbers.iter().map(|number| {
                        #[expect(
                            clippy::cast_possible_truncation,
                            clippy::cast_sign_loss,
                            reason = "a number that is no byte becomes another one, and is then found to differ"
                        )]
                        let byte = *number as u8;
                        let known = small.get_mut(usize::from(byte)).filter(|_| f64::from(byte).to_bits() == number.to_bits());
                        match known {
                            Some(place) if *place != NO_CODE => *place,
                            Some(place) => {
                                *place = self.place_of_number(*number);
                                *place
                            }
                            None => self.place_of_number(*number),
                        }
                    }));
                }
            }
            Cells::Dates(_) => {}
        }
    }

    /// How many codes were met.
    pub(super) fn len(&self) -> usize {
        self.met.len()
    }

    fn place_of_number(&mut self, number: f64) -> u16 {
        if number.is_nan() {
            return NO_CODE;
        }
        // Zero with a sign is the same code as zero.
        let number = number + 0.0;
        let known = self.numbers.iter().find(|(other, _)| other.to_bits() == number.to_bits()).copied();
        known.map_or_else(
            || {
                let place = self.place(&shown(number));
                self.numbers.push((number, place));
                place
            },
            |(_, place)| place,
        )
    }

    fn place(&mut self, code: &str) -> u16 {
        let known = (0..self.met.len()).find(|&index| self.met.get(index) == code);
        let index = known.unwrap_or_else(|| {
            self.met.push(code);
            self.met.len() - 1
        });
        u16::try_from(index).unwrap_or(NO_CODE)
    }

    /// The codes in order, those that are known beforehand first, and for each code that was met its place in them.
    /// Numbers come in the order of their size, before texts in the order of their letters.
    pub(super) fn in_order(&self, known: &[String]) -> (Vec<String>, Vec<u16>) {
        let met: Vec<&str> = (0..self.met.len()).map(|index| self.met.get(index)).collect();
        let mut codes = known.to_vec();
        let number = |code: &str| written_number(code).unwrap_or(f64::INFINITY);
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
