//! Placing someone question by question.

use super::classify::{Answers, Placement, classify};
use super::flow::FLOW;
use crate::decide::{Question, Step};
use crate::document::{Document, Fields, Reader};
use crate::{Error, Perspective, Value};
use serde::Serialize;

/// The questions answered so far and the placement they come to.
///
/// A session is a value: answering gives a new one, so going back is using an earlier one.
///
/// ```
/// use meedoen::ladder::{Rung, Session};
/// let mut session = Session::new(None);
/// while let Some(question) = session.question() {
///     let contract = question.input == "contract";
///     session = session.answer(&question.input.clone(), Some((!contract).into()))?;
///     if session.placement().rung.is_some() { break; }
/// }
/// # Ok::<(), meedoen::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Session {
    /// The answers given so far, in order.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Step>>"))]
    steps: crate::decide::Session<'static>,
    /// Whose view it is; the professional's unless said otherwise.
    perspective: Option<Perspective>,
}

/// A session as a document.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SessionState {
    /// The answers given, in order; an answer that is absent means “not known”.
    pub steps: Vec<Step>,
    /// The question to ask now; `None` when the rung is known or nobody knows what is left.
    pub question: Option<Question>,
    /// Whether there is nothing left to ask.
    pub done: bool,
    /// Where it comes to so far.
    pub placement: Placement,
}

impl Session {
    /// A session in which nothing has been asked.
    pub fn new(perspective: Option<Perspective>) -> Self {
        Self { steps: crate::decide::Session::new(&FLOW), perspective }
    }

    /// The session after one more answer; `None` stands for “not known”.
    ///
    /// # Errors
    /// `undefined` when there is no such question; `wrong-kind` or `unknown-code` when it has no such answer.
    pub fn answer(&self, input: &str, answer: Option<Value>) -> Result<Self, Error> {
        Ok(Self { steps: self.steps.answer(input, answer)?, perspective: self.perspective })
    }

    /// The question to ask now.
    pub fn question(&self) -> Option<Question> {
        self.steps.question()
    }

    /// What was answered, with what nobody knows: that is not asked again.
    pub fn answers(&self) -> Answers {
        Answers::of_session(&self.steps, self.perspective)
    }

    /// Where it comes to so far.
    pub fn placement(&self) -> Placement {
        classify(&self.answers())
    }

    /// The session as a document.
    pub fn state(&self) -> SessionState {
        let placement = self.placement();
        let question = placement.next_question.clone();
        SessionState { steps: self.steps.steps().to_vec(), done: question.is_none(), question, placement }
    }
}

impl Document for Session {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        Self::of_fields(&reader.fields(&["steps", "perspective"])?)
    }
}

impl Session {
    /// Reads the fields of a request that has more of them.
    pub(crate) fn of_fields(fields: &Fields<'_>) -> Option<Self> {
        let steps = match fields.optional("steps") {
            Some(steps) => crate::decide::Session::read(&FLOW, &steps),
            None => Some(crate::decide::Session::new(&FLOW)),
        };
        let perspective = fields.maybe("perspective", Reader::code);
        Some(Self { steps: steps?, perspective: perspective? })
    }
}
