use std::ops::Range;

use super::plain::{before, byte};

/// An e-mail address whose `@` stands at `at`.
pub(super) fn around(bytes: &[u8], at: usize) -> Option<Range<usize>> {
    let own = |byte: u8| {
        byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'%' | b'+' | b'-' | b'\'' | 2)
    };
    let mut start = at;
    while start > 0 && own(before(bytes, start)) {
        start -= 1;
    }
    while start < at && matches!(bytes[start], b'.' | b'\'' | b'-') {
        start += 1;
    }
    let host = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
    let mut end = at + 1;
    while host(byte(bytes, end)) {
        end += 1;
    }
    while end > at && matches!(before(bytes, end), b'.' | b'-') {
        end -= 1;
    }
    let domain = bytes.get(at + 1..end)?;
    let last = domain.rsplit(|byte| *byte == b'.').next()?;
    let whole = start < at
        && domain.contains(&b'.')
        && !domain.starts_with(b".")
        && last.len() >= 2
        && last.iter().all(u8::is_ascii_alphabetic);
    whole.then_some(start..end)
}
