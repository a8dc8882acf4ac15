//! The row that an entry came from, in the table as the agency sent it.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::app::import::read_kept;
use crate::app::open::SharedStore;
use crate::app::{Effect, Open, Task, TaskKind, open};
use crate::jobs::{Progress, Silent};
use crate::model::{EntryId, ImportId, Review};
use crate::returns::{self, ReturnError, ReturnFile, Settings, Table};

/// Rows shown above and below at first, and how many more with each press.
const ROWS_AROUND: usize = 3;
const MORE: usize = 10;
/// Files kept in memory once they were read.
const FILES: usize = 4;
/// Rows looked at to find the headings.
const HEAD: usize = 80;

#[derive(Debug, Clone, Default)]
pub struct SourceState {
    /// The entry whose source is shown.
    pub entry: Option<EntryId>,
    around: usize,
    /// Where it stands, once its file was read; `None`: it was not found there.
    place: Option<Place>,
    /// The last used at the end.
    files: VecDeque<(ImportId, Kept)>,
}

#[derive(Debug, Clone, Copy)]
struct Place {
    table: usize,
    row: usize,
    headings: Option<usize>,
}

/// What there is of the file of an import.
#[derive(Debug, Clone)]
pub enum Kept {
    Reading,
    /// It was imported before files were kept.
    Missing,
    /// Reading it was stopped.
    Stopped,
    Failed(String),
    Read(Arc<ReturnFile>),
}

/// The rows around an entry's own.
#[derive(Debug, Clone, PartialEq)]
pub struct Around<'a> {
    pub table: &'a Table,
    /// Index of the row with the headings, where it has one.
    pub headings: Option<usize>,
    /// Index of the entry's own row.
    pub own: usize,
    /// Indices of the rows shown, its own among them.
    pub rows: std::ops::Range<usize>,
}

impl SourceState {
    pub fn kept(&self, import: ImportId) -> Option<&Kept> {
        let mut files = self.files.iter();
        files.find(|(of, _)| *of == import).map(|(_, kept)| kept)
    }

    /// Keeps a file that was just imported, so that it need not be read again.
    pub(in crate::app) fn keep(&mut self, import: ImportId, file: Arc<ReturnFile>) {
        self.set(import, Kept::Read(file));
    }

    fn set(&mut self, import: ImportId, kept: Kept) {
        self.files.retain(|(of, _)| *of != import);
        self.files.push_back((import, kept));
        if self.files.len() > FILES {
            self.files.pop_front();
        }
    }

    pub(super) fn close(&mut self) {
        self.entry = None;
    }

    pub(super) fn more_rows(&mut self) {
        self.around += MORE;
    }

    /// The entry and an import that are gone are no longer shown.
    pub(in crate::app) fn follow(&mut self, review: &Review) {
        self.entry = self.entry.filter(|entry| review.entry(*entry).is_some());
        self.files.retain(|(import, _)| {
            let mut imports = review.imports.iter();
            imports.any(|present| present.id == *import)
        });
    }

    /// The rows around the entry shown, where its file was read and its row found.
    pub fn rows<'a>(&self, file: &'a ReturnFile) -> Option<Around<'a>> {
        let place = self.place?;
        let table = file.tables.get(place.table)?;
        let until = (place.row + self.around + 1).min(table.rows.len());
        Some(Around {
            table,
            headings: place.headings,
            own: place.row,
            rows: place.row.saturating_sub(self.around)..until,
        })
    }

    /// Finds the entry shown in its file, if that was read.
    fn find(&mut self, review: &Review) {
        self.place = self.entry.and_then(|entry| {
            let source = &review.entry(entry)?.source;
            let Kept::Read(file) = self.kept(source.import?)? else {
                return None;
            };
            let (table, row) = returns::surroundings(file, &source.place, source.row)?;
            Some(Place {
                table,
                row,
                headings: headings(review, file.tables.get(table)?),
            })
        });
    }
}

/// The row that would be taken for the headings if the table were imported now.
fn headings(review: &Review, table: &Table) -> Option<usize> {
    let head = Table {
        name: table.name.clone(),
        rows: table.rows.iter().take(HEAD).cloned().collect(),
        width: table.width,
        epoch: table.epoch,
        ..Table::default()
    };
    let settings = Settings {
        columns: &review.template.columns,
        mapping: None,
        order: None,
        habit: None,
        case: None,
        anchors: Vec::new(),
        periods: &[],
        today: chrono::NaiveDate::default(),
    };
    let understood = returns::understand(&head, &settings, &Silent).ok()?;
    understood.mapping.header
}

/// Opens the source of `entry`, and reads its file where that was not done yet.
pub(super) fn show(open: &mut Open, entry: EntryId) -> Vec<Effect> {
    let Some(present) = open.review.entry(entry) else {
        return Vec::new();
    };
    let Some(import) = present.source.import else {
        return Vec::new();
    };
    let name = present.source.file.clone();
    open.source.entry = Some(entry);
    open.source.around = ROWS_AROUND;
    match open.source.kept(import).cloned() {
        Some(kept @ (Kept::Reading | Kept::Missing | Kept::Read(_))) => {
            open.source.set(import, kept);
            open.source.find(&open.review);
            Vec::new()
        }
        None | Some(Kept::Failed(_) | Kept::Stopped) => {
            open.source.set(import, Kept::Reading);
            open.source.place = None;
            vec![Effect::Start(read(open.store(), import, name))]
        }
    }
}

fn read(store: SharedStore, import: ImportId, name: String) -> Task {
    let title = format!("Reading {name} as it was sent");
    Task::new(TaskKind::Read, title, move |progress| {
        let kept = file(&store, import, &name, progress);
        Box::new(move |state| {
            if let Some(open) = state.open_as(&store) {
                open.source.set(import, kept);
                open.source.find(&open.review);
            }
            Ok(Vec::new())
        })
    })
}

fn file(store: &SharedStore, import: ImportId, name: &str, progress: &dyn Progress) -> Kept {
    let bytes = match open::wait(store).import_file(import) {
        Ok(Some(bytes)) => bytes,
        Ok(None) => return Kept::Missing,
        Err(error) => return Kept::Failed(error.to_string()),
    };
    match read_kept(name, &bytes, progress) {
        Ok(file) => Kept::Read(Arc::new(file)),
        Err(ReturnError::Cancelled(_)) => Kept::Stopped,
        Err(error) => Kept::Failed(error.to_string()),
    }
}
