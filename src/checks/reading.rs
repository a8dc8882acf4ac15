//! The words of a section, cut into what is said at a time.

use crate::chronology::{WordFinder, sentences};
use crate::drafting::{Inline, Numbered, NumberedSection, Part};

/// What is said at a time: a sentence, an item of a list, or a row of a table.
pub(super) struct Saying<'a> {
    pub paragraph: &'a Numbered,
    /// Without markup; citations as their words, footnotes where they stand.
    pub text: String,
}

/// All that a section says, headings too, in reading order.
pub(super) fn sayings(section: &NumberedSection) -> Vec<Saying<'_>> {
    let mut all = Vec::new();
    for paragraph in &section.paragraphs {
        let mut say = |text: String| {
            if !text.trim().is_empty() {
                all.push(Saying { paragraph, text });
            }
        };
        if paragraph.heading > 0 {
            say(paragraph.text.clone());
            continue;
        }
        for part in paragraph.parts() {
            match part {
                Part::Text(inlines) | Part::Quotation(inlines) => {
                    let text = words_of(&inlines);
                    sentences(&text)
                        .into_iter()
                        .for_each(|range| say(text[range].to_owned()));
                }
                Part::List { items, .. } => items.iter().for_each(|item| say(words_of(item))),
                Part::Table(rows) => {
                    for row in rows {
                        let cells: Vec<String> = row.iter().map(|cell| words_of(cell)).collect();
                        say(cells.join(" | "));
                    }
                }
            }
        }
    }
    all
}

/// All words of a paragraph or heading on one line.
pub(super) fn words_in(paragraph: &Numbered) -> String {
    if paragraph.heading > 0 {
        return paragraph.text.clone();
    }
    let parts = paragraph.parts().into_iter().map(|part| match part {
        Part::Text(inlines) | Part::Quotation(inlines) => words_of(&inlines),
        Part::List { items, .. } => joined(&items),
        Part::Table(rows) => {
            let rows: Vec<String> = rows.iter().map(|row| joined(row)).collect();
            rows.join(" ")
        }
    });
    parts.collect::<Vec<_>>().join(" ")
}

/// Everything that a section says on one line, its headings too.
pub(super) fn all_words(section: &NumberedSection) -> String {
    let all: Vec<String> = section.paragraphs.iter().map(words_in).collect();
    all.join(" ")
}

/// Whether nothing but headings is written there.
pub(super) fn is_empty(section: &NumberedSection) -> bool {
    section.paragraphs.iter().all(|each| each.heading > 0)
}

pub(super) fn finds(words: &[String], text: &str) -> bool {
    !WordFinder::of([words]).in_text(text).is_empty()
}

fn joined(stretches: &[Vec<Inline>]) -> String {
    let stretches: Vec<String> = stretches.iter().map(|each| words_of(each)).collect();
    stretches.join(" ")
}

fn words_of(inlines: &[Inline]) -> String {
    let mut text = String::new();
    for inline in inlines {
        match inline {
            Inline::Words(words) | Inline::Stressed(words) | Inline::Strong(words) => {
                text.push_str(words);
            }
            Inline::Citation(citation) => text.push_str(&citation.words),
            Inline::Note(note) => {
                text.push(' ');
                text.push_str(&words_of(note));
            }
        }
    }
    text
}
