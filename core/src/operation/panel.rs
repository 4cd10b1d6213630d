//! Operations on a panel: the panel is part of the request, or was read before.

use super::row::{Answer, Operation};
use crate::document::{Document, Problems, Reader};
use crate::error::{Error, Mistake};
use crate::multistate::{Panel, PanelDocument};
use serde::Serialize;
use serde_json::{Map, Value};

#[cfg(not(feature = "schema"))]
use Sized as Described;
#[cfg(feature = "schema")]
use schemars::JsonSchema as Described;

/// The field of a request that holds the panel.
const PANEL: &str = "panel";

/// An operation that reads a panel and an `I` and writes an `O`.
pub(super) struct OnPanel<I, O> {
    name: &'static str,
    #[cfg(feature = "schema")]
    does: &'static str,
    function: fn(&Panel, &I) -> Result<O, Error>,
}

/// An operation on a panel: its name, what it does in one sentence, and the function.
pub(super) const fn on_panel<I, O>(
    name: &'static str,
    does: &'static str,
    function: fn(&Panel, &I) -> Result<O, Error>,
) -> OnPanel<I, O> {
    #[cfg(not(feature = "schema"))]
    let _ = does;
    OnPanel {
        name,
        #[cfg(feature = "schema")]
        does,
        function,
    }
}

impl<I: Document + Described, O: Serialize + Described + 'static> Operation for OnPanel<I, O> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn answer(&self, panel: Option<&Panel>, request: &Value) -> Result<Box<dyn Answer>, Error> {
        let problems = Problems::default();
        let (own, rest) = match panel {
            Some(_) => (None, None),
            None => split(&Reader::new(request, &problems)),
        };
        // What is left of the request without its panel, or the request when the panel was read before.
        let asked = match (panel, &rest) {
            (Some(_), _) => Some(request),
            (None, rest) => rest.as_ref(),
        };
        let asked = asked.and_then(|asked| I::read(&Reader::new(asked, &problems)));
        let (panel, asked) = problems.finish(panel.or(own.as_ref()).zip(asked))?;
        Ok(Box::new((self.function)(panel, &asked)?))
    }

    #[cfg(feature = "schema")]
    fn describe(&self, schemas: &mut super::schema::Schemas) -> Value {
        schemas.of_panel_operation::<PanelDocument, I, O>(self.does)
    }
}

/// The panel of a request, and its other fields.
fn split(reader: &Reader<'_>) -> (Option<Panel>, Option<Value>) {
    let Some(entries) = reader.entries() else { return (None, None) };
    let (mut panel, mut rest, mut found) = (None, Map::new(), false);
    for (name, field) in entries {
        if name == PANEL {
            found = true;
            panel = PanelDocument::read(&field).map(|document| document.panel);
        } else {
            rest.insert(name.to_owned(), field.value().clone());
        }
    }
    if !found {
        reader.refuse(Mistake::MissingField { field: PANEL.to_owned() });
    }
    (panel, Some(Value::Object(rest)))
}
