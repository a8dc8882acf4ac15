//! A round goes out: it is marked as sent, and each member's file is written.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::this_moment;
use crate::app::{Effect, Finish, Notice, Open, Problem, Task, TaskKind, open};
use crate::edits::{self, Dispatch};
use crate::exchange::{self, Outgoing};
use crate::model::RoundId;
use crate::publish;
use crate::store::{Outcome, Passphrase, Store, StoreError};

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
    let asked = open.panel.asked_to_send.take();
    let (overriding, packs) = match asked.filter(|asked| asked.round == round) {
        Some(asked) => (asked.overriding, asked.packs),
        None => (String::new(), None),
    };
    let dispatch = Dispatch {
        at: this_moment(open),
        who,
        overriding,
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
            let making = Making {
                round,
                folder,
                packs,
                today,
            };
            let ended = making.carry_out(&mut open::wait(&store), &dispatch);
            finish(store, ended)
        },
    ))])
}

/// What is to be made of a round.
struct Making {
    round: RoundId,
    folder: PathBuf,
    packs: Option<Passphrase>,
    today: NaiveDate,
}

impl Making {
    fn carry_out(&self, store: &mut Store, dispatch: &Dispatch) -> Ended {
        let marked = match mark_as_sent(store, self.round, dispatch) {
            Ok(marked) => marked,
            Err(error) => {
                return Ended {
                    changed: None,
                    result: Err(error.to_string()),
                };
            }
        };
        let result = self.write(store);
        let changed = match (&result, marked) {
            (Err(_), Some(marked)) => take_back(store, marked),
            (_, marked) => marked,
        };
        Ended { changed, result }
    }

    /// All files are made before the first is written.
    fn write(&self, store: &Store) -> Result<Written, String> {
        let review = store.load().map_err(|error| error.to_string())?;
        let mut rounds = review.rounds.iter();
        let round = rounds.find(|round| round.id == self.round);
        let round = round.ok_or_else(|| StoreError::gone("This round").to_string())?;
        let said = |error: exchange::ExchangeError| error.to_string();
        let mut outgoing = exchange::documents(&review, round, self.today).map_err(said)?;
        if let Some(passphrase) = &self.packs {
            outgoing.extend(exchange::packs(&review, round, passphrase).map_err(said)?);
        }
        let files = outgoing.into_iter().map(|one| write_one(&self.folder, one));
        Ok(Written {
            round: self.round,
            folder: self.folder.clone(),
            files: files.collect::<Result<_, _>>()?,
        })
    }
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
