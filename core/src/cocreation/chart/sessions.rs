//! The sessions, each as large as the attendance of the source group.

use super::super::reference::Attendance;
use super::table::Table;
use crate::chart::{extend, pick, record};
use chrono::NaiveDate;

/// How many people of the source group came, as far as that is recorded.
#[derive(Clone, Copy)]
enum Turnout {
    Counted(u32),
    Absent,
    Unknown,
}

/// How large a session is drawn.
struct Scale {
    most: f64,
    /// The area of the largest circle, in square pixels.
    largest: f64,
}

impl Scale {
    /// With more sessions the circles are smaller.
    fn new(most: u32, sessions: usize) -> Self {
        let sessions = u32::try_from(sessions).unwrap_or(u32::MAX).max(1);
        let across = (560.0 / f64::from(sessions)).clamp(9.0, 21.0);
        Self { most: f64::from(most.max(1)), largest: 0.8 * across * across }
    }

    /// The area grows with the attendance, from one that can still be seen.
    fn area(&self, attendance: u32) -> f64 {
        (self.largest * (0.15 + 0.85 * f64::from(attendance) / self.most)).round()
    }
}

impl Table<'_, '_> {
    pub(super) fn sessions(&mut self) {
        let sessions = self.history.sessions();
        let counts = sessions.iter().filter_map(|session| match self.turnout(session.attendance) {
            Turnout::Counted(count) => Some(count),
            _ => None,
        });
        let scale = Scale::new(counts.max().unwrap_or(1), sessions.len());
        for (index, session) in sessions.iter().enumerate() {
            let next = sessions.get(index + 1).map(|next| next.number);
            self.session(session.number, session.attendance, &scale, next);
        }
    }

    fn session(&mut self, number: usize, attendance: &[Attendance], scale: &Scale, next: Option<usize>) {
        let language = self.language;
        let turnout = self.turnout(attendance);
        let (kind, words) = match turnout {
            Turnout::Counted(count) => {
                let people = pick(language, "opkomst van de brongroep", "attendance of the source group");
                ("session", format!("{people}: {count}"))
            }
            Turnout::Absent => {
                let absent = pick(language, "de brongroep was er niet", "the source group was not there");
                ("session-without-source-group", absent.to_owned())
            }
            Turnout::Unknown => {
                let unknown = pick(
                    language,
                    "opkomst van de brongroep onbekend",
                    "attendance of the source group unknown",
                );
                ("session-unknown", unknown.to_owned())
            }
        };
        let came = |one: &Attendance| {
            let count = one.count.map_or_else(|| "?".to_owned(), |count| count.to_string());
            format!("{} {count}", self.history.name(one.party.as_str()).in_language(language))
        };
        let came = attendance.iter().map(came).collect::<Vec<_>>().join(", ");
        let name = format!("{}; {words}", pick(language, "bijeenkomst", "session"));
        let free = self.has_room(number, next);
        let Some(value) = self.point("session", kind, number, &name, &came) else { return };
        if let Turnout::Counted(count) = turnout {
            extend(value, record([("attendance", count.into()), ("size", scale.area(count).into())]));
        }
        if free {
            let label = match turnout {
                Turnout::Counted(count) => count.to_string(),
                Turnout::Absent => String::new(),
                Turnout::Unknown => "?".to_owned(),
            };
            extend(value, record([("label", label.into())]));
        }
    }

    /// Whether the next session is far enough for a number in this one: on the whole width, some thirty fit.
    fn has_room(&self, number: usize, next: Option<usize>) -> bool {
        let day = |number| self.history.entry(number).map(|entry| entry.when.date());
        let days = |from: Option<NaiveDate>, to: Option<NaiveDate>| Some((to? - from?).num_days());
        let Some(next) = next else { return true };
        let whole = days(day(1), Some(self.as_of)).unwrap_or_default();
        days(day(number), day(next)).is_some_and(|gap| gap * 30 > whole)
    }

    fn turnout(&self, attendance: &[Attendance]) -> Turnout {
        let mut group = attendance.iter().filter(|one| self.history.in_source_group(one.party.as_str()));
        match self.history.source_group_at(attendance) {
            None => Turnout::Unknown,
            Some(false) => Turnout::Absent,
            // One party without a count leaves the whole uncounted.
            Some(true) => group
                .try_fold(0_u32, |sum, one| Some(sum.saturating_add(one.count?)))
                .map_or(Turnout::Unknown, Turnout::Counted),
        }
    }
}
