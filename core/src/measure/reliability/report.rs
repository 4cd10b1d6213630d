//! The reliability of every scale and sub-determinant of an instrument.

use super::Missing;
use super::moments::{Group, PartMoments};
use super::statistics::{
    ItemStatistics, against, alpha, alpha_error, feldt, known, number, omega, rest_correlation,
    standardised_alpha, without,
};
use crate::error::Error;
use crate::label::many;
use crate::math::{shown, sqrt};
use crate::measure::{Column, Instrument, Part, Scale};
use crate::number::rounded;
use crate::{Given, Label, Provenance, ProvenanceKind, Reason, Source};
use serde::Serialize;

/// The reliability of an instrument in one group of people.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reliability {
    /// The name of the instrument.
    pub instrument: String,
    /// Its version.
    pub version: String,
    /// What was done with missing answers.
    pub missing: Missing,
    /// Every scale, and after it each of its sub-determinants that has two parts or more.
    pub groups: Vec<GroupReliability>,
    /// Where the figures come from.
    pub provenance: Provenance,
    /// The methods.
    pub source: Source,
}

/// How far the parts of a scale measure one thing. What cannot be computed is `null`; findings say why.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GroupReliability {
    /// The name of the scale.
    pub scale: String,
    /// The sub-determinant, where it is about one.
    pub facet: Option<String>,
    /// What the scale is called.
    pub label: Label,
    /// The number of rows the figures rest on.
    pub rows: f64,
    /// Cronbach's alpha: below zero when items go against each other.
    pub alpha: Option<f64>,
    /// Its standard error (Duhachek & Iacobucci).
    pub alpha_standard_error: Option<f64>,
    /// The lower end of its 95 % interval, 1.96 standard errors below it.
    pub alpha_low: Option<f64>,
    /// The upper end of that interval.
    pub alpha_high: Option<f64>,
    /// The lower end of its exact 95 % interval for normal answers (Feldt).
    pub feldt_low: Option<f64>,
    /// The upper end of that interval.
    pub feldt_high: Option<f64>,
    /// Alpha of the items over their standard deviations.
    pub standardised_alpha: Option<f64>,
    /// Omega of one factor (maximum likelihood), over the variance that the factor model implies.
    pub omega: Option<f64>,
    /// The same over the observed variance.
    pub omega_observed: Option<f64>,
    /// The mean of the scale, as the mean of its parts.
    pub mean: Option<f64>,
    /// The standard deviation of that mean between persons.
    pub standard_deviation: Option<f64>,
    /// How far the score of one person may lie from what it would be on average: `s √(1 − alpha)`.
    pub standard_error_of_measurement: Option<f64>,
    /// The smallest difference between two measurements of a person that is not measurement error: 1.96 √2 times that.
    pub reliable_change: Option<f64>,
    /// Its parts.
    pub items: Vec<ItemStatistics>,
    /// What asks for attention.
    pub findings: Vec<Reason>,
}

impl Instrument {
    /// The reliability of every scale, and of every sub-determinant with two parts or more, over the rows of a table.
    ///
    /// # Formula
    /// `alpha = k/(k−1) (1 − Σ sᵢ² / s²)`; `omega = (Σλ)² / ((Σλ)² + Σθ)` of one factor by maximum likelihood.
    ///
    /// # Assumptions
    /// Alpha takes all parts to measure one thing equally well and their errors to be independent; omega lets parts
    /// differ. Feldt's interval asks for normal answers. Pairwise figures rest on different persons for each pair.
    ///
    /// # When not to use it
    /// To show that a scale has one dimension (fit a factor model), for parts that cause what is measured rather than
    /// show it, or with a few dozen rows, where the interval says little.
    ///
    /// # Source
    /// Cronbach 1951 (alpha); `McDonald` 1999 (omega); Feldt 1965 and Duhachek & Iacobucci 2004 (intervals).
    ///
    /// # Errors
    /// `missing-column`, `uneven-columns`, `off-scale`, as in [`Instrument::score_columns`].
    ///
    /// ```
    /// use meedoen::{behaviour, measure::{Column, Missing, Values}};
    /// let instrument = behaviour::instrument("job-search")?;
    /// let answers = vec![4_i8, 2, 5, 3];
    /// let column = Column { values: Values::I8(&answers), present: None };
    /// let columns: Vec<(&str, Column)> = instrument.items.iter().map(|item| (item.id.as_str(), column)).collect();
    /// let reliability = instrument.reliability(&columns, Missing::Listwise, 0)?;
    /// assert_eq!(reliability.groups[0].rows, 4.0);
    /// # Ok::<(), meedoen::Error>(())
    /// ```
    pub fn reliability(
        &self,
        columns: &[(&str, Column<'_>)],
        missing: Missing,
        first_row: usize,
    ) -> Result<Reliability, Error> {
        let wanted: Vec<(&Scale, Option<&str>)> = self.scales.iter().flat_map(groups_of).collect();
        let position = |id: &str| self.items.iter().position(|item| item.id == id).unwrap_or(0);
        let place = |part: &&Part| match part {
            Part::Item { item, .. } => (position(item), None, [0.0, 0.0]),
            Part::Product { product: [first, second], centre, .. } => {
                (position(first), Some(position(second)), *centre)
            }
        };
        let groups: Vec<Group> = wanted
            .iter()
            .map(|one| Group { parts: parts_of(one.0, one.1).iter().map(place).collect() })
            .collect();
        let moments = self.part_moments(columns, &groups, missing, first_row)?;
        let report = |(one, moments): (&(&Scale, Option<&str>), &PartMoments)| {
            let names = parts_of(one.0, one.1).into_iter().map(name).collect();
            group(one.0, one.1, moments, names, missing)
        };
        let groups: Vec<GroupReliability> = wanted.iter().zip(&moments).map(report).collect();
        let rows = moments.first().map_or(0.0, |moments| moments.rows);
        let rows = many(&shown(rows), ["rij", "rijen"], ["row", "rows"]);
        Ok(Reliability {
            instrument: self.id.clone(),
            version: self.version.clone(),
            missing,
            groups,
            provenance: Provenance {
                kind: ProvenanceKind::Fitted,
                note: Label::said(
                    format_args!("berekend over {}: het geldt voor deze groep mensen", rows.nl),
                    format_args!("computed over {}: it holds for this group of people", rows.en),
                ),
            },
            source: Source::reference(
                "Cronbach 1951; Feldt 1965; McDonald 1999; Duhachek & Iacobucci 2004; Jacobson & Truax 1991",
            ),
        })
    }
}

/// A scale as a whole, and its sub-determinants with two parts or more.
fn groups_of(scale: &Scale) -> Vec<(&Scale, Option<&str>)> {
    let mut groups = vec![(scale, None)];
    for facet in scale.parts.iter().filter_map(Part::facet) {
        let parts = scale.parts.iter().filter(|part| part.facet() == Some(facet)).count();
        if (2..scale.parts.len()).contains(&parts) && !groups.iter().any(|(_, other)| *other == Some(facet)) {
            groups.push((scale, Some(facet)));
        }
    }
    groups
}

fn parts_of<'a>(scale: &'a Scale, facet: Option<&str>) -> Vec<&'a Part> {
    scale.parts.iter().filter(|part| facet.is_none() || part.facet() == facet).collect()
}

fn name(part: &Part) -> String {
    part.items().collect::<Vec<_>>().join("×")
}

fn group(
    scale: &Scale,
    facet: Option<&str>,
    moments: &PartMoments,
    names: Vec<String>,
    missing: Missing,
) -> GroupReliability {
    let (means, covariance) = (moments.means(), moments.covariance());
    let k = names.len();
    let rows = if missing == Missing::Pairwise { moments.rows } else { moments.count(0) };
    let alpha_value = alpha(&covariance);
    let error = alpha_error(&covariance, rows);
    let around = |sign: f64| alpha_value.zip(error).map(|(value, error)| value + sign * 1.96 * error);
    let (feldt_low, feldt_high) = alpha_value.map_or((None, None), |value| feldt(value, k, rows));
    let omega = omega(&covariance);
    let deviation = sqrt(covariance.sum()) / number(k);
    let measurement =
        alpha_value.filter(|value| *value >= 0.0).and_then(|value| known(deviation * sqrt(1.0 - value)));
    let mut findings = findings(&covariance, &names);
    findings
        .extend(moments.lacking().map(|(one, other, people)| too_few(&names, one, other, people, missing)));
    for item in omega.iter().flat_map(|(_, _, below)| below) {
        findings.extend(names.get(*item).map(|name| negative_variance(name)));
    }
    let items = names.into_iter().enumerate().map(|(index, item)| ItemStatistics {
        item,
        rows: moments.count(index),
        mean: known(means[index]),
        standard_deviation: known(sqrt(covariance[(index, index)])),
        item_rest_correlation: known(rest_correlation(&covariance, index)),
        alpha_if_dropped: alpha(&without(&covariance, index)),
    });
    GroupReliability {
        scale: scale.id.clone(),
        facet: facet.map(str::to_owned),
        label: scale.label.clone(),
        rows,
        alpha: alpha_value,
        alpha_standard_error: error,
        alpha_low: around(-1.0),
        alpha_high: around(1.0),
        feldt_low,
        feldt_high,
        standardised_alpha: standardised_alpha(&covariance),
        omega: omega.as_ref().and_then(|(implied, _, _)| known(*implied)),
        omega_observed: omega.as_ref().and_then(|(_, observed, _)| known(*observed)),
        mean: known(means.sum() / number(k)),
        standard_deviation: known(deviation),
        standard_error_of_measurement: measurement,
        reliable_change: measurement.map(super::change::criterion),
        items: items.collect(),
        findings,
    }
}

fn findings(covariance: &nalgebra::DMatrix<f64>, names: &[String]) -> Vec<Reason> {
    let mut findings = Vec::new();
    let source = || Source::reference("Cronbach 1951, Psychometrika 16, 297–334");
    for (index, name) in names.iter().enumerate().filter(|(index, _)| covariance[(*index, *index)] <= 0.0) {
        let value = covariance[(index, index)];
        let text = Label::said(
            format_args!(
                "iedereen gaf hetzelfde antwoord op `{name}`: die vraag zegt hier niets over verschillen"
            ),
            format_args!("everyone gave the same answer to `{name}`: it tells nothing of differences here"),
        );
        findings.push(Reason::new("constant-item", text, vec![Given::named(name.clone(), value)], source()));
    }
    if findings.is_empty() {
        for (item, correlation) in against(covariance) {
            let Some(name) = names.get(item) else { continue };
            let r = rounded(correlation, 2);
            let text = Label::said(
                format_args!(
                    "`{name}` gaat tegen de andere vragen in (r = {}): ga na of de vraag omgekeerd moet worden gescoord",
                    r.nl
                ),
                format_args!(
                    "`{name}` goes against the other items (r = {}): check whether it should be scored the other way round",
                    r.en
                ),
            );
            let given = vec![Given::named(name.clone(), correlation)];
            findings.push(Reason::new("wrongly-keyed-item", text, given, source()));
        }
    }
    findings
}

/// Why there are no figures: too few people answered every item, or one of them, or two of them both.
fn too_few(names: &[String], one: usize, other: usize, people: f64, missing: Missing) -> Reason {
    let name = |index: usize| names.get(index).map_or("", String::as_str);
    let people = many(
        &shown(people),
        ["mens antwoordde", "mensen antwoordden"],
        ["person answered", "people answered"],
    );
    let of = |and: &str| {
        let first = format!("`{}`", name(one));
        if one == other { first } else { format!("{first} {and} `{}`", name(other)) }
    };
    let (nl, en) = match missing {
        Missing::Listwise => ("alle vragen".to_owned(), "every item".to_owned()),
        Missing::Pairwise => (of("en"), of("and")),
    };
    let text = Label::said(
        format_args!(
            "te weinig antwoorden: {} op {nl}, en minstens 2 zijn nodig om iets te berekenen",
            people.nl
        ),
        format_args!("too few answers: {} {en}, and at least 2 are needed to compute anything", people.en),
    );
    Reason::new(
        "too-few-answers",
        text,
        Vec::new(),
        Source::reference("Cronbach 1951, Psychometrika 16, 297–334"),
    )
}

fn negative_variance(name: &str) -> Reason {
    Reason::new(
        "negative-variance",
        Label::said(
            format_args!(
                "het model met één factor geeft `{name}` geen eigen variantie meer: vertrouw omega hier niet"
            ),
            format_args!(
                "the model of one factor leaves `{name}` no variance of its own: do not trust omega here"
            ),
        ),
        vec![Given::named(name.to_owned(), true)],
        Source::reference("McDonald 1999, Test theory"),
    )
}
