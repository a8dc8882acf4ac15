//! What members sent back is read and taken into the ledger.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::{Effect, Finish, Notice, Open, Problem, Task, TaskKind, open};
use crate::edits::{self, GatheredFile};
use crate::exchange::{self, ExchangeError};
use crate::jobs::Progress;
use crate::model::{Reply, Review};
use crate::store::{Outcome, Passphrase, Store};

const TITLE: &str = "The comments were not collected";
/// A larger file is not a draft with comments.
const LARGEST: u64 = 200 << 20;

/// A file that was collected, or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CollectedFile {
    pub path: PathBuf,
    /// Its name, without its folder.
    pub file: String,
    pub result: Result<GatheredFile, NotCollected>,
    /// Sentences for the chair.
    pub notes: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotCollected {
    /// A pack, which only its passphrase opens.
    Locked,
    /// Why, and what to do.
    Refused(String),
}

struct Ended {
    changed: Option<Outcome<()>>,
    files: Vec<CollectedFile>,
}

/// Files that cannot be read are told and leave the others be.
pub(super) fn collect(
    open: &mut Open,
    paths: Vec<PathBuf>,
    passphrase: Option<Passphrase>,
) -> Result<Vec<Effect>, Problem> {
    if let Some(reason) = &open.read_only {
        return Err(Problem::new(TITLE, reason));
    }
    let title = match paths.as_slice() {
        [] => return Ok(Vec::new()),
        [one] => format!("Collecting {}", name_of(one)),
        several => format!("Collecting {} files", several.len()),
    };
    let (store, review) = (open.store(), Arc::clone(&open.review));
    Ok(vec![Effect::Start(Task::new(
        TaskKind::Send,
        title,
        move |progress| {
            let read = read_all(&review, paths, passphrase.as_ref(), progress);
            let ended = store_all(&mut open::wait(&store), read);
            finish(store, ended)
        },
    ))])
}

fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

type Read = (PathBuf, Result<Reply, NotCollected>);

fn read_all(
    review: &Review,
    paths: Vec<PathBuf>,
    passphrase: Option<&Passphrase>,
    progress: &dyn Progress,
) -> Vec<Read> {
    let count = paths.len() as u64;
    let mut read = Vec::with_capacity(paths.len());
    for (at, path) in (0..).zip(paths) {
        if progress.report(at, Some(count), &name_of(&path)).is_err() {
            break;
        }
        let reply = read_one(review, &path, passphrase);
        read.push((path, reply));
    }
    read
}

fn read_one(
    review: &Review,
    path: &Path,
    passphrase: Option<&Passphrase>,
) -> Result<Reply, NotCollected> {
    let name = name_of(path);
    let unreadable = |error: std::io::Error| {
        NotCollected::Refused(format!("“{name}” could not be read ({error})."))
    };
    let size = fs::metadata(path).map_err(unreadable)?.len();
    if size > LARGEST {
        return Err(NotCollected::Refused(format!(
            "“{name}” is larger than a draft with comments can be ({} MB). Ask the member for the draft they were sent.",
            size >> 20
        )));
    }
    let bytes = fs::read(path).map_err(unreadable)?;
    exchange::read_reply(review, &name, &bytes, passphrase).map_err(|error| match error {
        ExchangeError::NeedsPassphrase { .. } => NotCollected::Locked,
        other => NotCollected::Refused(other.to_string()),
    })
}

/// All that could be read, in one edit.
fn store_all(store: &mut Store, read: Vec<Read>) -> Ended {
    let replies: Vec<Reply> = read
        .iter()
        .filter_map(|(_, reply)| reply.clone().ok())
        .collect();
    let (changed, mut gathered) = if replies.is_empty() {
        (None, Ok(Vec::new().into_iter()))
    } else {
        match edits::collect_replies(store, &replies) {
            Ok(outcome) => {
                let files = outcome.value.files.into_iter();
                let changed = Outcome {
                    value: (),
                    touched: outcome.touched,
                    revision: outcome.revision,
                };
                (Some(changed), Ok(files))
            }
            Err(error) => (None, Err(error.to_string())),
        }
    };
    let files = read.into_iter().map(|(path, reply)| {
        let mut notes = Vec::new();
        let result = reply.and_then(|reply| {
            notes = reply.notes;
            match &mut gathered {
                Ok(files) => files
                    .next()
                    .ok_or_else(|| NotCollected::Refused(TITLE.to_owned())),
                Err(words) => Err(NotCollected::Refused(words.clone())),
            }
        });
        CollectedFile {
            file: name_of(&path),
            path,
            result,
            notes,
        }
    });
    Ended {
        files: files.collect(),
        changed,
    }
}

fn finish(store: crate::app::open::SharedStore, ended: Ended) -> Finish {
    Box::new(move |state| {
        let Some(open) = state.open_as(&store) else {
            return Ok(Vec::new());
        };
        if let Some(changed) = &ended.changed {
            open.take_in(TITLE, changed)?;
        }
        let added: usize = ended
            .files
            .iter()
            .filter_map(|file| file.result.as_ref().ok())
            .map(|file| file.added)
            .sum();
        let failed = ended
            .files
            .iter()
            .filter(|file| file.result.is_err())
            .count();
        open.panel.collected = ended.files;
        let words = match added {
            0 => "No new comments.".to_owned(),
            1 => "1 new comment.".to_owned(),
            count => format!("{count} new comments."),
        };
        if failed == 0 {
            state.tell(Notice::Done(format!("{words} One undo takes them back.")));
        }
        Ok(Vec::new())
    })
}
