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
    /// A name in an event that no earlier event gives.
    NotRecordedBefore {
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
    /// A date outside the period in which it must lie.
    OutsidePeriod {
        /// The date given.
        date: NaiveDate,
        /// The first day of the period.
        from: NaiveDate,
        /// The last day of the period, `None` when it has no end.
        until: Option<NaiveDate>,
    },
    /// Two things that hold on the same days while only one of them can.
    Overlap {
        /// What the names stand for.
        what: Label,
        /// The one name.
        id: String,
        /// The other name.
        other: String,
        /// The first day they have in common.
        from: NaiveDate,
        /// The last day they have in common, `None` when there is no end.
        until: Option<NaiveDate>,
    },
    /// Two things that cannot both be so.
    Contradiction {
        /// What is said here.
        here: Label,
        /// What is said elsewhere.
        elsewhere: Label,
        /// Where that is.
        place: String,
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
        /// What was given.
        value: String,
        /// The other scale.
        scale: Label,
        /// What the other scale measures.
        explanation: Label,
    },
    /// A variable that has the same value everywhere, or a variance of zero.
    Constant {
        /// The name of the variable.
        variable: String,
    },
    /// A variable that follows from others.
    Collinear {
        /// The name of the variable.
        variable: String,
        /// The variables it follows from.
        others: Vec<String>,
    },
    /// Fewer complete rows than a model needs.
    TooFewRows {
        /// How many complete rows there are.
        rows: usize,
        /// How many the model needs.
        needed: usize,
    },
    /// A value that is neither 0 nor 1 where these are the two that can be.
    NotTwoValued {
        /// What was given.
        value: String,
    },
    /// A part of a formula or a model that cannot be read.
    NotUnderstood {
        /// What stands there.
        text: String,
        /// What should stand there.
        expected: Label,
    },
    /// A model with more to estimate than the data can tell.
    NotIdentified {
        /// The first parameter that the others leave open.
        parameter: String,
    },
    /// Correlations that cannot occur together.
    NotPositiveDefinite {
        /// The variable with which they first do not.
        first: String,
        /// The variable it goes together with most.
        second: String,
    },
    /// A table of correlations or covariances with two values for one pair.
    NotSymmetric {
        /// The one variable.
        first: String,
        /// The other variable.
        second: String,
    },
    /// An estimation that found no answer.
    NotConverged {
        /// How many steps were taken.
        steps: usize,
        /// The variables or parameters that did not settle, where known.
        what: Vec<String>,
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
    /// A part that is about another model than the first one.
    OtherPart {
        /// The respect in which they differ.
        what: Label,
        /// What it is in this part.
        found: Box<Label>,
        /// What it is in the first part.
        expected: Box<Label>,
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
    /// A number that cannot be below zero.
    BelowZero {
        /// What was given.
        value: String,
    },
    /// Two things that cannot both hold.
    Contradictory {
        /// The one.
        first: Label,
        /// The other.
        second: Label,
    },
    /// Less of something than what must be done takes.
    NotEnough {
        /// What there is too little of.
        what: Label,
        /// How much there is.
        given: String,
        /// How much it takes.
        needed: String,
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
        "not-recorded-before",
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
        "outside-period",
        "overlap",
        "contradiction",
        "out-of-turn",
        "closed",
        "not-taking-part",
        "missing-column",
        "uneven-columns",
        "unreadable-column",
        "other-scale",
        "constant",
        "collinear",
        "too-few-rows",
        "not-two-valued",
        "not-understood",
        "not-identified",
        "not-positive-definite",
        "not-symmetric",
        "not-converged",
        "not-whole",
        "empty-cell",
        "unreadable-cells",
        "too-many",
        "out-of-order",
        "event-out-of-order",
        "no-road",
        "not-xml",
        "xml-entity",
        "same-moment",
        "negative-weight",
        "unequal-weight",
        "nothing-follows",
        "impossible-move",
        "absorbing-left",
        "unreachable",
        "missing-covariate",
        "other-unit",
        "other-part",
        "same-state",
        "not-ascending",
        "not-one",
        "not-positive",
        "below-zero",
        "contradictory",
        "not-enough",
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
            Self::NotRecordedBefore { .. } => "not-recorded-before",
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
            Self::OutsidePeriod { .. } => "outside-period",
            Self::Overlap { .. } => "overlap",
            Self::Contradiction { .. } => "contradiction",
            Self::OutOfTurn { .. } => "out-of-turn",
            Self::Closed { .. } => "closed",
            Self::NotTakingPart { .. } => "not-taking-part",
            Self::MissingColumn { .. } => "missing-column",
            Self::UnevenColumns { .. } => "uneven-columns",
            Self::UnreadableColumn { .. } => "unreadable-column",
            Self::OtherScale { .. } => "other-scale",
            Self::Constant { .. } => "constant",
            Self::Collinear { .. } => "collinear",
            Self::TooFewRows { .. } => "too-few-rows",
            Self::NotTwoValued { .. } => "not-two-valued",
            Self::NotUnderstood { .. } => "not-understood",
            Self::NotIdentified { .. } => "not-identified",
            Self::NotPositiveDefinite { .. } => "not-positive-definite",
            Self::NotSymmetric { .. } => "not-symmetric",
            Self::NotConverged { .. } => "not-converged",
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
            Self::OtherPart { .. } => "other-part",
            Self::SameState { .. } => "same-state",
            Self::NotAscending { .. } => "not-ascending",
            Self::NotOne { .. } => "not-one",
            Self::NotPositive { .. } => "not-positive",
            Self::BelowZero { .. } => "below-zero",
            Self::Contradictory { .. } => "contradictory",
            Self::NotEnough { .. } => "not-enough",
            Self::UnknownOperation { .. } => "unknown-operation",
        }
    }
}
