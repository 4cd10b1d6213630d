//! What one provision of an ordinance says.

use crate::decide::Validity;
use crate::document::{Fields, Reader};
use crate::error::Mistake;
use crate::math::shown;
use crate::number::plain;
use crate::{Label, Vocabulary};
use serde::Serialize;

crate::vocabulary! {
    /// What an ordinance may be about.
    ///
    /// # Source
    /// TEG-58, TEG-62, PUB-60, PUB-63
    pub enum Topic: "topic of an ordinance", "onderwerp van een verordening", ["PUB-60", "PUB-63"] {
        /// How many hours a week.
        Hours = "hours": "uren per week", "hours a week", ["TEG-58"],
        /// How many months.
        Duration = "duration": "duur in maanden", "duration in months", ["TEG-62"],
        /// Who is exempted from part c.
        Exemption = "exemption": "vrijstelling", "exemption", ["PUB-63"],
        /// By how much the benefit is lowered.
        Reduction = "reduction": "verlaging van de bijstand", "reduction of the benefit", ["PUB-60"],
    }
}

crate::vocabulary! {
    /// A ground on which a council may exempt from part c; the sources name these.
    ///
    /// # Source
    /// PUB-63, TEG-40, TEG-41
    pub enum LocalGround: "local ground for exemption", "lokale vrijstellingsgrond", ["PUB-63"] {
        /// Someone gives informal care.
        InformalCare = "informal-care": "mantelzorg", "informal care", ["PUB-63"],
        /// Someone is in a re-integration track.
        Reintegration = "reintegration-track": "re-integratietraject", "re-integration track", ["TEG-40"],
        /// Someone works part-time.
        PartTimeWork = "part-time-work": "werk in deeltijd", "part-time work", ["TEG-41"],
    }
}

/// A provision of an ordinance: where it stands, when it holds and what it says.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Provision {
    /// Its name within the document.
    pub id: String,
    /// The article and paragraph, as the ordinance numbers them.
    pub article: String,
    /// From when until when it holds; as long as the ordinance unless said otherwise.
    #[serde(flatten)]
    #[cfg_attr(feature = "schema", schemars(with = "super::shape::Period"))]
    pub validity: Validity,
    /// What it says.
    pub says: Says,
}

/// What a provision says.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Says {
    /// How many hours a week, 0 to 168.
    Hours {
        /// The norm.
        norm: Option<f64>,
        /// The fewest.
        least: Option<f64>,
        /// The most.
        most: Option<f64>,
    },
    /// How many months, 0 to 600.
    Duration {
        /// What is usual.
        norm: Option<f64>,
        /// The fewest.
        least: Option<f64>,
        /// The most.
        most: Option<f64>,
    },
    /// Who is exempted from part c, or is not.
    Exemption {
        /// On which ground.
        ground: LocalGround,
        /// Whether it exempts.
        exempts: bool,
    },
    /// By how much the benefit is lowered when the tegenprestatie is not done: what the ordinance says, and never
    /// what follows for a person.
    Reduction {
        /// The category the ordinance puts it in.
        category: String,
        /// The percentage of the benefit, 0 to 100.
        percentage: f64,
        /// For how many months, 0 to 600.
        months: f64,
        /// The lowest percentage the college may deviate to.
        least: Option<f64>,
        /// The highest percentage the college may deviate to.
        most: Option<f64>,
    },
}

impl Says {
    /// What it is about.
    pub fn topic(&self) -> Topic {
        match self {
            Self::Hours { .. } => Topic::Hours,
            Self::Duration { .. } => Topic::Duration,
            Self::Exemption { .. } => Topic::Exemption,
            Self::Reduction { .. } => Topic::Reduction,
        }
    }

    /// What only one provision can say at a time.
    pub(super) fn subject(&self) -> String {
        match self {
            Self::Hours { .. } | Self::Duration { .. } => self.topic().code().to_owned(),
            Self::Exemption { ground, .. } => format!("{}: {}", self.topic().code(), ground.code()),
            Self::Reduction { category, .. } => format!("{}: {category}", self.topic().code()),
        }
    }

    /// What it says in words.
    pub fn label(&self) -> Label {
        match self {
            Self::Hours { norm, least, most } => {
                numbers(&Label::of("uur per week", "hours a week"), *norm, *least, *most)
            }
            Self::Duration { norm, least, most } => {
                numbers(&Label::of("maanden", "months"), *norm, *least, *most)
            }
            Self::Exemption { ground, exempts: true } => {
                let ground = ground.label();
                Label::said(
                    format_args!("vrijgesteld: {}", ground.nl),
                    format_args!("exempted: {}", ground.en),
                )
            }
            Self::Exemption { ground, exempts: false } => {
                let ground = ground.label();
                Label::said(
                    format_args!("niet vrijgesteld: {}", ground.nl),
                    format_args!("not exempted: {}", ground.en),
                )
            }
            Self::Reduction { category, percentage, months, .. } => {
                let (percentage, months) = (plain(*percentage), plain(*months));
                Label::said(
                    format_args!(
                        "categorie {category}: {} % gedurende {} maand(en)",
                        percentage.nl, months.nl
                    ),
                    format_args!("category {category}: {} % for {} month(s)", percentage.en, months.en),
                )
            }
        }
    }

    /// Reads what a provision says, with what contradicts itself.
    pub(super) fn read(reader: &Reader<'_>) -> Option<Self> {
        const RANGE: &[&str] = &["kind", "norm", "least", "most"];
        let names = reader.entries()?;
        let Some((_, kind)) = names.iter().find(|(name, _)| *name == "kind") else {
            reader.refuse(Mistake::MissingField { field: "kind".to_owned() });
            return None;
        };
        match kind.code::<Topic>()? {
            Topic::Hours => {
                let [norm, least, most] = range(&reader.fields(RANGE)?, 168.0)?;
                Some(Self::Hours { norm, least, most })
            }
            Topic::Duration => {
                let [norm, least, most] = range(&reader.fields(RANGE)?, MONTHS)?;
                Some(Self::Duration { norm, least, most })
            }
            Topic::Exemption => {
                let fields = reader.fields(&["kind", "ground", "exempts"])?;
                let ground = fields.required("ground").and_then(|ground| ground.code());
                let exempts = fields.required("exempts").and_then(|exempts| exempts.truth());
                Some(Self::Exemption { ground: ground?, exempts: exempts? })
            }
            Topic::Reduction => {
                let fields = reader.fields(&["kind", "category", "percentage", "months", "least", "most"])?;
                let category = fields.required("category").and_then(|one| one.text().map(str::to_owned));
                let percentage = fields.required("percentage").and_then(|one| within(&one, 100.0));
                let months = fields.required("months").and_then(|one| within(&one, MONTHS));
                let bound = |name| fields.maybe(name, |one| within(one, 100.0));
                let (least, most) = (bound("least"), bound("most"));
                let says = Self::Reduction {
                    category: category?,
                    percentage: percentage?,
                    months: months?,
                    least: least?,
                    most: most?,
                };
                in_order(&fields, "percentage", [Some(percentage?), least?, most?]);
                Some(says)
            }
        }
    }
}

/// The longest duration that is taken for one.
const MONTHS: f64 = 600.0;

fn within(reader: &Reader<'_>, max: f64) -> Option<f64> {
    let number = reader.number()?;
    if number < 0.0 || number > max {
        reader.refuse(Mistake::OutsideRange { value: shown(number), min: 0.0, max });
        return None;
    }
    Some(number)
}

fn range(fields: &Fields<'_>, max: f64) -> Option<[Option<f64>; 3]> {
    let read = |name| fields.maybe(name, |one| within(one, max));
    let (norm, least, most) = (read("norm"), read("least"), read("most"));
    let numbers = [norm?, least?, most?];
    if numbers.iter().all(Option::is_none) {
        fields.reader().refuse(Mistake::MissingField { field: "norm".to_owned() });
        return None;
    }
    in_order(fields, "norm", numbers);
    Some(numbers)
}

/// Notes when a number lies outside its own bounds, or the bounds are the wrong way round.
fn in_order(fields: &Fields<'_>, name: &str, [number, least, most]: [Option<f64>; 3]) {
    let (at_least, at_most) = (Label::of("ten minste", "at least"), Label::of("ten hoogste", "at most"));
    let refuse = |field: &str, one: f64, bound: f64, words: &Label, other: &str| {
        let Some(field) = fields.optional(field) else { return };
        let place = fields.reader().place().at(other);
        field.refuse(Mistake::Contradiction {
            here: Label::new(shown(one), shown(one)),
            elsewhere: Label::said(
                format_args!("{} {}", words.nl, shown(bound)),
                format_args!("{} {}", words.en, shown(bound)),
            ),
            place: place.field().unwrap_or_default().to_owned(),
        });
    };
    match (number, least, most) {
        (_, Some(least), Some(most)) if least > most => refuse("least", least, most, &at_most, "most"),
        (Some(number), Some(least), _) if number < least => refuse(name, number, least, &at_least, "least"),
        (Some(number), _, Some(most)) if number > most => refuse(name, number, most, &at_most, "most"),
        _ => {}
    }
}

fn numbers(unit: &Label, norm: Option<f64>, least: Option<f64>, most: Option<f64>) -> Label {
    let part = |number: Option<f64>, nl: &str, en: &str| {
        let number = plain(number?);
        Some(Label::said(format_args!("{nl} {}", number.nl), format_args!("{en} {}", number.en)))
    };
    let parts = [
        part(norm, "norm", "norm"),
        part(least, "ten minste", "at least"),
        part(most, "ten hoogste", "at most"),
    ];
    let parts: Vec<Label> = parts.into_iter().flatten().collect();
    Label::join([&Label::join(&parts, ", "), unit], " ")
}
