//! Finding words in records, and whether the sentence denies them.

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use crate::model::Entry;

/// Up to so many patterns the fastest finder is worth its memory.
const FEW: usize = 4000;

/// Lists of words, ready to be looked for.
#[derive(Debug, Clone)]
pub(super) struct WordFinder {
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
pub(super) struct Hit {
    /// Which of the lists.
    pub(super) list: usize,
    pub(super) start: usize,
    /// Of a beginning: the end of the whole word.
    pub(super) end: usize,
}

impl WordFinder {
    /// Words in lower case; one that ends in `*` is a beginning. Blank ones are passed over.
    pub(super) fn of<'a, L>(lists: impl IntoIterator<Item = L>) -> Self
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
    pub(super) fn in_text(&self, text: &str) -> Vec<Hit> {
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
pub(super) fn sentence_around(text: &str, at: usize) -> std::ops::Range<usize> {
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
pub(super) fn sentences(text: &str) -> Vec<std::ops::Range<usize>> {
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

const NEGATORS: [&str; 19] = [
    "no", "not", "never", "without", "nil", "neither", "nor", "denied", "denies", "deny",
    "denying", "cannot", "didnt", "doesnt", "isnt", "wasnt", "hasnt", "none", "negative",
];

/// Asked about or supposed, and so not stated.
const SUPPOSING: [&str; 7] = [
    "if",
    "whether",
    "asked about",
    "ask about",
    "asking about",
    "enquired about",
    "unless",
];

/// After these a denial no longer reaches.
const BREAKS: [&str; 24] = [
    "but",
    "however",
    "although",
    "though",
    "stated",
    "states",
    "said",
    "says",
    "reported",
    "reports",
    "disclosed",
    "disclosing",
    "then",
    "when",
    "after",
    "because",
    "as",
    "since",
    "who",
    "which",
    "and",
    "despite",
    "until",
    "due",
];

/// "not aware that", "did not report": what follows is so all the same.
const NOT_OF_THE_MATTER: [&str; 29] = [
    "know",
    "knew",
    "known",
    "aware",
    "realise",
    "told",
    "tell",
    "ask",
    "asked",
    "recorded",
    "record",
    "explore",
    "explored",
    "refer",
    "referred",
    "assess",
    "assessed",
    "share",
    "shared",
    "only",
    "discuss",
    "discussed",
    "mention",
    "considered",
    "identify",
    "identified",
    "recognise",
    "recognised",
    "longer",
];

/// How many words before it a denial reaches.
const REACH: usize = 7;

/// Whether the sentence denies what stands at `start..end`, or only asks about it: "denied strangulation",
/// "no threats or weapons", "asked whether she was pregnant", "pregnant: no".
pub(super) fn is_denied(text: &str, start: usize, end: usize) -> bool {
    let sentence = sentence_around(text, start);
    denied_before(
        &text[sentence.start..start],
        &text[end..sentence.end.max(end)],
    ) || denied_after(&text[end..sentence.end.max(end)])
}

fn denied_before(before: &str, after: &str) -> bool {
    let before = before.to_lowercase().replace(['\'', '’'], "");
    let mut words: Vec<&str> = Vec::new();
    for part in before.split_inclusive([' ', ',', ':', '(', ')', '\n', '–', '/']) {
        let word = part.trim_matches(|letter: char| !letter.is_alphanumeric());
        if !word.is_empty() {
            words.push(word);
        }
        for mark in [',', ':', '(', ')', '–'] {
            if part.contains(mark) {
                words.push(if mark == ',' { "," } else { "|" });
            }
        }
    }
    let mut listed = false;
    let mut joined = after.trim_start().starts_with("or ") || after.contains(" or ");
    let mut behind: Option<&str> = None;
    for word in words.iter().rev().take(REACH + 3).copied() {
        if word == "|" || BREAKS.contains(&word) {
            return false;
        }
        match word {
            "," => listed = true,
            "or" | "nor" => joined = true,
            _ if NEGATORS.contains(&word) || SUPPOSING.contains(&word) => {
                let elsewhere = behind.is_some_and(|next| NOT_OF_THE_MATTER.contains(&next));
                return !elsewhere && (!listed || joined || word.starts_with("den"));
            }
            "about" if before.contains("ask") || before.contains("enquir") => {
                let asks = SUPPOSING
                    .iter()
                    .any(|phrase| phrase.ends_with("about") && before.contains(phrase));
                if asks {
                    return true;
                }
            }
            _ => {}
        }
        if word != "," {
            behind = Some(word);
        }
    }
    false
}

fn denied_after(after: &str) -> bool {
    let after = after.to_lowercase();
    let rest = after.trim_start_matches(|letter: char| letter.is_whitespace());
    let rest = rest
        .strip_prefix("was ")
        .or_else(|| rest.strip_prefix("is "))
        .or_else(|| rest.strip_prefix("were "))
        .unwrap_or(rest);
    let answer = rest.trim_start_matches([':', '-', '–', '=', '?', ' ']);
    let is_answer = answer.len() < rest.len();
    let first = answer
        .split(|letter: char| !letter.is_alphanumeric())
        .next()
        .unwrap_or_default();
    (is_answer && matches!(first, "no" | "n" | "none" | "nil" | "denied" | "not"))
        || matches!(first, "denied" | "excluded")
        || answer.starts_with("not disclosed")
        || answer.starts_with("ruled out")
        || answer.starts_with("not reported")
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

    #[test]
    fn a_denial_reaches_what_it_denies_and_no_further() {
        let lists = lists(&[&[
            "strangl*",
            "strangulation",
            "pregnan*",
            "threat*",
            "weapon*",
        ]]);
        let finder = WordFinder::of(&lists);
        // The last of the words is asked about.
        let cases = [
            ("He strangled her", false),
            ("She denied strangulation", true),
            ("Denied that he had ever strangled her", true),
            ("denies violence, threats or weapons", true),
            ("No threats were made. She is pregnant", false),
            ("No injuries and threatened to return", false),
            ("She was not aware of the pregnancy", false),
            ("He did not know she was pregnant", false),
            ("Asked whether she was pregnant", true),
            ("Asked about strangulation", true),
            ("Pregnant: no", true),
            ("Weapons - none", true),
            ("Pregnancy: 22 weeks", false),
            ("No injuries, threats to kill", false),
            ("no longer pregnant", false),
            ("strangulation denied", true),
            ("Not recorded: threats", false),
            ("did not attend as she is pregnant", false),
        ];
        for (text, expected) in cases {
            let hit = finder.in_text(text).pop().expect("a hit");
            assert_eq!(is_denied(text, hit.start, hit.end), expected, "{text}");
        }
    }
}
