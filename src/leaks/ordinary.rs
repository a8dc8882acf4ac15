//! Words that are also names: told apart by how they are written and by what stands around them.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::folding::{Sight, sight};
use crate::drafting::spelling;

/// Words of everyday English that are also first names or surnames, in small letters.
const ALSO_NAMES: &str = include_str!("ordinary/also_names.txt");
/// In the dictionary in small letters, but in a review nothing but names.
const ONLY_NAMES: &str = include_str!("ordinary/only_names.txt");
/// Words that follow a name that begins a sentence, and rarely an ordinary word that does.
const AFTER_NAMES: &str = include_str!("ordinary/after_names.txt");
/// Words that make a place, a body or a group of the word before them: “Rose Cottage”, “Young People”.
const OF_PLACES: &str = include_str!("ordinary/of_places.txt");

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const TITLES: [&str; 34] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "doctor",
    "prof",
    "professor",
    "rev",
    "revd",
    "sir",
    "dame",
    "lady",
    "lord",
    "pc",
    "pcso",
    "wpc",
    "dc",
    "ds",
    "di",
    "dci",
    "dcs",
    "sgt",
    "sergeant",
    "constable",
    "inspector",
    "nurse",
    "sister",
    "auntie",
    "aunt",
    "uncle",
    "nan",
    "grandma",
];
/// Abbreviations of the field that could be taken for somebody’s initials.
const ACRONYMS: [&str; 36] = [
    "ae", "am", "cab", "ccg", "cps", "csp", "da", "dhr", "dna", "dv", "ed", "eu", "ft", "gp", "hv",
    "icb", "id", "imr", "it", "la", "ni", "no", "ok", "or", "pc", "pm", "so", "to", "tv", "uk",
    "us", "we", "he", "do", "go", "me",
];

static ORDINARY: LazyLock<HashSet<&str>> = LazyLock::new(|| lines(ALSO_NAMES));
static NAMES: LazyLock<HashSet<&str>> = LazyLock::new(|| lines(ONLY_NAMES));
static NAMES_BEFORE: LazyLock<HashSet<&str>> = LazyLock::new(|| lines(AFTER_NAMES));
static PLACES: LazyLock<HashSet<&str>> = LazyLock::new(|| lines(OF_PLACES));

fn lines(text: &'static str) -> HashSet<&'static str> {
    text.split_whitespace().collect()
}

pub(super) fn is_month(word: &str) -> bool {
    MONTHS.contains(&word)
}

pub(super) fn is_acronym(word: &str) -> bool {
    ACRONYMS.contains(&word)
}

/// `word` in small letters.
pub(super) fn is_ordinary_word(word: &str) -> bool {
    ORDINARY.contains(word)
        || is_month(word)
        || !NAMES.contains(word) && spelling::in_dictionary(word)
}

/// In any writing.
pub(super) fn is_in_dictionary(word: &str) -> bool {
    let lower = word.to_lowercase();
    spelling::in_dictionary(&lower) || spelling::in_dictionary(&with_capital(&lower))
}

fn with_capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// Whether a word that may be ordinary reads as a name where it stands, at `start..end` of `text`.
pub(super) fn reads_as_name(text: &str, start: usize, end: usize) -> bool {
    let here = Around::of(text, start, end);
    let word = here.word.to_lowercase();
    if here.word.starts_with(char::is_lowercase) {
        return false;
    }
    if here.is_titled() {
        return true;
    }
    let length = here.word.chars().count();
    let in_capitals = length > 1 && here.word.chars().all(|letter| !letter.is_lowercase());
    let is_short_for_something = length <= 4 && !ORDINARY.contains(&*word) && !is_month(&word);
    if in_capitals && (here.stands_in_capitals() || is_short_for_something) {
        return false;
    }
    if is_month(&word) && here.speaks_of_a_date() {
        return false;
    }
    if PLACES.contains(&*here.next.to_lowercase())
        && (here.next.starts_with(char::is_uppercase) || is_month(&word))
    {
        return false;
    }
    if here.possessive {
        return true;
    }
    if !here.begins_sentence && !here.is_in_a_heading() {
        return true;
    }
    !ORDINARY.contains(&*word) && !is_month(&word) || here.is_followed_as_a_name()
}

/// What stands around a word.
struct Around<'a> {
    word: &'a str,
    before: &'a str,
    after: &'a str,
    /// The word before it in the same sentence, without marks; empty where it begins one.
    previous: &'a str,
    next: &'a str,
    second_next: &'a str,
    begins_sentence: bool,
    possessive: bool,
}

impl<'a> Around<'a> {
    fn of(text: &'a str, start: usize, end: usize) -> Self {
        let before = &text[..start];
        let after = &text[end..];
        let (next, rest) = first_word(after);
        let possessive = after.starts_with("'s") || after.starts_with("’s");
        let previous = last_word(before);
        Self {
            word: &text[start..end],
            before,
            after,
            previous,
            next: if possessive { "" } else { next },
            second_next: first_word(rest).0,
            begins_sentence: previous.is_empty() || begins_sentence(before),
            possessive,
        }
    }

    fn is_titled(&self) -> bool {
        let title = last_word_over_a_stop(self.before);
        TITLES.contains(&&*title.to_lowercase()) && title.starts_with(char::is_uppercase)
    }

    /// A neighbour of more than one letter is written in capitals too.
    fn stands_in_capitals(&self) -> bool {
        let capitals = |word: &str| {
            word.chars().filter(|c| c.is_alphabetic()).count() > 1
                && !word.chars().any(char::is_lowercase)
        };
        capitals(self.previous) || capitals(self.next)
    }

    /// “in May 2019”, “12 May”, “early May”, “May and June”
    fn speaks_of_a_date(&self) -> bool {
        const BEFORE: [&str; 28] = [
            "was", "is", "in", "of", "on", "by", "since", "until", "till", "from", "to", "during",
            "early", "mid", "late", "last", "next", "this", "between", "before", "after", "around",
            "st", "nd", "rd", "th", "each", "every",
        ];
        let number = |word: &str| word.starts_with(|letter: char| letter.is_ascii_digit());
        let previous = self.previous.to_lowercase();
        let next = self.next.to_lowercase();
        let month_next = |word: &str| is_month(word);
        number(&previous)
            || number(&next)
            || self.after.trim_start().starts_with(['’', '\'']) && !self.possessive
            || BEFORE.contains(&&*previous)
            || is_month(&previous)
            || month_next(&next)
            || matches!(&*next, "and" | "or" | "to" | "until") && {
                let second = self.second_next.to_lowercase();
                month_next(&second) || number(&second)
            }
            || matches!(&*previous, "and" | "or") && {
                let over = last_word(self.before.trim_end().trim_end_matches(previous_of(self)));
                is_month(&over.to_lowercase()) || number(over)
            }
    }

    /// Every longer word of its line begins with a capital.
    fn is_in_a_heading(&self) -> bool {
        let line_start = self.before.rfind('\n').map_or(0, |at| at + 1);
        let line_end = self.after.find('\n').unwrap_or(self.after.len());
        let others = self.before[line_start..]
            .split_whitespace()
            .chain(self.after[..line_end].split_whitespace());
        let long = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() >= 4;
        let mut count = 0;
        let titled = others.filter(long).all(|word| {
            count += 1;
            word.trim_start_matches(|c: char| !c.is_alphabetic())
                .starts_with(char::is_uppercase)
        });
        titled && count >= 2
    }

    fn is_followed_as_a_name(&self) -> bool {
        let next = self.next.to_lowercase();
        let lower = self.next.starts_with(char::is_lowercase);
        let apart = self.after.starts_with([',', '.', '!', '?', ';', ':']);
        if apart {
            return false;
        }
        let and_somebody = matches!(&*next, "and" | "&")
            && self.second_next.starts_with(char::is_uppercase)
            && !is_ordinary_word(&self.second_next.to_lowercase());
        and_somebody
            || lower && NAMES_BEFORE.contains(&*next)
            || lower && next.len() > 4 && next.ends_with("ed") && !next.ends_with("eed")
    }
}

fn previous_of<'a>(around: &Around<'a>) -> &'a str {
    around.previous
}

fn is_word_letter(letter: char) -> bool {
    sight(letter) != Sight::Separator
}

/// The first word of `text` in its sentence, and what follows it; empty where a mark that ends a sentence comes first.
fn first_word(text: &str) -> (&str, &str) {
    let Some(start) = text.find(is_word_letter) else {
        return ("", "");
    };
    if text[..start].contains(['.', '?', '!', ';']) || text[..start].matches('\n').count() > 1 {
        return ("", "");
    }
    let rest = &text[start..];
    let end = rest.find(|c| !is_word_letter(c)).unwrap_or(rest.len());
    (&rest[..end], &rest[end..])
}

/// The last word of `text`; empty where a sentence, a line item or a quotation begins behind it.
fn last_word(text: &str) -> &str {
    let Some((at, letter)) = text.char_indices().rev().find(|(_, c)| is_word_letter(*c)) else {
        return "";
    };
    let end = at + letter.len_utf8();
    if text[end..].contains(['.', '?', '!']) || text[end..].matches('\n').count() > 1 {
        return "";
    }
    word_ending(text, end)
}

/// As [`last_word`], though an abbreviation’s point stands behind it: “Mrs. ”.
fn last_word_over_a_stop(text: &str) -> &str {
    let trimmed = text.trim_end();
    let trimmed = trimmed.strip_suffix('.').unwrap_or(trimmed);
    if text.len() == trimmed.len() {
        return "";
    }
    word_ending(trimmed, trimmed.len())
}

fn word_ending(text: &str, end: usize) -> &str {
    let start = text[..end]
        .char_indices()
        .rev()
        .find(|(_, c)| !is_word_letter(*c))
        .map_or(0, |(at, c)| at + c.len_utf8());
    &text[start..end]
}

/// A word with a capital begins here whether or not it is a name.
fn begins_sentence(before: &str) -> bool {
    let trimmed = before.trim_end_matches([' ', '\t', '\u{A0}']);
    let Some(last) = trimmed.chars().next_back() else {
        return true;
    };
    matches!(
        last,
        '.' | '?'
            | '!'
            | ':'
            | '\n'
            | '\r'
            | '“'
            | '"'
            | '‘'
            | '•'
            | '*'
            | '–'
            | '—'
            | '|'
            | ')'
            | '('
            | '['
    )
}
