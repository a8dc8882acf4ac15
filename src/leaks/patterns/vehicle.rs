use std::ops::Range;

use super::plain::{before, byte, holds_word, is_word};

const CALLED: [&str; 14] = [
    "car",
    "cars",
    "vehicle",
    "van",
    "registration",
    "registered",
    "reg",
    "plate",
    "plates",
    "vrm",
    "vrn",
    "anpr",
    "motorbike",
    "driving",
];

/// A vehicle’s registration whose first digit stands at `at`: as given since 2001 anywhere; older ones where a vehicle is spoken of.
pub(super) fn around(bytes: &[u8], at: usize) -> Option<Range<usize>> {
    let digits = bytes[at..]
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let left = bytes[..at]
        .iter()
        .rev()
        .take(4)
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count();
    let shape = current(bytes, at, digits, left)
        .or_else(|| with_first_letter(bytes, at, digits, left))
        .or_else(|| with_last_letter(bytes, at, digits))?;
    let (range, is_current) = shape;
    let upper = !bytes[range.clone()].iter().any(u8::is_ascii_lowercase);
    let spoken_of = || {
        let near = &bytes[range.start.saturating_sub(60)..(range.end + 30).min(bytes.len())];
        holds_word(near, &CALLED)
    };
    (upper && (is_current || spoken_of())).then_some(range)
}

/// “AB12 CDE”
fn current(bytes: &[u8], at: usize, digits: usize, left: usize) -> Option<(Range<usize>, bool)> {
    if digits != 2 || left != 2 || is_word(before(bytes, at - 2)) {
        return None;
    }
    let age = (bytes[at] - b'0') * 10 + bytes[at + 1] - b'0';
    let area = |byte: u8| !matches!(byte.to_ascii_uppercase(), b'I' | b'Q' | b'Z');
    let end = three_letters(bytes, at + 2)?;
    let given = matches!(age, 2..=30 | 51..=80) && area(bytes[at - 2]) && area(bytes[at - 1]);
    given.then_some((at - 2..end, true))
}

/// “A123 BCD”
fn with_first_letter(
    bytes: &[u8],
    at: usize,
    digits: usize,
    left: usize,
) -> Option<(Range<usize>, bool)> {
    if !(1..=3).contains(&digits) || left != 1 || is_word(before(bytes, at - 1)) {
        return None;
    }
    let end = three_letters(bytes, at + digits)?;
    let given = !matches!(
        bytes[at - 1].to_ascii_uppercase(),
        b'I' | b'O' | b'Q' | b'U' | b'Z'
    );
    given.then_some((at - 1..end, false))
}

/// “ABC 123D”
fn with_last_letter(bytes: &[u8], at: usize, digits: usize) -> Option<(Range<usize>, bool)> {
    let last = byte(bytes, at + digits);
    if !(1..=3).contains(&digits)
        || !last.is_ascii_alphabetic()
        || is_word(byte(bytes, at + digits + 1))
    {
        return None;
    }
    let gap = usize::from(before(bytes, at) == b' ');
    let start = at.checked_sub(gap + 3)?;
    let letters = bytes[start..start + 3].iter().all(u8::is_ascii_alphabetic);
    (letters && !is_word(before(bytes, start))).then_some((start..at + digits + 1, false))
}

/// Where three letters end that begin at `at` or behind a space.
fn three_letters(bytes: &[u8], at: usize) -> Option<usize> {
    let gap = usize::from(matches!(byte(bytes, at), b' ' | b'-' | b'\n'));
    let letters = bytes.get(at + gap..at + gap + 3)?;
    let given = letters.iter().all(|byte| {
        byte.is_ascii_alphabetic() && !matches!(byte.to_ascii_uppercase(), b'I' | b'Q')
    });
    (given && !is_word(byte(bytes, at + gap + 3))).then_some(at + gap + 3)
}
