use std::ops::Range;

use super::plain::{before, byte, is_near, is_word};

const NEVER_GIVEN: [&[u8; 2]; 7] = [b"BG", b"GB", b"NK", b"KN", b"TN", b"NT", b"ZZ"];
const CALLED: [&str; 5] = ["ni", "nino", "insurance", "n.i", "national"];

/// A National Insurance number whose first digit stands at `at`: two letters that are given, six digits, and a letter from A to D; without
/// the last only in pairs, or where it is called one.
pub(super) fn around(bytes: &[u8], at: usize) -> Option<Range<usize>> {
    let mut start = at;
    while matches!(before(bytes, start), b' ' | b'-' | b'\n') && at - start < 2 {
        start -= 1;
    }
    start = start.checked_sub(2)?;
    let letters = [
        bytes[start].to_ascii_uppercase(),
        bytes[start + 1].to_ascii_uppercase(),
    ];
    if is_word(before(bytes, start)) || !are_given(letters) {
        return None;
    }
    let (mut here, mut pairs) = (at, 0);
    for pair in 0..3 {
        if !byte(bytes, here).is_ascii_digit() || !byte(bytes, here + 1).is_ascii_digit() {
            return None;
        }
        here += 2;
        let gap = bytes[here..]
            .iter()
            .take(2)
            .take_while(|byte| matches!(byte, b' ' | b'-' | b'.' | b'\n'))
            .count();
        if pair < 2 && gap > 0 {
            pairs += 1;
            here += gap;
        }
    }
    let digits_end = here;
    while matches!(byte(bytes, here), b' ' | b'-') && here - digits_end < 1 {
        here += 1;
    }
    let last = byte(bytes, here).to_ascii_uppercase();
    if matches!(last, b'A'..=b'D') && !is_word(byte(bytes, here + 1)) {
        return Some(start..here + 1);
    }
    let bare = !is_word(byte(bytes, digits_end))
        && bytes[start].is_ascii_uppercase()
        && (pairs == 2 && is_separated(bytes, start) || is_near(bytes, start, 40, &CALLED));
    bare.then_some(start..digits_end)
}

fn is_separated(bytes: &[u8], start: usize) -> bool {
    !byte(bytes, start + 2).is_ascii_digit()
}

fn are_given(letters: [u8; 2]) -> bool {
    let [first, second] = letters;
    first.is_ascii_uppercase()
        && second.is_ascii_uppercase()
        && !matches!(first, b'D' | b'F' | b'I' | b'Q' | b'U' | b'V')
        && !matches!(second, b'D' | b'F' | b'I' | b'O' | b'Q' | b'U' | b'V')
        && !NEVER_GIVEN.contains(&&letters)
}
