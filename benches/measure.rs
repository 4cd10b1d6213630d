//! Scoring a million people on 28 items, and one person.
#![forbid(unsafe_code)]
#![expect(clippy::unwrap_used, reason = "a bench that cannot build its input has nothing to measure")]

use divan::counter::ItemsCount;
use meedoen::document::Document;
use meedoen::measure::{Answers, Bits, Column, Instrument, Values};

const ROWS: usize = 1_000_000;
const ITEMS: usize = 28;

fn main() {
    divan::main();
}

/// Seven scales of four items on 1 to 5, the last of each reverse-keyed.
fn instrument() -> Instrument {
    let both = serde_json::json!({"nl": "proef", "en": "trial"});
    let items: Vec<_> = (0..ITEMS)
        .map(|item| serde_json::json!({"id": item.to_string(), "text": both, "reverse": item % 4 == 3}))
        .collect();
    let scales: Vec<_> = (0..ITEMS / 4)
        .map(|scale| {
            let parts: Vec<_> =
                (0..4).map(|item| serde_json::json!({"item": (scale * 4 + item).to_string()})).collect();
            serde_json::json!({"id": scale.to_string(), "label": both, "parts": parts})
        })
        .collect();
    let document = serde_json::json!({
        "schema_version": 1, "id": "bench", "version": "1", "title": both,
        "provenance": {"kind": "illustrative", "note": both}, "scale": {"min": 1, "max": 5},
        "missing_rule": "half", "items": items, "scales": scales,
    });
    Instrument::from_value(&document).unwrap()
}

/// Numbers that look random enough, the same every time.
fn draws() -> impl Iterator<Item = u64> {
    std::iter::successors(Some(0x9E37_79B9_7F4A_7C15_u64), |state| {
        Some(state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407))
    })
    .map(|state| state >> 33)
}

/// Scores a table whose cells are made by `cell`, with about three in a hundred absent.
fn score_table<T: Copy>(bencher: divan::Bencher<'_, '_>, cell: fn(u64) -> T, values: fn(&[T]) -> Values<'_>) {
    let instrument = instrument();
    let cells: Vec<Vec<T>> = (0..ITEMS)
        .map(|item| draws().skip(item).take(ROWS).map(|draw| cell(draw % 5 + 1)).collect())
        .collect();
    let bits: Vec<u8> =
        draws().take(ROWS / 8).map(|draw| if draw % 4 == 0 { !(1 << (draw % 8)) } else { 255 }).collect();
    let present = Some(Bits { bytes: &bits, offset: 0 });
    let columns: Vec<(&str, Column<'_>)> = instrument
        .items
        .iter()
        .zip(&cells)
        .map(|(item, cells)| (item.id.as_str(), Column { values: values(cells), present }))
        .collect();
    bencher.counter(ItemsCount::new(ROWS)).bench_local(|| instrument.score_columns(&columns, 0).unwrap());
}

#[divan::bench(sample_count = 20)]
fn table_of_bytes(bencher: divan::Bencher<'_, '_>) {
    score_table(bencher, |draw| i8::try_from(draw).unwrap(), |cells| Values::I8(cells));
}

#[divan::bench(sample_count = 20)]
fn table_of_64_bit_numbers(bencher: divan::Bencher<'_, '_>) {
    score_table(bencher, |draw| i64::try_from(draw).unwrap(), |cells| Values::I64(cells));
}

#[divan::bench(sample_count = 20)]
fn table_of_floats(bencher: divan::Bencher<'_, '_>) {
    score_table(bencher, |draw| f64::from(u32::try_from(draw).unwrap()), |cells| Values::F64(cells));
}

/// One person, with reasons.
#[divan::bench]
fn one_person(bencher: divan::Bencher<'_, '_>) {
    let instrument = instrument();
    let answers: Answers = (0..ITEMS).map(|item| (item.to_string(), Some(3.0))).collect();
    bencher.bench(|| instrument.score(divan::black_box(&answers)).unwrap());
}
