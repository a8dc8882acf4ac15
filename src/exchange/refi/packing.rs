//! The zip file of a project, written and opened.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::RefiError;
use super::tree::Element;

/// Bytes that the parts that are read may unpack to, all together.
const MOST_BYTES: u64 = 400 * 1024 * 1024;
const PROJECT: &str = "project.qde";
const SOURCES: &str = "Sources/";

/// The texts by their name.
pub(super) fn packed(project: &Element, texts: &[(String, String)]) -> Result<Vec<u8>, RefiError> {
    let not_made = |reason: &dyn std::fmt::Display| RefiError::NotMade {
        reason: reason.to_string(),
    };
    // With no times in it, the same project makes the same file.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: &str, content: &[u8]| -> Result<(), RefiError> {
        zip.start_file(name, options)
            .map_err(|error| not_made(&error))?;
        zip.write_all(content).map_err(|error| not_made(&error))
    };
    put(PROJECT, &project.written("urn:QDA-XML:project:1.0"))?;
    for (name, text) in texts {
        put(&format!("{SOURCES}{name}"), text.as_bytes())?;
    }
    let packed = zip.finish().map_err(|error| not_made(&error))?;
    Ok(packed.into_inner())
}

/// A project's zip file, opened. Only parts that are asked for are unpacked, and every byte is counted.
pub(super) struct Packed<'a> {
    file: &'a str,
    zip: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
}

impl<'a> Packed<'a> {
    pub(super) fn open(file: &'a str, bytes: &'a [u8]) -> Result<Self, RefiError> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| RefiError::Damaged {
            file: file.to_owned(),
            reason: error.to_string(),
        })?;
        Ok(Self {
            file,
            zip,
            left: MOST_BYTES,
        })
    }

    /// The content of `project.qde`; `None` where there is none.
    pub(super) fn project(&mut self) -> Result<Option<Vec<u8>>, RefiError> {
        self.part(|name| name.eq_ignore_ascii_case(PROJECT))
    }

    /// A text by the path that a source gives it; `None` where there is none. Tools write the folder in capitals or not.
    pub(super) fn text(&mut self, path: &str) -> Result<Option<String>, RefiError> {
        let Some(name) = path.strip_prefix("internal://") else {
            return Ok(None);
        };
        let wanted = format!("{SOURCES}{name}");
        let bytes = self.part(|name| name.eq_ignore_ascii_case(&wanted))?;
        Ok(bytes.map(|bytes| {
            let text = String::from_utf8_lossy(&bytes);
            text.trim_start_matches('\u{FEFF}').to_owned()
        }))
    }

    fn part(&mut self, is_it: impl Fn(&str) -> bool) -> Result<Option<Vec<u8>>, RefiError> {
        let mut names = self.zip.file_names();
        let name = names.find_map(|name| {
            name.ok()
                .filter(|name| is_it(name))
                .map(|name| name.into_owned())
        });
        drop(names);
        let Some(index) = name.and_then(|name| self.zip.index_for_name(&name)) else {
            return Ok(None);
        };
        let damaged = |reason: String| RefiError::Damaged {
            file: self.file.to_owned(),
            reason,
        };
        let part = self.zip.by_index(index);
        let part = part.map_err(|error| damaged(error.to_string()))?;
        let mut bytes = Vec::new();
        let read = part.take(self.left + 1).read_to_end(&mut bytes);
        read.map_err(|error| damaged(error.to_string()))?;
        match self.left.checked_sub(bytes.len() as u64) {
            Some(left) => self.left = left,
            None => {
                return Err(RefiError::Limit {
                    file: self.file.to_owned(),
                    limit: "contents that unpack to more than 400 MB".to_owned(),
                });
            }
        }
        Ok(Some(bytes))
    }
}
