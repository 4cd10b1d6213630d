//! Writing one of the modules: what is not in it, it takes from those that are loaded before it.

use crate::Module;
use crate::graph::Homes;
use crate::linked::Linked;
use anyhow::{Context, Result, bail};
use std::collections::HashMap;
use walrus::ir::Value;
use walrus::{
    ConstExpr, DataKind, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind, GlobalKind,
    ImportedFunction, TableId,
};

/// The module from which everything else is taken, and what the memory, tables and globals are called there.
const SHARED: &str = "m";
/// Bytes that a segment of its own costs: a smaller gap is filled, with what will be there anyway.
const GAP: usize = 8;

/// One of the modules, as bytes.
pub(crate) fn cut(
    bound: &[u8],
    modules: &[Module],
    linked: &Linked,
    homes: &Homes,
    own: usize,
) -> Result<Vec<u8>> {
    let mut module = walrus::Module::from_buffer(bound)?;
    let base = own == modules.len() - 1;
    let functions: Vec<FunctionId> = module.funcs.iter().map(walrus::Function::id).collect();
    let order: HashMap<FunctionId, usize> = functions.iter().copied().zip(0..).collect();

    // The parts are entered through the table, where each writes its function when it is loaded.
    let table = module.tables.main_function_table()?.context("no table of functions")?;
    let first = module.tables.get(table).initial;
    let (mut entrances, mut slot) = (Vec::new(), first);
    for (export, name, function) in exported(&module) {
        if modules.iter().any(|module| module.name == name) {
            entrances.push((export, function, slot));
            slot += 1;
        }
    }
    let table_size = &mut module.tables.get_mut(table);
    table_size.initial = slot;
    table_size.maximum = Some(slot);

    let constant = place_elements(&mut module, table, &order, homes, own)?;
    anyhow::ensure!(constant, "the table of functions is not constant");
    for (export, function, slot) in entrances {
        let number = order[&function];
        if homes.functions.get(&number) == Some(&own) {
            add_element(&mut module, table, slot, vec![function]);
        }
        if base {
            let entrance = entrance(&mut module, table, function, slot)?;
            module.exports.get_mut(export).item = ExportItem::Function(entrance);
        }
    }
    place_data(&mut module, linked, homes, own, base)?;
    if base {
        share(&mut module);
        if let Some((unused, ..)) = exported(&module).into_iter().find(|(_, name, _)| name == "operations") {
            module.exports.delete(unused);
        }
    } else {
        take(&mut module);
    }
    for (number, function) in functions.iter().enumerate() {
        let home = homes.functions.get(&number);
        // What no other calls is taken nowhere either, so nothing has to be called that.
        let name = homes.called.get(&number).map_or("-", String::as_str);
        if home == Some(&own) && name != "-" {
            module.exports.add(name, *function);
        }
        // Those of the page too are taken from the base.
        if home.is_some_and(|home| *home != own) {
            let ty = module.funcs.get(*function).ty();
            if let FunctionKind::Import(before) = &module.funcs.get(*function).kind {
                module.imports.delete(before.import);
            }
            let import = module.imports.add(SHARED, name, *function);
            module.funcs.get_mut(*function).kind = FunctionKind::Import(ImportedFunction { import, ty });
        }
    }
    let unneeded: Vec<String> = module.customs.iter().map(|(_, section)| section.name().to_owned()).collect();
    for name in unneeded.iter().filter(|name| *name == "linking" || name.starts_with("reloc.")) {
        module.customs.remove_raw(name);
    }
    walrus::passes::gc::run(&mut module);
    Ok(module.emit_wasm())
}

fn exported(module: &walrus::Module) -> Vec<(walrus::ExportId, String, FunctionId)> {
    let function = |export: &walrus::Export| match export.item {
        ExportItem::Function(function) => Some((export.id(), export.name.clone(), function)),
        _ => None,
    };
    module.exports.iter().filter_map(function).collect()
}

/// A function that calls the one in a slot of the table.
fn entrance(module: &mut walrus::Module, table: TableId, function: FunctionId, slot: u64) -> Result<FunctionId> {
    let ty = module.funcs.get(function).ty();
    let (params, results) = (module.types.get(ty).params().to_vec(), module.types.get(ty).results().to_vec());
    let locals: Vec<_> = params.iter().map(|ty| module.locals.add(*ty)).collect();
    let mut builder = FunctionBuilder::new(&mut module.types, &params, &results);
    let mut body = builder.func_body();
    for local in &locals {
        body.local_get(*local);
    }
    body.i32_const(i32::try_from(slot)?).call_indirect(ty, table);
    Ok(builder.finish(locals, &mut module.funcs))
}

fn add_element(module: &mut walrus::Module, table: TableId, slot: u64, functions: Vec<FunctionId>) {
    let offset = ConstExpr::Value(Value::I32(slot as i32));
    let element = module.elements.add(ElementKind::Active { table, offset }, ElementItems::Functions(functions));
    module.tables.get_mut(table).elem_segments.insert(element);
}

/// Leaves those entries of the table that are functions of this module; whether all places were known.
fn place_elements(
    module: &mut walrus::Module,
    main: TableId,
    order: &HashMap<FunctionId, usize>,
    homes: &Homes,
    own: usize,
) -> Result<bool> {
    let mut runs: Vec<(u64, Vec<FunctionId>)> = Vec::new();
    let mut replaced = Vec::new();
    for element in module.elements.iter() {
        let (ElementKind::Active { table, offset }, ElementItems::Functions(items)) = (&element.kind, &element.items)
        else {
            continue;
        };
        let ConstExpr::Value(Value::I32(offset)) = offset else { return Ok(false) };
        if *table != main {
            return Ok(false);
        }
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
    Ok(true)
}

/// Leaves the data of this module; what can change, and what belongs to no piece of data, is the base's.
fn place_data(module: &mut walrus::Module, linked: &Linked, homes: &Homes, own: usize, base: bool) -> Result<()> {
    let mut kept = Vec::new();
    let mut replaced = Vec::new();
    for data in module.data.iter() {
        let DataKind::Active { memory, offset: ConstExpr::Value(Value::I32(address)) } = data.kind else {
            bail!("a segment without a constant address");
        };
        let address = usize::try_from(address)?;
        let mut ours = vec![base; data.value.len()];
        for (piece, home) in linked.data.iter().zip(&homes.data) {
            let inside = piece.at.start >= address && piece.at.end <= address + data.value.len();
            if inside && piece.constant && *home != own {
                ours[piece.at.start - address..piece.at.end - address].fill(false);
            }
        }
        for (piece, home) in linked.data.iter().zip(&homes.data) {
            let inside = piece.at.start >= address && piece.at.end <= address + data.value.len();
            if inside && piece.constant && *home == own {
                ours[piece.at.start - address..piece.at.end - address].fill(true);
            }
        }
        let mut at = 0;
        let mut runs: Vec<std::ops::Range<usize>> = Vec::new();
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
        kept.extend(runs.into_iter().map(|range| (memory, address + range.start, data.value[range].to_vec())));
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

/// Lets others have the memory, the tables and the globals.
fn share(module: &mut walrus::Module) {
    for (number, memory) in module.memories.iter().enumerate() {
        module.exports.add(&format!("m{number}"), memory.id());
    }
    for (number, table) in module.tables.iter().enumerate() {
        module.exports.add(&format!("t{number}"), table.id());
    }
    for (number, global) in module.globals.iter().enumerate() {
        module.exports.add(&format!("g{number}"), global.id());
    }
}

/// Takes the memory, the tables and the globals from the base, and exports nothing yet.
fn take(module: &mut walrus::Module) {
    let exports: Vec<_> = module.exports.iter().map(walrus::Export::id).collect();
    for export in exports {
        module.exports.delete(export);
    }
    module.start = None;
    for (number, memory) in module.memories.iter_mut().enumerate() {
        memory.import = Some(module.imports.add(SHARED, &format!("m{number}"), memory.id()));
    }
    for (number, table) in module.tables.iter_mut().enumerate() {
        table.import = Some(module.imports.add(SHARED, &format!("t{number}"), table.id()));
    }
    let globals: Vec<_> = module.globals.iter().map(walrus::Global::id).collect();
    for (number, global) in globals.into_iter().enumerate() {
        let import = module.imports.add(SHARED, &format!("g{number}"), global);
        module.globals.get_mut(global).kind = GlobalKind::Import(import);
    }
}
