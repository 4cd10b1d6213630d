//! Which of two models of the same people to prefer.

use crate::distribution::chi_square;
use crate::math::ln;
use crate::multistate::answer::words::number;
use crate::multistate::{Fit, Parameter, Specification};
use crate::{Label, Reason, Source};
use serde::Serialize;

/// One model in a comparison.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Selected {
    /// What it is called.
    pub name: Label,
    /// Minus twice the logarithm of the likelihood.
    pub minus2ll: f64,
    /// How many parameters were fitted; those without a finite optimum were held and do not count.
    pub parameters: usize,
    /// Minus twice the log-likelihood plus twice the parameters (Akaike); lower is better.
    pub aic: f64,
    /// Minus twice the log-likelihood plus the parameters times the logarithm of the number of people (Schwarz, with
    /// people as the independent units); lower is better.
    pub bic: f64,
}

/// Two models of the same people.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Selection {
    /// The model with fewer parameters.
    pub simple: Selected,
    /// The model with more.
    pub rich: Selected,
    /// Whether both were fitted to the same intervals; if not, nothing here may be compared.
    pub same_data: bool,
    /// Whether the simple model is the rich one with some parameters at 0 or equal to others.
    pub nested: bool,
    /// Twice the difference of the log-likelihoods; `None` when the models may not be tested against each other.
    pub statistic: Option<f64>,
    /// The difference in parameters.
    pub df: Option<f64>,
    /// The probability of a larger statistic if the simple model holds.
    pub p: Option<f64>,
    /// What to be careful with.
    pub cautions: Vec<Reason>,
    /// The comparison in plain words.
    pub text: Label,
}

fn caution(code: &'static str, nl: &'static str, en: &'static str) -> Reason {
    Reason::new(code, Label::of(nl, en), Vec::new(), Source::default())
}

/// Compares a simpler model with a richer one: by information, and where that may be done by their likelihood ratio.
///
/// The order in which they are given does not matter.
pub fn select(one: (&Label, &Fit), other: (&Label, &Fit)) -> Selection {
    let (simple, rich) = if free(one.1) <= free(other.1) { (one, other) } else { (other, one) };
    let (small, large) = (&simple.1.model.specification, &rich.1.model.specification);
    let same_data = simple.1.summary == rich.1.summary && observed_alike(small, large);
    let nesting = nesting(small, large);
    let mut cautions = Vec::new();
    if !same_data {
        cautions.push(caution(
            "other-data",
            "De modellen zijn niet op dezelfde gegevens geschat. Dan zeggen de getallen niets over welk model beter is.",
            "The models were not fitted to the same data. The numbers then say nothing about which model is better.",
        ));
    }
    match nesting {
        Nesting::None => cautions.push(caution(
            "not-nested",
            "Het ene model is geen bijzonder geval van het andere. Een toets is er dan niet; AIC en BIC mogen wel.",
            "Neither model is a special case of the other. There is then no test; AIC and BIC may be used.",
        )),
        Nesting::Boundary => cautions.push(caution(
            "test-at-boundary",
            "Het kleine model heeft een overgang of fout minder: daar is een kans nul. De toets is dan te streng voor het grote model.",
            "The simple model lacks a move or an error: a probability is zero there. The test is then too hard on the rich model.",
        )),
        Nesting::Inner => {}
    }
    if [simple, rich].iter().any(|(_, fit)| fit.model.parameters.iter().any(Parameter::is_held)) {
        cautions.push(caution(
            "parameter-at-boundary",
            "Een parameter heeft geen eindig optimum en is vastgehouden. De toets rekent hem niet mee.",
            "A parameter has no finite optimum and was held. The test does not count it.",
        ));
    }
    let df = free(rich.1) - free(simple.1);
    let may = same_data && nesting != Nesting::None && df > 0;
    // A search that stopped early could leave a difference just below 0.
    let statistic = may.then(|| (simple.1.minus2ll - rich.1.minus2ll).max(0.0));
    let degrees = f64::from(u32::try_from(df).unwrap_or(u32::MAX));
    let p = statistic.map(|statistic| chi_square::sf(statistic, degrees));
    let mut found = Selection {
        simple: selected(simple),
        rich: selected(rich),
        same_data,
        nested: nesting != Nesting::None,
        statistic,
        df: may.then_some(degrees),
        p,
        cautions,
        text: Label::of("", ""),
    };
    found.text = text(&found);
    found
}

fn free(fit: &Fit) -> usize {
    fit.model.parameters.iter().filter(|parameter| !parameter.is_held()).count()
}

fn selected((name, fit): (&Label, &Fit)) -> Selected {
    let parameters = free(fit);
    let count = f64::from(u32::try_from(parameters).unwrap_or(u32::MAX));
    #[expect(clippy::cast_precision_loss, reason = "fewer people than 2^53")]
    let people = fit.summary.people as f64;
    Selected {
        name: name.clone(),
        minus2ll: fit.minus2ll,
        parameters,
        aic: fit.minus2ll + 2.0 * count,
        bic: fit.minus2ll + count * ln(people.max(1.0)),
    }
}

/// Whether the likelihoods of two models are of the same observations.
fn observed_alike(one: &Specification, other: &Specification) -> bool {
    let codes = |specification: &Specification| -> Vec<String> {
        specification.space.states().iter().map(|state| state.code.clone()).collect()
    };
    let certain = |specification: &Specification| {
        specification.errors.as_ref().and_then(|errors| errors.certain.clone())
    };
    let same_certain = one.errors.is_none() || other.errors.is_none() || certain(one) == certain(other);
    codes(one) == codes(other)
        && one.unit == other.unit
        && one.scheme == other.scheme
        && one.exact_entry == other.exact_entry
        && one.censored == other.censored
        && same_certain
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Nesting {
    /// Some parameters of the rich model at 0, or equal to others.
    Inner,
    /// Some of its probabilities at zero, where the usual distribution does not hold.
    Boundary,
    None,
}

/// Whether the small specification is the large one with some parameters fixed.
fn nesting(small: &Specification, large: &Specification) -> Nesting {
    let (few, many) = (small.space.moves(), large.space.moves());
    let place = |one: usize| few.get(one).and_then(|own| many.iter().position(|other| other == own));
    if (0..few.len()).any(|one| place(one).is_none()) {
        return Nesting::None;
    }
    // The coefficient of a covariate on a move of the large space, by its number; `None` where it is 0.
    let of_small = |covariate: &str, one: usize| {
        small.effects.iter().position(|effect| {
            effect.covariate == covariate && effect.moves.iter().any(|own| place(*own) == Some(one))
        })
    };
    let is_in_small = |one: &usize| (0..few.len()).any(|own| place(own) == Some(*one));
    // Moves that share a coefficient in the large model must share it, or have none, in the small one.
    let shared = large.effects.iter().all(|effect| {
        let mut numbers =
            effect.moves.iter().filter(|one| is_in_small(one)).map(|one| of_small(&effect.covariate, *one));
        let first = numbers.next();
        numbers.all(|number| Some(number) == first)
    });
    // What bears on a move in the small model must bear on it in the large one.
    let covered = small.effects.iter().all(|effect| {
        effect.moves.iter().all(|own| {
            let covers = |other: &crate::multistate::Effect| {
                other.covariate == effect.covariate
                    && place(*own).is_some_and(|one| other.moves.contains(&one))
            };
            large.effects.iter().any(covers)
        })
    });
    let pieces = small.pieces.is_none() || small.pieces == large.pieces;
    let errors = match (&small.errors, &large.errors) {
        (None, None) => Some(false),
        (None, Some(_)) => Some(true),
        (Some(one), Some(other)) if one == other => Some(false),
        (Some(one), Some(other)) => {
            let within = one.allowed.iter().all(|pair| other.allowed.contains(pair));
            (within && one.initial == other.initial && one.effects.is_empty())
                .then_some(one.allowed.len() < other.allowed.len())
        }
        (Some(_), None) => None,
    };
    match errors {
        Some(boundary) if shared && covered && pieces => {
            if boundary || few.len() < many.len() {
                Nesting::Boundary
            } else {
                Nesting::Inner
            }
        }
        _ => Nesting::None,
    }
}

fn text(found: &Selection) -> Label {
    let mut sentences = Vec::new();
    if found.same_data {
        let better = |one: f64, other: f64| if one <= other { &found.simple.name } else { &found.rich.name };
        let (aic, bic) = (better(found.simple.aic, found.rich.aic), better(found.simple.bic, found.rich.bic));
        sentences.push(Label::said(
            format_args!("Volgens AIC past “{}” beter, volgens BIC “{}”.", aic.nl, bic.nl),
            format_args!("By AIC “{}” fits better, by BIC “{}”.", aic.en, bic.en),
        ));
    }
    if let Some(p) = found.p {
        let number = number(p);
        let (nl, en) = if p < 0.05 {
            ("De gegevens spreken tegen het kleine model", "The data speak against the simple model")
        } else {
            ("Het kleine model kan kloppen", "The simple model can be right")
        };
        sentences.push(Label::said(
            format_args!("{nl}: zo'n verschil komt dan voor met kans {}.", number.nl),
            format_args!("{en}: under it such a difference has probability {}.", number.en),
        ));
    }
    sentences.extend(found.cautions.iter().map(|caution| caution.text.clone()));
    Label::join(&sentences, " ")
}
