//! Three-valued decisions that explain themselves.
//!
//! A [`Decision`] is data: named inputs, and rules in order, the first of which that holds gives the outcome.
//! Inputs may be unknown. The [`Answer`] then holds every outcome that is still possible (and no other), what
//! is missing, and the question that narrows the outcomes most. An unknown input never counts as a “no”.
//!
//! # Laws
//! * An outcome is possible exactly when some way of filling in the unknown inputs leads to it.
//! * So answering a question never adds an outcome, and leaving one open never removes one.
//! * Inputs that do not bear on the answer, and the order in which inputs are given, change nothing.
//!
//! ```
//! use meedoen::decide::{Condition, Decision, Facts, Input, Outcome, Rule};
//! use meedoen::{Label, Source};
//! let source = || Source::reference("a house rule");
//! let decision = Decision::new(
//!     vec![Input::truth("rain", Label::of("Regent het?", "Does it rain?"), source())],
//!     vec![Outcome::new("inside", Label::of("binnen", "inside")), Outcome::new("outside", Label::of("buiten", "outside"))],
//!     vec![
//!         Rule::new("inside", "wet", Label::of("het regent", "it rains"), Condition::yes("rain"), source()),
//!         Rule::otherwise("outside", "dry", Label::of("het is droog", "it is dry"), source()),
//!     ],
//! )?;
//! let answer = decision.answer(&Facts::default());
//! assert_eq!(answer.outcome, None);
//! assert_eq!(answer.possible, ["inside", "outside"]);
//! assert_eq!(answer.next_question.unwrap().input, "rain");
//! # Ok::<(), meedoen::Error>(())
//! ```

mod answer;
mod checklist;
mod condition;
mod decision;
mod diagram;
mod explore;
mod facts;
mod input;
mod other_answer;
mod positions;
mod session;
#[cfg(feature = "schema")]
mod shape;
mod standpoint;
mod table;
mod validity;

pub use answer::{Answer, Judgement, Question};
pub use checklist::{Checked, Checklist};
pub use condition::{Condition, Truth};
pub use decision::{Clause, Decision, Outcome, Rule};
pub use facts::Facts;
pub use input::{Choice, Input, InputKind};
pub use other_answer::{Instead, OtherAnswer};
pub use session::{Session, Step};
#[cfg(feature = "schema")]
pub(crate) use shape::facts as facts_schema;
pub use standpoint::{Contested, Standpoint, Standpoints, Verdict};
pub use table::{AnswerColumn, OutcomeTable};
pub use validity::{Timeline, Validity};

/// A name of an input, an outcome or a rule: fixed by the library or read from a document.
pub type Name = std::borrow::Cow<'static, str>;
