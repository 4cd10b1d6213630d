//! Figures computed from estimates: a value with its slope by every parameter, which is what the delta method asks.

use crate::Label;
use crate::document::written_number;
use crate::error::{Error, Mistake};
use crate::math::{exp, ln, pow, sqrt};
use nalgebra::DVector;

/// A value with its slope by every free parameter.
#[derive(Clone, Debug)]
pub(super) struct Graded {
    pub(super) value: f64,
    pub(super) slope: DVector<f64>,
}

impl Graded {
    pub(super) fn constant(value: f64, parameters: usize) -> Self {
        Self { value, slope: DVector::zeros(parameters) }
    }

    pub(super) fn times(&self, other: &Self) -> Self {
        Self { value: self.value * other.value, slope: &self.slope * other.value + &other.slope * self.value }
    }

    fn plus(&self, other: &Self, sign: f64) -> Self {
        Self { value: self.value + sign * other.value, slope: &self.slope + &other.slope * sign }
    }

    fn over(&self, other: &Self) -> Self {
        let inverse = 1.0 / other.value;
        let turned = Self { value: inverse, slope: &other.slope * (-inverse * inverse) };
        self.times(&turned)
    }

    fn through(&self, value: f64, slope: f64) -> Self {
        Self { value, slope: &self.slope * slope }
    }

    fn to_the(&self, other: &Self) -> Self {
        let value = pow(self.value, other.value);
        let by_base = other.value * pow(self.value, other.value - 1.0);
        let mut slope = &self.slope * by_base;
        if other.slope.iter().any(|part| *part != 0.0) {
            slope += &other.slope * (value * ln(self.value));
        }
        Self { value, slope }
    }
}

/// The value of an expression in names, numbers, `+ - * / ^`, brackets, and `exp`, `log`, `sqrt`, `abs`.
///
/// # Errors
/// `not-understood` for what cannot be read, `undefined` for a name that has no value.
pub(super) fn evaluate(
    text: &str,
    parameters: usize,
    named: &dyn Fn(&str) -> Option<Graded>,
) -> Result<Graded, Error> {
    let mut reader = Reader { rest: text, whole: text, parameters, named, depth: 0 };
    let value = reader.sum()?;
    if reader.rest.trim().is_empty() { Ok(value) } else { Err(reader.refuse()) }
}

struct Reader<'a> {
    rest: &'a str,
    whole: &'a str,
    parameters: usize,
    named: &'a dyn Fn(&str) -> Option<Graded>,
    depth: usize,
}

impl Reader<'_> {
    fn refuse(&self) -> Error {
        let expected = Label::of("een berekening zoals `a*b + c`", "a computation such as `a*b + c`");
        Mistake::NotUnderstood { text: self.whole.to_owned(), expected }.into()
    }

    fn take(&mut self, signs: &[char]) -> Option<char> {
        self.rest = self.rest.trim_start();
        let sign = self.rest.chars().next().filter(|sign| signs.contains(sign))?;
        self.rest = self.rest.get(sign.len_utf8()..).unwrap_or_default();
        Some(sign)
    }

    fn sum(&mut self) -> Result<Graded, Error> {
        let mut value = self.product()?;
        while let Some(sign) = self.take(&['+', '-']) {
            let next = self.product()?;
            value = value.plus(&next, if sign == '+' { 1.0 } else { -1.0 });
        }
        Ok(value)
    }

    fn product(&mut self) -> Result<Graded, Error> {
        let mut value = self.signed()?;
        while let Some(sign) = self.take(&['*', '/']) {
            let next = self.signed()?;
            value = if sign == '*' { value.times(&next) } else { value.over(&next) };
        }
        Ok(value)
    }

    fn signed(&mut self) -> Result<Graded, Error> {
        // A long row of signs or brackets must not exhaust the stack.
        self.depth += 1;
        if self.depth > 64 {
            return Err(self.refuse());
        }
        let value = match self.take(&['+', '-']) {
            Some('-') => self.signed().map(|value| value.through(-value.value, -1.0)),
            Some(_) => self.signed(),
            None => self.power(),
        };
        self.depth -= 1;
        value
    }

    fn power(&mut self) -> Result<Graded, Error> {
        let base = self.atom()?;
        match self.take(&['^']) {
            Some(_) => Ok(base.to_the(&self.signed()?)),
            None => Ok(base),
        }
    }

    fn brackets(&mut self) -> Result<Graded, Error> {
        let value = self.sum()?;
        if self.take(&[')']).is_some() { Ok(value) } else { Err(self.refuse()) }
    }

    fn atom(&mut self) -> Result<Graded, Error> {
        if self.take(&['(']).is_some() {
            return self.brackets();
        }
        // A name may have letters of any alphabet; what of them is none is part of no name that was given.
        let is_part = |letter: char| {
            letter.is_ascii_alphanumeric() || !letter.is_ascii() || matches!(letter, '_' | '.')
        };
        let end = self.rest.find(|letter| !is_part(letter)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at_checked(end).unwrap_or_default();
        if word.is_empty() {
            return Err(self.refuse());
        }
        if word.starts_with(|first: char| first.is_ascii_digit() || first == '.') {
            return self.number();
        }
        self.rest = rest;
        if self.take(&['(']).is_some() {
            let inner = self.brackets()?;
            let x = inner.value;
            return match word {
                "exp" => Ok(inner.through(exp(x), exp(x))),
                "log" => Ok(inner.through(ln(x), 1.0 / x)),
                "sqrt" => Ok(inner.through(sqrt(x), 0.5 / sqrt(x))),
                "abs" => Ok(inner.through(x.abs(), x.signum())),
                _ => Err(self.refuse()),
            };
        }
        (self.named)(word).ok_or_else(|| {
            let what = Label::of("de naam", "name");
            Mistake::Undefined { what, id: word.to_owned() }.into()
        })
    }

    /// A number, perhaps with an exponent, whose sign is no operator.
    fn number(&mut self) -> Result<Graded, Error> {
        let bytes = self.rest.as_bytes();
        let of_number = |index: usize, byte: u8| {
            let after_e = index > 0 && bytes.get(index - 1).is_some_and(|e| matches!(e, b'e' | b'E'));
            byte.is_ascii_digit()
                || matches!(byte, b'.' | b'e' | b'E')
                || (matches!(byte, b'+' | b'-') && after_e)
        };
        let end = bytes
            .iter()
            .enumerate()
            .find(|(index, byte)| !of_number(*index, **byte))
            .map_or(bytes.len(), |(index, _)| index);
        let (digits, rest) = self.rest.split_at_checked(end).unwrap_or_default();
        let value = written_number(digits).ok_or_else(|| self.refuse())?;
        self.rest = rest;
        Ok(Graded::constant(value, self.parameters))
    }
}

#[cfg(test)]
mod tests {
    use super::{Graded, evaluate};
    use nalgebra::DVector;

    #[test]
    fn values_and_slopes_are_those_worked_by_hand() -> Result<(), crate::Error> {
        let named = |name: &str| match name {
            "a" => Some(Graded { value: 2.0, slope: DVector::from_vec(vec![1.0, 0.0]) }),
            "b" => Some(Graded { value: 3.0, slope: DVector::from_vec(vec![0.0, 1.0]) }),
            _ => None,
        };
        for (text, value, slope) in [
            ("a*b", 6.0, [3.0, 2.0]),
            ("-a^2 + 1e1", 6.0, [-4.0, 0.0]),
            ("a / (a + b)", 0.4, [0.12, -0.08]),
            ("2*(a - b)*b", -6.0, [6.0, -8.0]),
            ("sqrt(a*a) - abs(-b)", -1.0, [1.0, -1.0]),
        ] {
            let found = evaluate(text, 2, &named)?;
            assert!((found.value - value).abs() < 1e-12, "{text}: {}", found.value);
            assert!((found.slope - DVector::from_row_slice(&slope)).amax() < 1e-12, "{text}");
        }
        for wrong in ["", "a b", "a*", "(a", "c + 1", "a**b", &"(".repeat(100_000)] {
            assert!(evaluate(wrong, 2, &named).is_err(), "{}", &wrong[..wrong.len().min(9)]);
        }
        Ok(())
    }
}
