use thiserror::Error;

/// A part of a file that could not be read, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    pub place: String,
    /// A sentence without its beginning: “it is locked with a password”.
    pub why: String,
}

/// Why a file was not searched whole. It stands against publication as a leak does.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LeaksError {
    #[error(
        "“{file}” could not be searched whole: {}. Nothing is known of what could not be read, so it cannot be published. Make the file anew, or \
         leave it out.",
        told(.unread)
    )]
    Unread {
        file: String,
        /// Never empty.
        unread: Vec<Unread>,
    },
}

fn told(unread: &[Unread]) -> String {
    const MOST: usize = 3;
    let mut parts: Vec<String> = unread
        .iter()
        .take(MOST)
        .map(|part| format!("{} – {}", part.place, part.why))
        .collect();
    if unread.len() > MOST {
        parts.push(format!("and {} more", unread.len() - MOST));
    }
    parts.join("; ")
}
