//! Where many comparisons are looked at, some look striking by chance alone.

use std::fmt;

/// The p-values of `found`, in the same order, so adjusted that below `level` stands a false one in no more than `level` of
/// all such lists, however many comparisons are in it. What is no number counts as 1.
///
/// Holm, S. (1979): A simple sequentially rejective multiple test procedure. Scandinavian Journal of Statistics 6, 65–70.
pub fn holm(found: &[f64]) -> Vec<f64> {
    let certain = |p: f64| if p.is_nan() { 1.0 } else { p.clamp(0.0, 1.0) };
    let mut order: Vec<usize> = (0..found.len()).collect();
    order.sort_by(|one, other| certain(found[*one]).total_cmp(&certain(found[*other])));
    let mut adjusted = vec![1.0; found.len()];
    let mut highest: f64 = 0.0;
    for (before, place) in order.into_iter().enumerate() {
        let left = (found.len() - before) as f64;
        highest = highest.max((certain(found[place]) * left).min(1.0));
        adjusted[place] = highest;
    }
    adjusted
}

/// What must be said wherever one of several comparisons is told. Shown by `{}` as a sentence or two.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LookedAt {
    /// Comparisons that gave a p-value.
    pub comparisons: usize,
    /// Comparisons that were asked for, but of which too little was known.
    pub without_answer: usize,
    /// Below which a p-value counts as striking, 0 to 1.
    pub level: f64,
    /// Below it as they are.
    pub striking: usize,
    /// Below it after Holm's adjustment.
    pub still_striking: usize,
}

impl LookedAt {
    /// `found`: every comparison that was looked at, also those that are not told.
    pub fn of(found: &[Option<f64>], level: f64) -> Self {
        let answers: Vec<f64> = found.iter().copied().flatten().collect();
        let below = |figures: &[f64]| figures.iter().filter(|p| **p < level).count();
        Self {
            comparisons: answers.len(),
            without_answer: found.len() - answers.len(),
            level,
            striking: below(&answers),
            still_striking: below(&holm(&answers)),
        }
    }

    /// So many would be striking on the average, if nothing differed.
    pub fn striking_by_chance(&self) -> f64 {
        self.comparisons as f64 * self.level
    }
}

impl fmt::Display for LookedAt {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            comparisons,
            striking,
            still_striking,
            level,
            ..
        } = self;
        match comparisons {
            0 => out.write_str("No comparison could be made.")?,
            1 => write!(out, "One comparison was made; its p-value is as found.")?,
            _ => write!(
                out,
                "{comparisons} comparisons were made; if nothing differed, about {:.1} of them would have a p-value below \
                 {level} by chance. Found below it: {striking}; after Holm’s adjustment: {still_striking}.",
                self.striking_by_chance()
            )?,
        }
        if self.without_answer > 0 {
            write!(
                out,
                " Too little was known for {} more.",
                self.without_answer
            )?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_adjustment_is_as_in_worked_examples() {
        for (found, adjusted) in [
            (&[][..], &[][..]),
            (&[0.03], &[0.03]),
            (&[0.01, 0.04, 0.03, 0.005], &[0.03, 0.06, 0.06, 0.02]),
            (&[0.5, 0.6, 0.9], &[1.0, 1.0, 1.0]),
            (&[0.02, 0.02], &[0.04, 0.04]),
            (&[f64::NAN, 0.01], &[1.0, 0.02]),
        ] {
            let result = holm(found);
            assert_eq!(result.len(), adjusted.len());
            for (one, other) in result.iter().zip(adjusted) {
                assert!((one - other).abs() < 1e-12, "{found:?}: {result:?}");
            }
        }
    }

    #[test]
    fn how_many_were_looked_at_is_said() {
        for (found, said) in [
            (&[][..], "No comparison could be made."),
            (
                &[Some(0.01), Some(0.04), None, Some(0.03), Some(0.005)],
                "4 comparisons were made; if nothing differed, about 0.2 of them would have a p-value below 0.05 by \
                 chance. Found below it: 4; after Holm’s adjustment: 2. Too little was known for 1 more.",
            ),
            (
                &[Some(0.04)],
                "One comparison was made; its p-value is as found.",
            ),
        ] {
            assert_eq!(LookedAt::of(found, 0.05).to_string(), said);
        }
    }
}
