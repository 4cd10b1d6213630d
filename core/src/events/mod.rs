//! An append-only, dated log: what happened, who recorded it and from whose perspective.
//!
//! * Vocabulary: [`Precision`] of a date, and the kinds of [`Event`] that a domain gives as one table.
//! * Door: [`Log::read`] and [`Log::append`], which refuse with every problem and leave nothing half-applied.
//! * Function: [`Log::replay`], which folds the entries into a [`State`]; [`Log::until`] looks back at a date.
//!
//! What an event may say can depend on the earlier ones: someone cannot act before they joined. Such rules
//! belong to the [`State`] of the domain; reading, dates, writing and the place of each problem are here.
//!
//! # Laws
//! * A refused event leaves the log as it was.
//! * Reading what was written gives the same log.
//! * The last possible day of an entry is never before the first possible day of an earlier one.
//! * Appending entry by entry and reading them at once give the same log.
//!
//! ```
//! use meedoen::cocreation::{Entry, Event, Log};
//! use meedoen::{Perspective, document::Document};
//! let log = Log::from_json(r#"{
//!     "schema_version": 1, "id": "square", "title": {"nl": "Het plein", "en": "The square"},
//!     "service": {"nl": "beheer", "en": "maintenance"},
//!     "parties": [{"id": "residents", "label": {"nl": "bewoners", "en": "residents"}, "kind": "source-group"}],
//!     "events": [{"date": "2019-03-01", "kind": "party-joined", "party": "residents", "perspective": "policy"}]
//! }"#)?;
//! let earlier = Entry::new("2019-02-01".parse().unwrap(), Perspective::Client, Event::Resumed {});
//! let refused = log.append(&earlier).unwrap_err();
//! let codes: Vec<&str> = refused.problems().iter().map(|problem| problem.code()).collect();
//! assert_eq!(codes, ["backwards", "out-of-turn"]);
//! # Ok::<(), meedoen::Error>(())
//! ```

mod description;
mod entry;
mod event;
mod field;
mod follow_up;
mod log;
mod moment;
#[cfg(feature = "schema")]
mod schema;

pub use description::{EventForm, EventKind, FieldDescription, FieldKind};
pub use entry::Entry;
pub use event::{Event, Mention, State};
pub use field::{Element, Field};
pub use follow_up::FollowUp;
pub use log::{Log, replay};
pub use moment::{Moment, Precision};
