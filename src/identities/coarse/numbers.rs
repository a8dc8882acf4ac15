//! Numbers in words.

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

const TENS: [&str; 10] = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

/// What a number looks like in a pattern, in figures or words.
pub(super) const NUMBER: &str = r"(?:[0-9]{1,3}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)";

/// “34”, “thirty-four”.
pub(super) fn number(words: &str) -> Option<u32> {
    if let Ok(number) = words.parse() {
        return Some(number);
    }
    let words = words.to_lowercase();
    let place = |list: &[&str], word: &str| {
        list.iter()
            .position(|known| *known == word && !word.is_empty())
    };
    if let Some(small) = place(&SMALL, &words) {
        return u32::try_from(small).ok();
    }
    let (tens, ones) = words.split_once([' ', '-']).unwrap_or((&words, "zero"));
    let sum = place(&TENS, tens)? * 10 + place(&SMALL, ones)?;
    u32::try_from(sum).ok()
}
