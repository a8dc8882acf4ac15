//! Where in a wording the anchors and the template's periods are named: found once, before the grammar tries its ways.

use super::Context;
use super::named_times::folded;
use super::tokens::Token;

/// Token, number of tokens, and what is named there.
#[derive(Debug, Default)]
pub struct Names {
    periods: Vec<(usize, usize, Vec<usize>)>,
    anchors: Vec<(usize, usize, usize)>,
}

/// Nothing is named, or it does not matter.
pub static NONE: Names = Names {
    periods: Vec::new(),
    anchors: Vec::new(),
};

impl Names {
    pub fn of(text: &str, tokens: &[Token], context: &Context) -> Self {
        let mut names = Self::default();
        let beginnings = Beginnings::of(text, tokens);
        for (at, first) in beginnings.firsts.iter().enumerate() {
            for (index, phrase) in context.periods.beginning_with(*first) {
                let length = Place { text, tokens, at }.spelling(phrase);
                names.add_period(at, length, index);
            }
        }
        for (index, anchor) in context.anchors.iter().enumerate() {
            for phrase in anchor.words.iter().chain([&anchor.name]) {
                let Some(first) = words_of_event(phrase).next() else {
                    continue;
                };
                for at in beginnings.places(first) {
                    let length = Place { text, tokens, at }.event(phrase);
                    names.add_anchor(at, length, index);
                }
            }
        }
        names
    }

    /// Of several names that begin at one token the longest counts; of equally long ones all.
    fn add_period(&mut self, at: usize, length: usize, period: usize) {
        if length == 0 {
            return;
        }
        match self.periods.iter_mut().find(|(place, ..)| *place == at) {
            Some((_, longest, found)) if length > *longest => {
                *longest = length;
                *found = vec![period];
            }
            Some((_, longest, found)) if length == *longest && found.last() != Some(&period) => {
                found.push(period);
            }
            Some(_) => {}
            None => self.periods.push((at, length, vec![period])),
        }
    }

    /// Of several anchors the longest name counts; of equally long ones the first.
    fn add_anchor(&mut self, at: usize, length: usize, anchor: usize) {
        if length == 0 {
            return;
        }
        match self.anchors.iter_mut().find(|(place, ..)| *place == at) {
            Some(known) if length > known.1 => *known = (at, length, anchor),
            Some(_) => {}
            None => self.anchors.push((at, length, anchor)),
        }
    }

    /// The longest name of periods that begins at this token: how many tokens it has, and the periods.
    pub fn periods_at(&self, at: usize) -> Option<(usize, &[usize])> {
        self.periods
            .iter()
            .find(|(place, ..)| *place == at)
            .map(|(_, length, periods)| (*length, periods.as_slice()))
    }

    /// The longest wording of an anchor that begins at this token: how many tokens it has, and the anchor.
    pub fn anchor_at(&self, at: usize) -> Option<(usize, usize)> {
        self.anchors
            .iter()
            .find(|(place, ..)| *place == at)
            .map(|(_, length, anchor)| (*length, *anchor))
    }
}

#[derive(Clone, Copy)]
struct Place<'a> {
    text: &'a str,
    tokens: &'a [Token],
    at: usize,
}

impl<'a> Place<'a> {
    fn written(self, ahead: usize) -> &'a str {
        self.tokens
            .get(self.at + ahead)
            .and_then(|token| self.text.get(token.start..token.end))
            .unwrap_or("")
    }

    /// How many tokens from here spell the phrase, apostrophes and hyphens aside; 0 if they do not.
    fn spelling(self, phrase: &str) -> usize {
        let mut ahead = 0;
        for word in phrase.split_whitespace() {
            if ahead > 0 && self.written(ahead) == "-" {
                ahead += 1;
            }
            if is_spelt_alike(self.written(ahead), word, false) {
                ahead += 1;
            } else if is_spelt_alike(self.two_joined(ahead), word, false) {
                ahead += 2;
            } else {
                return 0;
            }
        }
        ahead
    }

    /// “1st”, which is two tokens.
    fn two_joined(self, ahead: usize) -> &'a str {
        let (first, second) = (
            self.tokens.get(self.at + ahead),
            self.tokens.get(self.at + ahead + 1),
        );
        match (first, second) {
            (Some(first), Some(second)) if !second.spaced => {
                self.text.get(first.start..second.end).unwrap_or("")
            }
            _ => "",
        }
    }

    /// How many tokens from here spell the event; articles and possessives are passed over.
    fn event(self, phrase: &str) -> usize {
        let mut ahead = 0;
        for word in words_of_event(phrase) {
            while ahead > 0 && is_determiner(self.written(ahead)) {
                ahead += 1;
            }
            if !is_spelt_alike(self.written(ahead), word, true) {
                return 0;
            }
            ahead += 1;
        }
        ahead
    }
}

/// The first letters of the tokens, so that most names are passed over at a glance.
struct Beginnings {
    firsts: Vec<u8>,
    /// One bit for each first letter; the last for every letter beyond ASCII.
    present: u128,
}

impl Beginnings {
    fn of(text: &str, tokens: &[Token]) -> Self {
        let firsts: Vec<u8> = tokens
            .iter()
            .map(|token| folded(text.as_bytes().get(token.start).copied().unwrap_or(b' ')))
            .collect();
        let present = firsts.iter().fold(0, |present, first| present | 1 << first);
        Self { firsts, present }
    }

    fn places(&self, phrase: &str) -> impl Iterator<Item = usize> {
        let wanted = folded(phrase.as_bytes().first().copied().unwrap_or(b' '));
        let is_present = self.present & 1 << wanted != 0;
        let firsts = if is_present {
            self.firsts.as_slice()
        } else {
            &[]
        };
        firsts
            .iter()
            .enumerate()
            .filter(move |(_, first)| **first == wanted)
            .map(|(at, _)| at)
    }
}

/// The words of an anchor's wording, without articles and possessives.
fn words_of_event(phrase: &str) -> impl Iterator<Item = &str> {
    phrase
        .split(|letter: char| !letter.is_alphanumeric() && !is_apostrophe(letter))
        .filter(|word| !word.is_empty() && !is_determiner(word))
}

fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’' | '‘')
}

/// The same letters in any case; with any kind of apostrophe, or with none.
fn is_spelt_alike(one: &str, other: &str, with_apostrophes: bool) -> bool {
    if one.is_empty() || other.is_empty() {
        return false;
    }
    if one.eq_ignore_ascii_case(other) {
        return true;
    }
    let is_plain = |text: &str| text.is_ascii() && (with_apostrophes || !text.contains('\''));
    if is_plain(one) && is_plain(other) {
        return false;
    }
    let plain = |text: &str| -> Vec<char> {
        text.chars()
            .map(|letter| if is_apostrophe(letter) { '\'' } else { letter })
            .filter(|letter| with_apostrophes || *letter != '\'')
            .flat_map(char::to_lowercase)
            .collect()
    };
    plain(one) == plain(other)
}

pub fn is_determiner(word: &str) -> bool {
    word.len() <= 5
        && ["the", "her", "his", "their", "a", "an", "this", "that"]
            .iter()
            .any(|determiner| word.eq_ignore_ascii_case(determiner))
}
