//! The documents in TypeScript.

use super::model::{Declaration, Field, Model, Shape, Type};
use super::text::{WIDTH, camel, wrap};
use std::fmt::Write;

/// The declarations of all documents and operations.
pub(super) fn write(model: &Model) -> String {
    let mut out = format!("// {}\n", super::COMMAND);
    for declaration in model.declarations.values() {
        out.push('\n');
        declare(&mut out, declaration);
    }
    out.push_str("\n/** The request and the answer of every operation. */\nexport interface Operations {\n");
    for operation in &model.operations {
        comment(&mut out, &operation.text, 2);
        let (request, answer) = (type_of(&operation.request), type_of(&operation.answer));
        let panel =
            operation.panel.as_ref().map(|panel| format!(" & {{ readonly panel: {} }}", type_of(panel)));
        let request = request + &panel.unwrap_or_default();
        let fields = [format!("readonly request: {request};"), format!("readonly answer: {answer}")];
        let line = format!("  readonly \"{}\": {{ {} }};", operation.name, fields.join(" "));
        if line.chars().count() <= WIDTH {
            out.push_str(&line);
        } else {
            let _ =
                write!(out, "  readonly \"{}\": {{\n    {};\n  }};", operation.name, fields.join("\n    "));
        }
        out.push('\n');
    }
    out.push_str("}\n");
    out
}

fn declare(out: &mut String, declaration: &Declaration) {
    let Declaration { name, text, shape } = declaration;
    comment(out, text, 0);
    // Writing to a `String` cannot fail.
    let _ = match shape {
        Shape::Fields(fields) if fields.is_empty() => {
            writeln!(out, "export type {name} = {{ readonly [field: string]: never }};")
        }
        Shape::Fields(fields) => {
            let _ = writeln!(out, "export interface {name} {{");
            for field in fields {
                property(out, field);
            }
            writeln!(out, "}}")
        }
        Shape::Words(words) => {
            let _ = write!(out, "export type {name} =");
            for (word, text) in words {
                out.push('\n');
                comment(out, text, 2);
                let _ = write!(out, "  | \"{word}\"");
            }
            writeln!(out, ";")
        }
        Shape::Alias(of) => {
            let line = format!("export type {name} = {};", type_of(of));
            match of {
                Type::Union(members) if line.chars().count() > WIDTH => {
                    let members = members.iter().map(|member| format!("\n  | {}", type_of(member)));
                    writeln!(out, "export type {name} ={};", members.collect::<String>())
                }
                _ => writeln!(out, "{line}"),
            }
        }
    };
}

fn property(out: &mut String, field: &Field) {
    comment(out, &field.text, 2);
    let end = if field.required { "" } else { " | undefined" };
    let head = format!("  readonly {}{}:", camel(&field.name), if field.required { "" } else { "?" });
    let line = format!("{head} {}{end};", type_of(&field.of));
    match &field.of {
        Type::Union(members) if line.chars().count() > WIDTH => {
            out.push_str(&head);
            for member in members {
                let _ = write!(out, "\n    | {}", type_of(member));
            }
            out.push_str(if field.required { ";\n" } else { "\n    | undefined;\n" });
        }
        _ => out.push_str(&(line + "\n")),
    }
}

fn type_of(of: &Type) -> String {
    match of {
        Type::Named(name) => name.clone(),
        Type::Literal(value) => value.to_string(),
        Type::Text | Type::Date => "string".to_owned(),
        Type::Number | Type::Count => "number".to_owned(),
        Type::Truth => "boolean".to_owned(),
        Type::Null => "null".to_owned(),
        Type::List(of) => match **of {
            Type::Union(_) | Type::List(_) => format!("readonly ({})[]", type_of(of)),
            _ => format!("readonly {}[]", type_of(of)),
        },
        Type::Tuple(members) => {
            format!("readonly [{}]", members.iter().map(type_of).collect::<Vec<_>>().join(", "))
        }
        Type::Union(members) => members.iter().map(type_of).collect::<Vec<_>>().join(" | "),
        Type::Entries(of) => format!("{{ readonly [name: string]: {} | undefined }}", type_of(of)),
        Type::Foreign => "{ readonly [name: string]: unknown }".to_owned(),
    }
}

fn comment(out: &mut String, text: &str, indent: usize) {
    let margin = " ".repeat(indent);
    let text = text.replace("*/", "* /");
    // The width of the frame: ` * ` before a line, `/** ` and ` */` around a single one.
    let lines = wrap(&text, indent + 3);
    let _ = match lines.as_slice() {
        [only] if only.is_empty() => Ok(()),
        [only] if indent + only.chars().count() + 7 <= WIDTH => writeln!(out, "{margin}/** {only} */"),
        lines => {
            let lines = lines.iter().map(|line| format!("{margin} * {line}").trim_end().to_owned() + "\n");
            writeln!(out, "{margin}/**\n{}{margin} */", lines.collect::<String>())
        }
    };
}
