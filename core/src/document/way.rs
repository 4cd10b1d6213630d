//! The way to a value of a document, of which a place is made only where something is wrong.

use crate::error::Place;
use std::cell::RefCell;

/// How a value is reached: the step to what it is in, and which one of it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Way<'a> {
    Whole,
    Event(usize),
    Field(usize, &'a str),
    Element(usize, usize),
}

/// A way that something else goes on from.
#[derive(Debug)]
enum Step {
    Event(usize),
    Field(usize, Box<str>),
    Element(usize, usize),
}

/// The ways to the lists and objects that were read, each by its number; the whole document is 0.
#[derive(Debug, Default)]
pub(super) struct Steps(RefCell<Vec<Step>>);

impl Steps {
    /// The number of a way.
    pub(super) fn step(&self, way: Way<'_>) -> usize {
        let step = match way {
            Way::Whole => return 0,
            Way::Event(number) => Step::Event(number),
            Way::Field(step, name) => Step::Field(step, name.into()),
            Way::Element(step, number) => Step::Element(step, number),
        };
        let mut steps = self.0.borrow_mut();
        steps.push(step);
        steps.len()
    }

    /// The place at the end of a way.
    pub(super) fn place(&self, way: Way<'_>) -> Place {
        match way {
            Way::Whole => Place::default(),
            Way::Event(number) => Place::event(number),
            Way::Field(step, name) => self.at(step).at(name),
            Way::Element(step, number) => self.at(step).element(number),
        }
    }

    fn at(&self, step: usize) -> Place {
        let steps = self.0.borrow();
        self.place(match step.checked_sub(1).and_then(|step| steps.get(step)) {
            None => Way::Whole,
            Some(Step::Event(number)) => Way::Event(*number),
            Some(Step::Field(step, name)) => Way::Field(*step, name),
            Some(Step::Element(step, number)) => Way::Element(*step, *number),
        })
    }
}
