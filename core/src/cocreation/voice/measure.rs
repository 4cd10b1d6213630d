//! What each party did, counted, and how evenly it is shared.

use crate::cocreation::history::{History, of};
use crate::cocreation::reference::Attendance;
use crate::cocreation::{Event, Phase};
use crate::events::Element;
use crate::shares::{Part, Shares, shares};
use crate::{Label, Vocabulary};
use serde::Serialize;

/// Fewer of something than this say little about how it is shared. The sources give no number; it is illustrative.
const FEW: f64 = 20.0;

crate::vocabulary! {
    /// What is counted of a party's voice.
    ///
    /// # Source
    /// COC-20…23
    pub enum VoiceMeasure: "measure of voice", "maat voor inbreng", ["COC-21", "COC-23"] {
        /// People at sessions.
        People = "people": "mensen bij bijeenkomsten", "people at sessions", ["COC-20"],
        /// Minutes of speaking.
        Minutes = "minutes": "minuten aan het woord", "minutes of speaking", ["COC-21"],
        /// Turns to speak.
        Turns = "turns": "keren aan het woord", "turns to speak", ["COC-21"],
        /// Ideas raised.
        Ideas = "ideas": "ideeën ingebracht", "ideas raised", ["COC-23"],
        /// Ideas taken up.
        Adopted = "adopted": "ideeën opgepakt", "ideas taken up", ["COC-23", "COC-110"],
        /// Agreements and judgements that a party had a part in.
        Agreements = "agreements": "afspraken gedragen", "agreements carried", ["COC-22"],
    }
}

/// What each party did, in the whole process or in one phase.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VoicePart {
    /// The phase, `None` for the whole.
    pub phase: Option<Phase>,
    /// The phase in words.
    pub label: Label,
    /// How many sessions there were.
    pub sessions: usize,
    /// What each party did.
    pub parties: Vec<PartyVoice>,
    /// How each thing is shared, of which anything is recorded.
    pub shares: Vec<VoiceShares>,
}

/// What one party did. A number that is `None` is not recorded at any session; it is not zero.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PartyVoice {
    /// The party.
    pub party: String,
    /// What people call it.
    pub label: Label,
    /// Whether it is of the source group.
    pub source_group: bool,
    /// The sessions at which it was.
    pub present: Vec<usize>,
    /// The sessions at which it was recorded as absent.
    pub absent: Vec<usize>,
    /// With how many people in all, at the sessions where they were counted.
    pub people: Option<u32>,
    /// For how many minutes it spoke.
    pub minutes: Option<u32>,
    /// How many turns to speak it took.
    pub turns: Option<u32>,
    /// The events with ideas it raised.
    pub ideas: Vec<usize>,
    /// The events with ideas of its own that were taken up.
    pub adopted: Vec<usize>,
    /// The events with agreements and judgements it had a part in.
    pub agreements: Vec<usize>,
}

/// How one thing is shared between the parties.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VoiceShares {
    /// What is shared.
    pub measure: VoiceMeasure,
    /// The same in words.
    pub label: Label,
    /// How it is shared.
    pub shares: Shares,
    /// The numbers of the events it rests on.
    pub evidence: Vec<usize>,
    /// The sessions left out, for it was not recorded there of everyone who was present.
    pub left_out: Vec<usize>,
    /// Whether it is too few to say much.
    pub few: bool,
}

/// The parties of an agreement or a judgement.
pub(super) fn agreeing(event: &Event) -> Option<Vec<&str>> {
    of!(
        event,
        Event::TopicAgreed { parties, .. }
        | Event::ExpectationsDiscussed { parties, .. }
        | Event::PrioritiesSet { parties, .. }
        | Event::ValuesShared { parties, .. }
        | Event::DesignAgreed { parties, .. }
        | Event::GoalShared { parties, .. }
        | Event::Evaluation { parties, .. }
        | Event::TimeJudged { by: parties, .. }
        | Event::SuccessJudged { by: parties, .. }
        | Event::IdeaWeighed { by: parties, .. } => parties.iter().map(Element::key).collect()
    )
}

pub(super) fn part(history: &History<'_>, phase: Option<Phase>) -> VoicePart {
    let here = |number: usize| phase.is_none() || history.phase_at(number) == phase;
    let sessions: Vec<(usize, &[Attendance])> = history
        .sessions()
        .into_iter()
        .filter(|session| here(session.number))
        .map(|session| (session.number, session.attendance))
        .collect();
    let mut ideas = history
        .pick(|event| of!(event, Event::Idea { by, id, .. } => (by.as_ref().map(Element::key), id.as_ref())));
    ideas.retain(|(number, _)| here(*number));
    let weighed =
        history.pick(|event| of!(event, Event::IdeaWeighed { idea, adopted: true, .. } => idea.as_str()));
    let started =
        history.pick(|event| of!(event, Event::InitiativeStarted { idea: Some(idea), .. } => idea.as_str()));
    let adopted = |id: &str| weighed.iter().chain(&started).any(|(_, idea)| *idea == id);
    let mut agreements = history.pick(agreeing);
    agreements.retain(|(number, _)| here(*number));
    let parties: Vec<PartyVoice> = history
        .parties()
        .iter()
        .map(|party| {
            let id = party.id.as_str();
            let own = |present: bool| -> Vec<(usize, &Attendance)> {
                let of_party = sessions.iter().filter_map(|(number, attendance)| {
                    Some((*number, attendance.iter().find(|one| one.party.as_str() == id)?))
                });
                of_party.filter(|(_, one)| one.present() == present).collect()
            };
            let (there, away) = (own(true), own(false));
            let sum = |get: fn(&Attendance) -> Option<u32>| {
                let known: Vec<u32> = there.iter().filter_map(|(_, one)| get(one)).collect();
                (!known.is_empty()).then(|| known.iter().fold(0_u32, |sum, one| sum.saturating_add(*one)))
            };
            let raised: Vec<_> = ideas.iter().filter(|(_, (by, _))| *by == Some(id)).collect();
            PartyVoice {
                party: party.id.clone(),
                label: party.label.clone(),
                source_group: history.in_source_group(id),
                present: there.iter().map(|(number, _)| *number).collect(),
                absent: away.iter().map(|(number, _)| *number).collect(),
                people: sum(|one| one.count),
                minutes: sum(|one| one.minutes),
                turns: sum(|one| one.turns),
                ideas: raised.iter().map(|(number, _)| *number).collect(),
                adopted: raised
                    .iter()
                    .filter(|(_, (_, name))| name.is_some_and(|name| adopted(name.as_str())))
                    .map(|(number, _)| *number)
                    .collect(),
                agreements: agreements
                    .iter()
                    .filter(|(_, parties)| parties.contains(&id))
                    .map(|(number, _)| *number)
                    .collect(),
            }
        })
        .collect();
    let shares =
        VoiceMeasure::ALL.iter().filter_map(|&measure| shared(measure, &parties, &sessions)).collect();
    VoicePart {
        phase,
        label: phase.map_or(Label::of("het hele proces", "the whole process"), Phase::label),
        sessions: sessions.len(),
        parties,
        shares,
    }
}

fn shared(
    measure: VoiceMeasure,
    parties: &[PartyVoice],
    sessions: &[(usize, &[Attendance])],
) -> Option<VoiceShares> {
    let (parts, evidence, left_out) = match measure {
        VoiceMeasure::People => at_sessions(parties, sessions, |one| one.count),
        VoiceMeasure::Minutes => at_sessions(parties, sessions, |one| one.minutes),
        VoiceMeasure::Turns => at_sessions(parties, sessions, |one| one.turns),
        VoiceMeasure::Ideas => in_events(parties, |party| &party.ideas),
        VoiceMeasure::Adopted => in_events(parties, |party| &party.adopted),
        VoiceMeasure::Agreements => in_events(parties, |party| &party.agreements),
    };
    let shares = shares(&parts);
    (shares.total > 0.0).then(|| VoiceShares {
        measure,
        label: measure.label(),
        few: shares.total < FEW,
        shares,
        evidence,
        left_out,
    })
}

type Parts = (Vec<Part>, Vec<usize>, Vec<usize>);

/// What is recorded of everyone present at a session; a session at which it is not recorded of some is left out.
fn at_sessions(
    parties: &[PartyVoice],
    sessions: &[(usize, &[Attendance])],
    get: impl Fn(&Attendance) -> Option<u32>,
) -> Parts {
    let complete = |attendance: &[Attendance]| {
        attendance.iter().filter(|one| one.present()).all(|one| get(one).is_some())
    };
    let (used, left): (Vec<_>, Vec<_>) =
        sessions.iter().copied().partition(|(_, attendance)| complete(attendance));
    let counted = |attendance: &[Attendance]| attendance.iter().all(|one| one.count.is_some());
    let all_counted = used.iter().all(|(_, attendance)| counted(attendance));
    let sum = |id: &str, get: &dyn Fn(&Attendance) -> Option<u32>| -> f64 {
        let own = used.iter().flat_map(|(_, attendance)| attendance.iter());
        own.filter(|one| one.party.as_str() == id && one.present()).filter_map(get).map(f64::from).sum()
    };
    let listed = |id: &str| used.iter().any(|(_, all)| all.iter().any(|one| one.party.as_str() == id));
    let parts = parties.iter().filter(|party| listed(&party.party)).map(|party| Part {
        id: party.party.clone(),
        amount: sum(&party.party, &get),
        people: all_counted.then(|| sum(&party.party, &|one| one.count)),
    });
    let numbers = |sessions: &[(usize, &[Attendance])]| sessions.iter().map(|(number, _)| *number).collect();
    (parts.collect(), numbers(&used), numbers(&left))
}

/// Events of each party, of those that ever took part or acted.
fn in_events(parties: &[PartyVoice], of: impl Fn(&PartyVoice) -> &Vec<usize>) -> Parts {
    let active = |party: &&PartyVoice| {
        !(party.present.is_empty() && party.ideas.is_empty() && party.agreements.is_empty())
    };
    let part = |party: &PartyVoice| Part {
        id: party.party.clone(),
        amount: of(party).iter().fold(0.0, |sum, _| sum + 1.0),
        people: None,
    };
    let mut evidence: Vec<usize> = parties.iter().flat_map(|party| of(party).clone()).collect();
    evidence.sort_unstable();
    evidence.dedup();
    (parties.iter().filter(active).map(part).collect(), evidence, Vec::new())
}

pub(super) fn cautions(whole: &VoicePart) -> Vec<Label> {
    let few: Vec<Label> = whole
        .shares
        .iter()
        .filter(|one| one.few && one.measure != VoiceMeasure::People)
        .map(|one| one.label.clone())
        .collect();
    let mut cautions = Vec::new();
    if !few.is_empty() {
        let names = Label::join(&few, ", ");
        cautions.push(Label::said(
            format_args!("Kleine aantallen: minder dan {FEW} bij {}. Een aandeel zegt dan weinig.", names.nl),
            format_args!("Small numbers: fewer than {FEW} of {}. A share says little then.", names.en),
        ));
    }
    let left_out = whole.shares.iter().any(|one| !one.left_out.is_empty());
    if left_out {
        cautions.push(Label::of(
            "Bijeenkomsten waarvan het niet van elke aanwezige partij is vastgelegd, tellen niet mee in de aandelen.",
            "Sessions at which it was not recorded of every party present are left out of the shares.",
        ));
    }
    cautions
}
