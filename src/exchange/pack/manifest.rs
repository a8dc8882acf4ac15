use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::super::mark::hexadecimal;

/// What is in a pack: a later Lantern that packs otherwise has another number.
const FORMAT: u32 = 1;

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Manifest {
    format: u32,
    /// SHA-256 of each file, by its name.
    files: BTreeMap<String, String>,
}

impl Manifest {
    pub(super) fn of(parts: &[(&str, Vec<u8>)]) -> Self {
        let hash = |bytes: &[u8]| hexadecimal(&Sha256::digest(bytes));
        Self {
            format: FORMAT,
            files: parts
                .iter()
                .map(|(name, bytes)| ((*name).to_owned(), hash(bytes)))
                .collect(),
        }
    }

    /// What does not agree, in words.
    pub(super) fn agrees(&self, parts: &[(&str, Vec<u8>)]) -> Result<(), String> {
        if self.format != FORMAT {
            return Err(format!(
                "it was packed by another Lantern (format {}; this program knows {FORMAT})",
                self.format
            ));
        }
        let now = Self::of(parts);
        let names = now.files.keys().chain(self.files.keys());
        let mut odd = names.filter(|name| now.files.get(*name) != self.files.get(*name));
        match odd.next() {
            Some(name) => Err(format!("{name} is not what was packed")),
            None => Ok(()),
        }
    }
}
