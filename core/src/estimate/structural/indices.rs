//! How well a model fits.

use super::fit::{Estimated, Observed};
use super::missing::saturated;
use super::model::{Baseline, Likelihood};
use super::table::{Slot, State};
use crate::distribution::{chi_square, rmsea};
use crate::estimate::coefficient::known;
use crate::estimate::moments::count;
use crate::math::{ln, sqrt};
use serde::Serialize;

/// How well a model fits. What does not exist is `null`, such as RMSEA without degrees of freedom.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FitIndices {
    /// The chi-square against what any means and covariances would give.
    pub chi_square: Option<f64>,
    /// Its degrees of freedom.
    pub df: f64,
    /// The chance of a chi-square at least as large if the model were true.
    pub p: Option<f64>,
    /// What CFI and TLI compare with.
    pub baseline: Baseline,
    /// The chi-square of that model.
    pub baseline_chi_square: Option<f64>,
    /// Its degrees of freedom.
    pub baseline_df: f64,
    /// The comparative fit index, 0 to 1.
    pub cfi: Option<f64>,
    /// The Tucker–Lewis index, which may be above 1.
    pub tli: Option<f64>,
    /// The root mean square error of approximation.
    pub rmsea: Option<f64>,
    /// The lower end of its 90 % interval.
    pub rmsea_low: Option<f64>,
    /// The upper end of its 90 % interval.
    pub rmsea_high: Option<f64>,
    /// The chance of a chi-square at least as large if RMSEA were 0.05.
    pub rmsea_p_close: Option<f64>,
    /// The standardised root mean square residual (Bentler).
    pub srmr: Option<f64>,
    /// The logarithm of the likelihood; of what is explained given what only explains, where that is fixed.
    pub log_likelihood: Option<f64>,
    /// The number of parameters that are estimated.
    pub parameters: usize,
    /// Akaike's criterion.
    pub aic: Option<f64>,
    /// Schwarz's criterion.
    pub bic: Option<f64>,
    /// With robust standard errors, the chi-square over its scaling factor (Yuan & Bentler).
    pub scaled_chi_square: Option<f64>,
    /// The chance of a scaled chi-square at least as large if the model were true.
    pub scaled_p: Option<f64>,
    /// The scaling factor: 1 for normal variables.
    pub scaling_factor: Option<f64>,
}

const LN_TAU: f64 = 1.837_877_066_409_345_3;

pub(super) fn of(estimated: &Estimated<'_>, observed: &Observed<'_>) -> FitIndices {
    let (table, patterns) = (estimated.problem.table, &observed.patterns);
    let model = estimated.model;
    let all: Vec<usize> = (0..table.observed).collect();
    let (p, x) = (count(table.observed), count(table.exogenous.len()));
    let (best, values) = saturated(patterns, &all);
    let (of_x, x_values) = saturated(patterns, &table.exogenous);
    let given = count(table.rows.iter().filter(|row| row.state == State::Sample).count());
    let means = if table.means { p } else { 0.0 };
    let parameters = table.free;
    let chi_square = (2.0 * (best - estimated.height)).max(0.0);
    let df = p * (p + 1.0) / 2.0 + means - count(parameters) - given;
    let exogenous_free = model.baseline == Baseline::ExogenousFree;
    let alone = |one: &usize| saturated(patterns, std::slice::from_ref(one)).0;
    let apart: f64 =
        all.iter().filter(|one| !exogenous_free || !table.exogenous.contains(one)).map(alone).sum();
    let (apart, freed) = if exogenous_free { (apart + of_x, x * (x - 1.0) / 2.0) } else { (apart, 0.0) };
    let (baseline, baseline_df) = (2.0 * (best - apart), p * (p - 1.0) / 2.0 - freed);
    let n = match model.likelihood {
        Likelihood::Normal => observed.moments.n,
        Likelihood::Wishart => observed.moments.n - 1.0,
    };
    let exists = |value: f64| known(value).filter(|_| df > 0.0);
    let (low, high) = if df > 0.0 { rmsea::interval(chi_square, df, n) } else { (f64::NAN, f64::NAN) };
    let (excess, baseline_excess) = ((chi_square - df).max(0.0), (baseline - baseline_df).max(0.0));
    let worst = excess.max(baseline_excess);
    let cfi = if worst > 0.0 { 1.0 - excess / worst } else { 1.0 };
    let tli = (baseline / baseline_df - chi_square / df) / (baseline / baseline_df - 1.0);
    let fixed = table.rows.iter().any(|row| row.state == State::Sample);
    let (off, off_values) = if fixed { (of_x, x_values) } else { (0.0, 0.0) };
    let log_likelihood = estimated.height - off - 0.5 * LN_TAU * (values - off_values);
    let q = count(parameters);
    FitIndices {
        chi_square: known(chi_square),
        df,
        p: exists(chi_square::sf(chi_square, df)),
        baseline: model.baseline,
        baseline_chi_square: known(baseline),
        baseline_df,
        cfi: known(cfi).filter(|_| baseline_df > 0.0),
        tli: exists(tli),
        rmsea: exists(rmsea::value(chi_square, df, n)),
        rmsea_low: exists(low),
        rmsea_high: exists(high),
        rmsea_p_close: exists(rmsea::p_close(chi_square, df, n)),
        srmr: known(srmr(estimated)),
        log_likelihood: known(log_likelihood),
        parameters,
        aic: known(2.0 * q - 2.0 * log_likelihood),
        bic: known(q * ln(observed.moments.n) - 2.0 * log_likelihood),
        scaled_chi_square: None,
        scaled_p: None,
        scaling_factor: None,
    }
}

/// The square root of the mean squared difference between observed and implied covariances, in units of the observed
/// standard deviations.
fn srmr(estimated: &Estimated<'_>) -> f64 {
    let p = estimated.problem.table.observed;
    let sample = &estimated.problem.sample.covariance;
    let mut sum = 0.0;
    for j in 0..p {
        for i in 0..=j {
            let scale = sqrt(sample[(i, i)] * sample[(j, j)]);
            let off = (sample[(i, j)] - estimated.implied.total[(i, j)]) / scale;
            sum += off * off;
        }
    }
    sqrt(sum / (count(p) * (count(p) + 1.0) / 2.0))
}

/// The variances that came out below zero.
pub(super) fn negative(estimated: &Estimated<'_>) -> Vec<usize> {
    let rows = estimated.problem.table.rows.iter().zip(estimated.implied.values.iter());
    rows.filter_map(|(row, value)| match row.slot {
        Slot::Together(i, j) if i == j && *value < 0.0 => Some(i),
        _ => None,
    })
    .collect()
}
