//! What asks for attention: one plain sentence, the events it rests on, and advice.

mod energy;
mod initiatives;
mod openness;
mod phases;
mod promises;
mod source_group;

pub(super) use energy::of_energy;

use super::history::History;
use super::settings::Settings;
use crate::ordered::{Ordered, by_key};
use crate::{Label, Source, Vocabulary};
use chrono::NaiveDate;
use serde::Serialize;

crate::vocabulary! {
    /// What a finding is about; the order is that of a review.
    pub enum FindingCode: "finding", "bevinding", ["COC-20"] {
        /// Co-design was entered without agreement on the subject with the source group.
        CoDesignWithoutAgreement = "co-design-without-agreement": "co-design zonder overeenstemming", "co-design without agreement", ["COC-36", "COC-31"],
        /// The next phase was entered, and no judgement is recorded.
        PhaseEnteredWithoutJudgement = "phase-entered-without-judgement": "fase ingegaan zonder oordeel", "phase entered without judgement", ["COC-27", "COC-28"],
        /// Continuation was entered without a judgement that it was successful and fits better.
        ContinuationWithoutSuccess = "continuation-without-success": "continuering zonder succes", "continuation without success", ["COC-49", "COC-50"],
        /// A phase was not evaluated together.
        PhaseWithoutCoEvaluation = "phase-without-co-evaluation": "fase zonder co-evaluatie", "phase without co-evaluation", ["COC-46", "COC-47", "COC-48"],
        /// The frames were changed after the start.
        FramesChanged = "frames-changed": "kaders veranderd na de start", "frames changed after the start", ["COC-24", "COC-108", "COC-88"],
        /// A promise that the party cannot deliver.
        PromiseWithoutCapacity = "promise-without-capacity": "belofte die niet kan worden waargemaakt", "promise that cannot be delivered", ["COC-90"],
        /// A promise that has been open too long.
        PromiseOpen = "promise-open": "belofte staat nog open", "promise still open", ["COC-91"],
        /// One party's own task that is done as co-creation.
        OwnTaskAsCoCreation = "own-task-as-co-creation": "eigen taak als co-creatie", "own task as co-creation", ["COC-81"],
        /// The source group came, and then no more.
        SourceGroupDroppedOut = "source-group-dropped-out": "brongroep haakt af", "source group dropped out", ["COC-82", "COC-83", "COC-85", "COC-86"],
        /// A professional party carries what the source group carried.
        TakenOverByProfessional = "taken-over-by-professional": "overgenomen door een professional", "taken over by a professional", ["COC-84", "COC-82"],
        /// An initiative stands still and was neither stopped nor resumed.
        InitiativeNotStopped = "initiative-not-stopped": "stilgevallen initiatief niet gestopt", "stalled initiative not stopped", ["COC-86"],
        /// Of an initiative nothing was recorded for longer than the period; only among the findings about energy.
        InitiativeQuiet = "initiative-quiet": "initiatief is stil", "initiative quiet", ["COC-85", "COC-86"],
        /// Nobody is recorded as owner, and the source group does not carry it; only among the findings about energy.
        InitiativeWithoutOwner = "initiative-without-owner": "initiatief zonder eigenaar", "initiative without owner", ["BUU-39", "COC-86"],
        /// Sessions without the source group.
        SourceGroupAbsent = "source-group-absent": "bijeenkomst zonder brongroep", "session without the source group", ["COC-20", "COC-18"],
        /// The source group says that it is not heard.
        SourceGroupNotHeard = "source-group-not-heard": "brongroep voelt zich niet gehoord", "source group does not feel heard", ["COC-21", "COC-22"],
        /// People told their stories and heard nothing back.
        AnalysisNotFedBack = "analysis-not-fed-back": "analyse niet teruggekoppeld", "analysis not fed back", ["COC-63", "COC-107"],
        /// Co-production began, and expectations were not made explicit.
        ExpectationsNotExplicit = "expectations-not-explicit": "verwachtingen niet besproken", "expectations not explicit", ["COC-83", "COC-98"],
        /// The frames were set when the co-creation had begun; only among the findings of the policy cycle.
        FramesSetLate = "frames-set-late": "kaders pas gesteld na de start", "frames set after the start", ["COC-108", "COC-24"],
        /// A plan fits the frames and the decision does not follow it; only among the findings of the policy cycle.
        FittingPlanNotFollowed = "fitting-plan-not-followed": "passend plan niet gevolgd", "fitting plan not followed", ["COC-108"],
        /// Advice of a citizens' assembly that is not followed; only among the findings of the policy cycle.
        AdviceNotFollowed = "advice-not-followed": "advies burgerberaad niet gevolgd", "advice of the assembly not followed", ["COC-102", "PUB-56"],
        /// It is not recorded whether advice binds; only among the findings of the policy cycle.
        AdviceForceUnknown = "advice-force-unknown": "kracht van het advies onbekend", "force of the advice unknown", ["COC-102", "PUB-51", "PUB-56"],
        /// The log is written from one perspective only.
        OnePerspective = "one-perspective": "logboek vanuit één perspectief", "log from one perspective", ["GEN-12"],
    }
}

/// What asks for attention. It describes what is recorded, and judges nobody.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ProcessFinding"))]
pub struct Finding {
    /// What it is about.
    pub code: FindingCode,
    /// The same in a few words.
    pub label: Label,
    /// What is recorded, or is not, in one sentence.
    pub text: Label,
    /// Whether it holds for certain; otherwise it holds only when events of which the month or the year is known
    /// had, or had not, happened by the date of the review.
    pub certain: bool,
    /// The numbers of the events it rests on, in order.
    pub evidence: Vec<usize>,
    /// What can be done.
    pub advice: Label,
    /// Where it comes from.
    pub source: Source,
}

impl Finding {
    pub(super) fn new(code: FindingCode, text: Label, evidence: Vec<usize>, advice: Label) -> Self {
        let evidence = evidence.into_iter().collect::<Ordered<usize>>().into_vec();
        Self { code, label: code.label(), text, certain: true, evidence, advice, source: code.source() }
    }

    /// What makes two findings the same, whenever they are made.
    fn key(&self) -> (FindingCode, Option<usize>) {
        (self.code, self.evidence.first().copied())
    }

    /// The same as something that may be so.
    fn possible(self) -> Self {
        let text = Label::said(
            format_args!("Mogelijk: {}", self.text.nl),
            format_args!("Possibly: {}", self.text.en),
        );
        Self { text, certain: false, ..self }
    }
}

/// Every finding, by code and then by the first event it rests on; certain are those that hold whatever events
/// with an imprecise date had happened.
pub(super) fn findings(history: &History<'_>, as_of: NaiveDate, settings: &Settings) -> Vec<Finding> {
    let versions: Vec<Vec<Finding>> =
        history.versions().map(|version| found(&version, as_of, settings)).collect();
    let mut all: Vec<Finding> = Vec::new();
    for version in &versions {
        let keys: Vec<_> = all.iter().map(Finding::key).collect();
        all.extend(version.iter().filter(|finding| !keys.contains(&finding.key())).cloned());
    }
    let always = |finding: &Finding| {
        versions.iter().all(|version| version.iter().any(|other| other.key() == finding.key()))
    };
    let marked = |finding: Finding| if always(&finding) { finding } else { finding.possible() };
    by_key(all.into_iter().map(marked).collect(), Finding::key)
}

fn found(history: &History<'_>, as_of: NaiveDate, settings: &Settings) -> Vec<Finding> {
    let mut findings = phases::find(history, as_of, settings);
    findings.extend(promises::find(history, as_of, &settings.promise_open));
    findings.extend(initiatives::find(history));
    findings.extend(source_group::find(history));
    findings.extend(openness::find(history));
    findings
}
