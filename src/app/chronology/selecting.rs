//! Which entries are chosen, and moving from one to the next.

use std::collections::BTreeSet;

use super::ChronologyState;
use crate::app::Open;
use crate::chronology::GroupKey;
use crate::model::{EntryId, Review};

/// How a click changes the selection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Selecting {
    /// This one only.
    One,
    /// This one as well, or no longer (Ctrl).
    Toggle,
    /// All from the current one to this (Shift).
    Through,
}

/// Brings one entry into view, dropping a filter and unfolding a group that hide it.
pub(in crate::app) fn show(open: &mut Open, entry: EntryId) {
    let chronology = &mut open.chronology;
    chronology.side_by_side = None;
    if chronology.row_of(&open.review, entry).is_none() {
        chronology.show_everything();
        chronology.follow(&open.review, &open.derived);
    }
    chronology.unfold_around(&open.review, entry);
    chronology.select(&open.review, entry, Selecting::One);
    chronology.reveal += 1;
}

impl ChronologyState {
    pub(super) fn select(&mut self, review: &Review, entry: EntryId, how: Selecting) {
        self.selection += 1;
        self.reach = None;
        match how {
            Selecting::One => self.selected = BTreeSet::from([entry]),
            Selecting::Toggle => {
                if !self.selected.remove(&entry) {
                    self.selected.insert(entry);
                }
            }
            Selecting::Through => {
                self.select_through(review, entry);
                return;
            }
        }
        self.current = if self.selected.contains(&entry) {
            Some(entry)
        } else {
            self.selected.iter().next().copied()
        };
    }

    fn select_through(&mut self, review: &Review, entry: EntryId) {
        let line = |id: EntryId| {
            let row = self.table_row_of(review, id)?;
            self.lines.line_of(row)
        };
        let Some((from, to)) = self.current.and_then(line).zip(line(entry)) else {
            self.selected = BTreeSet::from([entry]);
            self.current = Some(entry);
            return;
        };
        let between = (from.min(to)..=from.max(to)).filter_map(|at| match self.lines.line(at) {
            Some(super::Line::Row(row)) => Some(self.entry_in(review, row)),
            _ => None,
        });
        self.selected = between.collect();
        self.selected.insert(entry);
        self.reach = Some(entry);
    }

    /// Moves the current entry by rows; what is folded away is passed over.
    pub(super) fn step(&mut self, review: &Review, by: isize) {
        if let Some(row) = self.lines.row_from(self.line_of_current(review), by) {
            let entry = self.entry_in(review, row);
            self.select(review, entry, Selecting::One);
            self.reveal += 1;
        }
    }

    /// Moves the end of what is chosen, as Shift with an arrow does in a text.
    pub(super) fn extend(&mut self, review: &Review, by: isize) {
        let end = self.reach.or(self.current);
        let line = end
            .and_then(|entry| self.table_row_of(review, entry))
            .and_then(|row| self.lines.line_of(row));
        if let Some(row) = self.lines.row_from(line, by) {
            let entry = self.entry_in(review, row);
            self.select(review, entry, Selecting::Through);
            self.reveal += 1;
        }
    }

    pub(super) fn select_all(&mut self, review: &Review) {
        let entries = &review.entries;
        let shown = self.lines.shown();
        self.selected = shown.map(|row| entries[row as usize].id).collect();
        self.selection += 1;
        self.reach = None;
        if self.current.is_none_or(|id| !self.selected.contains(&id)) {
            self.current = self.selected.iter().next().copied();
        }
    }

    pub(super) fn select_group(&mut self, review: &Review, key: GroupKey) {
        let Some(group) = self.lines.groups.iter().find(|group| group.key == key) else {
            return;
        };
        let rows = group.rows.clone();
        self.current = rows.clone().next().map(|row| self.entry_in(review, row));
        self.selected = rows.map(|row| self.entry_in(review, row)).collect();
        self.selection += 1;
        self.reach = None;
    }

    pub(super) fn unselect(&mut self) {
        self.selected.clear();
        self.current = None;
        self.reach = None;
        self.selection += 1;
    }

    /// Which entry the table shall bring into view.
    pub fn revealed(&self) -> Option<EntryId> {
        self.reach.or(self.current)
    }

    fn line_of_current(&self, review: &Review) -> Option<usize> {
        let row = self.table_row_of(review, self.current?)?;
        self.lines.line_of(row)
    }

    fn entry_in(&self, review: &Review, row: usize) -> EntryId {
        review.entries[self.lines.rows[row] as usize].id
    }
}
