//! The fields of an entry from the cells of a row.

use crate::model::{ColumnKey, Doubt, EntryDraft};
use crate::returns::table::Row;

use super::columns::Found;
use super::words;

/// Columns by what they stand for.
pub(super) struct Fields<'a> {
    found: &'a Found,
    /// What each column is, in the order of the table; a second date or time column is not used as such.
    uses: Vec<Option<ColumnKey>>,
}

impl<'a> Fields<'a> {
    pub(super) fn new(found: &'a Found) -> Self {
        let mut uses = found.mapping.columns.clone();
        for key in [ColumnKey::Date, ColumnKey::Time] {
            let mut seen = false;
            for meaning in uses.iter_mut().filter(|meaning| **meaning == Some(key)) {
                if seen {
                    *meaning = None;
                }
                seen = true;
            }
        }
        Self { found, uses }
    }

    fn heading(&self, column: usize) -> &str {
        self.found
            .columns
            .get(column)
            .map_or("", |column| &column.heading)
    }

    /// Everything but the date. Two columns of one meaning are joined by a line break.
    pub(super) fn draft(&self, row: &Row, place: String, doubts: &mut Vec<Doubt>) -> EntryDraft {
        let mut draft = EntryDraft {
            place,
            row: row.number,
            ..EntryDraft::default()
        };
        for (column, cell) in row.cells.iter().enumerate() {
            let text = cell.text.trim();
            if text.is_empty() {
                continue;
            }
            let field = match self.uses.get(column).copied().flatten() {
                Some(ColumnKey::Date | ColumnKey::Time) => continue,
                Some(ColumnKey::Text) => &mut draft.text,
                Some(ColumnKey::Response) => &mut draft.response,
                Some(ColumnKey::Seen) => &mut draft.seen,
                Some(ColumnKey::Recorder) => &mut draft.recorder,
                Some(ColumnKey::Document) => &mut draft.document,
                Some(ColumnKey::Comment) => &mut draft.comment,
                Some(key @ (ColumnKey::Basis | ColumnKey::Enquiry | ColumnKey::Disclosure)) => {
                    self.understand(key, column, text, &mut draft, doubts);
                    self.keep(column, text, &mut draft);
                    continue;
                }
                None => {
                    self.keep(column, text, &mut draft);
                    continue;
                }
            };
            if !field.is_empty() {
                field.push('\n');
            }
            field.push_str(text);
        }
        draft
    }

    /// Keeps a cell word for word beside the entry, under its heading.
    fn keep(&self, column: usize, text: &str, draft: &mut EntryDraft) {
        draft
            .other
            .push((self.heading(column).to_owned(), text.to_owned()));
    }

    fn understand(
        &self,
        key: ColumnKey,
        column: usize,
        text: &str,
        draft: &mut EntryDraft,
        doubts: &mut Vec<Doubt>,
    ) {
        let (understood, subject) = match key {
            ColumnKey::Basis => (
                words::basis(text).map(|basis| draft.basis = basis),
                "who says so",
            ),
            ColumnKey::Enquiry => (
                words::enquiry(text).map(|enquiry| draft.enquiry = enquiry),
                "whether the agency asked about abuse",
            ),
            _ => (
                words::disclosure(text).map(|disclosure| draft.disclosure = disclosure),
                "whether abuse was disclosed",
            ),
        };
        if understood.is_none() {
            doubts.push(Doubt {
                place: format!("{}, {}", draft.place, self.found.named(column)),
                row: draft.row,
                column: u32::try_from(column).ok(),
                wording: text.to_owned(),
                why: format!(
                    "From these words it is not certain {subject}. The wording is kept with the entry; choose by hand."
                ),
            });
        }
    }
}
