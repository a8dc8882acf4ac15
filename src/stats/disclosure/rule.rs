//! What counts as small, and how well it must be hidden.

use thiserror::Error;

use super::table::Spot;

/// Which counts are too small to be told, and how wide a reader's guess must stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    threshold: u64,
    hides_zeros: bool,
    least_values: u64,
}

/// Why nothing can be released as it is.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refused {
    #[error(
        "A count below {threshold} could not be told from fewer than {least_values} others; set a higher threshold"
    )]
    RuleTooWeak { threshold: u64, least_values: u64 },
    #[error("Table “{table}” has rows of different lengths")]
    Ragged { table: String },
    #[error("Two tables have the key “{key}”")]
    KeyTwice { key: String },
    #[error("Table “{}” has no place for the name “{name}”", spot.table)]
    NoSuchPlace { spot: Spot, name: String },
    #[error("“{name}” is {one} in table “{table}” and {other} in table “{other_table}”")]
    Disagreement {
        name: String,
        one: u64,
        table: String,
        other: u64,
        other_table: String,
    },
    #[error("A count in table “{table}” is too large to be a count of people")]
    TooLarge { table: String },
    #[error("A count in table “{}” cannot be hidden whatever else is left out; leave that table out", spot.table)]
    CannotProtect { spot: Spot },
}

impl Rule {
    /// Counts from 1 to one below `threshold` are left out, 0 as well where `hides_zeros`. Of every count left out, the
    /// highest and the lowest value that a reader must think possible have to span `least_values` whole numbers, 2 at least.
    /// Refused where a small count has fewer than that.
    pub fn new(threshold: u64, hides_zeros: bool, least_values: u64) -> Result<Self, Refused> {
        let rule = Self {
            threshold,
            hides_zeros,
            least_values,
        };
        let values = threshold.saturating_sub(rule.lowest_small());
        if least_values < 2 || values < least_values || threshold > u64::from(u32::MAX) {
            return Err(Refused::RuleTooWeak {
                threshold,
                least_values,
            });
        }
        Ok(rule)
    }

    pub fn threshold(self) -> u64 {
        self.threshold
    }

    pub fn hides_zeros(self) -> bool {
        self.hides_zeros
    }

    pub fn least_values(self) -> u64 {
        self.least_values
    }

    pub fn is_small(self, count: u64) -> bool {
        (self.lowest_small()..self.threshold).contains(&count)
    }

    pub(super) fn lowest_small(self) -> u64 {
        u64::from(!self.hides_zeros)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_that_could_hide_nothing_is_refused() {
        for (threshold, hides_zeros, least_values, holds) in [
            (5, false, 2, true),
            (5, false, 4, true),
            (5, false, 5, false),
            (5, true, 5, true),
            (3, false, 2, true),
            (2, false, 2, false),
            (2, true, 2, true),
            (0, true, 2, false),
            (5, false, 1, false),
            (u64::MAX, false, 2, false),
        ] {
            let rule = Rule::new(threshold, hides_zeros, least_values);
            assert_eq!(
                rule.is_ok(),
                holds,
                "{threshold} {hides_zeros} {least_values}"
            );
        }
    }

    #[test]
    fn zeros_are_small_only_where_it_is_set() {
        for (count, without_zeros, with_zeros) in [
            (0, false, true),
            (1, true, true),
            (4, true, true),
            (5, false, false),
        ] {
            let is_small =
                |hides_zeros| Rule::new(5, hides_zeros, 2).is_ok_and(|rule| rule.is_small(count));
            assert_eq!(
                (is_small(false), is_small(true)),
                (without_zeros, with_zeros),
                "{count}"
            );
        }
    }
}
