//! Ratios of intensities beside each other, each with its interval: a forest plot.

use super::{caption, name};
use crate::chart::{Chart, Frame, Rows, layers_of, pick, record, sentence, spec};
use crate::multistate::Model;
use crate::multistate::comparison::Ratio;
use crate::{Label, Language, number};
use serde_json::Value;

const REFERENCE: &str = r#"[
    {
        "data": {"values": [{}]}, "mark": {"type": "rule", "stroke": "@muted", "strokeDash": [3, 3], "aria": false},
        "encoding": {"x": {"datum": 1, "type": "quantitative", "scale": "@scale", "axis": "@axis"}}
    }
]"#;

const AXIS: &str = r#"{
    "title": "@title", "orient": "bottom", "grid": true, "gridColor": "@line", "domain": false, "aria": false,
    "values": "@ticks", "labelExpr": "@numbers"
}"#;

/// Where numbers may stand along the axis. The scale is clamped, so that one beyond its ends would be drawn at an end.
const TICKS: [f64; 15] = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 1.5, 2.0, 3.0, 5.0, 10.0, 20.0, 50.0, 100.0];

/// Draws how many times as fast each move is on the first side as on the second, on a scale on which twice and half as
/// fast lie as far from 1. A ratio that is not known is left out of the drawing and named below it; so are moves that the
/// model makes alike on both sides, which are counted.
pub fn ratios(model: &Model, names: (&Label, &Label), found: &[Ratio], language: Language) -> Chart {
    let tooltip = [
        ("title", pick(language, "stap", "move")),
        ("text", pick(language, "keer zo snel", "times as fast")),
        ("between", pick(language, "interval van 95%", "95% interval")),
    ];
    let alike = |ratio: &&Ratio| ratio.ratio.value == Some(1.0) && ratio.ratio.standard_error == Some(0.0);
    let same = found.iter().filter(alike).count();
    let found: Vec<Ratio> = found.iter().filter(|ratio| !alike(ratio)).cloned().collect();
    let mut rows = Rows::new(190, &tooltip);
    let (mut table, mut unknown) = (Vec::new(), Vec::new());
    for (number, ratio) in found.iter().enumerate() {
        let title = title(model, ratio, language);
        let Some(value) = ratio.ratio.value.filter(|value| value.is_finite() && *value > 0.0) else {
            unknown.push(title);
            continue;
        };
        let key = format!("r{number}");
        rows.add(&key, &title);
        table.push(row(&key, &title, value, ratio, language));
    }
    let frame = frame(model, names, &found, (&unknown, same), language);
    let layers = layers(&rows, &found, language);
    frame.chart(table, 34, layers)
}

fn title(model: &Model, ratio: &Ratio, language: Language) -> String {
    let states = model.specification.space.states();
    let named = |code: &str| {
        let place = states.iter().position(|state| state.code == code);
        place.map_or_else(|| code.to_owned(), |place| name(model, place, language))
    };
    format!("{} → {}", named(&ratio.from), named(&ratio.to))
}

/// The ends of an interval that can be drawn.
fn ends(ratio: &Ratio) -> Option<(f64, f64)> {
    let interval = ratio.ratio.interval.as_ref()?;
    let (low, high) = interval.low.zip(interval.high)?;
    (low > 0.0 && high.is_finite()).then_some((low, high))
}

fn row(key: &str, title: &str, value: f64, ratio: &Ratio, language: Language) -> Value {
    let number = |value: f64| number::number(value).in_language(language).to_owned();
    let between = match ends(ratio) {
        Some((low, high)) => format!("{} – {}", number(low), number(high)),
        None => pick(language, "niet bekend", "not known").to_owned(),
    };
    let side = match ends(ratio) {
        Some((low, _)) if low > 1.0 => "faster",
        Some((_, high)) if high < 1.0 => "slower",
        _ => "either",
    };
    let mut row = record([
        ("row", key.into()),
        ("title", title.into()),
        ("value", value.into()),
        ("text", number(value).into()),
        ("between", between.clone().into()),
        ("label", format!("{} ({between})", number(value)).into()),
        ("side", side.into()),
        ("says", ratio.text.in_language(language).into()),
    ]);
    if let Some((low, high)) = ends(ratio) {
        crate::chart::extend(&mut row, record([("low", low.into()), ("high", high.into())]));
    }
    row
}

/// So many moves.
fn moves(count: usize, language: Language) -> String {
    let (one, more) = (pick(language, "stap", "move"), pick(language, "stappen", "moves"));
    format!("{count} {}", if count == 1 { one } else { more })
}

fn frame(
    model: &Model,
    (first, second): (&Label, &Label),
    found: &[Ratio],
    (unknown, same): (&[String], usize),
    language: Language,
) -> Frame {
    let (first, second) = (first.in_language(language), second.in_language(language));
    let title = match language {
        Language::Nl => format!("Hoeveel keer zo snel: {first} tegenover {second}"),
        Language::En => format!("How many times as fast: {first} against {second}"),
    };
    let count =
        |side: &dyn Fn((f64, f64)) -> bool| found.iter().filter_map(ends).filter(|ends| side(*ends)).count();
    let (faster, slower) = (count(&|(low, _)| low > 1.0), count(&|(_, high)| high < 1.0));
    let open = found.len() - faster - slower;
    let finding = match language {
        Language::Nl => format!(
            "Aantoonbaar sneller: {faster} van {all}. Aantoonbaar trager: {slower}. Niet te zeggen: {open}.",
            all = moves(found.len(), language)
        ),
        Language::En => format!(
            "Demonstrably faster: {faster} of {all}. Demonstrably slower: {slower}. Cannot be said: {open}.",
            all = moves(found.len(), language)
        ),
    };
    let how = pick(
        language,
        "Punt: de schatting. Lijn: het interval van 95%. Rechts van 1 is sneller. Blauw en oranje: het hele interval ligt aan één kant.",
        "Point: the estimate. Line: the 95% interval. Right of 1 is faster. Blue and orange: the whole interval lies on one side.",
    );
    let mut caption = caption(model, language);
    caption.insert(0, how.to_owned());
    if same > 0 {
        caption.insert(
            1,
            match language {
                Language::Nl => {
                    format!("Bij nog {} laat het model geen verschil toe.", moves(same, language))
                }
                Language::En => {
                    format!("For {} not drawn here the model allows no difference.", moves(same, language))
                }
            },
        );
    }
    if !unknown.is_empty() {
        let missing = pick(language, "Niet bekend:", "Not known:");
        caption.insert(1, sentence(&format!("{missing} {}", unknown.join("; "))));
    }
    Frame {
        description: format!("{title}. {finding}"),
        title,
        findings: vec![finding],
        caption,
        left: 200,
        below: 42,
    }
}

fn layers(rows: &Rows, found: &[Ratio], language: Language) -> Vec<Value> {
    // What is drawn lies within the scale, with some room; 1 is always there.
    let values =
        found.iter().filter_map(|ratio| ratio.ratio.value).filter(|value| value.is_finite() && *value > 0.0);
    let ends = found.iter().filter_map(ends).flat_map(|(low, high)| [low, high]);
    let all: Vec<f64> = values.chain(ends).chain([1.0]).collect();
    // Intervals without end would press all others together.
    let low = all.iter().copied().fold(1.0, f64::min).max(1e-3) / 1.15;
    let high = all.iter().copied().fold(1.0, f64::max).min(1e3) * 1.15;
    let scale = r#"{"type": "log", "domain": ["@low", "@high"], "nice": false, "clamp": true}"#;
    let scale = spec(scale, [("@low", low.into()), ("@high", high.into())]);
    let numbers = pick(language, "replace(datum.label, '.', ',')", "datum.label");
    let title = pick(language, "keer zo snel", "times as fast");
    let ticks: Vec<f64> = TICKS.into_iter().filter(|tick| (low..=high).contains(tick)).collect();
    let axis = spec(AXIS, [("@title", title.into()), ("@numbers", numbers.into()), ("@ticks", ticks.into())]);
    let mut layers = layers_of(REFERENCE, [("@scale", scale), ("@axis", axis)]);
    let x = |field: &str| {
        let text = r#"{"field": "@field", "type": "quantitative", "axis": null}"#;
        spec(text, [("@field", field.into())])
    };
    let colour = spec(
        r#"{
            "field": "side", "type": "nominal", "legend": null,
            "scale": {"domain": ["slower", "either", "faster"], "range": ["@strong-orange", "@muted", "@strong-blue"]}
        }"#,
        [],
    );
    let rule = spec(r#"{"type": "rule", "strokeWidth": 2.5, "aria": false}"#, []);
    let range = spec(
        r#"{"x": "@low", "x2": {"field": "high"}, "stroke": "@colour"}"#,
        [("@low", x("low")), ("@colour", colour.clone())],
    );
    let point = spec(r#"{"type": "point", "filled": true, "size": 70, "opacity": 1}"#, []);
    let at = spec(r#"{"x": "@value", "fill": "@colour"}"#, [("@value", x("value")), ("@colour", colour)]);
    let text = spec(r#"{"type": "text", "fontSize": 10.5, "dy": -10, "aria": false}"#, []);
    // Below the number, so that no line crosses it.
    let ground = r#"{
        "type": "text", "fontSize": 10.5, "dy": -10, "stroke": "@paper", "strokeWidth": 4, "strokeJoin": "round",
        "aria": false
    }"#;
    let label =
        spec(r#"{"x": "@value", "text": {"field": "label", "type": "nominal"}}"#, [("@value", x("value"))]);
    let marks = vec![
        rows.marks("isValid(datum.low)", rule, range),
        rows.marks("true", point, at),
        rows.marks("true", spec(ground, []), label.clone()),
        rows.marks("true", text, label),
    ];
    layers.extend(rows.name(marks));
    layers
}
