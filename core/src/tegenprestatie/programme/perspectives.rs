//! How the tegenprestatie looks from the five perspectives of the source, beside each other.

use crate::{Label, Perspective, Reason, Source, Vocabulary};
use serde::Serialize;

/// What is seen from one perspective. None of the five outweighs another.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Seen {
    /// From where.
    pub perspective: Perspective,
    /// The perspective in words.
    pub label: Label,
    /// What the source says is seen from there.
    pub remarks: Vec<Reason>,
}

/// The five perspectives on the tegenprestatie, each with what the source says is seen from there.
///
/// ```
/// let seen = meedoen::tegenprestatie::perspectives();
/// assert_eq!(seen.len(), 5);
/// assert_eq!(seen[0].remarks[0].code, "helps-and-hinders");
/// ```
///
/// # Source
/// TEG-173, TEG-176…188, TEG-195, TEG-196, TEG-203, TEG-211, GEN-12, GEN-16
pub fn perspectives() -> Vec<Seen> {
    let seen = |&perspective: &Perspective| Seen {
        perspective,
        label: perspective.label(),
        remarks: match perspective {
            Perspective::Client => client(),
            Perspective::Professional => professional(),
            Perspective::Policy => policy(),
            Perspective::Organisation => organisation(),
            Perspective::Education => education(),
        },
    };
    Perspective::ALL.iter().map(seen).collect()
}

fn remark(code: &'static str, nl: &'static str, en: &'static str, facts: &'static [&'static str]) -> Reason {
    Reason::new(code, Label::of(nl, en), Vec::new(), Source::facts(facts))
}

fn client() -> Vec<Reason> {
    vec![
        remark(
            "helps-and-hinders",
            "hetzelfde kan steunen of hinderen: structuur, waardering en contacten, of het gevoel dat wordt aangenomen dat men niet mee wil doen, en klem zitten met zorgtaken",
            "the same can support or hinder: structure, appreciation and contacts, or the feeling that one is assumed not to want to take part, and being squeezed by care tasks",
            &["TEG-176"],
        ),
        remark(
            "short-lived-at-least",
            "op zijn minst kortdurend meer zelfrespect; van effecten op de samenleving is weinig bewezen",
            "more self-respect, for a short time at least; of effects on society little is proven",
            &["TEG-177"],
        ),
        remark(
            "choice-and-paid-work",
            "men wil kiezen en uitzicht op betaald werk; uitnodigen spreekt meer aan, ook als er een plicht achter zit",
            "people want a choice and a prospect of paid work; an invitation appeals more, even with a duty behind it",
            &["TEG-178", "TEG-179"],
        ),
        remark(
            "rights-not-known",
            "rechten en plichten zijn vaak niet goed bekend: ze worden mondeling verteld",
            "rights and duties are often not well known: they are told orally",
            &["TEG-195"],
        ),
    ]
}

fn professional() -> Vec<Reason> {
    vec![
        remark(
            "room-without-frame",
            "veel eigen ruimte zonder algemeen kader, en verdeeld tussen begeleiden en controleren",
            "much room of one's own without a general frame, and divided between guiding and controlling",
            &["TEG-180"],
        ),
        remark(
            "skills",
            "gevraagd: erop af gaan, groepen, netwerken, gesprekken, vertrouwen; op huisbezoek liefst met zijn tweeën",
            "asked for: reaching out, groups, networks, conversations, trust; home visits preferably in pairs",
            &["TEG-181"],
        ),
        remark(
            "mediating-is-not-controlling",
            "wie bemiddelt houdt afstand van de controle",
            "those who mediate keep their distance from control",
            &["TEG-211"],
        ),
    ]
}

fn policy() -> Vec<Reason> {
    vec![
        remark(
            "features-and-bottlenecks",
            "een sluitende aanpak per wijk met groepen; knelpunten zijn capaciteit, volgen, taal, gezondheid, kinderopvang en reiskosten",
            "a closed approach per district with groups; the bottlenecks are capacity, monitoring, language, health, childcare and travel costs",
            &["TEG-182"],
        ),
        remark(
            "local-freedom",
            "VNG en Divosa (2013): zo niet uitvoerbaar, gemeenten willen vrijheid",
            "VNG and Divosa (2013): not executable like this, municipalities want freedom",
            &["TEG-183"],
        ),
        remark(
            "expected-effects",
            "verwacht werden daginvulling, zelfvertrouwen, gezondheid en samenhang; het onderzoek stelde ze niet vast",
            "expected were daily activity, self-worth, health and cohesion; the research did not establish them",
            &["TEG-196"],
        ),
        remark(
            "opposite-route",
            "de buurtbaan is de omgekeerde weg: betaald tijdelijk werk voor wie nu onbetaald werkt",
            "the neighbourhood job is the opposite route: paid temporary work for those who now work unpaid",
            &["GEN-16"],
        ),
    ]
}

fn organisation() -> Vec<Reason> {
    vec![
        remark(
            "value-and-burden",
            "de waarde van een vrijwilliger tegenover de last van begeleiden; vaak niet bekend dat iemand bijstand heeft; er is geen keurmerk",
            "the value of a volunteer against the burden of guidance; often not known that someone is on benefit; there is no quality mark",
            &["TEG-184"],
        ),
        remark(
            "demands-and-rewards",
            "op tijd komen, afspraken, luisteren; daar staan een certificaat, een kerstpakket of een feest tegenover",
            "being on time, agreements, listening; in return a certificate, a gift or a party",
            &["TEG-185"],
        ),
        remark(
            "saying-no",
            "wie geen geld van de gemeente krijgt, zegt makkelijker nee",
            "those without money of the municipality can more easily say no",
            &["TEG-186"],
        ),
        remark(
            "wishes",
            "gewenst: een jobcoach, iemand die bereikbaar is, en duidelijkheid over wie cursussen betaalt",
            "wished for: a job coach, someone who can be reached, and clarity on who pays for courses",
            &["TEG-203"],
        ),
    ]
}

fn education() -> Vec<Reason> {
    vec![
        remark(
            "signalling",
            "integraal werken in de wijk; signalen geven en op de agenda zetten is een kerntaak",
            "integral work in the district; signalling and putting on the agenda is a core task",
            &["TEG-187"],
        ),
        remark(
            "weakest-interest",
            "recht doen aan het zwakste belang, en verdringing en afroming melden",
            "doing justice to the weakest interest, and reporting displacement and creaming",
            &["TEG-188"],
        ),
    ]
}
