//! Prints what the library can be asked.
#![forbid(unsafe_code)]

fn main() {
    for name in meedoen::operation::names() {
        println!("{name}");
    }
}
