//! Answers in plain words.

use super::question::Question;
use super::{Answer, Interval};
use crate::multistate::{Model, TimeUnit};
use crate::number::number;
use crate::{Label, Vocabulary};

/// A length of time with its unit.
pub(crate) fn duration(value: f64, unit: TimeUnit) -> Label {
    let number = number(value);
    let one = number.en == "1";
    let (nl, en) = match unit {
        TimeUnit::Day => (if one { "dag" } else { "dagen" }, if one { "day" } else { "days" }),
        TimeUnit::Week => (if one { "week" } else { "weken" }, if one { "week" } else { "weeks" }),
        TimeUnit::Month => (if one { "maand" } else { "maanden" }, if one { "month" } else { "months" }),
        TimeUnit::Year => ("jaar", if one { "year" } else { "years" }),
    };
    Label::said(format_args!("{} {nl}", number.nl), format_args!("{} {en}", number.en))
}

/// A share as a number of people in a hundred.
pub(crate) fn of_hundred(share: f64) -> Label {
    let number = number(share * 100.0);
    Label::said(format_args!("{} van de 100 mensen", number.nl), format_args!("{} of 100 people", number.en))
}

/// The names of states, as a list.
pub(crate) fn states(model: &Model, states: &[usize]) -> Label {
    let all = model.specification.space.states();
    let names: Vec<&Label> = states.iter().filter_map(|state| Some(&all.get(*state)?.label)).collect();
    let quoted: Vec<Label> = names
        .into_iter()
        .map(|name| Label::said(format_args!("“{}”", name.nl), format_args!("“{}”", name.en)))
        .collect();
    match quoted.split_last() {
        Some((last, first)) if !first.is_empty() => {
            let first = Label::join(first, ", ");
            Label::said(
                format_args!("{} of {}", first.nl, last.nl),
                format_args!("{} or {}", first.en, last.en),
            )
        }
        _ => Label::join(&quoted, ", "),
    }
}

/// The interval between brackets, each end written by `write`; empty when there is none.
pub(crate) fn between(interval: Option<&Interval>, write: impl Fn(f64) -> Label) -> Label {
    let Some(interval) = interval else { return Label::of("", "") };
    let level = number(interval.level * 100.0);
    let text = match (interval.low.map(&write), interval.high.map(&write)) {
        (Some(low), Some(high)) => {
            Label::said(format_args!("{} tot {}", low.nl, high.nl), format_args!("{} to {}", low.en, high.en))
        }
        (Some(low), None) => {
            Label::said(format_args!("minstens {}", low.nl), format_args!("at least {}", low.en))
        }
        (None, Some(high)) => {
            Label::said(format_args!("hoogstens {}", high.nl), format_args!("at most {}", high.en))
        }
        (None, None) => return Label::of("", ""),
    };
    Label::said(
        format_args!(" ({}; interval van {}%)", text.nl, level.nl),
        format_args!(" ({}; {}% interval)", text.en, level.en),
    )
}

/// What the interval is and where the model comes from: the end of every paragraph.
pub(crate) fn ending(model: &Model, interval: Option<&Interval>) -> Vec<Label> {
    let mut sentences = Vec::new();
    if let Some(interval) = interval {
        let method = interval.method.label();
        sentences.push(Label::said(
            format_args!("Het interval zegt hoe zeker dit is (methode: {}).", method.nl),
            format_args!("The interval says how sure this is (method: {}).", method.en),
        ));
    }
    let kind = model.provenance.kind.label();
    sentences.push(Label::said(
        format_args!(
            "Dit volgt uit een model ({}). Het gaat over een groep en zegt niet wat één persoon zal doen.",
            kind.nl
        ),
        format_args!(
            "This follows from a model ({}). It is about a group and does not say what one person will do.",
            kind.en
        ),
    ));
    sentences
}

/// The paragraph of an answer.
pub(super) fn paragraph(model: &Model, question: &Question, answer: &Answer) -> Label {
    let mut sentences = vec![finding(model, question, answer)];
    sentences.extend(explanation(model, question, answer));
    sentences.extend(answer.cautions.iter().map(|caution| caution.text.clone()));
    sentences.extend(ending(model, answer.interval.as_ref()));
    Label::join(&sentences, " ")
}

#[expect(clippy::too_many_lines, reason = "one sentence a kind of question, read as a list")]
fn finding(model: &Model, question: &Question, answer: &Answer) -> Label {
    let unit = model.specification.unit;
    let (from, to) = (states(model, &[question.from()]), states(model, &question.to()));
    let Some(value) = answer.value else {
        return match question {
            Question::Sojourn { .. } => Label::said(
                format_args!("Uit {} gaat in dit model niemand weg.", from.nl),
                format_args!("In this model no one leaves {}.", from.en),
            ),
            _ => Label::said(
                format_args!("Hoe lang het gemiddeld duurt van {} tot {} is niet te geven.", from.nl, to.nl),
                format_args!("How long it takes on average from {} to {} cannot be given.", from.en, to.en),
            ),
        };
    };
    let interval = answer.interval.as_ref();
    let time = |value: f64| duration(value, unit);
    let people = |value: f64| number(value * 100.0);
    let span = question.span().map_or_else(|| Label::of("", ""), |span| time(span.length()));
    match question {
        Question::Intensity { .. } => {
            let (n, i) = (number(value), between(interval, number));
            let per = unit.label();
            Label::said(
                format_args!(
                    "Van {} naar {}: per {} {} keer{} voor wie in de eerste is.",
                    from.nl, to.nl, per.nl, n.nl, i.nl
                ),
                format_args!(
                    "From {} to {}: {} times{} per {} for those in the first.",
                    from.en, to.en, n.en, i.en, per.en
                ),
            )
        }
        Question::HazardRatio { covariate, .. } => {
            let (n, i) = (number(value), between(interval, number));
            if let Some(piece) = model.specification.period(covariate) {
                let period = piece + 1;
                return Label::said(
                    format_args!(
                        "In periode {period} gaat de stap van {} naar {} {} keer zo snel als in periode 1{}.",
                        from.nl, to.nl, n.nl, i.nl
                    ),
                    format_args!(
                        "In period {period} the move from {} to {} is {} times as fast as in period 1{}.",
                        from.en, to.en, n.en, i.en
                    ),
                );
            }
            Label::said(
                format_args!(
                    "Als `{covariate}` 1 hoger is (waar het 0 of 1 is: wel tegenover niet), gaat de stap van {} naar {} {} keer zo snel{}.",
                    from.nl, to.nl, n.nl, i.nl
                ),
                format_args!(
                    "When `{covariate}` is higher by 1 (where it is 0 or 1: with against without), the move from {} to {} is {} times as fast{}.",
                    from.en, to.en, n.en, i.en
                ),
            )
        }
        Question::Probability { .. } => {
            let (n, i) = (of_hundred(value), between(interval, people));
            Label::said(
                format_args!(
                    "Van wie nu in {} is, is na {} naar verwachting {}{} in {}.",
                    from.nl, span.nl, n.nl, i.nl, to.nl
                ),
                format_args!(
                    "Of those now in {}, {}{} are expected in {} after {}.",
                    from.en, n.en, i.en, to.en, span.en
                ),
            )
        }
        Question::Sojourn { .. } => {
            let (n, i) = (time(value), between(interval, time));
            Label::said(
                format_args!(
                    "Wie in {} komt, blijft daar gemiddeld {}{} achter elkaar.",
                    from.nl, n.nl, i.nl
                ),
                format_args!(
                    "Those who come into {} stay there {}{} at one go on average.",
                    from.en, n.en, i.en
                ),
            )
        }
        Question::Next { .. } => {
            let (n, i) = (of_hundred(value), between(interval, people));
            Label::said(
                format_args!(
                    "Van wie uit {} weggaat, gaat naar verwachting {}{} meteen naar {}.",
                    from.nl, n.nl, i.nl, to.nl
                ),
                format_args!(
                    "Of those who leave {}, {}{} are expected to go to {} directly.",
                    from.en, n.en, i.en, to.en
                ),
            )
        }
        Question::FirstPassage { .. } => {
            let (n, i) = (time(value), between(interval, time));
            Label::said(
                format_args!(
                    "Van {} duurt het gemiddeld {}{} tot iemand voor het eerst in {} is.",
                    from.nl, n.nl, i.nl, to.nl
                ),
                format_args!(
                    "From {} it takes {}{} on average until someone is first in {}.",
                    from.en, n.en, i.en, to.en
                ),
            )
        }
        Question::Passing { .. } => {
            let (n, i) = (of_hundred(value), between(interval, people));
            Label::said(
                format_args!(
                    "Van wie nu in {} is, komt binnen {} naar verwachting {}{} minstens één keer in {}.",
                    from.nl, span.nl, n.nl, i.nl, to.nl
                ),
                format_args!(
                    "Of those now in {}, {}{} are expected to be in {} at least once within {}.",
                    from.en, n.en, i.en, to.en, span.en
                ),
            )
        }
        Question::Stay { .. } => {
            let (n, i) = (time(value), between(interval, time));
            Label::said(
                format_args!(
                    "Wie nu in {} is, is in {} gemiddeld {}{} in {}.",
                    from.nl, span.nl, n.nl, i.nl, to.nl
                ),
                format_args!(
                    "Those now in {} are in {} for {}{} on average within {}.",
                    from.en, to.en, n.en, i.en, span.en
                ),
            )
        }
        Question::Visits { .. } => {
            let (n, i) = (number(value), between(interval, number));
            Label::said(
                format_args!(
                    "Wie nu in {} is, komt in {} gemiddeld {} keer{} in {}.",
                    from.nl, span.nl, n.nl, i.nl, to.nl
                ),
                format_args!(
                    "Those now in {} come into {} {} times{} on average within {}.",
                    from.en, to.en, n.en, i.en, span.en
                ),
            )
        }
        Question::Misregistered { .. } => {
            let (n, i) = (of_hundred(value), between(interval, people));
            Label::said(
                format_args!(
                    "Van wie echt in {} is, staat naar verwachting {}{} geregistreerd als {}.",
                    from.nl, n.nl, i.nl, to.nl
                ),
                format_args!(
                    "Of those truly in {}, {}{} are expected to be registered as {}.",
                    from.en, n.en, i.en, to.en
                ),
            )
        }
    }
}

/// That a ratio is not of this move alone, where the model has one effect for several.
fn shared(model: &Model, covariate: &str, (from, to): (usize, usize)) -> Option<Label> {
    let specification = &model.specification;
    let moves = specification.space.moves();
    let own = moves.iter().position(|one| (one.from, one.to) == (from, to))?;
    let mut effects = specification.effects.iter().filter(|effect| effect.covariate == covariate);
    let effect = effects.find(|effect| effect.moves.contains(&own))?;
    let others = effect.moves.iter().filter(|place| **place != own).filter_map(|place| moves.get(*place));
    let names: Vec<Label> = others
        .map(|one| {
            let (from, to) = (states(model, &[one.from]), states(model, &[one.to]));
            Label::said(format_args!("{} naar {}", from.nl, to.nl), format_args!("{} to {}", from.en, to.en))
        })
        .collect();
    if names.is_empty() {
        return None;
    }
    let list = Label::join(&names, ", ");
    Some(Label::said(
        format_args!(
            "Het model heeft één verhouding voor deze en andere stappen samen ({}); voor elke apart kan zij anders zijn.",
            list.nl
        ),
        format_args!(
            "The model has one ratio for this and other moves together ({}); for each on its own it may differ.",
            list.en
        ),
    ))
}

/// Why a probability is above zero where no direct move exists, and of what a shared ratio is the ratio.
fn explanation(model: &Model, question: &Question, answer: &Answer) -> Option<Label> {
    if let Question::HazardRatio { covariate, from, to } = question {
        return shared(model, covariate, (*from, *to));
    }
    let (Question::Probability { span, .. } | Question::Passing { span, .. }) = question else { return None };
    let (from, to) = (question.from(), question.to());
    let direct = |to: &usize| {
        *to == from || model.specification.space.moves().iter().any(|one| (one.from, one.to) == (from, *to))
    };
    if to.iter().any(direct) || answer.value.is_none_or(|value| value <= 0.0) {
        return None;
    }
    let (from, to) = (states(model, &[from]), states(model, &to));
    let span = duration(span.length(), model.specification.unit);
    Some(Label::said(
        format_args!(
            "Een directe stap van {} naar {} bestaat in dit model niet. Maar in {} kan iemand via andere toestanden gaan; daarom is het aantal niet nul.",
            from.nl, to.nl, span.nl
        ),
        format_args!(
            "This model has no direct move from {} to {}. But within {} someone can pass through other states, so the number is not zero.",
            from.en, to.en, span.en
        ),
    ))
}

#[cfg(test)]
mod tests {
    use super::duration;
    use crate::multistate::TimeUnit;

    #[test]
    fn one_of_a_unit_is_one() {
        assert_eq!(duration(1.0, TimeUnit::Week).nl, "1 week");
        assert_eq!(duration(2.5, TimeUnit::Month).en, "2.5 months");
    }
}
