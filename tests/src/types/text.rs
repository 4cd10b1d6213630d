//! Laying out what the generated files say.

/// The longest line.
pub(super) const WIDTH: usize = 110;

/// The text in lines that fit beside an indent of this width; paragraphs stay apart by an empty line.
pub(super) fn wrap(text: &str, indent: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for paragraph in text.split("\n\n") {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            if !line.is_empty() && indent + line.chars().count() + 1 + word.chars().count() > WIDTH {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines
}

/// A `snake_case` name as the JavaScript package has it: an underscore before a digit stays.
pub(super) fn camel(name: &str) -> String {
    let mut camel = String::new();
    let mut letters = name.chars().peekable();
    while let Some(letter) = letters.next() {
        match letters.peek() {
            Some(next) if letter == '_' && next.is_ascii_lowercase() && !camel.is_empty() => {
                camel.push(next.to_ascii_uppercase());
                letters.next();
            }
            _ => camel.push(letter),
        }
    }
    camel
}

#[cfg(test)]
mod tests {
    use super::{WIDTH, camel, wrap};

    #[test]
    fn names_go_the_way_of_the_javascript_package() {
        let names = ["next_question", "att_1", "a_1b_c", "_own", "rung"];
        assert_eq!(names.map(camel), ["nextQuestion", "att_1", "a_1bC", "_own", "rung"]);
    }

    #[test]
    fn lines_fit_and_paragraphs_stay() {
        let lines = wrap(&format!("{}\n\nlast", "word ".repeat(60)), 10);
        assert!(lines.iter().all(|line| line.len() + 10 <= WIDTH));
        assert_eq!(lines[lines.len() - 2..], ["", "last"]);
    }
}
