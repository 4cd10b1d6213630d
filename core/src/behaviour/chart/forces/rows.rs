//! The table of a field of forces: a row for each force, and one for each intervention after the first on it.

use super::super::{in_words, texts};
use super::NAMES;
use crate::behaviour::{DeterminantView, Extent, InterventionReview, InterventionView, Standing};
use crate::chart::{Rows, extend, lines, pick, record};
use crate::{Language, Vocabulary};
use serde_json::Value;

const UNTIED: &str = "untied";

pub(super) fn rows(review: &InterventionReview, language: Language) -> (Rows, Vec<Value>) {
    let tooltip = [
        ("name", pick(language, "wat", "what")),
        ("in_words", pick(language, "hoe", "how")),
        ("why", pick(language, "waarom", "why")),
        ("source", pick(language, "bron", "source")),
    ];
    let mut rows = Rows::new(NAMES, &tooltip);
    let mut table = Vec::new();
    for view in &review.assessment.determinants {
        let key = view.determinant.code();
        rows.add(key, view.label.in_language(language));
        table.push(force(key, view, language));
        let tied = |one: &&InterventionView| one.determinant == Some(view.determinant);
        let tied: Vec<&InterventionView> = review.interventions.iter().filter(tied).collect();
        let in_the_way = review.unaddressed.iter().any(|open| open.determinant == view.determinant);
        if tied.is_empty() && in_the_way {
            let text = pick(language, "niets in dit plan", "nothing in this plan");
            let fields =
                [("row", key.into()), ("kind", "open".into()), ("what", text.into()), ("says", text.into())];
            table.push(record(fields));
        }
        add(&mut rows, &mut table, key, &tied, language);
    }
    let untied: Vec<&InterventionView> =
        review.interventions.iter().filter(|one| one.determinant.is_none()).collect();
    if !untied.is_empty() {
        rows.add(UNTIED, pick(language, "aan geen determinant verbonden", "tied to no determinant"));
        table.push(record([("row", UNTIED.into()), ("kind", "group".into())]));
        add(&mut rows, &mut table, UNTIED, &untied, language);
    }
    (rows, table)
}

/// Adds interventions, the first in the row there is and each other in one below it.
fn add(
    rows: &mut Rows,
    table: &mut Vec<Value>,
    row: &str,
    interventions: &[&InterventionView],
    language: Language,
) {
    for (index, view) in interventions.iter().enumerate() {
        let key = if index == 0 { row.to_owned() } else { format!("{row}/{index}") };
        if index > 0 {
            rows.add(&key, "");
        }
        table.push(intervention(&key, view, language));
    }
}

fn force(key: &str, view: &DeterminantView, language: Language) -> Value {
    let (name, words) = (view.label.in_language(language), in_words(view.standing, language));
    let mut row = record([
        ("row", key.into()),
        ("kind", "force".into()),
        ("name", name.into()),
        ("says", format!("{name}: {words}").into()),
        ("in_words", words.into()),
        ("why", texts(&view.reasons, language).into()),
        ("source", view.determinant.source().fact_ids().join(", ").into()),
        ("standing", view.standing.map_or("unknown", Standing::code).into()),
    ]);
    if let Some(standing) = view.standing {
        // How far it reaches, to the left when it works against the behaviour.
        let reach = match standing {
            Standing::StronglyHindering => -2,
            Standing::Hindering => -1,
            Standing::Mixed => 0,
            Standing::Supporting => 1,
            Standing::StronglySupporting => 2,
        };
        extend(&mut row, record([("force", reach.into())]));
    }
    row
}

fn intervention(key: &str, view: &InterventionView, language: Language) -> Value {
    let (who, what) = (view.role.label(), view.intervention.label());
    let (who, what) = (who.in_language(language), what.in_language(language));
    let caveat = match view.extent {
        // What is done says by itself that it is about coping.
        Some(Extent::Named | Extent::CopingOnly) => String::new(),
        Some(extent) => format!(" ({})", extent.label().in_language(language)),
        None => pick(language, " (niet genoemd in de bronnen)", " (not named in the sources)").to_owned(),
    };
    let source: Vec<&str> =
        view.reasons.iter().flat_map(|reason| reason.source.fact_ids()).copied().collect();
    record([
        ("row", key.into()),
        ("kind", "intervention".into()),
        ("role", view.role.code().into()),
        ("who", who.into()),
        ("extent", view.extent.map_or("not-in-source", Extent::code).into()),
        ("what", lines(&format!("{what}{caveat}"), 40).join("\n").into()),
        ("name", what.into()),
        ("in_words", who.into()),
        ("says", format!("{who}: {what}{caveat}").into()),
        ("why", texts(&view.reasons, language).into()),
        ("source", source.join(", ").into()),
    ])
}
