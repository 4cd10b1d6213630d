use super::read::between;
use super::{Moves, changes, read_panel, specification, state_space};
use crate::document::Document;
use crate::ladder::Rung;
use crate::multistate::discrete::{Counting, Intervals, ShareMethod};
use crate::multistate::{Panel, PanelDocument};
use serde_json::json;

fn panel(people: &[(&str, &str, &str)]) -> Panel {
    let column = |name: &str, values: Vec<&str>| json!({"name": name, "values": values});
    let document = json!({
        "person": "client", "time": "date", "state": "rung",
        "columns": [
            column("client", people.iter().map(|row| row.0).collect()),
            column("date", people.iter().map(|row| row.1).collect()),
            column("rung", people.iter().map(|row| row.2).collect()),
        ]
    });
    PanelDocument::from_value(&document).unwrap().panel
}

#[test]
fn rungs_are_read_however_they_are_written() {
    let read = read_panel(&panel(&[
        ("a", "2024-01-01", "4"),
        ("a", "2024-02-01", "Betaald werk"),
        ("a", "2024-03-01", "unpaid-work"),
        ("a", "2024-04-01", "trede 1-3"),
        ("a", "2024-05-01", "1 of 3"),
    ]))
    .unwrap();
    assert_eq!(read.codes(), ["1", "2", "3", "4", "5", "6", "1,3", "1-3"].map(str::to_owned).as_slice());
    let codes = (0..5).map(|visit| read.code(visit)).collect::<Vec<_>>();
    assert_eq!(codes, ["4", "6", "4", "1-3", "1,3"]);
    let asked = specification(&read, Moves::Neighbouring).unwrap();
    let censored: Vec<_> =
        asked.censored.iter().map(|one| (one.code.as_str(), one.states.as_slice())).collect();
    assert_eq!(censored, [("1,3", [0, 2].as_slice()), ("1-3", [0, 1, 2].as_slice())]);
    assert!(read.check(&asked).is_ok());
}

#[test]
fn what_is_no_rung_is_named_with_row_and_person() {
    let rows = [("a", "2024-01-01", "4"), ("b", "2024-01-01", "zorgmijdend"), ("b", "2024-02-01", "vijf")];
    let error = read_panel(&panel(&rows)).unwrap_err();
    let codes: Vec<_> =
        error.problems().iter().map(|problem| (problem.code(), problem.place().row)).collect();
    assert_eq!(codes, [("other-scale", Some(2)), ("unknown-code", Some(3))]);
    assert!(error.to_string().contains("person `b`"));
    let error = read_panel(&panel(&[("a", "2024-01-01", "4"), ("b", "2024-01-01", "7")])).unwrap_err();
    let wanted = "row 2, person `b`: `7` is of the ladder of citizen influence (PUB-18, PUB-51), expected the six-rung participation ladder, 1 to 6";
    assert!(error.to_string().starts_with(wanted), "{error}");
}

#[test]
fn placements_between_rungs_are_all_of_them() {
    assert_eq!(between("5–6").unwrap(), [Rung::SupportedPaidWork, Rung::PaidWork]);
    assert_eq!(between("2 to 4").unwrap().len(), 3);
    assert_eq!(between("3,1").unwrap(), [Rung::Isolated, Rung::OrganisedActivities]);
    assert!(
        between("4").is_none()
            && between("3-3").is_none()
            && between("3-9").is_none()
            && between("4-2").is_none()
    );
}

#[test]
fn staying_counts_and_what_is_between_rungs_is_no_decline() {
    let rows = [
        ("a", "2024-01-01", "3"),
        ("a", "2024-06-01", "4"),
        ("b", "2024-01-01", "4"),
        ("b", "2024-06-01", "4"),
        ("c", "2024-01-01", "5"),
        ("c", "2024-06-01", "4"),
        ("d", "2024-01-01", "5"),
        ("d", "2024-06-01", "5"),
        ("e", "2024-01-01", "5"),
        ("e", "2024-06-01", "3-4"),
    ];
    let found =
        changes(&panel(&rows), &Counting::default(), Intervals::By(ShareMethod::Wilson), 0.95).unwrap();
    let [change] = found.changes.as_slice() else { panic!() };
    let values = [change.growth.value, change.stabilisation.value, change.decline.value];
    assert_eq!((values, change.growth_or_stabilisation.value), ([0.25, 0.5, 0.25], 0.75));
    assert_eq!(found.tables.left_out, 1);
    assert!(found.reasons.iter().any(|reason| reason.code == "between-rungs-left-out"));
    assert!(change.label.nl.starts_with("van 4 overgangen was 25% groei"), "{}", change.label.nl);
}

#[test]
fn moves_are_a_choice_that_says_so() {
    let space = state_space(Moves::Neighbouring).unwrap();
    assert!(space.provenance.note.en.starts_with("a choice of ours"));
    assert_eq!(space.space.states()[3].label.en, "unpaid work");
}
