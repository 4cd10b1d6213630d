//! A network beside what the sources say of it.

use super::table::{ROWS, Row};
use super::{GROUP, HardlyNetworkGroup, NetworkTheme, Observed, questions};
use crate::decide::{Clause, Condition, Judgement, Name, Question, Truth};
use crate::{Label, Reason, Source, Value, Vocabulary};
use serde::Serialize;

/// A network beside what the sources say of it: what is met, what is not, and what is not known. It is no score.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NetworkReview {
    /// Each theme with its conditions.
    pub themes: Vec<NetworkThemeReview>,
    /// The names of the questions that are not answered, in order.
    pub missing: Vec<Name>,
    /// The first of those.
    pub next_question: Option<Question>,
    /// What to know beside the conditions; that there may be no network is one.
    pub remarks: Vec<Reason>,
    /// Where it comes from.
    pub source: Source,
}

/// A theme with its conditions.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NetworkThemeReview {
    /// The theme.
    pub theme: NetworkTheme,
    /// The same in words.
    pub label: Label,
    /// Each condition.
    pub conditions: Vec<NetworkCondition>,
}

/// A condition, what is known of it, and what to do when it is not met.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NetworkCondition {
    /// Met, not met or unknown, with what it rests on.
    pub judgement: Judgement,
    /// What to do when it is not met; `None` otherwise.
    pub advice: Option<Label>,
}

/// Holds what is known of a network beside what the sources say of it.
///
/// ```
/// use meedoen::{decide::Truth, neighbourhood::network::{NetworkTheme, Observed, review}};
/// let review = review(&Observed::default().with("taken_over", true)?);
/// let holding = review.themes.iter().find(|theme| theme.theme == NetworkTheme::Holding).unwrap();
/// assert_eq!(holding.conditions[0].judgement.truth, Truth::Unmet);
/// assert!(holding.conditions[0].advice.is_some());
/// assert_eq!(holding.conditions[1].judgement.truth, Truth::Unknown); // not asked is not “no”
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Source
/// BKR-02…35, ABC-04…38
pub fn review(observed: &Observed) -> NetworkReview {
    let theme = |&theme: &NetworkTheme| NetworkThemeReview {
        theme,
        label: theme.label(),
        conditions: ROWS
            .iter()
            .filter(|row| row.theme == theme)
            .map(|row| condition(row, observed))
            .collect(),
    };
    let asked = || questions().iter().filter(|input| input.name != GROUP);
    let missing: Vec<Name> = asked()
        .filter(|input| observed.facts().get(&input.name).is_none())
        .map(|input| input.name.clone())
        .collect();
    let next = missing.first().and_then(|name| asked().find(|input| input.name == *name));
    NetworkReview {
        themes: NetworkTheme::ALL.iter().map(theme).collect(),
        next_question: next.map(Question::of),
        missing,
        remarks: remarks(observed),
        source: Source::facts(&["BKR-02", "BKR-10", "BKR-14", "BKR-25", "ABC-05", "ABC-07"]),
    }
}

fn condition(row: &Row, observed: &Observed) -> NetworkCondition {
    let when = if row.yes { Condition::yes(row.name) } else { Condition::no(row.name) };
    let clause = Clause::new(row.name, Label::of(row.text.0, row.text.1), when, Source::facts(row.facts));
    let judgement = clause.judge(questions(), observed.facts());
    let advice = (judgement.truth == Truth::Unmet).then(|| Label::of(row.advice.0, row.advice.1));
    NetworkCondition { judgement, advice }
}

fn remarks(observed: &Observed) -> Vec<Reason> {
    let said = |code: &'static str, nl, en, facts: &'static [&'static str]| {
        Reason::new(code, Label::of(nl, en), Vec::new(), Source::facts(facts))
    };
    let mut remarks = Vec::new();
    let group = match observed.facts().get(GROUP) {
        Some(Value::Code(code)) => HardlyNetworkGroup::ALL.iter().find(|group| group.code() == code.as_ref()),
        _ => None,
    };
    if let Some(group) = group {
        remarks.push(said(
            "network-may-be-absent",
            "in deze situatie is er vaak nauwelijks een netwerk: een plan kan daar niet op rusten, en een netwerk vervangt hier geen instelling",
            "in this situation there is often hardly a network: a plan cannot rest on it, and a network does not replace an institution here",
            &["BKR-20"],
        ));
        remarks.push(match group {
            HardlyNetworkGroup::MinorRefugees => said(
                "time-and-explanation",
                "geef tijd en uitleg; deze jongeren zijn gemotiveerd en veerkrachtig en staan onder druk",
                "give time and explanation; these young people are motivated and resilient, and under pressure",
                &["BKR-21"],
            ),
            HardlyNetworkGroup::Detained => said(
                "support-during-detention",
                "begin al tijdens de detentie met steun en met een netwerk, voor een zachte landing",
                "begin with support and a network during detention already, for a soft landing",
                &["BKR-22"],
            ),
            HardlyNetworkGroup::MultipleProblems => said(
                "stability-first",
                "eerst rust, zoals een woning en een uitkering, en dan een netwerk",
                "stability first, such as a house and a benefit, and then a network",
                &["BKR-23"],
            ),
        });
    }
    remarks.push(said(
        "addition-to-institutions",
        "een netwerk is een aanvulling op instellingen, niet in alle gevallen en nooit in hun plaats",
        "a network is an addition to institutions, not in all cases and never in their place",
        &["BKR-20", "BKR-33"],
    ));
    remarks.push(said(
        "no-calculated-savings",
        "resultaat komt vaak pas na jaren; er is geen objectieve rekensleutel voor wat het bespaart, dus hier staat geen bedrag",
        "results often come only after years; there is no objective key to calculate what it saves, so no amount stands here",
        &["BKR-08", "ABC-27"],
    ));
    remarks.push(said(
        "pay-of-people-and-of-initiatives",
        "betaling van burgers zelf heeft niet de voorkeur, en voor sommigen is het een eerste vorm van werk; voor de waarden van een initiatief wordt wel een passende waardering gezocht: houd die twee uit elkaar",
        "paying citizens themselves is not preferred, and for some it is a first form of work; for the values of an initiative a fitting valuation is sought: keep the two apart",
        &["BKR-16", "BKR-17", "BKR-32"],
    ));
    remarks
}
