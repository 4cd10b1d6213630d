//! The format of a vector file, read strictly.

use crate::{Problem, read};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeSet;

/// A file of cases.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VectorFile {
    /// What the file holds.
    pub description: String,
    /// The cases by operation.
    pub groups: Vec<Group>,
}

/// Cases of one operation.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// The name of the operation.
    pub operation: String,
    /// `table`, `slices` or `frame` for what takes columns instead of a document, `value` for what JSON cannot hold.
    #[serde(default)]
    pub via: Via,
    /// The facts the cases rest on.
    #[serde(default)]
    pub source: Vec<String>,
    /// The cases, in order.
    pub cases: Vec<Case>,
}

/// How a group reaches the library.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Via {
    /// A request as a document.
    #[default]
    Document,
    /// Columns of numbers: not in JavaScript.
    Table,
    /// Columns that need not make up a table: only in Rust.
    Slices,
    /// A table with columns of any kind: only in Python.
    Frame,
    /// A request that JSON cannot hold: only in Python and JavaScript.
    Value,
}

impl Via {
    /// Whether it is a request as a document.
    pub fn is_document(self) -> bool {
        self == Self::Document
    }

    /// Whether Rust takes it: what only the values of another language can hold is theirs.
    pub fn in_rust(self) -> bool {
        !matches!(self, Self::Frame | Self::Value)
    }
}

/// One request with what it should come to.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// What the case shows, as a sentence.
    pub name: String,
    /// Why the answer must be this.
    pub why: String,
    /// The request, as a document.
    #[serde(default, deserialize_with = "given")]
    pub request: Option<Value>,
    /// The request, as a text that need not be JSON.
    #[serde(default)]
    pub text: Option<String>,
    /// What the answer must hold.
    #[serde(default, deserialize_with = "given")]
    pub want: Option<Value>,
    /// What the error must hold.
    #[serde(default)]
    pub error: Option<Value>,
}

/// A field that is there counts, also when it is `null`.
fn given<'de, D: serde::Deserializer<'de>>(reader: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(reader).map(Some)
}

impl VectorFile {
    /// Reads a file by its path from `tests/vectors`.
    ///
    /// # Errors
    /// When the file cannot be read, or is not of the format; every case is named that is not.
    pub fn load(file: &str) -> Result<Self, Problem> {
        let text = read(&format!("vectors/{file}"))?;
        let vectors: Self = serde_json::from_str(&text).map_err(|error| format!("{file}: {error}"))?;
        let mut names = BTreeSet::new();
        let mut problems = Vec::new();
        for (group, case) in vectors.cases() {
            let id = group.id(case);
            let expected = usize::from(case.want.is_some()) + usize::from(case.error.is_some());
            // A recorded case is written without what it comes to; recording adds that.
            let one = if file.starts_with("recorded/") { expected <= 1 } else { expected == 1 };
            if !one || case.request.is_some() == case.text.is_some() {
                problems.push(format!("{file}: `{id}` needs one request or text, and one want or error"));
            }
            if case.name.is_empty() || (case.why.is_empty() && !file.starts_with("recorded/")) {
                problems.push(format!("{file}: `{id}` needs a name and a why"));
            }
            if !names.insert(id.clone()) {
                problems.push(format!("{file}: `{id}` occurs twice"));
            }
        }
        if problems.is_empty() { Ok(vectors) } else { Err(problems.join("\n")) }
    }

    /// Every case with its group, in order.
    pub fn cases(&self) -> impl Iterator<Item = (&Group, &Case)> {
        self.groups.iter().flat_map(|group| group.cases.iter().map(move |case| (group, case)))
    }
}

impl Group {
    /// What a case is called in messages and digests.
    pub fn id(&self, case: &Case) -> String {
        format!("{}: {}", self.operation, case.name)
    }
}
