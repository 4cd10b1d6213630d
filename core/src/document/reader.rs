//! Reading one value of a document.

use super::Problems;
use super::way::Way;
use crate::error::{Kind, Mistake, Place};
use crate::{Label, Provenance, Vocabulary};
use chrono::NaiveDate;
use serde_json::{Map, Value};

/// One value of a document and its place; each way of reading it notes what is wrong.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    value: &'a Value,
    way: Way<'a>,
    problems: &'a Problems,
}

impl<'a> Reader<'a> {
    /// A reader of a whole document.
    pub fn new(value: &'a Value, problems: &'a Problems) -> Self {
        Self { value, way: Way::Whole, problems }
    }

    /// The same value, as the `number`-th event of a log, counted from 1.
    #[must_use]
    pub fn as_event(mut self, number: usize) -> Self {
        self.way = Way::Event(number);
        self
    }

    /// Where this value stands.
    pub fn place(&self) -> Place {
        self.problems.place(self.way)
    }

    /// The value itself.
    pub fn value(&self) -> &'a Value {
        self.value
    }

    /// Notes that something is wrong here.
    pub fn refuse(&self, mistake: Mistake) {
        self.problems.add(mistake, self.place());
    }

    /// Notes that something is wrong at another place of the same document.
    pub fn refuse_at(&self, mistake: Mistake, place: Place) {
        self.problems.add(mistake, place);
    }

    /// The value of a fallible check, its problems noted here.
    pub fn check<T>(&self, checked: Result<T, crate::Error>) -> Option<T> {
        checked.map_err(|error| self.problems.extend(error, &self.place())).ok()
    }

    fn expected<T>(&self, expected: Kind) -> Option<T> {
        self.refuse(Mistake::WrongKind { found: Kind::of(self.value), expected });
        None
    }

    /// The named fields, all of which must be among `known`.
    pub fn fields(&self, known: &[&str]) -> Option<Fields<'a>> {
        let Some(map) = self.value.as_object() else { return self.expected(Kind::Object) };
        for field in map.keys().filter(|field| !known.contains(&field.as_str())) {
            let expected = known.iter().map(ToString::to_string).collect();
            self.refuse(Mistake::UnknownField { field: field.clone(), expected });
        }
        Some(Fields { map, step: self.step(), reader: *self })
    }

    /// Every named field, whatever its name.
    pub fn entries(&self) -> Option<Vec<(&'a str, Reader<'a>)>> {
        let Some(map) = self.value.as_object() else { return self.expected(Kind::Object) };
        let step = self.step();
        let entry = |(name, value)| (String::as_str(name), self.within(value, Way::Field(step, name)));
        Some(map.iter().map(entry).collect())
    }

    /// The elements of a list.
    pub fn list(&self) -> Option<Vec<Reader<'a>>> {
        let Some(elements) = self.value.as_array() else { return self.expected(Kind::List) };
        let step = self.step();
        let element = |(number, value)| self.within(value, Way::Element(step, number));
        Some((1..).zip(elements).map(element).collect())
    }

    /// The elements of a list, each read by `read`; `None` when one of them has no value.
    pub fn list_of<T>(&self, read: impl Fn(&Reader<'a>) -> Option<T>) -> Option<Vec<T>> {
        let (mut elements, mut complete) = (Vec::new(), true);
        for element in self.list()? {
            // The others are still read, so that each problem is noted.
            match read(&element) {
                Some(element) => elements.push(element),
                None => complete = false,
            }
        }
        complete.then_some(elements)
    }

    /// The value as `read` reads it, or nothing where it is `null`: an element of a list of which some are unknown.
    pub fn nullable<T>(&self, read: impl Fn(&Self) -> Option<T>) -> Option<Option<T>> {
        if self.value.is_null() { Some(None) } else { read(self).map(Some) }
    }

    /// A text that is not empty.
    pub fn text(&self) -> Option<&'a str> {
        match self.value.as_str().map(str::trim) {
            Some("") => {
                self.refuse(Mistake::Empty { what: Label::of("de tekst", "text") });
                None
            }
            Some(text) => Some(text),
            None => self.expected(Kind::Text),
        }
    }

    /// A text that is not empty, for a value that keeps it.
    pub fn string(&self) -> Option<String> {
        self.text().map(str::to_owned)
    }

    /// A finite number.
    pub fn number(&self) -> Option<f64> {
        self.value.as_f64().filter(|number| number.is_finite()).or_else(|| self.expected(Kind::Number))
    }

    /// A whole number of zero or more.
    pub fn count(&self) -> Option<u32> {
        self.value.as_u64().and_then(|count| count.try_into().ok()).or_else(|| self.expected(Kind::Count))
    }

    /// Yes or no.
    pub fn truth(&self) -> Option<bool> {
        self.value.as_bool().or_else(|| self.expected(Kind::Truth))
    }

    /// A date written as year-month-day.
    pub fn date(&self) -> Option<NaiveDate> {
        let Some(text) = self.value.as_str() else { return self.expected(Kind::Date) };
        let date = year_month_day(text);
        if date.is_none() {
            self.refuse(Mistake::InvalidDate { value: text.to_owned() });
        }
        date
    }

    /// A word of a vocabulary.
    pub fn code<V: Vocabulary>(&self) -> Option<V> {
        self.text().and_then(|text| self.check(V::from_code(text)))
    }

    /// A text in two languages.
    pub fn label(&self) -> Option<Label> {
        let fields = self.fields(&["nl", "en"])?;
        let (nl, en) = (fields.must("nl", Self::string), fields.must("en", Self::string));
        Some(Label::new(nl?, en?))
    }

    /// The origin of something the sources leave open.
    pub fn provenance(&self) -> Option<Provenance> {
        let fields = self.fields(&["kind", "note"])?;
        let (kind, note) = (fields.must("kind", Self::code), fields.must("note", Self::label));
        Some(Provenance { kind: kind?, note: note? })
    }

    fn within(&self, value: &'a Value, way: Way<'a>) -> Self {
        Self { value, way, problems: self.problems }
    }

    fn step(&self) -> usize {
        self.problems.step(self.way)
    }
}

/// The named fields of one object.
#[derive(Clone, Copy, Debug)]
pub struct Fields<'a> {
    map: &'a Map<String, Value>,
    step: usize,
    reader: Reader<'a>,
}

impl<'a> Fields<'a> {
    /// A field that may be absent or `null`.
    pub fn optional(&self, name: &str) -> Option<Reader<'a>> {
        let (name, value) = self.map.get_key_value(name).filter(|(_, value)| !value.is_null())?;
        Some(self.reader.within(value, Way::Field(self.step, name)))
    }

    /// A field that must be there; its absence is noted.
    pub fn required(&self, name: &str) -> Option<Reader<'a>> {
        self.optional(name).or_else(|| {
            self.reader.refuse(Mistake::MissingField { field: name.to_owned() });
            None
        })
    }

    /// A field that must be there, read by `read`.
    pub fn must<T>(&self, name: &str, read: impl Fn(&Reader<'a>) -> Option<T>) -> Option<T> {
        self.required(name).and_then(|field| read(&field))
    }

    /// The elements of an optional list, none when it is absent; `None` when an element has no value.
    pub fn list_of<T>(&self, name: &str, read: impl Fn(&Reader<'a>) -> Option<T>) -> Option<Vec<T>> {
        match self.optional(name) {
            Some(list) => list.list_of(read),
            None => Some(Vec::new()),
        }
    }

    /// An optional field that is read by `read` when it is there: `None` only when it is there but has no value.
    pub fn maybe<T>(&self, name: &str, read: impl Fn(&Reader<'a>) -> Option<T>) -> Option<Option<T>> {
        match self.optional(name) {
            Some(field) => read(&field).map(Some),
            None => Some(None),
        }
    }

    /// The object as a whole.
    pub fn reader(&self) -> &Reader<'a> {
        &self.reader
    }
}

/// The date of a text of just four, two and two digits with hyphens between them.
pub(crate) fn year_month_day(text: &str) -> Option<NaiveDate> {
    let digits = text.bytes().enumerate().all(|(index, byte)| match index {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    if !digits || text.len() != 10 {
        return None;
    }
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}
