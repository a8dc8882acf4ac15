//! Numbers of something, and months, as they stand in a text.

use std::collections::BTreeSet;

/// “twelve agencies”
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Figure {
    pub number: u32,
    /// What is counted, in lower case and the singular.
    pub of: String,
    /// Of recommendations: “national”, “multi-agency” or whatever stands before the word; else empty.
    pub kind: String,
    /// Only some of them: “the first two”, “three of the”.
    pub is_part: bool,
    pub written: String,
}

const ONES: [&str; 20] = [
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
/// Words before a figure that make it a part of the whole.
const PARTS: [&str; 12] = [
    "first",
    "last",
    "next",
    "these",
    "those",
    "other",
    "further",
    "another",
    "early",
    "remaining",
    "or",
    "than",
];
/// Words before a number that is the name of something.
const REFERENCES: [&str; 10] = [
    "recommendation",
    "finding",
    "paragraph",
    "section",
    "appendix",
    "page",
    "question",
    "point",
    "chapter",
    "term",
];
/// Words after a number that it does not count, or that count too many things to be compared.
const NOT_COUNTED: [&str; 28] = [
    "about", "after", "also", "before", "below", "both", "days", "during", "each", "from", "have",
    "hours", "later", "minutes", "months", "more", "only", "other", "others", "pages", "that",
    "their", "times", "weeks", "were", "which", "with", "years",
];
const SHORTEST: usize = 4;

/// Every number from two to 999 with the word that follows it. Years, ages and days of a month are none.
pub(super) fn figures(text: &str) -> Vec<Figure> {
    let words = words(text);
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let Some(number) = number(word).filter(|number| *number > 1) else {
            continue;
        };
        let Some(next) = words.get(at + 1) else {
            continue;
        };
        let before = at
            .checked_sub(1)
            .map_or("", |before| words[before].as_str());
        let after = words.get(at + 2).map_or("", String::as_str);
        let (of, kind) = match singular(after) {
            "recommendation" if !next.starts_with("recommendation") => (after, next.as_str()),
            _ => (next.as_str(), ""),
        };
        let counts = of.chars().count() >= SHORTEST
            && of
                .chars()
                .all(|letter| letter.is_alphabetic() || letter == '-')
            && !NOT_COUNTED.contains(&of)
            && !MONTHS.contains(&of)
            && self::number(of).is_none();
        if !counts || is_reference(before) {
            continue;
        }
        let kinds: &[&str] = if kind.is_empty() { &[] } else { &[kind] };
        found.push(Figure {
            number,
            of: singular(of).to_owned(),
            kind: kind.to_owned(),
            is_part: PARTS.contains(&before) || kind == "of" || kind == "the",
            written: [&[word.as_str()][..], kinds, &[of]].concat().join(" "),
        });
    }
    found
}

/// The numbers by which recommendations are referred to: “recommendation 3”.
pub(super) fn recommendations_named(text: &str) -> Vec<u32> {
    let words = words(text);
    let pairs = words.windows(2);
    let named = pairs.filter(|pair| singular(&pair[0]) == "recommendation");
    named.filter_map(|pair| number(&pair[1])).collect()
}

fn is_reference(before: &str) -> bool {
    REFERENCES.contains(&before) || REFERENCES.contains(&singular(before))
}

/// “May 2021” as (2021, 5): a month with its year right behind it.
pub(super) fn months(text: &str) -> Vec<(i32, u32)> {
    let words = words(text);
    let pairs = words.windows(2);
    pairs
        .filter_map(|pair| Some((year(&pair[1])?, month(&pair[0])?)))
        .collect()
}

/// Every month of a sentence with every year of it: “between May and July 2021” speaks of both.
pub(super) fn months_and_years(sentence: &str) -> BTreeSet<(i32, u32)> {
    let words = words(sentence);
    let years: Vec<i32> = words.iter().filter_map(|word| year(word)).collect();
    let months = words.iter().filter_map(|word| month(word));
    months
        .flat_map(|month| years.iter().map(move |year| (*year, month)))
        .collect()
}

/// In lower case, without what stands around them; a full stop or comma parts nothing.
fn words(text: &str) -> Vec<String> {
    text.split(|letter: char| {
        letter.is_whitespace() || matches!(letter, '(' | ')' | '/' | '–' | '—')
    })
    .map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()))
    .filter(|word| !word.is_empty())
    .map(str::to_lowercase)
    .collect()
}

fn number(word: &str) -> Option<u32> {
    if word.chars().all(|letter| letter.is_ascii_digit()) && word.len() <= 3 {
        return word.parse().ok();
    }
    let place = |list: &[&str], word: &str| list.iter().position(|known| *known == word);
    if let Some(at) = place(&ONES, word) {
        return u32::try_from(at).ok();
    }
    // “forty-one”, “forty”
    let (tens, ones) = word.split_once('-').unwrap_or((word, "zero"));
    let tens = place(&TENS, tens)?;
    let ones = place(&ONES[..10], ones)?;
    u32::try_from((tens + 2) * 10 + ones).ok()
}

fn month(word: &str) -> Option<u32> {
    let at = MONTHS.iter().position(|known| *known == word)?;
    u32::try_from(at + 1).ok()
}

fn year(word: &str) -> Option<i32> {
    let year = word.get(..4)?.parse().ok()?;
    let alone = word.len() == 4 || !word[4..].starts_with(|letter: char| letter.is_ascii_digit());
    (alone && (1900..2100).contains(&year)).then_some(year)
}

/// “agencies” → “agency”, “times” → “time”
fn singular(word: &str) -> &str {
    // “agencies” and “agency” are told by one stem.
    word.strip_suffix("ies")
        .or_else(|| word.strip_suffix('y'))
        .or_else(|| word.strip_suffix('s'))
        .unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_with_what_they_count() {
        for (text, expected) in [
            ("Twelve agencies were asked.", "12 agenc"),
            ("An agency answered.", ""),
            (
                "The panel met seven times, and forty-one messages came.",
                "41 message",
            ),
            ("She was 34. In 2021 nothing changed.", ""),
            ("On 14 May 2021 he came.", ""),
            ("Two of the agencies wrote.", ""),
            ("It makes eleven recommendations.", "11 recommendation"),
            (
                "It makes three national recommendations.",
                "3 national recommendation",
            ),
            ("The first two recommendations", "2 recommendation in part"),
            ("one agency and one more", ""),
            ("", ""),
        ] {
            let found = figures(text).into_iter().map(|figure| {
                let kind = match figure.kind.as_str() {
                    "" => String::new(),
                    kind => format!("{kind} "),
                };
                let part = if figure.is_part { " in part" } else { "" };
                format!("{} {kind}{}{part}", figure.number, figure.of)
            });
            let found: Vec<String> = found.collect();
            assert_eq!(found.join(", "), expected, "{text}");
        }
    }

    #[test]
    fn months_are_read_with_their_year() {
        let text = "It began in May 2021, and in early June 2022; may 12 say so.";
        assert_eq!(months(text), [(2021, 5), (2022, 6)]);
        let both = months_and_years("between May and July 2021");
        assert_eq!(both.into_iter().collect::<Vec<_>>(), [(2021, 5), (2021, 7)]);
    }
}
