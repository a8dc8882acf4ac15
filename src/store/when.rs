//! The columns of a date, which entries, key dates and lines of who knew what have alike.

use rusqlite::{Row, ToSql};

use super::values::List;
use crate::model::{Span, When};

/// Eight columns from `first` on: wording, earliest, latest, precision, certainty, inferred, warnings, alternatives. What the date
/// hangs on stands elsewhere.
pub(super) fn read(row: &Row<'_>, first: usize) -> rusqlite::Result<When> {
    Ok(When {
        wording: row.get(first)?,
        earliest: row.get(first + 1)?,
        latest: row.get(first + 2)?,
        precision: row.get(first + 3)?,
        certainty: row.get(first + 4)?,
        inferred: row.get::<_, List<_>>(first + 5)?.0,
        warnings: row.get::<_, List<_>>(first + 6)?.0,
        alternatives: row.get::<_, List<_>>(first + 7)?.0,
        hangs_on: None,
    })
}

/// What was understood of a date, as it is written.
pub(super) struct Understood<'a> {
    when: &'a When,
    inferred: List<&'a Vec<String>>,
    warnings: List<&'a Vec<String>>,
    alternatives: List<&'a Vec<Span>>,
}

impl<'a> Understood<'a> {
    pub(super) fn of(when: &'a When) -> Self {
        Self {
            when,
            inferred: List(&when.inferred),
            warnings: List(&when.warnings),
            alternatives: List(&when.alternatives),
        }
    }

    /// `first`, and then earliest, latest, precision, certainty, inferred, warnings, alternatives, and what the date hangs on.
    pub(super) fn after<'b>(&'b self, first: &[&'b dyn ToSql]) -> Vec<&'b dyn ToSql> {
        let when = self.when;
        let understood: [&dyn ToSql; 8] = [
            &when.earliest,
            &when.latest,
            &when.precision,
            &when.certainty,
            &self.inferred,
            &self.warnings,
            &self.alternatives,
            &when.hangs_on,
        ];
        [first, &understood].concat()
    }
}
