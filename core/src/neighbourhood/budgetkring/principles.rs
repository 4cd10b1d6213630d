//! The principles of a budgetkring as a checklist.

use super::{InitiativeHolder, LeaderRole};
use crate::decide::{Condition, Input};
use crate::neighbourhood::recorded::{Principle, Principles, ask, principle};
use crate::{Label, Source, Vocabulary};
use std::sync::LazyLock;

pub(super) static PRINCIPLES: LazyLock<Principles> =
    LazyLock::new(|| Principles::new(inputs(), principles()));

fn count(
    name: &'static str,
    [nl, en]: [&'static str; 2],
    [unit_nl, unit_en]: [&'static str; 2],
    facts: &'static [&'static str],
) -> Input {
    let range = (0.0, f64::from(u32::MAX));
    Input::number(name, Label::of(nl, en), range, Label::of(unit_nl, unit_en), Source::facts(facts))
}

fn inputs() -> Vec<Input> {
    vec![
        ask(
            "recruited_in_order",
            [
                "Is eerst bij zelforganisaties geworven, dan bij vrijwilligersorganisaties, en pas als laatste bij professionele organisaties?",
                "Was it first recruited through self-organisations, then volunteer organisations, and only last professional organisations?",
            ],
            &["BUD-03", "BUD-04", "BUD-05"],
        ),
        count(
            "leaders",
            ["Hoeveel begeleiders heeft de kring?", "How many leaders does the circle have?"],
            ["begeleiders", "leaders"],
            &["BUD-10"],
        ),
        ask(
            "trained_side_by_side",
            [
                "Zijn de begeleiders vanaf het begin naast elkaar opgeleid?",
                "Were the leaders trained side by side from the start?",
            ],
            &["BUD-10"],
        ),
        ask(
            "certified_after_a_year",
            [
                "Is een begeleider na een jaar al doende leren gecertificeerd?",
                "Was a leader certified after a year of learning on the job?",
            ],
            &["BUD-07"],
        ),
        Input::choice::<LeaderRole>(
            "leader_role",
            Label::of("Hoe wordt de kring begeleid?", "How is the circle led?"),
            Source::facts(&["BUD-11", "BUD-31"]),
        ),
        ask(
            "leaders_by_experience",
            [
                "Hebben de begeleiders zelf ervaring met armoede, schulden of uitsluiting?",
                "Do the leaders themselves have experience of poverty, debt or exclusion?",
            ],
            &["BUD-12"],
        ),
        count(
            "participants",
            ["Hoeveel deelnemers heeft de kring?", "How many participants does the circle have?"],
            ["deelnemers", "participants"],
            &["BUD-09"],
        ),
        ask("more_than_money", ["Gaat het over meer dan geld?", "Is it about more than money?"], &["BUD-08"]),
        Input::choice::<InitiativeHolder>(
            "initiative",
            Label::of("Wie heeft het initiatief?", "Who holds the initiative?"),
            Source::facts(&["BUD-13", "BUD-23"]),
        ),
        ask(
            "attuned",
            [
                "Hebben partijen afgestemd wat zij doen, ook al delen zij een ambitie?",
                "Did parties attune what they do, even where they share an ambition?",
            ],
            &["BUD-32", "BUD-36"],
        ),
    ]
}

fn principles() -> Vec<Principle> {
    let (yes, at_least) =
        (Condition::yes, |input: &'static str, bound| Condition::AtLeast(input.into(), bound));
    vec![
        principle(
            "recruited-in-order",
            ["professionele organisaties pas als laatste bij de werving", "professional organisations only last in recruiting"],
            yes("recruited_in_order"),
            &["BUD-05", "BUD-03", "BUD-04"],
        )
        .or(
            "professionals-too-early",
            ["bij de werving gingen professionele of verder afstaande organisaties voor; de volgorde houdt het initiatief bij burgers", "in recruiting, professional or more distant organisations came first; the order keeps the initiative with citizens"],
        ),
        principle("two-leaders", ["twee begeleiders", "two leaders"], Condition::Is("leaders".into(), 2.0.into()), &["BUD-10"]).or(
            "not-two-leaders",
            ["de kring heeft geen twee begeleiders, die elkaar steunen en vervangen", "the circle does not have two leaders, who support each other and stand in for each other"],
        ),
        principle(
            "trained-side-by-side",
            ["begeleiders vanaf het begin naast elkaar opgeleid", "leaders trained side by side from the start"],
            yes("trained_side_by_side"),
            &["BUD-10"],
        )
        .or(
            "not-trained-side-by-side",
            ["de opleiding van een begeleider begon pas na de eerste bijeenkomst", "the training of a leader only began after the first meeting"],
        ),
        principle(
            "certified-after-a-year",
            ["gecertificeerd na een jaar al doende leren", "certified after a year of learning on the job"],
            yes("certified_after_a_year"),
            &["BUD-07"],
        )
        .or(
            "certified-too-early",
            ["een begeleider is gecertificeerd voordat een jaar van leren om was", "a leader was certified before a year of learning had passed"],
        ),
        principle(
            "leader-facilitates",
            ["de begeleider faciliteert", "the leader facilitates"],
            Condition::Is("leader_role".into(), LeaderRole::Facilitator.code().into()),
            &["BUD-11", "BUD-31"],
        )
        .or(
            "leader-as-expert",
            ["de begeleider treedt op als deskundige, wat hij uitdrukkelijk niet is", "the leader acts as an expert, which a leader explicitly is not"],
        ),
        principle(
            "leaders-by-experience",
            ["begeleiders met ervaringskennis, zoals in de Brabantse pilot", "leaders with experiential knowledge, as in the Brabant pilot"],
            yes("leaders_by_experience"),
            &["BUD-12"],
        )
        .or(
            "leaders-without-experience",
            ["niet alle begeleiders hebben eigen ervaring, zoals in de Brabantse pilot; elders zijn het professionals", "not all leaders have experience of their own, as in the Brabant pilot; elsewhere they are professionals"],
        ),
        principle(
            "eight-to-ten",
            ["acht tot tien deelnemers", "eight to ten participants"],
            Condition::all([at_least("participants", 8.0), at_least("participants", 11.0).negated()]),
            &["BUD-09"],
        )
        .or(
            "group-size",
            ["de groep heeft niet acht tot tien deelnemers", "the group does not have eight to ten participants"],
        ),
        principle(
            "more-than-money",
            ["het gaat over meer dan geld", "it is about more than money"],
            yes("more_than_money"),
            &["BUD-08"],
        ),
        principle(
            "initiative-with-citizens",
            ["burgers en hun organisaties hebben het initiatief", "citizens and their organisations hold the initiative"],
            Condition::Is("initiative".into(), InitiativeHolder::Citizens.code().into()),
            &["BUD-13", "BUD-23"],
        )
        .or(
            "initiative-taken-over",
            ["een ander dan burgers heeft het initiatief: wie ondersteunt, is op zijn hoede om niet zelf eigenaar te worden", "others than citizens hold the initiative: whoever supports takes care not to become the owner"],
        ),
        principle(
            "attuned",
            ["partijen hebben afgestemd wat zij doen", "parties attuned what they do"],
            yes("attuned"),
            &["BUD-36", "BUD-32"],
        ),
    ]
}
