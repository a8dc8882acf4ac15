//! Several agencies' records of one event, read beside each other.

use super::{ChronologyAction, ChronologyState};
use crate::app::{Action, Open, Piece};
use crate::chronology::{self, Found};
use crate::model::{EntryId, Review};

/// Records compared at once. More could not be read beside each other, and every pair of them is compared.
pub const COMPARED: usize = 12;

/// The records that lie side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SideBySide {
    /// In order of time; [`COMPARED`] at most.
    pub entries: Vec<EntryId>,
    /// Further records that were asked for and are not shown.
    pub left_out: usize,
    /// What the records could not both be right about.
    pub differences: Vec<Found>,
}

#[derive(Debug, Clone)]
pub enum SideBySideAction {
    Show(Vec<EntryId>),
    Close,
}

pub(super) fn update(open: &mut Open, action: SideBySideAction) {
    open.chronology.side_by_side = match action {
        SideBySideAction::Show(entries) => SideBySide::of(open, entries),
        SideBySideAction::Close => None,
    };
}

impl ChronologyState {
    /// What the key for it would lay side by side: the chosen entries, or the records of the current one's event.
    pub fn beside_each_other(&self, review: &Review) -> Option<Vec<EntryId>> {
        if self.selected.len() > 1 {
            return Some(self.selected.iter().copied().collect());
        }
        let event = self.event_of(review, self.current?)?;
        Some(event.entries.clone())
    }
}

impl SideBySide {
    /// `None` where fewer than two of the entries are there.
    fn of(open: &Open, entries: Vec<EntryId>) -> Option<Self> {
        let review = &open.review;
        let place = |id: &EntryId| {
            let index = review.entries.binary_search_by_key(id, |entry| entry.id);
            open.derived.places.get(index.ok()?).copied()
        };
        let mut entries: Vec<(u32, EntryId)> = entries
            .into_iter()
            .filter_map(|id| Some((place(&id)?, id)))
            .collect();
        entries.sort_unstable();
        entries.dedup();
        let left_out = entries.len().saturating_sub(COMPARED);
        entries.truncate(COMPARED);
        let entries: Vec<EntryId> = entries.into_iter().map(|(_, id)| id).collect();
        (entries.len() > 1).then(|| Self {
            differences: chronology::contradictions(
                review,
                std::slice::from_ref(&entries),
                &open.derived.people,
            ),
            entries,
            left_out,
        })
    }

    /// `wording` of `entry`, in pieces: the words that stand against another record's are marked.
    pub fn pieces(&self, entry: EntryId, wording: &str) -> Vec<Piece> {
        let said = self.differences.iter().flat_map(|found| {
            let words = [&found.a, &found.b];
            found.entries.into_iter().zip(words)
        });
        let mut marked: Vec<(usize, usize)> = said
            .filter(|(of, words)| *of == entry && !words.trim().is_empty())
            .flat_map(|(_, words)| wording.match_indices(words.as_str()))
            .map(|(at, words)| (at, at + words.len()))
            .collect();
        marked.sort_unstable();
        let mut pieces = Vec::new();
        let mut done = 0;
        for (from, to) in marked {
            let from = from.max(done);
            if from >= to {
                continue;
            }
            push(&mut pieces, &wording[done..from], false);
            push(&mut pieces, &wording[from..to], true);
            done = to;
        }
        push(&mut pieces, &wording[done..], false);
        pieces
    }
}

fn push(pieces: &mut Vec<Piece>, text: &str, differs: bool) {
    if !text.is_empty() {
        pieces.push(Piece {
            text: text.to_owned(),
            differs,
        });
    }
}

impl From<SideBySideAction> for Action {
    fn from(action: SideBySideAction) -> Self {
        Self::Chronology(ChronologyAction::SideBySide(action))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::About;

    #[test]
    fn the_words_that_stand_against_another_record_are_marked() {
        let found = |a: &str, b: &str| Found {
            about: About::Time,
            entries: [EntryId(1), EntryId(2)],
            a: a.to_owned(),
            b: b.to_owned(),
            why: String::new(),
        };
        let side_by_side = SideBySide {
            entries: vec![EntryId(1), EntryId(2)],
            left_out: 0,
            differences: vec![found("no injury", "bruise"), found("injury seen", "")],
        };
        for (entry, wording, expected) in [
            (1, "Said no injury.", "Said [no injury]."),
            (1, "no injury seen", "[no injury][ seen]"),
            (1, "nothing", "nothing"),
            (2, "A bruise; old bruise", "A [bruise]; old [bruise]"),
            (2, "no injury", "no injury"),
            (1, "", ""),
        ] {
            let pieces = side_by_side.pieces(EntryId(entry), wording);
            let shown: String = pieces
                .iter()
                .map(|piece| match piece.differs {
                    true => format!("[{}]", piece.text),
                    false => piece.text.clone(),
                })
                .collect();
            assert_eq!(shown, expected);
        }
    }
}
