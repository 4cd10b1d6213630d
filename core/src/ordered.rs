//! A list in order, each element once.
//!
//! The ordered sets and the sorts of the standard library are made for many elements and cost a web page several
//! kilobytes for each type they are used with. The lists here have a handful of elements.

use std::borrow::Cow;

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

#[cfg(test)]
mod tests {
    use super::{Ordered, by_key};

    #[test]
    fn a_set_is_in_order_with_each_element_once() {
        let set: Ordered<u8> = [3, 1, 3, 2, 1].into_iter().collect();
        assert!(set.contains(&2) && !set.contains(&4));
        assert_eq!(set.into_vec(), [1, 2, 3]);
    }

    #[test]
    fn equal_keys_keep_their_order() {
        assert_eq!(
            by_key(vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')], |pair| pair.0),
            [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]
        );
    }
}
