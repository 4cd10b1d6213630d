//! The notation in which analysts write structural models.

use super::relation::{Definition, Operator, Relation};
use crate::Label;
use crate::document::{Problems, written_number};
use crate::error::{Error, Mistake, Place};

/// The relations and the definitions of a text, one statement a line (or between `;`), after `#` a remark.
///
/// `f =~ x1 + x2` measures a latent variable, `y ~ a*x + b` explains one, `x ~~ y` lets two vary together, `y ~ 1`
/// gives one a mean, `name := a*b` computes a figure. Before a variable, `0.5*` fixes a value, `a*` names it and `NA*`
/// frees it. A line that ends in an operator or begins with `+` goes on.
///
/// # Errors
/// `not-understood`, with the line.
pub(super) fn parse(text: &str) -> Result<(Vec<Relation>, Vec<Definition>), Error> {
    let problems = Problems::default();
    let (mut relations, mut definitions) = (Vec::new(), Vec::new());
    for (line, statement) in statements(text) {
        let place = Place::row(line);
        if let Some((name, expression)) = statement.split_once(":=") {
            let (name, expression) = (name.trim().to_owned(), expression.trim().to_owned());
            if name.is_empty() || expression.is_empty() {
                problems.add(unread(&statement, EXPECTED), place);
            } else {
                definitions.push(Definition { name, expression });
            }
            continue;
        }
        let found =
            [("=~", Operator::MeasuredBy), ("~~", Operator::VariesWith), ("~", Operator::ExplainedBy)]
                .into_iter()
                .find_map(|(sign, operator)| {
                    statement.split_once(sign).map(|(left, right)| (left, operator, right))
                });
        let foreign = ["==", "<", ">", "|", "~*~"].iter().any(|sign| statement.contains(sign));
        let Some((left, operator, right)) = found.filter(|_| !foreign) else {
            problems.add(unread(&statement, EXPECTED), place);
            continue;
        };
        if right.contains('~') {
            problems.add(unread(&statement, EXPECTED), place);
            continue;
        }
        for left in left.split('+').map(str::trim) {
            for right in right.split('+').map(str::trim) {
                match relation(left, operator, right) {
                    Some(relation) => relations.push(relation),
                    None => problems.add(unread(&format!("{left} {operator} {right}"), TERM), place.clone()),
                }
            }
        }
    }
    if relations.is_empty() {
        problems.add(unread(text, EXPECTED), Place::default());
    }
    problems.finish(Some((relations, definitions)))
}

const EXPECTED: Label = Label::of(
    "een regel zoals `f =~ x1 + x2`, `y ~ x`, `x ~~ y`, `y ~ 1` of `naam := a*b`",
    "a line such as `f =~ x1 + x2`, `y ~ x`, `x ~~ y`, `y ~ 1` or `name := a*b`",
);

const TERM: Label = Label::of(
    "een variabele, met ervoor hooguit een getal, een naam of `NA` en een `*`",
    "a variable, with at most a number, a name or `NA` and a `*` before it",
);

fn unread(text: &str, expected: Label) -> Mistake {
    Mistake::NotUnderstood { text: text.trim().to_owned(), expected }
}

/// The statements with the numbers of their first lines.
fn statements(text: &str) -> Vec<(usize, String)> {
    let mut statements: Vec<(usize, String)> = Vec::new();
    let mut goes_on = false;
    for (number, line) in text.lines().enumerate() {
        let line = line.split(['#', '!']).next().unwrap_or_default();
        for part in line.split(';').map(str::trim).filter(|part| !part.is_empty()) {
            match statements.last_mut() {
                Some((_, last)) if goes_on || part.starts_with('+') => {
                    last.push(' ');
                    last.push_str(part);
                }
                _ => statements.push((number + 1, part.to_owned())),
            }
            goes_on = part.ends_with(['+', '~', '*', '=']);
        }
    }
    statements
}

fn relation(left: &str, operator: Operator, right: &str) -> Option<Relation> {
    let mut parts = right.split('*').map(str::trim);
    let variable = parts.next_back()?;
    let is_mean = operator == Operator::ExplainedBy && matches!(variable, "1" | "0");
    let empty = left.is_empty() || variable.is_empty();
    if empty || left.contains('*') || variable.contains(['(', ')']) {
        return None;
    }
    let mut relation = Relation {
        left: left.to_owned(),
        operator: if is_mean { Operator::Mean } else { operator },
        right: (!is_mean).then(|| product(variable)),
        value: (is_mean && variable == "0").then_some(0.0),
        label: None,
        free: false,
    };
    for modifier in parts {
        if modifier == "NA" {
            relation.free = true;
        } else if let Some(value) = written_number(modifier) {
            relation.value = Some(value);
        } else if modifier.starts_with(|first: char| first.is_alphabetic() || matches!(first, '_' | '.'))
            && !modifier.contains(['(', ')', '"'])
        {
            relation.label = Some(modifier.to_owned());
        } else {
            return None;
        }
    }
    Some(relation)
}

/// A variable without blanks around the `:` of a product.
fn product(variable: &str) -> String {
    variable.split(':').map(str::trim).collect::<Vec<_>>().join(":")
}

#[cfg(test)]
mod tests {
    use super::parse;
    use crate::estimate::structural::Operator;

    #[test]
    fn statements_are_read_with_their_modifiers() -> Result<(), crate::Error> {
        let text =
            "f =~ NA*x1 + 0.5*x2 +\n x3 # a remark\ny ~ a*f + self-regulation; f ~~ 1*f\ny ~ 1\nab := a*2";
        let (relations, definitions) = parse(text)?;
        let shown: Vec<String> = relations
            .iter()
            .map(|one| {
                let right = one.right.clone().unwrap_or_default();
                format!("{}{}{} {:?} {:?} {}", one.left, one.operator, right, one.value, one.label, one.free)
            })
            .collect();
        assert_eq!(
            shown,
            [
                "f=~x1 None None true",
                "f=~x2 Some(0.5) None false",
                "f=~x3 None None false",
                "y~f None Some(\"a\") false",
                "y~self-regulation None None false",
                "f~~f Some(1.0) None false",
                "y~1 None None false",
            ]
        );
        assert_eq!(relations[6].operator, Operator::Mean);
        assert_eq!((definitions[0].name.as_str(), definitions[0].expression.as_str()), ("ab", "a*2"));
        Ok(())
    }

    #[test]
    fn every_line_that_cannot_be_read_is_named() {
        let error = parse("y ~ x\na == b\n =~ x1\nz ~ c(1,2)*x").unwrap_err();
        let lines: Vec<Option<usize>> = error.problems().iter().map(|one| one.place().row).collect();
        assert_eq!(lines, [Some(2), Some(3), Some(4)]);
        assert!(parse("").is_err());
    }
}
