use std::ops::Range;

use super::plain::{Groups, before, byte, is_word};

/// What may stand between the groups of a telephone number.
const BETWEEN: &[u8] = b" -.()\n\r";

/// A telephone number whose first digit stands at `at`: of a place or a mobile telephone in this country, or of another country behind
/// a `+`. Numbers that begin with 03, 08 or 09 belong to helplines and offices, never to a person.
pub(super) fn from(bytes: &[u8], at: usize) -> Option<Range<usize>> {
    let left = before(bytes, at);
    if is_word(left)
        || matches!(left, b'/' | b'.' | b',' | b':' | b'-')
            && before(bytes, at - 1).is_ascii_digit()
    {
        return None;
    }
    if left != b'+' && byte(bytes, at) != b'0' {
        return None;
    }
    let groups = Groups::from(bytes, at, 17, BETWEEN);
    let code = groups.ends.first().is_some_and(|(digits, _)| *digits >= 2);
    let abroad = left == b'+' || code && groups.digits.starts_with(&[0, 0]);
    let start = match left {
        b'+' | b'(' => at - 1,
        _ => at,
    };
    if abroad {
        let digits = groups.digits.iter().skip_while(|digit| **digit == 0);
        let skipped = groups.digits.len() - digits.count();
        return international(bytes, &groups, skipped).map(|end| start..end);
    }
    let end = national(bytes, &groups, 0)?;
    Some(start..end)
}

fn international(bytes: &[u8], groups: &Groups, skipped: usize) -> Option<usize> {
    if groups.digits.get(skipped..)?.starts_with(&[4, 4]) {
        let code = skipped + 2;
        let zero = usize::from(groups.digits.get(code) == Some(&0));
        let total = code + zero + 10;
        let first = groups.digits.get(code + zero)?;
        if !matches!(first, 1 | 2 | 7) {
            return None;
        }
        let end = groups.end_at(total).or_else(|| groups.end_at(total - 1))?;
        return (!is_word(byte(bytes, end))).then_some(end);
    }
    let (count, end) = *groups.ends.iter().rev().find(|(count, _)| *count <= 15)?;
    (count - skipped >= 8 && !is_word(byte(bytes, end))).then_some(end)
}

fn national(bytes: &[u8], groups: &Groups, skipped: usize) -> Option<usize> {
    let digits = &groups.digits[skipped..];
    let [0, second, ..] = digits else {
        return None;
    };
    if !matches!(second, 1 | 2 | 7) {
        return None;
    }
    let end = groups.end_at(11).or_else(|| {
        let sizes = groups.sizes(10);
        (*second == 1 && sizes.first() == Some(&5)).then(|| groups.end_at(10))?
    })?;
    let sizes = groups.sizes(11);
    // A day and a month come in groups of two.
    let grouped = sizes.first().is_some_and(|first| *first >= 3);
    let one_digit = digits[..digits.len().min(11)]
        .iter()
        .skip(1)
        .all(|digit| *digit == digits[1]);
    (grouped && !one_digit && !is_word(byte(bytes, end))).then_some(end)
}
