//! The documents in Python: a stub for editors and type checkers, and a module with the same names at run time.

mod layout;
mod names;

use super::model::{Field, Model, Shape};
use super::text::wrap;
use crate::Problem;
use layout::{LOOKUP, MODULE, STUB, alias, docstring, fitting};
use names::Names;
use std::fmt::Write;

/// What a field cannot be called: what every document has.
const TAKEN: [&str; 3] = ["keys", "to_dict", "to_json"];

/// The words of the language that a field could be called: it is read as `answer["from"]`, for it cannot be a property.
const WORDS: [&str; 14] =
    ["and", "as", "class", "def", "else", "for", "from", "global", "if", "import", "in", "is", "not", "or"];

fn is_word(field: &Field) -> bool {
    WORDS.contains(&field.name.as_str())
}

/// A name in Python: an answer is a class with its fields as properties, a request a dict with its fields as keys.
/// What is both has `Input` after its name as a request.
struct Declaration<'m> {
    name: String,
    text: &'m str,
    kind: Kind<'m>,
}

enum Kind<'m> {
    Class(&'m [Field]),
    Dict(&'m [Field]),
    Words(String),
    Alias(String),
}

fn declarations<'m>(model: &'m Model, names: &Names<'m>) -> Vec<Declaration<'m>> {
    let mut all = Vec::new();
    for declaration in model.declarations.values() {
        let (name, text) = (declaration.name.clone(), declaration.text.as_str());
        let (written, read) = (names.written(&name), names.read(&name));
        let input = names.input(&name);
        let mut add = |name: &str, kind| all.push(Declaration { name: name.to_owned(), text, kind });
        match &declaration.shape {
            Shape::Words(words) => {
                let words: Vec<String> = words.iter().map(|(word, _)| format!("\"{word}\"")).collect();
                add(&name, Kind::Words(format!("Literal[{}]", words.join(", "))));
            }
            Shape::Fields(fields) => {
                if written {
                    add(&name, Kind::Class(fields));
                }
                if read {
                    add(&input, Kind::Dict(fields));
                }
            }
            Shape::Alias(of) => {
                if written || input == name {
                    add(&name, Kind::Alias(names.type_of(of, !written)));
                }
                if input != name {
                    add(&input, Kind::Alias(names.type_of(of, true)));
                }
            }
        }
    }
    all
}

/// The stub.
///
/// # Errors
/// When a field has a name that it cannot have in Python.
pub(super) fn stub(model: &Model) -> Result<String, Problem> {
    let names = Names::of(model);
    let mut out = format!("# {}\n", super::COMMAND);
    out.push_str(STUB);
    for declaration in declarations(model, &names) {
        let Declaration { name, text, kind } = declaration;
        match kind {
            Kind::Class(fields) => {
                let _ = write!(out, "\nclass {name}(Document):\n{}", docstring(text, 4));
                for field in fields {
                    let (of, text) = (names.type_of(&field.of, false), docstring(&field.text, 8));
                    if is_word(field) {
                        let _ = writeln!(out, "    # [\"{}\"] is {of}: {}", field.name, field.text);
                        continue;
                    }
                    let body = if text.is_empty() { " ...\n".to_owned() } else { format!("\n{text}") };
                    let head = fitting(format!("    def {}(self) -> {of}:", checked(&name, field)?));
                    let _ = write!(out, "    @property\n{head}{body}");
                }
            }
            Kind::Dict(fields) if fields.iter().any(is_word) => {
                let _ = write!(out, "\n{name} = TypedDict(\n    \"{name}\",\n    {{\n");
                for field in fields {
                    let of = names.type_of(&field.of, true);
                    let of = if field.required { of } else { format!("NotRequired[{of}]") };
                    for line in wrap(&field.text, 12) {
                        let _ = writeln!(out, "        # {line}");
                    }
                    let _ = writeln!(out, "        \"{}\": {of},", checked(&name, field)?);
                }
                let _ = write!(out, "    }},\n)\n{}", docstring(text, 0));
            }
            Kind::Dict(fields) => {
                let _ = write!(out, "\nclass {name}(TypedDict):\n{}", docstring(text, 4));
                for field in fields {
                    let (of, text) = (names.type_of(&field.of, true), docstring(&field.text, 4));
                    let of = if field.required { of } else { format!("NotRequired[{of}]") };
                    let head = fitting(format!("    {}: {of}", checked(&name, field)?));
                    let _ = write!(out, "{head}\n{text}");
                }
                if fields.is_empty() && text.is_empty() {
                    out.push_str("    ...\n");
                }
            }
            Kind::Words(of) | Kind::Alias(of) => {
                let _ = write!(out, "\n{}{}", alias(&name, &of), docstring(text, 0));
            }
        }
    }
    Ok(out)
}

/// The module.
pub(super) fn module(model: &Model) -> String {
    let names = Names::of(model);
    let mut out = format!("# {}\n", super::COMMAND);
    out.push_str(MODULE);
    for (runtime, of_kind) in KINDS {
        let all = declarations(model, &names);
        let of_kind: Vec<&str> =
            all.iter().filter(|one| of_kind(&one.kind)).map(|one| one.name.as_str()).collect();
        let lines = wrap(&of_kind.join(" "), 12).into_iter().map(|line| format!("        \"{line} \"\n"));
        let _ = write!(out, "    {runtime}: (\n{}    ),\n", lines.collect::<String>());
    }
    out + LOOKUP
}

type OfKind = fn(&Kind<'_>) -> bool;

/// What the names stand for at run time.
const KINDS: [(&str, OfKind); 4] = [
    ("Document", |kind| matches!(kind, Kind::Class(_))),
    ("dict", |kind| matches!(kind, Kind::Dict(_))),
    ("str", |kind| matches!(kind, Kind::Words(_))),
    ("object", |kind| matches!(kind, Kind::Alias(_))),
];

fn checked<'f>(owner: &str, field: &'f Field) -> Result<&'f str, Problem> {
    if TAKEN.contains(&field.name.as_str()) {
        return Err(format!("{owner} has a field that cannot be called `{}` in Python", field.name));
    }
    Ok(&field.name)
}
