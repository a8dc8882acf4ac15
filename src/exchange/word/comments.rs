//! The comments of a Word file: `comments.xml`, and who replies to whom from `commentsExtended.xml`.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::reading::Stop;
use crate::returns::archive::{Archive, attribute, each_element, push_entity};

/// Many more than anybody writes.
pub(super) const MOST_COMMENTS: usize = 20_000;
/// Characters of all comments together; a book.
const CHARACTERS: usize = 2_000_000;

#[derive(Debug, Default)]
pub(super) struct Remark {
    /// By which the text speaks of it.
    pub(super) id: String,
    pub(super) author: String,
    pub(super) at: String,
    pub(super) text: String,
    /// Id of its last paragraph, by which others reply to it.
    paragraph: String,
    /// Id of the comment that it replies to.
    pub(super) answers: Option<String>,
}

/// In the order of the file.
pub(super) fn remarks(archive: &mut Archive<'_>, folder: &str) -> Result<Vec<Remark>, Stop> {
    let part = format!("{folder}/comments.xml");
    let mut remarks = {
        let Some(source) = archive.part(&part)? else {
            return Ok(Vec::new());
        };
        read(source, &part)?
    };
    let mut parents: HashMap<String, String> = HashMap::new();
    each_element(
        archive,
        &format!("{folder}/commentsExtended.xml"),
        |element| {
            if element.local_name().as_ref() == "commentEx" {
                let parent = attribute(element, "paraIdParent");
                if !parent.is_empty() {
                    parents.insert(attribute(element, "paraId"), parent);
                }
            }
        },
    )?;
    let by_paragraph: HashMap<String, String> = remarks
        .iter()
        .filter(|remark| !remark.paragraph.is_empty())
        .map(|remark| (remark.paragraph.clone(), remark.id.clone()))
        .collect();
    for remark in &mut remarks {
        let parent = parents.get(&remark.paragraph);
        remark.answers = parent
            .and_then(|parent| by_paragraph.get(parent))
            .filter(|id| **id != remark.id)
            .cloned();
    }
    Ok(remarks)
}

fn read(source: impl std::io::BufRead, part: &str) -> Result<Vec<Remark>, Stop> {
    let mut xml = Reader::from_reader(source);
    let mut buffer = Vec::new();
    let mut remarks: Vec<Remark> = Vec::new();
    let mut reading = Reading::default();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(Stop::Xml)? {
            Event::Start(element) => {
                reading.opened(&element);
                if element.local_name().as_ref() == "del" {
                    reading.struck += 1;
                }
            }
            Event::Empty(element) => reading.opened(&element),
            Event::End(element) => match element.local_name().as_ref() {
                "comment" => {
                    if remarks.len() >= MOST_COMMENTS {
                        return Err(Stop::Limit(format!("more than {MOST_COMMENTS} comments")));
                    }
                    remarks.push(reading.ended());
                }
                "t" => reading.in_text = false,
                "del" => reading.struck = reading.struck.saturating_sub(1),
                _ => {}
            },
            Event::Text(text) => reading.write(&text.xml10_content())?,
            Event::CData(text) => reading.write(&text)?,
            Event::GeneralRef(entity) => {
                let mut character = String::new();
                push_entity(&entity, &mut character);
                reading.write(&character)?;
            }
            Event::DocType(_) => return Err(Stop::Entities(part.to_owned())),
            Event::Eof => return Ok(remarks),
            _ => {}
        }
    }
}

#[derive(Default)]
struct Reading {
    remark: Remark,
    in_text: bool,
    /// Of all comments so far.
    characters: usize,
    /// Inside words that were struck out of the comment itself.
    struck: usize,
}

impl Reading {
    fn opened(&mut self, element: &BytesStart<'_>) {
        match element.local_name().as_ref() {
            "comment" => {
                self.remark = Remark {
                    id: attribute(element, "id"),
                    author: attribute(element, "author").trim().to_owned(),
                    at: attribute(element, "date"),
                    ..Remark::default()
                };
            }
            "p" => {
                self.remark.paragraph = attribute(element, "paraId");
                if !self.remark.text.is_empty() {
                    self.remark.text.push('\n');
                }
            }
            "br" | "cr" => self.remark.text.push('\n'),
            "tab" => self.remark.text.push('\t'),
            "t" => self.in_text = true,
            _ => {}
        }
    }

    fn write(&mut self, text: &str) -> Result<(), Stop> {
        if !self.in_text || self.struck > 0 {
            return Ok(());
        }
        self.characters += text.len();
        if self.characters > CHARACTERS {
            return Err(Stop::Limit(format!(
                "comments of more than {CHARACTERS} characters"
            )));
        }
        self.remark.text.push_str(text);
        Ok(())
    }

    fn ended(&mut self) -> Remark {
        self.in_text = false;
        let mut remark = std::mem::take(&mut self.remark);
        remark.text = remark.text.trim().to_owned();
        remark
    }
}
