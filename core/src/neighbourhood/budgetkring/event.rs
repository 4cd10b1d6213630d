//! What can be recorded of one budgetkring.

use super::circle::Circle;
use super::{BudgetkringRelation, InitiativeHolder, LeaderRole, RecruitmentStage, Sphere};
use crate::document::{Document, Reader};
use crate::events::Log;
use chrono::NaiveDate;

crate::event_kinds! {
    /// What can be recorded of one budgetkring. Leaders have a name or a number; participants are only counted.
    ///
    /// # Source
    /// BUD-03…13, BUD-22, BUD-23, BUD-29, BUD-36
    pub enum BudgetkringEvent {
        /// People were recruited.
        Recruited = "recruited": "er is geworven", "people were recruited", ["BUD-03", "BUD-04", "BUD-05"] {
            through: RecruitmentStage = "via wie", "through whom",
        }
        /// A leader joined.
        LeaderJoined = "leader-joined": "een begeleider is begonnen", "a leader joined", ["BUD-10", "BUD-12"] {
            leader: String = "de begeleider", "the leader",
            by_experience: Option<bool> = "met eigen ervaring met armoede, schulden of uitsluiting", "with own experience of poverty, debt or exclusion",
        }
        /// The training of a leader began.
        TrainingStarted = "training-started": "de opleiding van een begeleider is begonnen", "the training of a leader began", ["BUD-07", "BUD-10"] {
            leader: String = "de begeleider", "the leader",
        }
        /// A leader was certified.
        LeaderCertified = "leader-certified": "een begeleider is gecertificeerd", "a leader was certified", ["BUD-07"] {
            leader: String = "de begeleider", "the leader",
        }
        /// A leader stopped.
        LeaderLeft = "leader-left": "een begeleider is gestopt", "a leader stopped", ["BUD-19", "BUD-22"] {
            leader: String = "de begeleider", "the leader",
        }
        /// How the circle is led was recorded.
        Led = "led": "vastgelegd is hoe er wordt begeleid", "how the circle is led was recorded", ["BUD-11", "BUD-31"] {
            role: LeaderRole = "hoe", "how",
        }
        /// The participants were counted.
        Counted = "counted": "de deelnemers zijn geteld", "the participants were counted", ["BUD-09"] {
            participants: u32 = "hoeveel deelnemers", "how many participants",
        }
        /// The circle met.
        Met = "met": "de kring kwam bijeen", "the circle met", ["BUD-08", "BUD-17"] {
            about: Option<Vec<Sphere>> = "waarover", "about what",
        }
        /// Who holds the initiative was recorded.
        InitiativeHeld = "initiative-held": "vastgelegd is wie het initiatief heeft", "who holds the initiative was recorded", ["BUD-13", "BUD-23"] {
            by: InitiativeHolder = "wie", "who",
        }
        /// Parties attuned what they do to each other.
        Attuned = "attuned": "partijen hebben afgestemd", "parties attuned what they do", ["BUD-25", "BUD-32", "BUD-36"] {
            relation: BudgetkringRelation = "wie met wie", "who with whom",
        }
        /// An organisation that agreed to nominate participants did, or did not.
        Nominated = "nominated": "een organisatie die dat had afgesproken heeft deelnemers aangedragen, of niet", "an organisation that agreed to nominate participants did, or did not", ["BUD-29"] {
            organisation: String = "de organisatie", "the organisation",
            participants: u32 = "hoeveel deelnemers", "how many participants",
        }
    }
}

/// The record of one budgetkring, up to a date.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Budgetkring {
    /// What happened.
    pub(super) events: Log<BudgetkringEvent>,
    /// The date up to which it is read.
    pub as_of: NaiveDate,
}

impl Document for Budgetkring {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["events", "as_of"])?;
        let as_of = fields.required("as_of").and_then(|date| date.date());
        let events = fields.required("events").and_then(|events| Log::read(&events, Circle::default()));
        Some(Self { events: events?, as_of: as_of? })
    }
}
