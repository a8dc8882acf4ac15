//! How alike two lines are, for a file whose marks are lost.

use std::collections::HashMap;

/// Below so many words only the very same words will do: “Yes” and “No” are alike in nothing.
const FEW: usize = 4;
const ALIKE: f64 = 0.6;

/// The words of a line and how often each stands there.
pub(super) struct Words {
    counts: HashMap<String, usize>,
    total: usize,
}

impl Words {
    pub(super) fn of(text: &str) -> Self {
        let mut counts: HashMap<String, usize> = HashMap::new();
        let mut total = 0;
        let words = text.split(|letter: char| !letter.is_alphanumeric());
        for word in words.filter(|word| !word.is_empty()) {
            *counts.entry(word.to_lowercase()).or_default() += 1;
            total += 1;
        }
        Self { counts, total }
    }

    /// From 0 to 1; `None` where it is too little to be one and the same line.
    pub(super) fn likeness(&self, other: &Self) -> Option<f64> {
        let (few, many) = (self.total.min(other.total), self.total.max(other.total));
        // Even if all of the shorter stood in the longer. Most pairs end here.
        if few == 0 || 2.0 * (few as f64) < ALIKE * (few + many) as f64 {
            return None;
        }
        let shared: usize = self
            .counts
            .iter()
            .map(|(word, count)| {
                other
                    .counts
                    .get(word)
                    .map_or(0, |others| *count.min(others))
            })
            .sum();
        let likeness = 2.0 * shared as f64 / (few + many) as f64;
        let least = if few < FEW { 1.0 } else { ALIKE };
        (likeness >= least).then_some(likeness)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
            let found = Words::of(line).likeness(&Words::of(other));
            assert_eq!(found.is_some(), expected, "{other}");
        }
        assert!(Words::of("Yes").likeness(&Words::of("yes")).is_some());
        assert!(
            Words::of("Yes, once")
                .likeness(&Words::of("Yes, twice"))
                .is_none()
        );
    }
}
