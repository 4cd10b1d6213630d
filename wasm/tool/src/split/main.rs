//! Divides one module of WebAssembly into a base and parts that share its memory and its functions, so that a page
//! loads what it needs and nothing twice.
//!
//! `split LINKED BOUND FOLDER PART… SHARED=PART,PART…`: `LINKED` as the linker wrote it, with its relocations; `BOUND`
//! the same after wasm-bindgen, beside which `contents.tsv` says what is in which file and why. A part is what is
//! reached from the exported function of its name and from no other; a shared module is what is reached from several of
//! its parts and from no part outside it; the rest is the base.
#![forbid(unsafe_code)]

mod cut;
mod graph;
mod linked;
mod listing;

use anyhow::{Context, Result, bail, ensure};
use std::{env, fs, path::Path};

/// A set of parts: the bit of each is its number.
type Parts = u64;

/// A module that is written: what is reached from these parts, and from no others.
struct Module {
    name: String,
    parts: Parts,
}

/// The modules of the arguments; the base, which is last, belongs to all parts.
fn modules(arguments: &[String]) -> Result<Vec<Module>> {
    let (shared, parts): (Vec<_>, Vec<_>) = arguments.iter().partition(|argument| argument.contains('='));
    ensure!(!parts.is_empty() && parts.len() < 64, "one to 63 parts can be divided, not {}", parts.len());
    let bit = |name: &str| {
        let number = parts.iter().position(|part| *part == name);
        number.map(|number| 1 << number).with_context(|| format!("there is no part `{name}`"))
    };
    let mut modules = Vec::new();
    for name in &parts {
        modules.push(Module { name: (*name).clone(), parts: bit(name)? });
    }
    for argument in shared {
        let (name, of) = argument.split_once('=').context("a shared module is NAME=PART,PART…")?;
        let of = of.split(',').map(bit).collect::<Result<Vec<_>>>()?;
        modules.push(Module { name: name.to_owned(), parts: of.iter().fold(0, |all, one| all | one) });
    }
    modules.push(Module { name: "base".to_owned(), parts: (1 << parts.len()) - 1 });
    Ok(modules)
}

fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [linked, bound, folder, parts @ ..] = arguments.as_slice() else {
        bail!("split LINKED BOUND FOLDER PART… SHARED=PART,PART…");
    };
    let modules = modules(parts)?;
    let linked = linked::read(&fs::read(linked).with_context(|| linked.clone())?)?;
    let listing = Path::new(bound).with_file_name("contents.tsv");
    let bound = fs::read(bound).with_context(|| bound.clone())?;
    let homes = graph::homes(&linked, &bound, &modules)?;
    fs::write(&listing, listing::listing(&linked, &homes, &modules)).context("contents.tsv")?;
    for number in 0..modules.len() {
        let module = cut::cut(&bound, &modules, &linked, &homes, number)?;
        let file = format!("{}_bg.wasm", modules[number].name);
        fs::write(Path::new(folder).join(&file), module).context(file)?;
    }
    Ok(())
}
