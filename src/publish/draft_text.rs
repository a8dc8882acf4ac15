//! The chair's text as every output prints it: citations with whose word they rest on, broken ones said to be so.

use std::collections::BTreeSet;

use crate::chronology::Claims;
use crate::drafting::{Citation, Citing, Inline, NumberedSection, Part, Target, inlines};
use crate::model::{EntryId, ParagraphId, Review};

/// A paragraph, or a heading inside a section.
pub(super) struct PrintedParagraph {
    /// What cross-references to it name.
    pub(super) id: Option<ParagraphId>,
    /// Empty for a heading.
    pub(super) number: String,
    /// 0 for a paragraph. Headings never leave a level out, which readers by ear depend on: 2 below the section's own, then 3.
    pub(super) level: u8,
    pub(super) parts: Vec<PrintedPart>,
}

pub(super) enum PrintedPart {
    Text(Vec<Printed>),
    List {
        numbered: bool,
        items: Vec<Vec<Printed>>,
    },
    Quotation(Vec<Printed>),
    /// The first row is the head.
    Table(Vec<Vec<Vec<Printed>>>),
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Printed {
    Words(String),
    Stressed(String),
    Strong(String),
    Citation(PrintedCitation),
    /// A footnote, in which there is none.
    Note(Vec<Printed>),
}

/// What stands for a citation, in this order.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct PrintedCitation {
    pub(super) target: Target,
    /// “(” where it stands in brackets of its own.
    pub(super) open: &'static str,
    pub(super) words: String,
    /// “; Claim: the victim’s own word”; empty where there is none.
    pub(super) badge: String,
    /// “; withdrawn by a corrected return”; empty where it holds.
    pub(super) broken: String,
    pub(super) close: &'static str,
}

/// Puts the text of one review into its printed form, and counts what is cited.
pub(super) struct Printing<'a> {
    citing: Citing<'a>,
    /// Entries that hold and are cited.
    pub(super) cited: BTreeSet<EntryId>,
    broken: Vec<String>,
}

/// Paragraphs that a note names before it only counts the others.
const NAMED: usize = 12;

impl<'a> Printing<'a> {
    pub(super) fn of(review: &'a Review, claims: &'a Claims) -> Self {
        Self {
            citing: Citing::of(review, claims),
            cited: BTreeSet::new(),
            broken: Vec::new(),
        }
    }

    pub(super) fn section(&mut self, section: &NumberedSection) -> Vec<PrintedParagraph> {
        let mut level = 1;
        let mut printed = Vec::new();
        for paragraph in &section.paragraphs {
            let place = match paragraph.heading {
                0 => &paragraph.number,
                _ => &section.number,
            };
            let parts = match paragraph.heading {
                0 => self.parts(paragraph.parts(), place),
                _ => vec![PrintedPart::Text(
                    self.run(&inlines(&paragraph.text), place),
                )],
            };
            if paragraph.heading > 0 {
                level = (paragraph.heading + 1).min(level + 1);
            }
            printed.push(PrintedParagraph {
                // Those that are typed and not stored yet have none.
                id: paragraph.id.filter(|id| id.0 > 0),
                number: paragraph.number.clone(),
                level: if paragraph.heading > 0 { level } else { 0 },
                parts,
            });
        }
        printed
    }

    /// What the chair is told of citations that do not hold; `None` where all do.
    pub(super) fn note(&self) -> Option<String> {
        let count = self.broken.len();
        let mut places: Vec<&str> = self.broken.iter().map(String::as_str).collect();
        places.dedup();
        let more = places.len().saturating_sub(NAMED);
        let named = places[..places.len() - more].join(", ");
        let named = match more {
            0 => named,
            more => format!("{named} and {more} more"),
        };
        match count {
            0 => None,
            1 => Some(format!(
                "1 citation cites what is withdrawn or no longer in the review, and says so where it stands: {named}."
            )),
            count => Some(format!(
                "{count} citations cite what is withdrawn or no longer in the review, and say so where they stand: {named}."
            )),
        }
    }

    fn parts(&mut self, parts: Vec<Part>, place: &str) -> Vec<PrintedPart> {
        let parts = parts.into_iter();
        parts
            .map(|part| match part {
                Part::Text(text) => PrintedPart::Text(self.run(&text, place)),
                Part::Quotation(text) => PrintedPart::Quotation(self.run(&text, place)),
                Part::List { numbered, items } => PrintedPart::List {
                    numbered,
                    items: items.iter().map(|item| self.run(item, place)).collect(),
                },
                Part::Table(rows) => PrintedPart::Table(
                    rows.iter()
                        .map(|cells| cells.iter().map(|cell| self.run(cell, place)).collect())
                        .collect(),
                ),
            })
            .collect()
    }

    /// Running text of the paragraph numbered `place`.
    fn run(&mut self, text: &[Inline], place: &str) -> Vec<Printed> {
        let mut printed = Vec::new();
        // How many brackets that the chair typed are open.
        let mut brackets = 0_i32;
        // Whether the sentence reads on into a citation: “see Finding 3”.
        let mut reads_on = true;
        for inline in text {
            match inline {
                Inline::Words(words) => {
                    brackets += open_brackets(words);
                    reads_on = leads_on(words);
                    printed.push(Printed::Words(words.clone()));
                }
                Inline::Stressed(words) => printed.push(Printed::Stressed(words.clone())),
                Inline::Strong(words) => printed.push(Printed::Strong(words.clone())),
                Inline::Citation(citation) => {
                    let free = brackets > 0 || (reads_on && is_named(citation.target));
                    let citation = self.citation(citation, free, place);
                    printed.push(Printed::Citation(citation));
                }
                Inline::Note(note) => {
                    // Its mark stands at the word.
                    if let Some(Printed::Words(words)) = printed.last_mut() {
                        words.truncate(words.trim_end().len());
                    }
                    let inner = self.run(note, place);
                    printed.push(Printed::Note(inner));
                }
            }
        }
        printed
    }

    /// `free`: it needs no brackets of its own.
    fn citation(&mut self, citation: &Citation, free: bool, place: &str) -> PrintedCitation {
        let cited = self.citing.cited(citation);
        let entry = match citation.target {
            Target::Entry(id) => Some(id),
            _ => None,
        };
        let mut words = cited.words;
        if words.trim().is_empty() {
            words = about(citation.target);
        } else if let (Some(id), None) = (entry, &cited.broken) {
            words = format!("{words}, entry {id}");
        }
        let after = |note: &str| match words.ends_with(note) {
            true => String::new(),
            false => format!("; {note}"),
        };
        let badge = cited.badge.as_deref().map(after).unwrap_or_default();
        let broken = cited.broken.map(|broken| after(broken.words()));
        match (entry, &broken) {
            (_, Some(_)) => self.broken.push(place.to_owned()),
            (Some(id), None) => {
                self.cited.insert(id);
            }
            (None, None) => {}
        }
        let source = entry.is_some() || is_named(citation.target) || broken.is_some();
        let bracketed = !free && source;
        PrintedCitation {
            target: citation.target,
            open: if bracketed { "(" } else { "" },
            close: if bracketed { ")" } else { "" },
            badge,
            broken: broken.unwrap_or_default(),
            words,
        }
    }
}

/// Named in a sentence as often as given as its source.
fn is_named(target: Target) -> bool {
    matches!(target, Target::Finding(_) | Target::Recommendation(_))
}

/// Words after which the name of a finding belongs to the sentence.
const LEADING_ON: [&str; 16] = [
    "see", "also", "and", "or", "in", "of", "by", "to", "from", "under", "with", "at", "as",
    "than", "both", "is",
];

/// Whether the sentence goes on into what comes next: it begins there, or a small word leads on.
fn leads_on(words: &str) -> bool {
    let words = words.trim_end();
    let last = words.rsplit(char::is_whitespace).next().unwrap_or_default();
    words.is_empty()
        || words.ends_with(['.', ':', ';', '?', '!'])
        || LEADING_ON.contains(&last.to_lowercase().as_str())
}

/// What is cited, where its words are lost.
fn about(target: Target) -> String {
    match target {
        Target::KeyDate(_) => "a date".to_owned(),
        Target::Paragraph(_) => "a paragraph".to_owned(),
        Target::Person(_) => "a person".to_owned(),
        Target::Entry(_) | Target::Finding(_) | Target::Recommendation(_) => target.handle(),
    }
}

fn open_brackets(words: &str) -> i32 {
    words.chars().fold(0, |open, c| match c {
        '(' => open + 1,
        ')' => open - 1,
        _ => open,
    })
}
