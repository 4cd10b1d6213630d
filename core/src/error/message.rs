//! What a person reads of each kind of mistake.

use super::Mistake;
use crate::Label;
use crate::math::shown;

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
            Self::OutsideRange { value, min, max } => {
                let (min, max) = (shown(*min), shown(*max));
                Label::new(
                    format!("de waarde `{value}` ligt niet tussen {min} en {max}"),
                    format!("the value `{value}` is outside {min} to {max}"),
                )
            }
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
            Self::UnreadableColumn { column, kind } => Label::new(
                format!("de kolom `{column}` bevat `{kind}`, verwacht werden getallen"),
                format!("the column `{column}` holds `{kind}`, expected numbers"),
            ),
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
            Self::UnknownOperation { name } => Label::new(
                format!("de bewerking `{name}` bestaat niet"),
                format!("the operation `{name}` does not exist"),
            ),
        }
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
