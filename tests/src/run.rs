//! Running a case, and what it comes to.

use crate::vector::{Case, Group, VectorFile, Via};
use crate::{Problem, table};
use meedoen::operation;
use serde_json::{Value, json};

/// The complete answer to a case, as the document the bindings hand on.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    /// The answer, or the error, as JSON text.
    pub text: String,
    /// Whether it is an error.
    pub refused: bool,
}

/// Runs a case; `None` when it is of a kind that Rust does not take.
///
/// # Errors
/// When the case itself is wrong.
pub fn answer(group: &Group, case: &Case) -> Result<Option<Answered>, Problem> {
    let answered = match group.via {
        Via::Frame | Via::Value => return Ok(None),
        Via::Table | Via::Slices => {
            table::run(&group.operation, case.request.as_ref().unwrap_or(&Value::Null))?
        }
        Via::Document => operation::call(&group.operation, &request(case)?),
    };
    Ok(Some(match answered {
        Ok(text) => Answered { text, refused: false },
        Err(error) => Answered { text: error.to_json(), refused: true },
    }))
}

/// The request of a case as text.
fn request(case: &Case) -> Result<String, Problem> {
    if let Some(text) = &case.text {
        return Ok(text.clone());
    }
    let mut request = case.request.clone().unwrap_or_default();
    for field in request.as_object_mut().into_iter().flat_map(serde_json::Map::values_mut) {
        // An instrument of the library by its name, so that a case need not hold all of it.
        if let Some(id) = field.get("$builtin") {
            let text = operation::call("behaviour.instrument", &json!({"id": id}).to_string());
            *field = parse(&text.map_err(|error| error.to_string())?)?;
        }
    }
    Ok(request.to_string())
}

/// The cases of a file that Rust takes, by what they are called, with the answer of each.
///
/// # Errors
/// When a case is wrong.
pub fn answers<'v>(vectors: &'v VectorFile) -> Result<Vec<(&'v Group, &'v Case, Answered)>, Problem> {
    let run = |(group, case): (&'v Group, &'v Case)| {
        Ok(answer(group, case)?.map(|answered| (group, case, answered)))
    };
    vectors.cases().filter_map(|pair| run(pair).transpose()).collect()
}

impl Answered {
    /// What is not as the case wants it.
    ///
    /// # Errors
    /// When the answer is not JSON.
    pub fn differences(&self, case: &Case) -> Result<Vec<String>, Problem> {
        let found = parse(&self.text)?;
        Ok(match (&case.want, &case.error) {
            (Some(want), _) if !self.refused => crate::differences(want, &found),
            (_, Some(want)) if self.refused => crate::differences(want, &found),
            _ => vec![format!("came to {}", self.text)],
        })
    }
}

/// A JSON text as a value.
pub(crate) fn parse(text: &str) -> Result<Value, Problem> {
    serde_json::from_str(text).map_err(|error| format!("{error}: {text}"))
}
