//! Reading an instrument from a document.

use super::{Anchor, AnswerScale, Instrument, Item, MissingRule, Output, Part, Polarity, Scale};
use crate::Label;
use crate::document::{Document, Fields, Reader};
use crate::error::{Mistake, Place};
use crate::math::shown;
use crate::ordered::Ordered;

const ITEM: Label = Label::of("de vraag", "item");
const SCALE: Label = Label::of("de schaal", "scale");

impl Document for Instrument {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&[
            "schema_version",
            "id",
            "version",
            "title",
            "description",
            "target_behaviour",
            "provenance",
            "scale",
            "missing_codes",
            "missing_rule",
            "items",
            "scales",
        ])?;
        let schema_version = schema_version(&fields);
        let text = |name| fields.must(name, Reader::string);
        let (id, version) = (text("id"), text("version"));
        let title = fields.must("title", Reader::label);
        let description = fields.maybe("description", Reader::label);
        let target_behaviour = fields.maybe("target_behaviour", Reader::label);
        let provenance = fields.must("provenance", Reader::provenance);
        let scale = fields.must("scale", read_answer_scale);
        let missing_codes = fields.list_of("missing_codes", Reader::number);
        let missing_rule = fields.must("missing_rule", MissingRule::read);
        let items = fields.must("items", |items| items.list_of(read_item));
        let scales = fields.must("scales", |scales| scales.list_of(read_scale));
        let instrument = Self {
            schema_version: schema_version?,
            id: id?,
            version: version?,
            title: title?,
            description: description?,
            target_behaviour: target_behaviour?,
            provenance: provenance?,
            scale: scale?,
            missing_codes: missing_codes?,
            missing_rule: missing_rule?,
            items: items?,
            scales: scales?,
        };
        instrument.check(&fields);
        Some(instrument)
    }
}

fn schema_version(fields: &Fields<'_>) -> Option<u32> {
    let field = fields.required("schema_version")?;
    let version = field.count()?;
    if version != Instrument::SCHEMA_VERSION {
        let supported = Instrument::SCHEMA_VERSION;
        field.refuse(Mistake::UnsupportedVersion { version: version.to_string(), supported });
    }
    Some(version)
}

fn read_answer_scale(reader: &Reader<'_>) -> Option<AnswerScale> {
    let fields = reader.fields(&["min", "max", "continuous", "anchors"])?;
    let number = |name| fields.must(name, Reader::number);
    let (min, max) = (number("min"), number("max"));
    let continuous = fields.maybe("continuous", Reader::truth);
    let anchors = fields.list_of("anchors", |anchor| {
        let fields = anchor.fields(&["value", "label"])?;
        let value = fields.must("value", Reader::number);
        let label = fields.must("label", Reader::label);
        Some(Anchor { value: value?, label: label? })
    });
    let (min, max) = (min?, max?);
    let widest = AnswerScale::WIDEST;
    for bound in [min, max].into_iter().filter(|bound| bound.abs() > widest) {
        reader.refuse(Mistake::OutsideRange { value: shown(bound), min: -widest, max: widest });
    }
    if min >= max {
        reader.refuse(Mistake::NoLength { min, max });
    }
    Some(AnswerScale { min, max, continuous: continuous?.unwrap_or(false), anchors: anchors? })
}

fn read_item(reader: &Reader<'_>) -> Option<Item> {
    let fields = reader.fields(&["id", "text", "reverse", "scale"])?;
    let id = fields.must("id", Reader::string);
    let text = fields.must("text", Reader::label);
    let reverse = fields.maybe("reverse", Reader::truth);
    let scale = fields.maybe("scale", read_answer_scale);
    Some(Item { id: id?, text: text?, reverse: reverse?.unwrap_or(false), scale: scale? })
}

fn read_scale(reader: &Reader<'_>) -> Option<Scale> {
    let fields = reader.fields(&["id", "label", "polarity", "output", "missing_rule", "parts"])?;
    let id = fields.must("id", Reader::string);
    let label = fields.must("label", Reader::label);
    let polarity = fields.maybe("polarity", Reader::code);
    let output = fields.maybe("output", Reader::code);
    let missing_rule = fields.maybe("missing_rule", MissingRule::read);
    let parts = fields.required("parts").and_then(|parts| {
        let count = parts.list()?.len();
        if !(1..=Scale::MAX_PARTS).contains(&count) {
            let max = f64::from(u8::MAX);
            parts.refuse(Mistake::OutsideRange { value: count.to_string(), min: 1.0, max });
        }
        parts.list_of(read_part)
    });
    Some(Scale {
        id: id?,
        label: label?,
        polarity: polarity?.unwrap_or(Polarity::Supporting),
        output: output?.unwrap_or(Output::Mean),
        missing_rule: missing_rule?,
        parts: parts?,
    })
}

fn read_part(reader: &Reader<'_>) -> Option<Part> {
    let is_product = reader.value().get("product").is_some_and(|product| !product.is_null());
    let fields =
        reader.fields(if is_product { &["product", "centre", "facet"] } else { &["item", "facet"] })?;
    let facet = fields.maybe("facet", Reader::string);
    let Some(product) = fields.optional("product") else {
        let item = fields.must("item", Reader::string);
        return Some(Part::Item { item: item?, facet: facet? });
    };
    let names = product.list_of(Reader::string).and_then(|names| pair(&product, names));
    let centre = match fields.optional("centre") {
        Some(centre) => centre.list_of(Reader::number).and_then(|values| pair(&centre, values)),
        None => Some([0.0, 0.0]),
    };
    Some(Part::Product { product: names?, centre: centre?, facet: facet? })
}

fn pair<T>(reader: &Reader<'_>, values: Vec<T>) -> Option<[T; 2]> {
    let found = values.len();
    let pair = <[T; 2]>::try_from(values).ok();
    if pair.is_none() {
        reader.refuse(Mistake::WrongLength { found, expected: 2 });
    }
    pair
}

impl Instrument {
    /// What can only be seen on the whole: names used once, items that exist, parts of one range.
    fn check(&self, fields: &Fields<'_>) {
        let refuse = |name: &str, number: usize, mistake: Mistake| {
            let place = Place::default().at(name).element(number);
            fields.reader().refuse_at(mistake, place);
        };
        let mut seen = Ordered::default();
        let used: Ordered<&str> =
            self.scales.iter().flat_map(|scale| &scale.parts).flat_map(Part::items).collect();
        for (index, item) in self.items.iter().enumerate() {
            if !seen.insert(item.id.as_str()) {
                refuse("items", index + 1, Mistake::Duplicate { what: ITEM, id: item.id.clone() });
            } else if !used.contains(&item.id.as_str()) {
                refuse("items", index + 1, Mistake::Unused { what: ITEM, id: item.id.clone() });
            }
        }
        let mut scales = Ordered::default();
        for (index, scale) in self.scales.iter().enumerate() {
            if !scales.insert(scale.id.as_str()) {
                refuse("scales", index + 1, Mistake::Duplicate { what: SCALE, id: scale.id.clone() });
            }
            let undefined: Ordered<&str> =
                scale.parts.iter().flat_map(Part::items).filter(|item| !seen.contains(item)).collect();
            for item in undefined.iter() {
                refuse("scales", index + 1, Mistake::Undefined { what: ITEM, id: (*item).to_owned() });
            }
            let (min, max) = self.range(scale);
            let other = scale.parts.iter().map(|part| self.range_of(part)).find(|range| *range != (min, max));
            if let (Some((low, high)), true) = (other, undefined.iter().next().is_none()) {
                refuse(
                    "scales",
                    index + 1,
                    Mistake::UnevenRange { id: scale.id.clone(), min, max, low, high },
                );
            }
        }
    }
}
