//! Decisions: the laws that `meedoen::decide` promises.

use super::decisions::{Sample, completions, label, sample, source, values};
use super::tries;
use meedoen::Value;
use meedoen::column::{Bits, Column, Values};
use meedoen::decide::{Answer, AnswerColumn, Decision, Facts, Input, InputKind, Instead, Name};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn unknown(sample: &Sample) -> Vec<&Input> {
    sample.decision.inputs().iter().filter(|input| sample.facts.get(&input.name).is_none()).collect()
}

fn within(narrow: &Answer, wide: &Answer) -> bool {
    narrow.possible.iter().all(|outcome| wide.possible.contains(outcome))
}

proptest! {
    #![proptest_config(tries(400))]

    #[test]
    fn an_outcome_is_possible_exactly_when_some_filling_in_leads_to_it(sample in sample()) {
        let answer = sample.decision.answer(&sample.facts);
        prop_assert_eq!(&answer.possible, &sample.possible(&sample.facts));
        let only = if let [only] = answer.possible.as_slice() { Some(only) } else { None };
        prop_assert_eq!(answer.outcome.as_ref(), only);
    }

    #[test]
    fn answering_never_widens_and_every_outcome_has_its_answer(sample in sample()) {
        let before = sample.decision.answer(&sample.facts);
        for input in unknown(&sample) {
            let mut reached = BTreeSet::new();
            for value in values(input) {
                let after = sample.decision.answer(&sample.facts.clone().with(input.name.clone(), value));
                prop_assert!(within(&after, &before));
                reached.extend(after.possible);
            }
            prop_assert_eq!(reached, before.possible.iter().cloned().collect::<BTreeSet<Name>>());
        }
    }

    #[test]
    fn unknown_never_narrows(sample in sample()) {
        let before = sample.decision.answer(&sample.facts);
        for (input, _) in sample.facts.iter() {
            let after = sample.decision.answer(&sample.facts.clone().without(input));
            prop_assert!(within(&before, &after));
        }
    }

    #[test]
    fn whatever_bears_on_the_outcome_is_missing_and_nothing_else_changes_it(sample in sample()) {
        let answer = sample.decision.answer(&sample.facts);
        for input in unknown(&sample) {
            // A rule that contradicts itself may name an input that cannot matter, but none that can is left out.
            let bears = completions(&sample.decision, &sample.facts).iter().any(|facts| {
                let other = |value| sample.outcome(&facts.clone().with(input.name.clone(), value));
                values(input).into_iter().any(|value| other(value) != sample.outcome(facts))
            });
            prop_assert!(answer.missing.contains(&input.name) || !bears, "{}", input.name);
        }
        for name in &answer.missing {
            prop_assert!(sample.facts.get(name).is_none());
        }
    }

    #[test]
    fn the_next_question_is_one_of_the_missing_while_there_is_a_choice(sample in sample()) {
        let answer = sample.decision.answer(&sample.facts);
        prop_assert_eq!(answer.next_question.is_some(), answer.possible.len() > 1);
        if let Some(question) = answer.next_question {
            prop_assert!(answer.missing.contains(&question.input));
            let asked = sample.decision.answer_skipping(&sample.facts, &answer.missing).next_question;
            prop_assert!(asked.is_none());
        }
    }

    #[test]
    fn what_no_rule_tests_and_the_order_of_the_facts_change_nothing(sample in sample(), value in any::<bool>()) {
        let mut inputs = sample.decision.inputs().to_vec();
        inputs.push(Input::truth("beside_it", label(), source()));
        let rules = sample.rules.iter().enumerate().map(|(index, (when, outcome))| {
            meedoen::decide::Rule::new(*outcome, format!("rule-{index}"), label(), when.clone(), source())
        });
        let outcomes = ["a", "b", "c"].map(|code| meedoen::decide::Outcome::new(code, label()));
        let wider = Decision::new(inputs, outcomes.to_vec(), rules.collect()).map_err(|error| {
            TestCaseError::fail(error.to_string())
        })?;
        let answer = sample.decision.answer(&sample.facts);
        prop_assert_eq!(&wider.answer(&sample.facts), &answer);
        prop_assert_eq!(&wider.answer(&sample.facts.clone().with("beside_it", value)), &answer);
        let mut facts: Vec<_> = sample.facts.iter().map(|(name, value)| (name.clone(), value.clone())).collect();
        facts.reverse();
        prop_assert_eq!(&wider.answer(&facts.into_iter().collect::<Facts>()), &answer);
    }

    #[test]
    fn the_reason_of_an_outcome_is_enough_for_it(sample in sample()) {
        let answer = sample.decision.answer(&sample.facts);
        if answer.outcome.is_some() {
            let inputs = answer.reasons.iter().flat_map(|reason| &reason.inputs);
            let ground: Facts = inputs.map(|given| (given.input.clone(), given.value.clone())).collect();
            prop_assert_eq!(sample.decision.answer(&ground).possible, answer.possible);
            for (name, _) in ground.iter() {
                let fewer = sample.decision.answer(&ground.clone().without(name));
                prop_assert!(fewer.outcome.is_none(), "{name} could be left out");
            }
        }
    }

    #[test]
    fn a_judgement_rests_on_what_decides_it(sample in sample()) {
        for rule in sample.decision.answer(&sample.facts).rules {
            let known = |name: &Name| sample.facts.get(name).is_some();
            prop_assert!(rule.rests_on.iter().all(|given| known(&given.input)));
            prop_assert!(rule.missing.iter().all(|name| !known(name)));
            let open = rule.truth == meedoen::decide::Truth::Unknown;
            prop_assert!(open || rule.missing.is_empty());
        }
    }
}

proptest! {
    #![proptest_config(tries(400))]

    #[test]
    fn what_is_missing_bears_on_the_outcome(sample in sample()) {
        let answer = sample.decision.answer(&sample.facts);
        for name in &answer.missing {
            let input = sample.decision.input(name).into_iter().next();
            let bears = completions(&sample.decision, &sample.facts).iter().any(|facts| {
                let other = |value| sample.outcome(&facts.clone().with(name.clone(), value));
                input.into_iter().flat_map(values).any(|value| other(value) != sample.outcome(facts))
            });
            prop_assert!(bears, "{name}");
        }
    }

    #[test]
    fn what_would_change_an_answer_does_and_nothing_else(sample in sample()) {
        let now = sample.decision.answer(&sample.facts).possible;
        let changes = sample.decision.changes(&sample.facts);
        for input in sample.decision.inputs() {
            for value in values(input) {
                let after = sample.decision.answer(&sample.facts.clone().with(input.name.clone(), value.clone()));
                let named = changes.iter().find(|change| change.input == input.name && covers(&change.would_be, &value));
                let expected = (after.possible != now).then_some(&after.possible);
                prop_assert_eq!(named.map(|change| &change.possible), expected, "{} {}", input.name, value);
            }
        }
    }

    #[test]
    fn a_table_is_decided_as_each_of_its_rows_is(sample in sample(), rows in proptest::collection::vec(any::<u64>(), 1..140)) {
        let inputs = sample.decision.inputs();
        // Of each input a value or nothing, from the digits of a number.
        let people: Vec<Vec<Option<usize>>> = rows.iter().map(|seed| {
            inputs.iter().enumerate().map(|(place, input)| {
                let among = values(input).len() + 1;
                usize::try_from(seed >> (8 * place) & 255).ok().map(|digit| digit % among).filter(|pick| pick + 1 < among)
            }).collect()
        }).collect();
        let columns = Columns::of(inputs, &people);
        let table = sample.decision.table(&Facts::default(), &columns.cells(inputs), 0).map_err(|error| TestCaseError::fail(error.to_string()))?;
        for (row, person) in people.iter().enumerate() {
            let known = inputs.iter().zip(person).filter_map(|(input, pick)| {
                Some((input.name.clone(), values(input).get((*pick)?)?.clone()))
            });
            let answer = sample.decision.answer(&known.collect::<Facts>());
            prop_assert_eq!(&table.possible(row), &answer.possible);
            prop_assert_eq!(table.outcome(row), answer.outcome);
        }
    }
}

fn covers(instead: &Instead, value: &Value) -> bool {
    match (value, &instead.value) {
        (Value::Number(number), None) => {
            instead.at_least.is_none_or(|bound| *number >= bound)
                && instead.below.is_none_or(|bound| *number < bound)
        }
        (value, wanted) => wanted.as_ref() == Some(value),
    }
}

/// People as columns, each in the form that suits its input.
struct Columns {
    numbers: Vec<Vec<f64>>,
    yes: Vec<Vec<u8>>,
    known: Vec<Vec<u8>>,
    places: Vec<Vec<u8>>,
}

impl Columns {
    fn of(inputs: &[Input], people: &[Vec<Option<usize>>]) -> Self {
        let column = |place: usize| people.iter().map(move |person| person.get(place).copied().flatten());
        let mut columns = Self { numbers: vec![], yes: vec![], known: vec![], places: vec![] };
        for (place, input) in inputs.iter().enumerate() {
            let values = values(input);
            columns.numbers.push(
                column(place)
                    .map(|pick| match pick.and_then(|pick| values.get(pick)) {
                        Some(Value::Number(number)) => *number,
                        _ => f64::NAN,
                    })
                    .collect(),
            );
            columns.yes.push(packed(column(place).map(|pick| pick == Some(0))));
            columns.known.push(packed(column(place).map(|pick| pick.is_some())));
            let code = |pick: Option<usize>| {
                pick.and_then(|pick| u8::try_from(pick).ok()).unwrap_or(AnswerColumn::UNKNOWN)
            };
            columns.places.push(column(place).map(code).collect());
        }
        columns
    }

    fn cells<'a>(&'a self, inputs: &'a [Input]) -> Vec<(&'a str, AnswerColumn<'a>)> {
        let bits = |bytes| Bits { bytes, offset: 3 };
        let parts = self.numbers.iter().zip(&self.yes).zip(&self.known).zip(&self.places);
        inputs
            .iter()
            .zip(parts)
            .map(|(input, (((numbers, yes), known), places))| {
                let cells = match input.kind {
                    InputKind::Number { .. } => {
                        AnswerColumn::Numbers(Column { values: Values::F64(numbers), present: None })
                    }
                    InputKind::Truth => AnswerColumn::Truths {
                        values: bits(yes),
                        present: Some(bits(known)),
                        rows: numbers.len(),
                    },
                    InputKind::Choice { .. } => AnswerColumn::Choices(places),
                };
                (input.name.as_ref(), cells)
            })
            .collect()
    }
}

/// One bit a row, from the fourth on.
fn packed(truths: impl Iterator<Item = bool>) -> Vec<u8> {
    let bits: Vec<bool> = [true; 3].into_iter().chain(truths).collect();
    bits.chunks(8).map(|bits| bits.iter().rev().fold(0, |byte, &bit| byte << 1 | u8::from(bit))).collect()
}
