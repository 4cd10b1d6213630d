//! A decision over the rows of a table.

use super::diagram::Lanes;
use super::{Decision, Facts, Input, InputKind, Name};
use crate::column::{Bits, Column};
use crate::document::Problems;
use crate::error::{Error, Kind, Mistake, Place};
use crate::math::shown;
use crate::{Label, Value};
use std::ops::{BitAnd, BitOrAssign};

/// The rows that are decided in one walk: the bits of a block.
const ROWS: usize = 64 * WORDS;
const WORDS: usize = 8;

/// What a table holds of one input.
#[derive(Clone, Copy, Debug)]
pub enum AnswerColumn<'a> {
    /// Numbers; of a question that takes yes or no, 1 and 0.
    Numbers(Column<'a>),
    /// Yes or no, one bit a row.
    Truths {
        /// The answers.
        values: Bits<'a>,
        /// Which of them are known; all when `None`.
        present: Option<Bits<'a>>,
        /// The number of rows.
        rows: usize,
    },
    /// The place of each answer in the list of choices, counted from 0, as [`Input::places`] finds it; anything that is
    /// not in the list, such as [`AnswerColumn::UNKNOWN`], where it is not known.
    Choices(&'a [u8]),
}

/// Which outcomes are possible in each row of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct OutcomeTable {
    /// The number of rows.
    pub rows: usize,
    /// For each outcome, in order, the rows in which it is possible: one bit a row, the lowest bit of a byte first.
    pub possible: Vec<(Name, Vec<u8>)>,
}

impl OutcomeTable {
    /// The outcomes that are possible in a row, in order.
    pub fn possible(&self, row: usize) -> Vec<Name> {
        let here =
            |bits: &[u8]| row < self.rows && bits.get(row / 8).is_some_and(|byte| byte >> (row % 8) & 1 == 1);
        self.possible.iter().filter(|(_, bits)| here(bits)).map(|(code, _)| code.clone()).collect()
    }

    /// For each row the place of its outcome in the list, 0 while more than one is possible; and the rows that have
    /// one, one bit a row.
    pub fn decided(&self) -> (Vec<u8>, Vec<u8>) {
        let bytes = self.rows.div_ceil(8);
        let (mut places, mut decided) = (Vec::with_capacity(bytes * 8), Vec::with_capacity(bytes));
        for byte in 0..bytes {
            let here = |bits: &Vec<u8>| bits.get(byte).copied().unwrap_or_default();
            let (once, twice) = self
                .possible
                .iter()
                .fold((0, 0), |(once, twice), (_, bits)| (once | here(bits), twice | once & here(bits)));
            let only = once & !twice;
            let numbered = (0_u64..).zip(&self.possible);
            let eight = numbered
                .map(|(place, (_, bits))| spread(here(bits) & only) * place)
                .fold(0, |one, other| one | other);
            places.extend_from_slice(&eight.to_le_bytes());
            decided.push(only);
        }
        places.truncate(self.rows);
        (places, decided)
    }

    /// The outcome of a row, `None` while more than one is possible.
    pub fn outcome(&self, row: usize) -> Option<Name> {
        match self.possible(row).as_slice() {
            [only] => Some(only.clone()),
            _ => None,
        }
    }
}

impl AnswerColumn<'_> {
    /// Stands for an answer that is not known.
    pub const UNKNOWN: u8 = u8::MAX;

    fn rows(&self) -> usize {
        match self {
            Self::Numbers(column) => column.values.len(),
            Self::Truths { rows, .. } => *rows,
            Self::Choices(places) => places.len(),
        }
    }
}

/// A bit for each of the rows of a block.
#[derive(Clone, Copy)]
struct Block([u64; WORDS]);

impl Lanes for Block {
    const NONE: Self = Self([0; WORDS]);
}

impl Block {
    const ALL: Self = Self([u64::MAX; WORDS]);
}

impl BitAnd for Block {
    type Output = Self;
    fn bitand(mut self, other: Self) -> Self {
        for (word, other) in self.0.iter_mut().zip(other.0) {
            *word &= other;
        }
        self
    }
}

impl BitOrAssign for Block {
    fn bitor_assign(&mut self, other: Self) {
        for (word, other) in self.0.iter_mut().zip(other.0) {
            *word |= other;
        }
    }
}

impl Decision {
    /// The outcomes that are possible in each row of a table: those of [`Decision::answer`], without the reasons, for
    /// many rows at once. What is known of all rows alike stands in `facts`; any other input without a column is unknown
    /// in every row, and a column that is no input is left alone.
    ///
    /// `first_row` is the number of the table's rows that came before these, so that rows are numbered alike however
    /// the table is divided.
    ///
    /// # Errors
    /// `missing-column` when no column is an input, `uneven-columns`, `unreadable-column` for a column that cannot
    /// hold answers to its question, and `outside-range` or `wrong-kind`
    /// for every answer that cannot be one, with row and column.
    ///
    /// ```
    /// use meedoen::column::{Column, Values};
    /// use meedoen::decide::{AnswerColumn, Condition, Decision, Facts, Input, Outcome, Rule};
    /// use meedoen::{Label, Source};
    /// let (text, source) = (|| Label::of("tekst", "text"), || Source::reference("a house rule"));
    /// let decision = Decision::new(
    ///     vec![Input::truth("rain", text(), source())],
    ///     vec![Outcome::new("inside", text()), Outcome::new("outside", text())],
    ///     vec![
    ///         Rule::new("inside", "wet", text(), Condition::yes("rain"), source()),
    ///         Rule::otherwise("outside", "dry", text(), source()),
    ///     ],
    /// )?;
    /// let rain = Column { values: Values::F64(&[1.0, f64::NAN]), present: None };
    /// let table = decision.table(&Facts::default(), &[("rain", AnswerColumn::Numbers(rain))], 0)?;
    /// assert_eq!(table.outcome(0).unwrap(), "inside");
    /// assert_eq!(table.possible(1), ["inside", "outside"]);
    /// # Ok::<(), meedoen::Error>(())
    /// ```
    pub fn table(
        &self,
        facts: &Facts,
        columns: &[(&str, AnswerColumn<'_>)],
        first_row: usize,
    ) -> Result<OutcomeTable, Error> {
        let problems = Problems::default();
        let rows = self.rows(columns, &problems);
        let known = self.diagram.known(&self.inputs, facts);
        let planes = self.inputs.iter().zip(&self.diagram.cells).zip(known).map(|((input, cells), known)| {
            let column = columns.iter().find(|(name, _)| *name == input.name).map(|(_, column)| *column);
            let may = |cell| if known.is_none_or(|known| known == cell) { Block::ALL } else { Block::NONE };
            let column = column.filter(|_| known.is_none());
            Planes { input, cells, column, blocks: (0..cells.len()).map(may).collect(), numbers: Vec::new() }
        });
        let mut planes: Vec<Planes<'_>> = planes.collect();
        let mut possible: Vec<(Name, Vec<u8>)> = self
            .outcomes
            .iter()
            .map(|outcome| (outcome.code.clone(), Vec::with_capacity(rows.div_ceil(8) + ROWS / 8)))
            .collect();
        let mut reach: Vec<Block> = Vec::new();
        for first in (0..rows).step_by(ROWS) {
            for plane in &mut planes {
                plane.fill(first, ROWS.min(rows - first), first_row, &problems);
            }
            let may = |input: usize, cell: usize| {
                planes.get(input).and_then(|plane| plane.blocks.get(cell)).copied().unwrap_or(Block::NONE)
            };
            self.diagram.walk(&mut reach, Block::ALL, may);
            for ((_, bits), block) in possible.iter_mut().zip(&reach) {
                for word in block.0 {
                    bits.extend_from_slice(&word.to_le_bytes());
                }
            }
        }
        for (_, bits) in &mut possible {
            bits.truncate(rows.div_ceil(8));
            if let (Some(last), over @ 1..) = (bits.last_mut(), rows % 8) {
                *last &= (1 << over) - 1;
            }
        }
        problems.finish(Some(OutcomeTable { rows, possible }))
    }

    /// The number of rows; none when the columns do not fit.
    fn rows(&self, columns: &[(&str, AnswerColumn<'_>)], problems: &Problems) -> usize {
        let expected = columns.first().map_or(0, |(_, column)| column.rows());
        let asked = |name: &str| self.inputs.iter().any(|input| input.name == name);
        let mut fit = true;
        if let (Some(first), false) = (self.inputs.first(), columns.iter().any(|(name, _)| asked(name))) {
            fit = false;
            problems.add(Mistake::MissingColumn { column: first.name.to_string() }, Place::default());
        }
        for (name, column) in columns.iter().filter(|(name, column)| asked(name) && column.rows() != expected)
        {
            fit = false;
            let mistake =
                Mistake::UnevenColumns { column: (*name).to_owned(), rows: column.rows(), expected };
            problems.add(mistake, Place::default());
        }
        if fit { expected } else { 0 }
    }
}

impl Input {
    /// The places of answers in the list of choices, for [`AnswerColumn::Choices`]; what is absent is unknown.
    ///
    /// # Errors
    /// `unknown-code` for every answer that is not in the list, with row and column.
    ///
    /// ```
    /// use meedoen::decide::Input;
    /// use meedoen::{Label, Source, ladder::Rung};
    /// let input = Input::choice::<Rung>("rung", Label::of("trede", "rung"), Source::reference("a house rule"));
    /// assert_eq!(input.places([Some("isolated"), None].into_iter(), 0)?, [0, 255]);
    /// # Ok::<(), meedoen::Error>(())
    /// ```
    pub fn places<'t>(
        &self,
        texts: impl Iterator<Item = Option<&'t str>>,
        first_row: usize,
    ) -> Result<Vec<u8>, Error> {
        let problems = Problems::default();
        let choices = match &self.kind {
            InputKind::Choice { choices } => choices.as_slice(),
            _ => &[],
        };
        let place = |(row, text): (usize, Option<&str>)| {
            let Some(text) = text else { return AnswerColumn::UNKNOWN };
            let found = choices.iter().position(|choice| choice.code == text);
            found.and_then(|place| u8::try_from(place).ok()).unwrap_or_else(|| {
                let mistake = Mistake::UnknownCode {
                    what: Label::of("deze vraag", "answer to this question"),
                    value: text.to_owned(),
                    expected: choices.iter().map(|choice| choice.code.to_string()).collect(),
                };
                problems.add(mistake, Place::row(first_row + row + 1).at(&self.name));
                AnswerColumn::UNKNOWN
            })
        };
        let places = texts.enumerate().map(place).collect();
        problems.finish(Some(places))
    }
}

/// In which rows of a block one input may lie in which of its cells.
struct Planes<'a> {
    input: &'a Input,
    cells: &'a [Value],
    column: Option<AnswerColumn<'a>>,
    blocks: Vec<Block>,
    /// The numbers of a word of rows.
    numbers: Vec<f64>,
}

impl Planes<'_> {
    fn fill(&mut self, first: usize, rows: usize, first_row: usize, problems: &Problems) {
        let Some(column) = self.column else { return };
        for word in 0..rows.div_ceil(64) {
            let row = first + word * 64;
            let rows = 64.min(first + rows - row);
            match (column, &self.input.kind) {
                (AnswerColumn::Truths { values, present, .. }, InputKind::Truth) => {
                    let unknown = present.map_or(0, |bits| !bits.word(row));
                    self.set(word, 0, values.word(row) | unknown);
                    self.set(word, 1, !values.word(row) | unknown);
                }
                (AnswerColumn::Choices(places), InputKind::Choice { .. }) => {
                    let places = places.get(row..row + rows).unwrap_or_default();
                    self.choices(word, places);
                }
                (AnswerColumn::Numbers(column), kind @ (InputKind::Number { .. } | InputKind::Truth)) => {
                    let range = match kind {
                        InputKind::Number { min, max, .. } => (*min, *max),
                        _ => (0.0, 1.0),
                    };
                    let mut numbers = std::mem::take(&mut self.numbers);
                    numbers.clear();
                    // What is absent may hold anything: its bits say so for 64 rows at once.
                    Column { present: None, ..column }.numbers(row..row + rows, &mut numbers);
                    let present = column.present.map_or(u64::MAX, |bits| bits.word(row));
                    self.place(word, &numbers, present, range, (first_row + row, problems));
                    self.numbers = numbers;
                }
                _ => {
                    if row == 0 && first_row == 0 {
                        let (kind, column) = (column.kind(), self.input.name.to_string());
                        problems
                            .add(Mistake::UnreadableColumn { column, kind, value: None }, Place::default());
                    }
                }
            }
        }
    }

    fn set(&mut self, word: usize, cell: usize, bits: u64) {
        if let Some(place) = self.blocks.get_mut(cell).and_then(|block| block.0.get_mut(word)) {
            *place = bits;
        }
    }

    fn choices(&mut self, word: usize, places: &[u8]) {
        let listed = u8::try_from(self.cells.len()).unwrap_or(AnswerColumn::UNKNOWN);
        // A place that is not in the list says nothing.
        let unknown = bits(places, |place| place >= listed);
        for cell in 0..self.cells.len() {
            let here = u8::try_from(cell).map_or(0, |wanted| bits(places, |place| place == wanted));
            self.set(word, cell, here | unknown);
        }
    }

    fn place(
        &mut self,
        word: usize,
        numbers: &[f64],
        present: u64,
        (min, max): (f64, f64),
        (row, problems): (usize, &Problems),
    ) {
        let truth = matches!(self.input.kind, InputKind::Truth);
        let known = present & bits(numbers, |number| !number.is_nan());
        let inside = if truth {
            bits(numbers, |number| (0.0..=0.0).contains(&number) || (1.0..=1.0).contains(&number))
        } else {
            bits(numbers, |number| number >= min && number <= max)
        };
        if known & !inside != 0 {
            for (index, number) in
                numbers.iter().enumerate().filter(|(index, _)| (known & !inside) >> index & 1 == 1)
            {
                let mistake = if truth {
                    Mistake::WrongKind { found: Kind::Number, expected: Kind::Truth }
                } else {
                    Mistake::OutsideRange { value: shown(*number), min, max }
                };
                problems.add(mistake, Place::row(row + index + 1).at(&self.input.name));
            }
        }
        if truth {
            let yes = bits(numbers, |number| number >= 1.0);
            self.set(word, 0, yes | !known);
            self.set(word, 1, !yes | !known);
            return;
        }
        // Each cell runs from its bound up to the next.
        let mut from_here = u64::MAX;
        for cell in 0..self.cells.len() {
            let from_next = match self.cells.get(cell + 1) {
                Some(Value::Number(bound)) => bits(numbers, |number| number >= *bound),
                _ => 0,
            };
            self.set(word, cell, from_here & !from_next | !known);
            from_here = from_next;
        }
    }
}

impl AnswerColumn<'_> {
    fn kind(&self) -> Kind {
        match self {
            Self::Numbers(_) => Kind::Number,
            Self::Truths { .. } => Kind::Truth,
            Self::Choices(_) => Kind::Text,
        }
    }
}

/// A bit for each of up to 64 values: whether it holds of it.
fn bits<T: Copy>(values: &[T], holds: impl Fn(T) -> bool) -> u64 {
    // First a byte each, which the compiler does for many at once, and then eight bytes into eight bits.
    let mut flags = [0; 64];
    for (flag, &value) in flags.iter_mut().zip(values) {
        *flag = u8::from(holds(value));
    }
    let (eights, _) = flags.as_chunks::<8>();
    let gathered = eights.iter().rev().map(|eight| u64::from_le_bytes(*eight).wrapping_mul(GATHER) >> 56);
    gathered.fold(0, |bits, eight| bits << 8 | eight)
}

/// Multiplied with it, the lowest bits of eight bytes come together in the highest byte, the first lowest.
const GATHER: u64 = 0x0102_0408_1020_4080;

/// A byte of one or zero for each of eight bits, the lowest first.
fn spread(bits: u8) -> u64 {
    let each = u64::from(bits).wrapping_mul(0x0101_0101_0101_0101) & 0x8040_2010_0804_0201;
    (each + 0x7F7F_7F7F_7F7F_7F7F) >> 7 & 0x0101_0101_0101_0101
}
