//! Models whose intensities are given rather than fitted.

use super::{Model, Parameter, Quantity};
use crate::document::{Document, Reader};
use crate::error::Mistake;
use crate::math::{ln, shown};
use crate::multistate::specification::{place, state};
use crate::multistate::{Move, Specification, State, StateSpace, TimeUnit};
use crate::{Label, Provenance, ProvenanceKind};

/// Intensities that someone states: from a publication, from experience, or to show how a model works.
///
/// ```
/// use meedoen::document::Document;
/// use meedoen::multistate::Given;
/// let model = Given::from_json(r#"{
///     "states": [{"code": "out"}, {"code": "in"}],
///     "rates": [{"from": "out", "to": "in", "rate": 0.5}, {"from": "in", "to": "out", "rate": 0.1}]
/// }"#)?.model();
/// assert_eq!(model.parameters.len(), 2);
/// # Ok::<(), meedoen::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    space: StateSpace,
    /// How often each move is made per unit of time by those who can make it.
    rates: Vec<f64>,
    unit: TimeUnit,
    provenance: Provenance,
}

impl Given {
    /// The model with these intensities and without effects; nothing is known of their uncertainty.
    pub fn model(&self) -> Model {
        let parameter = |(place, rate): (usize, &f64)| Parameter {
            quantity: Quantity::Intensity(place),
            value: ln(*rate),
            held: None,
        };
        Model {
            specification: Specification { unit: self.unit, ..Specification::new(self.space.clone()) },
            centres: Vec::new(),
            parameters: self.rates.iter().enumerate().map(parameter).collect(),
            covariance: None,
            provenance: self.provenance.clone(),
        }
    }
}

impl Document for Given {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["states", "rates", "unit", "provenance"])?;
        let states = fields.required("states").and_then(|states| states.list_of(state));
        let unit = fields.maybe("unit", Reader::code).map(|unit| unit.unwrap_or(TimeUnit::Year));
        let provenance = fields.maybe("provenance", Reader::provenance);
        let rates = fields.required("rates");
        let states = states?;
        let rates = rates?.list_of(|one| rate(one, &states));
        let (moves, rates): (Vec<Move>, Vec<f64>) = rates?.into_iter().unzip();
        let space = reader.check(StateSpace::new(states, moves));
        Some(Self { space: space?, rates, unit: unit?, provenance: provenance?.unwrap_or_else(illustrative) })
    }
}

fn rate(reader: &Reader<'_>, states: &[State]) -> Option<(Move, f64)> {
    let fields = reader.fields(&["from", "to", "rate"])?;
    let codes: Vec<&str> = states.iter().map(|state| state.code.as_str()).collect();
    let state = |name| fields.required(name).and_then(|code| place(&code, &codes));
    let (from, to) = (state("from"), state("to"));
    let rate = fields.required("rate").and_then(|rate| {
        let number = rate.number()?;
        if number <= 0.0 {
            rate.refuse(Mistake::NotPositive { value: shown(number) });
        }
        (number > 0.0).then_some(number)
    });
    Some((Move { from: from?, to: to? }, rate?))
}

fn illustrative() -> Provenance {
    Provenance {
        kind: ProvenanceKind::Illustrative,
        note: Label::of(
            "intensiteiten zijn opgegeven, niet geschat",
            "intensities were stated, not estimated",
        ),
    }
}

#[cfg(feature = "schema")]
mod shape {
    //! What given intensities look like.

    use super::{Given, Provenance, State, TimeUnit};
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

    impl JsonSchema for Given {
        fn schema_name() -> Cow<'static, str> {
            GivenModel::schema_name()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            GivenModel::json_schema(generator)
        }
    }
}
