//! The open file: its read model, what is derived from it, and the one way to change it.

use std::collections::HashSet;
use std::ops::Deref;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, TryLockError};
use std::thread;
use std::time::Duration;

use chrono::NaiveDate;

use super::{
    AnalysisState, ChronologyState, Derived, DraftState, ImportState, PanelState, PeopleState,
    PlanState, Problem, PublishState, Room, SourceState, Way, view,
};
use crate::analysis;
use crate::model::{EntryId, Review};
use crate::store::{Hit, Mode, Noun, Outcome, Store, StoreError, Touched};

/// The file, shared with the tasks that work on it, and which view of it they were started for.
#[derive(Clone)]
pub struct SharedStore {
    store: Arc<Mutex<Store>>,
    view: Arc<()>,
}

impl SharedStore {
    fn of(store: Arc<Mutex<Store>>) -> Self {
        let view = Arc::new(());
        Self { store, view }
    }
}

impl Deref for SharedStore {
    type Target = Mutex<Store>;

    fn deref(&self) -> &Self::Target {
        &self.store
    }
}

/// An open review. The window reads it; only [`Open::edit`], undo and redo change it.
pub struct Open {
    store: SharedStore,
    /// The review with its real names and everything that was shown of it, while this is its pseudonymised view.
    real: Option<Box<Self>>,
    /// A search holds the file.
    searching: Arc<AtomicBool>,
    pub path: PathBuf,
    /// Who works with it, as it stands in the audit trail; a coder by this name.
    pub who: String,
    /// Why nothing can be changed; `None` where it can.
    pub read_only: Option<String>,
    /// As far as `who` may see it: in open codings, only their own tags.
    pub review: Arc<Review>,
    pub derived: Derived,
    /// What undo and redo would do.
    pub undo: Option<String>,
    pub redo: Option<String>,
    pub room: Room,
    pub chronology: ChronologyState,
    pub import: ImportState,
    /// The table that an entry came from, where it is shown.
    pub source: SourceState,
    pub analysis: AnalysisState,
    pub draft: DraftState,
    pub plan: PlanState,
    pub panel: PanelState,
    pub publish: PublishState,
    pub people: PeopleState,
    /// Where somebody has been.
    pub way: Way,
    /// The day that “overdue” and “month 5” count from: for the sample, the day on which it plays.
    pub today: NaiveDate,
}

impl Open {
    /// Takes some tenths of a second for a large review: call it on a task's thread.
    pub fn new(store: Store, today: NaiveDate) -> Result<Self, StoreError> {
        let mut review = store.load()?;
        analysis::hide_from(&mut review, store.who());
        let derived = Derived::of(&review, today);
        let mut open = Self {
            path: store.path().to_owned(),
            who: store.who().to_owned(),
            read_only: match store.mode() {
                Mode::ReadWrite => None,
                Mode::ReadOnly(reason) => Some(reason.to_string()),
            },
            undo: store.undo_label(),
            redo: store.redo_label(),
            store: SharedStore::of(Arc::new(Mutex::new(store))),
            real: None,
            searching: Arc::default(),
            review: Arc::new(review),
            derived,
            room: Room::default(),
            chronology: ChronologyState::default(),
            import: ImportState::default(),
            source: SourceState::default(),
            analysis: AnalysisState::default(),
            draft: DraftState::default(),
            plan: PlanState::default(),
            panel: PanelState::default(),
            publish: PublishState::default(),
            people: PeopleState::default(),
            way: Way::default(),
            today,
        };
        open.follow();
        Ok(open)
    }

    /// The pseudonymised view of `real`, which is put aside whole: everything that the window shows is made anew from `review`.
    pub(super) fn disguising(real: Box<Self>, review: Arc<Review>, derived: Derived) -> Self {
        let mut open = Self {
            store: SharedStore::of(Arc::clone(&real.store.store)),
            searching: Arc::clone(&real.searching),
            path: real.path.clone(),
            who: String::new(),
            read_only: Some(view::FOR_READING.to_owned()),
            review,
            derived,
            undo: None,
            redo: None,
            room: real.room,
            chronology: ChronologyState::default(),
            import: ImportState::default(),
            source: SourceState::default(),
            analysis: AnalysisState::default(),
            draft: DraftState::default(),
            plan: PlanState::default(),
            panel: PanelState::default(),
            publish: PublishState::default(),
            people: PeopleState::default(),
            way: Way::default(),
            today: real.today,
            real: Some(real),
        };
        open.follow();
        open
    }

    /// Whether nothing here names anybody: the pseudonymised view.
    pub fn is_disguised(&self) -> bool {
        self.real.is_some()
    }

    /// What the pseudonymised view is of; `None` where this is the review itself.
    pub(super) fn real(&self) -> Option<&Self> {
        self.real.as_deref()
    }

    pub(super) fn real_mut(&mut self) -> Option<&mut Self> {
        self.real.as_deref_mut()
    }

    pub(super) fn into_real(self) -> Option<Box<Self>> {
        self.real
    }

    /// The file, for a task that needs it longer than a frame. While it is held, edits are refused.
    pub fn store(&self) -> SharedStore {
        self.store.clone()
    }

    /// Whether this is the file, and the view of it, that a task was started for: it may have been closed meanwhile.
    pub fn is(&self, store: &SharedStore) -> bool {
        Arc::ptr_eq(&self.store.view, &store.view)
    }

    /// Carries out one edit and brings the read model up to date.
    pub fn edit<T>(
        &mut self,
        title: &str,
        work: impl FnOnce(&mut Store) -> Result<Outcome<T>, StoreError>,
    ) -> Result<T, Problem> {
        let outcome = self.with_store(title, work)?;
        self.take_in(title, &outcome)?;
        Ok(outcome.value)
    }

    fn with_store<T>(
        &mut self,
        title: &str,
        work: impl FnOnce(&mut Store) -> Result<T, StoreError>,
    ) -> Result<T, Problem> {
        if self.is_disguised() {
            return Err(view::refusal());
        }
        let store = self.store();
        let mut store = self.lock_soon(&store).ok_or_else(|| busy(title))?;
        work(&mut store).map_err(|error| Problem::new(title, error))
    }

    /// Brings the read model up to date after an outcome, from this thread's edits or a task's.
    pub fn take_in<T>(&mut self, title: &str, outcome: &Outcome<T>) -> Result<(), Problem> {
        let store = self.store();
        let store = wait(&store);
        let touched = &with_what_is_hidden(&outcome.touched);
        let words = self.chronology.words_before(&self.review, touched);
        let review = Arc::make_mut(&mut self.review);
        store
            .refresh(review, touched)
            .map_err(|error| Problem::new(title, error))?;
        analysis::hide_from(review, &self.who);
        self.undo = store.undo_label();
        self.redo = store.redo_label();
        drop(store);
        self.derived
            .bring_up_to_date(&self.review, touched, self.today);
        if !touched.entries.is_empty() {
            self.chronology.search_again(&self.review, words);
        }
        self.follow();
        Ok(())
    }

    /// Entries that hold all of `words`, at most `limit`.
    pub fn search(&self, words: &str, limit: usize) -> Result<Vec<Hit>, Problem> {
        if self.is_disguised() {
            return Ok(view::hits(&self.review, words, limit));
        }
        let Some(store) = self.lock_soon(&self.store) else {
            return Ok(Vec::new());
        };
        store
            .search(&self.review, words, limit)
            .map_err(|error| Problem::new("The search gave no answer", error))
    }

    /// Finds all entries that hold words, for a task: it waits until the file is free.
    pub(super) fn searcher(
        &self,
    ) -> impl FnOnce(&str) -> Result<HashSet<EntryId>, StoreError> + use<> {
        let (store, searching) = (self.store(), Arc::clone(&self.searching));
        let disguised = self.is_disguised().then(|| Arc::clone(&self.review));
        move |words| {
            if let Some(review) = disguised {
                return Ok(view::found(&review, words));
            }
            let store = wait(&store);
            searching.store(true, Ordering::SeqCst);
            let found = store.found(words);
            searching.store(false, Ordering::SeqCst);
            found
        }
    }

    /// The file, unless a task works on it. A search is waited for: it is over before anybody could be told of it.
    fn lock_soon<'a>(&self, store: &'a Mutex<Store>) -> Option<MutexGuard<'a, Store>> {
        /// Between taking the file and saying that it is for a search.
        const A_MOMENT: Duration = Duration::from_millis(1);
        loop {
            let searching = self.searching.load(Ordering::SeqCst);
            if let Some(store) = lock_now(store) {
                return Some(store);
            }
            thread::sleep(A_MOMENT);
            if !searching && !self.searching.load(Ordering::SeqCst) {
                return lock_now(store);
            }
        }
    }

    /// The screens' own states follow what is there now.
    fn follow(&mut self) {
        self.chronology.follow(&self.review, &self.derived);
        self.import.follow(&self.review);
        self.source.follow(&self.review);
        self.analysis.follow(&self.review);
        self.draft.follow(&self.review);
        self.plan.follow(&self.review);
        self.panel.follow(&self.review);
        self.people.follow(&self.review);
        self.publish.follow(&self.review);
    }
}

/// When a coding begins or ends, tags come out of sight or into it that the step has not touched.
fn with_what_is_hidden(touched: &Touched) -> Touched {
    let mut touched = touched.clone();
    if touched.touches(Noun::Codings) {
        touched.nouns.extend([Noun::Taggings, Noun::Declined]);
    }
    touched
}

pub(super) fn busy(title: &str) -> Problem {
    Problem::new(
        title,
        "The file is still being written to (see the line at the bottom of the window). \
         Nothing was changed; please try again when that is done.",
    )
}

pub(super) fn lock_now(store: &Mutex<Store>) -> Option<MutexGuard<'_, Store>> {
    match store.try_lock() {
        Ok(guard) => Some(guard),
        // A task that panicked rolled its transaction back by unwinding: the file is whole.
        Err(TryLockError::Poisoned(poisoned)) => Some(poisoned.into_inner()),
        Err(TryLockError::WouldBlock) => None,
    }
}

/// Waits for a task to give the file back; for tasks, and for the window only when no task holds it.
pub fn wait(store: &Mutex<Store>) -> MutexGuard<'_, Store> {
    store
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}
