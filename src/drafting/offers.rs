//! Citing by typing: what is asked for after an `@`, and what of the review answers it.

use std::collections::HashMap;
use std::ops::Range;

use regex::Regex;

use super::citing::Citing;
use super::markup::{Citation, Target};
use super::numbering::paragraphs;
use crate::chronology::Claims;
use crate::dates;
use crate::model::{AgencyId, Entry, Review};

/// Longer than this, and an `@` was not meant to cite.
const LONGEST: usize = 48;
/// Of each kind but entries, so that there is room for all.
const OF_A_KIND: usize = 5;
/// Places of the list that entries leave to what only speaks of it.
const KEPT_FOR_WHAT_IS_SAID: usize = 3;
/// Letters of what it says that are shown.
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

/// What answers the words, at most `limit`: first what is called so – people, dates, findings, recommendations, paragraphs – then entries in
/// `order`, the order of time, then what only says so. Every word must begin a word of what is found; the name of a kind
/// (“finding”, “entry”) finds all of it.
pub fn offers(
    review: &Review,
    claims: &Claims,
    order: &[u32],
    words: &str,
    limit: usize,
) -> Vec<Offer> {
    let sought: Vec<Wanted> = words.split_whitespace().filter_map(Wanted::of).collect();
    let answers = |text: &str| sought.iter().all(|wanted| wanted.begins_in(text));
    let citing = Citing::of(review, claims);
    let mut found: Vec<Offer> = Vec::new();
    let mut said: Vec<Offer> = Vec::new();
    for kind in others(review, &citing) {
        let (called, rest): (Vec<_>, Vec<_>) =
            kind.into_iter().partition(|(names, _)| answers(names));
        found.extend(called.into_iter().map(|(_, offer)| offer).take(OF_A_KIND));
        let rest = rest
            .into_iter()
            .filter(|(names, offer)| answers(&format!("{names} {}", offer.detail)));
        said.extend(rest.map(|(_, offer)| offer));
    }
    let left = limit.saturating_sub(found.len() + said.len().min(KEPT_FOR_WHAT_IS_SAID));
    let entries = entries_for(review, order, &sought);
    found.extend(entries.take(left).map(|entry| {
        let target = Target::Entry(entry.id);
        let words = String::new();
        Offer {
            target,
            words: citing.cited(&Citation { target, words }).said(),
            detail: entry.text.chars().take(BEGINNING).collect(),
        }
    }));
    found.extend(said);
    found.truncate(limit);
    found
}

/// The entries that answer, in their order. There may be a hundred thousand: what costs most is asked last.
fn entries_for<'a>(
    review: &'a Review,
    order: &'a [u32],
    sought: &'a [Wanted],
) -> impl Iterator<Item = &'a Entry> {
    let agencies: HashMap<AgencyId, Vec<bool>> = review
        .agencies
        .iter()
        .map(|agency| {
            let answers = sought.iter().map(|wanted| wanted.begins_in(&agency.name));
            (agency.id, answers.collect())
        })
        .collect();
    let is_kind: Vec<bool> = sought
        .iter()
        .map(|wanted| wanted.begins_in("entry"))
        .collect();
    let answers = move |entry: &Entry| {
        let of_agency = agencies.get(&entry.agency);
        sought.iter().enumerate().all(|(at, wanted)| {
            is_kind[at]
                || of_agency.is_some_and(|answers| answers[at])
                || wanted.begins_in(&entry.text)
                || wanted.may_be_date
                    && (wanted.begins_in(&dates::spoken(&entry.when))
                        || wanted.begins_in(&entry.id.to_string()))
        })
    };
    let entries = order
        .iter()
        .filter_map(|index| review.entries.get(*index as usize));
    let entries = entries.map(|entry| &**entry);
    entries.filter(move |entry| entry.withdrawn.is_none() && answers(entry))
}

/// A word that what is found must have.
struct Wanted {
    pattern: Regex,
    /// It has a digit, or begins the name of a month.
    may_be_date: bool,
}

impl Wanted {
    /// `None` where nothing of it is a letter or a digit.
    fn of(word: &str) -> Option<Self> {
        let parts: Vec<String> = word
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|part| !part.is_empty())
            .map(regex::escape)
            .collect();
        let first = parts.first()?;
        let lower = first.to_lowercase();
        let may_be_date = word.contains(|letter: char| letter.is_numeric())
            || dates::MONTHS
                .iter()
                .any(|month| month.to_lowercase().starts_with(&lower));
        let pattern = format!(r"(?i)\b{}", parts.join(r"[^\p{L}\p{N}]+"));
        Some(Self {
            pattern: Regex::new(&pattern).ok()?,
            may_be_date,
        })
    }

    fn begins_in(&self, text: &str) -> bool {
        self.pattern.is_match(text)
    }
}

/// All but the entries, by kind, each with what it is called.
fn others(review: &Review, citing: &Citing<'_>) -> [Vec<(String, Offer)>; 5] {
    let offer = |kind: &str, target: Target, names: &str, detail: &str| {
        let words = citing.named(target).unwrap_or_default();
        let names = format!("{kind} {words} {names}");
        let detail = detail.to_owned();
        let offer = Offer {
            target,
            words,
            detail,
        };
        (names, offer)
    };
    let people = review.people.iter().map(|person| {
        let names = format!("{} {}", person.name, person.aliases.join(" "));
        let role = person.role.words();
        offer(
            "person",
            Target::Person(person.id),
            &format!("{role} {names}"),
            role,
        )
    });
    let dates = review
        .key_dates
        .iter()
        .map(|date| offer("date", Target::KeyDate(date.id), &date.label, &date.label));
    let findings = review
        .findings
        .iter()
        .map(|finding| offer("finding", Target::Finding(finding.id), "", &finding.text));
    let recommendations = review.recommendations.iter().map(|one| {
        offer(
            "recommendation",
            Target::Recommendation(one.id),
            "",
            &one.text,
        )
    });
    let numbered = paragraphs(&review.sections, &review.template);
    let paragraphs = numbered.iter().flat_map(|section| &section.paragraphs);
    let paragraphs = paragraphs.filter_map(|paragraph| {
        let beginning: String = paragraph.text.chars().take(BEGINNING).collect();
        Some(offer(
            "paragraph",
            Target::Paragraph(paragraph.id?),
            "",
            &beginning,
        ))
    });
    [
        people.collect(),
        dates.collect(),
        findings.collect(),
        recommendations.collect(),
        paragraphs.collect(),
    ]
}
