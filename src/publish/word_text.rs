//! The chair's text as the body of a Word file: numbered paragraphs with a bookmark each, lists, quotations, tables, footnotes.

use std::collections::HashSet;

use super::characters::{Replaced, for_xml};
use super::draft_data::length;
use super::draft_text::{Printed, PrintedCitation, PrintedParagraph, PrintedPart};
use super::word_house::{BULLETS, HEAD, NAMESPACES, number_of_list};
use super::word_parts::escaped;
use crate::drafting::Target;

/// Text is indented by this behind its number, in twentieths of a point.
pub(super) const INDENT: usize = 737;
/// The width of the text on a page that stands upright.
pub(super) const TEXT_WIDTH: usize = 9_638;

/// A body that grows, and the footnotes and lists that it names.
pub(super) struct Body<'a> {
    pub(super) xml: String,
    pub(super) replaced: &'a mut Replaced,
    /// Each a footnote's paragraph; the first has the number 1.
    pub(super) notes: Vec<String>,
    /// How many numbered lists there are: each begins anew at 1.
    pub(super) lists: u32,
    bookmarks: usize,
    /// What a citation can lead to.
    anchors: HashSet<String>,
}

impl<'a> Body<'a> {
    pub(super) fn new(anchors: HashSet<String>, replaced: &'a mut Replaced) -> Self {
        Self {
            xml: String::new(),
            replaced,
            notes: Vec::new(),
            lists: 0,
            bookmarks: 0,
            anchors,
        }
    }

    /// A paragraph of words in a style; line ends stay.
    pub(super) fn words(&mut self, style: &str, words: &str) {
        let run = self.run("", words);
        self.paragraph(style, "", &run);
    }

    /// A heading that [`bookmark`] names.
    pub(super) fn heading(&mut self, level: u8, anchor: &str, words: &str) {
        let run = self.run("", words);
        let marked = self.marked(anchor, &run);
        self.paragraph(&format!("Heading{level}"), "<w:keepNext/>", &marked);
    }

    pub(super) fn paragraphs(&mut self, printed: &[PrintedParagraph]) {
        for paragraph in printed {
            let anchor = paragraph.id.map(|id| bookmark(Target::Paragraph(id)));
            let anchor = anchor.unwrap_or_default();
            if paragraph.level > 0 {
                if let Some(PrintedPart::Text(text)) = paragraph.parts.first() {
                    let runs = self.runs(text);
                    let marked = self.marked(&anchor, &runs);
                    let style = format!("Heading{}", paragraph.level);
                    self.paragraph(&style, "<w:keepNext/>", &marked);
                }
                continue;
            }
            self.numbered(paragraph, &anchor);
        }
    }

    fn numbered(&mut self, paragraph: &PrintedParagraph, anchor: &str) {
        let number = self.run("<w:rStyle w:val=\"ParagraphNumber\"/>", &paragraph.number);
        let number = self.marked(anchor, &number);
        let mut parts = paragraph.parts.as_slice();
        let mut first = format!("{number}<w:r><w:tab/></w:r>");
        if let Some((PrintedPart::Text(text), rest)) = parts.split_first() {
            first.push_str(&self.runs(text));
            parts = rest;
        }
        self.paragraph("Numbered", "", &first);
        for part in parts {
            self.part(part);
        }
    }

    fn part(&mut self, part: &PrintedPart) {
        match part {
            PrintedPart::Text(text) => {
                let runs = self.runs(text);
                self.paragraph("Continued", "", &runs);
            }
            PrintedPart::Quotation(text) => {
                let runs = self.runs(text);
                self.paragraph("Quote", "", &runs);
            }
            PrintedPart::List { numbered, items } => {
                let (style, list) = match numbered {
                    true => {
                        self.lists += 1;
                        ("ListNumber", number_of_list(self.lists - 1))
                    }
                    false => ("ListBullet", BULLETS),
                };
                let numbering =
                    format!("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{list}\"/></w:numPr>");
                for item in items {
                    let runs = self.runs(item);
                    self.paragraph(style, &numbering, &runs);
                }
            }
            PrintedPart::Table(rows) => self.table(rows),
        }
    }

    fn table(&mut self, rows: &[Vec<Vec<Printed>>]) {
        let columns = rows.first().map_or(0, Vec::len).max(1);
        let shares: Vec<usize> = (0..columns)
            .map(|column| {
                let cells = rows.iter().filter_map(|row| row.get(column));
                cells
                    .map(|cell| length(cell))
                    .max()
                    .unwrap_or(0)
                    .clamp(8, 80)
            })
            .collect();
        let all: usize = shares.iter().sum();
        let widths = shares
            .iter()
            .map(|share| (TEXT_WIDTH - INDENT) * share / all);
        let widths: Vec<usize> = widths.collect();
        self.open_table(&widths, INDENT);
        for (index, row) in rows.iter().enumerate() {
            let head = index == 0;
            self.xml.push_str(if head {
                "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
            } else {
                "<w:tr>"
            });
            for (cell, width) in row.iter().zip(&widths) {
                let runs = self.runs(cell);
                self.open_cell(*width);
                self.paragraph(if head { "ColumnHeading" } else { "Said" }, "", &runs);
                self.xml.push_str("</w:tc>");
            }
            self.xml.push_str("</w:tr>");
        }
        self.close_table();
    }

    /// A table of plain words, the first row its head.
    pub(super) fn plain_table(&mut self, widths: &[usize], rows: &[Vec<String>]) {
        self.open_table(widths, INDENT);
        for (index, row) in rows.iter().enumerate() {
            let head = index == 0;
            self.xml.push_str(if head {
                "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
            } else {
                "<w:tr>"
            });
            for (cell, width) in row.iter().zip(widths) {
                let run = self.run("", cell);
                self.open_cell(*width);
                self.paragraph(if head { "ColumnHeading" } else { "Said" }, "", &run);
                self.xml.push_str("</w:tc>");
            }
            self.xml.push_str("</w:tr>");
        }
        self.close_table();
    }

    /// The beginning of a table, up to its first row.
    pub(super) fn open_table(&mut self, widths: &[usize], indent: usize) {
        let whole: usize = widths.iter().sum();
        self.xml.push_str(&format!(
            "<w:tbl><w:tblPr><w:tblW w:w=\"{whole}\" w:type=\"dxa\"/><w:tblInd w:w=\"{indent}\" w:type=\"dxa\"/>\
             <w:tblBorders><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"DFDBD2\"/>\
             <w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"DFDBD2\"/></w:tblBorders>\
             <w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:top w:w=\"60\" w:type=\"dxa\"/><w:left w:w=\"90\" w:type=\"dxa\"/>\
             <w:bottom w:w=\"60\" w:type=\"dxa\"/><w:right w:w=\"90\" w:type=\"dxa\"/></w:tblCellMar>\
             <w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>\
             </w:tblPr><w:tblGrid>"
        ));
        for width in widths {
            self.xml.push_str(&format!("<w:gridCol w:w=\"{width}\"/>"));
        }
        self.xml.push_str("</w:tblGrid>");
    }

    /// Word asks for a paragraph after a table.
    pub(super) fn close_table(&mut self) {
        self.xml.push_str("</w:tbl>");
        self.paragraph("Note", "", "");
    }

    fn open_cell(&mut self, width: usize) {
        self.xml.push_str(&format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>"
        ));
    }

    /// `properties` stand after the style, `runs` are the content.
    pub(super) fn paragraph(&mut self, style: &str, properties: &str, runs: &str) {
        self.xml.push_str(&format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{properties}</w:pPr>{runs}</w:p>"
        ));
    }

    fn runs(&mut self, printed: &[Printed]) -> String {
        let mut runs = String::new();
        for piece in printed {
            let run = match piece {
                Printed::Words(words) => self.run("", words),
                Printed::Stressed(words) => self.run("<w:i/>", words),
                Printed::Strong(words) => self.run("<w:b/>", words),
                Printed::Citation(citation) => self.citation(citation),
                Printed::Note(note) => {
                    let note = self.runs(note);
                    self.notes.push(note);
                    let number = self.notes.len();
                    format!(
                        "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference w:id=\"{number}\"/></w:r>"
                    )
                }
            };
            runs.push_str(&run);
        }
        runs
    }

    fn citation(&mut self, citation: &PrintedCitation) -> String {
        let anchor = bookmark(citation.target);
        let mut words = self.run("", &citation.words);
        if self.anchors.contains(&anchor) && citation.broken.is_empty() {
            words =
                format!("<w:hyperlink w:anchor=\"{anchor}\" w:history=\"1\">{words}</w:hyperlink>");
        }
        [
            self.run("", citation.open),
            words,
            self.run("<w:i/>", &citation.badge),
            self.run("<w:b/><w:color w:val=\"8A5010\"/>", &citation.broken),
            self.run("", citation.close),
        ]
        .concat()
    }

    /// Words with these properties; nothing for no words.
    pub(super) fn run(&mut self, properties: &str, words: &str) -> String {
        if words.is_empty() {
            return String::new();
        }
        let words = for_xml(words, self.replaced);
        let lines: Vec<String> = words
            .split('\n')
            .map(|line| format!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(line)))
            .collect();
        let properties = match properties {
            "" => String::new(),
            properties => format!("<w:rPr>{properties}</w:rPr>"),
        };
        format!("<w:r>{properties}{}</w:r>", lines.join("<w:br/>"))
    }

    /// The runs with a bookmark around them; without a name, as they are.
    pub(super) fn marked(&mut self, name: &str, runs: &str) -> String {
        if name.is_empty() {
            return runs.to_owned();
        }
        self.bookmarks += 1;
        let id = self.bookmarks;
        format!(
            "<w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/>{runs}<w:bookmarkEnd w:id=\"{id}\"/>"
        )
    }
}

/// “paragraph_17”
pub(super) fn bookmark(target: Target) -> String {
    target.handle().replace(' ', "_")
}

/// The footnotes part, with the two lines that Word draws above notes.
pub(super) fn footnotes_part(notes: &[String]) -> String {
    let mut part = format!(
        "{HEAD}<w:footnotes {NAMESPACES}>\
         <w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>\
         <w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>"
    );
    for (number, note) in (1..).zip(notes) {
        part.push_str(&format!(
            "<w:footnote w:id=\"{number}\"><w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/></w:pPr>\
             <w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>\
             <w:r><w:t xml:space=\"preserve\"> </w:t></w:r>{note}</w:p></w:footnote>"
        ));
    }
    part.push_str("</w:footnotes>");
    part
}
