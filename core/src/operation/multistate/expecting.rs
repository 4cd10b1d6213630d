//! Requests about people: a forecast for a caseload, and two groups beside each other.

use super::parts::{PeopleGroup, Sure, numbers, states, texts, with_certainty};
use crate::Label;
use crate::document::{Document, Fields, Reader};
use crate::error::Error;
use crate::multistate::answer::{Span, asked_profile};
use crate::multistate::comparison::{At, Contrast, Ratio, Side, contrast, ratios};
use crate::multistate::forecast::{Caseload, Forecast, forecast};
use crate::multistate::{Model, Profile};

/// A caseload whose future is asked.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ForecastRequest"))]
pub(super) struct Expecting {
    /// The model.
    model: Model,
    /// The people there are now; none when left out.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<PeopleGroup>>"))]
    now: Vec<PeopleGroup>,
    /// The people who will come, per unit of time; none when left out.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<PeopleGroup>>"))]
    entering: Vec<PeopleGroup>,
    /// What time it is, on the clock of the panel; 0 when left out.
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    begin: f64,
    /// The times from now, in the unit of the model.
    times: Vec<f64>,
    #[cfg_attr(feature = "schema", schemars(flatten))]
    sure: Sure,
}

impl Expecting {
    pub(super) fn forecast(&self) -> Result<Forecast, Error> {
        let caseload = Caseload {
            now: PeopleGroup::groups(&self.now, &self.model, "now")?,
            entering: PeopleGroup::groups(&self.entering, &self.model, "entering")?,
            begin: self.begin,
        };
        forecast(&self.model, &caseload, &self.times, &self.sure.0)
    }
}

impl Document for Expecting {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&with_certainty(&["model", "now", "entering", "begin", "times"]))?;
        let model = fields.required("model").and_then(|model| Model::read(&model));
        let (now, entering) =
            (fields.list_of("now", PeopleGroup::read), fields.list_of("entering", PeopleGroup::read));
        let (begin, times) = (fields.maybe("begin", Reader::number), numbers(&fields, "times"));
        let sure = Sure::of(&fields);
        let begin = begin?.unwrap_or(0.0);
        Some(Self { model: model?, now: now?, entering: entering?, begin, times: times?, sure: sure? })
    }
}

/// One side of a comparison.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct PeopleSide {
    /// What it is called.
    name: Label,
    /// The model; that of the first side when left out on the second.
    model: Option<Model>,
    /// The people.
    people: Vec<PeopleGroup>,
}

impl PeopleSide {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["name", "model", "people"])?;
        let name = fields.required("name").and_then(|name| name.label());
        let model = fields.maybe("model", Model::read);
        let people = fields.required("people").and_then(|people| people.list_of(PeopleGroup::read));
        Some(Self { name: name?, model: model?, people: people? })
    }
}

/// Two sides whose people are compared.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ContrastRequest"))]
pub(super) struct Contrasting {
    /// The first side.
    first: PeopleSide,
    /// The second side.
    second: PeopleSide,
    /// The codes of the states in which people are counted.
    states: Vec<String>,
    /// From when, on the clock of the model; 0 when left out.
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    begin: f64,
    /// Until when.
    end: f64,
    #[cfg_attr(feature = "schema", schemars(flatten))]
    sure: Sure,
}

impl Contrasting {
    pub(super) fn contrast(&self) -> Result<Contrast, Error> {
        // The first side was read with a model.
        let Some(model) = &self.first.model else {
            return Err(crate::error::Mistake::MissingField { field: "model".to_owned() }.into());
        };
        let other = self.second.model.as_ref().unwrap_or(model);
        let people = (
            PeopleGroup::groups(&self.first.people, model, "first.people")?,
            PeopleGroup::groups(&self.second.people, other, "second.people")?,
        );
        let to = states(model, &self.states, "states")?;
        let first = Side { name: &self.first.name, model, people: &people.0 };
        let second = Side { name: &self.second.name, model: other, people: &people.1 };
        contrast(first, second, &to, Span { begin: self.begin, end: self.end }, &self.sure.0)
    }
}

impl Document for Contrasting {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&with_certainty(&["first", "second", "states", "begin", "end"]))?;
        let [first, second] =
            ["first", "second"].map(|name| fields.required(name).and_then(|side| PeopleSide::read(&side)));
        let (begin, end) =
            (fields.maybe("begin", Reader::number), fields.required("end").and_then(|end| end.number()));
        let (states, sure) = (texts(&fields, "states"), Sure::of(&fields));
        let begin = begin?.unwrap_or(0.0);
        Some(Self { first: first?, second: second?, states: states?, begin, end: end?, sure: sure? })
    }
}

/// A model at a profile, with a name.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct ProfileSide {
    /// What it is called.
    pub(super) name: Label,
    /// The model; that of the first side when left out on the second.
    pub(super) model: Option<Model>,
    /// The value of every covariate the model uses.
    #[cfg_attr(
        feature = "schema",
        schemars(with = "Option<Vec<crate::multistate::answer::CovariateValue>>")
    )]
    pub(super) at: Profile,
}

impl ProfileSide {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["name", "model", "at"])?;
        let name = fields.required("name").and_then(|name| name.label());
        let model = fields.maybe("model", Model::read);
        let at = asked_profile(&fields);
        Some(Self { name: name?, model: model?, at: at? })
    }
}

/// Two sides whose intensities are compared.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "RatiosRequest"))]
pub(super) struct Comparing {
    /// The first side.
    pub(super) first: ProfileSide,
    /// The second side.
    pub(super) second: ProfileSide,
    /// The moment, on the clock of the models; 0 when left out.
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    moment: f64,
    #[cfg_attr(feature = "schema", schemars(flatten))]
    sure: Sure,
}

impl Comparing {
    /// The fields it is read from.
    pub(super) fn names() -> Vec<&'static str> {
        with_certainty(&["first", "second", "moment"])
    }

    pub(super) fn of(fields: &Fields<'_>) -> Option<Self> {
        let [first, second] =
            ["first", "second"].map(|name| fields.required(name).and_then(|side| ProfileSide::read(&side)));
        let (moment, sure) = (fields.maybe("moment", Reader::number), Sure::of(fields));
        Some(Self { first: first?, second: second?, moment: moment?.unwrap_or(0.0), sure: sure? })
    }

    /// The model of the first side.
    pub(super) fn model(&self) -> Result<&Model, Error> {
        let missing = || crate::error::Mistake::MissingField { field: "model".to_owned() }.into();
        self.first.model.as_ref().ok_or_else(missing)
    }

    pub(super) fn ratios(&self) -> Result<Vec<Ratio>, Error> {
        let model = self.model()?;
        let other = self.second.model.as_ref().unwrap_or(model);
        let first = At { name: &self.first.name, model, profile: &self.first.at };
        let second = At { name: &self.second.name, model: other, profile: &self.second.at };
        ratios(first, second, self.moment, &self.sure.0)
    }
}

impl Document for Comparing {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        Self::of(&reader.fields(&Self::names())?)
    }
}
