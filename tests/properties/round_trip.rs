//! Documents that are written and read again are the same.

use super::instruments::instrument;
use super::tries;
use meedoen::behaviour::{Determinant, Profile, Standing, Thresholds, assess};
use meedoen::document::Document;
use meedoen::measure::{Answers, Instrument, Scores};
use meedoen::{Perspective, Vocabulary};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

/// The same object with one more field.
fn with(mut object: Value, name: &str, value: Value) -> Value {
    object.as_object_mut().map(|fields| fields.insert(name.to_owned(), value));
    object
}

/// What is known of a determinant: a standing, or a score with those of its sub-determinants.
fn finding() -> impl Strategy<Value = Value> {
    let note = proptest::option::of(any::<String>().prop_filter("not blank", |note| !note.trim().is_empty()));
    let facet = select(meedoen::behaviour::Facet::ALL).prop_map(Vocabulary::code);
    let facets = vec((facet, proptest::option::of(0.0..=100.0)), 0..3).prop_map(|facets| {
        facets.into_iter().map(|(facet, score)| json!({"facet": facet, "score": score})).collect::<Vec<_>>()
    });
    let seen = select(Standing::ALL).prop_map(|standing| json!({"standing": standing.code()}));
    let measured =
        (0.0..=100.0, facets).prop_map(|(score, facets)| json!({"score": score, "facets": facets}));
    (prop_oneof![seen, measured], note).prop_map(|(finding, note)| with(finding, "note", json!(note)))
}

fn profile() -> impl Strategy<Value = Profile> {
    let findings = btree_map(select(Determinant::ALL), finding(), 0..8).prop_map(|findings| {
        let named = findings.into_iter();
        let named =
            named.map(|(determinant, finding)| with(finding, "determinant", json!(determinant.code())));
        named.collect::<Vec<_>>()
    });
    (findings, select(Perspective::ALL), vec(0.0..=100.0, 4)).prop_filter_map("read", |(findings, perspective, mut bounds)| {
        bounds.sort_by(f64::total_cmp);
        let [a, b, c, d] = <[f64; 4]>::try_from(bounds).ok()?;
        let note = json!({"nl": "n", "en": "n"});
        let document = json!({
            "target_behaviour": {"nl": "werk zoeken", "en": "looking for work"},
            "perspective": perspective.code(),
            "findings": findings,
            "thresholds": {
                "strongly_hindering_below": a, "hindering_below": b, "mixed_below": c, "supporting_below": d,
                "provenance": {"kind": "local", "note": note},
            },
            "instrument": {"id": "i", "version": "1", "provenance": {"kind": "illustrative", "note": note}},
        });
        Profile::from_value(&document).ok()
    })
}

/// Written, read, and written again.
fn again<D: Document + serde::Serialize + PartialEq + std::fmt::Debug>(
    document: &D,
) -> Result<(), TestCaseError> {
    let text = serde_json::to_string(document).map_err(|error| TestCaseError::fail(error.to_string()))?;
    let read = D::from_json(&text)?;
    prop_assert_eq!(document, &read);
    prop_assert_eq!(serde_json::to_string(&read).ok(), Some(text));
    Ok(())
}

proptest! {
    #![proptest_config(tries(200))]

    #[test]
    fn an_instrument_is_read_as_it_was_written(instrument in instrument()) {
        again(&instrument)?;
    }

    #[test]
    fn a_profile_is_read_as_it_was_written_and_assessed_alike(profile in profile()) {
        again(&profile)?;
        let text = serde_json::to_string(&profile).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(assess(&Profile::from_json(&text)?), assess(&profile));
    }

    #[test]
    fn scores_that_are_stored_make_the_same_profile(picks in vec(proptest::option::of(any::<Index>()), 54)) {
        let instrument: Instrument = meedoen::behaviour::instrument("job-search")?;
        let answers = instrument.items.iter().zip(&picks).map(|(item, pick)| {
            let answer = pick.and_then(|pick| u8::try_from(1 + pick.index(5)).ok());
            (item.id.clone(), answer.map(f64::from))
        });
        let scores = instrument.score(&answers.collect::<Answers>())?;
        let text = serde_json::to_string(&scores).map_err(|error| TestCaseError::fail(error.to_string()))?;
        let of = |scores: &Scores| Profile::from_scores(scores, Perspective::Client, Thresholds::default());
        prop_assert_eq!(of(&Scores::from_json(&text)?)?, of(&scores)?);
    }

    #[test]
    fn a_number_is_read_as_the_one_that_was_written(number in any::<f64>()) {
        prop_assume!(number.is_finite());
        let text = json!({"instrument": "i", "version": "1", "provenance": {"kind": "local", "note": {"nl": "n", "en": "n"}},
            "scales": [{"scale": "s", "label": {"nl": "l", "en": "l"}, "polarity": "supporting", "output": "mean",
                "value": number, "percent": null, "valid": 1, "parts": 1}]}).to_string();
        let scores = Scores::from_json(&text)?;
        prop_assert_eq!(scores.scales[0].value.map(f64::to_bits), Some(number.to_bits()));
    }
}
