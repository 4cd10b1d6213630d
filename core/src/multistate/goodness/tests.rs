//! The statistic by hand, and that it tells a right model from a wrong one.

use super::{Grouping, Verdict, bootstrap, goodness};
use crate::math;
use crate::multistate::simulate::{Schedule, Study, simulate};
use crate::multistate::tests::made::model;
use crate::multistate::{Panel, StateSpace, TimeUnit, fit};
use crate::random::Seed;

fn panel(rates: &[((usize, usize), f64)], people: u32, start: [f64; 3]) -> Panel {
    let schedule = Schedule::Fixed(vec![0.0, 1.0, 2.0, 4.0]);
    let study = Study::new(people, schedule, start.to_vec(), TimeUnit::Year);
    simulate(&model(3, rates), &study, Seed::new(11)).unwrap()
}

#[test]
fn the_statistic_is_that_of_the_counts() {
    let model = model(2, &[((1, 2), 0.5)]);
    let study = Study::new(200, Schedule::Fixed(vec![0.0, 2.0]), vec![1.0, 0.0], TimeUnit::Year);
    let panel = simulate(&model, &study, Seed::new(5)).unwrap();
    let found = goodness(&model, &panel, Grouping { times: 1, lengths: 1, covariates: 1 }).unwrap();
    let stay = 200.0 * math::exp(-1.0);
    let [first, second] = found.cells.as_slice() else { panic!("{:?}", found.cells) };
    assert!((first.expected - stay).abs() < 1e-9 && (second.expected - (200.0 - stay)).abs() < 1e-9);
    assert!((first.observed + second.observed - 200.0).abs() < 1e-12);
    let off = first.observed - stay;
    assert!((found.statistic - off * off * (1.0 / stay + 1.0 / (200.0 - stay))).abs() < 1e-9);
    assert!((found.df_high - 1.0).abs() < 1e-12 && found.df_low.abs() < 1e-12 && found.p_low.is_none());
}

#[test]
fn a_wrong_model_is_told_from_a_right_one() {
    // People truly go round; the wrong model has no way from 3 to 1.
    let round = [((1, 2), 1.0), ((2, 3), 1.0), ((3, 1), 1.0)];
    let panel = panel(&round, 1_500, [1.0, 0.0, 0.0]);
    let right = fit(&panel, &model(3, &round).specification).unwrap().model;
    let grouping = Grouping { times: 2, lengths: 1, covariates: 1 };
    let found = goodness(&right, &panel, grouping).unwrap();
    assert_eq!(found.verdict, Verdict::NoMisfit, "{found:?}");
    let back = [((1, 2), 1.0), ((2, 3), 1.0), ((3, 2), 1.0), ((2, 1), 1.0)];
    let mut wrong = model(3, &back).specification;
    wrong.space = StateSpace::new(wrong.space.states().to_vec(), wrong.space.moves().to_vec()).unwrap();
    let wrong = fit(&panel, &wrong).unwrap().model;
    let found = goodness(&wrong, &panel, grouping).unwrap();
    assert_eq!(found.verdict, Verdict::Misfit);
    assert!(found.text.nl.contains("groter dan toeval") && found.text.nl.contains("Het grootste verschil"));
    let worst: Vec<f64> = found.worst_cells().map(|cell| cell.contribution).collect();
    assert!(worst.windows(2).all(|pair| pair[0] >= pair[1]) && worst[0] > 10.0);
}

#[test]
fn the_bootstrap_finds_the_distribution_itself() {
    let rates = [((1, 2), 0.6), ((2, 1), 0.4), ((2, 3), 0.3)];
    let panel = panel(&rates, 150, [0.7, 0.3, 0.0]);
    let model = fit(&panel, &model(3, &rates).specification).unwrap().model;
    let grouping = Grouping { times: 2, lengths: 1, covariates: 1 };
    let found = bootstrap(&model, &panel, grouping, 40, Seed::new(2)).unwrap();
    let replications = found.replications.unwrap();
    assert_eq!(replications.count + replications.failed, 40);
    assert!(replications.failed < 3);
    let (low, high) = (found.p_low.unwrap(), found.p_high.unwrap());
    // Forty draws know a probability to within about 0.2.
    assert!(replications.p > low - 0.2 && replications.p < high + 0.2, "{low} {replications:?} {high}");
    assert_eq!(found, bootstrap(&model, &panel, grouping, 40, Seed::new(2)).unwrap());
}
