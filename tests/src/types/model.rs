//! The documents as declarations, whatever the language they are written in.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What a value is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Type {
    Named(String),
    /// One text or number.
    Literal(Value),
    Text,
    Date,
    Number,
    Count,
    Truth,
    Null,
    List(Box<Type>),
    Tuple(Vec<Type>),
    Union(Vec<Type>),
    /// Fields whose names are data.
    Entries(Box<Type>),
    /// A document of another format.
    Foreign,
}

/// A field of a document.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) text: String,
    pub(super) required: bool,
    pub(super) of: Type,
}

/// What a name stands for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shape {
    Fields(Vec<Field>),
    /// The words of a vocabulary, each with what it means.
    Words(Vec<(String, String)>),
    Alias(Type),
}

/// A name with what it stands for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Declaration {
    pub(super) name: String,
    pub(super) text: String,
    pub(super) shape: Shape,
}

/// An operation with its request and its answer.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Operation {
    pub(super) name: String,
    pub(super) text: String,
    pub(super) request: Type,
    /// What the field `panel` of the request is, where it has that field beside those of its document.
    pub(super) panel: Option<Type>,
    pub(super) answer: Type,
}

/// Everything the schema says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Model {
    pub(super) declarations: BTreeMap<String, Declaration>,
    pub(super) operations: Vec<Operation>,
    /// What a refusal is.
    pub(super) refusal: Option<Type>,
}

impl Model {
    /// The names that requests, or answers, are made of.
    pub(super) fn reached(&self, from: impl Fn(&Operation) -> &Type) -> BTreeSet<&str> {
        let mut reached = BTreeSet::new();
        for operation in &self.operations {
            self.reach(from(operation), &mut reached);
        }
        reached
    }

    /// Adds the names a type is made of.
    pub(super) fn reach<'m>(&'m self, of: &'m Type, reached: &mut BTreeSet<&'m str>) {
        match of {
            Type::Named(name) => {
                let declared = self.declarations.get(name).filter(|_| reached.insert(name));
                match declared.map(|declaration| &declaration.shape) {
                    Some(Shape::Fields(fields)) => {
                        for field in fields {
                            self.reach(&field.of, reached);
                        }
                    }
                    Some(Shape::Alias(of)) => self.reach(of, reached),
                    _ => {}
                }
            }
            Type::List(of) | Type::Entries(of) => self.reach(of, reached),
            Type::Tuple(members) | Type::Union(members) => {
                for member in members {
                    self.reach(member, reached);
                }
            }
            _ => {}
        }
    }
}
