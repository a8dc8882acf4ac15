//! A PDF of few pages that belongs to no set: a certificate, a sheet.

use std::io::Write;
use std::path::Path;

use chrono::NaiveDate;
use serde_json::Value;

use super::error::PublishError;
use super::typesetting::{Layout, LayoutFault, Typeset};
use super::{Made, saving};

/// Writes `data`, as it stood `on` a day, as a PDF to `path`. `subject` says in errors what was to be written; the notes stay empty.
pub(super) fn write_single(
    (layout, subject): (Layout, &str),
    data: &Value,
    on: NaiveDate,
    path: &Path,
) -> Result<Made, PublishError> {
    let refused = |fault: LayoutFault| PublishError::Layout {
        output: subject.to_lowercase(),
        what: fault.to_string(),
    };
    let typeset = Typeset::of(layout, data).map_err(refused)?;
    let pdf = typeset
        .pdf(on)
        .or_else(|_| typeset.pdf_without_standard(on))
        .map_err(refused)?;
    let ((), bytes) = saving::replace(path, |file| Ok(file.write_all(&pdf)?))?;
    Ok(Made {
        path: path.to_owned(),
        bytes,
        pages: Some(typeset.pages()),
        notes: Vec::new(),
    })
}
