//! Formulas of a regression: `outcome ~ a + b + a:b`.

use crate::document::Reader;
use crate::error::{Error, Mistake};
use crate::{Columns, Label};
use std::borrow::Cow;
use std::fmt;

/// What is explained, and by what: `outcome ~ a + b + a:b`.
///
/// `a:b` is the product of two variables (a moderation), `a*b` short for `a + b + a:b`. An intercept is always part
/// of the model. A name may hold anything but `~ + : *`.
///
/// ```
/// let formula: meedoen::estimate::Formula = "work ~ intention * skills".parse()?;
/// assert_eq!(formula.to_string(), "work ~ intention + skills + intention:skills");
/// # Ok::<(), meedoen::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formula {
    pub(crate) outcome: String,
    pub(crate) terms: Vec<Term>,
}

/// A variable, or a product of variables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term(pub(crate) Vec<String>);

/// The name of the intercept among the coefficients.
pub(crate) const INTERCEPT: &str = "(Intercept)";

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join(":"))
    }
}

impl fmt::Display for Formula {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let terms: Vec<String> = self.terms.iter().map(Term::to_string).collect();
        write!(f, "{} ~ {}", self.outcome, if terms.is_empty() { "1".to_owned() } else { terms.join(" + ") })
    }
}

impl std::str::FromStr for Formula {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let refuse = |part: &str, nl: &'static str, en: &'static str| -> Error {
            Mistake::NotUnderstood { text: part.trim().to_owned(), expected: Label::of(nl, en) }.into()
        };
        let whole =
            || refuse(text, "een formule zoals `uitkomst ~ a + b`", "a formula such as `outcome ~ a + b`");
        let (outcome, right) = text.split_once('~').ok_or_else(whole)?;
        let outcome = outcome.trim();
        if outcome.is_empty() || outcome.contains(['+', ':', '*']) || right.contains('~') {
            return Err(whole());
        }
        let mut terms: Vec<Term> = Vec::new();
        let mut add = |term: Vec<&str>| {
            let term = Term(term.into_iter().map(str::to_owned).collect());
            if !terms.iter().any(|other| other.is_same(&term)) {
                terms.push(term);
            }
        };
        for part in right.split('+').map(str::trim) {
            if part == "1" {
                continue;
            }
            let names: Vec<&str> = part.split([':', '*']).map(str::trim).collect();
            if names.iter().any(|name| name.is_empty()) || part == "0" || part == "-1" {
                return Err(refuse(
                    part,
                    "een variabele of een product zoals `a:b`; een model heeft altijd een constante",
                    "a variable or a product such as `a:b`; a model always has an intercept",
                ));
            }
            if names.contains(&outcome) {
                return Err(refuse(
                    part,
                    "een andere variabele dan de uitkomst",
                    "a variable other than the outcome",
                ));
            }
            match names.as_slice() {
                [first, second] if part.contains('*') => {
                    add(vec![first]);
                    add(vec![second]);
                    add(vec![first, second]);
                }
                _ if part.contains('*') => {
                    return Err(refuse(
                        part,
                        "een product van twee, zoals `a*b`",
                        "a product of two, such as `a*b`",
                    ));
                }
                _ => add(names),
            }
        }
        Ok(Self { outcome: outcome.to_owned(), terms })
    }
}

impl Term {
    /// Whether both are the same product, in whatever order.
    fn is_same(&self, other: &Self) -> bool {
        self.0.len() == other.0.len() && self.0.iter().all(|name| other.0.contains(name))
    }

    /// Whether a variable is part of it.
    pub(crate) fn has(&self, variable: &str) -> bool {
        self.0.iter().any(|name| name == variable)
    }

    /// Its value where the variables have these; `None` when one has none.
    pub(crate) fn at(&self, value: impl Fn(&str) -> Option<f64>) -> Option<f64> {
        self.0.iter().try_fold(1.0, |product, name| Some(product * value(name)?))
    }
}

impl Formula {
    /// Reads a formula that is a text.
    pub(crate) fn read(reader: &Reader<'_>) -> Option<Self> {
        let text = reader.text()?;
        reader.check(text.parse())
    }

    /// The variables it names, each once: the outcome first.
    ///
    /// ```
    /// let formula: meedoen::estimate::Formula = "y ~ a + a:b".parse()?;
    /// assert_eq!(formula.variables(), ["y", "a", "b"]);
    /// # Ok::<(), meedoen::Error>(())
    /// ```
    pub fn variables(&self) -> Vec<&str> {
        let mut variables = vec![self.outcome.as_str()];
        for name in self.terms.iter().flat_map(|term| &term.0) {
            if !variables.contains(&name.as_str()) {
                variables.push(name);
            }
        }
        variables
    }

    /// The names of the terms.
    pub(crate) fn names(&self) -> Vec<String> {
        self.terms.iter().map(Term::to_string).collect()
    }

    /// The outcome, the columns of the terms, and where given a column of weights, of the complete rows.
    ///
    /// # Errors
    /// `missing-column`.
    pub(crate) fn design<'a>(
        &self,
        table: &'a Columns<'_>,
        weights: Option<&str>,
    ) -> Result<Design<'a>, Error> {
        let mut names = self.variables();
        let own = names.len();
        names.extend(weights);
        let mut columns = crate::columns::complete(table.select(&names)?);
        let weights = weights.and_then(|_| columns.pop());
        let rows = columns.first().map_or(0, |values| values.len());
        let of = |name: &str| names.iter().take(own).position(|other| *other == name);
        let column = |term: &Term| -> Cow<'a, [f64]> {
            let mut parts = term.0.iter().filter_map(|name| columns.get(of(name)?));
            let Some(first) = parts.next() else { return Cow::Owned(Vec::new()) };
            let mut product: Cow<'a, [f64]> = first.clone();
            for part in parts {
                let times = product.iter().zip(part.iter()).map(|(a, b)| a * b).collect();
                product = Cow::Owned(times);
            }
            product
        };
        let terms = self.terms.iter().map(column).collect();
        let outcome = columns.first().cloned().unwrap_or_default();
        let variables = names.iter().take(own).map(|name| (*name).to_owned()).zip(columns.clone()).collect();
        Ok(Design { outcome, terms, variables, weights, rows, left_out: table.rows() - rows })
    }
}

/// The columns of a regression, complete rows only.
#[derive(Clone, Debug)]
pub(crate) struct Design<'a> {
    pub(crate) outcome: Cow<'a, [f64]>,
    pub(crate) terms: Vec<Cow<'a, [f64]>>,
    /// The variables of the terms by name.
    pub(crate) variables: Vec<(String, Cow<'a, [f64]>)>,
    pub(crate) weights: Option<Cow<'a, [f64]>>,
    pub(crate) rows: usize,
    pub(crate) left_out: usize,
}

impl Design<'_> {
    /// For each term that has a variable, its number and what it becomes when one of the variable is taken out of it:
    /// its derivative, row by row.
    pub(crate) fn derivatives(&self, formula: &Formula, variable: &str) -> Vec<(usize, Vec<f64>)> {
        let having = formula.terms.iter().enumerate().filter(|(_, term)| term.has(variable));
        let derivative = |(index, term): (usize, &Term)| {
            let others = term.0.iter().filter(|name| *name != variable);
            let columns = others.filter_map(|name| {
                self.variables.iter().find(|(other, _)| other == name).map(|(_, values)| values)
            });
            let values = columns.fold(vec![1.0; self.rows], |product: Vec<f64>, values| {
                product.iter().zip(values.iter()).map(|(a, b)| a * b).collect()
            });
            (index, values)
        };
        having.map(derivative).collect()
    }
}
