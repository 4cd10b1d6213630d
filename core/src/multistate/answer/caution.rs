//! What to know about an answer before it is used.

use super::question::Question;
use super::words;
use crate::multistate::{Model, Parameter, Quantity};
use crate::reason::{Given, Reason};
use crate::{Label, Source};

fn caution(code: &'static str, text: Label, inputs: Vec<Given>) -> Reason {
    Reason::new(code, text, inputs, Source::default())
}

/// Nothing is known about the uncertainty of the parameters.
pub(crate) fn no_uncertainty() -> Reason {
    let text = Label::of(
        "Hoe zeker dit is, is niet bekend: van de getallen van het model is geen onzekerheid gegeven.",
        "How sure this is, is not known: no uncertainty of the numbers of the model is given.",
    );
    caution("no-uncertainty", text, Vec::new())
}

/// The answer rests on a parameter without a finite optimum.
pub(crate) fn at_boundary(model: &Model, parameter: &Parameter, has_limit: bool) -> Reason {
    let name = name(model, &parameter.quantity);
    let text = if has_limit {
        Label::said(
            format_args!(
                "Dit hangt af van {}, waarvan de gegevens maar één grens laten zien. Het interval loopt tot die grens.",
                name.nl
            ),
            format_args!(
                "This depends on {}, of which the data show one limit only. The interval goes up to that limit.",
                name.en
            ),
        )
    } else {
        Label::said(
            format_args!(
                "Dit hangt af van {}, waarover de gegevens te weinig zeggen. Daarom is er geen interval.",
                name.nl
            ),
            format_args!(
                "This depends on {}, about which the data say too little. That is why there is no interval.",
                name.en
            ),
        )
    };
    caution(
        "parameter-at-boundary",
        text,
        vec![
            Given::new("parameter", Label::of("de parameter", "parameter"), name.en.to_string())
                .in_words(name),
        ],
    )
}

/// The states may never be reached.
pub(super) fn may_never_be_reached(model: &Model, question: &Question) -> Reason {
    let (from, to) = (words::states(model, &[question.from()]), words::states(model, &question.to()));
    let text = Label::said(
        format_args!(
            "Wie in {} is, kan in dit model ergens komen vanwaar {} niet meer te bereiken is. Een gemiddelde tijd bestaat dan niet. De kans om er binnen een bepaalde tijd te komen bestaat wel.",
            from.nl, to.nl
        ),
        format_args!(
            "In this model those in {} can come to where {} can no longer be reached. A mean time then does not exist. The probability to get there within a given time does.",
            from.en, to.en
        ),
    );
    caution("may-never-be-reached", text, Vec::new())
}

/// The state is never left.
pub(super) fn never_left() -> Reason {
    let text = Label::of(
        "Een gemiddelde verblijfsduur bestaat dan niet.",
        "A mean length of stay then does not exist.",
    );
    caution("never-left", text, Vec::new())
}

/// Some of the answers to draws were infinite.
pub(super) fn some_infinite() -> Reason {
    let text = Label::of(
        "Bij een deel van de trekkingen was het antwoord oneindig; het interval heeft dan geen bovengrens.",
        "For some of the draws the answer was infinite; the interval then has no upper end.",
    );
    caution("some-infinite", text, Vec::new())
}

/// A parameter in words.
pub(crate) fn name(model: &Model, quantity: &Quantity) -> Label {
    let specification = &model.specification;
    let one = |place: &usize| {
        let one = specification.space.moves().get(*place);
        one.map_or_else(
            || Label::of("een stap", "a move"),
            |one| {
                let (from, to) = (words::states(model, &[one.from]), words::states(model, &[one.to]));
                Label::said(
                    format_args!("{} naar {}", from.nl, to.nl),
                    format_args!("{} to {}", from.en, to.en),
                )
            },
        )
    };
    let error = |place: &usize| {
        let pair = specification.errors.as_ref().and_then(|errors| errors.allowed.get(*place)).copied();
        let (truly, registered) = pair.unwrap_or_default();
        let (truly, registered) = (words::states(model, &[truly]), words::states(model, &[registered]));
        Label::said(
            format_args!("{} geregistreerd als {}", truly.nl, registered.nl),
            format_args!("{} registered as {}", truly.en, registered.en),
        )
    };
    let of = |covariate: &str, moves: Label| {
        Label::said(
            format_args!("het effect van `{covariate}` op {}", moves.nl),
            format_args!("the effect of `{covariate}` on {}", moves.en),
        )
    };
    match quantity {
        Quantity::Intensity(place) => {
            let one = one(place);
            Label::said(
                format_args!("de snelheid van {}", one.nl),
                format_args!("the intensity of {}", one.en),
            )
        }
        Quantity::Effect(number) => match specification.effects.get(*number) {
            Some(effect) => {
                of(&effect.covariate, Label::join(&effect.moves.iter().map(one).collect::<Vec<_>>(), ", "))
            }
            None => Label::of("een effect", "an effect"),
        },
        Quantity::Error(place) => {
            let pair = error(place);
            Label::said(format_args!("de fout {}", pair.nl), format_args!("the error {}", pair.en))
        }
        Quantity::ErrorEffect(number) => {
            let effect = specification.errors.as_ref().and_then(|errors| errors.effects.get(*number));
            effect.map_or_else(
                || Label::of("een effect op een fout", "an effect on an error"),
                |effect| {
                    of(
                        &effect.covariate,
                        Label::join(&effect.moves.iter().map(error).collect::<Vec<_>>(), ", "),
                    )
                },
            )
        }
        Quantity::Initial(state) => {
            let state = words::states(model, &[*state]);
            Label::said(
                format_args!("het aandeel dat begint in {}", state.nl),
                format_args!("the share that begins in {}", state.en),
            )
        }
    }
}
