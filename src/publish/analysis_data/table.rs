/// A column with what the dictionary says of it.
#[derive(Debug, Clone)]
pub(super) struct Column {
    pub(super) name: &'static str,
    pub(super) meaning: &'static str,
    pub(super) kind: Kind,
    /// Of how many lines and categories “other” was made.
    pub(super) joined: Option<(usize, usize)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A study number.
    Number,
    /// One of several; rare ones are joined.
    Category,
    /// One of several, each so often named by the form that it tells nobody.
    Fixed,
    /// Days since his referral.
    Days,
    Count,
}

impl Kind {
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Number => "study number",
            Self::Category | Self::Fixed => "category",
            Self::Days => "days since his referral",
            Self::Count => "whole number",
        }
    }
}

pub(super) struct DataTable {
    pub(super) name: &'static str,
    /// What one line is.
    pub(super) line: &'static str,
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Vec<String>>,
}

impl DataTable {
    pub(super) fn new(
        name: &'static str,
        line: &'static str,
        columns: &[(&'static str, &'static str, Kind)],
    ) -> Self {
        let columns = columns.iter().map(|(name, meaning, kind)| Column {
            name,
            meaning,
            kind: *kind,
            joined: None,
        });
        Self {
            name,
            line,
            columns: columns.collect(),
            rows: Vec::new(),
        }
    }

    /// Headings and rows.
    pub(super) fn lines(&self) -> Vec<Vec<String>> {
        let headings = self.columns.iter().map(|column| column.name.to_owned());
        let mut lines = vec![headings.collect::<Vec<_>>()];
        lines.extend(self.rows.iter().cloned());
        lines
    }

    /// The values that a column has, each once, in order.
    pub(super) fn values(&self, column: usize) -> Vec<&str> {
        let values = self.rows.iter().filter_map(|row| row.get(column));
        let mut values: Vec<&str> = values.map(String::as_str).collect();
        values.sort_unstable();
        values.dedup();
        values
    }
}
