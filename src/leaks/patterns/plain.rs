use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::leaks::folding::{Sight, sight};

/// A text with one byte for each character that can be seen: letters and digits without accents and width, one kind of space and hyphen,
/// and 1 for whatever else there is.
pub(in crate::leaks) struct Plain<'a> {
    pub(super) bytes: Cow<'a, [u8]>,
    /// Where a stretch of bytes begins that stand in the text as they are, and where in the text it does; none: the text itself.
    stretches: Vec<(usize, usize)>,
    text: &'a str,
}

impl<'a> Plain<'a> {
    pub(in crate::leaks) fn of(text: &'a str) -> Self {
        if text.is_ascii() {
            return Self {
                bytes: Cow::Borrowed(text.as_bytes()),
                stretches: Vec::new(),
                text,
            };
        }
        let (mut bytes, mut stretches) = (Vec::with_capacity(text.len()), Vec::new());
        let mut at = 0;
        while at < text.len() {
            let rest = &text.as_bytes()[at..];
            let length = rest
                .iter()
                .position(|byte| !byte.is_ascii())
                .unwrap_or(rest.len());
            stretches.push((bytes.len(), at));
            bytes.extend_from_slice(&rest[..length]);
            at += length;
            if let Some(character) = text[at..].chars().next() {
                if let Some(byte) = plain(character) {
                    stretches.push((bytes.len(), at));
                    bytes.push(byte);
                }
                at += character.len_utf8();
            }
        }
        Self {
            bytes: Cow::Owned(bytes),
            stretches,
            text,
        }
    }

    /// Where in the text a stretch of the bytes stands.
    pub(super) fn in_text(&self, range: &Range<usize>) -> Range<usize> {
        if self.stretches.is_empty() {
            return range.clone();
        }
        let Some(last) = range.end.checked_sub(1) else {
            return 0..0;
        };
        let last = self.place(last);
        let end = last + self.text[last..].chars().next().map_or(0, char::len_utf8);
        self.place(range.start)..end
    }

    /// Where in the text the byte at `at` stands.
    fn place(&self, at: usize) -> usize {
        if at >= self.bytes.len() {
            return self.text.len();
        }
        let after = self.stretches.partition_point(|(first, _)| *first <= at);
        let stretch = after
            .checked_sub(1)
            .and_then(|last| self.stretches.get(last));
        stretch.map_or(at, |(first, place)| place + (at - first))
    }
}

fn plain(character: char) -> Option<u8> {
    if character.is_ascii() {
        return Some(character as u8);
    }
    match character {
        '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => {
            return Some(b' ');
        }
        '\u{2028}' | '\u{2029}' | '\u{85}' => return Some(b'\n'),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => return Some(b'-'),
        '’' | '‘' | 'ʼ' => return Some(b'\''),
        '\u{FF20}' | '\u{FE6B}' => return Some(b'@'),
        _ => {}
    }
    match sight(character) {
        Sight::Nothing => None,
        Sight::Separator => Some(
            std::iter::once(character)
                .nfkd()
                .next()
                .and_then(|plain| u8::try_from(plain).ok())
                .filter(u8::is_ascii)
                .unwrap_or(1),
        ),
        Sight::Letter => Some(
            std::iter::once(character)
                .nfkd()
                .next()
                .and_then(|plain| u8::try_from(plain).ok())
                .filter(u8::is_ascii)
                .unwrap_or(b'\x02'),
        ),
    }
}

/// The byte at `at`; 0 where there is none.
pub(super) fn byte(bytes: &[u8], at: usize) -> u8 {
    bytes.get(at).copied().unwrap_or(0)
}

/// The byte before `at`; 0 where there is none.
pub(super) fn before(bytes: &[u8], at: usize) -> u8 {
    at.checked_sub(1).map_or(0, |at| byte(bytes, at))
}

pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

/// A letter, a digit, or a letter of another alphabet.
pub(super) fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'\x02'
}

/// Digits with what may stand between groups of them.
pub(super) struct Groups {
    pub(super) digits: Vec<u8>,
    /// Behind each group: how many digits there are so far, and where the group ends.
    pub(super) ends: Vec<(usize, usize)>,
}

impl Groups {
    /// From the digit at `at`, up to `most` digits in whole groups with at most two of `between` between them.
    pub(super) fn from(bytes: &[u8], at: usize, most: usize, between: &[u8]) -> Self {
        let (mut digits, mut ends) = (Vec::with_capacity(most), Vec::with_capacity(4));
        let mut here = at;
        loop {
            while byte(bytes, here).is_ascii_digit() {
                digits.push(byte(bytes, here) - b'0');
                here += 1;
                if digits.len() > most {
                    return Self { digits, ends };
                }
            }
            ends.push((digits.len(), here));
            let gap = bytes[here..]
                .iter()
                .take(3)
                .take_while(|byte| between.contains(byte))
                .count();
            if gap == 0 || gap > 2 || !byte(bytes, here + gap).is_ascii_digit() {
                return Self { digits, ends };
            }
            here += gap;
        }
    }

    /// Where the group ends with which there are `count` digits.
    pub(super) fn end_at(&self, count: usize) -> Option<usize> {
        self.ends
            .iter()
            .find(|(digits, _)| *digits == count)
            .map(|(_, end)| *end)
    }

    /// How many digits each group has, up to `count` digits.
    pub(super) fn sizes(&self, count: usize) -> Vec<usize> {
        let mut before = 0;
        self.ends
            .iter()
            .take_while(|(digits, _)| *digits <= count)
            .map(|(digits, _)| {
                let size = digits - before;
                before = *digits;
                size
            })
            .collect()
    }
}

/// Whether one of `words` stands within `reach` bytes before `at`, as a whole word in any case.
pub(super) fn is_near(bytes: &[u8], at: usize, reach: usize, words: &[&str]) -> bool {
    let window = &bytes[at.saturating_sub(reach)..at.min(bytes.len())];
    holds_word(window, words)
}

pub(super) fn holds_word(window: &[u8], words: &[&str]) -> bool {
    words.iter().any(|word| {
        let length = word.len();
        window.windows(length).enumerate().any(|(at, here)| {
            here.eq_ignore_ascii_case(word.as_bytes())
                && !is_word(before(window, at))
                && !is_word(byte(window, at + length))
        })
    })
}
