//! The cost of the JSON door itself.
#![forbid(unsafe_code)]

fn main() {
    divan::main();
}

/// A name the library does not know: the door, and nothing behind it.
#[divan::bench]
fn unknown_operation() -> bool {
    meedoen::operation::call(divan::black_box("no.such"), "{}").is_err()
}
