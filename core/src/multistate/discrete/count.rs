//! Counting a panel.

use super::counting::{Counting, Spacing};
use super::rows::{Counts, NOTHING, ONE, Row, Seen, Stratum};
use super::walk::{Stop, Walk};
use crate::error::{Error, Mistake, Place, Problem};
use crate::math::shown;
use crate::multistate::panel::Group;
use crate::multistate::{Clock, Panel};
use crate::ordered::sort;
use crate::{Label, Vocabulary};

/// The most points of a grid within the time of one person.
const POINTS: f64 = 100_000.0;

/// The most groups counts are divided by.
const GROUPS: usize = 1_000;

/// The most cells that are kept in full; more than these and only those that occur are.
const CELLS: usize = 1 << 22;

/// A transition, by the places of what it is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Transition {
    pub(super) stratum: Stratum,
    pub(super) from: u8,
    pub(super) to: u8,
    pub(super) before: u8,
}

/// How the visits of a panel are counted.
pub(super) struct Counter<'a> {
    panel: &'a Panel,
    walk: Walk<'a>,
    pub(super) states: Vec<String>,
    /// The place of each code of the panel among the states.
    state: Vec<Option<u8>>,
    pub(super) groups: Vec<Option<String>>,
    /// The group of each visit; none when there is one group.
    group: Vec<u16>,
    /// In ticks.
    cuts: Vec<f64>,
    clock: Clock,
    gaps: Vec<f64>,
    stops: Vec<Stop>,
}

impl<'a> Counter<'a> {
    pub(super) fn new(panel: &'a Panel, counting: &Counting) -> Result<Self, Error> {
        counting.check()?;
        if counting.unit != panel.unit {
            let (found, expected) = (counting.unit.label(), panel.unit.label());
            return Err(Mistake::OtherUnit { found, expected }.into());
        }
        let states = counting.states.clone().unwrap_or_else(|| panel.codes().to_vec());
        let state = panel.codes().iter().map(|code| {
            let place = states.iter().position(|other| other == code)?;
            u8::try_from(place).ok().filter(|place| *place < NOTHING)
        });
        let state = state.collect();
        let (groups, group) = match &counting.group {
            Some(name) => groups(panel, name)?,
            None => (vec![None], Vec::new()),
        };
        let ticks = |bounds: &[f64]| bounds.iter().map(|bound| panel.ticks(*bound)).collect::<Vec<f64>>();
        let gaps = match &counting.spacing {
            Spacing::Gaps(bounds) => bounds.iter().map(|bound| bound / panel.tick).collect(),
            Spacing::Visits => Vec::new(),
            Spacing::Grid(grid) => {
                too_fine(panel, grid.step)?;
                Vec::new()
            }
        };
        let cuts = counting.periods.as_ref().map_or_else(Vec::new, |periods| ticks(&periods.cuts));
        let clock = counting.periods.as_ref().map_or(Clock::Calendar, |periods| periods.clock);
        let walk = Walk::new(panel, &counting.spacing);
        Ok(Self { panel, walk, states, state, groups, group, cuts, clock, gaps, stops: Vec::new() })
    }

    /// The transitions of one person, in order; how many were left out.
    pub(super) fn person(&mut self, person: usize, mut found: impl FnMut(Transition)) -> u64 {
        let visits = self.panel.visits_of(person);
        let mut stops = std::mem::take(&mut self.stops);
        self.walk.stops(visits.clone(), &mut stops);
        let time = |visit: usize| self.panel.time.get(visit).copied().unwrap_or(f64::NAN);
        let zero = match self.clock {
            Clock::Calendar => 0.0,
            Clock::Duration => time(visits.start),
        };
        let (mut left_out, mut last) = (0, None);
        for pair in stops.windows(2) {
            let &[one, next] = pair else { continue };
            let states = (self.state_at(one.visit), self.state_at(next.visit));
            let (Some(from), Some(to)) = states else {
                left_out += u64::from(next.number == one.number + 1);
                last = None;
                continue;
            };
            if next.number != one.number + 1 {
                last = None;
                continue;
            }
            let stratum = Stratum {
                group: self.group.get(one.visit).copied().unwrap_or(0),
                period: class(&self.cuts, time(one.visit) - zero),
                gap: class(&self.gaps, time(next.visit) - time(one.visit)),
            };
            // What came before tells something only after a gap of the same length.
            let before = match last {
                Some((before, gap)) if gap == stratum.gap => before,
                _ => NOTHING,
            };
            found(Transition { stratum, from, to, before });
            last = Some((from, stratum.gap));
        }
        self.stops = stops;
        left_out
    }

    fn state_at(&self, visit: usize) -> Option<u8> {
        self.state.get(self.panel.code_at(visit)).copied().flatten()
    }
}

/// The class of a number: how many bounds are at or below it.
fn class(bounds: &[f64], number: f64) -> u16 {
    if bounds.is_empty() {
        return 0;
    }
    u16::try_from(bounds.partition_point(|bound| *bound <= number)).unwrap_or(u16::MAX)
}

fn too_fine(panel: &Panel, step: f64) -> Result<(), Error> {
    let time = |visit: usize| panel.time.get(visit).copied().unwrap_or(f64::NAN);
    let spans = panel.everyone().map(|(_, visits)| time(visits.end.saturating_sub(1)) - time(visits.start));
    let span = spans.fold(0.0, f64::max) * panel.tick;
    if span / step <= POINTS {
        return Ok(());
    }
    let mistake = Mistake::OutsideRange { value: shown(step), min: span / POINTS, max: span };
    Error::of(vec![Problem::new(mistake, Place::default().at("grid").at("step"))]).map_or(Ok(()), Err)
}

/// The groups of a covariate in order, and that of each visit.
fn groups(panel: &Panel, name: &str) -> Result<(Vec<Option<String>>, Vec<u16>), Error> {
    let (mut levels, of): (Vec<Option<String>>, Vec<u16>) =
        if let Some(group) = panel.groups.iter().find(|group| group.name == name) {
            let unknown = u16::try_from(group.levels.len()).unwrap_or(Group::UNKNOWN);
            let levels = group.levels.iter().cloned().map(Some).chain([None]).collect();
            (levels, group.of.iter().map(|of| if *of == Group::UNKNOWN { unknown } else { *of }).collect())
        } else {
            let values = panel.covariate(name).ok_or(Mistake::MissingColumn { column: name.to_owned() })?;
            let mut met: Vec<u64> = Vec::new();
            let mut of = Vec::with_capacity(values.len());
            let mut last = (0, usize::MAX);
            for value in values.iter() {
                let bits = value.to_bits();
                if last.1 == usize::MAX || last.0 != bits {
                    let known = met.iter().position(|other| *other == bits);
                    let place = known.unwrap_or_else(|| {
                        met.push(bits);
                        met.len() - 1
                    });
                    last = (bits, place);
                }
                of.push(u16::try_from(last.1).unwrap_or(u16::MAX));
                if met.len() > GROUPS {
                    break;
                }
            }
            let level = |bits: &u64| Some(f64::from_bits(*bits)).filter(|value| !value.is_nan()).map(shown);
            (met.iter().map(level).collect(), of)
        };
    if levels.len() > GROUPS {
        let what = Label::said(
            format_args!("verschillende waarden van `{name}`"),
            format_args!("different values of `{name}`"),
        );
        return Err(Mistake::TooMany { what, limit: GROUPS }.into());
    }
    let met = levels.clone();
    Counts::in_order(&mut levels);
    let places: Vec<u16> = met
        .iter()
        .map(|level| {
            levels
                .iter()
                .position(|other| other == level)
                .and_then(|place| place.try_into().ok())
                .unwrap_or(0)
        })
        .collect();
    Ok((levels, of.into_iter().map(|of| places.get(usize::from(of)).copied().unwrap_or(0)).collect()))
}

impl Counts {
    /// Counts a panel.
    ///
    /// # Errors
    /// `missing-column` for a group that is no covariate, `too-many` for one with more than a thousand values,
    /// `other-unit` for counting in another unit than the panel's, `outside-range` for a grid of more than 100,000 points within the time of one person, and whatever
    /// [`Counting::check`] refuses.
    pub fn of(panel: &Panel, counting: &Counting) -> Result<Self, Error> {
        let mut counter = Counter::new(panel, counting)?;
        let sizes = Sizes {
            states: counter.states.len(),
            periods: counter.cuts.len() + 1,
            gaps: counter.gaps.len() + 1,
            strata: counter.groups.len() * (counter.cuts.len() + 1) * (counter.gaps.len() + 1),
        };
        let mut tally = Tally::new(sizes, panel.weight.is_some());
        let mut left_out = 0;
        for person in 0..panel.people() {
            let weight = parts(panel.weight(person));
            let number = u32::try_from(person).unwrap_or(u32::MAX);
            left_out += counter.person(person, |transition| tally.add(transition, number, weight));
        }
        let (rows, seen) = tally.finish();
        let mut counts = Self {
            counting: counting.clone(),
            dated: panel.origin.is_some(),
            weighted: panel.weight.is_some(),
            states: counter.states,
            groups: counter.groups,
            rows,
            seen,
            people: u64::try_from(panel.people()).unwrap_or(u64::MAX),
            left_out,
        };
        counts.tidy();
        Ok(counts)
    }
}

/// A weight in parts of one; what is finer is rounded.
pub(super) fn parts(weight: f64) -> u128 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "at least zero, and at most 2⁶⁴"
    )]
    let parts = (weight.min(4_294_967_296.0) * 4_294_967_296.0).round() as u128;
    parts
}

/// How many there are of what transitions are about.
#[derive(Clone, Copy)]
struct Sizes {
    states: usize,
    periods: usize,
    gaps: usize,
    strata: usize,
}

/// Counts in the making: by place where there are not too many places, else one by one.
struct Tally {
    sizes: Sizes,
    weighted: bool,
    counts: Vec<(u64, u128, u128)>,
    /// By place: the last person of whom it was seen, and of how many.
    seen: Vec<(u32, u64)>,
    rows: Vec<Row>,
    people: Vec<(u32, Seen)>,
}

impl Tally {
    fn new(sizes: Sizes, weighted: bool) -> Self {
        let seen = sizes.strata * sizes.states * sizes.states;
        let cells = seen * (sizes.states + 1);
        let (cells, seen) = if cells <= CELLS { (cells, seen) } else { (0, 0) };
        Self {
            sizes,
            weighted,
            counts: vec![(0, 0, 0); cells],
            seen: vec![(u32::MAX, 0); seen],
            rows: Vec::new(),
            people: Vec::new(),
        }
    }

    fn add(&mut self, one: Transition, person: u32, weight: u128) {
        let Sizes { states, periods, gaps, .. } = self.sizes;
        let place = (usize::from(one.stratum.group) * periods + usize::from(one.stratum.period)) * gaps;
        let place = (place + usize::from(one.stratum.gap)) * states + usize::from(one.from);
        let place = place * states + usize::from(one.to);
        let before = if one.before == NOTHING { states } else { usize::from(one.before) };
        // The square of a weight in the same parts.
        let square = if self.weighted { weight * weight / ONE } else { 0 };
        if let (Some(cell), Some(seen)) =
            (self.counts.get_mut(place * (states + 1) + before), self.seen.get_mut(place))
        {
            cell.0 += 1;
            if self.weighted {
                cell.1 += weight;
                cell.2 += square;
            }
            if seen.0 != person {
                *seen = (person, seen.1 + 1);
            }
            return;
        }
        let Transition { stratum, from, to, before } = one;
        self.rows.push(Row { stratum, from, to, before, count: 1, weight, square });
        self.people.push((person, Seen { stratum, from, to, people: 1 }));
    }

    fn finish(self) -> (Vec<Row>, Vec<Seen>) {
        let Sizes { states, periods, gaps, .. } = self.sizes;
        let (mut rows, mut all_seen) = (self.rows, Vec::new());
        let small = |number: usize| u8::try_from(number).unwrap_or(NOTHING);
        let stratum = |place: usize| {
            let short = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
            Stratum {
                group: short(place / gaps / periods),
                period: short(place / gaps % periods),
                gap: short(place % gaps),
            }
        };
        for (place, (_, people)) in self.seen.iter().enumerate().filter(|(_, (_, people))| *people > 0) {
            let (from, to) = (small(place / states % states), small(place % states));
            let stratum = stratum(place / states / states);
            all_seen.push(Seen { stratum, from, to, people: *people });
            for (before, (count, weight, square)) in self
                .counts
                .iter()
                .skip(place * (states + 1))
                .take(states + 1)
                .enumerate()
                .filter(|(_, cell)| cell.0 > 0)
            {
                let before = if before == states { NOTHING } else { small(before) };
                let whole = u128::from(*count) * ONE;
                let (weight, square) = if self.weighted { (*weight, *square) } else { (whole, whole) };
                rows.push(Row { stratum, from, to, before, count: *count, weight, square });
            }
        }
        if !self.weighted {
            for row in &mut rows {
                let whole = u128::from(row.count) * ONE;
                (row.weight, row.square) = (whole, whole);
            }
        }
        // One person counts once for each thing.
        let mut people = self.people;
        let key = |(person, seen): &(u32, Seen)| (seen.stratum, seen.from, seen.to, *person);
        sort(&mut people, |one, other| key(one).cmp(&key(other)));
        people.dedup();
        all_seen.extend(people.into_iter().map(|(_, seen)| seen));
        (rows, all_seen)
    }
}
