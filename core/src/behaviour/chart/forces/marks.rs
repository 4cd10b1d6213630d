//! The marks of a field of forces.

use super::super::standing_colours;
use super::{FORCES, NAMES};
use crate::behaviour::Role;
use crate::chart::{INK, LINE, MUTED, Rows, outline, pick, small, unknown_word};
use crate::{Language, Vocabulary};
use serde_json::{Value, json};

/// Half the white space between two rows, in pixels.
const HALF_GAP: f64 = 4.6;

const FORCE: &str = "datum.kind === 'force'";
const KNOWN: &str = "isValid(datum.force)";
const ARROW: &str = "isValid(datum.force) && datum.force !== 0";
const UNKNOWN: &str = "datum.standing === 'unknown'";
const DONE: &str = "datum.kind === 'intervention'";

pub(super) fn layers(rows: &Rows, language: Language) -> Vec<Value> {
    let mut layers = vec![separators(rows)];
    layers.extend(forces(rows, language));
    layers.extend(interventions(rows, language));
    rows.name(layers)
}

fn separators(rows: &Rows) -> Value {
    let line = json!({"type": "rule", "color": LINE, "aria": false, "yOffset": -HALF_GAP});
    let place = json!({
        "y": Rows::top(), "x": {"value": -i64::from(NAMES)}, "x2": {"value": {"expr": "width"}}, "tooltip": null,
    });
    rows.marks("datum.kind === 'force' || datum.kind === 'group'", &line, place)
}

fn forces(rows: &Rows, language: Language) -> Vec<Value> {
    let scale = json!({"domain": [-2.3, 2.3], "range": [0, FORCES], "nice": false, "zero": false});
    let sides =
        [pick(language, "← werkt tegen", "← works against"), pick(language, "steunt →", "supports →")];
    let axis = json!({
        "orient": "top", "values": [-1.15, 1.15], "title": null, "aria": false, "grid": false,
        "domain": false, "ticks": false, "labelFontSize": 11, "labelPadding": 8, "labelOverlap": false,
        "labelExpr": format!("{}[datum.value < 0 ? 0 : 1]", json!(sides)),
    });
    let zero = |axis: Value| json!({"datum": 0, "type": "quantitative", "scale": scale, "axis": axis});
    let force = json!({"field": "force", "type": "quantitative", "axis": null});
    let centre =
        json!({"type": "rule", "color": MUTED, "aria": false, "yOffset": -HALF_GAP, "y2Offset": HALF_GAP});
    // The head of the arrow covers the end of its shaft.
    let shaft = json!({"type": "bar", "height": 13, "xOffset": {"expr": "datum.force < 0 ? 6 : -6"}});
    let head = json!({
        "type": "point", "filled": true, "opacity": 1, "size": 460,
        "shape": {"expr": "datum.force < 0 ? 'triangle-left' : datum.force > 0 ? 'triangle-right' : 'diamond'"},
    });
    // The word stands on the side the arrow leaves free.
    let word = small(json!({
        "align": {"expr": "datum.force > 0 ? 'right' : 'left'"},
        "dx": {"expr": "datum.force > 0 ? -8 : datum.force < 0 ? 8 : 16"},
    }));
    let words = json!({"field": "in_words", "type": "nominal"});
    let across = json!({"x": {"value": 4}, "x2": {"value": FORCES - 4}});
    let middle = json!({"x": {"value": FORCES / 2}, "text": words});
    let from_centre = json!({"x": force, "x2": {"datum": 0}, "color": standing_colours()});
    vec![
        rows.marks(FORCE, &centre, json!({"y": Rows::top(), "y2": Rows::end(), "x": zero(axis)})),
        rows.marks(ARROW, &shaft, from_centre),
        rows.marks(KNOWN, &head, json!({"x": force, "color": standing_colours()})),
        rows.marks(KNOWN, &word, json!({"x": zero(Value::Null), "text": words})),
        rows.marks(UNKNOWN, &outline("rect"), across),
        rows.marks(UNKNOWN, &unknown_word(), middle),
    ]
}

fn interventions(rows: &Rows, language: Language) -> Vec<Value> {
    let (column, texts) = (FORCES + 22, json!({"value": FORCES + 34}));
    let roles: Vec<&str> = Role::ALL.iter().map(|role| role.code()).collect();
    let shape = json!({
        "field": "role", "type": "nominal", "legend": null,
        "scale": {"domain": roles, "range": ["circle", "square", "triangle-up"]},
    });
    let sign = json!({
        "type": "point", "opacity": 1, "size": 65, "stroke": INK, "strokeWidth": 1.4, "yOffset": -13,
        "fill": {"expr": format!("datum.extent === 'named' ? '{INK}' : '#ffffff'")},
    });
    let text = |field: &str| json!({"x": texts, "text": {"field": field, "type": "nominal"}});
    let who = small(json!({"align": "left", "fontWeight": 600, "dy": -13}));
    let what =
        small(json!({"align": "left", "lineBreak": "\n", "lineHeight": 12, "baseline": "top", "dy": -6}));
    let open = small(json!({"align": "left", "fontStyle": "italic", "color": MUTED}));
    let heading = json!({
        "data": {"values": [{}]},
        "mark": small(json!({
            "text": pick(language, "wie wat doet", "who does what"), "align": "left", "baseline": "bottom",
            "fontSize": 11, "x": column - 6, "y": -8,
        })),
    });
    vec![
        heading,
        rows.marks(DONE, &sign, json!({"x": {"value": column}, "shape": shape})),
        rows.marks(DONE, &who, text("who")),
        rows.marks(DONE, &what, text("what")),
        rows.marks("datum.kind === 'open'", &open, text("what")),
    ]
}
