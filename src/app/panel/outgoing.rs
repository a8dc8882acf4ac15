//! A round goes out: it is marked as sent, and each member's file is written.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::this_moment;
use crate::app::{Effect, Finish, Notice, Open, Problem, Task, TaskKind, open};
use crate::edits::{self, Dispatch};
use crate::exchange::{self, Outgoing};
use crate::model::RoundId;
use crate::publish;
use crate::store::{Outcome, Store, StoreError};

const TITLE: &str = "The round was not sent";

/// What was written for the members of a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    pub round: RoundId,
    pub folder: PathBuf,
    pub files: Vec<WrittenFile>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenFile {
    pub path: PathBuf,
    pub paragraphs: usize,
    /// Sentences for the chair.
    pub notes: Vec<String>,
}

/// How sending ended: what it changed in the file, and what was written or why nothing was.
struct Ended {
    changed: Option<Outcome<()>>,
    result: Result<Written, String>,
}

/// Sends a round, or writes the files of one that has gone out once more.
pub(super) fn send(
    open: &mut Open,
    round: RoundId,
    folder: PathBuf,
    who: String,
) -> Result<Vec<Effect>, Problem> {
    let asked = open.panel.sending.take();
    let overriding = asked
        .filter(|(of, _)| *of == round)
        .map(|(_, reason)| reason);
    let dispatch = Dispatch {
        at: this_moment(open),
        who,
        overriding: overriding.unwrap_or_default(),
    };
    let mut rounds = open.review.rounds.iter();
    let Some(known) = rounds.find(|known| known.id == round) else {
        return Ok(Vec::new());
    };
    let title = match known.is_sent() {
        true => format!("Writing the files of round {}", known.number),
        false => format!("Sending round {}", known.number),
    };
    let (store, today) = (open.store(), open.today);
    Ok(vec![Effect::Start(Task::new(
        TaskKind::Send,
        title,
        move |_| {
            let ended = carry_out(&mut open::wait(&store), round, &dispatch, &folder, today);
            finish(store, ended)
        },
    ))])
}

fn carry_out(
    store: &mut Store,
    round: RoundId,
    dispatch: &Dispatch,
    folder: &Path,
    today: NaiveDate,
) -> Ended {
    let marked = match mark_as_sent(store, round, dispatch) {
        Ok(marked) => marked,
        Err(error) => {
            return Ended {
                changed: None,
                result: Err(error.to_string()),
            };
        }
    };
    let result = write(store, round, folder, today);
    let changed = match (&result, marked) {
        (Err(_), Some(marked)) => take_back(store, marked),
        (_, marked) => marked,
    };
    Ended { changed, result }
}

/// `None` where it has gone out before.
fn mark_as_sent(
    store: &mut Store,
    id: RoundId,
    dispatch: &Dispatch,
) -> Result<Option<Outcome<()>>, StoreError> {
    let review = store.load()?;
    let mut rounds = review.rounds.iter();
    if rounds.any(|round| round.id == id && round.is_sent()) {
        return Ok(None);
    }
    edits::send_round(store, id, dispatch).map(Some)
}

/// A round of which nothing could be written has not gone out.
fn take_back(store: &mut Store, mut marked: Outcome<()>) -> Option<Outcome<()>> {
    if let Ok(Some(undone)) = store.undo() {
        marked.touched.join(undone.touched);
        marked.revision = undone.revision;
    }
    Some(marked)
}

fn write(store: &Store, id: RoundId, folder: &Path, today: NaiveDate) -> Result<Written, String> {
    let review = store.load().map_err(|error| error.to_string())?;
    let mut rounds = review.rounds.iter();
    let round = rounds.find(|round| round.id == id);
    let round = round.ok_or_else(|| StoreError::gone("This round").to_string())?;
    let outgoing = exchange::documents(&review, round, today).map_err(|error| error.to_string())?;
    let mut files = Vec::with_capacity(outgoing.len());
    for one in outgoing {
        files.push(write_one(folder, one)?);
    }
    Ok(Written {
        round: id,
        folder: folder.to_owned(),
        files,
    })
}

fn write_one(folder: &Path, outgoing: Outgoing) -> Result<WrittenFile, String> {
    let path = folder.join(&outgoing.file_name);
    publish::save(&path, &outgoing.bytes).map_err(|error| error.to_string())?;
    Ok(WrittenFile {
        path,
        paragraphs: outgoing.paragraphs,
        notes: outgoing.notes,
    })
}

fn finish(store: crate::app::open::SharedStore, ended: Ended) -> Finish {
    Box::new(move |state| {
        let Some(open) = state.open_as(&store) else {
            return Ok(Vec::new());
        };
        if let Some(changed) = &ended.changed {
            open.take_in(TITLE, changed)?;
        }
        let written = ended.result.map_err(|words| Problem::new(TITLE, words))?;
        let words = match written.files.len() {
            1 => "1 file was written. Send it to the member.".to_owned(),
            count => format!("{count} files were written. Send each to its member."),
        };
        open.panel.written = Some(written);
        state.tell(Notice::Done(words));
        Ok(Vec::new())
    })
}
