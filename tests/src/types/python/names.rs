//! What documents are called in Python, where a request and an answer are of different kinds.

use crate::types::model::{Model, Shape, Type};
use std::collections::BTreeSet;

/// Which names are read and which are written.
pub(super) struct Names<'m> {
    model: &'m Model,
    read: BTreeSet<&'m str>,
    written: BTreeSet<&'m str>,
}

impl<'m> Names<'m> {
    pub(super) fn of(model: &'m Model) -> Self {
        let mut written = model.reached(|operation| &operation.answer);
        model.refusal.iter().for_each(|refusal| model.reach(refusal, &mut written));
        Self { model, read: model.reached(|operation| &operation.request), written }
    }

    pub(super) fn read(&self, name: &str) -> bool {
        self.read.contains(name)
    }

    pub(super) fn written(&self, name: &str) -> bool {
        self.written.contains(name)
    }

    /// What a document is called as a request.
    pub(super) fn input(&self, name: &str) -> String {
        let both = self.read(name) && self.written(name);
        let differs = match self.shape(name) {
            Some(Shape::Fields(_)) => true,
            Some(Shape::Alias(of)) => both && self.type_of(of, false) != self.type_of(of, true),
            _ => false,
        };
        format!("{name}{}", if both && differs { "Input" } else { "" })
    }

    fn shape(&self, name: &str) -> Option<&'m Shape> {
        self.model.declarations.get(name).map(|declaration| &declaration.shape)
    }

    /// A type as it is read or written. Where a dict is read, an answer of that form will do as well.
    pub(super) fn type_of(&self, of: &Type, read: bool) -> String {
        let join = |members: &[Type], between: &str| {
            members.iter().map(|member| self.type_of(member, read)).collect::<Vec<_>>().join(between)
        };
        match of {
            Type::Named(name) if read => {
                let answer = name.strip_suffix("Input").filter(|answer| self.written(answer));
                let answer = answer.or_else(|| self.written(name).then_some(name.as_str()));
                match (self.shape(name), answer) {
                    (Some(Shape::Fields(_)), Some(answer)) => format!("{} | {answer}", self.input(name)),
                    _ => self.input(name),
                }
            }
            Type::Named(name) => name.clone(),
            Type::Literal(value) => format!("Literal[{value}]"),
            Type::Date if read => "datetime.date | str".to_owned(),
            Type::Text | Type::Date => "str".to_owned(),
            Type::Number => "float".to_owned(),
            Type::Count => "int".to_owned(),
            Type::Truth => "bool".to_owned(),
            Type::Null => "None".to_owned(),
            Type::List(of) if read => format!("Sequence[{}]", self.type_of(of, read)),
            Type::List(of) => format!("tuple[{}, ...]", self.type_of(of, read)),
            Type::Tuple(members) => format!("tuple[{}]", join(members, ", ")),
            Type::Union(members) => {
                let (words, others): (Vec<_>, Vec<_>) =
                    members.iter().cloned().partition(|member| matches!(member, Type::Literal(_)));
                let words: Vec<String> = words
                    .iter()
                    .filter_map(
                        |word| if let Type::Literal(word) = word { Some(word.to_string()) } else { None },
                    )
                    .collect();
                let words =
                    if words.is_empty() { String::new() } else { format!("Literal[{}]", words.join(", ")) };
                [words, join(&others, " | ")]
                    .iter()
                    .filter(|part| !part.is_empty())
                    .cloned()
                    .collect::<Vec<_>>()
                    .join(" | ")
            }
            Type::Entries(of) => format!("Mapping[str, {}]", self.type_of(of, read)),
            Type::Foreign => "Document".to_owned(),
        }
    }
}
