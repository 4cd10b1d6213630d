//! The operations of the participation ladder.

use super::{Operation, run, write};
use crate::document::{Document, Reader};
use crate::ladder::{self, Answers, Expectation, Rung, Session, TwoMoments, TwoViews};

pub(super) const OPERATIONS: &[Operation] = &[
    ("ladder.rungs", |_| write(&ladder::rungs())),
    ("ladder.questions", |_| write(&ladder::questions())),
    ("ladder.classify", |request| run::<Answers, _>(request, ladder::classify)),
    ("ladder.session", |request| run::<Session, _>(request, Session::state)),
    ("ladder.growth_potential", |request| run::<Expectation, _>(request, ladder::growth_potential)),
    ("ladder.compare", |request| run::<TwoMoments, _>(request, ladder::compare)),
    ("ladder.side_by_side", |request| run::<TwoViews, _>(request, ladder::side_by_side)),
    ("ladder.recognise", |request| write(&Column::from_json(request)?.recognise()?)),
];

/// A column of values that stand for rungs.
struct Column(Vec<String>);

impl Column {
    fn recognise(&self) -> Result<Vec<Rung>, crate::Error> {
        ladder::recognise(&self.0)
    }
}

impl Document for Column {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let values = reader.fields(&["values"])?.required("values")?;
        // Numbers and texts are read alike: a file may hold 4, "4" or "onbetaald werk".
        values
            .list_of(|value| match value.value() {
                serde_json::Value::Number(number) => Some(number.to_string()),
                _ => value.text().map(str::to_owned),
            })
            .map(Self)
    }
}
