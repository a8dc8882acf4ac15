//! The table's lines: rows, and the headings of groups, of which some are folded.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use crate::chronology::{Arranged, Group, GroupKey};

/// What one line of the table is: a place in [`Lines::groups`] or in [`Lines::rows`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    Heading(usize),
    Row(usize),
}

/// Lines are not listed one by one: a million rows in one group take no more room than ten.
#[derive(Debug, Clone, Default)]
pub struct Lines {
    /// Indices into the review's entries in the order shown, those in folded groups included.
    pub rows: Arc<Vec<u32>>,
    pub groups: Arc<Vec<Group>>,
    runs: Vec<Run>,
    count: usize,
}

/// Rows that follow each other, under a heading or without one.
#[derive(Debug, Clone)]
struct Run {
    /// Its first line: the heading, where there is one.
    line: usize,
    group: Option<usize>,
    rows: Range<usize>,
    folded: bool,
}

impl Run {
    fn lines(&self) -> usize {
        let rows = if self.folded { 0 } else { self.rows.len() };
        rows + usize::from(self.group.is_some())
    }

    fn first_row_line(&self) -> usize {
        self.line + usize::from(self.group.is_some())
    }
}

impl Lines {
    /// Rows in the order they come, without groups.
    pub(super) fn of_rows(rows: Arc<Vec<u32>>) -> Self {
        let mut lines = Self {
            rows,
            ..Self::default()
        };
        lines.fold(&HashSet::new());
        lines
    }

    pub(super) fn of(arranged: Arranged, folded: &HashSet<GroupKey>) -> Self {
        let mut lines = Self {
            rows: Arc::new(arranged.rows),
            groups: Arc::new(arranged.groups),
            ..Self::default()
        };
        lines.fold(folded);
        lines
    }

    /// Lists the lines anew with these groups folded.
    pub(super) fn fold(&mut self, folded: &HashSet<GroupKey>) {
        self.runs.clear();
        self.count = 0;
        let mut row = 0;
        let groups = Arc::clone(&self.groups);
        for (index, group) in groups.iter().enumerate() {
            self.add(None, row..group.rows.start, false);
            self.add(Some(index), group.rows.clone(), folded.contains(&group.key));
            row = group.rows.end;
        }
        self.add(None, row..self.rows.len(), false);
    }

    fn add(&mut self, group: Option<usize>, rows: Range<usize>, folded: bool) {
        if rows.is_empty() {
            return;
        }
        let run = Run {
            line: self.count,
            group,
            rows,
            folded,
        };
        self.count += run.lines();
        self.runs.push(run);
    }

    pub fn len(&self) -> usize {
        self.count
    }

    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    pub fn line(&self, at: usize) -> Option<Line> {
        let run = self.run_at(at)?;
        Some(match run.group {
            Some(group) if at == run.line => Line::Heading(group),
            _ => Line::Row(run.rows.start + at - run.first_row_line()),
        })
    }

    /// The group that a line belongs to, its heading included.
    pub fn group_at(&self, at: usize) -> Option<usize> {
        self.run_at(at)?.group
    }

    /// The line of a row, or of the heading of the folded group that it is in.
    pub fn line_of(&self, row: usize) -> Option<usize> {
        let run = self.run_of(row)?;
        Some(if run.folded {
            run.line
        } else {
            run.first_row_line() + row - run.rows.start
        })
    }

    pub fn group_of(&self, row: usize) -> Option<&Group> {
        self.groups.get(self.run_of(row)?.group?)
    }

    pub fn is_folded(&self, group: usize) -> bool {
        let group = self.groups.get(group);
        group
            .and_then(|group| self.run_of(group.rows.start))
            .is_some_and(|run| run.folded)
    }

    /// How many rows are in no folded group.
    pub fn count_shown(&self) -> usize {
        self.shown_rows().map(<[u32]>::len).sum()
    }

    fn shown_rows(&self) -> impl Iterator<Item = &[u32]> {
        let open = self.runs.iter().filter(|run| !run.folded);
        open.map(|run| &self.rows[run.rows.clone()])
    }

    /// Rows that can be seen by scrolling, as indices into the review's entries.
    pub fn shown(&self) -> impl Iterator<Item = u32> + '_ {
        self.shown_rows().flat_map(|rows| rows.iter().copied())
    }

    /// The row that lies `by` rows from a line, not counting headings; the last on the way where there are too few.
    pub(super) fn row_from(&self, line: Option<usize>, by: isize) -> Option<usize> {
        let row_at = |line: usize| match self.line(line) {
            Some(Line::Row(row)) => Some(row),
            _ => None,
        };
        let forward = by >= 0;
        let mut left = by.unsigned_abs();
        let (mut at, mut found) = match line {
            // Further than there are lines: look from the other end.
            Some(at) if left < self.count => (at, row_at(at)),
            _ if forward && left >= self.count => return (0..self.count).rev().find_map(row_at),
            _ => return (0..self.count).find_map(row_at),
        };
        while left > 0 {
            let next = if forward { at + 1 } else { at.wrapping_sub(1) };
            if next >= self.count {
                break;
            }
            at = next;
            if let Some(row) = row_at(at) {
                found = Some(row);
                left -= 1;
            }
        }
        found
    }

    fn run_at(&self, line: usize) -> Option<&Run> {
        let after = self.runs.partition_point(|run| run.line <= line);
        self.runs
            .get(after.checked_sub(1)?)
            .filter(|_| line < self.count)
    }

    fn run_of(&self, row: usize) -> Option<&Run> {
        let after = self.runs.partition_point(|run| run.rows.start <= row);
        self.runs
            .get(after.checked_sub(1)?)
            .filter(|run| run.rows.contains(&row))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(year: i32, rows: Range<usize>) -> Group {
        Group {
            key: GroupKey::Year(year),
            name: year.to_string(),
            rows,
            of: None,
        }
    }

    /// Two loose rows, three of 2018, none between, two of 2019, one loose.
    fn lines(folded: &[i32]) -> Lines {
        let folded = folded.iter().map(|year| GroupKey::Year(*year)).collect();
        let arranged = Arranged {
            rows: (10..18).collect(),
            groups: vec![group(2018, 2..5), group(2019, 5..7)],
        };
        Lines::of(arranged, &folded)
    }

    fn written(lines: &Lines) -> String {
        let words = (0..lines.len()).map(|at| match lines.line(at) {
            Some(Line::Heading(group)) => lines.groups[group].name.clone(),
            Some(Line::Row(row)) => row.to_string(),
            None => "?".to_owned(),
        });
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn lines_follow_groups_and_folds() {
        for (folded, expected) in [
            (&[][..], "0 1 2018 2 3 4 2019 5 6 7"),
            (&[2018], "0 1 2018 2019 5 6 7"),
            (&[2018, 2019], "0 1 2018 2019 7"),
        ] {
            assert_eq!(written(&lines(folded)), expected);
        }
        assert_eq!(lines(&[]).line(10), None);
        assert_eq!(
            lines(&[2019]).shown().collect::<Vec<_>>(),
            [10, 11, 12, 13, 14, 17]
        );
    }

    #[test]
    fn every_row_knows_its_line() {
        let lines = lines(&[2018]);
        for (row, line) in [(0, 0), (1, 1), (2, 2), (4, 2), (5, 4), (7, 6)] {
            assert_eq!(lines.line_of(row), Some(line), "row {row}");
        }
        assert_eq!(lines.line_of(8), None);
        assert!(lines.is_folded(0) && !lines.is_folded(1));
    }

    #[test]
    fn steps_pass_over_headings_and_folded_rows() {
        let lines = lines(&[2019]);
        let far = isize::MAX / 2;
        for (from, by, expected) in [
            (Some(1), 1, Some(2)),
            (Some(3), -1, Some(1)),
            (Some(5), 1, Some(7)),
            (Some(6), 1, Some(7)),
            (Some(0), -1, Some(0)),
            (Some(0), far, Some(7)),
            (Some(7), -far, Some(0)),
            (None, 1, Some(0)),
            (None, far, Some(7)),
            (Some(7), 5, Some(7)),
        ] {
            assert_eq!(lines.row_from(from, by), expected, "{from:?} {by}");
        }
        let none = Lines::of_rows(Arc::default());
        assert_eq!(none.row_from(None, 1), None);
    }
}
