//! Reviewing a set of interventions around one person.

use super::role::{cell, named};
use super::sanction::{ForceField, SanctionWarning, conditions, field, warning};
use super::{Assessment, Determinant, Extent, Intervention, LeverCell, Profile, Role, assess};
use crate::decide::{Answer, Judgement, Name, Question};
use crate::document::{Document, Fields, Reader};
use crate::error::Mistake;
use crate::ordered::Ordered;
use crate::{Given, Label, Perspective, Provenance, ProvenanceKind, Reason, Source, Vocabulary};
use serde::Serialize;

/// Who would do what around one person: each pair of role and intervention once.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(with = "Vec<super::shape::PlannedIntervention>")
)]
pub struct InterventionSet(Vec<(Role, Intervention)>);

impl InterventionSet {
    /// The same set with one more.
    #[must_use]
    pub fn with(mut self, role: Role, intervention: Intervention) -> Self {
        if !self.has(role, intervention) {
            self.0.push((role, intervention));
        }
        self
    }

    /// Whether a role does this.
    pub fn has(&self, role: Role, intervention: Intervention) -> bool {
        self.0.contains(&(role, intervention))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn read(reader: &Reader<'_>) -> Option<Self> {
        let pairs = reader.list_of(|pair| {
            let fields = pair.fields(&["role", "intervention"])?;
            let (role, intervention) = (fields.required("role"), fields.required("intervention"));
            let (role, intervention) =
                (role.and_then(|role| role.code()), intervention.and_then(|one| one.code()));
            Some((role?, intervention?))
        })?;
        let mut set = Self::default();
        for (role, intervention) in pairs {
            if set.has(role, intervention) {
                let id = format!("{role} {intervention}");
                reader.refuse(Mistake::Duplicate { what: Intervention::NAME, id });
            }
            set = set.with(role, intervention);
        }
        Some(set)
    }
}

/// A person's profile with the interventions to review.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Proposal {
    /// What is known of the person's determinants.
    pub profile: Profile,
    /// Who would do what.
    pub interventions: InterventionSet,
}

impl Document for Proposal {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        Self::of_fields(&reader.fields(&["profile", "interventions"])?)
    }
}

impl Proposal {
    /// Reads the fields of a request that has more of them.
    pub(crate) fn of_fields(fields: &Fields<'_>) -> Option<Self> {
        let profile = Profile::of_fields(fields, "profile");
        let interventions = fields.must("interventions", InterventionSet::read);
        Some(Self { profile: profile?, interventions: interventions? })
    }
}

/// What the sources let one say of a set of interventions around one person. Advice, never a decision.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InterventionReview {
    /// Whose perspective the profile is.
    pub perspective: Perspective,
    /// Each intervention with what the sources say of it.
    pub interventions: Vec<InterventionView>,
    /// What can be said of announcing a sanction.
    pub sanction: SanctionView,
    /// What can be said of the field of forces.
    pub field_of_forces: ForceFieldView,
    /// The determinants that stand in the way and that no intervention here is tied to.
    pub unaddressed: Vec<UnaddressedView>,
    /// What else the sources say of the set.
    pub reasons: Vec<Reason>,
    /// The person's determinants as they were assessed.
    pub assessment: Assessment,
    /// How it is made, and what to know about it.
    pub method: Provenance,
}

/// One intervention with what the sources say of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InterventionView {
    /// Who does it.
    pub role: Role,
    /// What is done.
    pub intervention: Intervention,
    /// Role and intervention in words.
    pub label: Label,
    /// How far the role can do it; `None` when the sources do not name it for this role.
    pub extent: Option<Extent>,
    /// The determinant the sources tie it to; `None` when they tie it to none.
    pub determinant: Option<Determinant>,
    /// What the sources say.
    pub reasons: Vec<Reason>,
}

/// What can be said of announcing a sanction to this person.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SanctionView {
    /// The warning, `None` while it depends on what is unknown.
    pub warning: Option<SanctionWarning>,
    /// What is possible.
    pub between: Vec<SanctionWarning>,
    /// The warning in words.
    pub label: Label,
    /// Why.
    pub reasons: Vec<Reason>,
    /// What is missing.
    pub missing: Vec<Name>,
    /// What to ask next.
    pub next_question: Option<Question>,
    /// Every rule with what is known of it.
    pub rules: Vec<Judgement>,
    /// The conditions under which the source says that a sanction makes someone block, one by one; the warning is
    /// given only when all are met. The first is about the set, the others are about the person.
    pub conditions: Vec<Judgement>,
}

/// What can be said of the field of forces around this person.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ForceFieldView {
    /// The field, `None` while it depends on what is unknown.
    pub field: Option<ForceField>,
    /// What is possible.
    pub between: Vec<ForceField>,
    /// The field in words.
    pub label: Label,
    /// Why.
    pub reasons: Vec<Reason>,
    /// What is missing.
    pub missing: Vec<Name>,
    /// What to ask next.
    pub next_question: Option<Question>,
    /// Every rule with what is known of it.
    pub rules: Vec<Judgement>,
}

/// A determinant that stands in the way and that nothing in the set is tied to.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UnaddressedView {
    /// The determinant.
    pub determinant: Determinant,
    /// Its name.
    pub label: Label,
    /// What the sources say each role can do about it.
    pub levers: Vec<LeverCell>,
}

/// Reviews who would do what around one person.
///
/// ```
/// use meedoen::behaviour::{review_interventions, InterventionSet, Intervention, Profile, Proposal, Role};
/// use meedoen::{Label, Perspective};
/// let profile = Profile::new(Label::of("werk zoeken", "looking for work"), Perspective::Professional);
/// let interventions = InterventionSet::default().with(Role::IncomeConsultant, Intervention::AnnounceSanction);
/// let review = review_interventions(&Proposal { profile, interventions });
/// assert_eq!(review.sanction.warning, None); // it depends on what is not known of this person
/// assert_eq!(review.sanction.next_question.unwrap().input, "self_efficacy");
/// ```
///
/// # Source
/// IBM-38…57
pub fn review_interventions(proposal: &Proposal) -> InterventionReview {
    let (profile, set) = (&proposal.profile, &proposal.interventions);
    let assessment = assess(profile);
    InterventionReview {
        perspective: profile.perspective,
        interventions: set.0.iter().map(|&(role, one)| intervention_view(profile, role, one)).collect(),
        sanction: sanction_view(warning(profile, set), conditions(profile, set)),
        field_of_forces: field_view(field(profile, set)),
        unaddressed: unaddressed(&assessment, set),
        reasons: remarks(set),
        assessment,
        method: Provenance {
            kind: ProvenanceKind::Literature,
            note: Label::of(
                "de bron beschrijft één voorbeeld; toepassen op een ander is een generalisatie: een waarschuwing met haar voorwaarden, nooit een besluit",
                "the source describes one example; applying it to another person is a generalisation: a warning with its conditions, never a decision",
            ),
        },
    }
}

fn intervention_view(profile: &Profile, role: Role, intervention: Intervention) -> InterventionView {
    let known = named(role, intervention);
    let (extent, determinant) =
        (known.as_ref().map(|known| known.0), known.as_ref().and_then(|known| known.1));
    let (who, what) = (role.label(), intervention.label());
    let text = match extent {
        None => Label::said(
            format_args!("de bronnen noemen dit niet voor de {}", who.nl),
            format_args!("the sources do not name this for the {}", who.en),
        ),
        Some(Extent::Named) => Label::said(
            format_args!("de bronnen noemen dit voor de {}", who.nl),
            format_args!("the sources name this for the {}", who.en),
        ),
        Some(Extent::CopingOnly) => Label::said(
            format_args!("de {} kan helpen ermee om te gaan, niet de druk zelf veranderen", who.nl),
            format_args!("the {} can help to cope with it, not change the pressure itself", who.en),
        ),
        Some(Extent::LimitedMeans) => Label::said(
            format_args!(
                "de {} heeft hiervoor beperkte middelen; dan komen andere afdelingen in beeld",
                who.nl
            ),
            format_args!("the {} has limited means for this; then other departments come into view", who.en),
        ),
    };
    let code = extent.map_or("not-in-source", |extent| extent.code());
    let standing = determinant.and_then(|one| Some(Given::word(one, profile.standing(one)?)));
    let source = known.map_or_else(Source::default, |known| known.2);
    InterventionView {
        role,
        intervention,
        label: Label::join([&who, &what], ": "),
        extent,
        determinant,
        reasons: vec![Reason::new(code, text, standing.into_iter().collect(), source)],
    }
}

/// The members of a vocabulary an answer leaves possible, and the one if there is only one, in words.
fn possible<V: Vocabulary>(answer: &Answer) -> (Option<V>, Vec<V>, Label) {
    let between: Vec<V> = answer.possible.iter().filter_map(|code| V::from_code(code).ok()).collect();
    let labels: Vec<Label> = between.iter().map(|member| member.label()).collect();
    let one = if let [only] = between.as_slice() { Some(*only) } else { None };
    (one, between, crate::label::either(&labels))
}

fn sanction_view(answer: Answer, conditions: Vec<Judgement>) -> SanctionView {
    let (warning, between, label) = possible(&answer);
    let Answer { reasons, missing, next_question, rules, .. } = answer;
    SanctionView { warning, between, label, reasons, missing, next_question, rules, conditions }
}

fn field_view(answer: Answer) -> ForceFieldView {
    let (field, between, label) = possible(&answer);
    let Answer { reasons, missing, next_question, rules, .. } = answer;
    ForceFieldView { field, between, label, reasons, missing, next_question, rules }
}

fn unaddressed(assessment: &Assessment, set: &InterventionSet) -> Vec<UnaddressedView> {
    let tied = |determinant: &&Determinant| {
        let mut known = set.0.iter().filter_map(|&(role, one)| named(role, one));
        known.any(|(extent, tied, _)| extent != Extent::LimitedMeans && tied == Some(**determinant))
    };
    let open = assessment.limiting.iter().filter(|determinant| !tied(determinant));
    open.map(|&determinant| UnaddressedView {
        determinant,
        label: determinant.label(),
        levers: Role::ALL.iter().map(|&role| cell(role, determinant)).collect(),
    })
    .collect()
}

fn remarks(set: &InterventionSet) -> Vec<Reason> {
    let roles = set.0.iter().map(|(role, _)| *role).collect::<Ordered<Role>>().into_vec();
    let of = |code: &'static str, text, facts| Reason::new(code, text, Vec::new(), Source::facts(facts));
    let single = roles.len() == 1 && set.len() == 1;
    let remarks = [
        set.has(Role::IncomeConsultant, Intervention::AnnounceSanction).then(|| {
            of("only-in-the-right-way", Label::of(
                "dreigen met een sanctie kan alleen werken als het op de juiste manier gebeurt",
                "threatening with a sanction can only work when it is done in the right way",
            ), &["IBM-44"])
        }),
        single.then(|| {
            of("combination-works-better", Label::of(
                "een combinatie van interventies werkt veel beter dan één",
                "a combination of interventions works much better than one",
            ), &["IBM-48", "IBM-55"])
        }),
        (roles.len() > 1).then(|| {
            of("contribute-to-each-other", Label::of(
                "elk middel moet ook bijdragen aan wat de andere rollen willen bereiken: stem het samen af",
                "each means must also contribute to what the other roles try to reach: consult each other",
            ), &["IBM-55", "IBM-56", "IBM-57"])
        }),
        Some(of("no-fixed-recipe", Label::of(
            "de puzzel is bij elke klant en in elke gemeente anders: er is geen vast recept",
            "the puzzle differs for every client and municipality: there is no fixed recipe",
        ), &["IBM-61"])),
    ];
    remarks.into_iter().flatten().collect()
}
