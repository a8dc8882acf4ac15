//! Word files: one landscape table, or text with tables in it.
//!
//! docx-rs makes every part of the file except the text and the tables' rows. Rows go through it one by one straight into the zip,
//! so that memory does not grow with the table. What docx-rs has no word for (a header row that repeats, the language,
//! document properties, stand-ins for fonts) is put into its parts where it belongs.

use std::fs::File;
use std::io::{BufWriter, Write};

use docx_rs::{BuildXML, Docx, Table, TableRow, XMLDocx};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::error::Fault;
use super::word_house::FONT_TABLE;
use super::word_parts::{Properties, core_properties, custom_ends, table_marks};
use super::word_picture;

/// A Word file being written: its table is open until [`WordFile::finish`].
pub(super) struct WordFile<'a> {
    zip: ZipWriter<BufWriter<&'a mut File>>,
    /// What follows the rows in the document part.
    rest: Vec<u8>,
    parts: XMLDocx,
    properties: Properties,
    /// PNG files, in the order of their numbers.
    pictures: Vec<Vec<u8>>,
}

impl<'a> WordFile<'a> {
    /// Writes everything up to the first row. `before` is the document with all that stands outside of the table;
    /// `table` holds its header row alone.
    pub(super) fn start(
        before: Docx,
        table: Table,
        properties: Properties,
        file: &'a mut File,
    ) -> Result<Self, Fault> {
        let mut parts = before.add_table(table).build();
        let document = std::mem::take(&mut parts.document);
        let (head, rest) = around_rows(document, &properties)?;
        let mut zip = ZipWriter::new(BufWriter::with_capacity(1 << 18, file));
        zip.start_file("[Content_Types].xml", options())?;
        zip.write_all(&parts.content_type)?;
        zip.start_file("word/document.xml", options())?;
        zip.write_all(&head)?;
        Ok(Self {
            zip,
            rest,
            parts,
            properties,
            pictures: Vec::new(),
        })
    }

    /// The same for a file of text: everything up to its first paragraph. Whoever writes it ends it with the properties of its last
    /// pages. `before` holds a list and a footnote, so that the file knows that it has some, and nothing else.
    pub(super) fn start_text(
        before: Docx,
        properties: Properties,
        file: &'a mut File,
    ) -> Result<Self, Fault> {
        let mut parts = before.build();
        let document =
            String::from_utf8(std::mem::take(&mut parts.document)).map_err(|_| unprepared())?;
        let body = document.find("<w:body>").ok_or_else(unprepared)? + "<w:body>".len();
        let mut zip = ZipWriter::new(BufWriter::with_capacity(1 << 18, file));
        zip.start_file("[Content_Types].xml", options())?;
        zip.write_all(&parts.content_type)?;
        zip.start_file("word/document.xml", options())?;
        zip.write_all(&document.as_bytes()[..body])?;
        Ok(Self {
            zip,
            rest: b"</w:body></w:document>".to_vec(),
            parts,
            properties,
            pictures: Vec::new(),
        })
    }

    /// What is written by hand: paragraphs, the beginning and end of tables.
    pub(super) fn text(&mut self, xml: &str) -> Result<(), Fault> {
        self.zip.write_all(xml.as_bytes())?;
        Ok(())
    }

    /// Up to the end of its header row; rows follow, then `</w:tbl>`.
    pub(super) fn open_table(&mut self, table: &Table, name: &str) -> Result<(), Fault> {
        let table = without_ids(table.build())?;
        let open = table.strip_suffix("</w:tbl>").ok_or_else(unprepared)?;
        self.text(&with_header(open, &table_marks(name)))
    }

    /// Takes the place of the parts for lists, footnotes and styles that docx-rs made.
    pub(super) fn set_parts(&mut self, numbering: String, footnotes: String, styles: &str) {
        self.parts.numberings = numbering.into_bytes();
        self.parts.footnotes = footnotes.into_bytes();
        let made = String::from_utf8_lossy(&self.parts.styles);
        let styles = made.replacen("</w:styles>", &format!("{styles}</w:styles>"), 1);
        self.parts.styles = styles.into_bytes();
    }

    /// Takes a PNG file in; its number from 1, by which [`super::word_picture`] names it.
    pub(super) fn add_picture(&mut self, png: Vec<u8>) -> usize {
        self.pictures.push(png);
        self.pictures.len()
    }

    pub(super) fn row(&mut self, row: &TableRow) -> Result<(), Fault> {
        let row = without_ids(row.build())?;
        self.zip.write_all(row.as_bytes())?;
        Ok(())
    }

    pub(super) fn finish(mut self) -> Result<(), Fault> {
        self.zip.write_all(&self.rest)?;
        let mut parts = self.parts;
        word_picture::relate(&mut parts.document_rels, self.pictures.len());
        for (number, picture) in (1..).zip(&self.pictures) {
            self.zip.start_file(word_picture::name(number), options())?;
            self.zip.write_all(picture)?;
        }
        let styles = custom_ends(parts.styles);
        let core = core_properties(&self.properties);
        let fixed: [(&str, &[u8]); 13] = [
            ("_rels/.rels", &parts.rels),
            ("docProps/app.xml", &parts.doc_props.app),
            ("docProps/core.xml", core.as_bytes()),
            ("docProps/custom.xml", &parts.doc_props.custom),
            ("word/_rels/document.xml.rels", &parts.document_rels),
            ("word/styles.xml", &styles),
            ("word/settings.xml", &parts.settings),
            ("word/fontTable.xml", FONT_TABLE.as_bytes()),
            ("word/comments.xml", &parts.comments),
            ("word/commentsExtended.xml", &parts.comments_extended),
            ("word/numbering.xml", &parts.numberings),
            ("word/footnotes.xml", &parts.footnotes),
            ("word/media/", &[]),
        ];
        for (name, content) in fixed {
            if !content.is_empty() {
                self.zip.start_file(name, options())?;
                self.zip.write_all(content)?;
            }
        }
        let running = [
            ("header", parts.headers, parts.header_rels),
            ("footer", parts.footers, parts.footer_rels),
        ];
        for (kind, contents, relations) in running {
            for (number, content) in (1..).zip(contents) {
                let content = without_ids(content)?;
                self.zip
                    .start_file(format!("word/{kind}{number}.xml"), options())?;
                self.zip.write_all(content.as_bytes())?;
            }
            for (number, relation) in (1..).zip(relations) {
                let name = format!("word/_rels/{kind}{number}.xml.rels");
                self.zip.start_file(name, options())?;
                self.zip.write_all(&relation)?;
            }
        }
        self.zip.finish()?.flush()?;
        Ok(())
    }
}

fn options() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::Deflated)
}

/// The document part up to the end of the table's header row, which is marked as repeating, and what follows.
fn around_rows(document: Vec<u8>, properties: &Properties) -> Result<(Vec<u8>, Vec<u8>), Fault> {
    let text = without_ids(document)?;
    let table = text.rfind("<w:tbl>").ok_or_else(unprepared)?;
    let end = text.rfind("</w:tbl>").ok_or_else(unprepared)?;
    let (outside, table) = (&text[..table], &text[table..end]);
    let table = with_header(table, &table_marks(&properties.table));
    Ok((
        [outside, &table].concat().into_bytes(),
        text[end..].to_owned().into_bytes(),
    ))
}

/// The table with its first row marked as repeating, and its marks.
fn with_header(table: &str, marks: &str) -> String {
    table
        .replacen("<w:trPr>", "<w:trPr><w:tblHeader />", 1)
        .replacen("</w:tblPr>", marks, 1)
}

/// docx-rs numbers paragraphs in the order in which a thread makes them, in whichever file: the same content would make other bytes.
fn without_ids(part: Vec<u8>) -> Result<String, Fault> {
    const MARK: &str = " w14:paraId=\"";
    let text = String::from_utf8(part).map_err(|_| unprepared())?;
    let mut kept = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once(MARK) {
        kept.push_str(before);
        rest = after.split_once('"').map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    Ok(kept)
}

fn unprepared() -> Fault {
    Fault::Io(std::io::Error::other("the Word file could not be prepared"))
}
