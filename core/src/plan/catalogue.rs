//! What can be offered to people: by whom, to what effect, at what cost in hours, and on which conditions.

use crate::document::Problems;
use crate::error::{Error, Mistake, Place};
use crate::math::shown;
use crate::{Label, Provenance, Reason};

/// The most interventions a catalogue may have.
pub const MOST_OFFERS: usize = 64;

/// The interventions that can be offered.
#[derive(Clone, Debug, PartialEq)]
pub struct Catalogue {
    /// The interventions, each once.
    pub(super) offers: Vec<Offer>,
    /// Where the effects and the hours come from.
    pub(super) provenance: Provenance,
}

/// An intervention that can be offered to people.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// Its name.
    pub id: String,
    /// What it is called.
    pub label: Label,
    /// Who does it.
    pub role: String,
    /// What it is expected to change.
    pub effects: Vec<Effect>,
    /// The hours it takes of the role for one person, 0 or more.
    pub hours: f64,
    /// On which levels it can be offered; all must hold.
    pub when: Vec<Condition>,
    /// The interventions it must not be combined with.
    pub not_with: Vec<String>,
    /// When it must not be left alone.
    pub not_alone: Vec<NotAlone>,
}

/// What an intervention is expected to change.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// The factor.
    pub factor: String,
    /// By how much its level changes, within its range.
    pub change: f64,
    /// The standard error of that expectation; not known when `None`.
    pub standard_error: Option<f64>,
}

/// A condition on a level.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// The factor.
    pub factor: String,
    /// The lowest level at which it holds.
    pub at_least: Option<f64>,
    /// The level below which it holds.
    pub below: Option<f64>,
}

/// When an intervention must not be left alone: where every condition holds, or may hold as long as a level is unknown.
#[derive(Clone, Debug, PartialEq)]
pub struct NotAlone {
    /// The conditions, all of which must hold.
    pub when: Vec<Condition>,
    /// One of these must go with it; any other will do when there are none.
    pub with: Vec<String>,
    /// Why, with its source.
    pub reason: Reason,
}

impl Condition {
    /// Whether it holds at a level; `None` when the level is unknown (NaN).
    pub(super) fn holds(&self, level: f64) -> Option<bool> {
        if level.is_nan() {
            return None;
        }
        Some(self.at_least.is_none_or(|least| level >= least) && self.below.is_none_or(|below| level < below))
    }
}

impl Catalogue {
    /// A catalogue of these interventions.
    ///
    /// # Errors
    /// `empty`; `too-many`; `duplicate` for a name or an effect given twice; `below-zero` for hours or a standard error;
    /// `undefined` for an intervention that is not in the catalogue; `contradictory` for one that must not be combined
    /// with itself, must go with what it must not be combined with, or has a condition that no level meets.
    pub fn new(offers: Vec<Offer>, provenance: Provenance) -> Result<Self, Error> {
        let problems = Problems::default();
        let here = Place::default().at("interventions");
        if offers.is_empty() {
            problems.add(Mistake::Empty { what: Label::of("de catalogus", "catalogue") }, here.clone());
        }
        if offers.len() > MOST_OFFERS {
            let what = Label::of("interventies", "interventions");
            problems.add(Mistake::TooMany { what, limit: MOST_OFFERS }, here.clone());
        }
        let catalogue = Self { offers, provenance };
        for (index, offer) in catalogue.offers.iter().enumerate() {
            catalogue.check(index, offer, &here.element(index + 1), &problems);
        }
        problems.finish(Some(catalogue))
    }

    /// The interventions, in order.
    pub fn offers(&self) -> &[Offer] {
        &self.offers
    }

    /// Where the effects and the hours come from.
    pub fn provenance(&self) -> &Provenance {
        &self.provenance
    }

    /// Where an intervention stands in the catalogue.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.offers.iter().position(|offer| offer.id == id)
    }

    /// Whether two interventions must not be combined, whichever of them says so.
    pub(super) fn excludes(first: &Offer, second: &Offer) -> bool {
        first.not_with.contains(&second.id) || second.not_with.contains(&first.id)
    }

    fn check(&self, index: usize, offer: &Offer, place: &Place, problems: &Problems) {
        let what = || Label::of("de interventie", "intervention");
        if self.offers.iter().take(index).any(|other| other.id == offer.id) {
            problems.add(Mistake::Duplicate { what: what(), id: offer.id.clone() }, place.at("id"));
        }
        let not_below_zero = |value: f64, place: Place| {
            if value < 0.0 {
                problems.add(Mistake::BelowZero { value: shown(value) }, place);
            }
        };
        not_below_zero(offer.hours, place.at("hours"));
        for (number, effect) in offer.effects.iter().enumerate() {
            let own = place.at("effects").element(number + 1);
            not_below_zero(effect.standard_error.unwrap_or(0.0), own.at("standard_error"));
            if offer.effects.iter().take(number).any(|other| other.factor == effect.factor) {
                let what = Label::of("het effect op", "effect on");
                problems.add(Mistake::Duplicate { what, id: effect.factor.clone() }, own);
            }
        }
        check_conditions(&offer.when, &place.at("when"), problems);
        for (number, id) in offer.not_with.iter().enumerate() {
            let own = place.at("not_with").element(number + 1);
            if *id == offer.id {
                problems.add(contradiction(offer, "`{}` wordt aangeboden", "`{}` is offered", id), own);
            } else if self.position(id).is_none() {
                problems.add(Mistake::Undefined { what: what(), id: id.clone() }, own);
            }
        }
        for (number, rule) in offer.not_alone.iter().enumerate() {
            let own = place.at("not_alone").element(number + 1);
            check_conditions(&rule.when, &own.at("when"), problems);
            for (number, id) in rule.with.iter().enumerate() {
                if self.position(id).is_none() {
                    let mistake = Mistake::Undefined { what: what(), id: id.clone() };
                    problems.add(mistake, own.at("with").element(number + 1));
                }
            }
            let company = |id: &String| self.position(id).and_then(|position| self.offers.get(position));
            let excluded = |id: &String| company(id).is_some_and(|other| Self::excludes(offer, other));
            if let Some(id) = rule.with.first().filter(|_| rule.with.iter().all(excluded)) {
                let mistake = contradiction(offer, "`{}` moet ermee samengaan", "`{}` must go with it", id);
                problems.add(mistake, own.at("with"));
            }
        }
    }
}

/// An intervention that must be, and must not be, with another one.
fn contradiction(offer: &Offer, nl: &str, en: &str, id: &str) -> Mistake {
    let own = &offer.id;
    Mistake::Contradictory {
        first: Label::new(nl.replace("{}", id), en.replace("{}", id)),
        second: Label::said(
            format_args!("`{own}` mag niet met `{id}` worden gecombineerd"),
            format_args!("`{own}` must not be combined with `{id}`"),
        ),
    }
}

fn check_conditions(conditions: &[Condition], place: &Place, problems: &Problems) {
    for (number, condition) in conditions.iter().enumerate() {
        let (Some(least), Some(below)) = (condition.at_least, condition.below) else { continue };
        if least >= below {
            let (least, below) = (shown(least), shown(below));
            let mistake = Mistake::Contradictory {
                first: Label::said(format_args!("ten minste {least}"), format_args!("at least {least}")),
                second: Label::said(format_args!("onder {below}"), format_args!("below {below}")),
            };
            problems.add(mistake, place.element(number + 1));
        }
    }
}
