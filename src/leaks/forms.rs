//! What is looked for: every form of the register as folded letters, and what must hold where one is found.

use std::collections::HashMap;

use super::folding::{Sight, folded, sight};
use super::leak::LeakKind;
use super::ordinary::{is_acronym, is_month, is_ordinary_word};
use super::patterns::{Plain, Shape, shapes_in};
use crate::identities::{FormKind, Register};

/// Roles of what is no person: a single word of its name tells nothing.
const PLACES: [&str; 14] = [
    "address",
    "place",
    "school",
    "nursery",
    "college",
    "employer",
    "workplace",
    "service",
    "surgery",
    "hospital",
    "refuge",
    "town",
    "street",
    "area",
];

/// A form that is looked for, of one or more identities.
#[derive(Debug)]
pub(super) struct Sought {
    pub(super) kind: LeakKind,
    pub(super) nature: Nature,
    /// As the register writes it.
    pub(super) written: String,
    /// Whose it is, in the order of the register; never empty.
    pub(super) of: Vec<usize>,
    /// For each folded letter but the first: whether a word begins with it.
    pub(super) begins_word: Vec<bool>,
    /// A comma may stand between its words.
    pub(super) comma: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Nature {
    /// In any case, wherever it stands as words.
    Plain,
    /// Its words are ordinary ones: it must be written with capitals.
    WithCapitals,
    /// One ordinary word: told by what stands around it.
    Ordinary,
    Month,
    /// Letters in capitals, with points between them unless they stand for nothing else.
    Initials,
    /// Letters and digits; what stands between them does not count.
    Code,
}

/// Every pattern of folded letters, with the number of the form that it stands for.
#[derive(Debug, Default)]
pub(super) struct Patterns {
    pub(super) letters: Vec<String>,
    pub(super) sought: Vec<Sought>,
}

impl Patterns {
    pub(super) fn of(register: &Register) -> Self {
        let mut patterns = Self::default();
        let mut known: HashMap<(String, Nature), usize> = HashMap::new();
        for (identity, of) in register.identities.iter().zip(0..) {
            let is_place = PLACES.contains(&&*identity.role.to_lowercase());
            for form in &identity.forms {
                if is_place && form.kind == FormKind::NamePart {
                    continue;
                }
                let Some(kind) = kind_of(form.kind) else {
                    continue;
                };
                let kind = match kind {
                    LeakKind::Alias => alias_kind(&form.text),
                    kind => kind,
                };
                let comma = kind == LeakKind::Address
                    || form.text.contains(',')
                    || begins_with_number(&form.text);
                for text in variants(&form.text, kind) {
                    let letters = folded(&text);
                    let Some(nature) = nature(&text, &letters, kind) else {
                        continue;
                    };
                    match known.get(&(letters.clone(), nature)) {
                        Some(at) => {
                            let sought = &mut patterns.sought[*at];
                            if !sought.of.contains(&of) {
                                sought.of.push(of);
                            }
                            sought.comma |= comma;
                            sought.kind = sought.kind.min(kind);
                        }
                        None => {
                            known.insert((letters.clone(), nature), patterns.sought.len());
                            patterns.sought.push(Sought {
                                kind,
                                nature,
                                written: form.text.clone(),
                                of: vec![of],
                                begins_word: beginnings(&text, letters.len()),
                                comma,
                            });
                            patterns.letters.push(letters);
                        }
                    }
                }
            }
        }
        patterns
    }
}

/// “14 Larkfield Terrace”
fn begins_with_number(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_digit())
}

/// `None`: a date, which is not looked for letter by letter.
fn kind_of(kind: FormKind) -> Option<LeakKind> {
    Some(match kind {
        FormKind::Name => LeakKind::Name,
        FormKind::NamePart => LeakKind::NamePart,
        FormKind::Alias => LeakKind::Alias,
        FormKind::Initials => LeakKind::Initials,
        FormKind::Identifier(kind) => kind.into(),
        FormKind::DateOfBirth | FormKind::DateOfDeath => return None,
    })
}

/// The ways in which a form is written beyond what folding evens out.
fn variants(text: &str, kind: LeakKind) -> Vec<String> {
    if kind != LeakKind::Phone {
        return vec![text.to_owned()];
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let bare = digits
        .strip_prefix("0044")
        .or_else(|| digits.strip_prefix("44"))
        .unwrap_or(&digits);
    let bare = bare.strip_prefix('0').unwrap_or(bare);
    if bare.len() < 7 {
        return vec![text.to_owned()];
    }
    ["0", "44", "440", "0044", "00440"]
        .map(|prefix| format!("{prefix}{bare}"))
        .to_vec()
}

/// Somebody’s other “name” may be a number or an address.
fn alias_kind(text: &str) -> LeakKind {
    let whole = |shape: &Shape| shape.range == (0..text.len());
    shapes_in(&Plain::of(text))
        .iter()
        .find(|shape| whole(shape))
        .map_or(LeakKind::Alias, |shape| shape.kind)
}

/// `None`: too little to be looked for.
fn nature(text: &str, letters: &str, kind: LeakKind) -> Option<Nature> {
    let count = letters.chars().count();
    match kind {
        LeakKind::Initials => return (count >= 2).then_some(Nature::Initials),
        LeakKind::NhsNumber
        | LeakKind::NationalInsurance
        | LeakKind::Phone
        | LeakKind::Email
        | LeakKind::Postcode
        | LeakKind::Vehicle
        | LeakKind::CaseNumber => return (count >= 3).then_some(Nature::Code),
        _ => {}
    }
    let digits = letters.bytes().filter(u8::is_ascii_digit).count();
    if digits >= 4 && 2 * digits >= count && kind != LeakKind::Address {
        return Some(Nature::Code);
    }
    let words: Vec<String> = text
        .split(|letter| sight(letter) == Sight::Separator)
        .map(folded)
        .filter(|word| !word.is_empty())
        .collect();
    let [word] = &words[..] else {
        let plain = words
            .iter()
            .all(|word| word.chars().count() <= 2 || is_ordinary_word(word));
        return match count {
            0..=1 => None,
            _ if plain => Some(Nature::WithCapitals),
            _ => Some(Nature::Plain),
        };
    };
    if is_initials(text, word) {
        return Some(Nature::Initials);
    }
    match count {
        0..=1 => None,
        2 => Some(Nature::Ordinary),
        _ if is_month(word) => Some(Nature::Month),
        _ if is_ordinary_word(word) => Some(Nature::Ordinary),
        _ => Some(Nature::Plain),
    }
}

/// “CH”, but not “Jo”.
fn is_initials(text: &str, word: &str) -> bool {
    word.len() <= 3 && text.chars().all(|letter| !letter.is_lowercase()) && !is_acronym(word)
}

pub(super) fn beginnings(text: &str, length: usize) -> Vec<bool> {
    let mut begins = Vec::with_capacity(length);
    let mut between = false;
    for character in text.chars() {
        match sight(character) {
            Sight::Nothing => {}
            Sight::Separator => between = true,
            Sight::Letter => {
                let bytes = folded(character.encode_utf8(&mut [0; 4])).len();
                begins.extend((0..bytes).map(|at| at == 0 && between));
                between = between && bytes == 0;
            }
        }
    }
    begins
}
