//! A place in the tokens of one wording, with the marks of doubt already taken out of the way.

use super::Context;
use super::tokens::{Kind, Token};
use super::words::{Unit, Word};

#[derive(Clone, Copy)]
pub struct Cursor<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
    pub at: usize,
    pub context: &'a Context,
}

impl<'a> Cursor<'a> {
    pub fn new(text: &'a str, tokens: &'a [Token], context: &'a Context) -> Self {
        Self {
            text,
            tokens,
            at: 0,
            context,
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

/// Takes brackets, “about” and question marks out, and marks the tokens beside them; `?/11/2012` and `1?/11/2012`
/// become a withheld day.
pub fn prepared(tokens: &[Token]) -> Vec<Token> {
    let mut kept: Vec<Token> = Vec::with_capacity(tokens.len());
    let (mut circa, mut doubt, mut spaced) = (false, false, false);
    for (index, token) in tokens.iter().enumerate() {
        let next = tokens.get(index + 1);
        let is_last = next.is_none();
        match token.kind {
            Kind::Mark('?') if stands_for_digits(&tokens[index..]) => {
                let lone_digit = !token.spaced
                    && matches!(
                        kept.last(),
                        Some(Token {
                            kind: Kind::Number { digits: 1, .. },
                            ..
                        })
                    );
                let repeated = !token.spaced
                    && matches!(
                        kept.last(),
                        Some(Token {
                            kind: Kind::Word(Word::Withheld),
                            ..
                        })
                    );
                if lone_digit || repeated {
                    kept.pop();
                }
                kept.push(Token {
                    kind: Kind::Word(Word::Withheld),
                    doubt: true,
                    ..*token
                });
                continue;
            }
            Kind::Mark('?') | Kind::Word(Word::Doubt) => match kept.last_mut() {
                Some(last) if !token.spaced || is_last => last.doubt = true,
                _ => doubt = true,
            },
            Kind::Word(Word::Circa) => match kept.last_mut() {
                Some(last) if is_last => last.circa = true,
                _ => circa = true,
            },
            Kind::Mark('(' | ')' | '[' | ']' | '{' | '}') => spaced = true,
            Kind::Mark('.') if is_last || follows_abbreviation(tokens, index) => {}
            Kind::Word(Word::Or)
                if next.is_some_and(|next| next.kind == Kind::Word(Word::Circa)) => {}
            kind => {
                kept.push(Token {
                    kind,
                    spaced: token.spaced || spaced,
                    circa,
                    doubt,
                    ..*token
                });
                (circa, doubt, spaced) = (false, false, false);
            }
        }
    }
    if let Some(last) = kept.last_mut() {
        last.circa |= circa;
        last.doubt |= doubt;
    }
    kept
}

/// A `?` in the place of a number: more question marks may follow, then a separator and a number.
fn stands_for_digits(tokens: &[Token]) -> bool {
    let marks = tokens
        .iter()
        .take_while(|token| token.kind == Kind::Mark('?'))
        .count();
    let separator = tokens.get(marks).map(|token| (token.kind, token.spaced));
    let number = tokens.get(marks + 1).map(|token| token.kind);
    matches!(separator, Some((Kind::Mark('/' | '.' | '-'), false)))
        && matches!(
            number,
            Some(Kind::Number { .. } | Kind::Mark('?') | Kind::Word(Word::Withheld))
        )
}

/// The full stop of `Sept.`, `c.`, `approx.`, `hrs.`.
fn follows_abbreviation(tokens: &[Token], index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|before| tokens.get(before));
    !tokens[index].spaced
        && matches!(
            before.map(|token| token.kind),
            Some(Kind::Word(
                Word::Month(_)
                    | Word::Weekday(_)
                    | Word::Circa
                    | Word::Hours
                    | Word::Unit(Unit::Week | Unit::Month | Unit::Year | Unit::Minute)
                    | Word::Am
                    | Word::Pm
                    | Word::Label
            ))
        )
}
