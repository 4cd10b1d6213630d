//! The reflection of formal and informal parties on how they work together, as in the co-creation lab.

mod themes;

use crate::disclosure::Protection;
use crate::document::{Document, Problems};
use crate::error::{Error, Mistake, Place};
use crate::measure::{Answers, Instrument, ScaleScore};
use crate::{Label, Provenance, Source};
use serde::Serialize;

pub use themes::LabPart;
use themes::Theme;

const TEXT: &str = include_str!("formal_informal.json");

/// What people of formal and of informal parties say of working together, theme by theme.
///
/// It says where views lie apart and asks what to talk about. It judges no party and no person: the sources give no bound
/// between good and bad, and none is used.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reflection {
    /// The name of the instrument.
    pub instrument: String,
    /// Its version.
    pub version: String,
    /// How the instrument came to be.
    pub provenance: Provenance,
    /// How many people of formal parties answered.
    pub formal: usize,
    /// How many people of informal parties answered.
    pub informal: usize,
    /// Each theme, in the order of the scales.
    pub themes: Vec<ReflectionTheme>,
    /// Below how many people a mean is withheld, and how many means are.
    pub protection: Protection,
    /// What to keep in mind.
    pub cautions: Vec<Label>,
    /// Where it comes from.
    pub source: Source,
}

/// What both sides say of one theme.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReflectionTheme {
    /// The name of the scale.
    pub scale: String,
    /// What it is about.
    pub label: Label,
    /// The part of the co-creation lab it belongs to; `None` for a scale of another instrument.
    pub part: Option<LabPart>,
    /// What people of formal parties say.
    pub formal: ReflectionSide,
    /// What people of informal parties say.
    pub informal: ReflectionSide,
    /// The mean of the informal side minus that of the formal side, −100 to 100; `None` when one of them is.
    pub difference: Option<f64>,
    /// The same in words.
    pub text: Label,
    /// What to talk about; `None` for a scale of another instrument.
    pub ask: Option<Label>,
    /// Where the theme comes from; `None` for a scale of another instrument.
    pub source: Option<Source>,
}

/// What the people of one side say of one theme.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReflectionSide {
    /// How many people answered enough of the theme to count.
    pub people: usize,
    /// The mean of their scores as a percentage of the maximum, 0 to 100; `None` when nobody counts, and when so few do that
    /// it is withheld.
    pub percent: Option<f64>,
}

/// The instrument for the reflection: statements in our own words on five themes, the same for both sides.
///
/// It has not been validated. The source mentions question lists for formal and informal parties (BUU-77) but gives no
/// statements. An own instrument is a document of the same form.
///
/// ```
/// let instrument = meedoen::cocreation::reflection_instrument();
/// assert_eq!(instrument.map(|instrument| instrument.scales.len()), Ok(5));
/// ```
///
/// # Errors
/// None: the document is part of the library, and a test reads it.
///
/// # Source
/// BUU-51…60, BUU-72…74, BUU-77
pub fn reflection_instrument() -> Result<Instrument, Error> {
    Instrument::from_json(TEXT)
}

/// Holds what people of formal and of informal parties answered side by side.
///
/// A mean of fewer than `smallest` people is withheld: among so few it says what one of them said.
///
/// ```
/// use meedoen::{cocreation::{reflect, reflection_instrument}, measure::Answers};
/// let instrument = reflection_instrument()?;
/// let says = |answer| Answers::from_iter(["work_1", "work_2", "work_3"].map(|item| (item, Some(answer))));
/// let reflection = reflect(&instrument, &vec![says(2.0); 5], &vec![says(4.0); 5], 5)?;
/// assert_eq!(reflection.themes[0].difference, Some(50.0)); // 75 % beside 25 %
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Errors
/// `undefined` and `off-scale` for answers the instrument does not have, all at once, with side and person;
/// `outside-range` for a smallest number of 0.
///
/// # Source
/// BUU-51…60, BUU-72…74, BUU-77, BUU-78
pub fn reflect(
    instrument: &Instrument,
    formal: &[Answers],
    informal: &[Answers],
    smallest: u32,
) -> Result<Reflection, Error> {
    let problems = Problems::default();
    if smallest == 0 {
        let mistake = Mistake::OutsideRange { value: "0".to_owned(), min: 1.0, max: f64::from(u32::MAX) };
        problems.add(mistake, Place::default().at("smallest"));
    }
    let scored = |side: &str, people: &[Answers]| -> Vec<Vec<ScaleScore>> {
        let mut all = Vec::new();
        for (number, answers) in (1..).zip(people) {
            match instrument.score(answers) {
                Ok(scores) => all.push(scores.scales),
                Err(error) => problems.extend(error, &Place::default().at(side).element(number)),
            }
        }
        all
    };
    let (of_formal, of_informal) = (scored("formal", formal), scored("informal", informal));
    problems.finish(Some(()))?;
    let own = instrument.id == "formal-informal";
    let mut withheld = 0;
    let mut side = |people: &[Vec<ScaleScore>], scale: &str| {
        let of_scale = |scores: &Vec<ScaleScore>| {
            let score = scores.iter().find(|score| score.scale == scale)?;
            score.percent.map(crate::Score::value)
        };
        let scores: Vec<f64> = people.iter().filter_map(of_scale).collect();
        let few = u32::try_from(scores.len()).is_ok_and(|people| people < smallest);
        if few && !scores.is_empty() {
            withheld += 1;
        }
        let percent = (!few).then(|| scores.iter().fold(0.0, |sum, score| sum + score) / count(scores.len()));
        ReflectionSide { people: scores.len(), percent }
    };
    let mut themes = Vec::new();
    for scale in &instrument.scales {
        let theme = Theme::of(&scale.id).filter(|_| own);
        let (formal, informal) = (side(&of_formal, &scale.id), side(&of_informal, &scale.id));
        let difference = informal.percent.zip(formal.percent).map(|(informal, formal)| informal - formal);
        themes.push(ReflectionTheme {
            scale: scale.id.clone(),
            label: scale.label.clone(),
            part: theme.map(|theme| theme.part),
            text: themes::text(&formal, &informal),
            difference,
            formal,
            informal,
            ask: theme.map(|theme| Label::of(theme.ask.0, theme.ask.1)),
            source: theme.map(|theme| Source::facts(theme.facts)),
        });
    }
    Ok(Reflection {
        instrument: instrument.id.clone(),
        version: instrument.version.clone(),
        provenance: instrument.provenance.clone(),
        formal: formal.len(),
        informal: informal.len(),
        themes,
        cautions: themes::cautions(withheld),
        protection: Protection::new(smallest, withheld),
        source: Source::facts(&[
            "BUU-52", "BUU-57", "BUU-58", "BUU-59", "BUU-60", "BUU-72", "BUU-73", "BUU-74", "BUU-77",
        ]),
    })
}

#[expect(clippy::cast_precision_loss, reason = "more people than 2^53 do not fit in memory")]
fn count(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::{Theme, reflect, reflection_instrument};
    use crate::measure::Answers;

    fn says(items: &[(&str, f64)]) -> Answers {
        items.iter().map(|&(item, answer)| (item, Some(answer))).collect()
    }

    #[test]
    fn every_scale_of_the_instrument_is_a_theme_of_the_lab() {
        let instrument = reflection_instrument().unwrap();
        assert!(instrument.scales.iter().all(|scale| Theme::of(&scale.id).is_some()));
    }

    /// `equal_3` is reversed: 5 counts as 1. The means are of (4, 5, 1 → 5) and (2, 1, 5 → 1) on 1 to 5.
    #[test]
    fn a_reversed_statement_counts_the_other_way() {
        let instrument = reflection_instrument().unwrap();
        let formal = says(&[("equal_1", 4.0), ("equal_2", 5.0), ("equal_3", 1.0)]);
        let informal = says(&[("equal_1", 2.0), ("equal_2", 1.0), ("equal_3", 5.0)]);
        let reflection = reflect(&instrument, &[formal], &[informal], 1).unwrap();
        let theme = reflection.themes.iter().find(|theme| theme.scale == "equal").unwrap();
        let near = |found: Option<f64>, wanted: f64| (found.unwrap() - wanted).abs() < 1e-9;
        assert!(near(theme.formal.percent, 1100.0 / 12.0), "{theme:?}");
        assert!(near(theme.informal.percent, 100.0 / 12.0), "{theme:?}");
        assert!(near(theme.difference, -1000.0 / 12.0), "{theme:?}");
    }

    #[test]
    fn a_mean_of_few_people_is_withheld_and_nobody_is_not_few() {
        let instrument = reflection_instrument().unwrap();
        let one = says(&[("work_1", 4.0), ("work_2", 4.0)]);
        let reflection = reflect(&instrument, &vec![one.clone(); 4], &vec![one; 5], 5).unwrap();
        let theme = &reflection.themes[0];
        assert_eq!((theme.formal.people, theme.formal.percent), (4, None));
        assert_eq!((theme.informal.people, theme.informal.percent), (5, Some(75.0)));
        assert_eq!(theme.difference, None);
        assert!(theme.text.en.contains("withheld"), "{}", theme.text.en);
        assert_eq!(reflection.protection.withheld, 1);
        assert!(reflection.themes[1].text.en.contains("nobody"), "{}", reflection.themes[1].text.en);
    }

    #[test]
    fn mistakes_of_both_sides_come_at_once() {
        let instrument = reflection_instrument().unwrap();
        let error = reflect(&instrument, &[says(&[("work_1", 7.0)])], &[says(&[("x", 1.0)])], 0).unwrap_err();
        let places: Vec<String> =
            error.problems().iter().map(|problem| problem.place().field().unwrap().to_owned()).collect();
        assert_eq!(places, ["smallest", "formal[1].work_1", "informal[1].x"]);
    }
}
