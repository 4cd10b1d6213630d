//! Likelihood and score at given intensities against high precision.

use super::given::{agrees, cases, generator};
use super::reading;
use crate::math;
use crate::multistate::likelihood::{Depth, Design, Likelihood};
use crate::multistate::transitions::Transitions;

#[test]
fn likelihood_and_score_agree_with_high_precision() {
    for (path, case) in cases("score-") {
        let (panel, specification) = reading::case(&path, &case);
        let transitions = Transitions::of(&panel, &specification).unwrap();
        let likelihood = Likelihood::new(&transitions, &specification, Design::of(&specification));
        let logs: Vec<f64> = generator(&case["model"]).moves().map(|(_, rate)| math::ln(rate)).collect();
        let evaluation = likelihood.evaluate(&logs, Depth::Score);
        for figure in case["expect"].as_array().unwrap() {
            let name = figure["figure"].as_str().unwrap();
            let ours = match name.split_once(':') {
                Some((_, one)) => {
                    let (from, to) = one.split_once('-').unwrap();
                    let place = |code: &str| code.parse::<usize>().unwrap() - 1;
                    let moves = specification.space.moves();
                    let at = moves.iter().position(|m| (m.from, m.to) == (place(from), place(to))).unwrap();
                    -2.0 * evaluation.score[at]
                }
                None => -2.0 * evaluation.value,
            };
            assert!(agrees(figure, ours), "{}: {name}: {ours:e} against {}", path.display(), figure["value"]);
        }
    }
}
