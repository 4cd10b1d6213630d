//! What is wrong with what came in: every problem at once, each with its place.

mod kind;
mod listed;
mod message;
mod mistake;
mod place;
mod shape;

pub use kind::Kind;
pub(crate) use listed::Listed;
pub use mistake::Mistake;
pub use place::Place;

use crate::Label;

/// One problem: what is wrong, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    mistake: Mistake,
    place: Place,
}

impl Problem {
    /// A problem at a place.
    pub fn new(mistake: Mistake, place: Place) -> Self {
        Self { mistake, place }
    }

    /// The same mistake at another place.
    #[must_use]
    pub fn at(self, place: Place) -> Self {
        Self { place, ..self }
    }

    /// The stable code of the mistake.
    pub fn code(&self) -> &'static str {
        self.mistake.code()
    }

    /// What is wrong.
    pub fn mistake(&self) -> &Mistake {
        &self.mistake
    }

    /// Where: row, event or field.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// One sentence in two languages that names the place, the value and what was expected.
    pub fn message(&self) -> Label {
        let (place, mistake) = (self.place.label(), self.mistake.message());
        if place.en.is_empty() {
            return mistake;
        }
        Label::join([&place, &mistake], ": ")
    }
}

/// Why a document, a table or an argument was refused; nothing of it has been applied.
///
/// It holds every problem found, in the order of the input. The message is the same in Rust, Python and
/// JavaScript.
///
/// ```
/// let error = "top".parse::<meedoen::ladder::Rung>().unwrap_err();
/// assert_eq!(error.code(), "unknown-code");
/// assert!(error.to_string().starts_with("`top` is not a known rung: expected one of isolated"));
/// ```
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{}", self.message().en)]
pub struct Error {
    // INVARIANT: never empty.
    problems: Vec<Problem>,
}

impl Error {
    /// The error of these problems, `None` when there are none.
    pub fn of(problems: Vec<Problem>) -> Option<Self> {
        (!problems.is_empty()).then_some(Self { problems })
    }

    /// Every problem, in the order of the input.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Every problem, in the order of the input, for an error that tells more.
    pub(crate) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    /// The code of the first problem; it does not change between releases.
    pub fn code(&self) -> &'static str {
        self.problems.first().map_or("", Problem::code)
    }

    /// All problems in one text: the sentence itself, or a numbered list.
    pub fn message(&self) -> Label {
        if let [only] = self.problems.as_slice() {
            return only.message();
        }
        let count = self.problems.len();
        let heading = Label::said(format_args!("{count} problemen"), format_args!("{count} problems"));
        let sentences: Vec<Label> = self
            .problems
            .iter()
            .enumerate()
            .map(|(index, problem)| {
                let (number, message) = (index + 1, problem.message());
                Label::said(
                    format_args!("({number}) {}", message.nl),
                    format_args!("({number}) {}", message.en),
                )
            })
            .collect();
        Label::join([&heading, &Label::join(&sentences, "; ")], ": ")
    }

    /// The error as a JSON document, as the bindings hand it on.
    pub fn to_json(&self) -> String {
        // A document of texts and counts can be written.
        serde_json::to_string(&shape::Refusal::of(self)).unwrap_or_default()
    }
}

impl From<Mistake> for Error {
    fn from(mistake: Mistake) -> Self {
        Self { problems: vec![Problem::new(mistake, Place::default())] }
    }
}
