//! What a person reads of each kind of mistake.

use super::Mistake;
use crate::Label;
use crate::label::{list, many};
use crate::math::shown;
use chrono::NaiveDate;

impl Mistake {
    /// One sentence in two languages, which names the value and what was expected.
    #[expect(clippy::too_many_lines, reason = "one sentence a kind, read as a list")]
    pub fn message(&self) -> Label {
        match self {
            Self::Malformed { line, column } => Label::said(
                format_args!("het document is geen geldige JSON: zie regel {line}, teken {column}"),
                format_args!("the document is not valid JSON: see line {line}, character {column}"),
            ),
            Self::Truncated { line, column } => Label::said(
                format_args!(
                    "het document houdt te vroeg op: na regel {line}, teken {column} ontbreekt de rest"
                ),
                format_args!(
                    "the document stops too early: the rest after line {line}, character {column} is missing"
                ),
            ),
            Self::TooDeep { limit } => Label::said(
                format_args!("het document heeft meer dan {limit} lagen in elkaar"),
                format_args!("the document is nested deeper than {limit} levels"),
            ),
            Self::WrongKind { found, expected } => Label::said(
                format_args!("hier staat {}, verwacht werd {}", found.label().nl, expected.label().nl),
                format_args!("found {}, expected {}", found.label().en, expected.label().en),
            ),
            Self::MissingField { field } => Label::said(
                format_args!("het veld `{field}` ontbreekt"),
                format_args!("the field `{field}` is missing"),
            ),
            Self::UnknownField { field, expected } => Label::said(
                format_args!(
                    "het veld `{field}` bestaat hier niet: verwacht werd een van {}",
                    list(expected)
                ),
                format_args!("the field `{field}` does not exist here: expected one of {}", list(expected)),
            ),
            Self::UnknownCode { what, value, expected } => Label::said(
                format_args!(
                    "`{value}` is geen bekende waarde voor {}: verwacht werd een van {}",
                    what.nl,
                    list(expected)
                ),
                format_args!("`{value}` is not a known {}: expected one of {}", what.en, list(expected)),
            ),
            Self::NotFinite { value } => Label::said(
                format_args!(
                    "`{value}` is geen eindig getal: verwacht werd een getal, of `null` voor onbekend"
                ),
                format_args!("`{value}` is not a finite number: expected a number, or `null` for unknown"),
            ),
            Self::OutsideRange { value, min, max } => outside(value, *min, *max),
            Self::OffScale { value, min, max, missing_codes } => off_scale(value, *min, *max, missing_codes),
            Self::Duplicate { what, id } => Label::said(
                format_args!("{} `{id}` staat er twee keer", what.nl),
                format_args!("the {} `{id}` occurs twice", what.en),
            ),
            Self::Misplaced { what, id, whole, expected } => Label::said(
                format_args!(
                    "{} `{id}` hoort niet bij `{whole}`: verwacht werd een van {}",
                    what.nl,
                    list(expected)
                ),
                format_args!(
                    "the {} `{id}` does not belong to `{whole}`: expected one of {}",
                    what.en,
                    list(expected)
                ),
            ),
            Self::Undefined { what, id } => Label::said(
                format_args!("{} `{id}` wordt gebruikt maar is niet gegeven", what.nl),
                format_args!("the {} `{id}` is used but not given", what.en),
            ),
            Self::NotRecordedBefore { what, id } => Label::said(
                format_args!("{} `{id}` is in geen eerdere gebeurtenis vastgelegd", what.nl),
                format_args!("the {} `{id}` is not recorded in an earlier event", what.en),
            ),
            Self::Unused { what, id } => Label::said(
                format_args!("{} `{id}` wordt nergens gebruikt", what.nl),
                format_args!("the {} `{id}` is not used anywhere", what.en),
            ),
            Self::Empty { what } => {
                Label::said(format_args!("{} is leeg", what.nl), format_args!("the {} is empty", what.en))
            }
            Self::NoLength { min, max } => {
                let (min, max) = (shown(*min), shown(*max));
                Label::said(
                    format_args!(
                        "een schaal van {min} tot {max} kan niet: het laagste punt moet onder het hoogste liggen"
                    ),
                    format_args!(
                        "a scale from {min} to {max} cannot be: its lowest point must lie below its highest"
                    ),
                )
            }
            Self::WrongLength { found, expected } => {
                let values = many(found, ["waarde", "waarden"], ["value", "values"]);
                of_number("de lijst", "the list", &values, *expected)
            }
            Self::UnevenRange { id, min, max, low, high } => {
                let (min, max, low, high) = (shown(*min), shown(*max), shown(*low), shown(*high));
                Label::said(
                    format_args!(
                        "de delen van schaal `{id}` lopen van {min} tot {max} en van {low} tot {high}: verwacht werd overal hetzelfde bereik"
                    ),
                    format_args!(
                        "the parts of scale `{id}` run from {min} to {max} and from {low} to {high}: expected the same range throughout"
                    ),
                )
            }
            Self::More { count: 1 } => Label::of(
                "er is nog 1 probleem dat hier niet staat",
                "there is 1 more problem that is not listed here",
            ),
            Self::More { count } => Label::said(
                format_args!("er zijn nog {count} problemen die hier niet staan"),
                format_args!("there are {count} more problems that are not listed here"),
            ),
            Self::UnsupportedVersion { version, supported } => Label::said(
                format_args!(
                    "versie `{version}` van dit document kan niet worden gelezen: verwacht werd {supported}"
                ),
                format_args!("version `{version}` of this document cannot be read: expected {supported}"),
            ),
            Self::InvalidDate { value } => Label::said(
                format_args!("`{value}` is geen datum: verwacht werd jaar-maand-dag, zoals 2020-03-31"),
                format_args!("`{value}` is not a date: expected year-month-day, such as 2020-03-31"),
            ),
            Self::Backwards { date, previous } => Label::said(
                format_args!("de datum {date} ligt voor {previous}, de datum die eraan voorafgaat"),
                format_args!("the date {date} lies before {previous}, the date it follows"),
            ),
            Self::NotFirstDay { date, expected } => Label::said(
                format_args!(
                    "de datum {date} lijkt preciezer dan bekend is: verwacht werd {expected}, de eerste dag van de periode"
                ),
                format_args!(
                    "the date {date} looks more precise than is known: expected {expected}, the first day of the period"
                ),
            ),
            Self::OutsidePeriod { date, from, until } => {
                let (nl, en) = period(*from, *until);
                Label::said(
                    format_args!("de datum {date} kan hier niet: verwacht werd een datum {nl}"),
                    format_args!("the date {date} cannot be here: expected a date {en}"),
                )
            }
            Self::Overlap { what, id, other, from, until } => {
                let (nl, en) = period(*from, *until);
                Label::said(
                    format_args!(
                        "{} `{id}` en `{other}` gelden allebei {nl}: verwacht werd er een tegelijk",
                        what.nl
                    ),
                    format_args!(
                        "the {} `{id}` and `{other}` both hold {en}: expected one at a time",
                        what.en
                    ),
                )
            }
            Self::Contradiction { here, elsewhere, place } => Label::said(
                format_args!("{} kan niet samengaan met {} (`{place}`)", here.nl, elsewhere.nl),
                format_args!("{} cannot go together with {} (`{place}`)", here.en, elsewhere.en),
            ),
            Self::OutOfTurn { kind, needs } => Label::said(
                format_args!("`{kind}` kan hier niet: verwacht werd dat `{needs}` eraan voorafgaat"),
                format_args!("`{kind}` cannot come here: expected `{needs}` to come before it"),
            ),
            Self::Closed { what, id, event } => Label::said(
                format_args!("{} `{id}` is al afgesloten met gebeurtenis {event}", what.nl),
                format_args!("the {} `{id}` was already closed by event {event}", what.en),
            ),
            Self::NotTakingPart { party, date } => Label::said(
                format_args!(
                    "`{party}` doet op {date} niet mee: verwacht werd een partij die is toegetreden en niet vertrokken"
                ),
                format_args!(
                    "`{party}` does not take part on {date}: expected a party that has joined and not left"
                ),
            ),
            Self::MissingColumn { column } => Label::said(
                format_args!("de kolom `{column}` ontbreekt"),
                format_args!("the column `{column}` is missing"),
            ),
            Self::UnevenColumns { column, rows, expected } => {
                let rows = many(rows, ["rij", "rijen"], ["row", "rows"]);
                let (nl, en) = (format!("de kolom `{column}`"), format!("the column `{column}`"));
                of_number(&nl, &en, &rows, *expected)
            }
            Self::UnreadableColumn { column, kind, value } => {
                let shown = value.as_ref().map_or_else(String::new, |value| format!(" (`{value}`)"));
                Label::said(
                    format_args!(
                        "in de kolom `{column}` staat {}{shown}, verwacht werden getallen",
                        kind.label().nl
                    ),
                    format_args!("the column `{column}` holds {}{shown}, expected numbers", kind.label().en),
                )
            }
            Self::OtherScale { value, scale, explanation } => Label::said(
                format_args!(
                    "`{value}` hoort bij {}, verwacht werd de participatieladder met zes treden, 1 tot en met 6: {}",
                    scale.nl, explanation.nl
                ),
                format_args!(
                    "`{value}` is of {}, expected the six-rung participation ladder, 1 to 6: {}",
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
            Self::NotWhole { value } => Label::said(
                format_args!("`{value}` is geen geheel getal"),
                format_args!("`{value}` is not a whole number"),
            ),
            Self::EmptyCell { leave_out } => Label::said(
                format_args!(
                    "deze cel is leeg: verwacht werd een waarde, of de keuze `{leave_out}` om zulke rijen weg te laten en te tellen"
                ),
                format_args!(
                    "this cell is empty: expected a value, or the choice `{leave_out}` to leave such rows out and count them"
                ),
            ),
            Self::UnreadableCells { column, found, expected } => Label::said(
                format_args!("de kolom `{column}` bevat {}, verwacht werden {}", found.nl, expected.nl),
                format_args!("the column `{column}` holds {}, expected {}", found.en, expected.en),
            ),
            Self::TooMany { what, limit } => Label::said(
                format_args!("er zijn te veel {}: het kunnen er hoogstens {limit} zijn", what.nl),
                format_args!("there are too many {}: there can be at most {limit}", what.en),
            ),
            Self::EventOutOfOrder { case, value, previous } => Label::said(
                format_args!("{value} ligt voor {previous}, van een eerdere gebeurtenis van `{case}`"),
                format_args!("{value} lies before {previous}, of an earlier event of `{case}`"),
            ),
            Self::NoRoad => Label::of(
                "geen weg leidt van een stadium waarin de routekaart begint naar een waarin zij eindigt",
                "no way leads from a stage in which the roadmap starts to one in which it ends",
            ),
            Self::NotXml { line } => Label::said(
                format_args!("het bestand is geen geldige XES: zie regel {line}"),
                format_args!("the file is not valid XES: see line {line}"),
            ),
            Self::XmlEntity { line } => Label::said(
                format_args!(
                    "regel {line} heeft een documenttype of een eigen entiteit: om veiligheidsredenen wordt dat niet gelezen"
                ),
                format_args!(
                    "line {line} has a document type or an entity of its own: for safety that is not read"
                ),
            ),
            Self::OutOfOrder { value, previous } => Label::said(
                format_args!("{value} ligt voor {previous}, van een eerdere rij van dezelfde persoon"),
                format_args!("{value} lies before {previous}, of an earlier row of the same person"),
            ),
            Self::SameMoment { moment, value, other, row } => Label::said(
                format_args!(
                    "op {moment} staat hier `{value}` en in rij {row} `{other}`: verwacht werd één waarde, of de keuze `first` of `last`"
                ),
                format_args!(
                    "on {moment} this says `{value}` and row {row} `{other}`: expected one value, or the choice `first` or `last`"
                ),
            ),
            Self::NegativeWeight { value } => Label::said(
                format_args!("het gewicht `{value}` is kleiner dan nul"),
                format_args!("the weight `{value}` is below zero"),
            ),
            Self::UnequalWeight { value, other, row } => Label::said(
                format_args!(
                    "het gewicht is hier {value} en in rij {row} van dezelfde persoon {other}: verwacht werd overal hetzelfde"
                ),
                format_args!(
                    "the weight is {value} here and {other} in row {row} of the same person: expected the same throughout"
                ),
            ),
            Self::NothingFollows => Label::of(
                "niemand is meer dan één keer gezien: zonder een tweede waarneming is er geen overgang te schatten",
                "nobody was seen more than once: without a second visit there is no move to estimate",
            ),
            Self::ImpossibleMove { from, to } => Label::said(
                format_args!("van `{from}` naar `{to}` kan niet met de toegelaten overgangen"),
                format_args!("from `{from}` to `{to}` cannot be with the moves allowed"),
            ),
            Self::AbsorbingLeft { state, to } => Label::said(
                format_args!("na `{state}`, waaruit geen overgang is toegelaten, staat hier `{to}`"),
                format_args!("after `{state}`, which no allowed move leaves, this says `{to}`"),
            ),
            Self::Unreachable { state } => Label::said(
                format_args!(
                    "toestand `{state}` kan niet worden bereikt: niemand begint er en geen toegelaten overgang leidt erheen"
                ),
                format_args!(
                    "state `{state}` cannot be reached: nobody starts there and no allowed move leads to it"
                ),
            ),
            Self::MissingCovariate { covariate } => Label::said(
                format_args!("`{covariate}` is hier niet bekend, en het model gebruikt het"),
                format_args!("`{covariate}` is not known here, and the model uses it"),
            ),
            Self::OtherUnit { found, expected } => Label::said(
                format_args!("de tijdseenheid is hier {}, verwacht werd {}", found.nl, expected.nl),
                format_args!("the unit of time is {} here, expected {}", found.en, expected.en),
            ),
            Self::OtherPart { what, found, expected } => Label::said(
                format_args!(
                    "{}: hier `{}`, in het eerste deel `{}`; alleen delen over hetzelfde model tellen op",
                    what.nl, found.nl, expected.nl
                ),
                format_args!(
                    "{}: `{}` here, `{}` in the first part; only parts about the same model add up",
                    what.en, found.en, expected.en
                ),
            ),
            Self::SameState { state } => Label::said(
                format_args!("een overgang van `{state}` naar zichzelf is geen overgang"),
                format_args!("a move from `{state}` to itself is no move"),
            ),
            Self::NotAscending { value, previous } => Label::said(
                format_args!("`{value}` ligt niet boven `{previous}`, het getal ervoor"),
                format_args!("`{value}` does not lie above `{previous}`, the number before"),
            ),
            Self::NotOne { sum } => Label::said(
                format_args!("de aandelen zijn samen {sum}, verwacht werd 1"),
                format_args!("the shares add up to {sum}, expected 1"),
            ),
            Self::NotPositive { value } => Label::said(
                format_args!("`{value}` is niet groter dan nul, verwacht werd een getal boven nul"),
                format_args!("`{value}` is not above zero: expected a number greater than zero"),
            ),
            Self::BelowZero { value } => Label::said(
                format_args!("de waarde `{value}` is kleiner dan nul: verwacht werd nul of meer"),
                format_args!("the value `{value}` is below zero: expected zero or more"),
            ),
            Self::Contradictory { first, second } => Label::said(
                format_args!("dit spreekt zichzelf tegen: {}, en {}", first.nl, second.nl),
                format_args!("this contradicts itself: {}, and {}", first.en, second.en),
            ),
            Self::NotEnough { what, given, needed } => Label::said(
                format_args!("te weinig {}: {given}, en nodig is {needed}", what.nl),
                format_args!("too few {}: {given}, and it takes {needed}", what.en),
            ),
            Self::UnknownOperation { name } => Label::said(
                format_args!("de bewerking `{name}` bestaat niet"),
                format_args!("the operation `{name}` does not exist"),
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
            Self::Constant { variable } => Label::said(
                format_args!(
                    "`{variable}` heeft overal dezelfde waarde, zodat er geen samenhang mee te schatten is: verwacht werden verschillende waarden"
                ),
                format_args!(
                    "`{variable}` has the same value everywhere, so that no relation with it can be estimated: expected different values"
                ),
            ),
            Self::Collinear { variable, others } => {
                let others = list(others);
                Label::said(
                    format_args!(
                        "`{variable}` volgt geheel uit {others}, zodat hun invloed niet te scheiden is: laat een van deze weg"
                    ),
                    format_args!(
                        "`{variable}` follows wholly from {others}, so that their influence cannot be separated: leave one of them out"
                    ),
                )
            }
            Self::TooFewRows { rows, needed } => {
                let (is_nl, is_en) = if *rows == 1 { ("is", "is") } else { ("zijn", "are") };
                let rows = many(
                    rows,
                    ["volledig ingevulde rij", "volledig ingevulde rijen"],
                    ["complete row", "complete rows"],
                );
                Label::said(
                    format_args!("er {is_nl} {}, voor dit model zijn er ten minste {needed} nodig", rows.nl),
                    format_args!("there {is_en} {}, this model needs at least {needed}", rows.en),
                )
            }
            Self::NotTwoValued { value } => Label::said(
                format_args!("de uitkomst is `{value}`, verwacht werd 0 (nee) of 1 (ja)"),
                format_args!("the outcome is `{value}`, expected 0 (no) or 1 (yes)"),
            ),
            Self::NotUnderstood { text, expected } => Label::said(
                format_args!("`{text}` is niet te lezen: verwacht werd {}", expected.nl),
                format_args!("`{text}` cannot be read: expected {}", expected.en),
            ),
            Self::NotIdentified { parameter } => Label::said(
                format_args!(
                    "het model is niet te schatten: de gegevens laten `{parameter}` open. Zet een waarde vast of laat een verband weg"
                ),
                format_args!(
                    "the model cannot be estimated: the data leave `{parameter}` open. Fix a value or leave a relation out"
                ),
            ),
            Self::NotPositiveDefinite { first, second } => Label::said(
                format_args!(
                    "deze samenhangen kunnen niet samen voorkomen: het gaat mis bij `{first}`, vooral in verband met `{second}`. Ga na of ze uit dezelfde personen zijn berekend"
                ),
                format_args!(
                    "these relations cannot occur together: it goes wrong at `{first}`, mostly with `{second}`. Check whether they come from the same persons"
                ),
            ),
            Self::NotSymmetric { first, second } => Label::said(
                format_args!(
                    "voor `{first}` en `{second}` staan er twee verschillende waarden, verwacht werd tweemaal dezelfde"
                ),
                format_args!("`{first}` and `{second}` have two different values, expected the same twice"),
            ),
            Self::NotConverged { steps, what } => {
                let names = list(&what.iter().map(|one| format!("`{one}`")).collect::<Vec<_>>());
                let (mut nl, mut en) = (String::new(), String::new());
                if *steps > 0 {
                    nl = format!(" na {steps} stappen");
                    en = format!(" in {steps} steps");
                }
                if !names.is_empty() {
                    nl = format!("{nl}, vooral door {names}");
                    en = format!("{en}, mostly because of {names}");
                }
                Label::said(
                    format_args!(
                        "er is geen schatting gevonden{nl}: maak het model eenvoudiger of gebruik meer gegevens"
                    ),
                    format_args!("no estimate was found{en}: make the model simpler or use more data"),
                )
            }
            _ => Label::of("", ""),
        }
    }
}

/// That something has so many values, and how many were expected.
fn of_number(what_nl: &str, what_en: &str, found: &Label, expected: usize) -> Label {
    let were = if expected == 1 { "werd" } else { "werden" };
    Label::said(
        format_args!("{what_nl} heeft {}, verwacht {were} er {expected}", found.nl),
        format_args!("{what_en} has {}, expected {expected}", found.en),
    )
}

/// Limits that are only those of the numbers of a computer are no limits to a reader.
fn outside(value: &str, min: f64, max: f64) -> Label {
    let (least, most) = (shown(min), shown(max));
    match (min > f64::MIN, max < f64::MAX) {
        (false, false) => Label::said(
            format_args!("de waarde `{value}` is hier niet te gebruiken: verwacht werd een eindig getal"),
            format_args!("the value `{value}` cannot be used here: expected a finite number"),
        ),
        (true, false) => Label::said(
            format_args!(
                "de waarde `{value}` past niet: de ondergrens is {least}, een bovengrens is er niet"
            ),
            format_args!(
                "the value `{value}` does not fit: the lower bound is {least}, there is no upper bound"
            ),
        ),
        _ => Label::said(
            format_args!("de waarde `{value}` ligt niet tussen {least} en {most}"),
            format_args!("the value `{value}` is outside {least} to {most}"),
        ),
    }
}

fn off_scale(value: &str, min: f64, max: f64, missing_codes: &[f64]) -> Label {
    let (min, max) = (shown(min), shown(max));
    if missing_codes.is_empty() {
        return Label::said(
            format_args!("het antwoord `{value}` staat niet op de schaal van {min} tot {max}"),
            format_args!("the answer `{value}` is not on the scale from {min} to {max}"),
        );
    }
    let codes = list(&missing_codes.iter().map(|code| shown(*code)).collect::<Vec<_>>());
    Label::said(
        format_args!(
            "het antwoord `{value}` staat niet op de schaal van {min} tot {max} (geen antwoord is {codes})"
        ),
        format_args!("the answer `{value}` is not on the scale from {min} to {max} (no answer is {codes})"),
    )
}
