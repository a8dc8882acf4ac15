use std::path::PathBuf;

use chrono::NaiveDate;

use super::open::SharedStore;
use super::{
    CodesFile, Notice, Open, OpenPack, OpenProgramme, ProgrammeRoom, Room, SearchState, Settings,
    StartState, Task, Typing, view,
};
use crate::model::RoundId;
use crate::publish::Output;

/// Everything the window shows.
pub struct State {
    /// The day on which files are opened.
    pub today: NaiveDate,
    pub settings: Settings,
    pub start: StartState,
    /// `None`: the start screen.
    pub open: Option<Box<Open>>,
    /// A panel member’s pack, in place of a review.
    pub pack: Option<Box<OpenPack>>,
    /// A programme’s file, in place of a review.
    pub programme: Option<Box<OpenProgramme>>,
    pub notices: Vec<Notice>,
    pub help: bool,
    pub search: SearchState,
    /// The sample is built here when it is asked for; `None` where the system names no folder.
    pub sample_folder: Option<PathBuf>,
    pub(super) typing: Option<Typing>,
}

/// What fills the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    Start,
    Room(Room),
    /// A panel member’s draft.
    Pack,
    Programme(ProgrammeRoom),
}

/// What an update wants done that it must not do itself.
pub enum Effect {
    Start(Task),
    StopTasks,
    /// Asks for files or a folder; the answer comes back as an action.
    Pick(Pick),
    /// Opens a file or folder with the system's own program for it.
    Show(PathBuf),
    /// Moves the keyboard to the search field.
    FocusSearch,
    /// Puts text on the clipboard.
    Copy(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    OpenReview,
    NewReview,
    Returns,
    OutputFolder,
    /// Where the evaluation of a programme shall be written.
    EvaluationFolder,
    /// Where a certificate of destruction shall be written, by its place in the file.
    Certificate(usize),
    /// Where the sheet of the group in hand shall be written.
    GroupSheet,
    PeopleTable,
    /// Spreadsheets of a programme’s cohort.
    Cohort,
    /// Where the files of a round shall be written.
    RoundFolder(RoundId),
    /// What members sent back.
    Replies,
    /// Where codes shall be written for other tools, and from where they shall be taken in.
    CodesTo(CodesFile),
    CodesFrom,
    /// Where the chronology as it is shown shall be written.
    Print(Output),
}

impl State {
    pub fn new(today: NaiveDate, settings: Settings, sample_folder: Option<PathBuf>) -> Self {
        Self {
            today,
            settings,
            start: StartState::default(),
            open: None,
            pack: None,
            programme: None,
            notices: Vec::new(),
            help: false,
            search: SearchState::default(),
            sample_folder,
            typing: None,
        }
    }

    pub fn screen(&self) -> Screen {
        match (&self.open, &self.programme, &self.pack) {
            (Some(open), ..) => Screen::Room(open.room),
            (None, Some(open), _) => Screen::Programme(open.room),
            (None, None, Some(_)) => Screen::Pack,
            (None, None, None) => Screen::Start,
        }
    }

    pub fn typing(&self) -> Option<&Typing> {
        self.typing.as_ref()
    }

    /// The open file, where it still is the one a task was started for: also while only its pseudonymised view is shown.
    pub(super) fn open_as(&mut self, store: &SharedStore) -> Option<&mut Open> {
        let open = self.open.as_deref_mut()?;
        if open.is(store) {
            return Some(open);
        }
        open.real_mut().filter(|real| real.is(store))
    }

    /// Shows a card. A word that something was done replaces the one before it.
    pub fn tell(&mut self, notice: Notice) {
        let notice = view::told(self, notice);
        self.notices
            .retain(|old| *old != notice && !matches!(old, Notice::Done(_)));
        self.notices.push(notice);
    }
}
