//! Words that may be a name with a slip of the pen.

use std::collections::{BTreeMap, HashSet};

use unicode_normalization::UnicodeNormalization;

use super::fold::folded;
use super::forms::FormKind;
use super::register::{IdentityOf, Register};
use super::whereabouts::{Spot, Whereabouts};
use super::words;
use crate::model::Review;

/// A word near to a form of a name that is no form yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misspelling {
    /// As it is written first.
    pub word: String,
    /// The form that it is near to, and whose that is.
    pub form: String,
    pub of: IdentityOf,
    /// How often it stands there.
    pub times: usize,
    /// Each text once, in the order in which they are read.
    pub places: Vec<Whereabouts>,
}

struct Form {
    text: String,
    letters: Vec<char>,
    of: IdentityOf,
}

/// In the records and the report; most frequent first. Ordinary words, pseudonyms and names of agencies are none.
pub fn misspellings(review: &Review) -> Vec<Misspelling> {
    let register = Register::of(review);
    let (forms, known) = forms_and_known(review, &register);
    let mut found: BTreeMap<String, Option<Misspelling>> = BTreeMap::new();
    for (place, text) in texts(review) {
        for word in words_of(text) {
            let small = folded(word);
            let small = small.strip_suffix("'s").unwrap_or(&small).to_owned();
            if small.chars().count() < 4 || known.contains(&small) {
                continue;
            }
            let near = found
                .entry(small.clone())
                .or_insert_with(|| nearest(word, &small, &forms));
            if let Some(near) = near {
                near.times += 1;
                if near.places.last() != Some(&place) {
                    near.places.push(place);
                }
            }
        }
    }
    let mut found: Vec<Misspelling> = found.into_values().flatten().collect();
    found.sort_by(|a, b| b.times.cmp(&a.times).then_with(|| a.word.cmp(&b.word)));
    found
}

/// The names that are one word, and every word that is known to be something else.
fn forms_and_known(review: &Review, register: &Register) -> (Vec<Form>, HashSet<String>) {
    let mut forms = Vec::new();
    let mut known = HashSet::new();
    for identity in &register.identities {
        let Some(of) = identity.of else { continue };
        for form in identity.forms.iter().filter(|form| form.kind.is_name()) {
            let text = folded(&form.text);
            let one_word =
                !text.contains(|letter: char| !(letter.is_alphabetic() || letter == '\''));
            if one_word && form.kind != FormKind::Initials && text.chars().count() >= 4 {
                let letters = text.chars().collect();
                forms.push(Form {
                    text: form.text.clone(),
                    letters,
                    of,
                });
            }
            known.extend(text.split([' ', '-', ',']).map(str::to_owned));
            known.insert(format!("{text}s"));
            known.insert(text);
        }
    }
    let agencies = review.agencies.iter().map(|agency| &agency.name);
    let written = register.identities.iter().map(|identity| &identity.written);
    let members = review.members.iter().map(|member| &member.name);
    let details = [&review.details.chair, &review.details.partnership];
    for name in agencies.chain(written).chain(members).chain(details) {
        known.extend(words_of(name).map(folded));
    }
    (forms, known)
}

/// Capitals are not asked for: a slip of the pen may have lost it.
fn nearest(word: &str, small: &str, forms: &[Form]) -> Option<Misspelling> {
    let letters: Vec<char> = small.chars().collect();
    let (distance, form) = forms
        .iter()
        .filter_map(|form| Some((apart(&letters, &form.letters)?, form)))
        .min_by_key(|(distance, _)| *distance)?;
    let ordinary =
        words::is_ordinary(small) || small.strip_suffix('s').is_some_and(words::is_ordinary);
    let plain: String = word.nfc().collect();
    (distance > 0 && !ordinary).then(|| Misspelling {
        word: plain,
        form: form.text.clone(),
        of: form.of,
        times: 0,
        places: Vec::new(),
    })
}

/// How many letters were put in, left out, changed or exchanged with their neighbour; `None`: too many for a slip. One in a name of up to
/// five letters, two in longer ones, and the first letter stays.
fn apart(word: &[char], form: &[char]) -> Option<usize> {
    let most = if form.len() <= 5 { 1 } else { 2 };
    if word.first() != form.first() || word.len().abs_diff(form.len()) > most {
        return None;
    }
    let width = form.len() + 1;
    let mut rows = vec![vec![0_usize; width]; word.len() + 1];
    for (at, row) in rows.iter_mut().enumerate() {
        row[0] = at;
    }
    rows[0] = (0..width).collect();
    for i in 1..=word.len() {
        for j in 1..width {
            let same = usize::from(word[i - 1] != form[j - 1]);
            let mut least = (rows[i - 1][j] + 1)
                .min(rows[i][j - 1] + 1)
                .min(rows[i - 1][j - 1] + same);
            if i > 1 && j > 1 && word[i - 1] == form[j - 2] && word[i - 2] == form[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = least;
        }
    }
    Some(rows[word.len()][form.len()]).filter(|distance| *distance <= most)
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| {
        !(letter.is_alphabetic() || matches!(letter, '\'' | '’' | '\u{AD}' | '\u{300}'..='\u{36F}'))
    })
    .map(|word| word.trim_matches(['\'', '’']))
    .filter(|word| !word.is_empty())
}

fn texts(review: &Review) -> impl Iterator<Item = (Whereabouts, &str)> {
    let entries = review.entries.iter().flat_map(|entry| {
        let spot = Spot::Entry(entry.id);
        let own = [
            ("What happened", &entry.text),
            ("Response", &entry.response),
            ("Who was seen", &entry.seen),
            ("Who made the record", &entry.recorder),
            ("Document", &entry.document),
            ("Comment", &entry.comment),
        ];
        let other = entry
            .other
            .iter()
            .map(|(_, wording)| ("Other cell", wording));
        let all = own.into_iter().chain(other);
        all.map(move |(field, text)| (Whereabouts { spot, field }, text.as_str()))
    });
    let sections = review.sections.iter().map(|section| {
        let spot = Spot::Section(section.id);
        (
            Whereabouts {
                spot,
                field: "Text",
            },
            section.text.as_str(),
        )
    });
    let findings = review.findings.iter().flat_map(|finding| {
        let spot = Spot::Finding(finding.id);
        [("Finding", &finding.text), ("Analysis", &finding.analysis)]
            .map(|(field, text)| (Whereabouts { spot, field }, text.as_str()))
    });
    entries.chain(sections).chain(findings)
}
