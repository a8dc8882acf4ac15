//! A table of counts with its totals.

use std::collections::{BTreeMap, BTreeSet};

/// Where in a table. A list has one column (0) and no totals but the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    Cell { row: usize, column: usize },
    RowTotal(usize),
    ColumnTotal(usize),
    Total,
}

/// Where in a release.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The table's key.
    pub table: String,
    pub place: Place,
}

/// Counts in rows, or in rows and columns. Totals are sums of the cells, whether they are printed or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub key: String,
    pub rows: Vec<String>,
    /// None of a list.
    pub columns: Vec<String>,
    /// By row. `None`: empty by construction, as every reader knows.
    pub(super) cells: Vec<Vec<Option<u64>>>,
    pub(super) names: BTreeMap<Place, String>,
    pub(super) unprinted: BTreeSet<Place>,
}

impl Table {
    pub fn list(key: &str, counts: &[(&str, Option<u64>)]) -> Self {
        Self {
            key: key.to_owned(),
            rows: counts.iter().map(|(row, _)| (*row).to_owned()).collect(),
            columns: Vec::new(),
            cells: counts.iter().map(|(_, count)| vec![*count]).collect(),
            names: BTreeMap::new(),
            unprinted: BTreeSet::new(),
        }
    }

    /// `cells` by row, each as long as `columns`.
    pub fn grid(key: &str, rows: &[&str], columns: &[&str], cells: Vec<Vec<Option<u64>>>) -> Self {
        let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        Self {
            key: key.to_owned(),
            rows: owned(rows),
            columns: owned(columns),
            cells,
            names: BTreeMap::new(),
            unprinted: BTreeSet::new(),
        }
    }

    /// What stands here stands under the same name in other tables, too.
    pub fn named(mut self, place: Place, name: &str) -> Self {
        self.names.insert(place, name.to_owned());
        self
    }

    /// What stands here is not printed, but follows from what is.
    pub fn unprinted(mut self, place: Place) -> Self {
        self.unprinted.insert(place);
        self
    }

    /// `None` where there is no such place, or all of it is empty by construction.
    pub fn count(&self, place: Place) -> Option<u64> {
        let sum = |cells: &mut dyn Iterator<Item = Option<u64>>| {
            cells.flatten().reduce(u64::saturating_add)
        };
        let column = |column: usize| self.cells.iter().map(move |row| row.get(column).copied()?);
        match place {
            Place::Cell { row, column } => *self.cells.get(row)?.get(column)?,
            Place::RowTotal(row) if !self.is_list() => {
                sum(&mut self.cells.get(row)?.iter().copied())
            }
            Place::ColumnTotal(place) if !self.is_list() => sum(&mut column(place)),
            Place::RowTotal(_) | Place::ColumnTotal(_) => None,
            Place::Total => sum(&mut self.cells.iter().flatten().copied()),
        }
    }

    pub fn is_list(&self) -> bool {
        self.columns.is_empty()
    }

    /// Every place, as one reads: row by row, then the totals of the columns.
    pub fn places(&self) -> Vec<Place> {
        let mut places = Vec::new();
        for (row, cells) in self.cells.iter().enumerate() {
            places.extend((0..cells.len()).map(|column| Place::Cell { row, column }));
            if !self.is_list() {
                places.push(Place::RowTotal(row));
            }
        }
        places.extend((0..self.columns.len()).map(Place::ColumnTotal));
        places.push(Place::Total);
        places
    }

    /// “cannabis, current”, “cannabis, total”, “total, current”, “total”.
    pub fn label(&self, place: Place) -> String {
        let word = |words: &[String], place: usize| words.get(place).cloned().unwrap_or_default();
        match place {
            Place::Cell { row, .. } if self.is_list() => word(&self.rows, row),
            Place::Cell { row, column } => {
                format!("{}, {}", word(&self.rows, row), word(&self.columns, column))
            }
            Place::RowTotal(row) => format!("{}, total", word(&self.rows, row)),
            Place::ColumnTotal(column) => format!("total, {}", word(&self.columns, column)),
            Place::Total => "total".to_owned(),
        }
    }

    /// Every sum: where the total stands, and its parts.
    pub(super) fn sums(&self) -> Vec<(Place, Vec<Place>)> {
        let rows = 0..self.cells.len();
        let columns = 0..self.columns.len();
        if self.is_list() {
            let cells = rows.map(|row| Place::Cell { row, column: 0 });
            return vec![(Place::Total, cells.collect())];
        }
        let of_row = |row: usize| {
            let cells = columns.clone().map(|column| Place::Cell { row, column });
            (Place::RowTotal(row), cells.collect())
        };
        let of_column = |column: usize| {
            let cells = rows.clone().map(|row| Place::Cell { row, column });
            (Place::ColumnTotal(column), cells.collect())
        };
        let mut sums: Vec<(Place, Vec<Place>)> = rows.clone().map(of_row).collect();
        sums.extend(columns.clone().map(of_column));
        sums.push((Place::Total, rows.map(Place::RowTotal).collect()));
        sums.push((Place::Total, columns.map(Place::ColumnTotal).collect()));
        sums
    }

    pub(super) fn is_whole(&self) -> bool {
        let width = self.columns.len().max(1);
        self.cells.len() == self.rows.len() && self.cells.iter().all(|row| row.len() == width)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_are_sums_and_what_is_empty_by_construction_adds_nothing() {
        let cells = vec![
            vec![Some(3), None],
            vec![Some(4), Some(0)],
            vec![None, None],
        ];
        let grid = Table::grid("use", &["a", "b", "c"], &["now", "ever"], cells);
        let list = Table::list(
            "sex",
            &[("men", Some(5)), ("women", None), ("both", Some(2))],
        );
        for (table, place, count, label) in [
            (&grid, Place::Cell { row: 1, column: 1 }, Some(0), "b, ever"),
            (&grid, Place::Cell { row: 0, column: 1 }, None, "a, ever"),
            (&grid, Place::RowTotal(1), Some(4), "b, total"),
            (&grid, Place::RowTotal(2), None, "c, total"),
            (&grid, Place::ColumnTotal(0), Some(7), "total, now"),
            (&grid, Place::Total, Some(7), "total"),
            (&list, Place::Cell { row: 2, column: 0 }, Some(2), "both"),
            (&list, Place::RowTotal(0), None, "men, total"),
            (&list, Place::Total, Some(7), "total"),
        ] {
            assert_eq!(table.count(place), count, "{label}");
            assert_eq!(table.label(place), label);
        }
        assert_eq!((grid.places().len(), list.places().len()), (12, 4));
        for table in [&grid, &list] {
            for (total, parts) in table.sums() {
                let sum: u64 = parts.iter().filter_map(|part| table.count(*part)).sum();
                assert_eq!(sum, table.count(total).unwrap_or(0), "{total:?}");
            }
        }
    }
}
