//! What each coder gave each unit, checked.

use crate::Label;
use crate::document::Problems;
use crate::error::{Error, Mistake, Place};
use crate::math::shown;
use crate::ordered::sort;

crate::vocabulary! {
    /// What the codes can say of each other.
    pub enum Level: "level of measurement", "meetniveau", [] {
        /// Codes are the same or they are not.
        Nominal = "nominal": "nominaal", "nominal", [],
        /// Codes have an order.
        Ordinal = "ordinal": "ordinaal", "ordinal", [],
        /// Numbers whose differences mean something.
        Interval = "interval": "interval", "interval", [],
        /// Numbers, zero or more, whose ratios mean something.
        Ratio = "ratio": "ratio", "ratio", [],
    }
}

/// What one coder gave each unit, in the order of the units; `None` where they did not code it.
#[derive(Clone, Debug, PartialEq)]
pub struct Coder<T> {
    /// The name of the coder.
    pub id: String,
    /// One value a unit.
    pub values: Vec<Option<T>>,
}

impl<T> Coder<T> {
    /// A coder and what they gave each unit.
    pub fn new(id: impl Into<String>, values: impl IntoIterator<Item = Option<T>>) -> Self {
        Self { id: id.into(), values: values.into_iter().collect() }
    }
}

/// Codes that some people gave the same units: stories, conversations, answers.
///
/// ```
/// use meedoen::agreement::{Coder, Codings};
/// let anna = Coder::new("anna", ["money", "time", "time"].map(|code| Some(code.to_owned())));
/// let bas = Coder::new("bas", [Some("money".to_owned()), None, Some("tmie".to_owned())]);
/// let error = Codings::nominal(&["money", "time"], vec![anna, bas]).unwrap_err();
/// assert_eq!(error.code(), "unknown-code");
/// assert_eq!(error.problems()[0].place().field(), Some("coders[2].values[3]"));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Codings {
    level: Level,
    /// Where each code or number stands: its place in the code book, or the number itself, ascending.
    positions: Vec<f64>,
    coders: Vec<String>,
    /// For each unit, the number of the code that each coder gave.
    units: Vec<Vec<Option<usize>>>,
}

const CODER: Label = Label::of("de codeur", "coder");
const CODE: Label = Label::of("de code", "code");

impl Codings {
    /// The most coders that are compared: each is compared with every other.
    pub const MOST_CODERS: usize = 50;
    /// The most different numbers on a ratio scale: each is compared with every other.
    pub const MOST_RATIOS: usize = 1_000;

    /// Codes without an order, each from the code book.
    ///
    /// # Errors
    /// `unknown-code` for each code that is not in the code book, with its coder and unit; `duplicate` for a coder or a
    /// code given twice; `empty` for an empty code book or fewer than one coder; `wrong-length` when coders coded
    /// different numbers of units; `too-many` above [`Codings::MOST_CODERS`].
    pub fn nominal(code_book: &[&str], coders: Vec<Coder<String>>) -> Result<Self, Error> {
        Self::coded(Level::Nominal, code_book, coders)
    }

    /// Codes whose order is that of the code book.
    ///
    /// # Errors
    /// As [`Codings::nominal`].
    pub fn ordinal(code_book: &[&str], coders: Vec<Coder<String>>) -> Result<Self, Error> {
        Self::coded(Level::Ordinal, code_book, coders)
    }

    /// Numbers whose differences mean something.
    ///
    /// # Errors
    /// As [`Codings::nominal`] for the coders; `not-finite` for a number without end.
    pub fn interval(coders: Vec<Coder<f64>>) -> Result<Self, Error> {
        Self::measured(Level::Interval, coders)
    }

    /// Numbers, zero or more, whose ratios mean something.
    ///
    /// # Errors
    /// As [`Codings::interval`]; `outside-range` for a number below zero; `too-many` above [`Codings::MOST_RATIOS`]
    /// different numbers.
    pub fn ratio(coders: Vec<Coder<f64>>) -> Result<Self, Error> {
        Self::measured(Level::Ratio, coders)
    }

    /// Whether each coder said yes of each unit: 1, no: 0, or did not say; as many answers a unit as there are coders.
    pub(crate) fn yes_or_no(coders: Vec<String>, units: Vec<Vec<Option<usize>>>) -> Self {
        Self { level: Level::Nominal, positions: vec![0.0, 1.0], coders, units }
    }

    pub(super) fn coded(level: Level, code_book: &[&str], coders: Vec<Coder<String>>) -> Result<Self, Error> {
        let problems = Problems::default();
        if code_book.is_empty() {
            let what = Label::of("het codeboek", "code book");
            problems.add(Mistake::Empty { what }, Place::default().at("code_book"));
        }
        for (index, code) in code_book.iter().enumerate() {
            if code_book.iter().take(index).any(|other| other == code) {
                let place = Place::default().at("code_book").element(index + 1);
                problems.add(Mistake::Duplicate { what: CODE, id: (*code).to_owned() }, place);
            }
        }
        let unknown = |value: &String| Mistake::UnknownCode {
            what: CODE,
            value: value.clone(),
            expected: code_book.iter().map(ToString::to_string).collect(),
        };
        let positions = (0..u32::try_from(code_book.len()).unwrap_or(u32::MAX)).map(f64::from).collect();
        let of =
            |value: &String| code_book.iter().position(|code| code == value).ok_or_else(|| unknown(value));
        Self::made(level, positions, coders, of, problems)
    }

    pub(super) fn measured(level: Level, coders: Vec<Coder<f64>>) -> Result<Self, Error> {
        let problems = Problems::default();
        let all = coders.iter().flat_map(|coder| coder.values.iter().copied().flatten());
        let mut positions: Vec<f64> =
            all.filter(|number| number.is_finite()).map(|number| number + 0.0).collect();
        sort(&mut positions, f64::total_cmp);
        positions.dedup();
        let (what, limit) = (Label::of("verschillende getallen", "different numbers"), Self::MOST_RATIOS);
        if level == Level::Ratio && positions.len() > limit {
            problems.add(Mistake::TooMany { what, limit }, Place::default().at("coders"));
        }
        let of = |number: &f64| match positions.binary_search_by(|other| other.total_cmp(&(number + 0.0))) {
            Ok(_) if level == Level::Ratio && *number < 0.0 => {
                Err(Mistake::OutsideRange { value: shown(*number), min: 0.0, max: f64::MAX })
            }
            Ok(place) => Ok(place),
            Err(_) => Err(Mistake::NotFinite { value: shown(*number) }),
        };
        Self::made(level, positions.clone(), coders, of, problems)
    }

    fn made<T>(
        level: Level,
        positions: Vec<f64>,
        coders: Vec<Coder<T>>,
        of: impl Fn(&T) -> Result<usize, Mistake>,
        problems: Problems,
    ) -> Result<Self, Error> {
        let place = |index: usize| Place::default().at("coders").element(index + 1);
        if coders.is_empty() {
            let what = Label::of("de lijst met codeurs", "list of coders");
            problems.add(Mistake::Empty { what }, Place::default().at("coders"));
        }
        if coders.len() > Self::MOST_CODERS {
            let (what, limit) = (Label::of("codeurs", "coders"), Self::MOST_CODERS);
            problems.add(Mistake::TooMany { what, limit }, Place::default().at("coders"));
        }
        let expected = coders.first().map_or(0, |coder| coder.values.len());
        let mut units = vec![Vec::with_capacity(coders.len()); expected];
        for (index, coder) in coders.iter().enumerate() {
            if coders.iter().take(index).any(|other| other.id == coder.id) {
                problems.add(Mistake::Duplicate { what: CODER, id: coder.id.clone() }, place(index).at("id"));
            }
            let found = coder.values.len();
            if found != expected {
                problems.add(Mistake::WrongLength { found, expected }, place(index).at("values"));
            }
            for (number, (unit, value)) in units.iter_mut().zip(&coder.values).enumerate() {
                unit.push(value.as_ref().and_then(|value| {
                    let noted =
                        |mistake| problems.add(mistake, place(index).at("values").element(number + 1));
                    of(value).map_err(noted).ok()
                }));
            }
        }
        let coders = coders.into_iter().map(|coder| coder.id).collect();
        problems.finish(Some(Self { level, positions, coders, units }))
    }

    /// What the codes can say of each other.
    pub fn level(&self) -> Level {
        self.level
    }

    /// The names of the coders.
    pub fn coders(&self) -> &[String] {
        &self.coders
    }

    /// How many units there are, coded or not.
    pub fn len(&self) -> usize {
        self.units.len()
    }

    /// Whether there are no units.
    pub fn is_empty(&self) -> bool {
        self.units.is_empty()
    }

    pub(super) fn positions(&self) -> &[f64] {
        &self.positions
    }

    pub(super) fn units(&self) -> &[Vec<Option<usize>>] {
        &self.units
    }
}
