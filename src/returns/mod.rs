//! Agencies' files become plain tables, and tables are understood: which row holds the headings, which column
//! stands for what, what each row says and when.
//!
//! Two steps. [`read`] opens a file of any kind agencies send and keeps every cell's wording and place; it
//! understands nothing. [`understand`] turns one table into [`crate::model::EntryDraft`]s: each row becomes an
//! entry, continues the one above, or is listed in [`Understood::skipped`] with its whole wording; whatever was
//! assumed on the way is a [`crate::model::Doubt`]. Nothing is stored here.
//!
//! Files come from outside and may be damaged or hostile: see [`limits`] for how much is read, and
//! [`ReturnError`] for what the chair is told. calamine, the reader for spreadsheets, panics on some damaged
//! files (an index out of bounds in its `.xls` reader, found by our tests); it is only called inside [`guarded`].

mod aligned;
mod amendment;
mod anchors;
pub(crate) mod archive;
mod binary_facts;
mod compound;
mod delimited;
mod error;
mod grid;
mod html;
mod html_words;
pub mod limits;
mod merged;
mod older;
mod older_facts;
mod open_sheet_facts;
mod paste;
mod people;
mod sheet_facts;
mod sheet_notes;
mod shown;
mod sniff;
mod surroundings;
mod table;
mod text;
mod understand;
mod word;
mod word_table;
mod workbook;

use std::fs::File;
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use sha2::{Digest, Sha256};

pub use amendment::{Amendment, Changed, Difference, compare};
pub use anchors::anchors;
pub use error::ReturnError;
pub use paste::paste;
pub use people::{people, people_in_bytes};
pub use surroundings::surroundings;
pub use table::{Cell, ReturnFile, Row, RowNote, Table};
pub use understand::{Fate, Mapping, Settings, Understood, UnderstoodColumn, habit_of, understand};

use crate::jobs::Progress;
use sniff::Kind;

/// What a reader of one kind of file hands back.
#[derive(Default)]
struct Parts {
    about: String,
    tables: Vec<Table>,
    notes: Vec<String>,
}

/// Reads a return of any known kind. The kind is told by the content, not by the name.
///
/// # Errors
/// See [`ReturnError`]; the file is named without its folder.
pub fn read(path: &Path, progress: &dyn Progress) -> Result<ReturnFile, ReturnError> {
    Ok(read_keeping(path, progress)?.1)
}

/// As [`read`], with the bytes of the file, so that they can be kept with what was understood of them.
pub fn read_keeping(
    path: &Path,
    progress: &dyn Progress,
) -> Result<(Vec<u8>, ReturnFile), ReturnError> {
    let name = path
        .file_name()
        .map_or_else(|| path.to_string_lossy(), |name| name.to_string_lossy())
        .into_owned();
    let not_opened = |reason| ReturnError::NotOpened {
        file: name.clone(),
        reason,
    };
    let file = File::open(path).map_err(not_opened)?;
    let mut bytes = Vec::new();
    // One byte more than allowed shows that there are too many, whatever the file system says of its size.
    file.take(limits::FILE_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(not_opened)?;
    let read = read_bytes(&name, &bytes, progress)?;
    Ok((bytes, read))
}

/// As [`read`], for bytes at hand. `name` is the file name without folder.
pub fn read_bytes(
    name: &str,
    bytes: &[u8],
    progress: &dyn Progress,
) -> Result<ReturnFile, ReturnError> {
    progress.report(0, None, &format!("Reading {name}"))?;
    if bytes.len() as u64 > limits::FILE_BYTES {
        return Err(ReturnError::Limit {
            file: name.to_owned(),
            limit: format!("more than {} MB", limits::FILE_BYTES / (1024 * 1024)),
            advice: "Pictures may stand in it: copy the table alone into a new file.",
        });
    }
    let (kind, misnamed) = sniff::kind(name, bytes)?;
    let parts = match kind {
        Kind::Delimited => delimited::read(name, bytes, progress)?,
        Kind::Workbook => workbook::read(name, bytes, progress)?,
        Kind::Word => word::read(name, bytes, progress)?,
        Kind::WebPage => html::read_file(name, bytes, progress)?,
        Kind::OldWorkbook | Kind::BinaryWorkbook | Kind::OpenSheet => {
            older::read(name, kind, bytes, progress)?
        }
    };
    finished(name, bytes, parts, misnamed)
}

fn finished(
    name: &str,
    bytes: &[u8],
    parts: Parts,
    misnamed: Option<String>,
) -> Result<ReturnFile, ReturnError> {
    let mut tables = parts.tables;
    tables.retain(|table| table.rows.iter().any(|row| !row.is_blank()));
    if tables.is_empty() {
        return Err(ReturnError::NoRows {
            file: name.to_owned(),
        });
    }
    Ok(ReturnFile {
        name: name.to_owned(),
        sha256: hexadecimal(&Sha256::digest(bytes)),
        about: parts.about,
        tables,
        notes: misnamed.into_iter().chain(parts.notes).collect(),
    })
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Runs `work`, which calls calamine; a panic inside becomes [`ReturnError::Damaged`].
fn guarded<T>(file: &str, work: impl FnOnce() -> Result<T, ReturnError>) -> Result<T, ReturnError> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        Err(ReturnError::Damaged {
            file: file.to_owned(),
            reason: "its contents contradict each other".to_owned(),
        })
    })
}
