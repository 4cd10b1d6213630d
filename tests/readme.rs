//! The first screen of the README is true: its Rust snippet is a documentation test of the core, and what stands
//! below it is what the library says.

use meedoen::ladder::{Answers, classify};

const README: &str = include_str!("../README.md");

#[test]
fn the_answer_below_the_snippets_is_the_answer() {
    let block = README.split_once("```text\n").unwrap().1.split_once("```").unwrap().0;
    let answers =
        Answers::default().with("contract", false).unwrap().with("internship_allowance", false).unwrap();
    let placement = classify(&answers);
    assert_eq!(block, format!("{}\n{}\n", placement.label.en, placement.next_question.unwrap().text.en));
}
