//! Logs in XES, the exchange format of process mining (IEEE 1849).

use super::Traces;
use super::traces::{Gathered, day_of};
use crate::document::MAX_DEPTH;
use crate::error::{Error, Mistake, Place};
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

const CASE: &str = "trace";
const STEP: &str = "concept:name";
const DATE: &str = "time:timestamp";

impl Traces {
    /// The cases of a log in XES: traces and events by their `concept:name`, dates by `time:timestamp`. A trace without a
    /// name gets its number. A problem names the line of its event.
    ///
    /// A document type and entities of one's own are refused, and so is nesting deeper than
    /// [`MAX_DEPTH`](crate::document::MAX_DEPTH): with those a small file can fill a machine.
    ///
    /// ```
    /// use meedoen::conformance::Traces;
    /// let traces = Traces::from_xes(r#"<log><trace><string key="concept:name" value="square"/>
    ///     <event><string key="concept:name" value="talk"/></event></trace></log>"#)?;
    /// assert_eq!((traces.traces[0].case.as_str(), traces.traces[0].events.len()), ("square", 1));
    /// # Ok::<(), meedoen::Error>(())
    /// ```
    ///
    /// # Errors
    /// By line `not-xml`, `xml-entity` and `too-deep`, and reading stops there; `empty` for an event without a name,
    /// `invalid-date` and `event-out-of-order`.
    pub fn from_xes(text: &str) -> Result<Self, Error> {
        let mut lines = Lines { text: text.as_bytes(), seen: 0, line: 1 };
        let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
        let (mut log, mut open) = (Log::default(), Vec::new());
        loop {
            let line = lines.at(reader.buffer_position());
            let event = reader.read_event();
            let wrong = Err(Mistake::NotXml { line: lines.at(reader.error_position()) }.into());
            match event {
                Ok(Event::Start(element)) => {
                    log.begin(&element, &open, line)?;
                    open.push(element.local_name().as_ref().to_owned());
                    if open.len() > MAX_DEPTH {
                        let mistake = Mistake::TooDeep { limit: MAX_DEPTH };
                        log.gathered.refuse(mistake, Place::line(line));
                        return log.gathered.finish();
                    }
                }
                Ok(Event::Empty(element)) => {
                    log.begin(&element, &open, line)?;
                    log.end(element.local_name().as_ref(), open.len());
                }
                Ok(Event::End(element)) => {
                    open.pop();
                    log.end(element.local_name().as_ref(), open.len());
                }
                Ok(Event::DocType(_)) => return Err(Mistake::XmlEntity { line }.into()),
                Ok(Event::GeneralRef(name)) => {
                    let own = name.resolve_char_ref().is_err()
                        || !(name.is_char_ref() || PREDEFINED.contains(&name.as_ref()));
                    if own {
                        return Err(Mistake::XmlEntity { line }.into());
                    }
                }
                Ok(Event::Eof) if open.is_empty() && log.found => return log.gathered.finish(),
                Ok(Event::Eof) | Err(_) => return wrong,
                Ok(_) => {}
            }
        }
    }
}

const PREDEFINED: [&str; 5] = ["amp", "lt", "gt", "quot", "apos"];

/// The line of a place in a text, counted from 1; places come in order.
struct Lines<'a> {
    text: &'a [u8],
    seen: usize,
    line: usize,
}

impl Lines<'_> {
    fn at(&mut self, position: u64) -> usize {
        let position = usize::try_from(position).unwrap_or(usize::MAX).min(self.text.len());
        let passed = self.text.get(self.seen..position).unwrap_or_default();
        self.line += passed.split(|&byte| byte == b'\n').count() - 1;
        self.seen = self.seen.max(position);
        self.line
    }
}

/// A log while it is read.
#[derive(Default)]
struct Log {
    gathered: Gathered,
    found: bool,
    traces: usize,
    case: Option<String>,
    /// The events of the trace that is open: its name can come after them.
    events: Vec<Happened>,
}

/// An event as it stands.
struct Happened {
    step: Option<String>,
    date: Option<String>,
    line: usize,
}

impl Log {
    fn begin(&mut self, element: &BytesStart<'_>, open: &[String], line: usize) -> Result<(), Error> {
        let within: Vec<&str> = open.iter().map(String::as_str).collect();
        match (within.as_slice(), element.local_name().as_ref()) {
            ([], "log") => self.found = true,
            (["log"], "trace") => {
                self.traces += 1;
                self.case = None;
            }
            (["log", "trace"], "event") => self.events.push(Happened { step: None, date: None, line }),
            (within, "string" | "date") => {
                let (key, value) = key_and_value(element, line)?;
                match (within, key.as_deref(), self.events.last_mut()) {
                    (["log", "trace"], Some(STEP), _) => self.case = value,
                    (["log", "trace", "event"], Some(STEP), Some(event)) => event.step = value,
                    (["log", "trace", "event"], Some(DATE), Some(event)) => event.date = value,
                    _ => {}
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str, depth: usize) {
        if (name, depth) != (CASE, 1) {
            return;
        }
        let case = self.case.take().unwrap_or_else(|| self.traces.to_string());
        for event in std::mem::take(&mut self.events) {
            let place = Place::line(event.line);
            let date = event.date.as_deref().and_then(day_of);
            if let Some(value) = event.date.filter(|_| date.is_none()) {
                self.gathered.refuse(Mistake::InvalidDate { value }, place.at(DATE));
            }
            let step = event.step.filter(|step| !step.trim().is_empty());
            self.gathered.add(Some(&case), step.as_deref(), date, [CASE, STEP, DATE], &place);
        }
    }
}

/// The key and the value of an attribute of a trace or an event.
fn key_and_value(element: &BytesStart<'_>, line: usize) -> Result<(Option<String>, Option<String>), Error> {
    let (mut key, mut value) = (None, None);
    for attribute in element.attributes() {
        let attribute = attribute.map_err(|_| Mistake::NotXml { line })?;
        // The five entities that XML itself defines are read; any other is refused.
        let text =
            || attribute.normalized_value(XmlVersion::Explicit1_0).map_err(|_| Mistake::XmlEntity { line });
        match attribute.key.as_ref() {
            "key" => key = Some(text()?.into_owned()),
            "value" => value = Some(text()?.into_owned()),
            _ => {}
        }
    }
    Ok((key, value))
}
