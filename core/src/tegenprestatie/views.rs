//! Who holds another view: it stands beside the answer and changes nothing in it.

use crate::{Label, Reason, Source};

/// One view with its holder in the words of the text.
pub(super) fn view(
    code: &'static str,
    nl: &'static str,
    en: &'static str,
    facts: &'static [&'static str],
) -> Reason {
    Reason::new(code, Label::of(nl, en), Vec::new(), Source::facts(facts))
}

/// What others hold of imposing a tegenprestatie.
pub(super) fn on_the_duty() -> Vec<Reason> {
    vec![
        view(
            "council-for-the-judiciary",
            "Raad voor de rechtspraak (2013): opleggen is moeilijk gezien alle voorwaarden, en straft en voegt leed toe aan wie van het minimum leeft",
            "Council for the Judiciary (2013): imposing it is difficult given all the conditions, and punishes people who live on the minimum",
            &["TEG-35"],
        ),
        view(
            "client-council",
            "Landelijke Cliëntenraad (2013): een juridisch gedrocht, en het mag niet van de gemeente afhangen; Movisie (2014): opgelegde wederkerigheid",
            "National Client Council (2013): a legal monstrosity, and it should not depend on the municipality; Movisie (2014): imposed reciprocity",
            &["TEG-75", "TEG-183"],
        ),
        view(
            "municipalities",
            "VNG en Divosa (2013): niet uitvoerbaar voor gemeenten, die plaatselijke vrijheid willen",
            "VNG and Divosa (2013): not executable for municipalities, which want local freedom",
            &["TEG-183"],
        ),
        view(
            "duty-not-right",
            "het onderzoek: het is een plicht om mee te doen en geen recht daarop, terwijl de overheid meedoen ook mogelijk moet maken",
            "the study: it is a duty to take part and no right to, while the state must also make taking part possible",
            &["TEG-76"],
        ),
        view(
            "volunteering-or-not",
            "over de naam is geen eensgezindheid: geen vrijwilligerswerk (NOV, minister), een nieuwe verplichte vorm ervan (SCP), of werk met behoud van uitkering (Inspectie)",
            "there is no agreement on the name: not volunteering (NOV, minister), a new compulsory form of it (SCP), or work with retention of benefit (Inspectorate)",
            &["TEG-08", "TEG-11"],
        ),
        view(
            "courts-case-by-case",
            "rechters kijken per geval: dwang mag niet buitensporig zijn en vraagt maatwerk; de Tsjechische rechter vond 20 uur per week onevenredig",
            "courts look case by case: coercion must not be excessive and must be bespoke; the Czech court found 20 hours a week disproportionate",
            &["PUB-62", "TEG-68", "TEG-69", "TEG-70"],
        ),
    ]
}
