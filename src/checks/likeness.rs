//! How alike two remarks are in what they speak of.

use std::collections::BTreeSet;

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

/// The words of a remark that tell what it is about.
pub(super) fn terms(text: &str) -> BTreeSet<String> {
    text.to_lowercase()
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| word.chars().count() >= SHORTEST)
        .map(|word| word.chars().take(STEM).collect::<String>())
        .filter(|stem| EVERYWHERE.binary_search(&stem.as_str()).is_err())
        .collect()
}

/// Whether two remarks speak of the same; `at_one_paragraph`: they stand at the same paragraph of the draft, where less is enough.
pub(super) fn alike(
    one: &BTreeSet<String>,
    other: &BTreeSet<String>,
    at_one_paragraph: bool,
) -> Option<f64> {
    let (least, share) = if at_one_paragraph { (2, 0.3) } else { (3, 0.4) };
    let shared = one.intersection(other).count();
    let shorter = one.len().min(other.len()).max(1);
    let likeness = shared as f64 / shorter as f64;
    (shared >= least && likeness >= share).then_some(likeness)
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
            let found = alike(&terms(one), &terms(other), at_one_paragraph);
            assert_eq!(found.is_some(), expected, "{one} / {other}: {found:?}");
        }
    }
}
