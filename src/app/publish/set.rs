//! The set: written into a folder of its own, and kept on record; or what stands against it.

use std::sync::Arc;

use crate::app::{Effect, Finish, Notice, Open, Problem, State, Task, TaskKind, open::SharedStore};
use crate::edits;
use crate::model::{Publication, PublicationId};
use crate::publish::{self, Against, Edition, LetPass, SetError, SetMade, SetOptions, publish_set};

use super::PublishAction;
use crate::app::Action;

#[derive(Default)]
pub struct SetState {
    pub edition: Edition,
    /// What stood against the last one.
    pub against: Option<Arc<Against>>,
    /// The last one that was written.
    pub made: Option<Arc<SetMade>>,
    /// Leaks that are drawn.
    pub drawn: usize,
}

const DRAWN: usize = 40;

#[derive(Debug, Clone)]
pub enum SetAction {
    Choose(Edition),
    Write,
    /// Whatever stands against it may pass for this reason.
    WriteAllTheSame(String),
    DrawMore,
}

impl From<SetAction> for Action {
    fn from(action: SetAction) -> Self {
        Self::Publish(PublishAction::Set(action))
    }
}

pub(super) fn update(open: &mut Open, action: SetAction) -> Result<Vec<Effect>, Problem> {
    let reason = match action {
        SetAction::Choose(edition) => {
            open.publish.set.edition = edition;
            open.publish.set.against = None;
            return Ok(Vec::new());
        }
        SetAction::DrawMore => {
            open.publish.set.drawn += DRAWN;
            return Ok(Vec::new());
        }
        SetAction::Write => String::new(),
        SetAction::WriteAllTheSame(reason) if reason.trim().is_empty() => {
            return Err(Problem::new(
                "Nothing was published",
                "What was found passes only for a reason, which is kept in the audit trail. Write why, then publish.",
            ));
        }
        SetAction::WriteAllTheSame(reason) => reason,
    };
    let Some(folder) = open.publish.folder.clone() else {
        return Err(Problem::new(
            "Nothing was written",
            "Please choose a folder first.",
        ));
    };
    let asked = SetOptions {
        edition: open.publish.set.edition,
        today: open.today,
        let_pass: LetPass::everything(&reason),
    };
    if let (Edition::Publication, Some(why)) = (asked.edition, &open.read_only) {
        return Err(Problem::new(
            "Nothing was published",
            format!("That it went out could not be kept in this review: {why}"),
        ));
    }
    open.publish.set.drawn = DRAWN;
    let (store, review) = (open.store(), Arc::clone(&open.review));
    let title = format!("Writing the {}", asked.edition.words());
    Ok(vec![Effect::Start(Task::new(
        TaskKind::Write,
        title,
        move |progress| {
            let place = folder.join(publish::set_folder(&review, asked.edition));
            let result = publish_set(&review, &asked, &place, progress);
            finish(store, result)
        },
    ))])
}

fn finish(store: SharedStore, result: Result<SetMade, SetError>) -> Finish {
    Box::new(move |state: &mut State| {
        let Some(open) = state.open_as(&store) else {
            return Ok(Vec::new());
        };
        let made = match result {
            Ok(made) => made,
            Err(SetError::Against(against)) => {
                let words = against.to_string();
                open.publish.set.against = Some(Arc::new(*against));
                return Err(Problem::new("Something stands against it", words));
            }
            Err(error) => return Err(Problem::new("The set was not written", error)),
        };
        let folder = made.folder.display().to_string();
        if made.edition == Edition::Publication {
            let publication = Publication {
                id: PublicationId(0),
                at: String::new(),
                by: String::new(),
                manifest: made.manifest.clone(),
                overridden: u32::try_from(made.passed).unwrap_or(u32::MAX),
                reason: made.reason.clone(),
                dated: made.dated,
            };
            open.edit(
                "The set is written, but that it went out was not kept in the review",
                |store| edits::record_publication(store, &publication),
            )?;
        }
        let count = made.files.len() + 1;
        open.publish.set.against = None;
        open.publish.set.made = Some(Arc::new(made));
        state.tell(Notice::Done(format!("{count} files written to {folder}.")));
        Ok(Vec::new())
    })
}
