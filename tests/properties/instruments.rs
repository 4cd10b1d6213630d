//! Random instruments, as documents that pass the door, and random answers to them.

use meedoen::document::Document;
use meedoen::measure::Instrument;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

/// An instrument with the answers of some people, one row each; what is not answered is absent.
#[derive(Clone, Debug)]
pub(crate) struct Survey {
    pub(crate) instrument: Instrument,
    pub(crate) rows: Vec<Vec<Option<f64>>>,
}

/// The numbers of an answer scale. Centres and bounds are eighths, which every number type here holds exactly.
#[derive(Clone, Copy, Debug)]
struct Range {
    min: f64,
    max: f64,
    continuous: bool,
}

fn range() -> impl Strategy<Value = Range> {
    let whole = (-5_i32..6, 1_i32..9).prop_map(|(min, length)| (f64::from(min), f64::from(min + length)));
    let eighths = (-40_i32..40, 1_i32..60)
        .prop_map(|(min, length)| (f64::from(min) / 8.0, f64::from(min + length) / 8.0));
    let between = (-40_i32..40, 1_i32..9).prop_map(|(min, length)| {
        let min = f64::from(min) / 8.0;
        Range { min, max: min + f64::from(length), continuous: false }
    });
    prop_oneof![
        1 => between,
        4 => whole.clone().prop_map(|(min, max)| Range { min, max, continuous: false }),
        1 => whole.prop_map(|(min, max)| Range { min, max, continuous: true }),
        1 => eighths.prop_map(|(min, max)| Range { min, max, continuous: true }),
        1 => Just(Range { min: 0.0, max: 100.0, continuous: false }),
    ]
}

fn text(of: &str) -> Value {
    json!({"nl": of, "en": of})
}

fn item(index: usize, reverse: bool) -> Value {
    json!({"id": format!("item_{index}"), "text": text("t"), "reverse": reverse})
}

fn rule() -> impl Strategy<Value = Value> {
    select(vec![json!("half"), json!("complete"), json!("any"), json!(0.75), json!(1.0 / 3.0)])
}

/// The parts of a scale: items, or products of pairs of items about one pair of centres.
fn parts(items: usize) -> impl Strategy<Value = Vec<Value>> {
    let name = move |pick: Index| format!("item_{}", pick.index(items));
    let facet = || select(vec![Value::Null, json!("one"), json!("two")]);
    let of_items = vec((any::<Index>(), facet()), 1..7).prop_map(move |picks| {
        picks.into_iter().map(|(pick, facet)| json!({"item": name(pick), "facet": facet})).collect::<Vec<_>>()
    });
    let centre = select(vec![-1.5, 0.0, 0.1, 1.0, 3.0]);
    let pairs = vec((any::<Index>(), any::<Index>(), facet()), 1..5);
    let of_products = ((centre.clone(), centre), pairs).prop_map(move |((a, b), pairs)| {
        let product =
            |(x, y, facet)| json!({"product": [name(x), name(y)], "centre": [a, b], "facet": facet});
        pairs.into_iter().map(product).collect::<Vec<_>>()
    });
    prop_oneof![of_items, of_products]
}

fn scale(items: usize) -> impl Strategy<Value = Value> {
    let output = select(vec!["mean", "sum", "pomp"]);
    let polarity = select(vec!["supporting", "hindering"]);
    (output, polarity, proptest::option::of(rule()), parts(items)).prop_map(|(output, polarity, rule, parts)| {
        json!({"label": text("l"), "output": output, "polarity": polarity, "missing_rule": rule, "parts": parts})
    })
}

/// An instrument of one to six items with one range, one of which may have a scale to itself.
fn document() -> impl Strategy<Value = (Value, Range)> {
    (range(), 1_usize..7).prop_flat_map(|(range, count)| {
        let reverse = vec(any::<bool>(), count);
        let scales = vec(scale(count), 1..5);
        let codes = vec(select(vec![-9.0, 99.0, 777.0, range.min, range.max, range.max + 1.0]), 0..3);
        (reverse, scales, codes, rule()).prop_map(move |(reverse, mut scales, codes, rule)| {
            let every = (0..count).map(|index| json!({"item": format!("item_{index}")})).collect::<Vec<_>>();
            scales.push(json!({"label": text("l"), "parts": every}));
            for (index, scale) in scales.iter_mut().enumerate() {
                scale["id"] = json!(format!("scale_{index}"));
            }
            let items: Vec<Value> =
                reverse.iter().enumerate().map(|(index, one)| item(index, *one)).collect();
            let document = json!({
                "schema_version": 1, "id": "random", "version": "1", "title": text("t"),
                "provenance": {"kind": "illustrative", "note": text("n")},
                "scale": {"min": range.min, "max": range.max, "continuous": range.continuous},
                "missing_codes": codes, "missing_rule": rule, "items": items, "scales": scales,
            });
            (document, range)
        })
    })
}

/// An instrument that passed the door.
pub(crate) fn instrument() -> impl Strategy<Value = Instrument> {
    document()
        .prop_filter_map("the parts fit each other", |(document, _)| Instrument::from_value(&document).ok())
}

/// An answer on the scale, a code for no answer, or nothing.
fn answer(range: Range, codes: Vec<f64>) -> impl Strategy<Value = Option<f64>> {
    let steps = if range.continuous { 8.0 } else { 1.0 };
    let on_scale = any::<Index>().prop_map(move |pick| {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a scale has few steps")]
        let count = ((range.max - range.min) * steps) as usize + 1;
        let step = u32::try_from(pick.index(count)).unwrap_or_default();
        Some(range.min + f64::from(step) / steps)
    });
    if codes.is_empty() {
        prop_oneof![6 => on_scale, 1 => Just(None)].boxed()
    } else {
        prop_oneof![6 => on_scale, 1 => Just(None), 1 => select(codes).prop_map(Some)].boxed()
    }
}

/// An instrument with up to forty rows of answers.
pub(crate) fn survey() -> impl Strategy<Value = Survey> {
    let passed = document().prop_filter_map("the parts fit each other", |(document, range)| {
        Instrument::from_value(&document).ok().map(|instrument| (instrument, range))
    });
    passed.prop_flat_map(|(instrument, range)| {
        let items = instrument.items.len();
        let row = vec(answer(range, instrument.missing_codes.clone()), items);
        vec(row, 0..40).prop_map(move |rows| Survey { instrument: instrument.clone(), rows })
    })
}
