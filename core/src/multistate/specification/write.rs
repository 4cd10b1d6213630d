//! Specifications and state spaces as they are written: with codes in the place of places.

use super::{Effect, Initial, Pieces, Scheme, Specification};
use crate::multistate::{State, StateSpace, TimeUnit};
use serde::{Serialize, Serializer};

/// The states and the moves that can happen directly. A state without a way out is absorbing.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "StateSpace"))]
pub(in crate::multistate) struct SpaceDocument<'a> {
    /// The states, in order.
    states: &'a [State],
    /// The moves that can happen directly.
    moves: Vec<MoveDocument<'a>>,
}

/// A direct move from one state to another, by their codes.
#[derive(Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Move"))]
pub(in crate::multistate) struct MoveDocument<'a> {
    /// The code of the state that is left.
    from: &'a str,
    /// The code of the state that is entered.
    to: &'a str,
}

/// A registered state that may differ from the true one, by their codes.
#[derive(Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "StateError"))]
pub(in crate::multistate) struct ErrorDocument<'a> {
    /// The code of the true state.
    truth: &'a str,
    /// The code of the state that is registered.
    registered: &'a str,
}

/// Which model is asked: the states, the moves, what bears on them, and how the states were observed.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Specification"))]
pub(in crate::multistate) struct SpecificationDocument<'a> {
    /// The states and the moves.
    space: &'a StateSpace,
    /// The unit of time in which intensities are expressed.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<TimeUnit>"))]
    unit: TimeUnit,
    /// What bears on the intensities, one coefficient each.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<Vec<EffectDocument>>"))]
    effects: Vec<EffectDocument<'a>>,
    /// Whether covariates are taken from their mean.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<bool>"))]
    centre: bool,
    /// What the dates say.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<Scheme>"))]
    scheme: Scheme,
    /// The codes of states entered on an exactly known date from a state that is not known.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<Vec<String>>"))]
    exact_entry: Vec<&'a str>,
    /// Codes that stand for more than one state.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<Vec<CensoredDocument>>"))]
    censored: Vec<CensoredDocument<'a>>,
    /// When the intensities may change.
    pieces: &'a Option<Pieces>,
    /// Registered states that may be wrong.
    errors: Option<ErrorsDocument<'a>>,
}

/// One coefficient, and the moves that share it.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "MoveEffect"))]
struct EffectDocument<'a> {
    /// The name of the covariate; `period2`, `period3`… are the later pieces of time against the first.
    covariate: &'a str,
    /// The moves that share the coefficient; left out, each move has a coefficient of its own.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<Vec<MoveDocument>>"))]
    moves: Vec<MoveDocument<'a>>,
}

/// A code that stands for more than one state.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "CensoredCode"))]
pub(in crate::multistate) struct CensoredDocument<'a> {
    /// The code in the data.
    code: &'a str,
    /// The codes of the states it stands for.
    states: Vec<&'a str>,
}

/// Registered states that may differ from the true ones.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "StateErrors"))]
struct ErrorsDocument<'a> {
    /// Which state may be registered as which other.
    allowed: Vec<ErrorDocument<'a>>,
    /// The shares of the states in which people truly are at their first visit; estimated when left out.
    initial: Option<&'a [f64]>,
    /// What bears on the errors, one coefficient each.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<Vec<ErrorEffectDocument>>"))]
    effects: Vec<ErrorEffectDocument<'a>>,
    /// The column that is 1 where the state was registered without error.
    certain: Option<&'a str>,
}

/// One coefficient on the logit of an error, and the errors that share it.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "StateErrorEffect"))]
struct ErrorEffectDocument<'a> {
    /// The name of the covariate.
    covariate: &'a str,
    /// The errors that share the coefficient; left out, each error has a coefficient of its own.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<Vec<ErrorDocument>>"))]
    errors: Vec<ErrorDocument<'a>>,
}

impl StateSpace {
    /// A move with its codes.
    pub(in crate::multistate) fn move_document(&self, place: usize) -> MoveDocument<'_> {
        let one = self.moves().get(place);
        let code = |state: Option<usize>| state.map_or("", |state| self.code(state));
        MoveDocument { from: code(one.map(|one| one.from)), to: code(one.map(|one| one.to)) }
    }

    /// A true state and the one that is registered, with their codes.
    pub(in crate::multistate) fn error_document(
        &self,
        (truth, registered): (usize, usize),
    ) -> ErrorDocument<'_> {
        ErrorDocument { truth: self.code(truth), registered: self.code(registered) }
    }
}

impl Serialize for StateSpace {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let moves = (0..self.moves().len()).map(|place| self.move_document(place)).collect();
        SpaceDocument { states: self.states(), moves }.serialize(serializer)
    }
}

impl Serialize for Specification {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.document().serialize(serializer)
    }
}

impl Specification {
    fn document(&self) -> SpecificationDocument<'_> {
        let code = |state: &usize| self.space.code(*state);
        let error = |pair: &(usize, usize)| self.space.error_document(*pair);
        SpecificationDocument {
            space: &self.space,
            unit: self.unit,
            effects: self.effects.iter().map(|effect| self.effect(effect)).collect(),
            centre: self.centre,
            scheme: self.scheme,
            exact_entry: self.exact_entry.iter().map(code).collect(),
            censored: self
                .censored
                .iter()
                .map(|one| CensoredDocument {
                    code: &one.code,
                    states: one.states.iter().map(code).collect(),
                })
                .collect(),
            pieces: &self.pieces,
            errors: self.errors.as_ref().map(|errors| {
                let allowed: Vec<ErrorDocument<'_>> = errors.allowed.iter().map(error).collect();
                let effects = errors.effects.iter().map(|effect| ErrorEffectDocument {
                    covariate: &effect.covariate,
                    errors: effect.moves.iter().filter_map(|place| allowed.get(*place).cloned()).collect(),
                });
                let effects = effects.collect();
                let initial = match &errors.initial {
                    Initial::Given(shares) => Some(shares.as_slice()),
                    Initial::Estimated => None,
                };
                ErrorsDocument { allowed, initial, effects, certain: errors.certain.as_deref() }
            }),
        }
    }

    fn effect<'a>(&'a self, effect: &'a Effect) -> EffectDocument<'a> {
        let moves = effect.moves.iter().map(|place| self.space.move_document(*place)).collect();
        EffectDocument { covariate: &effect.covariate, moves }
    }
}

#[cfg(feature = "schema")]
pub(super) mod shape {
    //! What these documents look like.

    use super::{SpaceDocument, SpecificationDocument};
    use crate::multistate::{Specification, StateSpace};
    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
    use std::borrow::Cow;

    macro_rules! as_document {
        ($($type:ty: $document:ty),*) => {$(
            impl JsonSchema for $type {
                fn schema_name() -> Cow<'static, str> {
                    <$document>::schema_name()
                }

                fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                    <$document>::json_schema(generator)
                }
            }
        )*};
    }

    as_document!(StateSpace: SpaceDocument<'_>, Specification: SpecificationDocument<'_>);

    /// A moment at which intensities may change: a number, or a date when it is read.
    pub(in crate::multistate) struct Cut;

    impl JsonSchema for Cut {
        fn inline_schema() -> bool {
            true
        }

        fn schema_name() -> Cow<'static, str> {
            "Cut".into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            if generator.contract().is_deserialize() {
                json_schema!({"type": ["number", "string"]})
            } else {
                json_schema!({"type": "number"})
            }
        }
    }
}
