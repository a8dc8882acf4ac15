//! Tokens made ready: brackets, “about”, question marks and remarks are taken out of the way of the grammar.

use super::remarks::{Remark, remark};
use super::tokens::{Kind, Token};
use super::words::{Unit, Word};

/// The tokens of a wording that the grammar reads, and what was said beside the date.
#[derive(Debug, Default)]
pub struct Prepared {
    pub tokens: Vec<Token>,
    /// “exact date unknown”
    pub day_not_known: bool,
    /// “DOB”
    pub born: bool,
}

/// Takes brackets, remarks, “about” and question marks out, and marks the tokens beside them; `?/11/2012` and
/// `1?/11/2012` become a withheld day.
pub fn prepared(text: &str, tokens: &[Token]) -> Prepared {
    let mut kept = Kept {
        out: Prepared {
            tokens: Vec::with_capacity(tokens.len()),
            ..Prepared::default()
        },
        ..Kept::default()
    };
    let mut index = 0;
    while index < tokens.len() {
        index += kept
            .whole(text, tokens, index)
            .unwrap_or_else(|| kept.single(tokens, index));
    }
    let (circa, doubt) = (kept.circa, kept.doubt);
    if let Some(last) = kept.out.tokens.last_mut() {
        last.circa |= circa;
        last.doubt |= doubt;
    }
    kept.out
}

#[derive(Default)]
struct Kept {
    out: Prepared,
    /// Said before the token that comes next.
    circa: bool,
    doubt: bool,
    spaced: bool,
}

impl Kept {
    fn last(&mut self) -> Option<&mut Token> {
        self.out.tokens.last_mut()
    }

    fn push(&mut self, token: &Token, kind: Kind) {
        self.out.tokens.push(Token {
            kind,
            spaced: token.spaced || self.spaced,
            circa: token.circa || self.circa,
            doubt: token.doubt || self.doubt,
            ..*token
        });
        (self.circa, self.doubt, self.spaced) = (false, false, false);
    }

    /// Something of several tokens; how many.
    fn whole(&mut self, text: &str, tokens: &[Token], index: usize) -> Option<usize> {
        let rest = &tokens[index..];
        if is_number_of_times(rest) {
            return Some(2);
        }
        if let [one, two, slash, ..] = rest
            && [one.kind, two.kind, slash.kind]
                == [Kind::Mark('-'), Kind::Mark('-'), Kind::Mark('/')]
            && !two.spaced
            && !slash.spaced
        {
            self.push(one, Kind::Word(Word::Withheld));
            return Some(2);
        }
        // “in/around”: one of the two is enough.
        if let [slash, next, ..] = rest
            && slash.kind == Kind::Mark('/')
            && next.kind == Kind::Word(Word::Circa)
            && matches!(
                self.last().map(|last| last.kind),
                Some(Kind::Word(Word::In | Word::On | Word::At | Word::Or))
            )
        {
            return Some(1);
        }
        let (length, remark) = remark(text, rest)?;
        self.spaced |= rest[0].spaced;
        match remark {
            Remark::Nothing => self.spaced = true,
            Remark::DayNotKnown => self.out.day_not_known = true,
            Remark::Circa => self.circa = true,
            Remark::Doubt => match self.last() {
                Some(last) => last.doubt = true,
                None => self.doubt = true,
            },
            Remark::Born => self.out.born = true,
            Remark::Same => self.push(&rest[0], Kind::Word(Word::Ditto)),
            Remark::Means(word) => self.push(&rest[0], Kind::Word(word)),
        }
        Some(length)
    }

    fn single(&mut self, tokens: &[Token], index: usize) -> usize {
        let token = &tokens[index];
        let next = tokens.get(index + 1);
        let is_last = next.is_none();
        let before = self.out.tokens.len();
        match token.kind {
            Kind::Mark('?') if stands_for_digits(&tokens[index..]) => self.unsure_digits(token),
            Kind::Mark('?') | Kind::Word(Word::Doubt) => match self.last() {
                Some(last) if !token.spaced || is_last => last.doubt = true,
                _ => self.doubt = true,
            },
            Kind::Word(Word::Circa) => match self.last() {
                Some(last) if is_last => last.circa = true,
                _ => self.circa = true,
            },
            Kind::Word(Word::Ish) => match self.last() {
                Some(last) => last.circa = true,
                None => self.circa = true,
            },
            Kind::Word(Word::Born) => self.out.born = true,
            Kind::Mark('(' | ')' | '[' | ']' | '{' | '}') => self.spaced = true,
            Kind::Mark('-' | '/' | ',' | ';' | '.' | '\\') | Kind::Word(Word::And)
                if !token.spaced && self.last().is_some_and(|last| last.kind == token.kind) => {}
            Kind::Mark('.') if is_last || follows_abbreviation(tokens, index) => {}
            Kind::Word(Word::Or)
                if next.is_some_and(|next| {
                    matches!(next.kind, Kind::Word(Word::Circa | Word::Ish))
                }) => {}
            kind => self.push(token, kind),
        }
        // What is taken out leaves its space behind.
        if self.out.tokens.len() == before {
            self.spaced |= token.spaced;
        }
        1
    }

    /// The `?` of `?/11/2012` and `1?/11/2012`.
    fn unsure_digits(&mut self, token: &Token) {
        let replaces = !token.spaced
            && self.last().is_some_and(|last| {
                matches!(
                    last.kind,
                    Kind::Number { digits: 1, .. } | Kind::Word(Word::Withheld)
                )
            });
        if replaces {
            self.out.tokens.pop();
        }
        self.push(
            &Token {
                doubt: true,
                ..*token
            },
            Kind::Word(Word::Withheld),
        );
    }
}

/// “x3”, “(x 4)”: how often, beside a date.
fn is_number_of_times(tokens: &[Token]) -> bool {
    let [times, number, ..] = tokens else {
        return false;
    };
    let is_letter = times.kind == Kind::Word(Word::Withheld) && times.end - times.start == 1;
    let is_count = matches!(number.kind, Kind::Number { digits: 1 | 2, .. }) && !number.spaced;
    let runs_on = tokens.get(2).is_some_and(|token| {
        !token.spaced
            && matches!(
                token.kind,
                Kind::Mark('/' | '.' | '-') | Kind::Number { .. }
            )
    });
    is_letter && is_count && !runs_on
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
                    | Word::Commencing
            ))
        )
}
