//! The functions by name, with their arguments checked.

use super::{
    beta, bivariate, chi_square, correlation, fisher, gamma, logistic, noncentral, normal, product, rmsea,
    student,
};
use crate::error::{Error, Mistake, Place};
use crate::math::{ln_gamma, shown};
use crate::{Label, document::Problems};

/// What an argument may be: any finite number of a closed interval, or of one without its ends.
#[derive(Clone, Copy)]
enum Domain {
    Closed(f64, f64),
    Open(f64, f64),
}

const ANY: Domain = Domain::Closed(f64::MIN, f64::MAX);
const POSITIVE: Domain = Domain::Open(0.0, f64::MAX);
const NOT_NEGATIVE: Domain = Domain::Closed(0.0, f64::MAX);
const CHANCE: Domain = Domain::Closed(0.0, 1.0);
const BETWEEN: Domain = Domain::Open(0.0, 1.0);
const CORRELATION: Domain = Domain::Closed(-1.0, 1.0);
const REACH: Domain = Domain::Closed(0.0, 1e10);
const ROWS: Domain = Domain::Open(3.0, f64::MAX);

struct Function {
    name: &'static str,
    arguments: &'static [(&'static str, Domain)],
    value: fn(&[f64]) -> Option<f64>,
}

/// A row of the table: the name, the arguments with their domains, and the value.
macro_rules! function {
    ($name:literal, $($argument:ident in $domain:expr),+ => $value:expr) => {
        Function {
            name: $name,
            arguments: &[$((stringify!($argument), $domain)),+],
            value: |arguments| match *arguments {
                [$($argument),+] => Some($value),
                _ => None,
            },
        }
    };
}

const FUNCTIONS: &[Function] = &[
    function!("normal.cdf", x in ANY => normal::cdf(x)),
    function!("normal.sf", x in ANY => normal::sf(x)),
    function!("normal.logcdf", x in ANY => normal::log_cdf(x)),
    function!("normal.pdf", x in ANY => normal::pdf(x)),
    function!("normal.quantile", p in BETWEEN => normal::quantile(p)),
    function!("t.cdf", x in ANY, df in POSITIVE => student::cdf(x, df)),
    function!("t.quantile", p in BETWEEN, df in POSITIVE => student::quantile(p, df)),
    function!("chi2.sf", x in NOT_NEGATIVE, df in POSITIVE => chi_square::sf(x, df)),
    function!("chi2.quantile", p in BETWEEN, df in POSITIVE => chi_square::quantile(p, df)),
    function!("ncchi2.cdf", x in NOT_NEGATIVE, df in POSITIVE, ncp in REACH => noncentral::cdf(x, df, ncp)),
    function!("f.sf", x in NOT_NEGATIVE, d1 in POSITIVE, d2 in POSITIVE => fisher::sf(x, d1, d2)),
    function!("f.quantile", p in BETWEEN, d1 in POSITIVE, d2 in POSITIVE => fisher::quantile(p, d1, d2)),
    function!("beta.cdf", x in CHANCE, a in POSITIVE, b in POSITIVE => beta::cdf(x, a, b)),
    function!("beta.quantile", p in BETWEEN, a in POSITIVE, b in POSITIVE => beta::quantile(p, a, b)),
    function!("lgamma", x in POSITIVE => ln_gamma(x)),
    function!("lbeta", a in POSITIVE, b in POSITIVE => gamma::ln_beta(a, b)),
    function!("logistic.cdf", x in ANY => logistic::cdf(x)),
    function!("log1pexp", x in ANY => logistic::log1pexp(x)),
    function!("binormal.cdf", h in ANY, k in ANY, rho in CORRELATION => bivariate::cdf(h, k, rho)),
    function!("product.quantile", p in BETWEEN, a in ANY, se_a in POSITIVE, b in ANY, se_b in POSITIVE
        => product::quantile(p, (a, se_a), (b, se_b))),
    function!("correlation.low", r in CORRELATION, n in ROWS => correlation::interval(r, n).0),
    function!("correlation.high", r in CORRELATION, n in ROWS => correlation::interval(r, n).1),
    function!("correlation.p", r in CORRELATION, n in ROWS => correlation::p_value(r, n)),
    function!("rmsea", chi2 in REACH, df in POSITIVE, n in POSITIVE => rmsea::value(chi2, df, n)),
    function!("rmsea.low", chi2 in REACH, df in POSITIVE, n in POSITIVE => rmsea::interval(chi2, df, n).0),
    function!("rmsea.high", chi2 in REACH, df in POSITIVE, n in POSITIVE => rmsea::interval(chi2, df, n).1),
    function!("rmsea.pclose", chi2 in REACH, df in POSITIVE, n in POSITIVE => rmsea::p_close(chi2, df, n)),
];

impl Domain {
    fn refuse(self, value: f64) -> Option<Mistake> {
        let ((min, max), inside) = match self {
            Self::Closed(min, max) => ((min, max), value >= min && value <= max),
            Self::Open(min, max) => ((min, max), value > min && value < max),
        };
        (!inside).then(|| Mistake::OutsideRange { value: shown(value), min, max })
    }
}

/// The names of the functions that [`value`] knows.
///
/// ```
/// assert!(meedoen::distribution::names().any(|name| name == "chi2.sf"));
/// ```
pub fn names() -> impl Iterator<Item = &'static str> {
    FUNCTIONS.iter().map(|function| function.name)
}

/// The value of a function by its name, such as `t.quantile` of `[0.975, 57]`.
///
/// ```
/// let median = meedoen::distribution::value("chi2.quantile", &[0.5, 2.0])?;
/// assert!((median - 2.0 * meedoen::math::ln(2.0)).abs() < 1e-14);
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Errors
/// `unknown-code`, `wrong-length`, or `outside-range` for each argument outside its domain.
pub fn value(name: &str, arguments: &[f64]) -> Result<f64, Error> {
    let problems = Problems::default();
    let Some(function) = FUNCTIONS.iter().find(|function| function.name == name) else {
        let expected = names().map(str::to_owned).collect();
        let what = Label::of("de functie", "function");
        let mistake = Mistake::UnknownCode { what, value: name.to_owned(), expected };
        problems.add(mistake, Place::default().at("function"));
        return problems.finish(None);
    };
    let place = Place::default().at("arguments");
    let expected = function.arguments.len();
    if arguments.len() != expected {
        problems.add(Mistake::WrongLength { found: arguments.len(), expected }, place.clone());
    }
    for (index, (value, (_, domain))) in arguments.iter().zip(function.arguments).enumerate() {
        if let Some(mistake) = domain.refuse(*value) {
            problems.add(mistake, place.element(index + 1));
        }
    }
    problems.finish((function.value)(arguments))
}
