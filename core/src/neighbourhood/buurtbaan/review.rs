//! What the record of one buurtbaan says on a date.

use super::principles::{MOST_MONTHS, PRINCIPLES};
use super::{Breakthrough, Buurtbaan, BuurtbaanEvent, NextStep, Wall};
use crate::decide::{Name, Question, Truth};
use crate::events::{Entry, FollowUp};
use crate::neighbourhood::recorded::{Noticed, OnRecord, Says, remark};
use crate::{Label, Reason, Source, Vocabulary};
use chrono::NaiveDate;
use serde::Serialize;

/// What the record of one buurtbaan says on a date. It moves nobody on and concludes nothing about anyone.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BuurtbaanReview {
    /// Each wall with what is recorded of it, in the order of the typical route.
    pub walls: Vec<WallOnRoute>,
    /// What the source asks of a buurtbaan, each with what is recorded of it.
    pub principles: Vec<OnRecord>,
    /// What stands out.
    pub noticed: Vec<Noticed>,
    /// Days to look ahead to: `job-ends`, `two-years-reached`.
    pub moments: Vec<FollowUp>,
    /// What is not recorded and a principle asks for.
    pub missing: Vec<Name>,
    /// The question on which most principles wait.
    pub next_question: Option<Question>,
    /// What to know beside it.
    pub remarks: Vec<Reason>,
    /// What is seen in more than one way.
    pub other_views: Vec<Reason>,
}

/// A wall with what is recorded of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WallOnRoute {
    /// The wall.
    pub wall: Wall,
    /// The wall in words.
    pub label: Label,
    /// What breaks through it.
    pub breakthrough: Breakthrough,
    /// The same in words.
    pub breakthrough_label: Label,
    /// Met when a breakthrough is recorded, unknown otherwise: what is not recorded may have happened.
    pub passed: Truth,
    /// The first day on which it is recorded as being in the way.
    pub in_the_way: Option<NaiveDate>,
    /// The first day on which it is recorded as broken through.
    pub passed_on: Option<NaiveDate>,
    /// The numbers of the events about it, in order.
    pub evidence: Vec<usize>,
    /// Where it comes from.
    pub source: Source,
}

/// Says what the record of one buurtbaan holds: the walls, what the source asks of such a job, and what stands out.
///
/// ```
/// use meedoen::document::Document;
/// use meedoen::neighbourhood::{Buurtbaan, buurtbaan};
/// let record = Buurtbaan::from_json(r#"{"as_of": "2023-06-01", "events": [
///     {"date": "2022-01-10", "kind": "wall-met", "wall": "remaining-volunteer", "perspective": "client"},
///     {"date": "2022-03-01", "kind": "employed", "form": "payroll", "months": 12, "perspective": "organisation"}
/// ]}"#)?;
/// let review = buurtbaan(&record);
/// assert_eq!(review.noticed[0].reason.code, "no-contract");
/// assert_eq!(review.moments[0].date.to_string(), "2023-03-01");
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Source
/// BUU-03…08, BUU-16, BUU-20…35, BUU-41, BUU-42, BUU-61, BUU-69, BUU-70, BUU-75, LAD-28, LAD-33
pub fn buurtbaan(record: &Buurtbaan) -> BuurtbaanReview {
    let entries = record.events.until(record.as_of);
    let beside = PRINCIPLES.beside(&says(entries));
    let mut noticed = beside.noticed;
    noticed.extend(ended_without_next(entries));
    BuurtbaanReview {
        walls: Wall::ALL
            .iter()
            .zip(Breakthrough::ALL)
            .map(|(&wall, &by)| on_route(wall, by, entries))
            .collect(),
        principles: beside.principles,
        noticed,
        moments: moments(entries, record.as_of),
        missing: beside.missing,
        next_question: beside.next_question,
        remarks: remarks(),
        other_views: other_views(),
    }
}

/// The numbers of the events that are so, and of each what it gives.
fn numbered<'e, T>(
    entries: &'e [Entry<BuurtbaanEvent>],
    pick: impl Fn(&'e BuurtbaanEvent) -> Option<T> + 'e,
) -> impl Iterator<Item = (usize, T)> + 'e {
    (1..).zip(entries).filter_map(move |(number, entry)| Some((number, pick(&entry.event)?)))
}

/// What the events say on the questions of the principles. That something is not recorded says nothing.
fn says(entries: &[Entry<BuurtbaanEvent>]) -> Says {
    let mut says = Says::default();
    for (number, entry) in (1..).zip(entries) {
        let here = || vec![number];
        match &entry.event {
            BuurtbaanEvent::GoalsSet { own } => says.maybe("own_goals", *own, here()),
            BuurtbaanEvent::Coached { .. } => says.that("coached", true, here()),
            BuurtbaanEvent::TargetDiscussed { attached, wanted } => {
                says.that("target_attached", *attached, here());
                says.maybe("target_wanted", *wanted, here());
            }
            BuurtbaanEvent::VacancyOpened { among_key_persons } => {
                says.maybe("among_key_persons", *among_key_persons, here());
            }
            BuurtbaanEvent::Employed { form, months, .. } => {
                says.maybe("employment", form.map(Vocabulary::code), here());
                says.maybe("months", months.map(f64::from), here());
            }
            BuurtbaanEvent::TaskAgreed { .. } => says.that("neighbourhood_task", true, here()),
            BuurtbaanEvent::Learning { .. } => says.that("learning", true, here()),
            BuurtbaanEvent::TasksTakenOver { .. } => says.that("tasks_taken_over", true, here()),
            BuurtbaanEvent::WallMet { .. }
            | BuurtbaanEvent::WallPassed { .. }
            | BuurtbaanEvent::EmploymentEnded {}
            | BuurtbaanEvent::MovedOn { .. } => {}
        }
    }
    says
}

fn on_route(wall: Wall, by: Breakthrough, entries: &[Entry<BuurtbaanEvent>]) -> WallOnRoute {
    let met = |event: &BuurtbaanEvent| {
        matches!(event, BuurtbaanEvent::WallMet { wall: other } if *other == wall).then_some(())
    };
    let passed = |event: &BuurtbaanEvent| {
        matches!(event, BuurtbaanEvent::WallPassed { by: other } if *other == by).then_some(())
    };
    let first = |is: &dyn Fn(&BuurtbaanEvent) -> Option<()>| {
        entries.iter().find(|entry| is(&entry.event).is_some()).map(|entry| entry.when.date())
    };
    let (in_the_way, passed_on) = (first(&met), first(&passed));
    WallOnRoute {
        wall,
        label: wall.label(),
        breakthrough: by,
        breakthrough_label: by.label(),
        passed: if passed_on.is_some() { Truth::Met } else { Truth::Unknown },
        in_the_way,
        passed_on,
        evidence: numbered(entries, |event| met(event).or_else(|| passed(event)))
            .map(|(number, ())| number)
            .collect(),
        source: wall.source(),
    }
}

/// The job is over and nothing is recorded of what came after.
fn ended_without_next(entries: &[Entry<BuurtbaanEvent>]) -> Option<Noticed> {
    let ended = |event: &BuurtbaanEvent| matches!(event, BuurtbaanEvent::EmploymentEnded {}).then_some(());
    let (number, ()) = numbered(entries, ended).last()?;
    let after = entries.get(number..).unwrap_or_default();
    let goes_on = |entry: &Entry<BuurtbaanEvent>| {
        matches!(entry.event, BuurtbaanEvent::MovedOn { .. } | BuurtbaanEvent::Employed { .. })
    };
    (!after.iter().any(goes_on)).then(|| Noticed {
        reason: remark(
            "ended-without-next",
            "de baan is geëindigd en wat erna kwam is niet vastgelegd; na de eerste buurtbaan volgden twee maanden zonder werk",
            "the job ended and what came after is not recorded; after the first buurtbaan two months without work followed",
            &["BUU-03"],
        ),
        evidence: vec![number],
    })
}

/// The days on which the job ends as agreed, and on which two years are full; none once it has ended.
fn moments(entries: &[Entry<BuurtbaanEvent>], as_of: NaiveDate) -> Vec<FollowUp> {
    let over = |entry: &&Entry<BuurtbaanEvent>| {
        matches!(entry.event, BuurtbaanEvent::Employed { .. } | BuurtbaanEvent::EmploymentEnded {})
    };
    let Some(last) = entries.iter().rev().find(over) else { return Vec::new() };
    let BuurtbaanEvent::Employed { months, .. } = last.event else { return Vec::new() };
    let ends = months.and_then(|months| {
        let text = Label::of(
            "dan loopt de baan af zoals afgesproken: bespreek wat erna komt",
            "then the job ends as agreed: talk about what comes after",
        );
        FollowUp::after(last.when, months, as_of, ("job-ends", text, Source::facts(&["BUU-03", "BUU-04"])))
    });
    let text = Label::of(
        "dan zijn twee jaar vol, het meeste dat de regeling noemt",
        "then two years are full, the most the scheme names",
    );
    let full = FollowUp::after(
        last.when,
        MOST_MONTHS,
        as_of,
        ("two-years-reached", text, Source::facts(&["BUU-04"])),
    );
    ends.into_iter().chain(full.filter(|_| months != Some(MOST_MONTHS))).collect()
}

fn remarks() -> Vec<Reason> {
    vec![
        remark(
            "order-of-walls",
            "de volgorde van de muren is die van de gebruikelijke route: iemand kan een muur al voorbij zijn zonder dat het is vastgelegd",
            "the order of the walls is that of the typical route: someone may have passed a wall without it being recorded",
            &["BUU-20"],
        ),
        remark(
            "two-laws",
            "de buurtbaan heeft een dubbel doel en raakt twee wetten, de Participatiewet en de Wmo",
            "the buurtbaan has a double goal and touches two laws, the Participatiewet and the Wmo",
            &["BUU-16", "BUU-69", "BUU-70"],
        ),
        remark(
            "not-measured",
            "dat het de samenleving op termijn winst geeft wordt verwacht, en is niet gemeten",
            "that it brings gains for society in time is expected, and was not measured",
            &["BUU-75"],
        ),
    ]
}

fn other_views() -> Vec<Reason> {
    vec![
        remark(
            "moving-on-or-stability",
            "de regeling wil doorstroom naar regulier werk; anderen willen werk zonder dat doel, en zien stabiliteit als het doel van een basisbaan",
            "the scheme wants people to move on to regular work; others want work without that target, and see stability as the aim of a basic job",
            &["BUU-07", "BUU-42", "BUU-67", "LAD-28"],
        ),
        remark(
            NextStep::SelfEmployed.code(),
            "zzp: formeel vraagt of het vooruitgang is of nieuwe armoede, informeel ziet een zelfstandige keuze",
            "self-employment: the formal side asks whether it is progress or a new poverty, the informal sees an autonomous choice",
            &["BUU-61"],
        ),
        remark(
            "volunteering-on-benefit",
            "vrijwilligerswerk met een uitkering: een plafond waar de buurtbaan doorheen breekt, of iets dat mensen in de uitkering houdt",
            "volunteering on benefit: a ceiling that the buurtbaan breaks, or something that keeps people on benefit",
            &["LAD-32", "LAD-33"],
        ),
    ]
}
