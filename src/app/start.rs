//! The start screen: open, create, or look at the sample.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use zeroize::Zeroizing;

use super::{
    Effect, Finish, Notice, Open, OpenPack, OpenProgramme, Pick, Problem, State, Task, TaskKind,
    action, pack,
};
use crate::jobs::Progress;
use crate::model::{Details, Template};
use crate::sample;
use crate::store::{FileKind, NewFile, NewProgramme, Passphrase, Store, StoreError};
use crate::templates;

/// The form that is open on the start screen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StartState {
    pub form: Option<StartForm>,
    /// A task is opening or creating a file.
    pub busy: bool,
    /// Said beside the form: wrong passphrase, and the like.
    pub fault: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StartForm {
    Unlock {
        path: PathBuf,
    },
    New {
        kind: FileKind,
        path: Option<PathBuf>,
        template: String,
    },
}

#[derive(Clone)]
pub enum StartAction {
    /// Asks for a file to open.
    ChooseFile,
    /// Asks where a new file shall be.
    ChooseNewPlace,
    /// A file was named: its passphrase is asked for.
    Unlock(PathBuf),
    NewReview,
    NewProgramme,
    NewAt(PathBuf),
    SetTemplate(String),
    Open {
        path: PathBuf,
        passphrase: String,
    },
    Create {
        path: PathBuf,
        template: String,
        title: String,
        passphrase: String,
        again: String,
    },
    OpenSample(FileKind),
    Forget(PathBuf),
    Back,
    SetName(String),
}

/// A passphrase never reaches a log or an error message.
impl std::fmt::Debug for StartAction {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("StartAction(…)")
    }
}

/// Shorter ones are guessed in days by a machine. A sentence of four words is longer and easier to keep.
pub const SHORTEST_PASSPHRASE: usize = 12;

pub(super) fn update(state: &mut State, action: StartAction) -> Result<Vec<Effect>, Problem> {
    match action {
        StartAction::ChooseFile => return Ok(vec![Effect::Pick(Pick::OpenReview)]),
        StartAction::ChooseNewPlace => return Ok(vec![Effect::Pick(Pick::NewReview)]),
        StartAction::Unlock(path) => show(state, StartForm::Unlock { path }),
        StartAction::NewReview => {
            let first = templates::built_in().first();
            begin(state, FileKind::Review, first.map(|first| &first.name));
        }
        StartAction::NewProgramme => {
            let first = templates::programme::built_in().first();
            begin(state, FileKind::Programme, first.map(|first| &first.name));
        }
        StartAction::NewAt(chosen) => {
            let chosen = with_ending(chosen);
            if let Some(StartForm::New { path, .. }) = &mut state.start.form {
                *path = Some(chosen);
            }
        }
        StartAction::SetTemplate(name) => {
            if let Some(StartForm::New { template, .. }) = &mut state.start.form {
                *template = name;
            }
        }
        StartAction::Open { path, passphrase } => return Ok(open(state, path, passphrase)),
        StartAction::Create {
            path,
            template,
            title,
            passphrase,
            again,
        } => {
            let again = Zeroizing::new(again);
            let programme = is_programme(&template);
            let untitled = programme && title.trim().is_empty();
            let called = if untitled { template.as_str() } else { &title };
            if let Some(fault) = fault_of_new(&path, called, &passphrase, &again) {
                state.start.fault = Some(fault);
                return Ok(Vec::new());
            }
            let path = with_ending(path);
            return match programme {
                true => Ok(create_programme(state, path, &template, &title, passphrase)),
                false => create(state, path, &template, &title, passphrase),
            };
        }
        StartAction::OpenSample(kind) => return open_sample(state, kind),
        StartAction::Forget(path) => {
            state.settings.forget(&path);
            action::save_settings(state)?;
        }
        StartAction::Back => state.start = StartState::default(),
        StartAction::SetName(name) => {
            state.settings.name = name;
            action::save_settings(state)?;
        }
    }
    Ok(Vec::new())
}

fn begin(state: &mut State, kind: FileKind, template: Option<&String>) {
    let form = StartForm::New {
        kind,
        path: None,
        template: template.cloned().unwrap_or_default(),
    };
    show(state, form);
}

/// Whether a template is one of programmes; no review’s template has its name.
fn is_programme(template: &str) -> bool {
    let mut known = templates::programme::built_in().iter();
    known.any(|known| known.name == template)
}

fn show(state: &mut State, form: StartForm) {
    state.start = StartState {
        form: Some(form),
        ..StartState::default()
    };
}

/// What must be put right before a file is created, in words; `None` where nothing.
fn fault_of_new(path: &Path, title: &str, passphrase: &str, again: &str) -> Option<String> {
    if path.as_os_str().is_empty() {
        Some("Please say where the new file shall be.".to_owned())
    } else if title.trim().is_empty() {
        Some("Please give the review a title, with a pseudonym rather than a real name.".to_owned())
    } else if passphrase.chars().count() < SHORTEST_PASSPHRASE {
        Some(format!(
            "The passphrase needs at least {SHORTEST_PASSPHRASE} characters. Four unrelated words are easy to remember."
        ))
    } else if passphrase != again {
        Some("The two passphrases differ. Please type the same one twice.".to_owned())
    } else {
        None
    }
}

fn with_ending(path: PathBuf) -> PathBuf {
    if path.extension().is_some_and(|ending| ending == "lantern") {
        path
    } else {
        let mut name = path.into_os_string();
        name.push(".lantern");
        PathBuf::from(name)
    }
}

/// The file name alone: folders can hold names of people.
pub(super) fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    )
}

fn open(state: &mut State, path: PathBuf, passphrase: String) -> Vec<Effect> {
    state.start.busy = true;
    state.start.fault = None;
    let (who, today) = (state.settings.name.trim().to_owned(), state.today);
    let passphrase = Passphrase::new(passphrase);
    let title = format!("Opening {}", name_of(&path));
    vec![Effect::Start(Task::new(TaskKind::Open, title, move |_| {
        if pack::is_pack(&path) {
            return pack::finish(OpenPack::open(&path, passphrase));
        }
        let opened =
            Store::open(&path, &passphrase, &who).and_then(|store| Opened::of(store, today));
        finish_opening(opened.map_err(|error| error.to_string()), true)
    }))]
}

fn create(
    state: &mut State,
    path: PathBuf,
    template: &str,
    title: &str,
    passphrase: String,
) -> Result<Vec<Effect>, Problem> {
    let template: Template = templates::built_in()
        .iter()
        .find(|known| known.name == template)
        .cloned()
        .ok_or_else(|| {
            Problem::new(
                "The review was not created",
                format!("There is no template “{template}”."),
            )
        })?;
    state.start.busy = true;
    state.start.fault = None;
    let (who, today) = (state.settings.name.trim().to_owned(), state.today);
    let passphrase = Passphrase::new(passphrase);
    let new = NewFile {
        details: Details {
            title: title.trim().to_owned(),
            label: template.label.clone(),
            ..Details::default()
        },
        template,
    };
    let words = format!("Creating {}", name_of(&path));
    Ok(vec![Effect::Start(Task::new(
        TaskKind::Open,
        words,
        move |_| {
            let opened = Store::create(&path, &passphrase, &new, &who)
                .and_then(|store| Opened::of(store, today));
            finish_opening(opened.map_err(|error| error.to_string()), true)
        },
    ))])
}

/// Opens a sample as it was left, or builds it where there is none yet.
fn open_sample(state: &mut State, kind: FileKind) -> Result<Vec<Effect>, Problem> {
    const FAILED: &str = "The sample was not opened";
    let folder = state.sample_folder.clone().ok_or_else(|| {
        Problem::new(
            FAILED,
            "This system names no folder for data of programs. Set HOME, or use “lantern demo --out FOLDER”.",
        )
    })?;
    state.start.busy = true;
    state.start.fault = None;
    let who = state.settings.name.trim().to_owned();
    let (name, today, doing) = match kind {
        FileKind::Review => (
            "sample review.lantern",
            sample::today().map_err(|error| Problem::new(FAILED, error))?,
            "Opening the sample review",
        ),
        FileKind::Programme => (
            "sample programme.lantern",
            sample::programme_today(),
            "Opening the sample programme",
        ),
    };
    Ok(vec![Effect::Start(Task::new(
        TaskKind::Open,
        doing,
        move |progress| {
            let path = folder.join(name);
            let passphrase = Passphrase::new(sample::PASSPHRASE.to_owned());
            let store = if path.exists() {
                Store::open(&path, &passphrase, &who).map_err(|error| error.to_string())
            } else {
                built(kind, &path, (&passphrase, &who, today), progress)
            };
            let opened = store.and_then(|mut store| {
                store.lock_again();
                Opened::of(store, today).map_err(|error| error.to_string())
            });
            finish_opening(opened, false)
        },
    ))])
}

fn built(
    kind: FileKind,
    path: &Path,
    (passphrase, who, today): (&Passphrase, &str, NaiveDate),
    progress: &dyn Progress,
) -> Result<Store, String> {
    let folder = path.parent().unwrap_or(path);
    std::fs::create_dir_all(folder).map_err(|error| {
        let folder = folder.display();
        format!("The folder {folder} could not be made: {error}.")
    })?;
    let built = match kind {
        FileKind::Review => sample::build(path, passphrase, who, today, progress),
        FileKind::Programme => sample::build_programme(path, passphrase, who, progress),
    };
    built.map_err(|error| {
        // Half a sample would be opened the next time.
        let _ = std::fs::remove_file(path);
        error.to_string()
    })
}

/// A file that was opened, by what it holds.
enum Opened {
    Review(Box<Open>),
    Programme(Box<OpenProgramme>),
}

impl Opened {
    fn of(store: Store, today: NaiveDate) -> Result<Self, StoreError> {
        Ok(match store.kind()? {
            FileKind::Review => Self::Review(Box::new(Open::new(store, today)?)),
            FileKind::Programme => Self::Programme(Box::new(OpenProgramme::new(store, today)?)),
        })
    }

    fn path_and_reason(&self) -> (&Path, Option<&String>) {
        match self {
            Self::Review(open) => (&open.path, open.read_only.as_ref()),
            Self::Programme(open) => (&open.path, open.read_only.as_ref()),
        }
    }
}

fn create_programme(
    state: &mut State,
    path: PathBuf,
    template: &str,
    title: &str,
    passphrase: String,
) -> Vec<Effect> {
    let mut known = templates::programme::built_in().iter();
    let Some(template) = known.find(|known| known.name == template).cloned() else {
        return Vec::new();
    };
    state.start.busy = true;
    state.start.fault = None;
    let (who, today) = (state.settings.name.trim().to_owned(), state.today);
    let passphrase = Passphrase::new(passphrase);
    let new = NewProgramme {
        template,
        title: title.trim().to_owned(),
    };
    let words = format!("Creating {}", name_of(&path));
    vec![Effect::Start(Task::new(TaskKind::Open, words, move |_| {
        let opened = Store::create_programme(&path, &passphrase, &new, &who)
            .and_then(|store| Opened::of(store, today));
        finish_opening(opened.map_err(|error| error.to_string()), true)
    }))]
}

fn finish_opening(opened: Result<Opened, String>, remember: bool) -> Finish {
    Box::new(move |state| {
        state.start.busy = false;
        match opened {
            Ok(open) => {
                let (path, reason) = open.path_and_reason();
                if let Some(reason) = reason {
                    state.tell(Notice::Problem(Problem::new(
                        "Opened for reading only",
                        reason,
                    )));
                }
                if remember {
                    state.settings.remember(path);
                    action::save_settings(state)?;
                }
                state.start = StartState::default();
                match open {
                    Opened::Review(open) => state.open = Some(open),
                    Opened::Programme(open) => state.programme = Some(open),
                }
            }
            Err(words) if state.start.form.is_some() => state.start.fault = Some(words),
            Err(words) => return Err(Problem::new("The file was not opened", words)),
        }
        Ok(Vec::new())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_review_needs_place_title_and_a_long_passphrase_typed_twice() {
        let good = "four plain words here";
        for (path, title, passphrase, again, fault) in [
            ("", "Review", good, good, Some("where the new file")),
            ("a.lantern", " ", good, good, Some("title")),
            ("a.lantern", "Review", "short", "short", Some("at least 12")),
            (
                "a.lantern",
                "Review",
                good,
                "four plain words",
                Some("differ"),
            ),
            ("a.lantern", "Review", good, good, None),
        ] {
            let found = fault_of_new(Path::new(path), title, passphrase, again);
            match fault {
                Some(words) => assert!(found.is_some_and(|found| found.contains(words)), "{words}"),
                None => assert_eq!(found, None),
            }
        }
    }

    #[test]
    fn the_ending_is_added_once() {
        for (given, expected) in [
            ("a", "a.lantern"),
            ("a.lantern", "a.lantern"),
            ("a.b", "a.b.lantern"),
        ] {
            assert_eq!(with_ending(PathBuf::from(given)), PathBuf::from(expected));
        }
    }

    #[test]
    fn a_passphrase_is_not_in_debug_output() {
        let action = StartAction::Open {
            path: PathBuf::new(),
            passphrase: "four plain words here".to_owned(),
        };
        assert!(!format!("{action:?}").contains("four"));
    }
}
