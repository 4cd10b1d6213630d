//! From a panel to its sufficient statistic.

use super::places::Places;
use super::possible::Possible;
use super::{Chain, Circumstance, End, Row, Sight, Start, Step, Summary, Transitions};
use crate::error::{Mistake, Place, Problem};
use crate::multistate::{Clock, Panel, Scheme, Specification};
use crate::{Error, Label};
use std::borrow::Cow;

/// At most so many problems are listed.
const LISTED: usize = 100;

/// What a code of the panel stands for.
#[derive(Clone)]
enum Code {
    State(u8),
    Among(Vec<u8>),
}

/// What is known at a point of the walk through the visits of a person.
enum Standing {
    Known(u8),
    Open(Chain, Vec<bool>),
    Lost,
}

struct Gatherer<'a> {
    panel: &'a Panel,
    specification: &'a Specification,
    codes: Vec<Option<Code>>,
    covariates: Vec<Cow<'a, [f64]>>,
    error_covariates: Vec<Cow<'a, [f64]>>,
    certain: Option<Cow<'a, [f64]>>,
    /// In ticks on the clock of the pieces.
    cuts: Vec<f64>,
    /// By state: whether it may be registered as another one.
    mistakable: Vec<bool>,
    possible: Possible,
    circumstances: Places<Circumstance>,
    sights: Places<Sight>,
    rows: Vec<Row>,
    chains: Vec<Chain>,
    summary: Summary,
    problems: Vec<Problem>,
    found: usize,
}

pub(super) fn gather(panel: &Panel, specification: &Specification) -> Result<Transitions, Error> {
    let mut gatherer = Gatherer::new(panel, specification)?;
    for person in 0..panel.people() {
        gatherer.person(person);
    }
    if gatherer.found > gatherer.problems.len() {
        let more = Mistake::More { count: gatherer.found - gatherer.problems.len() };
        gatherer.problems.push(Problem::new(more, Place::default()));
    }
    if let Some(error) = Error::of(gatherer.problems) {
        return Err(error);
    }
    let mut transitions = Transitions {
        tick: panel.tick,
        circumstances: gatherer.circumstances.into_list(),
        sights: gatherer.sights.into_list(),
        rows: gatherer.rows,
        chains: gatherer.chains,
        summary: gatherer.summary,
    };
    transitions.tidy();
    Ok(transitions)
}

impl<'a> Gatherer<'a> {
    fn new(panel: &'a Panel, specification: &'a Specification) -> Result<Self, Error> {
        let mut problems = Vec::new();
        let mut column = |name: &str| {
            panel.covariate(name).unwrap_or_else(|| {
                problems
                    .push(Problem::new(Mistake::MissingColumn { column: name.to_owned() }, Place::default()));
                Cow::Borrowed(&[])
            })
        };
        let covariates = specification.covariates().into_iter().map(&mut column).collect();
        let error_covariates = specification.error_covariates().into_iter().map(&mut column).collect();
        let errors = specification.errors.as_ref();
        let certain = errors.and_then(|errors| errors.certain.as_deref()).map(&mut column);
        let codes = panel.codes().iter().map(|code| read(code, specification)).collect();
        let cuts = specification.pieces.as_ref().map_or(&[][..], |pieces| &pieces.cuts);
        let mistakable = (0..specification.space.states().len())
            .map(|state| errors.is_some_and(|errors| errors.allowed.iter().any(|(truly, _)| *truly == state)))
            .collect();
        Error::of(problems).map_or(Ok(()), Err)?;
        Ok(Self {
            panel,
            specification,
            codes,
            covariates,
            error_covariates,
            certain,
            cuts: cuts.iter().map(|cut| panel.ticks(*cut)).collect(),
            mistakable,
            possible: Possible::of(specification),
            circumstances: Places::new(),
            sights: Places::new(),
            rows: Vec::new(),
            chains: Vec::new(),
            summary: Summary::default(),
            problems: Vec::new(),
            found: 0,
        })
    }

    fn problem(&mut self, mistake: Mistake, visit: usize) {
        self.found += 1;
        if self.problems.len() < LISTED {
            self.problems.push(Problem::new(mistake, Place::row(self.panel.row(visit))));
        }
    }

    /// What a visit says; `None` when a covariate on errors is not known there.
    fn sight(&mut self, visit: usize) -> Option<Sight> {
        let code = self.panel.state.get(visit).copied().unwrap_or(u8::MAX);
        let Some(code) = self.codes.get(usize::from(code)).cloned().flatten() else {
            let value = self.panel.codes().get(usize::from(code)).cloned().unwrap_or_default();
            let expected = self.specification.space.states().iter().map(|state| state.code.clone()).collect();
            let what = Label::of("toestand", "state");
            self.problem(Mistake::UnknownCode { what, value, expected }, visit);
            return None;
        };
        let certain = self.certain.as_ref().is_some_and(|certain| certain.get(visit) == Some(&1.0));
        match code {
            Code::Among(states) => Some(Sight::Among(states)),
            Code::State(state) if certain || self.sure(state) => Some(Sight::Known(state)),
            Code::State(state) => {
                let value = |column: &Cow<'_, [f64]>| column.get(visit).copied().unwrap_or(f64::NAN);
                let values: Vec<f64> = self.error_covariates.iter().map(value).collect();
                values.iter().all(|value| !value.is_nan()).then_some(Sight::Registered(state, values))
            }
        }
    }

    /// Whether a registered state is the true one, and a true one registered as such.
    fn sure(&self, state: u8) -> bool {
        let errors = self.specification.errors.as_ref();
        let taken = |errors: &crate::multistate::Errors| {
            errors.allowed.iter().any(|(_, registered)| *registered == usize::from(state))
        };
        self.mistakable.get(usize::from(state)) != Some(&true) && !errors.is_some_and(taken)
    }

    /// The states that agree with a sight.
    fn agreeing(&self, sight: &Sight) -> Vec<bool> {
        let errors = self.specification.errors.as_ref().map_or(&[][..], |errors| &errors.allowed);
        (0..self.mistakable.len())
            .map(|state| match sight {
                Sight::Known(known) => usize::from(*known) == state,
                Sight::Among(states) => states.iter().any(|one| usize::from(*one) == state),
                Sight::Registered(registered, _) => {
                    usize::from(*registered) == state || errors.contains(&(state, usize::from(*registered)))
                }
            })
            .collect()
    }

    fn person(&mut self, person: usize) {
        let visits = self.panel.visits_of(person);
        if visits.len() < 2 {
            self.summary.single += 1;
            return;
        }
        self.summary.people += 1;
        self.summary.visits += visits.len() as u64;
        let weight = self.panel.weight(person);
        let begin = visits.start;
        let mut standing = self.begin(begin, weight);
        for visit in visits.start..visits.end - 1 {
            self.summary.intervals += 1;
            let code = |visit: usize| self.panel.state.get(visit);
            self.summary.changes += u64::from(code(visit) != code(visit + 1));
            let sight = self.sight(visit + 1);
            let pieces = self.pieces(begin, visit);
            standing = match (sight, pieces) {
                (Some(sight), Some(pieces)) => {
                    self.interval(standing, (person, visit + 1), &pieces, &sight, weight)
                }
                (sight, _) => {
                    self.summary.without_covariates += 1;
                    self.close(standing);
                    if let Some(Sight::Known(state)) = sight {
                        Standing::Known(state)
                    } else {
                        Standing::Lost
                    }
                }
            };
        }
        self.close(standing);
    }

    /// What is known at the first visit.
    fn begin(&mut self, visit: usize, weight: f64) -> Standing {
        let hidden = self.specification.errors.is_some();
        let certain = self.certain.as_ref().is_some_and(|certain| certain.get(visit) == Some(&1.0));
        match self.sight(visit) {
            None => Standing::Lost,
            // Only what was registered as certain stands apart from the shares at a first visit.
            Some(Sight::Known(state)) if certain || !hidden => Standing::Known(state),
            Some(sight) => {
                let agreeing = self.agreeing(&sight);
                let place = self.sights.place(sight);
                let start = if hidden { Start::Initial(place) } else { Start::Any(place) };
                Standing::Open(Chain { start, steps: Vec::new(), weight, count: 1 }, agreeing)
            }
        }
    }

    /// One interval between two visits of a person.
    fn interval(
        &mut self,
        standing: Standing,
        (person, visit): (usize, usize),
        pieces: &[(u32, f64)],
        sight: &Sight,
        weight: f64,
    ) -> Standing {
        let known = if let Sight::Known(state) = sight { Some(*state) } else { None };
        let (mut chain, states) = match standing {
            Standing::Lost => {
                self.summary.without_covariates += 1;
                return known.map_or(Standing::Lost, Standing::Known);
            }
            Standing::Known(from) => {
                if known == Some(from) && self.specification.space.is_absorbing(usize::from(from)) {
                    return Standing::Known(from);
                }
                let here = (0..self.mistakable.len()).map(|state| state == usize::from(from)).collect();
                (Chain { start: Start::Known(from), steps: Vec::new(), weight, count: 1 }, here)
            }
            Standing::Open(chain, states) => (chain, states),
        };
        let end = self.end(sight);
        let mut after = self.possible.after(&states, end, true);
        after.iter_mut().zip(self.agreeing(sight)).for_each(|(after, agrees)| *after &= agrees);
        if !after.contains(&true) {
            self.impossible(person, visit);
            return known.map_or(Standing::Lost, Standing::Known);
        }
        if let (Start::Known(from), Some(to), true) = (chain.start, known, chain.steps.is_empty()) {
            if self.rows_of(from, to, end, pieces, weight) {
                return Standing::Known(to);
            }
        }
        let place = self.sights.place(sight.clone());
        for (at, &(circumstance, gap)) in pieces.iter().enumerate() {
            let last = at + 1 == pieces.len();
            let end = if last || end == End::Moved { end } else { End::Seen };
            chain.steps.push(Step { circumstance, gap, end, opens: at == 0, sight: last.then_some(place) });
        }
        match known {
            Some(state) => {
                self.chains.push(chain);
                Standing::Known(state)
            }
            None => Standing::Open(chain, after),
        }
    }

    /// Adds an interval between two known states as rows, where that can be.
    fn rows_of(&mut self, from: u8, to: u8, end: End, pieces: &[(u32, f64)], weight: f64) -> bool {
        // Over a cut the state between is only known where every move is.
        if pieces.len() > 1 && end != End::Moved {
            return false;
        }
        for (at, &(circumstance, gap)) in pieces.iter().enumerate() {
            let to = if at + 1 == pieces.len() { to } else { from };
            self.rows.push(Row { circumstance, gap, from, to, end, opens: at == 0, weight, count: 1 });
        }
        true
    }

    fn close(&mut self, standing: Standing) {
        if let Standing::Open(chain, _) = standing
            && !chain.steps.is_empty()
        {
            self.chains.push(chain);
        }
    }

    fn end(&self, sight: &Sight) -> End {
        let entered = match sight {
            Sight::Known(state) | Sight::Registered(state, _) => {
                self.specification.exact_entry.contains(&usize::from(*state))
            }
            Sight::Among(_) => false,
        };
        match self.specification.scheme {
            Scheme::Exact => End::Moved,
            Scheme::Panel if entered => End::Entered,
            Scheme::Panel => End::Seen,
        }
    }

    /// The interval that opens at a visit, as pieces of time with their circumstances; `None` when a covariate is not known.
    fn pieces(&mut self, begin: usize, visit: usize) -> Option<Vec<(u32, f64)>> {
        let value = |column: &Cow<'_, [f64]>| column.get(visit).copied().unwrap_or(f64::NAN);
        let values: Vec<f64> = self.covariates.iter().map(value).collect();
        if values.iter().any(|value| value.is_nan()) {
            return None;
        }
        let time = |visit: usize| self.panel.time.get(visit).copied().unwrap_or(f64::NAN);
        let (from, to) = (time(visit), time(visit + 1));
        let duration =
            self.specification.pieces.as_ref().is_some_and(|pieces| pieces.clock == Clock::Duration);
        let zero = if duration { time(begin) } else { 0.0 };
        let mut piece = self.cuts.iter().take_while(|cut| **cut + zero <= from).count();
        let (mut pieces, mut reached) = (Vec::with_capacity(1), from);
        for cut in self.cuts.get(piece..).unwrap_or_default() {
            let cut = cut + zero;
            if cut >= to {
                break;
            }
            let place = self.circumstances.place(Circumstance { piece, values: values.clone() });
            pieces.push((place, cut - reached));
            reached = cut;
            piece += 1;
        }
        pieces.push((self.circumstances.place(Circumstance { piece, values }), to - reached));
        Some(pieces)
    }

    fn impossible(&mut self, person: usize, visit: usize) {
        let code = |visit: usize| {
            let place = self.panel.state.get(visit).copied().unwrap_or(u8::MAX);
            self.panel.codes().get(usize::from(place)).cloned().unwrap_or_default()
        };
        let person = self.panel.name(person).into_owned();
        self.problem(Mistake::ImpossibleMove { person, from: code(visit - 1), to: code(visit) }, visit);
    }
}

/// What a code stands for in a specification.
fn read(code: &str, specification: &Specification) -> Option<Code> {
    let small = |place: usize| u8::try_from(place).ok();
    if let Some(state) = specification.space.states().iter().position(|state| state.code == code) {
        return small(state).map(Code::State);
    }
    let censored = specification.censored.iter().find(|one| one.code == code)?;
    Some(Code::Among(censored.states.iter().filter_map(|state| small(*state)).collect()))
}
