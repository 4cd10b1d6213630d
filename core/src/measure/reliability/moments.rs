//! Sums over the answers to some parts: all that their reliability asks of the rows.

use super::super::lane::{BLOCK, Block, Lane};
use super::super::{AnswerScale, Column, Instrument, Part};
use super::Missing;
use crate::error::Error;
use nalgebra::{DMatrix, DVector};
use std::borrow::Cow;

/// How much of a sum of squares may be rounding, of millions of rows.
const ROUNDING: f64 = 1e-12;

/// Counts, sums and sums of products of the parts of one group, of the rows where both of a pair are there.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PartMoments {
    /// What was taken from each part before it was added.
    middles: DVector<f64>,
    /// The number of rows.
    pub(super) rows: f64,
    /// How many rows have both.
    counts: DMatrix<f64>,
    /// The sum of the first where both are there.
    sums: DMatrix<f64>,
    /// The sum of the products.
    products: DMatrix<f64>,
    /// How far from zero what is added can be.
    most: f64,
}

/// Parts whose reliability is asked, as positions of items.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) parts: Vec<(usize, Option<usize>, [f64; 2])>,
}

impl Instrument {
    /// The sums of each group of parts over the rows of a table.
    ///
    /// # Errors
    /// `missing-column`, `uneven-columns`, `off-scale`.
    pub(super) fn part_moments(
        &self,
        columns: &[(&str, Column<'_>)],
        groups: &[Group],
        missing: Missing,
        first_row: usize,
    ) -> Result<Vec<PartMoments>, Error> {
        let columns = self.find_columns(columns)?;
        // The square of a product does not fit the sums of small numbers.
        let products = self.scales.iter().flat_map(|scale| &scale.parts);
        let has_products = products.into_iter().any(|part| matches!(part, Part::Product { .. }));
        let is_whole = self.is_whole() && !has_products;
        let scales: Vec<&AnswerScale> = self.items.iter().map(|item| self.scale_of(item)).collect();
        let middle = |scale: &&AnswerScale| if is_whole { scale.middle() } else { 0.0 };
        let middles: Vec<f64> = scales.iter().map(middle).collect();
        let furthest = |(scale, middle): (&&AnswerScale, &f64)| (scale.max - middle).max(middle - scale.min);
        let most = scales.iter().zip(&middles).map(furthest).fold(1.0, f64::max);
        let none = |group: &Group| {
            let middle = |(item, ..): &(usize, Option<usize>, [f64; 2])| middles.get(*item).copied();
            PartMoments::none(group.parts.iter().filter_map(middle).collect(), most)
        };
        let mut all: Vec<PartMoments> = groups.iter().map(none).collect();
        if is_whole {
            self.each_block::<i16>(&columns, first_row, &middles, |blocks, _, size| {
                all.iter_mut().zip(groups).for_each(|(sums, group)| sums.add(group, blocks, size, missing));
            })?;
        } else {
            self.each_block::<f64>(&columns, first_row, &middles, |blocks, _, size| {
                all.iter_mut().zip(groups).for_each(|(sums, group)| sums.add(group, blocks, size, missing));
            })?;
        }
        Ok(all)
    }
}

/// The values of one part in a block, 0 where there is none.
struct Values<'a, L: Lane> {
    values: Cow<'a, [L]>,
    valid: Cow<'a, [u8]>,
}

fn values<'a, L: Lane>(
    (item, with, [a, b]): &(usize, Option<usize>, [f64; 2]),
    blocks: &'a [Block<L>],
    size: usize,
) -> Option<Values<'a, L>> {
    let first = blocks.get(*item)?;
    let (keyed, valid) = (first.keyed.get(..size)?, first.valid.get(..size)?);
    let Some(second) = with.and_then(|with| blocks.get(with)) else {
        return Some(Values { values: keyed.into(), valid: valid.into() });
    };
    let (a, b) = (L::of(*a), L::of(*b));
    let valid: Vec<u8> = valid.iter().zip(&second.valid).map(|(one, other)| one & other).collect();
    let product = |((x, y), valid): ((&L, &L), &u8)| {
        if *valid == 1 { x.minus(a).times(y.minus(b)) } else { L::default() }
    };
    let values: Vec<L> = keyed.iter().zip(&second.keyed).zip(&valid).map(product).collect();
    Some(Values { values: values.into(), valid: valid.into() })
}

impl PartMoments {
    fn none(middles: Vec<f64>, most: f64) -> Self {
        let zeros = || DMatrix::zeros(middles.len(), middles.len());
        let (counts, sums, products) = (zeros(), zeros(), zeros());
        Self { middles: DVector::from_vec(middles), rows: 0.0, counts, sums, products, most }
    }

    #[expect(clippy::cast_precision_loss, reason = "a block has 1024 rows")]
    fn add<L: Lane>(&mut self, group: &Group, blocks: &[Block<L>], size: usize, missing: Missing) {
        let parts: Option<Vec<Values<'_, L>>> =
            group.parts.iter().map(|part| values(part, blocks, size)).collect();
        let Some(mut parts) = parts else { return };
        let whole = parts.iter().all(|part| part.valid.iter().fold(1, |all, valid| all & valid) == 1);
        let one = [L::of(1.0); BLOCK];
        let ones = one.get(..size).unwrap_or_default();
        let mut rows = size as f64;
        self.rows += rows;
        if !whole && missing == Missing::Pairwise {
            self.add_pairs(&parts);
            return;
        }
        if !whole {
            let complete: Vec<bool> =
                (0..size).map(|row| parts.iter().all(|part| part.valid.get(row) == Some(&1))).collect();
            rows = complete.iter().filter(|complete| **complete).count() as f64;
            for part in &mut parts {
                for (value, complete) in part.values.to_mut().iter_mut().zip(&complete) {
                    *value = if *complete { *value } else { L::default() };
                }
            }
        }
        for (i, part) in parts.iter().enumerate() {
            let sum = L::cross(&part.values, ones, self.most);
            self.sums.row_mut(i).add_scalar_mut(sum);
        }
        self.counts.add_scalar_mut(rows);
        self.add_products(&parts);
    }

    /// Where something is missing, each pair has rows of its own.
    fn add_pairs<L: Lane>(&mut self, parts: &[Values<'_, L>]) {
        let there: Vec<Vec<L>> = parts
            .iter()
            .map(|part| part.valid.iter().map(|valid| L::of(f64::from(*valid))).collect())
            .collect();
        for (i, (first, first_there)) in parts.iter().zip(&there).enumerate() {
            for (j, second_there) in there.iter().enumerate() {
                self.counts[(i, j)] += L::cross(first_there, second_there, self.most);
                self.sums[(i, j)] += L::cross(&first.values, second_there, self.most);
            }
        }
        self.add_products(parts);
    }

    fn add_products<L: Lane>(&mut self, parts: &[Values<'_, L>]) {
        let values: Vec<&[L]> = parts.iter().map(|part| part.values.as_ref()).collect();
        L::cross_all(&values, self.most, &mut |i, j, product| self.products[(i, j)] += product);
    }

    /// How many rows have all parts of a pair, for a part with itself.
    pub(super) fn count(&self, part: usize) -> f64 {
        self.counts[(part, part)]
    }

    /// The first parts that fewer than two people have both, a part with itself first, and how many people.
    pub(super) fn lacking(&self) -> Option<(usize, usize, f64)> {
        let k = self.counts.nrows();
        let pairs = (0..k).map(|part| (part, part)).chain((0..k).flat_map(|j| (0..j).map(move |i| (i, j))));
        let counted = pairs.map(|(i, j)| (i, j, self.counts[(i, j)]));
        counted.into_iter().find(|(_, _, count)| *count < 2.0)
    }

    /// The mean of each part, over the rows that have it.
    pub(super) fn means(&self) -> DVector<f64> {
        self.sums.diagonal().component_div(&self.counts.diagonal()) + &self.middles
    }

    /// The covariances with `n − 1`, each over the rows that have both; NaN where there are fewer than two. What was taken
    /// from a part changes none. A part that varies by less than the rounding of its sums does not vary.
    pub(super) fn covariance(&self) -> DMatrix<f64> {
        let k = self.counts.nrows();
        let mut covariance = DMatrix::from_fn(k, k, |i, j| {
            let n = self.counts[(i, j)];
            (self.products[(i.min(j), i.max(j))] - self.sums[(i, j)] * self.sums[(j, i)] / n) / (n - 1.0)
        });
        for part in 0..k {
            let own = self.products[(part, part)] / (self.counts[(part, part)] - 1.0);
            if covariance[(part, part)] <= ROUNDING * own {
                let nothing = |one: &mut f64| *one = if one.is_nan() { *one } else { 0.0 };
                covariance.row_mut(part).iter_mut().for_each(nothing);
                covariance.column_mut(part).iter_mut().for_each(nothing);
            }
        }
        covariance.fill_lower_triangle_with_upper_triangle();
        covariance
    }
}
