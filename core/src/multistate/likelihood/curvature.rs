//! The first and second derivatives of `Σ_j <C_j, R^j>` with respect to the logarithms of the intensities.
//!
//! Going back, `A_J = C_J` and `A_(j-1) = C_(j-1) + A_j R'`; the first derivative for a move is
//! `Σ_j <(R^(j-1))' A_j, dR>`, of which only two cells count. Differentiating that once more gives the second, with
//! `dA_(j-1) = dC_(j-1) + dA_j R' + A_j dR'`.

use super::evaluation::Local;
use crate::multistate::generator::{Generator, Square, Steps, axpy, dot};

/// The derivatives of a number with respect to the cells of each power of `R`, and to those of the columns of entries.
pub(super) struct Adjoints {
    powers: Vec<Square>,
    entries: Vec<Square>,
}

impl Adjoints {
    /// Taken from a table by the first cell and the power.
    pub(super) fn of(
        last: usize,
        size: usize,
        entries: bool,
        take: impl Fn(usize, usize, &mut [f64]),
    ) -> Self {
        let all = |first: usize| {
            (0..=last)
                .map(|power| {
                    let mut cells = Square::zero(size);
                    take(first, power, cells.cells_mut());
                    cells
                })
                .collect()
        };
        Self { powers: all(0), entries: if entries { all(size * size) } else { Vec::new() } }
    }
}

/// Adds the score and, where there are changes, the curvature.
pub(super) fn curvature(
    generator: &Generator,
    steps: &Steps,
    powers: &[Square],
    changes: &[Vec<Square>],
    adjoints: Adjoints,
    local: &mut Local,
) {
    let Adjoints { powers: mut by_power, entries } = adjoints;
    let (size, moves) = (generator.size(), steps.moves().len());
    for (own, entries) in by_power.iter_mut().zip(&entries) {
        for (one, rate) in generator.moves() {
            axpy(rate, entries.column(one.to), own.column_mut(one.from));
        }
    }
    add_entries(generator, powers, changes, &entries, local);

    let mut score = vec![0.0; moves];
    let mut adjoint = Square::zero(size);
    let mut adjoint_changes = vec![Square::zero(size); changes.len()];
    for (j, (own, power)) in by_power.into_iter().zip(powers).enumerate().rev() {
        // Here `adjoint` is A_(j+1) and `power` R^j.
        for ((row, &(from, to, share)), score) in (0..moves).zip(steps.moves()).zip(&mut score) {
            let (target, stay) = (adjoint.column(to), adjoint.column(from));
            *score += share * (dot(power.column(from), target) - dot(power.column(from), stay));
            let line = local.curvature.get_mut(row * moves..(row + 1) * moves).unwrap_or_default();
            for ((cell, change), back) in line.iter_mut().zip(changes).zip(&adjoint_changes) {
                let Some(change) = change.get(j) else { continue };
                *cell += share
                    * ((dot(change.column(from), target) - dot(change.column(from), stay))
                        + (dot(power.column(from), back.column(to))
                            - dot(power.column(from), back.column(from))));
            }
        }
        for (place, (back, (one, rate))) in adjoint_changes.iter_mut().zip(generator.moves()).enumerate() {
            let mut previous = Square::zero(size);
            steps.backward(back, &mut previous);
            steps.change_back(place, &adjoint, &mut previous);
            if let Some(entries) = entries.get(j) {
                axpy(rate, entries.column(one.to), previous.column_mut(one.from));
            }
            *back = previous;
        }
        let mut previous = own;
        steps.backward(&adjoint, &mut previous);
        adjoint = previous;
    }
    finish(&score, !changes.is_empty(), local);
}

/// What depends on a rate not through `R` but because the entry itself has it as a factor.
fn add_entries(
    generator: &Generator,
    powers: &[Square],
    changes: &[Vec<Square>],
    entries: &[Square],
    local: &mut Local,
) {
    let mut score = vec![0.0; local.score.len()];
    for (row, ((one, rate), score)) in generator.moves().zip(&mut score).enumerate() {
        let along = |terms: &[Square]| -> f64 {
            terms
                .iter()
                .zip(entries)
                .map(|(term, entry)| dot(term.column(one.from), entry.column(one.to)))
                .sum()
        };
        *score = rate * along(powers);
        let line =
            local.curvature.get_mut(row * changes.len()..(row + 1) * changes.len()).unwrap_or_default();
        for (cell, change) in line.iter_mut().zip(changes) {
            *cell += rate * along(change);
        }
    }
    finish(&score, !changes.is_empty(), local);
}

/// Adds the score; the second derivative of a rate with respect to its own logarithm is the first.
fn finish(score: &[f64], curvature: bool, local: &mut Local) {
    axpy(1.0, score, &mut local.score);
    if curvature {
        for (cell, score) in local.curvature.iter_mut().step_by(score.len() + 1).zip(score) {
            *cell += score;
        }
    }
}
