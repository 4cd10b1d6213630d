//! Lists in which each element stands once, found by its place.

use super::{Circumstance, Sight};
use crate::ordered::sort_stable;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// What can stand in such a list.
pub(super) trait Listed: Clone {
    /// The same for the same elements, in their order.
    fn order(&self, other: &Self) -> Ordering;
}

fn numbers(left: &[f64], right: &[f64]) -> Ordering {
    let pairs = left.iter().zip(right).map(|(left, right)| left.total_cmp(right));
    pairs.fold(Ordering::Equal, Ordering::then).then(left.len().cmp(&right.len()))
}

impl Listed for Circumstance {
    fn order(&self, other: &Self) -> Ordering {
        self.piece.cmp(&other.piece).then_with(|| numbers(&self.values, &other.values))
    }
}

impl Listed for Sight {
    fn order(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Known(left), Self::Known(right)) => left.cmp(right),
            (Self::Known(_), _) => Ordering::Less,
            (_, Self::Known(_)) => Ordering::Greater,
            (Self::Among(left), Self::Among(right)) => left.cmp(right),
            (Self::Among(_), _) => Ordering::Less,
            (_, Self::Among(_)) => Ordering::Greater,
            (Self::Registered(left, own), Self::Registered(right, others)) => {
                left.cmp(right).then_with(|| numbers(own, others))
            }
        }
    }
}

/// An element with its order, for a map.
struct Key<T>(T);

impl<T: Listed> PartialEq for Key<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0.order(&other.0).is_eq()
    }
}

impl<T: Listed> Eq for Key<T> {}

impl<T: Listed> PartialOrd for Key<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T: Listed> Ord for Key<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.order(&other.0)
    }
}

/// A list that grows by what is not in it yet.
pub(super) struct Places<T> {
    list: Vec<T>,
    by_element: BTreeMap<Key<T>, u32>,
    last: u32,
}

impl<T: Listed> Places<T> {
    pub(super) fn new() -> Self {
        Self { list: Vec::new(), by_element: BTreeMap::new(), last: 0 }
    }

    /// The place of an element, which is added when it is not there.
    pub(super) fn place(&mut self, element: T) -> u32 {
        // What comes is mostly what came before.
        if self.list.get(self.last as usize).is_some_and(|last| last.order(&element).is_eq()) {
            return self.last;
        }
        let next = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        let list = &mut self.list;
        self.last = *self.by_element.entry(Key(element)).or_insert_with_key(|key| {
            list.push(key.0.clone());
            next
        });
        self.last
    }

    pub(super) fn into_list(self) -> Vec<T> {
        self.list
    }
}

/// Puts a list in order, each element once, and tells where each element went.
pub(super) fn sort<T: Listed>(list: &mut Vec<T>) -> Vec<u32> {
    let mut order: Vec<(usize, T)> = std::mem::take(list).into_iter().enumerate().collect();
    sort_stable(&mut order, |(_, left), (_, right)| left.order(right));
    let mut places = vec![0_u32; order.len()];
    for (old, element) in order {
        if list.last().is_none_or(|last| last.order(&element).is_ne()) {
            list.push(element);
        }
        if let Some(place) = places.get_mut(old) {
            *place = u32::try_from(list.len() - 1).unwrap_or(u32::MAX);
        }
    }
    places
}
