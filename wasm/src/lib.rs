//! The JavaScript module: requests and answers as JSON text.
#![forbid(unsafe_code)]

use meedoen::operation::{self, Part};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

const PARTS: &[Part] = &[
    #[cfg(feature = "people")]
    operation::PEOPLE,
    #[cfg(feature = "process")]
    operation::PROCESS,
    #[cfg(feature = "models")]
    operation::MODELS,
    #[cfg(feature = "fit")]
    operation::FIT,
    #[cfg(feature = "panels")]
    operation::PANELS,
    #[cfg(feature = "groups")]
    operation::GROUPS,
    #[cfg(feature = "duty")]
    operation::DUTY,
    #[cfg(feature = "practice")]
    operation::PRACTICE,
    #[cfg(feature = "stories")]
    operation::STORIES,
    #[cfg(feature = "plan")]
    operation::PLAN,
    #[cfg(feature = "following")]
    operation::FOLLOWING,
    #[cfg(feature = "roads")]
    operation::ROADS,
    #[cfg(feature = "charts")]
    operation::CHARTS,
    #[cfg(feature = "panel-charts")]
    operation::PANEL_CHARTS,
    #[cfg(feature = "timeline")]
    operation::TIMELINE,
    #[cfg(feature = "statistics")]
    operation::STATISTICS,
];

/// Carries out one operation.
///
/// # Errors
///
/// The text of the error document.
#[wasm_bindgen]
pub fn call(name: &str, request: &str) -> Result<String, JsValue> {
    operation::call_within(PARTS, name, request).map_err(|error| JsValue::from_str(&error.to_json()))
}

/// The names of the operations of this module, each on a line.
#[wasm_bindgen]
pub fn operations() -> String {
    operation::names_within(PARTS).collect::<Vec<_>>().join("\n")
}
