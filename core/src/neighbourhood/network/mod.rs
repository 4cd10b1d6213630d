//! Networks of citizens around a person, and the community they are part of.
//!
//! * Vocabulary: [`NetworkTheme`], [`HardlyNetworkGroup`].
//! * Door: [`Observed`], what is known by question; what is left out is unknown.
//! * Function: [`review`]. Results: [`NetworkReview`], and [`roadmaps`] to hold a log against with `conformance`.
//!
//! Nothing here says whether someone has enough of a network, or what a person should do: the conditions are about what
//! people around them, organisations and the municipality do. What the sources do not give is not made up: no number of
//! contacts, no score, no amount of money saved (BKR-08).
//!
//! # Source
//! BKR-02…35, ABC-01…38

mod review;
mod roadmaps;
#[cfg(feature = "schema")]
mod shape;
mod table;

pub use review::{NetworkCondition, NetworkReview, NetworkThemeReview, review};
pub use roadmaps::roadmaps;

use crate::decide::{Facts, Input, InputKind};
use crate::document::{Document, Reader};
use crate::error::{Error, Mistake};
use crate::{Label, Source, Value};
use std::sync::LazyLock;
use table::ROWS;

crate::vocabulary! {
    /// What a condition of a network is about.
    ///
    /// # Source
    /// BKR-02…04, BKR-09…14, BKR-26…30, ABC-04…08
    pub enum NetworkTheme: "theme of a network", "thema van een netwerk", ["BKR-20"] {
        /// What people around someone can do that institutions cannot.
        Around = "around": "rond de persoon", "around the person", ["BKR-02", "BKR-03", "BKR-04"],
        /// Where it starts.
        Start = "start": "waar het begint", "where it starts", ["BKR-09", "BKR-10", "BKR-11"],
        /// The four golden values.
        Golden = "golden-values": "gouden waarden", "golden values", ["BKR-25"],
        /// What organisations and the municipality do.
        Holding = "holding-differently": "anders vastpakken", "holding differently", ["BKR-14"],
        /// The community as start and end.
        Community = "community": "de gemeenschap", "the community", ["ABC-05", "ABC-07"],
    }
}

crate::vocabulary! {
    /// A situation in which people hardly have a network, so that a plan cannot rest on one.
    ///
    /// # Source
    /// BKR-20…23
    pub enum HardlyNetworkGroup: "situation with hardly a network", "situatie met nauwelijks een netwerk", ["BKR-20"] {
        /// Fled as a minor, without family.
        MinorRefugees = "unaccompanied-minor-refugees": "gevlucht als minderjarige, zonder familie", "fled as a minor, without family", ["BKR-21"],
        /// In detention, or just out of it.
        Detained = "detained": "in detentie, of daar net uit", "in detention, or just out of it", ["BKR-22"],
        /// Several problems at once.
        MultipleProblems = "multiple-problems": "problemen op meer gebieden tegelijk", "problems in several areas at once", ["BKR-23"],
    }
}

/// What is known of a network and of what is around it, by question. What is left out is unknown, never “no”.
///
/// ```
/// use meedoen::neighbourhood::network::Observed;
/// let observed = Observed::default().with("seen_regularly", true)?;
/// assert!(Observed::default().with("number_of_friends", true).is_err());
/// # Ok::<(), meedoen::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Observed {
    /// What is known, by question.
    #[cfg_attr(feature = "schema", schemars(with = "Option<shape::NetworkFacts>"))]
    facts: Facts,
}

impl Observed {
    /// The same with one more answer.
    ///
    /// # Errors
    /// `undefined` when there is no such question, `wrong-kind` or `unknown-code` when it has no such answer.
    pub fn with(self, input: &str, answer: impl Into<Value>) -> Result<Self, Error> {
        let Some(known) = questions().iter().find(|one| one.name == input) else {
            let what = Label::of("de vraag", "question");
            return Err(Mistake::Undefined { what, id: input.to_owned() }.into());
        };
        let answer = answer.into();
        known.check(&answer)?;
        Ok(Self { facts: self.facts.with(known.name.clone(), answer) })
    }

    pub(super) fn facts(&self) -> &Facts {
        &self.facts
    }
}

impl Document for Observed {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["facts"])?;
        let facts = fields.maybe("facts", |facts| Facts::read(facts, questions()))?;
        Some(Self { facts: facts.unwrap_or_default() })
    }
}

/// The question about the situation in which people hardly have a network.
const GROUP: &str = "hardly_network";

/// Every question, in order: what is observed around a person, in a network and in a community.
///
/// ```
/// assert!(meedoen::neighbourhood::network::questions().len() > 15);
/// ```
///
/// # Source
/// BKR-02…33, ABC-05…37; each names its own
pub fn questions() -> &'static [Input] {
    static QUESTIONS: LazyLock<Vec<Input>> = LazyLock::new(|| {
        let label = |(nl, en): (&'static str, &'static str)| Label::of(nl, en);
        let asked =
            ROWS.iter().map(|row| Input::truth(row.name, label(row.question), Source::facts(row.facts)));
        let question = Label::of(
            "Is dit een situatie waarin mensen nauwelijks een netwerk hebben?",
            "Is this a situation in which people hardly have a network?",
        );
        let source = Source::facts(&["BKR-20", "BKR-21", "BKR-22", "BKR-23"]);
        let mut group = Input::truth(GROUP, question, source);
        group.kind = InputKind::of::<HardlyNetworkGroup>();
        asked.chain([group]).collect()
    });
    &QUESTIONS
}
