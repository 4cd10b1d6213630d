//! The JavaScript module: requests and answers as JSON text.
#![forbid(unsafe_code)]

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// Carries out one operation.
///
/// # Errors
///
/// The text of the error document.
#[wasm_bindgen]
pub fn call(name: &str, request: &str) -> Result<String, JsValue> {
    meedoen::operation::call(name, request).map_err(|error| JsValue::from_str(&error.to_json()))
}

/// The names of all operations.
#[wasm_bindgen]
pub fn operations() -> Vec<String> {
    meedoen::operation::names().map(str::to_owned).collect()
}
