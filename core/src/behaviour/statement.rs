//! What the model says of a profile as a whole, and what it does not say.

use super::assess::names;
use super::{Determinant, Domain, Profile, Standing};
use crate::{Given, Label, Reason, Source};

/// The statements that apply, in a fixed order.
pub(super) fn statements(
    profile: &Profile,
    limiting: &[Determinant],
    unknown: &[Determinant],
) -> Vec<Reason> {
    let stands = |determinant, holds: fn(Standing) -> bool| profile.standing(determinant).is_some_and(holds);
    let willing = Determinant::of_domain(Domain::Willing).all(|one| stands(one, Standing::supports));
    let any_willing_hinders =
        Determinant::of_domain(Domain::Willing).any(|one| stands(one, Standing::hinders));
    let able: Vec<Determinant> = Determinant::of_domain(Domain::BeingAble).collect();
    let in_the_way: Vec<Determinant> = able.iter().copied().filter(|one| limiting.contains(one)).collect();
    let not_known: Vec<Determinant> = able.into_iter().filter(|one| unknown.contains(one)).collect();
    let relative =
        stands(Determinant::Skills, Standing::hinders) && stands(Determinant::Context, Standing::hinders);
    let statements = [
        willing.then(|| willing_is_not_enough(profile, &in_the_way, &not_known)),
        any_willing_hinders.then(|| hindered_is_not_unwilling(profile)),
        stands(Determinant::SocialPressure, Standing::hinders)
            .then(|| of(profile, &[Determinant::SocialPressure], SIGN)),
        relative.then(|| of(profile, &[Determinant::Skills, Determinant::Context], RELATIVE)),
        (!unknown.is_empty()).then(|| unknown_is_not_fine(unknown)),
        Some(of(profile, &[], WHOLE)),
    ];
    statements.into_iter().flatten().collect()
}

/// A statement whose words do not depend on the profile.
struct Fixed {
    code: &'static str,
    text: Label,
    source: Source,
}

const SIGN: Fixed = Fixed {
    code: "social-pressure-against",
    text: Label::of(
        "de sociale druk werkt hier tegen het gedrag: meer druk helpt dan niet vanzelf",
        "social pressure works against the behaviour here: more pressure does not help by itself",
    ),
    source: Source::facts(&["IBM-36", "IBM-07"]),
};

const RELATIVE: Fixed = Fixed {
    code: "skills-relative-to-context",
    text: Label::of(
        "vaardigheden zijn betrekkelijk: ze passen wel of niet bij wat de omgeving vraagt",
        "skills are relative: they do or do not fit what the surroundings ask",
    ),
    source: Source::facts(&["IBM-34"]),
};

const WHOLE: Fixed = Fixed {
    code: "all-together-for-this-person",
    text: Label::of(
        "of het gedrag er komt hangt af van alle elementen samen, voor deze persoon; het model geeft daar geen rekenregel voor",
        "whether the behaviour follows depends on all elements together, for this person; the model gives no rule to calculate it",
    ),
    source: Source::facts(&["IBM-15"]),
};

fn of(profile: &Profile, determinants: &[Determinant], fixed: Fixed) -> Reason {
    Reason::new(fixed.code, fixed.text, given(profile, determinants.iter().copied()), fixed.source)
}

fn given(profile: &Profile, determinants: impl Iterator<Item = Determinant>) -> Vec<Given> {
    determinants.filter_map(|one| Some(Given::word(one, profile.standing(one)?))).collect()
}

fn willing_is_not_enough(profile: &Profile, in_the_way: &[Determinant], not_known: &[Determinant]) -> Reason {
    let (hinder, unknown) = (names(in_the_way), names(not_known));
    let text = Label::said(
        format_args!(
            "alle elementen van willen steunen het gedrag, maar daarmee is het er nog niet: kunnen telt minstens zo zwaar (in de weg: {}; onbekend: {})",
            hinder.nl, unknown.nl
        ),
        format_args!(
            "all elements of willing support the behaviour, but that is not enough: being able counts at least as much (in the way: {}; unknown: {})",
            hinder.en, unknown.en
        ),
    );
    let inputs = given(profile, Determinant::of_domain(Domain::Willing).chain(in_the_way.iter().copied()));
    Reason::new("willing-is-not-enough", text, inputs, Source::facts(&["IBM-09", "IBM-10"]))
}

fn hindered_is_not_unwilling(profile: &Profile) -> Reason {
    let hinders = Determinant::of_domain(Domain::Willing)
        .filter(|&one| profile.standing(one).is_some_and(Standing::hinders));
    Reason::new(
        "hindered-is-not-unwilling",
        Label::of(
            "dit beschrijft wat het gedrag belemmert; het maakt niemand tot iemand die niet wil",
            "this describes what hinders the behaviour; it makes no one a person who does not want to",
        ),
        given(profile, hinders),
        Source::facts(&["IBM-08", "GEN-11"]),
    )
}

fn unknown_is_not_fine(unknown: &[Determinant]) -> Reason {
    let names = names(unknown);
    let text = Label::said(
        format_args!("niets bekend over {}: onbekend is niet hetzelfde als in orde", names.nl),
        format_args!("nothing known about {}: unknown is not the same as fine", names.en),
    );
    Reason::new("unknown-is-not-fine", text, Vec::new(), Source::facts(&["IBM-15"]))
}
