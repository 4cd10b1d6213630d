//! All sequences of visits whose true states are not all certain, and what they come to for the parameters.
//!
//! One sequence is gone through in `walk`. What the sequences say of the same stretch of time or the same sight is added up first
//! and brought to the parameters once.

use super::evaluation::{Depth, Evaluation};
use super::leg::{Flow, contract};
use super::sight::Registration;
use super::walk::{Forward, Shared};
use crate::multistate::generator::{Square, axpy};
use crate::multistate::transitions::{Chain, End, Sight, Transitions};
use std::collections::BTreeMap;

/// All sequences of a panel.
#[derive(Clone, Debug)]
pub(super) struct Sequences {
    chains: Vec<Chain>,
    sights: Vec<Sight>,
    registration: Registration,
    /// Per set of circumstances the different times, in order.
    times: Vec<Vec<f64>>,
    /// Per step of each chain the place of its time.
    places: Vec<Vec<usize>>,
}

/// What the sequences together say, before it is brought to the parameters.
struct Gathered {
    cells: Vec<Vec<Square>>,
    rates: Vec<Vec<f64>>,
    sights: Vec<Vec<f64>>,
    initial: Vec<f64>,
}

impl Sequences {
    pub(super) fn of(transitions: &Transitions, registration: Registration) -> Self {
        let mut by_time: Vec<BTreeMap<u64, usize>> = vec![BTreeMap::new(); transitions.circumstances.len()];
        let steps = || transitions.chains.iter().flat_map(|chain| &chain.steps);
        for step in steps().filter(|step| step.end != End::Moved) {
            by_time.get_mut(step.circumstance as usize).into_iter().for_each(|times| {
                times.insert(step.gap.to_bits(), 0);
            });
        }
        for times in &mut by_time {
            times.values_mut().enumerate().for_each(|(place, own)| *own = place);
        }
        let place = |circumstance: u32, gap: f64| {
            by_time
                .get(circumstance as usize)
                .and_then(|times| times.get(&gap.to_bits()))
                .copied()
                .unwrap_or(usize::MAX)
        };
        let places_of =
            |chain: &Chain| chain.steps.iter().map(|step| place(step.circumstance, step.gap)).collect();
        let places = transitions.chains.iter().map(places_of).collect();
        let times = by_time
            .iter()
            .map(|times| times.keys().map(|bits| f64::from_bits(*bits) * transitions.tick).collect())
            .collect();
        let mut chains = transitions.chains.clone();
        for step in chains.iter_mut().flat_map(|chain| &mut chain.steps) {
            step.gap *= transitions.tick;
        }
        Self { chains, sights: transitions.sights.clone(), registration, times, places }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.chains.is_empty()
    }

    /// Adds value, score and, where asked, the outer products of the scores of single sequences; the latter also to `observed`.
    pub(super) fn evaluate(
        &self,
        flows: Vec<Flow>,
        terms: &[&super::Terms],
        parameters: &[f64],
        asked: Depth,
        into: &mut Evaluation,
    ) {
        let probabilities =
            flows.iter().zip(&self.times).map(|(flow, times)| flow.probabilities(times)).collect();
        let sights =
            self.sights.iter().map(|sight| self.registration.probabilities(sight, parameters)).collect();
        let alone = asked >= Depth::Information;
        let changes = |(flow, times): (&Flow, &Vec<f64>)| flow.sensitivities(times);
        let sensitivities =
            if alone { flows.iter().zip(&self.times).map(changes).collect() } else { Vec::new() };
        let slopes = self.sights.iter().map(|sight| self.registration.slopes(sight, parameters)).collect();
        let shared = Shared {
            flows,
            probabilities,
            sensitivities,
            sights,
            slopes,
            initial: self.registration.initial(parameters),
        };
        let mut gathered = Gathered::new(&shared);
        for (chain, places) in self.chains.iter().zip(&self.places) {
            let forward = shared.forward(chain, places);
            into.value += chain.mass() * forward.value;
            match asked {
                Depth::Value => {}
                Depth::Score => shared.back(chain, places, &forward, &mut gathered),
                Depth::Information | Depth::Observed => {
                    let score = self.own_score(&shared, chain, places, &forward, terms, parameters);
                    into.add_score(chain.mass(), &score);
                }
            }
        }
        if asked == Depth::Score {
            self.bring(&shared, &gathered, terms, parameters, &mut into.score);
        }
    }

    /// From what is gathered to the parameters.
    fn bring(
        &self,
        shared: &Shared,
        gathered: &Gathered,
        terms: &[&super::Terms],
        parameters: &[f64],
        score: &mut [f64],
    ) {
        for ((((flow, times), cells), rates), terms) in
            shared.flows.iter().zip(&self.times).zip(&gathered.cells).zip(&gathered.rates).zip(terms)
        {
            let mut local = rates.clone();
            flow.pull(times, cells, &mut local);
            spread(&local, terms, score);
        }
        for (slopes, by_state) in shared.slopes.iter().zip(&gathered.sights) {
            along(slopes, by_state, score);
        }
        self.registration.pull_initial(&gathered.initial, parameters, score);
    }

    /// The score of one sequence, counted once.
    fn own_score(
        &self,
        shared: &Shared,
        chain: &Chain,
        places: &[usize],
        forward: &Forward,
        terms: &[&super::Terms],
        parameters: &[f64],
    ) -> Vec<f64> {
        let mut score = vec![0.0; parameters.len()];
        let mut at_state = |sight: Option<u32>, by: &[f64]| match sight {
            Some(at) => {
                along(shared.slopes.get(at as usize).map(Vec::as_slice).unwrap_or_default(), by, &mut score);
            }
            None => self.registration.pull_initial(by, parameters, &mut score),
        };
        let mut local: Vec<(usize, Vec<f64>)> = Vec::with_capacity(chain.steps.len());
        shared.walk_back(chain, places, forward, &mut at_state, &mut |step, place, time, from, to, rates| {
            let mut own = rates.to_vec();
            let changes = shared.sensitivities.get(step).and_then(|list| list.get(place));
            if let (Some(_), Some(changes)) = (time, changes) {
                contract(changes, from, to, &mut own);
            }
            local.push((step, own));
        });
        for (circumstance, own) in local {
            if let Some(terms) = terms.get(circumstance) {
                spread(&own, terms, &mut score);
            }
        }
        score
    }
}

/// Adds what derivatives with respect to the probabilities of a sight come to.
fn along(slopes: &[(usize, usize, f64)], by_state: &[f64], score: &mut [f64]) {
    for (state, at, slope) in slopes {
        if let (Some(by), Some(score)) = (by_state.get(*state), score.get_mut(*at)) {
            *score += by * slope;
        }
    }
}

/// Adds derivatives with respect to log intensities to those with respect to the parameters.
fn spread(local: &[f64], terms: &super::Terms, score: &mut [f64]) {
    for (derivative, terms) in local.iter().zip(terms) {
        for (at, factor) in terms {
            score.get_mut(*at).into_iter().for_each(|score| *score += derivative * factor);
        }
    }
}

impl Gathered {
    fn new(shared: &Shared) -> Self {
        let size = shared.initial.len();
        Self {
            cells: shared.probabilities.iter().map(|list| vec![Square::zero(size); list.len()]).collect(),
            rates: shared.flows.iter().map(|flow| vec![0.0; flow.generator.moves().count()]).collect(),
            sights: vec![vec![0.0; size]; shared.sights.len()],
            initial: vec![0.0; size],
        }
    }
}

impl Shared {
    /// Adds what one sequence says to what is gathered.
    fn back(&self, chain: &Chain, places: &[usize], forward: &Forward, gathered: &mut Gathered) {
        let mass = chain.mass();
        let Gathered { cells, rates, sights, initial } = gathered;
        let mut at_sight = |sight: Option<u32>, by: &[f64]| match sight {
            Some(at) => sights.get_mut(at as usize).into_iter().for_each(|into| axpy(mass, by, into)),
            None => axpy(mass, by, initial),
        };
        self.walk_back(
            chain,
            places,
            forward,
            &mut at_sight,
            &mut |circumstance, place, time, from, to, own| {
                if let Some(into) = rates.get_mut(circumstance) {
                    axpy(mass, own, into);
                }
                let cells = cells.get_mut(circumstance).and_then(|cells| cells.get_mut(place));
                if let (Some(cells), Some(_)) = (cells, time) {
                    for (column, by) in to.iter().enumerate() {
                        axpy(mass * by, from, cells.column_mut(column));
                    }
                }
            },
        );
    }
}
