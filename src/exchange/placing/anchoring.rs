//! Finding the place of lines that have lost their mark.

use std::collections::HashSet;

use super::super::likeness::likeness;
use super::super::mark::{Mark, Place};
use super::super::sheet::Sheet;
use super::super::word::{FoundLine, Stretch};
use crate::drafting::WordCounts;

/// Gives lines without a mark the one of the line that they were when they went out, by their words, and lines that were put in as a whole
/// the mark of what stands before them. Returns how many were found by their words.
pub(super) fn anchor(lines: &mut [FoundLine], sheet: &Sheet) -> usize {
    let by_words = by_words(lines, sheet);
    notes_and_new_lines(lines);
    by_words
}

fn by_words(lines: &mut [FoundLine], sheet: &Sheet) -> usize {
    let present: HashSet<(Place, u32)> = lines
        .iter()
        .flat_map(FoundLine::marks)
        .map(|mark| (mark.place, mark.line))
        .collect();
    let mut free: Vec<(&Mark, WordCounts)> = sheet
        .lines()
        .into_iter()
        .filter(|line| !present.contains(&(line.mark.place, line.mark.line)))
        .map(|line| (&line.mark, WordCounts::of(&line.text())))
        .collect();
    let mut count = 0;
    for line in lines
        .iter_mut()
        .filter(|line| line.marks().next().is_none())
    {
        let words = WordCounts::of(&line.before());
        let mut best: Option<(usize, f64)> = None;
        for (at, (_, candidate)) in free.iter().enumerate() {
            let Some(likeness) = likeness(&words, candidate) else {
                continue;
            };
            if best.is_none_or(|(_, so_far)| likeness > so_far) {
                best = Some((at, likeness));
            }
        }
        if let Some((at, _)) = best {
            // Not the last one in its place: of lines that are the same the first is the first.
            let (mark, _) = free.remove(at);
            line.take_mark(mark);
            count += usize::from(mark.paragraph().is_some());
        }
    }
    count
}

/// A footnote belongs to the paragraph that it is in; what was put in as a whole to what stands before it.
fn notes_and_new_lines(lines: &mut [FoundLine]) {
    let mut above: Option<Mark> = None;
    for at in 0..lines.len() {
        if let Some(line) = lines[at].note_of {
            let mark = lines
                .get(line)
                .and_then(|line| line.marks().last().cloned());
            if let Some(mark) = mark {
                lines[at].take_mark(&mark);
            }
            continue;
        }
        let last = lines[at].marks().last().cloned();
        match (last, &above) {
            (Some(mark), _) => above = Some(mark),
            (None, Some(mark)) if lines[at].is_put_in() => {
                let mark = mark.clone();
                lines[at].take_mark(&mark);
            }
            _ => {}
        }
    }
}

impl FoundLine {
    pub(super) fn marks(&self) -> impl Iterator<Item = &Mark> {
        let stretches = self
            .stretches
            .iter()
            .filter_map(|stretch| stretch.mark.as_ref());
        self.mark.iter().chain(stretches)
    }

    fn take_mark(&mut self, mark: &Mark) {
        self.mark = Some(mark.clone());
        for stretch in &mut self.stretches {
            stretch.mark = Some(mark.clone());
        }
    }

    /// With tracking: nothing of it went out.
    fn is_put_in(&self) -> bool {
        let is_new = |stretch: &Stretch| stretch.text.trim().is_empty() || stretch.is_put_in();
        !self.stretches.is_empty() && self.stretches.iter().all(is_new)
    }
}
