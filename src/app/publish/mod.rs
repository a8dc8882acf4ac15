//! The room Publish: the outputs, where they go and what became of them; and the rules that the report is held to before.

mod checks;
mod letter;
mod set;

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;

use super::open::SharedStore;
use super::{Action, Effect, Finish, Notice, Open, Pick, Problem, State, Task, TaskKind, field};
use crate::identities;
use crate::model::Review;
use crate::publish::{self, Edition, Options, Output, Preview};

pub(super) use checks::wanted;
pub use checks::{Checked, ChecksAction, ChecksState, MarkKey};
pub use letter::LetterAction;
pub(super) use letter::{store_letter, store_record};
pub use set::{SetAction, SetState};

/// What the room shows, one at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum PublishPart {
    #[default]
    Outputs,
    Checks,
    Set,
    Record,
    Letter,
}

impl PublishPart {
    pub const ALL: [Self; 5] = [
        Self::Outputs,
        Self::Checks,
        Self::Letter,
        Self::Record,
        Self::Set,
    ];

    pub fn words(self) -> &'static str {
        match self {
            Self::Outputs => "Outputs",
            Self::Checks => "Checks",
            Self::Letter => "Letter",
            Self::Record => "Data record",
            Self::Set => "The set",
        }
    }
}

#[derive(Default)]
pub struct PublishState {
    pub part: PublishPart,
    pub checks: ChecksState,
    pub set: SetState,
    pub chosen: HashSet<Output>,
    pub folder: Option<PathBuf>,
    pub made: Vec<Made>,
    pub preview: Option<Shown>,
    /// For whom the next preview is typeset.
    pub previewed: Edition,
    /// The preview that is being typeset.
    pub typesetting: Option<Output>,
    pub page: usize,
}

/// A typeset output in the preview.
pub struct Shown {
    pub output: Output,
    pub edition: Edition,
    /// Of the review when it was typeset; older than the review's own: the preview is out of date.
    pub revision: i64,
    pub preview: Arc<Preview>,
}

/// An output that was asked for.
#[derive(Debug, Clone)]
pub struct Made {
    pub output: Output,
    pub result: Result<publish::Made, String>,
}

#[derive(Debug, Clone)]
pub enum PublishAction {
    ShowPart(PublishPart),
    Checks(ChecksAction),
    Set(SetAction),
    Letter(LetterAction),
    Choose(Output, bool),
    ChooseAll(bool),
    ChooseFolder,
    SetFolder(PathBuf),
    Write,
    Preview(Output),
    /// Shows the same pages for somebody else.
    PreviewAs(Edition),
    Page(usize),
    Show(PathBuf),
}

impl PublishState {
    pub(super) fn follow(&mut self, _review: &Review) {
        if self.chosen.is_empty() && self.made.is_empty() {
            self.chosen = Output::ALL.into_iter().collect();
        }
    }

    /// The same document stays at its page.
    fn take(&mut self, shown: Shown) {
        let before = self.preview.as_ref();
        self.page = match before.is_some_and(|before| before.output == shown.output) {
            true => self.page.min(shown.preview.pages().saturating_sub(1)),
            false => 0,
        };
        self.preview = Some(shown);
    }
}

impl From<PublishAction> for Action {
    fn from(action: PublishAction) -> Self {
        Self::Publish(action)
    }
}

pub(super) fn update(state: &mut State, action: PublishAction) -> Result<Vec<Effect>, Problem> {
    field::leave(state)?;
    let Some(open) = state.open.as_mut() else {
        return Ok(Vec::new());
    };
    let today = open.today;
    let publish = &mut open.publish;
    match action {
        PublishAction::ShowPart(part) => publish.part = part,
        PublishAction::Checks(action) => return checks::update(state, action),
        PublishAction::Set(action) => return set::update(open, action),
        PublishAction::Letter(action) => letter::update(open, action)?,
        PublishAction::Choose(output, true) => {
            publish.chosen.insert(output);
        }
        PublishAction::Choose(output, false) => {
            publish.chosen.remove(&output);
        }
        PublishAction::ChooseAll(true) => publish.chosen = Output::ALL.into_iter().collect(),
        PublishAction::ChooseAll(false) => publish.chosen.clear(),
        PublishAction::ChooseFolder => return Ok(vec![Effect::Pick(Pick::OutputFolder)]),
        PublishAction::SetFolder(folder) => publish.folder = Some(folder),
        PublishAction::Page(page) => publish.page = page,
        PublishAction::Show(path) => return Ok(vec![Effect::Show(path)]),
        PublishAction::Preview(output) => return Ok(vec![preview(open, output)]),
        PublishAction::PreviewAs(edition) => {
            publish.previewed = edition;
            let shown = publish.preview.as_ref().map(|shown| shown.output);
            if let Some(output) = publish.typesetting.or(shown) {
                return Ok(vec![preview(open, output)]);
            }
        }
        PublishAction::Write => {
            let Some(folder) = publish.folder.clone() else {
                return Err(Problem::new(
                    "Nothing was written",
                    "Please choose a folder first.",
                ));
            };
            publish.made.clear();
            let chosen = Output::ALL
                .into_iter()
                .filter(|output| publish.chosen.contains(output))
                .collect();
            let (store, review) = (open.store(), Arc::clone(&open.review));
            return Ok(vec![Effect::Start(write(
                store,
                review,
                chosen,
                folder,
                Options::new(today),
            ))]);
        }
    }
    Ok(Vec::new())
}

/// Typesets an output for those for whom previews are made.
fn preview(open: &mut Open, output: Output) -> Effect {
    open.publish.typesetting = Some(output);
    let edition = open.publish.previewed;
    let options = Options {
        edition,
        ..Options::new(open.today)
    };
    let (store, review) = (open.store(), Arc::clone(&open.review));
    Effect::Start(Task::new(
        TaskKind::Preview,
        format!("Typesetting {}", output.title()),
        move |_| {
            let preview = match edition {
                Edition::Working => Preview::of(&review, output, &options),
                Edition::Publication => {
                    Preview::of(&identities::disguised(&review).review, output, &options)
                }
            };
            let revision = review.revision;
            Box::new(move |state| {
                let Some(open) = state.open_as(&store) else {
                    return Ok(Vec::new());
                };
                open.publish.typesetting = None;
                let preview =
                    preview.map_err(|error| Problem::new("There is no preview", error))?;
                open.publish.take(Shown {
                    output,
                    edition,
                    revision,
                    preview: Arc::new(preview),
                });
                Ok(Vec::new())
            })
        },
    ))
}

fn write(
    store: SharedStore,
    review: Arc<Review>,
    chosen: Vec<Output>,
    folder: PathBuf,
    options: Options,
) -> Task {
    let title = match chosen.as_slice() {
        [one] => format!("Writing {}", one.title()),
        several => format!("Writing {} documents", several.len()),
    };
    Task::new(TaskKind::Write, title, move |progress| {
        let mut made = Vec::new();
        for (index, output) in chosen.iter().enumerate() {
            if progress
                .report(index as u64, Some(chosen.len() as u64), output.title())
                .is_err()
            {
                return finish_writing(store, made, true);
            }
            let path = folder.join(output.file_name(&review.details, options.edition));
            let result = publish::write(&review, *output, &options, &path, progress);
            if matches!(result, Err(publish::PublishError::Cancelled(_))) {
                return finish_writing(store, made, true);
            }
            made.push(Made {
                output: *output,
                result: result.map_err(|error| error.to_string()),
            });
        }
        finish_writing(store, made, false)
    })
}

fn finish_writing(store: SharedStore, made: Vec<Made>, stopped: bool) -> Finish {
    Box::new(move |state| {
        let Some(open) = state.open_as(&store) else {
            return Ok(Vec::new());
        };
        let (written, failed): (Vec<_>, Vec<_>) = made.iter().partition(|made| made.result.is_ok());
        let words = match written.len() {
            1 => "1 document written.".to_owned(),
            count => format!("{count} documents written."),
        };
        let failed = failed.len();
        open.publish.made = made;
        if stopped {
            return Err(Problem::new(
                "Writing was stopped",
                format!("{words} The others were left as they were."),
            ));
        }
        if failed > 0 {
            return Err(Problem::new(
                format!("{failed} of the documents could not be written"),
                "The list says why for each. Files that were there before are unchanged.",
            ));
        }
        state.tell(Notice::Done(words));
        Ok(Vec::new())
    })
}
