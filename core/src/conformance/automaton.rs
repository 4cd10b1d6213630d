//! A roadmap as situations: in which stage, with which steps taken during this stay.

use super::MAX_SITUATIONS;
use super::paths::{Graph, Paths};
use super::roadmap::{RoadmapStep, Stage, StageStep};

/// No way leads there.
pub(super) const NEVER: u16 = u16::MAX;

/// Costs stand in rows of a multiple of this many, which the compiler takes several at a time.
const LANES: usize = 16;

/// What a roadmap allows, worked out once.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Automaton {
    /// The stage of each situation.
    stages: Vec<u16>,
    /// The shortest ways from each situation.
    paths: Vec<Paths>,
    /// What each step can do.
    moves: Vec<Moves>,
    /// The cost to be in each situation before anything happened: 0 or never.
    pub(super) start: Vec<u16>,
    /// From each situation, the fewest steps to an end.
    pub(super) finish: Vec<u16>,
    /// The end they lead to.
    ends: Vec<usize>,
    shortest_run: u32,
}

/// What one step can do.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Moves {
    pub(super) targets: Vec<Target>,
    /// Which of the targets leads to a situation.
    place: Vec<Option<usize>>,
}

/// A situation that a step leads to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Target {
    pub(super) situation: usize,
    /// From each situation, the fewest other steps that must come before this one.
    pub(super) cost: Vec<u16>,
    /// The situation in which this one is then taken.
    via: Vec<usize>,
}

impl Automaton {
    /// `None` when there are more situations than [`MAX_SITUATIONS`].
    pub(super) fn of(steps: &[RoadmapStep], stages: &[Stage]) -> Option<Self> {
        let (graph, stage_of, starts, ends) = situations(steps, stages)?;
        let paths: Vec<Paths> = (0..graph.len()).map(|situation| Paths::from(situation, &graph)).collect();
        let width = graph.len().next_multiple_of(LANES);
        let start = (0..width).map(|situation| if starts.contains(&situation) { 0 } else { NEVER }).collect();
        let nearest = |from: usize, among: &[usize]| {
            let ways = paths.get(from).into_iter().flat_map(|paths| {
                among.iter().filter_map(|&to| Some((paths.steps.get(to).copied().flatten()?, to)))
            });
            ways.min_by_key(|(steps, _)| *steps)
        };
        let finishing: Vec<_> = (0..width).map(|situation| nearest(situation, &ends)).collect();
        let shortest = starts.iter().filter_map(|&start| Some(nearest(start, &ends)?.0)).min();
        let moves = (0..steps.len()).map(|step| Moves::of(step, &graph, width, &nearest)).collect();
        Some(Self {
            stages: stage_of,
            moves,
            start,
            finish: finishing.iter().map(|found| found.map_or(NEVER, |(steps, _)| steps)).collect(),
            ends: finishing.iter().map(|found| found.map_or(0, |(_, end)| end)).collect(),
            shortest_run: shortest.map_or(u32::MAX, u32::from),
            paths,
        })
    }

    /// Whether some way leads from a start to an end.
    pub(super) fn ends(&self) -> bool {
        self.shortest_run != u32::MAX
    }

    pub(super) fn shortest_run(&self) -> u32 {
        self.shortest_run
    }

    /// How many costs a row has.
    pub(super) fn width(&self) -> usize {
        self.start.len()
    }

    pub(super) fn moves(&self, step: u16) -> Option<&Moves> {
        self.moves.get(usize::from(step))
    }

    /// The stage of a situation.
    pub(super) fn stage(&self, situation: usize) -> u16 {
        self.stages.get(situation).copied().unwrap_or_default()
    }

    /// The steps to the nearest end, from the last to the first, each with the situation it leads to.
    pub(super) fn to_end(&self, from: usize) -> impl Iterator<Item = (u16, usize)> {
        self.between(from, self.ends.get(from).copied().unwrap_or_default())
    }

    /// The steps before a target, from the last to the first, each with the situation it leads to.
    pub(super) fn to_target(&self, from: usize, target: &Target) -> impl Iterator<Item = (u16, usize)> {
        self.between(from, target.via.get(from).copied().unwrap_or_default())
    }

    fn between(&self, from: usize, to: usize) -> impl Iterator<Item = (u16, usize)> {
        self.paths.get(from).into_iter().flat_map(move |paths| paths.back_from(to))
    }
}

impl Moves {
    fn of(
        step: usize,
        graph: &Graph,
        width: usize,
        nearest: &impl Fn(usize, &[usize]) -> Option<(u16, usize)>,
    ) -> Self {
        let mut moves = Self { targets: Vec::new(), place: vec![None; width] };
        for situation in 0..graph.len() {
            let takes = |from: &usize| {
                let mut onward = graph.get(*from).into_iter().flatten();
                onward.any(|&(to, taken)| to == situation && taken.map(usize::from) == Some(step))
            };
            let via: Vec<usize> = (0..graph.len()).filter(takes).collect();
            if via.is_empty() {
                continue;
            }
            if let Some(place) = moves.place.get_mut(situation) {
                *place = Some(moves.targets.len());
            }
            let ways: Vec<_> = (0..width).map(|from| nearest(from, &via)).collect();
            moves.targets.push(Target {
                situation,
                cost: ways.iter().map(|way| way.map_or(NEVER, |(steps, _)| steps)).collect(),
                via: ways.iter().map(|way| way.map_or(0, |(_, via)| via)).collect(),
            });
        }
        moves
    }

    /// The target that leads to a situation.
    pub(super) fn target(&self, situation: usize) -> Option<&Target> {
        self.place.get(situation).copied().flatten().and_then(|place| self.targets.get(place))
    }
}

type Situations = (Graph, Vec<u16>, Vec<usize>, Vec<usize>);

/// The moves between situations, the stage of each, the starts, and the ends.
fn situations(steps: &[RoadmapStep], stages: &[Stage]) -> Option<Situations> {
    let remembered = |stage: &Stage| stage.steps.iter().filter(|step| remembers(step)).count();
    let sizes: Vec<usize> = stages
        .iter()
        .map(|stage| u32::try_from(remembered(stage)).ok().and_then(|bits| 1_usize.checked_shl(bits)))
        .collect::<Option<_>>()?;
    let total = sizes.iter().try_fold(0_usize, |total, size| total.checked_add(*size))?;
    if total > MAX_SITUATIONS {
        return None;
    }
    let firsts: Vec<usize> =
        sizes.iter().scan(0, |next, size| Some(std::mem::replace(next, *next + size))).collect();
    let mut graph: Graph = Vec::new();
    let (mut stage_of, mut starts, mut ends) = (Vec::new(), Vec::new(), Vec::new());
    for (number, ((stage, &size), &first)) in (0_u16..).zip(stages.iter().zip(&sizes).zip(&firsts)) {
        let bits = bits(stage);
        let needed =
            bits.iter().zip(&stage.steps).filter(|(_, step)| step.needed).map(|(bit, _)| bit).sum::<usize>();
        for done in 0..size {
            let complete = done & needed == needed;
            let mut onward = Vec::new();
            if complete {
                for next in &stage.next {
                    let place = stages.iter().position(|other| &other.id == next);
                    onward.extend(place.and_then(|place| firsts.get(place)).map(|&to| (to, None)));
                }
            }
            for (bit, step) in bits.iter().zip(&stage.steps) {
                if done & bit == 0 || step.repeats {
                    let taken = steps
                        .iter()
                        .position(|one| one.id == step.step)
                        .and_then(|at| u16::try_from(at).ok());
                    onward.push((first + (done | bit), taken));
                }
            }
            graph.push(onward);
            stage_of.push(number);
            if stage.ends && complete {
                ends.push(first + done);
            }
        }
        if stage.starts {
            starts.push(first);
        }
    }
    Some((graph, stage_of, starts, ends))
}

/// Whether it matters later in a stay that a step was taken.
fn remembers(step: &StageStep) -> bool {
    step.needed || !step.repeats
}

/// The bit of each step of a stage; none where it need not be remembered.
fn bits(stage: &Stage) -> Vec<usize> {
    let mut next = 1;
    let bit = |step: &StageStep| {
        let bit = if remembers(step) { next } else { 0 };
        next += bit;
        bit
    };
    stage.steps.iter().map(bit).collect()
}
