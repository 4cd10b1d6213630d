//! Requests for tables and tests.

use super::{Counting, Counts, Dependence, DependenceTest, Intervals, ShareMethod};
use crate::disclosure::Protection;
use crate::document::{Document, Reader};
use crate::error::Error;
use crate::multistate::Panel;
use crate::random::Seed;
use serde::Serialize;

/// A request for tables: what is counted, and how intervals are found.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Tabulating {
    /// What is counted.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub counting: Counting,
    /// How intervals are found; Jeffreys unless said otherwise.
    #[cfg_attr(feature = "schema", schemars(with = "Option<ShareMethod>"))]
    pub method: ShareMethod,
    /// How often an interval should hold the true share; 0.95 unless said otherwise.
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    pub level: f64,
    /// Where the random numbers of the bootstrap come from; 1 unless said otherwise.
    #[cfg_attr(feature = "schema", schemars(with = "Option<u32>"))]
    pub seed: u32,
    /// How many replicates the bootstrap has; 1,000 unless said otherwise.
    #[cfg_attr(feature = "schema", schemars(with = "Option<u32>"))]
    pub replicates: u32,
    /// The smallest count of people that may be published, for tables that are; 5 unless said otherwise.
    #[cfg_attr(feature = "schema", schemars(with = "Option<u32>"))]
    pub smallest: u32,
}

impl Tabulating {
    /// How the intervals are found.
    pub fn intervals(&self) -> Intervals {
        match self.method {
            ShareMethod::Bootstrap => Intervals::Drawn {
                seed: Seed::new(self.seed.into()),
                replicates: usize::try_from(self.replicates).unwrap_or(usize::MAX),
            },
            method => Intervals::By(method),
        }
    }
}

impl Document for Tabulating {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let mut known = Counting::FIELDS.to_vec();
        known.extend(["method", "level", "seed", "replicates", "smallest"]);
        let fields = reader.fields(&known)?;
        let counting = Counting::of_fields(&fields);
        let (method, level) = (fields.maybe("method", Reader::code), fields.maybe("level", Reader::number));
        let (seed, replicates) =
            (fields.maybe("seed", Reader::count), fields.maybe("replicates", Reader::count));
        let smallest = fields.maybe("smallest", Reader::count);
        Some(Self {
            smallest: smallest?.unwrap_or(Protection::SMALLEST),
            counting: counting?,
            method: method?.unwrap_or(ShareMethod::Jeffreys),
            level: level?.unwrap_or(0.95),
            seed: seed?.unwrap_or(1),
            replicates: replicates?.unwrap_or(1_000),
        })
    }
}

/// Tests of what the next state depends on, given the present one.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DependenceTests {
    /// On the state before, and on the group and the period where the counts are divided by them.
    pub tests: Vec<DependenceTest>,
}

impl DependenceTests {
    /// The tests of a panel.
    ///
    /// # Errors
    /// Whatever [`Counts::of`] refuses.
    pub fn of(panel: &Panel, counting: &Counting) -> Result<Self, Error> {
        let counts = Counts::of(panel, counting)?;
        let mut tests = vec![counts.order_test()];
        if counting.group.is_some() {
            tests.push(counts.homogeneity_test(Dependence::Group));
        }
        if counting.periods.is_some() {
            tests.push(counts.homogeneity_test(Dependence::Period));
        }
        Ok(Self { tests })
    }
}
