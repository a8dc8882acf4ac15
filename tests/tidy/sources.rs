use std::fs;
use std::path::Path;

use crate::reading::{code_only, without_tests};

#[derive(Debug, Clone)]
pub(crate) struct Source {
    /// Below `src/`, with `/`.
    pub(crate) path: String,
    /// The text with comments, strings and test modules as blanks; the same lines.
    pub(crate) code: String,
}

impl Source {
    pub(crate) fn new(path: &str, text: &str) -> Self {
        Self {
            path: path.to_owned(),
            code: without_tests(&code_only(text)),
        }
    }

    /// `None` for `lib.rs` and `main.rs`.
    pub(crate) fn room(&self) -> Option<&str> {
        self.path.split_once('/').map(|(room, _)| room)
    }

    pub(crate) fn line_of(&self, at: usize) -> usize {
        self.code[..at].matches('\n').count() + 1
    }

    pub(crate) fn fault(&self, at: usize, what: &str) -> String {
        format!("src/{}:{}: {what}", self.path, self.line_of(at))
    }
}

pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Files below `folder` of the project with one of the endings, as (path with `/`, text).
pub(crate) fn files(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for item in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = item.path();
            let ending = path
                .extension()
                .and_then(|ending| ending.to_str())
                .unwrap_or("");
            if path.is_dir() {
                folders.push(path);
            } else if endings.contains(&ending)
                && let Ok(text) = fs::read_to_string(&path)
                && let Ok(below) = path.strip_prefix(root())
            {
                let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
                found.push((parts.join("/"), text));
            }
        }
    }
    found.sort();
    found
}

/// The sources of the program, without files that hold only tests.
pub(crate) fn sources() -> Vec<Source> {
    let found: Vec<Source> = files("src", &["rs"])
        .iter()
        .map(|(path, text)| Source::new(path.trim_start_matches("src/"), text))
        .filter(|source| !source.path.ends_with("/tests.rs") && !source.path.contains("/tests/"))
        .collect();
    assert!(found.len() > 50, "the sources were not found");
    found
}
