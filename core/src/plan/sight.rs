//! What is known of each person, and what a set of interventions would do to their chance.
#![expect(
    clippy::indexing_slicing,
    reason = "factors, terms and interventions are numbered when the task is read"
)]

use super::catalogue::Condition;
use super::sets::members;
use super::task::{Index, Task};

/// The numbers of one draw: the coefficients of the model, and the changes of each intervention.
#[derive(Clone, Debug)]
pub(super) struct Numbers {
    pub(super) coefficients: Vec<f64>,
    pub(super) effects: Vec<Vec<f64>>,
}

/// What a set changes: factors with the sum of the changes, unbounded.
pub(super) type Changes = Vec<(usize, f64)>;

/// A task whose names have become numbers.
#[derive(Debug)]
pub(super) struct Sight<'a> {
    pub(super) task: &'a Task,
    /// The factors of each term of the model; none for the constant.
    terms: Vec<Vec<usize>>,
    has_constant: bool,
    /// The factors each intervention changes.
    effects: Vec<Vec<usize>>,
    /// The levels of each person one after the other, NaN where not known.
    levels: Vec<f64>,
    pub(super) people: Vec<Bounds>,
}

/// What may be done for one person.
#[derive(Clone, Debug, Default)]
pub(super) struct Bounds {
    /// What a professional fixed.
    pub(super) must: u64,
    /// What a professional forbade.
    pub(super) never: u64,
    /// What a condition of the catalogue excludes.
    pub(super) unfit: u64,
    /// What depends on a level that is not known.
    pub(super) unsure: u64,
    /// Interventions that may not be alone: with which others they must go, and whether that is certain.
    pub(super) company: Vec<Company>,
}

/// That an intervention must not be alone for one person.
#[derive(Clone, Copy, Debug)]
pub(super) struct Company {
    pub(super) offer: usize,
    pub(super) rule: usize,
    pub(super) with: u64,
    pub(super) certain: bool,
}

impl Bounds {
    /// Whether a set may be offered. What a professional fixed is kept, whatever the catalogue says of it.
    pub(super) fn allows(&self, set: u64) -> bool {
        if set == self.must {
            return true;
        }
        let free = set & !self.must;
        set & self.must == self.must
            && set & self.never == 0
            && free & (self.unfit | self.unsure) == 0
            && self.company.iter().all(|one| free >> one.offer & 1 == 0 || set & one.with != 0)
    }
}

impl<'a> Sight<'a> {
    pub(super) fn of(task: &'a Task) -> Self {
        let factor = |id: &str| task.factor(id).unwrap_or_default();
        let terms: Vec<Vec<usize>> = task
            .model
            .coefficients
            .iter()
            .map(|one| one.factors().into_iter().map(factor).collect())
            .collect();
        let offers = task.catalogue.offers();
        let effects =
            offers.iter().map(|one| one.effects.iter().map(|effect| factor(&effect.factor)).collect());
        let levels =
            task.people.iter().flat_map(|one| one.levels.iter().map(|level| level.unwrap_or(f64::NAN)));
        let has_constant = terms.iter().any(Vec::is_empty);
        let mut sight = Self {
            task,
            has_constant,
            terms,
            effects: effects.collect(),
            levels: levels.collect(),
            people: Vec::new(),
        };
        sight.people = (0..task.people.len()).map(|person| sight.bounds(person)).collect();
        sight.choose();
        sight
    }

    /// The levels of a person.
    pub(super) fn levels(&self, person: usize) -> &[f64] {
        let width = self.task.factors.len();
        &self.levels[person * width..(person + 1) * width]
    }

    fn bounds(&self, person: usize) -> Bounds {
        let levels = self.levels(person);
        let all = |conditions: &[Condition]| {
            let mut known = Some(true);
            for condition in conditions {
                let level = self.task.factor(&condition.factor).map_or(f64::NAN, |factor| levels[factor]);
                match condition.holds(level) {
                    Some(false) => return Some(false),
                    None => known = None,
                    Some(true) => {}
                }
            }
            known
        };
        let mut bounds = Bounds::default();
        for (offer, one) in self.task.catalogue.offers().iter().enumerate() {
            match all(&one.when) {
                Some(true) => {}
                Some(false) => bounds.unfit |= 1 << offer,
                None => bounds.unsure |= 1 << offer,
            }
            for (rule, not_alone) in one.not_alone.iter().enumerate() {
                let holds = all(&not_alone.when);
                if holds == Some(false) {
                    continue;
                }
                let with = not_alone.with.iter().filter_map(|id| self.task.catalogue.position(id));
                let with = with.fold(0, |mask, bit| mask | 1 << bit);
                let with = if not_alone.with.is_empty() { u64::MAX } else { with } & !(1 << offer);
                bounds.company.push(Company { offer, rule, with, certain: holds == Some(true) });
            }
        }
        bounds
    }

    fn choose(&mut self) {
        let people = Index::of(self.task.people.iter().map(|person| person.id.as_str()));
        for (pairs, fixed) in [(&self.task.fixed, true), (&self.task.forbidden, false)] {
            for pair in pairs {
                let offer = self.task.catalogue.position(&pair.intervention);
                let (Some(person), Some(offer)) = (people.find(&pair.person), offer) else { continue };
                let bounds = &mut self.people[person];
                *(if fixed { &mut bounds.must } else { &mut bounds.never }) |= 1 << offer;
            }
        }
    }

    /// The same without what professionals chose.
    pub(super) fn unchanged(&self) -> Vec<Bounds> {
        self.people.iter().map(|bounds| Bounds { must: 0, never: 0, ..bounds.clone() }).collect()
    }

    /// The numbers as they are expected.
    pub(super) fn expected(&self) -> Numbers {
        let offers = self.task.catalogue.offers().iter();
        Numbers {
            coefficients: self.task.model.coefficients.iter().map(|one| one.value).collect(),
            effects: offers.map(|one| one.effects.iter().map(|effect| effect.change).collect()).collect(),
        }
    }

    /// What a set changes.
    pub(super) fn changes(&self, mask: u64, numbers: &Numbers) -> Changes {
        let mut changes: Changes = Vec::new();
        for offer in members(mask) {
            for (&factor, &change) in self.effects[offer].iter().zip(&numbers.effects[offer]) {
                match changes.iter_mut().find(|(known, _)| *known == factor) {
                    Some((_, sum)) => *sum += change,
                    None => changes.push((factor, change)),
                }
            }
        }
        changes
    }

    /// The sum of the model for a person as things are; `None` when that is not known.
    pub(super) fn sum(&self, person: usize, numbers: &Numbers) -> Option<f64> {
        if let Some(chance) = self.task.people[person].chance {
            return Some(self.task.model.link.sum(chance));
        }
        let levels = self.levels(person);
        let sum = self.terms.iter().zip(&numbers.coefficients).fold(0.0, |sum, (term, value)| {
            sum + term.iter().fold(*value, |product, &factor| product * levels[factor])
        });
        (self.has_constant && !sum.is_nan()).then_some(sum)
    }

    /// How far changes, within the range of each factor, move the sum of the model. A term of which a level is not known
    /// is left out: what cannot be computed is not counted.
    pub(super) fn shift(
        &self,
        levels: &[f64],
        changes: &Changes,
        numbers: &Numbers,
        after: &mut Vec<f64>,
    ) -> f64 {
        after.clear();
        after.extend_from_slice(levels);
        for &(factor, change) in changes {
            let range = &self.task.factors[factor];
            after[factor] = (levels[factor] + change).max(range.low).min(range.high);
        }
        let mut shift = 0.0;
        for (term, value) in self.terms.iter().zip(&numbers.coefficients) {
            let added = match term.as_slice() {
                [] => continue,
                [factor] => after[*factor] - levels[*factor],
                factors => {
                    factors.iter().fold(1.0, |product, &factor| product * after[factor])
                        - factors.iter().fold(1.0, |product, &factor| product * levels[factor])
                }
            };
            if !added.is_nan() {
                shift += value * added;
            }
        }
        shift
    }

    /// The factors the model needs for a person whose chance is not known, and that are not known.
    pub(super) fn unknown(&self, person: usize) -> Vec<usize> {
        let levels = self.levels(person);
        let used = |factor: &usize| self.terms.iter().any(|term| term.contains(factor));
        (0..levels.len()).filter(|factor| levels[*factor].is_nan() && used(factor)).collect()
    }

    /// The factors an intervention changes whose level for a person is not known, so that their change does not count.
    pub(super) fn uncounted(&self, person: usize, offer: usize) -> Vec<usize> {
        let levels = self.levels(person);
        self.effects[offer].iter().copied().filter(|&factor| levels[factor].is_nan()).collect()
    }
}
