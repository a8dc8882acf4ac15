//! A table from the clipboard.

use super::aligned;
use super::table::{ReturnFile, Table};
use super::{Parts, ReturnError, delimited, html, limits};
use crate::jobs::Progress;

const NAME: &str = "pasted table";

/// A table that was copied from Word, Excel or a web page, with what the program put on the clipboard beside the plain
/// text. Taken from `html` where that holds a table, else from the text: cells parted by tabs, columns aligned with
/// spaces, or commas and the like.
///
/// # Errors
/// [`ReturnError::Empty`] where there is neither, and the limits.
pub fn paste(
    text: &str,
    html: Option<&str>,
    progress: &dyn Progress,
) -> Result<ReturnFile, ReturnError> {
    progress.report(0, None, &format!("Reading the {NAME}"))?;
    let longest = text.len().max(html.map_or(0, str::len));
    if longest as u64 > limits::FILE_BYTES {
        return Err(ReturnError::Limit {
            file: NAME.to_owned(),
            limit: format!("more than {} MB", limits::FILE_BYTES / (1024 * 1024)),
            advice: "Copy less at once, or import the file itself.",
        });
    }
    if let Some(html) = html {
        let mut parts = html::read(NAME, html, progress)?;
        if parts.tables.iter().any(has_wording) {
            parts.about = "table from the clipboard".to_owned();
            return super::finished(NAME, html.as_bytes(), parts, None);
        }
    }
    if text.trim().is_empty() {
        return Err(ReturnError::Empty {
            file: NAME.to_owned(),
        });
    }
    let parts = from_text(text, progress)?;
    super::finished(NAME, text.as_bytes(), parts, None)
}

fn from_text(text: &str, progress: &dyn Progress) -> Result<Parts, ReturnError> {
    // What was copied may hold bytes that no file has.
    let text = text.replace('\0', "\u{FFFD}");
    if text.contains('\t') {
        let mut parts = delimited::parts(NAME, &text, b'\t', progress)?;
        parts.about = "text from the clipboard, separated by tab".to_owned();
        return Ok(parts);
    }
    if let Some(mut parts) = aligned::read(NAME, &text, progress)? {
        parts.about = "text from the clipboard, in aligned columns".to_owned();
        return Ok(parts);
    }
    let delimiter = delimited::delimiter(&text);
    let mut parts = delimited::parts(NAME, &text, delimiter, progress)?;
    parts.about = match delimited::named(delimiter) {
        _ if parts.tables.iter().all(|table| table.width < 2) => {
            "text from the clipboard, one column".to_owned()
        }
        name => format!("text from the clipboard, separated by {name}"),
    };
    Ok(parts)
}

fn has_wording(table: &Table) -> bool {
    table.rows.iter().any(|row| !row.is_blank())
}
