//! What is done in each phase, in which ways, and what it can lead to.

use super::{Phase, Sourced};
use crate::Vocabulary;
use crate::cocreation::words::ListeningMethod;

impl Phase {
    pub(super) fn activities(self) -> &'static [Sourced] {
        const START: &[Sourced] = &[
            Sourced::new("het probleem beter in kaart brengen", "map the problem better", &["COC-30"]),
            Sourced::new(
                "het eens worden over het werkelijke onderwerp",
                "agree on the real subject",
                &["COC-30", "COC-31"],
            ),
            Sourced::new(
                "partijen betrekken die nog niet meedoen",
                "involve parties that do not take part yet",
                &["COC-30", "COC-34"],
            ),
        ];
        const CO_DESIGN: &[Sourced] =
            &[Sourced::new("samen de dienst ontwerpen", "design the service together", &["COC-35"])];
        const CO_PRODUCTION: &[Sourced] = &[
            Sourced::new("de dienst samen uitvoeren", "carry out the service together", &["COC-41"]),
            Sourced::new(
                "tijdens het uitvoeren steeds opnieuw samen bijsturen",
                "steer together again and again while carrying it out",
                &["COC-42"],
            ),
        ];
        const CONTINUATION: &[Sourced] = &[Sourced::new(
            "politieke, bestuurlijke en organisatorische steun behouden en vergroten",
            "keep and extend political, administrative and organisational support",
            &["COC-51"],
        )];
        match self {
            Self::Start => START,
            Self::CoDesign => CO_DESIGN,
            Self::CoProduction => CO_PRODUCTION,
            Self::Continuation => CONTINUATION,
        }
    }

    pub(super) fn methods(self) -> Vec<Sourced> {
        const CO_DESIGN: &[Sourced] = &[
            Sourced::new("scrumsessies", "scrum sessions", &["COC-37"]),
            Sourced::new("agile werken", "agile working", &["COC-37"]),
            Sourced::new("design thinking", "design thinking", &["COC-37"]),
            Sourced::new(
                "hackathon: in een vaste tijd samen oplossingen bedenken",
                "hackathon: finding solutions together in a fixed time",
                &["COC-37", "COC-38"],
            ),
            Sourced::new(
                "sociale hackathon: aangepast aan wat de deelnemers kunnen",
                "social hackathon: adapted to what the participants can do",
                &["COC-39", "COC-40"],
            ),
        ];
        match self {
            Self::Start => ListeningMethod::ALL
                .iter()
                .filter(|&&method| method != ListeningMethod::Other)
                .map(|&method| Sourced::of(method))
                .collect(),
            Self::CoDesign => CO_DESIGN.to_vec(),
            Self::CoProduction => {
                vec![Sourced::new("experimenten", "experiments", &["COC-66", "COC-67", "COC-80"])]
            }
            Self::Continuation => Vec::new(),
        }
    }

    pub(super) fn outcomes(self) -> &'static [Sourced] {
        const START: &[Sourced] = &[
            Sourced::new(
                "er is behoefte aan co-creatie, of juist niet: dan niet starten",
                "there is a need for co-creation, or there is not: then do not start",
                &["COC-33"],
            ),
            Sourced::new(
                "de juiste partijen doen mee, ook de gemeente en de mogelijke gebruikers",
                "the right parties take part, among them the municipality and the potential users",
                &["COC-34"],
            ),
        ];
        const CO_DESIGN: &[Sourced] = &[Sourced::new(
            "een nieuw of verbeterd ontwerp van de dienst",
            "a new or improved design of the service",
            &["COC-35"],
        )];
        const CO_PRODUCTION: &[Sourced] = &[Sourced::new(
            "de dienst past beter bij de brongroep",
            "the service fits the source group better",
            &["COC-41"],
        )];
        const CONTINUATION: &[Sourced] = &[Sourced::new(
            "voortgezet, toegepast op andere diensten, of gestopt",
            "continued, applied to other services, or stopped",
            &["COC-49", "COC-50"],
        )];
        match self {
            Self::Start => START,
            Self::CoDesign => CO_DESIGN,
            Self::CoProduction => CO_PRODUCTION,
            Self::Continuation => CONTINUATION,
        }
    }
}
