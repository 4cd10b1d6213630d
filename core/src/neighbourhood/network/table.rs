//! What is asked of a network and of what is around it, as data.

use super::NetworkTheme::{self, Around, Community, Golden, Holding, Start};

/// A condition with its question.
pub(super) struct Row {
    pub(super) theme: NetworkTheme,
    /// The name of the question, `snake_case`, and the code of the condition.
    pub(super) name: &'static str,
    /// What it says when it is met.
    pub(super) text: (&'static str, &'static str),
    pub(super) question: (&'static str, &'static str),
    /// What to do when it is not met.
    pub(super) advice: (&'static str, &'static str),
    /// Whether “yes” is what meets it.
    pub(super) yes: bool,
    pub(super) facts: &'static [&'static str],
}

pub(super) const ROWS: &[Row] = &[
    Row {
        theme: Around,
        name: "seen_regularly",
        text: (
            "mensen uit het netwerk zien de persoon geregeld",
            "people of the network see the person regularly",
        ),
        question: (
            "Zien mensen uit het netwerk deze persoon geregeld?",
            "Do people of the network see this person regularly?",
        ),
        advice: (
            "Bespreek wie er vaker langs zou kunnen en willen gaan: zo zijn er meer momenten om iets op te merken.",
            "Talk about who could and would like to come by more often: it gives more moments to notice something.",
        ),
        yes: true,
        facts: &["BKR-02"],
    },
    Row {
        theme: Around,
        name: "known_well",
        text: ("iemand in het netwerk kent de persoon goed", "someone in the network knows the person well"),
        question: (
            "Kent iemand in het netwerk deze persoon goed?",
            "Does someone in the network know this person well?",
        ),
        advice: (
            "Vraag de persoon wie hem of haar goed kent, ook van vroeger: wie staat er in het fotoalbum?",
            "Ask the person who knows them well, also from earlier: who is in the photo album?",
        ),
        yes: true,
        facts: &["BKR-03", "BKR-12"],
    },
    Row {
        theme: Around,
        name: "something_depends_on_contact",
        text: (
            "van het contact hangt geen uitkering, woning of ander belang af",
            "no benefit, housing or other interest depends on the contact",
        ),
        question: (
            "Hangt er van dit contact een uitkering, een woning of een ander belang af?",
            "Does a benefit, housing or another interest depend on this contact?",
        ),
        advice: (
            "Houd het netwerk en de beslissing over een uitkering of woning uit elkaar.",
            "Keep the network apart from the decision on a benefit or housing.",
        ),
        yes: false,
        facts: &["BKR-04"],
    },
    Row {
        theme: Start,
        name: "starts_from_motivation",
        text: (
            "het begint bij wat de persoon beweegt en goed kan",
            "it starts from what moves the person and what they are good at",
        ),
        question: (
            "Is het begonnen bij wat deze persoon beweegt en goed kan?",
            "Did it start from what moves this person and what they are good at?",
        ),
        advice: (
            "Luister waar iemand voor warmloopt, in plaats van met een plan te komen.",
            "Listen for what someone warms to, instead of coming with a plan.",
        ),
        yes: true,
        facts: &["BKR-10", "BKR-33"],
    },
    Row {
        theme: Start,
        name: "addressed_on_problem",
        text: (
            "de persoon wordt aangesproken op kwaliteiten, als burger",
            "the person is addressed on qualities, as a citizen",
        ),
        question: (
            "Wordt deze persoon vooral aangesproken op een probleem of een indicatie?",
            "Is this person mostly addressed on a problem or an indication?",
        ),
        advice: (
            "Spreek iemand aan op wat die kan en wil bijdragen.",
            "Address someone on what they can and want to contribute.",
        ),
        yes: false,
        facts: &["BKR-09", "ABC-37"],
    },
    Row {
        theme: Start,
        name: "offer_pulls_demand",
        text: (
            "er is gevraagd wat past, voordat er een aanbod was",
            "it was asked what fits before there was an offer",
        ),
        question: (
            "Lag er al een algemeen aanbod waar mensen naartoe worden geleid?",
            "Was there already a generic offer that people are led to?",
        ),
        advice: (
            "Regel eerst gesprekken: luisteren, tijd om fouten te maken, en zo de eigen vraag laten ontstaan.",
            "Arrange conversations first: listening, time to make mistakes, and so let their own question take form.",
        ),
        yes: false,
        facts: &["BKR-11", "BKR-12"],
    },
    Row {
        theme: Golden,
        name: "welcome_unconditionally",
        text: (
            "mensen voelen zich gezien en welkom, zonder voorwaarden",
            "people feel seen and welcome, without conditions",
        ),
        question: (
            "Zeggen mensen zelf dat zij zich gezien en welkom voelen, zonder voorwaarden?",
            "Do people themselves say that they feel seen and welcome, without conditions?",
        ),
        advice: (
            "Vraag wat maakt dat iemand zich niet welkom voelt.",
            "Ask what makes someone not feel welcome.",
        ),
        yes: true,
        facts: &["BKR-26"],
    },
    Row {
        theme: Golden,
        name: "of_significance",
        text: (
            "mensen voelen zich van betekenis en deel van een groter geheel",
            "people feel of significance and part of a larger whole",
        ),
        question: (
            "Zeggen mensen zelf dat zij van betekenis zijn en ergens bij horen?",
            "Do people themselves say that they matter and belong to something?",
        ),
        advice: (
            "Vraag wat mensen te bieden hebben en laat dat tellen.",
            "Ask what people have to offer and let it count.",
        ),
        yes: true,
        facts: &["BKR-27", "BKR-24"],
    },
    Row {
        theme: Golden,
        name: "room_for_qualities",
        text: (
            "er is ruimte voor wat goed gaat in iemand",
            "there is room for someone's qualities and healthy sides",
        ),
        question: (
            "Is er ruimte voor de kwaliteiten en gezonde kanten van mensen?",
            "Is there room for people's qualities and healthy sides?",
        ),
        advice: (
            "Maak plaats voor wat iemand goed kan, ook als dat niet in een aanbod past.",
            "Make room for what someone does well, also where it does not fit an offer.",
        ),
        yes: true,
        facts: &["BKR-28"],
    },
    Row {
        theme: Golden,
        name: "available_and_equal",
        text: (
            "het is er wanneer nodig, laagdrempelig, gelijkwaardig en verbonden",
            "it is there when needed, low of threshold, equal and connected",
        ),
        question: (
            "Is het er wanneer mensen het nodig hebben, laagdrempelig en als gelijken?",
            "Is it there when people need it, with a low threshold and as equals?",
        ),
        advice: (
            "Bespreek met de mensen zelf wat de drempel lager zou maken.",
            "Talk with the people themselves about what would lower the threshold.",
        ),
        yes: true,
        facts: &["BKR-29"],
    },
    Row {
        theme: Holding,
        name: "taken_over",
        text: (
            "geen organisatie heeft het initiatief overgenomen of stuurt het",
            "no organisation has taken the initiative over or steers it",
        ),
        question: (
            "Heeft een organisatie het initiatief overgenomen, of stuurt of controleert zij het?",
            "Has an organisation taken the initiative over, or does it steer or control it?",
        ),
        advice: (
            "Niet loslaten, maar anders vastpakken: mogelijk maken, steunen, vertrouwen en tijd geven.",
            "Do not let go, but hold differently: facilitate, support, trust and give time.",
        ),
        yes: false,
        facts: &["BKR-13", "BKR-14", "ABC-08"],
    },
    Row {
        theme: Holding,
        name: "facilitated",
        text: (
            "de gemeente maakt mogelijk, steunt, vertrouwt en geeft tijd",
            "the municipality facilitates, supports, trusts and gives time",
        ),
        question: (
            "Maakt de gemeente het mogelijk, met steun, vertrouwen en tijd?",
            "Does the municipality make it possible, with support, trust and time?",
        ),
        advice: (
            "Vraag welke steun helpt, en haal weg waar mensen tegen regels moeten vechten.",
            "Ask which support helps, and take away where people have to fight rules.",
        ),
        yes: true,
        facts: &["BKR-14", "BKR-30", "ABC-20"],
    },
    Row {
        theme: Holding,
        name: "exhausted_by_systems",
        text: (
            "mensen raken niet uitgeput van regels en systemen",
            "people are not exhausted by rules and systems",
        ),
        question: (
            "Raken de mensen van het initiatief uitgeput van regels en systemen?",
            "Are the people of the initiative exhausted by rules and systems?",
        ),
        advice: (
            "Neem als gemeente zelf de strijd met de eigen regels over van de mensen.",
            "As a municipality, take over from people the struggle with your own rules.",
        ),
        yes: false,
        facts: &["BKR-30", "BKR-05"],
    },
    Row {
        theme: Holding,
        name: "room_in_tender",
        text: (
            "in de aanbesteding is ruimte voor initiatieven van burgers",
            "the tender leaves room for citizens' initiatives",
        ),
        question: (
            "Is er in de aanbesteding ruimte opengelaten voor initiatieven van burgers?",
            "Does the tender leave room for citizens' initiatives?",
        ),
        advice: (
            "Sommige gemeenten laten een percentage open of vragen de aanbieder om burgers mee te laten doen. Het percentage noemt de bron niet.",
            "Some municipalities leave a percentage open or ask the provider to let citizens take part. The source gives no percentage.",
        ),
        yes: true,
        facts: &["BKR-06", "BKR-07"],
    },
    Row {
        theme: Community,
        name: "community_first",
        text: (
            "de gemeenschap bepaalt onderwerp, doel en volgorde; instanties volgen",
            "the community sets subject, goal and order; institutions follow",
        ),
        question: (
            "Bepaalt de gemeenschap zelf de onderwerpen, doelen en volgorde?",
            "Does the community itself set the subjects, goals and order?",
        ),
        advice: (
            "Begin opnieuw bij wat de gemeenschap zelf belangrijk vindt; een professional is er te gast.",
            "Begin again with what the community itself finds important; a professional is a guest there.",
        ),
        yes: true,
        facts: &["ABC-05", "ABC-07", "ABC-08"],
    },
    Row {
        theme: Community,
        name: "community_as_instrument",
        text: (
            "de gemeenschap is geen middel voor doelen van anderen",
            "the community is no instrument for the goals of others",
        ),
        question: (
            "Wordt de gemeenschap gebruikt als middel, zoals voor preventie of goedkopere zorg?",
            "Is the community used as an instrument, such as for prevention or cheaper care?",
        ),
        advice: (
            "Versterk de gemeenschap omdat zij het samenleven sterker maakt, en noem bewoners geen doelgroep.",
            "Strengthen the community because it makes living together stronger, and do not call residents a target group.",
        ),
        yes: false,
        facts: &["ABC-33", "ABC-34", "ABC-35"],
    },
    Row {
        theme: Community,
        name: "resilience_followed",
        text: (
            "er wordt gekeken naar wat sterker wordt, niet alleen naar minder problemen",
            "it is looked at what grows stronger, not only at fewer problems",
        ),
        question: (
            "Wordt gevolgd wat er in de wijk sterker wordt, en niet alleen of problemen afnemen?",
            "Is it followed what grows stronger in the neighbourhood, and not only whether problems decrease?",
        ),
        advice: (
            "Volg ook banden, initiatieven en weerbaarheid; vraag geen bewijs langs één rechte lijn.",
            "Follow ties, initiatives and resilience as well; ask no proof along one straight line.",
        ),
        yes: true,
        facts: &["ABC-25", "ABC-27", "ABC-28"],
    },
];
