//! The table of a profile: a row for each determinant and each sub-determinant.

use super::super::{in_words, texts};
use super::{NAMES, bounds};
use crate::behaviour::{Assessment, DeterminantView, Domain, FacetFinding, Standing, Thresholds};
use crate::chart::{Rows, extend, pick, record};
use crate::math::shown;
use crate::{Label, Language, Score, Vocabulary};
use serde_json::Value;

pub(super) fn rows(assessment: &Assessment, language: Language) -> (Rows, Vec<Value>) {
    let tooltip = [
        ("name", pick(language, "determinant", "determinant")),
        ("in_words", pick(language, "stand", "standing")),
        ("why", pick(language, "waarom", "why")),
        ("source", pick(language, "bron", "source")),
    ];
    let (mut rows, mut table) = (Rows::new(NAMES, &tooltip), Vec::new());
    for &side in Domain::ALL {
        rows.heading(side.code(), side.label().in_language(language));
        for view in assessment.determinants.iter().filter(|view| view.domain == side) {
            let key = view.determinant.code();
            rows.add(key, view.label.in_language(language));
            table.push(determinant(key, view, &assessment.thresholds, language));
            for (index, facet) in view.facets.iter().enumerate() {
                let key = format!("{key}/{index}");
                rows.part(&key, facet.label.in_language(language));
                table.push(part(&key, facet, &assessment.thresholds, language));
            }
        }
    }
    (rows, table)
}

fn determinant(key: &str, view: &DeterminantView, thresholds: &Thresholds, language: Language) -> Value {
    let note = view.note.as_ref().map(|note| format!(" – {note}")).unwrap_or_default();
    let said = record([
        ("row", key.into()),
        ("level", "determinant".into()),
        ("why", format!("{}{note}", texts(&view.reasons, language)).into()),
        ("source", view.determinant.source().fact_ids().join(", ").into()),
    ]);
    placed(said, &view.label, view.standing, view.score.map(|score| (score, thresholds)), language)
}

fn part(key: &str, facet: &FacetFinding, thresholds: &Thresholds, language: Language) -> Value {
    let why = match facet.score {
        Some(score) => {
            let rounded = shown(score.value().round_ties_even());
            format!("score {rounded} {}", pick(language, "van 100", "of 100"))
        }
        None => pick(language, "te weinig antwoorden", "too few answers").to_owned(),
    };
    let said = record([
        ("row", key.into()),
        ("level", "sub-determinant".into()),
        ("why", why.into()),
        ("source", facet.facet.source().fact_ids().join(", ").into()),
    ]);
    placed(said, &facet.label, facet.standing, facet.score.map(|score| (score, thresholds)), language)
}

/// The row with its name and its place on the five steps; what is unknown has no place.
fn placed(
    mut row: Value,
    name: &Label,
    standing: Option<Standing>,
    score: Option<(Score, &Thresholds)>,
    language: Language,
) -> Value {
    let (name, words) = (name.in_language(language), in_words(standing, language));
    let code = standing.map_or("unknown", Standing::code);
    let says = format!("{name}: {words}");
    let said =
        [("name", name.into()), ("in_words", words.into()), ("says", says.into()), ("standing", code.into())];
    extend(&mut row, record(said));
    if let Some(standing) = standing {
        let step = Standing::ALL.iter().take_while(|&&one| one < standing).count();
        extend(&mut row, record([("from", step.into()), ("to", (step + 1).into())]));
    }
    if let Some((score, thresholds)) = score {
        let at = position(score, thresholds);
        extend(&mut row, record([("score", score.value().into()), ("at", at.into())]));
    }
    row
}

/// How many steps from the left a score is, with the part of the step it is in.
fn position(score: Score, thresholds: &Thresholds) -> f64 {
    let (bounds, score) = (bounds(thresholds), score.value());
    let passed = |(&from, &to): (&f64, &f64)| {
        // A step without length is passed at once.
        if score >= to {
            1.0
        } else if score > from {
            (score - from) / (to - from)
        } else {
            0.0
        }
    };
    bounds.iter().zip(bounds.iter().skip(1)).map(passed).sum()
}
