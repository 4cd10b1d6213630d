//! The likelihood of a model, and the information there is on its parameters.

use super::implied::{Implied, Motion, Sample};
use super::table::{Slot, Table};
use crate::math::ln;
use crate::maximum::Height;
use nalgebra::{DMatrix, DVector};

/// Rows that have the same variables: how many there are, which variables, and their moments (covariances with `n`,
/// or with `n − 1` under a Wishart likelihood).
#[derive(Clone, Debug)]
pub(super) struct Pattern {
    pub(super) n: f64,
    pub(super) present: Vec<usize>,
    pub(super) mean: DVector<f64>,
    pub(super) covariance: DMatrix<f64>,
}

/// What is asked of a pattern at one point of the model.
struct View {
    inverse: DMatrix<f64>,
    ln_determinant: f64,
    /// The observed mean less the implied one.
    off: DVector<f64>,
    /// The covariances about the implied mean.
    about: DMatrix<f64>,
}

impl Pattern {
    fn view(&self, implied: &Implied, means: bool) -> Option<View> {
        let p = self.present.len();
        let at = |index: usize| self.present.get(index).copied().unwrap_or_default();
        let sigma = DMatrix::from_fn(p, p, |i, j| implied.total[(at(i), at(j))]);
        let factor = sigma.cholesky()?;
        let ln_determinant = 2.0 * factor.l_dirty().diagonal().iter().map(|value| ln(*value)).sum::<f64>();
        let off = if means {
            DVector::from_fn(p, |i, _| self.mean[i] - implied.mean[at(i)])
        } else {
            DVector::zeros(p)
        };
        let about = &self.covariance + &off * off.transpose();
        Some(View { inverse: factor.inverse(), ln_determinant, off, about })
    }

    /// The rows of a matrix that belong to the variables of this pattern.
    pub(super) fn rows_of(&self, matrix: &DMatrix<f64>) -> DMatrix<f64> {
        matrix.select_rows(self.present.iter())
    }
}

/// The information that rank-two motions of a covariance matrix carry, for one row: `½ tr(Σ⁻¹ dΣₐ Σ⁻¹ dΣ_b)` and that of
/// the means.
fn information(inverse: &DMatrix<f64>, left: &Motion, right: &Motion) -> DMatrix<f64> {
    let (wu, wv) = (inverse * &right.u, inverse * &right.v);
    let uu = left.u.tr_mul(&wu);
    let uv = left.u.tr_mul(&wv);
    let vu = if std::ptr::eq(left, right) { uv.transpose() } else { left.v.tr_mul(&wu) };
    let vv = left.v.tr_mul(&wv);
    let covariances = vu.component_mul(&uv) + vv.component_mul(&uu);
    // Without means most models have no such motion at all.
    if right.d.iter().all(|motion| *motion == 0.0) {
        return covariances;
    }
    covariances + left.d.tr_mul(&(inverse * &right.d))
}

/// The sum over rows that share a parameter.
fn gather(rows: &DMatrix<f64>, left: &[usize], right: &[usize], size: (usize, usize)) -> DMatrix<f64> {
    let mut sums = DMatrix::zeros(size.0, size.1);
    for (j, &to) in right.iter().enumerate() {
        for (i, &from) in left.iter().enumerate() {
            sums[(from, to)] += rows[(i, j)];
        }
    }
    sums
}

/// A model with its data, to be climbed.
#[derive(Clone, Debug)]
pub(super) struct Problem<'a> {
    pub(super) table: &'a Table,
    pub(super) patterns: Vec<Pattern>,
    pub(super) sample: Sample,
    slots: Vec<Slot>,
    numbers: Vec<usize>,
}

impl<'a> Problem<'a> {
    pub(super) fn new(table: &'a Table, patterns: Vec<Pattern>, sample: Sample) -> Self {
        let (slots, numbers) = table.estimated();
        Self { table, patterns, sample, slots, numbers }
    }

    /// The model where the free parameters have these values.
    pub(super) fn implied(&self, at: &DVector<f64>) -> Option<Implied> {
        self.table.implied(self.table.values(at, &self.sample))
    }

    fn part(pattern: &Pattern, motion: &Motion) -> Motion {
        Motion { u: pattern.rows_of(&motion.u), v: pattern.rows_of(&motion.v), d: pattern.rows_of(&motion.d) }
    }

    /// The log-likelihood without its constant, its slope and its expected information.
    pub(super) fn look(&self, at: &DVector<f64>) -> Option<Height> {
        let implied = self.implied(at)?;
        let motion = self.table.motion(&implied, &self.slots);
        let rows = self.slots.len();
        let (mut value, mut slope, mut expected) = (0.0, DVector::zeros(rows), DMatrix::zeros(rows, rows));
        for pattern in &self.patterns {
            let view = pattern.view(&implied, self.table.means)?;
            let part = Self::part(pattern, &motion);
            slope += gradient(pattern, &view, &part);
            expected += information(&view.inverse, &part, &part) * pattern.n;
            value += height(pattern, &view);
        }
        let mut gathered = DVector::zeros(self.table.free);
        for (index, &number) in self.numbers.iter().enumerate() {
            gathered[number] += slope[index];
        }
        let size = (self.table.free, self.table.free);
        let information = gather(&expected, &self.numbers, &self.numbers, size);
        value.is_finite().then_some(Height { value, slope: gathered, information })
    }

    /// The log-likelihood without its constant, and its slope by each free parameter.
    fn slope(&self, at: &DVector<f64>) -> Option<DVector<f64>> {
        let implied = self.implied(at)?;
        let motion = self.table.motion(&implied, &self.slots);
        let mut gathered = DVector::zeros(self.table.free);
        for pattern in &self.patterns {
            let view = pattern.view(&implied, self.table.means)?;
            let slope = gradient(pattern, &view, &Self::part(pattern, &motion));
            for (index, &number) in self.numbers.iter().enumerate() {
                gathered[number] += slope[index];
            }
        }
        Some(gathered)
    }

    /// The observed information: minus the slope of the slope, by differences whose error is of the fourth order.
    pub(super) fn observed(&self, at: &DVector<f64>) -> Option<DMatrix<f64>> {
        let q = self.table.free;
        let mut information = DMatrix::zeros(q, q);
        for index in 0..q {
            let step = 2e-3 * at[index].abs().max(0.1);
            let moved = |times: f64| {
                let mut moved = at.clone();
                moved[index] += times * step;
                self.slope(&moved)
            };
            let near = moved(1.0)? - moved(-1.0)?;
            let far = moved(2.0)? - moved(-2.0)?;
            information.set_column(index, &((far - near * 8.0) / (12.0 * step)));
        }
        Some((&information + information.transpose()) * 0.5)
    }

    /// What other parameters would gain if they were free: the slope by each, its information, and what it shares with
    /// the free ones.
    pub(super) fn candidates(
        &self,
        at: &DVector<f64>,
        slots: &[Slot],
    ) -> Option<(DVector<f64>, DVector<f64>, DMatrix<f64>)> {
        let implied = self.implied(at)?;
        let (own, other) = (self.table.motion(&implied, &self.slots), self.table.motion(&implied, slots));
        let mut slope = DVector::zeros(slots.len());
        let mut alone = DVector::zeros(slots.len());
        let mut shared = DMatrix::zeros(self.slots.len(), slots.len());
        for pattern in &self.patterns {
            let view = pattern.view(&implied, self.table.means)?;
            let (own, other) = (Self::part(pattern, &own), Self::part(pattern, &other));
            slope += gradient(pattern, &view, &other);
            alone += information(&view.inverse, &other, &other).diagonal() * pattern.n;
            shared += information(&view.inverse, &own, &other) * pattern.n;
        }
        let numbers: Vec<usize> = (0..slots.len()).collect();
        Some((slope, alone, gather(&shared, &self.numbers, &numbers, (self.table.free, slots.len()))))
    }

    /// What one row adds to the slope, by each free parameter, for complete rows.
    pub(super) fn scores<'b>(
        &'b self,
        at: &DVector<f64>,
        pattern: &'b Pattern,
    ) -> Option<impl Fn(&DVector<f64>) -> DVector<f64> + 'b> {
        let implied = self.implied(at)?;
        let motion = Self::part(pattern, &self.table.motion(&implied, &self.slots));
        let view = pattern.view(&implied, self.table.means)?;
        let mean = if self.table.means {
            DVector::from_iterator(
                pattern.present.len(),
                pattern.present.iter().map(|&one| implied.mean[one]),
            )
        } else {
            pattern.mean.clone()
        };
        let expected = motion.u.component_mul(&(&view.inverse * &motion.v)).row_sum_tr();
        Some(move |row: &DVector<f64>| {
            let turned = &view.inverse * (row - &mean);
            let own = motion.u.tr_mul(&turned).component_mul(&motion.v.tr_mul(&turned)) - &expected
                + motion.d.tr_mul(&turned);
            let mut gathered = DVector::zeros(self.table.free);
            for (index, &number) in self.numbers.iter().enumerate() {
                gathered[number] += own[index];
            }
            gathered
        })
    }
}

/// Minus half of `n (ln|Σ| + tr(S Σ⁻¹))`, with `S` about the implied mean.
fn height(pattern: &Pattern, view: &View) -> f64 {
    -0.5 * pattern.n * (view.ln_determinant + view.about.component_mul(&view.inverse).sum())
}

/// The slope by each row of the table.
fn gradient(pattern: &Pattern, view: &View, motion: &Motion) -> DVector<f64> {
    let pull = &view.inverse * &view.about * &view.inverse - &view.inverse;
    let of_covariances = motion.u.component_mul(&(pull * &motion.v)).row_sum_tr();
    let of_means = motion.d.tr_mul(&(&view.inverse * &view.off));
    (of_covariances + of_means) * pattern.n
}
