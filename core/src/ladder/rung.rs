//! The six rungs.

use crate::{Label, Source, Vocabulary};
use serde::Serialize;

crate::vocabulary! {
    /// A rung of the participation ladder (participatieladder, VNG, six rungs): what someone does now.
    ///
    /// The order is the order of the rungs. A rung says nothing about what someone is worth, wants or can.
    ///
    /// # Source
    /// PUB-01, PUB-04, PUB-05
    pub enum Rung: "rung", "trede", ["PUB-04"] {
        /// 1: hardly any contact with others than housemates; only functional contacts.
        Isolated = "isolated": "geïsoleerd", "isolated", ["PUB-04"],
        /// 2: weekly contact in person with people other than housemates, not organised.
        SocialContacts = "social-contacts": "sociale contacten buitenshuis", "social contacts outside the home", ["PUB-04"],
        /// 3: weekly schooling or an organised activity, in person, without responsibilities.
        OrganisedActivities = "organised-activities": "deelname aan georganiseerde activiteiten", "taking part in organised activities", ["PUB-04"],
        /// 4: no contract; tasks with responsibility towards others, in person, at least weekly.
        UnpaidWork = "unpaid-work": "onbetaald werk", "unpaid work", ["PUB-04"],
        /// 5: a contract or self-employment with support.
        SupportedPaidWork = "supported-paid-work": "betaald werk met ondersteuning", "paid work with support", ["PUB-04"],
        /// 6: a contract or self-employment without support.
        PaidWork = "paid-work": "betaald werk", "paid work", ["PUB-04"],
    }
}

impl Rung {
    /// The number of the rung, 1 to 6.
    pub fn number(self) -> usize {
        Self::ALL.iter().take_while(|&&rung| rung <= self).count()
    }

    /// What someone on the rung does, as a checklist in words.
    pub fn criteria(self) -> Label {
        match self {
            Self::PaidWork => Label::of(
                "arbeidscontract of eigen bedrijf, en: geen aanvullende uitkering, geen begeleiding door anderen dan leidinggevende of collega's, geen sociale werkvoorziening of gemeentelijk participatie-instrument",
                "an employment contract or own business, and: no supplementary benefit, no guidance by others than superior or colleagues, no sheltered employment or municipal participation instrument",
            ),
            Self::SupportedPaidWork => Label::of(
                "arbeidscontract of eigen bedrijf met ondersteuning: een participatie-instrument, een aanvullende uitkering, sociale werkvoorziening, begeleiding door anderen, of regulier onderwijs met een werkdeel onder startkwalificatieniveau",
                "an employment contract or own business with support: a participation instrument, a supplementary benefit, sheltered employment, guidance by others, or regular education with a work component below start-qualification level",
            ),
            Self::UnpaidWork => Label::of(
                "geen arbeidscontract; taken met verantwoordelijkheid tegenover anderen, met minstens één fysiek contactmoment per week tijdens het werk",
                "no employment contract; tasks with responsibility towards others, with at least one moment of contact in person a week while working",
            ),
            Self::OrganisedActivities => Label::of(
                "minstens wekelijks scholing of een georganiseerde activiteit met fysiek contact, zonder taken met verantwoordelijkheid",
                "at least weekly schooling or an organised activity with contact in person, without tasks that carry responsibility",
            ),
            Self::SocialContacts => Label::of(
                "minstens wekelijks fysiek contact met anderen dan huisgenoten, meer dan functioneel en niet georganiseerd",
                "at least weekly contact in person with others than housemates, more than functional and not organised",
            ),
            Self::Isolated => Label::of(
                "nauwelijks contact met anderen dan huisgenoten; alleen functionele contacten, of alleen via internet",
                "hardly any contact with others than housemates; functional contacts only, or only over the internet",
            ),
        }
    }

    /// Examples of the rung as the publications give them.
    pub fn examples(self) -> &'static [Label] {
        const PAID: &[Label] = &[
            Label::of("baan", "job"),
            Label::of(
                "baan met nazorg die alleen voor de vorm is",
                "job with after-care that is a formality",
            ),
            Label::of("zelfstandige zonder personeel", "self-employed without staff"),
            Label::of("ondernemer", "entrepreneur"),
        ];
        const SUPPORTED: &[Label] = &[
            Label::of("baan met loonkostensubsidie", "job with a wage-cost subsidy"),
            Label::of(
                "deeltijdwerk met aanvullende uitkering",
                "part-time work with a supplementary benefit",
            ),
            Label::of("Work First met loon", "Work First with a wage"),
            Label::of("baan met jobcoach", "job with a job coach"),
            Label::of("werk naast inburgering of onderwijs", "work beside civic integration or education"),
            Label::of("beroepsbegeleidende leerweg (BBL)", "vocational training on the job (BBL)"),
            Label::of(
                "stagevergoeding zonder aanvullende uitkering",
                "internship allowance without a supplementary benefit",
            ),
        ];
        const UNPAID: &[Label] =
            &[Label::of("vrijwilligerswerk", "volunteering"), Label::of("stage", "internship")];
        const ORGANISED: &[Label] = &[
            Label::of("inburgeringscursus", "civic-integration course"),
            Label::of("onderwijs zonder werkdeel", "education without a work component"),
            Label::of("sportclub", "sports club"),
            Label::of("vrijwilligerswerk minder dan wekelijks", "volunteering less than weekly"),
        ];
        const CONTACTS: &[Label] = &[
            Label::of("buren", "neighbours"),
            Label::of("ouders van vriendjes van de kinderen", "parents of the children's friends"),
        ];
        match self {
            Self::PaidWork => PAID,
            Self::SupportedPaidWork => SUPPORTED,
            Self::UnpaidWork => UNPAID,
            Self::OrganisedActivities => ORGANISED,
            Self::SocialContacts => CONTACTS,
            Self::Isolated => &[],
        }
    }

    /// “trede 4 (onbetaald werk)”.
    pub fn title(self) -> Label {
        let (number, label) = (self.number(), self.label());
        Label::said(
            format_args!("trede {number} ({})", label.nl),
            format_args!("rung {number} ({})", label.en),
        )
    }
}

/// A rung as a document: what a legend or a form shows.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RungDescription {
    /// The code in documents.
    pub code: Rung,
    /// 1 to 6.
    pub number: usize,
    /// The name.
    pub label: Label,
    /// What someone on the rung does.
    pub criteria: Label,
    /// Examples the publications give; none for the first rung.
    pub examples: Vec<Label>,
    /// Where it comes from.
    pub source: Source,
}

/// The six rungs, from the first.
///
/// ```
/// let rungs = meedoen::ladder::rungs();
/// assert_eq!(rungs[3].label.en, "unpaid work");
/// assert_eq!(rungs[3].number, 4);
/// ```
pub fn rungs() -> Vec<RungDescription> {
    let describe = |&rung: &Rung| RungDescription {
        code: rung,
        number: rung.number(),
        label: rung.label(),
        criteria: rung.criteria(),
        examples: rung.examples().to_vec(),
        source: rung.source(),
    };
    Rung::ALL.iter().map(describe).collect()
}
