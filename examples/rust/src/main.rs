//! Places someone on the ladder, looks at what holds someone back, and reviews a small co-creation log.
//!
//! It uses nothing but the published interface. Jaap is the example of the literature; the square is invented.
#![forbid(unsafe_code)]

use meedoen::behaviour::{
    self, Determinant, Intervention, InterventionSet, Profile, Proposal, Role, Standing,
};
use meedoen::cocreation::{self, Attendance, Entry, Event, Log, Party, PartyKind, Phase, Settings};
use meedoen::ladder::{self, Answers};
use meedoen::{Label, Perspective, Reason};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    place_with_an_unknown()?;
    look_at_jaap();
    review_the_square()
}

/// What was not asked stays unknown: the rungs that are possible, and what to ask next.
fn place_with_an_unknown() -> Result<(), Box<dyn Error>> {
    heading("The ladder: someone at a sports club every week");
    let answers = Answers::default()
        .with("contract", false)?
        .with("internship_allowance", false)?
        .with("informal_care", false)?
        .with("weekly_organised_activity", true)?;
    let placement = ladder::classify(&answers);
    println!("{}", placement.label.en);
    if let Some(question) = &placement.next_question {
        println!("To ask first: {}", question.text.en);
    }
    let placement = ladder::classify(&answers.with("weekly_unpaid_work_with_responsibility", false)?);
    println!("If the answer is no: {}", placement.label.en);
    why(&placement.reasons);
    Ok(())
}

/// What stands in the way of one behaviour, and what three professionals can do about it.
fn look_at_jaap() {
    heading("Jaap: looking for work");
    let profile = Profile::new(Label::of("werk zoeken", "looking for work"), Perspective::Professional)
        .with(Determinant::Attitude, Standing::StronglyHindering)
        .with(Determinant::SelfEfficacy, Standing::StronglyHindering)
        .with(Determinant::SocialPressure, Standing::Hindering)
        .with(Determinant::Skills, Standing::Hindering)
        .with(Determinant::Context, Standing::StronglyHindering);
    let assessment = behaviour::assess(&profile);
    println!("{}", assessment.label.en);
    why(&assessment.reasons);

    let alone = InterventionSet::default().with(Role::IncomeConsultant, Intervention::AnnounceSanction);
    let together = alone
        .clone()
        .with(Role::ClientManager, Intervention::MakeAlternativesVisible)
        .with(Role::ClientManager, Intervention::StrengthenSelfEfficacy)
        .with(Role::AccountManager, Intervention::RemovePracticalBarriers);
    for (name, interventions) in [("A sanction alone", alone), ("Three roles together", together)] {
        let review = behaviour::review_interventions(&Proposal { profile: profile.clone(), interventions });
        println!("\n{name}: {}; {}", review.field_of_forces.label.en, review.sanction.label.en);
        why(&review.field_of_forces.reasons);
        let left: Vec<_> = review.unaddressed.iter().map(|view| view.label.en.as_ref()).collect();
        println!("  still in the way: {}", left.join(", "));
    }
}

/// What a log says on a date, and what it does not say.
fn review_the_square() -> Result<(), Box<dyn Error>> {
    heading("Co-creation: an invented square");
    let party = |id: &str, label, kind| Party { id: id.to_owned(), label, kind };
    let parties = vec![
        party("residents", Label::of("bewoners", "residents"), PartyKind::SourceGroup),
        party("municipality", Label::of("gemeente", "municipality"), PartyKind::Municipality),
    ];
    let mut log =
        Log::new("square", Label::of("Het plein", "The square"), Label::of("beheer", "upkeep"), parties)?;
    let promise = Event::PromiseMade {
        id: "benches".into(),
        by: "municipality".into(),
        to: "residents".into(),
        text: "new benches".to_owned(),
        capacity: Some(false),
        due: None,
    };
    let entered = |phase| Event::PhaseEntered { phase, judgement: None, judged_by: None };
    let session = Event::Session { attendance: vec![Attendance::counted("residents", 8)], initiative: None };
    let events = [
        ("2026-03-02", Perspective::Policy, Event::PartyJoined { party: "municipality".into() }),
        ("2026-03-02", Perspective::Client, Event::PartyJoined { party: "residents".into() }),
        ("2026-03-09", Perspective::Policy, entered(Phase::Start)),
        ("2026-03-16", Perspective::Client, session),
        ("2026-03-16", Perspective::Policy, promise),
        ("2026-04-01", Perspective::Policy, entered(Phase::CoDesign)),
    ];
    for (day, perspective, event) in events {
        log = log.append(&Entry::new(day.parse()?, perspective, event))?;
    }
    let review = cocreation::review(&log, "2026-06-30".parse()?, &Settings::default());
    println!("{}: {}", review.title.en, review.status.text.en);
    for finding in &review.findings {
        println!("- {} [{}]", finding.text.en, finding.source.fact_ids().join(", "));
        println!("  advice: {}", finding.advice.en);
    }
    println!("It is advice: {}", review.next_steps.text.en);
    Ok(())
}

fn heading(text: &str) {
    println!("\n{text}\n{}", "-".repeat(text.chars().count()));
}

fn why(reasons: &[Reason]) {
    for reason in reasons {
        println!("  - {} [{}]", reason.text.en, reason.source.fact_ids().join(", "));
    }
}
