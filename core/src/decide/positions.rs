//! A set of positions in a list of at most 64.

/// Positions below 64, one bit each; a larger one is not taken in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Positions(u64);

impl Positions {
    pub(super) fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether a position is among them.
    pub(super) fn contains(self, position: usize) -> bool {
        position < 64 && self.0 >> position & 1 == 1
    }

    /// The positions, from the lowest.
    pub(super) fn iter(self) -> impl Iterator<Item = usize> {
        (0..64_usize).filter(move |&position| self.contains(position))
    }
}

impl FromIterator<usize> for Positions {
    fn from_iter<I: IntoIterator<Item = usize>>(positions: I) -> Self {
        let bit =
            |position: usize| u32::try_from(position).ok().and_then(|position| 1_u64.checked_shl(position));
        Self(positions.into_iter().filter_map(bit).fold(0, |bits, bit| bits | bit))
    }
}
