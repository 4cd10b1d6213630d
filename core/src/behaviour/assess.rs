//! What stands in the way of one behaviour, and what is not known.

use super::profile::{FacetFinding, Finding, InstrumentUsed, Profile};
use super::{Determinant, Domain, Standing, Thresholds};
use crate::decide::Question;
use crate::math::shown;
use crate::ordered::by_key;
use crate::{Given, Label, Perspective, Reason, Score, Vocabulary};
use serde::Serialize;

/// The determinants of one person towards one behaviour, from one perspective.
///
/// It never says that the behaviour will or will not follow: the model gives no rule for that (IBM-15).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Assessment {
    /// The one behaviour it is about.
    pub target_behaviour: Label,
    /// Whose perspective it is.
    pub perspective: Perspective,
    /// The assessment in one sentence.
    pub label: Label,
    /// Every determinant, in the order of the model.
    pub determinants: Vec<DeterminantView>,
    /// The determinants that stand in the way, strongest first.
    pub limiting: Vec<Determinant>,
    /// The determinants that neither clearly support nor hinder.
    pub mixed: Vec<Determinant>,
    /// The determinants that support.
    pub supporting: Vec<Determinant>,
    /// The determinants nothing is known of; unknown is not “fine”.
    pub unknown: Vec<Determinant>,
    /// What follows from the model, and what does not.
    pub reasons: Vec<Reason>,
    /// What to ask next: the first unknown determinant.
    pub next_question: Option<Question>,
    /// Where scores pass from one standing into the next.
    pub thresholds: Thresholds,
    /// The instrument the scores come from.
    pub instrument: Option<InstrumentUsed>,
}

/// How one determinant stands.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DeterminantView {
    /// The determinant.
    pub determinant: Determinant,
    /// Its name.
    pub label: Label,
    /// Willing or being able.
    pub domain: Domain,
    /// How it stands towards the behaviour, `None` when unknown.
    pub standing: Option<Standing>,
    /// The score, 0 to 100, on which 100 supports the behaviour most; `None` when it was not measured.
    pub score: Option<Score>,
    /// The same by sub-determinant.
    pub facets: Vec<FacetFinding>,
    /// What was seen or said, in words.
    pub note: Option<String>,
    /// Why it stands as it does.
    pub reasons: Vec<Reason>,
}

/// Assesses the determinants of one person towards one behaviour.
///
/// ```
/// use meedoen::behaviour::{assess, Determinant, Profile, Standing};
/// use meedoen::{Label, Perspective};
/// let profile = Profile::new(Label::of("werk zoeken", "looking for work"), Perspective::Professional)
///     .with(Determinant::Attitude, Standing::Hindering);
/// let assessment = assess(&profile);
/// assert_eq!(assessment.limiting, [Determinant::Attitude]);
/// assert_eq!(assessment.unknown.len(), 6);
/// ```
///
/// # Source
/// IBM-02…16, IBM-34, IBM-36, GEN-11
pub fn assess(profile: &Profile) -> Assessment {
    let with = |holds: fn(Standing) -> bool| -> Vec<Determinant> {
        let found = Determinant::ALL.iter().copied().filter(|&one| profile.standing(one).is_some_and(holds));
        by_key(found.collect(), |&determinant| profile.standing(determinant))
    };
    let unknown: Vec<Determinant> =
        Determinant::ALL.iter().copied().filter(|&one| profile.standing(one).is_none()).collect();
    let limiting = with(Standing::hinders);
    Assessment {
        target_behaviour: profile.target_behaviour.clone(),
        perspective: profile.perspective,
        label: label(&limiting, &unknown),
        determinants: Determinant::ALL.iter().map(|&determinant| view(profile, determinant)).collect(),
        mixed: with(|standing| standing == Standing::Mixed),
        supporting: with(Standing::supports),
        reasons: super::statement::statements(profile, &limiting, &unknown),
        next_question: unknown.first().map(|determinant| determinant.to_ask()),
        limiting,
        unknown,
        thresholds: profile.thresholds.clone(),
        instrument: profile.instrument.clone(),
    }
}

/// The names of determinants as one enumeration; “none” when there are none.
pub(super) fn names(determinants: &[Determinant]) -> Label {
    if determinants.is_empty() {
        return Label::of("geen", "none");
    }
    let labels: Vec<Label> = determinants.iter().map(|determinant| determinant.label()).collect();
    Label::join(&labels, ", ")
}

fn label(limiting: &[Determinant], unknown: &[Determinant]) -> Label {
    let (limiting, unknown) = (names(limiting), names(unknown));
    Label::said(
        format_args!("staat in de weg: {}; onbekend: {}", limiting.nl, unknown.nl),
        format_args!("stands in the way: {}; unknown: {}", limiting.en, unknown.en),
    )
}

fn view(profile: &Profile, determinant: Determinant) -> DeterminantView {
    let finding = profile.finding(determinant);
    DeterminantView {
        determinant,
        label: determinant.label(),
        domain: determinant.domain(),
        standing: finding.map(|finding| finding.standing),
        score: finding.and_then(|finding| finding.score),
        facets: finding.map_or_else(Vec::new, |finding| finding.facets.clone()),
        note: finding.and_then(|finding| finding.note.clone()),
        reasons: vec![why(profile, determinant, finding)],
    }
}

fn why(profile: &Profile, determinant: Determinant, finding: Option<&Finding>) -> Reason {
    let (code, text, inputs) = match finding {
        None => {
            ("not-recorded", Label::of("hierover is niets bekend", "nothing is known about this"), Vec::new())
        }
        Some(Finding { score: Some(score), standing, .. }) => {
            let (value, standing) = (score.value(), standing.label());
            let shown = shown(value.round());
            let text = Label::said(
                format_args!("score {shown} van 100 (100 steunt het gedrag het meest): {}", standing.nl),
                format_args!("score {shown} of 100 (100 supports the behaviour most): {}", standing.en),
            );
            ("measured", text, vec![Given::new("score", Label::of("score", "score"), value)])
        }
        Some(finding) => {
            let (who, standing) = (profile.perspective.label(), finding.standing.label());
            let text = Label::said(
                format_args!("zoals gezien door {}: {}", who.nl, standing.nl),
                format_args!("as seen by {}: {}", who.en, standing.en),
            );
            (
                "seen",
                text,
                vec![Given::new("standing", Standing::NAME, finding.standing.code()).in_words(standing)],
            )
        }
    };
    Reason::new(code, text, inputs, determinant.source())
}
