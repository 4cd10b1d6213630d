//! What stands around every chart: title, findings, caption, description, fonts and size.

use super::{Chart, lines, small, spec};
use serde_json::Value;

/// The width of the whole chart, in pixels: that of a column on a page or a telephone held sideways.
const WIDTH: u32 = 640;
/// The white space around it.
const MARGIN: u32 = 12;

const CHART: &str = r#"{
    "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
    "title": {"text": "@title", "subtitle": "@findings"},
    "description": "@description",
    "width": "@width",
    "height": "@height",
    "padding": "@margin",
    "data": {"values": "@rows"},
    "layer": "@layers",
    "resolve": {"axis": {"x": "independent", "y": "independent"}},
    "config": {
        "background": "@paper",
        "font": "Segoe UI, Helvetica Neue, Helvetica, Arial, Liberation Sans, sans-serif",
        "view": {"stroke": null},
        "title": {
            "anchor": "start", "frame": "bounds", "offset": 16, "fontSize": 16, "fontWeight": 600, "color": "@ink",
            "subtitleFontSize": 12, "subtitleColor": "@ink", "subtitleLineHeight": 16, "subtitlePadding": 8
        },
        "axis": {"labelColor": "@ink", "titleColor": "@muted", "titleFontWeight": "normal", "titleFontSize": 11},
        "text": {"color": "@ink"}
    }
}"#;

const CAPTION: &str = r#"{
    "text": "@text", "lineHeight": 14, "color": "@muted", "align": "left", "baseline": "top",
    "x": "@x", "y": {"expr": "@y"}
}"#;

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

    /// A chart of these layers over the rows of one table, each step of which is so many pixels high.
    pub(crate) fn chart(self, rows: Vec<Value>, step: u32, layers: Vec<Value>) -> Chart {
        self.drawn(rows, spec(r#"{"step": "@step"}"#, [("@step", step.into())]), layers)
    }

    /// A chart of these layers over the rows of one table, which as a whole is so many pixels high.
    pub(crate) fn chart_of_height(self, rows: Vec<Value>, height: u32, layers: Vec<Value>) -> Chart {
        self.drawn(rows, height.into(), layers)
    }

    fn drawn(self, rows: Vec<Value>, height: Value, mut layers: Vec<Value>) -> Chart {
        let wrap =
            |texts: &[String], width| -> Value { texts.iter().flat_map(|text| lines(text, width)).collect() };
        let (left, below) = (-i64::from(self.left), format!("height + {}", self.below));
        let text = wrap(&self.caption, 116);
        let caption = small(spec(CAPTION, [("@text", text), ("@x", left.into()), ("@y", below.into())]));
        // One caption, not one for each row of the table.
        layers.push(spec(r#"{"data": {"values": [{}]}, "mark": "@caption"}"#, [("@caption", caption)]));
        let names = [
            ("@title", lines(&self.title, 72).into()),
            ("@findings", wrap(&self.findings, 98)),
            ("@width", self.inner().into()),
            ("@description", self.description.into()),
            ("@height", height),
            ("@margin", MARGIN.into()),
            ("@rows", rows.into()),
            ("@layers", layers.into()),
        ];
        Chart(spec(CHART, names))
    }
}
