//! The interval of every parameter of a fit, by a method that is asked.

use super::{Fit, Range, fitted};
use crate::distribution::normal;
use crate::error::{Error, Mistake, Place, Problem};
use crate::math::shown;
use crate::multistate::answer::name;
use crate::multistate::symmetric::{factor, inverse};
use crate::multistate::{Panel, Specification, Transitions};
use crate::random::Seed;
use crate::{Label, Vocabulary};
use serde::Serialize;

crate::vocabulary! {
    /// How the interval of a parameter is made.
    pub enum IntervalOf: "method of a parameter's interval", "methode van het interval van een parameter", [] {
        /// From the estimate and the second derivatives at it.
        Wald = "wald": "schatting en standaardfout (Wald)", "estimate and standard error (Wald)", [],
        /// The same, with the information that is expected under the model in the place of the one observed.
        Expected = "expected": "schatting en verwachte informatie", "estimate and expected information", [],
        /// Every value with which the model, fitted anew, is not much worse.
        Profile = "profile": "profiel van de aannemelijkheid", "profile likelihood", [],
        /// From panels drawn from the fitted model and fitted again.
        Bootstrap = "bootstrap": "trekkingen uit het model (bootstrap)", "draws from the model (bootstrap)", [],
    }
}

/// The interval of one parameter.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ParameterInterval {
    /// What the parameter stands for, in words.
    pub name: Label,
    /// The estimate, on the logarithmic or logit scale.
    pub estimate: f64,
    /// The lower limit; `None` where there is none.
    pub low: Option<f64>,
    /// The upper limit; `None` where there is none.
    pub high: Option<f64>,
}

/// The intervals of all parameters of a fit.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ParameterIntervals {
    /// How they were made.
    pub method: IntervalOf,
    /// How often such an interval holds the true value.
    pub level: f64,
    /// One for each parameter of the model, in its order.
    pub parameters: Vec<ParameterInterval>,
    /// How many draws had no sound fit and do not count; `None` where nothing was drawn.
    pub left_out: Option<usize>,
    /// What the intervals are and what they leave open, in plain words.
    pub text: Label,
}

/// How the intervals of a fit are asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct IntervalsAsked {
    /// By which method.
    pub method: IntervalOf,
    /// How often an interval is to hold the true value, between 0 and 1.
    pub level: f64,
    /// How many panels are drawn, for the method that draws.
    pub draws: u32,
    /// Where the draws come from.
    pub seed: Seed,
}

/// Fits a model to a panel and gives the interval of every parameter.
///
/// # Errors
/// Everything in the panel that stands in the way, as [`Panel::check`] has it; `outside-range` for a level that is not between
/// 0 and 1, and for fewer than twenty draws.
pub fn intervals(
    panel: &Panel,
    specification: &Specification,
    asked: IntervalsAsked,
) -> Result<ParameterIntervals, Error> {
    let IntervalsAsked { method, level, draws, seed } = asked;
    let mut problems = Vec::new();
    let mut range = |inside: bool, value: String, (min, max): (f64, f64), field: &str| {
        if !inside {
            problems
                .push(Problem::new(Mistake::OutsideRange { value, min, max }, Place::default().at(field)));
        }
    };
    range(level > 0.0 && level < 1.0, shown(level), (0.0, 1.0), "level");
    let most = f64::from(u32::MAX);
    range(method != IntervalOf::Bootstrap || draws >= 20, draws.to_string(), (20.0, most), "draws");
    if let Some(error) = Error::of(problems) {
        return Err(error);
    }
    let transitions = Transitions::of_whole(panel, specification)?;
    let found = fitted(&transitions);
    let mut left_out = None;
    let ranges: Vec<Range> = match method {
        IntervalOf::Wald => found.wald(level),
        IntervalOf::Expected => found.by_expected(&transitions, level),
        IntervalOf::Profile => {
            let wald = found.wald(level).into_iter().enumerate();
            wald.map(|(place, wald)| found.profile(&transitions, place, level).unwrap_or(wald)).collect()
        }
        IntervalOf::Bootstrap => {
            let drawn = found.bootstrap(panel, level, draws, seed)?;
            left_out = Some(drawn.left_out);
            drawn.ranges
        }
    };
    let one = |(parameter, range): (&crate::multistate::Parameter, &Range)| ParameterInterval {
        name: name(&found.model, &parameter.quantity),
        estimate: range.estimate,
        low: range.low,
        high: range.high,
    };
    let parameters: Vec<ParameterInterval> = found.model.parameters.iter().zip(&ranges).map(one).collect();
    let text = text(&found, method, &parameters, left_out.zip(Some(draws)));
    Ok(ParameterIntervals { method, level, parameters, left_out, text })
}

impl Fit {
    /// Intervals of estimate and expected information; without ends for parameters that were held, and for all where the
    /// expected information is not known.
    fn by_expected(&self, transitions: &Transitions, level: f64) -> Vec<Range> {
        let far = normal::quantile(f64::midpoint(1.0, level));
        let free: Vec<usize> = (0..self.model.parameters.len())
            .filter(|place| self.model.parameters.get(*place).is_some_and(|one| !one.is_held()))
            .collect();
        let of = |row: &Vec<f64>| free.iter().filter_map(|place| row.get(*place).copied()).collect();
        let known = self.expected(transitions);
        let kept = known.map(|rows| free.iter().filter_map(|place| rows.get(*place)).map(of).collect());
        let variance = kept.and_then(|rows: Vec<Vec<f64>>| Some(inverse(&factor(&rows)?)));
        let error = |place: usize| {
            let at = free.iter().position(|one| *one == place)?;
            variance.as_ref()?.get(at)?.get(at).map(|variance| variance.sqrt())
        };
        let method = IntervalOf::Expected.label();
        let own = |(place, parameter): (usize, &crate::multistate::Parameter)| Range {
            estimate: parameter.value,
            low: error(place).map(|error| parameter.value - far * error),
            high: error(place).map(|error| parameter.value + far * error),
            method: method.clone(),
        };
        self.model.parameters.iter().enumerate().map(own).collect()
    }
}

fn text(
    found: &Fit,
    method: IntervalOf,
    parameters: &[ParameterInterval],
    left_out: Option<(usize, u32)>,
) -> Label {
    let kind = method.label();
    let mut sentences = vec![Label::said(
        format_args!("Intervallen van de logaritmen van de parameters; methode: {}.", kind.nl),
        format_args!("Intervals of the logarithms of the parameters; method: {}.", kind.en),
    )];
    let open = parameters.iter().filter(|one| one.low.is_none() || one.high.is_none()).count();
    if open > 0 {
        let all = parameters.len();
        sentences.push(Label::said(
            format_args!("Zonder een van beide grenzen of zonder beide: {open} van {all}; de gegevens of deze methode geven daar geen grens."),
            format_args!("Without one of the limits or without both: {open} of {all}; the data or this method give no limit there."),
        ));
    }
    if let Some((left_out, draws)) = left_out.filter(|(left_out, _)| *left_out > 0) {
        sentences.push(Label::said(
            format_args!(
                "Trekkingen zonder bruikbare schatting: {left_out} van {draws}; die tellen niet mee."
            ),
            format_args!("Draws without a sound fit: {left_out} of {draws}; they do not count."),
        ));
    }
    sentences.extend(found.findings.iter().map(|finding| finding.text.clone()));
    Label::join(&sentences, " ")
}

#[cfg(test)]
mod tests {
    use super::{IntervalOf, IntervalsAsked, intervals};
    use crate::multistate::simulate::{Schedule, Study, simulate};
    use crate::multistate::tests::made::model;
    use crate::multistate::{Quantity, TimeUnit};
    use crate::random::Seed;

    #[test]
    fn four_methods_agree_where_there_is_much_to_go_by() {
        let truth = model(2, &[((1, 2), 0.8), ((2, 1), 0.5)]);
        let study = Study::new(1_500, Schedule::Fixed(vec![0.0, 1.0, 2.0]), vec![0.6, 0.4], TimeUnit::Year);
        let panel = simulate(&truth, &study, Seed::new(6)).unwrap();
        let asked = |method| IntervalsAsked { method, level: 0.9, draws: 60, seed: Seed::new(2) };
        let of = |method| intervals(&panel, &truth.specification, asked(method)).unwrap();
        let wald = of(IntervalOf::Wald);
        assert!(wald.parameters[0].name.en.starts_with("the intensity of") && wald.left_out.is_none());
        for method in [IntervalOf::Expected, IntervalOf::Profile, IntervalOf::Bootstrap] {
            let found = of(method);
            let wide = if method == IntervalOf::Bootstrap { 0.25 } else { 0.03 };
            for (one, other) in found.parameters.iter().zip(&wald.parameters) {
                let width = other.high.unwrap() - other.low.unwrap();
                assert!(
                    (one.low.unwrap() - other.low.unwrap()).abs() < wide * width,
                    "{method:?} {one:?} {other:?}"
                );
                assert!(
                    (one.high.unwrap() - other.high.unwrap()).abs() < wide * width,
                    "{method:?} {one:?} {other:?}"
                );
            }
        }
        assert_eq!(of(IntervalOf::Bootstrap).left_out, Some(0));
        assert_eq!(truth.parameters[0].quantity, Quantity::Intensity(0));
        let wrong = IntervalsAsked { level: 1.0, draws: 3, ..asked(IntervalOf::Bootstrap) };
        let error = intervals(&panel, &truth.specification, wrong).unwrap_err();
        assert_eq!(error.problems().len(), 2);
    }
}
