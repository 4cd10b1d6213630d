//! The JavaScript module: requests and answers as JSON text.
//!
//! Everything is compiled as one, so that what parts have in common is there once; the build then makes a file of
//! what only one part uses.
#![forbid(unsafe_code)]

use meedoen::operation::{self, Part};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// The parts, each with a function that carries out one of its operations: what is reached from that function alone
/// goes into the file of the part.
macro_rules! parts {
    ($($name:ident as $javascript:literal: $part:ident),+ $(,)?) => {
        $(
            /// Carries out one operation of this part.
            ///
            /// # Errors
            ///
            /// The text of the error document.
            #[wasm_bindgen(js_name = $javascript)]
            pub fn $name(name: &str, request: &str) -> Result<String, JsValue> {
                run(operation::$part, name, request)
            }
        )+

        /// The operations of all parts, each on a line after the name of its part. Only the build asks for them.
        #[wasm_bindgen]
        pub fn operations() -> String {
            let mut lines = String::new();
            for (part, javascript) in [$((operation::$part, $javascript)),+] {
                for name in operation::names_within(&[part]) {
                    for piece in [javascript, " ", name, "\n"] {
                        lines.push_str(piece);
                    }
                }
            }
            lines
        }
    };
}

parts! {
    people as "people": PEOPLE,
    instruments as "instruments": INSTRUMENTS,
    process as "process": PROCESS,
    duty as "duty": DUTY,
    practice as "practice": PRACTICE,
    reliability as "reliability": RELIABILITY,
    statistics as "statistics": STATISTICS,
    models as "models": MODELS,
    fit as "fit": FIT,
    panels as "panels": PANELS,
    groups as "groups": GROUPS,
    sources as "sources": SOURCES,
    stories as "stories": STORIES,
    policy as "policy": POLICY,
    plan as "plan": PLAN,
    following as "following": FOLLOWING,
    roads as "roads": ROADS,
    neighbourhood as "neighbourhood": NEIGHBOURHOOD,
    charts as "charts": CHARTS,
    plan_charts as "planCharts": PLAN_CHARTS,
    panel_charts as "panelCharts": PANEL_CHARTS,
    timeline as "timeline": TIMELINE,
}

fn run(part: Part, name: &str, request: &str) -> Result<String, JsValue> {
    operation::call_within(&[part], name, request).map_err(|error| JsValue::from_str(&error.to_json()))
}
