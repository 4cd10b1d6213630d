//! What a panel is made from.

use super::TimeUnit;
use crate::column::Named;

/// The columns of registrations: one row for each time someone was seen.
#[derive(Clone, Debug)]
pub struct PanelColumns<'a> {
    /// Who: texts or whole numbers.
    pub person: Named<'a>,
    /// When: dates, texts such as `2020-03-31`, or numbers in the unit of [`PanelOptions::unit`].
    pub time: Named<'a>,
    /// In which state: texts or numbers.
    pub state: Named<'a>,
    /// What else is known from that row until the next of the person: numbers, or texts that name a group.
    pub covariates: Vec<Named<'a>>,
    /// How much the person counts, the same in all rows of the person; everyone once when `None`.
    pub weight: Option<Named<'a>>,
}

crate::vocabulary! {
    /// What becomes of rows that place one person in two states, or give two values, at the same moment.
    pub enum SameDay: "choice for one day", "keuze voor één dag", [] {
        /// Such rows are named and nothing is loaded.
        Refuse = "refuse": "weigeren", "refuse", [],
        /// The first of them in the table counts.
        First = "first": "de eerste telt", "the first counts", [],
        /// The last of them in the table counts.
        Last = "last": "de laatste telt", "the last counts", [],
    }
}

crate::vocabulary! {
    /// What becomes of rows of a person that do not stand in the order of their dates.
    pub enum Unsorted: "choice for rows out of order", "keuze voor rijen buiten de volgorde", [] {
        /// They are put in order, and the quality report says how many there were.
        Sort = "sort": "ordenen", "put in order", [],
        /// They are named and nothing is loaded.
        Refuse = "refuse": "weigeren", "refuse", [],
    }
}

crate::vocabulary! {
    /// What becomes of rows without person, time, state or weight.
    pub enum Incomplete: "choice for incomplete rows", "keuze voor onvolledige rijen", [] {
        /// They are named and nothing is loaded.
        Refuse = "refuse": "weigeren", "refuse", [],
        /// They are left out, and the quality report says how many there were.
        LeaveOut = "leave-out": "weglaten", "leave out", [],
    }
}

/// How a panel is read.
#[derive(Clone, Debug, PartialEq)]
pub struct PanelOptions {
    /// The unit of intensities and horizons; times that are numbers are in this unit.
    pub unit: TimeUnit,
    /// The codes a state can have, in order; any code when `None`.
    pub codes: Option<Vec<String>>,
    /// Two states or values of one person at the same moment.
    pub same_day: SameDay,
    /// Rows of a person out of order.
    pub unsorted: Unsorted,
    /// Rows without person, time, state or weight.
    pub incomplete: Incomplete,
    /// How many rows of the table came before these, so that rows are numbered as in the whole.
    pub first_row: usize,
}

impl Default for PanelOptions {
    /// In years; any code; rows out of order are put in order, anything else that is wrong is refused.
    fn default() -> Self {
        Self {
            unit: TimeUnit::Year,
            codes: None,
            same_day: SameDay::Refuse,
            unsorted: Unsorted::Sort,
            incomplete: Incomplete::Refuse,
            first_row: 0,
        }
    }
}
