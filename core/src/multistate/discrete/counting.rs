//! What is counted.

use crate::document::{Document, Fields, Problems, Reader};
use crate::error::{Error, Mistake, Place};
use crate::math::shown;
use crate::multistate::{Clock, Pieces, TimeUnit};
use serde::{Serialize, Serializer};

crate::vocabulary! {
    /// Which visit says where someone was at a point of the grid.
    pub enum GridRule: "rule for a grid", "regel voor een raster", [] {
        /// The last visit at or before it.
        Last = "last": "het laatste bezoek ervoor", "the last visit before", [],
        /// The visit closest to it, the earlier of two that are as close.
        Nearest = "nearest": "het dichtstbijzijnde bezoek", "the closest visit", [],
    }
}

/// Points at equal steps, at which the panel is read.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Grid {
    /// The step, in the unit of the panel; above 0.
    #[cfg_attr(feature = "schema", schemars(extend("exclusiveMinimum" = 0)))]
    pub step: f64,
    /// Where the points lie: from each person's first visit on, or on the calendar from its beginning (1 January 1970
    /// for dates, 0 for numbers).
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<Clock>"))]
    pub clock: Clock,
    /// Which visit says where someone was.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<GridRule>"))]
    pub rule: GridRule,
    /// How far from the point that visit may lie, in the unit of the panel. A point without one is not filled in: what
    /// leads to it and from it is not counted.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<f64>"))]
    pub reach: f64,
}

/// What one transition is.
#[derive(Clone, Debug, PartialEq)]
pub enum Spacing {
    /// From a visit to the next, whatever lies between.
    Visits,
    /// From a visit to the next, in a table for each length of the gap: below the first bound, from each bound to below
    /// the next, and from the last bound on. In the unit of the panel, ascending.
    Gaps(Vec<f64>),
    /// From a point of a grid to the next.
    Grid(Grid),
}

/// What is counted, and by what it is divided.
#[derive(Clone, Debug, PartialEq)]
pub struct Counting {
    /// The unit of everything that is a length or a moment here; the panel has the same.
    pub unit: TimeUnit,
    /// What one transition is.
    pub spacing: Spacing,
    /// The codes of the states, in order; every code of the panel when `None`. What leads to or from another code is
    /// left out and counted.
    pub states: Option<Vec<String>>,
    /// The covariate by whose value at the first of two visits the counts are divided.
    pub group: Option<String>,
    /// Times by which the counts are divided, by the first of two visits.
    pub periods: Option<Pieces>,
}

impl Default for Counting {
    /// From visit to visit, all together, in years.
    fn default() -> Self {
        Self { unit: TimeUnit::Year, spacing: Spacing::Visits, states: None, group: None, periods: None }
    }
}

/// What is counted, and by what it is divided; `gaps` or `grid`, or neither for all visits together.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Counting"))]
pub(super) struct CountingDocument<'a> {
    /// The unit of everything that is a length or a moment here; the panel has the same.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<TimeUnit>"))]
    unit: TimeUnit,
    /// From a visit to the next, in a table for each length of the gap: below the first bound, from each bound to below
    /// the next, and from the last bound on.
    gaps: Option<&'a [f64]>,
    /// From a point of a grid to the next.
    grid: Option<&'a Grid>,
    /// The codes of the states, in order; every code of the panel when left out.
    states: Option<&'a [String]>,
    /// The covariate by whose value at the first of two visits the counts are divided.
    group: Option<&'a str>,
    /// Times by which the counts are divided, by the first of two visits.
    periods: Option<&'a Pieces>,
}

impl Serialize for Counting {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (gaps, grid) = match &self.spacing {
            Spacing::Visits => (None, None),
            Spacing::Gaps(bounds) => (Some(bounds.as_slice()), None),
            Spacing::Grid(grid) => (None, Some(grid)),
        };
        let Self { unit, states, group, periods, .. } = self;
        let (states, group, periods) = (states.as_deref(), group.as_deref(), periods.as_ref());
        CountingDocument { unit: *unit, gaps, grid, states, group, periods }.serialize(serializer)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Counting {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        CountingDocument::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        CountingDocument::json_schema(generator)
    }
}

impl Counting {
    /// Checks what does not depend on a panel.
    ///
    /// # Errors
    /// `not-ascending` and `not-finite` for bounds, `not-positive` for a step or a reach that is no length.
    pub fn check(&self) -> Result<(), Error> {
        let problems = Problems::default();
        let root = Place::default();
        match &self.spacing {
            Spacing::Visits => {}
            Spacing::Gaps(bounds) => ascending(bounds, &problems, &root.at("gaps")),
            Spacing::Grid(grid) => {
                let place = root.at("grid");
                if !(grid.step > 0.0 && grid.step.is_finite()) {
                    problems.add(Mistake::NotPositive { value: shown(grid.step) }, place.at("step"));
                }
                if !(grid.reach >= 0.0 && grid.reach.is_finite()) {
                    problems.add(Mistake::NotPositive { value: shown(grid.reach) }, place.at("reach"));
                }
            }
        }
        if let Some(periods) = &self.periods {
            ascending(&periods.cuts, &problems, &root.at("periods").at("cuts"));
        }
        problems.finish(Some(()))
    }
}

fn ascending(bounds: &[f64], problems: &Problems, place: &Place) {
    let mut previous = f64::NEG_INFINITY;
    for (number, bound) in (1..).zip(bounds) {
        let place = place.element(number);
        if !bound.is_finite() {
            problems.add(Mistake::NotFinite { value: shown(*bound) }, place);
        } else if *bound <= previous {
            problems.add(Mistake::NotAscending { value: shown(*bound), previous: shown(previous) }, place);
        } else {
            previous = *bound;
        }
    }
}

impl Counting {
    /// The fields of the document.
    pub(super) const FIELDS: [&str; 6] = ["unit", "gaps", "grid", "states", "group", "periods"];

    /// Reads `gaps` or `grid`, or neither for all visits together, and by what they are divided.
    pub(super) fn of_fields(fields: &Fields<'_>) -> Option<Self> {
        let reader = fields.reader();
        let unit = fields.maybe("unit", Reader::code).map(|unit| unit.unwrap_or(TimeUnit::Year));
        let text = |reader: &Reader<'_>| reader.text().map(str::to_owned);
        let gaps = fields.maybe("gaps", |gaps| gaps.list_of(Reader::number));
        let grid = fields.maybe("grid", grid);
        let states = fields.maybe("states", |states| states.list_of(text));
        let group = fields.maybe("group", text);
        let periods =
            fields.maybe("periods", |periods| Pieces::read(periods, unit.unwrap_or(TimeUnit::Year)));
        let spacing = match (gaps?, grid?) {
            (Some(_), Some(_)) => {
                let (field, expected) = ("grid".to_owned(), vec!["gaps".to_owned()]);
                reader.refuse(Mistake::UnknownField { field, expected });
                return None;
            }
            (Some(gaps), None) => Spacing::Gaps(gaps),
            (None, Some(grid)) => Spacing::Grid(grid),
            (None, None) => Spacing::Visits,
        };
        let counting = Self { unit: unit?, spacing, states: states?, group: group?, periods: periods? };
        reader.check(counting.check()).map(|()| counting)
    }
}

impl Document for Counting {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        Self::of_fields(&reader.fields(&Self::FIELDS)?)
    }
}

fn grid(reader: &Reader<'_>) -> Option<Grid> {
    let fields = reader.fields(&["step", "clock", "rule", "reach"])?;
    let step = fields.required("step").and_then(|step| step.number());
    let clock = fields.maybe("clock", Reader::code);
    let rule = fields.maybe("rule", Reader::code);
    let reach = fields.maybe("reach", Reader::number);
    let (step, rule) = (step?, rule?.unwrap_or(GridRule::Last));
    let usual = match rule {
        GridRule::Last => step,
        GridRule::Nearest => step / 2.0,
    };
    Some(Grid { step, clock: clock?.unwrap_or(Clock::Duration), rule, reach: reach?.unwrap_or(usual) })
}
