use std::ops::Range;

use super::plain::{Groups, before, byte, is_near, is_word};

/// An NHS number that begins at `at`: ten digits, in one or as 3-3-4 (in any groups where it is called one), the last of which is
/// right.
pub(super) fn from(bytes: &[u8], at: usize) -> Option<Range<usize>> {
    let left = before(bytes, at);
    if is_word(left) || matches!(left, b'.' | b'+' | b',') && before(bytes, at - 1).is_ascii_digit()
    {
        return None;
    }
    let groups = Groups::from(bytes, at, 14, b" -.\n\r");
    let end = groups.end_at(10)?;
    if is_word(byte(bytes, end)) || !is_valid(&groups.digits[..10]) {
        return None;
    }
    let sizes = groups.sizes(10);
    let known = matches!(sizes[..], [10] | [3, 3, 4]);
    (known || is_near(bytes, at, 24, &["nhs"])).then_some(at..end)
}

/// By the check digit (modulus 11). Ten times the same digit is no number that was ever given.
fn is_valid(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .zip((2..=10).rev())
        .map(|(digit, weight)| u32::from(*digit) * weight)
        .sum();
    let check = match 11 - sum % 11 {
        11 => 0,
        other => other,
    };
    check == u32::from(digits[9]) && digits.iter().any(|digit| *digit != digits[0])
}
