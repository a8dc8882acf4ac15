//! A sheet becomes a Word file.

use std::io::{Cursor, Write};

use chrono::NaiveDate;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::super::copy::{MemberCopy, Run};
use super::super::mark::token_name;
use super::super::sheet::{Block, Line, Sheet, Style, Table};
use super::parts::{self, escaped};
use super::styles;
use crate::publish::word_house::{
    BULLETS, FONT_TABLE, HEAD, NAMESPACES, number_of_list, numbering,
};

/// A4 with margins of 25 mm, in twentieths of a point.
const PAGE: &str = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId6\"/><w:footerReference w:type=\"default\" r:id=\"rId7\"/>\
    <w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1418\" w:right=\"1418\" w:bottom=\"1418\" w:left=\"1418\" w:header=\"709\" \
    w:footer=\"709\" w:gutter=\"0\"/></w:sectPr>";
const TEXT_WIDTH: usize = 9_070;
/// As in the style of lists.
const LIST_INDENT: usize = 1_080;

pub(in crate::exchange) fn write(
    copy: &MemberCopy,
    sheet: &Sheet,
    today: NaiveDate,
) -> std::io::Result<Vec<u8>> {
    let mut writing = Writing::default();
    let document = writing.document(copy, sheet);
    let parts: [(&str, &str); 13] = [
        ("[Content_Types].xml", parts::CONTENT_TYPES),
        ("_rels/.rels", parts::RELATIONS),
        ("docProps/core.xml", &parts::core_properties(copy, today)),
        (
            "docProps/custom.xml",
            &parts::custom_properties(copy, sheet.draft_lines()),
        ),
        ("word/document.xml", &document),
        ("word/_rels/document.xml.rels", parts::DOCUMENT_RELATIONS),
        ("word/styles.xml", &styles::part()),
        ("word/settings.xml", parts::SETTINGS),
        (
            "word/numbering.xml",
            &numbering(writing.lists, "•", LIST_INDENT),
        ),
        ("word/footnotes.xml", &writing.footnotes()),
        ("word/fontTable.xml", FONT_TABLE),
        ("word/header1.xml", &parts::header(copy)),
        ("word/footer1.xml", &parts::footer(copy)),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, content) in parts {
        zip.start_file(name, options)?;
        zip.write_all(content.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

#[derive(Default)]
struct Writing {
    bookmarks: u32,
    lists: u32,
    /// What stands in each, as runs.
    notes: Vec<String>,
}

impl Writing {
    fn document(&mut self, copy: &MemberCopy, sheet: &Sheet) -> String {
        let mut body = format!("{HEAD}<w:document {NAMESPACES}><w:body>");
        let token = self.bookmark(&token_name(&copy.token));
        let mut token = Some(token);
        for block in &sheet.blocks {
            match block {
                Block::Line(line) => {
                    let line = self.line(line, token.take().unwrap_or_default());
                    body.push_str(&line);
                }
                Block::Table(table) => body.push_str(&self.table(table)),
            }
        }
        body.push_str(PAGE);
        body.push_str("</w:body></w:document>");
        body
    }

    /// An empty range: it cannot be lost by deleting words.
    fn bookmark(&mut self, name: &str) -> String {
        let (start, end) = self.around(name);
        start + &end
    }

    fn around(&mut self, name: &str) -> (String, String) {
        self.bookmarks += 1;
        let id = self.bookmarks;
        (
            format!("<w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/>"),
            format!("<w:bookmarkEnd w:id=\"{id}\"/>"),
        )
    }

    fn line(&mut self, line: &Line, before: String) -> String {
        let list = match line.style {
            Style::Bullet => Some(BULLETS),
            Style::Item(list) => {
                self.lists = self.lists.max(list + 1);
                Some(number_of_list(list))
            }
            _ => None,
        };
        let list = list.map_or_else(String::new, |number| {
            format!("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{number}\"/></w:numPr>")
        });
        let number = match line.number.as_str() {
            "" => String::new(),
            number => format!(
                "<w:r><w:rPr><w:rStyle w:val=\"Number\"/></w:rPr><w:t>{}</w:t></w:r><w:r><w:tab/></w:r>",
                escaped(number)
            ),
        };
        let (start, end) = self.around(&line.mark.name());
        let runs = self.runs(&line.runs);
        format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{}\"/>{list}</w:pPr>{before}{start}{number}{runs}{end}</w:p>",
            styles::id(line.style)
        )
    }

    fn runs(&mut self, runs: &[Run]) -> String {
        runs.iter().map(|run| self.run(run)).collect()
    }

    fn run(&mut self, run: &Run) -> String {
        let (look, words) = match run {
            Run::Words(words) => ("", words),
            Run::Stressed(words) => ("<w:i/>", words),
            Run::Strong(words) => ("<w:b/>", words),
            Run::Citation(words) => ("<w:rStyle w:val=\"Citation\"/>", words),
            Run::Note(inner) => {
                let inner = self.runs(inner);
                self.notes.push(inner);
                return format!(
                    "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference w:id=\"{}\"/></w:r>",
                    number_of_note(self.notes.len() - 1)
                );
            }
        };
        format!(
            "<w:r><w:rPr>{look}</w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r>",
            escaped(words)
        )
    }

    fn table(&mut self, table: &Table) -> String {
        let all: usize = table.shares.iter().sum();
        let width = |share: &usize| TEXT_WIDTH * share / all.max(1);
        let widths: Vec<usize> = table.shares.iter().map(width).collect();
        let grid: String = widths
            .iter()
            .map(|width| format!("<w:gridCol w:w=\"{width}\"/>"))
            .collect();
        let mut written = format!(
            "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblBorders><w:bottom w:val=\"single\" w:sz=\"4\" w:color=\"DFDBD2\"/>\
             <w:insideH w:val=\"single\" w:sz=\"4\" w:color=\"DFDBD2\"/></w:tblBorders><w:tblLayout w:type=\"fixed\"/>\
             <w:tblLook w:val=\"0020\" w:firstRow=\"1\"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>",
            widths.iter().sum::<usize>()
        );
        for (at, row) in table.rows.iter().enumerate() {
            let repeats = match at {
                0 => "<w:trPr><w:tblHeader/></w:trPr>",
                _ => "",
            };
            written.push_str(&format!("<w:tr>{repeats}"));
            for (line, width) in row.iter().zip(&widths) {
                let line = self.line(line, String::new());
                written.push_str(&format!(
                    "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{line}</w:tc>"
                ));
            }
            written.push_str("</w:tr>");
        }
        // Two tables one after the other would become one.
        written.push_str("</w:tbl><w:p><w:pPr><w:pStyle w:val=\"Cell\"/></w:pPr></w:p>");
        written
    }

    fn footnotes(&self) -> String {
        let separator = |id: u32, kind: &str| {
            format!(
                "<w:footnote w:id=\"{id}\" w:type=\"{kind}\"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>"
            )
        };
        let mut part = format!(
            "{HEAD}<w:footnotes {NAMESPACES}>{}{}",
            separator(0, "separator"),
            separator(1, "continuationSeparator")
        );
        for (at, note) in self.notes.iter().enumerate() {
            part.push_str(&format!(
                "<w:footnote w:id=\"{}\"><w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/></w:pPr><w:r><w:rPr>\
                 <w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> </w:t></w:r>{note}</w:p></w:footnote>",
                number_of_note(at)
            ));
        }
        part.push_str("</w:footnotes>");
        part
    }
}

/// 0 and 1 are the lines above the notes.
fn number_of_note(at: usize) -> usize {
    at + 2
}
