//! What the linker knows: which function needs which data, and which data points where.

use anyhow::{Context, Result, bail};
use std::collections::HashMap;
use std::ops::Range;
use wasmparser::{
    BinaryReader, DataKind, KnownCustom, Linking, Name, Parser, Payload, RelocSectionReader, RelocationType,
    SymbolInfo, TypeRef,
};

/// What a relocation points to.
#[derive(Clone, Copy)]
pub(crate) enum Target {
    /// A function, by its number in [`Linked::names`].
    Function(usize),
    /// A piece of data, by its number in [`Linked::data`].
    Data(usize),
}

/// A piece of constant or changing data.
pub(crate) struct Data {
    /// What the linker calls it.
    pub(crate) name: String,
    /// Where it lies in memory.
    pub(crate) at: Range<usize>,
    /// Whether it is in a segment that never changes, so that it may come later than the rest.
    pub(crate) constant: bool,
    /// What it points to.
    pub(crate) targets: Vec<Target>,
}

/// A linked module.
#[derive(Default)]
pub(crate) struct Linked {
    /// The names of the functions.
    pub(crate) names: Vec<String>,
    /// How many bytes of code each function has; none those that are imported.
    pub(crate) sizes: Vec<usize>,
    /// What the code of each function points to.
    pub(crate) targets: Vec<Vec<Target>>,
    /// The pieces of data.
    pub(crate) data: Vec<Data>,
}

/// A segment: where its bytes are in the file and where they go in memory.
struct Segment {
    file: Range<usize>,
    address: usize,
    constant: bool,
}

/// Reads the relocations of a module that was linked with `--emit-relocs`.
pub(crate) fn read(bytes: &[u8]) -> Result<Linked> {
    let mut linked = Linked::default();
    let (mut bodies, mut segments): (Vec<(Range<usize>, usize)>, Vec<Segment>) = (Vec::new(), Vec::new());
    let (mut starts, mut imported) = (Vec::new(), 0);
    let (mut symbols, mut relocations, mut constants) = (Vec::new(), Vec::new(), Vec::new());
    let mut names = HashMap::new();
    for payload in Parser::new(0).parse_all(bytes) {
        let payload = payload?;
        if let Some((_, range)) = payload.as_section() {
            starts.push(range.start);
        }
        match payload {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push((body.range(), imported + bodies.len())),
            Payload::DataSection(section) => {
                for data in section {
                    let data = data?;
                    let DataKind::Active { offset_expr, .. } = data.kind else {
                        bail!("a segment without an address")
                    };
                    let mut offset = offset_expr.get_binary_reader();
                    // i32.const
                    anyhow::ensure!(offset.read_u8()? == 0x41, "a segment whose address is computed");
                    let address = usize::try_from(offset.read_var_i32()?)?;
                    let file = data.range.end - data.data.len()..data.range.end;
                    segments.push(Segment { file, address, constant: false });
                }
            }
            Payload::CustomSection(section) => match section.as_known() {
                KnownCustom::Name(section) => {
                    for part in section {
                        if let Name::Function(functions) = part? {
                            for one in functions {
                                let one = one?;
                                names.insert(one.index as usize, one.name.to_owned());
                            }
                        }
                    }
                }
                KnownCustom::Linking(section) => {
                    for part in section.subsections() {
                        match part? {
                            Linking::SegmentInfo(infos) => {
                                for info in infos {
                                    constants.push(info?.name.starts_with(".rodata"));
                                }
                            }
                            Linking::SymbolTable(table) => {
                                for symbol in table {
                                    symbols.push(symbol?);
                                }
                            }
                            _ => {}
                        }
                    }
                }
                _ if section.name().starts_with("reloc.") => {
                    let reader =
                        RelocSectionReader::new(BinaryReader::new(section.data(), section.data_offset()))?;
                    relocations.push((reader.section_index() as usize, reader.entries()));
                }
                _ => {}
            },
            _ => {}
        }
    }
    anyhow::ensure!(!relocations.is_empty(), "the module has no relocations: link it with --emit-relocs");
    anyhow::ensure!(constants.len() == segments.len(), "the module does not name its segments");
    for (segment, constant) in segments.iter_mut().zip(constants) {
        segment.constant = constant;
    }
    let functions = imported + bodies.len();
    linked.names = (0..functions).map(|number| names.remove(&number).unwrap_or_default()).collect();
    linked.sizes = vec![0; imported];
    linked.sizes.extend(bodies.iter().map(|(range, _)| range.len()));
    linked.targets.resize_with(functions, Vec::new);

    // Which piece of data a symbol is, and where each begins in the file.
    let (mut piece_of, mut begins) = (HashMap::new(), Vec::new());
    for (number, symbol) in symbols.iter().enumerate() {
        let SymbolInfo::Data { symbol: Some(defined), name, .. } = symbol else { continue };
        let segment = segments.get(defined.index as usize).context("a symbol in no segment")?;
        let (offset, size) = (defined.offset as usize, defined.size as usize);
        let at = segment.address + offset..segment.address + offset + size;
        piece_of.insert(number, linked.data.len());
        begins.push((segment.file.start + offset..segment.file.start + offset + size, linked.data.len()));
        let name = (*name).to_owned();
        linked.data.push(Data { name, at, constant: segment.constant, targets: Vec::new() });
    }
    let code =
        bodies.first().map_or(0..0, |(first, _)| first.start..bodies.last().map_or(0, |(last, _)| last.end));
    for (section, entries) in relocations {
        let start = *starts.get(section).context("relocations of no section")?;
        for entry in entries {
            let entry = entry?;
            let at = start + entry.offset as usize;
            let target = match entry.ty {
                RelocationType::FunctionIndexLeb
                | RelocationType::TableIndexSleb
                | RelocationType::TableIndexI32 => match symbols.get(entry.index as usize) {
                    Some(SymbolInfo::Func { index, .. }) => Target::Function(*index as usize),
                    _ => bail!("a function that is no symbol"),
                },
                RelocationType::MemoryAddrLeb
                | RelocationType::MemoryAddrSleb
                | RelocationType::MemoryAddrI32 => match piece_of.get(&(entry.index as usize)) {
                    Some(piece) => Target::Data(*piece),
                    // Such as the end of the data, which the linker makes up.
                    None => continue,
                },
                RelocationType::TypeIndexLeb
                | RelocationType::GlobalIndexLeb
                | RelocationType::TableNumberLeb => continue,
                // Those of debug information.
                RelocationType::FunctionOffsetI32
                | RelocationType::SectionOffsetI32
                | RelocationType::FunctionIndexI32
                | RelocationType::GlobalIndexI32 => continue,
                other => bail!("a relocation that is not known: {other:?}"),
            };
            if code.contains(&at) {
                let body = bodies.partition_point(|(range, _)| range.end <= at);
                let (_, function) = bodies.get(body).context("code in no function")?;
                linked.targets[*function].push(target);
            } else if segments.iter().any(|segment| segment.file.contains(&at)) {
                let mut inside = false;
                for (range, piece) in &begins {
                    if range.contains(&at) {
                        linked.data[*piece].targets.push(target);
                        inside = true;
                    }
                }
                anyhow::ensure!(inside, "a pointer in no piece of data");
            }
        }
    }
    Ok(linked)
}
