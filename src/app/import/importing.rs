//! The one place that stores: a return is imported, or takes the place of the one it corrects.

use std::sync::Arc;

use super::comparing::Amending;
use super::reading::waiting_with;
use super::{Ready, Waiting, WaitingState};
use crate::app::open::SharedStore;
use crate::app::{Effect, Finish, Notice, Open, Problem, Task, TaskKind, open};
use crate::dates::DayOrder;
use crate::edits::{self, ReturnToImport};
use crate::model::{AgencyId, Habit, HabitId, ImportId};
use crate::returns::{self, Amendment};
use crate::store::{Outcome, Store, StoreError};

const TITLE: &str = "The return was not imported";
const OUTDATED: &str = "A date of the case, which the return’s own dates may count from, has moved since the table was understood. \
     Let it be understood again, look at it once more, and import it then.";

/// Imports the selected file, or replaces the return it corrects.
pub(super) fn import(open: &mut Open) -> Result<Vec<Effect>, Problem> {
    if let Some(reason) = &open.read_only {
        return Err(Problem::new(TITLE, reason));
    }
    let (store, revision) = (open.store(), open.review.revision);
    let anchors = Arc::clone(&open.import.anchors);
    let selected = open.import.selected;
    let Some(waiting) = open.import.waiting.get_mut(selected) else {
        return Ok(Vec::new());
    };
    let Some(agency) = waiting.agency else {
        return Err(Problem::new(
            TITLE,
            "Please say first which agency sent it.",
        ));
    };
    let WaitingState::Ready(ready) = &waiting.state else {
        return Ok(Vec::new());
    };
    if ready.is_being_understood() {
        return Err(Problem::new(
            TITLE,
            "The table is still being understood anew. Please wait until that is done, and look at it once more.",
        ));
    }
    if ready.is_older_than(&anchors) {
        return Err(Problem::new(TITLE, OUTDATED));
    }
    let replaces = what_it_replaces(ready)?;
    let ready = ready.clone();
    waiting.state = WaitingState::Importing(ready.clone());
    let task = task(store, revision, waiting, agency, ready, replaces);
    Ok(vec![Effect::Start(task)])
}

/// `None`: it adds to what is there. A corrected return must have been compared with what is there now.
fn what_it_replaces(ready: &Ready) -> Result<Option<(ImportId, Arc<Amendment>)>, Problem> {
    match &ready.amends {
        None => Ok(None),
        Some(Amending {
            import,
            compared: Some(comparison),
            ..
        }) => Ok(Some((*import, Arc::clone(&comparison.amendment)))),
        Some(_) => Err(Problem::new(
            "The earlier return was not replaced",
            "It was not yet compared with the corrected one. Please look first at what would change.",
        )),
    }
}

fn to_import(agency: AgencyId, ready: &Ready) -> ReturnToImport {
    ReturnToImport {
        agency,
        file: ready.file.name.clone(),
        sha256: ready.file.sha256.clone(),
        entries: ready.understood.entries.clone(),
        doubts: ready.understood.doubts.clone(),
        skipped: ready.understood.skipped.clone(),
        bytes: Some(Arc::clone(&ready.bytes)),
        habit: habit(agency, ready),
    }
}

/// How the table was read, so that the agency's next return is read the same way.
fn habit(agency: AgencyId, ready: &Ready) -> Option<Habit> {
    let columns = returns::habit_of(ready.table()?, &ready.understood);
    let earlier = ready.reading.habit.as_ref();
    let by_hand = ready.reading.order.map(|order| order == DayOrder::DayFirst);
    (!columns.is_empty()).then(|| Habit {
        id: HabitId(0),
        agency,
        columns,
        day_first: by_hand.or(earlier.and_then(|habit| habit.day_first)),
    })
}

fn task(
    store: SharedStore,
    revision: i64,
    waiting: &Waiting,
    agency: AgencyId,
    ready: Box<Ready>,
    replaces: Option<(ImportId, Arc<Amendment>)>,
) -> Task {
    let (key, name) = (waiting.key, waiting.name.clone());
    let doing = match replaces {
        Some(_) => format!("Replacing the earlier return by {name}"),
        None => format!("Importing {name}"),
    };
    Task::new(TaskKind::Import, doing, move |progress| {
        let new = to_import(agency, &ready);
        let outcome = {
            let mut store = open::wait(&store);
            still_counts(&store, revision, &ready).and_then(|()| match &replaces {
                Some((import, amendment)) => {
                    edits::amend_return(&mut store, &new, *import, amendment, progress)
                }
                None => edits::import_return(&mut store, &new, progress),
            })
        };
        let said = match &replaces {
            Some((_, amendment)) => format!(
                "{name} took the place of the earlier return: {} changed, {} new, {} withdrawn. One undo takes it back.",
                amendment.changed.len(),
                amendment.new.len(),
                amendment.gone.len()
            ),
            None => format!(
                "{} entries imported from {name}. One undo takes them all back.",
                new.entries.len()
            ),
        };
        finish(store, key, ready, said, outcome)
    })
}

/// What the task waited for (an undo, another import) may have moved a date of the case.
fn still_counts(store: &Store, revision: i64, ready: &Ready) -> Result<(), StoreError> {
    if store.revision()? == revision || returns::anchors(&store.load()?) == *ready.reading.anchors {
        return Ok(());
    }
    Err(StoreError::Refused(OUTDATED.to_owned()))
}

fn finish(
    store: SharedStore,
    key: u64,
    ready: Box<Ready>,
    said: String,
    outcome: Result<Outcome<ImportId>, StoreError>,
) -> Finish {
    Box::new(move |state| {
        let outcome = match outcome {
            Ok(outcome) => outcome,
            Err(error) => {
                if let Some(waiting) = waiting_with(state, &store, key) {
                    waiting.state = WaitingState::Ready(ready);
                }
                if matches!(error, StoreError::Cancelled(_)) {
                    let text = "Stopped at your request. Nothing was imported.";
                    state.tell(Notice::Done(text.to_owned()));
                    return Ok(Vec::new());
                }
                return Err(Problem::new(TITLE, error));
            }
        };
        let Some(open) = state.open_as(&store) else {
            return Ok(Vec::new());
        };
        let import = outcome.value;
        open.take_in(TITLE, &outcome)?;
        open.source.keep(import, Arc::clone(&ready.file));
        if let Some(waiting) = waiting_with(state, &store, key) {
            waiting.state = WaitingState::Imported { import, ready };
        }
        state.tell(Notice::Done(said));
        Ok(Vec::new())
    })
}
