//! The import room: files are read and understood beside the review; only “Import” stores anything.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use super::open::SharedStore;
use super::start::name_of;
use super::{Effect, Finish, Notice, Open, Pick, Problem, State, Task, TaskKind, field, open};
use crate::dates::DayOrder;
use crate::edits::{self, ReturnToImport};
use crate::jobs::Progress;
use crate::model::{Agency, AgencyId, ColumnKey, ImportId, Review};
use crate::returns::{self, Mapping, ReturnFile, Settings, Table, Understood};

#[derive(Debug, Clone, Default)]
pub struct ImportState {
    /// The agency that a newly chosen file is taken for.
    pub agency: Option<AgencyId>,
    pub waiting: Vec<Waiting>,
    pub selected: usize,
    /// The earlier import whose doubts and skipped rows are open.
    pub earlier: Option<ImportId>,
    last: u64,
}

/// A file that was chosen.
#[derive(Debug, Clone)]
pub struct Waiting {
    key: u64,
    pub path: PathBuf,
    pub name: String,
    pub agency: Option<AgencyId>,
    pub state: WaitingState,
}

#[derive(Debug, Clone)]
pub enum WaitingState {
    Reading,
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
    pub table: usize,
    pub understood: Arc<Understood>,
    /// Columns set by hand; `None`: as understood.
    pub mapping: Option<Mapping>,
    pub order: Option<DayOrder>,
    /// The doubt that the table shall bring into view, and a number that grows with each jump.
    pub jump: Option<usize>,
    pub jumps: u64,
    /// The same bytes were imported before.
    pub before: bool,
}

impl ImportState {
    /// An import that was taken back waits again, and a file counts as imported before only while it is.
    pub(super) fn follow(&mut self, review: &Review) {
        for waiting in &mut self.waiting {
            if let WaitingState::Imported { import, ready } = &waiting.state
                && review.imports.iter().all(|present| present.id != *import)
            {
                waiting.state = WaitingState::Ready(ready.clone());
            }
            if let WaitingState::Ready(ready) = &mut waiting.state {
                ready.before = was_imported(review, &ready.file);
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
        self.file.tables.get(self.table)
    }
}

#[derive(Debug, Clone)]
pub enum ImportAction {
    Choose,
    Add(Vec<PathBuf>),
    Select(usize),
    PutAside(usize),
    SetAgency(usize, AgencyId),
    NewAgency {
        name: String,
        sector: String,
    },
    SetTable(usize),
    SetColumn(usize, Option<ColumnKey>),
    /// The row of the table that holds the headings; `None`: it has none.
    SetHeader(Option<usize>),
    SetOrder(Option<DayOrder>),
    AsUnderstood,
    Jump(usize),
    Import,
    /// Opens or closes what an earlier import left behind: its doubts and skipped rows.
    ShowImport(ImportId),
}

pub(super) fn update(state: &mut State, action: ImportAction) -> Result<Vec<Effect>, Problem> {
    field::leave(state)?;
    let Some(open) = state.open.as_mut() else {
        return Ok(Vec::new());
    };
    let today = open.today;
    match action {
        ImportAction::Choose => Ok(vec![Effect::Pick(Pick::Returns)]),
        ImportAction::Add(paths) => Ok(paths
            .into_iter()
            .map(|path| Effect::Start(add(open, path, today)))
            .collect()),
        ImportAction::Select(index) => {
            open.import.selected = index;
            Ok(Vec::new())
        }
        ImportAction::PutAside(index) => {
            if index < open.import.waiting.len() {
                open.import.waiting.remove(index);
                open.import.selected = open
                    .import
                    .selected
                    .min(open.import.waiting.len().saturating_sub(1));
            }
            Ok(Vec::new())
        }
        ImportAction::SetAgency(index, agency) => {
            if let Some(waiting) = open.import.waiting.get_mut(index) {
                waiting.agency = Some(agency);
            }
            Ok(Vec::new())
        }
        ImportAction::NewAgency { name, sector } => new_agency(open, name, sector),
        ImportAction::SetTable(table) => Ok(understand_again(open, today, |ready| {
            ready.table = table;
            ready.mapping = None;
            ready.order = None;
        })),
        ImportAction::SetColumn(column, meaning) => Ok(understand_again(open, today, |ready| {
            let mut mapping = ready
                .mapping
                .clone()
                .unwrap_or_else(|| ready.understood.mapping.clone());
            for other in &mut mapping.columns {
                if meaning.is_some() && *other == meaning {
                    *other = None;
                }
            }
            if let Some(place) = mapping.columns.get_mut(column) {
                *place = meaning;
            }
            ready.mapping = Some(mapping);
        })),
        ImportAction::SetHeader(header) => Ok(understand_again(open, today, |ready| {
            let mut mapping = ready
                .mapping
                .clone()
                .unwrap_or_else(|| ready.understood.mapping.clone());
            mapping.header = header;
            ready.mapping = Some(mapping);
        })),
        ImportAction::SetOrder(order) => {
            Ok(understand_again(open, today, |ready| ready.order = order))
        }
        ImportAction::AsUnderstood => Ok(understand_again(open, today, |ready| {
            ready.mapping = None;
            ready.order = None;
        })),
        ImportAction::Jump(doubt) => {
            if let Some(ready) = selected_ready(open) {
                ready.jump = Some(doubt);
                ready.jumps += 1;
            }
            Ok(Vec::new())
        }
        ImportAction::Import => import(open),
        ImportAction::ShowImport(import) => {
            open.import.earlier = if open.import.earlier == Some(import) {
                None
            } else {
                Some(import)
            };
            Ok(Vec::new())
        }
    }
}

fn selected_ready(open: &mut Open) -> Option<&mut Box<Ready>> {
    match open
        .import
        .waiting
        .get_mut(open.import.selected)
        .map(|waiting| &mut waiting.state)
    {
        Some(WaitingState::Ready(ready)) => Some(ready),
        _ => None,
    }
}

fn add(open: &mut Open, path: PathBuf, today: NaiveDate) -> Task {
    let state = &mut open.import;
    state.last += 1;
    let key = state.last;
    let name = name_of(&path);
    state.waiting.push(Waiting {
        key,
        path: path.clone(),
        name: name.clone(),
        agency: state
            .agency
            .take()
            .or_else(|| agency_named_in(&open.review, &name)),
        state: WaitingState::Reading,
    });
    state.selected = state.waiting.len() - 1;
    let (store, review) = (open.store(), Arc::clone(&open.review));
    Task::new(TaskKind::Read, format!("Reading {name}"), move |progress| {
        let ready = returns::read(&path, progress)
            .map_err(|error| error.to_string())
            .and_then(|file| {
                let table = file.proposed_table(&review.template.columns);
                let before = was_imported(&review, &file);
                let reading = Reading {
                    table,
                    mapping: None,
                    order: None,
                };
                let understood = understand(&review, &file, &reading, today, progress)?;
                Ok(Ready {
                    file: Arc::new(file),
                    table,
                    understood: Arc::new(understood),
                    mapping: None,
                    order: None,
                    jump: None,
                    jumps: 0,
                    before,
                })
            });
        finish_reading(store, key, ready)
    })
}

/// The agency whose name, or a word of it, stands in the file name; only where it is the only one.
fn agency_named_in(review: &Review, file: &str) -> Option<AgencyId> {
    let file = file.to_lowercase();
    let mut named = review.agencies.iter().filter(|agency| {
        let name = agency.name.to_lowercase();
        name.split_whitespace()
            .any(|word| word.chars().count() > 3 && file.contains(word))
    });
    match (named.next(), named.next()) {
        (Some(agency), None) => Some(agency.id),
        _ => None,
    }
}

/// How a file is to be read, where that is not left to us.
struct Reading {
    table: usize,
    mapping: Option<Mapping>,
    order: Option<DayOrder>,
}

fn understand(
    review: &Review,
    file: &ReturnFile,
    reading: &Reading,
    today: NaiveDate,
    progress: &dyn Progress,
) -> Result<Understood, String> {
    let table = file
        .tables
        .get(reading.table)
        .ok_or_else(|| format!("{} holds no table.", file.name))?;
    let settings = Settings {
        mapping: reading.mapping.as_ref(),
        order: reading.order,
        anchors: returns::anchors(review),
        ..Settings::new(&review.template, today)
    };
    returns::understand(table, &settings, progress).map_err(|error| error.to_string())
}

fn finish_reading(store: SharedStore, key: u64, ready: Result<Ready, String>) -> Finish {
    Box::new(move |state| {
        if let Some(waiting) = waiting_with(state, &store, key) {
            waiting.state = match ready {
                Ok(ready) => WaitingState::Ready(Box::new(ready)),
                Err(words) => WaitingState::Failed(words),
            };
        }
        Ok(Vec::new())
    })
}

/// The waiting file with this key, where the review it waits for is still open.
fn waiting_with<'a>(
    state: &'a mut State,
    store: &SharedStore,
    key: u64,
) -> Option<&'a mut Waiting> {
    let open = state.open_as(store)?;
    open.import
        .waiting
        .iter_mut()
        .find(|waiting| waiting.key == key)
}

/// Changes how the selected file is to be read, and understands it anew on a task's thread.
fn understand_again(
    open: &mut Open,
    today: NaiveDate,
    change: impl FnOnce(&mut Ready),
) -> Vec<Effect> {
    let key = open
        .import
        .waiting
        .get(open.import.selected)
        .map(|waiting| waiting.key);
    let (store, review) = (open.store(), Arc::clone(&open.review));
    let (Some(key), Some(ready)) = (key, selected_ready(open)) else {
        return Vec::new();
    };
    change(ready);
    let file = Arc::clone(&ready.file);
    let reading = Reading {
        table: ready.table,
        mapping: ready.mapping.clone(),
        order: ready.order,
    };
    let title = format!("Understanding {}", file.name);
    vec![Effect::Start(Task::new(
        TaskKind::Understand,
        title,
        move |progress| {
            let understood = understand(&review, &file, &reading, today, progress);
            Box::new(move |state| {
                let understood = understood
                    .map_err(|words| Problem::new("The table was not understood anew", words))?;
                if let Some(Waiting {
                    state: WaitingState::Ready(ready),
                    ..
                }) = waiting_with(state, &store, key)
                {
                    ready.understood = Arc::new(understood);
                    ready.jump = None;
                }
                Ok(Vec::new())
            })
        },
    ))]
}

fn new_agency(open: &mut Open, name: String, sector: String) -> Result<Vec<Effect>, Problem> {
    let agency = Agency {
        id: AgencyId(0),
        name: name.trim().to_owned(),
        sector,
        due: None,
        note: String::new(),
    };
    let id = open.edit("The agency was not added", |store| {
        edits::add_agency(store, &agency)
    })?;
    if let Some(waiting) = open.import.waiting.get_mut(open.import.selected) {
        waiting.agency = Some(id);
    }
    Ok(Vec::new())
}

fn import(open: &mut Open) -> Result<Vec<Effect>, Problem> {
    let title = "The return was not imported";
    if let Some(reason) = &open.read_only {
        return Err(Problem::new(title, reason));
    }
    let store = open.store();
    let Some(waiting) = open.import.waiting.get_mut(open.import.selected) else {
        return Ok(Vec::new());
    };
    let Some(agency) = waiting.agency else {
        return Err(Problem::new(
            title,
            "Please say first which agency sent it.",
        ));
    };
    let WaitingState::Ready(ready) = &waiting.state else {
        return Ok(Vec::new());
    };
    let (key, name, ready) = (waiting.key, waiting.name.clone(), ready.clone());
    waiting.state = WaitingState::Importing(ready.clone());
    let to_import = ReturnToImport {
        agency,
        file: ready.file.name.clone(),
        sha256: ready.file.sha256.clone(),
        entries: ready.understood.entries.clone(),
        doubts: ready.understood.doubts.clone(),
        skipped: ready.understood.skipped.clone(),
    };
    let entries = to_import.entries.len();
    Ok(vec![Effect::Start(Task::new(
        TaskKind::Import,
        format!("Importing {name}"),
        move |progress| {
            let outcome = edits::import_return(&mut open::wait(&store), &to_import, progress);
            Box::new(move |state| {
                let Some(open) = state.open_as(&store) else {
                    return Ok(Vec::new());
                };
                match outcome {
                    Ok(outcome) => {
                        open.take_in(title, &outcome)?;
                        if let Some(waiting) = waiting_with(state, &store, key) {
                            let import = outcome.value;
                            waiting.state = WaitingState::Imported { import, ready };
                        }
                        state.tell(Notice::Done(format!(
                            "{entries} entries imported from {name}. One undo takes them all back."
                        )));
                        Ok(Vec::new())
                    }
                    Err(error) => {
                        if let Some(waiting) = waiting_with(state, &store, key) {
                            waiting.state = WaitingState::Ready(ready);
                        }
                        Err(Problem::new(title, error))
                    }
                }
            })
        },
    ))])
}
