//! How alike two lines are, for a file whose marks are lost.

use crate::drafting::WordCounts;

/// Below so many words only the very same words will do: “Yes” and “No” are alike in nothing.
const FEW: usize = 4;
const ALIKE: f64 = 0.6;

/// From 0 to 1; `None` where it is too little to be one and the same line.
pub(super) fn likeness(one: &WordCounts, other: &WordCounts) -> Option<f64> {
    let few = one.total().min(other.total());
    let all = one.total() + other.total();
    // Even if all of the shorter stood in the longer. Most pairs end here.
    if few == 0 || 2.0 * (few as f64) < ALIKE * all as f64 {
        return None;
    }
    let least = if few < FEW { 1.0 } else { ALIKE };
    Some(one.likeness(other)).filter(|likeness| *likeness >= least)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alike(one: &str, other: &str) -> bool {
        likeness(&WordCounts::of(one), &WordCounts::of(other)).is_some()
    }

    #[test]
    fn lines_are_the_same_while_most_of_their_words_are() {
        let line = "4.2 The officer attended at 21:10 and spoke to both.";
        for (other, expected) in [
            (line, true),
            (
                "The officer attended at 21:10 and spoke to them both.",
                true,
            ),
            ("4.2 The health visitor wrote to the school in June.", false),
            ("", false),
        ] {
            assert_eq!(alike(line, other), expected, "{other}");
        }
        assert!(alike("Yes", "yes"));
        assert!(!alike("Yes, once", "Yes, twice"));
    }
}
