//! What became of a paragraph's words.

use std::time::Duration;

use similar::{ChangeTag, TextDiff};

/// A stretch of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    pub text: String,
    pub fate: Fate,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    Kept,
    /// Only the earlier wording has it.
    Gone,
    /// Only the later wording has it.
    New,
}

/// Two paragraphs of some thousand words each are compared within it; beyond, the comparison is coarser, not wrong.
const PATIENCE: Duration = Duration::from_millis(300);

/// What is kept and gone is the earlier wording, what is kept and new the later one, letter for letter. What took the place of other words
/// comes after them, whole words at a time.
pub fn word_for_word(before: &str, after: &str) -> Vec<Stretch> {
    let compared = TextDiff::configure()
        .timeout(PATIENCE)
        .diff_words(before, after);
    let mut stretches = Stretches::default();
    for change in compared.iter_all_changes() {
        let words = change.value();
        match change.tag() {
            ChangeTag::Delete => stretches.changed(words, ""),
            ChangeTag::Insert => stretches.changed("", words),
            ChangeTag::Equal => stretches.kept(words),
        }
    }
    let space = stretches.flush();
    stretches.push(&space, Fate::Kept);
    stretches.done
}

#[derive(Default)]
struct Stretches {
    done: Vec<Stretch>,
    gone: String,
    new: String,
    /// White space after a change, of which it is a part where another change follows.
    space: String,
}

impl Stretches {
    fn changed(&mut self, gone: &str, new: &str) {
        let space = std::mem::take(&mut self.space);
        for (words, more) in [(&mut self.gone, gone), (&mut self.new, new)] {
            words.push_str(&space);
            words.push_str(more);
        }
    }

    fn kept(&mut self, words: &str) {
        let after_change = !(self.gone.is_empty() && self.new.is_empty());
        if after_change && words.trim().is_empty() {
            self.space.push_str(words);
            return;
        }
        let space = self.flush();
        self.push(&space, Fate::Kept);
        self.push(words, Fate::Kept);
    }

    /// Ends a change; gives the white space after it.
    fn flush(&mut self) -> String {
        let (gone, new) = (
            std::mem::take(&mut self.gone),
            std::mem::take(&mut self.new),
        );
        self.push(&gone, Fate::Gone);
        self.push(&new, Fate::New);
        std::mem::take(&mut self.space)
    }

    fn push(&mut self, text: &str, fate: Fate) {
        if text.is_empty() {
            return;
        }
        match self.done.last_mut() {
            Some(last) if last.fate == fate => last.text.push_str(text),
            _ => self.done.push(Stretch {
                text: text.to_owned(),
                fate,
            }),
        }
    }
}
