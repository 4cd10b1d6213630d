//! What the source asks of a buurtbaan, as a checklist.

use super::Employment;
use crate::decide::{Condition, Input};
use crate::neighbourhood::recorded::{Principle, Principles, ask, principle};
use crate::{Label, Source, Vocabulary};
use std::sync::LazyLock;

/// The most months a job lasts.
pub(super) const MOST_MONTHS: u32 = 24;

pub(super) static PRINCIPLES: LazyLock<Principles> =
    LazyLock::new(|| Principles::new(inputs(), principles()));

fn inputs() -> Vec<Input> {
    vec![
        ask(
            "own_goals",
            ["Zijn de doelen die van de persoon zelf?", "Are the goals the person's own?"],
            &["BUU-26", "BUU-28"],
        ),
        ask(
            "coached",
            [
                "Is er coaching, bij voorkeur vanuit het bewonersinitiatief?",
                "Is there coaching, preferably from the residents' initiative?",
            ],
            &["BUU-26", "BUU-40"],
        ),
        ask(
            "target_attached",
            ["Zit er een doel van doorstromen aan vast?", "Is a target of moving on attached?"],
            &["BUU-42"],
        ),
        ask("target_wanted", ["Wil de persoon dat doel?", "Does the person want that target?"], &["BUU-42"]),
        ask(
            "among_key_persons",
            ["Is geworven onder sleutelpersonen?", "Was it recruited among key persons?"],
            &["BUU-04", "BUU-08"],
        ),
        Input::choice::<Employment>(
            "employment",
            Label::of("Wat is de vorm van het dienstverband?", "What is the form of employment?"),
            Source::facts(&["BUU-03", "BUU-04"]),
        ),
        Input::number(
            "months",
            Label::of("Hoeveel maanden duurt de baan?", "How many months does the job last?"),
            (1.0, f64::from(u32::MAX)),
            Label::of("maanden", "months"),
            Source::facts(&["BUU-04", "BUU-07"]),
        ),
        ask(
            "neighbourhood_task",
            [
                "Is er een taak afgesproken die de buurt versterkt?",
                "Was a task agreed that strengthens the neighbourhood?",
            ],
            &["BUU-07", "BUU-69"],
        ),
        ask(
            "learning",
            [
                "Wordt er geleerd, of is eerder leren erkend?",
                "Is there learning, or was earlier learning recognised?",
            ],
            &["BUU-35", "BUU-74"],
        ),
        ask(
            "tasks_taken_over",
            [
                "Hebben anderen het vrijwilligerswerk en de taken overgenomen?",
                "Did others take over the volunteering and the tasks?",
            ],
            &["BUU-31", "BUU-41"],
        ),
    ]
}

fn principles() -> Vec<Principle> {
    let yes = Condition::yes;
    vec![
        principle(
            "own-goals",
            ["de doelen zijn die van de persoon zelf", "the goals are the person's own"],
            yes("own_goals"),
            &["BUU-26", "BUU-28"],
        )
        .or(
            "goals-of-others",
            [
                "de doelen zijn niet die van de persoon zelf; eigen regie is in de bron alles",
                "the goals are not the person's own; in the source own control is everything",
            ],
        ),
        principle(
            "coached",
            ["er is coaching", "there is coaching"],
            yes("coached"),
            &["BUU-26", "BUU-40"],
        ),
        principle(
            "target-as-wanted",
            [
                "er zit geen doel van doorstromen aan vast, of de persoon wil het",
                "no target of moving on is attached, or the person wants it",
            ],
            Condition::any([Condition::no("target_attached"), yes("target_wanted")]),
            &["BUU-42", "LAD-28"],
        )
        .or(
            "target-not-wanted",
            [
                "er zit een doel van doorstromen aan vast dat de persoon niet wil",
                "a target of moving on is attached that the person does not want",
            ],
        ),
        principle(
            "among-key-persons",
            ["geworven onder sleutelpersonen", "recruited among key persons"],
            yes("among_key_persons"),
            &["BUU-04", "BUU-08"],
        )
        .or(
            "not-among-key-persons",
            ["niet geworven onder sleutelpersonen", "not recruited among key persons"],
        ),
        principle(
            "employment-contract",
            ["een arbeidscontract bij de werkgever", "an employment contract with the employer"],
            Condition::Is("employment".into(), Employment::Contract.code().into()),
            &["BUU-04"],
        )
        .or(
            "no-contract",
            [
                "geen arbeidscontract bij de werkgever: dat kwam in de plaats van payroll, voor meer ontwikkeling en een betere kans erna",
                "no employment contract with the employer: that took the place of payroll, for more development and a better chance afterwards",
            ],
        ),
        principle(
            "at-most-two-years",
            ["hoogstens twee jaar", "at most two years"],
            Condition::AtLeast("months".into(), f64::from(MOST_MONTHS) + 1.0).negated(),
            &["BUU-04", "BUU-07"],
        )
        .or(
            "longer-than-two-years",
            [
                "langer dan twee jaar afgesproken, terwijl de regeling een tijdelijke baan van hoogstens twee jaar noemt",
                "agreed for longer than two years, where the scheme names a temporary job of at most two years",
            ],
        ),
        principle(
            "strengthens-neighbourhood",
            ["een taak die de buurt versterkt", "a task that strengthens the neighbourhood"],
            yes("neighbourhood_task"),
            &["BUU-07", "BUU-69"],
        ),
        principle(
            "learning",
            [
                "er wordt geleerd, of eerder leren is erkend",
                "there is learning, or earlier learning is recognised",
            ],
            yes("learning"),
            &["BUU-35", "BUU-74"],
        ),
        principle(
            "tasks-taken-over",
            [
                "anderen nemen het vrijwilligerswerk en de taken over",
                "others take over the volunteering and the tasks",
            ],
            yes("tasks_taken_over"),
            &["BUU-31", "BUU-41"],
        ),
    ]
}
