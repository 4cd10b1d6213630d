//! A structural model with its options.

use super::notation;
use super::relation::{Definition, Operator, Relation};
use crate::document::{Document, Reader};
use crate::error::Error;

crate::vocabulary! {
    /// Which sample size goes with the covariances.
    pub enum Likelihood: "likelihood", "aannemelijkheid", [] {
        /// Covariances and chi-square with `n`.
        Normal = "normal": "normaal, met n", "normal, with n", [],
        /// Covariances and chi-square with `n − 1`.
        Wishart = "wishart": "Wishart, met n − 1", "Wishart, with n − 1", [],
    }
}

crate::vocabulary! {
    /// How the standard errors of a structural model are computed.
    pub enum StructuralErrors: "kind of standard error", "soort standaardfout", [] {
        /// From the information that is expected under the model.
        Standard = "standard": "uit de verwachte informatie", "from the expected information", [],
        /// By the sandwich of observed information and what each row adds, with a scaled chi-square (Yuan & Bentler).
        Robust = "robust": "robuust (sandwich)", "robust (sandwich)", [],
    }
}

crate::vocabulary! {
    /// What gives a latent variable its unit.
    pub enum Scaling: "scaling", "schaling", [] {
        /// Its first indicator, whose loading is 1.
        Marker = "marker": "eerste vraag heeft lading 1", "first item has a loading of 1", [],
        /// Its own (residual) variance, which is 1.
        Variance = "variance": "eigen variantie is 1", "own variance is 1", [],
    }
}

crate::vocabulary! {
    /// What is done with rows in which something is missing.
    pub enum MissingRows: "treatment of missing values", "omgang met ontbrekende waarden", [] {
        /// Only complete rows count.
        Listwise = "listwise": "alleen volledige rijen", "complete rows only", [],
        /// Each row adds what it has (full information maximum likelihood).
        Fiml = "fiml": "elke rij telt mee met wat er is", "each row adds what it has", [],
    }
}

crate::vocabulary! {
    /// The model without relations with which the model is compared in CFI and TLI.
    pub enum Baseline: "baseline", "vergelijkingsmodel", [] {
        /// Variables that only explain may vary together.
        ExogenousFree = "exogenous-free": "verklarende variabelen hangen samen", "explaining variables vary together", [],
        /// No variable varies with another.
        AllIndependent = "all-independent": "niets hangt samen", "nothing varies together", [],
    }
}

/// A path model on observed variables, or a model with latent variables.
///
/// # Formula
/// `Σ = (I − A)⁻¹ S (I − A)⁻ᵀ` for paths `A` and variances `S`; estimated by maximum likelihood for normal variables,
/// `χ² = n (ln|Σ| − ln|S| + tr(S Σ⁻¹) − p)`. Figures computed from estimates (indirect, total, standardised, `:=`)
/// have standard errors by the delta method; an indirect effect of two paths has the exact interval of a product.
///
/// # Assumptions
/// Relations are straight lines, variables (given those that only explain) are normal, rows are independent, nothing
/// that matters is left out, and the arrows point the way they are drawn: the figures cannot show that they do. Robust
/// standard errors let go of normality, not of the rest.
///
/// # When not to use it
/// With fewer than about a hundred rows, or ten for each figure that is estimated; for an outcome that is yes or no
/// (see [`super::Logistic`]; it is estimated, with a finding that says so); or to compare models with other variables by their fit.
///
/// # Source
/// Jöreskog 1970; Bollen 1989, *Structural equations with latent variables*; Yuan & Bentler 2000; MacKinnon et al.
/// 2007 (indirect effects).
///
/// ```
/// use meedoen::{document::Document, estimate::{Data, Structural}};
/// let data = Data::from_json(r#"{"variables": ["x", "m", "y"], "n": 100,
///     "correlations": [[1, 0.5, 0.3], [0.5, 1, 0.6], [0.3, 0.6, 1]]}"#)?;
/// let fit = Structural::new("m ~ x\n y ~ m")?.fit(&data)?;
/// assert_eq!(fit.fit.df, 1.0);
/// assert!((fit.indirect[0].estimate.value.unwrap_or(0.0) - 0.3).abs() < 1e-9);
/// # Ok::<(), meedoen::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Structural {
    /// The relations between the variables.
    pub relations: Vec<Relation>,
    /// Figures to compute from them.
    pub definitions: Vec<Definition>,
    /// Which sample size goes with the covariances.
    pub likelihood: Likelihood,
    /// How standard errors are computed.
    pub standard_errors: StructuralErrors,
    /// What gives a latent variable its unit.
    pub scaling: Scaling,
    /// Whether variables that only explain keep the variances and covariances they have in the data.
    pub fixed_x: bool,
    /// What is done with missing values.
    pub missing: MissingRows,
    /// What CFI and TLI compare with.
    pub baseline: Baseline,
    /// Whether means are part of the model.
    pub means: bool,
    /// How many times to draw new rows, for intervals without the assumption of normality; none when zero.
    pub bootstrap: u32,
    /// What the draws start from: the same seed gives the same draws.
    pub seed: u32,
}

impl Structural {
    /// The most draws of a bootstrap.
    pub const MOST_DRAWS: u32 = 100_000;

    /// A model in the notation of analysts, with the usual options.
    ///
    /// # Errors
    /// `not-understood`, with the line.
    pub fn new(syntax: &str) -> Result<Self, Error> {
        let (relations, definitions) = notation::parse(syntax)?;
        Ok(Self {
            relations,
            definitions,
            likelihood: Likelihood::Normal,
            standard_errors: StructuralErrors::Standard,
            scaling: Scaling::Marker,
            fixed_x: true,
            missing: MissingRows::Listwise,
            baseline: Baseline::ExogenousFree,
            means: false,
            bootstrap: 0,
            seed: 1,
        })
    }
}

impl Structural {
    /// The variables it names that are not latent, each once.
    ///
    /// ```
    /// let model = meedoen::estimate::Structural::new("f =~ x1 + x2 + x3; y ~ f + x1:z")?;
    /// assert_eq!(model.variables(), ["x1", "x2", "x3", "y", "x1:z"]);
    /// # Ok::<(), meedoen::Error>(())
    /// ```
    pub fn variables(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        let of = |one: &'_ Relation| one.operator == Operator::MeasuredBy;
        let latent = |name: &str| self.relations.iter().any(|one| of(one) && one.left == name);
        for one in &self.relations {
            for name in std::iter::once(one.left.as_str()).chain(one.right.as_deref()) {
                if !latent(name) && !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        names
    }
}

impl Document for Structural {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&[
            "syntax",
            "relations",
            "definitions",
            "likelihood",
            "standard_errors",
            "scaling",
            "fixed_x",
            "missing",
            "baseline",
            "means",
            "bootstrap",
            "seed",
        ])?;
        let model = if let Some(relations) = fields.optional("relations") {
            let relations = relations.list_of(Relation::read);
            let definitions = fields.list_of("definitions", Definition::read);
            relations.zip(definitions)
        } else {
            let syntax = fields.required("syntax");
            syntax.and_then(|syntax| syntax.text().and_then(|text| syntax.check(notation::parse(text))))
        };
        let likelihood = fields.maybe("likelihood", Reader::code);
        let standard_errors = fields.maybe("standard_errors", Reader::code);
        let (scaling, missing) =
            (fields.maybe("scaling", Reader::code), fields.maybe("missing", Reader::code));
        let baseline = fields.maybe("baseline", Reader::code);
        let (fixed_x, means) = (fields.maybe("fixed_x", Reader::truth), fields.maybe("means", Reader::truth));
        let (bootstrap, seed) = (fields.maybe("bootstrap", draws), fields.maybe("seed", Reader::count));
        let (relations, definitions) = model?;
        Some(Self {
            relations,
            definitions,
            likelihood: likelihood?.unwrap_or(Likelihood::Normal),
            standard_errors: standard_errors?.unwrap_or(StructuralErrors::Standard),
            scaling: scaling?.unwrap_or(Scaling::Marker),
            fixed_x: fixed_x?.unwrap_or(true),
            missing: missing?.unwrap_or(MissingRows::Listwise),
            baseline: baseline?.unwrap_or(Baseline::ExogenousFree),
            means: means?.unwrap_or(false),
            bootstrap: bootstrap?.unwrap_or(0),
            seed: seed?.unwrap_or(1),
        })
    }
}

fn draws(reader: &Reader<'_>) -> Option<u32> {
    let draws = reader.count()?;
    if draws > Structural::MOST_DRAWS {
        let max = f64::from(Structural::MOST_DRAWS);
        reader.refuse(crate::error::Mistake::OutsideRange { value: draws.to_string(), min: 0.0, max });
        return None;
    }
    Some(draws)
}

/// The model as it is read: its relations as a text or as a list, and its options.
#[cfg(feature = "schema")]
#[derive(schemars::JsonSchema)]
#[schemars(rename = "Structural")]
#[expect(dead_code, reason = "only its schema is used")]
struct Shape {
    /// The model in the notation of analysts, a statement a line: `f =~ x1 + x2`, `y ~ a*x + b`, `x ~~ y`, `ab := a*b`.
    syntax: Option<String>,
    /// The relations as a list, in the place of `syntax`.
    relations: Option<Vec<Relation>>,
    /// Figures to compute, with `relations`.
    definitions: Option<Vec<Definition>>,
    /// Which sample size goes with the covariances; `normal` when left out.
    likelihood: Option<Likelihood>,
    /// How standard errors are computed; `standard` when left out.
    standard_errors: Option<StructuralErrors>,
    /// What gives a latent variable its unit; `marker` when left out.
    scaling: Option<Scaling>,
    /// Whether variables that only explain keep the variances and covariances of the data; they do when left out.
    fixed_x: Option<bool>,
    /// What is done with missing values; `listwise` when left out.
    missing: Option<MissingRows>,
    /// What CFI and TLI compare with; `exogenous-free` when left out.
    baseline: Option<Baseline>,
    /// Whether means are part of the model.
    means: Option<bool>,
    /// How many times to draw rows again for intervals.
    #[schemars(range(max = Structural::MOST_DRAWS))]
    bootstrap: Option<u32>,
    /// What the draws start from.
    seed: Option<u32>,
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Structural {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        Shape::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Shape::json_schema(generator)
    }
}
