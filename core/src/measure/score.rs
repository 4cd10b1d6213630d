//! Scoring one person.

use super::{Instrument, Item, Output, Part, Polarity, Scale};
use crate::document::{Document, Problems, Reader};
use crate::error::{Error, Mistake, Place};
use crate::math::shown;
use crate::ordered::ByName;
use crate::{Given, Label, Provenance, Reason, Score, Source};
use serde::Serialize;
use std::borrow::Cow;

/// The answers of one person, by item; an item that is not in it, or has no value, was not answered.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ItemAnswers"))]
pub struct Answers(
    #[cfg_attr(feature = "schema", schemars(with = "std::collections::BTreeMap<String, Option<f64>>"))]
    ByName<Option<f64>>,
);

impl Answers {
    /// The answer to an item, `None` when there is none.
    pub fn get(&self, item: &str) -> Option<f64> {
        self.0.get(item).copied().flatten()
    }
}

impl<S: Into<String>> FromIterator<(S, Option<f64>)> for Answers {
    fn from_iter<I: IntoIterator<Item = (S, Option<f64>)>>(answers: I) -> Self {
        Self(answers.into_iter().map(|(item, answer)| (Cow::Owned(item.into()), answer)).collect())
    }
}

impl Document for Answers {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let entries = reader.entries()?;
        let read = |(item, answer): &(&str, Reader<'_>)| {
            let value = if answer.value().is_null() { None } else { Some(answer.number()?) };
            Some((Cow::Owned((*item).to_owned()), value))
        };
        let answers: Vec<_> = entries.iter().map(read).collect();
        answers.into_iter().collect::<Option<_>>().map(Self)
    }
}

/// The scores of one person on an instrument.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Scores {
    /// The name of the instrument.
    pub instrument: String,
    /// Its version.
    pub version: String,
    /// The behaviour the instrument asks about.
    pub target_behaviour: Option<Label>,
    /// How the instrument came to be.
    pub provenance: Provenance,
    /// The scores, in the order of the scales.
    pub scales: Vec<ScaleScore>,
}

/// The score on one scale.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ScaleScore {
    /// The name of the scale.
    pub scale: String,
    /// What it measures.
    pub label: Label,
    /// What a high score means.
    pub polarity: Polarity,
    /// The score in the unit of `output`, `None` when there are too few answers.
    pub value: Option<f64>,
    /// What the score is.
    pub output: Output,
    /// The mean as a percentage of the maximum possible.
    pub percent: Option<Score>,
    /// How many parts have an answer.
    pub valid: usize,
    /// How many parts there are.
    pub parts: usize,
    /// The items without an answer.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<Vec<String>>"))]
    pub missing: Vec<String>,
    /// The same by sub-determinant.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<Vec<FacetScore>>"))]
    pub facets: Vec<FacetScore>,
    /// Why there is a score, or why there is none.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<Vec<Reason>>"))]
    pub reasons: Vec<Reason>,
}

/// The score on one sub-determinant: the mean of its valid parts, under the same rule.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FacetScore {
    /// The name of the sub-determinant.
    pub facet: String,
    /// The mean as a percentage of the maximum possible, `None` when there are too few answers.
    pub percent: Option<Score>,
    /// How many parts have an answer.
    pub valid: usize,
    /// How many parts there are.
    pub parts: usize,
}

impl Instrument {
    /// Scores one person.
    ///
    /// # Errors
    /// `undefined` for an answer to an item the instrument does not have, `off-scale` for an answer that is not
    /// on its scale; all of them at once.
    ///
    /// ```
    /// use meedoen::{behaviour, measure::Answers};
    /// let instrument = behaviour::instrument("job-search")?;
    /// let scores = instrument.score(&Answers::from_iter([("att_1", Some(4.0))]))?;
    /// assert_eq!(scores.scales[0].value, None); // one answer is too few: unknown, not low
    /// # Ok::<(), meedoen::Error>(())
    /// ```
    pub fn score(&self, answers: &Answers) -> Result<Scores, Error> {
        let problems = Problems::default();
        for (id, answer) in answers.0.iter() {
            match (self.item(id), answer) {
                (None, _) => {
                    let what = Label::of("de vraag", "item");
                    problems.add(Mistake::Undefined { what, id: id.to_string() }, Place::default().at(id));
                }
                (Some(item), Some(answer))
                    if !self.is_missing_code(*answer) && !self.scale_of(item).has(*answer) =>
                {
                    problems.add(self.off_scale(item, *answer), Place::default().at(id));
                }
                _ => {}
            }
        }
        let scales = self.scales.iter().map(|scale| self.score_scale(scale, answers)).collect();
        problems.finish(Some(Scores {
            instrument: self.id.clone(),
            version: self.version.clone(),
            target_behaviour: self.target_behaviour.clone(),
            provenance: self.provenance.clone(),
            scales,
        }))
    }

    fn score_scale(&self, scale: &Scale, answers: &Answers) -> ScaleScore {
        let (min, max) = self.range(scale);
        let values: Vec<Option<f64>> = scale.parts.iter().map(|part| self.part(part, answers)).collect();
        let (parts, needed) = (values.len(), self.rule(scale).needed(values.len()));
        let valid = values.iter().flatten().count();
        let mean = mean(&values, needed);
        let unanswered =
            |item: &&str| self.item(item).is_some_and(|item| self.keyed(item, answers).is_none());
        let missing =
            scale.parts.iter().flat_map(Part::items).filter(unanswered).map(str::to_owned).collect();
        ScaleScore {
            scale: scale.id.clone(),
            label: scale.label.clone(),
            polarity: scale.polarity,
            value: mean.map(|mean| scale.output.of(mean, parts, (min, max))),
            output: scale.output,
            percent: mean.and_then(|mean| Score::on_scale(mean, min, max).ok()),
            valid,
            parts,
            missing,
            facets: self.facets(scale, &values),
            reasons: vec![counted(valid, parts, needed)],
        }
    }

    fn facets(&self, scale: &Scale, values: &[Option<f64>]) -> Vec<FacetScore> {
        let mut names: Vec<&str> = scale.parts.iter().filter_map(Part::facet).collect();
        let mut seen = crate::ordered::Ordered::default();
        names.retain(|name| seen.insert(*name));
        let (min, max) = self.range(scale);
        let facet = |name: &str| {
            let own = scale.parts.iter().zip(values).filter(|(part, _)| part.facet() == Some(name));
            let own: Vec<Option<f64>> = own.map(|(_, value)| *value).collect();
            let mean = mean(&own, self.rule(scale).needed(own.len()));
            FacetScore {
                facet: name.to_owned(),
                percent: mean.and_then(|mean| Score::on_scale(mean, min, max).ok()),
                valid: own.iter().flatten().count(),
                parts: own.len(),
            }
        };
        names.into_iter().map(facet).collect()
    }

    fn part(&self, part: &Part, answers: &Answers) -> Option<f64> {
        let keyed = |id: &str| self.item(id).and_then(|item| self.keyed(item, answers));
        match part {
            Part::Item { item, .. } => keyed(item),
            Part::Product { product: [first, second], centre: [a, b], .. } => {
                Some((keyed(first)? - a) * (keyed(second)? - b))
            }
        }
    }

    fn keyed(&self, item: &Item, answers: &Answers) -> Option<f64> {
        let answer = answers.get(&item.id).filter(|answer| !self.is_missing_code(*answer))?;
        let scale = self.scale_of(item);
        Some(if item.reverse { scale.min + scale.max - answer } else { answer })
    }

    pub(super) fn is_missing_code(&self, answer: f64) -> bool {
        self.missing_codes.contains(&answer)
    }

    pub(super) fn off_scale(&self, item: &Item, answer: f64) -> Mistake {
        let scale = self.scale_of(item);
        let missing_codes = self.missing_codes.clone();
        Mistake::OffScale { value: shown(answer), min: scale.min, max: scale.max, missing_codes }
    }
}

impl super::AnswerScale {
    /// Whether this is an answer of the scale.
    pub fn has(&self, answer: f64) -> bool {
        answer >= self.min && answer <= self.max && (self.continuous || (answer - self.min).fract() == 0.0)
    }
}

impl Output {
    /// The score of a mean over this many parts, on a scale of this range.
    #[expect(clippy::cast_precision_loss, reason = "a scale has few parts")]
    pub(super) fn of(self, mean: f64, parts: usize, (min, max): (f64, f64)) -> f64 {
        match self {
            Self::Mean => mean,
            Self::Sum => mean * parts as f64,
            Self::Pomp => 100.0 * (mean - min) / (max - min),
        }
    }
}

/// The mean of the valid values, in order; `None` when fewer than `needed` are valid.
#[expect(clippy::cast_precision_loss, reason = "a scale has few parts")]
fn mean(values: &[Option<f64>], needed: usize) -> Option<f64> {
    let valid = values.iter().flatten().count();
    // From 0: `sum` begins at −0 and would keep it.
    (valid >= needed).then(|| values.iter().flatten().fold(0.0, |sum, value| sum + value) / valid as f64)
}

fn counted(valid: usize, parts: usize, needed: usize) -> Reason {
    let (code, nl, en) = if valid >= needed {
        ("enough-answers", "genoeg voor een score", "enough for a score")
    } else {
        ("too-few-answers", "te weinig voor een score: onbekend", "too few for a score: unknown")
    };
    let text = Label::said(
        format_args!("{valid} van {parts} beantwoord, minstens {needed} nodig: {nl}"),
        format_args!("{valid} of {parts} answered, at least {needed} needed: {en}"),
    );
    let count = |name, label, count: usize| {
        u32::try_from(count).map(|count| Given::new(name, label, f64::from(count))).ok()
    };
    let inputs = [
        count("valid", Label::of("beantwoord", "answered"), valid),
        count("parts", Label::of("vragen", "parts"), parts),
        count("needed", Label::of("minstens nodig", "needed at least"), needed),
    ];
    let inputs = inputs.into_iter().flatten();
    Reason::new(code, text, inputs.collect(), Source::reference("missing rule of the instrument"))
}
