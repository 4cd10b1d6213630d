//! Who says whether the source group is heard (COC-21, COC-94; GEN-12): its own words and those of others.

use super::*;
use crate::cocreation::{ConditionReview, RemarkCode};
use crate::decide::Truth;

fn said(perspective: &str, date: &str, heard: bool) -> Value {
    let mut event = event(date, "voice-recorded", json!({"by": "residents", "heard": heard}));
    event["perspective"] = json!(perspective);
    event
}

fn equal_voice(review: &Review) -> &ConditionReview {
    review.guards.iter().find(|guard| guard.judgement.code == "equal-voice").unwrap()
}

#[test]
fn what_organisers_say_is_no_statement_of_the_source_group() {
    for perspective in ["professional", "policy", "organisation"] {
        let review = on(&log(&[said(perspective, "2019-02-01", true)]), "2019-02-02");
        let guard = equal_voice(&review);
        assert_eq!((guard.judgement.truth, guard.evidence.as_slice()), (Truth::Unknown, [5].as_slice()));
        assert!(guard.log_says[0].en.contains("according to the source group itself: not recorded"));
        assert!(guard.log_says[0].en.contains("“residents” is heard, says"), "{}", guard.log_says[0].en);
        assert!(!review.remarks.iter().any(|remark| remark.code == RemarkCode::RelationalOutcome));
        assert_eq!(review.findings, []);
    }
}

#[test]
fn both_stand_side_by_side_and_its_own_words_decide() {
    let events = [said("client", "2019-02-01", false), said("policy", "2019-02-02", true)];
    let review = on(&log(&events), "2019-02-03");
    let guard = equal_voice(&review);
    assert_eq!((guard.judgement.truth, guard.evidence.as_slice()), (Truth::Unmet, [5, 6].as_slice()));
    let finding = only(&review, FindingCode::SourceGroupNotHeard);
    assert_eq!(finding.evidence, [5, 6]);
    assert!(finding.text.nl.contains("zegt dat zij zich niet gehoord voelt (2019-02-01)"));
    assert!(finding.text.nl.contains("“bewoners” is gehoord, zegt het beleid (2019-02-02)"));
    // The last of each side counts.
    let later =
        [events.as_slice(), &[said("client", "2019-02-04", true), said("policy", "2019-02-05", true)]]
            .concat();
    let review = on(&log(&later), "2019-02-05");
    assert_eq!((equal_voice(&review).judgement.truth, review.findings.len()), (Truth::Met, 0));
    assert_eq!(equal_voice(&review).evidence, [7, 8]);
}

#[test]
fn a_no_of_others_asks_for_attention_and_decides_nothing() {
    let review = on(&log(&[said("professional", "2019-02-01", false)]), "2019-02-02");
    assert_eq!(equal_voice(&review).judgement.truth, Truth::Unknown);
    let finding = only(&review, FindingCode::SourceGroupNotHeard);
    assert!(finding.text.en.starts_with("Others say that the source group is not heard."));
    assert!(finding.text.en.contains("the source group itself: not recorded"));
}

/// COC-94 is told by research: residents feel heard more.
#[test]
fn research_reports_what_the_source_group_says() {
    let reported = on(&log(&[said("education", "2019-02-01", true)]), "2019-02-02");
    assert_eq!(equal_voice(&reported).judgement.truth, Truth::Met);
    let own = [said("client", "2019-02-01", false), said("education", "2019-02-02", true)];
    assert_eq!(equal_voice(&on(&log(&own), "2019-02-02")).judgement.truth, Truth::Unmet);
}

#[test]
fn who_carries_and_whose_idea_it_is_can_be_unknown() {
    let idea = event("2019-02-01", "idea", json!({"id": "open", "text": "x", "by": null, "task": null}));
    let started = |fields: Value| initiative("2019-02-02", fields);
    let events = [idea, started(json!({"carried_by": null, "idea": "open", "as_co_creation": true}))];
    let review = on(&log(&events), "2019-02-03");
    assert_eq!(review.findings, []);
    // Unknown is not “of the source group”, so another party that carries it took nothing over for all we know.
    let carried = event("2019-02-05", "initiative-carried-by", json!({"id": "bin", "party": "town"}));
    let stalled = event("2019-02-04", "initiative-stalled", json!({"id": "bin"}));
    let resumed = event("2019-02-05", "initiative-resumed", json!({"id": "bin"}));
    let events = [events.as_slice(), &[stalled, resumed, carried]].concat();
    assert_eq!(on(&log(&events), "2019-02-06").findings, []);
    // A task that the initiative does name goes before that of the idea, and the other way round.
    let own = [
        event("2019-02-01", "idea", json!({"id": "open", "text": "x"})),
        started(json!({"idea": "open", "task": "own-task", "as_co_creation": true})),
    ];
    assert_eq!(only(&on(&log(&own), "2019-02-03"), FindingCode::OwnTaskAsCoCreation).evidence, [5, 6]);
}
