//! Known figures are found again, and intervals hold them, over four thousand tables drawn from a known model.
//!
//! They are left out of `make test`, which compiles without optimisation: there their tens of thousands of fits take minutes,
//! optimised less than half a minute. Run them after a change to an estimator, with
//! `cargo test --release -p meedoen --lib estimate::tests -- --ignored`.

use super::{Data, Estimate, Linear, Logistic, Ordinal, Structural};
use crate::Columns;
use crate::distribution::logistic;
use crate::math::{ln, sqrt};
use crate::measure::{Column, Instrument, Missing, Values};
use crate::random::{Seed, Stream};

/// So many that chance moves a coverage of 95 in 100 by a third of a point: over one thousand it is two thirds, and of
/// eighteen figures one may then fall below 93 though the interval is right.
const REPLICATIONS: u32 = 4_000;

/// One figure over the replications.
struct Track {
    name: &'static str,
    truth: f64,
    found: Vec<f64>,
    held: u32,
}

impl Track {
    fn new(name: &'static str, truth: f64) -> Self {
        Self { name, truth, found: Vec::new(), held: 0 }
    }

    fn add(&mut self, value: Option<f64>, low: Option<f64>, high: Option<f64>) {
        self.found.extend(value);
        let inside = low.zip(high).is_some_and(|(low, high)| low <= self.truth && self.truth <= high);
        self.held += u32::from(inside);
    }

    fn take(&mut self, estimate: &Estimate) {
        self.add(estimate.value, estimate.low, estimate.high);
    }

    /// The mean of the first thousand lies within four standard errors of the truth, and 93 to 97 in a hundred of all
    /// intervals hold it. Over more, even the bias that a largest likelihood has in any finite table would show.
    fn check(&self) {
        let first = self.found.get(..1_000).unwrap();
        let n = 1_000.0;
        let mean = first.iter().sum::<f64>() / n;
        let variance = first.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (n - 1.0);
        let z = (mean - self.truth) / sqrt(variance / n);
        let share = f64::from(self.held) / f64::from(REPLICATIONS);
        println!("{}: truth {:.4}, mean {mean:.4}, z {z:.2}, coverage {share:.3}", self.name, self.truth);
        assert_eq!(
            Ok(REPLICATIONS),
            u32::try_from(self.found.len()),
            "{}: {} estimates",
            self.name,
            self.found.len()
        );
        assert!(z.abs() < 4.0, "{}: z {z}", self.name);
        assert!((0.93..=0.97).contains(&share), "{}: coverage {share}", self.name);
    }
}

fn table(columns: Vec<(&str, Vec<f64>)>) -> Data<'static> {
    let named = columns.into_iter().map(|(name, values)| (name.to_owned(), values.into())).collect();
    Data::Rows(Columns::new(named).unwrap())
}

/// A table of so many rows, each made by `row`.
fn drawn<const N: usize>(
    seed: Seed,
    rows: u32,
    names: [&'static str; N],
    row: impl Fn(&mut Stream) -> [f64; N],
) -> Data<'static> {
    let mut columns: [Vec<f64>; N] = std::array::from_fn(|_| Vec::new());
    for person in 0..rows {
        let values = row(&mut seed.stream(person, 0));
        columns.iter_mut().zip(values).for_each(|(column, value)| column.push(value));
    }
    table(names.into_iter().zip(columns).collect())
}

fn logit(draw: &mut Stream) -> f64 {
    let chance = draw.uniform();
    ln(chance / (1.0 - chance))
}

#[test]
#[ignore = "thousands of fits take minutes without optimisation"]
fn linear_and_its_robust_errors() {
    let mut tracks = [Track::new("linear b", 0.5), Track::new("linear a:b", 0.3), Track::new("HC3 b", 0.5)];
    let (plain, mut robust) = (Linear::new("y ~ a*b").unwrap(), Linear::new("u ~ a*b").unwrap());
    robust.standard_errors = super::LinearErrors::Hc3;
    for number in 0..REPLICATIONS {
        let data = drawn(Seed::new(1).branch(u64::from(number)), 250, ["a", "b", "y", "u"], |draw| {
            let (a, b, noise) = (draw.normal(), draw.normal(), draw.normal());
            let line = 1.0 + 0.2 * a + 0.5 * b + 0.3 * a * b;
            [a, b, line + noise, line + noise * (0.3 + b.abs())]
        });
        let (fit, uneven) = (plain.fit(&data).unwrap(), robust.fit(&data).unwrap());
        tracks[0].take(&fit.coefficients[2].estimate);
        tracks[1].take(&fit.coefficients[3].estimate);
        tracks[2].take(&uneven.coefficients[2].estimate);
    }
    tracks.iter().for_each(Track::check);
}

#[test]
#[ignore = "thousands of fits take minutes without optimisation"]
fn logistic_with_its_marginal_effects() {
    let line = |a: f64, b: f64| -0.4 + 0.7 * a - 0.5 * b;
    // The effect in the whole population, by a million people.
    let mut mean = 0.0;
    for person in 0..1_000_000_u32 {
        let mut draw = Seed::new(99).stream(person, 0);
        let chance = logistic::cdf(line(draw.normal(), draw.normal()));
        mean += chance * (1.0 - chance) / 1e6;
    }
    let mut tracks =
        [Track::new("logistic a", 0.7), Track::new("logistic b", -0.5), Track::new("points a", 70.0 * mean)];
    let model = Logistic::new("y ~ a + b").unwrap();
    for number in 0..REPLICATIONS {
        let data = drawn(Seed::new(2).branch(u64::from(number)), 1_500, ["a", "b", "y"], |draw| {
            let (a, b) = (draw.normal(), draw.normal());
            [a, b, f64::from(u8::from(line(a, b) + logit(draw) > 0.0))]
        });
        let fit = model.fit(&data).unwrap();
        tracks[0].take(&fit.coefficients[1].estimate);
        tracks[1].take(&fit.coefficients[2].estimate);
        tracks[2].take(&fit.effects[0].percentage_points);
    }
    tracks.iter().for_each(Track::check);
}

#[test]
#[ignore = "thousands of fits take minutes without optimisation"]
fn ordinal_with_its_boundaries() {
    let mut tracks =
        [Track::new("ordinal a", 0.6), Track::new("ordinal 1|2", -1.0), Track::new("ordinal 3|4", 1.5)];
    let model = Ordinal::new("y ~ a + b").unwrap();
    for number in 0..REPLICATIONS {
        let data = drawn(Seed::new(3).branch(u64::from(number)), 1_500, ["a", "b", "y"], |draw| {
            let (a, b) = (draw.normal(), draw.normal());
            let latent = 0.6 * a - 0.3 * b + logit(draw);
            [a, b, 1.0 + [-1.0, 0.2, 1.5].iter().map(|cut| f64::from(u8::from(latent > *cut))).sum::<f64>()]
        });
        let fit = model.fit(&data).unwrap();
        tracks[0].take(&fit.coefficients[0].estimate);
        tracks[1].take(&fit.thresholds[0].estimate);
        tracks[2].take(&fit.thresholds[2].estimate);
    }
    tracks.iter().for_each(Track::check);
}

#[test]
#[ignore = "thousands of fits take minutes without optimisation"]
fn paths_with_indirect_and_total_effects() {
    let mut tracks = [
        Track::new("path b", 0.5),
        Track::new("indirect", 0.2),
        Track::new("total", 0.35),
        Track::new("defined", 0.2),
    ];
    let model = Structural::new("m ~ a*x + z; y ~ b*m + x + s; ab := a*b").unwrap();
    for number in 0..REPLICATIONS {
        let data = drawn(Seed::new(4).branch(u64::from(number)), 400, ["x", "z", "s", "m", "y"], |draw| {
            let shared = draw.normal();
            let (x, z, s) = (0.5 * shared + draw.normal(), 0.5 * shared + draw.normal(), draw.normal());
            let m = 0.4 * x + 0.2 * z + draw.normal();
            [x, z, s, m, 0.5 * m + 0.15 * x + 0.3 * s + draw.normal()]
        });
        let fit = model.fit(&data).unwrap();
        let path = fit.parameters.iter().find(|one| one.label.as_deref() == Some("b")).unwrap();
        tracks[0].take(&path.estimate);
        let way = fit.indirect.iter().find(|one| one.path == ["x", "m", "y"]).unwrap();
        tracks[1].take(&way.estimate);
        tracks[2].take(&fit.total.iter().find(|one| one.of == "x" && one.on == "y").unwrap().estimate);
        tracks[3].take(&fit.defined[0].estimate);
    }
    tracks.iter().for_each(Track::check);
}

#[test]
#[ignore = "thousands of fits take minutes without optimisation"]
fn latent_variables_with_standardised_figures() {
    let mut tracks =
        [Track::new("loading", 0.8), Track::new("latent path", 0.5), Track::new("standardised loading", 0.8)];
    let model = Structural::new("f =~ x1 + x2 + x3; g =~ y1 + y2 + y3; g ~ f").unwrap();
    let names = ["x1", "x2", "x3", "y1", "y2", "y3"];
    for number in 0..REPLICATIONS {
        let data = drawn(Seed::new(5).branch(u64::from(number)), 600, names, |draw| {
            let f = draw.normal();
            let g = 0.5 * f + 0.8 * draw.normal();
            let mut item = |of: f64, loading: f64, own: f64| loading * of + own * draw.normal();
            [
                item(f, 1.0, 0.6),
                item(f, 0.8, 0.6),
                item(f, 0.9, 0.6),
                item(g, 1.0, 0.6),
                item(g, 0.7, 0.6),
                item(g, 0.9, 0.6),
            ]
        });
        let fit = model.fit(&data).unwrap();
        let of = |left: &str, right: &str| {
            fit.parameters.iter().find(|one| one.left == left && one.right.as_deref() == Some(right)).unwrap()
        };
        tracks[0].take(&of("f", "x2").estimate);
        tracks[1].take(&of("g", "f").estimate);
        tracks[2].take(&of("f", "x2").standardised);
    }
    tracks.iter().for_each(Track::check);
}

#[test]
#[ignore = "thousands of fits take minutes without optimisation"]
fn alpha_with_its_exact_interval() {
    use crate::document::Document;
    let items: Vec<String> =
        (0..6).map(|item| format!(r#"{{"id": "i{item}", "text": {{"nl": "v", "en": "q"}}}}"#)).collect();
    let parts: Vec<String> = (0..6).map(|item| format!(r#"{{"item": "i{item}"}}"#)).collect();
    let text = format!(
        r#"{{"schema_version": 1, "id": "i", "version": "1", "title": {{"nl": "v", "en": "q"}},
        "provenance": {{"kind": "illustrative", "note": {{"nl": "v", "en": "q"}}}}, "missing_rule": "half",
        "scale": {{"min": -100, "max": 100, "continuous": true}}, "items": [{}],
        "scales": [{{"id": "s", "label": {{"nl": "v", "en": "q"}}, "parts": [{}]}}]}}"#,
        items.join(","),
        parts.join(",")
    );
    let instrument = Instrument::from_json(&text).unwrap();
    let mut track = Track::new("alpha", 6.0 * 0.3 / (1.0 + 5.0 * 0.3));
    for number in 0..REPLICATIONS {
        let mut answers: Vec<Vec<f64>> = vec![Vec::new(); 6];
        for person in 0..400 {
            let mut draw = Seed::new(6).branch(u64::from(number)).stream(person, 0);
            let shared = draw.normal();
            for values in &mut answers {
                values.push(sqrt(0.3) * shared + sqrt(0.7) * draw.normal());
            }
        }
        let names: Vec<String> = (0..6).map(|item| format!("i{item}")).collect();
        let columns: Vec<(&str, Column<'_>)> = names
            .iter()
            .zip(&answers)
            .map(|(name, values)| (name.as_str(), Column { values: Values::F64(values), present: None }))
            .collect();
        let report = instrument.reliability(&columns, Missing::Listwise, 0).unwrap();
        let group = &report.groups[0];
        track.add(group.alpha, group.feldt_low, group.feldt_high);
    }
    track.check();
}
