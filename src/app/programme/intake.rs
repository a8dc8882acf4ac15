//! Spreadsheets of a cohort on their way in. Nothing of them is stored before [`IntakeAction::Import`].

use std::path::PathBuf;
use std::sync::Arc;

use super::OpenProgramme;
use super::open::SharedProgramme;
use crate::app::open::wait;
use crate::app::{Effect, Notice, Pick, Problem, State, Task, TaskKind};
use crate::dates::DayOrder;
use crate::edits::{self, CohortImported};
use crate::intake::{
    self, Choices, Kind, List, Meaning, Settings, TableAt, Understood, ValueChoice,
};
use crate::jobs::Progress;
use crate::returns::{self, ReturnError, ReturnFile};

/// What was read, what it was understood as, and what a person decided. It goes whole when women’s safety work is locked.
#[derive(Default)]
pub struct CohortIntake {
    pub files: Arc<Vec<ReturnFile>>,
    pub choices: Choices,
    /// `None`: it is being read.
    pub understood: Option<Arc<Understood>>,
    /// A task is under way that this waits for.
    pub waits: bool,
    /// What waits is the import itself: it cannot be left any more, but undone.
    pub importing: bool,
    /// What is looked at; `None`: the first table.
    pub part: Option<IntakePart>,
    /// How many lines of a list are shown.
    pub lines: usize,
    /// The choices that `understood` follows.
    settled: Choices,
    /// The lock was open when it was understood.
    pub unlocked: bool,
}

/// A part of what was understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IntakePart {
    Table(TableAt),
    /// Words that fit no key.
    Words,
    Doubts,
}

/// Lines of a list that are shown at first, and that come with each asking for more.
const LINES: usize = 100;

#[derive(Debug, Clone)]
pub enum IntakeAction {
    Choose,
    /// Takes the place of what was read before.
    Read(Vec<PathBuf>),
    Kind(TableAt, Option<Kind>),
    Column(TableAt, usize, Option<Meaning>),
    Value(List, String, ValueChoice),
    /// Which of two numbers of a table’s dates is the day.
    Order(TableAt, DayOrder),
    Part(IntakePart),
    MoreLines,
    UnderstandAgain,
    Import,
    Leave,
}

pub(super) fn update(
    open: &mut OpenProgramme,
    action: IntakeAction,
) -> Result<Vec<Effect>, Problem> {
    if let IntakeAction::Read(paths) = action {
        return Ok(read(open, paths));
    }
    if matches!(action, IntakeAction::Choose) {
        return Ok(vec![Effect::Pick(Pick::Cohort)]);
    }
    let Some(waiting) = open.intake.as_mut() else {
        return Ok(Vec::new());
    };
    match action {
        // What is being stored can be taken back, not left.
        _ if waiting.importing => return Ok(Vec::new()),
        IntakeAction::Leave => {
            open.intake = None;
            return Ok(Vec::new());
        }
        IntakeAction::Part(part) => {
            waiting.part = Some(part);
            waiting.lines = LINES;
            return Ok(Vec::new());
        }
        IntakeAction::MoreLines => {
            waiting.lines += LINES;
            return Ok(Vec::new());
        }
        IntakeAction::Order(at, order) => {
            waiting.choices.orders.insert(at, order);
        }
        IntakeAction::Import => return Ok(import(open)),
        IntakeAction::Kind(at, kind) => {
            waiting.choices.kinds.insert(at, kind);
            waiting.choices.columns.retain(|(table, _), _| *table != at);
        }
        IntakeAction::Column(at, column, meaning) => {
            waiting.choices.columns.insert((at, column), meaning);
        }
        IntakeAction::Value(list, wording, choice) => {
            waiting.choices.values.insert((list, wording), choice);
        }
        IntakeAction::UnderstandAgain | IntakeAction::Choose | IntakeAction::Read(_) => {}
    }
    Ok(understand_again(open))
}

fn read(open: &mut OpenProgramme, paths: Vec<PathBuf>) -> Vec<Effect> {
    if paths.is_empty() || !open.may_change() {
        return Vec::new();
    }
    let files = Arc::new(Vec::new());
    open.intake = Some(CohortIntake {
        files: Arc::clone(&files),
        waits: true,
        ..CohortIntake::default()
    });
    open.room = super::ProgrammeRoom::Cohort;
    let ask = Ask::of(open, Choices::default());
    let task = Task::new(TaskKind::Read, "Reading the cohort", move |progress| {
        let read = paths.iter().map(|path| returns::read(path, progress));
        let understood = read.collect::<Result<Vec<_>, _>>().and_then(|read| {
            let understood = ask.understand(&read, progress)?;
            Ok((read, understood))
        });
        Box::new(move |state: &mut State| {
            let Some(open) = waiting_for(state, &ask.store, &files) else {
                return Ok(Vec::new());
            };
            match understood {
                Ok((read, understood)) => {
                    open.intake = Some(CohortIntake {
                        files: Arc::new(read),
                        understood: Some(Arc::new(understood)),
                        unlocked: ask.unlocked,
                        lines: LINES,
                        ..CohortIntake::default()
                    });
                }
                Err(error) => {
                    open.intake = None;
                    if !matches!(error, ReturnError::Cancelled(_)) {
                        return Err(Problem::new("The cohort was not read", error));
                    }
                }
            }
            Ok(Vec::new())
        })
    });
    vec![Effect::Start(task)]
}

fn understand_again(open: &mut OpenProgramme) -> Vec<Effect> {
    let Some(waiting) = open.intake.as_mut() else {
        return Vec::new();
    };
    waiting.waits = true;
    let files = Arc::clone(&waiting.files);
    let choices = waiting.choices.clone();
    let ask = Ask::of(open, choices);
    let title = "Understanding the cohort";
    let task = Task::new(TaskKind::Read, title, move |progress| {
        let understood = ask.understand(&files, progress);
        Box::new(move |state: &mut State| {
            let open = waiting_for(state, &ask.store, &files);
            let waiting = open.and_then(|open| open.intake.as_mut());
            let Some(waiting) = waiting.filter(|waiting| waiting.choices == ask.choices) else {
                return Ok(Vec::new());
            };
            waiting.waits = false;
            match understood {
                Ok(understood) => {
                    waiting.understood = Some(Arc::new(understood));
                    waiting.unlocked = ask.unlocked;
                    waiting.settled = ask.choices;
                }
                // Stopped: no choice may stand that what is shown does not follow.
                Err(_) => waiting.choices = waiting.settled.clone(),
            }
            Ok(Vec::new())
        })
    });
    vec![Effect::Start(task)]
}

fn import(open: &mut OpenProgramme) -> Vec<Effect> {
    let store = open.store();
    let today = open.today;
    let Some(waiting) = open.intake.as_mut().filter(|waiting| !waiting.waits) else {
        return Vec::new();
    };
    let Some(understood) = waiting.understood.clone() else {
        return Vec::new();
    };
    waiting.waits = true;
    waiting.importing = true;
    let files = Arc::clone(&waiting.files);
    let task = Task::new(TaskKind::Import, "Importing the cohort", move |_| {
        let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        let (cohort, partners) = understood.records();
        drop(understood);
        let done = edits::import_cohort(
            &mut wait(&store),
            &names.join(", "),
            &cohort,
            partners,
            today,
        );
        Box::new(move |state: &mut State| {
            let title = "The cohort was not imported";
            if let Some(open) = waiting_for(state, &store, &files) {
                match &done {
                    Ok(_) => open.intake = None,
                    Err(_) => open.intake.iter_mut().for_each(|one| {
                        (one.waits, one.importing) = (false, false);
                    }),
                }
            }
            let done = done.map_err(|error| Problem::new(title, error))?.value;
            let open = state.programme.as_deref_mut();
            if let Some(open) = open.filter(|open| open.is(&store)) {
                open.take_in(title)?;
                state.tell(Notice::Done(came_in(done)));
            }
            Ok(Vec::new())
        })
    });
    vec![Effect::Start(task)]
}

fn came_in(done: CohortImported) -> String {
    format!(
        "Imported: {}. One undo takes it all back.",
        counted(&[
            (done.men, "man", "men"),
            (done.sessions, "session", "sessions"),
            (done.partners, "partner", "partners"),
        ])
    )
}

/// “1 man, 12 sessions”, without what there is none of; empty where there is nothing.
pub fn counted(all: &[(usize, &str, &str)]) -> String {
    let some = all.iter().filter(|(count, ..)| *count > 0);
    let each = some.map(|(count, one, many)| match count {
        1 => format!("1 {one}"),
        _ => format!("{count} {many}"),
    });
    each.collect::<Vec<_>>().join(", ")
}

/// The open file, where it still waits for these files.
fn waiting_for<'a>(
    state: &'a mut State,
    store: &SharedProgramme,
    files: &Arc<Vec<ReturnFile>>,
) -> Option<&'a mut OpenProgramme> {
    let open = state.programme.as_deref_mut()?;
    let waiting = open.intake.as_ref()?;
    (open.is(store) && Arc::ptr_eq(&waiting.files, files)).then_some(open)
}

/// What is needed to understand on a task’s thread.
struct Ask {
    store: SharedProgramme,
    programme: Arc<crate::model::programme::Programme>,
    unlocked: bool,
    today: chrono::NaiveDate,
    choices: Choices,
}

impl Ask {
    fn of(open: &OpenProgramme, choices: Choices) -> Self {
        Self {
            store: open.store(),
            programme: Arc::clone(&open.programme),
            unlocked: open.behind.is_some(),
            today: open.today,
            choices,
        }
    }

    fn understand(
        &self,
        files: &[ReturnFile],
        progress: &dyn Progress,
    ) -> Result<Understood, ReturnError> {
        let settings = Settings {
            programme: &self.programme,
            unlocked: self.unlocked,
            today: self.today,
            choices: &self.choices,
        };
        Ok(intake::understand(files, &settings, progress)?)
    }
}
