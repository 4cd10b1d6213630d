//! What a person reads of each kind of mistake.

use super::Mistake;
use crate::Label;
use crate::math::shown;
use chrono::NaiveDate;

impl Mistake {
    /// One sentence in two languages, which names the value and what was expected.
    #[expect(clippy::too_many_lines, reason = "one sentence a kind, read as a list")]
    pub fn message(&self) -> Label {
        match self {
            Self::Malformed { line, column } => Label::new(
                format!("het document is geen geldige JSON: zie regel {line}, teken {column}"),
                format!("the document is not valid JSON: see line {line}, character {column}"),
            ),
            Self::Truncated { line, column } => Label::new(
                format!("het document houdt te vroeg op: na regel {line}, teken {column} ontbreekt de rest"),
                format!(
                    "the document stops too early: the rest after line {line}, character {column} is missing"
                ),
            ),
            Self::TooDeep { limit } => Label::new(
                format!("het document heeft meer dan {limit} lagen in elkaar"),
                format!("the document is nested deeper than {limit} levels"),
            ),
            Self::WrongKind { found, expected } => Label::new(
                format!("hier staat {}, verwacht werd {}", found.label().nl, expected.label().nl),
                format!("found {}, expected {}", found.label().en, expected.label().en),
            ),
            Self::MissingField { field } => {
                Label::new(format!("het veld `{field}` ontbreekt"), format!("the field `{field}` is missing"))
            }
            Self::UnknownField { field, expected } => Label::new(
                format!(
                    "het veld `{field}` bestaat hier niet: verwacht werd een van {}",
                    expected.join(", ")
                ),
                format!("the field `{field}` does not exist here: expected one of {}", expected.join(", ")),
            ),
            Self::UnknownCode { what, value, expected } => Label::new(
                format!(
                    "`{value}` is geen bekende waarde voor {}: verwacht werd een van {}",
                    what.nl,
                    expected.join(", ")
                ),
                format!("`{value}` is not a known {}: expected one of {}", what.en, expected.join(", ")),
            ),
            Self::NotFinite { value } => Label::new(
                format!("`{value}` is geen eindig getal: verwacht werd een getal, of `null` voor onbekend"),
                format!("`{value}` is not a finite number: expected a number, or `null` for unknown"),
            ),
            Self::OutsideRange { value, min, max } => outside(value, *min, *max),
            Self::OffScale { value, min, max, missing_codes } => off_scale(value, *min, *max, missing_codes),
            Self::Duplicate { what, id } => Label::new(
                format!("{} `{id}` staat er twee keer", what.nl),
                format!("the {} `{id}` occurs twice", what.en),
            ),
            Self::Misplaced { what, id, whole, expected } => Label::new(
                format!(
                    "{} `{id}` hoort niet bij `{whole}`: verwacht werd een van {}",
                    what.nl,
                    expected.join(", ")
                ),
                format!(
                    "the {} `{id}` does not belong to `{whole}`: expected one of {}",
                    what.en,
                    expected.join(", ")
                ),
            ),
            Self::Undefined { what, id } => Label::new(
                format!("{} `{id}` wordt gebruikt maar is niet gegeven", what.nl),
                format!("the {} `{id}` is used but not given", what.en),
            ),
            Self::Unused { what, id } => Label::new(
                format!("{} `{id}` wordt nergens gebruikt", what.nl),
                format!("the {} `{id}` is not used anywhere", what.en),
            ),
            Self::Empty { what } => {
                Label::new(format!("{} is leeg", what.nl), format!("the {} is empty", what.en))
            }
            Self::NoLength { min, max } => {
                let (min, max) = (shown(*min), shown(*max));
                Label::new(
                    format!(
                        "een schaal van {min} tot {max} kan niet: het laagste punt moet onder het hoogste liggen"
                    ),
                    format!(
                        "a scale from {min} to {max} cannot be: its lowest point must lie below its highest"
                    ),
                )
            }
            Self::WrongLength { found, expected } => Label::new(
                format!("de lijst heeft {found} waarden, verwacht werden er {expected}"),
                format!("the list has {found} values, expected {expected}"),
            ),
            Self::UnevenRange { id, min, max, low, high } => {
                let (min, max, low, high) = (shown(*min), shown(*max), shown(*low), shown(*high));
                Label::new(
                    format!(
                        "de delen van schaal `{id}` lopen van {min} tot {max} en van {low} tot {high}: verwacht werd overal hetzelfde bereik"
                    ),
                    format!(
                        "the parts of scale `{id}` run from {min} to {max} and from {low} to {high}: expected the same range throughout"
                    ),
                )
            }
            Self::More { count: 1 } => Label::of(
                "er is nog 1 probleem dat hier niet staat",
                "there is 1 more problem that is not listed here",
            ),
            Self::More { count } => Label::new(
                format!("er zijn nog {count} problemen die hier niet staan"),
                format!("there are {count} more problems that are not listed here"),
            ),
            Self::UnsupportedVersion { version, supported } => Label::new(
                format!(
                    "versie `{version}` van dit document kan niet worden gelezen: verwacht werd {supported}"
                ),
                format!("version `{version}` of this document cannot be read: expected {supported}"),
            ),
            Self::InvalidDate { value } => Label::new(
                format!("`{value}` is geen datum: verwacht werd jaar-maand-dag, zoals 2020-03-31"),
                format!("`{value}` is not a date: expected year-month-day, such as 2020-03-31"),
            ),
            Self::Backwards { date, previous } => Label::new(
                format!("de datum {date} ligt voor {previous}, de datum die eraan voorafgaat"),
                format!("the date {date} lies before {previous}, the date it follows"),
            ),
            Self::NotFirstDay { date, expected } => Label::new(
                format!(
                    "de datum {date} lijkt preciezer dan bekend is: verwacht werd {expected}, de eerste dag van de periode"
                ),
                format!(
                    "the date {date} looks more precise than is known: expected {expected}, the first day of the period"
                ),
            ),
            Self::OutsidePeriod { date, from, until } => {
                let (nl, en) = period(*from, *until);
                Label::new(
                    format!("de datum {date} kan hier niet: verwacht werd een datum {nl}"),
                    format!("the date {date} cannot be here: expected a date {en}"),
                )
            }
            Self::Overlap { what, id, other, from, until } => {
                let (nl, en) = period(*from, *until);
                Label::new(
                    format!(
                        "{} `{id}` en `{other}` gelden allebei {nl}: verwacht werd er een tegelijk",
                        what.nl
                    ),
                    format!("the {} `{id}` and `{other}` both hold {en}: expected one at a time", what.en),
                )
            }
            Self::Contradiction { here, elsewhere, place } => Label::new(
                format!("{} kan niet samengaan met {} (`{place}`)", here.nl, elsewhere.nl),
                format!("{} cannot go together with {} (`{place}`)", here.en, elsewhere.en),
            ),
            Self::OutOfTurn { kind, needs } => Label::new(
                format!("`{kind}` kan hier niet: verwacht werd dat `{needs}` eraan voorafgaat"),
                format!("`{kind}` cannot come here: expected `{needs}` to come before it"),
            ),
            Self::Closed { what, id, event } => Label::new(
                format!("{} `{id}` is al afgesloten met gebeurtenis {event}", what.nl),
                format!("the {} `{id}` was already closed by event {event}", what.en),
            ),
            Self::NotTakingPart { party, date } => Label::new(
                format!(
                    "`{party}` doet op {date} niet mee: verwacht werd een partij die is toegetreden en niet vertrokken"
                ),
                format!(
                    "`{party}` does not take part on {date}: expected a party that has joined and not left"
                ),
            ),
            Self::MissingColumn { column } => Label::new(
                format!("de kolom `{column}` ontbreekt"),
                format!("the column `{column}` is missing"),
            ),
            Self::UnevenColumns { column, rows, expected } => Label::new(
                format!("de kolom `{column}` heeft {rows} rijen, verwacht werden er {expected}"),
                format!("the column `{column}` has {rows} rows, expected {expected}"),
            ),
            Self::UnreadableColumn { column, kind, value } => {
                let shown = value.as_ref().map_or_else(String::new, |value| format!(" (`{value}`)"));
                Label::new(
                    format!(
                        "in de kolom `{column}` staat {}{shown}, verwacht werden getallen",
                        kind.label().nl
                    ),
                    format!("the column `{column}` holds {}{shown}, expected numbers", kind.label().en),
                )
            }
            Self::OtherScale { scale, explanation } => Label::new(
                format!(
                    "dit zijn treden van {}, verwacht werd de participatieladder met zes treden: {}",
                    scale.nl, explanation.nl
                ),
                format!(
                    "these are rungs of {}, expected the six-rung participation ladder: {}",
                    scale.en, explanation.en
                ),
            ),
            Self::Constant { .. }
            | Self::Collinear { .. }
            | Self::TooFewRows { .. }
            | Self::NotTwoValued { .. }
            | Self::NotUnderstood { .. }
            | Self::NotIdentified { .. }
            | Self::NotPositiveDefinite { .. }
            | Self::NotSymmetric { .. }
            | Self::NotConverged { .. } => self.of_estimation(),
            Self::NotWhole { value } => Label::new(
                format!("`{value}` is geen geheel getal"),
                format!("`{value}` is not a whole number"),
            ),
            Self::EmptyCell { leave_out } => Label::new(
                format!(
                    "deze cel is leeg: verwacht werd een waarde, of de keuze `{leave_out}` om zulke rijen weg te laten en te tellen"
                ),
                format!(
                    "this cell is empty: expected a value, or the choice `{leave_out}` to leave such rows out and count them"
                ),
            ),
            Self::UnreadableCells { column, found, expected } => Label::new(
                format!("de kolom `{column}` bevat {}, verwacht werden {}", found.nl, expected.nl),
                format!("the column `{column}` holds {}, expected {}", found.en, expected.en),
            ),
            Self::TooMany { what, limit } => Label::new(
                format!("er zijn te veel {}: het kunnen er hoogstens {limit} zijn", what.nl),
                format!("there are too many {}: there can be at most {limit}", what.en),
            ),
            Self::EventOutOfOrder { case, value, previous } => Label::new(
                format!("{value} ligt voor {previous}, van een eerdere gebeurtenis van `{case}`"),
                format!("{value} lies before {previous}, of an earlier event of `{case}`"),
            ),
            Self::NoRoad => Label::of(
                "geen weg leidt van een stadium waarin de routekaart begint naar een waarin zij eindigt",
                "no way leads from a stage in which the roadmap starts to one in which it ends",
            ),
            Self::NotXml { line } => Label::new(
                format!("het bestand is geen geldige XES: zie regel {line}"),
                format!("the file is not valid XES: see line {line}"),
            ),
            Self::XmlEntity { line } => Label::new(
                format!(
                    "regel {line} heeft een documenttype of een eigen entiteit: om veiligheidsredenen wordt dat niet gelezen"
                ),
                format!(
                    "line {line} has a document type or an entity of its own: for safety that is not read"
                ),
            ),
            Self::OutOfOrder { value, previous } => Label::new(
                format!("{value} ligt voor {previous}, van een eerdere rij van dezelfde persoon"),
                format!("{value} lies before {previous}, of an earlier row of the same person"),
            ),
            Self::SameMoment { moment, value, other, row } => Label::new(
                format!(
                    "op {moment} staat hier `{value}` en in rij {row} `{other}`: verwacht werd één waarde, of de keuze `first` of `last`"
                ),
                format!(
                    "on {moment} this says `{value}` and row {row} `{other}`: expected one value, or the choice `first` or `last`"
                ),
            ),
            Self::NegativeWeight { value } => Label::new(
                format!("het gewicht `{value}` is kleiner dan nul"),
                format!("the weight `{value}` is below zero"),
            ),
            Self::UnequalWeight { value, other, row } => Label::new(
                format!(
                    "het gewicht is hier {value} en in rij {row} van dezelfde persoon {other}: verwacht werd overal hetzelfde"
                ),
                format!(
                    "the weight is {value} here and {other} in row {row} of the same person: expected the same throughout"
                ),
            ),
            Self::NothingFollows => Label::of(
                "niemand is meer dan één keer gezien: zonder een tweede waarneming is er geen overgang te schatten",
                "nobody was seen more than once: without a second visit there is no move to estimate",
            ),
            Self::ImpossibleMove { from, to } => Label::new(
                format!("van `{from}` naar `{to}` kan niet met de toegelaten overgangen"),
                format!("from `{from}` to `{to}` cannot be with the moves allowed"),
            ),
            Self::AbsorbingLeft { state, to } => Label::new(
                format!("na `{state}`, waaruit geen overgang is toegelaten, staat hier `{to}`"),
                format!("after `{state}`, which no allowed move leaves, this says `{to}`"),
            ),
            Self::Unreachable { state } => Label::new(
                format!(
                    "toestand `{state}` kan niet worden bereikt: niemand begint er en geen toegelaten overgang leidt erheen"
                ),
                format!(
                    "state `{state}` cannot be reached: nobody starts there and no allowed move leads to it"
                ),
            ),
            Self::MissingCovariate { covariate } => Label::new(
                format!("`{covariate}` is hier niet bekend, en het model gebruikt het"),
                format!("`{covariate}` is not known here, and the model uses it"),
            ),
            Self::OtherUnit { found, expected } => Label::new(
                format!("de tijdseenheid is hier {}, verwacht werd {}", found.nl, expected.nl),
                format!("the unit of time is {} here, expected {}", found.en, expected.en),
            ),
            Self::OtherPart { what, found, expected } => Label::new(
                format!(
                    "{}: hier `{}`, in het eerste deel `{}`; alleen delen over hetzelfde model tellen op",
                    what.nl, found.nl, expected.nl
                ),
                format!(
                    "{}: `{}` here, `{}` in the first part; only parts about the same model add up",
                    what.en, found.en, expected.en
                ),
            ),
            Self::SameState { state } => Label::new(
                format!("een overgang van `{state}` naar zichzelf is geen overgang"),
                format!("a move from `{state}` to itself is no move"),
            ),
            Self::NotAscending { value, previous } => Label::new(
                format!("`{value}` ligt niet boven `{previous}`, het getal ervoor"),
                format!("`{value}` does not lie above `{previous}`, the number before"),
            ),
            Self::NotOne { sum } => Label::new(
                format!("de aandelen zijn samen {sum}, verwacht werd 1"),
                format!("the shares add up to {sum}, expected 1"),
            ),
            Self::NotPositive { value } => Label::new(
                format!("`{value}` is niet groter dan nul, verwacht werd een getal boven nul"),
                format!("`{value}` is not above zero: expected a number greater than zero"),
            ),
            Self::BelowZero { value } => Label::new(
                format!("de waarde `{value}` is kleiner dan nul: verwacht werd nul of meer"),
                format!("the value `{value}` is below zero: expected zero or more"),
            ),
            Self::Contradictory { first, second } => Label::new(
                format!("dit spreekt zichzelf tegen: {}, en {}", first.nl, second.nl),
                format!("this contradicts itself: {}, and {}", first.en, second.en),
            ),
            Self::NotEnough { what, given, needed } => Label::new(
                format!("te weinig {}: {given}, en nodig is {needed}", what.nl),
                format!("too few {}: {given}, and it takes {needed}", what.en),
            ),
            Self::UnknownOperation { name } => Label::new(
                format!("de bewerking `{name}` bestaat niet"),
                format!("the operation `{name}` does not exist"),
            ),
        }
    }
}

fn period(from: NaiveDate, until: Option<NaiveDate>) -> (String, String) {
    match until {
        Some(until) => {
            (format!("van {from} tot en met {until}"), format!("from {from} up to and including {until}"))
        }
        None => (format!("vanaf {from}"), format!("from {from} on")),
    }
}

impl Mistake {
    /// The sentences of what can go wrong when a model is estimated; each says what to do about it.
    fn of_estimation(&self) -> Label {
        match self {
            Self::Constant { variable } => Label::new(
                format!(
                    "`{variable}` heeft overal dezelfde waarde, zodat er geen samenhang mee te schatten is: verwacht werden verschillende waarden"
                ),
                format!(
                    "`{variable}` has the same value everywhere, so that no relation with it can be estimated: expected different values"
                ),
            ),
            Self::Collinear { variable, others } => {
                let others = others.join(", ");
                Label::new(
                    format!(
                        "`{variable}` volgt geheel uit {others}, zodat hun invloed niet te scheiden is: laat een van deze weg"
                    ),
                    format!(
                        "`{variable}` follows wholly from {others}, so that their influence cannot be separated: leave one of them out"
                    ),
                )
            }
            Self::TooFewRows { rows, needed } => Label::new(
                format!(
                    "er zijn {rows} volledig ingevulde rijen, voor dit model zijn er ten minste {needed} nodig"
                ),
                format!("there are {rows} complete rows, this model needs at least {needed}"),
            ),
            Self::NotTwoValued { value } => Label::new(
                format!("de uitkomst is `{value}`, verwacht werd 0 (nee) of 1 (ja)"),
                format!("the outcome is `{value}`, expected 0 (no) or 1 (yes)"),
            ),
            Self::NotUnderstood { text, expected } => Label::new(
                format!("`{text}` is niet te lezen: verwacht werd {}", expected.nl),
                format!("`{text}` cannot be read: expected {}", expected.en),
            ),
            Self::NotIdentified { parameter } => Label::new(
                format!(
                    "het model is niet te schatten: de gegevens laten `{parameter}` open. Zet een waarde vast of laat een verband weg"
                ),
                format!(
                    "the model cannot be estimated: the data leave `{parameter}` open. Fix a value or leave a relation out"
                ),
            ),
            Self::NotPositiveDefinite { first, second } => Label::new(
                format!(
                    "deze samenhangen kunnen niet samen voorkomen: het gaat mis bij `{first}`, vooral in verband met `{second}`. Ga na of ze uit dezelfde personen zijn berekend"
                ),
                format!(
                    "these relations cannot occur together: it goes wrong at `{first}`, mostly with `{second}`. Check whether they come from the same persons"
                ),
            ),
            Self::NotSymmetric { first, second } => Label::new(
                format!(
                    "voor `{first}` en `{second}` staan er twee verschillende waarden, verwacht werd tweemaal dezelfde"
                ),
                format!("`{first}` and `{second}` have two different values, expected the same twice"),
            ),
            Self::NotConverged { steps, what } => {
                let names = what.iter().map(|one| format!("`{one}`")).collect::<Vec<_>>().join(", ");
                let (mut nl, mut en) = (String::new(), String::new());
                if *steps > 0 {
                    nl = format!(" na {steps} stappen");
                    en = format!(" in {steps} steps");
                }
                if !names.is_empty() {
                    nl += &format!(", vooral door {names}");
                    en += &format!(", mostly because of {names}");
                }
                Label::new(
                    format!(
                        "er is geen schatting gevonden{nl}: maak het model eenvoudiger of gebruik meer gegevens"
                    ),
                    format!("no estimate was found{en}: make the model simpler or use more data"),
                )
            }
            _ => Label::of("", ""),
        }
    }
}

/// Limits that are only those of the numbers of a computer are no limits to a reader.
fn outside(value: &str, min: f64, max: f64) -> Label {
    let (least, most) = (shown(min), shown(max));
    match (min > f64::MIN, max < f64::MAX) {
        (false, false) => Label::new(
            format!("de waarde `{value}` is hier niet te gebruiken: verwacht werd een eindig getal"),
            format!("the value `{value}` cannot be used here: expected a finite number"),
        ),
        (true, false) => Label::new(
            format!("de waarde `{value}` past niet: de ondergrens is {least}, een bovengrens is er niet"),
            format!("the value `{value}` does not fit: the lower bound is {least}, there is no upper bound"),
        ),
        _ => Label::new(
            format!("de waarde `{value}` ligt niet tussen {least} en {most}"),
            format!("the value `{value}` is outside {least} to {most}"),
        ),
    }
}

fn off_scale(value: &str, min: f64, max: f64, missing_codes: &[f64]) -> Label {
    let (min, max) = (shown(min), shown(max));
    if missing_codes.is_empty() {
        return Label::new(
            format!("het antwoord `{value}` staat niet op de schaal van {min} tot {max}"),
            format!("the answer `{value}` is not on the scale from {min} to {max}"),
        );
    }
    let codes = missing_codes.iter().map(|code| shown(*code)).collect::<Vec<_>>().join(", ");
    Label::new(
        format!(
            "het antwoord `{value}` staat niet op de schaal van {min} tot {max} (geen antwoord is {codes})"
        ),
        format!("the answer `{value}` is not on the scale from {min} to {max} (no answer is {codes})"),
    )
}
