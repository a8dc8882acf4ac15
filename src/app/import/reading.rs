//! Files and pasted tables become something to look at: read, then understood, on a task's thread.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use super::comparing;
use super::{Ready, Waiting, WaitingState};
use crate::app::open::SharedStore;
use crate::app::start::name_of;
use crate::app::{Effect, Finish, Open, Problem, State, Task, TaskKind};
use crate::dates::{Anchor, DayOrder};
use crate::jobs::Progress;
use crate::model::{AgencyId, Habit, Import, Review};
use crate::returns::{self, Mapping, ReturnError, ReturnFile, Settings, Understood};

/// What a table from the clipboard is called where a file has its name.
const PASTED: &str = "pasted table";

/// How a file is to be read, where that is not left to us.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    pub table: usize,
    /// Columns set by hand; `None`: as understood.
    pub mapping: Option<Mapping>,
    pub order: Option<DayOrder>,
    /// How the agency's last return was read; `None`: it has sent none, or the chair wants it read without.
    pub habit: Option<Habit>,
    /// Of several cases in the table the one to read; `None`: all.
    pub case: Option<String>,
    /// The chair wants it read as if the agency had sent nothing before.
    pub without_habit: bool,
    /// The dates of the case that its own can count from.
    pub(super) anchors: Arc<Vec<Anchor>>,
}

impl Reading {
    /// The same file read for `agency`: as its last return was, unless that was set aside.
    pub(super) fn for_agency(mut self, review: &Review, agency: Option<AgencyId>) -> Self {
        self.habit = agency
            .filter(|_| !self.without_habit)
            .and_then(|agency| review.habits.iter().find(|habit| habit.agency == agency))
            .cloned();
        self
    }

    pub fn is_by_hand(&self) -> bool {
        self.mapping.is_some() || self.order.is_some()
    }
}

/// Where what waits comes from.
#[derive(Debug, Clone)]
pub(super) enum Origin {
    File(PathBuf),
    Clipboard(Arc<str>),
}

impl Origin {
    fn read(&self, progress: &dyn Progress) -> Result<(Arc<[u8]>, ReturnFile), ReturnError> {
        match self {
            Self::File(path) => {
                let (bytes, file) = returns::read_keeping(path, progress)?;
                Ok((bytes.into(), file))
            }
            Self::Clipboard(text) => {
                let file = returns::paste(text, None, progress)?;
                Ok((text.as_bytes().into(), file))
            }
        }
    }
}

/// A return that was kept with its import, read again as it was then.
pub(in crate::app) fn read_kept(
    name: &str,
    bytes: &[u8],
    progress: &dyn Progress,
) -> Result<ReturnFile, ReturnError> {
    match std::str::from_utf8(bytes) {
        Ok(text) if name == PASTED => returns::paste(text, None, progress),
        _ => returns::read_bytes(name, bytes, progress),
    }
}

/// Puts a file or a pasted table among those that wait, and reads it.
pub(super) fn add(open: &mut Open, origin: Origin, today: NaiveDate) -> Effect {
    let name = match &origin {
        Origin::File(path) => name_of(path),
        Origin::Clipboard(_) => PASTED.to_owned(),
    };
    let state = &mut open.import;
    state.last += 1;
    let key = state.last;
    let agency = state
        .agency
        .take()
        .or_else(|| agency_named_in(&open.review, &name))
        .or_else(|| earlier_like(&open.review, &name).map(|import| import.agency));
    state.waiting.push(Waiting {
        key,
        name,
        agency,
        origin,
        state: WaitingState::Reading,
    });
    state.selected = state.waiting.len() - 1;
    read(open, state_of_last(open), today)
}

fn state_of_last(open: &Open) -> usize {
    open.import.waiting.len() - 1
}

/// Reads what waits at `index`, for the first time or after it was stopped.
pub(super) fn read_again(open: &mut Open, index: usize, today: NaiveDate) -> Vec<Effect> {
    let Some(waiting) = open.import.waiting.get_mut(index) else {
        return Vec::new();
    };
    if !matches!(
        waiting.state,
        WaitingState::Stopped | WaitingState::Failed(_)
    ) {
        return Vec::new();
    }
    waiting.state = WaitingState::Reading;
    vec![read(open, index, today)]
}

fn read(open: &Open, index: usize, today: NaiveDate) -> Effect {
    let waiting = &open.import.waiting[index];
    let (key, origin, agency) = (waiting.key, waiting.origin.clone(), waiting.agency);
    let title = format!("Reading {}", waiting.name);
    let (store, review) = (open.store(), Arc::clone(&open.review));
    Effect::Start(Task::new(TaskKind::Read, title, move |progress| {
        let ready = ready(&review, &origin, agency, today, progress);
        finish_reading(store, key, ready)
    }))
}

fn ready(
    review: &Review,
    origin: &Origin,
    agency: Option<AgencyId>,
    today: NaiveDate,
    progress: &dyn Progress,
) -> Result<Ready, ReturnError> {
    let (bytes, file) = origin.read(progress)?;
    let reading = Reading {
        table: file.proposed_table(&review.template.columns),
        anchors: Arc::new(returns::anchors(review)),
        ..Reading::default()
    }
    .for_agency(review, agency);
    let understood = understand(review, &file, &reading, today, progress)?;
    Ok(Ready {
        before: super::was_imported(review, &file),
        file: Arc::new(file),
        bytes,
        reading,
        asked: None,
        stopped_at: None,
        understood: Arc::new(understood),
        jump: None,
        jumps: 0,
        amends: None,
        shows_changes: false,
    })
}

fn finish_reading(store: SharedStore, key: u64, ready: Result<Ready, ReturnError>) -> Finish {
    Box::new(move |state| {
        if let Some(waiting) = waiting_with(state, &store, key) {
            waiting.state = match ready {
                Ok(ready) => WaitingState::Ready(Box::new(ready)),
                Err(ReturnError::Cancelled(_)) => WaitingState::Stopped,
                Err(error) => WaitingState::Failed(error.to_string()),
            };
        }
        Ok(Vec::new())
    })
}

/// The waiting file with this key, where the review it waits for is still open.
pub(super) fn waiting_with<'a>(
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

/// The same for one that was read and waits for a decision.
pub(super) fn ready_with<'a>(
    state: &'a mut State,
    store: &SharedStore,
    key: u64,
) -> Option<&'a mut Ready> {
    match waiting_with(state, store, key)?.state {
        WaitingState::Ready(ref mut ready) => Some(ready),
        _ => None,
    }
}

fn understand(
    review: &Review,
    file: &ReturnFile,
    reading: &Reading,
    today: NaiveDate,
    progress: &dyn Progress,
) -> Result<Understood, ReturnError> {
    let table = file
        .tables
        .get(reading.table)
        .ok_or_else(|| ReturnError::NoTable {
            file: file.name.clone(),
        })?;
    let settings = Settings {
        columns: &review.template.columns,
        mapping: reading.mapping.as_ref(),
        order: reading.order,
        habit: reading.habit.as_ref(),
        case: reading.case.as_deref(),
        anchors: reading.anchors.as_ref().clone(),
        periods: &review.template.periods,
        today,
    };
    Ok(returns::understand(table, &settings, progress)?)
}

/// Changes how the file at `index` is to be read, and understands it anew on a task's thread, with the dates of the case as they
/// are now. Until that is done the table stands as it was.
pub(super) fn understand_again(
    open: &mut Open,
    index: usize,
    today: NaiveDate,
    change: impl FnOnce(&mut Reading, &Ready),
) -> Vec<Effect> {
    let (store, review) = (open.store(), Arc::clone(&open.review));
    let anchors = Arc::clone(&open.import.anchors);
    let Some(waiting) = open.import.waiting.get_mut(index) else {
        return Vec::new();
    };
    let key = waiting.key;
    let WaitingState::Ready(ready) = &mut waiting.state else {
        return Vec::new();
    };
    let mut reading = ready.asked.as_ref().unwrap_or(&ready.reading).clone();
    change(&mut reading, ready);
    reading.anchors = anchors;
    if ready.asked.is_none() && reading == ready.reading {
        return Vec::new();
    }
    ready.asked = Some(reading.clone());
    ready.stopped_at = None;
    let file = Arc::clone(&ready.file);
    let title = format!("Understanding {}", file.name);
    vec![Effect::Start(Task::new(
        TaskKind::Understand(key),
        title,
        move |progress| {
            let understood = understand(&review, &file, &reading, today, progress);
            Box::new(move |state| {
                let Some(ready) = ready_with(state, &store, key) else {
                    return Ok(Vec::new());
                };
                if ready.asked.as_ref() != Some(&reading) {
                    return Ok(Vec::new());
                }
                ready.asked = None;
                let understood = understood
                    .map_err(|error| Problem::new("The table was not understood anew", error))?;
                ready.reading = reading;
                ready.understood = Arc::new(understood);
                ready.jump = None;
                Ok(comparing::compare_again(state, &store, key))
            })
        },
    ))]
}

/// Understands anew the first file that waits with dates of the case that have moved since; the end of that asks for the next.
pub(in crate::app) fn wanted(open: &mut Open) -> Option<Effect> {
    let anchors = &open.import.anchors;
    let index = open.import.waiting.iter().position(|waiting| {
        let WaitingState::Ready(ready) = &waiting.state else {
            return false;
        };
        let asked = ready.asked.as_ref().unwrap_or(&ready.reading);
        asked.anchors != *anchors && ready.stopped_at.as_ref() != Some(anchors)
    })?;
    understand_again(open, index, open.today, |_, _| {}).pop()
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

/// The latest earlier import whose file is called the same but for words such as “final” and “v2”.
pub fn earlier_like<'a>(review: &'a Review, file: &str) -> Option<&'a Import> {
    let own = telling_words(file);
    if own.is_empty() {
        return None;
    }
    let mut imports = review.imports.iter().rev();
    imports.find(|import| telling_words(&import.file) == own)
}

/// Words of a file name that say what it is, and not which state of it.
fn telling_words(file: &str) -> Vec<String> {
    const OF_A_STATE: [&str; 16] = [
        "final",
        "draft",
        "copy",
        "of",
        "new",
        "latest",
        "updated",
        "update",
        "corrected",
        "correction",
        "amended",
        "revised",
        "revision",
        "version",
        "resent",
        "pasted",
    ];
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let mut words: Vec<String> = stem
        .to_lowercase()
        .split(|letter: char| !letter.is_alphabetic())
        .filter(|word| word.chars().count() > 1 && !OF_A_STATE.contains(word))
        .map(str::to_owned)
        .collect();
    words.sort();
    words.dedup();
    words
}

#[cfg(test)]
mod tests {
    use super::telling_words;

    #[test]
    fn a_file_is_known_again_by_the_words_that_are_not_about_its_state() {
        for (one, other, same) in [
            (
                "housing_chronology_FINAL_v2.docx",
                "Housing chronology.docx",
                true,
            ),
            (
                "police return.xlsx",
                "police_return (corrected 3).csv",
                true,
            ),
            ("Copy of police return.xlsx", "police return.xlsx", true),
            ("police return.xlsx", "probation return.xlsx", false),
            ("school.csv", "school attendance.csv", false),
        ] {
            assert_eq!(
                telling_words(one) == telling_words(other),
                same,
                "{one} / {other}"
            );
        }
    }
}
