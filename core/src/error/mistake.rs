//! The kinds of mistake, each with the value that was offered and what was expected.

use super::Kind;
use crate::Label;
use chrono::NaiveDate;

/// One kind of mistake and the values that show it.
///
/// New kinds may come; the code of a kind does not change.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Mistake {
    /// The text is not JSON.
    Malformed {
        /// The line, counted from 1.
        line: usize,
        /// The character in the line, counted from 1.
        column: usize,
    },
    /// The text stops before the document is complete.
    Truncated {
        /// The line, counted from 1.
        line: usize,
        /// The character in the line, counted from 1.
        column: usize,
    },
    /// The document is nested too deeply.
    TooDeep {
        /// The deepest nesting allowed.
        limit: usize,
    },
    /// A value of another kind was expected.
    WrongKind {
        /// What stands there.
        found: Kind,
        /// What should stand there.
        expected: Kind,
    },
    /// A field that must be there is not.
    MissingField {
        /// The name of the field.
        field: String,
    },
    /// A field the document does not have.
    UnknownField {
        /// The name of the field.
        field: String,
        /// What can be given.
        expected: Vec<String>,
    },
    /// A word that is not in the list.
    UnknownCode {
        /// What the name stands for.
        what: Label,
        /// What was given.
        value: String,
        /// What can be given.
        expected: Vec<String>,
    },
    /// A number without end: no document can hold it.
    NotFinite {
        /// What was given.
        value: String,
    },
    /// A number outside its range.
    OutsideRange {
        /// What was given.
        value: String,
        /// The lowest value allowed.
        min: f64,
        /// The highest value allowed.
        max: f64,
    },
    /// An answer that is not a point of its scale.
    OffScale {
        /// What was given.
        value: String,
        /// The lowest value allowed.
        min: f64,
        /// The highest value allowed.
        max: f64,
        /// The codes that stand for no answer.
        missing_codes: Vec<f64>,
    },
    /// The same name given twice.
    Duplicate {
        /// What the name stands for.
        what: Label,
        /// The name.
        id: String,
    },
    /// A part that belongs to another whole.
    Misplaced {
        /// What the part is.
        what: Label,
        /// The name of the part.
        id: String,
        /// The name of the whole it was given with.
        whole: String,
        /// The parts of that whole.
        expected: Vec<String>,
    },
    /// A name that is used but not defined.
    Undefined {
        /// What the name stands for.
        what: Label,
        /// The name.
        id: String,
    },
    /// A name that nothing uses.
    Unused {
        /// What the name stands for.
        what: Label,
        /// The name.
        id: String,
    },
    /// Something that must not be empty.
    Empty {
        /// What the name stands for.
        what: Label,
    },
    /// A scale whose lowest point is not below its highest.
    NoLength {
        /// The lowest value allowed.
        min: f64,
        /// The highest value allowed.
        max: f64,
    },
    /// A list of another length than it must have.
    WrongLength {
        /// How many elements it has.
        found: usize,
        /// How many it must have.
        expected: usize,
    },
    /// A scale whose parts do not run over the same range.
    UnevenRange {
        /// The name of the scale.
        id: String,
        /// The lowest value of its first part.
        min: f64,
        /// The highest value of its first part.
        max: f64,
        /// The lowest value of another part.
        low: f64,
        /// The highest value of another part.
        high: f64,
    },
    /// More problems than are listed.
    More {
        /// How many are not listed.
        count: usize,
    },
    /// A version of a document this release does not read.
    UnsupportedVersion {
        /// The version given.
        version: String,
        /// The version this release reads.
        supported: u32,
    },
    /// A text that is not a date.
    InvalidDate {
        /// What was given.
        value: String,
    },
    /// A date before the one it follows.
    Backwards {
        /// The date given.
        date: NaiveDate,
        /// The date it follows.
        previous: NaiveDate,
    },
    /// A date of a month or a year that is not its first day.
    NotFirstDay {
        /// The date given.
        date: NaiveDate,
        /// The first day of its month or year.
        expected: NaiveDate,
    },
    /// An event that can only follow on another one.
    OutOfTurn {
        /// The kind of the event.
        kind: &'static str,
        /// The kind of event that should come first.
        needs: &'static str,
    },
    /// Something that was already brought to an end.
    Closed {
        /// What the name stands for.
        what: Label,
        /// The name.
        id: String,
        /// The number of the event that ended it.
        event: usize,
    },
    /// Someone who acts without having joined, or after leaving.
    NotTakingPart {
        /// The name of the party.
        party: String,
        /// The date given.
        date: NaiveDate,
    },
    /// A column that must be there is not.
    MissingColumn {
        /// The name of the column.
        column: String,
    },
    /// Columns of different lengths.
    UnevenColumns {
        /// The name of the column.
        column: String,
        /// How many rows it has.
        rows: usize,
        /// How many rows the others have.
        expected: usize,
    },
    /// A column of a kind that cannot be read.
    UnreadableColumn {
        /// The name of the column.
        column: String,
        /// What it holds.
        kind: Kind,
        /// The first value in it that is no number, if it can be shown.
        value: Option<String>,
    },
    /// Another scale under the same name.
    OtherScale {
        /// The other scale.
        scale: Label,
        /// What the other scale measures.
        explanation: Label,
    },
    /// A number that should be whole.
    NotWhole {
        /// What was given.
        value: String,
    },
    /// A cell that must not be empty.
    EmptyCell {
        /// The choice that leaves such rows out.
        leave_out: &'static str,
    },
    /// A column of another kind than is needed.
    UnreadableCells {
        /// The name of the column.
        column: String,
        /// What it holds.
        found: Label,
        /// What it should hold.
        expected: Label,
    },
    /// More of something than can be dealt with.
    TooMany {
        /// What there is too much of.
        what: Label,
        /// The most there can be.
        limit: usize,
    },
    /// A time before that of an earlier row.
    OutOfOrder {
        /// The time given.
        value: String,
        /// The time of the earlier row.
        previous: String,
    },
    /// An event of a case that lies before an earlier one of that case.
    EventOutOfOrder {
        /// The name of the case.
        case: String,
        /// The date given.
        value: String,
        /// The date of the earlier event.
        previous: String,
    },
    /// A roadmap without a way from a start to an end.
    NoRoad,
    /// A text that is not XML.
    NotXml {
        /// The line, counted from 1.
        line: usize,
    },
    /// A document type or an entity of one's own in XML.
    XmlEntity {
        /// The line, counted from 1.
        line: usize,
    },
    /// Two rows of one person and moment that say different things.
    SameMoment {
        /// The moment of both.
        moment: String,
        /// What this row says.
        value: String,
        /// What the other row says.
        other: String,
        /// The other row, counted from 1.
        row: usize,
    },
    /// A weight below zero.
    NegativeWeight {
        /// What was given.
        value: String,
    },
    /// Two weights of one person.
    UnequalWeight {
        /// What this row says.
        value: String,
        /// What the other row says.
        other: String,
        /// The other row, counted from 1.
        row: usize,
    },
    /// Nobody was seen more than once.
    NothingFollows,
    /// Someone was seen in a state that cannot be reached from the one before.
    ImpossibleMove {
        /// The state before.
        from: String,
        /// The state given.
        to: String,
    },
    /// Someone was seen in another state after one that nothing leads out of.
    AbsorbingLeft {
        /// The state that nothing leads out of.
        state: String,
        /// The state given.
        to: String,
    },
    /// A state in which nobody starts and to which no move leads.
    Unreachable {
        /// The code of the state.
        state: String,
    },
    /// Something a model uses that is not known.
    MissingCovariate {
        /// The name of the covariate.
        covariate: String,
    },
    /// Two units of time where one is needed.
    OtherUnit {
        /// The unit given.
        found: Label,
        /// The unit needed.
        expected: Label,
    },
    /// A move from a state to itself.
    SameState {
        /// The code of the state.
        state: String,
    },
    /// A number that is not above the one before.
    NotAscending {
        /// What was given.
        value: String,
        /// The number before.
        previous: String,
    },
    /// Shares that do not add up to one.
    NotOne {
        /// What they add up to.
        sum: String,
    },
    /// A number that must be above zero.
    NotPositive {
        /// What was given.
        value: String,
    },
    /// An operation that does not exist.
    UnknownOperation {
        /// The name given.
        name: String,
    },
}

impl Mistake {
    /// Every code, in the order of the kinds.
    pub const CODES: &'static [&'static str] = &[
        "malformed",
        "truncated",
        "too-deep",
        "wrong-kind",
        "missing-field",
        "unknown-field",
        "unknown-code",
        "not-finite",
        "outside-range",
        "off-scale",
        "duplicate",
        "misplaced",
        "undefined",
        "unused",
        "empty",
        "no-length",
        "wrong-length",
        "uneven-range",
        "more",
        "unsupported-version",
        "invalid-date",
        "backwards",
        "not-first-day",
        "out-of-turn",
        "closed",
        "not-taking-part",
        "missing-column",
        "uneven-columns",
        "unreadable-column",
        "other-scale",
        "not-whole",
        "empty-cell",
        "unreadable-cells",
        "too-many",
        "out-of-order",
        "same-moment",
        "negative-weight",
        "unequal-weight",
        "nothing-follows",
        "impossible-move",
        "absorbing-left",
        "unreachable",
        "missing-covariate",
        "other-unit",
        "same-state",
        "not-ascending",
        "not-one",
        "not-positive",
        "unknown-operation",
    ];

    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Malformed { .. } => "malformed",
            Self::Truncated { .. } => "truncated",
            Self::TooDeep { .. } => "too-deep",
            Self::WrongKind { .. } => "wrong-kind",
            Self::MissingField { .. } => "missing-field",
            Self::UnknownField { .. } => "unknown-field",
            Self::UnknownCode { .. } => "unknown-code",
            Self::NotFinite { .. } => "not-finite",
            Self::OutsideRange { .. } => "outside-range",
            Self::OffScale { .. } => "off-scale",
            Self::Duplicate { .. } => "duplicate",
            Self::Misplaced { .. } => "misplaced",
            Self::Undefined { .. } => "undefined",
            Self::Unused { .. } => "unused",
            Self::Empty { .. } => "empty",
            Self::NoLength { .. } => "no-length",
            Self::WrongLength { .. } => "wrong-length",
            Self::UnevenRange { .. } => "uneven-range",
            Self::More { .. } => "more",
            Self::UnsupportedVersion { .. } => "unsupported-version",
            Self::InvalidDate { .. } => "invalid-date",
            Self::Backwards { .. } => "backwards",
            Self::NotFirstDay { .. } => "not-first-day",
            Self::OutOfTurn { .. } => "out-of-turn",
            Self::Closed { .. } => "closed",
            Self::NotTakingPart { .. } => "not-taking-part",
            Self::MissingColumn { .. } => "missing-column",
            Self::UnevenColumns { .. } => "uneven-columns",
            Self::UnreadableColumn { .. } => "unreadable-column",
            Self::OtherScale { .. } => "other-scale",
            Self::NotWhole { .. } => "not-whole",
            Self::EmptyCell { .. } => "empty-cell",
            Self::UnreadableCells { .. } => "unreadable-cells",
            Self::TooMany { .. } => "too-many",
            Self::OutOfOrder { .. } => "out-of-order",
            Self::EventOutOfOrder { .. } => "event-out-of-order",
            Self::NoRoad => "no-road",
            Self::NotXml { .. } => "not-xml",
            Self::XmlEntity { .. } => "xml-entity",
            Self::SameMoment { .. } => "same-moment",
            Self::NegativeWeight { .. } => "negative-weight",
            Self::UnequalWeight { .. } => "unequal-weight",
            Self::NothingFollows => "nothing-follows",
            Self::ImpossibleMove { .. } => "impossible-move",
            Self::AbsorbingLeft { .. } => "absorbing-left",
            Self::Unreachable { .. } => "unreachable",
            Self::MissingCovariate { .. } => "missing-covariate",
            Self::OtherUnit { .. } => "other-unit",
            Self::SameState { .. } => "same-state",
            Self::NotAscending { .. } => "not-ascending",
            Self::NotOne { .. } => "not-one",
            Self::NotPositive { .. } => "not-positive",
            Self::UnknownOperation { .. } => "unknown-operation",
        }
    }
}
