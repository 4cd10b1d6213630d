//! The marks of a timeline.

use super::{NAMES, axis};
use crate::Language;
use crate::chart::{Colour, INK, LINE, MUTED, PAPER, Rows, small};
use chrono::NaiveDate;
use serde_json::{Map, Value, json};

const CLEAR: &str = "#ffffff00";
const HATCH: &str = "#9aa2ad66";
/// As many stripes as a chart of ordinary length needs.
const STRIPES: u32 = 150;
const CROSS: &str = "M-0.7,-0.7L0.7,0.7M0.7,-0.7L-0.7,0.7";

/// The signs at a moment: what for, the shape, its size and its fill.
const SIGNS: [(&str, &str, u32, &str); 8] = [
    ("co-evaluation", "diamond", 130, INK),
    ("evaluation", "diamond", 130, PAPER),
    ("listening", "triangle-down", 90, INK),
    ("kept", "circle", 70, INK),
    ("completed", "circle", 70, INK),
    ("withdrawn", CROSS, 110, PAPER),
    ("stopped", CROSS, 110, PAPER),
    ("finding", "circle", 60, Colour::StrongOrange.hex()),
];

pub(super) fn layers(
    rows: &Rows,
    since: Option<NaiveDate>,
    as_of: NaiveDate,
    language: Language,
) -> Vec<Value> {
    // The scale is given once: a renderer would take the union of several.
    let (scale, axis) = (axis::scale(since, as_of), axis::axis(language));
    let time = json!({"field": "at", "type": "temporal", "scale": scale, "axis": axis});
    let utc = json!({"type": "utc"});
    let at = |field: &str| json!({"field": field, "type": "temporal", "scale": utc, "axis": null});
    let span = |from: &str, to: &str| json!({"x": at(from), "x2": {"field": to}});
    let of = |kind: &str| format!("datum.kind === '{kind}'");
    let bar = |height: u32, colour: Colour| json!({"type": "bar", "height": height, "color": colour.hex()});
    let rule = |colour: &str, width: f64| json!({"type": "rule", "color": colour, "strokeWidth": width});
    let text = |field: &str| json!({"field": field, "type": "nominal"});
    let stalled = json!({"type": "bar", "height": 12, "color": PAPER, "stroke": MUTED, "strokeDash": [3, 2]});
    let arrow = json!({
        "type": "point", "shape": "triangle-right", "filled": true, "opacity": 1, "size": 90, "color": INK,
        "aria": false, "xOffset": 4,
    });
    let heading = json!({
        "y": Rows::top(), "x": {"value": -i64::from(NAMES)}, "x2": {"value": {"expr": "width"}}, "tooltip": null,
    });
    let named = json!({"x": at("from"), "text": text("name")});
    let whole = json!({"x": at("at"), "y": {"value": 0}, "y2": {"value": {"expr": "height"}}});
    let nothing = small(json!({"fontStyle": "italic", "align": "left", "color": MUTED}));
    rows.name(vec![
        rows.marks(
            &of("heading"),
            &json!({"type": "rule", "color": LINE, "aria": false, "yOffset": -2}),
            heading,
        ),
        still(rows, &at("from")),
        rows.marks(&of("suspended"), &beside("from", 1, "italic"), named),
        rows.marks(&of("stay"), &bar(14, Colour::StrongBlue), span("from", "to")),
        rows.marks(&of("initiative"), &bar(12, Colour::Blue), span("from", "to")),
        rows.marks(&of("stalled"), &stalled, span("from", "to")),
        rows.marks(&of("promise"), &rule(INK, 1.6), span("from", "to")),
        rows.marks(&of("evidence"), &rule(Colour::StrongOrange.hex(), 1.0), span("from", "to")),
        rows.marks("isValid(datum.first)", &rule(MUTED, 1.0), span("first", "last")),
        rows.marks("datum.goes_on === true && datum.kind !== 'suspended'", &arrow, json!({"x": at("to")})),
        rows.marks(&of("ended"), &rule(INK, 1.4), whole),
        rows.marks(&of("ended"), &beside("at", 4, "normal"), json!({"x": at("at"), "text": text("name")})),
        signs(rows, &time),
        sessions(rows, &at("at")),
        rows.marks(
            "isValid(datum.label)",
            &small(json!({"fontSize": 9.5})),
            json!({"x": at("at"), "text": text("label")}),
        ),
        rows.marks(&of("nothing"), &nothing, json!({"x": {"value": 10}, "text": text("text")})),
    ])
}

/// The time in which the process stood still, hatched over all rows but the first, in which it is named.
fn still(rows: &Rows, x: &Value) -> Value {
    // Each stripe is a line below a space three times as high.
    let stripes = u32::try_from(3 * rows.len()).unwrap_or(STRIPES).min(STRIPES);
    let offset = |part: u32| f64::from(part) / f64::from(4 * stripes.max(1));
    let stop = |part: u32, color: &str| json!({"offset": offset(part), "color": color});
    let stripe = |index: u32| {
        let (from, line, to) = (4 * index, 4 * index + 3, 4 * index + 4);
        [stop(from, CLEAR), stop(line, CLEAR), stop(line, HATCH), stop(to, HATCH)]
    };
    let stops: Vec<Value> = (0..stripes).flat_map(stripe).collect();
    let mark = json!({
        "type": "rect", "stroke": MUTED, "strokeDash": [4, 3],
        "fill": {"gradient": "linear", "x1": 0, "y1": 0, "x2": 0, "y2": 1, "stops": stops},
    });
    let place =
        json!({"x": x, "x2": {"field": "to"}, "y": Rows::bottom(), "y2": {"value": {"expr": "height"}}});
    rows.marks("datum.kind === 'suspended'", &mark, place)
}

/// A text right of a moment, or left of it near the right edge.
fn beside(field: &str, distance: i32, style: &str) -> Value {
    let right = format!("scale('x', datum.{field}) < 0.75 * width");
    small(json!({
        "align": {"expr": format!("{right} ? 'left' : 'right'")},
        "dx": {"expr": format!("{right} ? {distance} : -{distance}")},
        "fontStyle": style,
    }))
}

fn signs(rows: &Rows, x: &Value) -> Value {
    let kinds = SIGNS.map(|(kind, ..)| kind);
    let by_kind = |range: Value| {
        let scale = json!({"domain": kinds, "range": range});
        json!({"field": "kind", "type": "nominal", "scale": scale, "legend": null})
    };
    let sizes: Map<String, Value> =
        SIGNS.iter().map(|&(kind, _, size, _)| (kind.to_owned(), size.into())).collect();
    let size = json!({"expr": format!("({})[datum.kind]", json!(sizes))});
    let mark = json!({"type": "point", "opacity": 1, "strokeWidth": 1.4, "size": size});
    let outline = SIGNS.map(|(kind, ..)| if kind == "finding" { Colour::StrongOrange.hex() } else { INK });
    rows.marks(
        &format!("indexof({}, datum.kind) >= 0", json!(kinds)),
        &mark,
        json!({
            "x": x, "shape": by_kind(json!(SIGNS.map(|(_, shape, ..)| shape))),
            "fill": by_kind(json!(SIGNS.map(|(.., fill)| fill))), "stroke": by_kind(json!(outline)),
        }),
    )
}

fn sessions(rows: &Rows, x: &Value) -> Value {
    let counted = "isValid(datum.size)";
    let mark = json!({
        "type": "point", "shape": "circle", "opacity": 1, "fillOpacity": 0.8, "stroke": INK, "strokeWidth": 1.2,
        "fill": {"expr": format!("{counted} ? '{}' : '{PAPER}'", Colour::Blue.hex())},
        "strokeDash": {"expr": "datum.kind === 'session-unknown' ? [3, 2] : [1, 0]"},
        "size": {"expr": format!("{counted} ? datum.size : 110")},
    });
    rows.marks("datum.row === 'session' && datum.kind !== 'nothing'", &mark, json!({"x": x}))
}
