//! What is known.

use super::{Input, InputKind, Name};
use crate::document::Reader;
use crate::error::Mistake;
use crate::math::shown;
use crate::ordered::ByName;
use crate::{Label, Value};

/// The known values of named inputs; an input that is not in it is unknown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts(ByName<Value>);

impl Facts {
    /// The value of an input, `None` when unknown.
    pub fn get(&self, input: &str) -> Option<&Value> {
        self.0.get(input)
    }

    /// The same facts with one more.
    #[must_use]
    pub fn with(mut self, input: impl Into<Name>, value: impl Into<Value>) -> Self {
        self.0.insert(input.into(), value.into());
        self
    }

    /// The same facts without one.
    #[must_use]
    pub fn without(mut self, input: &str) -> Self {
        self.0.remove(input);
        self
    }

    /// Sets an input to a value, or to unknown.
    pub fn set(&mut self, input: impl Into<Name>, value: Option<Value>) {
        match (input.into(), value) {
            (input, Some(value)) => self.0.insert(input, value),
            (input, None) => self.0.remove(&input),
        }
    }

    /// The known inputs in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = (&Name, &Value)> {
        self.0.iter()
    }

    /// Reads facts from an object with the inputs as its fields; `null` and absent are unknown.
    pub fn read(reader: &Reader<'_>, inputs: &[Input]) -> Option<Self> {
        let names: Vec<&str> = inputs.iter().map(|input| &*input.name).collect();
        let fields = reader.fields(&names)?;
        let mut facts = Self::default();
        let mut complete = true;
        for input in inputs {
            match fields.maybe(&input.name, |field| input.read(field)) {
                Some(value) => facts.set(input.name.clone(), value),
                None => complete = false,
            }
        }
        complete.then_some(facts)
    }
}

impl<N: Into<Name>, V: Into<Value>> FromIterator<(N, V)> for Facts {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(facts: I) -> Self {
        Self(facts.into_iter().map(|(input, value)| (input.into(), value.into())).collect())
    }
}

impl Input {
    /// Reads a value of this input, checked against what it can be.
    pub fn read(&self, reader: &Reader<'_>) -> Option<Value> {
        match &self.kind {
            InputKind::Truth => reader.truth().map(Value::Truth),
            InputKind::Number { min, max, .. } => {
                let number = reader.number()?;
                if number < *min || number > *max {
                    reader.refuse(Mistake::OutsideRange { value: shown(number), min: *min, max: *max });
                    return None;
                }
                Some(Value::Number(number))
            }
            InputKind::Choice { choices } => {
                let code = reader.text()?;
                let known = choices.iter().find(|choice| choice.code == code);
                if known.is_none() {
                    let expected = choices.iter().map(|choice| choice.code.to_string()).collect();
                    reader.refuse(Mistake::UnknownCode {
                        what: Label::of("deze vraag", "answer to this question"),
                        value: code.to_owned(),
                        expected,
                    });
                }
                known.map(|choice| Value::Code(choice.code.clone()))
            }
        }
    }

    /// Checks a value that did not come from a document.
    ///
    /// # Errors
    /// `wrong-kind`, `not-finite`, `outside-range` or `unknown-code` when the input cannot have this value.
    pub fn check(&self, value: &Value) -> Result<(), crate::Error> {
        let json = match value {
            Value::Truth(truth) => serde_json::Value::from(*truth),
            Value::Number(number) if !number.is_finite() => {
                return Err(Mistake::NotFinite { value: shown(*number) }.into());
            }
            Value::Number(number) => serde_json::Value::from(*number),
            Value::Code(code) => serde_json::Value::from(code.as_ref()),
        };
        let problems = crate::document::Problems::default();
        let read = self.read(&Reader::new(&json, &problems));
        problems.finish(read).map(drop)
    }
}
