//! What can be asked about a person, for the official and for the person concerned.

use super::Benefit;
use super::law::{Version, law};
use crate::decide::Input;
use crate::{Label, Source};
use std::sync::LazyLock;

/// The lowest and the highest age that is taken for one, in years.
pub(super) const AGES: (f64, f64) = (0.0, 130.0);

/// A question about a person, in two voices.
pub(super) struct Question {
    pub(super) input: Input,
    /// The question as it is put to the person.
    pub(super) to_person: Label,
}

/// Every question about a person that any regime asks, in the order in which they would be asked.
pub(super) static QUESTIONS: LazyLock<Vec<Question>> = LazyLock::new(questions);

/// The same, without the voice of the person.
pub(super) static INPUTS: LazyLock<Vec<Input>> =
    LazyLock::new(|| QUESTIONS.iter().map(|question| question.input.clone()).collect());

/// A question that takes yes or no: its name, how the official asks it and how it is put to the person.
fn truth(name: &'static str, official: Label, to_person: Label, source: Source) -> Question {
    Question { input: Input::truth(name, official, source), to_person }
}

fn years(name: &'static str, official: Label, to_person: Label, source: Source) -> Question {
    Question { input: Input::number(name, official, AGES, Label::of("jaar", "years"), source), to_person }
}

impl Question {
    fn with_help(mut self, nl: &'static str, en: &'static str) -> Self {
        self.input = self.input.with_help(Label::of(nl, en));
        self
    }
}

fn questions() -> Vec<Question> {
    let mut questions = scope();
    questions.extend(by_law());
    questions.extend(parent());
    questions.extend(care());
    questions.extend(local());
    let in_order = |question: Question| match AFTER.iter().find(|(name, _)| question.input.name == *name) {
        Some((_, before)) => Question { input: question.input.asked_after(*before), ..question },
        None => question,
    };
    questions.into_iter().map(in_order).collect()
}

/// Questions that speak of what another one asks, each with that one.
const AFTER: [(&str, &str); 12] = [
    ("care_fits_support", "care_tasks"),
    ("dependent_child", "single_parent"),
    ("youngest_child_age", "single_parent"),
    ("full_care", "dependent_child"),
    ("exemption_requested", "single_parent"),
    ("exemption_used_up", "exemption_requested"),
    ("parent_exemption_held", "single_parent"),
    ("child_checks_done", "youngest_child_age"),
    ("care_checks_done", "indicated_care_at_home"),
    ("ordinance_exempts_informal_care", "informal_care"),
    ("ordinance_exempts_reintegration", "reintegration_track"),
    ("ordinance_exempts_part_time_work", "part_time_work"),
];

fn scope() -> Vec<Question> {
    vec![
        years(
            "age",
            Label::of("Hoe oud is deze persoon?", "How old is this person?"),
            Label::of("Hoe oud bent u?", "How old are you?"),
            law(Version::January2015, &["9.1"], &["TEG-25"]),
        ),
        truth(
            "pension_age_reached",
            Label::of(
                "Heeft deze persoon de pensioengerechtigde leeftijd bereikt?",
                "Has this person reached the state pension age?",
            ),
            Label::of("Hebt u de AOW-leeftijd bereikt?", "Have you reached the state pension age?"),
            law(Version::January2013, &["9.1"], &["TEG-25"]),
        )
        .with_help(
            "De leeftijd staat in de Algemene Ouderdomswet en verschilt per jaar van geboorte.",
            "The age is in the General Old Age Pensions Act and differs by year of birth.",
        ),
        Question {
            input: Input::choice::<Benefit>(
                "benefit",
                Label::of("Welke uitkering heeft deze persoon?", "Which benefit does this person have?"),
                law(Version::January2015, &["9.1"], &["TEG-25", "TEG-108"]),
            ),
            to_person: Label::of("Welke uitkering hebt u?", "Which benefit do you have?"),
        },
    ]
}

fn by_law() -> Vec<Question> {
    vec![
        truth(
            "fully_incapacitated",
            Label::of("Is vastgesteld dat deze persoon volledig en duurzaam arbeidsongeschikt is (artikel 4 WIA)?", "Has it been established that this person is fully and permanently incapable of work (article 4 WIA)?"),
            Label::of("Is vastgesteld dat u helemaal niet kunt werken, en dat dit niet meer verandert?", "Has it been established that you cannot work at all, and that this will not change?"),
            law(Version::January2015, &["9.5"], &["TEG-39"]),
        )
        .with_help("Een arbeidsdeskundige kan hierover advies geven en medische gegevens opvragen (TEG-39).", "A labour expert can advise on this and ask for medical data (TEG-39)."),
        truth(
            "sheltered_work_indication",
            Label::of("Heeft deze persoon een indicatie voor de sociale werkvoorziening (Wsw)?", "Does this person have an indication for sheltered employment (Wsw)?"),
            Label::of("Hebt u een indicatie voor de sociale werkplaats (Wsw)?", "Do you have an indication for sheltered work (Wsw)?"),
            law(Version::July2012, &["9.5"], &[]),
        ),
        truth(
            "wajong_benefit",
            Label::of("Heeft deze persoon recht op een Wajong-uitkering?", "Is this person entitled to a Wajong benefit?"),
            Label::of("Hebt u recht op een Wajong-uitkering?", "Are you entitled to a Wajong benefit?"),
            law(Version::January2012, &["9.5.b"], &[]),
        ),
        truth(
            "urgent_reason",
            Label::of("Zijn er dringende redenen om deze persoon tijdelijk ontheffing te geven?", "Are there urgent reasons to exempt this person temporarily?"),
            Label::of("Is er een dringende reden waarom het nu niet kan?", "Is there an urgent reason why it cannot be done now?"),
            law(Version::January2015, &["9.2"], &["TEG-38", "TEG-48"]),
        )
        .with_help("Bijvoorbeeld ziekte. Minder uren kan ook: het is niet alles of niets (TEG-48).", "Illness, for example. Fewer hours is possible as well: it is not all or nothing (TEG-48)."),
        truth(
            "care_tasks",
            Label::of("Heeft deze persoon zorgtaken?", "Does this person have care tasks?"),
            Label::of("Zorgt u voor iemand?", "Do you look after someone?"),
            law(Version::January2015, &["9.2"], &["TEG-38"]),
        ),
        truth(
            "care_fits_support",
            Label::of("Kan een voorziening rekening houden met die zorgtaken?", "Can support take those care tasks into account?"),
            Label::of("Kan de gemeente iets regelen waardoor het samengaat met het zorgen?", "Can the municipality arrange something so that it goes together with the caring?"),
            law(Version::January2015, &["9.2"], &["TEG-38"]),
        )
        .with_help("Zoals kinderopvang of andere uren.", "Such as childcare or other hours."),
    ]
}

fn parent() -> Vec<Question> {
    vec![
        truth(
            "single_parent",
            Label::of("Is deze persoon alleenstaande ouder?", "Is this person a single parent?"),
            Label::of("Bent u alleenstaande ouder?", "Are you a single parent?"),
            law(Version::January2015, &["9.4", "9a.1"], &["PUB-65", "TEG-36"]),
        ),
        truth(
            "dependent_child",
            Label::of("Heeft deze persoon een kind dat te zijnen laste komt?", "Does this person have a dependent child?"),
            Label::of("Hebt u een kind voor wie u betaalt?", "Do you have a child you pay for?"),
            law(Version::January2015, &["9a.1"], &["TEG-36"]),
        ),
        years(
            "youngest_child_age",
            Label::of("Hoe oud is het jongste kind?", "How old is the youngest child?"),
            Label::of("Hoe oud is uw jongste kind?", "How old is your youngest child?"),
            law(Version::January2015, &["9.4", "9a.1", "9a.4"], &["TEG-36", "TEG-37"]),
        ),
        truth(
            "full_care",
            Label::of("Heeft deze persoon de volledige zorg voor dat kind?", "Does this person have full care of that child?"),
            Label::of("Zorgt u helemaal voor dat kind?", "Do you take full care of that child?"),
            law(Version::January2015, &["9a.1"], &["TEG-36"]),
        ),
        truth(
            "exemption_requested",
            Label::of("Heeft deze persoon om ontheffing gevraagd voor de zorg voor een kind tot vijf jaar?", "Has this person asked for exemption for the care of a child under five?"),
            Label::of("Hebt u ontheffing gevraagd om voor uw kind te zorgen?", "Have you asked for exemption to look after your child?"),
            law(Version::January2015, &["9a.1"], &["PUB-65"]),
        )
        .with_help("Zonder verzoek wordt deze ontheffing niet gegeven.", "Without a request this exemption is not given."),
        truth(
            "exemption_used_up",
            Label::of("Is deze ontheffing eerder verleend en helemaal gebruikt (eenmalig, ten hoogste vijf jaar)?", "Was this exemption granted before and used up (once, at most five years)?"),
            Label::of("Hebt u deze ontheffing al eerder gehad, tot het einde?", "Have you had this exemption before, until its end?"),
            law(Version::January2015, &["9a.2", "9a.4"], &[]),
        ),
        truth(
            "support_refused",
            Label::of("Is ondubbelzinnig gebleken dat deze persoon de re-integratieplicht niet nakomt (artikel 9a lid 3)?", "Has it become unmistakable that this person does not meet the duty to use support (article 9a paragraph 3)?"),
            Label::of("Zegt de gemeente dat u niet meewerkt aan een voorziening?", "Does the municipality say that you do not take part in support?"),
            law(Version::January2015, &["9a.3"], &[]),
        )
        .with_help("Het gaat om gedrag dat is vastgelegd, niet om een indruk.", "It is about behaviour that is recorded, not about an impression."),
        truth(
            "parent_exemption_held",
            Label::of("Heeft deze persoon nu een ontheffing voor de zorg voor een kind tot vijf jaar (artikel 9a)?", "Does this person now hold an exemption for the care of a child under five (article 9a)?"),
            Label::of("Hebt u nu een ontheffing om voor uw kind te zorgen?", "Do you have an exemption now to look after your child?"),
            law(Version::January2015, &["9.7"], &[]),
        ),
        truth(
            "child_checks_done",
            Label::of("Heeft het college zich overtuigd van kinderopvang, scholing en belastbaarheid (artikel 9 lid 4)?", "Has the college satisfied itself of childcare, schooling and capacity (article 9 paragraph 4)?"),
            Label::of("Heeft de gemeente gekeken of er kinderopvang is, of u genoeg scholing krijgt en of u het aankunt?", "Has the municipality looked at childcare, at your schooling and at what you can manage?"),
            law(Version::January2015, &["9.4"], &["TEG-37"]),
        ),
    ]
}

fn care() -> Vec<Question> {
    vec![
        truth(
            "indicated_care_at_home",
            Label::of(
                "Verleent deze persoon in het gezin tien uur of meer zorg per week aan een ouder of kind met een indicatie?",
                "Does this person give ten or more hours of care a week within the family to a parent or child with an indication?",
            ),
            Label::of(
                "Zorgt u tien uur of meer per week voor een ouder of kind met een indicatie?",
                "Do you care ten or more hours a week for a parent or child with an indication?",
            ),
            law(Version::January2012, &["9.6", "4.5.a"], &[]),
        ),
        truth(
            "care_checks_done",
            Label::of(
                "Heeft het college zich ervan overtuigd dat die zorg met de plicht te combineren is?",
                "Has the college satisfied itself that this care can be combined with the duty?",
            ),
            Label::of(
                "Heeft de gemeente gekeken of het samengaat met die zorg?",
                "Has the municipality looked at whether it goes together with that care?",
            ),
            law(Version::January2012, &["9.6"], &[]),
        ),
    ]
}

/// Grounds on which a local ordinance may exempt, each with whether it does.
fn local() -> Vec<Question> {
    let ordinance = |name, of: Label| {
        let official = Label::said(
            format_args!("Stelt de verordening van de gemeente {} vrij?", of.nl),
            format_args!("Does the ordinance of the municipality exempt {}?", of.en),
        );
        let to_person = Label::said(
            format_args!("Zijn {} in uw gemeente vrijgesteld?", of.nl),
            format_args!("Are {} exempted in your municipality?", of.en),
        );
        truth(name, official, to_person, law(Version::January2015, &["8a.1.b"], &["PUB-63"])).with_help(
            "Weet u het niet, geef dan de verordening mee: dan staat het vast.",
            "If you do not know, give the ordinance along: then it is settled.",
        )
    };
    vec![
        truth(
            "informal_care",
            Label::of("Geeft deze persoon mantelzorg?", "Does this person give informal care?"),
            Label::of("Geeft u mantelzorg?", "Do you give informal care?"),
            Source::facts(&["PUB-63", "TEG-43"]),
        ),
        ordinance("ordinance_exempts_informal_care", Label::of("mantelzorgers", "informal carers")),
        truth(
            "reintegration_track",
            Label::of(
                "Zit deze persoon in een re-integratietraject?",
                "Is this person in a re-integration track?",
            ),
            Label::of("Volgt u een traject naar werk?", "Are you in a track to work?"),
            Source::facts(&["TEG-40"]),
        ),
        ordinance(
            "ordinance_exempts_reintegration",
            Label::of("mensen in een re-integratietraject", "people in a re-integration track"),
        ),
        truth(
            "part_time_work",
            Label::of("Werkt deze persoon in deeltijd?", "Does this person work part-time?"),
            Label::of("Werkt u een deel van de week?", "Do you work part of the week?"),
            Source::facts(&["TEG-41"]),
        ),
        ordinance(
            "ordinance_exempts_part_time_work",
            Label::of("mensen die in deeltijd werken", "people who work part-time"),
        ),
    ]
}
