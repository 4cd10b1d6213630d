//! The sessions, each as large as the attendance of the source group.

use super::super::reference::Attendance;
use super::table::{Table, day};
use crate::chart::{extend, pick, record};
use crate::events::Moment;
use chrono::{Days, NaiveDate};

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
        let numbers: Vec<usize> = sessions.iter().map(|session| session.number).collect();
        let days = self.spread(&numbers);
        for (index, (session, at)) in sessions.iter().zip(&days).enumerate() {
            let free = self.has_room(*at, days.get(index + 1).copied());
            self.session(session.number, session.attendance, &scale, (*at, free));
        }
    }

    /// A day for each event. Events of which no more is known than the same month or year lie side by side in it, in their
    /// order: on its middle only the last would be seen.
    fn spread(&self, numbers: &[usize]) -> Vec<NaiveDate> {
        let moments: Vec<Moment> =
            numbers.iter().filter_map(|number| Some(self.history.entry(*number)?.when)).collect();
        let place = |(index, when): (usize, &Moment)| {
            let same = |among: &[Moment]| u64::try_from(among.iter().filter(|one| *one == when).count());
            let before = moments.get(..index).and_then(|before| same(before).ok()).unwrap_or(0);
            let all = same(&moments).unwrap_or(1);
            let days = (when.last() - when.date()).num_days().unsigned_abs() * (before + 1) / (all + 1);
            when.date().checked_add_days(Days::new(days)).unwrap_or(when.date())
        };
        moments.iter().enumerate().map(place).collect()
    }

    fn session(
        &mut self,
        number: usize,
        attendance: &[Attendance],
        scale: &Scale,
        (at, free): (NaiveDate, bool),
    ) {
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
        let Some(value) = self.point("session", kind, number, &name, &came) else { return };
        extend(value, record([("at", day(at))]));
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
    fn has_room(&self, at: NaiveDate, next: Option<NaiveDate>) -> bool {
        let Some(next) = next else { return true };
        let first = self.history.entry(1).map_or(at, |entry| entry.when.date());
        (next - at).num_days() * 30 > (self.as_of - first).num_days()
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
