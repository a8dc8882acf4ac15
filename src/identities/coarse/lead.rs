//! The words that lead to a date, and the time that stands at it.

use std::sync::LazyLock;

use regex::Regex;

use super::times::TIME;

pub(super) struct Led {
    /// Where they begin, with the date’s weekday and other days of the same month.
    pub start: usize,
    /// What leads to the coarse date instead; `None`: nothing.
    pub words: Option<String>,
    pub is_plain_in: bool,
}

/// Whether what stands between two dates makes one stretch of them.
pub(super) fn goes_on(between: &str) -> bool {
    static ON: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^\s*(?:to|and|until|till|through|or|&|,|-|–|—)\s*(?:the\s+|on\s+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?:the\s+)?$")
            .expect("a constant pattern")
    });
    ON.is_match(between)
}

/// How far back the words may begin, in bytes.
const FARTHEST: usize = 120;

pub(super) fn before(text: &str, start: usize) -> Led {
    static DAYS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?:\b[0-9]{1,2}(?:st|nd|rd|th)?(?:\s*,\s*(?:and\s+)?|\s+and\s+(?:the\s+)?|\s+or\s+(?:the\s+)?|\s*&\s*|\s+to\s+(?:the\s+)?|\s+until\s+(?:the\s+)?|\s*[-–/]\s*))+$")
            .expect("a constant pattern")
    });
    static WEEKDAY: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)(?:\b(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s+)?(?:\bthe\s+)?$")
            .expect("a constant pattern")
    });
    static TIMED: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(&format!(
            r"(?i)(?:\b(?:at|around|about|approximately|approx\.?|just|after|before|circa|by)\s+)*\b{TIME}(?:\s*(?:-|–|to|and|until)\s*{TIME})?,?\s+(?:on\s+)?$"
        ))
        .expect("a constant pattern")
    });
    static WORDS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"(?i)\b(?:(?P<part>(?:(?:on|in|during)\s+)?the\s+(?:early\s+|late\s+)?(?P<noun>night|evening|morning|afternoon|weekend|day|week)\s+(?:of|commencing|beginning|ending)\s+)|(?P<week>(?:(?:on|in|during|for)\s+)?(?:the\s+|a\s+)?(?:week\s+(?:commencing|beginning|ending|of)|w/?c\.?|w/?e\.?)\s*:?\s*)|(?P<about>on\s+or\s+(?:about|around)\s+)|(?P<on>on\s+(?:or\s+before\s+)?)|(?P<between>(?:from|between)\s+))$",
        )
        .expect("a constant pattern")
    });
    let from = text.floor_char_boundary(start.saturating_sub(FARTHEST));
    let head = &text[from..start];
    let cut =
        |head: &str, pattern: &Regex| pattern.find(head).map_or(head.len(), |found| found.start());
    let bare = &head[..cut(head, &WEEKDAY)];
    let several = cut(bare, &DAYS);
    let of_days = several < bare.len();
    let head = &bare[..several];
    let head = &head[..cut(head, &WEEKDAY)];
    let timed = cut(head, &TIMED);
    if timed < head.len() {
        let small = !head[timed..].starts_with(char::is_uppercase);
        let words = if small { "in" } else { "In" };
        return Led {
            start: from + timed,
            words: Some(words.to_owned()),
            is_plain_in: true,
        };
    }
    let Some(found) = WORDS.captures(head) else {
        return Led {
            start: from + head.len(),
            words: None,
            is_plain_in: false,
        };
    };
    let at = found.get(0).map_or(head.len(), |whole| whole.start());
    let noun = found.name("noun").map(|noun| noun.as_str().to_lowercase());
    let (words, plain) = match noun.as_deref() {
        Some("day") => ("a day in".to_owned(), false),
        Some("week") => ("a week in".to_owned(), false),
        Some(noun) => (format!("one {noun} in"), false),
        None if found.name("week").is_some() => ("a week in".to_owned(), false),
        None if found.name("about").is_some() => ("in or about".to_owned(), false),
        None if found.name("between").is_some() && !of_days => {
            return Led {
                start: from + head.len(),
                words: None,
                is_plain_in: false,
            };
        }
        None => ("in".to_owned(), true),
    };
    Led {
        start: from + at,
        words: Some(words),
        is_plain_in: plain,
    }
}

/// The end of the date with the time that stands at it: “12 March 2019, 21:10”, “… at about 9pm”.
pub(super) fn time_after(text: &str, end: usize) -> usize {
    static AFTER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(&format!(
            r"(?i)^[,;]?[ \u{{A0}}]+(?:-\s+|–\s+)?(?:(?:at|around|about|approximately|approx\.?|between|from|@)\s+)*{TIME}(?:\s*(?:-|–|to|and|until)\s*{TIME})?"
        ))
        .expect("a constant pattern")
    });
    AFTER
        .find(&text[end..])
        .map_or(end, |found| end + found.end())
}
