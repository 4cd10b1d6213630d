//! Writing one of the modules: what is not in it, it takes from those that are loaded before it.

use crate::graph::Homes;
use crate::linked::Linked;
use crate::{Module, contents};
use anyhow::{Context, Result};
use std::collections::HashMap;
use walrus::{ExportItem, FunctionBuilder, FunctionId, FunctionKind, GlobalKind, ImportedFunction, TableId};

/// The module from which everything else is taken.
const SHARED: &str = "m";

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
    let table_of_all = module.tables.get_mut(table);
    (table_of_all.initial, table_of_all.maximum) = (slot, Some(slot));

    contents::place_elements(&mut module, table, &order, homes, own)?;
    for (export, function, slot) in entrances {
        let number = order[&function];
        if homes.functions.get(&number) == Some(&own) {
            contents::add_element(&mut module, table, slot, vec![function]);
        }
        if base {
            let entrance = entrance(&mut module, table, function, slot)?;
            module.exports.get_mut(export).item = ExportItem::Function(entrance);
        }
    }
    contents::place_data(&mut module, linked, homes, own, base)?;
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
        if home == Some(&own) && homes.called.contains(&number) {
            module.exports.add(&number.to_string(), *function);
        }
        // Those of the page too are taken from the base.
        if home.is_some_and(|home| *home != own) {
            let ty = module.funcs.get(*function).ty();
            if let FunctionKind::Import(before) = &module.funcs.get(*function).kind {
                module.imports.delete(before.import);
            }
            let import = module.imports.add(SHARED, &number.to_string(), *function);
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
fn entrance(
    module: &mut walrus::Module,
    table: TableId,
    function: FunctionId,
    slot: u64,
) -> Result<FunctionId> {
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
