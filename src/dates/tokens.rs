//! Wording → tokens: numbers, words with their meaning, marks.

use std::borrow::Cow;

use super::words::{Word, meaning};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Up to 14 digits; `digits` counts leading zeros too.
    Number {
        value: u64,
        digits: u8,
    },
    Word(Word),
    /// A punctuation mark; every dash is `-`, a line break is `;`.
    Mark(char),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    pub kind: Kind,
    /// Bytes in the wording.
    pub start: usize,
    pub end: usize,
    /// White space, or nothing at all, stands before it.
    pub spaced: bool,
    /// The writer put “about” or “?” beside it.
    pub circa: bool,
    pub doubt: bool,
    /// A number in which a letter stood for a figure: `2O12`.
    pub mended: bool,
}

/// More tokens than any date has: what is longer is prose in the wrong column.
const MOST_TOKENS: usize = 160;
const MOST_DIGITS: usize = 14;

/// `None` where the wording is too long to be a date.
pub fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut scanner = Scanner {
        text,
        at: 0,
        spaced: true,
        tokens: Vec::with_capacity(16),
    };
    while let Some(character) = scanner.peek() {
        if scanner.tokens.len() >= MOST_TOKENS {
            return None;
        }
        scanner.step(character);
    }
    Some(scanner.tokens)
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    spaced: bool,
    tokens: Vec<Token>,
}

impl Scanner<'_> {
    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn step(&mut self, character: char) {
        match character {
            '\n' | '\r' => self.push(Kind::Mark(';'), character.len_utf8()),
            _ if character.is_whitespace() || is_unseen(character) => {
                self.at += character.len_utf8();
                self.spaced = true;
            }
            '0'..='9' => self.number(),
            'O' | 'o' | 'l' | 'I' if self.is_slip_for_digit() => self.number(),
            '_' if self.is_single_between_digits() => self.push(Kind::Mark('-'), 1),
            '█' | '■' | '▇' | '▮' | '*' | '_' => {
                let length = self.run(|c| matches!(c, '█' | '■' | '▇' | '▮' | '*' | '_'));
                self.push(Kind::Word(Word::Withheld), length);
            }
            _ if character.is_alphabetic() => self.word(),
            '‐' | '‑' | '‒' | '–' | '—' | '−' => {
                self.push(Kind::Mark('-'), character.len_utf8())
            }
            '“' | '”' | '„' | '〃' | '″' => {
                self.push(Kind::Mark('"'), character.len_utf8())
            }
            '’' | '‘' | '`' => self.push(Kind::Mark('\''), character.len_utf8()),
            '&' | '+' => self.push(Kind::Word(Word::And), 1),
            '@' => self.push(Kind::Word(Word::At), 1),
            '~' | '≈' => self.push(Kind::Word(Word::Circa), character.len_utf8()),
            _ => self.push(Kind::Mark(character), character.len_utf8()),
        }
    }

    fn push(&mut self, kind: Kind, length: usize) {
        self.tokens.push(Token {
            kind,
            start: self.at,
            end: self.at + length,
            spaced: self.spaced,
            circa: false,
            doubt: false,
            mended: false,
        });
        self.at += length;
        self.spaced = false;
    }

    /// Length in bytes of the run of characters from here that satisfy `wanted`.
    fn run(&self, wanted: impl Fn(char) -> bool) -> usize {
        let rest = &self.text[self.at..];
        rest.find(|character| !wanted(character))
            .unwrap_or(rest.len())
    }

    fn number(&mut self) {
        let length = self.length_of_number();
        let written = &self.text[self.at..self.at + length];
        let is_mended = !written.bytes().all(|byte| byte.is_ascii_digit());
        let digits: Cow<'_, str> = if is_mended {
            written
                .replace(['O', 'o'], "0")
                .replace(['l', 'I'], "1")
                .into()
        } else {
            written.into()
        };
        match digits.parse() {
            Ok(value) if length <= MOST_DIGITS => self.push(
                Kind::Number {
                    value,
                    digits: length as u8,
                },
                length,
            ),
            _ => self.push(Kind::Word(Word::Unknown), length),
        }
        if let Some(last) = self.tokens.last_mut() {
            last.mended = is_mended;
        }
    }

    /// Figures, and letters between figures that look like one: `2O12`.
    fn length_of_number(&self) -> usize {
        let bytes = &self.text.as_bytes()[self.at..];
        let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        let mut length = 0;
        while digit(length) || (bytes.get(length).is_some_and(is_like_digit) && digit(length + 1)) {
            length += 1;
        }
        length
    }

    /// `l4/07`: the letter stands alone before a figure.
    fn is_slip_for_digit(&self) -> bool {
        let bytes = self.text.as_bytes();
        let before = self.at.checked_sub(1).and_then(|at| bytes.get(at));
        before.is_none_or(|byte| !byte.is_ascii_alphanumeric())
            && bytes.get(self.at + 1).is_some_and(u8::is_ascii_digit)
            && bytes.get(self.at).is_some_and(is_like_digit)
    }

    /// The underscore of `14_07_2012`.
    fn is_single_between_digits(&self) -> bool {
        let bytes = self.text.as_bytes();
        let digit = |at: Option<usize>| {
            at.and_then(|at| bytes.get(at))
                .is_some_and(u8::is_ascii_digit)
        };
        digit(self.at.checked_sub(1)) && digit(Some(self.at + 1))
    }

    fn word(&mut self) {
        let mut length = self.run(|c| c.is_alphabetic() || matches!(c, '\'' | '’'));
        let written = &self.text[self.at..self.at + length];
        let plain = written.trim_end_matches(['\'', '’']);
        length = plain.len();
        if let Some((word, whole)) = self.with_marks(plain) {
            return self.push(Kind::Word(word), whole);
        }
        let after_number = !self.spaced
            && matches!(
                self.tokens.last(),
                Some(Token {
                    kind: Kind::Number { .. },
                    ..
                })
            );
        match joined(plain, after_number) {
            Some(first) => {
                self.push(Kind::Word(meaning(&plain[..first])), first);
                self.push(Kind::Word(meaning(&plain[first..])), length - first);
            }
            None => self.push(Kind::Word(meaning(plain)), length),
        }
    }

    /// Words that are written with marks inside: `a.m.`, `p.m`, `w/c`, `n/k`.
    fn with_marks(&self, word: &str) -> Option<(Word, usize)> {
        let rest = &self.text.as_bytes()[self.at..];
        let lower = |index: usize| rest.get(index).map_or(0, u8::to_ascii_lowercase);
        let ends = |index: usize| !lower(index).is_ascii_alphanumeric();
        if word.len() != 1 {
            return None;
        }
        match (lower(0), lower(1), lower(2)) {
            (b'a', b'.', b'm') if ends(3) => Some((Word::Am, 3)),
            (b'p', b'.', b'm') if ends(3) => Some((Word::Pm, 3)),
            (b'w', b'/', b'c' | b'b') if ends(3) => Some((Word::Commencing, 3)),
            (b'w', b'/', b'e') if ends(3) => Some((Word::Ending, 3)),
            (b'd', b'.', b'o') if lower(3) == b'.' && lower(4) == b'b' && ends(5) => {
                Some((Word::Born, 5))
            }
            (b'w', b'.', b'e') if lower(3) == b'.' && lower(4) == b'f' && ends(5) => {
                Some((Word::From, 5))
            }
            _ => None,
        }
    }
}

fn is_like_digit(byte: &u8) -> bool {
    matches!(byte, b'O' | b'o' | b'l' | b'I')
}

/// Where to cut a word that is two: `ofMarch`, `thMarch` after a number, `inJune`.
fn joined(word: &str, after_number: bool) -> Option<usize> {
    if !word.is_ascii() || meaning(word) != Word::Unknown {
        return None;
    }
    [2, 3, 4].into_iter().find(|&cut| {
        word.len() > cut + 2
            && match meaning(&word[..cut]) {
                Word::Suffix | Word::Hours => after_number,
                Word::Of | Word::In | Word::On | Word::The | Word::From => true,
                _ => false,
            }
            && matches!(
                meaning(&word[cut..]),
                Word::Month(_) | Word::Of | Word::On | Word::Weekday(_) | Word::The
            )
    })
}

fn is_unseen(character: char) -> bool {
    matches!(
        character,
        '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{feff}' | '\u{200e}' | '\u{200f}' | '\u{ad}'
    )
}
