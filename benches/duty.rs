//! The duty of the tegenprestatie: columns of people, and one person with reasons.
#![forbid(unsafe_code)]
#![expect(clippy::unwrap_used, reason = "a bench that cannot build its input has nothing to measure")]

use divan::counter::ItemsCount;
use meedoen::column::{Bits, Column, Values};
use meedoen::decide::AnswerColumn;
use meedoen::tegenprestatie::{
    Audience, Duty, DutyQuestion, ForAll, Person, ToExplain, duty, duty_table, explain,
};

const ROWS: usize = 1_000_000;

fn main() {
    divan::main();
}

fn all() -> ForAll {
    let date = "2020-05-01".parse().unwrap();
    ForAll { date, duty: Duty::Tegenprestatie, early_adoption: false, ordinance: None }
}

/// Bytes that look random enough, the same every time.
fn bytes(seed: u64) -> impl Iterator<Item = u8> {
    let step = |state: &u64| {
        Some(state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407))
    };
    std::iter::successors(Some(seed), step).map(|state| state.to_be_bytes()[0])
}

/// Fifteen columns of a million people, in some of which answers are unknown.
fn people(bencher: divan::Bencher<'_, '_>, unknown: bool) {
    let all = all();
    let inputs = all.inputs().unwrap();
    let ages: Vec<u8> = bytes(3).map(|byte| 14 + byte % 66).take(ROWS).collect();
    let benefits: Vec<u8> = bytes(5).map(|byte| if byte < 200 { 0 } else { byte % 5 }).take(ROWS).collect();
    let truths: Vec<Vec<u8>> =
        (0..inputs.len()).map(|place| bytes(7 + place as u64).take(ROWS / 8 + 8).collect()).collect();
    let known: Vec<u8> = bytes(99).map(|byte| byte | 0x55).take(ROWS / 8 + 8).collect();
    let bits = |bytes| Bits { bytes, offset: 0 };
    let present = unknown.then_some(bits(&known));
    let columns: Vec<(&str, AnswerColumn<'_>)> = inputs
        .iter()
        .zip(&truths)
        .map(|(input, truths)| {
            let cells = match input.name.as_ref() {
                "age" => AnswerColumn::Numbers(Column { values: Values::U8(&ages), present }),
                "benefit" => AnswerColumn::Choices(&benefits),
                _ => AnswerColumn::Truths { values: bits(truths), present, rows: ROWS },
            };
            (input.name.as_ref(), cells)
        })
        .collect();
    bencher.counter(ItemsCount::new(ROWS)).bench(|| duty_table(&all, &columns, 0).unwrap());
}

#[divan::bench(min_time = 1)]
fn a_million_people(bencher: divan::Bencher<'_, '_>) {
    people(bencher, false);
}

#[divan::bench(min_time = 1)]
fn a_million_people_with_unknowns(bencher: divan::Bencher<'_, '_>) {
    people(bencher, true);
}

/// Someone of whom half is known.
fn someone() -> DutyQuestion {
    let person = Person::on("2020-05-01".parse().unwrap());
    let person = person.with("age", 40.0).unwrap().with("benefit", "social-assistance").unwrap();
    let person = ["fully_incapacitated", "urgent_reason", "care_tasks", "single_parent"]
        .into_iter()
        .fold(person, |person, name| person.with(name, false).unwrap());
    DutyQuestion { duty: Duty::Tegenprestatie, person }
}

#[divan::bench]
fn one_person_with_reasons(bencher: divan::Bencher<'_, '_>) {
    let question = someone();
    bencher.bench(|| duty(&question).unwrap());
}

#[divan::bench]
fn one_person_explained(bencher: divan::Bencher<'_, '_>) {
    let to_explain = ToExplain { audience: Audience::Person, question: someone() };
    bencher.bench(|| explain(&to_explain).unwrap());
}
