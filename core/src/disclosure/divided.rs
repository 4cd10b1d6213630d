//! One question with yes or no, put to people in groups, as a table that can be published.

use super::{Cell, Counts, Shown};

/// How many people there are in a group, of how many of them the answer is known, and of how many it is yes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answered {
    /// Everyone in the group.
    pub people: u64,
    /// Those of whom the answer is known; at most all.
    pub known: u64,
    /// Those of whom it is yes; at most those of whom it is known.
    pub yes: u64,
}

/// The same as far as it may be shown; `None` is withheld.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ShownAnswers {
    /// Everyone in the group.
    pub people: Option<u64>,
    /// Those of whom the answer is known.
    pub known: Option<u64>,
    /// Those of whom it is not; however small it is shown, unless it would give another away.
    pub unknown: Option<u64>,
    /// Those of whom it is yes.
    pub yes: Option<u64>,
    /// Those of whom it is no.
    pub no: Option<u64>,
}

/// The numbers of one group as they are protected.
struct Row {
    people: Cell,
    known: Cell,
    unknown: Cell,
    yes: Cell,
    no: Cell,
}

impl Row {
    fn inner(&self) -> [Cell; 4] {
        [self.known, self.unknown, self.yes, self.no]
    }
}

/// What may be shown of the answers to some questions, and how many numbers are withheld. Of each question the first
/// is everyone, and the others are the groups that everyone is divided into, the same for all questions.
///
/// ```
/// use meedoen::disclosure::{Answered, divided};
/// let of = |people, yes| Answered { people, known: people, yes };
/// let (shown, withheld) = divided(&[vec![of(40, 12), of(20, 10), of(20, 2)]], 5);
/// assert_eq!(shown[0][0].yes, Some(12));
/// // The 2 is withheld, and so is the 10 from which it would follow.
/// assert_eq!([shown[0][1].yes, shown[0][2].yes], [None, None]);
/// assert!(withheld >= 2);
/// ```
pub fn divided(questions: &[Vec<Answered>], smallest: u32) -> (Vec<Vec<ShownAnswers>>, usize) {
    let sizes = sizes(questions.first().map_or(&[], Vec::as_slice), smallest);
    let mut withheld = sizes.iter().filter(|size| size.is_none()).count();
    let shown = questions.iter().map(|question| {
        let (shown, rows) = protect(question, &sizes, smallest);
        let row = |(row, &people): (&Row, &Option<u64>)| {
            withheld += row.inner().into_iter().filter(|&cell| shown.get(cell).is_none()).count();
            ShownAnswers {
                people,
                known: shown.get(row.known),
                unknown: shown.get(row.unknown),
                yes: shown.get(row.yes),
                no: shown.get(row.no),
            }
        };
        rows.iter().zip(&sizes).map(row).collect()
    });
    let shown = shown.collect();
    (shown, withheld)
}

/// How many people there are in all and in each group, as far as that may be shown.
fn sizes(question: &[Answered], smallest: u32) -> Vec<Option<u64>> {
    let mut counts = Counts::default();
    let cells: Vec<Cell> = question.iter().map(|answered| counts.cell(answered.people)).collect();
    if let [all, groups @ ..] = cells.as_slice()
        && !groups.is_empty()
    {
        counts.sum(*all, groups.iter().copied());
    }
    let shown = counts.shown(smallest);
    cells.into_iter().map(|cell| shown.get(cell)).collect()
}

/// The counts of one question. Of a group whose size is withheld nothing is shown: its size would follow.
fn protect(question: &[Answered], sizes: &[Option<u64>], smallest: u32) -> (Shown, Vec<Row>) {
    let mut counts = Counts::default();
    let mut row = |(answered, size): (&Answered, &Option<u64>)| {
        let Answered { people, known, yes } = *answered;
        let mut cell = |count| if size.is_some() { counts.cell(count) } else { counts.withheld(count) };
        let (known_cell, yes, no) = (cell(known), cell(yes), cell(known.saturating_sub(yes)));
        let unknown = people.saturating_sub(known);
        let row = Row {
            known: known_cell,
            // That nobody asked says nothing of anyone.
            unknown: if size.is_some() { counts.harmless(unknown) } else { counts.hidden(unknown) },
            yes,
            no,
            people: if size.is_some() { counts.public(people) } else { counts.withheld(people) },
        };
        counts.sum(row.people, [row.known, row.unknown]);
        counts.sum(row.known, [row.yes, row.no]);
        row
    };
    let rows: Vec<Row> = question.iter().zip(sizes).map(&mut row).collect();
    if let [all, groups @ ..] = rows.as_slice()
        && !groups.is_empty()
    {
        for (index, cell) in all.inner().into_iter().enumerate() {
            counts.sum(cell, groups.iter().filter_map(|row| row.inner().get(index).copied()));
        }
    }
    (counts.shown(smallest), rows)
}
