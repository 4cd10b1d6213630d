//! Reading what is asked for.

use super::super::{Determinant, Thresholds};
use super::{InterventionCatalogue, Planning, catalogue};
use crate::Vocabulary;
use crate::document::{Document, Fields, Reader};
use crate::error::Mistake;
use crate::plan::{Pair, Person, Settings};
use crate::response::Model;

impl Document for Planning {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&[
            "people",
            "model",
            "catalogue",
            "hours",
            "fixed",
            "forbidden",
            "at_most",
            "draws",
            "replans",
            "seed",
            "thresholds",
        ])?;
        let people = fields.must("people", read_people);
        let model = fields.must("model", Model::read);
        let catalogue = match fields.optional("catalogue") {
            Some(own) => InterventionCatalogue::read(&own),
            None => Some(catalogue()),
        };
        let hours = fields.must("hours", |list| {
            list.list_of(|one| {
                let fields = one.fields(&["role", "hours"])?;
                let (role, hours) = (fields.must("role", Reader::code), fields.must("hours", Reader::number));
                Some((role?, hours?))
            })
        });
        let [fixed, forbidden] = ["fixed", "forbidden"].map(|name| fields.list_of(name, read_pair));
        let settings = read_settings(&fields);
        let thresholds = fields.maybe("thresholds", Thresholds::read);
        Some(Self {
            people: people?,
            model: model?,
            catalogue: catalogue?,
            hours: hours?,
            fixed: fixed?,
            forbidden: forbidden?,
            settings: settings?,
            thresholds: thresholds?.unwrap_or_default(),
        })
    }
}

fn read_settings(fields: &Fields<'_>) -> Option<Settings> {
    let usual = Settings::default();
    let [at_most, draws, replans, seed] =
        ["at_most", "draws", "replans", "seed"].map(|name| fields.maybe(name, Reader::count));
    Some(Settings {
        at_most: at_most?.map_or(usual.at_most, |most| usize::try_from(most).unwrap_or(usize::MAX)),
        draws: draws?.unwrap_or(usual.draws),
        replans: replans?.unwrap_or(usual.replans),
        seed: seed?.map_or(usual.seed, u64::from),
    })
}

/// The people of a request.
pub(super) fn read_people(reader: &Reader<'_>) -> Option<Vec<Person>> {
    reader.list_of(read_person)
}

fn read_person(reader: &Reader<'_>) -> Option<Person> {
    let fields = reader.fields(&["id", "levels", "chance"])?;
    let (id, chance) = (fields.must("id", Reader::string), fields.maybe("chance", Reader::number));
    let levels = fields.required("levels").and_then(|levels| read_levels(&levels));
    Some(Person { id: id?, levels: levels?, chance: chance? })
}

/// One score by determinant, in the order of the model; a determinant that is not there is unknown.
fn read_levels(reader: &Reader<'_>) -> Option<Vec<Option<f64>>> {
    let mut levels = vec![None; Determinant::ALL.len()];
    let mut seen = crate::ordered::Ordered::default();
    let list = reader.list_of(|one| {
        let fields = one.fields(&["determinant", "score"])?;
        let (determinant, score) =
            (fields.must::<Determinant>("determinant", Reader::code), fields.maybe("score", Reader::number));
        Some((determinant?, score?))
    })?;
    for (determinant, score) in list {
        if !seen.insert(determinant) {
            let id = determinant.code().to_owned();
            reader.refuse(Mistake::Duplicate { what: Determinant::NAME, id });
        }
        let place = Determinant::ALL.iter().position(|&one| one == determinant);
        if let Some(level) = place.and_then(|place| levels.get_mut(place)) {
            *level = score;
        }
    }
    Some(levels)
}

fn read_pair(reader: &Reader<'_>) -> Option<Pair> {
    let fields = reader.fields(&["person", "intervention"])?;
    let (person, intervention) =
        (fields.must("person", Reader::string), fields.must("intervention", Reader::string));
    Some(Pair { person: person?, intervention: intervention? })
}
