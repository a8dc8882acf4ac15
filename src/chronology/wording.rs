//! Finding words in records, and the sentences they stand in.

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use crate::model::Entry;

/// Up to so many patterns the fastest finder is worth its memory.
const FEW: usize = 4000;

/// Lists of words, ready to be looked for.
#[derive(Debug, Clone)]
pub struct WordFinder {
    finder: Option<AhoCorasick>,
    patterns: Vec<Pattern>,
}

#[derive(Debug, Clone, Copy)]
struct Pattern {
    list: usize,
    /// Written with `*`: more letters may follow.
    beginning: bool,
}

/// Words of a list, found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Which of the lists.
    pub list: usize,
    pub start: usize,
    /// Of a beginning: the end of the whole word.
    pub end: usize,
}

impl WordFinder {
    /// Words in lower case; one that ends in `*` is a beginning. Blank ones are passed over.
    pub fn of<'a, L>(lists: impl IntoIterator<Item = L>) -> Self
    where
        L: IntoIterator<Item = &'a String>,
    {
        let mut patterns = Vec::new();
        let mut wordings: Vec<String> = Vec::new();
        for (list, words) in lists.into_iter().enumerate() {
            for word in words {
                let stem = word.trim().trim_end_matches('*').trim_end();
                if stem.is_empty() {
                    continue;
                }
                let beginning = word.trim().ends_with('*');
                for wording in variants(stem) {
                    patterns.push(Pattern { list, beginning });
                    wordings.push(wording);
                }
            }
        }
        let finder = (!wordings.is_empty())
            .then(|| {
                AhoCorasick::builder()
                    .ascii_case_insensitive(true)
                    .kind((wordings.len() <= FEW).then_some(AhoCorasickKind::DFA))
                    .build(&wordings)
                    .ok()
            })
            .flatten();
        Self { finder, patterns }
    }

    /// In order of where they begin; whole words only. Hits may lie over one another.
    pub fn in_text(&self, text: &str) -> Vec<Hit> {
        let Some(finder) = &self.finder else {
            return Vec::new();
        };
        let mut hits: Vec<Hit> = finder
            .find_overlapping_iter(text)
            .filter_map(|found| {
                let pattern = self.patterns[found.pattern().as_usize()];
                let word_end = end_of_word(text, found.end());
                let whole = pattern.beginning || word_end == found.end();
                (whole && begins_a_word(text, found.start())).then_some(Hit {
                    list: pattern.list,
                    start: found.start(),
                    end: word_end,
                })
            })
            .collect();
        hits.sort_unstable_by_key(|hit| (hit.start, usize::MAX - hit.end, hit.list));
        hits.dedup();
        hits
    }
}

/// As written, with the other apostrophe, and, for letters that the finder does not fold, in capitals.
fn variants(stem: &str) -> Vec<String> {
    let mut variants = vec![stem.to_owned()];
    for other in [stem.replace('\'', "’"), stem.replace('’', "'")] {
        if !variants.contains(&other) {
            variants.push(other);
        }
    }
    if !stem.is_ascii() {
        let capitals = stem.to_uppercase();
        let mut letters = stem.chars();
        let capital: Option<String> = letters
            .next()
            .map(|first| first.to_uppercase().chain(letters).collect());
        variants.extend(
            [Some(capitals), capital]
                .into_iter()
                .flatten()
                .filter(|other| other != stem),
        );
    }
    variants
}

fn begins_a_word(text: &str, start: usize) -> bool {
    !text[..start].ends_with(char::is_alphanumeric)
}

fn end_of_word(text: &str, from: usize) -> usize {
    let rest = &text[from..];
    from + rest
        .find(|letter: char| !letter.is_alphanumeric())
        .unwrap_or(rest.len())
}

/// The agency's own words in an entry: what happened, its response, and cells under other headings. The author's
/// comment, written afterwards, is no record of its time.
pub(super) fn cells(entry: &Entry) -> impl Iterator<Item = &str> {
    [&entry.text, &entry.response]
        .into_iter()
        .map(String::as_str)
        .chain(entry.other.iter().map(|(_, wording)| wording.as_str()))
        .filter(|cell| !cell.is_empty())
}

/// The sentence around a place in a text, as a range. Short forms such as "Dr." and numbers such as "21.10" end none.
pub fn sentence_around(text: &str, at: usize) -> std::ops::Range<usize> {
    let mut start = 0;
    for (end, letter) in text.char_indices() {
        let after = end + letter.len_utf8();
        if !ends_sentence(text, end, letter) {
            continue;
        }
        if after > at {
            return start..after;
        }
        start = after;
    }
    start..text.len()
}

/// The sentences of a text in order, as ranges; together they are the whole text.
pub fn sentences(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, letter) in text.char_indices() {
        if ends_sentence(text, at, letter) {
            let after = at + letter.len_utf8();
            found.push(start..after);
            start = after;
        }
    }
    if start < text.len() {
        found.push(start..text.len());
    }
    found
}

/// Titles and other short forms that are written with a full stop.
const SHORT_FORMS: [&str; 15] = [
    "dr", "mr", "mrs", "ms", "miss", "st", "approx", "no", "nos", "ref", "tel", "rd", "c", "sgt",
    "dept",
];

fn ends_sentence(text: &str, at: usize, letter: char) -> bool {
    match letter {
        '\n' | ';' => true,
        // "?pregnant" only doubts what follows.
        '!' | '?' => ends_word(text, at),
        '.' => {
            let word = text[..at]
                .rsplit(|before: char| !before.is_alphanumeric())
                .next()
                .unwrap_or_default();
            // A single capital is an initial: "N. Okafor".
            let is_initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
            ends_word(text, at)
                && !is_initial
                && !SHORT_FORMS.contains(&word.to_lowercase().as_str())
        }
        _ => false,
    }
}

/// Whether a space, a closing mark or nothing follows the mark at `at`.
fn ends_word(text: &str, at: usize) -> bool {
    let next = text[at + 1..].chars().next();
    next.is_none_or(|next| next.is_whitespace() || matches!(next, '”' | '"' | '’' | '\'' | ')'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lists(words: &[&[&str]]) -> Vec<Vec<String>> {
        words
            .iter()
            .map(|list| list.iter().map(|word| (*word).to_owned()).collect())
            .collect()
    }

    #[test]
    fn whole_words_and_beginnings_are_found() {
        let lists = lists(&[&["strangl*", "strangulat*"], &["can't breathe", "état*"]]);
        let finder = WordFinder::of(&lists);
        let cases: [(&str, &[&str]); 7] = [
            (
                "He STRANGLED her. Strangulation.",
                &["STRANGLED", "Strangulation"],
            ),
            ("an unstrangled word", &[]),
            ("she can’t breathe", &["can’t breathe"]),
            ("she can't breathe", &["can't breathe"]),
            ("she can't breathed", &[]),
            ("États and ÉTATS", &["États", "ÉTATS"]),
            ("", &[]),
        ];
        for (text, expected) in cases {
            let found: Vec<&str> = finder
                .in_text(text)
                .iter()
                .map(|hit| &text[hit.start..hit.end])
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        let cases: [(&str, &[&str]); 4] = [
            (
                "Seen by Dr. N. Bello. Well.",
                &["Seen by Dr. N. Bello.", " Well."],
            ),
            (
                "At 21.10 she rang; he left",
                &["At 21.10 she rang;", " he left"],
            ),
            ("One\ntwo", &["One\n", "two"]),
            ("", &[]),
        ];
        for (text, expected) in cases {
            let found: Vec<&str> = sentences(text)
                .into_iter()
                .map(|part| &text[part])
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
