use std::collections::HashMap;

/// The words of a text in small letters, and how often each stands there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WordCounts {
    counts: HashMap<String, usize>,
    total: usize,
}

impl WordCounts {
    pub fn of(text: &str) -> Self {
        let mut counts: HashMap<String, usize> = HashMap::new();
        let mut total = 0;
        let words = text.split(|letter: char| !letter.is_alphanumeric());
        for word in words.filter(|word| !word.is_empty()) {
            *counts.entry(word.to_lowercase()).or_default() += 1;
            total += 1;
        }
        Self { counts, total }
    }

    /// How many words there are, each as often as it stands there.
    pub fn total(&self) -> usize {
        self.total
    }

    /// What part of the words of both stands in both, 0 to 1; 0 where neither has any.
    pub fn likeness(&self, other: &Self) -> f64 {
        match self.total + other.total {
            0 => 0.0,
            all => 2.0 * self.shared(other) as f64 / all as f64,
        }
    }

    /// What part of these words stands in `other`, 0 to 1; 0 where there are none.
    pub fn share_in(&self, other: &Self) -> f64 {
        match self.total {
            0 => 0.0,
            all => self.shared(other) as f64 / all as f64,
        }
    }

    fn shared(&self, other: &Self) -> usize {
        let (few, many) = if self.counts.len() <= other.counts.len() {
            (self, other)
        } else {
            (other, self)
        };
        few.counts
            .iter()
            .filter_map(|(word, count)| Some((*count).min(*many.counts.get(word)?)))
            .sum()
    }
}
