//! Where the words of a paragraph went that was joined with another.

use std::cell::OnceCell;

use super::ledger::{ParagraphPlace, ParagraphPlaces};
use super::likeness::WordCounts;
use crate::model::ParagraphId;

/// So many of a paragraph's words stand in the one that it was joined with.
const LEAST_SHARE: f64 = 0.9;
/// Shorter ones may stand anywhere by chance.
const FEWEST_WORDS: usize = 5;

/// The paragraphs of the draft as it is now, by their words, which are counted once somebody asks.
pub(super) struct Joined<'a> {
    now: &'a ParagraphPlaces,
    words: OnceCell<Vec<(ParagraphId, &'a ParagraphPlace, WordCounts)>>,
}

impl<'a> Joined<'a> {
    pub(super) fn of(now: &'a ParagraphPlaces) -> Self {
        Self {
            now,
            words: OnceCell::new(),
        }
    }

    /// The paragraph of the same section that holds the words of one that is gone.
    pub(super) fn with(&self, gone: &ParagraphPlace) -> Option<ParagraphId> {
        let sought = WordCounts::of(&gone.text);
        if sought.total() < FEWEST_WORDS {
            return None;
        }
        let words = self.words.get_or_init(|| {
            let all = self.now.all().into_iter();
            all.map(|(id, place)| (id, place, WordCounts::of(&place.text)))
                .collect()
        });
        words
            .iter()
            .filter(|(_, place, _)| place.section == gone.section)
            .map(|(id, _, words)| (sought.share_in(words), *id))
            .filter(|(share, _)| *share >= LEAST_SHARE)
            .max_by(|one, other| one.0.total_cmp(&other.0))
            .map(|(_, id)| id)
    }
}
