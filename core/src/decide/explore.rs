//! Which outcomes are possible, found by filling in the unknown inputs a rule depends on.

use super::condition::State;
use super::{Answer, Decision, Facts, Judgement, Name, Question, Truth};
use crate::{Given, Reason, Value};
use std::collections::{BTreeMap, BTreeSet};

/// The outcomes (by position) that can be reached, and the unknown inputs (by position) that bear on which.
#[derive(Clone, Debug, Default, PartialEq)]
struct Reach {
    outcomes: BTreeSet<usize>,
    inputs: BTreeSet<usize>,
}

/// Explores one decision. An input stands as the number of one of its cells, `None` while unknown.
pub(super) struct Explorer<'d> {
    decision: &'d Decision,
    cells: Vec<Vec<Value>>,
    /// For each rule, the inputs that it or a later rule tests.
    ahead: Vec<BTreeSet<usize>>,
}

type Memo = BTreeMap<(usize, Vec<Option<usize>>), Reach>;

impl<'d> Explorer<'d> {
    pub(super) fn new(decision: &'d Decision) -> Self {
        let position = |name: &Name| decision.inputs.iter().position(|input| input.name == *name);
        let mut bounds: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
        let mut ahead: Vec<BTreeSet<usize>> = Vec::new();
        let mut later = BTreeSet::new();
        for rule in decision.rules.iter().rev() {
            rule.clause.when.visit(&mut |name, bound| {
                if let Some(input) = position(name) {
                    later.insert(input);
                    bounds.entry(input).or_default().extend(bound);
                }
            });
            ahead.push(later.clone());
        }
        ahead.reverse();
        let cells = decision.inputs.iter().enumerate().map(|(index, input)| {
            let mut tested = bounds.remove(&index).unwrap_or_default();
            tested.sort_by(f64::total_cmp);
            tested.dedup();
            input.cells(&tested)
        });
        Self { decision, cells: cells.collect(), ahead }
    }

    pub(super) fn answer(&self, facts: &Facts, skipped: &BTreeSet<Name>) -> Answer {
        let reach = self.reach(facts);
        let code = |&outcome: &usize| self.decision.outcomes.get(outcome).map(|outcome| outcome.code.clone());
        let possible: Vec<Name> = reach.outcomes.iter().filter_map(code).collect();
        let rules: Vec<Judgement> = self.decision.rules.iter().map(|rule| rule.clause.judge(facts)).collect();
        Answer {
            outcome: if let [only] = possible.as_slice() { Some(only.clone()) } else { None },
            reasons: self.reasons(facts, &reach, &rules),
            missing: reach.inputs.iter().filter_map(|&input| self.name(input)).collect(),
            next_question: self.next_question(facts, &reach, skipped),
            possible,
            rules,
        }
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
            ahead.iter().map(|&input| filled.get(input).copied().flatten()).collect()
        });
        if let Some(known) = memo.get(&(first, relevant.clone())) {
            return known.clone();
        }
        let mut reach = Reach::default();
        for (index, rule) in self.decision.rules.iter().enumerate().skip(first) {
            match rule.clause.when.state(&|name| self.value(name, facts, filled)) {
                State::Unmet => {}
                State::Met => {
                    reach
                        .outcomes
                        .extend(self.decision.outcomes.iter().position(|one| one.code == rule.outcome));
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
        memo.insert((first, relevant), reach.clone());
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
        let given = |input: &super::Input| {
            ground.get(&input.name).map(|value| Given::new(input.name.clone(), value.clone()))
        };
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
        let judged = self.decision.rules.iter().map(|rule| rule.clause.judge(ground));
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
    fn next_question(&self, facts: &Facts, reach: &Reach, skipped: &BTreeSet<Name>) -> Option<Question> {
        if reach.outcomes.len() < 2 {
            return None;
        }
        let remaining = |input: usize| {
            let (name, cells) = (self.name(input)?, self.cells.get(input)?);
            let left = cells
                .iter()
                .map(|cell| self.reach(&facts.clone().with(name.clone(), cell.clone())).outcomes.len());
            let left: Vec<usize> = left.collect();
            let (sum, worst) = (left.iter().sum::<usize>(), left.iter().max().copied()?);
            // Averages are compared as fractions over a common denominator, without rounding.
            Some((sum * self.denominator() / left.len().max(1), worst, input))
        };
        let asked = reach
            .inputs
            .iter()
            .filter(|&&input| self.name(input).is_some_and(|name| !skipped.contains(&name)));
        let best = asked.filter_map(|&input| remaining(input)).min()?;
        self.decision.inputs.get(best.2).map(Question::of)
    }

    /// A number that every count of answers divides.
    fn denominator(&self) -> usize {
        let mut counts: Vec<usize> = self.cells.iter().map(|cells| cells.len().max(1)).collect();
        counts.sort_unstable();
        counts.dedup();
        counts.into_iter().fold(1, |product, count| product / gcd(product, count) * count)
    }
}

fn gcd(a: usize, b: usize) -> usize {
    if b == 0 { a } else { gcd(b, a % b) }
}

fn set(filled: &mut [Option<usize>], input: usize, cell: Option<usize>) {
    if let Some(place) = filled.get_mut(input) {
        *place = cell;
    }
}
