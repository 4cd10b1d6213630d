//! The rows of a chart: texts from top to bottom, each with a place for marks.

use super::{INK, MUTED, lines};
use serde_json::{Map, Value, json};

/// The rows of a chart from top to bottom.
#[derive(Clone, Debug)]
pub(crate) struct Rows {
    keys: Vec<String>,
    labels: Map<String, Value>,
    headings: Vec<String>,
    parts: Vec<String>,
    room: u32,
    tooltip: Vec<Value>,
}

impl Rows {
    /// No rows yet, with so many pixels for their texts; the lines of a tooltip as field and title.
    pub(crate) fn new(room: u32, tooltip: &[(&str, &str)]) -> Self {
        let line = |&(field, title): &(&str, &str)| json!({"field": field, "type": "nominal", "title": title});
        Self {
            keys: Vec::new(),
            labels: Map::new(),
            headings: Vec::new(),
            parts: Vec::new(),
            room,
            tooltip: tooltip.iter().map(line).collect(),
        }
    }

    /// Adds a row with its text.
    pub(crate) fn add(&mut self, key: &str, label: &str) {
        self.keys.push(key.to_owned());
        self.labels.insert(key.to_owned(), json!(lines(label, 28)));
    }

    /// Adds a row that is a heading over those that follow.
    pub(crate) fn heading(&mut self, key: &str, label: &str) {
        self.headings.push(key.to_owned());
        self.add(key, label);
    }

    /// Adds a row that is a part of the one before.
    pub(crate) fn part(&mut self, key: &str, label: &str) {
        self.parts.push(key.to_owned());
        self.add(key, label);
    }

    /// Marks for the rows of the table that pass the filter, each in the row its field `row` names, with its
    /// field `says` for who does not see it.
    pub(crate) fn marks(&self, filter: &str, mark: &Value, encoding: Value) -> Value {
        let mut all = Map::new();
        all.insert("y".to_owned(), self.place());
        all.insert("tooltip".to_owned(), json!(self.tooltip));
        all.insert("description".to_owned(), json!({"field": "says", "type": "nominal"}));
        if let Value::Object(own) = encoding {
            all.extend(own);
        }
        json!({"transform": [{"filter": filter}], "mark": mark, "encoding": all})
    }

    /// The top (0) or the bottom (1) of the row of a mark.
    pub(crate) fn place_at(&self, part: u8) -> Value {
        let mut place = self.place();
        place["bandPosition"] = part.into();
        place
    }

    fn place(&self) -> Value {
        let among = |keys: &[String]| format!("indexof({}, datum.value) >= 0", json!(keys));
        let (heading, part) = (among(&self.headings), among(&self.parts));
        let either = |test: &str, value: Value, other: Value| json!({"condition": {"test": test, "value": value}, "value": other});
        json!({
            "field": "row", "type": "ordinal",
            "scale": {"domain": self.keys, "paddingInner": 0.22, "paddingOuter": 0.1},
            "axis": {
                "title": null, "domain": false, "ticks": false, "aria": false,
                // The keys are codes, so that no two rows fall together; each is shown as its text.
                "labelExpr": format!("({})[datum.value]", json!(self.labels)),
                "labelLimit": 0, "labelPadding": 10, "minExtent": self.room, "maxExtent": self.room,
                "labelFontWeight": either(&heading, json!("bold"), json!("normal")),
                "labelFontSize": either(&part, json!(11), json!(12)),
                "labelColor": either(&part, json!(MUTED), json!(INK)),
            }
        })
    }
}
