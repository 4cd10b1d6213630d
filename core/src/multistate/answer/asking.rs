//! Questions to a model as a document.

use super::{Answer, Certainty, IntervalMethod, Method, Question, Span, answers};
use crate::document::{Document, Fields, Reader};
use crate::error::{Error, Mistake};
use crate::multistate::{Model, Profile};
use crate::random::Seed;
use crate::{Label, Vocabulary};

crate::vocabulary! {
    /// What can be asked of a multi-state model.
    pub enum QuestionKind: "question to a model", "vraag aan een model", [] {
        /// How often a direct move is made per unit of time.
        Intensity = "intensity": "intensiteit van een overgang", "intensity of a move", [],
        /// By what factor one more of a covariate changes the intensity of a direct move.
        HazardRatio = "hazard-ratio": "verhouding van intensiteiten", "hazard ratio", [],
        /// The probability to be in a state at the end of a span.
        Probability = "probability": "kans op een toestand", "probability of a state", [],
        /// How long someone stays in a state at one go.
        Sojourn = "sojourn": "verblijfsduur", "sojourn time", [],
        /// The probability that the next state is this one.
        Next = "next": "volgende toestand", "next state", [],
        /// How long it takes until a state is first reached.
        FirstPassage = "first-passage": "tijd tot een toestand", "time to a state", [],
        /// The probability that a state is reached within a span.
        Passing = "passing": "kans een toestand te bereiken", "probability to reach a state", [],
        /// The expected time in a state within a span.
        Stay = "stay": "verwachte tijd in een toestand", "expected time in a state", [],
        /// How often a state is entered within a span.
        Visits = "visits": "aantal keren een toestand in", "entries into a state", [],
        /// The probability that a state is registered when someone truly is in another.
        Misregistered = "misregistered": "kans op een verkeerde registratie", "probability of a wrong registration", [],
    }
}

/// Questions to a model about people of one profile.
///
/// A question that leaves out where it starts or leads to is asked of every state, or of every move.
#[derive(Clone, Debug, PartialEq)]
pub struct Asking {
    /// The model.
    pub model: Model,
    /// What is asked.
    pub questions: Vec<Question>,
    /// For whom.
    pub at: Profile,
    /// How sure the answers are to be.
    pub certainty: Certainty,
}

impl Asking {
    /// The answers, in the order of the questions.
    ///
    /// # Errors
    /// Every problem of every question.
    pub fn answers(&self) -> Result<Vec<Answer>, Error> {
        answers(&self.model, &self.questions, &self.at, &self.certainty)
    }
}

impl Document for Asking {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["model", "questions", "at", "level", "method", "draws", "seed"])?;
        let model = fields.required("model").and_then(|model| Model::read(&model));
        let at = profile(&fields);
        let certainty = certainty(&fields);
        let (model, questions) = (model?, fields.required("questions")?);
        let questions = questions.list_of(|one| read(one, &model))?.into_iter().flatten().collect();
        Some(Self { at: at?, certainty: certainty?, questions, model })
    }
}

/// Values of covariates in the field `at`.
pub(crate) fn profile(fields: &Fields<'_>) -> Option<Profile> {
    let value = |reader: &Reader<'_>| {
        let fields = reader.fields(&["covariate", "value"])?;
        let name = fields.required("covariate").and_then(|name| name.text());
        let value = fields.required("value").and_then(|value| value.number());
        Some((name?.to_owned(), value?))
    };
    Some(Profile { covariates: fields.list_of("at", value)? })
}

/// How sure answers are to be: the fields `level`, `method`, `draws` and `seed`.
pub(crate) fn certainty(fields: &Fields<'_>) -> Option<Certainty> {
    let usual = Certainty::default();
    let level = fields.maybe("level", Reader::number);
    let method = fields.maybe("method", |method| {
        let known = [IntervalMethod::Delta, IntervalMethod::Simulation];
        method.code::<IntervalMethod>().filter(|code| {
            let allowed = known.contains(code);
            if !allowed {
                method.refuse(Mistake::UnknownCode {
                    what: IntervalMethod::NAME,
                    value: code.code().to_owned(),
                    expected: known.iter().map(|one| one.code().to_owned()).collect(),
                });
            }
            allowed
        })
    });
    let draws = fields.maybe("draws", Reader::count);
    let seed = fields.maybe("seed", Reader::count);
    let (draws, seed) = (draws?.unwrap_or(1000), u64::from(seed?.unwrap_or(1)));
    let method = match method? {
        Some(IntervalMethod::Simulation) => Method::Simulation { draws, seed: Seed::new(seed) },
        _ => Method::Delta,
    };
    Some(Certainty { level: level?.unwrap_or(usual.level), method })
}

/// The questions of one element: one for each start and end that it leaves open.
fn read(reader: &Reader<'_>, model: &Model) -> Option<Vec<Question>> {
    let fields = reader.fields(&["question", "from", "to", "begin", "end", "covariate"])?;
    let kind = fields.required("question").and_then(|kind| kind.code::<QuestionKind>());
    let from = fields.maybe("from", |code| state(code, model));
    let to = fields.maybe("to", |codes| match codes.value() {
        serde_json::Value::Array(_) => codes.list_of(|code| state(code, model)),
        _ => state(codes, model).map(|one| vec![one]),
    });
    let begin = fields.maybe("begin", Reader::number);
    let kind = kind?;
    let spans = matches!(
        kind,
        QuestionKind::Probability | QuestionKind::Passing | QuestionKind::Stay | QuestionKind::Visits
    );
    let end = if spans { fields.required("end").and_then(|end| end.number()) } else { Some(0.0) };
    let covariate = match kind {
        QuestionKind::HazardRatio => fields.required("covariate").and_then(|name| name.text()),
        _ => Some(""),
    };
    let begin = begin?.unwrap_or(0.0);
    let wanted = Wanted { kind, span: Span { begin, end: end? }, covariate: covariate?.to_owned() };
    Some(wanted.questions(model, from?, to?))
}

fn state(reader: &Reader<'_>, model: &Model) -> Option<usize> {
    let code = reader.text()?;
    let space = &model.specification.space;
    let place = space.place(code);
    if place.is_none() {
        reader.refuse(Mistake::UnknownCode {
            what: Label::of("de toestand", "state"),
            value: code.to_owned(),
            expected: space.states().iter().map(|state| state.code.clone()).collect(),
        });
    }
    place
}

/// What an element asks, but for where it starts and leads to.
struct Wanted {
    kind: QuestionKind,
    span: Span,
    covariate: String,
}

impl Wanted {
    fn questions(&self, model: &Model, from: Option<usize>, to: Option<Vec<usize>>) -> Vec<Question> {
        let specification = &model.specification;
        let pairs = match self.kind {
            QuestionKind::Intensity | QuestionKind::Next => {
                specification.space.moves().iter().map(|one| (one.from, one.to)).collect()
            }
            QuestionKind::HazardRatio => {
                let of = specification.effects.iter().filter(|effect| effect.covariate == self.covariate);
                let moves = of.flat_map(|effect| &effect.moves);
                moves
                    .filter_map(|place| specification.space.moves().get(*place))
                    .map(|one| (one.from, one.to))
                    .collect()
            }
            QuestionKind::Misregistered => {
                specification.errors.as_ref().map_or_else(Vec::new, |errors| errors.allowed.clone())
            }
            _ => Vec::new(),
        };
        if let (Some(from), Some(to)) = (from, &to) {
            return vec![self.question(from, to.clone())];
        }
        if !pairs.is_empty() {
            let pairs = pairs.into_iter().filter(|(start, _)| from.is_none_or(|from| from == *start));
            let pairs = pairs.filter(|(_, end)| to.as_ref().is_none_or(|to| to.contains(end)));
            return pairs.map(|(from, to)| self.question(from, vec![to])).collect();
        }
        let states = 0..specification.space.states().len();
        let starts: Vec<usize> = from.map_or_else(|| states.clone().collect(), |from| vec![from]);
        let ends: Vec<Vec<usize>> = match (self.kind, to) {
            (QuestionKind::Sojourn, _) => vec![Vec::new()],
            (_, Some(to)) => vec![to],
            _ => states.map(|state| vec![state]).collect(),
        };
        let pairs = starts.iter().flat_map(|from| ends.iter().map(move |to| (*from, to)));
        // Nobody is on the way to where they are, and nobody leaves a state that has no way out.
        let pairs = pairs.filter(|(from, to)| match self.kind {
            QuestionKind::FirstPassage => !to.contains(from),
            QuestionKind::Sojourn => !specification.space.is_absorbing(*from),
            _ => true,
        });
        pairs.map(|(from, to)| self.question(from, to.clone())).collect()
    }

    fn question(&self, from: usize, to: Vec<usize>) -> Question {
        let (span, at) = (self.span, self.span.begin);
        // Only where any of several states will do can there be more than one.
        let one = to.first().copied().unwrap_or(usize::MAX);
        match self.kind {
            QuestionKind::Intensity => Question::Intensity { from, to: one, at },
            QuestionKind::HazardRatio => {
                Question::HazardRatio { covariate: self.covariate.clone(), from, to: one }
            }
            QuestionKind::Probability => Question::Probability { from, to, span },
            QuestionKind::Sojourn => Question::Sojourn { state: from, at },
            QuestionKind::Next => Question::Next { from, to: one, at },
            QuestionKind::FirstPassage => Question::FirstPassage { from, to, begin: at },
            QuestionKind::Passing => Question::Passing { from, to, span },
            QuestionKind::Stay => Question::Stay { from, states: to, span },
            QuestionKind::Visits => Question::Visits { from, to: one, span },
            QuestionKind::Misregistered => Question::Misregistered { truly: from, registered: one },
        }
    }
}
