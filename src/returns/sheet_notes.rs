//! What lies over the cells of a worksheet in a workbook: comments and text boxes.

use quick_xml::Reader;
use quick_xml::events::Event;

use super::ReturnError;
use super::archive::{Archive, attribute, push_entity, relations};
use super::sheet_facts::address;
use super::workbook::capitalised;

pub(super) struct SheetNote {
    /// From 1, and column from 0.
    pub(super) row: u32,
    pub(super) column: u32,
    pub(super) wording: String,
    pub(super) why: &'static str,
}

impl SheetNote {
    /// As a sentence about the file, where its row has no wording of its own.
    pub(super) fn at(&self, place: &str) -> String {
        format!(
            "{}, row {}: {} It says: “{}”.",
            capitalised(place),
            self.row,
            self.why,
            self.wording
        )
    }
}

const COMMENT: &str =
    "A comment stands at this cell in Excel. It is not part of the wording that is imported.";
const TEXT_BOX: &str =
    "A text box lies over the sheet here. It is not part of the wording that is imported.";

pub(super) fn read(archive: &mut Archive<'_>, sheet: &str) -> Result<Vec<SheetNote>, ReturnError> {
    let (folder, name) = sheet.rsplit_once('/').unwrap_or(("", sheet));
    let mut notes = Vec::new();
    for relation in relations(archive, &format!("{folder}/_rels/{name}.rels"))? {
        let part = resolved(folder, &relation.target);
        if relation.kind.ends_with("/comments") {
            notes.extend(comments(archive, &part)?);
        } else if relation.kind.ends_with("/drawing") {
            notes.extend(text_boxes(archive, &part)?);
        }
    }
    Ok(notes)
}

/// `../comments1.xml` as seen from `xl/worksheets`.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

fn comments(archive: &mut Archive<'_>, part: &str) -> Result<Vec<SheetNote>, ReturnError> {
    let mut notes = Vec::new();
    let mut at = None;
    let mut wording = String::new();
    each_text(archive, part, |what| match what {
        What::Opens("comment", address_of) => {
            at = address(address_of("ref").as_str());
            wording.clear();
        }
        What::Text(text) if at.is_some() => wording.push_str(text),
        What::Closes("comment") => {
            if let Some((row, column)) = at.take() {
                notes.push(SheetNote {
                    row,
                    column,
                    wording: without_preamble(&wording).trim().to_owned(),
                    why: COMMENT,
                });
            }
        }
        _ => {}
    })?;
    Ok(notes)
}

/// Excel copies a conversation into an old comment, led by a paragraph about itself.
fn without_preamble(wording: &str) -> &str {
    match wording.split_once("Comment:\n") {
        Some((before, rest)) if before.starts_with("[Threaded comment]") => rest,
        _ => wording,
    }
}

fn text_boxes(archive: &mut Archive<'_>, part: &str) -> Result<Vec<SheetNote>, ReturnError> {
    #[derive(PartialEq)]
    enum Inside {
        Nothing,
        Row,
        Column,
        Words,
    }
    let mut notes = Vec::new();
    let (mut row, mut column) = (0u32, 0u32);
    let mut from = false;
    let mut inside = Inside::Nothing;
    let mut wording = String::new();
    each_text(archive, part, |what| match what {
        What::Opens("from", _) => from = true,
        What::Closes("from") => from = false,
        What::Opens("row", _) if from => inside = Inside::Row,
        What::Opens("col", _) if from => inside = Inside::Column,
        What::Opens("t", _) => inside = Inside::Words,
        What::Closes("row" | "col" | "t") => inside = Inside::Nothing,
        What::Text(text) => match inside {
            Inside::Row => row = text.trim().parse().unwrap_or(0),
            Inside::Column => column = text.trim().parse().unwrap_or(0),
            Inside::Words => wording.push_str(text),
            Inside::Nothing => {}
        },
        What::Closes("p") => wording.push('\n'),
        What::Closes("sp") => {
            let words = std::mem::take(&mut wording);
            if !words.trim().is_empty() {
                notes.push(SheetNote {
                    row: row.saturating_add(1),
                    column,
                    wording: words.trim().to_owned(),
                    why: TEXT_BOX,
                });
            }
        }
        _ => {}
    })?;
    Ok(notes)
}

enum What<'a> {
    /// An element by its local name, and its attributes.
    Opens(&'a str, &'a dyn Fn(&str) -> String),
    Text(&'a str),
    Closes(&'a str),
}

fn each_text(
    archive: &mut Archive<'_>,
    name: &str,
    mut visit: impl FnMut(What<'_>),
) -> Result<(), ReturnError> {
    let ended = {
        let Some(part) = archive.part(name)? else {
            return Ok(());
        };
        let mut xml = Reader::from_reader(part);
        let mut buffer = Vec::new();
        let mut scratch = String::new();
        loop {
            buffer.clear();
            match xml.read_event_into(&mut buffer) {
                Ok(Event::Start(element)) => {
                    visit(What::Opens(element.local_name().as_ref(), &|name| {
                        attribute(&element, name)
                    }))
                }
                Ok(Event::End(element)) => visit(What::Closes(element.local_name().as_ref())),
                Ok(Event::Text(text)) => visit(What::Text(&text.xml10_content())),
                Ok(Event::GeneralRef(entity)) => {
                    scratch.clear();
                    push_entity(&entity, &mut scratch);
                    visit(What::Text(&scratch));
                }
                Ok(Event::DocType(_)) => break Err(None),
                Ok(Event::Eof) => break Ok(()),
                Ok(_) => {}
                Err(fault) => break Err(Some(fault)),
            }
        }
    };
    ended.map_err(|fault| match fault {
        None => archive.hostile(name),
        Some(fault) => archive.fault(&fault),
    })
}
