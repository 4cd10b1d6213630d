//! The likelihood of sequences of visits whose true states are not all certain: forward and back.
//!
//! With `a` the probabilities of the true states given everything up to a visit, a stretch of time and the sight `e` at its end give
//! `a ← (a P) ∘ e / c`, where `c` makes them add up to one; the log-likelihood is the sum of all `log c`. Going back,
//! with `b` what the later visits say of each state, the derivative with respect to `a P` is `e ∘ b / c`, and the one with
//! respect to `P` is `a` times that. An entry on a known date has `(a P) Q` in the place of `a P`; where every move is on its date,
//! staying is in the place of `P`.

use super::evaluation::{Depth, Evaluation};
use super::leg::{Flow, contract, row_times, times_column};
use super::sight::Registration;
use crate::math;
use crate::multistate::generator::{Square, axpy};
use crate::multistate::transitions::{Chain, End, Sight, Start, Transitions};
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

/// What depends on the parameters and is shared by all sequences.
struct Shared {
    flows: Vec<Flow>,
    probabilities: Vec<Vec<Square>>,
    /// By circumstances, time and move; only where scores of single sequences are asked for.
    sensitivities: Vec<Vec<Vec<Square>>>,
    sights: Vec<Vec<f64>>,
    /// Per sight, how its probabilities change with the parameters: (true state, parameter, derivative).
    slopes: Vec<Vec<(usize, usize, f64)>>,
    initial: Vec<f64>,
}

/// What the sequences together say, before it is brought to the parameters.
struct Gathered {
    cells: Vec<Vec<Square>>,
    rates: Vec<Vec<f64>>,
    sights: Vec<Vec<f64>>,
    initial: Vec<f64>,
}

/// One sequence gone through forwards.
struct Forward {
    value: f64,
    /// Per visit from the first: the probabilities and the divisor.
    states: Vec<(Vec<f64>, f64)>,
    /// Per step the vector before its end, and after it but before the sight.
    between: Vec<(Vec<f64>, Vec<f64>)>,
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
                along(shared.slopes.get(at as usize).map(Vec::as_slice).unwrap_or_default(), by, &mut score)
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

/// Divides by the sum, which is returned.
fn normalise(vector: &mut [f64]) -> f64 {
    let sum: f64 = vector.iter().sum();
    vector.iter_mut().for_each(|one| *one /= sum);
    sum
}

fn times(left: &[f64], right: &[f64]) -> Vec<f64> {
    left.iter().zip(right).map(|(left, right)| left * right).collect()
}

impl Shared {
    fn sight(&self, at: u32) -> &[f64] {
        self.sights.get(at as usize).map(Vec::as_slice).unwrap_or_default()
    }

    fn matrix(&self, circumstance: u32, place: usize) -> Option<&Square> {
        self.probabilities.get(circumstance as usize)?.get(place)
    }

    fn forward(&self, chain: &Chain, places: &[usize]) -> Forward {
        let mut now = match chain.start {
            Start::Known(state) => {
                (0..self.initial.len()).map(|one| f64::from(u8::from(one == usize::from(state)))).collect()
            }
            Start::Any(sight) => self.sight(sight).to_vec(),
            Start::Initial(sight) => times(&self.initial, self.sight(sight)),
        };
        let divisor = normalise(&mut now);
        let mut value = math::ln(divisor);
        let (mut states, mut between) = (vec![(now.clone(), divisor)], Vec::with_capacity(places.len()));
        for (step, place) in chain.steps.iter().zip(places) {
            let Some(flow) = self.flows.get(step.circumstance as usize) else { continue };
            let passed = match self.matrix(step.circumstance, *place) {
                Some(matrix) if step.end != End::Moved => row_times(&now, matrix),
                _ => times(&now, &flow.stays(step.gap)),
            };
            let ended = flow.finish(&passed, step.end, step.sight.is_some());
            now = step.sight.map_or_else(|| ended.clone(), |sight| times(&ended, self.sight(sight)));
            let divisor = normalise(&mut now);
            value += math::ln(divisor);
            states.push((now.clone(), divisor));
            between.push((passed, ended));
        }
        Forward { value: if value.is_nan() { f64::NEG_INFINITY } else { value }, states, between }
    }

    /// Goes back through a sequence. `sight` gets the derivatives with respect to the probabilities of a sight (`None`: with respect to
    /// the shares at a first visit); `step` gets circumstances, place, time, the vector before and the derivatives after `P`, and those
    /// with respect to the intensities that do not go through `P`.
    #[expect(clippy::type_complexity, reason = "the two ends of one walk")]
    fn walk_back(
        &self,
        chain: &Chain,
        places: &[usize],
        forward: &Forward,
        sight: &mut dyn FnMut(Option<u32>, &[f64]),
        visit: &mut dyn FnMut(usize, usize, Option<f64>, &[f64], &[f64], &[f64]),
    ) {
        let mut back = vec![1.0; self.initial.len()];
        let steps = chain.steps.iter().zip(places).zip(&forward.between).zip(forward.states.windows(2));
        for (((step, place), (passed, ended)), states) in steps.rev() {
            let ([(before, _), (_, divisor)], Some(flow)) =
                (states, self.flows.get(step.circumstance as usize))
            else {
                continue;
            };
            back.iter_mut().for_each(|one| *one /= divisor);
            let by_end = match step.sight {
                Some(at) => {
                    sight(Some(at), &times(ended, &back));
                    times(&back, self.sight(at))
                }
                None => back,
            };
            let mut rates = vec![0.0; flow.generator.moves().count()];
            let by_passed = flow.unfinish(passed, step.end, step.sight.is_some(), &by_end, &mut rates);
            match self.matrix(step.circumstance, *place) {
                Some(matrix) if step.end != End::Moved => {
                    visit(step.circumstance as usize, *place, Some(step.gap), before, &by_passed, &rates);
                    back = times_column(matrix, &by_passed);
                }
                _ => {
                    flow.unstay(step.gap, passed, &by_passed, &mut rates);
                    visit(step.circumstance as usize, *place, None, before, &by_passed, &rates);
                    back = times(&flow.stays(step.gap), &by_passed);
                }
            }
        }
        if let (Start::Initial(at), Some((_, divisor))) = (chain.start, forward.states.first()) {
            back.iter_mut().for_each(|one| *one /= divisor);
            sight(Some(at), &times(&self.initial, &back));
            sight(None, &times(self.sight(at), &back));
        }
    }

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
