//! The publications behind the facts.

/// A publication that facts come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Work {
    BehaviourModel,
    Foreword,
    CoCreation,
    Houten,
    Galerijflats,
    PolicyCycle,
    Budgetkring,
    Community,
    Burgerkracht,
    CompulsoryVolunteering,
    Buurtbaan,
    AllDocuments,
    Regioplan,
    RungNames,
    LadderUse,
    Almere,
    Meetstandaard,
    Schiedam,
    Taalhuis,
    Blonk,
    Zinziz,
    Background,
    GovernmentParticipation,
    Diemen,
    ParticipationAct,
    Courts,
    LocalRules,
    InBalance,
}

impl Work {
    /// The work a fact comes from: by its area and number.
    pub(crate) fn of_fact(fact: &str) -> Option<Self> {
        let (area, number) = fact.split_once('-')?;
        let number: u16 = number.parse().ok()?;
        Some(match (area, number) {
            ("IBM", 64 | 65) => Self::Foreword,
            ("IBM", 66..=68) | ("TEG", _) => Self::CompulsoryVolunteering,
            ("IBM", _) => Self::BehaviourModel,
            ("LAD", 26..=34) | ("COC", 124) | ("BUU", _) => Self::Buurtbaan,
            ("LAD", 35) | ("COC", 95..=123) => Self::PolicyCycle,
            ("LAD", _) => Self::CompulsoryVolunteering,
            ("COC", 53..=72) => Self::Houten,
            ("COC", 73..=94) => Self::Galerijflats,
            ("COC", _) => Self::CoCreation,
            ("BUD", _) => Self::Budgetkring,
            ("ABC", _) => Self::Community,
            ("BKR", _) => Self::Burgerkracht,
            ("GEN", _) => Self::AllDocuments,
            ("PUB", 1..=3) => Self::Regioplan,
            ("PUB", 4 | 5) => Self::RungNames,
            ("PUB", 6 | 7) => Self::LadderUse,
            ("PUB", 10 | 11) => Self::Almere,
            ("PUB", 12) => Self::Meetstandaard,
            ("PUB", 17) => Self::Background,
            ("PUB", 54) => Self::GovernmentParticipation,
            ("PUB", 18 | 50 | 51) => Self::Schiedam,
            ("PUB", 83) => Self::Taalhuis,
            ("PUB", 20..=23) => Self::Blonk,
            ("PUB", 24 | 25) => Self::Zinziz,
            ("PUB", 60) => Self::Diemen,
            ("PUB", 61 | 64 | 65) => Self::ParticipationAct,
            ("PUB", 62) => Self::Courts,
            ("PUB", 63) => Self::LocalRules,
            ("PUB", 70..=72) => Self::InBalance,
            _ => return None,
        })
    }

    /// How the work is cited.
    pub(crate) fn citation(self) -> &'static str {
        match self {
            Self::BehaviourModel => {
                "Wermers, Bennenbroek & Hollmann (2020), Het integratief gedragsmodel: hoe een theoretisch model verbindend kan werken in de praktijk, in: De menselijke maat, whitepaper Sociaal Bestek, December 2020"
            }
            Self::Foreword => {
                "Bommeljé (2020), De menselijke maat terug bij de overheid, foreword to De menselijke maat, whitepaper Sociaal Bestek, December 2020"
            }
            Self::CoCreation => {
                "Hijmans & Gründemann (2020), Een andere visie op dienstverlening in het publieke domein, in: De menselijke maat, whitepaper Sociaal Bestek, December 2020"
            }
            Self::Houten => {
                "Binkhorst & Dijkman (2020), Beleid rond werk en inkomen in Houten, in: De menselijke maat, whitepaper Sociaal Bestek, December 2020"
            }
            Self::Galerijflats => {
                "Geelhoed & Hijmans (2020), Samen werken aan een schonere buurt, in: De menselijke maat, whitepaper Sociaal Bestek, December 2020"
            }
            Self::PolicyCycle => {
                "Sarphatie & Geelhoed (2020), Hoe overheid en inwoners samen beleid ontwikkelen, in: De menselijke maat, whitepaper Sociaal Bestek, December 2020"
            }
            Self::Budgetkring => {
                "Peters & Broens (2020), Op weg naar samenredzaamheid in de participatiesamenleving?, in: De menselijke maat, whitepaper Sociaal Bestek, December 2020"
            }
            Self::Community => {
                "Hofman (2020), Samenlevingsopbouw is opeens overal, in: De menselijke maat, whitepaper Sociaal Bestek, December 2020"
            }
            Self::Burgerkracht => "Samen werken aan sociale inclusie: Burgerkracht (dossier, undated)",
            Self::CompulsoryVolunteering => {
                "Wmo-werkplaats Rotterdam (2014), Verplicht vrijwilligerswerk (November 2014)"
            }
            Self::Buurtbaan => {
                "Krook, Van Diepen, Rahmani, Dors, Van Deth & De Haan-Rissmann (2023), De buurtbaan als sleutel voor innovatie, Werkplaats Informeel Leren Amsterdam and Movisie"
            }
            Self::AllDocuments => "brondocumenten / source documents (2014–2023)",
            Self::Regioplan => {
                "Van Horssen & Mallee (2009), De participatieladder getest, Regioplan; VNG, Meetlat van participatie; VNG (2011), Implementatie en gebruik Participatieladder"
            }
            Self::RungNames => {
                "AKC (arbeidsdeskundigen.nl); Soci-Com (soci-com.nl); gemeente Eindhoven (disk-eindhoven.nl); klikwerkt.nl"
            }
            Self::LadderUse => "Instrumentwijzer (instrumentwijzer.nl); VSBfonds (vsbfonds.nl)",
            Self::Almere => "Monitor Sociaal Almere (monitorsociaal.almere.nl)",
            Self::Meetstandaard => "Meetstandaard Social Impact v1.0 (Deccos-git/meetstandaard-api)",
            Self::Schiedam => {
                "Gemeente Schiedam (schiedam.nl); Arnstein (1969), A ladder of citizen participation"
            }
            Self::Taalhuis => {
                "Taalhuis / TOP, open-source registration of language houses (participation enumeration)"
            }
            Self::Blonk => {
                "Blonk (2018), inaugural lecture, Tilburg University, 6 April 2018, and interviews (bgmagazine.nl, arbeidsdeskundigen.nl)"
            }
            Self::Background => "vakkennis / background knowledge (no single publication)",
            Self::GovernmentParticipation => {
                "Raad voor het Openbaar Bestuur (2012), Loslaten in vertrouwen, as summarised on carbyn.nl and werkhoezithet.nl"
            }
            Self::Diemen => {
                "Afstemmingsverordening Participatiewet, IOAW en IOAZ Diemen 2015 (lokaleregelgeving.overheid.nl/CVDR345917/1)"
            }
            Self::ParticipationAct => "Participatiewet (wetten.overheid.nl/BWBR0015703)",
            Self::Courts => {
                "Centrale Raad van Beroep, 8 February 2010 (LJN BL1093) and 10 February 2015 (ECLI:NL:CRVB:2015:343)"
            }
            Self::LocalRules => {
                "lokale regelingen / local rules: Krimpen aan den IJssel (2015), Edam-Volendam (2017); Movisie"
            }
            Self::InBalance => {
                "Participatiewet in balans, act of 1 October 2025 (wetten.overheid.nl/BWBR0051679), as summarised by gemeente.nu and wyzer.nl"
            }
            Self::Zinziz => "ZINZIZ, Het integratief gedragsmodel (zinziz.nl)",
        }
    }
}
