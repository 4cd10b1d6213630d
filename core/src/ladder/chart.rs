//! The six rungs with the possible ones marked.

use super::{Answers, Placement, Rung, classify};
use crate::chart::{Chart, Colour, Frame, colours, layers_of, pick, record, sentence, spec, told};
use crate::{Language, Vocabulary};
use serde_json::Value;

const LAYERS: &str = r#"[
    {
        "mark": {
            "type": "rect", "cornerRadius": 3, "strokeWidth": 1.2,
            "stroke": {"expr": "datum.state === 'other' ? '@quiet' : '@ink'"},
            "strokeDash": {"expr": "datum.state === 'possible' ? [4, 3] : [1, 0]"}
        },
        "encoding": {
            "y": "@rung", "x": "@number", "x2": {"value": "width"}, "fill": "@states", "tooltip": "@tooltip",
            "description": {"field": "says", "type": "nominal"}
        }
    },
    {
        "mark": {
            "type": "text", "aria": false, "align": "left", "dx": 14, "fontSize": 13,
            "fontWeight": {"expr": "datum.state === 'known' ? 600 : 400"}
        },
        "encoding": {
            "y": "@rung", "x": "@number", "text": {"field": "text", "type": "nominal"}, "tooltip": "@tooltip"
        }
    },
    {
        "mark": {
            "type": "text", "aria": false, "align": "right", "dx": -14, "fontSize": 11, "fontStyle": "italic"
        },
        "encoding": {
            "y": "@rung", "x": {"value": "width"}, "text": {"field": "in_words", "type": "nominal"},
            "tooltip": "@tooltip"
        }
    }
]"#;

const RUNG: &str = r#"{
    "field": "rung", "type": "ordinal", "axis": null,
    "scale": {"domain": "@rungs", "paddingInner": 0.16, "paddingOuter": 0.05}
}"#;

const NUMBER: &str = r#"{
    "field": "number", "type": "quantitative", "axis": null,
    "scale": {"domain": [1, "@last"], "range": [0, 150], "nice": false, "zero": false}
}"#;

/// Draws the six rungs as steps, with the one someone stands on filled.
///
/// While more than one rung is possible, each of them has a dashed outline and the word “possible”.
///
/// ```
/// use meedoen::{Language, ladder::{self, Answers}};
/// let answers = Answers::default().with("contract", false)?;
/// let chart = ladder::chart(&answers, Language::En);
/// assert_eq!(chart.spec()["title"]["subtitle"][0], "Unknown: rung 1, 2, 3, 4 or 5.");
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Source
/// PUB-04, PUB-17, LAD-27
pub fn chart(answers: &Answers, language: Language) -> Chart {
    let placement = classify(answers);
    let table: Vec<Value> = Rung::ALL.iter().rev().map(|&rung| row(&placement, rung, language)).collect();
    frame(&placement, language).chart(table, 46, layers(language))
}

fn row(placement: &Placement, rung: Rung, language: Language) -> Value {
    let (number, name) = (rung.number(), rung.label());
    let name = name.in_language(language);
    let possible = placement.between.rungs().contains(&rung);
    let (state, words) = if placement.rung == Some(rung) {
        ("known", pick(language, "staat nu op deze trede", "now stands on this rung"))
    } else if possible {
        ("possible", pick(language, "mogelijk", "possible"))
    } else if placement.rung.is_none() {
        ("other", pick(language, "valt af", "ruled out"))
    } else {
        ("other", "")
    };
    let criteria = rung.criteria();
    let says = format!("{} {}", sentence(rung.title().in_language(language)), sentence(words));
    record([
        ("rung", rung.code().into()),
        ("number", number.into()),
        ("name", name.into()),
        ("text", format!("{number} {name}").into()),
        ("state", state.into()),
        ("in_words", words.into()),
        ("says", says.trim().into()),
        ("criteria", criteria.in_language(language).into()),
        ("source", rung.source().fact_ids().join(", ").into()),
    ])
}

fn frame(placement: &Placement, language: Language) -> Frame {
    let mut findings = vec![sentence(placement.label.in_language(language))];
    if let Some(question) = &placement.next_question {
        let next = pick(language, "Eerst te vragen", "To ask first");
        findings.push(format!("{next}: {}", question.text.in_language(language)));
    }
    if !placement.informal_care.is_empty() {
        let care = pick(
            language,
            "De trede hangt af van waar de gemeente mantelzorg plaatst: een keuze van beleid.",
            "The rung depends on where the municipality places informal care: a choice of policy.",
        );
        findings.push(care.to_owned());
    }
    let who = placement.perspective.label();
    findings.push(format!("{} {}.", pick(language, "Gezien door", "Seen by"), who.in_language(language)));
    let title = pick(
        language,
        "Participatieladder: wat iemand nu doet",
        "Participation ladder: what someone does now",
    );
    let caveat = pick(
        language,
        "De ladder zegt niet wat iemand wil of kan. Een plaats erop is advies, naast hoe iemand het zelf ziet (LAD-27).",
        "The ladder does not say what someone wants or can. A place on it is advice, beside the person's own view (LAD-27).",
    );
    let mut caption = vec![caveat.to_owned(), sentence(placement.method.note.in_language(language))];
    if let Some(rung) = placement.rung {
        let (title, criteria) = (rung.title(), rung.criteria());
        let what = format!("{}: {}", title.in_language(language), criteria.in_language(language));
        caption.insert(0, sentence(&what));
    }
    Frame {
        title: title.to_owned(),
        description: format!("{}. {}", title, findings.join(" ")),
        findings,
        caption,
        left: 0,
        below: 14,
    }
}

fn layers(language: Language) -> Vec<Value> {
    let order = Rung::ALL.iter().rev().map(|rung| rung.code()).collect();
    let states = [("known", Colour::StrongBlue), ("possible", Colour::Blue), ("other", Colour::Paper)];
    let tooltip = told(&[
        ("name", pick(language, "trede", "rung")),
        ("criteria", pick(language, "kenmerken", "criteria")),
        ("source", pick(language, "bron", "source")),
    ]);
    let names = [
        ("@rung", spec(RUNG, [("@rungs", order)])),
        ("@number", spec(NUMBER, [("@last", Rung::ALL.len().into())])),
        ("@states", colours("state", &states)),
        ("@tooltip", tooltip),
    ];
    layers_of(LAYERS, names)
}

#[cfg(test)]
mod tests {
    use super::{Answers, chart};
    use crate::chart::tests::{both, row, subtitle, table};

    #[test]
    fn every_possible_rung_is_marked() {
        let answers = Answers::default().with("contract", false).unwrap();
        let answers =
            answers.with("internship_allowance", false).unwrap().with("weekly_social_contact", true).unwrap();
        let [nl, en] = both(|language| chart(&answers, language));
        let states: Vec<&str> = table(&nl).iter().map(|row| row["state"].as_str().unwrap()).collect();
        assert_eq!(states, ["other", "other", "possible", "possible", "possible", "other"]);
        assert_eq!(row(&en, "rung", "unpaid-work")["in_words"], "possible");
        assert_eq!(row(&nl, "rung", "isolated")["in_words"], "valt af");
        assert!(subtitle(&nl).starts_with("Onbekend: trede 2, 3 of 4. Eerst te vragen: "));
    }

    #[test]
    fn the_rung_someone_stands_on_is_filled() {
        let answers = Answers::default().with("contract", false).unwrap();
        let answers = answers.with("internship_allowance", false).unwrap();
        let answers = answers.with("weekly_unpaid_work_with_responsibility", true).unwrap();
        let [nl, en] = both(|language| chart(&answers, language));
        assert_eq!(row(&nl, "state", "known")["rung"], "unpaid-work");
        assert!(subtitle(&en).starts_with("Rung 4 (unpaid work)."));
    }

    #[test]
    fn the_choice_about_informal_care_is_named() {
        let answers =
            Answers::default().with("informal_care", true).unwrap().with("contract", false).unwrap();
        let [nl, _] = both(|language| chart(&answers, language));
        assert!(subtitle(&nl).contains("mantelzorg"));
    }
}
