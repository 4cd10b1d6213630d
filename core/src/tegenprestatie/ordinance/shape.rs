//! What the schema of a provision says that its type does not.
#![expect(dead_code, reason = "only its schema is used")]

use chrono::NaiveDate;
use schemars::JsonSchema;

/// The days of a provision; as long as the ordinance unless said otherwise.
#[derive(JsonSchema)]
#[schemars(rename = "ProvisionDays")]
pub(super) struct Period {
    /// The first day.
    #[schemars(with = "crate::document::Defaulted<NaiveDate>")]
    valid_from: NaiveDate,
    /// The last day.
    valid_until: Option<NaiveDate>,
}
