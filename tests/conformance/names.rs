//! The Rust names of the surface: each is used here, so that it exists, and listed as it is used.

use crate::none;
use meedoen_tests::{Problem, Surface};

/// `item` for what can be imported, `method` for what belongs to a type.
macro_rules! names {
    ($($kind:ident $($segment:ident)::+;)+) => {
        $( names!(@ $kind $($segment)::+); )+
        const NAMES: &[&str] = &[$(stringify!($($segment)::+)),+];
    };
    (@ item $($segment:ident)::+) => {
        #[expect(unused_imports, reason = "that it can be imported is the test")]
        use $($segment)::+ as _;
    };
    (@ method $($segment:ident)::+) => {
        const _: () = {
            let _ = $($segment)::+;
        };
    };
}

names! {
    item meedoen::measure::Instrument;
    method meedoen::measure::Instrument::score;
    item meedoen::behaviour::determinants;
    item meedoen::behaviour::Standing;
    item meedoen::behaviour::Role;
    item meedoen::behaviour::interventions;
    item meedoen::behaviour::levers;
    item meedoen::behaviour::instruments;
    item meedoen::behaviour::instrument;
    method meedoen::behaviour::Profile::from_scores;
    item meedoen::behaviour::assess;
    item meedoen::behaviour::review_interventions;
    item meedoen::ladder::rungs;
    item meedoen::ladder::questions;
    item meedoen::ladder::classify;
    method meedoen::ladder::Session::state;
    item meedoen::ladder::growth_potential;
    item meedoen::ladder::compare;
    item meedoen::ladder::side_by_side;
    item meedoen::ladder::recognise;
    item meedoen::cocreation::phases;
    item meedoen::cocreation::event_kinds;
    item meedoen::cocreation::Log;
    method meedoen::cocreation::Log::append;
    item meedoen::cocreation::review;
    item meedoen::cocreation::readiness;
    method meedoen::measure::Instrument::reliability;
    method meedoen::measure::ReliableChanges::count;
    method meedoen::behaviour::ModelRequest::model;
    method meedoen::estimate::Linear::fit;
    method meedoen::estimate::Logistic::fit;
    method meedoen::estimate::Ordinal::fit;
    method meedoen::estimate::Structural::fit;
    item meedoen::distribution::value;
    item meedoen::cocreation::promises;
    item meedoen::cocreation::voice;
    item meedoen::cocreation::energy;
    item meedoen::cocreation::conditions;
    item meedoen::cocreation::reflection_instrument;
    item meedoen::cocreation::reflect;
    item meedoen::survival::estimate;
    item meedoen::cocreation::roadmaps;
    item meedoen::cocreation::follow;
    item meedoen::conformance::Roadmap;
    method meedoen::conformance::CsvColumns::traces;
    method meedoen::conformance::Traces::from_xes;
    item meedoen::conformance::check;
    item meedoen::conformance::stays;
    item meedoen::neighbourhood::words;
    item meedoen::neighbourhood::BuurtbaanEvent;
    item meedoen::neighbourhood::buurtbaan;
    item meedoen::neighbourhood::buurtbaan_roadmaps;
    item meedoen::neighbourhood::follow_buurtbaan;
    item meedoen::neighbourhood::BudgetkringEvent;
    item meedoen::neighbourhood::budgetkring;
    item meedoen::neighbourhood::network::questions;
    item meedoen::neighbourhood::network::review;
    item meedoen::neighbourhood::network::roadmaps;
    method meedoen::multistate::Given::model;
    item meedoen::multistate::fit;
    method meedoen::multistate::Transitions::of;
    method meedoen::multistate::Transitions::sum;
    item meedoen::multistate::fit_transitions;
    item meedoen::multistate::intervals;
    item meedoen::multistate::likelihood_at;
    method meedoen::multistate::answer::Asking::answers;
    item meedoen::multistate::prevalence::prevalence;
    item meedoen::multistate::goodness::goodness;
    item meedoen::multistate::comparison::select;
    item meedoen::multistate::comparison::Candidate;
    item meedoen::multistate::forecast::forecast;
    item meedoen::multistate::comparison::contrast;
    item meedoen::multistate::comparison::ratios;
    item meedoen::multistate::simulate::simulate;
    item meedoen::multistate::simulate::power_by_information;
    item meedoen::multistate::quality::quality;
    method meedoen::multistate::discrete::TransitionTables::of;
    method meedoen::multistate::discrete::TransitionTables::protected;
    method meedoen::multistate::discrete::DependenceTests::of;
    item meedoen::ladder::over_time::state_space;
    item meedoen::ladder::over_time::specification;
    item meedoen::ladder::over_time::changes;
    item meedoen::ladder::over_time::read_panel;
    item meedoen::behaviour::summarise_columns;
    item meedoen::sources::areas;
    item meedoen::sources::fact;
    item meedoen::sources::facts;
    item meedoen::tegenprestatie::Regime;
    item meedoen::tegenprestatie::Duty;
    item meedoen::tegenprestatie::DutyStatus;
    item meedoen::tegenprestatie::Benefit;
    method meedoen::tegenprestatie::Regime::on;
    item meedoen::tegenprestatie::questions;
    item meedoen::tegenprestatie::duty;
    item meedoen::tegenprestatie::explain;
    item meedoen::tegenprestatie::activity;
    item meedoen::tegenprestatie::displacement;
    item meedoen::tegenprestatie::informal_care;
    item meedoen::tegenprestatie::preconditions;
    item meedoen::tegenprestatie::reduction;
    item meedoen::tegenprestatie::language_requirement;
    item meedoen::tegenprestatie::call_up;
    item meedoen::tegenprestatie::Form;
    item meedoen::tegenprestatie::roadmaps;
    item meedoen::tegenprestatie::RouteEvent;
    item meedoen::tegenprestatie::route;
    item meedoen::tegenprestatie::match_places;
    item meedoen::tegenprestatie::figures;
    item meedoen::tegenprestatie::conflicts;
    item meedoen::tegenprestatie::self_steering;
    item meedoen::tegenprestatie::perspectives;
    item meedoen::tegenprestatie::client_types;
    item meedoen::tegenprestatie::ordinances;
    item meedoen::tegenprestatie::ordinance;
    item meedoen::tegenprestatie::check_ordinance;
    item meedoen::agreement::estimate;
    item meedoen::cocreation::story_agreement;
    item meedoen::cocreation::story_frequencies;
    item meedoen::cocreation::story_frequencies_chart;
    item meedoen::cocreation::policy_steps;
    item meedoen::cocreation::policy_cycle;
    item meedoen::cocreation::government_roles;
    item meedoen::cocreation::role_profile;
    item meedoen::cocreation::roles_chart;
    item meedoen::behaviour::catalogue;
    item meedoen::behaviour::potential;
    item meedoen::behaviour::personal_potential;
    item meedoen::behaviour::what_if;
    item meedoen::behaviour::plan;
    item meedoen::behaviour::profile_chart;
    item meedoen::behaviour::field_of_forces_chart;
    item meedoen::ladder::chart;
    item meedoen::behaviour::determinant_chart;
    item meedoen::multistate::chart::flow;
    item meedoen::multistate::chart::course;
    item meedoen::multistate::chart::ratios;
    item meedoen::cocreation::timeline_chart;
    item meedoen::cocreation::voice_chart;
}

#[test]
fn the_surface_lists_every_operation_in_order() -> Result<(), Problem> {
    let surface = Surface::load()?;
    let listed: Vec<&str> = surface.operations.iter().map(|export| export.operation.as_str()).collect();
    let known: Vec<&str> = meedoen::operation::names().collect();
    if listed == known { Ok(()) } else { Err(format!("\nlisted {listed:?}\nknown  {known:?}")) }
}

#[test]
fn every_rust_name_of_the_surface_exists() -> Result<(), Problem> {
    let surface = Surface::load()?;
    let used: Vec<String> = NAMES.iter().map(|name| name.replace(' ', "")).collect();
    let pairs = surface.operations.iter().map(|export| &export.rust);
    let unused = pairs.filter(|rust| !used.contains(rust)).map(|rust| format!("{rust} is not used here"));
    let mut problems: Vec<Problem> = unused.collect();
    problems.extend(
        used.iter()
            .filter(|name| !surface.operations.iter().any(|export| export.rust == **name))
            .map(|name| format!("{name} is not in surface.json")),
    );
    none(&problems)
}

#[test]
fn names_differ_between_languages_in_letter_case_only() -> Result<(), Problem> {
    let plain = |name: &str| name.to_lowercase().replace('_', "");
    let mut problems = Vec::new();
    for export in Surface::load()?.operations {
        let (module, verb) = export.operation.split_once('.').unwrap_or_default();
        for name in [&export.rust, &export.python, &export.javascript] {
            let own = plain(name).split(['.', ':']).any(|part| part == plain(module));
            if !own {
                problems.push(format!("{name} is not in {module}"));
            }
        }
        let last = export.javascript.rsplit('.').next().unwrap_or_default();
        if plain(last) != plain(verb) {
            problems.push(format!("{} is called {verb} elsewhere", export.javascript));
        }
    }
    none(&problems)
}
