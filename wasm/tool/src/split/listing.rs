//! What is in each file, how large it is and which parts need it: what to read before making a file smaller.

use crate::graph::Homes;
use crate::linked::Linked;
use crate::{Module, Parts};
use std::collections::HashMap;
use std::fmt::Write;

/// One line for everything that is in a file, the largest first: the file, the bytes before they are optimised, `code`
/// or `data`, the name the linker gave it, and the parts that reach it, separated by tabs.
pub(crate) fn listing(linked: &Linked, homes: &Homes, modules: &[Module]) -> String {
    let sizes: HashMap<&str, usize> =
        linked.names.iter().map(String::as_str).zip(linked.sizes.iter().copied()).collect();
    let mut rows: Vec<(usize, usize, &str, &str, Parts)> = Vec::new();
    for (number, name) in &homes.names {
        if let (Some(home), Some(size)) = (homes.functions.get(number), sizes.get(name.as_str())) {
            rows.push((
                *home,
                *size,
                "code",
                name,
                homes.reached_by.get(number).copied().unwrap_or_default(),
            ));
        }
    }
    for (piece, (home, parts)) in linked.data.iter().zip(homes.data.iter().zip(&homes.data_reached_by)) {
        rows.push((*home, piece.at.len(), "data", &piece.name, *parts));
    }
    rows.sort_by_key(|(home, size, ..)| (*home, std::cmp::Reverse(*size)));
    let mut text = String::new();
    for (home, size, kind, name, parts) in rows {
        let users: Vec<&str> = modules
            .iter()
            .filter(|module| module.parts.count_ones() == 1 && module.parts & parts != 0)
            .map(|module| module.name.as_str())
            .collect();
        // Writing to a `String` cannot fail.
        let _ = writeln!(text, "{}\t{size}\t{kind}\t{name}\t{}", modules[home].name, users.join(","));
    }
    text
}
