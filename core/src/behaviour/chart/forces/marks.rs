//! The marks of a field of forces.

use super::super::standing_colours;
use super::{FORCES, NAMES};
use crate::behaviour::Role;
use crate::chart::{Rows, literal, outline, pick, small, spec, unknown_word};
use crate::{Language, Vocabulary};
use serde_json::Value;

const FORCE: &str = "datum.kind === 'force'";
const KNOWN: &str = "isValid(datum.force)";
const ARROW: &str = "isValid(datum.force) && datum.force !== 0";
const UNKNOWN: &str = "datum.standing === 'unknown'";
const DONE: &str = "datum.kind === 'intervention'";

// Half the white space between two rows is 4.6 pixels.
const SEPARATOR: &str = r#"{"type": "rule", "color": "@line", "aria": false, "yOffset": -4.6}"#;
const CENTRE: &str =
    r#"{"type": "rule", "color": "@muted", "aria": false, "yOffset": -4.6, "y2Offset": 4.6}"#;

const WHOLE: &str = r#"{
    "y": "@top", "x": {"value": "@left"}, "x2": {"value": {"expr": "width"}}, "tooltip": null
}"#;

const SIDES: &str = r#"{
    "orient": "top", "values": [-1.15, 1.15], "title": null, "aria": false, "grid": false,
    "domain": false, "ticks": false, "labelFontSize": 11, "labelPadding": 8, "labelOverlap": false,
    "labelExpr": "@sides"
}"#;

const ZERO: &str = r#"{
    "datum": 0, "type": "quantitative", "axis": "@axis",
    "scale": {"domain": [-2.3, 2.3], "range": [0, "@forces"], "nice": false, "zero": false}
}"#;

/// The head of the arrow covers the end of its shaft.
const SHAFT: &str = r#"{"type": "bar", "height": 13, "xOffset": {"expr": "datum.force < 0 ? 6 : -6"}}"#;
const HEAD: &str = r#"{
    "type": "point", "filled": true, "opacity": 1, "size": 460,
    "shape": {"expr": "datum.force < 0 ? 'triangle-left' : datum.force > 0 ? 'triangle-right' : 'diamond'"}
}"#;

const SHAFT_PLACE: &str = r#"{"x": "@force", "x2": {"datum": 0}, "color": "@colour"}"#;

/// The word stands on the side the arrow leaves free.
const WORD: &str = r#"{
    "align": {"expr": "datum.force > 0 ? 'right' : 'left'"},
    "dx": {"expr": "datum.force > 0 ? -8 : datum.force < 0 ? 8 : 16"}
}"#;

const SIGN: &str = r#"{
    "type": "point", "opacity": 1, "size": 65, "stroke": "@ink", "strokeWidth": 1.4, "yOffset": -13,
    "fill": {"expr": "datum.extent === 'named' ? '@ink' : '@paper'"}
}"#;

const SIGN_PLACE: &str = r#"{
    "x": {"value": "@column"},
    "shape": {
        "field": "role", "type": "nominal", "legend": null,
        "scale": {"domain": "@roles", "range": ["circle", "square", "triangle-up"]}
    }
}"#;

const WHO: &str = r#"{"align": "left", "fontWeight": 600, "dy": -13}"#;
const WHAT: &str = r#"{"align": "left", "lineBreak": "\n", "lineHeight": 12, "baseline": "top", "dy": -6}"#;
const OPEN: &str = r#"{"align": "left", "fontStyle": "italic", "color": "@muted"}"#;

const HEADING: &str = r#"{
    "text": "@who does what", "align": "left", "baseline": "bottom", "fontSize": 11, "x": "@left", "y": -8
}"#;

pub(super) fn layers(rows: &Rows, language: Language) -> Vec<Value> {
    let mut layers = vec![separators(rows)];
    layers.extend(forces(rows, language));
    layers.extend(interventions(rows, language));
    rows.name(layers)
}

fn separators(rows: &Rows) -> Value {
    let place = spec(WHOLE, [("@top", Rows::top()), ("@left", (-i64::from(NAMES)).into())]);
    rows.marks("datum.kind === 'force' || datum.kind === 'group'", spec(SEPARATOR, []), place)
}

fn forces(rows: &Rows, language: Language) -> [Value; 6] {
    let sides = Value::from([
        pick(language, "← werkt tegen", "← works against"),
        pick(language, "steunt →", "supports →"),
    ]);
    let sides = format!("{}[datum.value < 0 ? 0 : 1]", literal(&sides));
    let zero = |axis: Value| spec(ZERO, [("@axis", axis), ("@forces", FORCES.into())]);
    let force = || spec(r#"{"field": "force", "type": "quantitative", "axis": null}"#, []);
    let words = || spec(r#"{"field": "in_words", "type": "nominal"}"#, []);
    let text_at = |x: Value| spec(r#"{"x": "@x", "text": "@words"}"#, [("@x", x), ("@words", words())]);
    let value = |pixels: u32| spec(r#"{"value": "@pixels"}"#, [("@pixels", pixels.into())]);
    let centre = spec(
        r#"{"y": "@top", "y2": {"field": "row", "bandPosition": 1}, "x": "@zero"}"#,
        [("@top", Rows::top()), ("@zero", zero(spec(SIDES, [("@sides", sides.into())])))],
    );
    let shaft = spec(SHAFT_PLACE, [("@force", force()), ("@colour", standing_colours())]);
    let head = spec(
        r#"{"x": "@force", "color": "@colour"}"#,
        [("@force", force()), ("@colour", standing_colours())],
    );
    let across = spec(r#"{"x": {"value": 4}, "x2": "@end"}"#, [("@end", value(FORCES - 4))]);
    [
        rows.marks(FORCE, spec(CENTRE, []), centre),
        rows.marks(ARROW, spec(SHAFT, []), shaft),
        rows.marks(KNOWN, spec(HEAD, []), head),
        rows.marks(KNOWN, small(spec(WORD, [])), text_at(zero(Value::Null))),
        rows.marks(UNKNOWN, outline(), across),
        rows.marks(UNKNOWN, unknown_word(), text_at(value(FORCES / 2))),
    ]
}

fn interventions(rows: &Rows, language: Language) -> [Value; 5] {
    let column = FORCES + 22;
    let roles = Role::ALL.iter().map(|role| role.code()).collect();
    let text = |field: &str| {
        let text = r#"{"x": {"value": "@left"}, "text": {"field": "@field", "type": "nominal"}}"#;
        spec(text, [("@left", (column + 12).into()), ("@field", field.into())])
    };
    let title = pick(language, "wie wat doet", "who does what");
    let heading = small(spec(HEADING, [("@who does what", title.into()), ("@left", (column - 6).into())]));
    let place = spec(SIGN_PLACE, [("@column", column.into()), ("@roles", roles)]);
    [
        spec(r#"{"data": {"values": [{}]}, "mark": "@heading"}"#, [("@heading", heading)]),
        rows.marks(DONE, spec(SIGN, []), place),
        rows.marks(DONE, small(spec(WHO, [])), text("who")),
        rows.marks(DONE, small(spec(WHAT, [])), text("what")),
        rows.marks("datum.kind === 'open'", small(spec(OPEN, [])), text("what")),
    ]
}
