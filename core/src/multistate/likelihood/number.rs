//! Numbers that eigenvalues can be: real, or complex in pairs whose imaginary parts cancel in every sum.

use crate::math;
use crate::multistate::generator::dot;
use nalgebra::Complex;
use std::ops::{Add, Div, Mul, Sub};

/// A real or a complex number.
pub(super) trait Number:
    Copy
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Mul<f64, Output = Self>
    + Div<Output = Self>
    + From<f64>
{
    /// `e` to its power, by the mathematics of the crate: the numbers' own methods ask the platform.
    fn power_of_e(self) -> Self;

    /// Its real part.
    fn real(self) -> f64;

    /// Its absolute value.
    fn size(self) -> f64;

    /// The sum of products, in a fixed order.
    fn dot(left: &[Self], right: &[Self]) -> Self;
}

impl Number for f64 {
    fn power_of_e(self) -> Self {
        math::exp(self)
    }

    fn real(self) -> f64 {
        self
    }

    fn size(self) -> f64 {
        self.abs()
    }

    fn dot(left: &[Self], right: &[Self]) -> Self {
        dot(left, right)
    }
}

impl Number for Complex<f64> {
    fn power_of_e(self) -> Self {
        let (sine, cosine) = math::sin_cos(self.im);
        Self::new(cosine, sine) * math::exp(self.re)
    }

    fn real(self) -> f64 {
        self.re
    }

    fn size(self) -> f64 {
        math::sqrt(self.norm_sqr())
    }

    fn dot(left: &[Self], right: &[Self]) -> Self {
        left.iter().zip(right).fold(Self::from(0.0), |sum, (a, b)| sum + a * b)
    }
}

/// `into += factor * from`, element by element.
pub(super) fn add_times<N: Number>(factor: N, from: &[N], into: &mut [N]) {
    for (into, from) in into.iter_mut().zip(from) {
        *into = *into + factor * *from;
    }
}
