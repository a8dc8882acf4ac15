//! Changes that were made without tracking, or accepted before the file came back: what differs from what went out.

use std::collections::HashMap;

use super::super::mark::{Mark, Place, fingerprint};
use super::super::sheet::{Line, Sheet};
use super::super::word::Found;
use super::changes::last_words;
use super::{Position, Taken, counted};
use crate::drafting::{Fate, word_for_word};
use crate::model::{CommentKind, ParagraphId, Returned};

pub(super) fn changes(found: &Found, sheet: &Sheet, notes: &mut Vec<String>) -> Vec<Taken> {
    let sent: HashMap<(Place, u32), &Line> = sheet
        .lines()
        .into_iter()
        .map(|line| ((line.mark.place, line.mark.line), line))
        .collect();
    let there = as_they_went_out(found);
    let mut taken = Vec::new();
    for one in &there {
        let Some(line) = sent.get(&(one.mark.place, one.mark.line)) else {
            continue;
        };
        if let (Some(paragraph), true) = (one.mark.paragraph(), differs(one)) {
            compare(&line.text(), &one.text, paragraph, one.position, &mut taken);
        }
    }
    typed_between(found, &mut taken);
    if found.sent_lines == Some(sheet.draft_lines()) {
        missing(sheet, &there, &mut taken, notes);
    }
    taken
}

/// A line that went out, as the file has it without tracked insertions.
struct There {
    mark: Mark,
    text: String,
    position: Position,
}

/// A line may have been cut into several: all that has its mark belongs to it.
fn as_they_went_out(found: &Found) -> Vec<There> {
    let mut there: Vec<There> = Vec::new();
    let mut place_of: HashMap<(Place, u32), usize> = HashMap::new();
    for (line_at, line) in found.lines.iter().enumerate() {
        if line.note_of.is_some() {
            continue;
        }
        for mark in line.marks() {
            place_of.entry((mark.place, mark.line)).or_insert_with(|| {
                there.push(There {
                    mark: mark.clone(),
                    text: String::new(),
                    position: (line_at, 0),
                });
                there.len() - 1
            });
        }
        for stretch in &line.stretches {
            let Some(mark) = &stretch.mark else { continue };
            if stretch.is_put_in() {
                continue;
            }
            if let Some(at) = place_of.get(&(mark.place, mark.line)) {
                there[*at].text.push_str(&stretch.text);
            }
        }
        for mark in line.marks() {
            if let Some(at) = place_of.get(&(mark.place, mark.line)) {
                there[*at].text.push(' ');
            }
        }
    }
    there
}

fn differs(one: &There) -> bool {
    fingerprint(&one.text) != one.mark.fingerprint
}

fn compare(
    before: &str,
    after: &str,
    paragraph: ParagraphId,
    position: Position,
    taken: &mut Vec<Taken>,
) {
    let even = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut above = String::new();
    for stretch in word_for_word(&even(before), &even(after)) {
        let kind = match stretch.fate {
            Fate::Kept => None,
            Fate::Gone => Some(CommentKind::Deletion),
            Fate::New => Some(CommentKind::Insertion),
        };
        if let Some(kind) = kind {
            take(
                kind,
                paragraph,
                position,
                last_words(&above),
                &stretch.text,
                taken,
            );
        }
        if stretch.fate != Fate::New {
            above.push_str(&stretch.text);
        }
    }
}

fn take(
    kind: CommentKind,
    paragraph: ParagraphId,
    position: Position,
    quoted: String,
    text: &str,
    taken: &mut Vec<Taken>,
) {
    let text = text.trim();
    if text.is_empty() {
        return;
    }
    taken.push(Taken {
        position,
        returned: Returned {
            author: String::new(),
            at: String::new(),
            kind,
            paragraph: Some(paragraph),
            quoted,
            text: text.to_owned(),
            answers: None,
            origin: String::new(),
        },
    });
}

/// Lines that are like none that went out, between lines of the draft.
fn typed_between(found: &Found, taken: &mut Vec<Taken>) {
    let mut above: Option<ParagraphId> = None;
    for (at, line) in found.lines.iter().enumerate() {
        let text = line.before();
        match line.marks().last() {
            Some(mark) => above = mark.paragraph(),
            None if line.note_of.is_none() => {
                if let Some(paragraph) = above {
                    let kind = CommentKind::Insertion;
                    take(kind, paragraph, (at, 0), String::new(), &text, taken);
                }
            }
            None => {}
        }
    }
}

/// Lines that went out and are nowhere in the file. Where most are gone, only a part of the draft was sent back, which is told instead.
fn missing(sheet: &Sheet, there: &[There], taken: &mut Vec<Taken>, notes: &mut Vec<String>) {
    let found: HashMap<(Place, u32), Position> = there
        .iter()
        .map(|one| ((one.mark.place, one.mark.line), one.position))
        .collect();
    let mut above: Position = (0, 0);
    let mut gone = Vec::new();
    let mut all = 0;
    for line in sheet.lines() {
        let Some(paragraph) = line.mark.paragraph() else {
            continue;
        };
        let text = line.text();
        if text.is_empty() {
            continue;
        }
        all += 1;
        match found.get(&(line.mark.place, line.mark.line)) {
            Some(position) => above = *position,
            None => take(
                CommentKind::Deletion,
                paragraph,
                above,
                String::new(),
                &text,
                &mut gone,
            ),
        }
    }
    if gone.len() * 2 > all {
        notes.push(format!(
            "{} of {all} that went out are not in the file. They are not taken as struck out.",
            counted(gone.len(), "line", "lines")
        ));
    } else {
        taken.append(&mut gone);
    }
}
