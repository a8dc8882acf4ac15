use std::panic::{AssertUnwindSafe, catch_unwind};

use super::error::Unread;
use super::limits::{DEEPEST, FILES, UNPACKED};

/// A stretch of text as it stands in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// “page 3”; empty: the file is nothing but this text.
    pub place: String,
    pub text: String,
}

/// What was read of a file, and what could not be.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contents {
    pub stretches: Vec<Stretch>,
    pub unread: Vec<Unread>,
}

/// What has been read so far, and where one is.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) contents: Contents,
    /// Names of the files that one is within, the outermost first; the file itself is not named.
    within: Vec<String>,
    unpacked: u64,
    files: usize,
}

impl Gathered {
    pub(super) fn text(&mut self, place: &str, text: impl Into<String>) {
        let text = text.into();
        if text.chars().any(char::is_alphanumeric) {
            let place = self.place(place);
            self.contents.stretches.push(Stretch { place, text });
        }
    }

    /// Of the file that one is in.
    pub(super) fn cannot_read(&mut self, why: impl Into<String>) {
        self.cannot_read_part("", why);
    }

    pub(super) fn cannot_read_part(&mut self, place: &str, why: impl Into<String>) {
        let place = match self.place(place) {
            nowhere if nowhere.is_empty() => "the file".to_owned(),
            place => place,
        };
        let unread = Unread {
            place,
            why: why.into(),
        };
        if !self.contents.unread.contains(&unread) {
            self.contents.unread.push(unread);
        }
    }

    /// Reads a file that lies within the one that one is in, at `place`.
    pub(super) fn inner(&mut self, place: &str, name: &str, bytes: &[u8]) {
        self.files += 1;
        if self.files > FILES {
            return self.cannot_read(format!("it holds more than {FILES} files"));
        }
        self.inner_with(place, |gathered| super::file(name, bytes, gathered));
    }

    /// Reads a part of the file that one is in.
    pub(super) fn inner_with(&mut self, name: &str, read: impl FnOnce(&mut Self)) {
        if self.enter(name) {
            read(self);
            self.within.pop();
        }
    }

    /// As `read` does, where a panic of a library is told as something that cannot be read.
    pub(super) fn guarded(&mut self, read: impl FnOnce(&mut Self)) {
        let within = self.within.len();
        if catch_unwind(AssertUnwindSafe(|| read(self))).is_err() {
            self.within.truncate(within);
            self.cannot_read("something in it cannot be read by any means that Lantern has");
        }
    }

    fn enter(&mut self, name: &str) -> bool {
        if self.within.len() >= DEEPEST {
            self.cannot_read_part(name, "too many files lie within one another");
            return false;
        }
        self.within.push(name.to_owned());
        true
    }

    /// How many more bytes may be unpacked.
    pub(super) fn room(&self) -> u64 {
        UNPACKED.saturating_sub(self.unpacked)
    }

    pub(super) fn has_unpacked(&mut self, bytes: usize) {
        self.unpacked = self.unpacked.saturating_add(bytes as u64);
    }

    fn place(&self, place: &str) -> String {
        let mut parts: Vec<&str> = self.within.iter().map(String::as_str).collect();
        if !place.is_empty() {
            parts.push(place);
        }
        parts.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_library_that_breaks_is_told_where_it_broke_and_the_rest_is_read() {
        let mut gathered = Gathered::default();
        gathered.inner_with("report.pdf", |gathered| {
            gathered.guarded(|gathered| {
                gathered.inner_with("drawing", |_| panic!("a fault of a library"));
            });
            gathered.text("page 1", "Read");
        });
        let Contents { stretches, unread } = gathered.contents;
        assert_eq!(unread[0].place, "report.pdf");
        assert_eq!(stretches[0].place, "report.pdf, page 1");
    }
}
