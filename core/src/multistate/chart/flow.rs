//! Who moves where: of every hundred people in a state, how many are in each after a time.

use super::{caption, hundred, name};
use crate::chart::{Chart, Frame, layers_of, pick, record, sentence, spec, told};
use crate::math::shown;
use crate::multistate::answer::{Certainty, Question, Span, answers, words};
use crate::multistate::{Model, Profile};
use crate::{Error, Language};
use serde_json::Value;

const LAYERS: &str = r#"[
    {
        "mark": {"type": "rect", "stroke": "@line", "strokeWidth": 1},
        "encoding": {
            "y": "@from", "x": "@to", "tooltip": "@tooltip",
            "fill": {
                "field": "way", "type": "nominal", "legend": null,
                "scale": {"domain": ["earlier", "same", "later"], "range": ["@strong-orange", "@muted", "@strong-blue"]}
            },
            "fillOpacity": {
                "field": "share", "type": "quantitative", "legend": null,
                "scale": {"domain": [0, 1], "range": [0.04, 0.75]}
            },
            "description": {"field": "says", "type": "nominal"}
        }
    },
    {
        "mark": {"type": "text", "aria": false, "fontSize": 12, "color": "@ink"},
        "encoding": {
            "y": "@plain-from", "x": "@plain-to", "text": {"field": "text", "type": "nominal"}, "tooltip": "@tooltip"
        }
    }
]"#;

const AXIS: &str = r#"{
    "field": "@field", "type": "ordinal", "title": "@title",
    "scale": {"domain": "@codes", "paddingInner": 0.04},
    "axis": {
        "orient": "@orient", "domain": false, "ticks": false, "aria": false, "labelExpr": "@labels", "labelAngle": 0,
        "labelLimit": 0, "labelPadding": "@padding", "labelLineHeight": 13, "titleAnchor": "start", "titlePadding": 10
    }
}"#;

/// Draws where people are after a span, of every hundred in each state at its begin. Blue is a state later in the list
/// of states, orange one earlier; the numbers say the same.
///
/// ```
/// # use meedoen::multistate::{Model, Profile, answer::Span, chart};
/// # use meedoen::{Chart, Error, Language};
/// # fn draw(model: &Model) -> Result<Chart, Error> {
/// let programme = Profile { covariates: vec![("programme".to_owned(), 1.0)] };
/// chart::flow(model, &programme, Span::to(2.0), Language::En)
/// # }
/// ```
///
/// # Errors
/// Covariates that are left out (`missing-field`), a span that runs backwards (`outside-range`).
pub fn flow(model: &Model, profile: &Profile, span: Span, language: Language) -> Result<Chart, Error> {
    let states = model.specification.space.states();
    let all = 0..states.len();
    let questions: Vec<Question> = all
        .clone()
        .flat_map(|from| all.clone().map(move |to| Question::Probability { from, to: vec![to], span }))
        .collect();
    let found = answers(model, &questions, profile, &Certainty::default())?;
    let mut stays = Vec::new();
    let rows: Vec<Value> = questions
        .iter()
        .zip(&found)
        .map(|(question, answer)| {
            let (from, to) = (question.from(), question.to().first().copied().unwrap_or_default());
            let share = answer.value.unwrap_or_default();
            if from == to {
                stays.push((share, from));
            }
            let way = match to.cmp(&from) {
                std::cmp::Ordering::Less => "earlier",
                std::cmp::Ordering::Equal => "same",
                std::cmp::Ordering::Greater => "later",
            };
            let text = whole(share, language);
            record([
                ("from", answer.from.clone().into()),
                ("to", answer.to.first().cloned().unwrap_or_default().into()),
                ("from_name", name(model, from, language).into()),
                ("to_name", name(model, to, language).into()),
                ("share", share.into()),
                ("way", way.into()),
                ("text", text.into()),
                ("exact", hundred(share, language).into()),
                ("says", answer.text.in_language(language).into()),
            ])
        })
        .collect();
    let height = u32::try_from(states.len()).unwrap_or(u32::MAX).saturating_mul(38);
    let frame = frame(model, &stays, span, language);
    Ok(frame.chart_of_height(rows, height, layers(model, language)))
}

/// A whole number of people, or that there are fewer than one.
fn whole(share: f64, language: Language) -> String {
    if share > 0.0 && share < 0.005 {
        return pick(language, "< 1", "< 1").to_owned();
    }
    shown((share * 100.0).round())
}

fn frame(model: &Model, stays: &[(f64, usize)], span: Span, language: Language) -> Frame {
    let time = words::duration(span.length(), model.specification.unit);
    let time = time.in_language(language);
    let title = match language {
        Language::Nl => format!("Van elke 100 mensen: waar zijn zij na {time}?"),
        Language::En => format!("Of every 100 people: where are they after {time}?"),
    };
    let most = stays.iter().max_by(|one, other| one.0.total_cmp(&other.0));
    let least = stays.iter().min_by(|one, other| one.0.total_cmp(&other.0));
    let say = |found: Option<&(f64, usize)>| {
        found.map_or_else(Default::default, |(share, state)| {
            (hundred(*share, language), name(model, *state, language))
        })
    };
    let ((most, most_name), (least, least_name)) = (say(most), say(least));
    let finding = match language {
        Language::Nl => format!(
            "Van wie in “{most_name}” begint, zijn er {most} van de 100 daar ook na {time}; bij “{least_name}” {least}."
        ),
        Language::En => format!(
            "Of those who begin in “{most_name}”, {most} of 100 are also there after {time}; in “{least_name}” {least}."
        ),
    };
    let how = pick(
        language,
        "Iedere rij is samen 100. Blauw: verder in de lijst van toestanden; oranje: eerder; grijs: dezelfde toestand.",
        "Every row adds up to 100. Blue: further in the list of states; orange: earlier; grey: the same state.",
    );
    let mut caption = caption(model, language);
    caption.insert(0, how.to_owned());
    Frame {
        description: format!("{title} {finding} {how}"),
        title,
        findings: vec![sentence(&finding)],
        caption,
        left: 150,
        below: 14,
    }
}

fn layers(model: &Model, language: Language) -> Vec<Value> {
    let states = model.specification.space.states();
    let codes: Value = states.iter().map(|state| Value::from(state.code.as_str())).collect();
    let labels = |width: usize| {
        let mut texts = serde_json::Map::new();
        for (place, state) in states.iter().enumerate() {
            let lines = crate::chart::two_lines(&name(model, place, language), width);
            texts.insert(state.code.clone(), lines.into());
        }
        format!("({})[datum.value]", crate::chart::literal(&Value::Object(texts)))
    };
    let axis = |field: &str, title: Option<&str>, orient: &str, width: usize| {
        let names = [
            ("@field", field.into()),
            ("@title", title.into()),
            // Two lines of text above the cells stand above them, not on them.
            ("@padding", if orient == "top" { 20.into() } else { 8.into() }),
            ("@codes", codes.clone()),
            ("@orient", orient.into()),
            ("@labels", labels(width).into()),
        ];
        spec(AXIS, names)
    };
    let plain = |field: &str| {
        spec(r#"{"field": "@field", "type": "ordinal", "axis": null}"#, [("@field", field.into())])
    };
    let tooltip = told(&[
        ("from_name", pick(language, "nu", "now")),
        ("to_name", pick(language, "dan", "later")),
        ("exact", pick(language, "van de 100", "of 100")),
    ]);
    let header = pick(
        language,
        "Rijen: waar mensen beginnen. Kolommen: waar zij dan zijn.",
        "Rows: where people begin. Columns: where they are then.",
    );
    let width = if states.len() > 5 { 12 } else { 16 };
    let names = [
        ("@from", axis("from", None, "left", 24)),
        ("@to", axis("to", Some(header), "top", width)),
        ("@plain-from", plain("from")),
        ("@plain-to", plain("to")),
        ("@tooltip", tooltip),
    ];
    layers_of(LAYERS, names)
}
