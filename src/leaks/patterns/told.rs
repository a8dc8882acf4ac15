//! What the words around a date say that it is: of birth, of death.

use super::dates::WrittenDate;
use crate::leaks::leak::LeakKind;

/// What may stand between “born” or “died” and its date.
const ON_THE_WAY: [&str; 60] = [
    "a",
    "about",
    "an",
    "and",
    "approximately",
    "around",
    "at",
    "back",
    "by",
    "date",
    "day",
    "early",
    "evening",
    "friday",
    "from",
    "he",
    "her",
    "his",
    "home",
    "hospital",
    "hours",
    "house",
    "in",
    "injuries",
    "is",
    "it",
    "late",
    "later",
    "monday",
    "morning",
    "night",
    "of",
    "on",
    "peacefully",
    "recorded",
    "saturday",
    "scene",
    "she",
    "suddenly",
    "sunday",
    "the",
    "their",
    "there",
    "they",
    "thursday",
    "to",
    "tuesday",
    "unexpectedly",
    "was",
    "wednesday",
    "were",
    "afternoon",
    "abroad",
    "here",
    "london",
    "prematurely",
    "alone",
    "both",
    "given",
    "as",
];

/// Whether an exact date that the register does not know is told as somebody’s day of birth or death.
pub(in crate::leaks) fn spoken_of_as(text: &str, date: &WrittenDate) -> Option<LeakKind> {
    let before = &text[floor(text, date.range.start.saturating_sub(90))..date.range.start];
    let after = &text[date.range.end..ceiling(text, date.range.end + 60)];
    told_before(before).or_else(|| if date.bare { None } else { told_after(after) })
}

fn told_before(before: &str) -> Option<LeakKind> {
    let lower = before.to_lowercase();
    let lower = lower
        .replace("d.o.b.", " dob ")
        .replace("d.o.b", " dob ")
        .replace("d.o.d.", " dod ")
        .replace("d.o.d", " dod ");
    let sentence = lower
        .rsplit(['.', '?', '!', ';'])
        .next()
        .unwrap_or_default();
    let words: Vec<&str> = sentence
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    for (at, word) in words.iter().enumerate().rev().take(8) {
        if let Some(kind) = key_word(word, at.checked_sub(2).map(|two| &words[two..at])) {
            return Some(kind);
        }
        if !ON_THE_WAY.contains(word) && !word.starts_with(|letter: char| letter.is_ascii_digit()) {
            return None;
        }
    }
    None
}

fn key_word(word: &str, two_before: Option<&[&str]>) -> Option<LeakKind> {
    let dated = matches!(two_before, Some(["date", "of"]));
    match word {
        "born" | "dob" | "birthdate" | "birthday" => Some(LeakKind::DateOfBirth),
        "birth" | "births" => Some(LeakKind::DateOfBirth),
        "died" | "dod" | "deceased" | "murdered" | "killed" => Some(LeakKind::DateOfDeath),
        "death" => Some(LeakKind::DateOfDeath),
        "dead" if !dated => Some(LeakKind::DateOfDeath),
        _ => None,
    }
}

/// “14/03/1988 (date of birth)”, “On 14 March 2019 she died”
fn told_after(after: &str) -> Option<LeakKind> {
    let lower = after.to_lowercase().replace("d.o.b", "dob");
    let sentence = lower
        .split(['.', '?', '!', ';', '\n'])
        .next()
        .unwrap_or_default();
    let mut words = sentence
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let near: Vec<&str> = words.by_ref().take(4).collect();
    for (at, word) in near.iter().enumerate() {
        let kind = match *word {
            "dob" | "born" | "birthday" => LeakKind::DateOfBirth,
            "birth" if near[..at].ends_with(&["date", "of"]) => LeakKind::DateOfBirth,
            "died" | "murdered" | "killed" => LeakKind::DateOfDeath,
            "death" if near[..at].ends_with(&["date", "of"]) => LeakKind::DateOfDeath,
            "when" | "after" | "before" | "since" | "review" | "panel" | "that" | "to"
            | "until" | "and" => return None,
            _ => continue,
        };
        return Some(kind);
    }
    None
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn ceiling(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}
