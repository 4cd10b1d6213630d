//! Reading models.

use super::{Held, HeldKind, Model, Parameter, Quantity, QuantityKind};
use crate::Vocabulary;
use crate::document::{Document, Reader};
use crate::error::Mistake;
use crate::multistate::Specification;
use crate::multistate::likelihood::Design;

impl Document for Model {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields =
            reader.fields(&["specification", "centres", "parameters", "covariance", "provenance"])?;
        let specification = fields.required("specification").and_then(|one| Specification::read(&one));
        let centres = fields.list_of("centres", centre);
        let provenance = fields.required("provenance").and_then(|one| one.provenance());
        let (parameters, covariance) = (fields.required("parameters"), fields.optional("covariance"));
        // The rest speaks of the specification.
        let specification = specification?;
        let quantities = Design::of(&specification).quantities();
        let parameters = parameters.and_then(|list| read_parameters(&list, &quantities));
        let covariance = match covariance {
            Some(rows) => Some(Some(square(&rows, quantities.len())?)),
            None => Some(None),
        };
        Some(Self {
            centres: centres?,
            parameters: parameters?,
            covariance: covariance?,
            provenance: provenance?,
            specification,
        })
    }
}

fn centre(reader: &Reader<'_>) -> Option<(String, f64)> {
    let fields = reader.fields(&["covariate", "value"])?;
    let name = fields.required("covariate").and_then(|name| name.text());
    let value = fields.required("value").and_then(|value| value.number());
    Some((name?.to_owned(), value?))
}

fn read_parameters(reader: &Reader<'_>, quantities: &[Quantity]) -> Option<Vec<Parameter>> {
    let elements = reader.list()?;
    if elements.len() != quantities.len() {
        reader.refuse(Mistake::WrongLength { found: elements.len(), expected: quantities.len() });
        return None;
    }
    let parameters: Vec<Option<Parameter>> =
        elements.iter().zip(quantities).map(|(element, quantity)| parameter(element, quantity)).collect();
    parameters.into_iter().collect()
}

fn parameter(reader: &Reader<'_>, quantity: &Quantity) -> Option<Parameter> {
    // What it is about follows from the specification; it is written for people.
    let fields = reader.fields(&[
        "quantity",
        "covariate",
        "moves",
        "errors",
        "state",
        "value",
        "standard_error",
        "held",
    ])?;
    let kind = fields.maybe("quantity", |kind| {
        let code = kind.code::<QuantityKind>()?;
        let expected = quantity.kind();
        if code != expected {
            kind.refuse(Mistake::UnknownCode {
                what: QuantityKind::NAME,
                value: code.code().to_owned(),
                expected: vec![expected.code().to_owned()],
            });
        }
        (code == expected).then_some(code)
    });
    let value = fields.required("value").and_then(|value| value.number());
    let held = fields.maybe("held", held);
    kind?;
    Some(Parameter { quantity: quantity.clone(), value: value?, held: held? })
}

fn held(reader: &Reader<'_>) -> Option<Held> {
    let fields = reader.fields(&["kind", "upwards", "limit"])?;
    let kind = fields.required("kind").and_then(|kind| kind.code::<HeldKind>());
    let limit = fields.maybe("limit", Reader::number);
    match kind? {
        HeldKind::NotIdentified => Some(Held::NotIdentified),
        HeldKind::Boundary => {
            let upwards = fields.required("upwards").and_then(|upwards| upwards.truth());
            Some(Held::Boundary { upwards: upwards?, limit: limit? })
        }
    }
}

/// A square table of numbers of this size.
fn square(reader: &Reader<'_>, size: usize) -> Option<Vec<Vec<f64>>> {
    let long_enough = |list: &Reader<'_>, found: usize| {
        if found != size {
            list.refuse(Mistake::WrongLength { found, expected: size });
        }
        found == size
    };
    let rows = reader.list_of(|row| {
        let row_of = row.list_of(Reader::number)?;
        long_enough(row, row_of.len()).then_some(row_of)
    })?;
    long_enough(reader, rows.len()).then_some(rows)
}
