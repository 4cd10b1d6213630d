//! Writing down what the library answers now.

use crate::layout::Tree;
use crate::run::parse;
use crate::vector::{Case, Group, VectorFile};
use crate::{Answered, DIGESTS, Problem, all_vector_files, answers, digest};
use serde_json::{Map, Value};

/// A file as it should be.
#[derive(Clone, Debug, PartialEq)]
pub struct Recording {
    /// Its path from `tests/vectors`.
    pub file: String,
    /// Its text.
    pub text: String,
}

/// Every recorded file as it should be: the recorded vectors, and the digest of the answer to every case.
///
/// # Errors
/// When a vector file is wrong.
pub fn record() -> Result<Vec<Recording>, Problem> {
    let (mut recordings, mut digests) = (Vec::new(), Map::new());
    for file in all_vector_files()? {
        let vectors = VectorFile::load(&file)?;
        let answered = answers(&vectors)?;
        let digest_of = |(group, case, answer): &(&Group, &Case, Answered)| {
            (group.id(case), Value::from(digest(&answer.text)))
        };
        digests.insert(file.clone(), Value::Object(answered.iter().map(digest_of).collect()));
        if file.starts_with("recorded/") {
            recordings.push(Recording { text: rewritten(&vectors, &answered)?, file });
        }
    }
    let description = "The FNV-1a digest of the complete answer to every case; written by `record`.";
    let text = Tree::Object(vec![
        ("description", Tree::text(description)),
        ("files", Tree::Value(Value::Object(digests))),
    ]);
    recordings.push(Recording { file: format!("recorded/{DIGESTS}"), text: text.lay_out() });
    Ok(recordings)
}

/// A recorded file with what its cases come to now.
fn rewritten(vectors: &VectorFile, answered: &[(&Group, &Case, Answered)]) -> Result<String, Problem> {
    let mut groups = Vec::new();
    for group in &vectors.groups {
        let mut cases = Vec::new();
        for case in &group.cases {
            let own = answered.iter().find(|(_, other, _)| std::ptr::eq(*other, case));
            let Some((_, _, answer)) = own else {
                return Err(format!("`{}` cannot be recorded", group.id(case)));
            };
            let request = match (&case.request, &case.text) {
                (Some(request), _) => ("request", Tree::Value(request.clone())),
                (None, text) => ("text", Tree::text(text.as_deref().unwrap_or_default())),
            };
            let outcome = if answer.refused { "error" } else { "want" };
            cases.push(Tree::Object(vec![
                ("name", Tree::text(&case.name)),
                ("why", Tree::text(&case.why)),
                request,
                (outcome, Tree::Value(parse(&answer.text)?)),
            ]));
        }
        groups.push(Tree::Object(vec![
            ("operation", Tree::text(&group.operation)),
            ("cases", Tree::List(cases)),
        ]));
    }
    let fields = vec![("description", Tree::text(&vectors.description)), ("groups", Tree::List(groups))];
    Ok(Tree::Object(fields).lay_out())
}
