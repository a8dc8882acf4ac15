//! What came back in a Word file, set against what went out: each comment and change at its paragraph.

mod anchoring;
mod changes;
mod untracked;

use super::origin;
use super::sheet::Sheet;
use super::word::{Found, FoundComment, FoundLine};
use crate::model::{CommentKind, ParagraphId, Returned};

/// Where something stands in the file: line, then stretch.
type Position = (usize, usize);

/// A comment on its way, with its position.
struct Taken {
    position: Position,
    returned: Returned,
}

/// The comments in the order of the file, and sentences for the chair.
pub(super) fn placed(mut found: Found, sheet: &Sheet) -> (Vec<Returned>, Vec<String>) {
    let mut notes = Vec::new();
    let by_words = anchoring::anchor(&mut found.lines, sheet);
    if by_words > 0 {
        notes.push(format!(
            "Hidden marks are missing from the file; {} found again by {} words.",
            counted(by_words, "line was", "lines were"),
            if by_words == 1 { "its" } else { "their" }
        ));
    }
    let mut changes = changes::tracked(&found.lines);
    let untracked = untracked::changes(&found, sheet, &mut notes);
    if !untracked.is_empty() {
        notes.push(format!(
            "{} made without tracking, or accepted before the file was sent back; {} found by comparing with what went out.",
            counted(untracked.len(), "change was", "changes were"),
            if untracked.len() == 1 { "it was" } else { "they were" }
        ));
    }
    changes.extend(untracked);
    let mut comments = in_order(remarks(&found), changes);
    origin::give(&mut comments);
    if found.stripped > 0 {
        notes.push(format!(
            "The text speaks of {} that {} no longer in the file: somebody took them out. Ask the member for the file as it was.",
            counted(found.stripped, "comment", "comments"),
            if found.stripped == 1 { "is" } else { "are" }
        ));
    } else if comments.is_empty() {
        notes.push("There is no comment and no change in the file.".to_owned());
    }
    let nowhere = comments
        .iter()
        .filter(|one| one.paragraph.is_none())
        .count();
    if nowhere > 0 {
        notes.push(format!(
            "{} not stand at a paragraph of the draft. They are kept, to be placed by hand.",
            counted(nowhere, "comment does", "comments do")
        ));
    }
    (comments, notes)
}

/// Each with the place in the list of the one that it replies to.
fn remarks(found: &Found) -> Vec<(Option<usize>, Taken)> {
    let remark = |comment: &FoundComment| Taken {
        position: comment.place.unwrap_or((usize::MAX, 0)),
        returned: Returned {
            author: comment.author.clone(),
            at: comment.at.clone(),
            kind: CommentKind::Remark,
            paragraph: comment
                .place
                .and_then(|place| paragraph_at(&found.lines, place)),
            quoted: comment.quoted.clone(),
            text: comment.text.clone(),
            answers: None,
            origin: String::new(),
        },
    };
    let mut taken: Vec<(Option<usize>, Taken)> = Vec::with_capacity(found.comments.len());
    for comment in &found.comments {
        let mut one = remark(comment);
        if let Some((_, parent)) = comment.answers.and_then(|at| taken.get(at)) {
            one.position = parent.position;
            one.returned.paragraph = parent.returned.paragraph;
        }
        taken.push((comment.answers, one));
    }
    taken
}

/// What replies comes after what it replies to, because it has its position and comes later in the file.
fn in_order(remarks: Vec<(Option<usize>, Taken)>, changes: Vec<Taken>) -> Vec<Returned> {
    let count = remarks.len();
    let mut all: Vec<(usize, Option<usize>, Taken)> = remarks
        .into_iter()
        .enumerate()
        .map(|(at, (answers, taken))| (at, answers, taken))
        .collect();
    all.extend((count..).zip(changes).map(|(at, taken)| (at, None, taken)));
    // A change before what is said of it.
    all.sort_by_key(|(at, _, taken)| (taken.position, *at < count, *at));
    let mut place_of = vec![0; all.len()];
    for (place, (at, _, _)) in all.iter().enumerate() {
        place_of[*at] = place;
    }
    all.into_iter()
        .map(|(_, answers, taken)| Returned {
            answers: answers.map(|at| place_of[at]),
            ..taken.returned
        })
        .collect()
}

/// The paragraph of a stretch, else of any mark in its line.
fn paragraph_at(lines: &[FoundLine], (line, stretch): Position) -> Option<ParagraphId> {
    let line = lines.get(line)?;
    let at = line
        .stretches
        .get(stretch)
        .or_else(|| line.stretches.last());
    let mark = at.and_then(|stretch| stretch.mark.as_ref());
    mark.or(line.mark.as_ref())?.paragraph()
}

fn counted(count: usize, one: &str, many: &str) -> String {
    match count {
        1 => format!("1 {one}"),
        _ => format!("{count} {many}"),
    }
}
