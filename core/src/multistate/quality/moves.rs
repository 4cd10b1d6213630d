//! Moves that cannot be, or that were very fast, given the states and moves that are thought possible.

use super::finding::{Example, Finding, Found};
use crate::multistate::{Panel, StateSpace};
use crate::ordered::sort;
use crate::{Label, Source};

/// How many moves it takes from each state to each other; `None` where none lead there.
fn steps(space: &StateSpace) -> Vec<Vec<Option<u32>>> {
    let count = space.states().len();
    let from = |start: usize| {
        let mut steps: Vec<Option<u32>> = vec![None; count];
        let mut reached = vec![start];
        for distance in 0.. {
            for state in &reached {
                if let Some(step) = steps.get_mut(*state) {
                    *step = Some(distance);
                }
            }
            let next = space.moves().iter().filter(|one| reached.contains(&one.from)).map(|one| one.to);
            let mut next: Vec<usize> =
                next.filter(|state| steps.get(*state).is_some_and(Option::is_none)).collect();
            sort(&mut next, Ord::cmp);
            next.dedup();
            if next.is_empty() {
                break;
            }
            reached = next;
        }
        steps
    };
    (0..count).map(from).collect()
}

pub(super) fn findings(panel: &Panel, space: &StateSpace) -> Vec<Finding> {
    let steps = steps(space);
    let place: Vec<Option<usize>> = panel.codes.iter().map(|code| space.place(code)).collect();
    let at = |visit: usize| place.get(panel.code_at(visit)).copied().flatten();
    let (mut impossible, mut left, mut fast, mut unknown) =
        (Found::new(panel), Found::new(panel), Found::new(panel), Found::new(panel));
    let mut started = vec![false; space.states().len()];
    for (person, visits) in panel.everyone() {
        if let Some(started) = at(visits.start).and_then(|state| started.get_mut(state)) {
            *started = true;
        }
        for visit in visits.clone() {
            if at(visit).is_none() {
                unknown.note(person, visit, || {
                    panel.codes.get(panel.code_at(visit)).map(|code| Label::new(code.clone(), code.clone()))
                });
            }
            if visit == visits.start {
                continue;
            }
            let (Some(from), Some(to)) = (at(visit - 1), at(visit)) else { continue };
            let needed = steps.get(from).and_then(|steps| steps.get(to)).copied().flatten();
            let words = || {
                Some(Label::new(
                    format!("van `{}` naar `{}`", space.code(from), space.code(to)),
                    format!("from `{}` to `{}`", space.code(from), space.code(to)),
                ))
            };
            let days = (panel.time.get(visit).copied().unwrap_or(f64::NAN)
                - panel.time.get(visit - 1).copied().unwrap_or(f64::NAN))
                * panel.tick
                * panel.unit.days();
            match needed {
                None if space.is_absorbing(from) => left.note(person, visit, words),
                None => impossible.note(person, visit, words),
                Some(needed) if f64::from(needed) > days.max(1.0) => fast.note(person, visit, words),
                Some(_) => {}
            }
        }
    }
    let all = panel.transitions();
    let mut findings: Vec<Finding> = [
        left.finish("absorbing-left", all, &[], |count| Label::new(
            format!("{count} keer staat iemand in een andere toestand na een toestand waaruit geen overgang is toegelaten: een model met deze overgangen weigert zulke rijen"),
            format!("{count} times someone is in another state after one that no allowed move leaves: a model with these moves refuses such rows"),
        )),
        impossible.finish("impossible-move", all, &[], |count| Label::new(
            format!("{count} keer staat iemand in een toestand die met de toegelaten overgangen niet te bereiken is: een model met deze overgangen weigert zulke rijen"),
            format!("{count} times someone is in a state that cannot be reached with the allowed moves: a model with these moves refuses such rows"),
        )),
        fast.finish("fast-move", all, &["PUB-17"], |count| Label::new(
            format!("{count} keer ging iemand in minder dagen dan daar overgangen voor nodig zijn: mogelijk is dat, want mensen bewegen niet trede voor trede, maar een toelichting of een vergissing kan erachter zitten"),
            format!("{count} times someone moved in fewer days than it takes moves: that is possible, since people do not move step by step, but there may be a story or a slip behind it"),
        )),
        unknown.finish("unknown-state", panel.visits(), &[], |count| Label::new(
            format!("{count} keer staat er een code die geen toestand van het model is"),
            format!("{count} times there is a code that is no state of the model"),
        )),
    ]
    .into_iter()
    .flatten()
    .collect();
    findings.extend(states(panel, space, &steps, &started));
    findings
}

/// States that nobody was seen in, or that nobody can come into.
fn states(panel: &Panel, space: &StateSpace, steps: &[Vec<Option<u32>>], started: &[bool]) -> Vec<Finding> {
    let count = space.states().len();
    let reached = |to: usize| {
        steps
            .iter()
            .zip(started)
            .any(|(steps, started)| *started && steps.get(to).is_some_and(Option::is_some))
    };
    let is_seen = |state: usize| {
        panel.codes.iter().enumerate().any(|(code, name)| {
            name == space.code(state) && panel.state.iter().any(|other| usize::from(*other) == code)
        })
    };
    let named = |code: &'static str, states: Vec<usize>, text: Label| {
        let example = |state: &usize| Example {
            person: None,
            row: None,
            note: space.states().get(*state).map(|state| state.label.clone()),
        };
        let examples = states.iter().map(example).collect();
        let finding =
            || Finding { code, text, count: states.len(), of: count, examples, source: Source::default() };
        (!states.is_empty()).then(finding)
    };
    let never: Vec<usize> = (0..count).filter(|state| !is_seen(*state)).collect();
    let apart: Vec<usize> = (0..count).filter(|state| !reached(*state)).collect();
    [
        named("state-never-seen", never, Label::of(
            "in deze toestanden is niemand gezien: over overgangen erheen en eruit zeggen deze gegevens niets",
            "nobody was seen in these states: of moves into and out of them these data say nothing",
        )),
        named("unreachable", apart, Label::of(
            "in deze toestanden kan niemand komen: niemand begint er en geen toegelaten overgang leidt erheen",
            "nobody can come into these states: nobody starts there and no allowed move leads there",
        )),
    ]
    .into_iter()
    .flatten()
    .collect()
}
