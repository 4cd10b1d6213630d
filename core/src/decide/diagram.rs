//! A decision as a diagram: each node asks one input, each path asks an input once, and its end is an outcome.
//!
//! Because a path asks an input at most once, whatever can be reached along the answers that are still possible is just
//! what some way of filling in the unknown inputs leads to. So one walk from the top gives every possible outcome and
//! no other, and a walk with a bit for each person does so for as many people as a word has bits.

use super::{Condition, Decision, Facts, Input, InputKind, Name};
use crate::Value;
use crate::ordered::Ordered;
use std::ops::{BitAnd, BitOrAssign};

/// The diagram of one decision.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Diagram {
    /// For each input the answers that stand for all others, as far as the conditions can tell.
    pub(super) cells: Vec<Vec<Value>>,
    /// How many outcomes there are: an id below it is an outcome, an id from it on a node.
    outcomes: usize,
    /// The nodes; those below a node come before it.
    nodes: Vec<Node>,
    root: usize,
}

/// A question in the diagram: which input, and where each of its cells leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Node {
    pub(super) input: usize,
    pub(super) next: Vec<usize>,
}

/// What can be reached: bits for each outcome.
pub(super) trait Lanes: Copy + BitAnd<Output = Self> + BitOrAssign {
    /// No bits.
    const NONE: Self;
}

impl Lanes for u64 {
    const NONE: Self = 0;
}

/// A condition with everything left out that has been answered. Of an input it says in which cells it holds.
#[derive(Clone, Debug, PartialEq)]
enum Rest {
    Met,
    Unmet,
    Cells(usize, Vec<bool>),
    All(Vec<Rest>),
    Any(Vec<Rest>),
}

/// The rules that may still decide, in order, each with its outcome.
type Open = Vec<(Rest, usize)>;

impl Diagram {
    pub(super) fn of(decision: &Decision) -> Self {
        let mut bounds: Vec<Ordered<Bound>> = decision.inputs.iter().map(|_| Ordered::default()).collect();
        let mut order: Vec<usize> = Vec::new();
        for rule in &decision.rules {
            rule.clause.when.visit(&mut |name, bound| {
                let Some(input) = position(&decision.inputs, name) else { return };
                if !order.contains(&input) {
                    order.push(input);
                }
                if let (Some(bound), Some(bounds)) = (bound, bounds.get_mut(input)) {
                    bounds.insert(Bound(bound));
                }
            });
        }
        let cells = decision.inputs.iter().zip(bounds).map(|(input, bounds)| {
            let bounds: Vec<f64> = bounds.into_vec().into_iter().map(|bound| bound.0).collect();
            input.cells(&bounds)
        });
        let cells: Vec<Vec<Value>> = cells.collect();
        let open = decision.rules.iter().filter_map(|rule| {
            let outcome = decision.outcomes.iter().position(|one| one.code == rule.outcome)?;
            Some((rest(&rule.clause.when, true, &decision.inputs, &cells), outcome))
        });
        let open = decided(open.collect());
        let mut builder = Builder {
            outcomes: decision.outcomes.len(),
            sizes: cells.iter().map(Vec::len).collect(),
            ..Builder::default()
        };
        let root = builder.build(&open, &order);
        Self { cells, outcomes: decision.outcomes.len(), nodes: builder.nodes, root }
    }

    /// The cells of the inputs that are known; an answer that an input cannot have says nothing.
    pub(super) fn known(&self, inputs: &[Input], facts: &Facts) -> Vec<Option<usize>> {
        let cells = self.cells.iter().zip(inputs);
        cells.map(|(cells, input)| cell(cells, &input.kind, facts.get(&input.name)?)).collect()
    }

    /// The bits with which each outcome can be reached; `may` gives those with which an input may be in a cell.
    pub(super) fn walk<L: Lanes>(&self, reach: &mut Vec<L>, start: L, may: impl Fn(usize, usize) -> L) {
        reach.clear();
        reach.resize(self.outcomes + self.nodes.len(), L::NONE);
        if let Some(root) = reach.get_mut(self.root) {
            *root = start;
        }
        for (index, node) in self.nodes.iter().enumerate().rev() {
            let Some(&here) = reach.get(self.outcomes + index) else { continue };
            for (cell, &next) in node.next.iter().enumerate() {
                if let Some(there) = reach.get_mut(next) {
                    *there |= here & may(node.input, cell);
                }
            }
        }
        reach.truncate(self.outcomes);
    }

    /// The inputs that bear on the outcome while these are known: those that some filling-in of the others makes
    /// decisive. Two nodes that lead to the same once the known inputs are answered count as one.
    pub(super) fn bearing(&self, known: &[Option<usize>]) -> Vec<usize> {
        let mut class: Vec<usize> = (0..self.outcomes).collect();
        let mut kept: Vec<Node> = Vec::new();
        for node in &self.nodes {
            let of = |next: usize| class.get(next).copied().unwrap_or_default();
            let mut next = node.next.iter().map(|&next| of(next));
            let first = next.next().unwrap_or_default();
            let merged = if let Some(cell) = known.get(node.input).copied().flatten() {
                node.next.get(cell).copied().map_or(0, of)
            } else if next.all(|other| other == first) {
                first
            } else {
                let next = node.next.iter().map(|&next| of(next)).collect();
                self.outcomes + numbered(&mut kept, Node { input: node.input, next })
            };
            class.push(merged);
        }
        let mut reached = vec![false; self.outcomes + kept.len()];
        let root = class.get(self.root).copied().unwrap_or_default();
        if let Some(root) = reached.get_mut(root) {
            *root = true;
        }
        let mut bearing = Ordered::default();
        for (index, node) in kept.iter().enumerate().rev() {
            if reached.get(self.outcomes + index) == Some(&true) {
                bearing.insert(node.input);
                for &next in &node.next {
                    if let Some(next) = reached.get_mut(next) {
                        *next = true;
                    }
                }
            }
        }
        bearing.into_vec()
    }
}

/// The number of a node among those that are kept, new or not.
fn numbered(kept: &mut Vec<Node>, node: Node) -> usize {
    kept.iter().rposition(|other| *other == node).unwrap_or_else(|| {
        kept.push(node);
        kept.len() - 1
    })
}

/// Makes the nodes, each once. The lists are short, and a page carries less when they are searched from end to end.
#[derive(Default)]
struct Builder {
    outcomes: usize,
    sizes: Vec<usize>,
    nodes: Vec<Node>,
    /// The rules that were open, with where they lead.
    made: Vec<(Open, usize)>,
}

impl Builder {
    fn build(&mut self, open: &Open, order: &[usize]) -> usize {
        // The last rule holds under all circumstances, so that there is always one that is met.
        if let Some((Rest::Met, outcome)) = open.first() {
            return *outcome;
        }
        if let Some((_, id)) = self.made.iter().rev().find(|(other, _)| other == open) {
            return *id;
        }
        let Some((input, later)) = first_asked(open, order) else { return 0 };
        let size = self.sizes.get(input).copied().unwrap_or_default();
        let next: Vec<usize> =
            (0..size).map(|cell| self.build(&decided(answered(open, input, cell)), later)).collect();
        let id = match next.as_slice() {
            [first, others @ ..] if others.iter().all(|other| other == first) => *first,
            _ => self.outcomes + numbered(&mut self.nodes, Node { input, next }),
        };
        self.made.push((open.clone(), id));
        id
    }
}

/// The first input in this order that a rule still asks for, and those after it.
fn first_asked<'o>(open: &Open, order: &'o [usize]) -> Option<(usize, &'o [usize])> {
    let mut later = order;
    while let Some((&input, rest)) = later.split_first() {
        if open.iter().any(|(rule, _)| rule.asks(input)) {
            return Some((input, rest));
        }
        later = rest;
    }
    None
}

/// The rules without those that cannot be met any more, and without what comes after one that is.
fn decided(rules: Open) -> Open {
    let mut open = Vec::with_capacity(rules.len());
    for (rule, outcome) in rules {
        let met = rule == Rest::Met;
        if rule != Rest::Unmet {
            open.push((rule, outcome));
        }
        if met {
            break;
        }
    }
    open
}

fn answered(open: &Open, input: usize, cell: usize) -> Open {
    open.iter().map(|(rule, outcome)| (rule.answered(input, cell), *outcome)).collect()
}

impl Rest {
    fn asks(&self, input: usize) -> bool {
        match self {
            Self::Met | Self::Unmet => false,
            Self::Cells(own, _) => *own == input,
            Self::All(rests) | Self::Any(rests) => rests.iter().any(|rest| rest.asks(input)),
        }
    }

    fn answered(&self, input: usize, cell: usize) -> Self {
        match self {
            Self::Cells(own, holds) if *own == input => truth(holds.get(cell) == Some(&true)),
            Self::All(rests) => all(rests.iter().map(|rest| rest.answered(input, cell)).collect()),
            Self::Any(rests) => any(rests.iter().map(|rest| rest.answered(input, cell)).collect()),
            rest => rest.clone(),
        }
    }
}

fn truth(holds: bool) -> Rest {
    if holds { Rest::Met } else { Rest::Unmet }
}

/// All of these, or any of them: one that is `decisive` decides, one that is the opposite says nothing.
fn joined(rests: Vec<Rest>, decisive: Rest, opposite: Rest, join: fn(Vec<Rest>) -> Rest) -> Rest {
    if rests.contains(&decisive) {
        return decisive;
    }
    let mut open: Vec<Rest> = Vec::with_capacity(rests.len());
    for rest in rests {
        if rest != opposite && !open.contains(&rest) {
            open.push(rest);
        }
    }
    if open.len() < 2 { open.pop().unwrap_or(opposite) } else { join(open) }
}

fn all(rests: Vec<Rest>) -> Rest {
    joined(rests, Rest::Unmet, Rest::Met, Rest::All)
}

fn any(rests: Vec<Rest>) -> Rest {
    joined(rests, Rest::Met, Rest::Unmet, Rest::Any)
}

/// A condition, or its opposite where `holds` is false, in terms of cells.
fn rest(condition: &Condition, holds: bool, inputs: &[Input], cells: &[Vec<Value>]) -> Rest {
    let test = |name: &Name, test: &dyn Fn(&Value) -> bool| {
        let found = position(inputs, name).and_then(|input| Some((input, cells.get(input)?)));
        let Some((input, cells)) = found else { return Rest::Unmet };
        let holds: Vec<bool> = cells.iter().map(|cell| test(cell) == holds).collect();
        match holds.first() {
            Some(first) if holds.iter().all(|other| other == first) => truth(*first),
            _ => Rest::Cells(input, holds),
        }
    };
    let below = |conditions: &[Condition]| -> Vec<Rest> {
        conditions.iter().map(|one| rest(one, holds, inputs, cells)).collect()
    };
    match condition {
        Condition::Is(name, wanted) => test(name, &|value| value == wanted),
        Condition::AtLeast(name, bound) => {
            test(name, &|value| matches!(value, Value::Number(number) if number >= bound))
        }
        Condition::All(conditions) if holds => all(below(conditions)),
        Condition::Any(conditions) if !holds => all(below(conditions)),
        Condition::All(conditions) | Condition::Any(conditions) => any(below(conditions)),
        Condition::Not(condition) => rest(condition, !holds, inputs, cells),
    }
}

/// The cell a value lies in, `None` for what the input cannot be.
pub(super) fn cell(cells: &[Value], kind: &InputKind, value: &Value) -> Option<usize> {
    match (kind, value) {
        (InputKind::Number { .. }, Value::Number(number)) => {
            let above = cells.iter().skip(1);
            let at_least = |cell: &&Value| matches!(cell, Value::Number(bound) if number >= bound);
            (!number.is_nan()).then(|| above.take_while(at_least).count())
        }
        _ => cells.iter().position(|cell| cell == value),
    }
}

fn position(inputs: &[Input], name: &str) -> Option<usize> {
    inputs.iter().position(|input| input.name == name)
}

/// A bound in the order of numbers.
#[derive(Clone, Copy, PartialEq)]
struct Bound(f64);

impl Eq for Bound {}

impl PartialOrd for Bound {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Bound {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}
