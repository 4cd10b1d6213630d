//! What it would do if a determinant rose: through a model, with where its coefficients come from.

use super::super::Determinant;
use super::request::read_people;
use crate::distribution::normal::Z_95;
use crate::document::{Document, Reader};
use crate::error::Error;
use crate::number::{plain, rounded};
use crate::plan::{Factor, Person, Rise};
use crate::response::Model;
use crate::{Label, ProvenanceKind, Reason, Source, Vocabulary};
use serde::Serialize;

/// People, a model, and by how many points a determinant would rise.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "super::shape::Supposing"))]
pub struct Supposing {
    /// The people.
    pub people: Vec<Person>,
    /// How chances follow from the determinants.
    pub model: Model,
    /// By how many points of the score a determinant would rise, or fall below zero; 1 when left out.
    pub points: f64,
}

/// What it would do if each determinant rose.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WhatIf {
    /// By how many points.
    pub points: f64,
    /// Each determinant in the order of the model.
    pub determinants: Vec<DeterminantRise>,
    /// What to know before using it.
    pub reasons: Vec<Reason>,
    /// How chances follow from the determinants, and where that comes from.
    pub model: Model,
}

/// What it would do if one determinant rose.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DeterminantRise {
    /// The determinant.
    pub determinant: Determinant,
    /// Its name.
    pub label: Label,
    /// The mean change of the chance in percentage points; `None` when of nobody enough is known, or when the model does not
    /// have this determinant.
    pub percentage_points: Option<f64>,
    /// Its standard error; `None` when nothing is known of the uncertainty of the coefficients.
    pub standard_error: Option<f64>,
    /// The lower end of the 95 % interval.
    pub low: Option<f64>,
    /// The upper end of the 95 % interval.
    pub high: Option<f64>,
    /// Of how many people enough is known.
    pub people: usize,
    /// How many of them have less room than the rise: they rise to the end of the scale.
    pub short_of_room: usize,
    /// The same in words.
    pub text: Label,
}

/// Says what it would do to the chance of the behaviour if each determinant rose by so many points, the others staying as
/// they are.
///
/// How it is computed and what it assumes says [`crate::plan::what_if`]. Fewer practical barriers are a fall of their score.
///
/// # Errors
/// `undefined` for a term on an unknown determinant, `outside-range` for a score or a chance outside its range.
///
/// # Source
/// IBM-15: the sources give no coefficients; they are a value with provenance that travels with the answer.
pub fn what_if(supposing: &Supposing) -> Result<WhatIf, Error> {
    let factors = factors();
    let rises = crate::plan::what_if(&factors, &supposing.people, &supposing.model, supposing.points)?;
    let view = |(determinant, rise): (&Determinant, Rise)| view(supposing, *determinant, &rise);
    Ok(WhatIf {
        points: supposing.points,
        determinants: Determinant::ALL.iter().zip(rises).map(view).collect(),
        reasons: reasons(supposing),
        model: supposing.model.clone(),
    })
}

/// The determinants as the kernel takes them.
pub(super) fn factors() -> Vec<Factor> {
    let factor = |one: &Determinant| Factor { id: one.code().to_owned(), low: 0.0, high: 100.0 };
    Determinant::ALL.iter().map(factor).collect()
}

fn view(supposing: &Supposing, determinant: Determinant, rise: &Rise) -> DeterminantRise {
    let mut terms = supposing.model.coefficients.iter().flat_map(|one| one.factors());
    let known = rise.people > 0 && terms.any(|factor| factor == determinant.code());
    let of = |value: f64| known.then_some(100.0 * value);
    let error = rise.standard_error;
    let (label, points) = (determinant.label(), plain(supposing.points));
    let ends = error.and_then(|error| of(rise.change - Z_95 * error).zip(of(rise.change + Z_95 * error)));
    let text = match (of(rise.change), ends) {
        (None, _) => Label::said(
            format_args!("{}: daar zegt dit model niets over", label.nl),
            format_args!("{}: this model says nothing of it", label.en),
        ),
        (Some(change), ends) => {
            let change = rounded(change, 2);
            let between = ends.map_or_else(
                || Label::of("interval onbekend", "interval unknown"),
                |(low, high)| {
                    let (low, high) = (rounded(low, 2), rounded(high, 2));
                    Label::new(format!("{} tot {}", low.nl, high.nl), format!("{} to {}", low.en, high.en))
                },
            );
            Label::said(
                format_args!(
                    "als {} {} hoger was, zou de kans gemiddeld {} procentpunt veranderen ({})",
                    label.nl, points.nl, change.nl, between.nl
                ),
                format_args!(
                    "if {} were {} higher, the chance would change by {} percentage points on average ({})",
                    label.en, points.en, change.en, between.en
                ),
            )
        }
    };
    DeterminantRise {
        determinant,
        label,
        percentage_points: of(rise.change),
        standard_error: error.and_then(of),
        low: ends.map(|ends| ends.0),
        high: ends.map(|ends| ends.1),
        people: rise.people,
        short_of_room: rise.short,
        text,
    }
}

fn reasons(supposing: &Supposing) -> Vec<Reason> {
    let mut reasons = vec![Reason::new(
        "changes-are-assumed",
        Label::of(
            "het model vergelijkt mensen met elkaar; dat iemand die verandert zich net zo gaat gedragen is een aanname",
            "the model compares people with each other; that someone who changes comes to behave likewise is an assumption",
        ),
        Vec::new(),
        Source::facts(&["IBM-15"]),
    )];
    reasons.extend(super::reasons::near_zero(&supposing.people));
    if supposing.model.provenance.kind == ProvenanceKind::Illustrative {
        reasons.push(Reason::new(
            "illustrative-numbers",
            Label::of(
                "de coëfficiënten zijn ter illustratie gekozen: trek er geen conclusies uit",
                "the coefficients were chosen to illustrate: conclude nothing from them",
            ),
            Vec::new(),
            Source::facts(&["IBM-61"]),
        ));
    }
    reasons
}

impl Document for Supposing {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["people", "model", "points"])?;
        let (people, model) = (fields.must("people", read_people), fields.must("model", Model::read));
        let points = fields.maybe("points", Reader::number);
        Some(Self { people: people?, model: model?, points: points?.unwrap_or(1.0) })
    }
}
