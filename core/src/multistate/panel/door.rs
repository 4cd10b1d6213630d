//! Reading columns: every cell that cannot be used is named with its row and person.

use super::codes::{Codes, NO_CODE};
use super::intake::Intake;
use super::people::{NOBODY, People};
use super::{Incomplete, PanelColumns, PanelOptions, at, moments};
use crate::column::{Cells, Named};
use crate::error::{Error, Listed, Mistake, Place, Problem};
use crate::math::shown;
use crate::ordered::sort;
use crate::{Label, Vocabulary};

/// The rows as they were read, in the order of the table.
pub(super) struct Door<'a> {
    pub(super) options: &'a PanelOptions,
    pieces: &'a [PanelColumns<'a>],
    pub(super) people: People,
    /// The place of each row in `people`.
    pub(super) who: Vec<u32>,
    pub(super) time: Vec<f64>,
    pub(super) state: Vec<u16>,
    pub(super) codes: Codes,
    pub(super) covariates: Vec<(String, Vec<f64>)>,
    pub(super) groups: Vec<(String, Codes, Vec<u16>)>,
    pub(super) weight: Option<Vec<f64>>,
    pub(super) intake: Intake,
    incomplete: Vec<usize>,
    problems: Listed,
}

impl<'a> Door<'a> {
    /// Reads every column. Fails only where the columns are no table at all.
    pub(super) fn open(pieces: &'a [PanelColumns<'a>], options: &'a PanelOptions) -> Result<Self, Error> {
        let rows = check(pieces)?;
        let first = pieces.first().ok_or(Mistake::Empty { what: Label::of("de tabel", "table") })?;
        let people = People::of_kind(&first.person.cells);
        let mut door = Self {
            options,
            pieces,
            people,
            who: Vec::new(),
            time: Vec::new(),
            state: Vec::new(),
            codes: Codes::default(),
            covariates: Vec::new(),
            groups: Vec::new(),
            weight: None,
            intake: Intake { rows, ..Intake::default() },
            incomplete: Vec::new(),
            problems: Listed::default(),
        };
        door.read(first);
        Ok(door)
    }

    fn read(&mut self, first: &PanelColumns<'a>) {
        let mut people = std::mem::replace(&mut self.people, People::Numbers(Vec::new()));
        self.who = self.column(
            |piece| Some(&piece.person),
            |cells, out| people.read(cells, out),
            (|who| *who == NOBODY, People::why),
            true,
        );
        self.people = people;
        self.time = self.column(
            |piece| Some(&piece.time),
            moments::read,
            (|time| !time.is_finite(), moments::why),
            true,
        );
        let mut codes = Codes::default();
        let no_code: Empty<u16> = (|code| *code == NO_CODE, |_, _| None);
        self.state =
            self.column(|piece| Some(&piece.state), |cells, out| codes.read(cells, out), no_code, true);
        self.codes = codes;
        if first.weight.is_some() {
            let empty: Empty<f64> = (|weight| !(*weight >= 0.0 && weight.is_finite()), why_no_weight);
            self.weight = Some(self.column(|piece| piece.weight.as_ref(), numbers, empty, true));
        }
        for (index, column) in first.covariates.iter().enumerate() {
            let of = |piece: &'a PanelColumns<'a>| piece.covariates.get(index);
            if let Cells::Texts(_) = column.cells {
                let mut codes = Codes::default();
                let groups = self.column(of, |cells, out| codes.read(cells, out), no_code, false);
                self.groups.push((column.name.to_owned(), codes, groups));
            } else {
                let values = self.column(of, numbers, (|value| !value.is_finite(), why_no_number), false);
                self.covariates.push((column.name.to_owned(), values));
            }
        }
        self.refuse_states();
    }

    /// The values of one column over all pieces. A value that is no use is looked at again, to say why.
    fn column<T>(
        &mut self,
        column: impl Fn(&'a PanelColumns<'a>) -> Option<&'a Named<'a>>,
        mut read: impl FnMut(&Cells<'_>, &mut Vec<T>),
        (is_empty, why): Empty<T>,
        needed: bool,
    ) -> Vec<T> {
        let mut values = Vec::with_capacity(self.intake.rows);
        for column in self.pieces.iter().filter_map(column) {
            let first = values.len();
            read(&column.cells, &mut values);
            let own = values.get(first..).unwrap_or_default();
            if !own.iter().any(is_empty) {
                continue;
            }
            for (row, _) in own.iter().enumerate().filter(|(_, value)| is_empty(value)) {
                match why(&column.cells, row) {
                    Some(mistake) => self.refuse(first + row, column.name, mistake),
                    None if needed => self.note_incomplete(first + row, column.name),
                    None => {}
                }
            }
        }
        values
    }

    fn note_incomplete(&mut self, row: usize, column: &str) {
        match self.options.incomplete {
            Incomplete::Refuse => {
                self.refuse(row, column, Mistake::EmptyCell { leave_out: Incomplete::LeaveOut.code() });
            }
            Incomplete::LeaveOut => self.incomplete.push(row),
        }
    }

    fn refuse_states(&mut self) {
        let most = usize::from(u8::MAX);
        if self.codes.len() > most {
            let what = Label::of("verschillende toestanden", "different states");
            self.problems.add(Mistake::TooMany { what, limit: most }, Place::default);
        }
        let Some(known) = &self.options.codes else { return };
        let unknown = self.codes.unknown(known);
        if unknown.is_empty() {
            return;
        }
        let name = self.pieces.first().map_or("", |piece| piece.state.name);
        for (row, code) in self.state.clone().into_iter().enumerate() {
            if let Some((_, value)) = unknown.iter().find(|(place, _)| *place == code) {
                let what = Label::of("de toestand", "state");
                let (value, expected) = (value.clone(), known.clone());
                self.refuse(row, name, Mistake::UnknownCode { what, value, expected });
            }
        }
    }

    /// Notes what is wrong with a row, counted from 0.
    pub(super) fn refuse(&mut self, row: usize, column: &str, mistake: Mistake) {
        let place = || {
            let place = Place::row(self.options.first_row + row + 1).at(column);
            match self.who.get(row).filter(|who| **who != NOBODY) {
                Some(who) => place.of(&self.people.name(at(*who))),
                None => place,
            }
        };
        self.problems.add(mistake, place);
    }

    /// The number of a row in the table, counted from 1.
    pub(super) fn number(&self, row: usize) -> usize {
        self.options.first_row + row + 1
    }

    /// All rows, in the order of the table.
    pub(super) fn all(&self) -> impl Iterator<Item = u32> + use<> {
        0..u32::try_from(self.intake.rows).unwrap_or(NOBODY)
    }

    /// The rows that lack nothing, in the order of the table; `None` when that is all of them.
    pub(super) fn complete(&mut self) -> Option<Vec<u32>> {
        let mut incomplete = std::mem::take(&mut self.incomplete);
        sort(&mut incomplete, Ord::cmp);
        incomplete.dedup();
        for row in &incomplete {
            let number = self.number(*row);
            self.intake.incomplete.note(number);
        }
        if incomplete.is_empty() && self.problems.is_empty() {
            return None;
        }
        let weight = |row: usize| self.weight.as_ref().is_none_or(|weight| is_finite(weight, row));
        let whole = |row: usize| {
            self.who.get(row).is_some_and(|who| *who != NOBODY)
                && self.state.get(row).is_some_and(|state| *state != NO_CODE)
                && is_finite(&self.time, row)
                && weight(row)
        };
        Some(self.all().filter(|row| whole(at(*row))).collect())
    }

    /// Whether the moments are dates.
    pub(super) fn is_dated(&self) -> bool {
        self.names().is_some_and(|names| moments::has_dates(&names.time.cells))
    }

    /// The names of the columns.
    pub(super) fn names(&self) -> Option<&'a PanelColumns<'a>> {
        self.pieces.first()
    }

    /// All problems in the order of the rows, if there are any.
    pub(super) fn problems(&mut self) -> Option<Error> {
        self.problems.finish()
    }
}

/// The number of rows of a table whose columns are all of one length and of one kind in every piece.
fn check(pieces: &[PanelColumns<'_>]) -> Result<usize, Error> {
    let mut problems = pieces.first().map(wrong_kinds).unwrap_or_default();
    let mut rows = 0;
    for piece in pieces {
        let expected = piece.person.cells.len();
        rows += expected;
        for column in columns(piece) {
            let found = column.cells.len();
            if found != expected {
                let column = column.name.to_owned();
                problems.push(Mistake::UnevenColumns { column, rows: found, expected });
            }
        }
        let mut own = columns(piece).into_iter();
        for first in pieces.first().map(columns).unwrap_or_default() {
            match own.next().filter(|column| column.name == first.name) {
                Some(column) if kind(&column.cells) == kind(&first.cells) => {}
                Some(column) => problems.push(unreadable(column, kind(&first.cells))),
                None => problems.push(Mistake::MissingColumn { column: first.name.to_owned() }),
            }
        }
    }
    if u32::try_from(rows).is_ok_and(|rows| rows < NOBODY) {
        Error::of(problems.into_iter().map(|mistake| Problem::new(mistake, Place::default())).collect())
            .map_or(Ok(rows), Err)
    } else {
        Err(Mistake::TooMany { what: Label::of("rijen", "rows"), limit: at(NOBODY) - 1 }.into())
    }
}

/// The columns of a kind in which they say nothing.
fn wrong_kinds(piece: &PanelColumns<'_>) -> Vec<Mistake> {
    let is_date = |column: &Named<'_>| matches!(column.cells, Cells::Dates(_));
    let person = is_date(&piece.person)
        .then(|| unreadable(&piece.person, Label::of("teksten of hele getallen", "texts or whole numbers")));
    let coded = std::iter::once(&piece.state).chain(&piece.covariates).filter(|column| is_date(column));
    let coded = coded.map(|column| unreadable(column, Label::of("getallen of teksten", "numbers or texts")));
    let weight = piece.weight.iter().filter(|column| !matches!(column.cells, Cells::Numbers(_)));
    let weight = weight.map(|column| unreadable(column, Label::of("getallen", "numbers")));
    person.into_iter().chain(coded).chain(weight).collect()
}

fn columns<'a>(piece: &'a PanelColumns<'a>) -> Vec<&'a Named<'a>> {
    let basis = [&piece.person, &piece.time, &piece.state];
    basis.into_iter().chain(&piece.weight).chain(&piece.covariates).collect()
}

fn kind(cells: &Cells<'_>) -> Label {
    match cells {
        Cells::Numbers(_) => Label::of("getallen", "numbers"),
        Cells::Texts(_) => Label::of("teksten", "texts"),
        Cells::Dates(_) => Label::of("datums", "dates"),
    }
}

fn unreadable(column: &Named<'_>, expected: Label) -> Mistake {
    let found = kind(&column.cells);
    Mistake::UnreadableCells { column: column.name.to_owned(), found, expected }
}

/// Which values of a column are no use, and why the cell of a row is not; `None` where it is empty.
type Empty<T> = (fn(&T) -> bool, fn(&Cells<'_>, usize) -> Option<Mistake>);

fn numbers(cells: &Cells<'_>, out: &mut Vec<f64>) {
    if let Cells::Numbers(column) = cells {
        column.numbers(0..column.values.len(), out);
    }
}

fn why_no_number(cells: &Cells<'_>, row: usize) -> Option<Mistake> {
    let Cells::Numbers(column) = cells else { return None };
    column.get(row).filter(|value| !value.is_finite()).map(|value| Mistake::NotFinite { value: shown(value) })
}

fn why_no_weight(cells: &Cells<'_>, row: usize) -> Option<Mistake> {
    let Cells::Numbers(column) = cells else { return None };
    let below = column.get(row).filter(|value| *value < 0.0);
    below.map(|value| Mistake::NegativeWeight { value: shown(value) }).or_else(|| why_no_number(cells, row))
}

fn is_finite(values: &[f64], row: usize) -> bool {
    values.get(row).is_some_and(|value| value.is_finite())
}
