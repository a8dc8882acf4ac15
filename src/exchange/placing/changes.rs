//! Tracked insertions and deletions as comments.

use super::super::word::{Change, ChangeKind, FoundLine};
use super::Taken;
use crate::model::{CommentKind, ParagraphId, Returned};

/// Characters of the words before a change, by which a reader finds it.
const BEFORE: usize = 80;

/// Each stretch of changes of one kind by one author, over the ends of lines that were put in, too.
pub(super) fn tracked(lines: &[FoundLine]) -> Vec<Taken> {
    let mut taken = Vec::new();
    let mut open: Option<Open> = None;
    let mut goes_on = false;
    for (line_at, line) in lines.iter().enumerate() {
        let mut before = String::new();
        if goes_on || line.mark_goes_on(open.as_ref()) {
            if let Some(open) = &mut open {
                open.text.push('\n');
            }
        } else {
            close(&mut open, &mut taken);
        }
        for (at, stretch) in line.stretches.iter().enumerate() {
            let Some(change) = &stretch.change else {
                close(&mut open, &mut taken);
                before.push_str(&stretch.text);
                continue;
            };
            let paragraph = stretch.mark.as_ref().and_then(|mark| mark.paragraph());
            if !open.as_ref().is_some_and(|open| open.takes(change)) {
                close(&mut open, &mut taken);
                open = Some(Open {
                    change: change.clone(),
                    position: (line_at, at),
                    paragraph,
                    before: last_words(&before),
                    text: String::new(),
                });
            }
            if let Some(open) = &mut open {
                open.text.push_str(&stretch.text);
            }
            if change.kind == ChangeKind::Deleted {
                before.push_str(&stretch.text);
            }
        }
        goes_on = line.goes_on;
    }
    close(&mut open, &mut taken);
    taken
}

/// A change that is being read.
struct Open {
    change: Change,
    position: super::Position,
    paragraph: Option<ParagraphId>,
    before: String,
    text: String,
}

impl Open {
    fn takes(&self, change: &Change) -> bool {
        self.change.kind == change.kind && self.change.author == change.author
    }
}

impl FoundLine {
    /// A whole line that was put in below words that were put in is more of the same.
    fn mark_goes_on(&self, open: Option<&Open>) -> bool {
        open.is_some_and(|open| {
            open.change.kind == ChangeKind::Inserted
                && !self.stretches.is_empty()
                && self.stretches.iter().all(|stretch| {
                    stretch
                        .change
                        .as_ref()
                        .is_some_and(|change| open.takes(change))
                })
        })
    }
}

/// White space alone is no change worth an answer.
fn close(open: &mut Option<Open>, taken: &mut Vec<Taken>) {
    let Some(open) = open.take() else {
        return;
    };
    let text = open.text.trim();
    if !text.is_empty() {
        taken.push(Taken {
            position: open.position,
            returned: Returned {
                author: open.change.author,
                at: open.change.at,
                kind: kind(open.change.kind),
                paragraph: open.paragraph,
                quoted: open.before,
                text: text.to_owned(),
                answers: None,
                origin: String::new(),
            },
        });
    }
}

fn kind(kind: ChangeKind) -> CommentKind {
    match kind {
        ChangeKind::Inserted => CommentKind::Insertion,
        ChangeKind::Deleted => CommentKind::Deletion,
    }
}

/// The end of a text, from a whole word on.
pub(super) fn last_words(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let count = text.chars().count();
    if count <= BEFORE {
        return text;
    }
    let end: String = text.chars().skip(count - BEFORE).collect();
    match end.split_once(' ') {
        Some((_, words)) => format!("… {words}"),
        None => end,
    }
}
