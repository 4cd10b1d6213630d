//! The operations on networks of citizens and on communities.

use super::row::{Operation, constant, total};
use crate::decide::Input;
use crate::neighbourhood::network;

pub(super) const OPERATIONS: &[&dyn Operation] = &[
    &constant(
        "neighbourhood.network_questions",
        "What is observed around a person, in a network of citizens and in a community.",
        questions,
    ),
    &total(
        "neighbourhood.network",
        "Holds what is known of a network of citizens beside what the sources say of it.",
        network::review,
    ),
    &constant(
        "neighbourhood.network_roadmaps",
        "The roads of communities that the sources describe.",
        network::roadmaps,
    ),
];

fn questions() -> &'static [Input] {
    network::questions()
}
