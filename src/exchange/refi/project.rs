//! The project that other tools open: who coded, with which codes, which words of which record.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::NaiveDate;

use super::codes;
use super::guid::guid;
use super::record_text::RecordText;
use super::tree::Element;
use crate::dates;
use crate::model::{Entry, EntryId, Review, Tagging};

/// Name in the archive and content of each text.
pub(super) fn texts(review: &Review) -> Vec<(String, String)> {
    written(review)
        .map(|entry| {
            let text = RecordText::of(entry).text;
            (text_name(&source_guid(entry, &text)), text)
        })
        .collect()
}

pub(super) fn text_name(guid: &str) -> String {
    format!("{guid}.txt")
}

/// The mark of a record: of its number and its words, so that a corrected record is another.
pub(super) fn source_guid(entry: &Entry, text: &str) -> String {
    guid("source", &[&entry.id.to_string(), text])
}

/// Records that stand, and withdrawn ones that are tagged; none without words.
fn written(review: &Review) -> impl Iterator<Item = &Entry> {
    let tagged: HashSet<EntryId> = review
        .taggings
        .iter()
        .map(|tagging| tagging.entry)
        .collect();
    let entries = review.entries.iter().map(|entry| &**entry);
    entries.filter(move |entry| {
        let has_words = !RecordText::of(entry).text.is_empty();
        has_words && (entry.withdrawn.is_none() || tagged.contains(&entry.id))
    })
}

/// The content of `project.qde`.
pub(super) fn project(review: &Review, today: NaiveDate) -> Element {
    let at = format!("{}T00:00:00Z", today.format("%Y-%m-%d"));
    let users: BTreeSet<&str> = review
        .taggings
        .iter()
        .map(|one| one.coder.as_str())
        .collect();
    let known: HashSet<&str> = review
        .weaknesses
        .iter()
        .map(|one| one.key.as_str())
        .collect();
    let others: BTreeSet<&str> = review
        .taggings
        .iter()
        .map(|tagging| tagging.weakness.as_str())
        .filter(|key| !known.contains(key))
        .collect();
    let others: Vec<&str> = others.into_iter().collect();
    let mut taggings: HashMap<EntryId, Vec<&Tagging>> = HashMap::new();
    for tagging in &review.taggings {
        taggings.entry(tagging.entry).or_default().push(tagging);
    }
    let none = Vec::new();
    let sources = written(review).map(|entry| {
        let taggings = taggings.get(&entry.id).unwrap_or(&none);
        source(review, entry, taggings, &at)
    });
    let name = match review.details.title.trim() {
        "" => "Review",
        title => title,
    };
    Element::new("Project")
        .with("name", name)
        .with("origin", codes::origin())
        .with("creationDateTime", &at)
        .holding(some("Users", users.iter().map(|name| user(name))))
        .holding(
            some("CodeBook", Some(codes::codes(review, &others)))
                .filter(|_| !review.weaknesses.is_empty() || !others.is_empty()),
        )
        .holding(some("Sources", sources))
        .holding(some("Notes", notes(review, &at)))
        .holding(codes::project_sets(review))
        .holding(
            review
                .details
                .fictional
                .then(|| Element::new("Description").saying("Made-up material")),
        )
}

/// The standard allows no empty list.
fn some(name: &str, children: impl IntoIterator<Item = Element>) -> Option<Element> {
    let element = Element::new(name).holding(children);
    (!element.children.is_empty()).then_some(element)
}

pub(super) fn user_guid(name: &str) -> String {
    guid("user", &[name])
}

fn user(name: &str) -> Element {
    Element::new("User")
        .with("guid", user_guid(name))
        .with("name", name)
}

fn source(review: &Review, entry: &Entry, taggings: &[&Tagging], at: &str) -> Element {
    let text = RecordText::of(entry);
    let mark = source_guid(entry, &text.text);
    let agency = review.agency(entry.agency);
    let agency = agency.map_or("", |agency| agency.name.as_str());
    let name = format!("{:04} {agency}, {}", entry.id.0, dates::spoken(&entry.when));
    let mut passages: BTreeMap<(usize, usize), Vec<&Tagging>> = BTreeMap::new();
    let mut whole = Vec::new();
    for &tagging in taggings {
        let places = tagging.passages.iter();
        let places: BTreeSet<(usize, usize)> = places
            .filter_map(|passage| text.place_of(entry, passage))
            .collect();
        if places.is_empty() {
            whole.push(coding(tagging, "whole", at));
        }
        for place in places {
            passages.entry(place).or_default().push(tagging);
        }
    }
    let selections = passages.iter().map(|((from, until), taggings)| {
        let place = format!("{from}-{until}");
        let words: String = text
            .text
            .chars()
            .skip(*from)
            .take(60.min(until - from))
            .collect();
        Element::new("PlainTextSelection")
            .with("guid", guid("selection", &[&mark, &place]))
            .with("name", words)
            .with("startPosition", from.to_string())
            .with("endPosition", until.to_string())
            .with("creationDateTime", at)
            .holding(taggings.iter().map(|one| coding(one, &place, at)))
    });
    Element::new("TextSource")
        .with("guid", &mark)
        .with("name", name)
        .with("plainTextPath", format!("internal://{}", text_name(&mark)))
        .with("creationDateTime", at)
        .holding(selections)
        .holding(whole)
}

fn coding(tagging: &Tagging, place: &str, at: &str) -> Element {
    let id = tagging.id.to_string();
    let code = codes::code_guid(&tagging.weakness);
    let mark = guid("coding", &[&id, &tagging.weakness, &tagging.coder, place]);
    let note = note_guid(tagging).map(|note| Element::new("NoteRef").with("targetGUID", note));
    Element::new("Coding")
        .with("guid", mark)
        .with("creatingUser", user_guid(&tagging.coder))
        .with("creationDateTime", at)
        .holding([Element::new("CodeRef").with("targetGUID", code)])
        .holding(note)
}

fn note_guid(tagging: &Tagging) -> Option<String> {
    let id = tagging.id.to_string();
    let has_memo = !tagging.memo.trim().is_empty();
    has_memo.then(|| guid("note", &[&id, &tagging.coder, &tagging.memo]))
}

fn notes<'a>(review: &'a Review, at: &'a str) -> impl Iterator<Item = Element> + 'a {
    let shown: HashSet<EntryId> = written(review).map(|entry| entry.id).collect();
    let taggings = review.taggings.iter();
    let taggings = taggings.filter(move |tagging| shown.contains(&tagging.entry));
    taggings.filter_map(move |tagging| {
        let content = Element::new("PlainTextContent").saying(tagging.memo.as_str());
        Some(
            Element::new("Note")
                .with("guid", note_guid(tagging)?)
                .with(
                    "name",
                    format!("Memo: {}", review.tag_name(&tagging.weakness)),
                )
                .with("creatingUser", user_guid(&tagging.coder))
                .with("creationDateTime", at)
                .holding([content]),
        )
    })
}
