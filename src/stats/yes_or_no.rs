//! Krippendorff's alpha of codings that are yes or no, as sums that can be added: what drawing many samples needs.

use std::iter::Sum;
use std::ops::Add;

/// What coders made of one or more units. Units with fewer than two codings add nothing.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct YesOrNo {
    /// Units with two codings at least.
    pub units: usize,
    pub codings: usize,
    pub yes: usize,
    /// Pairs of codings alike, each unit weighing as much as it has codings.
    alike: f64,
}

impl YesOrNo {
    /// One unit, of which `yes` of `codings` said yes.
    pub fn of(yes: usize, codings: usize) -> Self {
        if codings < 2 {
            return Self::default();
        }
        let (yeses, noes) = (yes as f64, (codings - yes) as f64);
        let pairs = yeses * (yeses - 1.0) + noes * (noes - 1.0);
        Self {
            units: 1,
            codings,
            yes,
            alike: pairs / (codings as f64 - 1.0),
        }
    }

    /// The share of pairs of codings that are alike, 0 to 1; of two coders, the share of units. `None` where there is no unit.
    pub fn observed(&self) -> Option<f64> {
        (self.codings > 0).then(|| self.alike / self.codings as f64)
    }

    /// Krippendorff's alpha. `None` where there is no unit, or all codings are the same: then there is nothing to agree about.
    pub fn alpha(&self) -> Option<f64> {
        let (all, yes) = (self.codings as f64, self.yes as f64);
        let no = all - yes;
        let expected_apart = 2.0 * yes * no / (all * (all - 1.0));
        let apart = 1.0 - self.observed()?;
        (self.yes > 0 && self.yes < self.codings).then(|| 1.0 - apart / expected_apart)
    }
}

impl Add for YesOrNo {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            units: self.units + other.units,
            codings: self.codings + other.codings,
            yes: self.yes + other.yes,
            alike: self.alike + other.alike,
        }
    }
}

impl Sum for YesOrNo {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::krippendorffs_alpha;

    #[test]
    fn sums_give_the_same_alpha_as_the_codings() {
        // The first is Krippendorff's own example (2011, part B): 0.095.
        for (units, alpha) in [
            (
                vec!["01", "11", "01", "00", "00", "01", "00", "00", "10", "00"],
                Some(0.095),
            ),
            (vec!["011", "1.1", "0..", "...", "000", "111", "01."], None),
            (vec!["00", "00", "0."], None),
            (vec![], None),
        ] {
            let codings: Vec<Vec<Option<char>>> = units
                .iter()
                .map(|unit| {
                    unit.chars()
                        .map(|one| (one != '.').then_some(one))
                        .collect()
                })
                .collect();
            let sums = codings.iter().map(|unit| {
                let given: Vec<char> = unit.iter().flatten().copied().collect();
                let yes = given.iter().filter(|one| **one == '1').count();
                YesOrNo::of(yes, given.len())
            });
            let sums: YesOrNo = sums.sum();
            let known = krippendorffs_alpha(&codings);
            let same = |one: Option<f64>, other: Option<f64>| match (one, other) {
                (Some(one), Some(other)) => (one - other).abs() < 1e-12,
                (one, other) => one == other,
            };
            assert!(
                same(sums.alpha(), known.and_then(|known| known.beyond_chance)),
                "{units:?}"
            );
            assert!(
                same(sums.observed(), known.map(|known| known.observed)),
                "{units:?}"
            );
            assert_eq!(
                sums.units,
                known.map_or(0, |known| known.units),
                "{units:?}"
            );
            if let Some(alpha) = alpha {
                assert!((sums.alpha().expect("a figure") - alpha).abs() < 0.0005);
            }
        }
    }
}
