//! What two say of the same things, yes or no, with the table itself: a kappa without it hides where they differ.

use super::agreement::{Agreement, beyond_chance};
use super::proportion::Proportion;

/// What one says of a thing, and the other. `None`: not asked, not reached, or no answer.
pub type TwoAccounts = (Option<bool>, Option<bool>);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TwoByTwo {
    /// Both say yes.
    pub both: u64,
    /// The one says yes, the other no.
    pub only_the_one: u64,
    /// The one says no, the other yes.
    pub only_the_other: u64,
    /// Both say no.
    pub neither: u64,
    /// Only the other answered.
    pub the_one_missing: u64,
    /// Only the one answered.
    pub the_other_missing: u64,
    pub both_missing: u64,
}

impl TwoByTwo {
    pub fn of(things: &[TwoAccounts]) -> Self {
        let mut table = Self::default();
        for thing in things {
            *match thing {
                (Some(true), Some(true)) => &mut table.both,
                (Some(true), Some(false)) => &mut table.only_the_one,
                (Some(false), Some(true)) => &mut table.only_the_other,
                (Some(false), Some(false)) => &mut table.neither,
                (None, Some(_)) => &mut table.the_one_missing,
                (Some(_), None) => &mut table.the_other_missing,
                (None, None) => &mut table.both_missing,
            } += 1;
        }
        table
    }

    /// Things of which both spoke.
    pub fn pairs(&self) -> u64 {
        self.both + self.only_the_one + self.only_the_other + self.neither
    }

    /// How many of those of which both spoke they say the same of.
    pub fn alike(&self) -> Option<Proportion> {
        Proportion::of(self.both + self.neither, self.pairs())
    }

    /// Cohen's kappa, of those of which both spoke. `None` without any.
    pub fn agreement(&self) -> Option<Agreement> {
        let all = self.pairs() as f64;
        let observed = self.alike()?.share()?;
        let share = |count: u64| count as f64 / all;
        let one_yes = share(self.both + self.only_the_one);
        let other_yes = share(self.both + self.only_the_other);
        let expected = one_yes * other_yes + (1.0 - one_yes) * (1.0 - other_yes);
        Some(Agreement {
            units: usize::try_from(self.pairs()).ok()?,
            observed,
            expected,
            beyond_chance: beyond_chance(observed, expected),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::cohens_kappa;

    /// A letter a thing, of each: “y”, “n”, “.”.
    fn accounts(one: &str, other: &str) -> Vec<TwoAccounts> {
        let answer = |letter: char| (letter != '.').then_some(letter == 'y');
        one.chars()
            .map(answer)
            .zip(other.chars().map(answer))
            .collect()
    }

    #[test]
    fn the_table_and_its_kappa_agree_with_the_codings() {
        for (one, other, cells, missing) in [
            ("yyynn", "yynyn", [2, 1, 1, 1], [0, 0, 0]),
            ("yy.n.n", "yn..yn", [1, 1, 0, 1], [1, 1, 1]),
            ("nnnn", "nnnn", [0, 0, 0, 4], [0, 0, 0]),
            ("yyyy", "nnnn", [0, 4, 0, 0], [0, 0, 0]),
            (".y", "y.", [0; 4], [1, 1, 0]),
            ("", "", [0; 4], [0; 3]),
        ] {
            let accounts = accounts(one, other);
            let table = TwoByTwo::of(&accounts);
            let found = [
                table.both,
                table.only_the_one,
                table.only_the_other,
                table.neither,
            ];
            assert_eq!(found, cells, "{one} {other}");
            let found = [
                table.the_one_missing,
                table.the_other_missing,
                table.both_missing,
            ];
            assert_eq!(found, missing, "{one} {other}");
            let (ones, others): (Vec<_>, Vec<_>) = accounts.into_iter().unzip();
            let known = cohens_kappa(&ones, &others);
            let kappa = |agreement: Option<Agreement>| {
                let figure = agreement?.beyond_chance?;
                Some((figure * 1e9).round())
            };
            assert_eq!(kappa(table.agreement()), kappa(known), "{one} {other}");
            assert_eq!(
                table.agreement().map(|it| it.units),
                known.map(|it| it.units)
            );
        }
    }

    #[test]
    fn where_both_almost_always_deny_much_is_alike_and_little_beyond_chance() {
        let table = TwoByTwo {
            only_the_one: 1,
            only_the_other: 1,
            neither: 48,
            ..TwoByTwo::default()
        };
        let alike = table.alike().map(|alike| alike.to_string());
        assert_eq!(alike.as_deref(), Some("48/50 (96 %)"));
        let kappa = table.agreement().and_then(|it| it.beyond_chance);
        assert!(kappa.is_some_and(|kappa| kappa < 0.0), "{kappa:?}");
    }
}
