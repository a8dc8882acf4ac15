//! The table's order and groups, and which of them are folded.

use std::sync::Arc;

use super::{ChronologyState, Lines};
use crate::app::Derived;
use crate::chronology::{self, GroupKey, Grouping};
use crate::model::{EntryId, Review};

impl ChronologyState {
    /// Puts the rows in the order and the groups of the table.
    pub(super) fn arrange(&mut self, review: &Review, derived: &Derived) {
        self.version += 1;
        if self.sorting.is_by_time() && self.grouping == Grouping::None {
            self.lines = Lines::of_rows(Arc::clone(&self.rows));
            self.table_rows = None;
            return;
        }
        let arranged = chronology::arranged(
            review,
            &self.rows,
            &derived.people,
            &derived.claims,
            self.sorting,
            self.grouping,
        );
        let mut table_rows = vec![u32::MAX; review.entries.len()];
        for (place, row) in (0..).zip(&arranged.rows) {
            if let Some(known) = table_rows.get_mut(*row as usize) {
                *known = place;
            }
        }
        self.table_rows = Some(table_rows);
        self.lines = Lines::of(arranged, &self.folded);
    }

    pub(super) fn fold(&mut self, key: GroupKey, folded: bool) {
        if folded {
            self.folded.insert(key);
        } else {
            self.folded.remove(&key);
        }
        self.lines.fold(&self.folded);
        self.version += 1;
    }

    pub(super) fn fold_all(&mut self, folded: bool) {
        self.folded.clear();
        if folded {
            self.folded
                .extend(self.lines.groups.iter().map(|group| group.key));
        }
        self.lines.fold(&self.folded);
        self.version += 1;
    }

    pub(super) fn fold_current(&mut self, review: &Review, folded: bool) {
        let row = self
            .current
            .and_then(|entry| self.table_row_of(review, entry));
        let group = row.and_then(|row| self.lines.group_of(row));
        if let Some(key) = group.map(|group| group.key) {
            self.fold(key, folded);
            self.reveal += 1;
        }
    }

    pub(super) fn unfold_around(&mut self, review: &Review, entry: EntryId) {
        let row = self.table_row_of(review, entry);
        let group = row.and_then(|row| self.lines.group_of(row));
        if let Some(key) = group.map(|group| group.key)
            && self.folded.contains(&key)
        {
            self.fold(key, false);
        }
    }
}
