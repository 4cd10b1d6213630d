//! A structural model that has been estimated, as a document.

use super::bootstrap::Bootstrap;
use super::effects::{Defined, Effects, IndirectEffect, TotalEffect};
use super::fit::{Estimated, Observed};
use super::indices::{FitIndices, negative};
use super::model::{Likelihood, MissingRows, Scaling, StructuralErrors};
use super::modification::Suggestion;
use super::relation::Operator;
use super::robust::Scaled;
use super::standardised;
use super::table::{Slot, State};
use crate::estimate::coefficient::{Estimate, Reference, known};
use crate::estimate::moments::count;
use crate::estimate::regression::{fitted, two_valued};
use crate::label::many;
use crate::math::shown;
use crate::{Given, Label, Provenance, Reason, Source};
use serde::Serialize;

/// A structural model that has been estimated. What does not exist is `null`; findings say why.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StructuralFit {
    /// The number of rows.
    pub rows: f64,
    /// The number of rows left out because something was missing.
    pub left_out: usize,
    /// Which sample size goes with the covariances.
    pub likelihood: Likelihood,
    /// How standard errors were computed.
    pub standard_errors: StructuralErrors,
    /// What gives a latent variable its unit.
    pub scaling: Scaling,
    /// What was done with missing values.
    pub missing: MissingRows,
    /// Every relation of the model, also those that go without saying.
    pub parameters: Vec<Parameter>,
    /// What variables do to others through others: every way there is.
    pub indirect: Vec<IndirectEffect>,
    /// What variables do to others in all.
    pub total: Vec<TotalEffect>,
    /// The figures that the model defines.
    pub defined: Vec<Defined>,
    /// The share of the variance that is explained, of every variable that is explained or measured.
    pub r_squared: Vec<Explained>,
    /// How well the model fits.
    pub fit: FitIndices,
    /// Relations that the model leaves out and the data ask for.
    pub suggestions: Vec<Suggestion>,
    /// Intervals by drawing the rows again, where asked for.
    pub bootstrap: Option<Bootstrap>,
    /// What asks for caution: `negative-variance`, `few-rows`, and `two-valued-outcome`, which only rows can show.
    pub findings: Vec<Reason>,
    /// Where the figures come from.
    pub provenance: Provenance,
    /// The methods.
    pub source: Source,
}

crate::vocabulary! {
    /// How a parameter got its value.
    pub enum ParameterKind: "kind of parameter", "soort parameter", [] {
        /// It was estimated.
        Estimated = "estimated": "geschat", "estimated", [],
        /// The model fixes it.
        Fixed = "fixed": "vastgezet", "fixed", [],
        /// It is what the data have.
        FromData = "from-data": "uit de gegevens", "from the data", [],
    }
}

/// One relation of a model, estimated.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Parameter {
    /// The variable on the left.
    pub left: String,
    /// How they relate.
    pub operator: Operator,
    /// The variable on the right; `null` for a mean.
    pub right: Option<String>,
    /// Its name.
    pub label: Option<String>,
    /// How it got its value.
    pub kind: ParameterKind,
    /// Its value in the units of the variables.
    pub estimate: Estimate,
    /// Its value when all variables have a standard deviation of one, by the model.
    pub standardised: Estimate,
}

/// The share of the variance of a variable that is explained.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Explained {
    /// The variable.
    pub variable: String,
    /// The share, 0 to 1; below 0 when its own variance came out above the total.
    pub value: Option<f64>,
}

pub(super) fn of(
    estimated: &Estimated<'_>,
    observed: &Observed<'_>,
    mut fit: FitIndices,
    robust: Option<Scaled>,
    effects: Effects,
    suggestions: Vec<Suggestion>,
    bootstrap: Option<Bootstrap>,
) -> StructuralFit {
    if let (Some(scaled), Some(chi_square)) = (robust, fit.chi_square) {
        let (value, p) = scaled.test(chi_square, fit.df);
        fit.scaling_factor = known(scaled.factor);
        fit.scaled_chi_square = known(value);
        fit.scaled_p = known(p);
    }
    let model = estimated.model;
    StructuralFit {
        rows: observed.moments.n,
        left_out: observed.left_out,
        likelihood: model.likelihood,
        standard_errors: model.standard_errors,
        scaling: model.scaling,
        missing: model.missing,
        parameters: parameters(estimated),
        indirect: effects.indirect,
        total: effects.total,
        defined: effects.defined,
        r_squared: explained(estimated),
        fit,
        suggestions,
        bootstrap,
        findings: findings(estimated, observed),
        provenance: fitted(observed.moments.n, observed.left_out),
        source: Source::reference(
            "Bollen 1989, Structural equations with latent variables; Yuan & Bentler 2000; MacKinnon et al. 2007",
        ),
    }
}

fn parameters(estimated: &Estimated<'_>) -> Vec<Parameter> {
    let table = estimated.problem.table;
    let standardised = standardised::of(estimated);
    let rows = table.rows.iter().zip(estimated.implied.values.iter()).zip(standardised);
    rows.map(|((row, value), standardised)| {
        let (kind, variance) = match row.state {
            State::Free(number) => (ParameterKind::Estimated, estimated.covariance[(number, number)]),
            State::Fixed(_) => (ParameterKind::Fixed, f64::NAN),
            State::Sample => (ParameterKind::FromData, f64::NAN),
        };
        Parameter {
            left: table.name(row.left).to_owned(),
            operator: row.operator,
            right: (row.operator != Operator::Mean).then(|| table.name(row.right).to_owned()),
            label: row.label.clone(),
            kind,
            estimate: Estimate::of(*value, variance, Reference::Normal),
            standardised,
        }
    })
    .collect()
}

fn explained(estimated: &Estimated<'_>) -> Vec<Explained> {
    let table = estimated.problem.table;
    let is_explained = |one: usize| {
        table.is_explained(one, Operator::ExplainedBy) || table.is_explained(one, Operator::MeasuredBy)
    };
    let left = |one: usize| {
        let place = table.rows.iter().position(|row| row.slot == Slot::Together(one, one));
        place.map_or(f64::NAN, |place| estimated.implied.values[place])
    };
    (0..table.names.len())
        .filter(|&one| is_explained(one))
        .map(|one| Explained {
            variable: table.name(one).to_owned(),
            value: known(1.0 - left(one) / estimated.implied.total[(one, one)]),
        })
        .collect()
}

fn findings(estimated: &Estimated<'_>, observed: &Observed<'_>) -> Vec<Reason> {
    let table = estimated.problem.table;
    let mut findings = Vec::new();
    for one in negative(estimated) {
        let name = table.name(one);
        findings.push(Reason::new(
            "negative-variance",
            Label::said(
                format_args!("de eigen variantie van `{name}` komt onder nul uit, wat niet kan: te weinig rijen, te weinig vragen voor wat ze meten, of een model dat niet past"),
                format_args!("the variance of `{name}` by itself comes out below zero, which cannot be: too few rows, too few items for what they measure, or a model that does not fit"),
            ),
            vec![Given::named(name.to_owned(), true)],
            Source::reference("Bollen 1989, Structural equations with latent variables"),
        ));
    }
    // The columns are those of the observed variables, and there are none of a summary.
    for (one, values) in observed.columns.iter().enumerate() {
        if table.is_explained(one, Operator::ExplainedBy) {
            findings.extend(two_valued(table.name(one), values));
        }
    }
    let (rows, parameters) = (observed.moments.n, count(table.free));
    if rows < 10.0 * parameters {
        let rows = many(&shown(rows), ["rij", "rijen"], ["row", "rows"]);
        let parameters = many(&shown(parameters), ["schatting", "schattingen"], ["estimate", "estimates"]);
        findings.push(Reason::new(
            "few-rows",
            Label::said(
                format_args!(
                    "{} voor {} is weinig: reken op bredere intervallen dan hier staan",
                    rows.nl, parameters.nl
                ),
                format_args!(
                    "{} for {} is little: expect wider intervals than these",
                    rows.en, parameters.en
                ),
            ),
            Vec::new(),
            Source::reference("Bentler & Chou 1987, Sociological Methods & Research 16, 78–117"),
        ));
    }
    findings
}
