//! Scoring columns of a table.

use super::lane::{BLOCK, Block, Keying, Lane};
use super::{Column, Instrument, Output, Part};
use crate::document::Problems;
use crate::error::{Error, Mistake, Place};

/// The most problems a table is refused with by name; the last one then says how many more there are.
const LISTED: usize = 10_000;

/// The scores of the rows of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreTable {
    /// One column a scale, in the order of the scales.
    pub scales: Vec<ScoreColumn>,
}

/// The scores of all rows on one scale.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreColumn {
    /// The name of the scale.
    pub scale: String,
    /// The scores in the unit of the scale's output; 0 where there is none.
    pub values: Vec<f64>,
    /// Which rows have a score: one bit a row, the lowest first.
    pub present: Vec<u8>,
    /// How many parts have an answer.
    pub valid: Vec<u8>,
}

impl ScoreColumn {
    /// The score of a row, `None` when there are too few answers.
    pub fn get(&self, row: usize) -> Option<f64> {
        let present = self.present.get(row / 8).is_some_and(|byte| byte >> (row % 8) & 1 == 1);
        self.values.get(row).copied().filter(|_| present)
    }
}

/// One scale with its parts as positions of items.
struct ScalePlan {
    parts: Vec<(usize, Option<usize>, [f64; 2])>,
    needed: usize,
    output: Output,
    range: (f64, f64),
}

impl Instrument {
    /// Scores every row of a table. Columns that are not items are left alone.
    ///
    /// `first_row` is the number of the table's rows that came before these, so that rows are numbered alike
    /// however the table is divided.
    ///
    /// # Errors
    /// `missing-column` for every item without a column, `uneven-columns`, `off-scale` for every answer that is
    /// not on its scale, with row (counted from 1) and column.
    ///
    /// ```
    /// use meedoen::{behaviour, measure::{Column, Values}};
    /// let instrument = behaviour::instrument("job-search")?;
    /// let answers = vec![4_i8; 3];
    /// let column = Column { values: Values::I8(&answers), present: None };
    /// let columns: Vec<(&str, Column)> = instrument.items.iter().map(|item| (item.id.as_str(), column)).collect();
    /// let scores = instrument.score_columns(&columns, 0)?;
    /// assert_eq!(scores.scales[0].values.len(), 3);
    /// # Ok::<(), meedoen::Error>(())
    /// ```
    pub fn score_columns(
        &self,
        columns: &[(&str, Column<'_>)],
        first_row: usize,
    ) -> Result<ScoreTable, Error> {
        let columns = self.find_columns(columns)?;
        if self.is_whole() {
            self.score_in::<i16>(&columns, first_row)
        } else {
            self.score_in::<f64>(&columns, first_row)
        }
    }

    pub(super) fn find_columns<'a>(&self, columns: &[(&str, Column<'a>)]) -> Result<Vec<Column<'a>>, Error> {
        let problems = Problems::default();
        let mut found: Vec<Column<'a>> = Vec::new();
        for item in &self.items {
            match columns.iter().find(|(name, _)| *name == item.id) {
                None => problems.add(Mistake::MissingColumn { column: item.id.clone() }, Place::default()),
                Some((_, column)) => {
                    let (rows, expected) = (
                        column.values.len(),
                        found.first().map_or(column.values.len(), |first| first.values.len()),
                    );
                    if rows != expected {
                        problems.add(
                            Mistake::UnevenColumns { column: item.id.clone(), rows, expected },
                            Place::default(),
                        );
                    }
                    found.push(*column);
                }
            }
        }
        problems.finish(Some(found))
    }

    /// Whether every answer and centre is a whole number so small that a product of two fits 16 bits.
    pub(super) fn is_whole(&self) -> bool {
        let small = |value: f64| value.fract() == 0.0 && value.abs() <= 90.0;
        let items = self.items.iter().map(|item| self.scale_of(item));
        let centres = self.scales.iter().flat_map(|scale| &scale.parts).all(|part| match part {
            Part::Item { .. } => true,
            Part::Product { centre, .. } => centre.iter().all(|&value| small(value)),
        });
        centres && items.into_iter().all(|scale| !scale.continuous && small(scale.min) && small(scale.max))
    }

    fn plan(&self) -> Vec<ScalePlan> {
        let position = |id: &str| self.items.iter().position(|item| item.id == id).unwrap_or(0);
        let part = |part: &Part| match part {
            Part::Item { item, .. } => (position(item), None, [0.0, 0.0]),
            Part::Product { product: [first, second], centre, .. } => {
                (position(first), Some(position(second)), *centre)
            }
        };
        let plan = |scale: &super::Scale| ScalePlan {
            parts: scale.parts.iter().map(part).collect(),
            needed: self.rule(scale).needed(scale.parts.len()),
            output: scale.output,
            range: self.range(scale),
        };
        self.scales.iter().map(plan).collect()
    }

    fn score_in<L: Lane>(&self, columns: &[Column<'_>], first_row: usize) -> Result<ScoreTable, Error> {
        let rows = columns.first().map_or(0, |column| column.values.len());
        let plans = self.plan();
        let mut table = ScoreTable {
            scales: self.scales.iter().map(|scale| ScoreColumn::new(&scale.id, rows)).collect(),
        };
        self.each_block::<L>(columns, first_row, &vec![0.0; columns.len()], |blocks, first, size| {
            for (plan, out) in plans.iter().zip(&mut table.scales) {
                out.fill(plan, blocks, first, size);
            }
        })?;
        Ok(table)
    }

    /// Goes through the keyed answers block by block: the blocks of the items, the first row and how many there are. What
    /// `middles` has for an item is taken from its answers.
    ///
    /// # Errors
    /// `off-scale` for every answer that is not on its scale, after all blocks were visited.
    pub(super) fn each_block<L: Lane>(
        &self,
        columns: &[Column<'_>],
        first_row: usize,
        middles: &[f64],
        mut visit: impl FnMut(&[Block<L>], usize, usize),
    ) -> Result<(), Error> {
        let rows = columns.first().map_or(0, |column| column.values.len());
        let problems = Problems::default();
        let keyings: Vec<Keying> = self
            .items
            .iter()
            .zip(middles)
            .map(|(item, middle)| {
                let scale = self.scale_of(item);
                let codes = self.missing_codes.iter().copied().filter(|code| scale.has(*code)).collect();
                Keying {
                    min: scale.min,
                    max: scale.max,
                    continuous: scale.continuous,
                    reverse: item.reverse,
                    middle: *middle,
                    codes,
                }
            })
            .collect();
        let mut blocks = vec![Block::<L>::new(); columns.len()];
        let mut found = 0;
        for first in (0..rows).step_by(BLOCK) {
            let size = BLOCK.min(rows - first);
            let mut strays = false;
            for ((block, column), keying) in blocks.iter_mut().zip(columns).zip(&keyings) {
                strays |= block.load(column, first, size, keying);
            }
            if strays {
                self.name_strays(columns, first..first + size, first_row, &problems, &mut found);
            }
            visit(&blocks, first, size);
        }
        if found > LISTED {
            problems.add(Mistake::More { count: found - LISTED }, Place::default());
        }
        problems.finish(Some(()))
    }

    /// Names every value in these rows that is neither an answer nor a code for none.
    fn name_strays(
        &self,
        columns: &[Column<'_>],
        rows: std::ops::Range<usize>,
        first_row: usize,
        problems: &Problems,
        found: &mut usize,
    ) {
        for row in rows {
            for (item, column) in self.items.iter().zip(columns) {
                let value = column.values.number(row);
                let absent = value.is_nan() || column.present.is_some_and(|bits| !bits.get(row));
                if absent || self.scale_of(item).has(value) || self.is_missing_code(value) {
                    continue;
                }
                *found += 1;
                if *found <= LISTED {
                    problems.add(self.off_scale(item, value), Place::row(first_row + row + 1).at(&item.id));
                }
            }
        }
    }
}

impl ScoreColumn {
    fn new(scale: &str, rows: usize) -> Self {
        Self {
            scale: scale.to_owned(),
            values: vec![0.0; rows],
            present: vec![0; rows.div_ceil(8)],
            valid: vec![0; rows],
        }
    }

    fn fill<L: Lane>(&mut self, plan: &ScalePlan, blocks: &[Block<L>], first: usize, size: usize) {
        let Some(valid) = self.valid.get_mut(first..first + size) else { return };
        let mut sums = [L::Sum::default(); BLOCK];
        for (item, with, [a, b]) in &plan.parts {
            let Some(block) = blocks.get(*item) else { continue };
            match with.and_then(|with| blocks.get(with)) {
                None => {
                    for (((sum, valid), keyed), there) in
                        sums.iter_mut().zip(&mut *valid).zip(&block.keyed).zip(&block.valid)
                    {
                        L::add(sum, *keyed);
                        *valid += there;
                    }
                }
                Some(other) => {
                    let (a, b) = (L::of(*a), L::of(*b));
                    let pairs =
                        block.keyed.iter().zip(&block.valid).zip(other.keyed.iter().zip(&other.valid));
                    for ((sum, valid), ((x, x_there), (y, y_there))) in
                        sums.iter_mut().zip(&mut *valid).zip(pairs)
                    {
                        let there = x_there & y_there;
                        let product = x.minus(a).times(y.minus(b));
                        L::add(sum, if there == 1 { product } else { L::default() });
                        *valid += there;
                    }
                }
            }
        }
        let (needed, parts) = (plan.needed, plan.parts.len());
        let Some(values) = self.values.get_mut(first..first + size) else { return };
        let rows = values.iter_mut().zip(&sums).zip(&*valid);
        let mean = |sum: &L::Sum, valid: u8| L::total(*sum) / f64::from(valid.max(1));
        if plan.output == Output::Mean {
            // The usual case without the arithmetic of the others.
            rows.for_each(|((value, sum), valid)| *value = mean(sum, *valid));
        } else {
            rows.for_each(|((value, sum), valid)| {
                *value = plan.output.of(mean(sum, *valid), parts, plan.range);
            });
        }
        for (value, valid) in values.iter_mut().zip(&*valid) {
            *value = if usize::from(*valid) >= needed { *value } else { 0.0 };
        }
        let Some(present) = self.present.get_mut(first / 8..(first + size).div_ceil(8)) else { return };
        for (byte, eight) in present.iter_mut().zip(valid.chunks(8)) {
            *byte =
                eight.iter().rev().fold(0, |bits, &valid| bits << 1 | u8::from(usize::from(valid) >= needed));
        }
    }
}
