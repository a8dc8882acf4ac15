//! A user's own templates.

use std::fs;
use std::path::{Path, PathBuf};

use super::{TemplateError, built_in, parse};
use crate::model::Template;

/// No template comes near it; a film put into the folder by mistake is not read into memory.
const MOST_BYTES: u64 = 2_000_000;

/// All templates there are to choose from: the built-in ones, each replaced by the file of the same name in `dir`,
/// then the folder's others in order of name. A file with a fault is left out and named; where it was to replace
/// a built-in one, that one stays. A folder that is not there is an empty one.
pub fn folder(dir: &Path) -> (Vec<Template>, Vec<TemplateError>) {
    let mut templates = built_in().to_vec();
    let mut errors = Vec::new();
    let files = match files_of(dir) {
        Ok(files) => files,
        Err(error) => {
            errors.push(TemplateError {
                file: dir.display().to_string(),
                line: None,
                reason: format!("The folder of your own templates could not be read ({error})."),
            });
            return (templates, errors);
        }
    };
    for path in files {
        match read(&path) {
            Ok(own) => match templates.iter_mut().find(|known| known.name == own.name) {
                Some(known) => *known = own,
                None => templates.push(own),
            },
            Err(error) => errors.push(error),
        }
    }
    (templates, errors)
}

fn files_of(dir: &Path) -> std::io::Result<Vec<PathBuf>> {
    if !dir.exists() {
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    for item in fs::read_dir(dir)? {
        let path = item?.path();
        let toml = path
            .extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
        if toml && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn read(path: &Path) -> Result<Template, TemplateError> {
    let fail = |reason: String| TemplateError {
        file: path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default(),
        line: None,
        reason,
    };
    let name = path
        .file_stem()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let size = fs::metadata(path)
        .map_err(|error| fail(format!("It could not be read ({error}).")))?
        .len();
    if size > MOST_BYTES {
        return Err(fail(format!(
            "It has {size} bytes; a template has at most {MOST_BYTES}. Is it another kind of file?"
        )));
    }
    let bytes = fs::read(path).map_err(|error| fail(format!("It could not be read ({error}).")))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        TemplateError {
            line: Some(1 + before.iter().filter(|byte| **byte == b'\n').count()),
            ..fail(
                "A letter here is not in UTF-8. Save the file as UTF-8 in your editor.".to_owned(),
            )
        }
    })?;
    parse(&name, &text)
}
