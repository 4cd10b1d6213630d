//! The marks of a profile.

use super::super::standing_colours;
use super::bounds;
use crate::behaviour::{Standing, Thresholds};
use crate::chart::{Rows, lines, literal, outline, record, small, spec, unknown_word};
use crate::math::shown;
use crate::{Language, Vocabulary};
use serde_json::Value;

const UNKNOWN: &str = "datum.standing === 'unknown'";
const KNOWN: &str = "isValid(datum.from)";
const MEASURED: &str = "isValid(datum.at)";

const BACKGROUND: &str = r#"{
    "data": {"values": "@steps"},
    "mark": {"type": "rect", "opacity": 0.16, "aria": false},
    "encoding": {"x": "@from", "x2": {"field": "to"}, "color": "@colour"}
}"#;

const FROM: &str = r#"{
    "field": "from", "type": "quantitative", "scale": {"domain": [0, "@steps"], "nice": false}, "axis": "@axis"
}"#;

/// The names of the steps, above them.
const STEPS: &str = r#"{
    "orient": "top", "values": [0.5, 1.5, 2.5, 3.5, 4.5], "title": null, "aria": false,
    "grid": false, "domain": false, "ticks": false,
    "labelFontSize": 11, "labelLineHeight": 13, "labelPadding": 19, "labelOverlap": false,
    "labelExpr": "@names"
}"#;

/// A score: a point, smaller and open for a sub-determinant.
const POINT: &str = r#"{
    "type": "point", "filled": true, "opacity": 1, "stroke": "@ink", "strokeWidth": 1.3,
    "fill": {"expr": "datum.level === 'determinant' ? '@ink' : '@paper'"},
    "size": {"expr": "datum.level === 'determinant' ? 90 : 40"}
}"#;

/// Its number stands right of its point, or left where there is no room.
const BESIDE: &str = r#"{
    "align": {"expr": "datum.at > 4.5 ? 'right' : 'left'"}, "dx": {"expr": "datum.at > 4.5 ? -9 : 9"}
}"#;

const BOUNDS: &str = r#"{
    "x": {
        "field": "at", "type": "quantitative",
        "axis": {
            "orient": "bottom", "values": [0, 1, 2, 3, 4, 5], "title": "score", "aria": false,
            "grid": false, "domain": false, "labelOverlap": false, "labelExpr": "@bounds"
        }
    }
}"#;

const SCORE: &str = r#"{
    "x": {"field": "at", "type": "quantitative", "axis": null},
    "text": {"field": "score", "type": "quantitative", "format": ".0f"}
}"#;

pub(super) fn layers(rows: &Rows, thresholds: &Thresholds, measured: bool, language: Language) -> Vec<Value> {
    let from = |axis: Value| spec(FROM, [("@steps", Standing::ALL.len().into()), ("@axis", axis)]);
    let names = spec(STEPS, [("@names", names(language).into())]);
    let background = [("@steps", steps()), ("@from", from(names)), ("@colour", standing_colours())];
    let tile = spec(
        r#"{"x": "@from", "x2": {"field": "to"}, "color": "@colour"}"#,
        [("@from", from(Value::Null)), ("@colour", standing_colours())],
    );
    let across = spec(r#"{"x": {"value": 3}, "x2": {"value": {"expr": "width - 3"}}}"#, []);
    let middle =
        r#"{"x": {"value": {"expr": "width / 2"}}, "text": {"field": "in_words", "type": "nominal"}}"#;
    let mut layers = vec![
        spec(BACKGROUND, background),
        rows.marks(KNOWN, spec(r#"{"type": "rect", "cornerRadius": 3}"#, []), tile),
        rows.marks(UNKNOWN, outline(), across),
        rows.marks(UNKNOWN, unknown_word(), spec(middle, [])),
    ];
    if measured {
        let bounds = literal(&Value::from(bounds(thresholds).map(shown)));
        let bounds = format!("{bounds}[datum.value]");
        layers.extend([
            rows.marks(MEASURED, spec(POINT, []), spec(BOUNDS, [("@bounds", bounds.into())])),
            rows.marks(MEASURED, small(spec(BESIDE, [])), spec(SCORE, [])),
        ]);
    }
    rows.name(layers)
}

fn steps() -> Value {
    let step = |(from, one): (usize, &Standing)| {
        record([("standing", one.code().into()), ("from", from.into()), ("to", (from + 1).into())])
    };
    Standing::ALL.iter().enumerate().map(step).collect()
}

/// The names of the steps, on two lines of which the first may be empty.
fn names(language: Language) -> String {
    let name = |standing: &Standing| {
        let mut name = lines(standing.label().in_language(language), 12);
        if name.len() < 2 {
            name.insert(0, String::new());
        }
        name
    };
    let names: Value = Standing::ALL.iter().map(name).collect();
    format!("{}[floor(datum.value)]", literal(&names))
}
