//! Decisions: the laws that `meedoen::decide` promises.

use super::decisions::{Sample, completions, label, sample, source, values};
use super::tries;
use meedoen::decide::{Answer, Decision, Facts, Input, Name};
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
