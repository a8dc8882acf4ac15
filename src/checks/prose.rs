//! The report as a reader reads it: passages with their place, cut into stretches of plain words, and which of those words are somebody else's.

use std::collections::HashSet;
use std::ops::Range;

use super::{At, Case, Mark};
use crate::chronology::sentence_around;
use crate::drafting::{Citation, Inline, Numbered, Part, Target};

/// A paragraph or heading of the report, a question, finding, recommendation or action.
pub(super) struct Passage {
    pub at: At,
    /// “Paragraph 4.2”, “Finding 3”.
    pub place: String,
    /// Key of its section; empty outside the draft.
    pub section: String,
    pub stretches: Vec<Stretch>,
    /// What it is known again by.
    subject: String,
}

/// Words that belong together: running text, an item of a list, a cell, a footnote. Citations are left out, but for people’s names.
pub(super) struct Stretch {
    pub text: String,
    pub kind: StretchKind,
    quoted: Vec<Range<usize>>,
    pub citations: Vec<(usize, Citation)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StretchKind {
    Running,
    Item,
    Cell,
    Note,
    Heading,
    /// Set apart as other people's words.
    Quotation,
}

impl Case<'_> {
    /// All that is published of what the chair and the panel write, in reading order.
    pub(super) fn passages(&self) -> Vec<Passage> {
        let mut passages: Vec<Passage> = Vec::new();
        for (section, paragraph) in self.paragraphs() {
            let Some(id) = self.section(&section.key).map(|section| section.id) else {
                continue;
            };
            let (at, subject) = match paragraph.id {
                Some(paragraph) => (
                    At::Paragraph(id, paragraph),
                    format!("paragraph {paragraph}"),
                ),
                None => (At::Section(id), format!("section {}", section.key)),
            };
            passages.push(Passage {
                at,
                place: match paragraph.heading {
                    0 => format!("Paragraph {}", paragraph.number),
                    _ => format!("A heading of section {}", section.number),
                },
                section: section.key.clone(),
                stretches: stretches(paragraph),
                subject,
            });
        }
        let review = self.review;
        let mut others = |at, place: String, subject: String, text: &str| {
            if !text.trim().is_empty() {
                let paragraph = Numbered {
                    id: None,
                    number: String::new(),
                    heading: 0,
                    text: text.to_owned(),
                };
                passages.push(Passage {
                    at,
                    place,
                    section: String::new(),
                    stretches: stretches(&paragraph),
                    subject,
                });
            }
        };
        for question in &review.questions {
            let place = format!("Question {} of the terms of reference", question.position);
            let subject = format!("question {}", question.id);
            others(At::Question(question.id), place, subject, &question.text);
        }
        for finding in &review.findings {
            let place = format!("Finding {}", finding.position);
            for text in [&finding.text, &finding.analysis] {
                let subject = format!("finding {}", finding.id);
                others(At::Finding(finding.id), place.clone(), subject, text);
            }
        }
        for recommendation in &review.recommendations {
            let place = format!("Recommendation {}", recommendation.position);
            let subject = format!("recommendation {}", recommendation.id);
            let at = At::Recommendation(recommendation.id);
            others(at, place.clone(), subject, &recommendation.text);
            let of_it = |action: &&crate::model::Action| action.recommendation == recommendation.id;
            for action in review.actions.iter().filter(of_it) {
                let place = format!("An action of {}", place.to_lowercase());
                let subject = format!("action {}", action.id);
                others(At::Action(action.id), place, subject, &action.text);
            }
        }
        passages
    }
}

impl Passage {
    /// `words`: what is wrong, as written here.
    pub fn mark(&self, words: &str, what: String, instead: impl Into<String>) -> Mark {
        Mark {
            subject: format!("{}: {}", self.subject, words.to_lowercase()),
            what,
            instead: instead.into(),
            at: self.at,
        }
    }
}

impl Stretch {
    /// Whether these are other people's words.
    pub fn is_quoted(&self, range: &Range<usize>) -> bool {
        self.kind == StretchKind::Quotation
            || self
                .quoted
                .iter()
                .any(|quoted| quoted.start <= range.start && range.end <= quoted.end)
    }

    pub fn sentence(&self, at: usize) -> Range<usize> {
        sentence_around(&self.text, at)
    }

    fn of(inlines: &[Inline], kind: StretchKind, found: &mut Vec<Self>) {
        let mut text = String::new();
        let mut citations = Vec::new();
        let mut notes = Vec::new();
        for inline in inlines {
            match inline {
                Inline::Words(words) | Inline::Stressed(words) | Inline::Strong(words) => {
                    text.push_str(words);
                }
                Inline::Citation(citation) => {
                    if matches!(citation.target, Target::Person(_)) {
                        text.push_str(&citation.words);
                    }
                    citations.push((text.len(), citation.clone()));
                }
                Inline::Note(inner) => notes.push(inner),
            }
        }
        found.push(Self {
            quoted: quoted(&text),
            text,
            kind,
            citations,
        });
        for note in notes {
            Self::of(note, StretchKind::Note, found);
        }
    }
}

fn stretches(paragraph: &Numbered) -> Vec<Stretch> {
    let mut found = Vec::new();
    for part in paragraph.parts() {
        match part {
            Part::Text(inlines) if paragraph.heading > 0 => {
                Stretch::of(&inlines, StretchKind::Heading, &mut found);
            }
            Part::Text(inlines) => Stretch::of(&inlines, StretchKind::Running, &mut found),
            Part::Quotation(inlines) => Stretch::of(&inlines, StretchKind::Quotation, &mut found),
            Part::List { items, .. } => {
                for item in &items {
                    Stretch::of(item, StretchKind::Item, &mut found);
                }
            }
            Part::Table(rows) => {
                for cell in rows.iter().flatten() {
                    Stretch::of(cell, StretchKind::Cell, &mut found);
                }
            }
        }
    }
    found.retain(|stretch| !stretch.text.trim().is_empty());
    found
}

/// What stands in quotation marks. Where a speech runs on over several paragraphs, each begins with a mark and only the last is closed.
fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        match (letter, open) {
            ('“', None) => open = Some((at, '”')),
            ('‘', None) => open = Some((at, '’')),
            ('"', None) => open = Some((at, '"')),
            (_, Some((from, close))) if letter == close => {
                let apostrophe =
                    close == '’' && text[end..].starts_with(|next: char| next.is_alphanumeric());
                if !apostrophe {
                    found.push(from..end);
                    open = None;
                }
            }
            _ => {}
        }
    }
    if let Some((from, '”')) = open {
        found.push(from..text.len());
    }
    found
}

/// Each thing once, at its first place.
pub(super) fn once(mut marks: Vec<Mark>) -> Vec<Mark> {
    let mut known = HashSet::new();
    marks.retain(|mark| known.insert(mark.subject.clone()));
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_quotation_marks_are_somebody_elses() {
        for (text, expected) in [
            ("He wrote “hard to engage” twice.", vec!["“hard to engage”"]),
            ("The ‘volatile’ couple’s flat", vec!["‘volatile’"]),
            ("‘She couldn’t say’, he wrote", vec!["‘She couldn’t say’"]),
            ("An \"incident\" only", vec!["\"incident\""]),
            (
                "“She sang. It goes on below.",
                vec!["“She sang. It goes on below."],
            ),
            ("“She said ‘no’ twice”", vec!["“She said ‘no’ twice”"]),
            ("Anna’s mother’s words", vec![]),
        ] {
            let found: Vec<&str> = quoted(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
