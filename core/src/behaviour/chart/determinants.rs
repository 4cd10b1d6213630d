//! Levels and relevance of the determinants side by side, each with its interval.

use crate::behaviour::{Caseload, Determinant, DeterminantPotential, potential};
use crate::chart::{
    Chart, Frame, Rows, extend, layers_of, outline, pick, record, sentence, small, spec, unknown_word,
};
use crate::label::many;
use crate::number::rounded;
use crate::ordered::by_key;
use crate::{Error, Language};
use serde_json::Value;

/// Both panels lie on one axis: scores from 0 to 100, correlations from here, 50 for one.
const MIDDLE: f64 = 170.0;

const PANELS: &str = r#"[
    {
        "data": {"values": [{"from": 0, "to": 100}, {"from": 120, "to": 220}]},
        "mark": {"type": "rect", "fill": "@line", "opacity": 0.35, "aria": false},
        "encoding": {
            "x": {
                "field": "from", "type": "quantitative", "scale": {"domain": [0, 220], "nice": false},
                "axis": {
                    "title": null, "orient": "bottom", "grid": false, "domain": false, "aria": false,
                    "values": [0, 25, 50, 75, 100, 120, 145, 170, 195, 220], "labelExpr": "@numbers",
                    "labelOverlap": false
                }
            },
            "x2": {"field": "to"}
        }
    },
    {
        "data": {"values": [{"at": 170}]},
        "mark": {"type": "rule", "stroke": "@quiet", "aria": false},
        "encoding": {"x": {"field": "at", "type": "quantitative", "axis": null}}
    },
    {
        "data": {"values": [{"at": 50, "name": "@level"}, {"at": 170, "name": "@relevance"}]},
        "mark": {"type": "text", "fontSize": 11, "fontWeight": "bold", "y": -8, "aria": false},
        "encoding": {
            "x": {"field": "at", "type": "quantitative", "axis": null},
            "text": {"field": "name", "type": "nominal"}
        }
    }
]"#;

/// Draws for each determinant the mean score, the correlation with the outcome, and the interval of each.
///
/// Left lie the levels from 0 to 100, right the correlations from −1 to 1, turned so that right of the middle is towards
/// support. A determinant that nothing is known of has a dashed outline. It shows no one's own score: it can be passed on.
///
/// # Errors
/// Those of [`potential`].
///
/// # Source
/// Crutzen, Noijen & Peters 2017, whose plots have every person's score as well.
pub fn determinant_chart(caseload: &Caseload, language: Language) -> Result<Chart, Error> {
    let found = potential(caseload)?;
    let tooltip = [
        ("title", pick(language, "determinant", "determinant")),
        ("level_text", pick(language, "gemiddelde score", "mean score")),
        ("relevance_text", pick(language, "samenhang", "correlation")),
        ("potential_text", pick(language, "ruimte keer samenhang", "room times correlation")),
    ];
    let mut rows = Rows::new(170, &tooltip);
    let mut table = Vec::new();
    for one in &found.determinants {
        let key = crate::Vocabulary::code(one.determinant);
        rows.add(key, one.label.in_language(language));
        table.push(row(key, one, language));
    }
    let layers = layers(&rows, language);
    Ok(frame(&found.determinants, found.people, language).chart(table, 34, layers))
}

fn between(value: Option<f64>, ends: Option<[f64; 2]>, decimals: u32, language: Language) -> String {
    let Some(value) = value else { return pick(language, "onbekend", "unknown").to_owned() };
    let number = |value| rounded(value, decimals).in_language(language).to_owned();
    let value = number(value);
    ends.map_or(value.clone(), |ends| {
        let [low, high] = ends.map(number);
        format!("{value} ({low} – {high})")
    })
}

fn row(key: &str, one: &DeterminantPotential, language: Language) -> Value {
    let name = one.label.in_language(language);
    let level = between(one.level, one.level_interval, 0, language);
    let relevance = between(one.correlation, one.correlation_interval, 2, language);
    let potential = between(one.potential, one.potential_interval, 1, language);
    let said = match language {
        Language::Nl => format!("{name}: gemiddelde score {level}; samenhang {relevance}"),
        Language::En => format!("{name}: mean score {level}; correlation {relevance}"),
    };
    let mut row = record([
        ("row", key.into()),
        ("title", name.into()),
        ("level_text", level.into()),
        ("relevance_text", relevance.into()),
        ("potential_text", potential.into()),
        ("says", said.into()),
    ]);
    let right = |r: f64| MIDDLE + 50.0 * r;
    let numbers = [
        ("level", one.level),
        ("level_low", one.level_interval.map(|ends| ends[0].max(0.0))),
        ("level_high", one.level_interval.map(|ends| ends[1].min(100.0))),
        ("relevance", one.correlation.map(right)),
        ("relevance_low", one.correlation_interval.map(|ends| right(ends[0]))),
        ("relevance_high", one.correlation_interval.map(|ends| right(ends[1]))),
    ];
    for (field, value) in numbers {
        if let Some(value) = value {
            extend(&mut row, record([(field, value.into())]));
        }
    }
    row
}

fn layers(rows: &Rows, language: Language) -> Vec<Value> {
    let numbers = match language {
        Language::Nl => {
            "datum.value <= 100 ? datum.label : replace(format((datum.value - 170) / 50, '.1f'), '.', ',')"
        }
        Language::En => "datum.value <= 100 ? datum.label : format((datum.value - 170) / 50, '.1f')",
    };
    let level = pick(language, "gemiddelde score", "mean score");
    let relevance = pick(language, "samenhang met de uitkomst", "correlation with the outcome");
    let names = [("@numbers", numbers.into()), ("@level", level.into()), ("@relevance", relevance.into())];
    let mut layers = layers_of(PANELS, names);
    let x = |field: &str| {
        let text = r#"{"field": "@field", "type": "quantitative", "axis": null}"#;
        spec(text, [("@field", field.into())])
    };
    let mut marks = Vec::new();
    for (field, unknown) in [("level", [0.0, 100.0]), ("relevance", [120.0, 220.0])] {
        let (low, high) = (format!("{field}_low"), format!("{field}_high"));
        let range = spec(
            r#"{"x": "@low", "x2": {"field": "@high"}}"#,
            [("@low", x(&low)), ("@high", high.as_str().into())],
        );
        let rule = spec(r#"{"type": "rule", "stroke": "@strong-blue", "strokeWidth": 3, "aria": false}"#, []);
        marks.push(rows.marks(&format!("isValid(datum.{low})"), rule, range));
        let point = spec(
            r#"{"type": "point", "shape": "diamond", "filled": true, "size": 130, "opacity": 1, "fill": "@ink"}"#,
            [],
        );
        let at = spec(r#"{"x": "@at"}"#, [("@at", x(field))]);
        marks.push(rows.marks(&format!("isValid(datum.{field})"), point, at));
        let missing = format!("!isValid(datum.{field})");
        let [from, to] = unknown;
        let across = spec(
            r#"{"x": {"datum": "@from", "type": "quantitative", "axis": null}, "x2": {"datum": "@to"}}"#,
            [("@from", from.into()), ("@to", to.into())],
        );
        marks.push(rows.marks(&missing, outline(), across));
        let word = spec(
            r#"{"x": {"datum": "@middle", "type": "quantitative", "axis": null}, "text": {"value": "@word"}}"#,
            [
                ("@middle", f64::midpoint(from, to).into()),
                ("@word", pick(language, "onbekend", "unknown").into()),
            ],
        );
        marks.push(rows.marks(&missing, unknown_word(), word));
    }
    // Near an end a text runs inwards, so that nothing of it is cut off.
    for (field, shown, [low, high]) in
        [("level", "level_text", [20.0, 80.0]), ("relevance", "relevance_text", [140.0, 195.0])]
    {
        let align = format!("datum.{field} > {high} ? 'right' : datum.{field} < {low} ? 'left' : 'center'");
        let text = small(spec(r#"{"dy": -11, "align": {"expr": "@align"}}"#, [("@align", align.into())]));
        let label = spec(
            r#"{"x": "@at", "text": {"field": "@text", "type": "nominal"}}"#,
            [("@at", x(field)), ("@text", shown.into())],
        );
        marks.push(rows.marks(&format!("isValid(datum.{field})"), text, label));
    }
    layers.extend(rows.name(marks));
    layers
}

fn frame(found: &[DeterminantPotential], people: usize, language: Language) -> Frame {
    let title = pick(
        language,
        "Waar is ruimte, en wat hangt samen met de uitkomst?",
        "Where is room, and what goes with the outcome?",
    );
    // The highest potential first, in thousandths, so that equal ones keep the order of the model.
    #[expect(clippy::cast_possible_truncation, reason = "a potential lies within 100 of zero")]
    let height = |one: &&DeterminantPotential| -((1000.0 * one.potential.unwrap_or(0.0)).round() as i64);
    let known: Vec<&DeterminantPotential> = found.iter().filter(|one| one.potential.is_some()).collect();
    let ordered = by_key(known, height);
    let finding = match ordered.first() {
        None => pick(
            language,
            "Van geen determinant is de samenhang bekend.",
            "Of no determinant the correlation is known.",
        )
        .to_owned(),
        Some(first) => {
            let name = first.label.in_language(language);
            let value = between(first.potential, first.potential_interval, 1, language);
            let sure =
                first.ranks.first().map(|share| rounded(100.0 * share, 0).in_language(language).to_owned());
            let sure = sure.map_or_else(String::new, |sure| match language {
                Language::Nl => format!("; in {sure} % van de trekkingen staat deze bovenaan"),
                Language::En => format!("; in {sure} % of the draws it comes first"),
            });
            match language {
                Language::Nl => format!("De meeste ruimte keer samenhang heeft {name}: {value}{sure}."),
                Language::En => format!("Most room times correlation has {name}: {value}{sure}."),
            }
        }
    };
    let unknown: Vec<Determinant> =
        found.iter().filter(|one| one.level.is_none()).map(|one| one.determinant).collect();
    let counted = many(&people, ["mens", "mensen"], ["person", "people"]);
    let mut caption = vec![
        pick(
            language,
            "Ruit: de schatting. Lijn: het interval van 95 %. Bij de samenhang is rechts van het midden gunstig voor het gedrag, ook bij belemmeringen.",
            "Diamond: the estimate. Line: the 95% interval. Right of the middle the correlation favours the behaviour, with barriers as well.",
        )
        .to_owned(),
        match language {
            Language::Nl => format!("{}. Determinanten overlappen, en samenhang is geen oorzaak: kies niet op dit beeld alleen.", counted.nl),
            Language::En => format!("{}. Determinants overlap, and a correlation is no cause: do not choose by this picture alone.", counted.en),
        },
    ];
    if !unknown.is_empty() {
        let names = crate::behaviour::assess::names(&unknown);
        let text = format!("{}: {}", pick(language, "onbekend", "unknown"), names.in_language(language));
        caption.push(sentence(&text));
    }
    Frame {
        description: format!("{title} {finding}"),
        title: title.to_owned(),
        findings: vec![finding],
        caption,
        left: 180,
        below: 36,
    }
}
