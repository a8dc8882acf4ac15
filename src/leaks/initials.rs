//! Initials of somebody, told from abbreviations.

use std::ops::Range;

use super::ordinary::is_acronym;

/// Whether the letters at `range` are written as initials: in capitals, and not as one of a run of words in capitals. Without points
/// only where the register writes them so, and they stand for nothing else in the field.
pub(super) fn reads_as_initials(text: &str, range: &Range<usize>, written: &str) -> bool {
    let here = &text[range.clone()];
    if here.chars().any(char::is_lowercase) {
        return false;
    }
    let letters: String = here.chars().filter(|c| c.is_alphabetic()).collect();
    let dotted = here.contains('.');
    if here.contains(['\n', '/', '-', ',']) {
        return false;
    }
    if dotted {
        // “D.O.B.” is not D.O.
        let after = text[range.end..]
            .strip_prefix('.')
            .unwrap_or(&text[range.end..]);
        let before = text[..range.start].trim_end_matches('.');
        let goes_on = after.starts_with(char::is_uppercase) && after[1..].starts_with('.');
        let came = before.len() < range.start && before.ends_with(char::is_uppercase);
        return !goes_on && !came;
    }
    if here.contains(char::is_whitespace) && !written.contains(char::is_whitespace) {
        return false;
    }
    let undotted = !written.contains('.') || letters.len() > 2;
    undotted && !is_acronym(&letters.to_lowercase()) && !among_capitals(text, range)
}

fn among_capitals(text: &str, range: &Range<usize>) -> bool {
    let shouted = |word: Option<&str>| {
        word.is_some_and(|word| {
            word.chars().filter(|c| c.is_alphabetic()).count() > 1
                && !word.chars().any(char::is_lowercase)
        })
    };
    shouted(text[..range.start].split_whitespace().next_back())
        && shouted(text[range.end..].split_whitespace().next())
}
