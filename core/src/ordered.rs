//! Lists in order.
//!
//! The ordered sets and the sorts of the standard library cost a web page several kilobytes for each type they are
//! used with. The sets here have a handful of elements; [`sort`] and [`sort_stable`] take lists of any length.

use std::borrow::Cow;
use std::cmp::Ordering;

/// Elements in order, each once.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Ordered<T>(Vec<T>);

impl<T> Default for Ordered<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Ord> Ordered<T> {
    /// Adds an element; `false` when it was there already.
    pub(crate) fn insert(&mut self, element: T) -> bool {
        match self.0.binary_search(&element) {
            Ok(_) => false,
            Err(place) => {
                self.0.insert(place, element);
                true
            }
        }
    }

    /// Whether an element is in it.
    pub(crate) fn contains(&self, element: &T) -> bool {
        self.0.binary_search(element).is_ok()
    }

    /// The elements, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &T> {
        self.0.iter()
    }

    /// The elements, in order.
    pub(crate) fn into_vec(self) -> Vec<T> {
        self.0
    }
}

impl<T: Ord> FromIterator<T> for Ordered<T> {
    fn from_iter<I: IntoIterator<Item = T>>(elements: I) -> Self {
        let mut ordered = Self::default();
        for element in elements {
            ordered.insert(element);
        }
        ordered
    }
}

/// Values by name, in the order of the names.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ByName<V>(Vec<(Cow<'static, str>, V)>);

impl<V> Default for ByName<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<V> ByName<V> {
    fn place(&self, name: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.as_ref().cmp(name))
    }

    /// The value of a name.
    pub(crate) fn get(&self, name: &str) -> Option<&V> {
        self.0.get(self.place(name).ok()?).map(|(_, value)| value)
    }

    /// Gives a name a value, in the place of the one it had.
    pub(crate) fn insert(&mut self, name: Cow<'static, str>, value: V) {
        match self.place(&name) {
            Ok(place) => {
                if let Some(entry) = self.0.get_mut(place) {
                    entry.1 = value;
                }
            }
            Err(place) => self.0.insert(place, (name, value)),
        }
    }

    /// Takes a name away.
    pub(crate) fn remove(&mut self, name: &str) {
        if let Ok(place) = self.place(name) {
            self.0.remove(place);
        }
    }

    /// The names and their values.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&Cow<'static, str>, &V)> {
        self.0.iter().map(|(name, value)| (name, value))
    }
}

impl<V> FromIterator<(Cow<'static, str>, V)> for ByName<V> {
    fn from_iter<I: IntoIterator<Item = (Cow<'static, str>, V)>>(entries: I) -> Self {
        let mut named = Self::default();
        for (name, value) in entries {
            named.insert(name, value);
        }
        named
    }
}

/// The elements in the order of their keys; those with the same key stay in the order they had.
pub(crate) fn by_key<T, K: Ord>(elements: Vec<T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut ordered: Vec<T> = Vec::with_capacity(elements.len());
    for element in elements {
        let place = ordered.partition_point(|other| key(other) <= key(&element));
        ordered.insert(place, element);
    }
    ordered
}

/// Puts a list in order, of which equal elements are the same in every respect.
pub(crate) fn sort<T>(list: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    if cfg!(target_family = "wasm") {
        sort_places(list, compare);
    } else {
        list.sort_unstable_by(compare);
    }
}

/// Puts a list in order; equal elements stay in the order they had.
pub(crate) fn sort_stable<T>(list: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    if cfg!(target_family = "wasm") {
        sort_places(list, compare);
    } else {
        list.sort_by(compare);
    }
}

/// What [`sort_stable`] does, with one sort for all types: slower, and small.
fn sort_places<T>(list: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let order = order(list.len(), &|one, other| match (list.get(one), list.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    rearrange(&order, &mut |one, other| list.swap(one, other));
}

/// The places of so many elements, in their order.
fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|one, other| compare(*one, *other));
    order
}

/// Brings the elements whose places are given to the front one by one, by swapping two at a time.
fn rearrange(order: &[usize], swap: &mut dyn FnMut(usize, usize)) {
    for place in 0..order.len() {
        // What was here before may have been swapped away: where to is where it went.
        let mut from = place;
        loop {
            from = order.get(from).copied().unwrap_or(place);
            if from >= place {
                break;
            }
        }
        swap(place, from);
    }
}

#[cfg(test)]
mod tests {
    use super::{Ordered, by_key, sort_places};

    #[test]
    fn a_set_is_in_order_with_each_element_once() {
        let set: Ordered<u8> = [3, 1, 3, 2, 1].into_iter().collect();
        assert!(set.contains(&2) && !set.contains(&4));
        assert_eq!(set.into_vec(), [1, 2, 3]);
    }

    #[test]
    fn places_are_sorted_as_the_standard_library_sorts() {
        for length in 0..40_u32 {
            // Many keys twice, so that what is equal must stay in order.
            let list: Vec<(u32, u32)> = (0..length).map(|at| (at * 7919 % 13, at)).collect();
            let (mut one, mut other) = (list.clone(), list);
            one.sort_by_key(|(key, _)| *key);
            sort_places(&mut other, |left, right| left.0.cmp(&right.0));
            assert_eq!(one, other);
        }
    }

    #[test]
    fn equal_keys_keep_their_order() {
        assert_eq!(
            by_key(vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')], |pair| pair.0),
            [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]
        );
    }
}
