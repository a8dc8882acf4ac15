use std::ops::Range;

use super::markup::{Inline, inlines};
use crate::model::{ParagraphId, Section, Template};

/// A section with its number and paragraphs, as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberedSection {
    /// Key of the template's section.
    pub key: String,
    /// "4"; "A" for the first appendix; "S1" for the first section of the executive summary.
    pub number: String,
    pub title: String,
    pub appendix: bool,
    /// Belongs to the executive summary.
    pub summary: bool,
    /// Empty where nothing is written yet.
    pub paragraphs: Vec<Numbered>,
}

/// A paragraph, or a heading inside the section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbered {
    /// `None` in a section that was last written before version 4 of the file.
    pub id: Option<ParagraphId>,
    /// "4.2", "A.1", "S1.3"; empty for a heading.
    pub number: String,
    /// 1 or 2 for a heading, whose text is without its mark; 0 for a paragraph.
    pub heading: u8,
    /// As written, without blank lines.
    pub text: String,
}

/// A stretch of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Running text on one line.
    Text(Vec<Inline>),
    /// Each item on one line, without its mark: lines that begin with `- `, or with `1. ` where it is numbered.
    List {
        numbered: bool,
        items: Vec<Vec<Inline>>,
    },
    /// Lines that begin with `> `.
    Quotation(Vec<Inline>),
    /// Lines that begin with `|`; the first row is the head. Every row has as many cells as the longest.
    Table(Vec<Vec<Vec<Inline>>>),
}

impl Numbered {
    /// Its stretches in their order. Lines broken by hand are joined; an indented line goes on with the item above it.
    pub fn parts(&self) -> Vec<Part> {
        let mut parts: Vec<Raw> = Vec::new();
        for line in self.text.lines() {
            let indented = line.starts_with(char::is_whitespace);
            let (kind, words) = read_line(line.trim());
            match (kind, parts.last_mut()) {
                (Kind::Words, Some(Raw { lines, kind }))
                    if *kind == Kind::Words || (kind.is_list() && indented) =>
                {
                    if let Some(last) = lines.last_mut() {
                        join(last, words);
                    }
                }
                (
                    Kind::Quotation,
                    Some(Raw {
                        lines,
                        kind: Kind::Quotation,
                    }),
                ) => {
                    if let Some(last) = lines.last_mut() {
                        join(last, words);
                    }
                }
                (kind, Some(last)) if kind != Kind::Words && kind == last.kind => {
                    last.lines.push(words.to_owned());
                }
                (kind, _) => parts.push(Raw {
                    kind,
                    lines: vec![words.to_owned()],
                }),
            }
        }
        parts.into_iter().map(Raw::read).collect()
    }
}

/// Lines of one kind that stand together.
struct Raw {
    kind: Kind,
    lines: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Words,
    Bullets,
    Numbers,
    Quotation,
    Table,
}

impl Kind {
    fn is_list(self) -> bool {
        matches!(self, Self::Bullets | Self::Numbers)
    }
}

impl Raw {
    fn read(self) -> Part {
        let joined = || inlines(&self.lines.join(" "));
        match self.kind {
            Kind::Words => Part::Text(joined()),
            Kind::Quotation => Part::Quotation(joined()),
            Kind::Bullets | Kind::Numbers => Part::List {
                numbered: self.kind == Kind::Numbers,
                items: self.lines.iter().map(|item| inlines(item)).collect(),
            },
            Kind::Table => Part::Table(table(&self.lines)),
        }
    }
}

fn table(lines: &[String]) -> Vec<Vec<Vec<Inline>>> {
    let mut rows: Vec<Vec<Vec<Inline>>> = lines
        .iter()
        .map(|line| {
            let inner = line.strip_suffix('|').unwrap_or(line);
            inner.split('|').map(|cell| inlines(cell.trim())).collect()
        })
        .collect();
    let widest = rows.iter().map(Vec::len).max().unwrap_or(0);
    for row in &mut rows {
        row.resize(widest, Vec::new());
    }
    rows
}

/// Numbers the report: sections in the template's order from 1, appendices from A, paragraphs from 1 in each; after them the executive
/// summary from S1, so that no number of it is taken for one of the report. A section keeps its number while it is empty, so that
/// citations stay. Sections that the template does not know come after its own, so that nothing written is left out.
///
/// Blank lines part paragraphs. A list after a blank line belongs to the paragraph before it.
pub fn paragraphs(sections: &[Section], template: &Template) -> Vec<NumberedSection> {
    let known = template.sections.iter().map(|place| {
        let written = sections.iter().find(|section| section.key == place.key);
        let title = written
            .map(|section| section.title.as_str())
            .filter(|title| !title.trim().is_empty());
        Placed {
            key: &place.key,
            title: title.unwrap_or(&place.title),
            appendix: place.appendix,
            summary: place.summary,
            written,
        }
    });
    let is_known = |section: &&Section| {
        let mut places = template.sections.iter();
        places.any(|place| place.key == section.key)
    };
    let others = sections.iter().filter(|section| !is_known(section));
    let others = others.map(|section| Placed {
        key: &section.key,
        title: &section.title,
        appendix: false,
        summary: false,
        written: Some(section),
    });
    let (summary, report): (Vec<_>, Vec<_>) = known.chain(others).partition(|one| one.summary);
    let (appendices, body): (Vec<_>, Vec<_>) = report.into_iter().partition(|one| one.appendix);
    let body_numbers = (1..).map(|number: usize| number.to_string());
    let appendix_numbers = (0..).map(letters);
    let summary_numbers = (1..).map(|number: usize| format!("S{number}"));
    body.into_iter()
        .zip(body_numbers)
        .chain(appendices.into_iter().zip(appendix_numbers))
        .chain(summary.into_iter().zip(summary_numbers))
        .map(|(placed, number)| NumberedSection {
            key: placed.key.to_owned(),
            title: placed.title.to_owned(),
            appendix: placed.appendix,
            summary: placed.summary,
            paragraphs: numbered(&number, placed.written),
            number,
        })
        .collect()
}

/// A section's place in the report, before it is numbered.
struct Placed<'a> {
    key: &'a str,
    title: &'a str,
    appendix: bool,
    summary: bool,
    written: Option<&'a Section>,
}

fn numbered(number: &str, section: Option<&Section>) -> Vec<Numbered> {
    let Some(section) = section else {
        return Vec::new();
    };
    let mut at = 0;
    blocks(&section.text)
        .into_iter()
        .enumerate()
        .map(|(place, block)| {
            let (heading, text) = match heading_of(&block) {
                Some((level, words)) => (level, words.to_owned()),
                None => (0, block),
            };
            at += usize::from(heading == 0);
            Numbered {
                id: section.paragraphs.get(place).copied(),
                number: match heading {
                    0 => format!("{number}.{at}"),
                    _ => String::new(),
                },
                heading,
                text,
            }
        })
        .collect()
}

/// The paragraphs and headings of a section's text, as written but without the blank lines that part them. A list, quotation or table is
/// kept with the paragraph before it.
pub fn blocks(text: &str) -> Vec<String> {
    let joined = |lines: Vec<Range<usize>>| {
        let lines: Vec<&str> = lines.into_iter().map(|line| &text[line]).collect();
        lines.join("\n")
    };
    lines_of_blocks(text).into_iter().map(joined).collect()
}

/// The lines of each of the [`blocks`], without the space at their ends.
pub(super) fn lines_of_blocks(text: &str) -> Vec<Vec<Range<usize>>> {
    let mut blocks: Vec<Vec<Range<usize>>> = Vec::new();
    let mut begins_anew = true;
    let mut after_heading = false;
    let mut start = 0;
    for whole in text.split_inclusive('\n') {
        let line = whole.trim_end();
        let range = start..start + line.len();
        start += whole.len();
        if line.trim().is_empty() {
            begins_anew = true;
            continue;
        }
        let is_heading = heading_of(line).is_some();
        let goes_on = !begins_anew || read_line(line.trim()).0 != Kind::Words;
        match blocks.last_mut() {
            Some(block) if goes_on && !is_heading && !after_heading => block.push(range),
            _ => {
                let begins = range.end - line.trim_start().len();
                blocks.push(std::iter::once(begins..range.end).collect());
            }
        }
        begins_anew = is_heading;
        after_heading = is_heading;
    }
    blocks
}

/// The level and the words of a heading inside a section: `# Heading`, `## Smaller heading`.
pub fn heading_of(line: &str) -> Option<(u8, &str)> {
    let (level, words) = match line.strip_prefix("## ") {
        Some(words) => (2, words),
        None => (1, line.strip_prefix("# ")?),
    };
    let words = words.trim();
    (!words.is_empty() && !words.contains('\n')).then_some((level, words))
}

/// What a line begins, and its words without the mark.
fn read_line(line: &str) -> (Kind, &str) {
    if let Some(item) = line.strip_prefix("- ").or_else(|| line.strip_prefix("• ")) {
        return (Kind::Bullets, item.trim());
    }
    if let Some(words) = line.strip_prefix("> ") {
        return (Kind::Quotation, words.trim());
    }
    if let Some(cells) = line.strip_prefix('|') {
        return (Kind::Table, cells.trim());
    }
    match numbered_item(line) {
        Some(item) => (Kind::Numbers, item),
        None => (Kind::Words, line),
    }
}

/// `1. `, `12) `: up to two digits, so that a year that begins a line is none.
fn numbered_item(line: &str) -> Option<&str> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=2).contains(&digits) {
        return None;
    }
    let rest = &line[digits..];
    let item = rest
        .strip_prefix(". ")
        .or_else(|| rest.strip_prefix(") "))?;
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
