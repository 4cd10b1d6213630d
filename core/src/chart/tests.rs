//! What holds of every chart; the tests of the charts themselves call it.

use super::Chart;
use crate::Language;
use serde_json::{Map, Value};

/// The rows of the table of a chart.
pub(crate) fn table(chart: &Chart) -> &[Value] {
    chart.spec()["data"]["values"].as_array().unwrap()
}

/// The row with this value in this field.
pub(crate) fn row<'c>(chart: &'c Chart, field: &str, value: &str) -> &'c Map<String, Value> {
    let found = table(chart).iter().find(|row| row.get(field).is_some_and(|found| found == value));
    found.unwrap_or_else(|| panic!("no {field} {value}")).as_object().unwrap()
}

/// The lines of the subtitle as one text.
pub(crate) fn subtitle(chart: &Chart) -> String {
    let lines = chart.spec()["title"]["subtitle"].as_array().unwrap();
    lines.iter().map(|line| line.as_str().unwrap()).collect::<Vec<_>>().join(" ")
}

/// Draws in both languages and checks what holds of every chart.
pub(crate) fn both(draw: impl Fn(Language) -> Chart) -> [Chart; 2] {
    let charts = [Language::Nl, Language::En].map(&draw);
    for (chart, language) in charts.iter().zip([Language::Nl, Language::En]) {
        assert_eq!(chart.to_string(), draw(language).to_string(), "the same input gives the same bytes");
        assert_eq!(serde_json::to_string(chart).unwrap(), chart.to_string());
        let spec = chart.spec();
        assert!(spec["title"]["text"][0].as_str().is_some_and(|title| !title.is_empty()));
        assert!(spec["description"].as_str().unwrap().ends_with(['.', '?']));
        let other = if language == Language::Nl { "unknown:" } else { "onbekend" };
        assert!(!spec["description"].as_str().unwrap().contains(other));
        assert!(table(chart).iter().all(|row| !is_unknown(row) || nowhere(row)));
    }
    let [nl, en] = &charts;
    assert_ne!(nl.spec()["title"], en.spec()["title"]);
    assert_ne!(nl.spec()["description"], en.spec()["description"]);
    charts
}

fn is_unknown(row: &Value) -> bool {
    ["standing", "kind", "state"]
        .iter()
        .any(|field| row[field].as_str().is_some_and(|is| is.contains("unknown")))
}

/// Whether a row has no number that could place it or give it a size.
fn nowhere(row: &Value) -> bool {
    row.as_object().unwrap().values().all(|value| !value.is_number())
}

/// Checks of a chart in which everything occurs that every field it draws is in its table.
pub(crate) fn draws_what_is_there(chart: &Chart) {
    for layer in chart.spec()["layer"].as_array().unwrap() {
        let own = layer["data"]["values"].as_array().map_or(table(chart), Vec::as_slice);
        let channels = layer["encoding"].as_object().into_iter().flatten();
        for field in channels.filter_map(|(_, channel)| channel.get("field")?.as_str()) {
            assert!(own.iter().any(|row| row.get(field).is_some()), "no {field}");
        }
    }
}
