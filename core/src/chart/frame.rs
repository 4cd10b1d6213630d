//! What stands around every chart: title, findings, caption, description, fonts and size.

use super::{Chart, INK, MUTED, PAPER, lines, small};
use serde_json::{Value, json};

/// The width of the whole chart, in pixels: that of a column on a page or a telephone held sideways.
const WIDTH: u32 = 640;
/// The white space around it.
const MARGIN: u32 = 12;
const FONT: &str = "Segoe UI, Helvetica Neue, Helvetica, Arial, Liberation Sans, sans-serif";

/// The texts around a chart, each one paragraph.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    /// What the chart is about.
    pub(crate) title: String,
    /// What it tells.
    pub(crate) findings: Vec<String>,
    /// How to read it, and what it rests on.
    pub(crate) caption: Vec<String>,
    /// The same in words, for who does not see the chart.
    pub(crate) description: String,
    /// The room for texts left of the drawing, in pixels.
    pub(crate) left: u32,
    /// The room below the drawing, for an axis.
    pub(crate) below: u32,
}

impl Frame {
    /// The width of the drawing itself.
    pub(crate) fn inner(&self) -> u32 {
        WIDTH - 2 * MARGIN - self.left
    }

    /// A chart of these layers over the rows of one table.
    pub(crate) fn chart(&self, rows: &[Value], height: &Value, mut layers: Vec<Value>) -> Chart {
        let wrap = |texts: &[String], width| -> Vec<String> {
            texts.iter().flat_map(|text| lines(text, width)).collect()
        };
        let caption = small(json!({
            "text": wrap(&self.caption, 116), "lineHeight": 14, "color": MUTED, "align": "left", "baseline": "top",
            "x": -i64::from(self.left), "y": {"expr": format!("height + {}", self.below)},
        }));
        // One caption, not one for each row of the table.
        layers.push(json!({"data": {"values": [{}]}, "mark": caption}));
        Chart(json!({
            "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
            "title": {"text": lines(&self.title, 72), "subtitle": wrap(&self.findings, 98)},
            "description": self.description,
            "width": self.inner(),
            "height": height,
            "padding": MARGIN,
            "data": {"values": rows},
            "layer": layers,
            "resolve": {"axis": {"x": "independent", "y": "independent"}},
            "config": config(),
        }))
    }
}

fn config() -> Value {
    json!({
        "background": PAPER,
        "font": FONT,
        "view": {"stroke": null},
        "title": {
            "anchor": "start", "frame": "bounds", "offset": 16, "fontSize": 16, "fontWeight": 600, "color": INK,
            "subtitleFontSize": 12, "subtitleColor": INK, "subtitleLineHeight": 16, "subtitlePadding": 8,
        },
        "axis": {"labelColor": INK, "titleColor": MUTED, "titleFontWeight": "normal", "titleFontSize": 11},
        "text": {"color": INK},
    })
}
