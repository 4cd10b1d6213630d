//! A test of fit in plain words.

use super::{Cell, FEW, Goodness, Verdict};
use crate::multistate::answer::words::duration;
use crate::multistate::{Model, Scheme};
use crate::number::number;
use crate::{Label, Reason, Source};

fn caution(code: &'static str, nl: String, en: String) -> Reason {
    Reason::new(code, Label::new(nl, en), Vec::new(), Source::default())
}

/// What to be careful with.
pub(super) fn cautions(model: &Model, cells: &[Cell], left_out: f64) -> Vec<Reason> {
    let mut cautions = Vec::new();
    let few = cells.iter().filter(|cell| cell.expected < FEW).count();
    if few * 5 > cells.len() {
        let all = cells.len();
        cautions.push(caution(
            "few-expected",
            format!("In {few} van de {all} cellen worden er minder dan vijf verwacht. De kansen kloppen dan niet goed; minder groepen of de bootstrap helpt."),
            format!("In {few} of {all} cells fewer than five are expected. The probabilities are then not reliable; fewer groups or the bootstrap help."),
        ));
    }
    if left_out > 0.0 {
        let count = number(left_out);
        cautions.push(caution(
            "intervals-left-out",
            format!(
                "{} tussenpozen tellen niet mee, omdat een toestand of een covariaat niet bekend is.",
                count.nl
            ),
            format!("{} intervals are left out, because a state or a covariate is not known.", count.en),
        ));
    }
    let specification = &model.specification;
    if specification.errors.is_some() {
        cautions.push(caution(
            "registered-states",
            "Verwacht is wat er geregistreerd zou worden: waar mensen werkelijk zijn, is afgeleid uit alles wat eerder van hen geregistreerd is, met de kans op een verkeerde registratie. De kansen gelden dan bij benadering; de bootstrap geeft betere.".to_owned(),
            "Expected is what would be registered: where people truly are is derived from all that was registered of them before, with the probability of a wrong registration. The probabilities then hold by approximation; the bootstrap gives better ones.".to_owned(),
        ));
    }
    if !specification.exact_entry.is_empty() || specification.scheme == Scheme::Exact {
        cautions.push(caution(
            "exact-dates",
            "Het einde van een tussenpoos is hier soms de dag van een overgang. Daarvoor is de vergelijking niet gemaakt; gebruik de bootstrap.".to_owned(),
            "The end of an interval is here sometimes the day of a move. The comparison is not made for that; use the bootstrap.".to_owned(),
        ));
    }
    cautions
}

/// The verdict, the probability it rests on, and where it differs most.
pub(super) fn text(model: &Model, found: &Goodness) -> Label {
    let mut sentences = vec![verdict(found)];
    if let Some(cell) = found.worst_cells().next().filter(|_| found.verdict != Verdict::NoMisfit) {
        let (observed, expected) = (number(cell.observed), number(cell.expected));
        let (low, high) = (number(cell.lengths.low), duration(cell.lengths.high, model.specification.unit));
        sentences.push(Label::said(
            format_args!(
                "Het grootste verschil: van {} naar {} bij tussenpozen van {} tot {}: gezien {}, verwacht {}.",
                cell.from, cell.to, low.nl, high.nl, observed.nl, expected.nl
            ),
            format_args!(
                "The largest difference: from {} to {} with intervals of {} to {}: {} observed, {} expected.",
                cell.from, cell.to, low.en, high.en, observed.en, expected.en
            ),
        ));
    }
    sentences.extend(found.cautions.iter().map(|caution| caution.text.clone()));
    Label::join(&sentences, " ")
}

/// Below this a number is written as less than it.
const SMALL: f64 = 5e-7;

fn verdict(found: &Goodness) -> Label {
    let p = match (found.replications, found.p_low, found.p_high) {
        (Some(replications), _, _) if replications.count > 0 => {
            let (p, count) = (number(replications.p), replications.count);
            Label::said(
                format_args!("kans {}, uit {count} trekkingen", p.nl),
                format_args!("probability {}, from {count} draws", p.en),
            )
        }
        (_, Some(_), Some(high)) if high < SMALL => {
            let small = number(high);
            Label::said(format_args!("kans {}", small.nl), format_args!("probability {}", small.en))
        }
        (_, Some(low), Some(high)) => {
            let (low, high) = (number(low), number(high));
            Label::said(
                format_args!("kans tussen {} en {}", low.nl, high.nl),
                format_args!("probability between {} and {}", low.en, high.en),
            )
        }
        (_, None, Some(high)) => {
            let high = number(high);
            Label::said(
                format_args!("kans hoogstens {}", high.nl),
                format_args!("probability at most {}", high.en),
            )
        }
        _ => Label::of("te weinig cellen voor een kans", "too few cells for a probability"),
    };
    let (nl, en) = match found.verdict {
        Verdict::NoMisfit => (
            "De verschillen tussen wat gezien is en wat het model verwacht, kunnen toeval zijn",
            "The differences between what was observed and what the model expects can be chance",
        ),
        Verdict::Misfit => (
            "De verschillen tussen wat gezien is en wat het model verwacht, zijn groter dan toeval verklaart",
            "The differences between what was observed and what the model expects are larger than chance explains",
        ),
        Verdict::Undecided => (
            "Of de verschillen toeval zijn, is zo niet te zeggen. De bootstrap geeft een antwoord",
            "Whether the differences are chance cannot be said this way. The bootstrap gives an answer",
        ),
    };
    Label::said(format_args!("{nl} ({}).", p.nl), format_args!("{en} ({}).", p.en))
}
