//! Elementary functions that give the same bits on every platform.
//!
//! The functions of the platform differ in their last bits between machines and browsers; these go through
//! the pure-Rust `libm`. Nothing else in the crate may call them (see `clippy.toml`).

/// A number as people read it: the shortest digits that stand for it, without a needless “.0”.
///
/// It goes through the writer of documents, so that a message and a document show the same digits, and a web page
/// does not carry two of them.
///
/// ```
/// assert_eq!(meedoen::math::shown(5.0), "5");
/// assert_eq!(meedoen::math::shown(0.1), "0.1");
/// assert_eq!(meedoen::math::shown(-0.0), "0");
/// ```
pub fn shown(number: f64) -> String {
    // Minus nothing is nothing.
    let Some(finite) = serde_json::Number::from_f64(number + 0.0) else {
        return if number.is_nan() {
            "NaN"
        } else if number > 0.0 {
            "inf"
        } else {
            "-inf"
        }
        .to_owned();
    };
    let digits = finite.to_string();
    digits.strip_suffix(".0").map_or_else(|| digits.clone(), str::to_owned)
}

/// The nearest representable value to `e` to the power `x`, the same on every platform.
///
/// ```
/// assert_eq!(meedoen::math::exp(0.0), 1.0);
/// ```
pub fn exp(x: f64) -> f64 {
    libm::exp(x)
}

/// The natural logarithm, the same on every platform; NaN below zero.
///
/// ```
/// assert_eq!(meedoen::math::ln(1.0), 0.0);
/// ```
pub fn ln(x: f64) -> f64 {
    libm::log(x)
}

/// `x` to the power `y`, the same on every platform.
///
/// ```
/// assert_eq!(meedoen::math::pow(2.0, 10.0), 1024.0);
/// ```
pub fn pow(x: f64, y: f64) -> f64 {
    libm::pow(x, y)
}

/// The square root, which every platform rounds correctly; NaN below zero.
///
/// ```
/// assert_eq!(meedoen::math::sqrt(9.0), 3.0);
/// ```
pub fn sqrt(x: f64) -> f64 {
    x.sqrt()
}

/// The natural logarithm of `1 + x`, exact for small `x`; NaN below −1.
///
/// ```
/// assert_eq!(meedoen::math::ln_1p(1e-30), 1e-30);
/// ```
pub fn ln_1p(x: f64) -> f64 {
    libm::log1p(x)
}

/// The sine and the cosine of an angle in radians.
///
/// ```
/// assert_eq!(meedoen::math::sin_cos(0.0), (0.0, 1.0));
/// ```
pub fn sin_cos(x: f64) -> (f64, f64) {
    libm::sincos(x)
}

/// The angle in radians whose sine is `x`; NaN outside −1 to 1.
///
/// ```
/// assert_eq!(meedoen::math::asin(0.0), 0.0);
/// ```
pub fn asin(x: f64) -> f64 {
    libm::asin(x)
}

/// The hyperbolic tangent.
///
/// ```
/// assert_eq!(meedoen::math::tanh(0.0), 0.0);
/// ```
pub fn tanh(x: f64) -> f64 {
    libm::tanh(x)
}

/// The number whose hyperbolic tangent is `x`; infinite at −1 and 1, NaN outside them.
///
/// ```
/// assert_eq!(meedoen::math::atanh(0.0), 0.0);
/// ```
pub fn atanh(x: f64) -> f64 {
    libm::atanh(x)
}

/// The complementary error function, `2 / √π` times the integral of `exp(−t²)` from `x` up.
///
/// ```
/// assert_eq!(meedoen::math::erfc(0.0), 1.0);
/// ```
pub fn erfc(x: f64) -> f64 {
    libm::erfc(x)
}

/// The natural logarithm of the gamma function's absolute value; infinite at zero and the whole numbers below.
///
/// ```
/// assert_eq!(meedoen::math::ln_gamma(1.0), 0.0);
/// ```
pub fn ln_gamma(x: f64) -> f64 {
    libm::lgamma(x)
}
