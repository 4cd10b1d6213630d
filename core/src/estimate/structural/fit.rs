//! How a structural model is estimated.

use super::implied::{Implied, Sample};
use super::likelihood::{Pattern, Problem};
use super::model::{Likelihood, MissingRows, Structural, StructuralErrors};
use super::report::StructuralFit;
use super::summit::{highest, unsettled};
use super::table::{State, Table};
use super::{bootstrap, effects, indices, missing, modification, report, robust};
use crate::columns::complete;
use crate::error::{Error, Mistake};
use crate::estimate::data::Data;
use crate::estimate::moments::Moments;
use nalgebra::{DMatrix, DVector};
use std::borrow::Cow;

/// The data of a model: the moments, and the rows where they are given.
#[derive(Clone, Debug)]
pub(super) struct Observed<'a> {
    pub(super) moments: Moments,
    pub(super) columns: Vec<Cow<'a, [f64]>>,
    pub(super) patterns: Vec<Pattern>,
    pub(super) left_out: usize,
}

/// A model that has been estimated, before it is reported.
#[derive(Clone, Debug)]
pub(super) struct Estimated<'a> {
    pub(super) model: &'a Structural,
    pub(super) problem: Problem<'a>,
    pub(super) at: DVector<f64>,
    /// The log-likelihood without its constant.
    pub(super) height: f64,
    pub(super) implied: Implied,
    /// Of the free parameters.
    pub(super) covariance: DMatrix<f64>,
}

impl Structural {
    /// The model for these data.
    ///
    /// # Errors
    /// `missing-column`, `too-few-rows`, `constant`, `collinear` or `not-positive-definite` for data that cannot be;
    /// `not-identified` or `not-converged` for a model that they cannot estimate; `not-understood` where rows are needed
    /// and only a summary is given; `duplicate` and `undefined` for the model itself.
    pub fn fit(&self, data: &Data<'_>) -> Result<StructuralFit, Error> {
        let table = Table::new(self)?;
        let observed = self.observe(&table, data)?;
        let estimated = self.estimate(&table, &observed)?;
        let fit = indices::of(&estimated, &observed);
        let robust = match self.standard_errors {
            StructuralErrors::Robust => robust::scaling(&estimated, &observed),
            StructuralErrors::Standard => None,
        };
        let effects = effects::of(&estimated, true)?;
        let suggestions = modification::of(&estimated);
        let draws = bootstrap::of(&estimated, &observed, &effects)?;
        Ok(report::of(&estimated, &observed, fit, robust, effects, suggestions, draws))
    }

    /// The data as the model takes them.
    pub(super) fn observe<'a>(&self, table: &Table, data: &'a Data<'_>) -> Result<Observed<'a>, Error> {
        let names: Vec<&str> = table.names.iter().take(table.observed).map(String::as_str).collect();
        let needed = names.len() + 1;
        let robust = self.standard_errors == StructuralErrors::Robust;
        if robust || self.missing == MissingRows::Fiml || self.bootstrap > 0 {
            data.rows()?;
        }
        let (moments, columns, all) = match data {
            Data::Summary(summary) => {
                let moments = Moments::of_summary(summary, &names, needed)?;
                moments.refuse_impossible()?;
                let n = moments.n;
                (moments, Vec::new(), n)
            }
            Data::Rows(rows) => {
                let columns = rows.select(&names)?;
                let all = crate::estimate::moments::count(rows.rows());
                if self.missing == MissingRows::Fiml {
                    return missing::observe(columns, &names, needed, all);
                }
                let columns = complete(columns);
                let moments = Moments::of_complete(&columns, &names, needed)?;
                moments.refuse_collinear()?;
                (moments, columns, all)
            }
        };
        let n = match self.likelihood {
            Likelihood::Normal => moments.n,
            Likelihood::Wishart => moments.n - 1.0,
        };
        let pattern = Pattern {
            n,
            present: (0..names.len()).collect(),
            mean: moments.mean.clone(),
            covariance: &moments.covariance * ((moments.n - 1.0) / n),
        };
        let left_out = missing::whole(all - moments.n);
        Ok(Observed { moments, columns, patterns: vec![pattern], left_out })
    }

    /// The likelihood to climb.
    pub(super) fn problem<'a>(&self, table: &'a Table, observed: &Observed<'_>) -> Problem<'a> {
        let divisor = match self.likelihood {
            Likelihood::Normal => (observed.moments.n - 1.0) / observed.moments.n,
            Likelihood::Wishart => 1.0,
        };
        let covariance = &observed.moments.covariance * divisor;
        let sample = Sample { covariance, mean: observed.moments.mean.clone() };
        Problem::new(table, observed.patterns.clone(), sample)
    }

    /// The largest likelihood for these data, and how certain each parameter is.
    pub(super) fn estimate<'a>(
        &'a self,
        table: &'a Table,
        observed: &Observed<'_>,
    ) -> Result<Estimated<'a>, Error> {
        refuse_overfull(table)?;
        let problem = self.problem(table, observed);
        let summit = highest(&problem)?;
        let lost = || unsettled(table, &summit);
        let implied = problem.implied(&summit.at).ok_or_else(lost)?;
        let information = if observed.patterns.len() > 1 {
            problem.observed(&summit.at).ok_or_else(lost)?
        } else {
            summit.height.information.clone()
        };
        refuse_open(table, &information)?;
        let inverse = information.cholesky().ok_or_else(lost)?.inverse();
        let mut estimated = Estimated {
            model: self,
            problem,
            at: summit.at.clone(),
            height: summit.height.value,
            implied,
            covariance: inverse,
        };
        if self.standard_errors == StructuralErrors::Robust && !observed.columns.is_empty() {
            estimated.covariance = robust::sandwich(&estimated, observed).ok_or_else(lost)?;
        }
        Ok(estimated)
    }
}

/// Refuses a model with more parameters than the data have moments.
fn refuse_overfull(table: &Table) -> Result<(), Error> {
    let (p, x) = (table.observed, table.exogenous.len());
    let is_sample = |row: &super::table::Row| row.state == State::Sample;
    let given = table.rows.iter().filter(|row| is_sample(row)).count();
    let means = if table.means { p } else { 0 };
    let known = p * (p + 1) / 2 + means;
    if table.free + given > known {
        let last = table.rows.iter().rev().find(|row| matches!(row.state, State::Free(_)));
        let parameter = last.map(|row| table.title(row)).unwrap_or_default();
        return Err(Mistake::NotIdentified { parameter }.into());
    }
    debug_assert!(x <= p, "what only explains is observed");
    Ok(())
}

/// Refuses a model of which the data leave a parameter open: one whose information follows from that of others.
fn refuse_open(table: &Table, information: &DMatrix<f64>) -> Result<(), Error> {
    let scale = information.diagonal().map(|value| crate::math::sqrt(value.max(0.0)));
    let title = |number: usize| {
        let row = table.rows.iter().find(|row| row.state == State::Free(number));
        row.map(|row| table.title(row)).unwrap_or_default()
    };
    let q = information.nrows();
    // A factor that is built up parameter by parameter stops at the first that adds nothing.
    let mut lower = DMatrix::<f64>::zeros(q, q);
    for j in 0..q {
        if scale[j] <= 0.0 || !scale[j].is_finite() {
            return Err(Mistake::NotIdentified { parameter: title(j) }.into());
        }
        let mut left = 1.0;
        for i in 0..j {
            let own: f64 = (0..i).map(|k| lower[(j, k)] * lower[(i, k)]).sum();
            lower[(j, i)] = (information[(j, i)] / (scale[i] * scale[j]) - own) / lower[(i, i)];
            left -= lower[(j, i)] * lower[(j, i)];
        }
        if left < 1e-10 {
            return Err(Mistake::NotIdentified { parameter: title(j) }.into());
        }
        lower[(j, j)] = crate::math::sqrt(left);
    }
    Ok(())
}
