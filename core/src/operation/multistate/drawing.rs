//! Requests that draw panels: to see what chance does, and how many people it takes to see an effect.

use super::parts::{PeopleInState, state};
use crate::Label;
use crate::document::{Document, Fields, Reader};
use crate::error::{Error, Mistake, Place};
use crate::multistate::Model;
use crate::multistate::simulate::{
    Aim, Draw, DrawnPanel, Power, Schedule, Study, power_by_information, power_by_simulation, simulate,
};
use crate::random::Seed;
use chrono::NaiveDate;

/// How the values of a covariate are drawn: as a share of ones (that may change), evenly, or normally.
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    expect(dead_code, reason = "only its schema is used")
)]
#[cfg(feature = "schema")]
struct CovariateDraw {
    /// The name.
    covariate: String,
    /// The share that has 1, the others 0.
    share: Option<f64>,
    /// The probability that it changes at each later visit; it does not change when left out.
    change: Option<f64>,
    /// The lower bound, when drawn evenly.
    low: Option<f64>,
    /// The upper bound.
    high: Option<f64>,
    /// The mean, when drawn normally.
    mean: Option<f64>,
    /// The standard deviation.
    sd: Option<f64>,
}

/// How often visits are registered with a code for more than one state.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct LostCode {
    /// The code.
    code: String,
    /// How often, when the state is one of those.
    probability: f64,
}

/// How people are seen: at given times, or at moments of their own.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct StudyRequest {
    /// How many people.
    people: u32,
    /// The times at which everyone is seen; when left out everyone has moments of their own.
    times: Option<Vec<f64>>,
    /// For moments of their own: the time after which no one is seen.
    until: Option<f64>,
    /// The shortest gap between two of them.
    shortest: Option<f64>,
    /// The longest gap.
    longest: Option<f64>,
    /// Where people begin: how many in each state, in proportion.
    start: Vec<PeopleInState>,
    /// The covariates; those the model uses must be among them.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<CovariateDraw>>"))]
    covariates: Vec<(String, Draw)>,
    /// The rate at which people stop coming, per unit of time; 0 when left out.
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    dropout: f64,
    /// Codes for more than one state with which visits are registered.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<LostCode>>"))]
    censored: Vec<LostCode>,
    /// The date of time 0; with it all times are whole days.
    origin: Option<NaiveDate>,
}

impl StudyRequest {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&[
            "people",
            "times",
            "until",
            "shortest",
            "longest",
            "start",
            "covariates",
            "dropout",
            "censored",
            "origin",
        ])?;
        let people = fields.required("people").and_then(|people| people.count());
        let times = fields.maybe("times", |times| times.list_of(Reader::number));
        let [until, shortest, longest] =
            ["until", "shortest", "longest"].map(|name| fields.maybe(name, Reader::number));
        let start = fields.required("start").and_then(|start| start.list_of(PeopleInState::read));
        let covariates = fields.list_of("covariates", read_draw);
        let dropout = fields.maybe("dropout", Reader::number);
        let censored = fields.list_of("censored", |reader| {
            let fields = reader.fields(&["code", "probability"])?;
            let code = fields.required("code").and_then(|code| code.text());
            let probability = fields.required("probability").and_then(|share| share.number());
            Some(LostCode { code: code?.to_owned(), probability: probability? })
        });
        let origin = fields.maybe("origin", Reader::date);
        if matches!(times, Some(None)) {
            for name in ["until", "shortest", "longest"] {
                fields.required(name)?;
            }
        }
        Some(Self {
            people: people?,
            times: times?,
            until: until?,
            shortest: shortest?,
            longest: longest?,
            start: start?,
            covariates: covariates?,
            dropout: dropout?.unwrap_or(0.0),
            censored: censored?,
            origin: origin?,
        })
    }

    fn study(&self, model: &Model) -> Result<Study, Error> {
        let mut problems = Vec::new();
        let mut start = vec![0.0; model.specification.space.states().len()];
        let place = Place::default().at("study.start");
        for (number, one) in self.start.iter().enumerate() {
            let own = place.element(number + 1).at("state");
            let found = state(model, &one.state, &own, &mut problems);
            if let Some(cell) = found.and_then(|state| start.get_mut(state)) {
                *cell += one.people;
            }
        }
        if let Some(error) = Error::of(problems) {
            return Err(error);
        }
        let total: f64 = start.iter().sum();
        if total > 0.0 {
            for share in &mut start {
                *share /= total;
            }
        }
        let schedule = match &self.times {
            Some(times) => Schedule::Fixed(times.clone()),
            None => Schedule::Irregular {
                until: self.until.unwrap_or(0.0),
                shortest: self.shortest.unwrap_or(0.0),
                longest: self.longest.unwrap_or(0.0),
            },
        };
        Ok(Study {
            covariates: self.covariates.clone(),
            dropout: self.dropout,
            censored: self.censored.iter().map(|lost| (lost.code.clone(), lost.probability)).collect(),
            origin: self.origin,
            ..Study::new(self.people, schedule, start, model.specification.unit)
        })
    }
}

fn read_draw(reader: &Reader<'_>) -> Option<(String, Draw)> {
    let fields = reader.fields(&["covariate", "share", "change", "low", "high", "mean", "sd"])?;
    let name = fields.required("covariate").and_then(|name| name.text());
    let number = |name: &str| fields.required(name).and_then(|number| number.number());
    let draw = if fields.optional("low").is_some() {
        let (low, high) = (number("low"), number("high"));
        Draw::Even { low: low?, high: high? }
    } else if fields.optional("mean").is_some() {
        let (mean, sd) = (number("mean"), number("sd"));
        Draw::Normal { mean: mean?, sd: sd? }
    } else {
        let (share, change) = (number("share"), fields.maybe("change", Reader::number));
        match change? {
            Some(change) => Draw::Switch { share: share?, change },
            None => Draw::Share(share?),
        }
    };
    Some((name?.to_owned(), draw))
}

fn seed(fields: &Fields<'_>) -> Option<u32> {
    fields.maybe("seed", Reader::count).map(|seed| seed.unwrap_or(1))
}

/// A panel to draw.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "SimulationRequest"))]
pub(super) struct Drawing {
    /// The model.
    model: Model,
    /// How people are seen.
    study: StudyRequest,
    /// Where the draws come from; 1 when left out.
    #[cfg_attr(feature = "schema", schemars(with = "Option<u32>"))]
    seed: u32,
}

impl Drawing {
    pub(super) fn simulate(&self) -> Result<DrawnPanel, Error> {
        let study = self.study.study(&self.model)?;
        simulate(&self.model, &study, Seed::new(u64::from(self.seed))).map(|panel| DrawnPanel::of(&panel))
    }
}

impl Document for Drawing {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["model", "study", "seed"])?;
        let model = fields.required("model").and_then(|model| Model::read(&model));
        let study = fields.required("study").and_then(|study| StudyRequest::read(&study));
        let seed = seed(&fields);
        Some(Self { model: model?, study: study?, seed: seed? })
    }
}

/// An effect to be seen.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "PowerRequest"))]
pub(super) struct Seeing {
    /// The model, with the effect in it whatever its value.
    model: Model,
    /// How people are seen.
    study: StudyRequest,
    /// The covariate of the effect; the first effect of this covariate is meant.
    covariate: String,
    /// The hazard ratio to be seen.
    hazard_ratio: f64,
    /// How often an effect may be seen that is not there; 0.05 when left out.
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    level: f64,
    /// How often the effect is to be seen; 0.8 when left out.
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    power: f64,
    /// How many panels are drawn and fitted; by expected information when left out.
    replications: Option<u32>,
    /// Where the draws come from; 1 when left out.
    #[cfg_attr(feature = "schema", schemars(with = "Option<u32>"))]
    seed: u32,
}

impl Seeing {
    pub(super) fn power(&self) -> Result<Power, Error> {
        let study = self.study.study(&self.model)?;
        let mut effects = self.model.specification.effects.iter();
        let Some(effect) = effects.position(|effect| effect.covariate == self.covariate) else {
            let what = Label::of("het effect", "effect");
            return Err(Mistake::Undefined { what, id: self.covariate.clone() }.into());
        };
        let (hazard_ratio, level, power) = (self.hazard_ratio, self.level, self.power);
        let aim = Aim { effect, hazard_ratio, level, power };
        let seed = Seed::new(u64::from(self.seed));
        match self.replications {
            Some(count) => power_by_simulation(&self.model, &study, &aim, count, seed),
            None => power_by_information(&self.model, &study, &aim, seed),
        }
    }
}

impl Document for Seeing {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&[
            "model",
            "study",
            "covariate",
            "hazard_ratio",
            "level",
            "power",
            "replications",
            "seed",
        ])?;
        let model = fields.required("model").and_then(|model| Model::read(&model));
        let study = fields.required("study").and_then(|study| StudyRequest::read(&study));
        let covariate = fields.required("covariate").and_then(|name| name.text());
        let ratio = fields.required("hazard_ratio").and_then(|ratio| ratio.number());
        let [level, power] = [("level", 0.05), ("power", 0.8)]
            .map(|(name, usual)| fields.maybe(name, Reader::number).map(|given| given.unwrap_or(usual)));
        let (replications, seed) = (fields.maybe("replications", Reader::count), seed(&fields));
        Some(Self {
            model: model?,
            study: study?,
            covariate: covariate?.to_owned(),
            hazard_ratio: ratio?,
            level: level?,
            power: power?,
            replications: replications?,
            seed: seed?,
        })
    }
}
