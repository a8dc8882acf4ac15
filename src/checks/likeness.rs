//! How alike two remarks are in what they speak of.

use std::collections::HashMap;

/// Words shorter than this say little.
const SHORTEST: usize = 3;
/// Letters of a word that count, so that “diagnosed” and “diagnosis” are one.
const STEM: usize = 6;
/// Words that any remark may hold.
const EVERYWHERE: [&str; 75] = [
    "about", "accept", "again", "agree", "all", "also", "and", "any", "are", "becaus", "been",
    "being", "but", "can", "cannot", "change", "commen", "could", "did", "does", "done", "draft",
    "earlie", "for", "from", "had", "has", "have", "her", "here", "him", "his", "into", "its",
    "last", "made", "make", "may", "more", "must", "not", "object", "one", "only", "our", "paragr",
    "please", "raised", "report", "round", "said", "same", "say", "says", "see", "she", "should",
    "still", "such", "than", "that", "the", "their", "them", "then", "there", "they", "think",
    "this", "was", "were", "which", "with", "would", "you",
];

/// Numbers for words, the same for the same word, so that remarks are compared without reading letters.
#[derive(Default)]
pub(super) struct Vocabulary {
    numbers: HashMap<String, u32>,
}

/// The numbers of the words of a remark that tell what it is about, in ascending order, each once.
pub(super) type Terms = Vec<u32>;

impl Vocabulary {
    pub(super) fn terms(&mut self, text: &str) -> Terms {
        let lower = text.to_lowercase();
        let mut terms: Terms = lower
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| word.chars().count() >= SHORTEST)
            .map(stem)
            .filter(|stem| EVERYWHERE.binary_search(stem).is_err())
            .map(|stem| self.number(stem))
            .collect();
        terms.sort_unstable();
        terms.dedup();
        terms
    }

    fn number(&mut self, stem: &str) -> u32 {
        if let Some(number) = self.numbers.get(stem) {
            return *number;
        }
        let number = self.numbers.len() as u32;
        self.numbers.insert(stem.to_owned(), number);
        number
    }
}

fn stem(word: &str) -> &str {
    let end = word
        .char_indices()
        .nth(STEM)
        .map_or(word.len(), |(at, _)| at);
    &word[..end]
}

/// Whether two remarks speak of the same; `at_one_paragraph`: they stand at the same paragraph of the draft, where less is enough.
pub(super) fn alike(one: &[u32], other: &[u32], at_one_paragraph: bool) -> Option<f64> {
    let (least, share) = if at_one_paragraph { (2, 0.3) } else { (3, 0.4) };
    let shared = shared(one, other);
    let shorter = one.len().min(other.len()).max(1);
    let likeness = shared as f64 / shorter as f64;
    (shared >= least && likeness >= share).then_some(likeness)
}

/// How many numbers two ascending rows share.
fn shared(mut one: &[u32], mut other: &[u32]) -> usize {
    let mut shared = 0;
    while let ([first, rest @ ..], [second, others @ ..]) = (one, other) {
        shared += usize::from(first == second);
        if first <= second {
            one = rest;
        }
        if second <= first {
            other = others;
        }
    }
    shared
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_stand_everywhere_are_in_order_and_as_long_as_what_is_compared() {
        assert!(EVERYWHERE.is_sorted());
        assert!(EVERYWHERE.iter().all(|word| word.chars().count() <= STEM));
    }

    #[test]
    fn remarks_about_one_thing_are_alike_and_others_are_not() {
        let claim = "He was never diagnosed with bipolar disorder. This is his own word and must not stand as a fact.";
        for (one, other, at_one_paragraph, expected) in [
            (
                claim,
                "Bipolar is still stated as fact. No doctor ever diagnosed the disorder.",
                false,
                true,
            ),
            (
                claim,
                "As I said: his bipolar disorder is his own claim.",
                false,
                true,
            ),
            (claim, "Again: bipolar, no diagnosis.", true, true),
            (
                claim,
                "Please correct the date of the conference: it met on 14 July.",
                false,
                false,
            ),
            (
                claim,
                "This paragraph must be shorter; please say only what the report needs.",
                true,
                false,
            ),
            (
                "The score was twelve.",
                "Twelve ticks, and the threshold was fourteen.",
                false,
                false,
            ),
            ("", "", true, false),
            (
                "Nobody asked the mother.",
                "Nobody asked the mother.",
                false,
                true,
            ),
        ] {
            let mut words = Vocabulary::default();
            let found = alike(&words.terms(one), &words.terms(other), at_one_paragraph);
            assert_eq!(found.is_some(), expected, "{one} / {other}: {found:?}");
        }
    }

    #[test]
    fn what_two_remarks_share_is_counted_once() {
        for (one, other, expected) in [
            (&[][..], &[][..], 0),
            (&[1, 3, 5], &[3, 4, 5], 2),
            (&[1, 2], &[3, 4], 0),
            (&[2, 9], &[1, 2, 3, 9], 2),
            (&[7], &[7], 1),
        ] {
            assert_eq!(shared(one, other), expected, "{one:?} {other:?}");
            assert_eq!(shared(other, one), expected, "{other:?} {one:?}");
        }
    }
}
