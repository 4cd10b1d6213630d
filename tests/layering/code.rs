//! Reading Rust just far enough: what is code, what is a literal, and which paths are used.

/// A piece of a file.
enum Piece<'t> {
    Code(&'t str),
    Literal(&'t str),
    Comment,
}

/// The length of the comment or literal a text begins with, and whether it is a literal.
fn special(text: &str) -> Option<(usize, bool)> {
    if text.starts_with("//") {
        return Some((text.find('\n').unwrap_or(text.len()), false));
    }
    if text.starts_with("/*") {
        return Some((text.find("*/").map_or(text.len(), |end| end + 2), false));
    }
    if let Some(rest) = text.strip_prefix('r') {
        let marks = rest.len() - rest.trim_start_matches('#').len();
        if rest.get(marks..).is_some_and(|rest| rest.starts_with('"')) {
            let closing = format!("\"{}", "#".repeat(marks));
            let begin = 1 + marks + 1;
            let end = text.get(begin..)?.find(&closing)?;
            return Some((begin + end + closing.len(), true));
        }
    }
    if text.starts_with('"') {
        let mut escaped = false;
        let end = text.char_indices().skip(1).find(|&(_, letter)| {
            let closes = letter == '"' && !escaped;
            escaped = letter == '\\' && !escaped;
            closes
        });
        return Some((end.map_or(text.len(), |(index, _)| index + 1), true));
    }
    // A quotation mark as a character; a lifetime has no second apostrophe.
    ["'\"'", "'\\\"'"].into_iter().find(|mark| text.starts_with(mark)).map(|mark| (mark.len(), true))
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let (mut pieces, mut code, mut at) = (Vec::new(), 0, 0);
    let mut before = ' ';
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let inside_name = rest.starts_with('r') && (before.is_alphanumeric() || before == '_');
        if let Some((length, literal)) = special(rest).filter(|_| !inside_name) {
            pieces.extend(text.get(code..at).map(Piece::Code));
            let special = text.get(at..at + length).unwrap_or_default();
            pieces.push(if literal { Piece::Literal(special) } else { Piece::Comment });
            at += length;
            code = at;
            before = ' ';
        } else {
            before = rest.chars().next().unwrap_or(' ');
            at += before.len_utf8();
        }
    }
    pieces.extend(text.get(code..).map(Piece::Code));
    pieces
}

/// The code of a file without comments and literals.
pub(crate) fn bare(text: &str) -> String {
    let code = pieces(text).into_iter().map(|piece| if let Piece::Code(code) = piece { code } else { " " });
    code.collect()
}

/// The literals of a file.
pub(crate) fn literals(text: &str) -> Vec<&str> {
    pieces(text)
        .into_iter()
        .filter_map(|piece| if let Piece::Literal(text) = piece { Some(text) } else { None })
        .collect()
}

/// The paths in bare code that begin with `crate` or `super`, each with how many inline modules it stands in.
/// `use crate::{a, b::{c, d}}` is four paths.
pub(crate) fn paths(code: &str) -> Vec<(usize, Vec<String>)> {
    let words = words(code);
    let (mut paths, mut blocks) = (Vec::new(), Vec::new());
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let before =
            |back: usize| at.checked_sub(back).and_then(|index| words.get(index)).map(String::as_str);
        match word.as_str() {
            "{" => blocks.push(before(2) == Some("mod")),
            "}" => drop(blocks.pop()),
            "crate" | "super"
                if before(1) != Some("::") && words.get(at + 1).is_some_and(|next| next == "::") =>
            {
                let depth = blocks.iter().filter(|is_module| **is_module).count();
                let mut found = Vec::new();
                at = tree(&words, at, &[], &mut found);
                paths.extend(found.into_iter().map(|path| (depth, path)));
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    paths
}

/// Reads one path, or a group of them in braces; gives where reading goes on.
fn tree(words: &[String], mut at: usize, prefix: &[String], found: &mut Vec<Vec<String>>) -> usize {
    let mut path = prefix.to_vec();
    while let Some(word) = words.get(at) {
        if word == "{" {
            at += 1;
            while words.get(at).is_some_and(|word| word != "}") {
                at = tree(words, at, &path, found);
                while words.get(at).is_some_and(|word| word != "," && word != "}") {
                    at += 1; // `as` and the new name
                }
                at += usize::from(words.get(at).is_some_and(|word| word == ","));
            }
            return at + 1;
        }
        path.push(word.clone());
        at += 1;
        if words.get(at).is_none_or(|word| word != "::") {
            break;
        }
        at += 1;
    }
    found.push(path);
    at
}

/// Names, `::` and single signs.
fn words(code: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut name = false;
    for letter in code.chars() {
        let in_name = letter.is_alphanumeric() || letter == '_';
        match words.last_mut() {
            Some(last) if in_name && name => last.push(letter),
            Some(last) if letter == ':' && last == ":" => last.push(letter),
            _ if letter.is_whitespace() => {}
            _ => words.push(letter.to_string()),
        }
        name = in_name;
    }
    words
}
