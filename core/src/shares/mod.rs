//! How evenly something is shared: time to speak, ideas, tasks.
//!
//! A share by itself misleads when groups differ in size: three residents who speak half of the time beside thirty
//! officials are not “even”. So a share stands beside what would be expected by the number of people, where that is known.
//!
//! * Vocabulary: [`Part`].
//! * Function: [`shares`].
//! * Result: [`Shares`].
//!
//! # Source
//! Pielou 1966, *The measurement of diversity in different types of biological collections* (evenness); Gini 1912.

use crate::math;
use crate::ordered::sort_stable;
use serde::Serialize;

/// What one party has of the whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The name of the party.
    pub id: String,
    /// How much it has, zero or more.
    pub amount: f64,
    /// With how many people, when that is known.
    pub people: Option<f64>,
}

/// How something is shared.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Shares {
    /// The whole.
    pub total: f64,
    /// The share of each party, in the order given.
    pub parts: Vec<Share>,
    /// The evenness of Pielou, 0 (all with one party) to 1 (the same for each party); `None` with one party or nothing to
    /// share.
    pub evenness: Option<f64>,
    /// The Gini coefficient between people, each counted with the mean of their party: 0 when every party has what its
    /// number of people would give it. `None` when the number of people is not known of every party.
    pub gini_per_person: Option<f64>,
}

/// The share of one party.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ShareOfWhole"))]
pub struct Share {
    /// The name of the party.
    pub id: String,
    /// How much it has.
    pub amount: f64,
    /// What part of the whole that is, 0 to 1; `None` when there is nothing to share.
    pub share: Option<f64>,
    /// Its part of the people, 0 to 1; `None` when not known of every party.
    pub expected: Option<f64>,
    /// Its share divided by its part of the people: 1 when they are the same.
    pub ratio: Option<f64>,
}

/// How something is shared between parties.
///
/// ```
/// use meedoen::shares::{Part, shares};
/// let part = |id: &str, amount, people| Part { id: id.to_owned(), amount, people: Some(people) };
/// let found = shares(&[part("residents", 30.0, 3.0), part("officials", 30.0, 27.0)]);
/// assert_eq!(found.evenness, Some(1.0)); // even between the two parties
/// assert_eq!(found.parts[0].ratio, Some(5.0)); // and five times what three of thirty people would have
/// ```
pub fn shares(parts: &[Part]) -> Shares {
    let total: f64 = parts.iter().map(|part| part.amount).sum();
    let people: Option<f64> =
        parts.iter().map(|part| part.people).sum::<Option<f64>>().filter(|&all| all > 0.0);
    let of = |part: &Part| {
        let share = (total > 0.0).then(|| part.amount / total);
        let expected = people.and_then(|all| Some(part.people? / all));
        let ratio = share.zip(expected.filter(|&expected| expected > 0.0)).map(|(share, by)| share / by);
        Share { id: part.id.clone(), amount: part.amount, share, expected, ratio }
    };
    let parts: Vec<Share> = parts.iter().map(of).collect();
    Shares { total, evenness: evenness(&parts), gini_per_person: gini(&parts), parts }
}

fn evenness(parts: &[Share]) -> Option<f64> {
    let shares: Vec<f64> = parts.iter().filter_map(|part| part.share).collect();
    if shares.len() < 2 {
        return None;
    }
    let even = 1.0 / count(shares.len());
    // The same share for each is even to the last bit, whatever the logarithms round to.
    if shares.iter().all(|share| (share - even).abs() < 1e-15) {
        return Some(1.0);
    }
    // From zero itself: the sum of nothing but -0 would be -0.
    let entropy =
        shares.iter().filter(|&&share| share > 0.0).fold(0.0, |sum, share| sum - share * math::ln(*share));
    Some((entropy / math::ln(count(shares.len()))).clamp(0.0, 1.0))
}

fn gini(parts: &[Share]) -> Option<f64> {
    let mut pairs: Vec<(f64, f64)> = Vec::new();
    for part in parts {
        pairs.push((part.share?, part.expected?));
    }
    if pairs.len() < 2 {
        return None;
    }
    // From the party with the least per person to the one with the most.
    sort_stable(&mut pairs, |one, other| (one.0 * other.1).total_cmp(&(other.0 * one.1)));
    let (mut below, mut area) = (0.0, 0.0);
    for (share, people) in pairs {
        area += people * (below + below + share);
        below += share;
    }
    Some((1.0 - area).clamp(0.0, 1.0))
}

/// A count as a number.
#[expect(clippy::cast_precision_loss, reason = "more parties than 2^53 do not fit in memory")]
fn count(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::{Part, shares};

    fn part(id: &str, amount: f64, people: Option<f64>) -> Part {
        Part { id: id.to_owned(), amount, people }
    }

    fn near(found: Option<f64>, expected: f64) {
        assert!(found.is_some_and(|found| (found - expected).abs() < 1e-12), "{found:?} {expected}");
    }

    #[test]
    fn by_hand() {
        // Entropy of 3/4 and 1/4 over ln 2; two people have 3/4 and six have 1/4.
        let found = shares(&[part("a", 30.0, Some(2.0)), part("b", 10.0, Some(6.0))]);
        near(found.evenness, 0.811_278_124_459_132_8);
        near(found.parts[0].ratio, 3.0);
        // Lorenz: (0, 0), (3/4, 1/4), (1, 1): area below is 3/32 + 5/32, so 1 − 2 × 1/4.
        near(found.gini_per_person, 0.5);
    }

    #[test]
    fn all_with_one_and_nothing_at_all() {
        near(shares(&[part("a", 5.0, None), part("b", 0.0, None)]).evenness, 0.0);
        let nothing = shares(&[part("a", 0.0, Some(1.0)), part("b", 0.0, Some(1.0))]);
        assert_eq!((nothing.evenness, nothing.gini_per_person, nothing.parts[0].share), (None, None, None));
        assert_eq!(shares(&[part("a", 1.0, None)]).evenness, None);
        assert!(shares(&[]).parts.is_empty());
    }

    #[test]
    fn people_that_are_not_known_leave_the_expectation_out() {
        let found = shares(&[part("a", 1.0, Some(1.0)), part("b", 1.0, None)]);
        assert_eq!((found.parts[0].expected, found.gini_per_person), (None, None));
    }
}
