//! A text as it is searched: small letters, no marks on letters, one kind of apostrophe and hyphen, single spaces, nothing invisible. Each of
//! its letters knows where it stands in the text as written.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Stands for an empty line: a name never goes on beyond it.
pub(super) const BREAK: char = '\n';

#[derive(Debug, Clone, Default)]
pub(super) struct Folded {
    pub text: String,
    /// For each byte of `text`, the bytes of the original that it came from.
    from: Vec<Range<usize>>,
}

impl Folded {
    pub fn of(original: &str) -> Self {
        let mut folded = Self {
            text: String::with_capacity(original.len()),
            from: Vec::with_capacity(original.len()),
        };
        let mut letters = original.char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            let end = at + letter.len_utf8();
            if letter.is_whitespace() {
                let mut until = end;
                let mut lines = usize::from(letter == '\n');
                while let Some(&(next, space)) = letters.peek()
                    && (space.is_whitespace() || is_invisible(space))
                {
                    lines += usize::from(space == '\n');
                    until = next + space.len_utf8();
                    letters.next();
                }
                let next = letters.peek().map(|&(_, letter)| letter);
                folded.space(at..until, lines, next);
            } else if is_invisible(letter) {
                folded.widen(at, end, letter);
            } else {
                folded.letter(letter, at..end);
            }
        }
        folded
    }

    /// Where a stretch of the folded text stands in the original.
    pub fn original(&self, range: Range<usize>) -> Range<usize> {
        let start = self.from.get(range.start).map_or(0, |from| from.start);
        let end = range
            .end
            .checked_sub(1)
            .and_then(|last| self.from.get(last))
            .map_or(start, |from| from.end);
        start..end
    }

    /// A hyphen at the end of a line either divides a word or joins two.
    fn space(&mut self, range: Range<usize>, lines: usize, next: Option<char>) {
        let hyphen = self.text.ends_with('-')
            && self.text[..self.text.len() - 1].ends_with(char::is_alphanumeric);
        if lines == 1 && hyphen {
            if next.is_some_and(char::is_lowercase) {
                self.text.pop();
                self.from.pop();
            }
            return;
        }
        self.push(if lines > 1 { BREAK } else { ' ' }, range);
    }

    fn letter(&mut self, letter: char, range: Range<usize>) {
        if let Some(plain) = plain_of(letter) {
            for letter in plain.chars() {
                self.push(letter, range.clone());
            }
            return;
        }
        if letter.is_ascii() {
            self.push(letter.to_ascii_lowercase(), range);
            return;
        }
        for part in std::iter::once(letter).nfkd() {
            if is_combining_mark(part) {
                continue;
            }
            for small in part.to_lowercase() {
                match plain_of(small) {
                    Some(plain) => plain
                        .chars()
                        .for_each(|letter| self.push(letter, range.clone())),
                    None => self.push(small, range.clone()),
                }
            }
        }
    }

    /// A mark on the letter before belongs to it.
    fn widen(&mut self, at: usize, end: usize, letter: char) {
        if is_combining_mark(letter)
            && let Some(last) = self.from.last().cloned()
            && last.end == at
        {
            for from in self.from.iter_mut().rev() {
                if *from != last {
                    break;
                }
                from.end = end;
            }
        }
    }

    fn push(&mut self, letter: char, range: Range<usize>) {
        self.text.push(letter);
        for _ in 0..letter.len_utf8() {
            self.from.push(range.clone());
        }
    }
}

/// The folded form of a few words.
pub(super) fn folded(text: &str) -> String {
    Folded::of(text.trim()).text
}

fn is_invisible(letter: char) -> bool {
    is_combining_mark(letter)
        || matches!(letter, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{180E}' | '\u{34F}')
}

/// What a letter is that does not come apart into a plain one and its mark.
fn plain_of(letter: char) -> Option<&'static str> {
    Some(match letter {
        '’' | '‘' | 'ʼ' | '`' | '´' | '′' | '＇' => "'",
        '‐' | '‑' | '−' | '﹣' | '－' => "-",
        'ß' | 'ẞ' => "ss",
        'ø' | 'Ø' => "o",
        'ł' | 'Ł' => "l",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'þ' | 'Þ' => "th",
        'ı' | 'İ' => "i",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_folded_and_every_letter_knows_its_place() {
        let cases = [
            ("Zoë O’Neil", "zoe o'neil"),
            ("ZOE\u{308} ONEIL", "zoe oneil"),
            ("Dan\u{AD}so and Dan\u{200B}so", "danso and danso"),
            ("Dan-\nso", "danso"),
            ("Ann-\n  Marie", "ann-marie"),
            ("Amina \n Yusuf", "amina yusuf"),
            ("Amina\n\nYusuf", "amina\nyusuf"),
            ("Ｄａｎｓｏ", "danso"),
            ("Łukasz Größ", "lukasz gross"),
            ("", ""),
        ];
        for (text, expected) in cases {
            let folded = Folded::of(text);
            assert_eq!(folded.text, expected, "{text}");
            assert_eq!(folded.original(0..folded.text.len()), 0..text.len());
        }
        let folded = Folded::of("to Zoe\u{308}’s");
        assert_eq!(folded.original(3..6), 3..8);
    }
}
