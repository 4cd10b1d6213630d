//! From visits to transitions.

use super::counting::{Grid, GridRule, Spacing};
use crate::multistate::{Clock, Panel};
use std::ops::Range;

/// Someone at one moment: the visit that says where they were.
#[derive(Clone, Copy)]
pub(super) struct Stop {
    /// The visit.
    pub(super) visit: usize,
    /// The point of the grid, or the visit's own number: one that follows directly has the next number.
    pub(super) number: i64,
}

/// How a panel is read from visit to visit, in ticks.
pub(super) struct Walk<'a> {
    panel: &'a Panel,
    grid: Option<Grid>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(panel: &'a Panel, spacing: &Spacing) -> Self {
        let grid = match spacing {
            Spacing::Grid(grid) => {
                let (step, reach) = (grid.step / panel.tick, grid.reach / panel.tick);
                Some(Grid { step, reach, ..grid.clone() })
            }
            Spacing::Visits | Spacing::Gaps(_) => None,
        };
        Self { panel, grid }
    }

    /// The stops of a person in order, into `stops`.
    pub(super) fn stops(&self, visits: Range<usize>, stops: &mut Vec<Stop>) {
        stops.clear();
        match &self.grid {
            None => stops.extend((0..).zip(visits).map(|(number, visit)| Stop { visit, number })),
            Some(grid) => self.read_off(grid, visits, stops),
        }
    }

    fn time(&self, visit: usize) -> f64 {
        self.panel.time.get(visit).copied().unwrap_or(f64::NAN)
    }

    /// Every point of the grid that a visit says something of.
    fn read_off(&self, grid: &Grid, visits: Range<usize>, stops: &mut Vec<Stop>) {
        let zero = match grid.clock {
            Clock::Calendar => 0.0,
            Clock::Duration => self.time(visits.start),
        };
        // The points a visit can speak of: from the first at or after it, or within reach before it, to the next visit's.
        for visit in visits.clone() {
            let time = self.time(visit);
            let next = (visit + 1 < visits.end).then(|| self.time(visit + 1));
            let (from, to) = match grid.rule {
                // Nothing is known of what comes after the last visit.
                GridRule::Last => (time, next.map_or(time, |next| next.min(time + grid.reach))),
                GridRule::Nearest => {
                    let to = next
                        .map_or(time + grid.reach, |next| (time + grid.reach).min(f64::midpoint(time, next)));
                    (time - grid.reach, to)
                }
            };
            let mut number = first_point(from, zero, grid.step);
            loop {
                let point = zero + number_as_time(number) * grid.step;
                let belongs = match (grid.rule, next) {
                    (GridRule::Last, Some(next)) => point <= to && point < next,
                    _ => point <= to,
                };
                if !belongs {
                    break;
                }
                // What the visit before already speaks of is closer to that one.
                if stops.last().is_none_or(|last: &Stop| last.number < number) {
                    stops.push(Stop { visit, number });
                }
                number += 1;
            }
        }
    }
}

/// The number of the first point at or after a time.
fn first_point(time: f64, zero: f64, step: f64) -> i64 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a step is no smaller than a panel's length over 2⁵³"
    )]
    let mut number = ((time - zero) / step).floor() as i64;
    while zero + number_as_time(number) * step < time {
        number += 1;
    }
    number
}

#[expect(clippy::cast_precision_loss, reason = "the number of a point on a grid within a panel")]
fn number_as_time(number: i64) -> f64 {
    number as f64
}
