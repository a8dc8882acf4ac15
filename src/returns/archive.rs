//! Office files are zip archives. Only parts asked for by name are opened, nothing is written to disk, and
//! every byte is counted as it is unpacked.

use std::cell::Cell;
use std::io::{self, BufReader, Cursor, Read};

use quick_xml::events::{BytesRef, BytesStart, Event};
use zip::ZipArchive;
use zip::read::ZipFile;

use super::ReturnError;
use super::limits::{INFLATED_BYTES, grouped};
use crate::jobs::Progress;

pub(crate) struct Archive<'a> {
    file: &'a str,
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Bytes that may still be unpacked.
    left: Cell<u64>,
    over: Cell<bool>,
}

impl<'a> Archive<'a> {
    pub(crate) fn open(file: &'a str, bytes: &'a [u8]) -> Result<Self, ReturnError> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|fault| ReturnError::Damaged {
            file: file.to_owned(),
            reason: fault.to_string(),
        })?;
        Ok(Self {
            file,
            zip,
            left: Cell::new(INFLATED_BYTES),
            over: Cell::new(false),
        })
    }

    /// Names of all parts, as written in the archive.
    pub(crate) fn names(&self) -> Vec<String> {
        self.zip
            .file_names()
            .filter_map(|name| name.ok().map(|name| name.into_owned()))
            .collect()
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// A part to be read as it unpacks; `None` where there is none of that name.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<Part<'_, 'a>>, ReturnError> {
        let Some(index) = self.zip.index_for_name(name) else {
            return Ok(None);
        };
        let file = self.file;
        let entry = self
            .zip
            .by_index(index)
            .map_err(|fault| ReturnError::Damaged {
                file: file.to_owned(),
                reason: fault.to_string(),
            })?;
        Ok(Some(BufReader::with_capacity(
            1 << 16,
            Counted {
                entry,
                left: &self.left,
                over: &self.over,
            },
        )))
    }

    /// Unpacks every other XML part into nothing, to know that the whole stays within the limit and defines no
    /// entities, before a library reads them.
    pub(crate) fn weigh(
        &mut self,
        known: &[String],
        progress: &dyn Progress,
    ) -> Result<(), ReturnError> {
        let mut chunk = vec![0; 1 << 16];
        for name in self.names() {
            let ending = name.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
            if !known.contains(&name) && matches!(&*ending, "xml" | "rels" | "bin") {
                self.weigh_part(&name, ending != "bin", &mut chunk, progress)?;
            }
        }
        Ok(())
    }

    fn weigh_part(
        &mut self,
        name: &str,
        is_text: bool,
        chunk: &mut [u8],
        progress: &dyn Progress,
    ) -> Result<(), ReturnError> {
        let what = format!("Checking {}", self.file);
        let ended = {
            let Some(mut part) = self.part(name)? else {
                return Ok(());
            };
            let (mut filled, mut bytes) = (0, 0);
            loop {
                progress.report(bytes, None, &what)?;
                match part.read(&mut chunk[filled..]) {
                    Ok(0) => break Ok(()),
                    Ok(count) => {
                        bytes += count as u64;
                        let seen = filled + count;
                        if is_text && defines_entities(&chunk[..seen]) {
                            break Err(None);
                        }
                        // The tail is kept, so that a declaration across two reads is found.
                        filled = seen.min(DECLARATION.len() - 1);
                        chunk.copy_within(seen - filled..seen, 0);
                    }
                    Err(fault) => break Err(Some(fault)),
                }
            }
        };
        ended.map_err(|fault| match fault {
            None => self.hostile(name),
            Some(fault) => self.fault(&fault),
        })
    }

    pub(crate) fn hostile(&self, part: &str) -> ReturnError {
        ReturnError::Hostile {
            file: self.file.to_owned(),
            part: part.to_owned(),
        }
    }

    /// The error for a failed read of a part: the limit where that was the cause, else damage.
    pub(crate) fn fault(&self, fault: &dyn std::fmt::Display) -> ReturnError {
        if self.over.get() {
            return ReturnError::Limit {
                file: self.file.to_owned(),
                limit: format!(
                    "contents that unpack to more than {} MB",
                    grouped((INFLATED_BYTES / (1024 * 1024)) as usize)
                ),
                advice: "An honest return does not. Ask the agency for the table alone in a new file; do not open this one.",
            };
        }
        ReturnError::Damaged {
            file: self.file.to_owned(),
            reason: fault.to_string(),
        }
    }
}

const DECLARATION: &[u8] = b"<!DOCTYPE";

fn defines_entities(bytes: &[u8]) -> bool {
    bytes
        .windows(DECLARATION.len())
        .any(|window| window[0] == b'<' && window == DECLARATION)
}

pub(crate) type Part<'r, 'a> = BufReader<Counted<'r, 'a>>;

pub(crate) struct Counted<'r, 'a> {
    entry: ZipFile<'r, Cursor<&'a [u8]>>,
    left: &'r Cell<u64>,
    over: &'r Cell<bool>,
}

impl Read for Counted<'_, '_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.entry.read(buffer)?;
        match self.left.get().checked_sub(count as u64) {
            Some(left) => self.left.set(left),
            None => {
                self.over.set(true);
                return Err(io::Error::other("unpacks to too much"));
            }
        }
        Ok(count)
    }
}

/// The main part that the package names (`word/document.xml`, `xl/workbook.xml`), without a leading slash.
pub(crate) fn main_part(archive: &mut Archive<'_>) -> Result<Option<String>, ReturnError> {
    let relations = relations(archive, "_rels/.rels")?;
    Ok(relations
        .into_iter()
        .find(|relation| relation.kind.ends_with("/officeDocument"))
        .map(|relation| relation.target.trim_start_matches('/').to_owned()))
}

pub(crate) struct Relation {
    pub(crate) id: String,
    pub(crate) kind: String,
    pub(crate) target: String,
}

/// What a `.rels` part lists; empty where there is none.
pub(crate) fn relations(
    archive: &mut Archive<'_>,
    name: &str,
) -> Result<Vec<Relation>, ReturnError> {
    let mut found = Vec::new();
    each_element(archive, name, |element| {
        if element.local_name().as_ref() == "Relationship" {
            found.push(Relation {
                id: attribute(element, "Id"),
                kind: attribute(element, "Type"),
                target: attribute(element, "Target"),
            });
        }
    })?;
    Ok(found)
}

/// Calls `visit` with each opening tag of a small part; nothing happens where there is none of that name.
pub(crate) fn each_element(
    archive: &mut Archive<'_>,
    name: &str,
    mut visit: impl FnMut(&BytesStart<'_>),
) -> Result<(), ReturnError> {
    let ended = {
        let Some(part) = archive.part(name)? else {
            return Ok(());
        };
        let mut xml = quick_xml::Reader::from_reader(part);
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match xml.read_event_into(&mut buffer) {
                Ok(Event::Start(element) | Event::Empty(element)) => visit(&element),
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

/// An attribute by its local name, entities resolved; empty where it is missing or cannot be read.
pub(crate) fn attribute(element: &BytesStart<'_>, name: &str) -> String {
    element
        .attributes()
        .with_checks(false)
        .filter_map(Result::ok)
        .find(|attribute| attribute.key.local_name().as_ref() == name)
        .map(|attribute| {
            attribute
                .normalized_value(quick_xml::XmlVersion::Implicit1_0)
                .map_or_else(|_| attribute.value.to_string(), |value| value.into_owned())
        })
        .unwrap_or_default()
}

/// The character an entity stands for; one that XML does not define is kept as written.
pub(crate) fn push_entity(entity: &BytesRef<'_>, text: &mut String) {
    match &**entity {
        "amp" => text.push('&'),
        "lt" => text.push('<'),
        "gt" => text.push('>'),
        "quot" => text.push('"'),
        "apos" => text.push('\''),
        other => match entity.resolve_char_ref() {
            Ok(Some(character)) => text.push(character),
            _ => {
                text.push('&');
                text.push_str(other);
                text.push(';');
            }
        },
    }
}
