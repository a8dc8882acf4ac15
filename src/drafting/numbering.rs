use crate::model::{Section, Template};

/// A section with its number and paragraphs, as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberedSection {
    /// Key of the template's section.
    pub key: String,
    /// "4", or "A" for the first appendix.
    pub number: String,
    pub title: String,
    pub appendix: bool,
    /// Empty where nothing is written yet.
    pub paragraphs: Vec<Numbered>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbered {
    /// "4.2", "A.1".
    pub number: String,
    /// As written, without blank lines; list items are lines that begin with "- ".
    pub text: String,
}

/// A stretch of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Running text on one line.
    Text(String),
    /// A list; each item on one line, without its mark.
    List(Vec<String>),
}

impl Numbered {
    /// Running text and lists in their order. Lines broken by hand are joined; an indented line goes on with the
    /// item above it.
    pub fn parts(&self) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        for line in self.text.lines() {
            let indented = line.starts_with(char::is_whitespace);
            let words = line.trim();
            match (item_of(words), parts.last_mut()) {
                (Some(item), Some(Part::List(items))) => items.push(item.to_owned()),
                (Some(item), _) => parts.push(Part::List(vec![item.to_owned()])),
                (None, Some(Part::List(items))) if indented => {
                    if let Some(last) = items.last_mut() {
                        join(last, words);
                    }
                }
                (None, Some(Part::Text(text))) => join(text, words),
                (None, _) => parts.push(Part::Text(words.to_owned())),
            }
        }
        parts
    }
}

/// Numbers the report: sections in the template's order from 1, appendices from A, paragraphs from 1 in each. A
/// section keeps its number while it is empty, so that citations stay. Sections that the template does not
/// know come after its own, so that nothing written is left out.
///
/// Blank lines part paragraphs. A list after a blank line belongs to the paragraph before it.
pub fn paragraphs(sections: &[Section], template: &Template) -> Vec<NumberedSection> {
    let known = template.sections.iter().map(|place| {
        let written = sections.iter().find(|section| section.key == place.key);
        let title = written
            .map(|section| section.title.as_str())
            .filter(|title| !title.trim().is_empty());
        (
            place.key.as_str(),
            title.unwrap_or(&place.title),
            place.appendix,
            written.map_or("", |section| section.text.as_str()),
        )
    });
    let others = sections
        .iter()
        .filter(|section| {
            !template
                .sections
                .iter()
                .any(|place| place.key == section.key)
        })
        .map(|section| {
            (
                section.key.as_str(),
                section.title.as_str(),
                false,
                section.text.as_str(),
            )
        });
    let (appendices, body): (Vec<_>, Vec<_>) = known
        .chain(others)
        .partition(|(_, _, appendix, _)| *appendix);
    let body_numbers = (1..).map(|number: usize| number.to_string());
    let appendix_numbers = (0..).map(letters);
    body.into_iter()
        .zip(body_numbers)
        .chain(appendices.into_iter().zip(appendix_numbers))
        .map(|((key, title, appendix, text), number)| NumberedSection {
            key: key.to_owned(),
            title: title.to_owned(),
            appendix,
            paragraphs: numbered(&number, text),
            number,
        })
        .collect()
}

fn numbered(section: &str, text: &str) -> Vec<Numbered> {
    (1..)
        .zip(blocks(text))
        .map(|(at, text): (usize, String)| Numbered {
            number: format!("{section}.{at}"),
            text,
        })
        .collect()
}

/// Runs of lines without a blank one; a run that begins with a list item is kept with the run before it.
fn blocks(text: &str) -> Vec<String> {
    let mut blocks: Vec<String> = Vec::new();
    let mut after_blank = true;
    for line in text.lines().map(str::trim_end) {
        if line.trim().is_empty() {
            after_blank = true;
            continue;
        }
        let begins = after_blank && item_of(line.trim()).is_none();
        match blocks.last_mut() {
            Some(block) if !begins => {
                block.push('\n');
                block.push_str(line);
            }
            _ => blocks.push(line.trim_start().to_owned()),
        }
        after_blank = false;
    }
    blocks
}

fn item_of(line: &str) -> Option<&str> {
    let item = line
        .strip_prefix("- ")
        .or_else(|| line.strip_prefix("• "))?;
    Some(item.trim())
}

fn join(text: &mut String, words: &str) {
    text.push(' ');
    text.push_str(words);
}

/// A, B, … Z, AA, AB, …
fn letters(number: usize) -> String {
    let last = char::from(b'A' + (number % 26) as u8);
    match number / 26 {
        0 => last.to_string(),
        more => format!("{}{last}", letters(more - 1)),
    }
}
