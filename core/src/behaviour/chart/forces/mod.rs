//! The field of forces around one person.

mod marks;
mod rows;

use super::{seen_by, texts, title, told, unknown};
use crate::Language;
use crate::behaviour::{InterventionReview, Proposal, SanctionWarning, review_interventions};
use crate::chart::{Chart, Frame, pick, sentence};

/// The room for the names of the determinants, in pixels.
const NAMES: u32 = 154;
/// The room for the forces, in pixels; the interventions stand right of it.
const FORCES: u32 = 208;

/// Draws the forces for and against the behaviour, and what each role would do about which of them.
///
/// An arrow to the left works against the behaviour, one to the right supports it, and a diamond between them
/// does neither clearly; what is unknown has a dashed outline over both sides. Beside each determinant stand
/// the interventions the sources tie to it, and in the last rows those they tie to none. The subtitle gives
/// what the sources let one say of the whole.
///
/// ```
/// use meedoen::behaviour::{field_of_forces_chart, Intervention, InterventionSet, Profile, Proposal, Role};
/// use meedoen::{Label, Language, Perspective};
/// let profile = Profile::new(Label::of("werk zoeken", "looking for work"), Perspective::Professional);
/// let interventions = InterventionSet::default().with(Role::ClientManager, Intervention::PositiveOutlook);
/// let chart = field_of_forces_chart(&Proposal { profile, interventions }, Language::Nl);
/// assert_eq!(chart.spec()["title"]["text"][0], "Krachtenveld – werk zoeken");
/// assert_eq!(chart.spec()["title"]["subtitle"][0], "De bron beschrijft deze combinatie niet.");
/// ```
///
/// # Source
/// IBM-38…57
pub fn field_of_forces_chart(proposal: &Proposal, language: Language) -> Chart {
    let review = review_interventions(proposal);
    let (rows, table) = rows::rows(&review, language);
    frame(&review, language).chart(table, 44, marks::layers(&rows, language))
}

fn frame(review: &InterventionReview, language: Language) -> Frame {
    let assessment = &review.assessment;
    let title = title(pick(language, "Krachtenveld", "Field of forces"), assessment, language);
    let sanction = (review.sanction.warning == Some(SanctionWarning::MayBlock))
        .then(|| sentence(review.sanction.label.in_language(language)));
    let findings: Vec<String> = std::iter::once(verdict(review, language))
        .chain(sanction)
        .chain(unknown(assessment, language))
        .chain([seen_by(assessment, language)])
        .collect();
    let mut caption = Vec::new();
    if review.field_of_forces.field.is_some() {
        let why = texts(&review.field_of_forces.reasons, language);
        caption.push(sentence(&format!("{}: {why}", pick(language, "Waarom", "Why"))));
    }
    if !review.interventions.is_empty() {
        let key = pick(
            language,
            "Gevuld teken: genoemd in de bronnen. Open teken: alleen helpen ermee om te gaan, beperkte middelen, of niet genoemd.",
            "Filled mark: named in the sources. Open mark: coping only, limited means, or not named.",
        );
        caption.push(key.to_owned());
    }
    caption.push(sentence(review.method.note.in_language(language)));
    let who_does_what = pick(language, "Wie wat doet", "Who does what");
    let done: Vec<&str> = review.interventions.iter().map(|view| view.label.in_language(language)).collect();
    let done = if done.is_empty() { pick(language, "niets", "nothing").to_owned() } else { done.join("; ") };
    let description = format!(
        "{} {} {} {who_does_what}: {done}.",
        sentence(&title),
        findings.join(" "),
        told(assessment, language)
    );
    Frame { title, findings, caption, description, left: NAMES, below: 14 }
}

/// What the sources let one say of the whole, or what that depends on.
fn verdict(review: &InterventionReview, language: Language) -> String {
    let field = &review.field_of_forces;
    let label = field.label.in_language(language);
    if field.field.is_some() {
        return sentence(label);
    }
    let depends = pick(language, "Hangt af van wat nog onbekend is", "Depends on what is not known yet");
    let ask = pick(language, "Eerst te vragen", "To ask first");
    let next =
        field.next_question.as_ref().map(|next| format!(" {ask}: {}", next.text.in_language(language)));
    format!("{depends}: {label}.{}", next.unwrap_or_default())
}
