//! The two district processes as data: steps, periods, numbers and roles.

use crate::{Label, Reason, Source, Vocabulary};
use serde::Serialize;

crate::vocabulary! {
    /// A way of working in a district.
    ///
    /// # Source
    /// TEG-133…159
    pub enum District: "district process", "wijkproces", ["TEG-133", "TEG-151"] {
        /// Overschie: peers, and later Kansrijk Overschie.
        Overschie = "overschie": "Overschie (OVE en Kansrijk)", "Overschie (OVE and Kansrijk)", ["TEG-133", "TEG-148"],
        /// Kralingen-Crooswijk: the Vrijwilligerswinkel.
        Kralingen = "kralingen-crooswijk": "Kralingen-Crooswijk (Vrijwilligerswinkel)", "Kralingen-Crooswijk (Vrijwilligerswinkel)", ["TEG-151", "TEG-152"],
    }
}

/// A way of working in a district, step by step.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Roadmap {
    /// Which.
    pub district: District,
    /// Its name.
    pub label: Label,
    /// The steps, in the order the source gives; people may enter later or return.
    pub steps: Vec<RoadmapStep>,
    /// What each role does.
    pub roles: Vec<Reason>,
    /// What to know about it.
    pub remarks: Vec<Reason>,
}

/// A step of a roadmap.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RoadmapStep {
    /// The code in a log of steps.
    pub code: &'static str,
    /// What happens.
    pub label: Label,
    /// Within how many months of the first step it should be reached, as an ideal.
    pub within_months: Option<u32>,
    /// How many months it lasts.
    pub lasts_months: Option<u32>,
    /// Where it comes from.
    pub source: Source,
}

impl District {
    /// The steps, in order.
    pub fn steps(self) -> Vec<RoadmapStep> {
        match self {
            Self::Overschie => vec![
                step(
                    "invitation",
                    "uitnodiging voor een groep",
                    "invitation to a group",
                    &["TEG-134", "TEG-145"],
                ),
                step(
                    "training",
                    "tests en korte trainingen: gesprek, vergaderen, sociale kaart",
                    "tests and short trainings: conversation, meetings, social map",
                    &["TEG-135"],
                ),
                step(
                    "intake",
                    "intake: een of meer gesprekken",
                    "intake: one or several conversations",
                    &["TEG-149"],
                ),
                step(
                    "motivation",
                    "zoeken naar wat iemand beweegt en wenst",
                    "looking for what moves someone and what they wish",
                    &["TEG-149", "TEG-150"],
                ),
                step(
                    "place",
                    "een passende plek, met een (warme) overdracht",
                    "a fitting place, with a (warm) transfer",
                    &["TEG-149"],
                ),
                RoadmapStep {
                    lasts_months: Some(2),
                    ..step(
                        "follow-up",
                        "contact tot twee maanden na plaatsing; terugkomen kan",
                        "contact until two months after placement; people may return",
                        &["TEG-149"],
                    )
                },
            ],
            Self::Kralingen => vec![
                step(
                    "call-up",
                    "oproepbrief en voorselectie door de consulent",
                    "call-up letter and pre-selection by the consultant",
                    &["TEG-121", "TEG-154"],
                ),
                step(
                    "group-meetings",
                    "drie groepsbijeenkomsten van 10 tot 20 mensen",
                    "three group meetings of 10 to 20 people",
                    &["TEG-154"],
                ),
                step("market", "de vrijwilligersmarkt", "the volunteer market", &["TEG-154", "TEG-118"]),
                step(
                    "match",
                    "een match met een organisatie, in onderling overleg",
                    "a match with an organisation, in mutual consultation",
                    &["TEG-154", "TEG-119"],
                ),
                RoadmapStep {
                    within_months: Some(1),
                    ..step(
                        "agreement",
                        "trajectplan en vrijwilligersovereenkomst; ideaal binnen een maand",
                        "plan and volunteer agreement; ideally within a month",
                        &["TEG-120", "TEG-155"],
                    )
                },
                RoadmapStep {
                    lasts_months: Some(6),
                    ..step(
                        "follow-up",
                        "een half jaar contact tussen bemiddelaar en organisatie; daarna met de consulent",
                        "half a year of contact between mediator and organisation; after that with the consultant",
                        &["TEG-156"],
                    )
                },
            ],
        }
    }
}

fn step(
    code: &'static str,
    nl: &'static str,
    en: &'static str,
    facts: &'static [&'static str],
) -> RoadmapStep {
    RoadmapStep {
        code,
        label: Label::of(nl, en),
        within_months: None,
        lasts_months: None,
        source: Source::facts(facts),
    }
}

/// The two roadmaps, side by side.
///
/// ```
/// let roadmaps = meedoen::tegenprestatie::roadmaps();
/// assert_eq!(roadmaps[1].steps.last().unwrap().lasts_months, Some(6));
/// ```
///
/// # Source
/// TEG-133…159, TEG-204, TEG-209…211
#[expect(clippy::too_many_lines, reason = "two roadmaps, read as lists")]
pub fn roadmaps() -> Vec<Roadmap> {
    let said = |code: &'static str, nl, en, facts| {
        Reason::new(code, Label::of(nl, en), Vec::new(), Source::facts(facts))
    };
    let roadmap = |district: District, roles, remarks| Roadmap {
        district,
        label: district.label(),
        steps: district.steps(),
        roles,
        remarks,
    };
    vec![
        roadmap(
            District::Overschie,
            vec![
                said(
                    "peers",
                    "lotgenoten: een kerngroep van ongeveer tien, die wekelijks bijeenkomt en anderen activeert",
                    "peers: a core group of about ten, which meets weekly and activates others",
                    &["TEG-133", "TEG-137", "TEG-138", "TEG-210"],
                ),
                said(
                    "kansrijk",
                    "Kansrijk bemiddelt en legt zelf geen plichten op",
                    "Kansrijk mediates and imposes no duties itself",
                    &["TEG-148", "TEG-211"],
                ),
                said(
                    "consultants",
                    "consulenten zijn ten minste een dag per week ter plaatse",
                    "consultants are on location at least a day a week",
                    &["TEG-147"],
                ),
            ],
            vec![
                said(
                    "consent",
                    "gegevens gaan pas naar OVE als iemand daar zelf een formulier voor invult",
                    "data go to OVE only when someone fills in a form for it themselves",
                    &["TEG-139"],
                ),
                said(
                    "double-role",
                    "wie klant en bemiddelaar tegelijk is verwart anderen in het begin",
                    "being client and mediator at once confuses others at first",
                    &["TEG-209"],
                ),
                said(
                    "vanguard",
                    "een voorhoede van mensen die al actief waren; gesloten cultuur en willekeur zijn risico's",
                    "a vanguard of people who were active already; a closed culture and arbitrariness are risks",
                    &["TEG-146"],
                ),
                said(
                    "reconstruction",
                    "de reconstructie is beperkt betrouwbaar",
                    "the reconstruction is of limited reliability",
                    &["TEG-204"],
                ),
            ],
        ),
        roadmap(
            District::Kralingen,
            vec![
                said(
                    "vrijwilligerswinkel",
                    "de Vrijwilligerswinkel bemiddelt en hoort niet bij SoZaWe",
                    "the Vrijwilligerswinkel mediates and is no part of SoZaWe",
                    &["TEG-152", "TEG-211"],
                ),
                said(
                    "consultant",
                    "de consulent selecteert, beslist en houdt contact",
                    "the consultant selects, decides and keeps in contact",
                    &["TEG-154", "TEG-156", "TEG-193"],
                ),
                said(
                    "organisation",
                    "de organisatie begeleidt; dat kost tijd en vraagt een vast aanspreekpunt",
                    "the organisation guides; that takes time and asks for one contact person",
                    &["TEG-159", "TEG-184", "TEG-203"],
                ),
            ],
            vec![
                said(
                    "capacity",
                    "2,6 fte voor een bestand van 3.800, van wie 800 tot 850 actief; twaalf gesprekken per week",
                    "2.6 fte for a file of 3,800, of whom 800 to 850 active; twelve conversations a week",
                    &["TEG-157"],
                ),
                said(
                    "sometimes-formal",
                    "soms is het alleen formaliseren van wat iemand al doet",
                    "sometimes it only formalises what someone does already",
                    &["TEG-155", "TEG-42"],
                ),
                said(
                    "monitoring",
                    "geplaatste mensen worden beperkt gevolgd, terwijl velen nazorg wensen",
                    "people who were placed are followed to a limited extent, while many wish after-care",
                    &["TEG-200"],
                ),
            ],
        ),
    ]
}
