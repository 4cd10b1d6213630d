//! What is reached from where.

use crate::linked::{Linked, Target};
use crate::{Module, Parts};
use anyhow::{Context, Result, bail};
use std::collections::{BTreeSet, HashMap};
use walrus::ir::{Visitor, dfs_in_order};
use walrus::{ExportItem, FunctionId, FunctionKind};

/// In which module everything is.
#[derive(Default)]
pub(crate) struct Homes {
    /// The module of each function that is used, by its place among the functions.
    pub(crate) functions: HashMap<usize, usize>,
    /// The module of each piece of data.
    pub(crate) data: Vec<usize>,
    /// The functions that another module than their own calls, each with the name it has between modules: as short as
    /// can be, and never that of a part, which are in lower case.
    pub(crate) called: HashMap<usize, String>,
    /// The parts that reach each function that is used.
    pub(crate) reached_by: HashMap<usize, Parts>,
    /// The parts that reach each piece of data; none where nothing does.
    pub(crate) data_reached_by: Vec<Parts>,
    /// The name of each function, beside its place among the functions.
    pub(crate) names: Vec<(usize, String)>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Node {
    Function(usize),
    Data(usize),
}

struct Calls<'f> {
    order: &'f HashMap<FunctionId, usize>,
    found: Vec<usize>,
}

impl Visitor<'_> for Calls<'_> {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.found.extend(self.order.get(function));
    }
}

/// Puts every function and piece of data into the smallest module that has all parts that reach it.
pub(crate) fn homes(linked: &Linked, bound: &[u8], modules: &[Module]) -> Result<Homes> {
    let module = walrus::Module::from_buffer(bound)?;
    let order: HashMap<FunctionId, usize> =
        module.funcs.iter().enumerate().map(|(number, function)| (function.id(), number)).collect();
    // Functions of one name count as one: each is reached from where any is.
    let mut named: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut calls = Vec::new();
    for (number, function) in module.funcs.iter().enumerate() {
        if let Some(name) = &function.name {
            named.entry(name.as_str()).or_default().push(number);
        }
        let mut visitor = Calls { order: &order, found: Vec::new() };
        if let FunctionKind::Local(local) = &function.kind {
            dfs_in_order(&mut visitor, local, local.entry_block());
        }
        calls.push(visitor.found);
    }
    // What is exported the linker calls by its name with a hash behind it, and wasm-bindgen by its name.
    let bound_as = |name: &str| {
        let bare = name.rsplit_once('_').map_or("", |(bare, _)| bare);
        named.get(name).or_else(|| named.get(bare)).into_iter().flatten().copied()
    };
    let nodes = |target: &Target| -> Vec<Node> {
        match target {
            Target::Data(piece) => vec![Node::Data(*piece)],
            Target::Function(function) => {
                let name = linked.names.get(*function).map_or("", String::as_str);
                bound_as(name).map(Node::Function).collect()
            }
        }
    };
    let mut edges: HashMap<Node, Vec<Node>> = HashMap::new();
    for (number, found) in calls.iter().enumerate() {
        edges.entry(Node::Function(number)).or_default().extend(found.iter().map(|one| Node::Function(*one)));
    }
    for (name, targets) in linked.names.iter().zip(&linked.targets) {
        for number in bound_as(name) {
            edges.entry(Node::Function(number)).or_default().extend(targets.iter().flat_map(nodes));
        }
    }
    for (number, data) in linked.data.iter().enumerate() {
        edges.entry(Node::Data(number)).or_default().extend(data.targets.iter().flat_map(nodes));
    }

    let all = modules.last().context("no modules")?.parts;
    let mut reached: HashMap<Node, Parts> = HashMap::new();
    let mut waiting = Vec::new();
    for export in module.exports.iter() {
        let ExportItem::Function(function) = export.item else { continue };
        // Only the build asks for the names of the operations.
        if export.name != "operations" {
            let part = modules.iter().find(|module| module.name == export.name);
            waiting.push((Node::Function(order[&function]), part.map_or(all, |part| part.parts)));
        }
    }
    waiting.extend(module.start.iter().map(|start| (Node::Function(order[start]), all)));
    while let Some((node, parts)) = waiting.pop() {
        let so_far = reached.entry(node).or_default();
        if *so_far | parts == *so_far {
            continue;
        }
        *so_far |= parts;
        let parts = *so_far;
        waiting.extend(edges.get(&node).into_iter().flatten().map(|next| (*next, parts)));
    }

    let home = |parts: Parts| {
        let wide_enough = modules.iter().enumerate().filter(|(_, module)| module.parts & parts == parts);
        let smallest = wide_enough.min_by_key(|(_, module)| module.parts.count_ones());
        smallest.map_or(modules.len() - 1, |(number, _)| number)
    };
    let mut homes = Homes::default();
    for number in 0..linked.data.len() {
        let parts = reached.get(&Node::Data(number)).copied();
        homes.data.push(parts.map_or(modules.len() - 1, home));
        homes.data_reached_by.push(parts.unwrap_or_default());
    }
    for (node, parts) in &reached {
        if let Node::Function(number) = node {
            homes.functions.insert(*number, home(*parts));
            homes.reached_by.insert(*number, *parts);
        }
    }
    let function_names = module.funcs.iter().enumerate();
    homes.names = function_names.filter_map(|(number, one)| Some((number, one.name.clone()?))).collect();
    // What is in a module may rely on no module that is loaded without it.
    for (node, parts) in &reached {
        let own = home(*parts);
        for next in edges.get(node).into_iter().flatten() {
            let other = reached.get(next).map_or(modules.len() - 1, |parts| home(*parts));
            if modules[own].parts & modules[other].parts != modules[own].parts {
                bail!(
                    "`{}` needs what is only in `{}`: declare what they share",
                    modules[own].name,
                    modules[other].name
                );
            }
        }
    }
    let mut called = BTreeSet::new();
    for (number, found) in calls.iter().enumerate() {
        let Some(own) = homes.functions.get(&number) else { continue };
        called.extend(found.iter().filter(|one| homes.functions.get(one) != Some(own)));
    }
    homes.called = called.into_iter().enumerate().map(|(rank, number)| (number, short(rank))).collect();
    Ok(homes)
}

/// A number in digits and capitals.
fn short(mut number: usize) -> String {
    let mut name = String::new();
    loop {
        let digit = char::from_digit((number % 36) as u32, 36).unwrap_or_default();
        name.insert(0, digit.to_ascii_uppercase());
        number /= 36;
        if number == 0 {
            return name;
        }
    }
}
