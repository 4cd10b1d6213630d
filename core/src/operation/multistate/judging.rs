//! Requests that hold models against a panel.

use super::parts::{Sure, numbers, with_certainty};
use crate::Label;
use crate::document::{Document, Reader};
use crate::error::Error;
use crate::multistate::answer::asked_profile;
use crate::multistate::comparison::{Candidate, Selection, select};
use crate::multistate::goodness::{Goodness, Grouping, bootstrap, goodness};
use crate::multistate::prevalence::{Prevalences, prevalence};
use crate::multistate::{Clock, Model, Panel, Profile, Specification, fit};
use crate::random::Seed;

/// Observed beside expected numbers over time.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "PrevalenceRequest"))]
pub(super) struct OverTime {
    /// The model.
    model: Model,
    /// The times, in the unit of the model.
    times: Vec<f64>,
    /// The clock of the times; that of the panel when left out.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Clock>"))]
    clock: Clock,
    /// The covariates for which is expected; those of the people themselves when left out.
    #[cfg_attr(
        feature = "schema",
        schemars(with = "Option<Vec<crate::multistate::answer::CovariateValue>>")
    )]
    at: Option<Profile>,
    #[cfg_attr(feature = "schema", schemars(flatten))]
    sure: Sure,
}

impl OverTime {
    pub(super) fn prevalence(panel: &Panel, request: &Self) -> Result<Prevalences, Error> {
        let Self { model, times, clock, at, sure } = request;
        prevalence(model, panel, times, *clock, at.as_ref(), &sure.0)
    }
}

impl Document for OverTime {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&with_certainty(&["model", "times", "clock", "at"]))?;
        let model = fields.required("model").and_then(|model| Model::read(&model));
        let times = numbers(&fields, "times");
        let clock = fields.maybe("clock", Reader::code::<Clock>);
        let at = fields.optional("at").map(|_| asked_profile(&fields));
        let sure = Sure::of(&fields);
        let at = match at {
            Some(profile) => Some(profile?),
            None => None,
        };
        let clock = clock?.unwrap_or(Clock::Calendar);
        Some(Self { model: model?, times: times?, clock, at, sure: sure? })
    }
}

/// Whether a model fits.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "GoodnessRequest"))]
pub(super) struct Fitting {
    /// The model.
    model: Model,
    /// Into how many groups intervals are put by the time at which they end; 2 when left out.
    #[cfg_attr(feature = "schema", schemars(with = "Option<u32>"))]
    times: u32,
    /// Into how many by their length; 2 when left out.
    #[cfg_attr(feature = "schema", schemars(with = "Option<u32>"))]
    lengths: u32,
    /// Into how many by covariates; 2 when left out.
    #[cfg_attr(feature = "schema", schemars(with = "Option<u32>"))]
    covariates: u32,
    /// How many panels are drawn and fitted to find the distribution; none when left out.
    #[cfg_attr(feature = "schema", schemars(with = "Option<u32>"))]
    replications: u32,
    /// Where the draws come from; 1 when left out.
    #[cfg_attr(feature = "schema", schemars(with = "Option<u32>"))]
    seed: u32,
}

impl Fitting {
    pub(super) fn goodness(panel: &Panel, request: &Self) -> Result<Goodness, Error> {
        let whole = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        let grouping = Grouping {
            times: whole(request.times),
            lengths: whole(request.lengths),
            covariates: whole(request.covariates),
        };
        if request.replications == 0 {
            return goodness(&request.model, panel, grouping);
        }
        let seed = Seed::new(u64::from(request.seed));
        bootstrap(&request.model, panel, grouping, request.replications, seed)
    }
}

impl Document for Fitting {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["model", "times", "lengths", "covariates", "replications", "seed"])?;
        let model = fields.required("model").and_then(|model| Model::read(&model));
        let count =
            |name: &str, usual: u32| fields.maybe(name, Reader::count).map(|count| count.unwrap_or(usual));
        let (times, lengths, covariates) = (count("times", 2), count("lengths", 2), count("covariates", 2));
        let (replications, seed) = (count("replications", 0), count("seed", 1));
        Some(Self {
            model: model?,
            times: times?,
            lengths: lengths?,
            covariates: covariates?,
            replications: replications?,
            seed: seed?,
        })
    }
}

/// A specification with a name.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "NamedSpecification"))]
struct Named {
    /// What it is called.
    name: Label,
    /// The specification.
    specification: Specification,
}

impl Named {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["name", "specification"])?;
        let name = fields.required("name").and_then(|name| name.label());
        let specification = fields.required("specification").and_then(|one| Specification::read(&one));
        Some(Self { name: name?, specification: specification? })
    }
}

/// Two models of one panel.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "SelectionRequest"))]
pub(super) struct Selecting {
    /// One model.
    first: Named,
    /// The other.
    second: Named,
}

impl Selecting {
    pub(super) fn select(panel: &Panel, request: &Self) -> Result<Selection, Error> {
        let first = fit(panel, &request.first.specification)?;
        let second = fit(panel, &request.second.specification)?;
        let first = Candidate::new(request.first.name.clone(), &first);
        Ok(select(&first, &Candidate::new(request.second.name.clone(), &second)))
    }
}

impl Document for Selecting {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["first", "second"])?;
        let [first, second] =
            ["first", "second"].map(|name| fields.required(name).and_then(|one| Named::read(&one)));
        Some(Self { first: first?, second: second? })
    }
}

/// Two fits of one panel.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "CompareRequest"))]
pub(super) struct Fitted {
    /// One fit.
    first: Candidate,
    /// The other.
    second: Candidate,
}

impl Fitted {
    pub(super) fn compare(request: &Self) -> Selection {
        select(&request.first, &request.second)
    }
}

impl Document for Fitted {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["first", "second"])?;
        let [first, second] = ["first", "second"].map(|name| fields.must(name, Candidate::read));
        Some(Self { first: first?, second: second? })
    }
}
