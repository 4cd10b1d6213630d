//! Which of two models of the same people to prefer.

use super::candidate::Candidate;
use super::nesting::{Nesting, nesting, observed_alike};
use crate::distribution::chi_square;
use crate::math::ln;
use crate::multistate::Parameter;
use crate::number::number;
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
///
/// ```
/// use meedoen::Label;
/// use meedoen::document::Document;
/// use meedoen::multistate::comparison::{Candidate, select};
/// use meedoen::multistate::{PanelDocument, Specification, State, StateSpace, fit};
/// let document = PanelDocument::from_json(r#"{"person": "who", "time": "year", "state": "rung", "columns": [
///     {"name": "who", "values": [1, 1, 1, 2, 2, 2, 3, 3, 3]},
///     {"name": "year", "values": [0, 1, 2, 0, 1, 2, 0, 1, 2]},
///     {"name": "rung", "values": ["1", "2", "1", "2", "2", "1", "1", "1", "2"]}
/// ]}"#)?;
/// let plain = Specification::new(StateSpace::neighbours(["1", "2"].map(State::of).to_vec())?);
/// let found = fit(&document.panel, &plain)?;
/// let one = Candidate::new(Label::of("een", "one"), &found);
/// assert!(select(&one, &one).same_data);
/// # Ok::<(), meedoen::Error>(())
/// ```
pub fn select(one: &Candidate, other: &Candidate) -> Selection {
    let (simple, rich) = if one.free() <= other.free() { (one, other) } else { (other, one) };
    let (small, large) = (&simple.model.specification, &rich.model.specification);
    let same_data = simple.summary == rich.summary && observed_alike(small, large);
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
    if [simple, rich].iter().any(|one| one.model.parameters.iter().any(Parameter::is_held)) {
        cautions.push(caution(
            "parameter-at-boundary",
            "Een parameter heeft geen eindig optimum en is vastgehouden. De toets rekent hem niet mee.",
            "A parameter has no finite optimum and was held. The test does not count it.",
        ));
    }
    let df = rich.free() - simple.free();
    let may = same_data && nesting != Nesting::None && df > 0;
    // A search that stopped early could leave a difference just below 0.
    let statistic = may.then(|| (simple.minus2ll - rich.minus2ll).max(0.0));
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

fn selected(one: &Candidate) -> Selected {
    let parameters = one.free();
    let count = f64::from(u32::try_from(parameters).unwrap_or(u32::MAX));
    #[expect(clippy::cast_precision_loss, reason = "fewer people than 2^53")]
    let people = one.summary.people as f64;
    Selected {
        name: one.name.clone(),
        minus2ll: one.minus2ll,
        parameters,
        aic: one.minus2ll + 2.0 * count,
        bic: one.minus2ll + count * ln(people.max(1.0)),
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
