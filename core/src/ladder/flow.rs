//! The decision flow: from observable facts to a rung.
//!
//! The criteria of the rungs are published (PUB-04); the official flow chart was not available, so the order
//! of the questions is a reconstruction that tests the rungs from the top.

use super::{InformalCare, Rung};
use crate::decide::{Condition, Decision, Input, Outcome, Rule};
use crate::{Label, Source, Vocabulary};
use std::sync::LazyLock;

const CRITERIA: Source = Source::facts(&["PUB-04"]);

/// The flow, built once.
pub(super) static FLOW: LazyLock<Decision> =
    LazyLock::new(|| Decision::builtin(inputs(), outcomes(), rules()));

/// The inputs with which someone in paid work has support.
const SUPPORT: [&str; 5] = [
    "supplementary_benefit",
    "participation_instrument",
    "sheltered_employment",
    "guidance_by_others",
    "education_with_work_component",
];

fn ask(name: &'static str, nl: &'static str, en: &'static str) -> Input {
    Input::truth(name, Label::of(nl, en), CRITERIA)
}

fn inputs() -> Vec<Input> {
    let informal_care_question = Label::of(
        "Waar plaatst uw gemeente mantelzorg op de ladder?",
        "Where does your municipality place informal care on the ladder?",
    );
    vec![
        ask("contract", "Heeft deze persoon een arbeidscontract of een eigen bedrijf?", "Does this person have an employment contract or a business of their own?"),
        ask("supplementary_benefit", "Is er een uitkering naast het inkomen?", "Is there a benefit beside the income?"),
        ask("participation_instrument", "Wordt het werk ondersteund met een instrument van de gemeente?", "Is the work supported by an instrument of the municipality?")
            .with_help(Label::of("Zoals loonkostensubsidie of Work First met loon.", "Such as a wage-cost subsidy or Work First with a wage.")),
        ask("sheltered_employment", "Is het werk via de sociale werkvoorziening (WSW)?", "Is the work sheltered employment (WSW)?")
            .with_help(Label::of("Intern, gedetacheerd of begeleid.", "Internal, seconded or guided.")),
        ask("guidance_by_others", "Krijgt deze persoon begeleiding door anderen dan de leidinggevende of collega's?", "Is this person guided by others than the superior or colleagues?")
            .with_help(Label::of("Zoals een jobcoach. Nazorg die alleen voor de vorm is, telt niet.", "Such as a job coach. After-care that is a formality does not count.")),
        ask("education_with_work_component", "Hoort het werk bij regulier onderwijs of inburgering, onder startkwalificatieniveau?", "Is the work part of regular education or civic integration, below start-qualification level?")
            .with_help(Label::of("Zoals de beroepsbegeleidende leerweg (BBL).", "Such as vocational training on the job (BBL).")),
        ask("internship_allowance", "Krijgt deze persoon een stagevergoeding?", "Does this person receive an internship allowance?"),
        ask("weekly_unpaid_work_with_responsibility", "Doet deze persoon minstens wekelijks onbetaald werk met verantwoordelijkheid tegenover anderen?", "Does this person do unpaid work with responsibility towards others at least weekly?")
            .with_help(Label::of("Zoals vrijwilligerswerk of een stage, met minstens één keer per week fysiek contact.", "Such as volunteering or an internship, with contact in person at least once a week.")),
        ask("weekly_organised_activity", "Neemt deze persoon minstens wekelijks deel aan scholing of een georganiseerde activiteit?", "Does this person take part in schooling or an organised activity at least weekly?")
            .with_help(Label::of("Met fysiek contact, zoals een cursus of een sportclub. Alleen via internet telt niet.", "With contact in person, such as a course or a sports club. Over the internet only does not count.")),
        ask("unpaid_work_less_than_weekly", "Doet deze persoon vrijwilligerswerk, maar minder dan wekelijks?", "Does this person volunteer, but less than weekly?"),
        ask("weekly_social_contact", "Heeft deze persoon minstens wekelijks fysiek contact met anderen dan huisgenoten?", "Does this person have contact in person with others than housemates at least weekly?")
            .with_help(Label::of("Meer dan functioneel: buren of vrienden tellen, winkelpersoneel of hulpverleners niet.", "More than functional: neighbours or friends count, shop staff or care workers do not.")),
        Input::truth("informal_care", Label::of("Geeft deze persoon mantelzorg?", "Does this person give informal care?"), Source::facts(&["LAD-30", "PUB-17"])),
        Input::choice::<InformalCare>("informal_care_placement", informal_care_question, Source::facts(&["LAD-30", "PUB-17"]))
            .with_help(Label::of("De bronnen geven geen regel; dit is een keuze van beleid.", "The sources give no rule; this is a choice of policy."))
            .asked_after("informal_care"),
    ]
}

fn outcomes() -> Vec<Outcome> {
    Rung::ALL.iter().map(|rung| Outcome::new(rung.code(), rung.label())).collect()
}

fn rules() -> Vec<Rule> {
    let contract = || Condition::yes("contract");
    let rung =
        |rung: Rung, code: &'static str, when| Rule::new(rung.code(), code, rung.criteria(), when, CRITERIA);
    let care = |placement: InformalCare, rung: Rung, code: &'static str| {
        let text = Label::said(
            format_args!("geeft mantelzorg, die de gemeente plaatst als {}", rung.label().nl),
            format_args!("gives informal care, which the municipality places as {}", rung.label().en),
        );
        let when = Condition::all([
            Condition::yes("informal_care"),
            Condition::Is("informal_care_placement".into(), placement.code().into()),
        ]);
        Rule::new(rung.code(), code, text, when, Source::facts(&["LAD-30", "PUB-17"]))
    };
    vec![
        rung(
            Rung::PaidWork,
            "paid-without-support",
            Condition::all(std::iter::once(contract()).chain(SUPPORT.map(Condition::no))),
        ),
        rung(Rung::SupportedPaidWork, "paid-with-support", contract()),
        Rule::new(
            Rung::SupportedPaidWork.code(),
            "internship-allowance-without-benefit",
            Label::of(
                "stagevergoeding zonder aanvullende uitkering",
                "an internship allowance without a supplementary benefit",
            ),
            Condition::all([Condition::yes("internship_allowance"), Condition::no("supplementary_benefit")]),
            CRITERIA,
        ),
        rung(
            Rung::UnpaidWork,
            "unpaid-with-responsibility",
            Condition::yes("weekly_unpaid_work_with_responsibility"),
        ),
        care(InformalCare::UnpaidWork, Rung::UnpaidWork, "informal-care-as-unpaid-work"),
        rung(
            Rung::OrganisedActivities,
            "organised-weekly",
            Condition::any([
                Condition::yes("weekly_organised_activity"),
                Condition::yes("unpaid_work_less_than_weekly"),
            ]),
        ),
        care(
            InformalCare::OrganisedActivity,
            Rung::OrganisedActivities,
            "informal-care-as-organised-activity",
        ),
        rung(Rung::SocialContacts, "contacts-weekly", Condition::yes("weekly_social_contact")),
        care(InformalCare::SocialContact, Rung::SocialContacts, "informal-care-as-social-contact"),
        Rule::otherwise(
            Rung::Isolated.code(),
            "functional-contacts-only",
            Rung::Isolated.criteria(),
            CRITERIA,
        ),
    ]
}
