//! Models whose intensities are given rather than fitted.

#[cfg(feature = "schema")]
mod shape;

use super::{Model, Parameter, Quantity};
use crate::document::{Document, Fields, Reader};
use crate::error::Mistake;
use crate::math::{ln, shown};
use crate::multistate::likelihood::Design;
use crate::multistate::specification::{known_pair, place, state};
use crate::multistate::{Effect, Errors, Initial, Move, Specification, StateSpace, TimeUnit};
use crate::{Label, Provenance, ProvenanceKind};

/// Intensities that someone states: from a publication, from experience, or to show how a model works.
///
/// ```
/// use meedoen::document::Document;
/// use meedoen::multistate::Given;
/// let model = Given::from_json(r#"{
///     "states": [{"code": "out"}, {"code": "in"}],
///     "rates": [{"from": "out", "to": "in", "rate": 0.5}, {"from": "in", "to": "out", "rate": 0.1}],
///     "effects": [{"covariate": "programme", "moves": [{"from": "out", "to": "in"}], "hazard_ratio": 1.5}]
/// }"#)?.model();
/// assert_eq!(model.parameters.len(), 3);
/// # Ok::<(), meedoen::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    specification: Specification,
    /// The parameters in the order of [`Quantity`], on the logarithmic or logit scale.
    values: Vec<f64>,
    provenance: Provenance,
}

impl Given {
    /// The model with these numbers; nothing is known of their uncertainty.
    pub fn model(&self) -> Model {
        let quantities = Design::of(&self.specification).quantities().into_iter();
        let parameter =
            |(quantity, value): (Quantity, &f64)| Parameter { quantity, value: *value, held: None };
        let names = self.specification.covariates().into_iter().map(|name| (name.to_owned(), 0.0));
        Model {
            centres: names.collect(),
            parameters: quantities.zip(&self.values).map(parameter).collect(),
            specification: self.specification.clone(),
            covariance: None,
            provenance: self.provenance.clone(),
        }
    }
}

impl Document for Given {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields =
            reader.fields(&["states", "rates", "effects", "errors", "initial", "unit", "provenance"])?;
        let states = fields.required("states").and_then(|states| states.list_of(state));
        let unit = fields.maybe("unit", Reader::code).map(|unit| unit.unwrap_or(TimeUnit::Year));
        let provenance = fields.maybe("provenance", Reader::provenance);
        let rates = fields.required("rates");
        let initial = fields.maybe("initial", |shares| shares.list_of(Reader::number));
        let states = states?;
        let codes: Vec<String> = states.iter().map(|state| state.code.clone()).collect();
        let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
        let rates = rates?.list_of(|one| rate(one, &codes));
        let errors = fields.list_of("errors", |one| error(one, &codes));
        let (moves, rates): (Vec<Move>, Vec<f64>) = rates?.into_iter().unzip();
        let effects = fields.list_of("effects", |one| effect(one, &codes, &moves));
        let space = reader.check(StateSpace::new(states, moves.clone()))?;
        let (effects, ratios): (Vec<Effect>, Vec<f64>) = effects?.into_iter().unzip();
        let (errors, initial) = (errors?, initial?);
        let odds = log_odds(&fields, &errors)?;
        let errors = match (errors.is_empty(), initial) {
            (true, None) => None,
            (true, Some(_)) => {
                reader.refuse(Mistake::MissingField { field: "errors".to_owned() });
                return None;
            }
            (false, None) => {
                reader.refuse(Mistake::MissingField { field: "initial".to_owned() });
                return None;
            }
            (false, Some(shares)) => Some(Errors {
                allowed: errors.iter().map(|(pair, _)| *pair).collect(),
                initial: Initial::Given(shares),
                effects: Vec::new(),
                certain: None,
            }),
        };
        let specification = Specification { unit: unit?, effects, errors, ..Specification::new(space) };
        reader.check(specification.check())?;
        let values = rates.iter().chain(&ratios).map(|number| ln(*number)).chain(odds).collect();
        Some(Self { specification, values, provenance: provenance?.unwrap_or_else(illustrative) })
    }
}

/// The log odds of each error against no error; nothing where the errors of a state leave no room for being right.
fn log_odds(fields: &Fields<'_>, errors: &[((usize, usize), f64)]) -> Option<Vec<f64>> {
    let odds = |((truth, _), share): &((usize, usize), f64)| {
        let own = errors.iter().filter(|((other, _), _)| other == truth);
        let right = 1.0 - own.map(|(_, share)| share).sum::<f64>();
        (right > 0.0).then(|| ln(share / right))
    };
    let all: Option<Vec<f64>> = errors.iter().map(odds).collect();
    if all.is_none() {
        let wrong = errors.iter().map(|(_, share)| share).sum::<f64>();
        if let Some(list) = fields.optional("errors") {
            list.refuse(Mistake::OutsideRange { value: shown(wrong), min: 0.0, max: 1.0 });
        }
    }
    all
}

/// A number above zero.
fn positive(reader: &Reader<'_>) -> Option<f64> {
    let number = reader.number()?;
    if number <= 0.0 {
        reader.refuse(Mistake::NotPositive { value: shown(number) });
    }
    (number > 0.0).then_some(number)
}

fn effect(reader: &Reader<'_>, codes: &[&str], moves: &[Move]) -> Option<(Effect, f64)> {
    let fields = reader.fields(&["covariate", "moves", "hazard_ratio"])?;
    let covariate = fields.required("covariate").and_then(|covariate| covariate.text());
    let pair = |one: &Reader<'_>| known_pair(one, codes, ["from", "to"], moves);
    let places = fields.maybe("moves", |pairs| pairs.list_of(pair));
    let ratio = fields.required("hazard_ratio").and_then(|ratio| positive(&ratio));
    let places = places?.unwrap_or_else(|| (0..moves.len()).collect());
    Some((Effect { covariate: covariate?.to_owned(), moves: places }, ratio?))
}

fn error(reader: &Reader<'_>, codes: &[&str]) -> Option<((usize, usize), f64)> {
    let fields = reader.fields(&["truth", "registered", "probability"])?;
    let state = |name| fields.required(name).and_then(|code| place(&code, codes));
    let (truth, registered) = (state("truth"), state("registered"));
    let share = fields.required("probability").and_then(|share| {
        let number = positive(&share)?;
        if number >= 1.0 {
            share.refuse(Mistake::OutsideRange { value: shown(number), min: 0.0, max: 1.0 });
        }
        (number < 1.0).then_some(number)
    });
    Some(((truth?, registered?), share?))
}

fn rate(reader: &Reader<'_>, codes: &[&str]) -> Option<(Move, f64)> {
    let fields = reader.fields(&["from", "to", "rate"])?;
    let state = |name| fields.required(name).and_then(|code| place(&code, codes));
    let (from, to) = (state("from"), state("to"));
    let rate = fields.required("rate").and_then(|rate| positive(&rate));
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

#[cfg(test)]
mod tests {
    use super::Given;
    use crate::document::Document;
    use crate::multistate::answer::{Certainty, Question, answer};
    use crate::multistate::{Model, Profile};
    use serde_json::{Value, json};

    fn request() -> Value {
        json!({
            "states": [{"code": "1"}, {"code": "2"}],
            "rates": [{"from": "1", "to": "2", "rate": 0.5}, {"from": "2", "to": "1", "rate": 0.25}],
            "effects": [{"covariate": "x", "hazard_ratio": 1.5}],
            "errors": [{"truth": "1", "registered": "2", "probability": 0.2}],
            "initial": [0.7, 0.3]
        })
    }

    fn value(model: &Model, question: &Question, x: f64) -> f64 {
        let profile = Profile { covariates: vec![("x".to_owned(), x)] };
        answer(model, question, &profile, &Certainty::default()).unwrap().value.unwrap()
    }

    #[test]
    fn what_is_stated_is_what_the_model_answers() {
        let model = Given::from_value(&request()).unwrap().model();
        let rate = Question::Intensity { from: 1, to: 0, at: 0.0 };
        assert!((value(&model, &rate, 2.0) - 0.25 * 1.5 * 1.5).abs() < 1e-12);
        let wrong = Question::Misregistered { truly: 0, registered: 1 };
        assert!((value(&model, &wrong, 0.0) - 0.2).abs() < 1e-12);
        assert_eq!(model.parameters.len(), 4);
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let refused = |field: &str, other: Value| {
            let mut request = request();
            request[field] = other;
            let error = Given::from_value(&request).unwrap_err();
            error.problems()[0].code()
        };
        let error = |share: f64| json!([{"truth": "1", "registered": "2", "probability": share}]);
        assert_eq!(refused("initial", Value::Null), "missing-field");
        assert_eq!(refused("errors", json!([])), "missing-field");
        assert_eq!(refused("errors", error(1.0)), "outside-range");
        assert_eq!(refused("errors", error(0.0)), "not-positive");
        assert_eq!(refused("effects", json!([{"covariate": "x", "hazard_ratio": -1}])), "not-positive");
        let twice = json!([
            {"truth": "1", "registered": "2", "probability": 0.6},
            {"truth": "1", "registered": "2", "probability": 0.6}
        ]);
        assert_eq!(refused("errors", twice), "outside-range");
    }
}
