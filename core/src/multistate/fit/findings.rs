//! What a fit could not settle, in words: which parameter, which move, what informs it, and what to do.

use super::search::Found;
use crate::Label;
use crate::label::capital;
use crate::multistate::answer::name;
use crate::multistate::{Held, Model, Quantity};
use crate::number::rounded;
use crate::ordered::sort;
use serde::Serialize;

crate::vocabulary! {
    /// What is the matter with a fit.
    pub enum FindingKind: "finding", "bevinding", [] {
        /// A parameter has no finite optimum.
        DivergingParameter = "diverging-parameter": "parameter zonder eindige waarde", "parameter without a finite value", [],
        /// The data say nothing about a parameter, or not about each of several apart.
        NotIdentified = "not-identified": "niet te schatten", "not identified", [],
        /// The information is not above zero in every direction, so there are no standard errors.
        NotPositiveDefinite = "not-positive-definite": "geen standaardfouten", "no standard errors", [],
        /// The search did not come to a top.
        NotConverged = "not-converged": "geen optimum gevonden", "no optimum found", [],
    }
}

/// A sentence names no more parameters than this; [`Finding::parameters`] has all.
const MOST_NAMED: usize = 6;

/// Something a fit could not settle.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Finding {
    /// What is the matter.
    pub code: FindingKind,
    /// Which parameters are meant, by their place.
    pub parameters: Vec<usize>,
    /// In what proportion each of those moves, where there is no optimum.
    pub parts: Vec<f64>,
    /// How often the moves that are meant lie on the shortest way between two visits in a row, by weight: a change of state that
    /// passes two of them counts twice.
    pub informed_by: Option<f64>,
    /// What is the matter, and what one can do.
    pub text: Label,
}

/// The parameters that a direction moves.
fn meant(direction: &[f64]) -> Vec<usize> {
    direction.iter().enumerate().filter(|(_, part)| **part != 0.0).map(|(at, _)| at).collect()
}

/// How often the moves of some parameters lie on the shortest way between two visits in a row.
fn informed_by(model: &Model, parameters: &[usize], moved: &[f64]) -> Option<f64> {
    let mut places: Vec<usize> = Vec::new();
    for at in parameters {
        match model.parameters.get(*at).map(|parameter| &parameter.quantity) {
            Some(Quantity::Intensity(place)) => places.push(*place),
            Some(Quantity::Effect(place)) => {
                places
                    .extend(model.specification.effects.get(*place).iter().flat_map(|effect| &effect.moves));
            }
            _ => {}
        }
    }
    sort(&mut places, Ord::cmp);
    places.dedup();
    (!places.is_empty()).then(|| places.iter().filter_map(|place| moved.get(*place)).sum())
}

/// The names in a sentence; past those that people can read it says how many more there are.
fn names(model: &Model, parameters: &[usize]) -> Label {
    let named = parameters.iter().filter_map(|at| model.parameters.get(*at)).take(MOST_NAMED);
    let mut names: Vec<Label> = named.map(|parameter| name(model, &parameter.quantity)).collect();
    if let Some(more) = parameters.len().checked_sub(MOST_NAMED).filter(|more| *more > 0) {
        names.push(Label::said(format_args!("nog {more} andere"), format_args!("{more} more")));
    }
    Label::new(
        names.iter().map(|name| &*name.nl).collect::<Vec<_>>().join(" en "),
        names.iter().map(|name| &*name.en).collect::<Vec<_>>().join(" and "),
    )
}

/// How many changes inform it, as a sentence; empty where that does not apply.
fn information(count: Option<f64>) -> Label {
    let Some(count) = count else { return Label::of("", "") };
    let count = rounded(count, 2);
    Label::said(
        format_args!(
            " Zo vaak ligt zo'n overgang op de kortste weg tussen twee waarnemingen na elkaar: {}.",
            count.nl
        ),
        format_args!(
            " How often such a move lies on the shortest way between two visits in a row: {}.",
            count.en
        ),
    )
}

/// The findings of a search; `moved` counts by move the changes that inform it.
pub(super) fn findings(
    model: &Model,
    found: &Found,
    moved: &[f64],
    converged: bool,
    definite: bool,
) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for course in &found.courses {
        let parameters = meant(&course.model);
        let informed = informed_by(model, &parameters, moved);
        let (names, information) = (names(model, &parameters), information(informed));
        let (code, text) = if course.silent {
            (FindingKind::NotIdentified, silent(&names, &information, parameters.len()))
        } else {
            (FindingKind::DivergingParameter, diverging(model, &parameters, &names, &information))
        };
        let parts = parameters.iter().filter_map(|at| course.model.get(*at)).copied().collect();
        findings.push(Finding { code, parameters, parts, informed_by: informed, text });
    }
    if !converged {
        let text = Label::of(
            "De zoektocht naar de best passende waarden eindigde zonder optimum. Gebruik deze getallen niet. Vereenvoudig het model: minder overgangen of effecten, of effecten die overgangen delen.",
            "The search for the best fitting values ended without an optimum. Do not use these numbers. Make the model simpler: fewer moves or effects, or effects that moves share.",
        );
        findings.push(Finding {
            code: FindingKind::NotConverged,
            parameters: Vec::new(),
            parts: Vec::new(),
            informed_by: None,
            text,
        });
    } else if !definite {
        let text = Label::of(
            "De gegevens bepalen niet alle waarden tegelijk: in een richting wordt het model er niet slechter van. Daarom zijn er geen standaardfouten. Vereenvoudig het model: minder overgangen, effecten of fouten.",
            "The data do not settle all values at once: in some direction the model gets no worse. That is why there are no standard errors. Make the model simpler: fewer moves, effects or errors.",
        );
        findings.push(Finding {
            code: FindingKind::NotPositiveDefinite,
            parameters: Vec::new(),
            parts: Vec::new(),
            informed_by: None,
            text,
        });
    }
    findings
}

fn silent(names: &Label, information: &Label, count: usize) -> Label {
    if count == 1 {
        return Label::said(
            format_args!(
                "Over {} zeggen de gegevens niets.{} Laat deze weg uit het model, of deel een effect met overgangen die wel voorkomen.",
                names.nl, information.nl
            ),
            format_args!(
                "The data say nothing about {}.{} Leave it out of the model, or share an effect with moves that do occur.",
                names.en, information.en
            ),
        );
    }
    Label::said(
        format_args!(
            "De gegevens kunnen {} niet uit elkaar houden: een ander samenstel past even goed.{} Laat er een weg.",
            names.nl, information.nl
        ),
        format_args!(
            "The data cannot tell {} apart: another mixture fits as well.{} Leave one out.",
            names.en, information.en
        ),
    )
}

fn diverging(model: &Model, parameters: &[usize], names: &Label, information: &Label) -> Label {
    let held =
        parameters.iter().filter_map(|at| model.parameters.get(*at)).find_map(|parameter| parameter.held);
    let (way, limit) = match held {
        Some(Held::Boundary { upwards, limit }) => (upwards, limit),
        _ => (false, None),
    };
    let (nl, en) = if way { ("oneindig", "infinity") } else { ("min oneindig", "minus infinity") };
    let limit = limit.map_or_else(
        || Label::of("", ""),
        |limit| {
            let value = rounded(limit, 4);
            let (nl, en) = if way { ("hoger", "above") } else { ("lager", "below") };
            let (of_nl, of_en) =
                if parameters.len() > 1 { (" van de eerste", " of the first") } else { ("", "") };
            Label::said(
                format_args!(" Met 95 % zekerheid ligt de logaritme{of_nl} {nl} dan {}.", value.nl),
                format_args!(" With 95 % confidence the logarithm{of_en} lies {en} {}.", value.en),
            )
        },
    );
    let (has, have) = if parameters.len() > 1 { ("hebben", "have") } else { ("heeft", "has") };
    let advice = match parameters.first().and_then(|at| model.parameters.get(*at)).map(|one| &one.quantity) {
        Some(Quantity::Error(_)) if !way => Label::of(
            "Deze fout komt in de gegevens niet voor; laat haar weg uit het model.",
            "This error does not occur in the data; leave it out of the model.",
        ),
        Some(Quantity::Intensity(_)) if parameters.len() == 1 && !way => Label::of(
            "Deze overgang is in de gegevens niet te zien; laat haar weg uit het model als zij ook niet kan.",
            "This move is not to be seen in the data; leave it out of the model if it cannot happen either.",
        ),
        Some(Quantity::Intensity(_)) if way => Label::of(
            "Bij zulke snelle overgangen zegt een registratie bijna niets over de volgende: kijk na hoe de registraties zijn gemaakt, of neem deze toestanden samen.",
            "With moves this fast one registration says next to nothing about the next: look up how the registrations were made, or take these states together.",
        ),
        Some(Quantity::Effect(_)) => Label::of(
            "Deel het effect met andere overgangen, of laat het weg.",
            "Share the effect with other moves, or leave it out.",
        ),
        _ => Label::of("Maak het model eenvoudiger.", "Make the model simpler."),
    };
    Label::said(
        format_args!(
            "{} {has} geen eindige schatting: het model past steeds beter naarmate de logaritme naar {nl} loopt.{}{} De rest is geschat met deze waarde vastgezet. {}",
            capital(&names.nl),
            limit.nl,
            information.nl,
            advice.nl
        ),
        format_args!(
            "{} {have} no finite estimate: the model keeps fitting better as the logarithm runs to {en}.{}{} The rest was estimated with this value held. {}",
            capital(&names.en),
            limit.en,
            information.en,
            advice.en
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::names;
    use crate::multistate::tests::made::model;

    #[test]
    fn a_sentence_names_six_and_counts_the_rest() {
        let rates: Vec<((usize, usize), f64)> =
            (1..9).flat_map(|from| [((from, from + 1), 1.0), ((from + 1, from), 1.0)]).collect();
        let model = model(9, &rates);
        let of = |count: usize| names(&model, &(0..count).collect::<Vec<usize>>());
        assert!(!of(6).en.contains("more") && of(6).en.matches(" and ").count() == 5);
        assert!(of(7).en.ends_with(" and 1 more") && of(7).nl.ends_with(" en nog 1 andere"));
        assert_eq!(of(16).en.matches(" and ").count(), 6);
        assert!(of(16).en.ends_with(" and 10 more"), "{}", of(16).en);
    }
}
