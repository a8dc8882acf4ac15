//! The window of a panel member: the draft they were sent, and what they say of it. Nothing else of the review is in a pack.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Effect, Finish, Problem, State};
use crate::exchange::{self, ExchangeError, Pack, PackComment};
use crate::model::ParagraphId;
use crate::publish;
use crate::store::{self, Passphrase};

const NOT_KEPT: &str = "Your comment was not kept";
/// A larger file is no draft.
const LARGEST: u64 = 200 << 20;

/// A pack that is open. Each comment is kept in its file at once, so that the file itself is what goes back to the chair.
pub struct OpenPack {
    pub path: PathBuf,
    pub pack: Pack,
    /// What is commented on: a paragraph, or `None` for the draft as a whole.
    pub at: Option<ParagraphId>,
    /// What is being typed; not a comment yet.
    pub writing: String,
    /// The comment that is being worded anew.
    pub rewording: Option<usize>,
    passphrase: Passphrase,
}

#[derive(Debug, Clone)]
pub enum PackAction {
    Choose(Option<ParagraphId>),
    Write(String),
    /// Makes what is typed a comment. A comment that is worded anew as nothing is removed.
    Keep,
    Reword(usize),
    /// Leaves the words of a comment as they were.
    LeaveAsItWas,
    /// Shows the folder that the file is in.
    ShowFile,
}

impl OpenPack {
    /// Reads and decrypts a file: call it on a task's thread.
    pub fn open(path: &Path, passphrase: Passphrase) -> Result<Self, String> {
        let file = super::start::name_of(path);
        let bytes = read(path).map_err(|error| format!("{file} could not be read: {error}."))?;
        let pack = exchange::open_pack(&file, &bytes, &passphrase)
            .map_err(|error: ExchangeError| error.to_string())?;
        Ok(Self {
            path: path.to_owned(),
            pack,
            at: None,
            writing: String::new(),
            rewording: None,
            passphrase,
        })
    }

    /// The comments on a paragraph, or on the draft as a whole, with their places among all.
    pub fn comments_on(
        &self,
        at: Option<ParagraphId>,
    ) -> impl Iterator<Item = (usize, &PackComment)> {
        let all = self.pack.comments.iter().enumerate();
        all.filter(move |(_, comment)| comment.paragraph == at)
    }

    /// Makes what is typed a comment and keeps the file. Where it cannot be kept, everything is as it was and the words stay in their field.
    pub(super) fn keep(&mut self) -> Result<(), Problem> {
        let words = self.writing.trim();
        let mut comments = self.pack.comments.clone();
        match self.rewording {
            None if words.is_empty() => {
                self.writing.clear();
                return Ok(());
            }
            None => comments.push(PackComment {
                author: self.pack.copy.member.clone(),
                at: store::now(),
                paragraph: self.at,
                quoted: String::new(),
                text: words.to_owned(),
                answers: None,
            }),
            Some(place) if words.is_empty() => remove(&mut comments, place),
            Some(place) => {
                if let Some(comment) = comments.get_mut(place) {
                    words.clone_into(&mut comment.text);
                }
            }
        }
        let before = std::mem::replace(&mut self.pack.comments, comments);
        if let Err(words) = self.save() {
            self.pack.comments = before;
            return Err(Problem::new(
                NOT_KEPT,
                format!("What you typed is still in its field. {words}"),
            ));
        }
        self.writing.clear();
        self.rewording = None;
        Ok(())
    }

    fn save(&self) -> Result<(), String> {
        let bytes = self.pack.written(&self.passphrase)?;
        publish::save(&self.path, &bytes).map_err(|error| error.to_string())?;
        Ok(())
    }

    /// Before something else is shown: what is typed becomes a comment; a comment that is being emptied stays as it was.
    pub(super) fn leave(&mut self) -> Result<(), Problem> {
        if self.rewording.is_some() && self.writing.trim().is_empty() {
            self.rewording = None;
            self.writing.clear();
        }
        self.keep()
    }
}

fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    if fs::metadata(path)?.len() > LARGEST {
        return Err(std::io::Error::other("it is too large to be a pack"));
    }
    fs::read(path)
}

/// Replies to it become comments of their own.
fn remove(comments: &mut Vec<PackComment>, place: usize) {
    if place >= comments.len() {
        return;
    }
    comments.remove(place);
    for comment in comments {
        comment.answers = match comment.answers {
            Some(above) if above == place => None,
            Some(above) if above > place => Some(above - 1),
            other => other,
        };
    }
}

/// Whether a file is a pack rather than a review; its first bytes tell.
pub(super) fn is_pack(path: &Path) -> bool {
    read(path).is_ok_and(|bytes| exchange::is_pack(&bytes))
}

pub(super) fn finish(opened: Result<OpenPack, String>) -> Finish {
    Box::new(move |state| {
        state.start.busy = false;
        match opened {
            Ok(pack) => {
                state.start = super::StartState::default();
                state.pack = Some(Box::new(pack));
            }
            Err(words) => state.start.fault = Some(words),
        }
        Ok(Vec::new())
    })
}

pub(super) fn update(state: &mut State, action: PackAction) -> Result<Vec<Effect>, Problem> {
    let Some(open) = state.pack.as_deref_mut() else {
        return Ok(Vec::new());
    };
    match action {
        PackAction::Choose(at) => {
            if at != open.at {
                open.leave()?;
                open.at = at;
            }
        }
        PackAction::Write(words) => open.writing = words,
        PackAction::Keep => open.keep()?,
        PackAction::Reword(place) => {
            open.leave()?;
            if let Some(comment) = open.pack.comments.get(place) {
                open.writing.clone_from(&comment.text);
                open.rewording = Some(place);
            }
        }
        PackAction::LeaveAsItWas => {
            open.writing.clear();
            open.rewording = None;
        }
        PackAction::ShowFile => {
            open.leave()?;
            let folder = open.path.parent().map(Path::to_owned);
            return Ok(folder.map(Effect::Show).into_iter().collect());
        }
    }
    Ok(Vec::new())
}
