//! Tagging by keyboard: one key for every weakness, the next entry with one more.

use super::ChronologyState;
use crate::app::Derived;
use crate::model::{Review, Weakness};

/// Keys of the weaknesses: digits, then letters. T is left out, since it ends the mode.
pub const TAG_KEYS: &str = "123456789ABCDEFGHIJKLMNOPQRSUVWXYZ";

/// The tagging bar, while it is open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tagging {
    /// What was set last, in words.
    pub said: String,
    /// What is typed to find a weakness by its name; `None` while keys set tags.
    pub typed: Option<String>,
}

impl ChronologyState {
    /// Whether every chosen entry has the tag, so that its key takes it away.
    pub fn all_have(&self, review: &Review, derived: &Derived, weakness: &str) -> bool {
        !self.selected.is_empty()
            && self
                .selected
                .iter()
                .all(|entry| derived.tags(review, *entry).contains(&weakness))
    }

    /// Opens the bar, with an entry to begin with.
    pub(super) fn begin_tagging(&mut self, review: &Review) {
        self.tagging = Some(Tagging::default());
        if self.selected.is_empty() {
            self.step(review, 1);
        }
    }
}

/// Each weakness of the list with its key. Those of their own have the first keys and parts the next, so that a new part takes no key from a
/// weakness behind it; what is beyond the keys is found by name only.
pub fn tag_keys(review: &Review) -> impl Iterator<Item = (&Weakness, Option<char>)> {
    let list = review.weaknesses.iter();
    let own = list.clone().filter(|weakness| !weakness.is_part()).count();
    let (mut of_own, mut of_parts) = (0, own);
    list.map(move |weakness| {
        let next = match weakness.is_part() {
            true => &mut of_parts,
            false => &mut of_own,
        };
        let place = std::mem::replace(next, *next + 1);
        (weakness, TAG_KEYS.chars().nth(place))
    })
}

/// Weaknesses whose name holds what is typed, those that begin with it first.
pub fn named_like<'a>(review: &'a Review, typed: &str) -> Vec<&'a Weakness> {
    let typed = typed.trim().to_lowercase();
    let weaknesses = &review.weaknesses;
    let name = |weakness: &&Weakness| weakness.name.to_lowercase();
    let mut found: Vec<&Weakness> = weaknesses
        .iter()
        .filter(|weakness| name(weakness).contains(&typed))
        .collect();
    found.sort_by_key(|weakness| !name(weakness).starts_with(&typed));
    found
}

/// “Set on the marked words: No enquiry”.
pub(super) fn words_in_words(review: &Review, weakness: &str) -> String {
    format!("Set on the marked words: {}", review.tag_name(weakness))
}

/// “Set: No enquiry” or “Taken away from 3 entries: No enquiry”.
pub(super) fn in_words(review: &Review, chosen: usize, weakness: &str, set: bool) -> String {
    let name = review.tag_name(weakness);
    match (set, chosen) {
        (true, 1) => format!("Set: {name}"),
        (true, _) => format!("Set on {chosen} entries: {name}"),
        (false, 1) => format!("Taken away: {name}"),
        (false, _) => format!("Taken away from {chosen} entries: {name}"),
    }
}
