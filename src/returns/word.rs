//! Word documents: every table in order, with merged cells, tracked changes, comments and notes.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::archive::{Archive, attribute, main_part, push_entity};
use super::limits::grouped;
use super::word_table::Tables;
use super::{Parts, ReturnError};
use crate::jobs::Progress;

pub(super) fn read(
    file: &str,
    bytes: &[u8],
    progress: &dyn Progress,
) -> Result<Parts, ReturnError> {
    let mut archive = Archive::open(file, bytes)?;
    let main = main_part(&mut archive)?.unwrap_or_else(|| "word/document.xml".to_owned());
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let aside = Aside {
        comments: texts(&mut archive, &format!("{folder}/comments.xml"), "comment")?,
        footnotes: texts(&mut archive, &format!("{folder}/footnotes.xml"), "footnote")?,
        endnotes: texts(&mut archive, &format!("{folder}/endnotes.xml"), "endnote")?,
    };
    let mut walk = Walk::new(file, &aside);
    let ended = {
        let Some(part) = archive.part(&main)? else {
            return Err(ReturnError::Damaged {
                file: file.to_owned(),
                reason: "the document itself is missing".to_owned(),
            });
        };
        walk.document(part, progress)
    };
    match ended {
        Ok(()) => {}
        Err(Stop::Entities) => return Err(archive.hostile(&main)),
        Err(Stop::Xml(fault)) => return Err(archive.fault(&fault)),
        Err(Stop::Other(fault)) => return Err(fault),
    }
    walk.finish()
}

/// What stands beside the text, by its number: author and text.
struct Aside {
    comments: HashMap<String, String>,
    footnotes: HashMap<String, String>,
    endnotes: HashMap<String, String>,
}

enum Stop {
    Xml(quick_xml::Error),
    Entities,
    Other(ReturnError),
}

impl<E: Into<ReturnError>> From<E> for Stop {
    fn from(fault: E) -> Self {
        Self::Other(fault.into())
    }
}

#[derive(Default)]
struct Counts {
    inserted: usize,
    deleted: usize,
    comments: usize,
    outside: usize,
}

/// One pass over the document.
struct Walk<'a> {
    file: &'a str,
    aside: &'a Aside,
    tables: Tables<'a>,
    counts: Counts,
    /// Inside this many elements whose text is not part of the document (an old-format copy of a text box).
    muted: usize,
    /// Inside this many tracked deletions or moves away; their text is gathered apart.
    deleting: usize,
    inserting: usize,
    deleted: String,
    inserted: String,
    /// Comments and notes at text outside of tables.
    beside_text: Vec<String>,
    /// Inside `w:t` or `w:delText`.
    in_text: bool,
    /// Inside the properties of a run or paragraph, where `w:del` and `w:ins` are marks, not text.
    in_properties: usize,
}

impl<'a> Walk<'a> {
    fn new(file: &'a str, aside: &'a Aside) -> Self {
        Self {
            file,
            aside,
            tables: Tables::new(file),
            counts: Counts::default(),
            muted: 0,
            deleting: 0,
            inserting: 0,
            deleted: String::new(),
            inserted: String::new(),
            beside_text: Vec::new(),
            in_text: false,
            in_properties: 0,
        }
    }

    fn document(
        &mut self,
        part: impl std::io::BufRead,
        progress: &dyn Progress,
    ) -> Result<(), Stop> {
        let mut xml = Reader::from_reader(part);
        let mut buffer = Vec::new();
        let what = format!("Reading {}", self.file);
        let mut scratch = String::new();
        loop {
            buffer.clear();
            match xml.read_event_into(&mut buffer).map_err(Stop::Xml)? {
                Event::Start(element) => self.opened(&element, false)?,
                Event::Empty(element) => self.opened(&element, true)?,
                Event::End(element) => {
                    let name = element.local_name();
                    self.closed(name.as_ref())?;
                    if name.as_ref() == "tr" {
                        progress.report(self.tables.rows_read(), None, &what)?;
                    }
                }
                Event::Text(text) if self.in_text => self.write(&text.xml10_content()),
                Event::CData(text) if self.in_text => self.write(&text),
                Event::GeneralRef(entity) if self.in_text => {
                    scratch.clear();
                    push_entity(&entity, &mut scratch);
                    self.write(&scratch);
                }
                Event::DocType(_) => return Err(Stop::Entities),
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    fn opened(&mut self, element: &BytesStart<'_>, closes: bool) -> Result<(), Stop> {
        let name = element.local_name();
        let name = name.as_ref();
        if name == "Fallback" && !closes {
            self.muted += 1;
        }
        if self.muted > 0 {
            return Ok(());
        }
        match name {
            "rPr" | "pPr" | "trPr" | "tcPr" | "tblPr" | "sectPr" if !closes => {
                self.in_properties += 1;
            }
            // In a row's own properties it marks the whole row.
            "del" if self.in_properties > 0 && self.tables.between_cells() => {
                self.counts.deleted += 1;
                self.tables.row_deleted();
            }
            "ins" if self.in_properties > 0 && self.tables.between_cells() => {
                self.counts.inserted += 1;
                self.tables.note("", "Tracked change: the agency added this whole row later, and it was used.");
            }
            "txbxContent" if !closes => self.tables.box_begins(),
            "del" | "moveFrom" if !closes && self.in_properties == 0 => self.deleting += 1,
            "ins" | "moveTo" if !closes && self.in_properties == 0 => self.inserting += 1,
            "t" | "delText" if !closes => self.in_text = true,
            "tab" if self.in_properties == 0 => self.write("\t"),
            "br" | "cr" if self.in_properties == 0 => self.write("\n"),
            "noBreakHyphen" => self.write("-"),
            "sym" => self.write(symbol(&attribute(element, "char"))),
            "vanish" => {
                self.tables.note("", "Some of this row is formatted as hidden text in Word. It was read all the same.");
            }
            "commentReference" => self.beside(element, &self.aside.comments, "A comment stands at this row in Word. It is not part of the wording that is imported."),
            "footnoteReference" => self.beside(element, &self.aside.footnotes, "This row has a footnote in Word. It is not part of the wording that is imported."),
            "endnoteReference" => self.beside(element, &self.aside.endnotes, "This row has an endnote in Word. It is not part of the wording that is imported."),
            "tbl" if !closes => self.tables.table_begins()?,
            "tr" if !closes => self.tables.row_begins()?,
            "tc" if !closes => self.tables.cell_begins(),
            "hidden" if self.in_properties > 0 => self.tables.row_hidden(),
            "gridBefore" => self.tables.skip_columns(number(element)),
            "gridSpan" => self.tables.span(number(element)),
            "vMerge" => self.tables.merged(attribute(element, "val") == "restart"),
            _ => {}
        }
        Ok(())
    }

    fn closed(&mut self, name: &str) -> Result<(), Stop> {
        if name == "Fallback" {
            self.muted = self.muted.saturating_sub(1);
            return Ok(());
        }
        if self.muted > 0 {
            return Ok(());
        }
        match name {
            "rPr" | "pPr" | "trPr" | "tcPr" | "tblPr" | "sectPr" => {
                self.in_properties = self.in_properties.saturating_sub(1);
            }
            "t" | "delText" => self.in_text = false,
            "del" | "moveFrom" if self.in_properties == 0 && self.deleting > 0 => {
                self.deleting -= 1;
                self.tell_deleted();
            }
            "ins" | "moveTo" if self.in_properties == 0 && self.inserting > 0 => {
                self.inserting -= 1;
                self.tell_inserted();
            }
            "p" => self.counts.outside += usize::from(!self.tables.paragraph_ends()),
            "txbxContent" => self.counts.outside += usize::from(!self.tables.box_ends()),
            "tc" => self.tables.cell_ends()?,
            "tr" => self.tables.row_ends()?,
            "tbl" => self.tables.table_ends(),
            _ => {}
        }
        Ok(())
    }

    fn write(&mut self, text: &str) {
        if self.muted > 0 {
            return;
        }
        if self.deleting > 0 {
            self.deleted.push_str(text);
            return;
        }
        if self.inserting > 0 {
            self.inserted.push_str(text);
        }
        self.tables.write(text);
    }

    fn tell_deleted(&mut self) {
        if self.deleting > 0 {
            return;
        }
        let wording = std::mem::take(&mut self.deleted);
        if !wording.trim().is_empty() {
            self.counts.deleted += 1;
            self.tables.note(
                &wording,
                "Tracked change: the agency deleted this wording, and it was left out.",
            );
        }
    }

    fn tell_inserted(&mut self) {
        if self.inserting > 0 {
            return;
        }
        let wording = std::mem::take(&mut self.inserted);
        if !wording.trim().is_empty() {
            self.counts.inserted += 1;
            self.tables.note(
                &wording,
                "Tracked change: the agency added this wording later, and it was used.",
            );
        }
    }

    fn beside(&mut self, element: &BytesStart<'_>, texts: &HashMap<String, String>, why: &str) {
        let wording = texts
            .get(&attribute(element, "id"))
            .map_or("", String::as_str);
        self.counts.comments += 1;
        if !self.tables.note(wording, why) && !wording.is_empty() {
            self.beside_text.push(wording.to_owned());
        }
    }

    fn finish(self) -> Result<Parts, ReturnError> {
        let beside_text = self.beside_text;
        let (tables, mut notes) = self.tables.finish();
        if tables.is_empty() {
            return Err(ReturnError::NoTable {
                file: self.file.to_owned(),
            });
        }
        let Counts {
            inserted,
            deleted,
            comments,
            outside,
        } = self.counts;
        if inserted + deleted > 0 {
            notes.push(format!(
                "The document has tracked changes: {} used, {} left out. Each is listed with its row.",
                counted(inserted, "insertion"),
                counted(deleted, "deletion")
            ));
        }
        if comments > 0 {
            notes.push(format!(
                "{} in Word {} not imported. Those in tables are listed with their rows.",
                counted(comments, "comment or note"),
                if comments == 1 { "is" } else { "are" }
            ));
        }
        if !beside_text.is_empty() {
            let quoted: Vec<String> = beside_text.iter().map(|text| format!("“{text}”")).collect();
            notes.push(format!(
                "Comments or notes outside the tables say: {}.",
                quoted.join("; ")
            ));
        }
        if outside > 0 {
            notes.push(format!(
                "{} of text outside the tables {} not imported. Read them in Word.",
                counted(outside, "paragraph"),
                if outside == 1 { "is" } else { "are" }
            ));
        }
        Ok(Parts {
            about: format!("Word document, {}", counted(tables.len(), "table")),
            tables,
            notes,
        })
    }
}

fn counted(count: usize, noun: &str) -> String {
    match (count, noun) {
        (1, noun) => format!("1 {noun}"),
        (_, "comment or note") => format!("{} comments or notes", grouped(count)),
        (_, noun) => format!("{} {noun}s", grouped(count)),
    }
}

fn number(element: &BytesStart<'_>) -> usize {
    attribute(element, "val").parse().unwrap_or(1)
}

/// Wingdings that forms use for ticks and boxes; another symbol is marked, since its shape is unknown.
fn symbol(code: &str) -> &'static str {
    match code.to_ascii_uppercase().as_str() {
        "F0FC" | "F050" | "00FC" => "✓",
        "F0FB" | "00FB" => "✗",
        "F0FE" | "F0FD" | "F052" | "F053" | "00FE" => "☒",
        "F0A8" | "F06F" | "F0A3" | "00A8" => "☐",
        "F0E0" | "00E0" => "→",
        "F0B7" | "F0A7" => "•",
        _ => "[symbol]",
    }
}

/// Texts of `comments.xml` and the like by their number, led by the author's name where there is one.
fn texts(
    archive: &mut Archive<'_>,
    part: &str,
    element_name: &str,
) -> Result<HashMap<String, String>, ReturnError> {
    let ended = {
        let Some(source) = archive.part(part)? else {
            return Ok(HashMap::new());
        };
        let mut xml = Reader::from_reader(source);
        let mut buffer = Vec::new();
        let mut found = HashMap::new();
        let mut id = String::new();
        let mut text = String::new();
        loop {
            buffer.clear();
            match xml.read_event_into(&mut buffer) {
                Ok(Event::Start(element)) if element.local_name().as_ref() == element_name => {
                    id = attribute(&element, "id");
                    text = attribute(&element, "author");
                    if !text.is_empty() {
                        text.push_str(": ");
                    }
                }
                Ok(Event::End(element)) if element.local_name().as_ref() == element_name => {
                    found.insert(std::mem::take(&mut id), text.trim().to_owned());
                }
                Ok(Event::End(element)) if element.local_name().as_ref() == "p" => text.push(' '),
                Ok(Event::Text(words)) => text.push_str(&words.xml10_content()),
                Ok(Event::GeneralRef(entity)) => push_entity(&entity, &mut text),
                Ok(Event::DocType(_)) => break Err(None),
                Ok(Event::Eof) => break Ok(found),
                Ok(_) => {}
                Err(fault) => break Err(Some(fault)),
            }
        }
    };
    ended.map_err(|fault| match fault {
        None => archive.hostile(part),
        Some(fault) => archive.fault(&fault),
    })
}
