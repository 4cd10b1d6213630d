//! Why each person could get what they could, and what to know of the plan.

use super::super::Determinant;
use super::Planning;
use crate::decide::Question;
use crate::label::many;
use crate::number::rounded;
use crate::plan::{Nothing, Offer, Outcome, Person, PersonOutcome, Task};
use crate::{Given, Label, ProvenanceKind, Reason, Source, Vocabulary};

const BEST: Label =
    Label::of("zo komt het hele plan het hoogst uit", "this way the plan as a whole rises most");

fn points(chance: f64) -> Label {
    rounded(100.0 * chance, 2)
}

fn names(task: &Task, offers: &[usize]) -> Label {
    let labels =
        offers.iter().filter_map(|&offer| task.catalogue.offers().get(offer)).map(|one| one.label.clone());
    Label::join(&labels.collect::<Vec<_>>(), ", ")
}

fn determinants(factors: &[usize]) -> Vec<Determinant> {
    factors.iter().filter_map(|&factor| Determinant::ALL.get(factor).copied()).collect()
}

fn reason(code: &'static str, nl: String, en: String, facts: &'static [&'static str]) -> Reason {
    Reason::new(code, Label::new(nl, en), Vec::new(), Source::facts(facts))
}

/// Why a person could get this, or gets nothing here.
pub(super) fn of_person(planning: &Planning, task: &Task, one: &PersonOutcome) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if let (Some(before), Some(after), false) = (one.before, one.after, one.gets.is_empty()) {
        let (added, now, then) = (points(after - before), points(before), points(after));
        let inputs = vec![
            Given::new("chance", Label::of("kans nu", "chance now"), before),
            Given::new("chance_after", Label::of("kans met deze hulp", "chance with this help"), after),
        ];
        let mut text = Label::said(
            format_args!(
                "de kans op het gedrag gaat naar verwachting van {} % naar {} %: {} procentpunt meer",
                now.nl, then.nl, added.nl
            ),
            format_args!(
                "the chance of the behaviour is expected to go from {} % to {} %: {} percentage points more",
                now.en, then.en, added.en
            ),
        );
        let fixed = one.gets.iter().all(|given| given.fixed);
        let code = if fixed { "expected-change" } else { "most-for-the-hours" };
        if !fixed {
            text = Label::join([&text, &BEST], "; ");
        }
        reasons.push(Reason::new(code, text, inputs, Source::default()));
    }
    reasons.extend(one.nothing.as_ref().map(|nothing| why_nothing(task, one, nothing)));
    for given in &one.gets {
        let Some(offer) = task.catalogue.offers().get(given.offer) else { continue };
        if given.fixed {
            let (nl, en) = (&offer.label.nl, &offer.label.en);
            reasons.push(reason(
                "fixed-by-a-professional",
                format!("{nl}: een professional heeft dit vastgezet"),
                format!("{en}: a professional fixed this"),
                &["GEN-11"],
            ));
        }
        if !given.uncounted.is_empty() {
            reasons.push(uncounted(offer, &given.uncounted));
        }
        if planning.catalogue.announces_sanction(given.offer) {
            reasons.push(reason(
                "a-sanction-is-decided-by-people",
                "een sanctie aankondigen volgt nooit uit een berekening: een professional weegt dat met de persoon en de anderen om hem of haar heen".to_owned(),
                "announcing a sanction never follows from a computation: a professional weighs it with the person and with the others around them".to_owned(),
                &["IBM-44", "IBM-47", "GEN-11"],
            ));
        }
    }
    for &(offer, rule, certain) in &one.company {
        let rule = task.catalogue.offers().get(offer).and_then(|offer| offer.not_alone.get(rule));
        let Some(rule) = rule else { continue };
        let mut why = rule.reason.clone();
        if !certain {
            why.text = Label::said(
                format_args!("zolang niet bekend is of dit geldt: {}", why.text.nl),
                format_args!("as long as it is not known whether this holds: {}", why.text.en),
            );
        }
        reasons.push(why);
    }
    if !one.unsure.is_empty() {
        let names = names(task, &one.unsure);
        reasons.push(reason(
            "condition-unknown",
            format!("of dit past is nog niet bekend, dus het is nog niet aangeboden: {}", names.nl),
            format!("whether this fits is not known yet, so it is not offered yet: {}", names.en),
            &[],
        ));
    }
    if !one.unfit.is_empty() {
        let names = names(task, &one.unfit);
        reasons.push(reason(
            "condition-not-met",
            format!("de voorwaarden van de catalogus passen niet op wat bekend is: {}", names.nl),
            format!("the conditions of the catalogue do not fit what is known: {}", names.en),
            &[],
        ));
    }
    reasons
}

fn uncounted(offer: &Offer, factors: &[usize]) -> Reason {
    let unknown = super::super::assess::names(&determinants(factors));
    reason(
        "effect-not-counted",
        format!("{}: het effect op {} telt niet mee, want dat is niet bekend", offer.label.nl, unknown.nl),
        format!("{}: the effect on {} is not counted, as that is not known", offer.label.en, unknown.en),
        &[],
    )
}

fn why_nothing(task: &Task, one: &PersonOutcome, nothing: &Nothing) -> Reason {
    match nothing {
        Nothing::Unknown => {
            let unknown = determinants(&one.unknown);
            let names = super::super::assess::names(&unknown);
            let (nl, en) = if unknown.is_empty() {
                (
                    "het model geeft geen kans en er is geen eigen kans gegeven".to_owned(),
                    "the model gives no chance and none was given".to_owned(),
                )
            } else {
                (format!("vraag eerst naar {}", names.nl), format!("ask first about {}", names.en))
            };
            reason(
                "not-known-enough",
                format!("er is te weinig bekend om te zeggen wat helpt: {nl}"),
                format!("too little is known to say what helps: {en}"),
                &["GEN-11"],
            )
        }
        Nothing::NotAllowed => reason(
            "nothing-fits",
            "geen enkele interventie past bij wat bekend is en bij de regels van de catalogus".to_owned(),
            "no intervention fits what is known and the rules of the catalogue".to_owned(),
            &[],
        ),
        Nothing::NoGain => reason(
            "no-gain-expected",
            "van wat past verwacht het model geen hogere kans op dit gedrag".to_owned(),
            "of what fits the model expects no higher chance of this behaviour".to_owned(),
            &[],
        ),
        Nothing::NoHours { best, adds } => {
            let (names, added) = (names(task, best), points(*adds));
            let text = Label::said(
                format_args!("er zijn te weinig uren: {} zou {} procentpunt toevoegen", names.nl, added.nl),
                format_args!(
                    "there are too few hours: {} would add {} percentage points",
                    names.en, added.en
                ),
            );
            let inputs = vec![Given::new("adds", Label::of("voegt toe", "adds"), *adds)];
            Reason::new("hours-lacking", text, inputs, Source::default())
        }
        Nothing::Hours { best, adds, elsewhere } => {
            let (names, adds_points, elsewhere_points) =
                (names(task, best), points(*adds), points(*elsewhere));
            let text = Label::said(
                format_args!(
                    "de uren zijn op: {} zou {} procentpunt toevoegen, en dezelfde uren voegen bij anderen ongeveer {} toe",
                    names.nl, adds_points.nl, elsewhere_points.nl
                ),
                format_args!(
                    "the hours are spent: {} would add {} percentage points, and the same hours add about {} for others",
                    names.en, adds_points.en, elsewhere_points.en
                ),
            );
            let inputs = vec![
                Given::new("adds", Label::of("voegt toe", "adds"), *adds),
                Given::new("elsewhere", Label::of("bij anderen, ongeveer", "for others, about"), *elsewhere),
            ];
            Reason::new("hours-spent", text, inputs, Source::default())
        }
    }
}

/// What to ask next about a person: what the chance waits for, or else what a condition or an effect waits for.
pub(super) fn to_ask(task: &Task, one: &PersonOutcome) -> Option<Question> {
    let mut waits: Vec<usize> = one.unknown.clone();
    let offers = task.catalogue.offers();
    let index = one.gets.iter().flat_map(|given| given.uncounted.iter().copied());
    waits.extend(index);
    let conditions = one.unsure.iter().filter_map(|&offer| offers.get(offer)).flat_map(|offer| &offer.when);
    let rules = one.company.iter().filter(|(_, _, certain)| !certain);
    let rules = rules.filter_map(|&(offer, rule, _)| offers.get(offer)?.not_alone.get(rule));
    let asked = conditions.chain(rules.flat_map(|rule| &rule.when));
    let factors =
        asked.filter_map(|condition| task.factors.iter().position(|factor| factor.id == condition.factor));
    waits.extend(factors.filter(|&factor| is_unknown(task, one, factor)));
    determinants(&waits).first().map(|determinant| determinant.to_ask())
}

/// That scores of 0 to 100 look like answers on a short scale: ten or more, and none above ten.
pub(super) fn near_zero(people: &[Person]) -> Option<Reason> {
    let levels = || people.iter().flat_map(|person| &person.levels).flatten();
    let is_near = levels().count() >= 10 && levels().all(|level| *level <= 10.0);
    is_near.then(|| {
        reason(
            "scores-near-zero",
            "alle scores liggen op of onder 10 van de 100, zoals antwoorden op een korte schaal: verwacht werden scores van 0 tot 100, die een schaal met `pomp` als `output` geeft, en zonder die klopt hier niets van".to_owned(),
            "all scores are at or below 10 of 100, as answers on a short scale are: expected were scores of 0 to 100, which a scale with `pomp` as `output` gives, and without these nothing here is right".to_owned(),
            &[],
        )
    })
}

/// Whether the level of a factor is not known for the person of an outcome.
fn is_unknown(task: &Task, one: &PersonOutcome, factor: usize) -> bool {
    let person = task.people.get(one.person);
    person.is_some_and(|person| person.levels.get(factor).copied().flatten().is_none())
}

/// What to know of the plan as a whole.
pub(super) fn of_plan(planning: &Planning, found: &Outcome) -> Vec<Reason> {
    let mut reasons = vec![
        reason(
            "advice-only",
            "dit is advies: een professional kan alles vastzetten of uitsluiten, en het plan laat zien wat dat kost".to_owned(),
            "this is advice: a professional can fix or forbid anything, and the plan shows what that costs".to_owned(),
            &["GEN-11", "IBM-61"],
        ),
        reason(
            "not-about-entitlement",
            "wie hier niets krijgt heeft niet minder recht op hulp: er zijn te weinig uren, of er is te weinig bekend".to_owned(),
            "who gets nothing here is no less entitled to help: there are too few hours, or too little is known".to_owned(),
            &["GEN-11"],
        ),
        reason(
            "changes-are-assumed",
            "het model vergelijkt mensen met elkaar; dat iemand die verandert zich net zo gaat gedragen is een aanname".to_owned(),
            "the model compares people with each other; that someone who changes comes to behave likewise is an assumption".to_owned(),
            &["IBM-15"],
        ),
    ];
    reasons.extend(near_zero(&planning.people));
    if planning.model.provenance.kind == ProvenanceKind::Illustrative
        || planning.catalogue.provenance.kind == ProvenanceKind::Illustrative
    {
        reasons.push(reason(
            "illustrative-numbers",
            "een deel van de getallen is ter illustratie gekozen: gebruik het plan niet voor echte mensen"
                .to_owned(),
            "some of the numbers were chosen to illustrate: do not use the plan for real people".to_owned(),
            &["IBM-61"],
        ));
    }
    let unknown = found.people.iter().filter(|one| one.before.is_none()).count();
    if unknown > 0 {
        let people = many(&unknown, ["mens", "mensen"], ["person", "people"]);
        let count = if unknown == 1 { "die telt" } else { "zij tellen" };
        reasons.push(reason(
            "people-left-out",
            format!("van {} is te weinig bekend; {count} in de aantallen niet mee", people.nl),
            format!("too little is known of {}; they are not in the numbers", people.en),
            &["GEN-11"],
        ));
    }
    if found.interval.is_none() && planning.settings.draws > 0 {
        reasons.push(reason(
            "uncertainty-unknown",
            "er is geen onzekerheid gegeven bij coëfficiënten of effecten, dus hoe zeker de stijging is weet niemand".to_owned(),
            "no uncertainty was given with coefficients or effects, so nobody knows how sure the rise is".to_owned(),
            &[],
        ));
    }
    reasons
}
