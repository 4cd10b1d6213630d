//! How many people and visits it takes to see an effect.
//!
//! *By expected information*: what the visits of a study tell about the effect follows from the model, without fitting
//! anything; its standard error falls with the root of the number of people. *By simulation*: panels are drawn and fitted,
//! and counted are those in which the effect is seen. The first takes a moment and says how many people are needed; the
//! second makes no approximation and serves every way of observing.

use super::{Study, simulate};
use crate::distribution::normal;
use crate::error::{Error, Mistake, Place, Problem};
use crate::math::{ln, shown};
use crate::multistate::answer::{Histories, Memory, Range, root_of};
use crate::multistate::{Model, Quantity, Scheme, fit};
use crate::number::number;
use crate::random::Seed;
use crate::{Label, Reason, Source};
use serde::Serialize;

crate::vocabulary! {
    /// How power was found.
    pub enum PowerMethod: "method of power", "methode van het onderscheidingsvermogen", [] {
        /// From the expected information about the parameters.
        Information = "information": "verwachte informatie", "expected information", [],
        /// From panels drawn from the model and fitted.
        Simulation = "simulation": "simulatie", "simulation", [],
    }
}

/// What is to be seen, and how surely.
#[derive(Clone, Debug, PartialEq)]
pub struct Aim {
    /// The effect, by its place in the effects of the model.
    pub effect: usize,
    /// The hazard ratio to be seen: above 0 and not 1.
    pub hazard_ratio: f64,
    /// How often an effect may be seen that is not there, between 0 and 1: usually 0.05.
    pub level: f64,
    /// How often the effect is to be seen, between `level` and 1: usually 0.8.
    pub power: f64,
}

/// How well a study sees an effect.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Power {
    /// The people of the study.
    pub people: u32,
    /// The average number of visits of one of them.
    pub visits: f64,
    /// The hazard ratio to be seen.
    pub hazard_ratio: f64,
    /// How often a study like this sees it; `None` when that cannot be said.
    pub power: Option<f64>,
    /// From where to where that lies by the chance of the draws, with 95% certainty.
    pub interval: Option<Range>,
    /// The expected standard error of the log hazard ratio.
    pub standard_error: Option<f64>,
    /// How many people it takes to see it as often as asked; `None` when no number of people will do.
    pub people_needed: Option<u64>,
    /// How it was found.
    pub method: PowerMethod,
    /// What to be careful with.
    pub cautions: Vec<Reason>,
    /// The answer in plain words.
    pub text: Label,
}

impl Aim {
    fn check(&self, model: &Model) -> Result<usize, Error> {
        let mut problems = Vec::new();
        let mut range = |value: f64, min: f64, max: f64, field: &str, inside: bool| {
            if !inside {
                let mistake = Mistake::OutsideRange { value: shown(value), min, max };
                problems.push(Problem::new(mistake, Place::default().at(field)));
            }
        };
        let ratio = self.hazard_ratio;
        let differs = ratio > 0.0 && ratio.is_finite() && ln(ratio).abs() > 1e-9;
        range(ratio, 0.0, f64::MAX, "hazard_ratio", differs);
        range(self.level, 0.0, 1.0, "level", self.level > 0.0 && self.level < 1.0);
        range(self.power, self.level, 1.0, "power", self.power > self.level && self.power < 1.0);
        let own =
            |parameter: &crate::multistate::Parameter| parameter.quantity == Quantity::Effect(self.effect);
        let place = model.parameters.iter().position(own);
        if place.is_none() {
            let what = Label::of("het effect", "effect");
            let mistake = Mistake::Undefined { what, id: (self.effect + 1).to_string() };
            problems.push(Problem::new(mistake, Place::default().at("effect")));
        }
        Error::of(problems).map_or(Ok(place.unwrap_or_default()), Err)
    }

    /// The model in which the effect is as large as the one to be seen.
    fn model(&self, model: &Model, place: usize) -> Model {
        let mut values: Vec<f64> = model.parameters.iter().map(|parameter| parameter.value).collect();
        if let Some(value) = values.get_mut(place) {
            *value = ln(self.hazard_ratio);
        }
        model.with_values(&values)
    }

    /// How often an effect with this standard error is seen.
    fn power(&self, error: f64) -> f64 {
        let (size, bound) = (ln(self.hazard_ratio) / error, normal::quantile(1.0 - self.level / 2.0));
        normal::sf(bound - size) + normal::cdf(-bound - size)
    }

    /// The standard error at which it is seen as often as asked.
    fn error_needed(&self) -> f64 {
        let reach = normal::quantile(1.0 - self.level / 2.0) + normal::quantile(self.power);
        ln(self.hazard_ratio).abs() / reach
    }
}

/// So many people are drawn to average the information of one over.
const SAMPLE: u32 = 2_000;

/// The power of a study by expected information, and how many people it takes.
///
/// For snapshots without errors in registration or codes for more than one state; for other ways of observing there is
/// [`power_by_simulation`], and this says so. The visits and covariates of two thousand people are drawn to average over.
///
/// # Errors
/// Every problem of the aim and of the study.
pub fn power_by_information(model: &Model, study: &Study, aim: &Aim, seed: Seed) -> Result<Power, Error> {
    let place = aim.check(model)?;
    let model = aim.model(model, place);
    let sample = Study { people: SAMPLE, ..study.clone() };
    let panel = simulate(&model, &sample, seed)?;
    let specification = &model.specification;
    let plain = specification.errors.is_none()
        && specification.exact_entry.is_empty()
        && specification.scheme == Scheme::Panel
        && study.censored.iter().all(|(_, share)| *share <= 0.0);
    let visits = ratio(panel.visits(), panel.people());
    if !plain {
        let text = Label::of(
            "Bij deze manier van waarnemen (fouten in de registratie, precies bekende datums of codes voor meer dan één toestand) is het alleen met simulatie te zeggen: geef met `replications` op hoeveel panels er worden getrokken, bijvoorbeeld 200.",
            "With this way of observing (errors in registration, dates that are known exactly, or codes for more than one state) it can only be said by simulation: give `replications`, how many panels are drawn, such as 200.",
        );
        let caution = Reason::new("only-by-simulation", text, Vec::new(), Source::default());
        return Ok(report(study, aim, visits, (None, None), None, PowerMethod::Information, vec![caution]));
    }
    let size = model.parameters.len();
    let mut information = vec![vec![0.0; size]; size];
    let histories = Histories::of(&model, &panel)?;
    let mut memory = Memory::new(&model, true);
    for (visits, _) in histories.people() {
        for visit in visits.start..visits.end.saturating_sub(1) {
            let (Some(from), Some(profile)) = (histories.state(visit), histories.profile(visit)) else {
                continue;
            };
            let (begin, end) = (histories.time(visit), histories.time(visit + 1));
            let mut span = histories.on_clock(visits.start, begin, end);
            if span.begin == 0.0 {
                span.end = histories.gap(visit, visit + 1);
            }
            let moved = memory.probabilities(&profile, span)?;
            for to in 0..specification.space.states().len() {
                let cell = moved.at(from, to);
                if cell.value <= 0.0 {
                    continue;
                }
                for (row, one) in information.iter_mut().zip(&cell.by) {
                    row.iter_mut().zip(&cell.by).for_each(|(sum, other)| *sum += one * other / cell.value);
                }
            }
        }
    }
    let each = f64::from(SAMPLE);
    for cell in information.iter_mut().flatten() {
        *cell /= each;
    }
    let variance = variance(&information, place);
    let error = variance.map(|variance| (variance / f64::from(study.people)).sqrt());
    let needed = variance.and_then(|variance| {
        let bound = aim.error_needed();
        whole((variance / (bound * bound)).ceil())
    });
    let power = error.map(|error| aim.power(error));
    let mut cautions = Vec::new();
    if variance.is_none() {
        let text = Label::of(
            "Deze opzet zegt niets over dit effect: niemand kan de overgang maken, of de covariaat verschilt niet.",
            "This study says nothing about this effect: no one can make the move, or the covariate does not differ.",
        );
        cautions.push(Reason::new("not-identified", text, Vec::new(), Source::default()));
    }
    Ok(report(study, aim, visits, (power, None), error.zip(needed), PowerMethod::Information, cautions))
}

/// The power of a study by simulation: how often the effect is seen in panels drawn from the model and fitted.
///
/// # Errors
/// Every problem of the aim and of the study.
pub fn power_by_simulation(
    model: &Model,
    study: &Study,
    aim: &Aim,
    replications: u32,
    seed: Seed,
) -> Result<Power, Error> {
    let place = aim.check(model)?;
    let model = aim.model(model, place);
    let bound = normal::quantile(1.0 - aim.level / 2.0);
    let (mut found, mut used, mut visits, mut squares) = (0_u32, 0_u32, 0.0, 0.0);
    for number in 0..replications {
        let panel = simulate(&model, study, seed.branch(u64::from(number)))?;
        visits += ratio(panel.visits(), panel.people()) / f64::from(replications);
        // What cannot be fitted, or has no finite optimum, does not show the effect.
        let shown = fit(&panel, &model.specification).ok().and_then(|fit| {
            let parameter = fit.model.parameters.get(place).filter(|parameter| !parameter.is_held())?;
            let variance = *fit.model.covariance.as_ref()?.get(place)?.get(place)?;
            (variance > 0.0).then_some((parameter.value, variance))
        });
        used += 1;
        if let Some((value, variance)) = shown {
            squares += variance;
            found += u32::from(value.abs() / variance.sqrt() > bound);
        }
    }
    let share = f64::from(found) / f64::from(used.max(1));
    let error = (squares / f64::from(used.max(1))).sqrt();
    let interval = (used > 0).then(|| wilson(share, f64::from(used)));
    let power = (used > 0).then_some(share);
    let mut power = report(study, aim, visits, (power, interval), None, PowerMethod::Simulation, Vec::new());
    power.standard_error = (used > 0 && error > 0.0).then_some(error);
    Ok(power)
}

/// The interval of a share by Wilson, at 95%.
fn wilson(share: f64, count: f64) -> Range {
    let z = normal::quantile(0.975);
    let middle = share + z * z / (2.0 * count);
    let reach = z * (share * (1.0 - share) / count + z * z / (4.0 * count * count)).sqrt();
    let whole = 1.0 + z * z / count;
    Range { low: ((middle - reach) / whole).max(0.0), high: ((middle + reach) / whole).min(1.0) }
}

/// The variance of a parameter: a cell of the inverse of the information. `None` when the information does not have it.
fn variance(information: &[Vec<f64>], place: usize) -> Option<f64> {
    // With the parameter last, the cell is one over the square of the last pivot.
    let mut order: Vec<usize> = (0..information.len()).filter(|other| *other != place).collect();
    order.push(place);
    let turned: Vec<Vec<f64>> = order
        .iter()
        .map(|row| order.iter().filter_map(|column| information.get(*row)?.get(*column).copied()).collect())
        .collect();
    let root = root_of(&turned);
    let pivot = *root.last()?.last()?;
    (pivot > 0.0).then(|| 1.0 / (pivot * pivot))
}

fn ratio(over: usize, under: usize) -> f64 {
    let count = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    count(over) / count(under).max(1.0)
}

/// A whole number of people; `None` of more than can be.
fn whole(number: f64) -> Option<u64> {
    shown(number).parse().ok()
}

fn report(
    study: &Study,
    aim: &Aim,
    visits: f64,
    (power, interval): (Option<f64>, Option<Range>),
    needed: Option<(f64, u64)>,
    method: PowerMethod,
    cautions: Vec<Reason>,
) -> Power {
    let (people, ratio, seen) = (study.people, number(aim.hazard_ratio), number(visits));
    let mut sentences = Vec::new();
    if let Some(power) = power {
        let share = number(power * 100.0);
        sentences.push(Label::said(
            format_args!(
                "Met {people} mensen en gemiddeld {} bezoeken ziet men een verhouding van {} in {} van de 100 onderzoeken.",
                seen.nl, ratio.nl, share.nl
            ),
            format_args!(
                "With {people} people and {} visits on average a ratio of {} is seen in {} of 100 studies.",
                seen.en, ratio.en, share.en
            ),
        ));
    }
    if let Some((_, needed)) = needed {
        let wanted = number(aim.power * 100.0);
        sentences.push(Label::said(
            format_args!("Om dat in {} van de 100 te zien zijn {needed} mensen nodig.", wanted.nl),
            format_args!("To see it in {} of 100 takes {needed} people.", wanted.en),
        ));
    }
    sentences.extend(cautions.iter().map(|caution| caution.text.clone()));
    let word = crate::Vocabulary::label(method);
    sentences.push(Label::said(format_args!("Methode: {}.", word.nl), format_args!("Method: {}.", word.en)));
    Power {
        people,
        visits,
        hazard_ratio: aim.hazard_ratio,
        power,
        interval,
        standard_error: needed.map(|(error, _)| error),
        people_needed: needed.map(|(_, needed)| needed),
        method,
        cautions,
        text: Label::join(&sentences, " "),
    }
}

#[cfg(test)]
mod tests {
    use super::{Aim, Range, power_by_information, power_by_simulation};
    use crate::math;
    use crate::multistate::simulate::{Draw, Schedule, Study};
    use crate::multistate::tests::made::{model, with_effect};
    use crate::multistate::{Model, TimeUnit};
    use crate::random::Seed;

    fn leave() -> Model {
        with_effect(model(2, &[((1, 2), 0.5)]), "x", &[0], 0.0)
    }

    fn study(people: u32) -> Study {
        let mut study = Study::new(people, Schedule::Fixed(vec![0.0, 1.0]), vec![1.0, 0.0], TimeUnit::Year);
        study.covariates = vec![("x".to_owned(), Draw::Share(0.5))];
        study
    }

    const AIM: Aim = Aim { effect: 0, hazard_ratio: 1.8, level: 0.05, power: 0.8 };

    #[test]
    fn information_is_that_of_two_groups_seen_once() {
        let found = power_by_information(&leave(), &study(300), &AIM, Seed::new(4)).unwrap();
        // Each group tells (q e^-q)² / (e^-q (1 - e^-q)) about its log rate, and the effect is their difference.
        let tells = |rate: f64| rate * rate * math::exp(-rate) / (1.0 - math::exp(-rate));
        let variance = 1.0 / (150.0 * tells(0.5)) + 1.0 / (150.0 * tells(0.9));
        let error = found.standard_error.unwrap();
        assert!((error / variance.sqrt() - 1.0).abs() < 0.02, "{error}");
        let enough = study(u32::try_from(found.people_needed.unwrap()).unwrap());
        let again = power_by_information(&leave(), &enough, &AIM, Seed::new(4)).unwrap();
        assert!((again.power.unwrap() - 0.8).abs() < 0.002, "{again:?}");
        assert!(found.text.en.contains("To see it in 80 of 100 takes"), "{}", found.text.en);
    }

    #[test]
    fn simulation_agrees_with_information() {
        let expected = power_by_information(&leave(), &study(300), &AIM, Seed::new(4)).unwrap();
        let found = power_by_simulation(&leave(), &study(300), &AIM, 200, Seed::new(5)).unwrap();
        let Range { low, high } = found.interval.unwrap();
        assert!(low < expected.power.unwrap() + 0.03 && expected.power.unwrap() - 0.03 < high, "{found:?}");
        assert!((found.visits - 2.0).abs() < 1e-12);
    }

    #[test]
    fn a_study_that_says_nothing_says_so() {
        let mut alike = study(100);
        alike.covariates = vec![("x".to_owned(), Draw::Share(1.0))];
        let found = power_by_information(&leave(), &alike, &AIM, Seed::new(4)).unwrap();
        assert_eq!((found.power, found.cautions[0].code.as_ref()), (None, "not-identified"));
        let mut exact = leave();
        exact.specification.exact_entry = vec![1];
        let found = power_by_information(&exact, &study(100), &AIM, Seed::new(4)).unwrap();
        assert_eq!((found.power, found.cautions[0].code.as_ref()), (None, "only-by-simulation"));
        let wrong = Aim { effect: 3, hazard_ratio: 1.0, level: 0.9, power: 0.5 };
        let error = power_by_information(&leave(), &study(100), &wrong, Seed::new(4)).unwrap_err();
        assert_eq!(error.problems().len(), 3);
    }
}
