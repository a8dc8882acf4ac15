//! The import room: files are read and understood beside the review; only “Import” and “Replace” store anything.

mod comparing;
mod deciding;
mod importing;
mod reading;

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use super::{Effect, Notice, Open, Pick, Problem, State, field};
use crate::dates::{Anchor, DayOrder};
use crate::model::{AgencyId, ColumnKey, ImportId, Review};
use crate::overview;
use crate::returns::{self, ReturnFile, Table, Understood};

pub use comparing::{Amending, Comparison, Gone, PartChanged, RowChanged};
pub use reading::{Reading, earlier_like};
pub(super) use reading::{read_kept, wanted};

use reading::Origin;

#[derive(Debug, Clone, Default)]
pub struct ImportState {
    /// The agency that a newly chosen file is taken for.
    pub agency: Option<AgencyId>,
    pub waiting: Vec<Waiting>,
    pub selected: usize,
    /// The earlier import whose doubts and skipped rows are open.
    pub earlier: Option<ImportId>,
    /// Imports whose place a corrected return took, each with that one where it is known.
    pub replaced: HashMap<ImportId, Option<ImportId>>,
    /// The dates of the case that those of a return can count from, as they are now.
    anchors: Arc<Vec<Anchor>>,
    last: u64,
}

/// A file that was chosen, or a table that was pasted.
#[derive(Debug, Clone)]
pub struct Waiting {
    key: u64,
    pub name: String,
    pub agency: Option<AgencyId>,
    origin: Origin,
    pub state: WaitingState,
}

#[derive(Debug, Clone)]
pub enum WaitingState {
    Reading,
    /// Reading was stopped by the user.
    Stopped,
    /// It cannot be read; the words say why and what to do.
    Failed(String),
    Ready(Box<Ready>),
    Importing(Box<Ready>),
    Imported {
        import: ImportId,
        ready: Box<Ready>,
    },
}

/// A file that was read, and how one of its tables is understood.
#[derive(Debug, Clone)]
pub struct Ready {
    pub file: Arc<ReturnFile>,
    /// As it was sent, to be kept with the import.
    bytes: Arc<[u8]>,
    /// What `understood` rests on.
    pub reading: Reading,
    /// It is being understood anew in this way.
    asked: Option<Reading>,
    /// The dates of the case for which understanding anew was stopped: it is not begun again unasked.
    stopped_at: Option<Arc<Vec<Anchor>>>,
    pub understood: Arc<Understood>,
    /// The doubt that the table shall bring into view, and a number that grows with each jump.
    pub jump: Option<usize>,
    pub jumps: u64,
    /// The same bytes were imported before.
    pub before: bool,
    /// The earlier import that this one corrects, and what that changes; `None`: it adds to what is there.
    pub amends: Option<Amending>,
    /// What the corrected return changes is shown in place of the table.
    pub shows_changes: bool,
}

impl ImportState {
    /// An import that was taken back waits again, and a file counts as imported before only while it is.
    pub(super) fn follow(&mut self, review: &Review) {
        self.replaced = overview::replaced(review);
        self.anchors = Arc::new(returns::anchors(review));
        for waiting in &mut self.waiting {
            if let WaitingState::Imported { import, ready } = &waiting.state
                && review.imports.iter().all(|present| present.id != *import)
            {
                waiting.state = WaitingState::Ready(ready.clone());
            }
            if let WaitingState::Ready(ready) = &mut waiting.state {
                ready.before = was_imported(review, &ready.file);
                comparing::follow(ready, review);
            }
        }
    }

    /// What was being understood or compared when the user pressed “Stop” stands as it was before.
    pub(super) fn stopped(&mut self) {
        for waiting in &mut self.waiting {
            if let WaitingState::Ready(ready) = &mut waiting.state {
                if ready.asked.take().is_some() {
                    ready.stopped_at = Some(Arc::clone(&self.anchors));
                }
                comparing::stopped(ready);
            }
        }
    }
}

fn was_imported(review: &Review, file: &ReturnFile) -> bool {
    let mut imports = review.imports.iter();
    imports.any(|import| import.sha256 == file.sha256)
}

impl Ready {
    pub fn table(&self) -> Option<&Table> {
        self.file.tables.get(self.reading.table)
    }

    /// A change of columns, table or agency is still being worked into `understood`.
    pub fn is_being_understood(&self) -> bool {
        self.asked.is_some()
    }

    /// A date of the case has moved since this was understood, and it is not being understood anew.
    pub fn is_outdated(&self, import: &ImportState) -> bool {
        self.is_older_than(&import.anchors)
    }

    fn is_older_than(&self, anchors: &Arc<Vec<Anchor>>) -> bool {
        self.asked.is_none() && self.reading.anchors != *anchors
    }

    /// Columns of the table whose headings the agency's last return had, too; 0 where none was read before.
    pub fn known_columns(&self) -> usize {
        let Some(habit) = &self.reading.habit else {
            return 0;
        };
        let known = |heading: &str| {
            let heading = heading.to_lowercase();
            let heading = heading.split_whitespace().collect::<Vec<_>>().join(" ");
            habit.columns.iter().any(|(known, _)| *known == heading)
        };
        let columns = &self.understood.columns;
        columns
            .iter()
            .filter(|column| known(&column.heading))
            .count()
    }
}

#[derive(Debug, Clone)]
pub enum ImportAction {
    Choose,
    Add(Vec<PathBuf>),
    /// A table from the clipboard, as text.
    Paste(String),
    /// Reads again what was stopped or could not be read.
    ReadAgain(usize),
    Select(usize),
    PutAside(usize),
    SetAgency(usize, AgencyId),
    NewAgency {
        name: String,
        sector: String,
    },
    SetTable(usize),
    /// Of several cases in the table the one to import; `None`: all.
    SetCase(Option<String>),
    SetColumn(usize, Option<ColumnKey>),
    /// Exchanges what two columns stand for.
    SwapColumns(usize, usize),
    /// The row of the table that holds the headings; `None`: it has none.
    SetHeader(Option<usize>),
    SetOrder(Option<DayOrder>),
    AsUnderstood,
    /// Takes up what was stopped: a date of the case has moved since.
    UnderstandAgain,
    /// Reads it as the agency's last return was read, or as if there had been none.
    UseHabit(bool),
    Jump(usize),
    /// It is a corrected return of this import; `None`: it adds to what is there.
    Amend(Option<ImportId>),
    /// Shows what the corrected return changes, or the table.
    ShowChanges(bool),
    CompareAgain,
    /// Imports, or replaces the earlier return where it corrects one.
    Import,
    /// Opens or closes what an earlier import left behind: its doubts and skipped rows.
    ShowImport(ImportId),
}

pub(super) fn update(state: &mut State, action: ImportAction) -> Result<Vec<Effect>, Problem> {
    field::leave(state)?;
    if let ImportAction::Paste(text) = &action
        && text.trim().is_empty()
    {
        state.tell(Notice::Problem(nothing_to_paste()));
        return Ok(Vec::new());
    }
    let Some(open) = state.open.as_mut() else {
        return Ok(Vec::new());
    };
    let today = open.today;
    let selected = open.import.selected;
    match action {
        ImportAction::Choose => Ok(vec![Effect::Pick(Pick::Returns)]),
        ImportAction::Add(paths) => Ok(paths
            .into_iter()
            .map(|path| reading::add(open, Origin::File(path), today))
            .collect()),
        ImportAction::Paste(text) => {
            let origin = Origin::Clipboard(text.into());
            Ok(vec![reading::add(open, origin, today)])
        }
        ImportAction::ReadAgain(index) => Ok(reading::read_again(open, index, today)),
        ImportAction::Select(index) => {
            open.import.selected = index;
            Ok(Vec::new())
        }
        ImportAction::PutAside(index) => {
            put_aside(&mut open.import, index);
            Ok(Vec::new())
        }
        ImportAction::SetAgency(index, agency) => {
            Ok(deciding::set_agency(open, index, agency, today))
        }
        ImportAction::NewAgency { name, sector } => deciding::new_agency(open, name, sector, today),
        ImportAction::Jump(doubt) => {
            if let Some(ready) = selected_ready(open) {
                ready.jump = Some(doubt);
                ready.jumps += 1;
                ready.shows_changes = false;
            }
            Ok(Vec::new())
        }
        ImportAction::Amend(import) => Ok(comparing::amend(open, selected, import)),
        ImportAction::CompareAgain => Ok(comparing::compare(open, selected)),
        ImportAction::ShowChanges(shown) => {
            if let Some(ready) = selected_ready(open) {
                ready.shows_changes = shown;
            }
            Ok(Vec::new())
        }
        ImportAction::UnderstandAgain => {
            if let Some(ready) = selected_ready(open) {
                ready.stopped_at = None;
            }
            Ok(Vec::new())
        }
        ImportAction::Import => importing::import(open),
        ImportAction::ShowImport(import) => {
            let shown = open.import.earlier == Some(import);
            open.import.earlier = (!shown).then_some(import);
            Ok(Vec::new())
        }
        how_to_read => Ok(deciding::decide(open, how_to_read, today)),
    }
}

fn nothing_to_paste() -> Problem {
    Problem::new(
        "There is nothing to paste",
        "The clipboard holds no text. Mark the table in Word, Excel or a web page, copy it there (Ctrl C), and paste it here (Ctrl V).",
    )
}

fn put_aside(import: &mut ImportState, index: usize) {
    if index < import.waiting.len() {
        import.waiting.remove(index);
        import.selected = import.selected.min(import.waiting.len().saturating_sub(1));
    }
}

fn selected_ready(open: &mut Open) -> Option<&mut Ready> {
    let selected = open.import.selected;
    match &mut open.import.waiting.get_mut(selected)?.state {
        WaitingState::Ready(ready) => Some(ready),
        _ => None,
    }
}
