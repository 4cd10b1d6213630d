//! What is to be planned: people, a model, a catalogue, hours, and what professionals decided.

use super::catalogue::{Catalogue, Condition};
use crate::Label;
use crate::document::Problems;
use crate::error::{Error, Mistake, Place};
use crate::math::shown;
use crate::response::Model;

/// Something that bears on behaviour and has a level on a bounded scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Factor {
    /// Its name.
    pub id: String,
    /// The lowest level.
    pub low: f64,
    /// The highest level.
    pub high: f64,
}

/// One person: a name, the levels in the order of the factors, and a chance if one is known apart from the model.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// The name, each once.
    pub id: String,
    /// The level of each factor, `None` where it is not known.
    pub levels: Vec<Option<f64>>,
    /// The chance of the behaviour as it is now; from the model when `None`.
    pub chance: Option<f64>,
}

/// The hours that can be given.
#[derive(Clone, Debug, PartialEq)]
pub struct RoleHours {
    /// Who has them.
    pub role: String,
    /// How many, 0 or more.
    pub hours: f64,
}

/// One person and one intervention.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The name of the person.
    pub person: String,
    /// The name of the intervention.
    pub intervention: String,
}

/// What is to be planned.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    /// What the levels are of.
    pub factors: Vec<Factor>,
    /// The people.
    pub people: Vec<Person>,
    /// How chances follow from levels.
    pub model: Model,
    /// What can be offered.
    pub catalogue: Catalogue,
    /// The hours of each role in the catalogue.
    pub hours: Vec<RoleHours>,
    /// What a professional wants kept.
    pub fixed: Vec<Pair>,
    /// What a professional does not want.
    pub forbidden: Vec<Pair>,
    /// How to plan.
    pub settings: Settings,
}

/// How to plan. None of it is in the sources: each is a choice of who plans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The most interventions one person gets, 1 or more.
    pub at_most: usize,
    /// How often coefficients and effects are drawn to say how sure the rise is.
    pub draws: u32,
    /// In how many of those draws the plan is made anew, to say how often each part of it is kept.
    pub replans: u32,
    /// Where the draws come from.
    pub seed: u64,
}

impl Default for Settings {
    /// At most three interventions a person, 200 draws, the plan not made anew, seed 1.
    fn default() -> Self {
        Self { at_most: 3, draws: 200, replans: 0, seed: 1 }
    }
}

/// Where names stand in a list, to be found quickly.
pub(super) struct Index<'a>(Vec<(&'a str, usize)>);

impl<'a> Index<'a> {
    pub(super) fn of(names: impl Iterator<Item = &'a str>) -> Self {
        let mut index: Vec<(&str, usize)> = names.enumerate().map(|(place, name)| (name, place)).collect();
        index.sort_unstable();
        Self(index)
    }

    pub(super) fn find(&self, name: &str) -> Option<usize> {
        let place = self.0.binary_search_by(|(other, _)| other.cmp(&name)).ok()?;
        self.0.get(place).map(|(_, place)| *place)
    }

    /// The later places of names that occur more than once, in order.
    fn repeated(&self) -> Vec<usize> {
        let pairs = self.0.iter().zip(self.0.iter().skip(1));
        let mut found: Vec<usize> = pairs.filter(|(a, b)| a.0 == b.0).map(|(_, b)| b.1).collect();
        found.sort_unstable();
        found
    }
}

/// What is wrong with what is known of one person.
pub(super) fn check_person(
    factors: &[Factor],
    person: &Person,
    place: &dyn Fn() -> Place,
    problems: &Problems,
) {
    let (found, expected) = (person.levels.len(), factors.len());
    if found != expected {
        problems.add(Mistake::WrongLength { found, expected }, place().at("levels"));
    }
    for (factor, level) in factors.iter().zip(&person.levels) {
        let Some(level) = level else { continue };
        if !(factor.low..=factor.high).contains(level) {
            let (min, max) = (factor.low, factor.high);
            let mistake = Mistake::OutsideRange { value: shown(*level), min, max };
            problems.add(mistake, place().at("levels").at(&factor.id));
        }
    }
    if let Some(chance) = person.chance.filter(|chance| !(0.0..=1.0).contains(chance)) {
        let mistake = Mistake::OutsideRange { value: shown(chance), min: 0.0, max: 1.0 };
        problems.add(mistake, place().at("chance"));
    }
}

pub(super) fn factor_name() -> Label {
    Label::of("de factor", "factor")
}

impl Task {
    /// Everything that is wrong with it; the catalogue and the model have been checked by themselves.
    pub(super) fn check(&self) -> Result<(), Error> {
        let problems = Problems::default();
        self.check_people(&problems);
        self.check_names(&problems);
        self.check_hours(&problems);
        self.check_choices(&problems);
        if self.settings.at_most == 0 {
            problems.add(Mistake::NotPositive { value: "0".to_owned() }, Place::default().at("at_most"));
        }
        problems.finish(Some(()))
    }

    /// Where a factor stands.
    pub(super) fn factor(&self, id: &str) -> Option<usize> {
        self.factors.iter().position(|factor| factor.id == id)
    }

    fn check_people(&self, problems: &Problems) {
        let here = Place::default().at("people");
        if self.people.is_empty() {
            problems.add(
                Mistake::Empty { what: Label::of("de lijst van mensen", "list of people") },
                here.clone(),
            );
        }
        for place in Index::of(self.people.iter().map(|person| person.id.as_str())).repeated() {
            let id = self.people.get(place).map(|person| person.id.clone()).unwrap_or_default();
            let what = Label::of("de persoon", "person");
            problems.add(Mistake::Duplicate { what, id }, here.element(place + 1).at("id"));
        }
        for (number, person) in self.people.iter().enumerate() {
            check_person(&self.factors, person, &|| here.element(number + 1), problems);
        }
    }

    fn check_names(&self, problems: &Problems) {
        let known = |id: &str, place: Place| {
            if self.factor(id).is_none() {
                problems.add(Mistake::Undefined { what: factor_name(), id: id.to_owned() }, place);
            }
        };
        let conditions = |conditions: &[Condition], place: &Place| {
            for (number, condition) in conditions.iter().enumerate() {
                known(&condition.factor, place.element(number + 1));
            }
        };
        for (number, one) in self.model.coefficients.iter().enumerate() {
            for factor in one.factors() {
                known(factor, Place::default().at("model").at("coefficients").element(number + 1).at("term"));
            }
        }
        for (number, offer) in self.catalogue.offers().iter().enumerate() {
            let place = Place::default().at("catalogue").at("interventions").element(number + 1);
            for (number, effect) in offer.effects.iter().enumerate() {
                known(&effect.factor, place.at("effects").element(number + 1));
            }
            conditions(&offer.when, &place.at("when"));
            for (number, rule) in offer.not_alone.iter().enumerate() {
                conditions(&rule.when, &place.at("not_alone").element(number + 1).at("when"));
            }
        }
    }

    fn check_hours(&self, problems: &Problems) {
        let (what, here) =
            (|| Label::of("de uren van rol", "hours of the role"), Place::default().at("hours"));
        for (number, one) in self.hours.iter().enumerate() {
            let place = here.element(number + 1);
            if one.hours < 0.0 {
                problems.add(Mistake::BelowZero { value: shown(one.hours) }, place.at("hours"));
            }
            if self.hours.iter().take(number).any(|other| other.role == one.role) {
                problems.add(Mistake::Duplicate { what: what(), id: one.role.clone() }, place.at("role"));
            }
        }
        let mut missing: Vec<&str> = Vec::new();
        for offer in self.catalogue.offers() {
            if !self.hours.iter().any(|one| one.role == offer.role) && !missing.contains(&offer.role.as_str())
            {
                missing.push(&offer.role);
                problems.add(Mistake::Undefined { what: what(), id: offer.role.clone() }, here.clone());
            }
        }
    }

    fn check_choices(&self, problems: &Problems) {
        let people = Index::of(self.people.iter().map(|person| person.id.as_str()));
        for (name, pairs) in [("fixed", &self.fixed), ("forbidden", &self.forbidden)] {
            for (number, pair) in pairs.iter().enumerate() {
                let place = Place::default().at(name).element(number + 1);
                if people.find(&pair.person).is_none() {
                    let what = Label::of("de persoon", "person");
                    problems.add(Mistake::Undefined { what, id: pair.person.clone() }, place.at("person"));
                }
                if self.catalogue.position(&pair.intervention).is_none() {
                    let what = Label::of("de interventie", "intervention");
                    let mistake = Mistake::Undefined { what, id: pair.intervention.clone() };
                    problems.add(mistake, place.at("intervention"));
                }
                if name == "forbidden" && self.fixed.contains(pair) {
                    let Pair { person, intervention } = pair;
                    let mistake = Mistake::Contradictory {
                        first: Label::said(
                            format_args!("`{intervention}` staat vast voor `{person}`"),
                            format_args!("`{intervention}` is fixed for `{person}`"),
                        ),
                        second: Label::said(
                            format_args!("`{intervention}` is uitgesloten voor `{person}`"),
                            format_args!("`{intervention}` is forbidden for `{person}`"),
                        ),
                    };
                    problems.add(mistake, place);
                }
            }
        }
        for one in self.hours.iter().filter(|one| one.hours >= 0.0) {
            let hours = |pair: &Pair| {
                let position = self.catalogue.position(&pair.intervention)?;
                self.catalogue
                    .offers()
                    .get(position)
                    .filter(|offer| offer.role == one.role)
                    .map(|offer| offer.hours)
            };
            let distinct = self
                .fixed
                .iter()
                .enumerate()
                .filter(|(at, pair)| !self.fixed.iter().take(*at).any(|other| other == *pair));
            let needed = distinct.filter_map(|(_, pair)| hours(pair)).fold(0.0, |sum, hours| sum + hours);
            if needed > one.hours + SLACK * one.hours.max(1.0) {
                let what = Label::said(
                    format_args!("uren van `{}` voor wat vaststaat", one.role),
                    format_args!("hours of `{}` for what is fixed", one.role),
                );
                let mistake = Mistake::NotEnough { what, given: shown(one.hours), needed: shown(needed) };
                problems.add(mistake, Place::default().at("fixed"));
            }
        }
    }
}

/// How far rounding may carry a sum of hours beyond what was given, as a share of it.
pub(super) const SLACK: f64 = 1e-9;
