//! Which law held when: the three regimes, the versions that were read, and what is not known of the newest.

use crate::decide::Validity;
use crate::error::{Error, Mistake};
use crate::{Label, Reason, Source, Vocabulary};
use chrono::NaiveDate;
use serde::Serialize;

crate::vocabulary! {
    /// The law under which a tegenprestatie can be asked, in order of time.
    ///
    /// # Source
    /// TEG-06, GEN-20, PUB-70…72
    pub enum Regime: "regime", "regime", ["TEG-06", "GEN-20"] {
        /// The Work and Social Assistance Act (WWB) since the tegenprestatie is in it.
        WorkAndAssistance = "wwb-2012": "Wet werk en bijstand, 2012 tot en met 2014", "Work and Social Assistance Act, 2012 up to and including 2014", ["TEG-06", "GEN-20"],
        /// The Participation Act up to the change of 2027.
        Participation = "participatiewet-2015": "Participatiewet, 2015 tot en met 2026", "Participation Act, 2015 up to and including 2026", ["TEG-05", "PUB-72"],
        /// The Participation Act as changed by the act “Participatiewet in balans”.
        Balance = "participatiewet-2027": "Participatiewet in balans, vanaf 2027", "Participation Act in balance, from 2027", ["PUB-70", "PUB-71"],
    }
}

/// The regime that is applied on a date.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RegimeOnDate {
    /// The regime.
    pub regime: Regime,
    /// The regime in words.
    pub label: Label,
    /// From when until when it holds by law.
    #[serde(flatten)]
    pub validity: Validity,
    /// Whether it is applied before it holds, by a choice of the municipality.
    pub adopted_early: bool,
    /// What is not known of it; as long as it is not, nothing is concluded from it.
    pub unknown_parts: Vec<Reason>,
    /// What to know about it.
    pub notes: Vec<Reason>,
}

/// A day of the calendar.
pub(super) const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => date,
        None => NaiveDate::MIN,
    }
}

/// From a day up to and including another.
pub(super) const fn span(valid_from: NaiveDate, valid_until: NaiveDate) -> Validity {
    Validity { valid_from, valid_until: Some(valid_until) }
}

/// The days before the text of July 2012.
pub(super) const EARLY_2012: Validity = span(day(2012, 1, 1), day(2012, 7, 17));
/// The days of the text of July 2012.
pub(super) const FROM_JULY_2012: Validity = span(day(2012, 7, 18), day(2014, 12, 31));
/// The year in which the age of 65 still stood in the law.
pub(super) const UP_TO_65: Validity = span(day(2012, 1, 1), day(2012, 12, 31));
/// The days on which the pension age stands in the law, as far as it was read.
pub(super) const UP_TO_PENSION_AGE: Validity = span(day(2013, 1, 1), day(2026, 12, 31));
/// The days of the WWB with the tegenprestatie in it.
pub(super) const WWB: Validity = span(day(2012, 1, 1), day(2014, 12, 31));
/// The days of the Participation Act as it was read.
pub(super) const PARTICIPATION: Validity = span(day(2015, 1, 1), day(2026, 12, 31));
/// All days of which the law was read.
pub(super) const READ: Validity = span(day(2012, 1, 1), day(2026, 12, 31));
/// The days of the change of 2027.
pub(super) const BALANCE: Validity = Validity { valid_from: day(2027, 1, 1), valid_until: None };
/// The year in which municipalities may already apply the change of 2027.
const TOLERANCE_YEAR: Validity = span(day(2026, 1, 1), day(2026, 12, 31));

impl Regime {
    /// From when until when it holds by law.
    ///
    /// ```
    /// use meedoen::tegenprestatie::Regime;
    /// assert_eq!(Regime::WorkAndAssistance.validity().valid_from.to_string(), "2012-01-01");
    /// ```
    pub fn validity(self) -> Validity {
        match self {
            Self::WorkAndAssistance => WWB,
            Self::Participation => PARTICIPATION,
            Self::Balance => BALANCE,
        }
    }

    /// The regime on a date; `adopted_early` is the choice of a municipality, in 2026, to apply the next one already.
    ///
    /// # Errors
    /// `outside-period` before 2012, when the tegenprestatie was in no law, and for early adoption outside 2026.
    ///
    /// ```
    /// use meedoen::tegenprestatie::Regime;
    /// let date = "2026-05-01".parse().unwrap();
    /// assert_eq!(Regime::on(date, false)?.regime, Regime::Participation);
    /// assert_eq!(Regime::on(date, true)?.regime, Regime::Balance);
    /// # Ok::<(), meedoen::Error>(())
    /// ```
    pub fn on(date: NaiveDate, adopted_early: bool) -> Result<RegimeOnDate, Error> {
        let period = if adopted_early {
            TOLERANCE_YEAR
        } else {
            Validity { valid_from: WWB.valid_from, valid_until: None }
        };
        if !period.holds_on(date) {
            return Err(
                Mistake::OutsidePeriod { date, from: period.valid_from, until: period.valid_until }.into()
            );
        }
        let of_date = || Self::ALL.iter().copied().find(|one| one.validity().holds_on(date));
        let regime = if adopted_early { Self::Balance } else { of_date().unwrap_or(Self::Balance) };
        let balance = regime == Self::Balance;
        Ok(RegimeOnDate {
            regime,
            label: regime.label(),
            validity: regime.validity(),
            adopted_early,
            unknown_parts: if balance { unknown_parts() } else { Vec::new() },
            notes: notes(date, adopted_early),
        })
    }
}

impl RegimeOnDate {
    /// The day whose text is applied: the date itself, or the first day of a regime that is applied early.
    pub(super) fn law_date(&self, date: NaiveDate) -> NaiveDate {
        date.max(self.validity.valid_from)
    }
}

/// A version of the law that was read, by the first day of its text.
#[derive(Clone, Copy)]
pub(super) enum Version {
    January2012,
    July2012,
    January2013,
    January2015,
    January2025,
}

/// Articles of a version of the law, with the facts that speak of the same.
pub(super) fn law(version: Version, articles: &[&str], facts: &'static [&'static str]) -> Source {
    let (name, day) = match version {
        Version::January2012 => ("Wet werk en bijstand", "2012-01-01"),
        Version::July2012 => ("Wet werk en bijstand", "2012-07-18"),
        Version::January2013 => ("Wet werk en bijstand", "2013-01-01"),
        Version::January2015 => ("Participatiewet", "2015-01-01"),
        Version::January2025 => ("Participatiewet", "2025-01-01"),
    };
    articles.iter().fold(Source::facts(facts), |source, article| {
        let mut parts = article.split('.');
        let number = parts.next().unwrap_or_default();
        let paragraph = parts.next().map(|part| format!(" lid {part}")).unwrap_or_default();
        let letter = parts.next().map(|part| format!(" onder {part}")).unwrap_or_default();
        let url = format!("https://wetten.overheid.nl/BWBR0015703/{day}#Artikel{number}");
        source.and(format!("{name} art. {number}{paragraph}{letter}, {url}"))
    })
}

fn note(code: &'static str, nl: &'static str, en: &'static str, facts: &'static [&'static str]) -> Reason {
    Reason::new(code, Label::of(nl, en), Vec::new(), Source::facts(facts))
}

fn unknown_parts() -> Vec<Reason> {
    vec![
        note(
            "text-of-2027",
            "de tekst van de artikelen vanaf 1 januari 2027 is niet gelezen: wie verplicht is, waartoe, en met welke gevolgen",
            "the text of the articles from 1 January 2027 was not read: who is obliged, to what, and with what consequences",
            &["PUB-70"],
        ),
        note(
            "exemptions-of-2027",
            "hoe de tijdelijke ontheffingen worden verruimd",
            "how temporary exemptions are widened",
            &["PUB-71"],
        ),
        note(
            "ordinances-of-2027",
            "wat een verordening nog mag regelen, en wat er met de oude verordeningen gebeurt",
            "what an ordinance may still regulate, and what becomes of the old ordinances",
            &["PUB-72"],
        ),
    ]
}

fn notes(date: NaiveDate, adopted_early: bool) -> Vec<Reason> {
    let replaced = note(
        "replaced-by-participation",
        "maatschappelijke participatie vervangt de sociale activering en de tegenprestatie; wie meedoet vormt die zelf, zolang het geen werk verdringt en werken niet in de weg staat",
        "social participation replaces social activation and the tegenprestatie; whoever takes part shapes it, as long as it displaces no work and does not stand in the way of working",
        &["PUB-70", "PUB-71"],
    );
    let tolerated = note(
        "tolerance-year",
        "in 2026 gelden er twee dingen naast elkaar: de tegenprestatie staat in de wet, en een gemeente mag de nieuwe regels al toepassen; welke van de twee is een keuze van de gemeente",
        "in 2026 two things hold side by side: the tegenprestatie is in the law, and a municipality may already apply the new rules; which of the two is a choice of the municipality",
        &["PUB-71", "PUB-72"],
    );
    let mut notes = Vec::new();
    if adopted_early || BALANCE.holds_on(date) {
        notes.push(replaced);
    }
    if TOLERANCE_YEAR.holds_on(date) {
        notes.push(tolerated);
    }
    notes
}
