//! Whether a word that is also a name is one where it stands.

use std::ops::Range;

use super::words::MONTHS_TOO;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Name,
    Ordinary,
    /// Taken for a name, and told.
    Doubtful,
}

/// What somebody with a name does.
const SPEECH: [&str; 44] = [
    "said",
    "says",
    "stated",
    "states",
    "told",
    "tells",
    "reported",
    "reports",
    "disclosed",
    "discloses",
    "rang",
    "called",
    "phoned",
    "telephoned",
    "texted",
    "attended",
    "replied",
    "answered",
    "asked",
    "explained",
    "described",
    "denied",
    "confirmed",
    "declined",
    "advised",
    "contacted",
    "visited",
    "moved",
    "left",
    "arrived",
    "went",
    "came",
    "refused",
    "agreed",
    "felt",
    "thought",
    "knew",
    "saw",
    "spoke",
    "returned",
    "married",
    "met",
    "presented",
    "wanted",
];

const AFTER_NAME: [&str; 26] = [
    "and", "was", "is", "has", "had", "did", "does", "also", "then", "who", "whose", "later",
    "again", "did", "would", "could", "didn't", "wasn't", "hadn't", "gave", "took", "made", "got",
    "began", "became", "lived",
];

const AFTER_MODAL: [&str; 34] = [
    "i", "you", "he", "she", "it", "we", "they", "there", "this", "that", "these", "those", "the",
    "a", "an", "any", "all", "be", "not", "have", "also", "never", "always", "need", "lead",
    "include", "require", "contact", "attend", "continue", "seek", "only", "then", "well",
];

const BEFORE_MONTH: [&str; 20] = [
    "in",
    "since",
    "until",
    "till",
    "early",
    "late",
    "mid",
    "last",
    "next",
    "this",
    "during",
    "throughout",
    "through",
    "beginning",
    "end",
    "between",
    "previous",
    "following",
    "every",
    "each",
];

/// After a colour that tells of somebody's background.
const BACKGROUNDS: [&str; 12] = [
    "british",
    "irish",
    "european",
    "african",
    "caribbean",
    "asian",
    "english",
    "welsh",
    "scottish",
    "american",
    "other",
    "women",
];

/// The words around a place: before and after, in small letters.
pub(super) struct Around<'a> {
    pub before: &'a str,
    pub after: &'a str,
    between_before: &'a str,
    between_after: &'a str,
}

impl<'a> Around<'a> {
    pub fn of(text: &'a str, range: &Range<usize>) -> Self {
        let (head, tail) = (&text[..range.start], &text[range.end..]);
        let gap = head
            .rfind(is_letter)
            .map_or(0, |at| at + letter_at(head, at));
        let from = head[..gap].rfind(|letter| !is_letter(letter) && !is_joint(letter));
        let from = from.map_or(0, |at| at + letter_at(head, at));
        let possessive = tail
            .strip_prefix(['\'', '’'])
            .and_then(|rest| rest.strip_prefix(['s', 'S']));
        let rest = possessive
            .filter(|rest| !rest.starts_with(is_letter))
            .unwrap_or(tail);
        let start = rest.find(is_letter).unwrap_or(rest.len());
        let word = &rest[start..];
        let end = word
            .find(|letter| !is_letter(letter) && !is_joint(letter))
            .unwrap_or(word.len());
        let between_after = &tail[..tail.len() - rest.len() + start];
        Self {
            before: &head[from..gap],
            after: word[..end].trim_end_matches(is_joint),
            between_before: &head[gap..],
            between_after,
        }
    }

    pub fn before_small(&self) -> String {
        self.before.to_lowercase()
    }

    pub fn after_small(&self) -> String {
        self.after.to_lowercase().replace('’', "'")
    }

    fn begins_sentence(&self) -> bool {
        self.before.is_empty()
            || self.between_before.contains([
                '.', '!', '?', ':', '\n', '|', '“', '"', '•', '*', '#', '>', ';', '(',
            ])
    }

    /// Nothing but a space on that side.
    fn touches_after(&self) -> bool {
        self.between_after.trim().is_empty() && !self.between_after.contains('\n')
    }

    fn is_possessive(&self) -> bool {
        self.between_after.starts_with(['\'', '’']) && self.between_after.len() > 1
    }
}

/// Of a single word that means something beside being a name.
pub(super) fn verdict(word: &str, around: &Around<'_>) -> Verdict {
    let small = word.to_lowercase();
    let after = around.after_small();
    let next_does = around.touches_after() && SPEECH.contains(&after.as_str());
    if word.starts_with(char::is_lowercase) {
        return if next_does {
            Verdict::Doubtful
        } else {
            Verdict::Ordinary
        };
    }
    if is_modal(&small) && around.touches_after() && is_after_modal(word, around, &after) {
        return Verdict::Ordinary;
    }
    if MONTHS_TOO.contains(&small.as_str())
        && let Some(verdict) = month(around, &after)
    {
        return verdict;
    }
    if around.touches_after() && BACKGROUNDS.contains(&after.as_str()) {
        return Verdict::Ordinary;
    }
    if is_shouted(word) && (is_shouted(around.before) || is_shouted(around.after)) {
        return Verdict::Doubtful;
    }
    if next_does || around.is_possessive() {
        return Verdict::Name;
    }
    let next_capital = around.touches_after() && around.after.starts_with(char::is_uppercase);
    if next_capital {
        return Verdict::Doubtful;
    }
    if !around.begins_sentence() {
        return Verdict::Name;
    }
    if around.touches_after() && AFTER_NAME.contains(&after.as_str()) && !is_modal(&small) {
        return Verdict::Name;
    }
    Verdict::Doubtful
}

/// “Will she”, “may have”; in capitals throughout also in the middle of a sentence.
fn is_after_modal(word: &str, around: &Around<'_>, after: &str) -> bool {
    let possible = around.begins_sentence() || is_shouted(word);
    possible && AFTER_MODAL.contains(&after)
}

/// “in April 2019”, “3 May”: a month, though somebody is called so.
fn month(around: &Around<'_>, after: &str) -> Option<Verdict> {
    let before = around.before_small();
    let figure = |word: &str| word.starts_with(|letter: char| letter.is_ascii_digit());
    let near_before = around
        .between_before
        .chars()
        .all(|letter| " ,/-–\u{A0}".contains(letter));
    let near_after = around
        .between_after
        .chars()
        .all(|letter| " ,/-–\u{A0}’'".contains(letter));
    let dated = near_before && figure(&before) || near_after && figure(after);
    if dated || near_before && BEFORE_MONTH.contains(&before.as_str()) && !around.before.is_empty()
    {
        return Some(Verdict::Ordinary);
    }
    let half =
        ["by", "from", "to", "before", "after", "of", "and", "or"].contains(&before.as_str());
    (near_before && half && !around.is_possessive()).then_some(Verdict::Doubtful)
}

fn is_modal(small: &str) -> bool {
    matches!(small, "will" | "may")
}

fn is_shouted(word: &str) -> bool {
    word.chars().filter(|letter| letter.is_alphabetic()).count() > 1
        && !word.contains(char::is_lowercase)
}

fn is_letter(letter: char) -> bool {
    letter.is_alphanumeric()
}

fn is_joint(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '-')
}

fn letter_at(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}
