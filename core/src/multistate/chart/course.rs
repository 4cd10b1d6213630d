//! How the probability of each state changes over time, with how sure it is.

use super::{caption, hundred, name};
use crate::chart::{Chart, Frame, layers_of, pick, record, sentence, spec, told, two_lines};
use crate::multistate::answer::{Answer, Certainty, Question, Span, answers, words};
use crate::multistate::{Model, Profile};
use crate::{Error, Language};
use serde_json::Value;

const LAYERS: &str = r#"[
    {
        "mark": {"type": "area", "fill": "@blue", "aria": false},
        "encoding": {"x": "@time", "y": "@low", "y2": {"field": "high"}, "detail": {"field": "state", "type": "nominal"}}
    },
    {
        "mark": {"type": "line", "stroke": "@ink", "strokeWidth": 1.6, "aria": false},
        "encoding": {"x": "@time-plain", "y": "@value", "detail": {"field": "state", "type": "nominal"}}
    },
    {
        "mark": {"type": "rule", "stroke": "@line", "aria": false},
        "encoding": {"y": "@base"}
    },
    {
        "transform": [{"filter": "datum.is_last"}],
        "mark": {"type": "text", "align": "left", "dx": 6, "fontSize": 11, "color": "@ink"},
        "encoding": {
            "x": "@time-plain", "y": "@value", "text": {"field": "text", "type": "nominal"}, "tooltip": "@tooltip",
            "description": {"field": "says", "type": "nominal"}
        }
    },
    {
        "transform": [{"filter": "datum.is_last"}],
        "mark": {
            "type": "text", "align": "right", "dx": -8, "fontSize": 12, "lineHeight": 13, "color": "@ink",
            "aria": false, "baseline": "bottom"
        },
        "encoding": {"x": {"value": 0}, "y": "@base", "text": {"field": "name", "type": "nominal"}}
    },
    {
        "mark": {"type": "point", "opacity": 0, "size": 120, "aria": false},
        "encoding": {"x": "@time-plain", "y": "@value", "tooltip": "@tooltip"}
    }
]"#;

const TIME: &str = r#"{
    "field": "time", "type": "quantitative", "scale": {"domain": ["@begin", "@end"], "nice": false},
    "axis": {
        "title": "@title", "grid": true, "gridColor": "@line", "domain": false, "tickCount": 6, "aria": false,
        "labelExpr": "@numbers", "titleAnchor": "end"
    }
}"#;

/// How many times are drawn between the begin and the end.
const STEPS: u32 = 40;
/// How much of the height of a row the probability 1 takes.
const FULL: f64 = 0.86;

/// Draws the probability of each state over a span, for someone who begins in one state (by its place, counted from 0),
/// with the band in which each lies with 95% certainty.
///
/// # Errors
/// A state that does not exist (`undefined`), covariates that are left out (`missing-field`), a span that runs backwards
/// (`outside-range`).
pub fn course(
    model: &Model,
    from: usize,
    profile: &Profile,
    span: Span,
    language: Language,
) -> Result<Chart, Error> {
    let states = model.specification.space.states().len();
    let times: Vec<f64> =
        (0..=STEPS).map(|step| span.begin + span.length() * f64::from(step) / f64::from(STEPS)).collect();
    let questions: Vec<Question> = times
        .iter()
        .flat_map(|end| {
            let span = Span { begin: span.begin, end: *end };
            (0..states).map(move |to| Question::Probability { from, to: vec![to], span })
        })
        .collect();
    let found = answers(model, &questions, profile, &Certainty::default())?;
    let count = f64::from(u32::try_from(states).unwrap_or(u32::MAX));
    let mut rows = Vec::new();
    let mut base = count;
    for place in 0..states {
        base -= 1.0;
        for (step, answer) in (0_u32..).zip(found.iter().skip(place).step_by(states.max(1))) {
            rows.push(row(model, (place, base), answer, step == STEPS, language));
        }
    }
    let last: Vec<&Answer> = found.iter().skip(found.len().saturating_sub(states)).collect();
    let height = u32::try_from(states).unwrap_or(u32::MAX).saturating_mul(62);
    let frame = frame(model, (from, span), &last, language);
    Ok(frame.chart_of_height(rows, height, layers(model, span, count, language)))
}

fn row(
    model: &Model,
    (place, base): (usize, f64),
    answer: &Answer,
    is_last: bool,
    language: Language,
) -> Value {
    let share = answer.value.unwrap_or_default();
    let end = |end: Option<f64>| end.unwrap_or(share);
    let (low, high) =
        answer.interval.as_ref().map_or((share, share), |interval| (end(interval.low), end(interval.high)));
    let name = name(model, place, language);
    let between = format!("{} – {}", hundred(low, language), hundred(high, language));
    let text = match language {
        Language::Nl => format!("{} van de 100", hundred(share, language)),
        Language::En => format!("{} of 100", hundred(share, language)),
    };
    let begin = answer.begin.unwrap_or_default();
    let time = answer.end.unwrap_or_default();
    let after = words::duration(time - begin, answer.unit);
    record([
        ("state", answer.to.first().cloned().unwrap_or_default().into()),
        ("name", two_lines(&name, 22).into()),
        ("title", name.into()),
        ("time", time.into()),
        ("after", after.in_language(language).into()),
        ("base", base.into()),
        ("value", (base + FULL * share).into()),
        ("low", (base + FULL * low).into()),
        ("high", (base + FULL * high).into()),
        ("text", text.into()),
        ("between", between.into()),
        ("is_last", is_last.into()),
        ("says", answer.text.in_language(language).into()),
    ])
}

fn frame(model: &Model, (from, span): (usize, Span), last: &[&Answer], language: Language) -> Frame {
    let begin = name(model, from, language);
    let title = match language {
        Language::Nl => format!("Wie nu in “{begin}” is: waar later?"),
        Language::En => format!("Those now in “{begin}”: where later?"),
    };
    let time = words::duration(span.length(), model.specification.unit);
    let time = time.in_language(language);
    let most = last
        .iter()
        .enumerate()
        .max_by(|one, other| one.1.value.unwrap_or_default().total_cmp(&other.1.value.unwrap_or_default()));
    let finding = most.map_or_else(String::new, |(place, answer)| {
        let (share, state) =
            (hundred(answer.value.unwrap_or_default(), language), name(model, place, language));
        match language {
            Language::Nl => format!("Na {time} is de grootste groep in “{state}”: {share} van de 100."),
            Language::En => format!("After {time} the largest group is in “{state}”: {share} of 100."),
        }
    });
    let band = pick(
        language,
        "Iedere rij loopt van 0 tot 100 van de 100 mensen. De band is het interval van 95%.",
        "Every row runs from 0 to 100 of 100 people. The band is the 95% interval.",
    );
    let unknown = pick(
        language,
        "Er is geen band: hoe zeker dit is, is niet bekend.",
        "There is no band: how sure this is, is not known.",
    );
    let is_known = last.iter().any(|answer| answer.interval.is_some());
    let mut caption = caption(model, language);
    caption.insert(0, if is_known { band.to_owned() } else { unknown.to_owned() });
    Frame {
        description: format!("{title} {finding}"),
        title,
        findings: vec![sentence(&finding)],
        caption,
        left: 150,
        below: 42,
    }
}

fn layers(model: &Model, span: Span, count: f64, language: Language) -> Vec<Value> {
    let unit = crate::Vocabulary::label(model.specification.unit);
    let comma = pick(language, "replace(datum.label, '.', ',')", "datum.label");
    let room = span.length() * 0.16;
    let names = [
        ("@begin", span.begin.into()),
        ("@end", (span.end + room.max(f64::MIN_POSITIVE)).into()),
        ("@title", unit.in_language(language).into()),
        ("@numbers", comma.into()),
    ];
    let height = |field: &str| {
        let names = [("@field", field.into()), ("@count", count.into())];
        let text = r#"{
            "field": "@field", "type": "quantitative", "axis": null,
            "scale": {"domain": [0, "@count"], "nice": false, "zero": false}
        }"#;
        spec(text, names)
    };
    let tooltip = told(&[
        ("title", pick(language, "toestand", "state")),
        ("after", pick(language, "na", "after")),
        ("text", pick(language, "verwacht", "expected")),
        ("between", pick(language, "interval", "interval")),
    ]);
    let plain = r#"{"field": "time", "type": "quantitative", "axis": null}"#;
    let names = [
        ("@time", spec(TIME, names)),
        ("@time-plain", spec(plain, [])),
        ("@low", height("low")),
        ("@value", height("value")),
        ("@base", height("base")),
        ("@tooltip", tooltip),
    ];
    layers_of(LAYERS, names)
}
