//! Elementary functions that give the same bits on every platform.
//!
//! The functions of the platform differ in their last bits between machines and browsers; these go through
//! the pure-Rust `libm`. Nothing else in the crate may call them (see `clippy.toml`).

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
