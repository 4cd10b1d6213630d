//! The quadrant, with what was said and done in each role.

use super::profile::{RoleProfile, RoleShare};
use super::{Emphasis, Movement};
use crate::chart::{Chart, Frame, layers_of, lines, literal, pick, record, sentence};
use crate::{Language, Vocabulary};
use serde_json::Value;

/// The height of the quadrant, in pixels.
const HEIGHT: u32 = 400;
/// The area of a circle that holds everything, in square pixels.
const LARGEST: f64 = 9_000.0;

const LAYERS: &str = r#"[
    {
        "transform": [{"filter": "datum.kind === 'role'"}],
        "mark": {"type": "rect", "fill": "@paper", "stroke": "@line", "strokeWidth": 2, "aria": false},
        "encoding": {
            "x": {
                "field": "left", "type": "quantitative", "scale": {"domain": [-1, 1], "nice": false},
                "axis": {
                    "orient": "bottom", "values": [-0.5, 0.5], "title": null, "aria": false, "grid": false,
                    "domain": false, "ticks": false, "labelOverlap": false, "labelPadding": 8, "labelFontSize": 11,
                    "labelExpr": "@across"
                }
            },
            "x2": {"field": "right"},
            "y": {
                "field": "below", "type": "quantitative", "scale": {"domain": [-1, 1], "nice": false},
                "axis": {
                    "orient": "left", "values": [-0.5, 0.5], "title": null, "aria": false, "grid": false,
                    "domain": false, "ticks": false, "labelOverlap": false, "labelPadding": 8, "labelFontSize": 11,
                    "labelLineHeight": 13, "labelLimit": 0, "minExtent": "@room", "maxExtent": "@room",
                    "labelExpr": "@upright"
                }
            },
            "y2": {"field": "above"}
        }
    },
    {
        "transform": [{"filter": "datum.kind === 'role'"}],
        "mark": {"type": "text", "fontSize": 12, "fontWeight": "bold", "baseline": "top", "dy": 10, "aria": false},
        "encoding": {
            "x": {"field": "x", "type": "quantitative", "axis": null},
            "y": {"field": "above", "type": "quantitative", "axis": null},
            "text": {"field": "name", "type": "nominal"}
        }
    },
    {
        "transform": [{"filter": "datum.kind !== 'role'"}],
        "mark": {
            "type": "point", "filled": true, "opacity": 1, "stroke": "@ink", "strokeWidth": 1.3,
            "fill": {"expr": "datum.kind === 'done' ? '@strong-blue' : '@paper'"},
            "strokeDash": {"expr": "datum.kind === 'none' ? [4, 3] : [1, 0]"},
            "size": {"expr": "datum.size"}
        },
        "encoding": {
            "x": {"field": "x", "type": "quantitative", "axis": null},
            "y": {"field": "y", "type": "quantitative", "axis": null},
            "tooltip": [
                {"field": "name", "type": "nominal", "title": "@role_title"},
                {"field": "in_words", "type": "nominal", "title": "@recorded_title"}
            ],
            "description": {"field": "says", "type": "nominal"}
        }
    },
    {
        "transform": [{"filter": "datum.kind !== 'role'"}],
        "mark": {"type": "text", "fontSize": 11, "aria": false, "dy": {"expr": "sqrt(datum.size) / 2 + 9"}},
        "encoding": {
            "x": {"field": "x", "type": "quantitative", "axis": null},
            "y": {"field": "y", "type": "quantitative", "axis": null},
            "text": {"field": "label", "type": "nominal"}
        }
    }
]"#;

/// Draws the quadrant of the four roles: an open circle is what was said, a filled one what was done, each as large as
/// its part of all that was said or done.
///
/// # Source
/// COC-116…121
pub fn roles_chart(profile: &RoleProfile, language: Language) -> Chart {
    let mut table = Vec::new();
    for share in &profile.roles {
        rows(share, &mut table, language);
    }
    let words = |label: crate::Label, width| literal(&Value::from(lines(label.in_language(language), width)));
    let axis = |low: crate::Label, high: crate::Label, width| {
        Value::from(format!("datum.value < 0 ? {} : {}", words(low, width), words(high, width)))
    };
    let across = axis(Movement::FromGovernment.label(), Movement::FromSociety.label(), 60);
    let upright = axis(Emphasis::FromPreconditions.label(), Emphasis::FromResults.label(), 16);
    let names = [
        ("@across", across),
        ("@upright", upright),
        ("@room", 110.into()),
        ("@role_title", pick(language, "rol", "role").into()),
        ("@recorded_title", pick(language, "vastgelegd", "recorded").into()),
    ];
    frame(profile, &table, language).chart_of_height(table, HEIGHT, layers_of(LAYERS, names))
}

fn rows(share: &RoleShare, table: &mut Vec<Value>, language: Language) {
    let x = if share.role.movement() == Movement::FromGovernment { -0.5 } else { 0.5 };
    let y = if share.role.emphasis() == Emphasis::FromPreconditions { -0.5 } else { 0.5 };
    let name = share.label.in_language(language);
    table.push(record([
        ("kind", "role".into()),
        ("name", name.into()),
        ("x", x.into()),
        ("left", (x - 0.5).into()),
        ("right", (x + 0.5).into()),
        ("below", (y - 0.5).into()),
        ("above", (y + 0.5).into()),
    ]));
    let said = (pick(language, "gezegd", "said"), "said", &share.said, share.said_share, -0.22);
    let done = (pick(language, "gedaan", "done"), "done", &share.done, share.done_share, 0.22);
    for (word, kind, events, part, aside) in [said, done] {
        let count = events.len();
        let recorded = match part {
            Some(_) => count.to_string(),
            None => pick(language, "niets vastgelegd", "nothing recorded").to_owned(),
        };
        let in_words = format!("{word}: {recorded}");
        // In one line the words of two circles would lie over each other.
        let label = match part {
            Some(_) => Value::from(in_words.as_str()),
            None => Value::from(vec![format!("{word}:"), recorded]),
        };
        // What is not there at all is drawn small and dashed: its size would say something.
        let kind = if count == 0 { "none" } else { kind };
        let size = if count == 0 { 60.0 } else { (LARGEST * part.unwrap_or_default()).max(60.0) };
        table.push(record([
            ("kind", kind.into()),
            ("name", name.into()),
            ("x", (x + aside).into()),
            ("y", (y - 0.05).into()),
            ("size", size.round().into()),
            ("in_words", in_words.as_str().into()),
            ("label", label),
            ("says", format!("{name}: {in_words}").into()),
        ]));
    }
}

fn frame(profile: &RoleProfile, table: &[Value], language: Language) -> Frame {
    let about = pick(language, "Rollen van de overheid", "Roles of the government");
    let title = format!("{about} – {}", profile.title.in_language(language));
    let findings: Vec<String> =
        profile.tensions.iter().map(|tension| sentence(tension.text.in_language(language))).collect();
    let mut caption = vec![
        pick(
            language,
            "○ gezegd, ● gedaan; het oppervlak is het deel van alles wat is gezegd of gedaan. Gestippeld: niets vastgelegd.",
            "○ said, ● done; the area is the part of all that was said or done. Dashed: nothing recorded.",
        )
        .to_owned(),
        pick(
            language,
            "Regels en waarden van meer rollen gelden tegelijk: geen hoek is beter dan een andere (COC-116).",
            "Rules and values of several roles hold at once: no corner is better than another (COC-116).",
        )
        .to_owned(),
    ];
    caption.extend(profile.cautions.iter().take(1).map(|caution| caution.in_language(language).to_owned()));
    let said = table.iter().filter_map(|row| row.get("says")?.as_str()).map(sentence);
    let description = [sentence(&title)].into_iter().chain(said).collect::<Vec<_>>().join(" ");
    Frame { title, findings, caption, description, left: 120, below: 36 }
}
