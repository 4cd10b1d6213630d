//! What would change an answer.

use super::explore::Explorer;
use super::positions::Positions;
use super::{Decision, Facts, InputKind, Name};
use crate::{Label, Source, Value};
use serde::Serialize;

/// Another answer to one question, with where it would lead while all else stays as it is.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OtherAnswer {
    /// The question.
    pub input: Name,
    /// The question in words.
    pub question: Label,
    /// What was answered, `None` when it is not known.
    pub was: Option<Value>,
    /// What would be answered instead.
    pub would_be: Instead,
    /// Every outcome that would then be possible, in order.
    pub possible: Vec<Name>,
    /// Where the criterion comes from.
    pub source: Source,
}

/// An answer that would change something: a value, or a number within bounds.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Instead {
    /// The value, `None` of a number: its bounds say it.
    pub value: Option<Value>,
    /// The number would be at least this much.
    pub at_least: Option<f64>,
    /// The number would be less than this.
    pub below: Option<f64>,
}

impl Decision {
    /// Every other answer to one question that would make other outcomes possible than are now, question by question
    /// in their order. Of what is not known, every answer that would leave fewer outcomes.
    ///
    /// Changes of two answers at once are not tried: what these show is what each question can do by itself.
    ///
    /// ```
    /// use meedoen::decide::{Condition, Decision, Facts, Input, Outcome, Rule};
    /// use meedoen::{Label, Source};
    /// let (text, source) = (|| Label::of("tekst", "text"), || Source::reference("a house rule"));
    /// let decision = Decision::new(
    ///     vec![Input::number("age", text(), (0.0, 120.0), text(), source())],
    ///     vec![Outcome::new("adult", text()), Outcome::new("minor", text())],
    ///     vec![
    ///         Rule::new("adult", "of-age", text(), Condition::AtLeast("age".into(), 18.0), source()),
    ///         Rule::otherwise("minor", "under-age", text(), source()),
    ///     ],
    /// )?;
    /// let changes = decision.changes(&Facts::from_iter([("age", 17.0)]));
    /// assert_eq!(changes[0].would_be.at_least, Some(18.0));
    /// assert_eq!(changes[0].possible, ["adult"]);
    /// # Ok::<(), meedoen::Error>(())
    /// ```
    pub fn changes(&self, facts: &Facts) -> Vec<OtherAnswer> {
        let explorer = Explorer::new(self, facts);
        let now = explorer.now();
        let trials = (0..self.inputs.len()).flat_map(|input| explorer.cells(input));
        let trials: Vec<(usize, usize)> =
            trials.filter(|(input, cell)| explorer.known(*input) != Some(*cell)).collect();
        let tried = explorer.tried(&trials);
        let other = trials.into_iter().zip(tried).filter(|(_, possible)| *possible != now);
        let change = |((input, cell), possible): ((usize, usize), Positions)| {
            let asked = self.inputs.get(input)?;
            Some(OtherAnswer {
                input: asked.name.clone(),
                question: asked.question.clone(),
                was: facts.get(&asked.name).cloned(),
                would_be: Instead::of(&asked.kind, self.diagram.cells.get(input)?, cell)?,
                possible: explorer.codes(possible),
                source: asked.source.clone(),
            })
        };
        other.filter_map(change).collect()
    }
}

impl Instead {
    fn of(kind: &InputKind, cells: &[Value], cell: usize) -> Option<Self> {
        let number = |cell: usize| match cells.get(cell) {
            Some(Value::Number(bound)) => Some(*bound),
            _ => None,
        };
        Some(match kind {
            InputKind::Number { .. } => Self {
                value: None,
                at_least: if cell == 0 { None } else { number(cell) },
                below: number(cell + 1),
            },
            _ => Self { value: Some(cells.get(cell)?.clone()), at_least: None, below: None },
        })
    }
}
