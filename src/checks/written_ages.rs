//! Ages as they stand in running text.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// An exact age: bands (“aged 25 to 34”, “over 65”) are none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct WrittenAge {
    pub range: Range<usize>,
    /// Full years; 0 for a baby.
    pub years: u32,
    /// “six-year-old”, which speaks of what follows rather than of what stands before.
    pub of_what_follows: bool,
}

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

static AGES: LazyLock<Regex> = LazyLock::new(|| {
    // Longer words first: an alternation takes the first that fits.
    let mut small: Vec<&str> = SMALL[1..].to_vec();
    small.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let number = format!(
        r"(?:\d{{1,3}}|(?:{})(?:[-\s](?:{}))?|(?:{}))",
        TENS.join("|"),
        SMALL[1..10].join("|"),
        small.join("|")
    );
    let shapes = [
        format!(r"\b(?<adjective>{number})[-\s](?<unit>year|month|week|day)s?[-\s]olds?\b"),
        format!(r"\b(?<noun>{number})\s+years?\s+of\s+age\b"),
        format!(
            r"\b(?:aged|at\s+the\s+age\s+of|who\s+(?:is|was|were|are))\s+(?<aged>{number})\b(?:\s+and\s+(?<other>{number})\b)?(?<unit2>\s+(?:months?|weeks?|days?)\b)?"
        ),
        format!(r"\b(?:boy|girl|son|daughter)\s+(?:of\s+|\()(?<child>{number})\b\)?"),
    ];
    Regex::new(&format!("(?i:{})", shapes.join("|"))).expect("a constant pattern")
});

/// In order.
pub(super) fn ages_in(text: &str) -> Vec<WrittenAge> {
    AGES.captures_iter(text)
        .filter_map(|found| {
            let whole = found.get(0)?;
            if is_band(&text[..whole.start()], &text[whole.end()..]) {
                return None;
            }
            let named = |name: &str| found.name(name).map(|found| found.as_str());
            let number = ["adjective", "noun", "aged", "child"]
                .into_iter()
                .find_map(named)?;
            let unit = named("unit").or_else(|| named("unit2")).unwrap_or("year");
            let years = match unit.trim().to_lowercase() {
                unit if unit.starts_with("month") => number_of(number)? / 12,
                unit if unit.starts_with(['w', 'd']) => 0,
                _ => number_of(number)?,
            };
            let relative = whole.as_str().to_lowercase().starts_with("who");
            // “who were two of her friends”
            if relative && !text[whole.end()..].starts_with(['.', ',', ';', ')']) {
                return None;
            }
            Some(WrittenAge {
                range: whole.range(),
                years,
                of_what_follows: named("adjective").is_some_and(|_| whole.as_str().contains('-')),
            })
        })
        .collect()
}

/// Whether what stands around a number makes it a band or a bound.
fn is_band(before: &str, after: &str) -> bool {
    let after = after.trim_start().to_lowercase();
    let band_after = [
        "to ",
        "–",
        "—",
        "-",
        "+",
        "and over",
        "or over",
        "and above",
        "or above",
        "and under",
        "or under",
        "or older",
        "or younger",
        "and older",
        "and younger",
        "upwards",
    ];
    let before = before.trim_end().to_lowercase();
    let band_before = [
        "to",
        "between",
        "–",
        "-",
        "over",
        "under",
        "least",
        "below",
        "above",
        "than",
        "and under",
        "up to",
        "band",
    ];
    band_after.iter().any(|word| after.starts_with(word))
        || band_before.iter().any(|word| {
            before.ends_with(word)
                && !before[..before.len() - word.len()].ends_with(char::is_alphanumeric)
        })
}

fn number_of(word: &str) -> Option<u32> {
    if let Ok(number) = word.parse() {
        return Some(number);
    }
    let word = word.to_lowercase();
    let mut parts = word.split(['-', ' ']);
    let first = parts.next()?;
    let small = |word: &str| SMALL.iter().position(|known| *known == word);
    let tens = TENS.iter().position(|known| *known == first);
    let number = match tens {
        Some(at) => (at + 2) * 10 + parts.next().map_or(Some(0), small)?,
        None => small(first)?,
    };
    u32::try_from(number).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exact_ages_are_found_and_bands_are_not() {
        for (text, expected) in [
            (
                "Anna, aged 33, and her six-year-old",
                "aged 33=33|six-year-old=6",
            ),
            ("two boys aged four and seven", "aged four and seven=4"),
            (
                "a baby, 18 months old; 3 weeks old",
                "18 months old=1|3 weeks old=0",
            ),
            ("at the age of thirty-four", "at the age of thirty-four=34"),
            ("her son, who was nine, rang", "who was nine=9"),
            ("who were two of her friends", ""),
            ("aged 25 to 34, aged 11–16, children aged under 5", ""),
            ("5 to 10 years old; over 65 years old; aged 16 and over", ""),
            ("in the age band 30 to 34", ""),
            ("a girl of twelve", "girl of twelve=12"),
            ("a year old dispute over six years", ""),
        ] {
            let found: Vec<String> = ages_in(text)
                .into_iter()
                .map(|age| format!("{}={}", &text[age.range], age.years))
                .collect();
            assert_eq!(found.join("|"), expected, "{text}");
        }
    }
}
