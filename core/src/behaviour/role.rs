//! The professionals who influence behaviour, and what the sources say each can do.

use super::Determinant;
use crate::{Label, Source, Vocabulary};
use serde::Serialize;

crate::vocabulary! {
    /// A professional of a department of work and income.
    ///
    /// # Source
    /// IBM-29…31
    pub enum Role: "professional role", "professionele rol", ["IBM-28"] {
        /// Supports the client in looking for work.
        ClientManager = "client-manager": "klantmanager", "client manager", ["IBM-29"],
        /// Checks that the client does not needlessly or unlawfully receive benefit.
        IncomeConsultant = "income-consultant": "inkomensconsulent", "income consultant", ["IBM-30"],
        /// Guides the client in filling a concrete vacancy; also called werkmakelaar.
        AccountManager = "account-manager": "accountmanager (werkmakelaar)", "account manager", ["IBM-31"],
    }
}

crate::vocabulary! {
    /// What the sources name as done, or asked, to influence behaviour.
    ///
    /// # Source
    /// IBM-38…43, IBM-49…51, IBM-53, IBM-54
    pub enum Intervention: "intervention", "interventie", ["IBM-48"] {
        /// Work on application skills.
        StrengthenApplicationSkills = "strengthen-application-skills": "sollicitatievaardigheden versterken", "strengthen application skills", ["IBM-38"],
        /// Strengthen belief in own ability.
        StrengthenSelfEfficacy = "strengthen-self-efficacy": "geloof in eigen kunnen versterken", "strengthen belief in own ability", ["IBM-39", "IBM-50"],
        /// Help to look more positively at looking for and finding work.
        PositiveOutlook = "positive-outlook": "helpen positiever te kijken naar werk zoeken en vinden", "help to look more positively at looking for and finding work", ["IBM-40"],
        /// Help to cope with social pressure.
        CopeWithSocialPressure = "cope-with-social-pressure": "helpen omgaan met sociale druk", "help to cope with social pressure", ["IBM-41"],
        /// Make alternatives visible.
        MakeAlternativesVisible = "make-alternatives-visible": "alternatieven zichtbaar maken", "make alternatives visible", ["IBM-50"],
        /// Change the context.
        ChangeContext = "change-context": "de context veranderen", "change the context", ["IBM-42"],
        /// Raise or remove social pressure.
        ChangeSocialPressure = "change-social-pressure": "sociale druk verhogen of wegnemen", "raise or remove social pressure", ["IBM-42"],
        /// Announce a possible sanction.
        AnnounceSanction = "announce-sanction": "een mogelijke sanctie aankondigen", "announce a possible sanction", ["IBM-43", "IBM-49"],
        /// Actively strengthen that rules are kept.
        StrengthenCompliance = "strengthen-compliance": "het naleven van regels actief versterken", "actively strengthen that rules are kept", ["IBM-54"],
        /// Remove practical barriers to apply for a concrete vacancy.
        RemovePracticalBarriers = "remove-practical-barriers": "praktische belemmeringen wegnemen voor een concrete vacature", "remove practical barriers for a concrete vacancy", ["IBM-51"],
        /// Coach on accepting vacancies that are not the dream job.
        CoachOnVacancies = "coach-on-vacancies": "coachen op het aannemen van vacatures", "coach on accepting vacancies", ["IBM-53"],
    }
}

crate::vocabulary! {
    /// How far the sources say a role can influence something.
    pub enum Extent: "extent", "mate", ["IBM-42"] {
        /// Named as something the role does.
        Named = "named": "genoemd", "named", [],
        /// The role can help the person cope with it, not change it.
        CopingOnly = "coping-only": "alleen helpen ermee om te gaan", "coping only", ["IBM-41", "IBM-42"],
        /// The role has limited means for it.
        LimitedMeans = "limited-means": "beperkte middelen", "limited means", ["IBM-42"],
    }
}

/// What the sources say of one intervention by one role.
pub(super) struct Lever {
    pub(super) role: Role,
    pub(super) intervention: Intervention,
    /// The determinant the sources tie it to, if they do.
    pub(super) determinant: Option<Determinant>,
    pub(super) extent: Extent,
    pub(super) source: Source,
}

const fn lever(
    role: Role,
    intervention: Intervention,
    determinant: Option<Determinant>,
    extent: Extent,
    facts: &'static [&'static str],
) -> Lever {
    Lever { role, intervention, determinant, extent, source: Source::facts(facts) }
}

/// Everything the sources say of who does what; what is not here they do not say.
pub(super) static LEVERS: [Lever; 11] = {
    use Determinant::{Attitude, Context, PracticalBarriers, SelfEfficacy, Skills, SocialPressure};
    use Extent::{CopingOnly, LimitedMeans, Named};
    use Role::{AccountManager, ClientManager, IncomeConsultant};
    [
        lever(ClientManager, Intervention::PositiveOutlook, Some(Attitude), Named, &["IBM-40"]),
        lever(
            ClientManager,
            Intervention::StrengthenSelfEfficacy,
            Some(SelfEfficacy),
            Named,
            &["IBM-39", "IBM-50"],
        ),
        lever(
            ClientManager,
            Intervention::CopeWithSocialPressure,
            Some(SocialPressure),
            CopingOnly,
            &["IBM-41", "IBM-42"],
        ),
        lever(
            ClientManager,
            Intervention::ChangeSocialPressure,
            Some(SocialPressure),
            LimitedMeans,
            &["IBM-42"],
        ),
        lever(ClientManager, Intervention::StrengthenApplicationSkills, Some(Skills), Named, &["IBM-38"]),
        lever(ClientManager, Intervention::ChangeContext, Some(Context), LimitedMeans, &["IBM-42"]),
        lever(ClientManager, Intervention::MakeAlternativesVisible, None, Named, &["IBM-50"]),
        lever(
            IncomeConsultant,
            Intervention::AnnounceSanction,
            Some(SocialPressure),
            Named,
            &["IBM-43", "IBM-49"],
        ),
        lever(IncomeConsultant, Intervention::StrengthenCompliance, None, Named, &["IBM-54"]),
        lever(
            AccountManager,
            Intervention::RemovePracticalBarriers,
            Some(PracticalBarriers),
            Named,
            &["IBM-51"],
        ),
        lever(AccountManager, Intervention::CoachOnVacancies, None, Named, &["IBM-53"]),
    ]
};

/// One cell of the lever matrix: what the sources say of a role and a determinant.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LeverCell {
    /// The role.
    pub role: Role,
    /// The determinant.
    pub determinant: Determinant,
    /// How far; `None` where the sources say nothing, which is not a “no”.
    pub extent: Option<Extent>,
    /// What is done, as the sources name it.
    pub interventions: Vec<Intervention>,
    /// The cell in words.
    pub text: Label,
    /// Where it is said; empty where it is not.
    pub source: Source,
}

/// The lever matrix: every role against every determinant, 21 cells, as the sources have it.
///
/// ```
/// use meedoen::behaviour::{levers, Determinant};
/// let regulation = levers().into_iter().filter(|cell| cell.determinant == Determinant::SelfRegulation);
/// assert!(regulation.into_iter().all(|cell| cell.extent.is_none())); // the sources name no lever on it
/// ```
///
/// # Source
/// IBM-38…54
pub fn levers() -> Vec<LeverCell> {
    let roles = Role::ALL.iter();
    roles.flat_map(|&role| Determinant::ALL.iter().map(move |&determinant| cell(role, determinant))).collect()
}

/// What the sources say of a role and a determinant.
pub(super) fn cell(role: Role, determinant: Determinant) -> LeverCell {
    let found =
        || LEVERS.iter().filter(move |lever| lever.role == role && lever.determinant == Some(determinant));
    // Where a role can do one thing and has limited means for another, what it can do describes the cell.
    let strongest = found().min_by_key(|lever| lever.extent);
    let can = found().filter(|lever| lever.extent != Extent::LimitedMeans);
    LeverCell {
        role,
        determinant,
        extent: strongest.map(|lever| lever.extent),
        interventions: can.map(|lever| lever.intervention).collect(),
        text: strongest.map_or_else(
            || Label::of("de bronnen zeggen hier niets over", "the sources say nothing about this"),
            |lever| lever.extent.label(),
        ),
        source: strongest.map_or_else(Source::default, |lever| lever.source.clone()),
    }
}

/// What the sources say of an intervention by a role, `None` when they do not name it.
pub(super) fn named(role: Role, intervention: Intervention) -> Option<(Extent, Option<Determinant>, Source)> {
    let lever = LEVERS.iter().find(|lever| lever.role == role && lever.intervention == intervention)?;
    Some((lever.extent, lever.determinant, lever.source.clone()))
}
