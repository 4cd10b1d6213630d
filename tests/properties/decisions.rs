//! Random small decisions, with an evaluation of their own to hold the library against.

use meedoen::decide::{Choice, Condition, Decision, Facts, Input, InputKind, Outcome, Rule};
use meedoen::{Label, Source, Value};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::collections::BTreeSet;

/// The codes of a choice.
const CODES: [&str; 3] = ["x", "y", "z"];
/// The outcomes, in order.
const OUTCOMES: [&str; 3] = ["a", "b", "c"];
/// The range of a number; conditions test against bounds within it, on its ends and outside it.
const RANGE: (f64, f64) = (0.0, 3.0);

/// A decision with facts for it: of each input a value or nothing.
#[derive(Clone, Debug)]
pub(crate) struct Sample {
    pub(crate) decision: Decision,
    pub(crate) rules: Vec<(Condition, &'static str)>,
    pub(crate) facts: Facts,
}

pub(crate) fn label() -> Label {
    Label::of("tekst", "text")
}

pub(crate) fn source() -> Source {
    Source::reference("a test")
}

fn input(index: usize, kind: u8) -> Input {
    let name = format!("input_{index}");
    match kind {
        0 => Input::truth(name, label(), source()),
        1 => Input::number(name, label(), RANGE, label(), source()),
        _ => {
            let choices = CODES.map(|code| Choice { code: code.into(), label: label() });
            Input {
                kind: InputKind::Choice { choices: choices.to_vec() },
                ..Input::truth(name, label(), source())
            }
        }
    }
}

/// Every value an input can have, as far as any condition can tell.
pub(crate) fn values(input: &Input) -> Vec<Value> {
    match &input.kind {
        InputKind::Truth => vec![true.into(), false.into()],
        InputKind::Number { .. } => [0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0].map(Value::from).to_vec(),
        InputKind::Choice { choices } => {
            choices.iter().map(|choice| Value::Code(choice.code.clone())).collect()
        }
    }
}

/// A test of one input that suits its kind.
fn test(input: &Input, pick: Index, bound: f64) -> Condition {
    match &input.kind {
        InputKind::Number { .. } => Condition::AtLeast(input.name.clone(), bound),
        _ => Condition::Is(input.name.clone(), pick.get(&values(input)).clone()),
    }
}

fn condition(inputs: Vec<Input>) -> impl Strategy<Value = Condition> {
    let leaf = (select(inputs), any::<Index>(), select(vec![-1.0, 0.0, 0.5, 1.0, 2.0, 3.0, 4.0]))
        .prop_map(|(input, pick, bound)| test(&input, pick, bound));
    leaf.prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Condition::All),
            vec(inner.clone(), 0..4).prop_map(Condition::Any),
            inner.prop_map(Condition::negated),
        ]
    })
}

/// A decision over two to four inputs with up to four rules and a last one, and what is known.
pub(crate) fn sample() -> impl Strategy<Value = Sample> {
    let inputs = vec(0_u8..3, 2..5).prop_map(|kinds| {
        let numbered = kinds.into_iter().enumerate();
        numbered.map(|(index, kind)| input(index, kind)).collect::<Vec<_>>()
    });
    inputs.prop_flat_map(|inputs| {
        let rules = vec((condition(inputs.clone()), select(&OUTCOMES[..])), 0..5);
        let known = vec(proptest::option::of(any::<Index>()), inputs.len());
        (rules, select(&OUTCOMES[..]), known).prop_filter_map(
            "the parts fit each other",
            move |(mut rules, last, known)| {
                rules.push((Condition::all([]), last));
                let facts = inputs.iter().zip(&known);
                let facts = facts.filter_map(|(input, pick)| {
                    Some((input.name.clone(), pick.as_ref()?.get(&values(input)).clone()))
                });
                let facts = facts.collect();
                let decision = decision(&inputs, &rules)?;
                Some(Sample { decision, rules, facts })
            },
        )
    })
}

fn decision(inputs: &[Input], rules: &[(Condition, &'static str)]) -> Option<Decision> {
    let numbered = rules.iter().enumerate();
    let rules = numbered.map(|(index, (when, outcome))| {
        Rule::new(*outcome, format!("rule-{index}"), label(), when.clone(), source())
    });
    let outcomes = OUTCOMES.map(|code| Outcome::new(code, label())).to_vec();
    Decision::new(inputs.to_vec(), outcomes, rules.collect()).ok()
}

impl Sample {
    /// The outcome when every input has a value: that of the first rule that holds.
    pub(crate) fn outcome(&self, facts: &Facts) -> Option<&'static str> {
        self.rules.iter().find(|(when, _)| holds(when, facts)).map(|(_, outcome)| *outcome)
    }

    /// The outcomes of every way of filling in what is unknown, in order.
    pub(crate) fn possible(&self, facts: &Facts) -> Vec<&'static str> {
        let completions = completions(&self.decision, facts);
        let reached: BTreeSet<&str> = completions.iter().filter_map(|facts| self.outcome(facts)).collect();
        OUTCOMES.into_iter().filter(|outcome| reached.contains(outcome)).collect()
    }
}

fn holds(condition: &Condition, facts: &Facts) -> bool {
    match condition {
        Condition::Is(input, wanted) => facts.get(input) == Some(wanted),
        Condition::AtLeast(input, bound) => {
            matches!(facts.get(input), Some(Value::Number(number)) if number >= bound)
        }
        Condition::All(all) => all.iter().all(|one| holds(one, facts)),
        Condition::Any(any) => any.iter().any(|one| holds(one, facts)),
        Condition::Not(one) => !holds(one, facts),
    }
}

/// Every way of filling in what is unknown.
pub(crate) fn completions(decision: &Decision, facts: &Facts) -> Vec<Facts> {
    let mut all = vec![facts.clone()];
    for input in decision.inputs().iter().filter(|input| facts.get(&input.name).is_none()) {
        let with = |facts: &Facts| -> Vec<Facts> {
            values(input).into_iter().map(|value| facts.clone().with(input.name.clone(), value)).collect()
        };
        all = all.iter().flat_map(with).collect();
    }
    all
}
