//! What given intensities look like.

use super::{Given, Provenance, TimeUnit};
use crate::multistate::State;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use std::borrow::Cow;

/// Intensities that someone states: from a publication, from experience, or to show how a model works.
#[derive(JsonSchema)]
#[schemars(rename = "GivenModel")]
#[expect(dead_code, reason = "only its schema is used")]
struct GivenModel {
    /// The states, in order.
    states: Vec<State>,
    /// The moves that can happen directly, with how often each is made per unit of time by those who can make it.
    rates: Vec<GivenMove>,
    /// What bears on the intensities; nothing when left out.
    effects: Option<Vec<GivenEffect>>,
    /// Which states are registered as which others; none when left out.
    errors: Option<Vec<GivenError>>,
    /// The shares of the true states at a first visit, that add up to 1; needed where there are errors.
    initial: Option<Vec<f64>>,
    /// The unit of time; a year when left out.
    unit: Option<TimeUnit>,
    /// Where the intensities come from; `illustrative` when left out.
    provenance: Option<Provenance>,
}

/// A direct move and its intensity.
#[derive(JsonSchema)]
#[schemars(rename = "MoveRate")]
#[expect(dead_code, reason = "only its schema is used")]
struct GivenMove {
    /// The code of the state that is left.
    from: String,
    /// The code of the state that is entered.
    to: String,
    /// How often the move is made per unit of time; above zero.
    rate: f64,
}

/// By what factor a covariate changes the intensity of moves for each 1 that it is higher.
#[derive(JsonSchema)]
#[schemars(rename = "StatedEffect")]
#[expect(dead_code, reason = "only its schema is used")]
struct GivenEffect {
    /// The name of the covariate.
    covariate: String,
    /// The moves it bears on; all when left out.
    moves: Option<Vec<GivenPair>>,
    /// The factor; above zero.
    hazard_ratio: f64,
}

/// A direct move.
#[derive(JsonSchema)]
#[schemars(rename = "StatedMove")]
#[expect(dead_code, reason = "only its schema is used")]
struct GivenPair {
    /// The code of the state that is left.
    from: String,
    /// The code of the state that is entered.
    to: String,
}

/// A state that is registered as another.
#[derive(JsonSchema)]
#[schemars(rename = "StatedError")]
#[expect(dead_code, reason = "only its schema is used")]
struct GivenError {
    /// The code of the true state.
    truth: String,
    /// The code of the state that is registered.
    registered: String,
    /// How often that happens at a visit, between 0 and 1.
    probability: f64,
}

impl JsonSchema for Given {
    fn schema_name() -> Cow<'static, str> {
        GivenModel::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        GivenModel::json_schema(generator)
    }
}
