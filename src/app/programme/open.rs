//! The open programme’s file: its read model, and the one way to change it.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use chrono::NaiveDate;

use super::{
    Behind, CaseLine, CohortIntake, CohortState, Figures, FollowUpLine, FollowUpState, GroupsState,
    KeepingState, OutcomesState, ProgrammeRoom, ReportState,
};
use crate::app::Problem;
use crate::app::open::{busy, lock_now, wait};
use crate::model::programme::{Group, Man, Programme};
use crate::model::{GroupId, ManId};
use crate::programme::{Kept, keeping};
use crate::store::{Mode, Outcome, Store, StoreError};

pub(in crate::app) type SharedProgramme = Arc<Mutex<Store>>;

/// An open programme’s file. Everything that was opened behind the wall is in [`OpenProgramme::behind`] and nowhere else.
pub struct OpenProgramme {
    store: SharedProgramme,
    pub path: PathBuf,
    pub who: String,
    /// Why nothing can be changed; `None` where it can.
    pub read_only: Option<String>,
    /// His side of the wall.
    pub programme: Arc<Programme>,
    pub lines: Vec<CaseLine>,
    /// Of the men; partners’ stand behind the wall.
    pub follow_ups: Vec<FollowUpLine>,
    pub figures: Figures,
    pub undo: Option<String>,
    pub redo: Option<String>,
    pub today: NaiveDate,
    pub room: ProgrammeRoom,
    pub cohort: CohortState,
    /// A cohort on its way in.
    pub intake: Option<CohortIntake>,
    /// How long each man’s file is kept.
    pub kept: Vec<Kept>,
    /// The page of keeping and destruction, where it is open.
    pub keeping: Option<KeepingState>,
    pub groups: GroupsState,
    pub follow_up: FollowUpState,
    pub outcomes: OutcomesState,
    pub report: ReportState,
    pub has_safety_lock: bool,
    /// `None`: the lock of women’s safety work is closed.
    pub behind: Option<Box<Behind>>,
}

impl OpenProgramme {
    /// Call it on a task’s thread: it reads the whole file.
    pub fn new(store: Store, today: NaiveDate) -> Result<Self, StoreError> {
        let programme = store.programme()?;
        let mut open = Self {
            path: store.path().to_owned(),
            who: store.who().to_owned(),
            read_only: match store.mode() {
                Mode::ReadWrite => None,
                Mode::ReadOnly(reason) => Some(reason.to_string()),
            },
            undo: store.undo_label(),
            redo: store.redo_label(),
            has_safety_lock: store.has_safety_lock()?,
            store: Arc::new(Mutex::new(store)),
            programme: Arc::new(programme),
            lines: Vec::new(),
            follow_ups: Vec::new(),
            figures: Figures::default(),
            today,
            room: ProgrammeRoom::default(),
            cohort: CohortState::default(),
            intake: None,
            kept: Vec::new(),
            keeping: None,
            groups: GroupsState::default(),
            follow_up: FollowUpState::default(),
            outcomes: OutcomesState::default(),
            report: ReportState::default(),
            behind: None,
        };
        open.follow();
        Ok(open)
    }

    pub fn may_change(&self) -> bool {
        self.read_only.is_none()
    }

    pub fn store(&self) -> SharedProgramme {
        Arc::clone(&self.store)
    }

    pub fn is(&self, store: &SharedProgramme) -> bool {
        Arc::ptr_eq(&self.store, store)
    }

    pub fn man(&self, id: ManId) -> Option<&Man> {
        self.programme.man(id)
    }

    pub fn line(&self, id: ManId) -> Option<&CaseLine> {
        self.lines.iter().find(|line| line.man == id)
    }

    pub fn group(&self, id: GroupId) -> Option<&Group> {
        self.programme.groups.iter().find(|group| group.id == id)
    }

    /// Carries out one edit and brings everything that is shown up to date.
    pub fn edit<T>(
        &mut self,
        title: &str,
        work: impl FnOnce(&mut Store) -> Result<Outcome<T>, StoreError>,
    ) -> Result<T, Problem> {
        let value = self.with_store(title, |store| work(store).map(|outcome| outcome.value))?;
        self.take_in(title)?;
        Ok(value)
    }

    /// Something with the file that is no edit of it. What undo would take back is told as the lock now lets it be.
    pub(super) fn with_store<T>(
        &mut self,
        title: &str,
        work: impl FnOnce(&mut Store) -> Result<T, StoreError>,
    ) -> Result<T, Problem> {
        let store = self.store();
        let mut store = lock_now(&store).ok_or_else(|| busy(title))?;
        let done = work(&mut store).map_err(|error| Problem::new(title, error));
        self.undo = store.undo_label();
        self.redo = store.redo_label();
        done
    }

    /// Reads the file anew after a change, whoever made it.
    pub(in crate::app) fn take_in(&mut self, title: &str) -> Result<(), Problem> {
        let store = self.store();
        let store = wait(&store);
        let read = |error: StoreError| Problem::new(title, error);
        self.programme = Arc::new(store.programme().map_err(read)?);
        self.undo = store.undo_label();
        self.redo = store.redo_label();
        self.has_safety_lock = store.has_safety_lock().map_err(read)?;
        if let Some(mut behind) = self.behind.take().filter(|_| store.is_unlocked()) {
            behind
                .read_again(&store, &self.programme, self.today)
                .map_err(read)?;
            self.behind = Some(behind);
        }
        drop(store);
        self.follow();
        Ok(())
    }

    fn follow(&mut self) {
        self.lines = CaseLine::all(&self.programme, self.today);
        self.follow_ups = FollowUpLine::all(&self.programme, self.today);
        self.figures = Figures::of(&self.programme, self.today);
        self.kept = keeping(&self.programme, self.today);
        self.cohort.follow(&self.programme);
        self.groups.follow(&self.programme);
    }
}
