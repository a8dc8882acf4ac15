//! The same people before and after, on a scale whose steps have an order but no size.

use super::proportion::Interval;
use super::tails::{fair_coin_lower, normal_two_sided};

/// What a scale said of one person before and after. `None`: not asked or not known.
pub type Pair = (Option<i32>, Option<i32>);

/// How people changed, of whom both are known; the others are only counted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// People of whom both are known.
    pub pairs: usize,
    /// Only the later is known.
    pub before_missing: usize,
    /// Only the earlier is known.
    pub after_missing: usize,
    pub both_missing: usize,
    /// Higher after than before; whether that is better, the scale tells.
    pub rose: usize,
    pub same: usize,
    pub fell: usize,
    /// `None` without a pair.
    pub difference: Option<Difference>,
}

/// After less before.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    pub mean: f64,
    pub median: f64,
    /// Of the median, from the order of the differences alone, exact whatever their distribution and with ties never too
    /// narrow. `None` of fewer than six pairs, which no interval of 95 % can be made of.
    ///
    /// Conover, W. J. (1999): Practical nonparametric statistics, 3rd edition. Wiley, section 3.2.
    pub interval: Option<Interval>,
    /// How likely so lopsided ranks are, if nothing changed but by chance. `None` where nobody changed.
    pub p: Option<f64>,
}

/// Up to so many people who changed, every way in which signs can fall is counted.
const COUNTED_UP_TO: usize = 100;

impl Change {
    pub fn of(people: &[Pair]) -> Self {
        let count = |of: &dyn Fn(&Pair) -> bool| people.iter().filter(|one| of(one)).count();
        let mut differences: Vec<i64> = people
            .iter()
            .filter_map(|(before, after)| Some(i64::from((*after)?) - i64::from((*before)?)))
            .collect();
        differences.sort_unstable();
        let fell = differences.partition_point(|one| *one < 0);
        let rose = differences.len() - differences.partition_point(|one| *one <= 0);
        Self {
            pairs: differences.len(),
            before_missing: count(&|one| matches!(one, (None, Some(_)))),
            after_missing: count(&|one| matches!(one, (Some(_), None))),
            both_missing: count(&|one| matches!(one, (None, None))),
            rose,
            same: differences.len() - rose - fell,
            fell,
            difference: Difference::of_sorted(&differences),
        }
    }
}

impl Difference {
    fn of_sorted(differences: &[i64]) -> Option<Self> {
        let count = differences.len();
        let (lower, upper) = (
            differences.get(count.checked_sub(1)? / 2)?,
            differences.get(count / 2)?,
        );
        let interval = fair_coin_lower(count, 0.025).map(|outside| Interval {
            low: differences[outside] as f64,
            high: differences[count - 1 - outside] as f64,
        });
        Some(Self {
            mean: differences.iter().sum::<i64>() as f64 / count as f64,
            median: (lower + upper) as f64 / 2.0,
            interval,
            p: signed_rank(differences),
        })
    }
}

/// The signed-rank test, two-sided. Who did not change is left out; equal changes share their ranks.
///
/// Wilcoxon, F. (1945): Individual comparisons by ranking methods. Biometrics Bulletin 1, 80–83. With ties: Lehmann, E. L.
/// (1975): Nonparametrics. Holden-Day, chapter 3.
fn signed_rank(differences: &[i64]) -> Option<f64> {
    let mut changed: Vec<i64> = differences
        .iter()
        .copied()
        .filter(|one| *one != 0)
        .collect();
    changed.sort_unstable_by_key(|one| one.unsigned_abs());
    // Twice the rank, so that shared ranks are whole numbers.
    let mut ranks: Vec<usize> = Vec::with_capacity(changed.len());
    let mut risen = 0;
    for alike in changed.chunk_by(|one, other| one.unsigned_abs() == other.unsigned_abs()) {
        let rank = 2 * ranks.len() + alike.len() + 1;
        risen += rank * alike.iter().filter(|one| **one > 0).count();
        ranks.extend(alike.iter().map(|_| rank));
    }
    let all: usize = ranks.iter().sum();
    let smaller = risen.min(all - risen);
    match ranks.len() {
        0 => None,
        1..=COUNTED_UP_TO => Some((2.0 * likely_up_to(smaller, &ranks)).min(1.0)),
        _ => {
            let squares: f64 = ranks.iter().map(|rank| (*rank as f64).powi(2)).sum();
            // Half a rank towards the middle, since ranks go by steps.
            let apart = (all as f64 / 2.0 - smaller as f64 - 1.0).max(0.0);
            Some(normal_two_sided(apart / (squares / 4.0).sqrt()))
        }
    }
}

/// How likely the sum of ranks that rose is `sum` at most, each rising or falling by a fair coin.
fn likely_up_to(sum: usize, ranks: &[usize]) -> f64 {
    let mut likely = vec![0.0; sum + 1];
    likely[0] = 1.0;
    for rank in ranks {
        for place in (0..likely.len()).rev() {
            let risen = place.checked_sub(*rank).map_or(0.0, |less| likely[less]);
            likely[place] = (likely[place] + risen) / 2.0;
        }
    }
    likely.iter().sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Before and after, a pair a word; “.”: missing.
    fn people(line: &str) -> Vec<Pair> {
        let one = |word: &str| {
            let (before, after) = word.split_once('>').expect("a pair");
            (before.parse().ok(), after.parse().ok())
        };
        line.split_whitespace().map(one).collect()
    }

    fn with_differences(differences: &[i32]) -> Change {
        let pairs: Vec<Pair> = differences
            .iter()
            .map(|one| (Some(0), Some(*one)))
            .collect();
        Change::of(&pairs)
    }

    #[test]
    fn who_is_missing_is_counted_apart() {
        let change = Change::of(&people("3>7 5>5 8>6 4>. 2>. .>9 .>. 1>2"));
        assert_eq!(change.pairs, 4);
        let missing = (
            change.before_missing,
            change.after_missing,
            change.both_missing,
        );
        assert_eq!(missing, (1, 2, 1));
        assert_eq!((change.rose, change.same, change.fell), (2, 1, 1));
        let difference = change.difference.expect("pairs");
        assert_eq!((difference.mean, difference.median), (0.75, 0.5));
        assert_eq!(difference.interval, None);
        for nobody in ["", ".>3 4>."] {
            let change = Change::of(&people(nobody));
            assert_eq!((change.pairs, change.difference), (0, None), "{nobody}");
        }
    }

    #[test]
    fn the_signed_rank_test_is_exact() {
        // Of n signs, so many of 2ⁿ give a sum of ranks as lopsided; the last two by counting with shared ranks.
        for (differences, p) in [
            (&[0, 0, 0][..], None),
            (&[1], Some(1.0)),
            (&[1, 2, 3, 4, 5], Some(2.0 / 32.0)),
            (&[-1, 2, 3, 4, 5, 0], Some(4.0 / 32.0)),
            (&[1, 2, 3, 4, 5, 6], Some(2.0 / 64.0)),
            (&[1, 1, 1, 1, 1, 1, -1], Some(16.0 / 128.0)),
            (&[2, 2, -1, 3], Some(4.0 / 16.0)),
        ] {
            let found = with_differences(differences).difference.and_then(|it| it.p);
            let same = match (found, p) {
                (Some(found), Some(p)) => (found - p).abs() < 1e-12,
                (found, p) => found == p,
            };
            assert!(same, "{differences:?}: {found:?}");
        }
    }

    #[test]
    fn counting_and_approximation_meet() {
        let differences = |count: i32| -> Vec<i32> {
            let one = |place: i32| {
                if place % 3 == 0 {
                    -(place % 7) - 1
                } else {
                    place % 5 + 1
                }
            };
            (0..count).map(one).collect()
        };
        let p = |count| {
            let found = with_differences(&differences(count));
            found.difference.and_then(|it| it.p).expect("a test")
        };
        // One more person moves little; on one side signs are counted, on the other not.
        let (counted, approximate) = (p(100), p(101));
        assert!(
            (counted / approximate).ln().abs() < 0.3,
            "{counted} {approximate}"
        );
        assert!(counted > 0.0 && counted < 0.2, "{counted}");
    }

    #[test]
    fn the_interval_of_the_median_comes_from_the_order_alone() {
        for (differences, interval) in [
            (&[1, 2, 3, 4, 5][..], None),
            (&[1, 2, 3, 4, 5, 600], Some((1.0, 600.0))),
            (&[9, 8, 7, 6, 5, 4, 3, 2, 1], Some((2.0, 8.0))),
            (&[0, 0, 0, 0, 0, 0, 0, 4], Some((0.0, 4.0))),
        ] {
            let found = with_differences(differences).difference.expect("pairs");
            let found = found.interval.map(|interval| (interval.low, interval.high));
            assert_eq!(found, interval, "{differences:?}");
        }
    }
}
