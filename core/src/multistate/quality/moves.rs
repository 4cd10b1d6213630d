//! Moves that cannot be, or that were very fast, given the states and moves that are thought possible.

use super::finding::{Example, Finding, Found, times};
use crate::multistate::{Censored, Panel, StateSpace};
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

/// Follows everyone through the states they can be in.
pub(super) fn findings(panel: &Panel, space: &StateSpace, censored: &[Censored]) -> Vec<Finding> {
    let steps = steps(space);
    let meant = |code: &String| {
        let several = || censored.iter().find(|one| one.code == *code).map(|one| one.states.clone());
        space.place(code).map(|state| vec![state]).or_else(several).unwrap_or_default()
    };
    let states_of: Vec<Vec<usize>> = panel.codes.iter().map(meant).collect();
    let at = |visit: usize| states_of.get(panel.code_at(visit)).map_or(&[][..], Vec::as_slice);
    let [mut impossible, mut left, mut fast, mut between, mut unknown] = [(); 5].map(|()| Found::new(panel));
    let mut started = vec![false; space.states().len()];
    for (person, visits) in panel.everyone() {
        for state in at(visits.start) {
            started.get_mut(*state).into_iter().for_each(|started| *started = true);
        }
        let mut now: Vec<usize> = Vec::new();
        for visit in visits.clone() {
            let code = || Some(Label::new(panel.code(visit).to_owned(), panel.code(visit).to_owned()));
            match at(visit).len() {
                0 => unknown.note(person, visit, code),
                1 => {}
                _ => between.note(person, visit, code),
            }
            // Of every way from where someone may be to where they may be then the shortest counts.
            let needed = |to: &usize| {
                now.iter().filter_map(|from| *steps.get(*from)?.get(*to)?).min().map(|needed| (*to, needed))
            };
            let reached: Vec<(usize, u32)> = at(visit).iter().filter_map(needed).collect();
            let then = if reached.is_empty() {
                at(visit).to_vec()
            } else {
                reached.iter().map(|one| one.0).collect()
            };
            let before = std::mem::replace(&mut now, then);
            if before.is_empty() || now.is_empty() {
                continue;
            }
            let words = || {
                let (from, to) = (panel.code(visit - 1), panel.code(visit));
                Some(Label::said(
                    format_args!("van `{from}` naar `{to}`"),
                    format_args!("from `{from}` to `{to}`"),
                ))
            };
            let days = (panel.time.get(visit).copied().unwrap_or(f64::NAN)
                - panel.time.get(visit - 1).copied().unwrap_or(f64::NAN))
                * panel.tick
                * panel.unit.days();
            match reached.iter().map(|one| one.1).min() {
                None if before.iter().all(|state| space.is_absorbing(*state)) => {
                    left.note(person, visit, words);
                }
                None => impossible.note(person, visit, words),
                Some(needed) if f64::from(needed) > days.max(1.0) => fast.note(person, visit, words),
                Some(_) => {}
            }
        }
    }
    let all = panel.transitions();
    let mut findings: Vec<Finding> = [
        left.finish("absorbing-left", all, &[], |count| often(count, "staat iemand in een andere toestand na een toestand waaruit geen overgang is toegelaten: een model met deze overgangen weigert zulke rijen", "someone is in another state after one that no allowed move leaves: a model with these moves refuses such rows")),
        impossible.finish("impossible-move", all, &[], |count| often(count, "staat iemand in een toestand die met de toegelaten overgangen niet te bereiken is: een model met deze overgangen weigert zulke rijen", "someone is in a state that cannot be reached with the allowed moves: a model with these moves refuses such rows")),
        fast.finish("fast-move", all, &["PUB-17"], |count| often(count, "ging iemand in minder dagen dan daar overgangen voor nodig zijn: mogelijk is dat, want mensen bewegen niet trede voor trede, maar een toelichting of een vergissing kan erachter zitten", "someone moved in fewer days than it takes moves: that is possible, since people do not move step by step, but there may be a story or a slip behind it")),
        between.finish("between-states", panel.visits(), &[], |count| often(count, "staat er een code voor meer dan één toestand: waar iemand precies was, is dan niet bekend; een model kan ermee rekenen, en een telling van overgangen laat ze weg", "there is a code for more than one state: where someone was exactly is then not known; a model can work with it, and a count of transitions leaves it out")),
        unknown.finish("unknown-state", panel.visits(), &[], |count| often(count, "staat er een code die geen toestand van het model is, en ook niet voor meer dan één toestand staat", "there is a code that is no state of the model, nor one that stands for more than one state")),
    ]
    .into_iter()
    .flatten()
    .collect();
    findings.extend(states(panel, space, &steps, &started));
    findings
}

/// A sentence that says how often first.
fn often(count: usize, nl: &str, en: &str) -> Label {
    let times = times(count);
    Label::said(format_args!("{} {nl}", times.nl), format_args!("{} {en}", times.en))
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
    let named = |code: &'static str, states: Vec<usize>, text: fn(&str, &str) -> Label| {
        let label = |state: &usize| space.states().get(*state).map(|state| state.label.clone());
        let example = |state: &usize| Example { person: None, row: None, note: label(state) };
        let examples: Vec<Example> = states.iter().map(example).collect();
        let names: Vec<Label> = states.iter().filter_map(label).collect();
        let list = |of: fn(&Label) -> &str| {
            names.iter().map(|name| format!("“{}”", of(name))).collect::<Vec<_>>().join(", ")
        };
        let text = text(&list(|name| &name.nl), &list(|name| &name.en));
        let finding =
            || Finding { code, text, count: states.len(), of: count, examples, source: Source::default() };
        (!states.is_empty()).then(finding)
    };
    let never: Vec<usize> = (0..count).filter(|state| !is_seen(*state)).collect();
    let apart: Vec<usize> = (0..count).filter(|state| !reached(*state)).collect();
    [
        named("state-never-seen", never, |nl, en| {
            Label::said(
                format_args!(
                    "niemand is gezien in {nl}: deze gegevens zeggen niets over overgangen erheen en eruit"
                ),
                format_args!(
                    "nobody was seen in {en}: these data say nothing about moves into and out of it"
                ),
            )
        }),
        named("unreachable", apart, |nl, en| {
            Label::said(
                format_args!(
                    "niemand kan komen in {nl}: niemand begint er en geen toegelaten overgang leidt erheen"
                ),
                format_args!(
                    "nobody can come into {en}: nobody starts there and no allowed move leads there"
                ),
            )
        }),
    ]
    .into_iter()
    .flatten()
    .collect()
}
