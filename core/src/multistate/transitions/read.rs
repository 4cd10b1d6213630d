//! Reading what was counted elsewhere.

use super::places::Places;
use super::{Chain, Circumstance, End, Row, Sight, SightKind, Start, StartKind, Step, Summary, Transitions};
use crate::document::{Document, Fields, Reader};
use crate::error::{Kind, Mistake};
use crate::math::shown;
use crate::multistate::Specification;
use crate::multistate::panel::step as states_after;
use crate::multistate::specification::place;
use std::cell::RefCell;

/// Above this, numbers in documents are no longer whole.
const MOST: u64 = 1 << 53;

/// What is read, with what the rows share.
struct Counts<'a> {
    specification: &'a Specification,
    codes: Vec<&'a str>,
    /// For each state in which states someone can be found next.
    reach: Vec<Vec<bool>>,
    circumstances: RefCell<Places<Circumstance>>,
    sights: RefCell<Places<Sight>>,
}

impl Document for Transitions {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields =
            reader.fields(&["specification", "tick", "intervals", "sequences", "entered", "summary"])?;
        let specification = fields.must("specification", Specification::read);
        let (tick, summary) = (fields.must("tick", above_zero), fields.must("summary", Summary::read));
        // The rest speaks of the states.
        let specification = specification?;
        let states = specification.space.states().iter();
        let counts = Counts {
            codes: states.map(|state| state.code.as_str()).collect(),
            reach: specification.within_reach(),
            circumstances: RefCell::new(Places::new()),
            sights: RefCell::new(Places::new()),
            specification: &specification,
        };
        let rows = fields.must("intervals", |list| list.list_of(|one| counts.row(one)));
        let chains = fields.must("sequences", |list| list.list_of(|one| counts.chain(one)));
        let entered = fields.must("entered", |list| list.list_of(|state| place(state, &counts.codes)));
        let entered = entered?;
        let entered = (0..counts.codes.len()).map(|state| entered.contains(&state)).collect();
        let (circumstances, sights) = (counts.circumstances.into_inner(), counts.sights.into_inner());
        let mut transitions = Self {
            tick: tick?,
            circumstances: circumstances.into_list(),
            sights: sights.into_list(),
            rows: rows?,
            chains: chains?,
            entered,
            summary: summary?,
            specification,
        };
        transitions.tidy();
        Some(transitions)
    }
}

impl Counts<'_> {
    fn row(&self, reader: &Reader<'_>) -> Option<Row> {
        let fields = reader.fields(&[
            "from",
            "to",
            "ticks",
            "covariates",
            "period",
            "end",
            "opens",
            "weight",
            "count",
        ])?;
        let [from, to] = ["from", "to"].map(|name| fields.must(name, |state| self.state(state)));
        let stretch = self.stretch(&fields);
        let (weight, count) = (weight(&fields), fields.must("count", how_many));
        let (from, to, (circumstance, gap, end, opens)) = (from?, to?, stretch?);
        let reached = self.reach.get(usize::from(from)).and_then(|reach| reach.get(usize::from(to)));
        if reached != Some(&true) {
            self.impossible(reader, from, to);
        }
        Some(Row { circumstance, gap, from, to, end, opens, weight: weight?, count: count? })
    }

    fn chain(&self, reader: &Reader<'_>) -> Option<Chain> {
        let fields = reader.fields(&["start", "seen", "steps", "weight", "count"])?;
        let kind = fields.must("start", Reader::code::<StartKind>);
        let seen = fields.must("seen", |seen| self.sight(seen));
        let steps = fields.must("steps", |list| list.list_of(|one| self.step(one)));
        let (weight, count) = (weight(&fields), fields.must("count", how_many));
        let (kind, seen, steps) = (kind?, seen?, steps?);
        self.follow(reader, &seen, &steps);
        let start = match (kind, &seen) {
            (StartKind::Known, Sight::Known(state)) => Start::Known(*state),
            (StartKind::Known, _) => {
                let expected = SightKind::Known;
                let place = reader.place().at("seen").at("kind");
                reader.refuse_at(other_kind(&seen, expected), place);
                return None;
            }
            (StartKind::Any, _) => Start::Any(self.sights.borrow_mut().place(seen)),
            (StartKind::Initial, _) => Start::Initial(self.sights.borrow_mut().place(seen)),
        };
        let keep = |(stretch, seen): (Stretch, Option<Sight>)| {
            let (circumstance, gap, end, opens) = stretch;
            let sight = seen.map(|seen| self.sights.borrow_mut().place(seen));
            Step { circumstance, gap, end, opens, sight }
        };
        let steps = steps.into_iter().map(keep).collect();
        Some(Chain { start, steps, weight: weight?, count: count? })
    }

    fn step(&self, reader: &Reader<'_>) -> Option<(Stretch, Option<Sight>)> {
        let fields = reader.fields(&["ticks", "covariates", "period", "end", "opens", "seen"])?;
        let (stretch, seen) = (self.stretch(&fields), fields.maybe("seen", |seen| self.sight(seen)));
        Some((stretch?, seen?))
    }

    fn stretch(&self, fields: &Fields<'_>) -> Option<Stretch> {
        let gap = fields.must("ticks", above_zero);
        let values = numbers(fields, self.specification.covariates().len());
        let periods = self.specification.periods();
        let period = fields.maybe("period", |period| {
            let number = usize::try_from(period.count()?).ok()?;
            let inside = (1..=periods).contains(&number);
            if !inside {
                let max = f64::from(u32::try_from(periods).unwrap_or(u32::MAX));
                period.refuse(Mistake::OutsideRange { value: number.to_string(), min: 1.0, max });
            }
            inside.then_some(number)
        });
        let (end, opens) = (fields.maybe("end", Reader::code), fields.maybe("opens", Reader::truth));
        let circumstance = Circumstance { piece: period?.unwrap_or(1) - 1, values: values? };
        let circumstance = self.circumstances.borrow_mut().place(circumstance);
        Some((circumstance, gap?, end?.unwrap_or(End::Seen), opens?.unwrap_or(true)))
    }

    fn state(&self, reader: &Reader<'_>) -> Option<u8> {
        place(reader, &self.codes).and_then(|state| u8::try_from(state).ok())
    }

    fn sight(&self, reader: &Reader<'_>) -> Option<Sight> {
        let fields = reader.fields(&["kind", "states", "covariates"])?;
        let kind = fields.must("kind", Reader::code::<SightKind>);
        let states = fields.required("states");
        let states = states.and_then(|list| Some((list.list_of(|state| self.state(state))?, list)));
        let (kind, (states, list)) = (kind?, states?);
        let needed =
            if kind == SightKind::Registered { self.specification.error_covariates().len() } else { 0 };
        let values = numbers(&fields, needed);
        match (kind, states.as_slice()) {
            (SightKind::Known, &[state]) => Some(Sight::Known(state)),
            (SightKind::Registered, &[state]) => Some(Sight::Registered(state, values?)),
            (SightKind::Among, [_, ..]) => Some(Sight::Among(states)),
            _ => {
                list.refuse(Mistake::WrongLength { found: states.len(), expected: 1 });
                None
            }
        }
    }

    /// Refuses a sequence that no path of moves explains.
    fn follow(&self, reader: &Reader<'_>, seen: &Sight, steps: &[(Stretch, Option<Sight>)]) {
        let all = 0..self.codes.len();
        let agreeing = |seen: &Sight| -> Vec<bool> {
            all.clone().map(|state| seen.agrees(state, self.specification)).collect()
        };
        let (mut now, mut before) = (agreeing(seen), seen);
        for (_, seen) in steps {
            let possible = seen.as_ref().map_or_else(|| vec![true; all.len()], agreeing);
            now = states_after(&now, &self.reach, &possible);
            if !now.contains(&true) {
                let small = |state: usize| u8::try_from(state).unwrap_or(u8::MAX);
                let to = seen.as_ref().unwrap_or(before);
                self.impossible(reader, small(before.likely()), small(to.likely()));
                return;
            }
            before = seen.as_ref().unwrap_or(before);
        }
    }

    fn impossible(&self, reader: &Reader<'_>, from: u8, to: u8) {
        let code = |state: u8| self.specification.space.code(usize::from(state)).to_owned();
        let (left, from, to) =
            (self.specification.space.is_absorbing(usize::from(from)), code(from), code(to));
        reader.refuse(if left {
            Mistake::AbsorbingLeft { state: from, to }
        } else {
            Mistake::ImpossibleMove { from, to }
        });
    }
}

/// What holds in a stretch of time, its length in ticks, what its end says, and whether it begins at a visit.
type Stretch = (u32, f64, End, bool);

fn other_kind(seen: &Sight, expected: SightKind) -> Mistake {
    use crate::Vocabulary;
    let found = match seen {
        Sight::Known(_) => SightKind::Known,
        Sight::Among(_) => SightKind::Among,
        Sight::Registered(..) => SightKind::Registered,
    };
    Mistake::UnknownCode {
        what: SightKind::NAME,
        value: found.code().to_owned(),
        expected: vec![expected.code().to_owned()],
    }
}

fn numbers(fields: &Fields<'_>, needed: usize) -> Option<Vec<f64>> {
    let values = fields.list_of("covariates", Reader::number)?;
    if values.len() == needed {
        return Some(values);
    }
    let mistake = Mistake::WrongLength { found: values.len(), expected: needed };
    fields.reader().refuse_at(mistake, fields.reader().place().at("covariates"));
    None
}

fn weight(fields: &Fields<'_>) -> Option<f64> {
    let weight = fields.maybe("weight", Reader::number)?.unwrap_or(1.0);
    if weight >= 0.0 {
        // A weight has one way to be zero.
        return Some(weight + 0.0);
    }
    let place = fields.reader().place().at("weight");
    fields.reader().refuse_at(Mistake::NegativeWeight { value: shown(weight) }, place);
    None
}

fn above_zero(reader: &Reader<'_>) -> Option<f64> {
    let number = reader.number()?;
    if number <= 0.0 {
        reader.refuse(Mistake::NotPositive { value: shown(number) });
    }
    (number > 0.0).then_some(number)
}

fn how_many(reader: &Reader<'_>) -> Option<u64> {
    let count = reader.value().as_u64().filter(|count| *count <= MOST);
    if count.is_none() {
        reader.refuse(Mistake::WrongKind { found: Kind::of(reader.value()), expected: Kind::Count });
    }
    count
}

impl Document for Summary {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let names = ["people", "visits", "intervals", "changes", "single"];
        let fields = reader.fields(&names)?;
        let [people, visits, intervals, changes, single] = names.map(|name| fields.must(name, how_many));
        Some(Self {
            people: people?,
            visits: visits?,
            intervals: intervals?,
            changes: changes?,
            single: single?,
        })
    }
}
