//! The table of parameters: every relation of a model, also those that go without saying.

use super::model::{Scaling, Structural};
use super::relation::{Operator, Relation};
use crate::error::{Error, Mistake, Place};
use crate::{Label, document::Problems};

/// What is known of a parameter before the model is estimated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum State {
    /// It has this value.
    Fixed(f64),
    /// It has the value of the data.
    Sample,
    /// It is estimated, with this number.
    Free(usize),
}

impl State {
    fn is_free(self) -> bool {
        matches!(self, Self::Free(_))
    }
}

/// Where a parameter stands in the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    /// From the second to the first.
    Path(usize, usize),
    /// Between the two, the first not after the second.
    Together(usize, usize),
    /// Of the variable.
    Mean(usize),
}

/// One parameter.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) left: usize,
    pub(super) operator: Operator,
    pub(super) right: usize,
    pub(super) slot: Slot,
    pub(super) state: State,
    pub(super) label: Option<String>,
}

/// The parameters of a model. Variables are numbered, those observed before those latent.
#[derive(Clone, Debug)]
pub(super) struct Table {
    pub(super) names: Vec<String>,
    pub(super) observed: usize,
    pub(super) rows: Vec<Row>,
    pub(super) free: usize,
    /// The observed variables that only explain.
    pub(super) exogenous: Vec<usize>,
    pub(super) means: bool,
}

fn once<'a>(names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut found = Vec::new();
    for name in names {
        if !found.contains(&name) {
            found.push(name);
        }
    }
    found
}

impl Table {
    /// The table of a model.
    ///
    /// # Errors
    /// `duplicate` for a relation given twice, `undefined` where a latent variable measures itself or a product is
    /// explained, `not-identified` for a latent variable without indicators.
    pub(super) fn new(model: &Structural) -> Result<Self, Error> {
        let of = |operator: Operator| model.relations.iter().filter(move |one| one.operator == operator);
        let latent = once(of(Operator::MeasuredBy).map(|one| one.left.as_str()));
        let mut names = model.variables();
        let observed = names.len();
        names.extend(&latent);
        let mut table = Self {
            names: names.iter().map(|name| (*name).to_owned()).collect(),
            observed,
            rows: Vec::new(),
            free: 0,
            exogenous: Vec::new(),
            means: model.means || of(Operator::Mean).next().is_some(),
        };
        table.add_given(model)?;
        table.add_implied(model);
        table.number();
        Ok(table)
    }

    /// The number of a variable.
    pub(super) fn place(&self, name: &str) -> usize {
        self.names.iter().position(|other| other == name).unwrap_or_default()
    }

    /// The name of a variable.
    pub(super) fn name(&self, variable: usize) -> &str {
        self.names.get(variable).map_or("", String::as_str)
    }

    /// A parameter in the notation of analysts.
    pub(super) fn title(&self, row: &Row) -> String {
        let right = if row.operator == Operator::Mean { "" } else { self.name(row.right) };
        format!("{}{}{right}", self.name(row.left), row.operator)
    }

    fn add_given(&mut self, model: &Structural) -> Result<(), Error> {
        let problems = Problems::default();
        let refuse = |number: usize, mistake: Mistake| {
            problems.add(mistake, Place::default().at("relations").element(number + 1));
        };
        for (number, one) in model.relations.iter().enumerate() {
            let left = self.place(&one.left);
            let right = one.right.as_deref().map_or(left, |right| self.place(right));
            let (slot, first_marker) = match one.operator {
                Operator::MeasuredBy => {
                    let measured =
                        self.rows.iter().any(|row| row.operator == one.operator && row.left == left);
                    (Slot::Path(right, left), !measured && model.scaling == Scaling::Marker)
                }
                Operator::ExplainedBy => (Slot::Path(left, right), false),
                Operator::VariesWith => (Slot::Together(left.min(right), left.max(right)), false),
                Operator::Mean => (Slot::Mean(left), false),
            };
            let itself = matches!(slot, Slot::Path(to, from) if to == from);
            if itself || (one.left.contains(':') && one.operator != Operator::VariesWith) {
                let expected =
                    Label::of("een verband tussen twee variabelen", "a relation between two variables");
                refuse(number, Mistake::NotUnderstood { text: relation_text(one), expected });
            }
            if self.rows.iter().any(|row| row.slot == slot) {
                let what = Label::of("het verband", "relation");
                refuse(number, Mistake::Duplicate { what, id: relation_text(one) });
            }
            let state = match one.value {
                Some(value) => State::Fixed(value),
                // A name makes no difference to what gives the unit.
                None if first_marker && !one.free => State::Fixed(1.0),
                None => State::Free(0),
            };
            let operator = one.operator;
            self.rows.push(Row { left, operator, right, slot, state, label: one.label.clone() });
        }
        problems.finish(Some(()))
    }

    fn has(&self, slot: Slot) -> bool {
        self.rows.iter().any(|row| row.slot == slot)
    }

    fn add(&mut self, slot: Slot, state: State) {
        if self.has(slot) {
            return;
        }
        let (left, operator, right) = match slot {
            Slot::Together(left, right) => (left, Operator::VariesWith, right),
            Slot::Mean(left) => (left, Operator::Mean, left),
            Slot::Path(left, right) => (left, Operator::ExplainedBy, right),
        };
        self.rows.push(Row { left, operator, right, slot, state, label: None });
    }

    /// Whether something explains or measures a variable.
    pub(super) fn is_explained(&self, variable: usize, by: Operator) -> bool {
        let to = |row: &Row| matches!(row.slot, Slot::Path(to, _) if to == variable);
        self.rows.iter().any(|row| row.operator == by && to(row))
    }

    fn explains(&self, variable: usize) -> bool {
        let from = |row: &Row| matches!(row.slot, Slot::Path(_, from) if from == variable);
        self.rows.iter().any(|row| row.operator == Operator::ExplainedBy && from(row))
    }

    /// What goes without saying: variances, covariances of what only explains, and of what is only explained.
    fn add_implied(&mut self, model: &Structural) {
        let all = 0..self.names.len();
        let named = |variable: usize| {
            let is = |name: &str| self.place(name) == variable;
            let explicit = |one: &&Relation| matches!(one.operator, Operator::VariesWith | Operator::Mean);
            model
                .relations
                .iter()
                .filter(explicit)
                .any(|one| is(&one.left) || one.right.as_deref().is_some_and(is))
        };
        let explained = |variable: usize| self.is_explained(variable, Operator::ExplainedBy);
        let measured = |variable: usize| self.is_explained(variable, Operator::MeasuredBy);
        let exogenous: Vec<usize> = (0..self.observed)
            .filter(|&one| self.explains(one) && !explained(one) && !measured(one) && !named(one))
            .collect();
        let latent_exogenous: Vec<usize> =
            (self.observed..self.names.len()).filter(|&one| !explained(one) && !measured(one)).collect();
        let outcomes: Vec<usize> =
            all.clone().filter(|&one| explained(one) && !self.explains(one) && !measured(one)).collect();
        let single: Vec<usize> =
            (self.observed..self.names.len()).filter_map(|one| self.only_indicator(one)).collect();
        let x_state = if model.fixed_x { State::Sample } else { State::Free(0) };
        for &variable in &exogenous {
            for &other in exogenous.iter().filter(|&&other| other <= variable) {
                self.add(Slot::Together(other, variable), x_state);
            }
        }
        for variable in all.filter(|one| !exogenous.contains(one)) {
            let is_latent = variable >= self.observed;
            let state = if single.contains(&variable) {
                State::Fixed(0.0)
            } else if is_latent && model.scaling == Scaling::Variance {
                State::Fixed(1.0)
            } else {
                State::Free(0)
            };
            self.add(Slot::Together(variable, variable), state);
        }
        for group in [&latent_exogenous, &outcomes] {
            for (index, &variable) in group.iter().enumerate() {
                for &other in group.iter().take(index) {
                    self.add(Slot::Together(other.min(variable), other.max(variable)), State::Free(0));
                }
            }
        }
        if self.means {
            for variable in 0..self.observed {
                let state = if exogenous.contains(&variable) { x_state } else { State::Free(0) };
                self.add(Slot::Mean(variable), state);
            }
            for variable in self.observed..self.names.len() {
                self.add(Slot::Mean(variable), State::Fixed(0.0));
            }
        }
        self.exogenous = exogenous;
    }

    /// The indicator of a latent variable that has no other.
    fn only_indicator(&self, latent: usize) -> Option<usize> {
        let mut indicators =
            self.rows.iter().filter(|row| row.operator == Operator::MeasuredBy && row.left == latent);
        indicators.next().filter(|_| indicators.next().is_none()).map(|row| row.right)
    }

    /// The same model with a variance of one in the place of a fixed loading, for every latent variable that has both a
    /// loading that gives its unit and a variance to estimate; none without such a variable.
    pub(super) fn with_variances_of_one(&self) -> Option<Self> {
        let mut own = self.clone();
        for latent in self.observed..self.names.len() {
            let gives_unit = |row: &Row| {
                let is_own = row.operator == Operator::MeasuredBy && row.left == latent;
                is_own && matches!(row.state, State::Fixed(value) if value != 0.0)
            };
            let variance = |row: &Row| row.slot == Slot::Together(latent, latent);
            let is_open = |row: &Row| variance(row) && matches!(row.state, State::Free(_));
            let Some(place) = self.rows.iter().position(gives_unit) else { continue };
            if !self.rows.iter().any(is_open) {
                continue;
            }
            for (index, row) in own.rows.iter_mut().enumerate() {
                if index == place {
                    row.state = State::Free(0);
                } else if variance(row) {
                    row.state = State::Fixed(1.0);
                }
            }
        }
        own.number();
        (own.rows.iter().zip(&self.rows).any(|(one, other)| one.state.is_free() != other.state.is_free()))
            .then_some(own)
    }

    /// Numbers what is estimated; one name is one parameter.
    fn number(&mut self) {
        let mut labels: Vec<(String, usize)> = Vec::new();
        let mut next = 0;
        for row in &mut self.rows {
            if !matches!(row.state, State::Free(_)) {
                continue;
            }
            let known = row.label.as_ref().and_then(|label| labels.iter().find(|(other, _)| other == label));
            let number = known.map_or(next, |(_, number)| *number);
            if number == next {
                next += 1;
                labels.extend(row.label.clone().map(|label| (label, number)));
            }
            row.state = State::Free(number);
        }
        self.free = next;
    }
}

fn relation_text(relation: &Relation) -> String {
    format!("{}{}{}", relation.left, relation.operator, relation.right.as_deref().unwrap_or_default())
}
