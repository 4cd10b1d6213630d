//! Two moments, or two views, next to each other.

use super::Position;
use crate::decide::Truth;
use crate::document::{Document, Reader};
use crate::ordered::Ordered;
use crate::{Given, Label, Reason, Source, Vocabulary};
use serde::Serialize;

crate::vocabulary! {
    /// What happened between two moments on the ladder.
    ///
    /// # Source
    /// LAD-03; the third is implied there, not named.
    pub enum Change: "change on the ladder", "verandering op de ladder", ["LAD-03"] {
        /// A higher rung than before.
        Growth = "growth": "groei", "growth", [],
        /// The same rung as before.
        Stabilisation = "stabilisation": "stabilisatie", "stabilisation", [],
        /// A lower rung than before.
        Decline = "decline": "daling", "decline", [],
    }
}

/// Where someone stood and where they stand.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TwoMoments {
    /// The position at the first moment.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Position>"))]
    pub earlier: Position,
    /// The position at the second moment.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Position>"))]
    pub later: Position,
}

/// What happened between two moments, as far as is known.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Comparison {
    /// The change, `None` while more than one is possible.
    pub change: Option<Change>,
    /// The changes that are possible, in order.
    pub between: Vec<Change>,
    /// The comparison in words.
    pub label: Label,
    /// Whether the secondary aim of the source, growth or at least stabilisation, is met.
    pub growth_or_stabilisation: Truth,
    /// Why, and what to know about the aim.
    pub reasons: Vec<Reason>,
}

impl Document for TwoMoments {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["earlier", "later"])?;
        let position =
            |name| fields.maybe(name, Position::read).map(|read| read.unwrap_or_else(Position::unknown));
        let (earlier, later) = (position("earlier"), position("later"));
        Some(Self { earlier: earlier?, later: later? })
    }
}

/// Compares two moments: growth, stabilisation or decline. Staying on the same rung counts as reaching the aim.
///
/// ```
/// use meedoen::ladder::{compare, Change, Rung, TwoMoments};
/// use meedoen::decide::Truth;
/// let same = TwoMoments { earlier: Rung::UnpaidWork.into(), later: Rung::UnpaidWork.into() };
/// let comparison = compare(&same);
/// assert_eq!(comparison.change, Some(Change::Stabilisation));
/// assert_eq!(comparison.growth_or_stabilisation, Truth::Met);
/// ```
///
/// # Source
/// LAD-03, LAD-05; LAD-26, LAD-28 and LAD-34 on what a rung does not show.
pub fn compare(moments: &TwoMoments) -> Comparison {
    let (earlier, later) = (moments.earlier.rungs(), moments.later.rungs());
    let changes = earlier.iter().flat_map(|before| later.iter().map(move |after| change(before.cmp(after))));
    let between = changes.collect::<Ordered<Change>>().into_vec();
    let aim = match between.as_slice() {
        [Change::Decline] => Truth::Unmet,
        changes if changes.contains(&Change::Decline) => Truth::Unknown,
        _ => Truth::Met,
    };
    let labels: Vec<Label> = between.iter().map(|change| change.label()).collect();
    let words = Label::said(
        format_args!("van {} naar {}", moments.earlier.label().nl, moments.later.label().nl),
        format_args!("from {} to {}", moments.earlier.label().en, moments.later.label().en),
    );
    let given = vec![
        given("earlier", Label::of("eerder", "earlier"), &moments.earlier),
        given("later", Label::of("later", "later"), &moments.later),
    ];
    Comparison {
        change: if let [only] = between.as_slice() { Some(*only) } else { None },
        label: crate::label::either(&labels),
        between,
        growth_or_stabilisation: aim,
        reasons: vec![
            Reason::new("two-moments", words, given, Source::facts(&["LAD-03", "LAD-05"])),
            Reason::new(
                "ladder-is-not-all",
                Label::of(
                    "een trede laat niet alles zien: kleine stappen, beleving en vrij bewegen tussen vormen van werk vallen erbuiten",
                    "a rung does not show everything: small steps, experience and moving freely between kinds of work fall outside it",
                ),
                Vec::new(),
                Source::facts(&["LAD-26", "LAD-28", "LAD-29", "LAD-31", "LAD-34"]),
            ),
        ],
    }
}

fn given(moment: &'static str, label: Label, position: &Position) -> Given {
    let words = position.label();
    Given::new(moment, label, words.en.clone().into_owned()).in_words(words)
}

fn change(before: std::cmp::Ordering) -> Change {
    match before {
        std::cmp::Ordering::Less => Change::Growth,
        std::cmp::Ordering::Equal => Change::Stabilisation,
        std::cmp::Ordering::Greater => Change::Decline,
    }
}
