//! What the table of functions and the memory hold when a module is loaded.

use crate::graph::Homes;
use crate::linked::Linked;
use anyhow::{Result, bail, ensure};
use std::collections::HashMap;
use std::ops::Range;
use walrus::ir::Value;
use walrus::{ConstExpr, DataKind, ElementItems, ElementKind, FunctionId, TableId};

/// Bytes that a segment of its own costs: a smaller gap is filled, with what will be there anyway.
const GAP: usize = 8;

/// Writes functions into the table from a slot on.
pub(crate) fn add_element(
    module: &mut walrus::Module,
    table: TableId,
    slot: u64,
    functions: Vec<FunctionId>,
) {
    let offset = ConstExpr::Value(Value::I32(slot as i32));
    let element =
        module.elements.add(ElementKind::Active { table, offset }, ElementItems::Functions(functions));
    module.tables.get_mut(table).elem_segments.insert(element);
}

/// Leaves those entries of the table that are functions of this module.
pub(crate) fn place_elements(
    module: &mut walrus::Module,
    main: TableId,
    order: &HashMap<FunctionId, usize>,
    homes: &Homes,
    own: usize,
) -> Result<()> {
    let mut runs: Vec<(u64, Vec<FunctionId>)> = Vec::new();
    let mut replaced = Vec::new();
    for element in module.elements.iter() {
        let (ElementKind::Active { table, offset }, ElementItems::Functions(items)) =
            (&element.kind, &element.items)
        else {
            continue;
        };
        let ConstExpr::Value(Value::I32(offset)) = offset else { bail!("functions without a constant slot") };
        ensure!(*table == main, "functions in another table");
        replaced.push(element.id());
        for (slot, function) in (u64::try_from(*offset)?..).zip(items) {
            if homes.functions.get(&order[function]) != Some(&own) {
                continue;
            }
            match runs.last_mut() {
                Some((start, run)) if *start + run.len() as u64 == slot => run.push(*function),
                _ => runs.push((slot, vec![*function])),
            }
        }
    }
    for element in replaced {
        module.tables.get_mut(main).elem_segments.remove(&element);
        module.elements.delete(element);
    }
    for (slot, run) in runs {
        add_element(module, main, slot, run);
    }
    Ok(())
}

/// Leaves the data of this module; what can change, and what belongs to no piece of data, is the base's.
pub(crate) fn place_data(
    module: &mut walrus::Module,
    linked: &Linked,
    homes: &Homes,
    own: usize,
    base: bool,
) -> Result<()> {
    let mut kept = Vec::new();
    let mut replaced = Vec::new();
    for data in module.data.iter() {
        let DataKind::Active { memory, offset: ConstExpr::Value(Value::I32(address)) } = data.kind else {
            bail!("a segment without a constant address");
        };
        let address = usize::try_from(address)?;
        let mut ours = vec![base; data.value.len()];
        // Where pieces overlap, each module that has one of them has the bytes.
        for wanted in [false, true] {
            for (piece, home) in linked.data.iter().zip(&homes.data) {
                let inside = piece.at.start >= address && piece.at.end <= address + data.value.len();
                if inside && piece.constant && (*home == own) == wanted {
                    ours[piece.at.start - address..piece.at.end - address].fill(wanted);
                }
            }
        }
        let mut at = 0;
        let mut runs: Vec<Range<usize>> = Vec::new();
        for run in ours.chunk_by(|one, other| one == other) {
            let range = at..at + run.len();
            at = range.end;
            // A zero is there already.
            if run[0] && data.value[range.clone()].iter().any(|byte| *byte != 0) {
                match runs.last_mut() {
                    Some(last) if range.start - last.end < GAP => last.end = range.end,
                    _ => runs.push(range),
                }
            }
        }
        kept.extend(
            runs.into_iter().map(|range| (memory, address + range.start, data.value[range].to_vec())),
        );
        replaced.push((memory, data.id()));
    }
    for (memory, data) in replaced {
        module.memories.get_mut(memory).data_segments.remove(&data);
        module.data.delete(data);
    }
    for (memory, address, bytes) in kept {
        let offset = ConstExpr::Value(Value::I32(i32::try_from(address)?));
        let data = module.data.add(DataKind::Active { memory, offset }, bytes);
        module.memories.get_mut(memory).data_segments.insert(data);
    }
    Ok(())
}
