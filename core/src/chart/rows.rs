//! The rows of a chart: texts from top to bottom, each with a place for marks.

use super::{extend, literal, spec, two_lines};
use serde_json::{Map, Value};

const AXIS: &str = r#"{
    "title": null, "domain": false, "ticks": false, "aria": false,
    "labelExpr": "@texts", "labelLimit": 0, "labelLineHeight": 13, "labelPadding": 10,
    "labelOffset": {"condition": {"test": "@doubled", "value": -6}, "value": 0},
    "minExtent": "@room", "maxExtent": "@room",
    "labelFontWeight": {"condition": {"test": "@headings", "value": "bold"}, "value": "normal"},
    "labelFontSize": {"condition": {"test": "@parts", "value": 11}, "value": 12},
    "labelColor": {"condition": {"test": "@parts", "value": "@muted"}, "value": "@ink"}
}"#;

/// The rows of a chart from top to bottom.
#[derive(Clone, Debug)]
pub(crate) struct Rows {
    keys: Vec<String>,
    labels: Map<String, Value>,
    headings: Vec<String>,
    parts: Vec<String>,
    doubled: Vec<String>,
    room: u32,
    tooltip: Value,
}

impl Rows {
    /// No rows yet, with so many pixels for their texts; the lines of a tooltip as field and title.
    pub(crate) fn new(room: u32, tooltip: &[(&str, &str)]) -> Self {
        Self {
            keys: Vec::new(),
            labels: Map::new(),
            headings: Vec::new(),
            parts: Vec::new(),
            doubled: Vec::new(),
            room,
            tooltip: told(tooltip),
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
        self.labels.insert(key.to_owned(), label.into());
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
    pub(crate) fn marks(&self, filter: &str, mark: Value, encoding: Value) -> Value {
        let text =
            r#"{"y": "@middle", "tooltip": "@tooltip", "description": {"field": "says", "type": "nominal"}}"#;
        let mut all = spec(text, [("@middle", Self::middle()), ("@tooltip", self.tooltip.clone())]);
        extend(&mut all, encoding);
        let text = r#"{"transform": [{"filter": "@filter"}], "mark": "@mark", "encoding": "@encoding"}"#;
        spec(text, [("@filter", filter.into()), ("@mark", mark), ("@encoding", all)])
    }

    /// The top of the row of a mark.
    pub(crate) fn top() -> Value {
        spec(r#"{"field": "row", "type": "ordinal", "bandPosition": 0, "axis": null}"#, [])
    }

    /// The bottom of the row of a mark.
    pub(crate) fn bottom() -> Value {
        spec(r#"{"field": "row", "type": "ordinal", "bandPosition": 1, "axis": null}"#, [])
    }

    /// The middle of the row. The order and the texts of the rows are given in one layer: see [`Rows::name`].
    fn middle() -> Value {
        spec(r#"{"field": "row", "type": "ordinal", "axis": null}"#, [])
    }

    /// The layers with the order of the rows and their texts, which the first that stands in rows gets.
    pub(crate) fn name(&self, mut layers: Vec<Value>) -> Vec<Value> {
        let mut places = layers.iter_mut().filter_map(|layer| layer.pointer_mut("/encoding/y"));
        if let Some(place) = places.find(|place| place.get("field").is_some()) {
            let text = r#"{"scale": {"domain": "@keys", "paddingInner": 0.22, "paddingOuter": 0.1}, "axis": "@axis"}"#;
            let keys = Value::from(self.keys.clone());
            extend(place, spec(text, [("@keys", keys), ("@axis", self.axis())]));
        }
        layers
    }

    fn axis(&self) -> Value {
        let among = |keys: &[String]| format!("indexof({}, datum.value) >= 0", literal(&keys.into())).into();
        // The keys are codes, so that no two rows fall together; each is shown as its text.
        let texts = format!("({})[datum.value]", literal(&self.labels.clone().into()));
        let names = [
            ("@texts", texts.into()),
            // A renderer centres the first line only.
            ("@doubled", among(&self.doubled)),
            ("@room", self.room.into()),
            ("@headings", among(&self.headings)),
            ("@parts", among(&self.parts)),
        ];
        spec(AXIS, names)
    }
}

/// The lines of a tooltip, each a field with its title.
pub(crate) fn told(lines: &[(&str, &str)]) -> Value {
    let line = |&(field, title): &(&str, &str)| {
        let text = r#"{"field": "@field", "type": "nominal", "title": "@title"}"#;
        spec(text, [("@field", field.into()), ("@title", title.into())])
    };
    lines.iter().map(line).collect()
}
