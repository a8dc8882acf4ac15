//! Whether letters that were found one after the other are read as the words that were looked for, and stand by themselves.

use super::folding::{Sight, sight};
use super::forms::{Nature, Sought};

/// Up to so many characters may stand between two words of one name.
const WIDEST_GAP: usize = 6;
/// Words below this are not looked for with letters spaced out, or broken without a hyphen.
const SPACED_FROM: usize = 4;
const BROKEN_FROM: usize = 6;

/// Letters of the text, found one after the other.
pub(super) struct Run<'a> {
    pub(super) text: &'a str,
    /// Where each folded letter comes from, of this run alone.
    pub(super) from: &'a [u32],
}

impl Run<'_> {
    pub(super) fn start(&self) -> usize {
        self.from.first().map_or(0, |at| *at as usize)
    }

    pub(super) fn end(&self) -> usize {
        self.from.last().map_or(0, |at| self.after(*at as usize))
    }

    fn after(&self, at: usize) -> usize {
        at + self.text[at..].chars().next().map_or(0, char::len_utf8)
    }

    /// What stands in the text between the letters `at - 1` and `at`.
    fn gap(&self, at: usize) -> &str {
        let (before, here) = (self.from[at - 1] as usize, self.from[at] as usize);
        if before == here {
            return "";
        }
        &self.text[self.after(before)..here]
    }

    /// Whether the letters read as the words of `sought`.
    pub(super) fn reads_as(&self, sought: &Sought) -> bool {
        if sought.nature == Nature::Code {
            return (1..self.from.len()).all(|at| within_code(self.gap(at)));
        }
        let mut word_from = 0;
        for at in 1..=self.from.len() {
            let ends = at == self.from.len();
            if !ends && !sought.begins_word[at] {
                continue;
            }
            if !ends && !between_words(self.gap(at), at - word_from, sought.comma) {
                return false;
            }
            if !self.is_one_word(word_from, at) {
                return false;
            }
            word_from = at;
        }
        true
    }

    /// Whether the letters from `first` to before `end` are read as one word.
    fn is_one_word(&self, first: usize, end: usize) -> bool {
        let gaps = || (first + 1..end).map(|at| self.gap(at));
        let open = gaps().filter(|gap| !gap.is_empty()).count();
        if open == 0 {
            return true;
        }
        let letters = end - first;
        let visible: Vec<String> = gaps()
            .filter(|gap| !gap.is_empty())
            .map(|gap| {
                gap.chars()
                    .filter(|letter| sight(*letter) == Sight::Separator)
                    .collect()
            })
            .collect();
        let divided = |gap: &str, raw: &str| {
            let line = gap.contains(['\n', '\r', '\u{2028}', '\u{C}']);
            let hyphen = gap.trim_start().starts_with(is_hyphen) || raw.contains('\u{AD}');
            gap.is_empty() || line && hyphen && gap.chars().count() <= 2 * WIDEST_GAP
        };
        let raw = gaps().filter(|gap| !gap.is_empty());
        if visible.iter().zip(raw).all(|(gap, raw)| divided(gap, raw)) {
            return true;
        }
        let closed = visible.iter().filter(|gap| !gap.is_empty()).count();
        if closed == 1 && letters >= BROKEN_FROM {
            let broken = visible.iter().any(|gap| {
                let line = gap.contains('\n') && gap.trim().is_empty();
                let hyphen = gap.chars().count() == 1 && gap.starts_with(is_hyphen);
                line || hyphen
            });
            return broken && self.one_capital_at_most(first, end);
        }
        (letters >= SPACED_FROM || self.from.len() >= BROKEN_FROM)
            && open == letters - 1
            && visible
                .iter()
                .all(|gap| gap.chars().count() <= 3 && *gap == visible[0])
    }

    /// “Cata-rina” is one name, “Good-Man” two words.
    fn one_capital_at_most(&self, first: usize, end: usize) -> bool {
        let capital =
            |at: &usize| self.text[self.from[*at] as usize..].starts_with(char::is_uppercase);
        let capitals = (first..end).filter(capital).count();
        capitals == end - first || (first + 1..end).filter(capital).count() == 0
    }

    /// Whether what is written has a capital where each word begins.
    pub(super) fn has_capitals(&self, sought: &Sought) -> bool {
        (0..self.from.len())
            .filter(|at| *at == 0 || sought.begins_word[*at])
            .all(|at| {
                let letter = self.text[self.from[at] as usize..].chars().next();
                letter.is_none_or(|letter| !letter.is_lowercase())
            })
    }

    /// Told at a glance: a word goes on before or behind it in small letters.
    pub(super) fn is_amid_a_word(&self) -> bool {
        let bytes = self.text.as_bytes();
        let small = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_lowercase);
        let (start, end) = (self.start(), self.end());
        start > 0 && small(start) && small(start - 1)
            || small(end) && !matches!(bytes[end], b's' | b'e')
    }

    /// Whether it begins with a small letter.
    pub(super) fn begins_small(&self) -> bool {
        let bytes = self.text.as_bytes();
        bytes.get(self.start()).is_some_and(u8::is_ascii_lowercase)
    }

    /// Whether nothing before or after makes other words of it.
    pub(super) fn stands_alone(&self, nature: Nature) -> bool {
        self.begins(nature) && self.ends(nature)
    }

    fn begins(&self, nature: Nature) -> bool {
        let before = &self.text[..self.start()];
        let Some(last) = visible_last(before) else {
            return true;
        };
        let here = self.text[self.start()..].chars().next();
        if sight(last) == Sight::Letter {
            return match nature {
                Nature::Code | Nature::Initials => false,
                _ if last.is_numeric() => here.is_some_and(char::is_alphabetic),
                _ => {
                    last.is_lowercase()
                        && here.is_some_and(char::is_uppercase)
                        && !is_name_prefix(before)
                }
            };
        }
        let mut back = before.chars().rev().filter(|c| sight(*c) != Sight::Nothing);
        let (mark, letter, beyond) = (back.next(), back.next(), back.next());
        // O’Brien is not a Brien.
        !(matches!(mark, Some('\'' | '’' | 'ʼ'))
            && matches!(letter, Some('O' | 'o' | 'D' | 'd'))
            && beyond.is_none_or(|beyond| sight(beyond) != Sight::Letter))
    }

    fn ends(&self, nature: Nature) -> bool {
        let after = &self.text[self.end()..];
        let mut letters = after.chars().filter(|c| sight(*c) != Sight::Nothing);
        let Some(next) = letters.next() else {
            return true;
        };
        if sight(next) != Sight::Letter {
            return true;
        }
        let last = self.text[..self.end()].chars().next_back();
        match nature {
            Nature::Code => false,
            _ if next.is_numeric() => last.is_some_and(char::is_alphabetic),
            Nature::Initials => {
                next == 's' && letters.next().is_none_or(|c| sight(c) != Sight::Letter)
            }
            _ => {
                next.is_uppercase() && last.is_some_and(char::is_lowercase)
                    || nature == Nature::Plain && self.end_of_plural().is_some()
            }
        }
    }

    /// Where “the Hartnolls” ends, of a name that has more letters than an ordinary word with another end.
    pub(super) fn end_of_plural(&self) -> Option<usize> {
        let after = &self.text[self.end()..];
        let rest = after
            .find(|letter| sight(letter) == Sight::Separator)
            .map_or(after, |end| &after[..end]);
        if !matches!(rest, "s" | "S" | "es" | "ES") || self.from.len() < 4 {
            return None;
        }
        let end = self.end() + rest.len();
        (!super::ordinary::is_in_dictionary(&self.text[self.start()..end])).then_some(end)
    }
}

/// Something between letters and digits that may be written anywhere in a number.
fn within_code(gap: &str) -> bool {
    gap.chars()
        .filter(|letter| sight(*letter) != Sight::Nothing)
        .count()
        <= 3
        && !gap.contains([';', '|', '\t'])
        && gap.matches('\n').count() <= 1
}

fn between_words(gap: &str, letters_before: usize, comma: bool) -> bool {
    let visible = gap.chars().filter(|c| sight(*c) != Sight::Nothing);
    let (mut length, mut lines) = (0, 0);
    let mut stop = None;
    for letter in visible {
        match letter {
            '\n' => lines += 1,
            ',' if !comma => return false,
            ';' | '?' | '!' => return false,
            '.' => stop = Some(length),
            _ => {}
        }
        length += 1;
    }
    // A full stop ends a sentence, but not behind an initial or a title.
    let sentence = stop.is_some_and(|at| at + 1 < length) && letters_before > 3;
    lines <= 1 && !sentence && (length <= WIDEST_GAP || gap.trim().is_empty())
}

fn visible_last(text: &str) -> Option<char> {
    text.chars().rev().find(|c| sight(*c) != Sight::Nothing)
}

fn is_name_prefix(before: &str) -> bool {
    let word = before
        .rsplit(|letter| sight(letter) == Sight::Separator)
        .next()
        .unwrap_or_default();
    matches!(
        &*word.to_lowercase(),
        "mc" | "mac" | "fitz" | "de" | "di" | "du" | "la" | "le" | "van" | "o"
    )
}

pub(super) fn is_hyphen(letter: char) -> bool {
    matches!(
        letter,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{AD}'
    )
}
