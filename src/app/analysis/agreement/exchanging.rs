//! Codes to and from other tools, in tasks.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::{Effect, Finish, Notice, Open, Pick, Problem, State, Task, TaskKind, open};
use crate::edits::{self, CodesTaken};
use crate::exchange::refi;
use crate::model::{CodedProject, Review};
use crate::publish;
use crate::store::Outcome;

/// What is written for other tools.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodesFile {
    /// The list of weaknesses alone.
    Codebook,
    /// With the records and what is tagged in them.
    Project,
}

impl CodesFile {
    pub fn extension(self) -> &'static str {
        match self {
            Self::Codebook => "qdc",
            Self::Project => "qdpx",
        }
    }

    pub fn title(self) -> &'static str {
        match self {
            Self::Codebook => "REFI-QDA codebook",
            Self::Project => "REFI-QDA project",
        }
    }
}

/// A project with the sources of a large study is below this; what is larger is not read into memory.
const MOST_BYTES: u64 = 400 * 1024 * 1024;

pub(super) fn ask_where(what: CodesFile) -> Vec<Effect> {
    vec![Effect::Pick(Pick::CodesTo(what))]
}

pub(super) fn ask_which() -> Vec<Effect> {
    vec![Effect::Pick(Pick::CodesFrom)]
}

pub(super) fn write(open: &Open, what: CodesFile, path: PathBuf) -> Vec<Effect> {
    let (review, today) = (Arc::clone(&open.review), open.today);
    let doing = format!("Writing the {}", what.title());
    vec![Effect::Start(Task::new(
        TaskKind::Write,
        doing,
        move |_| {
            let written = match what {
                CodesFile::Codebook => Ok(refi::codebook(&review)),
                CodesFile::Project => {
                    refi::project(&review, today).map_err(|error| error.to_string())
                }
            };
            let written = written
                .and_then(|bytes| publish::save(&path, &bytes).map_err(|error| error.to_string()));
            let finish: Finish = Box::new(move |state: &mut State| {
                written.map_err(|words| Problem::new("The codes were not written", words))?;
                state.tell(Notice::Done(format!("{} written.", name_of(&path))));
                Ok(Vec::new())
            });
            finish
        },
    ))]
}

pub(super) fn take(open: &Open, path: PathBuf) -> Vec<Effect> {
    let (store, review) = (open.store(), Arc::clone(&open.review));
    let name = name_of(&path);
    let title = "The codes were not taken in";
    let doing = format!("Taking in {name}");
    vec![Effect::Start(Task::new(
        TaskKind::Import,
        doing,
        move |_| {
            let taken = read(&review, &path, &name).and_then(|project| {
                let outcome = edits::take_codes(&mut open::wait(&store), &project);
                let outcome = outcome.map_err(|error| error.to_string())?;
                Ok((project, outcome))
            });
            let finish: Finish = Box::new(move |state: &mut State| {
                let (project, outcome): (CodedProject, Outcome<CodesTaken>) =
                    taken.map_err(|words| Problem::new(title, words))?;
                let Some(open) = state.open_as(&store) else {
                    return Ok(Vec::new());
                };
                open.take_in(title, &outcome)?;
                state.tell(Notice::Done(in_words(&name, &project, outcome.value)));
                Ok(Vec::new())
            });
            finish
        },
    ))]
}

fn read(review: &Review, path: &Path, name: &str) -> Result<CodedProject, String> {
    let not_read = |error: std::io::Error| {
        format!("“{name}” could not be read ({error}). Nothing was taken in.")
    };
    let bytes = std::fs::metadata(path).map_err(not_read)?.len();
    if bytes > MOST_BYTES {
        return Err(format!(
            "“{name}” is larger than 400 MB. Nothing was taken in. Export the codebook or the texts of this review alone."
        ));
    }
    let bytes = std::fs::read(path).map_err(not_read)?;
    refi::read(review, name, &bytes).map_err(|error| error.to_string())
}

fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

/// “codes.qdpx: 2 new weaknesses, 14 tags. 3 codings …”
fn in_words(name: &str, project: &CodedProject, taken: CodesTaken) -> String {
    let mut words = format!(
        "{name}: {} of {} codes are new here, {} tags were added or completed.",
        taken.added,
        taken.added + taken.known,
        taken.tags
    );
    if project.left_out > 0 {
        words.push_str(&format!(
            " {} codings were left out, since their texts are no records of this review ({}).",
            project.left_out,
            project.unknown_texts.join(", ")
        ));
    }
    if project.displaced > 0 {
        words.push_str(&format!(
            " {} marked passages are not in their record as it is worded now; their words stand in the memo.",
            project.displaced
        ));
    }
    words.push_str(
        match taken
            == (CodesTaken {
                known: taken.known,
                ..CodesTaken::default()
            }) {
            true => " Nothing was changed.",
            false => " One undo takes it back.",
        },
    );
    words
}
