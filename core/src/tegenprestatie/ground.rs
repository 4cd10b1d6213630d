//! The grounds on which a duty does not simply hold, as a table with dates; the decisions are made from it.

use super::law::{
    BALANCE, EARLY_2012, FROM_JULY_2012, PARTICIPATION, READ, UP_TO_65, UP_TO_PENSION_AGE, Version, WWB, law,
};
use super::person::INPUTS;
use super::{Benefit, Duty, DutyStatus};
use crate::decide::{Clause, Condition, Decision, Outcome, Rule, Timeline, Validity};
use crate::{Label, Source, Vocabulary};
use serde::Serialize;
use std::sync::LazyLock;

use Duty::{Support, Tegenprestatie, Work};

/// A ground: on which days, for which duties, and what it comes to.
pub(super) struct Ground {
    pub(super) validity: Validity,
    pub(super) duties: &'static [Duty],
    pub(super) status: DutyStatus,
    pub(super) clause: Clause,
    /// The ground for the person concerned.
    pub(super) to_person: Label,
    pub(super) terms: Option<Terms>,
}

/// On what terms an exemption is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Terms {
    /// Whether it has to be asked for.
    pub on_request: bool,
    /// Whether it ends.
    pub temporary: bool,
    /// How long it lasts at most, in months.
    pub at_most_months: Option<u32>,
    /// Within how many months of the request there must be a plan.
    pub plan_within_months: Option<u32>,
    /// Every how many months it is looked into again.
    pub review_every_months: Option<u32>,
}

/// The terms of article 9a.
const PARENT: Terms = Terms {
    on_request: true,
    temporary: true,
    at_most_months: Some(60),
    plan_within_months: Some(6),
    review_every_months: Some(6),
};

/// The terms of article 9, paragraph 2, and of ordinances, which name no term.
const INDIVIDUAL: Terms = Terms {
    on_request: false,
    temporary: true,
    at_most_months: None,
    plan_within_months: None,
    review_every_months: None,
};

const ALL: &[Duty] = &[Work, Support, Tegenprestatie];

/// Every ground, in the order in which they are tested.
pub(super) static GROUNDS: LazyLock<Vec<Ground>> = LazyLock::new(|| {
    let mut grounds = scope();
    grounds.extend(by_law());
    grounds.extend(exemptions());
    grounds.extend(local());
    grounds.extend(first_to_be_checked());
    grounds.extend(otherwise());
    grounds
});

/// For each duty the decisions over time, in the order of the duties.
static DECISIONS: LazyLock<Vec<(Duty, Timeline<Decision>)>> = LazyLock::new(|| {
    let outcomes = || DutyStatus::ALL.iter().map(|one| Outcome::new(one.code(), one.label())).collect();
    let of_duty = |&duty: &Duty| {
        let rules = GROUNDS.iter().filter(|ground| ground.duties.contains(&duty)).map(|ground| {
            (ground.validity, Rule { outcome: ground.status.code().into(), clause: ground.clause.clone() })
        });
        (duty, Timeline::of_rules(|| INPUTS.clone(), outcomes, &rules.collect::<Vec<_>>()))
    };
    Duty::ALL.iter().map(of_duty).collect()
});

/// The decisions on a duty over time.
pub(super) fn decisions(duty: Duty) -> Option<&'static Timeline<Decision>> {
    DECISIONS.iter().find(|(other, _)| *other == duty).map(|(_, decisions)| decisions)
}

/// The ground with this code on a day.
pub(super) fn ground(code: &str, law_date: chrono::NaiveDate) -> Option<&'static Ground> {
    GROUNDS.iter().find(|ground| ground.clause.code == code && ground.validity.holds_on(law_date))
}

/// A row of the table; `texts` are the official's and the person's.
fn row(
    validity: Validity,
    duties: &'static [Duty],
    status: DutyStatus,
    (code, when, source): (&'static str, Condition, Source),
    texts: [Label; 2],
) -> Ground {
    let [text, to_person] = texts;
    Ground { validity, duties, status, clause: Clause::new(code, text, when, source), to_person, terms: None }
}

impl Ground {
    fn on(mut self, terms: Terms) -> Self {
        self.terms = Some(terms);
        self
    }
}

fn below(input: &'static str, bound: f64) -> Condition {
    Condition::AtLeast(input.into(), bound).negated()
}

fn scope() -> Vec<Ground> {
    let no_child = law(Version::January2015, &["9.1"], &["TEG-25"]);
    let at_65 = law(Version::January2012, &["9.1"], &["TEG-25"]);
    let pension = law(Version::January2013, &["9.1"], &["TEG-25"]);
    let other_act = Condition::one_of("benefit", [Benefit::Ioaw.code(), Benefit::Ioaz.code()]);
    vec![
        row(
            READ,
            ALL,
            DutyStatus::OutsideScope,
            ("younger-than-18", below("age", 18.0), no_child),
            [
                Label::of(
                    "jonger dan 18 jaar: artikel 9 geldt vanaf 18 jaar",
                    "younger than 18: article 9 holds from the age of 18",
                ),
                Label::of(
                    "U bent jonger dan 18 jaar. Deze plicht geldt pas vanaf 18 jaar.",
                    "You are younger than 18. This duty only starts at 18.",
                ),
            ],
        ),
        row(
            UP_TO_65,
            ALL,
            DutyStatus::OutsideScope,
            ("aged-65", Condition::AtLeast("age".into(), 65.0), at_65),
            [
                Label::of(
                    "65 jaar of ouder: artikel 9 gold in 2012 tot 65 jaar",
                    "65 or older: in 2012 article 9 held up to the age of 65",
                ),
                Label::of(
                    "U bent 65 jaar of ouder. Deze plicht gold toen tot 65 jaar.",
                    "You are 65 or older. At that time this duty ended at 65.",
                ),
            ],
        ),
        row(
            UP_TO_PENSION_AGE,
            ALL,
            DutyStatus::OutsideScope,
            // It has never been below 65, so that nobody younger needs to be asked.
            (
                "pension-age",
                Condition::all([
                    Condition::AtLeast("age".into(), 65.0),
                    Condition::yes("pension_age_reached"),
                ]),
                pension,
            ),
            [
                Label::of(
                    "de pensioengerechtigde leeftijd is bereikt: artikel 9 geldt tot die leeftijd",
                    "the state pension age has been reached: article 9 holds up to that age",
                ),
                Label::of(
                    "U hebt de AOW-leeftijd bereikt. Deze plicht geldt niet meer voor u.",
                    "You have reached the state pension age. This duty no longer applies to you.",
                ),
            ],
        ),
        row(
            READ,
            ALL,
            DutyStatus::OutsideScope,
            (
                "no-assistance",
                Condition::Is("benefit".into(), Benefit::Other.code().into()),
                law(Version::January2015, &["9.1"], &["TEG-25", "TEG-194"]),
            ),
            [
                Label::of(
                    "geen bijstand en die ook niet aangevraagd: artikel 9 gaat over mensen in de bijstand; meedoen mag altijd",
                    "no social assistance, nor applied for: article 9 is about people on social assistance; anyone may take part",
                ),
                Label::of(
                    "U hebt geen bijstand. Deze plicht geldt niet voor u. Meedoen mag altijd.",
                    "You are not on social assistance. This duty does not apply to you. You may always take part.",
                ),
            ],
        ),
        row(
            READ,
            ALL,
            DutyStatus::NotKnown,
            ("other-act", other_act, Source::facts(&["TEG-108"])),
            [
                Label::of(
                    "IOAW en IOAZ hebben eigen wetten, die hier niet zijn gelezen; de Werkwijzer noemt deze uitkeringen wel",
                    "IOAW and IOAZ have acts of their own, which were not read here; the guide does name these benefits",
                ),
                Label::of(
                    "Voor uw uitkering geldt een andere wet. Vraag het uw gemeente.",
                    "Another law applies to your benefit. Ask your municipality.",
                ),
            ],
        ),
    ]
}

fn by_law() -> Vec<Ground> {
    const A_B: &[Duty] = &[Work, Support];
    vec![
        row(
            FROM_JULY_2012,
            A_B,
            DutyStatus::NotApplicable,
            (
                "sheltered-work-indication",
                Condition::yes("sheltered_work_indication"),
                law(Version::July2012, &["9.5"], &[]),
            ),
            [
                Label::of(
                    "behoort tot de doelgroep van de Wet sociale werkvoorziening: onderdelen a en b zijn niet van toepassing",
                    "belongs to the group of the sheltered employment act: parts a and b do not apply",
                ),
                Label::of(
                    "U hebt een Wsw-indicatie. Daarom geldt deze plicht niet voor u.",
                    "You have an indication for sheltered work. So this duty does not apply to you.",
                ),
            ],
        ),
        row(
            EARLY_2012,
            A_B,
            DutyStatus::NotApplicable,
            (
                "sheltered-work-or-wajong",
                Condition::any([
                    Condition::yes("sheltered_work_indication"),
                    Condition::yes("wajong_benefit"),
                ]),
                law(Version::January2012, &["9.5.a", "9.5.b"], &[]),
            ),
            [
                Label::of(
                    "Wsw-indicatie of recht op Wajong: onderdelen a en b zijn niet van toepassing",
                    "indication for sheltered employment or entitled to Wajong: parts a and b do not apply",
                ),
                Label::of(
                    "U hebt een Wsw-indicatie of recht op Wajong. Daarom geldt deze plicht niet voor u.",
                    "You have an indication for sheltered work, or a right to Wajong. So this duty does not apply to you.",
                ),
            ],
        ),
        row(
            PARTICIPATION,
            ALL,
            DutyStatus::NotApplicable,
            (
                "fully-incapacitated",
                Condition::yes("fully_incapacitated"),
                law(Version::January2015, &["9.5"], &["TEG-39"]),
            ),
            [
                Label::of(
                    "volledig en duurzaam arbeidsongeschikt: onderdelen a, b en c zijn niet van toepassing",
                    "fully and permanently incapable of work: parts a, b and c do not apply",
                ),
                Label::of(
                    "Er is vastgesteld dat u helemaal niet kunt werken. Daarom geldt deze plicht niet voor u.",
                    "It has been established that you cannot work at all. So this duty does not apply to you.",
                ),
            ],
        ),
        row(
            PARTICIPATION,
            &[Tegenprestatie],
            DutyStatus::NotApplicable,
            (
                "holds-parent-exemption",
                Condition::all([Condition::yes("single_parent"), Condition::yes("parent_exemption_held")]),
                law(Version::January2015, &["9.7"], &["TEG-36"]),
            ),
            [
                Label::of(
                    "alleenstaande ouder met een ontheffing van artikel 9a: onderdeel c is niet van toepassing",
                    "single parent with an exemption under article 9a: part c does not apply",
                ),
                Label::of(
                    "U bent alleenstaande ouder en u hebt een ontheffing om voor uw kind te zorgen. Daarom geldt deze plicht niet voor u.",
                    "You are a single parent and have an exemption to look after your child. So this duty does not apply to you.",
                ),
            ],
        ),
    ]
}

fn exemptions() -> Vec<Ground> {
    let urgent = || {
        Condition::any([
            Condition::yes("urgent_reason"),
            Condition::all([Condition::yes("care_tasks"), Condition::no("care_fits_support")]),
        ])
    };
    let parent = Condition::all([
        Condition::yes("single_parent"),
        Condition::yes("dependent_child"),
        below("youngest_child_age", 5.0),
        Condition::yes("full_care"),
        Condition::yes("exemption_requested"),
        Condition::no("exemption_used_up"),
        Condition::no("support_refused"),
    ]);
    let texts = || {
        [
            Label::of(
                "dringende redenen in het individuele geval; zorgtaken kunnen dat zijn als een voorziening er geen rekening mee kan houden",
                "urgent reasons in the individual case; care tasks can be one when no support can take them into account",
            ),
            Label::of(
                "Er kan een dringende reden zijn. De gemeente kan u dan een tijd vrijstelling geven, of minder uren vragen.",
                "There may be an urgent reason. The municipality can then exempt you for a time, or ask for fewer hours.",
            ),
        ]
    };
    vec![
        row(
            READ, &[Work], DutyStatus::ExemptionOnRequest,
            ("single-parent-child-under-5", parent, law(Version::January2015, &["9a.1", "9a.2", "9a.3", "9a.4", "9a.7", "9a.8"], &["TEG-36", "PUB-65"])),
            [
                Label::of("alleenstaande ouder met de volledige zorg voor een kind tot vijf jaar, op verzoek, eenmalig en ten hoogste vijf jaar: ontheffing van onderdeel a", "single parent with full care of a child under five, on request, once and at most five years: exemption from part a"),
                Label::of("U zorgt alleen voor een kind dat nog geen vijf is, en u hebt ontheffing gevraagd. Dan geeft de gemeente die: u hoeft dan niet te solliciteren.", "You care alone for a child who is not yet five, and you asked for exemption. The municipality then grants it: you need not apply for jobs."),
            ],
        ).on(PARENT),
        row(
            WWB, ALL, DutyStatus::ExemptionPossible,
            ("urgent-reasons", urgent(), law(Version::July2012, &["9.2"], &["TEG-38", "TEG-39", "TEG-48"])),
            texts(),
        ).on(INDIVIDUAL),
        row(
            PARTICIPATION, &[Work, Tegenprestatie], DutyStatus::ExemptionPossible,
            ("urgent-reasons", urgent(), law(Version::January2015, &["9.2"], &["TEG-38", "TEG-39", "TEG-48"])),
            texts(),
        ).on(INDIVIDUAL),
    ]
}

/// What a council may have put in an ordinance about part c.
fn local() -> Vec<Ground> {
    let ground = |code, person: &'static str, ordinance: &'static str, facts, text, to_person| {
        let when = Condition::all([Condition::yes(person), Condition::yes(ordinance)]);
        let source = law(Version::January2015, &["8a.1.b"], facts);
        row(
            PARTICIPATION,
            &[Tegenprestatie],
            DutyStatus::ExemptionPossible,
            (code, when, source),
            [text, to_person],
        )
        .on(INDIVIDUAL)
    };
    vec![
        ground(
            "ordinance-informal-care",
            "informal_care",
            "ordinance_exempts_informal_care",
            &["PUB-63", "TEG-47"],
            Label::of(
                "geeft mantelzorg, en de verordening stelt mantelzorgers vrij",
                "gives informal care, and the ordinance exempts informal carers",
            ),
            Label::of(
                "U geeft mantelzorg. Uw gemeente stelt mantelzorgers vrij.",
                "You give informal care. Your municipality exempts informal carers.",
            ),
        ),
        ground(
            "ordinance-reintegration",
            "reintegration_track",
            "ordinance_exempts_reintegration",
            &["PUB-63", "TEG-40"],
            Label::of(
                "zit in een re-integratietraject, en de verordening stelt die groep vrij",
                "is in a re-integration track, and the ordinance exempts that group",
            ),
            Label::of(
                "U volgt een traject naar werk. Uw gemeente stelt u dan vrij.",
                "You are in a track to work. Your municipality then exempts you.",
            ),
        ),
        ground(
            "ordinance-part-time-work",
            "part_time_work",
            "ordinance_exempts_part_time_work",
            &["PUB-63", "TEG-41"],
            Label::of(
                "werkt in deeltijd, en de verordening stelt die groep vrij",
                "works part-time, and the ordinance exempts that group",
            ),
            Label::of(
                "U werkt een deel van de week. Uw gemeente stelt u dan vrij.",
                "You work part of the week. Your municipality then exempts you.",
            ),
        ),
    ]
}

fn first_to_be_checked() -> Vec<Ground> {
    let children = Condition::all([
        Condition::yes("single_parent"),
        Condition::yes("dependent_child"),
        below("youngest_child_age", 12.0),
        Condition::no("child_checks_done"),
    ]);
    let care = Condition::all([Condition::yes("indicated_care_at_home"), Condition::no("care_checks_done")]);
    vec![
        row(
            READ,
            &[Work],
            DutyStatus::FirstToBeChecked,
            ("single-parent-child-under-12", children, law(Version::January2015, &["9.4"], &["TEG-37"])),
            [
                Label::of(
                    "alleenstaande ouder met kinderen tot 12 jaar: werk aanvaarden moet pas nadat het college zich heeft overtuigd van kinderopvang, scholing en belastbaarheid",
                    "single parent with children under 12: accepting work is a duty only after the college has satisfied itself of childcare, schooling and capacity",
                ),
                Label::of(
                    "U zorgt alleen voor een kind tot 12 jaar. De gemeente moet eerst kijken naar kinderopvang, scholing en wat u aankunt.",
                    "You care alone for a child under 12. The municipality must first look at childcare, schooling and what you can manage.",
                ),
            ],
        ),
        row(
            EARLY_2012,
            &[Work, Tegenprestatie],
            DutyStatus::FirstToBeChecked,
            ("indicated-care-at-home", care, law(Version::January2012, &["9.6"], &[])),
            [
                Label::of(
                    "verleent in het gezin zorg met een indicatie: werk aanvaarden en onderdeel c gelden pas nadat het college zich heeft overtuigd dat het te combineren is",
                    "gives indicated care within the family: accepting work and part c hold only after the college has satisfied itself that they can be combined",
                ),
                Label::of(
                    "U zorgt voor iemand in uw gezin. De gemeente moet eerst kijken of het samengaat.",
                    "You care for someone in your family. The municipality must first look at whether it goes together.",
                ),
            ],
        ),
    ]
}

fn otherwise() -> Vec<Ground> {
    let none = || Condition::all([]);
    vec![
        row(
            READ,
            &[Work, Support],
            DutyStatus::Holds,
            ("duty-holds", none(), law(Version::January2015, &["9.1.a", "9.1.b"], &["TEG-25"])),
            [
                Label::of(
                    "geen grond in artikel 9 of 9a om deze plicht niet te laten gelden",
                    "no ground in article 9 or 9a for this duty not to hold",
                ),
                Label::of(
                    "Volgens de wet kan deze plicht voor u gelden.",
                    "By law this duty can apply to you.",
                ),
            ],
        ),
        row(
            READ,
            &[Tegenprestatie],
            DutyStatus::Holds,
            ("may-be-assigned", none(), law(Version::January2015, &["9.1.c"], &["TEG-26"])),
            [
                Label::of(
                    "geen grond in de wet of de verordening ertegen: het college kan een tegenprestatie opdragen, en hoeft dat niet",
                    "no ground in the law or the ordinance against it: the college can assign a tegenprestatie, and need not",
                ),
                Label::of(
                    "De gemeente kan u vragen iets nuttigs te doen zonder loon. Het hoeft niet: de gemeente beslist, en moet kijken naar wat u kunt.",
                    "The municipality can ask you to do something useful without pay. It need not: the municipality decides, and must look at what you can do.",
                ),
            ],
        ),
        row(
            BALANCE,
            ALL,
            DutyStatus::NotKnown,
            ("text-of-2027-not-read", none(), Source::facts(&["PUB-70", "PUB-71"])),
            [
                Label::of(
                    "de tekst van de wet vanaf 1 januari 2027 is hier niet bekend; maatschappelijke participatie komt in de plaats van sociale activering en tegenprestatie",
                    "the text of the law from 1 January 2027 is not known here; social participation takes the place of social activation and tegenprestatie",
                ),
                Label::of(
                    "De wet is veranderd. Wat er nu precies van u gevraagd wordt, staat hier nog niet. Vraag het uw gemeente.",
                    "The law has changed. What exactly is asked of you now is not here yet. Ask your municipality.",
                ),
            ],
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::{DECISIONS, Duty, GROUNDS};

    #[test]
    fn the_decisions_fit_together_on_every_day() {
        assert_eq!(DECISIONS.len(), 3);
        for (duty, decisions) in DECISIONS.iter() {
            for (validity, decision) in decisions.spans() {
                decision
                    .check()
                    .unwrap_or_else(|error| panic!("{duty} from {}: {error}", validity.valid_from));
            }
            let days: Vec<String> =
                decisions.spans().iter().map(|(days, _)| days.valid_from.to_string()).collect();
            let expected = ["2012-01-01", "2012-07-18", "2013-01-01", "2015-01-01", "2027-01-01"];
            assert_eq!(days, expected, "{duty}");
        }
    }

    #[test]
    fn every_ground_cites_an_article_or_a_fact_and_speaks_to_the_person() {
        for ground in GROUNDS.iter() {
            assert!(!ground.clause.source.references().is_empty(), "{}", ground.clause.code);
            assert!(
                ground.to_person.nl.ends_with('.') && ground.to_person.en.ends_with('.'),
                "{}",
                ground.clause.code
            );
        }
        assert!(GROUNDS.iter().any(|ground| ground.duties == [Duty::Tegenprestatie]));
    }
}
