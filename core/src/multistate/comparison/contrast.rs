//! Ratios and differences between two sides.

use crate::error::{Error, Mistake, Place, Problem};
use crate::math::{ln, shown};
use crate::multistate::answer::words::{between, duration, ending, number, states};
use crate::multistate::answer::{Certainty, Course, Interval, Scale, Span, Varying, check_level, sureness};
use crate::multistate::population::{Group, problems};
use crate::multistate::{Model, Profile, TimeUnit};
use crate::{Label, Provenance, Reason};
use serde::Serialize;

/// One side of a comparison: people, and the model that says what happens to them.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// What it is called, such as a district or a programme.
    pub name: &'a Label,
    /// The model. Two sides may have one model, in which a covariate tells them apart, or each their own.
    pub model: &'a Model,
    /// The people. For a comparison that is not about who lives where, give both sides the same people:
    /// see [`Group::with`].
    pub people: &'a [Group],
}

/// A number and how sure it is.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Estimate {
    /// The number; `None` when it does not exist.
    pub value: Option<f64>,
    /// Its standard error; of a ratio, that of its logarithm.
    pub standard_error: Option<f64>,
    /// From where to where the true value is expected to lie.
    pub interval: Option<Interval>,
}

/// How many of two sides are in some states after a time.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Contrast {
    /// What the first side is called.
    pub first_name: Label,
    /// What the second side is called.
    pub second_name: Label,
    /// The codes of the states.
    pub states: Vec<String>,
    /// From when, on the clock of the model.
    pub begin: f64,
    /// Until when.
    pub end: f64,
    /// The unit of time.
    pub unit: TimeUnit,
    /// How many of 100 people of the first side are in these states.
    pub first: Estimate,
    /// How many of 100 people of the second side.
    pub second: Estimate,
    /// How many more per 100 on the first side than on the second; below 0 fewer.
    pub difference: Estimate,
    /// The first divided by the second.
    pub ratio: Estimate,
    /// What to be careful with.
    pub cautions: Vec<Reason>,
    /// Where the model of the first side comes from.
    pub first_provenance: Provenance,
    /// Where the model of the second side comes from.
    pub second_provenance: Provenance,
    /// The comparison in plain words.
    pub text: Label,
}

/// The intensity of one move on one side divided by that on the other.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Ratio {
    /// The code of the state that is left.
    pub from: String,
    /// The code of the state that is entered.
    pub to: String,
    /// The ratio; its standard error is that of the logarithm.
    pub ratio: Estimate,
    /// What to be careful with.
    pub cautions: Vec<Reason>,
    /// The ratio in plain words.
    pub text: Label,
}

/// Two models as one, so that the uncertainty of both counts: the parameters of the first and then those of the second.
/// The same model twice is one model, whose uncertainty counts once.
struct Pair<'a> {
    first: &'a Model,
    second: &'a Model,
    both: Model,
}

impl<'a> Pair<'a> {
    fn of(first: &'a Model, second: &'a Model) -> Self {
        let mut both = first.clone();
        if first != second {
            both.parameters.extend(second.parameters.iter().cloned());
            both.covariance = match (&first.covariance, &second.covariance) {
                (Some(one), Some(other)) => {
                    let none = |count: usize| std::iter::repeat_n(0.0, count);
                    let upper = one.iter().map(|row| row.iter().copied().chain(none(other.len())).collect());
                    let lower = other.iter().map(|row| none(one.len()).chain(row.iter().copied()).collect());
                    Some(upper.chain(lower).collect())
                }
                _ => None,
            };
        }
        Self { first, second, both }
    }

    /// The two models at other values of all parameters.
    fn at(&self, values: &[f64]) -> (Model, Model) {
        let own = values.get(..self.first.parameters.len()).unwrap_or(values);
        let other = if self.first == self.second { own } else { values.get(own.len()..).unwrap_or_default() };
        (self.first.with_values(own), self.second.with_values(other))
    }

    /// Figures of each side with derivatives to all parameters.
    fn spread(&self, first: &Varying, second: &Varying) -> (Varying, Varying) {
        if self.first == self.second {
            return (first.clone(), second.clone());
        }
        let none = |count: usize| std::iter::repeat_n(0.0, count);
        let one = first.by.iter().copied().chain(none(second.by.len())).collect();
        let other = none(first.by.len()).chain(second.by.iter().copied()).collect();
        (Varying { value: first.value, by: one }, Varying { value: second.value, by: other })
    }
}

/// The share of people that is in some states at the end of a span.
fn share(
    model: &Model,
    people: &[Group],
    to: &[usize],
    span: Span,
    derivatives: bool,
) -> Result<Varying, Error> {
    let parameters = if derivatives { model.parameters.len() } else { 0 };
    let total: f64 = people.iter().map(Group::size).sum();
    let mut sum = Varying::constant(0.0, parameters);
    for group in people {
        let course = Course::of(model, &group.profile, derivatives)?;
        let passage = course.passage(span, &[]);
        for (from, count) in group.states.iter().enumerate().filter(|(_, count)| **count > 0.0) {
            sum = sum.plus(&passage.probabilities.total(from, to).scaled(count / total));
        }
    }
    Ok(sum)
}

/// Compares how many of two sides are in some states (given by their places, counted from 0) at the end of a span.
///
/// With the same people on both sides, but for the covariate that is compared, it says what that covariate makes of them;
/// with each its own people, how the sides differ, for whatever reason.
///
/// # Errors
/// Every problem of the people of either side, states that do not exist (`undefined`), a span that runs backwards
/// (`outside-range`).
pub fn contrast(
    first: Side<'_>,
    second: Side<'_>,
    to: &[usize],
    span: Span,
    certainty: &Certainty,
) -> Result<Contrast, Error> {
    check_level(certainty)?;
    check(first, second, to, span)?;
    let pair = Pair::of(first.model, second.model);
    let (one, other) = (
        share(first.model, first.people, to, span, true)?,
        share(second.model, second.people, to, span, true)?,
    );
    let (one, other) = pair.spread(&one, &other);
    let again = |values: &[f64]| {
        let (a, b) = pair.at(values);
        let a = share(&a, first.people, to, span, false).ok()?;
        Some((a.value, share(&b, second.people, to, span, false).ok()?.value))
    };
    let mut cautions: Vec<Reason> = Vec::new();
    let mut estimate = |figure: &Varying, scale, of: &dyn Fn(f64, f64) -> f64| {
        let again = |values: &[f64]| again(values).map(|(a, b)| of(a, b)).filter(|value| value.is_finite());
        let sure = sureness(&pair.both, figure, scale, certainty, &again);
        for caution in sure.cautions {
            if !cautions.contains(&caution) {
                cautions.push(caution);
            }
        }
        let (value, standard_error) = (Some(figure.value), sure.standard_error);
        Estimate { value, standard_error, interval: sure.interval }
    };
    let hundred = Scale::Logit(100.0);
    let parts = (
        estimate(&one.scaled(100.0), hundred, &|a, _| 100.0 * a),
        estimate(&other.scaled(100.0), hundred, &|_, b| 100.0 * b),
    );
    let difference = one.plus(&other.scaled(-1.0)).scaled(100.0);
    let difference = estimate(&difference, Scale::Plain, &|a, b| 100.0 * (a - b));
    let ratio = if one.value > 0.0 && other.value > 0.0 {
        let log = logarithm(&one).plus(&logarithm(&other).scaled(-1.0));
        exponential(estimate(&log, Scale::Plain, &|a, b| ln(a / b)))
    } else {
        Estimate { value: None, standard_error: None, interval: None }
    };
    let states = first.model.specification.space.states();
    let mut found = Contrast {
        first_name: first.name.clone(),
        second_name: second.name.clone(),
        states: to.iter().filter_map(|state| Some(states.get(*state)?.code.clone())).collect(),
        begin: span.begin,
        end: span.end,
        unit: first.model.specification.unit,
        first: parts.0,
        second: parts.1,
        difference,
        ratio,
        cautions,
        first_provenance: first.model.provenance.clone(),
        second_provenance: second.model.provenance.clone(),
        text: Label::of("", ""),
    };
    found.text = text(first.model, to, &found);
    Ok(found)
}

/// The logarithm of a figure.
fn logarithm(figure: &Varying) -> Varying {
    let by = figure.by.iter().map(|by| by / figure.value).collect();
    Varying { value: ln(figure.value), by }
}

/// A ratio of its logarithm.
fn exponential(log: Estimate) -> Estimate {
    let exp = crate::math::exp;
    Estimate {
        value: log.value.map(exp),
        standard_error: log.standard_error,
        interval: log.interval.map(|interval| Interval {
            low: interval.low.map(exp),
            high: interval.high.map(exp),
            ..interval
        }),
    }
}

fn check(first: Side<'_>, second: Side<'_>, to: &[usize], span: Span) -> Result<(), Error> {
    let mut all = problems(first.people, first.model, &Place::default().at("first"));
    all.extend(problems(second.people, second.model, &Place::default().at("second")));
    let mut add = |mistake, field: &str| all.push(Problem::new(mistake, Place::default().at(field)));
    if to.is_empty() {
        add(Mistake::Empty { what: Label::of("de lijst van toestanden", "list of states") }, "to");
    }
    for model in [first.model, second.model] {
        for state in to.iter().filter(|state| **state >= model.specification.space.states().len()) {
            let what = Label::of("de toestand", "state");
            add(Mistake::Undefined { what, id: (state + 1).to_string() }, "to");
        }
    }
    if !(span.begin.is_finite() && span.end.is_finite() && span.end >= span.begin) {
        let (value, min) = (shown(span.end), span.begin);
        add(Mistake::OutsideRange { value, min, max: f64::MAX }, "end");
    }
    Error::of(all).map_or(Ok(()), Err)
}

fn text(model: &Model, to: &[usize], found: &Contrast) -> Label {
    let (one, other) = (found.first.value.unwrap_or(0.0), found.second.value.unwrap_or(0.0));
    let (a, b) = (number(one), number(other));
    let (name, after) = (states(model, to), duration(found.end - found.begin, found.unit));
    let more = found.difference.value.unwrap_or(0.0);
    let size = number(more.abs());
    let (nl, en) = if more < 0.0 { ("minder", "fewer") } else { ("meer", "more") };
    let interval = between(found.difference.interval.as_ref(), number);
    let mut sentences = vec![
        Label::new(
            format!(
                "Na {} zijn van elke 100 mensen bij {} er {} in {}, en bij {} {}.",
                after.nl, found.first_name.nl, a.nl, name.nl, found.second_name.nl, b.nl
            ),
            format!(
                "After {}, of every 100 people at {}, {} are in {}, and at {} {}.",
                after.en, found.first_name.en, a.en, name.en, found.second_name.en, b.en
            ),
        ),
        Label::new(
            format!(
                "Dat zijn er bij {} {} {nl} per 100 mensen{}.",
                found.first_name.nl, size.nl, interval.nl
            ),
            format!("That is {} {en} per 100 people at {}{}.", size.en, found.first_name.en, interval.en),
        ),
    ];
    let interval = found.difference.interval.as_ref();
    if interval.is_some_and(|ends| {
        ends.low.is_some_and(|low| low <= 0.0) && ends.high.is_some_and(|high| high >= 0.0)
    }) {
        sentences.push(Label::of(
            "Het verschil kan ook nul zijn of de andere kant op gaan.",
            "The difference may also be zero or go the other way.",
        ));
    }
    sentences.extend(found.cautions.iter().map(|caution| caution.text.clone()));
    sentences.push(Label::of(
        "Een verschil zegt nog niet waar het door komt.",
        "A difference does not by itself say what causes it.",
    ));
    sentences.extend(ending(model, found.difference.interval.as_ref()));
    Label::join(&sentences, " ")
}

/// The intensity of every move at one profile divided by that at another, at a moment on the clock of the models.
///
/// A move that only one of the two models has is left out.
///
/// # Errors
/// Covariates that are left out (`missing-field`).
pub fn ratios(
    first: (&Model, &Profile),
    second: (&Model, &Profile),
    moment: f64,
    certainty: &Certainty,
) -> Result<Vec<Ratio>, Error> {
    check_level(certainty)?;
    let pair = Pair::of(first.0, second.0);
    let courses = (Course::of(first.0, first.1, true)?, Course::of(second.0, second.1, true)?);
    let states_of = |model: &Model| model.specification.space.states().to_vec();
    let (names, others) = (states_of(first.0), states_of(second.0));
    let mut found = Vec::new();
    for one in first.0.specification.space.moves() {
        let code = |state: usize| names.get(state).map_or("", |state| state.code.as_str()).to_owned();
        let (from, to) = (code(one.from), code(one.to));
        let place = |code: &str| others.iter().position(|state| state.code == code);
        let (Some(left), Some(entered)) = (place(&from), place(&to)) else { continue };
        let rate = |course: &Course<'_>, from, to| course.rate_between(from, to, course.piece(moment));
        let (a, b) = (rate(&courses.0, one.from, one.to), rate(&courses.1, left, entered));
        if a.value <= 0.0 || b.value <= 0.0 {
            continue;
        }
        let (a, b) = pair.spread(&a, &b);
        let log = logarithm(&a).plus(&logarithm(&b).scaled(-1.0));
        let again = |values: &[f64]| {
            let (a, b) = pair.at(values);
            let a =
                Course::of(&a, first.1, false).ok().map(|course| rate(&course, one.from, one.to).value)?;
            let b = Course::of(&b, second.1, false).ok().map(|course| rate(&course, left, entered).value)?;
            Some(ln(a / b)).filter(|value| value.is_finite())
        };
        let sure = sureness(&pair.both, &log, Scale::Plain, certainty, &again);
        let ratio = exponential(Estimate {
            value: Some(log.value),
            standard_error: sure.standard_error,
            interval: sure.interval,
        });
        let text = ratio_text(first.0, (one.from, one.to), &ratio, &sure.cautions);
        found.push(Ratio { from, to, ratio, cautions: sure.cautions, text });
    }
    Ok(found)
}

fn ratio_text(model: &Model, (from, to): (usize, usize), ratio: &Estimate, cautions: &[Reason]) -> Label {
    let (from, to) = (states(model, &[from]), states(model, &[to]));
    let times = number(ratio.value.unwrap_or(f64::NAN));
    let interval = between(ratio.interval.as_ref(), number);
    let finding = Label::new(
        format!(
            "De stap van {} naar {} gaat bij de eerste {} keer zo snel als bij de tweede{}.",
            from.nl, to.nl, times.nl, interval.nl
        ),
        format!(
            "The move from {} to {} is {} times as fast on the first side as on the second{}.",
            from.en, to.en, times.en, interval.en
        ),
    );
    let all: Vec<&Label> =
        std::iter::once(&finding).chain(cautions.iter().map(|caution| &caution.text)).collect();
    Label::join(all, " ")
}
