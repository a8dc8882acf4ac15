//! Times that have a name, by the letter with which a name begins: every wording is held against all of them.

use std::ops::Deref;
use std::sync::Arc;

use crate::model::Period;

/// The template's periods. Copies share them.
#[derive(Debug, Clone, Default)]
pub struct NamedTimes(Arc<ByLetter>);

#[derive(Debug, Default)]
struct ByLetter {
    periods: Vec<Period>,
    /// Index of a period and of one of its words, in their order, by [`folded`] first letter.
    words: Vec<Vec<(usize, usize)>>,
}

/// Every letter beyond ASCII counts as one.
const BEYOND: u8 = 127;

/// The letter by which a name is looked up.
pub fn folded(byte: u8) -> u8 {
    if byte.is_ascii() {
        byte.to_ascii_lowercase()
    } else {
        BEYOND
    }
}

impl NamedTimes {
    /// The names that begin with a letter: which period, and as what it is written.
    pub fn beginning_with(&self, folded: u8) -> impl Iterator<Item = (usize, &str)> {
        let words = self.0.words.get(usize::from(folded));
        words.into_iter().flatten().filter_map(|(period, word)| {
            let written = self.0.periods.get(*period)?.words.get(*word)?;
            Some((*period, written.as_str()))
        })
    }
}

impl From<Vec<Period>> for NamedTimes {
    fn from(periods: Vec<Period>) -> Self {
        let mut words = vec![Vec::new(); usize::from(BEYOND) + 1];
        for (index, period) in periods.iter().enumerate() {
            for (word, written) in period.words.iter().enumerate() {
                let first = written.as_bytes().first().copied().unwrap_or(b' ');
                words[usize::from(folded(first))].push((index, word));
            }
        }
        Self(Arc::new(ByLetter { periods, words }))
    }
}

impl Deref for NamedTimes {
    type Target = [Period];

    fn deref(&self) -> &[Period] {
        &self.0.periods
    }
}

impl PartialEq for NamedTimes {
    fn eq(&self, other: &Self) -> bool {
        self.0.periods == other.0.periods
    }
}
