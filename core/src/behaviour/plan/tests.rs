use super::{Caseload, potential};
use crate::behaviour::Determinant;
use crate::document::Document;
use crate::random::Seed;

fn caseload(rows: u32, draws: u32) -> Caseload {
    let mut caseload =
        Caseload { scores: vec![Vec::new(); 7], outcome: Vec::new(), model: None, draws, seed: 3 };
    for row in 0..rows {
        let mut stream = Seed::new(4).stream(row, 0);
        let [a, b, c] = [0; 3].map(|_| (50.0 + 15.0 * stream.normal()).clamp(0.0, 100.0));
        caseload.outcome.push(Some(0.8 * a - 0.3 * b + 10.0 * stream.normal()));
        for (index, column) in caseload.scores.iter_mut().enumerate() {
            let score = [a, 100.0, c, c, 50.0, 50.0, b][index];
            column.push((index != 5 && (index != 2 || row % 3 > 0)).then_some(score));
        }
    }
    caseload
}

#[test]
fn what_promises_most_ranks_first_and_what_hinders_counts_towards_support() {
    let found = potential(&caseload(200, 300)).unwrap();
    let of = |one: Determinant| found.determinants.iter().find(|view| view.determinant == one).unwrap();
    let [attitude, efficacy, pressure] =
        [Determinant::Attitude, Determinant::SelfEfficacy, Determinant::SocialPressure].map(of);
    let [skills, context, barriers] =
        [Determinant::Skills, Determinant::Context, Determinant::PracticalBarriers].map(of);
    assert!(attitude.correlation.unwrap() > 0.6 && barriers.correlation.unwrap() > 0.1);
    let room = barriers.room.unwrap();
    assert!((room - barriers.level.unwrap()).abs() < 1e-12);
    assert!((barriers.potential.unwrap() - room * barriers.correlation.unwrap()).abs() < 1e-12);
    assert!(attitude.ranks[0] > 0.95);
    for one in [attitude, pressure, skills, barriers] {
        assert!((one.ranks.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        let [low, high] = one.potential_interval.unwrap();
        assert!(low < one.potential.unwrap() && one.potential.unwrap() < high);
        let [low, high] = one.correlation_interval.unwrap();
        assert!(low < one.correlation.unwrap() && one.correlation.unwrap() < high);
    }
    assert_eq!(pressure.known, 133);
    // The same for everyone has no correlation, and the unknown no level: neither competes.
    assert_eq!((efficacy.correlation, efficacy.potential, efficacy.ranks.len()), (None, None, 0));
    assert_eq!((context.level, context.room, context.known), (None, None, 0));
    assert_eq!(found.failed_draws, 0);
}

#[test]
fn the_model_stands_beside_the_correlation() {
    let mut one = caseload(50, 0);
    let text = r#"{"link": "identity", "coefficients": [{"term": "(Intercept)", "value": 0.1},
        {"term": "attitude", "value": 0.002, "standard_error": 0.001}, {"term": "practical-barriers", "value": -0.001}],
        "provenance": {"kind": "illustrative", "note": {"nl": "verzonnen", "en": "made up"}}}"#;
    one.model = Some(crate::response::Model::from_json(text).unwrap());
    let found = potential(&one).unwrap();
    let near = |found: Option<f64>, expected: f64| assert!((found.unwrap() - expected).abs() < 1e-9);
    near(found.determinants[0].points_by_model, 0.2);
    near(found.determinants[6].points_by_model, 0.1);
    assert_eq!(found.determinants[3].points_by_model, None);
    let [low, high] = found.determinants[0].points_by_model_interval.unwrap();
    assert!((high - low - 2.0 * 1.959_963_984_540_054 * 0.1).abs() < 1e-9);
    assert_eq!((found.determinants[0].potential_interval, found.draws), (None, 0));
}
