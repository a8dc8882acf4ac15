//! What is told to the user: something went wrong, or something was done.

/// Something that could not be done, in words for the user: what happened, what was kept, what to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What could not be done: “The return was not imported”.
    pub title: String,
    pub words: String,
}

impl Problem {
    pub fn new(title: impl Into<String>, words: impl ToString) -> Self {
        Self {
            title: title.into(),
            words: words.to_string(),
        }
    }
}

/// A card in the corner of the window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Stays until put away.
    Problem(Problem),
    /// Something was done; the next one takes its place.
    Done(String),
}
