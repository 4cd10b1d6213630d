//! A roadmap as situations: in which stage, with which steps taken during this stay.

use super::MAX_SITUATIONS;
use super::paths::{Graph, Paths};
use super::roadmap::{RoadmapStep, Stage, StageStep};
use std::cmp::Reverse;

/// No way leads there.
pub(super) const NEVER: u16 = u16::MAX;

/// Costs stand in rows of a multiple of this many, which the compiler takes several at a time.
const LANES: usize = 16;

/// What a roadmap allows, worked out once.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Automaton {
    /// The stage of each situation.
    stages: Vec<u16>,
    /// The weight of each step.
    weights: Vec<u16>,
    /// The shortest ways from each situation.
    paths: Vec<Paths>,
    /// The situations each step leads to.
    targets: Vec<Vec<Target>>,
    /// The cost to be in each situation before anything happened: 0 or never.
    pub(super) start: Vec<u16>,
    /// The same when steps may be added.
    pub(super) onward: Vec<u16>,
    /// From each situation, the fewest steps to an end.
    pub(super) finish: Vec<u16>,
    /// The end they lead to.
    ends: Vec<usize>,
    shortest_run: u32,
}

/// A situation that a step leads to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Target {
    pub(super) situation: usize,
    /// The situations in which the step can be taken; never one to which no way leads from a start.
    pub(super) from: Vec<usize>,
    /// The ways to it, those with the fewest other steps before this one first, and of those as long the later begun first.
    ways: Vec<Way>,
}

/// A way from a situation to a step.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Way {
    /// Where it begins.
    pub(super) from: usize,
    /// The fewest other steps that must come before this one.
    pub(super) more: u16,
    /// The situation in which this one is then taken.
    via: usize,
}

impl Automaton {
    /// `None` when there are more situations than [`MAX_SITUATIONS`].
    pub(super) fn of(steps: &[RoadmapStep], stages: &[Stage]) -> Option<Self> {
        let (graph, stage_of, starts, ends) = situations(steps, stages)?;
        let width = graph.len().next_multiple_of(LANES);
        let paths: Vec<_> = (0..graph.len()).map(|from| Paths::from(from, &graph, width)).collect();
        let start = (0..width).map(|situation| if starts.contains(&situation) { 0 } else { NEVER }).collect();
        let onward: Vec<u16> = (0..width)
            .map(|to| {
                let ways = starts.iter().filter_map(|&start| paths.get(start)?.steps.get(to));
                ways.min().copied().unwrap_or(NEVER)
            })
            .collect();
        let nearest = |from: usize, among: &[usize]| {
            let steps = &paths.get(from)?.steps;
            let ways = among.iter().filter_map(|&to| Some((*steps.get(to)?, to)));
            ways.min_by_key(|(steps, _)| *steps).filter(|(steps, _)| *steps != NEVER)
        };
        let finishing: Vec<_> = (0..width).map(|situation| nearest(situation, &ends)).collect();
        let shortest = starts.iter().filter_map(|&start| Some(nearest(start, &ends)?.0)).min();
        let targets = (0..steps.len()).map(|step| targets(step, &graph, &onward, &nearest)).collect();
        Some(Self {
            stages: stage_of,
            weights: steps.iter().map(|step| step.weight).collect(),
            targets,
            start,
            onward,
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

    /// What leaving an event of this step out costs.
    pub(super) fn weight(&self, step: u16) -> u16 {
        self.weights.get(usize::from(step)).copied().unwrap_or(1)
    }

    /// The situations a step leads to.
    pub(super) fn targets(&self, step: u16) -> &[Target] {
        self.targets.get(usize::from(step)).map(Vec::as_slice).unwrap_or_default()
    }

    /// The ways to a situation by a step, those with the fewest other steps before it first.
    pub(super) fn ways(&self, step: u16, situation: usize) -> &[Way] {
        let target = self.targets(step).iter().find(|target| target.situation == situation);
        target.map(|target| target.ways.as_slice()).unwrap_or_default()
    }

    /// From a situation, the fewest steps to each.
    pub(super) fn distances(&self, from: usize) -> &[u16] {
        self.paths.get(from).map(|paths| paths.steps.as_slice()).unwrap_or_default()
    }

    /// The stage of a situation.
    pub(super) fn stage(&self, situation: usize) -> u16 {
        self.stages.get(situation).copied().unwrap_or_default()
    }

    /// The steps to the nearest end, from the last to the first, each with the situation it leads to.
    pub(super) fn to_end(&self, from: usize) -> impl Iterator<Item = (u16, usize)> {
        self.between(from, self.ends.get(from).copied().unwrap_or_default())
    }

    /// The other steps of a way, from the last to the first, each with the situation it leads to.
    pub(super) fn along(&self, way: &Way) -> impl Iterator<Item = (u16, usize)> {
        self.between(way.from, way.via)
    }

    fn between(&self, from: usize, to: usize) -> impl Iterator<Item = (u16, usize)> {
        self.paths.get(from).into_iter().flat_map(move |paths| paths.back_from(to))
    }
}

/// The situations a step leads to.
fn targets(
    step: usize,
    graph: &Graph,
    onward: &[u16],
    nearest: &impl Fn(usize, &[usize]) -> Option<(u16, usize)>,
) -> Vec<Target> {
    let mut targets = Vec::new();
    for situation in 0..graph.len() {
        let takes = |from: &usize| {
            let mut moves = graph.get(*from).into_iter().flatten();
            moves.any(|&(to, taken)| to == situation && taken.map(usize::from) == Some(step))
                && onward.get(*from) != Some(&NEVER)
        };
        let from: Vec<usize> = (0..graph.len()).filter(takes).collect();
        if from.is_empty() {
            continue;
        }
        let way = |start| nearest(start, &from).map(|(more, via)| Way { from: start, more, via });
        let mut ways: Vec<Way> = (0..graph.len()).filter_map(way).collect();
        ways.sort_by_key(|way| (way.more, Reverse(way.from)));
        targets.push(Target { situation, from, ways });
    }
    targets
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
