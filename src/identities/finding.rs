//! Finding every form of every identity in a text.

use std::collections::HashMap;
use std::ops::Range;

use aho_corasick::AhoCorasick;

use super::fold::{Folded, folded};
use super::forms::{Form, FormKind};
use super::register::Register;
use super::words;

/// Everything that is looked for.
#[derive(Debug, Default)]
pub(super) struct Finder {
    words: Option<AhoCorasick>,
    patterns: Vec<Pattern>,
    /// Of identifiers, in which spaces and hyphens do not count.
    numbers: Option<AhoCorasick>,
    number_patterns: Vec<Pattern>,
}

#[derive(Debug, Clone)]
pub(super) struct Pattern {
    pub form: Form,
    /// Places in the register; more than one where several share the form.
    pub owners: Vec<usize>,
    /// It means something beside being a name.
    pub ordinary: bool,
    /// “Dansos”
    plural: bool,
    case: Case,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Case {
    Any,
    /// Each word begins with a capital.
    Capital,
    /// Capitals throughout.
    Capitals,
}

#[derive(Debug, Clone)]
pub(super) struct Hit<'a> {
    /// In the text as written.
    pub range: Range<usize>,
    pub pattern: &'a Pattern,
}

impl Hit<'_> {
    /// Not an ordinary word in small letters.
    pub fn names_somebody(&self, text: &str) -> bool {
        !self.pattern.ordinary || !text[self.range.clone()].starts_with(char::is_lowercase)
    }

    pub fn plural(&self) -> bool {
        self.pattern.plural
    }
}

impl Finder {
    pub fn of(register: &Register) -> Self {
        let mut words = Gathered::default();
        let mut numbers = Gathered::default();
        for (owner, identity) in register.identities.iter().enumerate() {
            for form in &identity.forms {
                match form.kind {
                    FormKind::Identifier(_) if compact(&form.text).len() >= 5 => {
                        for variant in variants_of_number(&form.text) {
                            numbers.add(variant, form, owner, false);
                        }
                    }
                    _ => {
                        for variant in variants(form) {
                            words.add(variant, form, owner, false);
                        }
                        if let Some(plural) = plural_of(form) {
                            words.add(plural, form, owner, true);
                        }
                    }
                }
            }
        }
        let (words, patterns) = words.built();
        let (numbers, number_patterns) = numbers.built();
        Self {
            words,
            patterns,
            numbers,
            number_patterns,
        }
    }

    /// In no order; hits may lie over one another.
    pub fn hits(&self, text: &str, folded: &Folded) -> Vec<Hit<'_>> {
        let mut hits = Vec::new();
        if let Some(words) = &self.words {
            for found in words.find_overlapping_iter(&folded.text) {
                let pattern = &self.patterns[found.pattern().as_usize()];
                let range = folded.original(found.range());
                if is_whole(&folded.text, found.range()) && pattern.case.fits(&text[range.clone()])
                {
                    hits.push(Hit { range, pattern });
                }
            }
        }
        if let Some(numbers) = &self.numbers {
            let (close, places) = closed_up(&folded.text);
            for found in numbers.find_overlapping_iter(&close) {
                let first = places[found.start()];
                let last = places[found.end() - 1];
                let end = last + folded.text[last..].chars().next().map_or(1, char::len_utf8);
                if is_whole(&folded.text, first..end) && is_one_number(&folded.text[first..end]) {
                    hits.push(Hit {
                        range: folded.original(first..end),
                        pattern: &self.number_patterns[found.pattern().as_usize()],
                    });
                }
            }
        }
        hits
    }
}

#[derive(Default)]
struct Gathered {
    texts: Vec<String>,
    patterns: Vec<Pattern>,
    known: HashMap<String, usize>,
}

impl Gathered {
    fn add(&mut self, text: String, form: &Form, owner: usize, plural: bool) {
        if !text.contains(char::is_alphanumeric) {
            return;
        }
        let at = *self.known.entry(text.clone()).or_insert_with(|| {
            self.patterns.push(Pattern {
                form: form.clone(),
                owners: Vec::new(),
                ordinary: form.kind.is_name() && all_ordinary(&text),
                plural,
                case: Case::of(form, &text),
            });
            self.texts.push(text);
            self.patterns.len() - 1
        });
        let pattern = &mut self.patterns[at];
        if !pattern.owners.contains(&owner) {
            pattern.owners.push(owner);
        }
    }

    fn built(self) -> (Option<AhoCorasick>, Vec<Pattern>) {
        let finder = (!self.texts.is_empty()).then(|| AhoCorasick::new(&self.texts).ok());
        (finder.flatten(), self.patterns)
    }
}

impl Case {
    fn of(form: &Form, folded: &str) -> Self {
        let letters = form.text.chars().filter(|letter| letter.is_alphabetic());
        let capitals = letters.clone().all(char::is_uppercase);
        match letters.count() {
            _ if !form.kind.is_name() => Self::Any,
            0 => Self::Any,
            ..=3 if capitals => Self::Capitals,
            1..=2 => Self::Capital,
            _ if folded.contains(' ') && all_ordinary(folded) => Self::Capital,
            _ => Self::Any,
        }
    }

    fn fits(self, written: &str) -> bool {
        match self {
            Self::Any => true,
            Self::Capital => written.split_whitespace().all(words::begins_capital),
            Self::Capitals => !written.contains(char::is_lowercase),
        }
    }
}

fn all_ordinary(folded: &str) -> bool {
    let mut all = folded
        .split([' ', '-', ','])
        .filter(|word| !word.is_empty());
    all.all(words::is_ordinary)
}

/// With and without the hyphen or apostrophe inside a name.
fn variants(form: &Form) -> Vec<String> {
    let text = folded(&form.text);
    let mut variants = vec![text.clone()];
    if form.kind.is_name() {
        for (mark, others) in [("-", [" ", ""]), ("'", ["", " "])] {
            for other in others.iter().filter(|_| text.contains(mark)) {
                variants.push(text.replace(mark, other));
            }
        }
        if form.kind == FormKind::Initials {
            variants.push(text.trim_end_matches('.').to_owned());
        }
    }
    variants.dedup();
    variants
}

/// “Dansos”, of a name that is one word and means nothing else.
fn plural_of(form: &Form) -> Option<String> {
    let text = folded(&form.text);
    let one_word = text.chars().all(char::is_alphabetic) && text.chars().count() > 2;
    let name = matches!(
        form.kind,
        FormKind::Name | FormKind::NamePart | FormKind::Alias
    );
    let ending = if text.ends_with(['s', 'x', 'z']) || text.ends_with("ch") || text.ends_with("sh")
    {
        "es"
    } else {
        "s"
    };
    let plural = format!("{text}{ending}");
    (name && one_word && !words::is_ordinary(&text) && !words::is_ordinary(&plural))
        .then_some(plural)
}

fn variants_of_number(text: &str) -> Vec<String> {
    let plain = compact(text);
    let mut variants = vec![plain.clone()];
    let digits = plain.chars().all(|letter| letter.is_ascii_digit());
    let national = plain
        .strip_prefix("0044")
        .or_else(|| plain.strip_prefix("44"))
        .or_else(|| plain.strip_prefix('0'));
    if let Some(national) = national.filter(|national| digits && national.len() >= 9) {
        let national = national.strip_prefix('0').unwrap_or(national);
        for before in ["0", "44", "0044", "440"] {
            let other = format!("{before}{national}");
            if !variants.contains(&other) {
                variants.push(other);
            }
        }
    }
    variants
}

fn compact(text: &str) -> String {
    closed_up(&folded(text)).0
}

/// Letters and digits alone, each byte with its place.
fn closed_up(folded: &str) -> (String, Vec<usize>) {
    let mut close = String::with_capacity(folded.len());
    let mut places = Vec::with_capacity(folded.len());
    for (at, letter) in folded
        .char_indices()
        .filter(|(_, letter)| letter.is_alphanumeric())
    {
        close.push(letter);
        places.extend(std::iter::repeat_n(at, letter.len_utf8()));
    }
    (close, places)
}

/// Whether between its letters and digits there is nothing but what divides a number or an address.
fn is_one_number(folded: &str) -> bool {
    let mut gap = 0;
    folded.chars().all(|letter| {
        gap = if letter.is_alphanumeric() { 0 } else { gap + 1 };
        gap <= 3 && (letter.is_alphanumeric() || " -.,/()+@_:–'".contains(letter))
    })
}

/// Whether the stretch is no part of a longer word: “Ann” stands neither in “Joanne” nor in “O’Ann”, but it does in “Ann’s”.
pub(super) fn is_whole(folded: &str, range: Range<usize>) -> bool {
    let mut before = folded[..range.start].chars().rev();
    let begins = match before.next() {
        Some('\'') => !before.next().is_some_and(char::is_alphanumeric),
        Some(letter) => !letter.is_alphanumeric(),
        None => true,
    };
    let after = folded[range.end..].chars().next();
    begins && !after.is_some_and(char::is_alphanumeric)
}
