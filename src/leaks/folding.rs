//! A text as the eye takes it: without case, accents, invisible characters and separators, and with look-alike letters told as what they
//! look like. Every letter knows where it came from.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What one character is to the eye.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sight {
    /// Not there: a soft hyphen, a zero-width space, an accent.
    Nothing,
    /// Between words or numbers.
    Separator,
    Letter,
}

/// Bytes that are folded at a time.
const AT_ONCE: usize = 64;

/// Letters and digits of a stretch of a text in lower case, one after the other.
#[derive(Debug, Default)]
pub(super) struct Folded {
    pub(super) letters: Vec<u8>,
    /// For each byte of `letters`: where in the text, in bytes, the character begins that it came from.
    pub(super) from: Vec<u32>,
}

impl Folded {
    /// Adds what stands in `range` of a text that is shorter than 4 GiB.
    pub(super) fn take(&mut self, text: &str, range: Range<usize>) {
        let text = &text[..range.end];
        let mut at = range.start;
        while at < text.len() {
            at = self.push_plain(text, at);
            if let Some(character) = text[at..].chars().next() {
                self.push(character, at as u32);
                at += character.len_utf8();
            }
        }
    }

    /// Forgets all but the last `count` bytes.
    pub(super) fn keep_last(&mut self, count: usize) {
        let gone = self.letters.len().saturating_sub(count);
        self.letters.drain(..gone);
        self.from.drain(..gone);
    }

    /// The plain letters from `at` on, quickly; where the first other one stands.
    fn push_plain(&mut self, text: &str, at: usize) -> usize {
        let rest = &text.as_bytes()[at..];
        let length = rest
            .iter()
            .position(|byte| !byte.is_ascii())
            .unwrap_or(rest.len());
        for (bytes, first) in rest[..length].chunks(AT_ONCE).zip((at..).step_by(AT_ONCE)) {
            let (mut letters, mut from) = ([0; AT_ONCE], [0; AT_ONCE]);
            let mut count = 0;
            for (byte, place) in bytes.iter().zip(first as u32..) {
                // Written in any case and counted where it is one: without a branch, which nobody could foresee.
                letters[count % AT_ONCE] = byte.to_ascii_lowercase();
                from[count % AT_ONCE] = place;
                count += usize::from(byte.is_ascii_alphanumeric());
            }
            self.letters.extend_from_slice(&letters[..count]);
            self.from.extend_from_slice(&from[..count]);
        }
        at + length
    }

    fn push(&mut self, character: char, from: u32) {
        if sight(character) != Sight::Letter {
            return;
        }
        let mut buffer = [0; 4];
        each_letter(character, |letter| {
            let bytes = letter.encode_utf8(&mut buffer).as_bytes();
            self.letters.extend_from_slice(bytes);
            self.from.extend(bytes.iter().map(|_| from));
        });
    }
}

/// The letters and digits of `text`, folded.
pub(super) fn folded(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    for character in text.chars() {
        if sight(character) == Sight::Letter {
            each_letter(character, |letter| letters.push(letter));
        }
    }
    letters
}

pub(super) fn sight(character: char) -> Sight {
    match character {
        _ if character.is_ascii_alphanumeric() => Sight::Letter,
        '\u{AD}'
        | '\u{34F}'
        | '\u{61C}'
        | '\u{180E}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' => Sight::Nothing,
        _ if character.is_ascii() => Sight::Separator,
        '\u{2010}'..='\u{205F}' => Sight::Separator,
        _ if is_combining_mark(character) => Sight::Nothing,
        _ if character.is_alphanumeric() => Sight::Letter,
        // Letters in circles and squares are symbols, but are read as letters.
        '\u{2460}'..='\u{24FF}' | '\u{1F110}'..='\u{1F189}' => Sight::Letter,
        _ => Sight::Separator,
    }
}

fn each_letter(character: char, mut take: impl FnMut(char)) {
    if character.is_ascii() {
        return take(character.to_ascii_lowercase());
    }
    for part in std::iter::once(character).nfkd() {
        let part = circled(part);
        for lower in part.to_lowercase() {
            match like(lower) {
                Some(letters) => letters.chars().for_each(&mut take),
                None if lower.is_alphanumeric() => take(lower),
                None => {}
            }
        }
    }
}

/// 🄰 to 🅩 as letters.
fn circled(character: char) -> char {
    let letter = |first: u32| {
        char::from_u32(u32::from('a') + (u32::from(character) - first) % 26).unwrap_or(character)
    };
    match character {
        '\u{1F130}'..='\u{1F149}' => letter(0x1F130),
        '\u{1F150}'..='\u{1F169}' => letter(0x1F150),
        '\u{1F170}'..='\u{1F189}' => letter(0x1F170),
        other => other,
    }
}

/// What a small letter that no accent was taken from looks like in the Latin alphabet, or is commonly written as.
fn like(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ß' => "ss",
        'æ' | 'ӕ' => "ae",
        'œ' => "oe",
        'ø' | 'ɵ' => "o",
        'ł' | 'ɫ' => "l",
        'đ' | 'ð' | 'ɗ' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ŧ' => "t",
        'ŋ' => "n",
        'ĸ' => "k",
        'ı' | 'ɪ' | 'ɩ' | 'і' | 'ι' | 'ӏ' => "i",
        'ɑ' | 'α' | 'а' | 'ᴀ' => "a",
        'в' | 'β' | 'ʙ' => "b",
        'с' | 'ϲ' | 'ᴄ' => "c",
        'ԁ' => "d",
        'е' | 'є' | 'ε' | 'ᴇ' | 'ə' => "e",
        'ꜰ' => "f",
        'ɡ' | 'ɢ' | 'ց' => "g",
        'һ' | 'н' | 'ʜ' | 'η' => "h",
        'ј' | 'ϳ' | 'ᴊ' => "j",
        'к' | 'κ' | 'ᴋ' => "k",
        'ⅼ' | 'ʟ' => "l",
        'м' | 'μ' | 'ᴍ' => "m",
        'ո' | 'ν' | 'ɴ' => "n",
        'о' | 'ο' | 'օ' | 'ᴏ' => "o",
        'р' | 'ρ' | 'ᴘ' => "p",
        'ԛ' => "q",
        'г' | 'ʀ' => "r",
        'ѕ' | 'ꜱ' => "s",
        'т' | 'τ' | 'ᴛ' => "t",
        'υ' | 'ս' | 'ᴜ' => "u",
        'ѵ' | 'ᴠ' => "v",
        'ԝ' | 'ѡ' | 'ω' | 'ᴡ' => "w",
        'х' | 'χ' => "x",
        'у' | 'ү' | 'γ' | 'ʏ' => "y",
        'ᴢ' | 'ζ' => "z",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_folded_to_what_the_eye_sees() {
        for (text, letters) in [
            ("Catarina", "catarina"),
            ("Cata\u{AD}ri\u{200B}na", "catarina"),
            ("GRAÇA Müller-Łukasz", "gracamullerlukasz"),
            ("Grac\u{327}a", "graca"),
            ("Ｃａｔ ３", "cat3"),
            ("ﬁona O’Shea", "fionaoshea"),
            ("Саtаrіnа", "catarina"),
            ("𝓒𝒂𝕥 Ⓒⓐⓣ 🄲🄰🅃", "catcatcat"),
            ("Åse Groß", "asegross"),
            ("07700 900-123", "07700900123"),
        ] {
            assert_eq!(folded(text), letters, "{text}");
            let mut whole = Folded::default();
            whole.take(text, 0..text.len());
            assert_eq!(whole.letters, letters.as_bytes());
            assert!(
                whole
                    .from
                    .iter()
                    .all(|from| text.is_char_boundary(*from as usize))
            );
        }
    }
}
