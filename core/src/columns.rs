//! A table of numbers: named columns of equal length.

use crate::document::{Document, Reader};
use crate::error::{Error, Mistake, Place};
use crate::math::shown;
use crate::{Label, document::Problems};
use serde_json::Value;
use std::borrow::Cow;

/// Named columns of numbers, NaN where a value is missing; borrowed from the caller or owned.
///
/// In a document it is a list of columns, each with its name and its values; yes and no count as 1 and 0.
///
/// ```
/// use meedoen::{Columns, document::Document};
/// let table = Columns::from_json(r#"[{"name": "age", "values": [31, null, 54]}, {"name": "works", "values": [0, 1, 1]}]"#)?;
/// assert_eq!((table.rows(), table.names().count()), (3, 2));
/// assert!(table.get("age").is_some_and(|ages| ages[1].is_nan()));
/// # Ok::<(), meedoen::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Columns<'a>(Vec<(String, Cow<'a, [f64]>)>);

impl<'a> Columns<'a> {
    /// The table of these columns.
    ///
    /// # Errors
    /// `duplicate` for a name given twice, `uneven-columns` for a column of another length than the first.
    pub fn new(columns: Vec<(String, Cow<'a, [f64]>)>) -> Result<Self, Error> {
        let problems = Problems::default();
        let expected = columns.first().map_or(0, |(_, values)| values.len());
        for (index, (name, values)) in columns.iter().enumerate() {
            let place = Place::default().at(name);
            if columns.iter().take(index).any(|(other, _)| other == name) {
                let what = Label::of("de kolom", "column");
                problems.add(Mistake::Duplicate { what, id: name.clone() }, place.clone());
            }
            if values.len() != expected {
                let column = name.clone();
                problems.add(Mistake::UnevenColumns { column, rows: values.len(), expected }, place);
            }
        }
        problems.finish(Some(Self(columns)))
    }

    /// The values of a column.
    pub fn get(&self, name: &str) -> Option<&[f64]> {
        self.0.iter().find(|(other, _)| other == name).map(|(_, values)| values.as_ref())
    }

    /// The names, in the order of the table.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    /// The number of rows.
    pub fn rows(&self) -> usize {
        self.0.first().map_or(0, |(_, values)| values.len())
    }

    /// The columns of these names; `a:b` is the product of two of them, unless a column has that name.
    ///
    /// # Errors
    /// `missing-column` for each that is not there, `not-finite` for the first infinite value of each.
    pub(crate) fn select(&self, names: &[&str]) -> Result<Vec<Cow<'_, [f64]>>, Error> {
        let problems = Problems::default();
        let missing =
            |name: &str| problems.add(Mistake::MissingColumn { column: name.to_owned() }, Place::default());
        let found = names.iter().map(|name| {
            if let Some(values) = self.get(name) {
                return Cow::Borrowed(values);
            }
            let mut product = vec![1.0; self.rows()];
            for part in name.split(':').map(str::trim) {
                match self.get(part) {
                    Some(values) => product.iter_mut().zip(values).for_each(|(one, value)| *one *= value),
                    None => missing(part),
                }
            }
            Cow::Owned(product)
        });
        let found: Vec<Cow<'_, [f64]>> = found.collect();
        for (name, values) in names.iter().zip(&found) {
            if let Some(row) = first_infinite(values) {
                let value = shown(values.get(row).copied().unwrap_or_default());
                problems.add(Mistake::NotFinite { value }, Place::row(row + 1).at(name));
            }
        }
        problems.finish(Some(found))
    }
}

/// How many values are looked at together, which goes faster than one by one.
const PIECE: usize = 1024;

/// Whether some value of a piece is so.
fn any(piece: &[f64], is_so: impl Fn(f64) -> bool) -> bool {
    piece.iter().fold(false, |any, value| any | is_so(*value))
}

fn first_infinite(values: &[f64]) -> Option<usize> {
    let piece = values.chunks(PIECE).position(|piece| any(piece, f64::is_infinite))? * PIECE;
    values.iter().skip(piece).position(|value| value.is_infinite()).map(|row| piece + row)
}

/// The rows in which every column has a value; the columns themselves when that is all of them.
pub(crate) fn complete(columns: Vec<Cow<'_, [f64]>>) -> Vec<Cow<'_, [f64]>> {
    let is_whole = |piece: &[f64]| !any(piece, f64::is_nan);
    if columns.iter().all(|values| values.chunks(PIECE).all(is_whole)) {
        return columns;
    }
    let rows = columns.first().map_or(0, |values| values.len());
    let mut kept = vec![true; rows];
    for values in &columns {
        for (kept, value) in kept.iter_mut().zip(values.iter()) {
            *kept &= !value.is_nan();
        }
    }
    let keep = |values: Cow<'_, [f64]>| {
        Cow::Owned(values.iter().zip(&kept).filter(|(_, kept)| **kept).map(|(value, _)| *value).collect())
    };
    columns.into_iter().map(keep).collect()
}

impl Document for Columns<'static> {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let number = |cell: &Reader<'_>| match cell.value() {
            Value::Null => Some(f64::NAN),
            Value::Bool(truth) => Some(f64::from(u8::from(*truth))),
            _ => cell.number(),
        };
        let column = |reader: &Reader<'_>| {
            let fields = reader.fields(&["name", "values"])?;
            let name = fields.must("name", Reader::string);
            let values = fields.must("values", |values| values.list_of(number));
            Some((name?, Cow::Owned(values?)))
        };
        let columns = reader.list_of(column)?;
        reader.check(Self::new(columns))
    }
}

/// One column of numbers.
#[cfg(feature = "schema")]
#[derive(schemars::JsonSchema)]
#[expect(dead_code, reason = "only its schema is used")]
struct NumberColumn {
    /// The name of the column.
    name: String,
    /// Its values, `null` where one is missing; yes and no count as 1 and 0.
    values: Vec<Option<Cell>>,
}

#[cfg(feature = "schema")]
#[derive(schemars::JsonSchema)]
#[schemars(rename = "NumberCell")]
#[serde(untagged)]
#[expect(dead_code, reason = "only its schema is used")]
enum Cell {
    Number(f64),
    Truth(bool),
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Columns<'_> {
    fn schema_name() -> Cow<'static, str> {
        "Columns".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Vec::<NumberColumn>::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_infinite_value_is_named_with_its_row_wherever_it_stands() {
        for row in [0, PIECE - 1, PIECE, 2 * PIECE + 5] {
            let mut values = vec![1.0; 2 * PIECE + 6];
            values[3] = f64::NAN;
            values[row] = f64::NEG_INFINITY;
            let table = Columns::new(vec![("a".to_owned(), values.into())]).unwrap();
            let error = table.select(&["a"]).unwrap_err();
            let [problem] = error.problems() else { panic!("{error}") };
            assert_eq!(problem.mistake().code(), "not-finite");
            assert!(problem.message().en.starts_with(&format!("row {}, column `a`: `-inf`", row + 1)));
        }
    }

    #[test]
    fn rows_without_a_value_are_left_out_wherever_they_stand() {
        let column = |at: usize| -> Cow<'static, [f64]> {
            (0..PIECE + 2).map(|row| if row == at { f64::NAN } else { 1.0 }).collect()
        };
        let kept = complete(vec![column(PIECE + 1), column(4)]);
        assert!(
            kept.iter().all(|values| values.len() == PIECE
                && values.iter().all(|value| (*value - 1.0).abs() < f64::EPSILON))
        );
        assert_eq!(complete(vec![column(PIECE + 2)])[0].len(), PIECE + 2);
    }
}
