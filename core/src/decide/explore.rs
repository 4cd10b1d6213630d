//! Which outcomes are possible, found by filling in the unknown inputs a rule depends on.

use super::condition::State;
use super::positions::Positions;
use super::{Answer, Condition, Decision, Facts, Judgement, Name, Question, Truth};
use crate::ordered::Ordered;
use crate::{Reason, Value};

/// The outcomes (by position) that can be reached, and the unknown inputs (by position) that bear on which.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Reach {
    outcomes: Positions,
    inputs: Positions,
}

/// Explores one decision. An input stands as the number of one of its cells, `None` while unknown.
pub(super) struct Explorer<'d> {
    decision: &'d Decision,
    cells: Vec<Vec<Value>>,
    /// For each rule, the inputs that it or a later rule tests.
    ahead: Vec<Positions>,
}

/// What has been explored: from which rule on, with which cells of the inputs that matter there.
type Memo = Vec<((usize, Vec<Option<usize>>), Reach)>;

impl<'d> Explorer<'d> {
    pub(super) fn new(decision: &'d Decision) -> Self {
        let position = |name: &Name| decision.inputs.iter().position(|input| input.name == *name);
        let mut bounds: Vec<Ordered<Bound>> = decision.inputs.iter().map(|_| Ordered::default()).collect();
        let mut ahead: Vec<Positions> = Vec::new();
        let mut later = Positions::default();
        for rule in decision.rules.iter().rev() {
            rule.clause.when.visit(&mut |name, bound| {
                let Some(input) = position(name) else { return };
                later.insert(input);
                if let (Some(bound), Some(bounds)) = (bound, bounds.get_mut(input)) {
                    bounds.insert(Bound(bound));
                }
            });
            ahead.push(later);
        }
        ahead.reverse();
        let cells = decision.inputs.iter().zip(bounds).map(|(input, bounds)| {
            let bounds: Vec<f64> = bounds.into_vec().into_iter().map(|bound| bound.0).collect();
            input.cells(&bounds)
        });
        Self { decision, cells: cells.collect(), ahead }
    }

    pub(super) fn answer(&self, facts: &Facts, skipped: &[Name]) -> Answer {
        let reach = self.reach(facts);
        let code = |outcome: usize| self.decision.outcomes.get(outcome).map(|outcome| outcome.code.clone());
        let possible: Vec<Name> = reach.outcomes.iter().filter_map(code).collect();
        let rules = self.judge_rules(facts);
        Answer {
            outcome: if let [only] = possible.as_slice() { Some(only.clone()) } else { None },
            reasons: self.reasons(facts, &reach, &rules),
            missing: reach.inputs.iter().filter_map(|input| self.name(input)).collect(),
            next_question: self.next_question(facts, &reach, skipped),
            possible,
            rules,
        }
    }

    /// What is known of each rule. The last one, which has no condition of its own, holds when no other does: so it
    /// is unknown as long as one of the others is.
    fn judge_rules(&self, facts: &Facts) -> Vec<Judgement> {
        let mut rules: Vec<Judgement> = Vec::new();
        for rule in &self.decision.rules {
            let mut judged = rule.clause.judge(&self.decision.inputs, facts);
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

    fn name(&self, input: usize) -> Option<Name> {
        self.decision.inputs.get(input).map(|input| input.name.clone())
    }

    fn reach(&self, facts: &Facts) -> Reach {
        let mut filled = vec![None; self.cells.len()];
        self.explore(0, facts, &mut filled, &mut Memo::new())
    }

    /// What can be reached from rule `first` on, with these unknown inputs filled in.
    fn explore(
        &self,
        first: usize,
        facts: &Facts,
        filled: &mut Vec<Option<usize>>,
        memo: &mut Memo,
    ) -> Reach {
        let relevant = self.ahead.get(first).map_or_else(Vec::new, |ahead| {
            ahead.iter().map(|input| filled.get(input).copied().flatten()).collect()
        });
        if let Some((_, known)) = memo.iter().find(|(key, _)| key.0 == first && key.1 == relevant) {
            return *known;
        }
        let mut reach = Reach::default();
        for (index, rule) in self.decision.rules.iter().enumerate().skip(first) {
            match rule.clause.when.state(&|name| self.value(name, facts, filled)) {
                State::Unmet => {}
                State::Met => {
                    let outcome = self.decision.outcomes.iter().position(|one| one.code == rule.outcome);
                    if let Some(outcome) = outcome {
                        reach.outcomes.insert(outcome);
                    }
                    break;
                }
                State::Needs(name) => {
                    if let Some(input) = self.decision.inputs.iter().position(|input| input.name == name) {
                        reach = self.branch(input, index, facts, filled, memo);
                    }
                    break;
                }
            }
        }
        memo.push(((first, relevant), reach));
        reach
    }

    fn branch(
        &self,
        input: usize,
        rule: usize,
        facts: &Facts,
        filled: &mut Vec<Option<usize>>,
        memo: &mut Memo,
    ) -> Reach {
        let mut reach = Reach::default();
        let mut bears = false;
        let cells = self.cells.get(input).map_or(0, Vec::len);
        for cell in 0..cells {
            set(filled, input, Some(cell));
            let below = self.explore(rule, facts, filled, memo);
            bears |= cell > 0 && below.outcomes != reach.outcomes;
            reach.outcomes.extend(below.outcomes);
            reach.inputs.extend(below.inputs);
        }
        set(filled, input, None);
        if bears || !reach.inputs.is_empty() {
            reach.inputs.insert(input);
        }
        reach
    }

    fn value<'v>(&'v self, name: &str, facts: &'v Facts, filled: &[Option<usize>]) -> Option<&'v Value> {
        facts.get(name).or_else(|| {
            let input = self.decision.inputs.iter().position(|input| input.name == name)?;
            let cell = filled.get(input).copied().flatten()?;
            self.cells.get(input)?.get(cell)
        })
    }

    /// The fewest known inputs that leave just these outcomes, leaving out the last-asked first; then, for each
    /// rule they decide, why.
    fn reasons(&self, facts: &Facts, reach: &Reach, rules: &[Judgement]) -> Vec<Reason> {
        let mut ground = facts.clone();
        for input in self.decision.inputs.iter().rev().filter(|input| facts.get(&input.name).is_some()) {
            let fewer = ground.clone().without(&input.name);
            if self.reach(&fewer).outcomes == reach.outcomes {
                ground = fewer;
            }
        }
        let given = |input: &super::Input| ground.get(&input.name).map(|value| input.given(value));
        let decided = self.decision.rules.iter().zip(rules).find(|(_, judged)| judged.truth != Truth::Unmet);
        match decided {
            Some((rule, _)) if reach.outcomes.len() == 1 => {
                let inputs = self.decision.inputs.iter().filter_map(given).collect();
                vec![Reason::new(
                    rule.clause.code.clone(),
                    rule.clause.text.clone(),
                    inputs,
                    rule.clause.source.clone(),
                )]
            }
            _ => self.excluded(&ground),
        }
    }

    /// While several outcomes are possible: the rules that are ruled out, and by what.
    fn excluded(&self, ground: &Facts) -> Vec<Reason> {
        let judged = self.decision.rules.iter().map(|rule| rule.clause.judge(&self.decision.inputs, ground));
        let unmet = judged.filter(|judged| judged.truth == Truth::Unmet);
        unmet
            .map(|judged| {
                let text = crate::Label::new(
                    format!("valt af: {}", judged.text.nl),
                    format!("ruled out: {}", judged.text.en),
                );
                Reason::new(format!("not-{}", judged.code), text, judged.rests_on, judged.source)
            })
            .collect()
    }

    /// The missing input after which, over its possible answers, the fewest outcomes remain on average; then at
    /// worst; then the first asked. No answer is taken to be likelier than another: the sources give no rates.
    fn next_question(&self, facts: &Facts, reach: &Reach, skipped: &[Name]) -> Option<Question> {
        if reach.outcomes.len() < 2 {
            return None;
        }
        let was_asked = |name: &Name| facts.get(name).is_some() || skipped.contains(name);
        let asked = reach.inputs.iter().filter(|&input| {
            let input = self.decision.inputs.get(input);
            input.is_some_and(|input| {
                !skipped.contains(&input.name) && input.after.as_ref().is_none_or(was_asked)
            })
        });
        let best = asked.filter_map(|input| self.remaining(facts, input)).min_by(|one, other| {
            // Averages are compared as fractions, without rounding.
            let averages = (one.sum * other.answers).cmp(&(other.sum * one.answers));
            averages.then(one.worst.cmp(&other.worst)).then(one.input.cmp(&other.input))
        })?;
        self.decision.inputs.get(best.input).map(Question::of)
    }

    /// How many outcomes remain over the possible answers to a question.
    fn remaining(&self, facts: &Facts, input: usize) -> Option<Remaining> {
        let (name, cells) = (self.name(input)?, self.cells.get(input)?);
        let mut remaining = Remaining { input, sum: 0, worst: 0, answers: 0 };
        for cell in cells {
            let left = self.reach(&facts.clone().with(name.clone(), cell.clone())).outcomes.len();
            remaining.sum += left;
            remaining.worst = remaining.worst.max(left);
            remaining.answers += 1;
        }
        Some(remaining)
    }
}

/// The outcomes that remain after a question: their sum over its answers, and the most of one answer.
struct Remaining {
    input: usize,
    sum: u32,
    worst: u32,
    answers: u32,
}

/// A bound in the order of numbers.
#[derive(Clone, Copy, PartialEq)]
struct Bound(f64);

impl Eq for Bound {}

impl PartialOrd for Bound {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Bound {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

fn set(filled: &mut [Option<usize>], input: usize, cell: Option<usize>) {
    if let Some(place) = filled.get_mut(input) {
        *place = cell;
    }
}
