//! Models as they are written: parameters with the codes they are about.

use super::{Held, Model, Parameter, Quantity};
use crate::multistate::Specification;
use crate::multistate::specification::{ErrorDocument, MoveDocument};
use crate::{Provenance, math};
use serde::{Serialize, Serializer};

crate::vocabulary! {
    /// What a parameter of a multi-state model stands for.
    pub enum QuantityKind: "kind of parameter", "soort parameter", [] {
        /// The log intensity of a move.
        Intensity = "intensity": "log intensiteit", "log intensity", [],
        /// The log hazard ratio of a covariate.
        Effect = "effect": "log verhouding van intensiteiten", "log hazard ratio", [],
        /// The log odds of an error in registration.
        Error = "error": "log odds van een verkeerde registratie", "log odds of a wrong registration", [],
        /// The coefficient of a covariate on an error.
        ErrorEffect = "error-effect": "effect op een verkeerde registratie", "effect on a wrong registration", [],
        /// The log odds of a first state.
        Initial = "initial": "log odds van een eerste toestand", "log odds of a first state", [],
    }
}

crate::vocabulary! {
    /// Why a parameter was held at a value.
    pub enum HeldKind: "reason to hold a parameter", "reden om een parameter vast te zetten", [] {
        /// The likelihood keeps rising as it runs to infinity.
        Boundary = "boundary": "geen eindig optimum", "no finite optimum", [],
        /// The data say nothing about it.
        NotIdentified = "not-identified": "niet te schatten", "not identified", [],
    }
}

/// A specification with numbers, and where they come from.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Model"))]
pub(super) struct ModelDocument<'a> {
    /// Which model it is.
    specification: &'a Specification,
    /// The centre of each covariate, 0 where it was not centred.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<Vec<Centre>>"))]
    centres: Vec<Centre<'a>>,
    /// Every parameter: intensities in the order of the moves, then effects, errors, effects on errors and first states.
    parameters: Vec<ParameterDocument<'a>>,
    /// The covariance of the parameters, row by row; `None` when nothing is known about their uncertainty.
    covariance: Option<&'a [Vec<f64>]>,
    /// Where the numbers come from.
    provenance: &'a Provenance,
}

/// The centre of a covariate.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Centre<'a> {
    /// The name of the covariate.
    covariate: &'a str,
    /// The value from which it is taken.
    value: f64,
}

/// One parameter, on the logarithmic or logit scale, and what is known about it.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ModelParameter"))]
struct ParameterDocument<'a> {
    /// What it stands for.
    quantity: QuantityKind,
    /// The covariate it is the coefficient of, if any.
    covariate: Option<&'a str>,
    /// The moves it is about.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<Vec<MoveDocument>>"))]
    moves: Vec<MoveDocument<'a>>,
    /// The errors in registration it is about.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<Vec<ErrorDocument>>"))]
    errors: Vec<ErrorDocument<'a>>,
    /// The code of the first state it is about, if any.
    state: Option<&'a str>,
    /// The value; for one that was held, where.
    value: f64,
    /// Its standard error; `None` when that is not known.
    standard_error: Option<f64>,
    /// Why it was held, for one that the data do not fix.
    held: Option<HeldDocument>,
}

/// Why a parameter was held.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "HeldParameter"))]
struct HeldDocument {
    /// Why.
    kind: HeldKind,
    /// Whether it runs upwards; `None` when it does not run.
    upwards: Option<bool>,
    /// The limit at the other side, by the profile likelihood with 95 % confidence.
    limit: Option<f64>,
}

impl Serialize for Model {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let centres = self.centres.iter().map(|(covariate, value)| Centre { covariate, value: *value });
        let parameters = self.parameters.iter().enumerate().map(|(place, one)| self.parameter(place, one));
        ModelDocument {
            specification: &self.specification,
            centres: centres.collect(),
            parameters: parameters.collect(),
            covariance: self.covariance.as_deref(),
            provenance: &self.provenance,
        }
        .serialize(serializer)
    }
}

impl Model {
    fn parameter<'a>(&'a self, place: usize, parameter: &Parameter) -> ParameterDocument<'a> {
        let specification = &self.specification;
        let mut document = ParameterDocument {
            quantity: parameter.quantity.kind(),
            covariate: None,
            moves: Vec::new(),
            errors: Vec::new(),
            state: None,
            value: parameter.value,
            standard_error: self.standard_error(place),
            held: parameter.held.as_ref().map(HeldDocument::of),
        };
        let errors = specification.errors.as_ref();
        let error = |place: &usize| errors.and_then(|errors| errors.allowed.get(*place));
        let pair = |pair: &(usize, usize)| specification.space.error_document(*pair);
        match &parameter.quantity {
            Quantity::Intensity(one) => document.moves.push(specification.space.move_document(*one)),
            Quantity::Effect(one) => {
                let effect = specification.effects.get(*one);
                document.covariate = effect.map(|effect| effect.covariate.as_str());
                let moves = effect.into_iter().flat_map(|effect| &effect.moves);
                document.moves = moves.map(|one| specification.space.move_document(*one)).collect();
            }
            Quantity::Error(one) => document.errors = error(one).map(pair).into_iter().collect(),
            Quantity::ErrorEffect(one) => {
                let effect = errors.and_then(|errors| errors.effects.get(*one));
                document.covariate = effect.map(|effect| effect.covariate.as_str());
                let of = effect.into_iter().flat_map(|effect| &effect.moves);
                document.errors = of.filter_map(error).map(pair).collect();
            }
            Quantity::Initial(state) => document.state = Some(specification.space.code(*state)),
        }
        document
    }

    /// The standard error of a parameter; `None` when that is not known.
    pub fn standard_error(&self, place: usize) -> Option<f64> {
        if self.parameters.get(place).is_none_or(Parameter::is_held) {
            return None;
        }
        let variance = self.covariance.as_ref()?.get(place)?.get(place)?;
        (*variance > 0.0).then(|| math::sqrt(*variance))
    }
}

impl Quantity {
    /// The kind of parameter.
    pub fn kind(&self) -> QuantityKind {
        match self {
            Self::Intensity(_) => QuantityKind::Intensity,
            Self::Effect(_) => QuantityKind::Effect,
            Self::Error(_) => QuantityKind::Error,
            Self::ErrorEffect(_) => QuantityKind::ErrorEffect,
            Self::Initial(_) => QuantityKind::Initial,
        }
    }
}

impl HeldDocument {
    fn of(held: &Held) -> Self {
        match *held {
            Held::Boundary { upwards, limit } => {
                Self { kind: HeldKind::Boundary, upwards: Some(upwards), limit }
            }
            Held::NotIdentified => Self { kind: HeldKind::NotIdentified, upwards: None, limit: None },
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Model {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        ModelDocument::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        ModelDocument::json_schema(generator)
    }
}
