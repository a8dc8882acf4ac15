//! Citing by typing: what is asked for after an `@`, and what of the review answers it.

use std::ops::Range;

use super::citing::Citing;
use super::markup::{Citation, Target};
use super::numbering::paragraphs;
use crate::chronology::Claims;
use crate::model::Review;

/// Longer than this, and an `@` was not meant to cite.
const LONGEST: usize = 48;
/// Of each kind but entries, so that there is room for all.
const OF_A_KIND: usize = 5;
/// Letters of a record that are looked through and shown.
const BEGINNING: usize = 240;

/// An `@` with what was typed after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Bytes of the text, from the `@` to the caret.
    pub range: Range<usize>,
    pub words: String,
}

/// Something that can be cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    pub target: Target,
    /// How it would be cited.
    pub words: String,
    /// What it says, from its beginning.
    pub detail: String,
}

impl Offer {
    /// As it goes into the text.
    pub fn written(&self) -> String {
        let words = self.words.clone();
        Citation {
            target: self.target,
            words,
        }
        .written()
    }
}

/// What is asked for at the caret: an `@` at the beginning of a word, and the rest of the line up to the caret.
pub fn asked(text: &str, caret: usize) -> Option<Asked> {
    let caret = text.floor_char_boundary(caret);
    let line = text[..caret].rsplit('\n').next()?;
    let at = line.rfind('@')?;
    let (before, words) = (&line[..at], &line[at + 1..]);
    let inside_word = before
        .chars()
        .next_back()
        .is_some_and(char::is_alphanumeric);
    let ended = words.starts_with(char::is_whitespace) || words.contains([']', '[']);
    if inside_word || ended || words.chars().count() > LONGEST {
        return None;
    }
    Some(Asked {
        range: caret - line.len() + at..caret,
        words: words.to_owned(),
    })
}

/// What answers the words, at most `limit`: people, dates, findings, recommendations and paragraphs, then entries in `order`, the order
/// of time. Every word must begin a word of what is found; the name of a kind (“finding”, “entry”) finds all of it.
pub fn offers(
    review: &Review,
    claims: &Claims,
    order: &[u32],
    words: &str,
    limit: usize,
) -> Vec<Offer> {
    let sought: Vec<String> = words.split_whitespace().map(folded).collect();
    let matches = |known: &str| {
        let known = folded(known);
        sought.iter().all(|word| known.contains(word.as_str()))
    };
    let citing = Citing::of(review, claims);
    let mut found: Vec<Offer> = Vec::new();
    for kind in others(review, &citing) {
        let answers = kind.into_iter().filter(|offer| {
            let handle = offer.target.handle();
            let kind = handle.split(' ').next().unwrap_or_default();
            matches(&format!("{kind} {} {}", offer.words, offer.detail))
        });
        found.extend(answers.take(OF_A_KIND));
    }
    for &index in order {
        if found.len() >= limit {
            break;
        }
        let Some(entry) = review.entries.get(index as usize) else {
            continue;
        };
        let target = Target::Entry(entry.id);
        let words = citing.named(target).unwrap_or_default();
        let detail: String = entry.text.chars().take(BEGINNING).collect();
        if entry.withdrawn.is_none() && matches(&format!("{} {words} {detail}", target.handle())) {
            found.push(Offer {
                words: super::citing::Cited {
                    badge: claims.of_entry(entry).badge(),
                    broken: None,
                    words,
                }
                .said(),
                target,
                detail,
            });
        }
    }
    found.truncate(limit);
    found
}

/// All but the entries, by kind.
fn others(review: &Review, citing: &Citing<'_>) -> [Vec<Offer>; 5] {
    let offer = |target: Target, detail: &str| Offer {
        target,
        words: citing.named(target).unwrap_or_default(),
        detail: detail.to_owned(),
    };
    let people = review.people.iter().map(|person| {
        let known = [
            person.role.words(),
            &person.name,
            &person.aliases.join(", "),
        ]
        .join(" ");
        offer(Target::Person(person.id), known.trim())
    });
    let dates = review
        .key_dates
        .iter()
        .map(|date| offer(Target::KeyDate(date.id), &date.label));
    let findings = review
        .findings
        .iter()
        .map(|finding| offer(Target::Finding(finding.id), &finding.text));
    let recommendations = review
        .recommendations
        .iter()
        .map(|one| offer(Target::Recommendation(one.id), &one.text));
    let numbered = paragraphs(&review.sections, &review.template);
    let paragraphs = numbered.iter().flat_map(|section| &section.paragraphs);
    let paragraphs = paragraphs.filter_map(|paragraph| {
        let beginning: String = paragraph.text.chars().take(BEGINNING).collect();
        Some(offer(Target::Paragraph(paragraph.id?), &beginning))
    });
    [
        people.collect(),
        dates.collect(),
        findings.collect(),
        recommendations.collect(),
        paragraphs.collect(),
    ]
}

/// Small letters, with one space before each word.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + 1);
    let mut in_word = false;
    for letter in text.chars() {
        if letter.is_alphanumeric() {
            if !in_word {
                folded.push(' ');
            }
            folded.extend(letter.to_lowercase());
        }
        in_word = letter.is_alphanumeric();
    }
    folded
}
