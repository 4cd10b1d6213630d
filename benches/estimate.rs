//! Estimation: a path model, a model with latent variables, two regressions and reliability.
#![forbid(unsafe_code)]
#![expect(clippy::unwrap_used, reason = "a bench that cannot build its input has nothing to measure")]

use divan::Bencher;
use meedoen::Columns;
use meedoen::behaviour;
use meedoen::estimate::{Data, Logistic, Ordinal, Structural};
use meedoen::measure::{Column, Missing, Values};
use meedoen::random::Seed;

const DETERMINANTS: [&str; 4] = ["attitude", "pressure", "efficacy", "skills"];
const PATH: &str = "intention ~ attitude + pressure + efficacy
    behaviour ~ intention + skills + efficacy";

fn main() {
    divan::main();
}

/// Determinants that go together, intention that follows from them, and behaviour as a number, a yes and a class.
fn people(rows: u32) -> Data<'static> {
    let mut columns: Vec<Vec<f64>> = vec![Vec::new(); DETERMINANTS.len() + 4];
    let mut items: Vec<Vec<f64>> = vec![Vec::new(); 12];
    for row in 0..rows {
        let mut draw = Seed::new(4).stream(row, 0);
        let shared = draw.normal();
        let own: Vec<f64> = DETERMINANTS.iter().map(|_| 0.6 * shared + 0.8 * draw.normal()).collect();
        let [attitude, pressure, efficacy, skills] = own.as_slice() else {
            return Data::Rows(Columns::default());
        };
        let intention = 0.4 * attitude + 0.2 * pressure + 0.3 * efficacy + 0.7 * draw.normal();
        let behaviour = 0.5 * intention + 0.3 * skills + 0.2 * efficacy + 0.8 * draw.normal();
        let yes = f64::from(u8::from(behaviour + draw.normal() > 0.2));
        let class = (behaviour * 1.2 + 3.0).round().clamp(1.0, 5.0);
        let all = own.iter().copied().chain([intention, behaviour, yes, class]);
        columns.iter_mut().zip(all).for_each(|(column, value)| column.push(value));
        for (item, values) in items.iter_mut().enumerate() {
            values.push(own.get(item / 3).copied().unwrap_or(0.0) * 0.8 + 0.6 * draw.normal());
        }
    }
    let names =
        DETERMINANTS.iter().copied().chain(["intention", "behaviour", "yes", "class"]).map(str::to_owned);
    let items = items.into_iter().enumerate().map(|(item, values)| (format!("i{item}"), values.into()));
    Data::Rows(
        Columns::new(names.zip(columns).map(|(name, values)| (name, values.into())).chain(items).collect())
            .unwrap(),
    )
}

#[divan::bench(args = [1_000, 100_000])]
fn path(bencher: Bencher<'_, '_>, rows: u32) {
    let (data, model) = (people(rows), Structural::new(PATH).unwrap());
    bencher.bench(|| model.fit(&data).unwrap());
}

#[divan::bench]
fn latent(bencher: Bencher<'_, '_>) {
    let syntax = "a =~ i0 + i1 + i2\n p =~ i3 + i4 + i5\n e =~ i6 + i7 + i8\n s =~ i9 + i10 + i11\n intention ~ a + p + e\n behaviour ~ intention + s + e";
    let (data, model) = (people(2_000), Structural::new(syntax).unwrap());
    bencher.bench(|| model.fit(&data).unwrap());
}

#[divan::bench(args = [1_000, 100_000])]
fn logistic(bencher: Bencher<'_, '_>, rows: u32) {
    let (data, model) =
        (people(rows), Logistic::new("yes ~ attitude + pressure + efficacy + skills + intention").unwrap());
    bencher.bench(|| model.fit(&data).unwrap());
}

#[divan::bench(args = [1_000, 100_000])]
fn ordinal(bencher: Bencher<'_, '_>, rows: u32) {
    let (data, model) =
        (people(rows), Ordinal::new("class ~ attitude + pressure + efficacy + skills + intention").unwrap());
    bencher.bench(|| model.fit(&data).unwrap());
}

#[divan::bench]
fn reliability(bencher: Bencher<'_, '_>) {
    let instrument = behaviour::instrument("job-search").unwrap();
    let answers: Vec<Vec<i8>> = instrument
        .items
        .iter()
        .zip(0..)
        .map(|(_, item)| {
            let answer = |row: u32| {
                let mut draw = Seed::new(8).stream(row, 0);
                let shared = draw.normal();
                let own = Seed::new(8).stream(row, 1 + item).normal();
                [1_i8, 2, 3, 4, 5]
                    .into_iter()
                    .nth(usize::from((3.0 + shared + own).round().clamp(1.0, 5.0) as u8 - 1))
                    .unwrap()
            };
            (0..100_000).map(answer).collect()
        })
        .collect();
    let columns: Vec<(&str, Column<'_>)> = instrument
        .items
        .iter()
        .zip(&answers)
        .map(|(item, values)| (item.id.as_str(), Column { values: Values::I8(values), present: None }))
        .collect();
    bencher.bench(|| instrument.reliability(&columns, Missing::Listwise, 0).unwrap());
}
