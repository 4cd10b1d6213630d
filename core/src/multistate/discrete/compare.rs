//! Whether it matters what came before, in which group someone is, or in which period it was.

use super::rows::{Counts, NOTHING, Stratum};
use crate::distribution::chi_square;
use crate::math;
use crate::number::number as words;
use crate::{Label, Source};
use serde::Serialize;

crate::vocabulary! {
    /// What the next state is asked to depend on.
    pub enum Dependence: "dependence", "afhankelijkheid", [] {
        /// On the state before the present one: against the Markov assumption.
        Past = "past": "de toestand ervoor", "the state before", [],
        /// On the group.
        Group = "group": "de groep", "the group", [],
        /// On the period.
        Period = "period": "de periode", "the period", [],
    }
}

/// A test of whether the next state depends on something, given the present state.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DependenceTest {
    /// On what.
    pub on: Dependence,
    /// Pearson's chi-square.
    pub chi_square: f64,
    /// The likelihood ratio, `2 Σ observed · ln(observed / expected)`.
    pub g: f64,
    /// Degrees of freedom; 0 when there is nothing to compare.
    pub df: usize,
    /// The probability of a chi-square this large when it does not depend on it; `None` without degrees of freedom.
    pub p: Option<f64>,
    /// The probability of a likelihood ratio this large; `None` without degrees of freedom.
    pub p_g: Option<f64>,
    /// How many counts were compared.
    pub cells: usize,
    /// The smallest count expected.
    pub smallest_expected: Option<f64>,
    /// The share of the counts of which fewer than five were expected.
    pub small_share: f64,
    /// Whether the counts are large enough for these probabilities: none below 1 and at most a fifth below 5 expected.
    pub large_enough: bool,
    /// The test in words, with what speaks against relying on it.
    pub label: Label,
    /// Where the test comes from.
    pub source: Source,
}

/// Counts of what followed, by what it is asked to depend on: one table for each of the circumstances held fixed.
type Comparison = Vec<((Stratum, u8), Vec<(u16, Vec<u64>)>)>;

impl Counts {
    /// Tests whether the next state depends on the state before the present one: first against second order.
    ///
    /// Only transitions that follow one over a gap of the same class tell something. With gaps of different lengths
    /// together the test can find a dependence that is not there; ask it of a grid or of classes of gaps.
    pub fn order_test(&self) -> DependenceTest {
        self.test(Dependence::Past, |stratum, before| {
            (before != NOTHING).then_some((stratum, u16::from(before)))
        })
    }

    /// Tests whether the next state depends on the group or on the period, within each period or group and class of gaps.
    ///
    /// [`Dependence::Past`] is tested by [`Counts::order_test`]. Those whose group is not known are left out.
    pub fn homogeneity_test(&self, on: Dependence) -> DependenceTest {
        self.test(on, |stratum, _| match on {
            Dependence::Past => None,
            Dependence::Group => {
                let group = self.groups.get(usize::from(stratum.group)).filter(|group| group.is_some());
                group.map(|_| (Stratum { group: 0, ..stratum }, stratum.group))
            }
            Dependence::Period => Some((Stratum { period: 0, ..stratum }, stratum.period)),
        })
    }

    /// Compares what followed; `by` gives what is held fixed and what is compared.
    fn test(&self, on: Dependence, by: impl Fn(Stratum, u8) -> Option<(Stratum, u16)>) -> DependenceTest {
        let mut tables: Comparison = Vec::new();
        for row in &self.rows {
            let Some((fixed, compared)) = by(row.stratum, row.before) else { continue };
            let table = entry(&mut tables, (fixed, row.from), Vec::new);
            let counts = entry(table, compared, || vec![0; self.states.len()]);
            if let Some(count) = counts.get_mut(usize::from(row.to)) {
                *count += row.count;
            }
        }
        let mut test = DependenceTest {
            on,
            chi_square: 0.0,
            g: 0.0,
            df: 0,
            p: None,
            p_g: None,
            cells: 0,
            smallest_expected: None,
            small_share: 0.0,
            large_enough: false,
            label: Label::of("", ""),
            source: Source::reference(
                "Anderson & Goodman 1957, Annals of Mathematical Statistics 28, 89-110",
            ),
        };
        let mut small = 0;
        for (_, table) in &tables {
            small += test.add(table);
        }
        test.finish(small, self.weighted);
        test
    }
}

/// The value of a key in a list in order, made when it is not there.
fn entry<K: Ord, V>(list: &mut Vec<(K, V)>, key: K, make: impl FnOnce() -> V) -> &mut V {
    let place = match list.binary_search_by(|(other, _)| other.cmp(&key)) {
        Ok(place) => place,
        Err(place) => {
            list.insert(place, (key, make()));
            place
        }
    };
    #[expect(clippy::indexing_slicing, reason = "found or put there just before")]
    &mut list[place].1
}

#[expect(clippy::cast_precision_loss, reason = "counts of people")]
fn real(count: u64) -> f64 {
    count as f64
}

impl DependenceTest {
    /// Adds one table of rows to compare; how many of its counts are expected below five.
    fn add(&mut self, table: &[(u16, Vec<u64>)]) -> usize {
        let rows: Vec<u64> = table.iter().map(|(_, counts)| counts.iter().sum()).collect();
        let width = table.first().map_or(0, |(_, counts)| counts.len());
        let column = |to: usize| table.iter().filter_map(|(_, counts)| counts.get(to)).sum::<u64>();
        let columns: Vec<u64> = (0..width).map(column).collect();
        let all = real(rows.iter().sum());
        let (used_rows, used_columns) =
            (rows.iter().filter(|sum| **sum > 0).count(), columns.iter().filter(|sum| **sum > 0).count());
        if used_rows < 2 || used_columns < 2 {
            return 0;
        }
        let mut small = 0;
        for ((_, counts), row) in table.iter().zip(&rows) {
            for (count, column) in counts.iter().zip(&columns).filter(|(_, column)| **column > 0) {
                let (observed, expected) = (real(*count), real(*row) * real(*column) / all);
                self.chi_square += (observed - expected) * (observed - expected) / expected;
                if *count > 0 {
                    self.g += 2.0 * observed * math::ln(observed / expected);
                }
                self.cells += 1;
                small += usize::from(expected < 5.0);
                self.smallest_expected =
                    Some(self.smallest_expected.map_or(expected, |other| other.min(expected)));
            }
        }
        self.df += (used_rows - 1) * (used_columns - 1);
        small
    }

    fn finish(&mut self, small: usize, weighted: bool) {
        let whole = |count: usize| u32::try_from(count).map_or(f64::INFINITY, f64::from);
        if self.df == 0 {
            self.label = Label::of(
                "er is niets te vergelijken: daarvoor zijn minstens twee waarden nodig met elk een overgang uit dezelfde toestand",
                "there is nothing to compare: that takes at least two values, each with a transition from the same state",
            );
            return;
        }
        let df = whole(self.df);
        let (p, p_g) = (chi_square::sf(self.chi_square, df), chi_square::sf(self.g.max(0.0), df));
        (self.p, self.p_g) = (Some(p), Some(p_g));
        self.small_share = whole(small) / whole(self.cells);
        self.large_enough =
            self.smallest_expected.is_some_and(|least| least >= 1.0) && self.small_share <= 0.2;
        self.label = self.words(p_g, weighted);
    }

    fn words(&self, p: f64, weighted: bool) -> Label {
        use crate::Vocabulary;
        let (on, g, p_words) = (self.on.label(), words(self.g), words(p));
        let df = self.df;
        let found = if p < 0.05 && !self.large_enough {
            Label::said(
                format_args!("de volgende toestand lijkt samen te hangen met {}", on.nl),
                format_args!("the next state seems to go with {}", on.en),
            )
        } else if p < 0.05 {
            Label::said(
                format_args!("de volgende toestand hangt samen met {}, meer dan toeval verklaart", on.nl),
                format_args!("the next state goes with {}, more than chance explains", on.en),
            )
        } else {
            Label::said(
                format_args!(
                    "dat de volgende toestand afhangt van {}, is niet te zien; dat is geen bewijs dat het niet zo is",
                    on.nl
                ),
                format_args!(
                    "that the next state depends on {} cannot be seen; that is no proof that it does not",
                    on.en
                ),
            )
        };
        let (free_nl, free_en) = if df == 1 {
            ("vrijheidsgraad", "degree of freedom")
        } else {
            ("vrijheidsgraden", "degrees of freedom")
        };
        let figures = Label::said(
            format_args!("(G = {}, {df} {free_nl}, kans {})", g.nl, p_words.nl),
            format_args!("(G = {}, {df} {free_en}, probability {})", g.en, p_words.en),
        );
        let mut parts = vec![Label::join([&found, &figures], " ")];
        if !self.large_enough {
            parts.push(Label::of(
                "er worden in sommige cellen te weinig overgangen verwacht om op deze kans te kunnen bouwen: voeg groepen of toestanden samen",
                "too few transitions are expected in some cells to rely on this probability: merge groups or states",
            ));
        }
        if self.on == Dependence::Past && p < 0.05 && self.large_enough {
            parts.push(Label::of(
                "de Markov-aanname klopt hier dan niet: hoe iemand er kwam, telt mee",
                "the Markov assumption then fails here: how someone came there matters",
            ));
        }
        if weighted {
            parts.push(Label::of(
                "gewichten tellen in deze toets niet mee",
                "weights do not count in this test",
            ));
        }
        Label::join(&parts, "; ")
    }
}
