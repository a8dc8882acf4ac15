//! What a citation says now: the words to print, whose word it rests on, and whether what it cites is still there.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;

use super::markup::{Citation, Inline, NOTE, Target, pieces, pieces_of_note};
use super::numbering::paragraphs;
use crate::chronology::Claims;
use crate::dates;
use crate::model::{Entry, ParagraphId, Review};

/// A citation as it must be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// “Wexmoor Constabulary, 12 April 2019”, “Denise”, “Finding 2”, “4.2”. Where the cited is gone, the words as they were written.
    pub words: String,
    /// Whose word an entry rests on, in the words of its claim; `None` for an undisputed first-hand record and for all but entries.
    pub badge: Option<String>,
    pub broken: Option<Broken>,
}

/// Why a citation does not hold any longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// A corrected return no longer has the entry.
    Withdrawn,
    /// It was removed.
    Gone,
}

impl Broken {
    pub fn words(self) -> &'static str {
        match self {
            Self::Withdrawn => "withdrawn by a corrected return",
            Self::Gone => "no longer in the review",
        }
    }
}

impl Cited {
    /// All of it on one line: “Wexmoor Constabulary, 12 April 2019; Claim: the victim’s own word”.
    pub fn said(&self) -> String {
        let notes = [self.badge.as_deref(), self.broken.map(Broken::words)];
        let mut said = self.words.clone();
        for note in notes.into_iter().flatten() {
            if !said.ends_with(note) {
                said.push_str("; ");
                said.push_str(note);
            }
        }
        said
    }
}

/// Tells what the citations of one review say, at one revision.
pub struct Citing<'a> {
    review: &'a Review,
    claims: &'a Claims,
    /// What each paragraph is called, once one is asked for.
    paragraphs: OnceCell<HashMap<ParagraphId, String>>,
}

impl<'a> Citing<'a> {
    pub fn of(review: &'a Review, claims: &'a Claims) -> Self {
        Self {
            review,
            claims,
            paragraphs: OnceCell::new(),
        }
    }

    pub fn cited(&self, citation: &Citation) -> Cited {
        let known = self.named(citation.target);
        Cited {
            badge: self.badge(citation.target),
            broken: broken(self.review, citation.target),
            words: known.unwrap_or_else(|| citation.words.clone()),
        }
    }

    /// The words of what is cited; `None` where it is gone.
    pub fn named(&self, target: Target) -> Option<String> {
        let review = self.review;
        match target {
            Target::Entry(id) => review.entry(id).map(|entry| place(review, entry)),
            Target::Person(id) => review.person(id).map(|person| {
                let pseudonym = person.pseudonym.trim();
                let shown = if pseudonym.is_empty() {
                    person.name.trim()
                } else {
                    pseudonym
                };
                shown.to_owned()
            }),
            Target::KeyDate(id) => {
                let date = review.key_dates.iter().find(|date| date.id == id)?;
                Some(dates::spoken(&date.when))
            }
            Target::Finding(id) => {
                let finding = review.finding(id)?;
                Some(format!("Finding {}", finding.position))
            }
            Target::Recommendation(id) => {
                let mut all = review.recommendations.iter();
                let found = all.find(|recommendation| recommendation.id == id)?;
                Some(format!("Recommendation {}", found.position))
            }
            Target::Paragraph(id) => self.paragraphs().get(&id).cloned(),
        }
    }

    /// The text with the words of its citations as they must be shown now, and everything else as it was.
    pub fn brought_up_to_date(&self, text: &str) -> String {
        let mut fresh = String::with_capacity(text.len());
        for (range, inline) in citations_and_words(text) {
            match inline {
                Some(citation) => {
                    let words = self.cited(&citation).said();
                    fresh.push_str(&Citation { words, ..citation }.written());
                }
                None => fresh.push_str(&text[range]),
            }
        }
        fresh
    }

    fn badge(&self, target: Target) -> Option<String> {
        let Target::Entry(id) = target else {
            return None;
        };
        self.claims.of_entry(self.review.entry(id)?).badge()
    }

    fn paragraphs(&self) -> &HashMap<ParagraphId, String> {
        self.paragraphs.get_or_init(|| {
            paragraphs(&self.review.sections, &self.review.template)
                .into_iter()
                .flat_map(|section| section.paragraphs)
                .filter_map(|paragraph| {
                    let called = match paragraph.heading {
                        0 => paragraph.number,
                        _ => format!("“{}”", paragraph.text),
                    };
                    Some((paragraph.id?, called))
                })
                .collect()
        })
    }
}

/// Whether what is cited is withdrawn or gone.
pub fn broken(review: &Review, target: Target) -> Option<Broken> {
    let there = match target {
        Target::Entry(id) => match review.entry(id) {
            Some(entry) if entry.withdrawn.is_some() => return Some(Broken::Withdrawn),
            entry => entry.is_some(),
        },
        Target::Person(id) => review.person(id).is_some(),
        Target::KeyDate(id) => review.key_dates.iter().any(|date| date.id == id),
        Target::Finding(id) => review.finding(id).is_some(),
        Target::Recommendation(id) => review.recommendations.iter().any(|one| one.id == id),
        Target::Paragraph(id) => review
            .sections
            .iter()
            .any(|section| section.paragraphs.contains(&id)),
    };
    (!there).then_some(Broken::Gone)
}

/// The citations of a text in their order, those of its footnotes included.
pub fn citations(text: &str) -> Vec<Citation> {
    citations_and_words(text)
        .into_iter()
        .filter_map(|(_, citation)| citation)
        .collect()
}

/// “Wexmoor Constabulary, 12 April 2019, 21:10”
fn place(review: &Review, entry: &Entry) -> String {
    let agency = review.agency(entry.agency);
    let agency = agency.map_or("", |agency| agency.name.as_str());
    format!("{agency}, {}", dates::spoken(&entry.when))
}

/// All of the text in stretches: each citation by itself, in a footnote too, and what stands between.
pub fn citations_and_words(text: &str) -> Vec<(Range<usize>, Option<Citation>)> {
    let mut stretches = Vec::new();
    for (range, inline) in pieces(text) {
        if !matches!(inline, Inline::Note(_)) {
            stretches.push((range, citation_of(inline)));
            continue;
        }
        let within = range.start + NOTE.len()..range.end - 1;
        stretches.push((range.start..within.start, None));
        for (inner, inline) in pieces_of_note(&text[within.clone()]) {
            let inner = within.start + inner.start..within.start + inner.end;
            stretches.push((inner, citation_of(inline)));
        }
        stretches.push((within.end..range.end, None));
    }
    stretches
}

fn citation_of(inline: Inline) -> Option<Citation> {
    match inline {
        Inline::Citation(citation) => Some(citation),
        _ => None,
    }
}
