//! A place in the tokens of one wording, with the marks of doubt already taken out of the way.

use super::Context;
use super::names::Names;
use super::tokens::{Kind, Token};
use super::words::Word;

#[derive(Clone, Copy)]
pub struct Cursor<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
    pub at: usize,
    pub context: &'a Context,
    pub names: &'a Names,
    /// The anchor that any event is taken for, whatever it is called (index in [`Context::anchors`]).
    pub any_event: Option<usize>,
}

impl<'a> Cursor<'a> {
    pub fn new(text: &'a str, tokens: &'a [Token], names: &'a Names, context: &'a Context) -> Self {
        Self {
            text,
            tokens,
            at: 0,
            context,
            names,
            any_event: None,
        }
    }

    pub fn token(&self, ahead: usize) -> Option<&'a Token> {
        self.tokens.get(self.at + ahead)
    }

    pub fn is_at_end(&self) -> bool {
        self.at >= self.tokens.len()
    }

    pub fn word(&self, ahead: usize) -> Option<Word> {
        match self.token(ahead)?.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    pub fn mark(&self, ahead: usize) -> Option<char> {
        match self.token(ahead)?.kind {
            Kind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    /// Value and number of digits.
    pub fn number(&self, ahead: usize) -> Option<(u64, u8)> {
        match self.token(ahead)?.kind {
            Kind::Number { value, digits } => Some((value, digits)),
            _ => None,
        }
    }

    /// Whether the token stands right after the one before it, without a space.
    pub fn joined(&self, ahead: usize) -> bool {
        self.token(ahead).is_some_and(|token| !token.spaced)
    }

    /// The words of one token as they were written.
    pub fn written(&self, ahead: usize) -> &'a str {
        self.token(ahead)
            .and_then(|token| self.text.get(token.start..token.end))
            .unwrap_or("")
    }

    /// The wording from one token up to, not including, another.
    pub fn between(&self, from: usize, to: usize) -> &'a str {
        let start = self
            .tokens
            .get(from)
            .map_or(self.text.len(), |token| token.start);
        let end = to
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last))
            .map_or(start, |token| token.end);
        self.text.get(start..end.max(start)).unwrap_or("")
    }

    pub fn eat(&mut self, word: Word) -> bool {
        let found = self.word(0) == Some(word);
        self.at += usize::from(found);
        found
    }

    pub fn eat_mark(&mut self, mark: char) -> bool {
        let found = self.mark(0) == Some(mark);
        self.at += usize::from(found);
        found
    }

    pub fn eat_all(&mut self, words: &[Word]) -> bool {
        let found = words
            .iter()
            .enumerate()
            .all(|(ahead, word)| self.word(ahead) == Some(*word));
        if found {
            self.at += words.len();
        }
        found
    }

    /// Articles, prepositions of time and labels, which change nothing where they stand.
    pub fn skip_fillers(&mut self) {
        while matches!(
            self.word(0),
            Some(Word::The | Word::On | Word::In | Word::At | Word::Of | Word::Label)
        ) {
            self.at += 1;
            if self.mark(0) == Some(':') {
                self.at += 1;
            }
        }
    }

    /// Tries a reading and goes back to where it was if it gives nothing.
    pub fn attempt<T>(&mut self, reading: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let start = self.at;
        let result = reading(self);
        if result.is_none() {
            self.at = start;
        }
        result
    }
}
