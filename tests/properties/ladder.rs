//! The ladder: more facts never widen, and the course of a conversation does not matter.

use super::tries;
use meedoen::ladder::{self, InformalCare, Session};
use meedoen::{Value, Vocabulary};
use proptest::prelude::*;
use proptest::sample::select;

/// For each question of the flow an answer or none, in any order.
fn facts() -> impl Strategy<Value = Vec<(String, Value)>> {
    let names: Vec<String> = ladder::questions().iter().map(|question| question.input.to_string()).collect();
    let answer = |name: String| {
        let value = if name == "informal_care_placement" {
            select(InformalCare::ALL).prop_map(|placement| Value::from(placement.code())).boxed()
        } else {
            any::<bool>().prop_map(Value::from).boxed()
        };
        proptest::option::of(value).prop_map(move |value| value.map(|value| (name.clone(), value)))
    };
    let answers: Vec<_> = names.into_iter().map(answer).collect();
    answers.prop_map(|answers| answers.into_iter().flatten().collect::<Vec<_>>()).prop_shuffle()
}

fn classify(facts: &[(String, Value)]) -> Result<ladder::Placement, meedoen::Error> {
    let empty = Ok(ladder::Answers::default());
    let answers = facts.iter().fold(empty, |answers, (name, value)| answers?.with(name, value.clone()))?;
    Ok(ladder::classify(&answers))
}

proptest! {
    #![proptest_config(tries(120))]

    #[test]
    fn more_facts_never_widen_a_placement(facts in facts()) {
        let mut wider = ladder::classify(&ladder::Answers::default());
        for known in 1..=facts.len() {
            let placement = classify(&facts[..known])?;
            prop_assert!(placement.between.rungs().iter().all(|rung| wider.between.rungs().contains(rung)));
            prop_assert_eq!(placement.rung.is_some(), placement.between.rungs().len() == 1);
            wider = placement;
        }
    }

    #[test]
    fn a_session_in_any_order_comes_to_the_same_as_the_facts(facts in facts()) {
        let empty: Result<Session, meedoen::Error> = Ok(Session::new(None));
        let session = facts.iter().fold(empty, |session, (name, value)| session?.answer(name, Some(value.clone())))?;
        prop_assert_eq!(session.placement(), classify(&facts)?);
    }

    #[test]
    fn asking_what_is_asked_ends_within_the_number_of_questions(facts in facts()) {
        let mut session = Session::new(None);
        for _ in ladder::questions() {
            let Some(question) = session.question() else { break };
            let answer = facts.iter().find(|(name, _)| *name == question.input).map(|(_, value)| value.clone());
            session = session.answer(&question.input, answer)?;
        }
        prop_assert!(session.state().done);
        let skipped = session.state().steps.iter().any(|step| step.answer.is_none());
        prop_assert!(skipped || session.placement().rung.is_some());
    }
}
