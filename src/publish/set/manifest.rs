//! The list of what a set holds, by which each file can be proved to be the one that went out.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::SetOptions;
use crate::checks::Found;
use crate::model::Review;
use crate::publish::about;

pub(super) const NAME: &str = "manifest.json";

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    pub made_by: String,
    /// “publication” or “working_version”.
    pub edition: String,
    pub title: String,
    pub dated: String,
    pub files: Vec<ManifestFile>,
    /// Marks of rules that were decided to stand, each for its reason, and those that nobody has decided about.
    pub marks_let_stand: usize,
    pub marks: usize,
    /// How much stood against this set and was let pass, and why.
    pub let_pass: usize,
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManifestFile {
    pub name: String,
    pub bytes: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pages: Option<usize>,
    /// In hexadecimal digits.
    pub sha256: String,
}

impl ManifestFile {
    pub(super) fn of(name: String, bytes: &[u8], pages: Option<usize>) -> Self {
        let digest = Sha256::digest(bytes);
        Self {
            name,
            bytes: bytes.len() as u64,
            pages,
            sha256: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
        }
    }
}

impl Manifest {
    pub(super) fn of(
        shown: &Review,
        asked: &SetOptions,
        found: &Found,
        (passed, reason): (usize, &str),
        files: &[ManifestFile],
    ) -> Self {
        Self {
            made_by: concat!("Lantern ", env!("CARGO_PKG_VERSION")).to_owned(),
            edition: asked.edition.key().to_owned(),
            title: about::title(&shown.details).to_owned(),
            dated: asked.today.to_string(),
            files: files.to_vec(),
            marks_let_stand: found.suppressed.len(),
            marks: found.marks.len(),
            let_pass: passed,
            reason: reason.to_owned(),
        }
    }

    pub(super) fn text(&self) -> String {
        // Plain data without maps cannot fail to be written.
        let text = serde_json::to_string_pretty(self).unwrap_or_default();
        format!("{text}\n")
    }
}
