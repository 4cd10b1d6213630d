//! The marks of a timeline.

use super::{NAMES, axis};
use crate::Language;
use crate::chart::{Colour, INK, Rows, literal, record, small, spec};
use chrono::NaiveDate;
use serde_json::Value;

/// As many stripes as a chart of ordinary length needs.
const STRIPES: u32 = 150;
const CLEAR: &str = "#ffffff00";
const HATCH: &str = "#9aa2ad66";
const CROSS: &str = "M-0.7,-0.7L0.7,0.7M0.7,-0.7L-0.7,0.7";

/// The signs at a moment: what for, the shape, its size, its fill and its outline.
const SIGNS: [(&str, &str, u32, &str, &str); 8] = {
    let (paper, orange) = (Colour::Paper.hex(), Colour::StrongOrange.hex());
    [
        ("co-evaluation", "diamond", 130, INK, INK),
        ("evaluation", "diamond", 130, paper, INK),
        ("listening", "triangle-down", 90, INK, INK),
        ("kept", "circle", 70, INK, INK),
        ("completed", "circle", 70, INK, INK),
        ("withdrawn", CROSS, 110, paper, INK),
        ("stopped", CROSS, 110, paper, INK),
        ("finding", "circle", 60, orange, orange),
    ]
};

const HEADING: &str = r#"{"type": "rule", "color": "@line", "aria": false, "yOffset": -2}"#;
const HEADING_PLACE: &str = r#"{
    "y": "@top", "x": {"value": "@left"}, "x2": {"value": {"expr": "width"}}, "tooltip": null
}"#;

const STAY: &str = r#"{"type": "bar", "height": 14, "color": "@strong-blue"}"#;
const INITIATIVE: &str = r#"{"type": "bar", "height": 12, "color": "@blue"}"#;
const STALLED: &str =
    r#"{"type": "bar", "height": 12, "color": "@paper", "stroke": "@muted", "strokeDash": [3, 2]}"#;
const PROMISE: &str = r#"{"type": "rule", "color": "@ink", "strokeWidth": 1.6}"#;
const EVIDENCE: &str = r#"{"type": "rule", "color": "@strong-orange", "strokeWidth": 1.0}"#;
const POSSIBLE: &str = r#"{"type": "rule", "color": "@muted", "strokeWidth": 1.0}"#;
const ENDED: &str = r#"{"type": "rule", "color": "@ink", "strokeWidth": 1.4}"#;
const NOTHING: &str = r#"{"fontStyle": "italic", "align": "left", "color": "@muted"}"#;

/// What goes on.
const ARROW: &str = r#"{
    "type": "point", "shape": "triangle-right", "filled": true, "opacity": 1, "size": 90, "color": "@ink",
    "aria": false, "xOffset": 4
}"#;

/// A text right of a moment, or left of it near the right edge.
const BESIDE_START: &str = r#"{
    "align": {"expr": "scale('x', datum.from) < 0.75 * width ? 'left' : 'right'"},
    "dx": {"expr": "scale('x', datum.from) < 0.75 * width ? 1 : -1"},
    "fontStyle": "italic"
}"#;
/// Above the thin line of when it can have been, which would run through it.
const BESIDE_END: &str = r#"{
    "align": {"expr": "scale('x', datum.at) < 0.75 * width ? 'left' : 'right'"},
    "dx": {"expr": "scale('x', datum.at) < 0.75 * width ? 4 : -4"},
    "dy": {"expr": "isValid(datum.first) ? -7 : 0"},
    "fontStyle": "normal"
}"#;

/// The time in which the process stood still, hatched over all rows but the first, in which it is named.
const STILL: &str = r#"{
    "type": "rect", "stroke": "@muted", "strokeDash": [4, 3],
    "fill": {"gradient": "linear", "x1": 0, "y1": 0, "x2": 0, "y2": 1, "stops": "@stops"}
}"#;
const STILL_PLACE: &str = r#"{
    "x": {"field": "from", "type": "temporal", "scale": {"type": "utc"}, "axis": null}, "x2": {"field": "to"},
    "y": "@bottom", "y2": {"value": {"expr": "height"}}
}"#;

const SESSION: &str = r#"{
    "type": "point", "shape": "circle", "opacity": 1, "fillOpacity": 0.8, "stroke": "@ink", "strokeWidth": 1.2,
    "fill": {"expr": "isValid(datum.size) ? '@blue' : '@paper'"},
    "strokeDash": {"expr": "datum.kind === 'session-unknown' ? [3, 2] : [1, 0]"},
    "size": {"expr": "isValid(datum.size) ? datum.size : 110"}
}"#;

pub(super) fn layers(
    rows: &Rows,
    since: Option<NaiveDate>,
    as_of: NaiveDate,
    language: Language,
) -> Vec<Value> {
    let marks = |kind: &str, mark: &str, place: Value| {
        rows.marks(&format!("datum.kind === '{kind}'"), spec(mark, []), place)
    };
    let named = |kind: &str, beside: &str, field: &str| {
        rows.marks(&format!("datum.kind === '{kind}'"), small(spec(beside, [])), text_at(at(field), "name"))
    };
    let moment = |field: &str| spec(r#"{"x": "@at"}"#, [("@at", at(field))]);
    let whole = r#"{"x": "@at", "y": {"value": 0}, "y2": {"value": {"expr": "height"}}}"#;
    let heading = [("@top", Rows::top()), ("@left", (-i64::from(NAMES)).into())];
    let label = small(spec(r#"{"fontSize": 9.5}"#, []));
    let nothing = text_at(spec(r#"{"value": 10}"#, []), "text");
    rows.name(vec![
        marks("heading", HEADING, spec(HEADING_PLACE, heading)),
        still(rows),
        named("suspended", BESIDE_START, "from"),
        marks("stay", STAY, span("from", "to")),
        marks("initiative", INITIATIVE, span("from", "to")),
        marks("stalled", STALLED, span("from", "to")),
        marks("promise", PROMISE, span("from", "to")),
        marks("evidence", EVIDENCE, span("from", "to")),
        rows.marks("isValid(datum.first)", spec(POSSIBLE, []), span("first", "last")),
        rows.marks("datum.goes_on === true && datum.kind !== 'suspended'", spec(ARROW, []), moment("to")),
        marks("ended", ENDED, spec(whole, [("@at", at("at"))])),
        named("ended", BESIDE_END, "at"),
        signs(rows, axis::scale(since, as_of), axis::axis(language)),
        rows.marks("datum.row === 'session' && datum.kind !== 'nothing'", spec(SESSION, []), moment("at")),
        rows.marks("isValid(datum.label)", label, text_at(at("at"), "label")),
        rows.marks("datum.kind === 'nothing'", small(spec(NOTHING, [])), nothing),
    ])
}

/// A moment on the scale of time, which is given once: a renderer would take the union of several.
fn at(field: &str) -> Value {
    let text = r#"{"field": "@field", "type": "temporal", "scale": {"type": "utc"}, "axis": null}"#;
    spec(text, [("@field", field.into())])
}

fn span(from: &str, to: &str) -> Value {
    spec(r#"{"x": "@from", "x2": {"field": "@to"}}"#, [("@from", at(from)), ("@to", to.into())])
}

fn text_at(x: Value, field: &str) -> Value {
    let text = r#"{"x": "@x", "text": {"field": "@field", "type": "nominal"}}"#;
    spec(text, [("@x", x), ("@field", field.into())])
}

fn still(rows: &Rows) -> Value {
    // Each stripe is a line below a space three times as high.
    let stripes = u32::try_from(3 * rows.len()).unwrap_or(STRIPES).min(STRIPES);
    let offset = |part: u32| f64::from(part) / f64::from(4 * stripes.max(1));
    let stop = |part: u32, color: &str| record([("offset", offset(part).into()), ("color", color.into())]);
    let stripe = |index: u32| {
        let (from, line, to) = (4 * index, 4 * index + 3, 4 * index + 4);
        [stop(from, CLEAR), stop(line, CLEAR), stop(line, HATCH), stop(to, HATCH)]
    };
    let stops = (0..stripes).flat_map(stripe).collect();
    let place = spec(STILL_PLACE, [("@bottom", Rows::bottom())]);
    rows.marks("datum.kind === 'suspended'", spec(STILL, [("@stops", stops)]), place)
}

fn signs(rows: &Rows, scale: Value, axis: Value) -> Value {
    let kinds = Value::from(SIGNS.map(|(kind, ..)| kind));
    let by_kind = |range: [&str; SIGNS.len()]| {
        let text = r#"{
            "field": "kind", "type": "nominal", "scale": {"domain": "@kinds", "range": "@range"}, "legend": null
        }"#;
        spec(text, [("@kinds", kinds.clone()), ("@range", range.into())])
    };
    let sizes = record(SIGNS.map(|(kind, _, size, ..)| (kind, size.into())));
    let size = format!("({})[datum.kind]", literal(&sizes));
    let mark = spec(
        r#"{"type": "point", "opacity": 1, "strokeWidth": 1.4, "size": {"expr": "@size"}}"#,
        [("@size", size.into())],
    );
    let place = r#"{
        "x": {"field": "at", "type": "temporal", "scale": "@scale", "axis": "@axis"},
        "shape": "@shape", "fill": "@fill", "stroke": "@stroke"
    }"#;
    let names = [
        ("@scale", scale),
        ("@axis", axis),
        ("@shape", by_kind(SIGNS.map(|(_, shape, ..)| shape))),
        ("@fill", by_kind(SIGNS.map(|(_, _, _, fill, _)| fill))),
        ("@stroke", by_kind(SIGNS.map(|(.., stroke)| stroke))),
    ];
    rows.marks(&format!("indexof({}, datum.kind) >= 0", literal(&kinds)), mark, spec(place, names))
}
