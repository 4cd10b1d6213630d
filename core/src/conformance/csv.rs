//! Logs in CSV.

use super::Traces;
use super::traces::{Gathered, day_of};
use crate::document::{Document, Reader};
use crate::error::{Error, Mistake, Place};
use csv::{ReaderBuilder, StringRecord};

/// A log in CSV, and which of its columns says what.
///
/// The first line has the names of the columns. Fields are between commas, semicolons or tabs: whichever the first line has
/// most of.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "CsvLog"))]
pub struct CsvColumns {
    /// The text of the file.
    pub text: String,
    /// The column with the name of the case.
    pub case: String,
    /// The column with the step.
    pub step: String,
    /// The column with the date, if there is one: a date, or a moment whose day counts.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub date: Option<String>,
}

impl CsvColumns {
    /// The cases in the file. A problem names the line on which its row begins.
    ///
    /// ```
    /// use meedoen::conformance::CsvColumns;
    /// let text = "case;step;date\nsquare;talk;2019-03-01\nsquare;act;2019-02-01\n".to_owned();
    /// let (case, step, date) = ("case".to_owned(), "step".to_owned(), Some("date".to_owned()));
    /// let error = CsvColumns { text, case, step, date }.traces().unwrap_err();
    /// assert_eq!((error.code(), error.problems()[0].place().row), ("event-out-of-order", Some(3)));
    /// ```
    ///
    /// # Errors
    /// `missing-column`; by line `wrong-length`, `empty`, `invalid-date` and `event-out-of-order`.
    pub fn traces(&self) -> Result<Traces, Error> {
        let text = self.text.trim_start_matches('\u{feff}');
        let mut reader =
            ReaderBuilder::new().delimiter(delimiter(text)).flexible(true).from_reader(text.as_bytes());
        let mut gathered = Gathered::default();
        // A text is UTF-8, so that names and rows can be read; what else is amiss is found below.
        let names = reader.headers().cloned().unwrap_or_default();
        let mut place_of = |column: &str| {
            let place = names.iter().position(|name| name.trim() == column);
            if place.is_none() {
                gathered.refuse(Mistake::MissingColumn { column: column.to_owned() }, Place::default());
            }
            place
        };
        let case = place_of(&self.case);
        let step = place_of(&self.step);
        let date = self.date.as_deref().map(&mut place_of);
        let (Some(case), Some(step)) = (case, step) else { return gathered.finish() };
        if date == Some(None) {
            return gathered.finish();
        }
        let date_column = self.date.as_deref().unwrap_or("date");
        let mut row = StringRecord::new();
        while reader.read_record(&mut row).unwrap_or(false) {
            let line = row.position().map_or(0, csv::Position::line);
            let place = Place::row(usize::try_from(line).unwrap_or(usize::MAX));
            if row.len() != names.len() {
                let mistake = Mistake::WrongLength { found: row.len(), expected: names.len() };
                gathered.refuse(mistake, place);
                continue;
            }
            let cell = |at: usize| row.get(at).map(str::trim).filter(|cell| !cell.is_empty());
            let written = date.flatten().and_then(cell);
            let day = written.and_then(day_of);
            if let Some(written) = written.filter(|_| day.is_none()) {
                let mistake = Mistake::InvalidDate { value: written.to_owned() };
                gathered.refuse(mistake, place.at(date_column));
            }
            gathered.add(cell(case), cell(step), day, [&self.case, &self.step, date_column], &place);
        }
        gathered.finish()
    }
}

fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or("");
    let count = |delimiter: &&u8| first.bytes().filter(|byte| byte == *delimiter).count();
    // Of as many, the last: a comma.
    b"\t;,".iter().max_by_key(count).copied().unwrap_or(b',')
}

impl Document for CsvColumns {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["text", "case", "step", "date"])?;
        let text = fields.must("text", Reader::string);
        let case = fields.must("case", Reader::string);
        let step = fields.must("step", Reader::string);
        let date = fields.maybe("date", Reader::string);
        Some(Self { text: text?, case: case?, step: step?, date: date? })
    }
}
