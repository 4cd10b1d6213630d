//! Jaap (IBM-33…36), a measured profile, and sets of interventions around them.

use super::{field_of_forces_chart, profile_chart};
use crate::behaviour::{Determinant, Intervention, InterventionSet, Profile, Proposal, Role, Standing};
use crate::chart::tests::{both, draws_what_is_there, row, subtitle, table};
use crate::document::Document;
use crate::{Label, Perspective};
use serde_json::json;

fn jaap() -> Profile {
    Profile::new(Label::of("werk zoeken", "looking for work"), Perspective::Professional)
        .with(Determinant::Attitude, Standing::Mixed)
        .with(Determinant::SelfEfficacy, Standing::StronglyHindering)
        .with(Determinant::SocialPressure, Standing::Hindering)
        .with(Determinant::Skills, Standing::Hindering)
        .with(Determinant::Context, Standing::StronglyHindering)
}

fn measured() -> Profile {
    let thresholds = json!({
        "strongly_hindering_below": 30, "hindering_below": 50, "mixed_below": 50, "supporting_below": 90,
        "provenance": {"kind": "local", "note": {"nl": "vastgesteld door de gemeente", "en": "set by the municipality"}},
    });
    let facets = json!([{"facet": "emotions", "score": 95}, {"facet": "thoughts"}]);
    Profile::from_value(&json!({
        "target_behaviour": {"nl": "werk zoeken", "en": "looking for work"}, "perspective": "client",
        "thresholds": thresholds,
        "findings": [
            {"determinant": "attitude", "score": 40, "facets": facets, "note": "zegt “misschien”"},
            {"determinant": "skills", "score": 50},
            {"determinant": "context", "standing": "mixed"},
        ],
    }))
    .unwrap()
}

#[test]
fn what_is_unknown_is_drawn_as_unknown() {
    let [nl, en] = both(|language| profile_chart(&jaap(), language));
    assert_eq!(table(&nl).len(), 7);
    assert_eq!(row(&nl, "row", "self-regulation")["in_words"], "onbekend");
    assert_eq!(row(&en, "row", "practical-barriers")["in_words"], "unknown");
    assert!(subtitle(&nl).contains("Onbekend: zelfregulering, praktische belemmeringen."));
    assert!(subtitle(&en).contains("Unknown is not the same as fine."));
    assert!(en.spec()["description"].as_str().unwrap().contains("Self-regulation: unknown."));
    // Nothing was measured, so nothing is drawn on a scale of scores.
    assert!(!nl.to_string().contains("\"score\""));
}

#[test]
fn nothing_in_the_way_is_said_of_what_is_known_only() {
    let empty = Profile::new(Label::of("werk zoeken", "looking for work"), Perspective::Professional);
    let [nl, en] = both(|language| profile_chart(&empty, language));
    assert!(subtitle(&nl).starts_with("Onbekend: houding, "));
    assert!(!subtitle(&en).contains("in the way"));
    let some = empty.with(Determinant::Skills, Standing::Supporting);
    let [nl, en] = both(|language| profile_chart(&some, language));
    assert!(subtitle(&nl).starts_with("Van wat bekend is staat niets in de weg. Steunt: vaardigheden."));
    assert!(subtitle(&en).starts_with("Of what is known nothing stands in the way."));
}

#[test]
fn a_score_is_as_far_into_its_step_as_it_is_between_the_bounds() {
    let [nl, en] = both(|language| profile_chart(&measured(), language));
    draws_what_is_there(&nl);
    let attitude = row(&nl, "row", "attitude");
    assert_eq!(
        (&attitude["score"], &attitude["at"], &attitude["from"]),
        (&json!(40.0), &json!(1.5), &json!(1))
    );
    assert!(attitude["why"].as_str().unwrap().ends_with("– zegt “misschien”"));
    // The step “mixed” has no length here: a score on it has passed it.
    assert_eq!(row(&nl, "row", "skills")["at"], json!(3.0));
    assert_eq!(row(&nl, "row", "attitude/0")["at"], json!(4.5));
    assert_eq!(row(&en, "row", "attitude/1")["standing"], "unknown");
    assert!(row(&en, "row", "context").get("score").is_none());
    assert!(en.to_string().contains("set by the municipality"));
}

#[test]
fn each_intervention_stands_at_what_it_is_tied_to() {
    let set = InterventionSet::default()
        .with(Role::IncomeConsultant, Intervention::AnnounceSanction)
        .with(Role::ClientManager, Intervention::CopeWithSocialPressure)
        .with(Role::ClientManager, Intervention::MakeAlternativesVisible)
        .with(Role::ClientManager, Intervention::StrengthenSelfEfficacy)
        .with(Role::AccountManager, Intervention::RemovePracticalBarriers)
        .with(Role::AccountManager, Intervention::AnnounceSanction);
    let proposal = Proposal { profile: jaap(), interventions: set };
    let [nl, en] = both(|language| field_of_forces_chart(&proposal, language));
    draws_what_is_there(&nl);
    assert_eq!(nl.spec()["title"]["subtitle"][0], "Stimulerend en effectief krachtenveld.");
    assert_eq!(en.spec()["title"]["subtitle"][0], "Stimulating and effective field of forces.");
    let rows: Vec<(&str, &str)> = table(&en)
        .iter()
        .filter(|row| row["kind"] == "intervention")
        .map(|row| (row["row"].as_str().unwrap(), row["extent"].as_str().unwrap()))
        .collect();
    let expected = [
        ("self-efficacy", "named"),
        ("social-pressure", "named"),
        ("social-pressure/1", "coping-only"),
        ("practical-barriers", "named"),
        ("untied", "named"),
        ("untied/1", "not-in-source"),
    ];
    assert_eq!(rows, expected);
    assert_eq!(row(&en, "row", "context")["force"], json!(-2));
    assert!(table(&nl).iter().any(|row| row["row"] == "skills" && row["kind"] == "open"));
}

#[test]
fn a_verdict_that_depends_on_the_unknown_says_so() {
    let alone = InterventionSet::default().with(Role::IncomeConsultant, Intervention::AnnounceSanction);
    let of = |profile: Profile| Proposal { profile, interventions: alone.clone() };
    let [nl, _] = both(|language| field_of_forces_chart(&of(jaap()), language));
    assert!(subtitle(&nl).starts_with("Verlammend en verwarrend krachtenveld. Waarschuwing: "));
    let half = Profile::new(Label::of("werk zoeken", "looking for work"), Perspective::Professional);
    let [nl, en] = both(|language| field_of_forces_chart(&of(half.clone()), language));
    assert!(subtitle(&nl).starts_with("Hangt af van wat nog onbekend is: "));
    assert!(subtitle(&en).contains("To ask first: "));
}
