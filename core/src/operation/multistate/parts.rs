//! What the requests about multi-state models have in common.

use crate::Label;
use crate::document::{Fields, Reader};
use crate::error::{Error, Mistake, Place, Problem};
use crate::multistate::answer::{Certainty, asked_certainty, asked_profile};
use crate::multistate::population::Group;
use crate::multistate::{Model, Profile};

/// The fields that say how sure answers are to be.
pub(super) const CERTAINTY: [&str; 4] = ["level", "method", "draws", "seed"];

/// The names of fields, and those that say how sure answers are to be.
pub(super) fn with_certainty<'n>(names: &[&'n str]) -> Vec<&'n str> {
    names.iter().copied().chain(CERTAINTY).collect()
}

/// How sure answers are to be.
pub(super) struct Sure(pub(super) Certainty);

impl Sure {
    pub(super) fn of(fields: &Fields<'_>) -> Option<Self> {
        asked_certainty(fields).map(Self)
    }
}

/// How many people are in a state.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct PeopleInState {
    /// The code of the state.
    pub(super) state: String,
    /// How many people.
    pub(super) people: f64,
}

impl PeopleInState {
    pub(super) fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["state", "people"])?;
        let state = fields.required("state").and_then(|state| state.text());
        let people = fields.required("people").and_then(|people| people.number());
        Some(Self { state: state?.to_owned(), people: people? })
    }
}

/// People of one profile, by the state they are in.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct PeopleGroup {
    /// What is known of them: the value of every covariate the model uses.
    #[cfg_attr(
        feature = "schema",
        schemars(with = "Option<Vec<crate::multistate::answer::CovariateValue>>")
    )]
    at: Profile,
    /// How many are in each state; none in those that are left out.
    states: Vec<PeopleInState>,
    /// How long ago they were first seen; 0 when left out.
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    since: f64,
}

impl PeopleGroup {
    pub(super) fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["at", "states", "since"])?;
        let at = asked_profile(&fields);
        let states = fields.required("states").and_then(|states| states.list_of(PeopleInState::read));
        let since = fields.maybe("since", Reader::number);
        Some(Self { at: at?, states: states?, since: since?.unwrap_or(0.0) })
    }

    /// The groups of a model.
    pub(super) fn groups(groups: &[Self], model: &Model, field: &str) -> Result<Vec<Group>, Error> {
        let place = Place::default().at(field);
        let mut problems = Vec::new();
        let mut found = Vec::new();
        for (number, group) in groups.iter().enumerate() {
            let place = place.element(number + 1).at("states");
            let mut counts = vec![0.0; model.specification.space.states().len()];
            for (number, one) in group.states.iter().enumerate() {
                let state = state(model, &one.state, &place.element(number + 1).at("state"), &mut problems);
                if let Some(cell) = state.and_then(|state| counts.get_mut(state)) {
                    *cell += one.people;
                }
            }
            found.push(Group { profile: group.at.clone(), states: counts, since: group.since });
        }
        Error::of(problems).map_or(Ok(found), Err)
    }
}

/// The place of a state by its code.
pub(super) fn state(model: &Model, code: &str, place: &Place, problems: &mut Vec<Problem>) -> Option<usize> {
    let space = &model.specification.space;
    let found = space.place(code);
    if found.is_none() {
        let mistake = Mistake::UnknownCode {
            what: Label::of("de toestand", "state"),
            value: code.to_owned(),
            expected: space.states().iter().map(|state| state.code.clone()).collect(),
        };
        problems.push(Problem::new(mistake, place.clone()));
    }
    found
}

/// The places of states by their codes.
pub(super) fn states(model: &Model, codes: &[String], field: &str) -> Result<Vec<usize>, Error> {
    let mut problems = Vec::new();
    let place = Place::default().at(field);
    let all = codes.iter().enumerate();
    let found: Vec<Option<usize>> =
        all.map(|(number, code)| state(model, code, &place.element(number + 1), &mut problems)).collect();
    Error::of(problems).map_or_else(|| Ok(found.into_iter().flatten().collect()), Err)
}

/// A list of texts.
pub(super) fn texts(fields: &Fields<'_>, name: &str) -> Option<Vec<String>> {
    fields.required(name)?.list_of(|one| one.text().map(str::to_owned))
}

/// A list of numbers.
pub(super) fn numbers(fields: &Fields<'_>, name: &str) -> Option<Vec<f64>> {
    fields.required(name)?.list_of(Reader::number)
}

#[cfg(feature = "schema")]
mod shape {
    use super::Sure;
    use crate::multistate::answer::IntervalMethod;
    use schemars::{JsonSchema, Schema, SchemaGenerator};
    use std::borrow::Cow;

    /// How sure answers are to be.
    #[derive(JsonSchema)]
    #[expect(dead_code, reason = "only its schema is used")]
    struct HowSure {
        /// How often an interval holds the true value, between 0 and 1; 0.95 when left out.
        level: Option<f64>,
        /// How intervals are made; the delta method when left out.
        method: Option<IntervalMethod>,
        /// How many draws, for the method that draws; 1000 when left out.
        draws: Option<u32>,
        /// Where the draws come from; 1 when left out.
        seed: Option<u32>,
    }

    impl JsonSchema for Sure {
        fn schema_name() -> Cow<'static, str> {
            HowSure::schema_name()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            HowSure::json_schema(generator)
        }
    }
}
