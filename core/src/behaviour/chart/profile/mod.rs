//! The profile of one person towards one behaviour.

mod marks;
mod rows;

use super::{seen_by, standings, title, told, unknown};
use crate::Language;
use crate::behaviour::Thresholds;
use crate::behaviour::{Assessment, Profile, assess};
use crate::chart::{Chart, Frame, pick, sentence};
use crate::{Score, Vocabulary};

/// The room for the names of the determinants, in pixels.
const NAMES: u32 = 170;

/// Draws the seven determinants on five steps from hindering to supporting.
///
/// A coloured tile is the step someone saw, or a score came to. Where it was measured, the point is the score:
/// each step is drawn equally wide, with the bounds between the steps below. Sub-determinants have a row of
/// their own. What is unknown has a dashed outline across all steps: it may be any of them.
///
/// ```
/// use meedoen::behaviour::{profile_chart, Determinant, Profile, Standing};
/// use meedoen::{Label, Language, Perspective};
/// let profile = Profile::new(Label::of("werk zoeken", "looking for work"), Perspective::Professional)
///     .with(Determinant::Attitude, Standing::Hindering);
/// let chart = profile_chart(&profile, Language::En);
/// assert_eq!(chart.spec()["title"]["text"][0], "Behaviour profile – looking for work");
/// ```
///
/// # Source
/// IBM-02…16
pub fn profile_chart(profile: &Profile, language: Language) -> Chart {
    let assessment = assess(profile);
    let (rows, table) = rows::rows(&assessment, language);
    let measured = table.iter().any(|row| row.get("score").is_some());
    let detailed = assessment.determinants.iter().any(|view| !view.facets.is_empty());
    let step = if detailed { 22 } else { 34 };
    let layers = marks::layers(&rows, &assessment.thresholds, measured, language);
    frame(&assessment, measured, language).chart(table, step, layers)
}

/// The bounds of the five steps on the scale of scores.
fn bounds(thresholds: &Thresholds) -> [f64; 6] {
    let (least, most) = Score::RANGE;
    let Thresholds { strongly_hindering_below, hindering_below, mixed_below, supporting_below, .. } =
        *thresholds;
    [least, strongly_hindering_below, hindering_below, mixed_below, supporting_below, most]
}

fn frame(assessment: &Assessment, measured: bool, language: Language) -> Frame {
    let mut caption = Vec::new();
    if measured {
        let key = pick(
            language,
            "● score van 0 tot 100, waarop 100 het gedrag het meest steunt; ○ score van een sub-determinant.",
            "● score from 0 to 100, on which 100 supports the behaviour most; ○ score of a sub-determinant.",
        );
        let bounds = pick(language, "Grenzen tussen de stappen", "Bounds between the steps");
        let provenance = assessment.thresholds.provenance.note.in_language(language);
        caption.push(key.to_owned());
        caption.push(sentence(&format!("{bounds}: {provenance}")));
    }
    if let Some(instrument) = &assessment.instrument {
        let name = pick(language, "Vragenlijst", "Questionnaire");
        let kind = instrument.provenance.kind.label();
        caption.push(format!(
            "{name}: {} {} ({}).",
            instrument.id,
            instrument.version,
            kind.in_language(language)
        ));
    }
    let no_rule = pick(
        language,
        "Of het gedrag er komt hangt af van alles samen; het model geeft daar geen rekenregel voor (IBM-15).",
        "Whether the behaviour follows depends on all of it together; the model gives no rule to calculate it (IBM-15).",
    );
    caption.push(no_rule.to_owned());
    let title = title(pick(language, "Gedragsprofiel", "Behaviour profile"), assessment, language);
    let seen = seen_by(assessment, language);
    let description = format!("{} {seen} {}", sentence(&title), told(assessment, language));
    let findings = standings(assessment, language).into_iter().chain(unknown(assessment, language));
    Frame {
        title,
        findings: findings.chain([seen]).collect(),
        caption,
        description,
        left: NAMES,
        below: if measured { 40 } else { 14 },
    }
}
