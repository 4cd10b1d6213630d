//! The rows of a chart: texts from top to bottom, each with a place for marks.

use super::{INK, MUTED, extend, two_lines};
use serde_json::{Map, Value, json};

/// The rows of a chart from top to bottom.
#[derive(Clone, Debug)]
pub(crate) struct Rows {
    keys: Vec<String>,
    labels: Map<String, Value>,
    headings: Vec<String>,
    parts: Vec<String>,
    doubled: Vec<String>,
    room: u32,
    tooltip: Vec<Value>,
}

impl Rows {
    /// No rows yet, with so many pixels for their texts; the lines of a tooltip as field and title.
    pub(crate) fn new(room: u32, tooltip: &[(&str, &str)]) -> Self {
        let line =
            |&(field, title): &(&str, &str)| json!({"field": field, "type": "nominal", "title": title});
        Self {
            keys: Vec::new(),
            labels: Map::new(),
            headings: Vec::new(),
            parts: Vec::new(),
            doubled: Vec::new(),
            room,
            tooltip: tooltip.iter().map(line).collect(),
        }
    }

    /// How many rows there are.
    pub(crate) fn len(&self) -> usize {
        self.keys.len()
    }

    /// Adds a row with its text, which may take two lines.
    pub(crate) fn add(&mut self, key: &str, label: &str) {
        self.insert(key, &two_lines(label, 28));
    }

    fn insert(&mut self, key: &str, label: &[String]) {
        self.keys.push(key.to_owned());
        if label.len() > 1 {
            self.doubled.push(key.to_owned());
        }
        self.labels.insert(key.to_owned(), json!(label));
    }

    /// Adds a row that is a heading over those that follow.
    pub(crate) fn heading(&mut self, key: &str, label: &str) {
        self.headings.push(key.to_owned());
        self.insert(key, &[label.to_owned()]);
    }

    /// Adds a row that is a part of the one before, its text on at most two lines.
    pub(crate) fn part(&mut self, key: &str, label: &str) {
        self.parts.push(key.to_owned());
        self.insert(key, &two_lines(label, 31));
    }

    /// Marks for the rows of the table that pass the filter, each in the row its field `row` names, with its
    /// field `says` for who does not see it.
    pub(crate) fn marks(&self, filter: &str, mark: &Value, encoding: Value) -> Value {
        let says = json!({"field": "says", "type": "nominal"});
        let mut all = json!({"y": Self::middle(), "tooltip": self.tooltip, "description": says});
        extend(&mut all, encoding);
        json!({"transform": [{"filter": filter}], "mark": mark, "encoding": all})
    }

    /// The top of the row of a mark.
    pub(crate) fn top() -> Value {
        json!({"field": "row", "type": "ordinal", "bandPosition": 0, "axis": null})
    }

    /// The bottom of the row of a mark.
    pub(crate) fn bottom() -> Value {
        json!({"field": "row", "type": "ordinal", "bandPosition": 1, "axis": null})
    }

    /// The bottom of the row of a mark that began above it.
    pub(crate) fn end() -> Value {
        json!({"field": "row", "bandPosition": 1})
    }

    /// The middle of the row. The order and the texts of the rows are given in one layer: see [`Rows::name`].
    fn middle() -> Value {
        json!({"field": "row", "type": "ordinal", "axis": null})
    }

    /// The layers with the order of the rows and their texts, which the first that stands in rows gets.
    pub(crate) fn name(&self, mut layers: Vec<Value>) -> Vec<Value> {
        let mut places = layers.iter_mut().filter_map(|layer| layer.pointer_mut("/encoding/y"));
        if let Some(place) = places.find(|place| place.get("field").is_some()) {
            let scale = json!({"domain": self.keys, "paddingInner": 0.22, "paddingOuter": 0.1});
            extend(place, json!({"scale": scale, "axis": self.axis()}));
        }
        layers
    }

    fn axis(&self) -> Value {
        let among = |keys: &[String]| format!("indexof({}, datum.value) >= 0", json!(keys));
        let either = |keys: &[String], value: Value, other: Value| {
            let condition = json!({"test": among(keys), "value": value});
            json!({"condition": condition, "value": other})
        };
        json!({
            "title": null, "domain": false, "ticks": false, "aria": false,
            // The keys are codes, so that no two rows fall together; each is shown as its text.
            "labelExpr": format!("({})[datum.value]", json!(self.labels)),
            "labelLimit": 0, "labelLineHeight": 13, "labelPadding": 10,
            // A renderer centres the first line only.
            "labelOffset": either(&self.doubled, json!(-6), json!(0)),
            "minExtent": self.room, "maxExtent": self.room,
            "labelFontWeight": either(&self.headings, json!("bold"), json!("normal")),
            "labelFontSize": either(&self.parts, json!(11), json!(12)),
            "labelColor": either(&self.parts, json!(MUTED), json!(INK)),
        })
    }
}
