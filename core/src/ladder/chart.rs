//! The six rungs with the possible ones marked.

use super::{Answers, Placement, Rung, classify};
use crate::chart::{Chart, Colour, Frame, INK, colours, pick, sentence};
use crate::{Language, Vocabulary};
use serde_json::{Value, json};

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
    frame(&placement, language).chart(&table, &json!({"step": 46}), layers(language))
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
    json!({
        "rung": rung.code(), "number": number, "name": name, "text": format!("{number}   {name}"),
        "state": state, "in_words": words,
        "says": format!("{} {}", sentence(rung.title().in_language(language)), sentence(words)).trim(),
        "criteria": criteria.in_language(language), "source": rung.source().fact_ids().join(", "),
    })
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
    let title = pick(language, "Participatieladder: wat iemand nu doet", "Participation ladder: what someone does now");
    let caveat = pick(
        language,
        "De ladder zegt niet wat iemand wil of kan. Een plaats erop is advies, naast hoe iemand het zelf ziet (LAD-27).",
        "The ladder does not say what someone wants or can. A place on it is advice, beside the person's own view (LAD-27).",
    );
    let mut caption = vec![caveat.to_owned(), sentence(placement.method.note.in_language(language))];
    if let Some(rung) = placement.rung {
        let why = rung.criteria();
        caption.insert(0, sentence(&format!("{}: {}", pick(language, "Kenmerken", "Criteria"), why.in_language(language))));
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
    let order: Vec<&str> = Rung::ALL.iter().rev().map(|rung| rung.code()).collect();
    let y = json!({"field": "rung", "type": "ordinal", "axis": null, "scale": {"domain": order, "paddingInner": 0.16, "paddingOuter": 0.05}});
    let x = |more: i32| json!({"field": "number", "type": "quantitative", "axis": null, "scale": {"domain": [1, 6], "range": [more, 150 + more], "nice": false, "zero": false}});
    let fill = colours("state", &[("known", Colour::StrongBlue), ("possible", Colour::Blue), ("other", Colour::Paper)]);
    let tooltip = json!([
        {"field": "name", "type": "nominal", "title": pick(language, "trede", "rung")},
        {"field": "criteria", "type": "nominal", "title": pick(language, "kenmerken", "criteria")},
        {"field": "source", "type": "nominal", "title": pick(language, "bron", "source")},
    ]);
    let says = json!({"field": "says", "type": "nominal"});
    vec![
        json!({
            "mark": {
                "type": "rect", "cornerRadius": 3, "stroke": {"expr": format!("datum.state === 'other' ? '#b8bfc8' : '{INK}'")},
                "strokeWidth": 1.2, "strokeDash": {"expr": "datum.state === 'possible' ? [4, 3] : [1, 0]"},
            },
            "encoding": {"y": y, "x": x(0), "x2": {"value": "width"}, "fill": fill, "tooltip": tooltip, "description": says}
        }),
        json!({
            "mark": {"type": "text", "align": "left", "dx": 14, "fontSize": 13, "aria": false,
                "fontWeight": {"expr": "datum.state === 'known' ? 600 : 400"}},
            "encoding": {"y": y, "x": x(0), "text": {"field": "text", "type": "nominal"}, "tooltip": tooltip}
        }),
        json!({
            "mark": {"type": "text", "align": "right", "dx": -14, "fontSize": 11, "fontStyle": "italic", "aria": false},
            "encoding": {"y": y, "x": {"value": "width"}, "text": {"field": "in_words", "type": "nominal"}, "tooltip": tooltip}
        }),
    ]
}
