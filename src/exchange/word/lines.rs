//! What stands in a Word file that came back, line by line.

use super::super::mark::Mark;

/// All that is looked for in the file.
#[derive(Debug, Default)]
pub(in crate::exchange) struct Found {
    /// What may be the token of its sending, the surest place first.
    pub(in crate::exchange) tokens: Vec<String>,
    pub(in crate::exchange) lines: Vec<FoundLine>,
    /// In the order in which they stand in the text; one whose place is lost comes last.
    pub(in crate::exchange) comments: Vec<FoundComment>,
    /// How many lines went out, where the file still says it.
    pub(in crate::exchange) sent_lines: Option<usize>,
    /// Comments that the text speaks of and that are not in the file.
    pub(in crate::exchange) stripped: usize,
}

/// A paragraph of the Word file.
#[derive(Debug, Default)]
pub(in crate::exchange) struct FoundLine {
    pub(in crate::exchange) stretches: Vec<Stretch>,
    /// The mark that holds where the line begins, or else the first in it.
    pub(in crate::exchange) mark: Option<Mark>,
    /// The end of the paragraph was put in: the next line is more of the same paragraph as it went out.
    pub(in crate::exchange) goes_on: bool,
    /// The line that the footnote is in which it stands belongs to.
    pub(in crate::exchange) note_of: Option<usize>,
}

/// Words of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::exchange) struct Stretch {
    pub(in crate::exchange) text: String,
    pub(in crate::exchange) change: Option<Change>,
    pub(in crate::exchange) mark: Option<Mark>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::exchange) struct Change {
    pub(in crate::exchange) kind: ChangeKind,
    pub(in crate::exchange) author: String,
    pub(in crate::exchange) at: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::exchange) enum ChangeKind {
    Inserted,
    Deleted,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::exchange) struct FoundComment {
    pub(in crate::exchange) author: String,
    pub(in crate::exchange) at: String,
    pub(in crate::exchange) text: String,
    /// Place in [`Found::comments`] of the one that it replies to.
    pub(in crate::exchange) answers: Option<usize>,
    /// The words that it is about.
    pub(in crate::exchange) quoted: String,
    /// The line and the stretch in it where it begins; `None` where the text does not speak of it.
    pub(in crate::exchange) place: Option<(usize, usize)>,
}

impl FoundLine {
    /// The words as they went out, as far as changes were tracked.
    pub(in crate::exchange) fn before(&self) -> String {
        self.stretches
            .iter()
            .filter(|stretch| !stretch.is_put_in())
            .map(|stretch| stretch.text.as_str())
            .collect()
    }
}

impl Stretch {
    pub(in crate::exchange) fn is_put_in(&self) -> bool {
        let change = self.change.as_ref();
        change.is_some_and(|change| change.kind == ChangeKind::Inserted)
    }
}
