//! Giving states other codes.

use super::Panel;
use crate::error::{Error, Listed, Mistake};

impl Panel {
    /// The same panel with other codes for its states, so that what was written in several ways is one state. `order` are
    /// codes that come first, whether they occur or not; the others follow in the order in which they are met.
    ///
    /// # Errors
    /// What `code` refuses, for every visit with that code, with row and person.
    pub fn recode(
        mut self,
        order: &[String],
        code: impl Fn(&str) -> Result<String, Mistake>,
    ) -> Result<Self, Error> {
        let mut codes = order.to_vec();
        let mut refused: Vec<Option<Mistake>> = Vec::new();
        let mut places = Vec::new();
        for old in &self.codes {
            let (place, mistake) = match code(old) {
                Ok(new) => {
                    let known = codes.iter().position(|other| *other == new);
                    let place = known.unwrap_or_else(|| {
                        codes.push(new);
                        codes.len() - 1
                    });
                    (u8::try_from(place).unwrap_or(u8::MAX), None)
                }
                Err(mistake) => (u8::MAX, Some(mistake)),
            };
            places.push(place);
            refused.push(mistake);
        }
        if refused.iter().any(Option::is_some) {
            let mut problems = Listed::default();
            for (person, visits) in self.everyone() {
                for visit in visits {
                    if let Some(Some(mistake)) = refused.get(self.code_at(visit)) {
                        problems.add(mistake.clone(), || self.place(person, visit));
                    }
                }
            }
            problems.finish().map_or(Ok(()), Err)?;
        }
        for state in &mut self.state {
            *state = places.get(usize::from(*state)).copied().unwrap_or(u8::MAX);
        }
        self.codes = codes;
        Ok(self)
    }
}
