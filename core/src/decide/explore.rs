//! What a decision comes to for one person: the outcomes, why, what is missing and what to ask.

use super::positions::Positions;
use super::{Answer, Condition, Decision, Facts, Input, Judgement, Name, Question, Truth};
use crate::{Label, Reason};

/// A decision with what is known of one person: of each input the cell it lies in, `None` while unknown.
pub(super) struct Explorer<'d> {
    decision: &'d Decision,
    facts: &'d Facts,
    known: Vec<Option<usize>>,
}

/// What is filled in to see where it leads: a cell of an input.
type Trial = (usize, usize);

/// Trials that are made at once: a bit each.
const AT_ONCE: usize = 64;

impl<'d> Explorer<'d> {
    pub(super) fn new(decision: &'d Decision, facts: &'d Facts) -> Self {
        Self { decision, facts, known: decision.diagram.known(&decision.inputs, facts) }
    }

    pub(super) fn answer(&self, skipped: &[Name]) -> Answer {
        let reach = self.reach(&self.known);
        let possible = self.codes(reach);
        let rules = self.judge_rules();
        let missing = self.decision.diagram.bearing(&self.known);
        Answer {
            outcome: if let [only] = possible.as_slice() { Some(only.clone()) } else { None },
            reasons: self.reasons(reach, &rules),
            next_question: self.next_question(reach, &missing, skipped),
            missing: missing.into_iter().filter_map(|input| self.name(input)).cloned().collect(),
            possible,
            rules,
        }
    }

    /// The codes of outcomes.
    pub(super) fn codes(&self, outcomes: Positions) -> Vec<Name> {
        let code = |outcome: usize| self.decision.outcomes.get(outcome).map(|outcome| outcome.code.clone());
        outcomes.iter().filter_map(code).collect()
    }

    fn name(&self, input: usize) -> Option<&'d Name> {
        self.decision.inputs.get(input).map(|input| &input.name)
    }

    /// The outcomes that can be reached as far as is known.
    pub(super) fn now(&self) -> Positions {
        self.reach(&self.known)
    }

    fn reach(&self, known: &[Option<usize>]) -> Positions {
        let mut reach = Vec::new();
        let may = |input: usize, cell: usize| match known.get(input).copied().flatten() {
            Some(known) if known != cell => 0,
            _ => 1_u64,
        };
        self.decision.diagram.walk(&mut reach, 1, may);
        reach.iter().enumerate().filter(|(_, bit)| **bit == 1).map(|(outcome, _)| outcome).collect()
    }

    /// The outcomes that can be reached after each trial, in turn; what was known of its input does not count.
    pub(super) fn tried(&self, trials: &[Trial]) -> Vec<Positions> {
        let mut outcomes = Vec::with_capacity(trials.len());
        let mut reach = Vec::new();
        for trials in trials.chunks(AT_ONCE) {
            let may = |input: usize, cell: usize| {
                let known = match self.known.get(input).copied().flatten() {
                    Some(known) if known != cell => 0,
                    _ => u64::MAX,
                };
                trials.iter().enumerate().filter(|(_, trial)| trial.0 == input).fold(
                    known,
                    |bits, (bit, trial)| {
                        if trial.1 == cell { bits | 1 << bit } else { bits & !(1 << bit) }
                    },
                )
            };
            let table: Vec<Vec<u64>> = self
                .decision
                .diagram
                .cells
                .iter()
                .enumerate()
                .map(|(input, cells)| (0..cells.len()).map(|cell| may(input, cell)).collect())
                .collect();
            let looked_up = |input: usize, cell: usize| {
                table.get(input).and_then(|cells| cells.get(cell)).copied().unwrap_or_default()
            };
            self.decision.diagram.walk(&mut reach, u64::MAX, looked_up);
            for bit in 0..trials.len() {
                let there = reach.iter().enumerate().filter(|(_, bits)| **bits >> bit & 1 == 1);
                outcomes.push(there.map(|(outcome, _)| outcome).collect());
            }
        }
        outcomes
    }

    /// Every cell of an input.
    pub(super) fn cells(&self, input: usize) -> impl Iterator<Item = Trial> + 'd {
        let cells = self.decision.diagram.cells.get(input).map_or(0, Vec::len);
        (0..cells).map(move |cell| (input, cell))
    }

    /// The cell an input is known to lie in.
    pub(super) fn known(&self, input: usize) -> Option<usize> {
        self.known.get(input).copied().flatten()
    }

    /// What is known of each rule. The last one, which has no condition of its own, holds when no other does: so it
    /// is unknown as long as one of the others is.
    fn judge_rules(&self) -> Vec<Judgement> {
        let mut rules: Vec<Judgement> = Vec::with_capacity(self.decision.rules.len());
        for rule in &self.decision.rules {
            let mut judged = rule.clause.judge(&self.decision.inputs, self.facts);
            if rule.clause.when == Condition::all([]) {
                judged.truth = match () {
                    () if rules.iter().any(|earlier| earlier.truth == Truth::Met) => Truth::Unmet,
                    () if rules.iter().any(|earlier| earlier.truth == Truth::Unknown) => Truth::Unknown,
                    () => Truth::Met,
                };
            }
            judged.outcome = Some(rule.outcome.clone());
            rules.push(judged);
        }
        rules
    }

    /// The fewest known inputs that leave just these outcomes, leaving out the last-asked first; then, for each
    /// rule they decide, why.
    fn reasons(&self, reach: Positions, rules: &[Judgement]) -> Vec<Reason> {
        let mut ground = self.known.clone();
        let needed = self.needed(reach);
        for input in (0..ground.len()).rev().filter(|input| needed >> input & 1 == 0) {
            let Some(place) = ground.get_mut(input) else { continue };
            let Some(cell) = place.take() else { continue };
            if self.reach(&ground) != reach
                && let Some(place) = ground.get_mut(input)
            {
                *place = Some(cell);
            }
        }
        let inputs = self.decision.inputs.iter().zip(&ground).filter(|(_, cell)| cell.is_some());
        let ground: Vec<&Input> = inputs.map(|(input, _)| input).collect();
        // Where one outcome is left, an earlier rule of which it is not known whether it is met leads to it as well: the
        // rule that is met says why, if there is one.
        let only = self.codes(reach);
        let stands = |truth| {
            let mut judged = self.decision.rules.iter().zip(rules);
            judged.find(|(rule, judged)| judged.truth == truth && only.contains(&rule.outcome))
        };
        let decided = stands(Truth::Met).or_else(|| stands(Truth::Unknown));
        match decided {
            Some((rule, _)) if reach.len() == 1 => {
                let given = |input: &&Input| Some(input.given(self.facts.get(&input.name)?));
                let inputs = ground.iter().filter_map(given).collect();
                vec![Reason::new(
                    rule.clause.code.clone(),
                    rule.clause.text.clone(),
                    inputs,
                    rule.clause.source.clone(),
                )]
            }
            _ => self.excluded(&ground, rules),
        }
    }

    /// The known inputs, a bit each, without which more outcomes can be reached even while all others are known: none of
    /// them can be left out, since what can be reached only grows as less is known.
    fn needed(&self, reach: Positions) -> u64 {
        let without = |input: usize, cell: usize| match self.known.get(input).copied().flatten() {
            Some(known) if known != cell => 1 << input,
            _ => u64::MAX,
        };
        let mut outcomes = Vec::new();
        self.decision.diagram.walk(&mut outcomes, u64::MAX, without);
        let beyond = outcomes.iter().enumerate().filter(|(outcome, _)| !reach.contains(*outcome));
        beyond.fold(0, |bits, (_, more)| bits | more)
    }

    /// While several outcomes are possible: the rules that are ruled out, and by what.
    fn excluded(&self, ground: &[&Input], rules: &[Judgement]) -> Vec<Reason> {
        let known = |input: &&Input| Some((input.name.clone(), self.facts.get(&input.name)?.clone()));
        let facts = ground.iter().filter_map(known);
        let facts: Facts = facts.collect();
        // What is not ruled out by everything that is known is not by a part of it.
        let ruled_out =
            self.decision.rules.iter().zip(rules).filter(|(_, judged)| judged.truth == Truth::Unmet);
        let judged = ruled_out.map(|(rule, _)| rule.clause.judge(&self.decision.inputs, &facts));
        let unmet = judged.filter(|judged| judged.truth == Truth::Unmet);
        unmet
            .map(|judged| {
                let text = Label::said(
                    format_args!("valt af: {}", judged.text.nl),
                    format_args!("ruled out: {}", judged.text.en),
                );
                Reason::new(format!("not-{}", judged.code), text, judged.rests_on, judged.source)
            })
            .collect()
    }

    /// The missing input after which, over its possible answers, the fewest outcomes remain on average; then at
    /// worst; then the first asked. No answer is taken to be likelier than another: the sources give no rates.
    fn next_question(&self, reach: Positions, missing: &[usize], skipped: &[Name]) -> Option<Question> {
        if reach.len() < 2 {
            return None;
        }
        let was_asked = |name: &Name| self.facts.get(name).is_some() || skipped.contains(name);
        let asked = |input: &usize| {
            self.decision.inputs.get(*input).is_some_and(|input| {
                !skipped.contains(&input.name) && input.after.as_ref().is_none_or(was_asked)
            })
        };
        let asked: Vec<usize> = missing.iter().copied().filter(asked).collect();
        let trials: Vec<Trial> = asked.iter().flat_map(|&input| self.cells(input)).collect();
        let tried = self.tried(&trials);
        let remaining = asked.into_iter().map(|input| {
            let left =
                trials.iter().zip(&tried).filter(|(trial, _)| trial.0 == input).map(|(_, left)| left.len());
            left.fold(Remaining { input, sum: 0, worst: 0, answers: 0 }, Remaining::after)
        });
        let best = remaining.min_by(|one, other| {
            // Averages are compared as fractions, without rounding.
            let averages = (one.sum * other.answers).cmp(&(other.sum * one.answers));
            averages.then(one.worst.cmp(&other.worst)).then(one.input.cmp(&other.input))
        })?;
        self.decision.inputs.get(best.input).map(Question::of)
    }
}

/// The outcomes that remain after a question: their sum over its answers, and the most of one answer.
struct Remaining {
    input: usize,
    sum: u32,
    worst: u32,
    answers: u32,
}

impl Remaining {
    fn after(self, left: u32) -> Self {
        Self { sum: self.sum + left, worst: self.worst.max(left), answers: self.answers + 1, ..self }
    }
}
