//! From a panel to its sufficient statistic.

use super::places::Places;
use super::{Chain, Circumstance, End, Row, Sight, Start, Step, Summary, Transitions};
use crate::multistate::panel::Suited;
use crate::multistate::{Clock, Panel, Scheme, Specification};
use std::borrow::Cow;

/// What is known at a point of the walk through the visits of a person.
enum Standing {
    Known(u8),
    /// A sequence under way.
    Open(Chain),
}

struct Gatherer<'a> {
    panel: &'a Panel,
    specification: &'a Specification,
    /// For each code the states it stands for.
    codes: Vec<Vec<u8>>,
    covariates: Vec<Cow<'a, [f64]>>,
    error_covariates: Vec<Cow<'a, [f64]>>,
    certain: Option<Cow<'a, [f64]>>,
    /// In ticks on the clock of the pieces.
    cuts: Vec<f64>,
    /// For each state whether it is registered as itself only, and no other as it.
    sure: Vec<bool>,
    circumstances: Places<Circumstance>,
    sights: Places<Sight>,
    rows: Vec<Row>,
    chains: Vec<Chain>,
    summary: Summary,
}

pub(super) fn gather(panel: &Panel, specification: &Specification, suited: Suited) -> Transitions {
    let mut gatherer = Gatherer::new(panel, specification, &suited.states);
    for (person, visits) in panel.everyone() {
        gatherer.person(person, visits);
    }
    let mut transitions = Transitions {
        specification: specification.clone(),
        tick: panel.tick,
        circumstances: gatherer.circumstances.into_list(),
        sights: gatherer.sights.into_list(),
        rows: gatherer.rows,
        chains: gatherer.chains,
        entered: suited.entered,
        summary: gatherer.summary,
    };
    transitions.tidy();
    transitions
}

fn value(column: &[f64], visit: usize) -> f64 {
    column.get(visit).copied().unwrap_or(f64::NAN)
}

impl<'a> Gatherer<'a> {
    fn new(panel: &'a Panel, specification: &'a Specification, codes: &[Vec<usize>]) -> Self {
        let columns = |names: Vec<&str>| names.into_iter().filter_map(|name| panel.covariate(name)).collect();
        let errors = specification.errors.as_ref();
        let allowed = errors.map_or(&[][..], |errors| &errors.allowed);
        let cuts = specification.pieces.as_ref().map_or(&[][..], |pieces| &pieces.cuts);
        let small =
            |states: &Vec<usize>| states.iter().filter_map(|state| u8::try_from(*state).ok()).collect();
        let sure =
            |state: usize| allowed.iter().all(|(truly, registered)| *truly != state && *registered != state);
        Self {
            panel,
            specification,
            codes: codes.iter().map(small).collect(),
            covariates: columns(specification.covariates()),
            error_covariates: columns(specification.error_covariates()),
            certain: errors
                .and_then(|errors| errors.certain.as_deref())
                .and_then(|name| panel.covariate(name)),
            cuts: cuts.iter().map(|cut| panel.ticks(*cut)).collect(),
            sure: (0..specification.space.states().len()).map(sure).collect(),
            circumstances: Places::new(),
            sights: Places::new(),
            rows: Vec::new(),
            chains: Vec::new(),
            summary: Summary::default(),
        }
    }

    fn certain(&self, visit: usize) -> bool {
        self.certain.as_ref().is_some_and(|certain| value(certain, visit) > 0.5)
    }

    /// What a visit says.
    fn sight(&self, visit: usize) -> Sight {
        match self.codes.get(self.panel.code_at(visit)).map(Vec::as_slice).unwrap_or_default() {
            &[state] if self.certain(visit) || self.sure.get(usize::from(state)) == Some(&true) => {
                Sight::Known(state)
            }
            &[state] => Sight::Registered(
                state,
                self.error_covariates.iter().map(|column| value(column, visit)).collect(),
            ),
            states => Sight::Among(states.to_vec()),
        }
    }

    fn person(&mut self, person: usize, visits: std::ops::Range<usize>) {
        if visits.len() < 2 {
            self.summary.single += 1;
            return;
        }
        self.summary.people += 1;
        self.summary.visits += visits.len() as u64;
        let (begin, weight) = (visits.start, self.panel.weight(person));
        let mut standing = self.begin(begin, weight);
        for visit in visits.start..visits.end - 1 {
            self.summary.intervals += 1;
            self.summary.changes += u64::from(self.panel.code_at(visit) != self.panel.code_at(visit + 1));
            standing = self.interval(standing, (begin, visit), weight);
        }
        if let Standing::Open(chain) = standing {
            self.chains.push(chain);
        }
    }

    /// What is known at the first visit.
    fn begin(&mut self, visit: usize, weight: f64) -> Standing {
        let hidden = self.specification.errors.is_some();
        match self.sight(visit) {
            // Where registered states may be wrong, only what is certain stands apart from the shares at a first visit.
            Sight::Known(state) if !hidden || self.certain(visit) => Standing::Known(state),
            sight => {
                let place = self.sights.place(sight);
                let start = if hidden { Start::Initial(place) } else { Start::Any(place) };
                Standing::Open(Chain { start, steps: Vec::new(), weight, count: 1 })
            }
        }
    }

    /// One interval, that opens at a visit of a person who began at another.
    fn interval(&mut self, standing: Standing, (begin, visit): (usize, usize), weight: f64) -> Standing {
        let sight = self.sight(visit + 1);
        let known = if let Sight::Known(state) = sight { Some(state) } else { None };
        let end = self.end(visit + 1);
        let pieces = self.pieces(begin, visit);
        let mut chain = match (standing, known) {
            (Standing::Known(from), Some(to)) => {
                let over = from == to && self.specification.space.is_absorbing(usize::from(from));
                // Over a cut the state between is only known where every move is.
                if over || pieces.len() == 1 || end == End::Moved {
                    if !over {
                        self.add_rows(from, to, end, &pieces, weight);
                    }
                    return Standing::Known(to);
                }
                Chain { start: Start::Known(from), steps: Vec::new(), weight, count: 1 }
            }
            (Standing::Known(from), None) => {
                Chain { start: Start::Known(from), steps: Vec::new(), weight, count: 1 }
            }
            (Standing::Open(chain), _) => chain,
        };
        let place = self.sights.place(sight);
        for (at, &(circumstance, gap)) in pieces.iter().enumerate() {
            let last = at + 1 == pieces.len();
            let end = if last || end == End::Moved { end } else { End::Seen };
            chain.steps.push(Step { circumstance, gap, end, opens: at == 0, sight: last.then_some(place) });
        }
        let Some(state) = known else { return Standing::Open(chain) };
        self.chains.push(chain);
        Standing::Known(state)
    }

    fn add_rows(&mut self, from: u8, to: u8, end: End, pieces: &[(u32, f64)], weight: f64) {
        for (at, &(circumstance, gap)) in pieces.iter().enumerate() {
            let to = if at + 1 == pieces.len() { to } else { from };
            self.rows.push(Row { circumstance, gap, from, to, end, opens: at == 0, weight, count: 1 });
        }
    }

    /// What the date of a visit says.
    fn end(&self, visit: usize) -> End {
        let entered = match self.codes.get(self.panel.code_at(visit)).map(Vec::as_slice) {
            Some(&[state]) => self.specification.exact_entry.contains(&usize::from(state)),
            _ => false,
        };
        match self.specification.scheme {
            Scheme::Exact => End::Moved,
            Scheme::Panel if entered => End::Entered,
            Scheme::Panel => End::Seen,
        }
    }

    /// The interval that opens at a visit, as pieces of time with their circumstances and lengths.
    fn pieces(&mut self, begin: usize, visit: usize) -> Vec<(u32, f64)> {
        let values: Vec<f64> = self.covariates.iter().map(|column| value(column, visit)).collect();
        let time = |visit: usize| value(&self.panel.time, visit);
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
        pieces
    }
}
