//! How many of how many, never one without the other.

use std::fmt;

use super::tails::NORMAL_95;

/// Between what a figure lies, as far as the data tell: 95 of 100 intervals made in this way hold the true one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    pub low: f64,
    pub high: f64,
}

/// `count` of `all`. Shown by `{}` as “12/48 (25 %)”.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proportion {
    count: u64,
    all: u64,
}

/// A percentage in whole numbers, of which neither 0 nor 100 is said where it is not so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Percent {
    /// Some, but fewer than would be rounded to one of a hundred.
    BelowOne,
    Whole(u64),
    /// More than would be rounded to 99, but not all.
    Above99,
}

impl Proportion {
    /// `None` where more are counted than there are.
    pub fn of(count: u64, all: u64) -> Option<Self> {
        (count <= all).then_some(Self { count, all })
    }

    /// How many of `answers` are yes.
    pub fn of_answers(answers: impl IntoIterator<Item = bool>) -> Self {
        let none = Self { count: 0, all: 0 };
        answers.into_iter().fold(none, |so_far, yes| Self {
            count: so_far.count + u64::from(yes),
            all: so_far.all + 1,
        })
    }

    pub fn count(self) -> u64 {
        self.count
    }

    pub fn all(self) -> u64 {
        self.all
    }

    /// 0 to 1. `None` of nobody.
    pub fn share(self) -> Option<f64> {
        (self.all > 0).then(|| self.count as f64 / self.all as f64)
    }

    /// Rounded half up, by whole numbers. `None` of nobody.
    pub fn percent(self) -> Option<Percent> {
        let (count, all) = (u128::from(self.count), u128::from(self.all));
        let rounded = (200 * count + all).checked_div(2 * all)?;
        Some(match u64::try_from(rounded).unwrap_or(u64::MAX) {
            0 if self.count > 0 => Percent::BelowOne,
            100 if self.count < self.all => Percent::Above99,
            whole => Percent::Whole(whole),
        })
    }

    /// The score interval of 95 %, within 0 to 1. `None` of nobody: nothing is known then.
    ///
    /// Wilson, E. B. (1927): Probable inference, the law of succession, and statistical inference. Journal of the American
    /// Statistical Association 22, 209–212.
    pub fn interval(self) -> Option<Interval> {
        let (share, all) = (self.share()?, self.all as f64);
        let square = NORMAL_95 * NORMAL_95;
        let middle = share + square / (2.0 * all);
        let half = NORMAL_95 * (share * (1.0 - share) / all + square / (4.0 * all * all)).sqrt();
        let stretch = 1.0 + square / all;
        let low = ((middle - half) / stretch).max(0.0);
        let high = ((middle + half) / stretch).min(1.0);
        Some(Interval {
            low: if self.count == 0 { 0.0 } else { low },
            high: if self.count == self.all { 1.0 } else { high },
        })
    }

    /// “3/7” of fewer than `fewest`, whom a percentage would make look more certain than they are; else “12/48 (25 %)”.
    pub fn spoken(self, fewest: u64) -> String {
        match self.percent() {
            Some(percent) if self.all >= fewest => {
                format!("{}/{} ({percent})", self.count, self.all)
            }
            _ => format!("{}/{}", self.count, self.all),
        }
    }
}

impl fmt::Display for Proportion {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.spoken(0))
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BelowOne => out.write_str("<1 %"),
            Self::Whole(whole) => write!(out, "{whole} %"),
            Self::Above99 => out.write_str(">99 %"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_is_rounded_half_up_and_never_says_none_or_all_of_some() {
        for (count, all, spoken) in [
            (12, 48, "12/48 (25 %)"),
            (42, 48, "42/48 (88 %)"),
            (1, 8, "1/8 (13 %)"),
            (26, 32, "26/32 (81 %)"),
            (0, 58, "0/58 (0 %)"),
            (58, 58, "58/58 (100 %)"),
            (1, 1_000, "1/1000 (<1 %)"),
            (999, 1_000, "999/1000 (>99 %)"),
            (1, 200, "1/200 (1 %)"),
            (0, 0, "0/0"),
            (
                u64::MAX,
                u64::MAX,
                "18446744073709551615/18446744073709551615 (100 %)",
            ),
        ] {
            let proportion = Proportion::of(count, all).expect("a part");
            assert_eq!(proportion.to_string(), spoken);
        }
        assert_eq!(Proportion::of(3, 2), None);
    }

    #[test]
    fn a_small_group_is_given_no_percentage() {
        for (count, all, fewest, spoken) in [
            (3, 7, 10, "3/7"),
            (3, 10, 10, "3/10 (30 %)"),
            (0, 0, 0, "0/0"),
        ] {
            let proportion = Proportion::of(count, all).expect("a part");
            assert_eq!(proportion.spoken(fewest), spoken);
        }
    }

    #[test]
    fn of_nobody_there_is_no_share_and_no_interval() {
        let nobody = Proportion::of_answers([]);
        assert_eq!((nobody.count(), nobody.all()), (0, 0));
        assert_eq!(nobody.share(), None);
        assert_eq!(nobody.percent(), None);
        assert_eq!(nobody.interval(), None);
        let answers = Proportion::of_answers([true, false, true]);
        assert_eq!(Some(answers), Proportion::of(2, 3));
    }

    #[test]
    fn an_interval_holds_its_share_and_stays_within_none_and_all() {
        for all in 1..60 {
            for count in 0..=all {
                let proportion = Proportion::of(count, all).expect("a part");
                let share = proportion.share().expect("a share");
                let Interval { low, high } = proportion.interval().expect("an interval");
                assert!(
                    0.0 <= low && low <= share && share <= high && high <= 1.0,
                    "{count}/{all}: {low} to {high}"
                );
                assert_eq!(low == 0.0, count == 0, "{count}/{all}");
                assert_eq!(high == 1.0, count == all, "{count}/{all}");
            }
        }
    }
}
