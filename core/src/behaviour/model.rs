//! The integrative model as something to estimate.

use super::{Determinant, Domain};
use crate::document::{Document, Problems, Reader};
use crate::error::{Error, Mistake, Place};
use crate::estimate::{Definition, Relation};
use crate::math::shown;
use crate::measure::{Instrument, Output, Part, Scale};
use crate::ordered::Ordered;
use crate::{Label, Source, Vocabulary};
use serde::Serialize;

crate::vocabulary! {
    /// What stands for a determinant in a model.
    pub enum MeasuredAs: "way of measuring", "manier van meten", [] {
        /// Its score, a column that [`Instrument::score_columns`] gives.
        Scores = "scores": "scores", "scores", [],
        /// A latent variable behind its items, free of the error with which they measure it.
        Items = "items": "items, met een latente variabele", "items, with a latent variable", [],
    }
}

/// What the integrative model for an instrument is made from.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ModelRequest {
    /// The instrument; its scales with the names of determinants take part.
    pub instrument: Instrument,
    /// The column, or the scale, that holds the intention.
    pub intention: String,
    /// The column, or the scale, that holds the behaviour.
    pub behaviour: String,
    /// What stands for a determinant; its score when left out.
    #[cfg_attr(feature = "schema", schemars(with = "Option<MeasuredAs>"))]
    pub measured_as: MeasuredAs,
    /// The determinants of being able on which it depends how far intention becomes behaviour: who wants but cannot.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Determinant>>"))]
    pub moderated_by: Vec<Determinant>,
    /// The determinants of willing that act on behaviour also past intention.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Determinant>>"))]
    pub direct: Vec<Determinant>,
}

/// The integrative model for an instrument, to be estimated as it is or changed first.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IntegrativeModel {
    /// The model in the notation of analysts.
    pub syntax: String,
    /// The same as data: what [`Structural`](crate::estimate::Structural) reads.
    pub structural: StructuralRelations,
    /// The last step as a regression, for behaviour that is yes or no or comes in classes.
    pub formula: String,
    /// The determinants for which the instrument has no scale, and that the model is silent about.
    pub left_out: Vec<Determinant>,
    /// Where the model comes from.
    pub source: Source,
}

/// The relations of a model and the figures it defines.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StructuralRelations {
    /// The relations.
    pub relations: Vec<Relation>,
    /// Figures to compute from them.
    pub definitions: Vec<Definition>,
}

impl ModelRequest {
    /// The model: determinants of willing explain intention, intention and the determinants of being able behaviour
    /// (IBM-02, IBM-04, IBM-09, IBM-10).
    ///
    /// Where being able moderates, the model defines what one more of intention does to behaviour at a quarter and at
    /// three quarters of the range of the score, and by how much each indirect effect changes with it.
    ///
    /// A product is of the scores as they are, so that the paths of intention and of the moderator by themselves hold where
    /// the other is zero: read the defined figures instead. A path model takes the product for a variable that only
    /// explains, which makes its fit look bad; the regression by `formula` does not.
    ///
    /// The sources give no weights; that arrows point this way is theirs, and data cannot show it.
    ///
    /// # Errors
    /// `undefined` for a determinant without a scale, `misplaced` for one of the other side of the model,
    /// `not-understood` for an instrument without determinants on both sides or products of latent variables.
    ///
    /// ```
    /// use meedoen::{behaviour::{self, Determinant, MeasuredAs, ModelRequest}, estimate::Structural};
    /// let model = ModelRequest {
    ///     instrument: behaviour::instrument("job-search")?,
    ///     intention: "intention".into(),
    ///     behaviour: "search".into(),
    ///     measured_as: MeasuredAs::Scores,
    ///     moderated_by: vec![Determinant::Skills],
    ///     direct: vec![],
    /// }.model()?;
    /// assert!(model.syntax.starts_with("intention ~ a_attitude*attitude + "));
    /// assert!(model.formula.ends_with("intention:skills"));
    /// assert_eq!(Structural::new(&model.syntax)?.relations, model.structural.relations);
    /// # Ok::<(), meedoen::Error>(())
    /// ```
    pub fn model(&self) -> Result<IntegrativeModel, Error> {
        self.check()?;
        let (willing, able) = (self.of(Domain::Willing), self.of(Domain::BeingAble));
        let mut lines = Vec::new();
        for id in
            willing.iter().chain(&able).map(|one| one.code()).chain([&*self.intention, &*self.behaviour])
        {
            lines.extend(self.scale(id).filter(|scale| self.is_latent(scale)).map(measurement));
        }
        let paths = |letter: &str, of: &[Determinant]| -> Vec<String> {
            of.iter().map(|one| format!("{letter}_{}*{}", name(*one), one.code())).collect()
        };
        let intention = &self.intention;
        lines.push(format!("{intention} ~ {}", paths("a", &willing).join(" + ")));
        let mut behaviour = vec![format!("b*{intention}")];
        behaviour.extend(paths("c", &able));
        behaviour.extend(paths("d", &self.direct));
        behaviour.extend(
            self.moderated_by.iter().map(|one| format!("w_{}*{intention}:{}", name(*one), one.code())),
        );
        lines.push(format!("{} ~ {}", self.behaviour, behaviour.join(" + ")));
        for by in &self.moderated_by {
            lines.extend(self.definitions(*by, &willing));
        }
        let syntax = lines.join("\n");
        let parsed = crate::estimate::Structural::new(&syntax)?;
        let mut terms = vec![intention.clone()];
        terms.extend(able.iter().chain(&self.direct).map(|one| one.code().to_owned()));
        terms.extend(self.moderated_by.iter().map(|one| format!("{intention}:{}", one.code())));
        let known = |one: &&Determinant| !willing.contains(one) && !able.contains(one);
        Ok(IntegrativeModel {
            syntax,
            structural: StructuralRelations { relations: parsed.relations, definitions: parsed.definitions },
            formula: format!("{} ~ {}", self.behaviour, terms.join(" + ")),
            left_out: Determinant::ALL.iter().filter(known).copied().collect(),
            source: Determinant::Attitude.source(),
        })
    }

    /// The determinants of one side for which the instrument has a scale.
    fn of(&self, domain: Domain) -> Vec<Determinant> {
        let here = |one: &Determinant| one.domain() == domain && self.scale(one.code()).is_some();
        Determinant::ALL.iter().copied().filter(here).collect()
    }

    fn scale(&self, id: &str) -> Option<&Scale> {
        self.instrument.scales.iter().find(|scale| scale.id == id)
    }

    /// Products of items are scored: a latent variable behind them would leave out what is subtracted first.
    fn is_latent(&self, scale: &Scale) -> bool {
        let items = scale.parts.iter().all(|part| matches!(part, Part::Item { .. }));
        self.measured_as == MeasuredAs::Items && items && scale.parts.len() > 1
    }

    /// What intention does at two values of a moderator, and how much the indirect effects change with it.
    fn definitions(&self, by: Determinant, willing: &[Determinant]) -> Vec<String> {
        let by_name = name(by);
        let Some((low, high)) = self.scale(by.code()).and_then(|scale| self.range(scale)) else {
            return Vec::new();
        };
        let at = |share: f64| shown(low + share * (high - low));
        let mut lines = vec![
            format!("intention_at_low_{by_name} := b + w_{by_name}*({})", at(0.25)),
            format!("intention_at_high_{by_name} := b + w_{by_name}*({})", at(0.75)),
        ];
        let changes = |one: &Determinant| format!("{}_by_{by_name} := a_{0}*w_{by_name}", name(*one));
        lines.extend(willing.iter().map(changes));
        lines
    }

    /// The lowest and the highest score of a scale.
    fn range(&self, scale: &Scale) -> Option<(f64, f64)> {
        let range = self.instrument.range_of(scale.parts.first()?);
        let parts = u32::try_from(scale.parts.len()).map_or(f64::NAN, f64::from);
        Some(match scale.output {
            Output::Mean => range,
            Output::Sum => (range.0 * parts, range.1 * parts),
            Output::Pomp => (0.0, 100.0),
        })
    }

    fn check(&self) -> Result<(), Error> {
        let problems = Problems::default();
        let refuse = |field: &str, mistake: Mistake| problems.add(mistake, Place::default().at(field));
        for (field, name) in [("intention", &self.intention), ("behaviour", &self.behaviour)] {
            if name.contains(['~', '=', '+', '*', ':', ';', '#', '!', '(', ')'])
                || name == &self.wrong_name(field)
            {
                let expected = Label::of(
                    "de naam van een eigen kolom, zonder tekens van de notatie",
                    "the name of a column of its own, without signs of the notation",
                );
                refuse(field, Mistake::NotUnderstood { text: name.clone(), expected });
            }
        }
        let sides = [
            ("moderated_by", &self.moderated_by, Domain::BeingAble),
            ("direct", &self.direct, Domain::Willing),
        ];
        for (field, list, domain) in sides {
            let mut seen = Ordered::default();
            for one in list {
                let (what, id) = (Determinant::NAME, one.code().to_owned());
                if one.domain() != domain {
                    let whole = domain.code().to_owned();
                    let expected = Determinant::of_domain(domain).map(|one| one.code().to_owned()).collect();
                    refuse(field, Mistake::Misplaced { what, id, whole, expected });
                } else if self.scale(one.code()).is_none() {
                    refuse(field, Mistake::Undefined { what, id });
                } else if !seen.insert(*one) {
                    refuse(field, Mistake::Duplicate { what, id });
                }
            }
        }
        if self.of(Domain::Willing).is_empty() || self.of(Domain::BeingAble).is_empty() {
            let expected = Label::of(
                "een instrument met schalen die heten naar determinanten van willen en van kunnen",
                "an instrument with scales named after determinants of willing and of being able",
            );
            refuse("instrument", Mistake::NotUnderstood { text: self.instrument.id.clone(), expected });
        }
        let latent = |id: &str| self.scale(id).is_some_and(|scale| self.is_latent(scale));
        let multiplied = self.moderated_by.iter().any(|one| latent(one.code()))
            || (!self.moderated_by.is_empty() && latent(&self.intention));
        if multiplied {
            let expected = Label::of(
                "`scores`: een product van latente variabelen wordt niet geschat",
                "`scores`: a product of latent variables is not estimated",
            );
            let text = self.measured_as.code().to_owned();
            refuse("measured_as", Mistake::NotUnderstood { text, expected });
        }
        problems.finish(Some(()))
    }

    /// The name that the other column has, or a determinant: one column cannot be both.
    fn wrong_name(&self, field: &str) -> String {
        let (own, other) = if field == "intention" {
            (&self.intention, "")
        } else {
            (&self.behaviour, self.intention.as_str())
        };
        let determinant = Determinant::ALL.iter().map(|one| one.code()).find(|code| code == own);
        determinant.unwrap_or(other).to_owned()
    }
}

/// A determinant as part of a name in the notation, where `-` is a minus sign.
fn name(determinant: Determinant) -> String {
    determinant.code().replace('-', "_")
}

fn measurement(scale: &Scale) -> String {
    let items: Vec<&str> = scale.parts.iter().flat_map(Part::items).collect();
    format!("{} =~ {}", scale.id, items.join(" + "))
}

impl Document for ModelRequest {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&[
            "instrument",
            "intention",
            "behaviour",
            "measured_as",
            "moderated_by",
            "direct",
        ])?;
        let instrument = fields.must("instrument", Instrument::read);
        let (intention, behaviour) =
            (fields.must("intention", Reader::string), fields.must("behaviour", Reader::string));
        let measured_as = fields.maybe("measured_as", Reader::code);
        let (moderated_by, direct) =
            (fields.list_of("moderated_by", Reader::code), fields.list_of("direct", Reader::code));
        Some(Self {
            instrument: instrument?,
            intention: intention?,
            behaviour: behaviour?,
            measured_as: measured_as?.unwrap_or(MeasuredAs::Scores),
            moderated_by: moderated_by?,
            direct: direct?,
        })
    }
}
