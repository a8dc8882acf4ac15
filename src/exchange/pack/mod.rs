//! A pack: the draft for a member who has Lantern, and the comments that they send back. A zip file whose contents only the passphrase opens,
//! with a manifest of what is in it, so that nothing can be taken out or exchanged unseen.

mod manifest;

use std::io::{Cursor, Read, Write};

use serde::{Deserialize, Serialize};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{AesMode, CompressionMethod, ZipArchive, ZipWriter};

use super::{ExchangeError, MemberCopy};
use crate::model::ParagraphId;
use crate::store::Passphrase;
use manifest::Manifest;

const MANIFEST: &str = "manifest.json";
const DRAFT: &str = "draft.json";
const COMMENTS: &str = "comments.json";

/// Bytes that the contents may unpack to: a hundred times the longest draft.
const INFLATED: u64 = 64 * 1024 * 1024;

/// What is in a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    pub copy: MemberCopy,
    /// In the order in which they were written; none where it is sent out.
    pub comments: Vec<PackComment>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackComment {
    pub author: String,
    /// With its offset from UTC, as RFC 3339 has it.
    pub at: String,
    /// `None`: on the draft as a whole.
    pub paragraph: Option<ParagraphId>,
    /// The words that it is about; may be empty.
    pub quoted: String,
    pub text: String,
    /// Place in the list of the one that it replies to, which stands before it.
    pub answers: Option<usize>,
}

impl Pack {
    pub fn of(copy: MemberCopy) -> Self {
        Self {
            copy,
            comments: Vec::new(),
        }
    }

    /// As a file; the error is the reason in words.
    pub fn written(&self, passphrase: &Passphrase) -> Result<Vec<u8>, String> {
        if passphrase.is_empty() {
            return Err("an empty passphrase would leave it open to everybody".to_owned());
        }
        let json = |value: Result<Vec<u8>, serde_json::Error>| value.map_err(|e| e.to_string());
        let parts = [
            (DRAFT, json(serde_json::to_vec_pretty(&self.copy))?),
            (COMMENTS, json(serde_json::to_vec_pretty(&self.comments))?),
        ];
        let manifest = json(serde_json::to_vec_pretty(&Manifest::of(&parts)))?;
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .with_aes_encryption(AesMode::Aes256, passphrase.words());
        for (name, content) in [(MANIFEST, manifest)].into_iter().chain(parts) {
            zip.start_file(name, options)
                .and_then(|()| Ok(zip.write_all(&content)?))
                .map_err(|error| error.to_string())?;
        }
        let written = zip.finish().map_err(|error| error.to_string())?;
        Ok(written.into_inner())
    }
}

/// Whether a file is a pack; a look at its list of contents.
pub(super) fn is_pack(bytes: &[u8]) -> bool {
    ZipArchive::new(Cursor::new(bytes)).is_ok_and(|zip| zip.index_for_name(MANIFEST).is_some())
}

/// Opens a pack and holds what is in it against its manifest.
pub fn open_pack(file: &str, bytes: &[u8], passphrase: &Passphrase) -> Result<Pack, ExchangeError> {
    let opening = Opening { file };
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| opening.fault(error))?;
    let mut left = INFLATED;
    let mut part = |name: &str| opening.part(&mut zip, name, passphrase, &mut left);
    let manifest: Manifest = opening.understood(MANIFEST, &part(MANIFEST)?)?;
    let parts = [(DRAFT, part(DRAFT)?), (COMMENTS, part(COMMENTS)?)];
    manifest
        .agrees(&parts)
        .map_err(|what| ExchangeError::Tampered {
            file: file.to_owned(),
            what,
        })?;
    let [(_, draft), (_, comments)] = parts;
    Ok(Pack {
        copy: opening.understood(DRAFT, &draft)?,
        comments: opening.understood(COMMENTS, &comments)?,
    })
}

struct Opening<'a> {
    file: &'a str,
}

impl Opening<'_> {
    fn part(
        &self,
        zip: &mut ZipArchive<Cursor<&[u8]>>,
        name: &str,
        passphrase: &Passphrase,
        left: &mut u64,
    ) -> Result<Vec<u8>, ExchangeError> {
        let Some(index) = zip.index_for_name(name) else {
            return Err(ExchangeError::Tampered {
                file: self.file.to_owned(),
                what: format!("{name} is missing"),
            });
        };
        let entry = zip
            .by_index_decrypt(index, passphrase.words().as_bytes())
            .map_err(|error| self.fault(error))?;
        if !entry.encrypted() {
            return Err(ExchangeError::Tampered {
                file: self.file.to_owned(),
                what: format!("{name} is not encrypted"),
            });
        }
        let mut bytes = Vec::new();
        entry
            .take(*left + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| self.fault(ZipError::Io(error)))?;
        match left.checked_sub(bytes.len() as u64) {
            Some(rest) => *left = rest,
            None => {
                return Err(ExchangeError::Limit {
                    file: self.file.to_owned(),
                    limit: "contents that unpack to more than 64 MB".to_owned(),
                });
            }
        }
        Ok(bytes)
    }

    fn understood<T: serde::de::DeserializeOwned>(
        &self,
        name: &str,
        bytes: &[u8],
    ) -> Result<T, ExchangeError> {
        serde_json::from_slice(bytes).map_err(|error| ExchangeError::Damaged {
            file: self.file.to_owned(),
            reason: format!("{name}: {error}"),
        })
    }

    fn fault(&self, error: ZipError) -> ExchangeError {
        let file = self.file.to_owned();
        match error {
            ZipError::InvalidPassword => ExchangeError::WrongPassphrase { file },
            other => ExchangeError::Damaged {
                file,
                reason: other.to_string(),
            },
        }
    }
}
