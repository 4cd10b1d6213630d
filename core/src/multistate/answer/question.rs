//! What can be asked of a model, and the number that answers it.

use super::course::{Course, Span};
use super::interval::Scale;
use super::reach::first_passage;
use super::registered::registration;
use super::varying::Varying;
use crate::Label;
use crate::error::{Error, Mistake, Place, Problem};
use crate::math::{self, shown};
use crate::multistate::{Model, Quantity};

/// What is asked of a model. States are given by their places in the state space, counted from 0; where several are
/// given, any of them will do.
#[derive(Clone, Debug, PartialEq)]
pub enum Question {
    /// How often a direct move is made by those who can make it, per unit of time.
    Intensity {
        /// The state that is left.
        from: usize,
        /// The state that is entered.
        to: usize,
        /// The moment, on the clock of the pieces.
        at: f64,
    },
    /// By what factor one more of a covariate changes the intensity of a direct move.
    HazardRatio {
        /// The name of the covariate.
        covariate: String,
        /// The state that is left.
        from: usize,
        /// The state that is entered.
        to: usize,
    },
    /// The probability to be in one of these states at the end of a span.
    Probability {
        /// The state at its begin.
        from: usize,
        /// The states at its end.
        to: Vec<usize>,
        /// From when to when.
        span: Span,
    },
    /// How long someone stays in a state at one go, at the intensities of a moment.
    Sojourn {
        /// The state.
        state: usize,
        /// The moment, on the clock of the pieces.
        at: f64,
    },
    /// The probability that the next state is this one.
    Next {
        /// The state that is left.
        from: usize,
        /// The state that is entered.
        to: usize,
        /// The moment, on the clock of the pieces.
        at: f64,
    },
    /// How long it takes on average until one of these states is first reached.
    FirstPassage {
        /// The state at the begin.
        from: usize,
        /// The states to reach.
        to: Vec<usize>,
        /// The begin, on the clock of the pieces.
        begin: f64,
    },
    /// The probability that one of these states is reached within a span; 1 for someone who is there.
    Passing {
        /// The state at its begin.
        from: usize,
        /// The states to reach.
        to: Vec<usize>,
        /// From when to when.
        span: Span,
    },
    /// The expected time in these states within a span.
    Stay {
        /// The state at its begin.
        from: usize,
        /// The states.
        states: Vec<usize>,
        /// From when to when.
        span: Span,
    },
    /// How often a state is entered within a span, on average.
    Visits {
        /// The state at its begin.
        from: usize,
        /// The state that is entered.
        to: usize,
        /// From when to when.
        span: Span,
    },
    /// The probability that a state is registered when someone truly is in another.
    Misregistered {
        /// The true state.
        truly: usize,
        /// The state that is registered.
        registered: usize,
    },
}

const STATE: Label = Label::of("de toestand", "state");
const EFFECT: Label = Label::of("het effect", "effect");

impl Question {
    /// The code of the kind of question, as it stands in documents.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Intensity { .. } => "intensity",
            Self::HazardRatio { .. } => "hazard-ratio",
            Self::Probability { .. } => "probability",
            Self::Sojourn { .. } => "sojourn",
            Self::Next { .. } => "next",
            Self::FirstPassage { .. } => "first-passage",
            Self::Passing { .. } => "passing",
            Self::Stay { .. } => "stay",
            Self::Visits { .. } => "visits",
            Self::Misregistered { .. } => "misregistered",
        }
    }

    /// The state it starts in, where it has one.
    pub fn from(&self) -> usize {
        match self {
            Self::Intensity { from, .. }
            | Self::HazardRatio { from, .. }
            | Self::Probability { from, .. }
            | Self::Next { from, .. }
            | Self::FirstPassage { from, .. }
            | Self::Passing { from, .. }
            | Self::Stay { from, .. }
            | Self::Visits { from, .. } => *from,
            Self::Sojourn { state, .. } => *state,
            Self::Misregistered { truly, .. } => *truly,
        }
    }

    /// The states it leads to, where it has such.
    pub fn to(&self) -> Vec<usize> {
        match self {
            Self::Intensity { to, .. }
            | Self::HazardRatio { to, .. }
            | Self::Next { to, .. }
            | Self::Visits { to, .. } => vec![*to],
            Self::Probability { to, .. } | Self::FirstPassage { to, .. } | Self::Passing { to, .. } => {
                to.clone()
            }
            Self::Stay { states, .. } => states.clone(),
            Self::Sojourn { .. } => Vec::new(),
            Self::Misregistered { registered, .. } => vec![*registered],
        }
    }

    /// From when to when, or the moment; `None` for what does not depend on time.
    pub fn span(&self) -> Option<Span> {
        match self {
            Self::Probability { span, .. }
            | Self::Passing { span, .. }
            | Self::Stay { span, .. }
            | Self::Visits { span, .. } => Some(*span),
            _ => None,
        }
    }

    /// Whether the answer depends on for whom it is asked.
    pub(super) fn is_of_someone(&self) -> bool {
        !matches!(self, Self::HazardRatio { .. })
    }

    fn moment(&self) -> f64 {
        match self {
            Self::Intensity { at, .. } | Self::Sojourn { at, .. } | Self::Next { at, .. } => *at,
            Self::FirstPassage { begin, .. } => *begin,
            _ => self.span().map_or(0.0, |span| span.begin),
        }
    }

    /// On which scale its interval is made: the one on which it has no bounds.
    pub(super) fn scale(&self) -> Scale {
        match self {
            Self::Probability { .. }
            | Self::Passing { .. }
            | Self::Next { .. }
            | Self::Misregistered { .. } => Scale::Logit(1.0),
            Self::Stay { span, .. } => Scale::Logit(span.length()),
            _ => Scale::Log,
        }
    }

    /// Every reason why it cannot be asked of a model.
    pub(super) fn check(&self, model: &Model) -> Result<(), Error> {
        let states = model.specification.space.states();
        let mut problems = Vec::new();
        let mut add = |mistake, field: &str| problems.push(Problem::new(mistake, Place::default().at(field)));
        for (field, state) in
            std::iter::once(("from", self.from())).chain(self.to().into_iter().map(|to| ("to", to)))
        {
            if state >= states.len() {
                add(Mistake::Undefined { what: STATE, id: (state + 1).to_string() }, field);
            }
        }
        let needs_target = !matches!(self, Self::Sojourn { .. });
        if needs_target && self.to().is_empty() {
            add(Mistake::Empty { what: Label::of("de lijst van toestanden", "list of states") }, "to");
        }
        let (begin, end) = (self.moment(), self.span().map_or(f64::MAX, |span| span.end));
        if !begin.is_finite() {
            add(Mistake::OutsideRange { value: shown(begin), min: f64::MIN, max: f64::MAX }, "begin");
        } else if !(end >= begin && end.is_finite()) {
            add(Mistake::OutsideRange { value: shown(end), min: begin, max: f64::MAX }, "end");
        }
        if let Self::HazardRatio { covariate, .. } = self
            && self.effect(model).is_none()
        {
            add(Mistake::Undefined { what: EFFECT, id: covariate.clone() }, "covariate");
        }
        Error::of(problems).map_or(Ok(()), Err)
    }

    /// The place among the parameters of the effect it asks for.
    fn effect(&self, model: &Model) -> Option<usize> {
        let Self::HazardRatio { covariate, from, to } = self else { return None };
        let specification = &model.specification;
        let place = specification.space.moves().iter().position(|one| (one.from, one.to) == (*from, *to))?;
        let number = specification
            .effects
            .iter()
            .position(|effect| effect.covariate == *covariate && effect.moves.contains(&place))?;
        model.parameters.iter().position(|parameter| parameter.quantity == Quantity::Effect(number))
    }

    /// The number that answers it; `None` where it is infinite.
    pub(super) fn figure(&self, model: &Model, course: &Course<'_>) -> Option<Varying> {
        let zero = || Varying::constant(0.0, course.parameters());
        Some(match self {
            Self::Intensity { from, to, at } => course.rate_between(*from, *to, course.piece(*at)),
            Self::HazardRatio { .. } => {
                let place = self.effect(model)?;
                let value = math::exp(model.parameters.get(place)?.value);
                let mut ratio = Varying::constant(value, course.parameters());
                if let Some(by) = ratio.by.get_mut(place) {
                    *by = value;
                }
                ratio
            }
            Self::Probability { from, to, span } => course.passage(*span, &[]).probabilities.total(*from, to),
            Self::Sojourn { state, at } => {
                let exit = course.exit(*state, course.piece(*at));
                if exit.value <= 0.0 {
                    return None;
                }
                exit.inverse()
            }
            Self::Next { from, to, at } => {
                let piece = course.piece(*at);
                let exit = course.exit(*from, piece);
                if exit.value <= 0.0 {
                    return Some(zero());
                }
                course.rate_between(*from, *to, piece).times(&exit.inverse())
            }
            Self::FirstPassage { from, to, begin } => first_passage(course, *from, to, *begin)?,
            Self::Passing { from, to, span } => course.passage(*span, to).probabilities.total(*from, to),
            Self::Stay { from, states, span } => course.passage(*span, &[]).spent.total(*from, states),
            Self::Visits { from, to, span } => course.passage(*span, &[]).entries.at(*from, *to),
            Self::Misregistered { truly, registered } => registration(model, course).at(*truly, *registered),
        })
    }
}
