//! Every coefficient of some codings, with its interval.

use super::chance::{Compared, Disagreement, Lack};
use super::coefficient::{Agreement, Bounds, CoderCount, Coefficient, CoefficientKind};
use super::distance::Distance;
use super::{Codings, Level, Resampling};
use crate::ordered::sort;
use crate::random::Seed;
use crate::{Label, Reason, Source, Vocabulary};

/// Fewer units than this say little; no source gives a number, and this one is illustrative.
const FEW: usize = 20;

/// How far coders agree, beyond what chance would give.
///
/// ```
/// use meedoen::agreement::{Codings, Coder, Resampling, estimate};
/// let given = |codes: &[&str]| codes.iter().map(|code| Some((*code).to_owned())).collect::<Vec<_>>();
/// let coders = vec![
///     Coder::new("anna", given(&["money", "money", "time", "time"])),
///     Coder::new("bas", given(&["money", "time", "time", "time"])),
/// ];
/// let codings = Codings::nominal(&["money", "time"], coders)?;
/// let agreement = estimate(&codings, &Resampling::default());
/// // They differ on 1 of 4; chance would have them differ on 8 of 16.
/// assert_eq!(agreement.coefficients[2].value, Some(0.5));
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Source
/// COC-107
pub fn estimate(codings: &Codings, resampling: &Resampling) -> Agreement {
    let coefficients = coefficients(codings, &wanted(codings), resampling);
    let coded = |place: usize| {
        codings.units().iter().filter(|unit| unit.get(place).copied().flatten().is_some()).count()
    };
    let coders = codings.coders().iter().enumerate();
    Agreement {
        level: codings.level(),
        label: codings.level().label(),
        units: codings.len(),
        coders: coders.map(|(place, id)| CoderCount { id: id.clone(), coded: coded(place) }).collect(),
        cautions: cautions(&coefficients),
        coefficients,
        resampling: *resampling,
        source: Source::facts(&["COC-107"]),
    }
}

/// Krippendorff's alpha by itself: of every unit that two or more people coded.
///
/// ```
/// use meedoen::agreement::{Coder, Codings, Resampling, alpha};
/// let coders = vec![Coder::new("anna", [Some(1.0), Some(2.0)]), Coder::new("bas", [Some(1.0), Some(2.0)])];
/// assert_eq!(alpha(&Codings::interval(coders)?, &Resampling::default()).value, Some(1.0));
/// # Ok::<(), meedoen::Error>(())
/// ```
pub fn alpha(codings: &Codings, resampling: &Resampling) -> Coefficient {
    let (kind, coders, compared) = wanted_alpha(codings);
    let once = vec![1.0; codings.len()];
    let values = drawn(codings.len(), &[&compared], resampling).into_iter().flatten().collect();
    coefficient(kind, coders, &compared, &once, values, resampling)
}

fn coefficients(codings: &Codings, wanted: &[Wanted<'_>], resampling: &Resampling) -> Vec<Coefficient> {
    let once = vec![1.0; codings.len()];
    let compared: Vec<&Compared<'_>> = wanted.iter().map(|(_, _, compared)| compared).collect();
    let drawn = drawn(codings.len(), &compared, resampling);
    let of = |((kind, coders, compared), values): (&Wanted<'_>, Vec<f64>)| {
        coefficient(*kind, coders.clone(), compared, &once, values, resampling)
    };
    wanted.iter().zip(drawn).map(of).collect()
}

fn coefficient(
    kind: CoefficientKind,
    coders: Vec<&String>,
    compared: &Compared<'_>,
    once: &[f64],
    drawn: Vec<f64>,
    resampling: &Resampling,
) -> Coefficient {
    let found = compared.disagreement(once);
    let seen = found.ok();
    Coefficient {
        kind,
        label: kind.label(),
        coders: coders.into_iter().cloned().collect(),
        value: seen.map(Disagreement::coefficient),
        interval: seen.and_then(|_| bounds(drawn, resampling.confidence())),
        observed_disagreement: seen.map(|seen| seen.seen),
        expected_disagreement: seen.map(|seen| seen.by_chance),
        compared: compared.used(),
        left_out: once.len() - compared.used(),
        reasons: vec![reason(kind, found.err())],
    }
}

/// A coefficient to compute: its kind, its coders and what is compared.
type Wanted<'c> = (CoefficientKind, Vec<&'c String>, Compared<'c>);

fn wanted_alpha(codings: &Codings) -> Wanted<'_> {
    let apart = match codings.level() {
        Level::Nominal => Distance::Different,
        Level::Ordinal => Distance::Ranks,
        Level::Interval => Distance::Squared,
        Level::Ratio => Distance::Relative,
    };
    (CoefficientKind::Alpha, codings.coders().iter().collect(), Compared::alpha(codings, apart))
}

fn wanted(codings: &Codings) -> Vec<Wanted<'_>> {
    let mut wanted = vec![wanted_alpha(codings)];
    let weights: &[(CoefficientKind, Distance)] = match codings.level() {
        Level::Nominal => &[(CoefficientKind::CohenKappa, Distance::Different)],
        Level::Ordinal => &[
            (CoefficientKind::CohenKappa, Distance::Different),
            (CoefficientKind::CohenKappaLinear, Distance::Steps),
            (CoefficientKind::CohenKappaQuadratic, Distance::Squared),
        ],
        Level::Interval | Level::Ratio => return wanted,
    };
    let everyone = codings.coders().iter().collect();
    wanted.push((CoefficientKind::FleissKappa, everyone, Compared::fleiss(codings)));
    for (first, one) in codings.coders().iter().enumerate() {
        for (second, other) in codings.coders().iter().enumerate().skip(first + 1) {
            for &(kind, distance) in weights {
                wanted.push((kind, vec![one, other], Compared::cohen(codings, (first, second), distance)));
            }
        }
    }
    wanted
}

/// Each coefficient in each resample in which there is one. A resample is the same for all of them.
fn drawn(units: usize, compared: &[&Compared<'_>], resampling: &Resampling) -> Vec<Vec<f64>> {
    let mut drawn = vec![Vec::new(); compared.len()];
    let count = u32::try_from(units).unwrap_or(u32::MAX);
    if count < 2 {
        return drawn;
    }
    let seed = Seed::new(resampling.seed().into());
    for replication in 0..resampling.replications() {
        let mut stream = seed.stream(replication, 0);
        let mut times = vec![0.0; units];
        for _ in 0..count {
            let place = usize::try_from(stream.below(count)).unwrap_or_default();
            if let Some(times) = times.get_mut(place) {
                *times += 1.0;
            }
        }
        for (compared, values) in compared.iter().zip(&mut drawn) {
            if let Ok(found) = compared.disagreement(&times) {
                values.push(found.coefficient());
            }
        }
    }
    drawn
}

/// The middle part of the values; `None` when there are none.
fn bounds(mut values: Vec<f64>, confidence: f64) -> Option<Bounds> {
    sort(&mut values, f64::total_cmp);
    let tail = (1.0 - confidence) / 2.0;
    let resamples = u32::try_from(values.len()).unwrap_or(u32::MAX);
    Some(Bounds { low: quantile(&values, tail)?, high: quantile(&values, 1.0 - tail)?, resamples })
}

/// The value below which a part of the sorted values lies, between two of them in proportion.
fn quantile(sorted: &[f64], part: f64) -> Option<f64> {
    let last = u32::try_from(sorted.len().checked_sub(1)?).unwrap_or(u32::MAX);
    let place = part * f64::from(last);
    let below = (0..last).take_while(|&index| f64::from(index + 1) <= place).count();
    let low = sorted.get(below).copied()?;
    let high = sorted.get(below + 1).copied().unwrap_or(low);
    let past = place - f64::from(u32::try_from(below).unwrap_or(u32::MAX));
    Some(low + (high - low) * past)
}

fn reason(kind: CoefficientKind, lack: Option<Lack>) -> Reason {
    let (code, text) = match lack {
        Some(Lack::Pairs) => (
            "no-pairs",
            Label::of(
                "er is niets dat deze codeurs samen hebben gecodeerd",
                "there is nothing that these coders both or all coded",
            ),
        ),
        Some(Lack::Variation) => (
            "no-variation",
            Label::of(
                "iedereen gaf overal dezelfde code; ook toeval geeft dan geen verschil",
                "everyone gave the same code everywhere; then chance gives no difference either",
            ),
        ),
        None => (kind.code(), said(kind)),
    };
    Reason::new(code, text, Vec::new(), Source::reference(publication(kind)))
}

fn said(kind: CoefficientKind) -> Label {
    match kind {
        CoefficientKind::Alpha => Label::of(
            "alles wat door twee of meer mensen is gecodeerd telt mee",
            "everything that two or more people coded counts",
        ),
        CoefficientKind::FleissKappa => Label::of(
            "alleen wat iedereen heeft gecodeerd telt mee, zonder volgorde van de codes",
            "only what everyone coded counts, without an order of the codes",
        ),
        CoefficientKind::CohenKappa => Label::of(
            "wat beiden hebben gecodeerd telt mee; elk verschil telt even zwaar",
            "what both coded counts; every difference counts the same",
        ),
        CoefficientKind::CohenKappaLinear => Label::of(
            "wat beiden hebben gecodeerd telt mee; een verschil telt zwaarder naarmate er meer stappen tussen zitten",
            "what both coded counts; a difference counts by how many steps it is",
        ),
        CoefficientKind::CohenKappaQuadratic => Label::of(
            "wat beiden hebben gecodeerd telt mee; een verschil telt met het kwadraat van de stappen ertussen",
            "what both coded counts; a difference counts by the square of its steps",
        ),
    }
}

fn publication(kind: CoefficientKind) -> &'static str {
    match kind {
        CoefficientKind::Alpha => "Krippendorff (2011), Computing Krippendorff's alpha-reliability",
        CoefficientKind::FleissKappa => "Fleiss (1971), Measuring nominal scale agreement among many raters",
        CoefficientKind::CohenKappa => "Cohen (1960), A coefficient of agreement for nominal scales",
        CoefficientKind::CohenKappaLinear | CoefficientKind::CohenKappaQuadratic => {
            "Cohen (1968), Weighted kappa: nominal scale agreement with provision for scaled disagreement or partial credit"
        }
    }
}

fn cautions(coefficients: &[Coefficient]) -> Vec<Label> {
    let mut cautions = vec![Label::of(
        "Een lage overeenstemming is geen fout van iemand: bespreek wat ieder in het verhaal hoorde. De bronnen geven geen grens voor “goed genoeg”.",
        "Low agreement is nobody's mistake: talk about what each heard in the story. The sources give no bound of “good enough”.",
    )];
    let compared = coefficients.first().map_or(0, |alpha| alpha.compared);
    if compared < FEW {
        cautions.push(Label::said(
            format_args!(
                "Slechts {compared} zijn door twee of meer mensen gecodeerd: te weinig om veel op te bouwen."
            ),
            format_args!("Only {compared} were coded by two or more people: too few to build much on."),
        ));
    }
    cautions
}
