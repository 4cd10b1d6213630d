//! JSON laid out for reading: what fits goes on one line.

use serde_json::Value;

const WIDTH: usize = 110;

/// A document with its fields in the order in which they are to be read.
pub(crate) enum Tree {
    /// Named fields.
    Object(Vec<(&'static str, Tree)>),
    /// Elements.
    List(Vec<Tree>),
    /// Any value; the fields of an object in the order of their names.
    Value(Value),
}

impl Tree {
    /// A text.
    pub(crate) fn text(text: &str) -> Self {
        Self::Value(Value::from(text))
    }

    /// The laid-out text, with a line break at the end.
    pub(crate) fn lay_out(&self) -> String {
        let mut out = String::new();
        match self {
            // The levels that give the file its shape are never on one line.
            Self::Object(fields) => {
                let fields = fields.iter().map(|(name, tree)| (*name, tree));
                block(&mut out, 0, ('{', '}'), fields, |(name, tree), out| named(out, name, tree, 1));
            }
            _ => self.write(&mut out, 0, 0),
        }
        out.push('\n');
        out
    }

    /// Writes at this depth, the first line of which already holds `used` characters.
    fn write(&self, out: &mut String, depth: usize, used: usize) {
        match self {
            Self::Object(fields) => {
                let fields = fields.iter().map(|(name, tree)| (*name, tree));
                block(out, depth, ('{', '}'), fields, |(name, tree), out| named(out, name, tree, depth + 1));
            }
            Self::List(elements) => {
                block(out, depth, ('[', ']'), elements.iter(), |tree, out| tree.write(out, depth + 1, 0));
            }
            Self::Value(value) => write_value(value, out, depth, used),
        }
    }
}

fn named(out: &mut String, name: &str, tree: &Tree, depth: usize) {
    let key = format!("{}: ", Value::from(name));
    out.push_str(&key);
    tree.write(out, depth, key.chars().count());
}

fn write_value(value: &Value, out: &mut String, depth: usize, used: usize) {
    let line = value.to_string();
    let fits = 2 * depth + used + line.chars().count() < WIDTH;
    match value {
        Value::Object(fields) if !fits => {
            block(out, depth, ('{', '}'), fields.iter(), |(name, value), out| {
                let key = format!("{}: ", Value::from(name.as_str()));
                out.push_str(&key);
                write_value(value, out, depth + 1, key.chars().count());
            });
        }
        Value::Array(elements) if !fits => {
            block(out, depth, ('[', ']'), elements.iter(), |value, out| {
                write_value(value, out, depth + 1, 0);
            });
        }
        _ => out.push_str(&line),
    }
}

fn block<T>(
    out: &mut String,
    depth: usize,
    (open, close): (char, char),
    parts: impl Iterator<Item = T>,
    mut write: impl FnMut(T, &mut String),
) {
    out.push(open);
    for (index, part) in parts.enumerate() {
        out.push_str(if index == 0 { "\n" } else { ",\n" });
        out.push_str(&"  ".repeat(depth + 1));
        write(part, out);
    }
    out.push('\n');
    out.push_str(&"  ".repeat(depth));
    out.push(close);
}

#[cfg(test)]
mod tests {
    use super::{Tree, WIDTH};
    use serde_json::json;

    #[test]
    fn what_fits_goes_on_one_line_and_reads_back_alike() {
        let long = json!({"a": vec!["é\"\n"; 40], "b": [1.5, null, true, {"c": []}]});
        let text =
            Tree::Object(vec![("z", Tree::Value(long.clone())), ("y", Tree::List(vec![Tree::text("t")]))])
                .lay_out();
        assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap(), json!({"z": long, "y": ["t"]}));
        assert!(text.lines().all(|line| line.chars().count() <= WIDTH));
        assert!(text.contains("    \"b\": [1.5,null,true,{\"c\":[]}]\n"));
    }
}
