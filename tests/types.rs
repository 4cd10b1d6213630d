//! The generated schema and types are those of the code.

use meedoen_tests::{path, types};

#[test]
fn what_is_generated_is_up_to_date() {
    for (name, text) in types::generated().unwrap() {
        let found = std::fs::read_to_string(path("..").join(name)).unwrap_or_default();
        assert!(found == text, "{name} is out of date: cargo run -p meedoen-tests --bin types");
    }
}
