//! The hidden bookmark at each line of what goes out, by which it is found again when text around it has moved.
//!
//! `_lantern_p_17_2_5d41402a` is the second line of paragraph 17 with the fingerprint of its words; `_lantern_x_3_…` the third line beside the
//! draft (title, what is asked). Word hides bookmarks that begin with a low line and allows 40 characters.

use sha2::{Digest, Sha256};

use crate::model::ParagraphId;

const PREFIX: &str = "_lantern_";
/// Before the token of the sending; the two are just 40 characters.
const TOKEN_PREFIX: &str = "_lantern";
const TOKEN_LENGTH: usize = 32;

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Mark {
    pub(super) place: Place,
    /// From 1 within a paragraph; 0 is the title of the section that the paragraph begins.
    pub(super) line: u32,
    pub(super) fingerprint: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Place {
    Paragraph(ParagraphId),
    /// Beside the draft.
    Beside,
}

impl Mark {
    pub(super) fn new(place: Place, line: u32, text: &str) -> Self {
        Self {
            place,
            line,
            fingerprint: fingerprint(text),
        }
    }

    pub(super) fn name(&self) -> String {
        let Self {
            place,
            line,
            fingerprint,
        } = self;
        match place {
            Place::Paragraph(id) => format!("{PREFIX}p_{id}_{line}_{fingerprint}"),
            Place::Beside => format!("{PREFIX}x_{line}_{fingerprint}"),
        }
    }

    pub(super) fn parse(name: &str) -> Option<Self> {
        let mut parts = name.strip_prefix(PREFIX)?.split('_');
        let place = match parts.next()? {
            "p" => Place::Paragraph(ParagraphId(parts.next()?.parse().ok()?)),
            "x" => Place::Beside,
            _ => return None,
        };
        Some(Self {
            place,
            line: parts.next()?.parse().ok()?,
            fingerprint: parts.next()?.to_owned(),
        })
    }

    pub(super) fn paragraph(&self) -> Option<ParagraphId> {
        match self.place {
            Place::Paragraph(id) => Some(id),
            Place::Beside => None,
        }
    }
}

/// The bookmark that carries the token.
pub(super) fn token_name(token: &str) -> String {
    format!("{TOKEN_PREFIX}{token}")
}

/// The token in the name of a bookmark.
pub(super) fn token_in(name: &str) -> Option<&str> {
    name.strip_prefix(TOKEN_PREFIX)
        .filter(|rest| is_token(rest))
}

pub(super) fn is_token(text: &str) -> bool {
    text.len() == TOKEN_LENGTH && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Words that look like a token in running text.
pub(super) fn tokens_in(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| is_token(word))
}

/// The same for texts that differ in nothing but white space, which programs set as they please.
pub(super) fn fingerprint(text: &str) -> String {
    let letters: String = text
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    hexadecimal(&Sha256::digest(letters)[..4])
}

pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_fit_into_a_bookmark_and_come_back() {
        for (place, line) in [
            (Place::Paragraph(ParagraphId(17)), 2),
            (Place::Paragraph(ParagraphId(999_999_999)), 40),
            (Place::Beside, 0),
        ] {
            let mark = Mark::new(place, line, "4.2 She rang.");
            assert!(mark.name().len() <= 40, "{}", mark.name());
            assert_eq!(Mark::parse(&mark.name()), Some(mark));
        }
        let token = "0123456789abcdef0123456789abcdef";
        assert_eq!(token_name(token).len(), 40);
        assert_eq!(token_in(&token_name(token)), Some(token));
        for other in [
            "_GoBack",
            "_lantern_p_x_1_ab",
            "_lantern_q_1_1_ab",
            "lantern",
        ] {
            assert_eq!(
                (Mark::parse(other), token_in(other)),
                (None, None),
                "{other}"
            );
        }
    }

    #[test]
    fn white_space_does_not_count_and_words_do() {
        assert_eq!(
            fingerprint("4.2\tShe rang. "),
            fingerprint("4.2 She\u{a0}rang.")
        );
        assert_ne!(fingerprint("She rang."), fingerprint("She rang!"));
    }
}
