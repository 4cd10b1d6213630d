//! The marks of a profile.

use super::super::standing_colours;
use super::bounds;
use crate::behaviour::{Standing, Thresholds};
use crate::chart::{INK, Rows, lines, outline, small, unknown_word};
use crate::math::shown;
use crate::{Language, Vocabulary};
use serde_json::{Value, json};

const UNKNOWN: &str = "datum.standing === 'unknown'";
const KNOWN: &str = "isValid(datum.from)";
const MEASURED: &str = "isValid(datum.at)";

pub(super) fn layers(rows: &Rows, thresholds: &Thresholds, measured: bool, language: Language) -> Vec<Value> {
    let from = |axis: Value| {
        let scale = json!({"domain": [0, Standing::ALL.len()], "nice": false});
        json!({"field": "from", "type": "quantitative", "scale": scale, "axis": axis})
    };
    let to = json!({"field": "to"});
    let background = json!({
        "data": {"values": steps()},
        "mark": {"type": "rect", "opacity": 0.16, "aria": false},
        "encoding": {"x": from(names(language)), "x2": to, "color": standing_colours()}
    });
    let tile = json!({"x": from(Value::Null), "x2": to, "color": standing_colours()});
    let across = json!({"x": {"value": 3}, "x2": {"value": {"expr": "width - 3"}}});
    let middle =
        json!({"x": {"value": {"expr": "width / 2"}}, "text": {"field": "in_words", "type": "nominal"}});
    let mut layers = vec![
        background,
        rows.marks(KNOWN, &json!({"type": "rect", "cornerRadius": 3}), tile),
        rows.marks(UNKNOWN, &outline("rect"), across),
        rows.marks(UNKNOWN, &unknown_word(), middle),
    ];
    if measured {
        layers.extend(scores(rows, thresholds));
    }
    rows.name(layers)
}

fn steps() -> Vec<Value> {
    let step =
        |(from, one): (usize, &Standing)| json!({"standing": one.code(), "from": from, "to": from + 1});
    Standing::ALL.iter().enumerate().map(step).collect()
}

/// The names of the steps, above them, on two lines of which the first may be empty.
fn names(language: Language) -> Value {
    let name = |standing: &Standing| {
        let mut name = lines(standing.label().in_language(language), 12);
        if name.len() < 2 {
            name.insert(0, String::new());
        }
        name
    };
    let names: Vec<Vec<String>> = Standing::ALL.iter().map(name).collect();
    json!({
        "orient": "top", "values": [0.5, 1.5, 2.5, 3.5, 4.5], "title": null, "aria": false,
        "grid": false, "domain": false, "ticks": false,
        "labelFontSize": 11, "labelLineHeight": 13, "labelPadding": 19, "labelOverlap": false,
        "labelExpr": format!("{}[floor(datum.value)]", json!(names)),
    })
}

/// The scores: a point for each, a smaller and open one for a sub-determinant, with its number.
fn scores(rows: &Rows, thresholds: &Thresholds) -> [Value; 2] {
    let bounds = bounds(thresholds).map(shown);
    let axis = json!({
        "orient": "bottom", "values": [0, 1, 2, 3, 4, 5], "title": "score", "aria": false,
        "grid": false, "domain": false, "labelOverlap": false,
        "labelExpr": format!("{}[datum.value]", json!(bounds)),
    });
    let at = |axis: Value| json!({"field": "at", "type": "quantitative", "axis": axis});
    let whole = "datum.level === 'determinant'";
    let point = json!({
        "type": "point", "filled": true, "opacity": 1, "stroke": INK, "strokeWidth": 1.3,
        "fill": {"expr": format!("{whole} ? '{INK}' : '#ffffff'")},
        "size": {"expr": format!("{whole} ? 90 : 40")},
    });
    // A number stands right of its point, or left where there is no room.
    let number = small(json!({
        "align": {"expr": "datum.at > 4.5 ? 'right' : 'left'"}, "dx": {"expr": "datum.at > 4.5 ? -9 : 9"},
    }));
    let score = json!({"field": "score", "type": "quantitative", "format": ".0f"});
    [
        rows.marks(MEASURED, &point, json!({"x": at(axis)})),
        rows.marks(MEASURED, &number, json!({"x": at(Value::Null), "text": score})),
    ]
}
