//! The program without its window: state, actions, one update per screen. No egui here, so that tests need no
//! display; the window draws the state and sends actions back.

mod action;
mod analysis;
mod chronology;
mod commands;
mod derived;
mod differences;
mod draft;
mod entry;
mod field;
mod import;
mod open;
mod overview;
mod pack;
mod panel;
mod people;
mod plan;
mod problem;
mod programme;
mod publish;
mod room;
mod search;
mod settings;
mod start;
mod state;
mod task;
mod view;
mod way;

pub mod manual;

pub use action::{Action, ShellAction};
pub use analysis::{
    AgreementAction, AgreementState, AnalysisAction, AnalysisPart, AnalysisState, CoderLine,
    CodesFile, CodingForm, ContactFigure, ContactsAction, ContactsFound, ContactsState,
    ContradictionKey, ContradictionLine, ContradictionPart, ContradictionsAction,
    ContradictionsState, CountedContacts, Danger, DangerAction, DateLine, EXCERPTS, Excerpt,
    KnowledgeAction, KnowledgeState, Known, Latest, LineStanding, MarkedWords, Matrices, Opened,
    OwnWordAction, OwnWordState, OwnWordStep, SilenceRow, Silences, SilencesAction, SilencesState,
    Story, SuggestionKey, SuggestionsAction, SuggestionsState, WeaknessListAction,
    WeaknessListState, WeaknessesAction, WeaknessesState, key_of, own_coding, own_word_chain,
    place_of_weakness, rules_at_hand,
};
pub use chronology::{
    Chosen, ChronologyAction, ChronologyState, EventProposal, EventProposals, EventsAction,
    LaneChoice, Line, Lines, Marked, PRINTED, Part, PassagesAction, Picking, Printed, SILENCES,
    SURE, Selecting, SideBySide, SideBySideAction, Spot, TAG_KEYS, Tagging, TimelineAction,
    TimelineLook, days_of_stretch, filter_parts, filter_words, named_like, order_in_words,
    output_of, silence_in_words, tag_keys,
};
pub use commands::{Command, Keys};
pub use derived::Derived;
pub use differences::{Piece, word_by_word};
pub use draft::{
    Beside, Compared, DraftAction, DraftState, Here, Laid, Look, OfferStep, Offers, PAUSE,
    PagesAction, PagesState, SeekAction, Seeking, SpellingAction, SpellingState, VersionsAction,
    VersionsState,
};
pub use entry::{Around, EntryAction, EntryPart, Kept, SourceState, is_counted};
pub use field::{
    ActionPart, AgencyPart, DetailPart, FactPart, Field, FieldAction, FindingPart, KnowingPart,
    LetterPart, MemberPart, PausePart, PersonPart, PlacePart, RecommendationPart, RoundPart,
    Typing, WeaknessPart,
};
pub use import::{
    Amending, Comparison, Gone, ImportAction, ImportState, PartChanged, Reading, Ready, RowChanged,
    Waiting, WaitingState, earlier_like,
};
pub use open::Open;
pub use overview::OverviewAction;
pub use pack::{OpenPack, PackAction};
pub use panel::{
    CollectedFile, CommentPart, LedgerFilter, LedgerStanding, NotCollected, PanelAction, PanelPart,
    PanelState, Written, WrittenFile, earlier_of_member,
};
use people::free_name;
pub use people::{
    Change, ChangeFilter, Doubt, IdentitiesFound, PeopleAction, PeoplePart, PeopleState,
    where_it_is,
};
pub use plan::{FindingAction, PlanAction, PlanState, PlanTab, QuestionAction};
pub use problem::{Notice, Problem};
pub use programme::{
    ALCOHOL, Adding, AnswerOf, AskedAction, AskedText, Behind, CaseAction, CaseLine, CasePart,
    CohortAction, CohortIntake, CohortState, Counted, CouplesQuestion, Decision, Draft,
    FollowUpAction, FollowUpFilter, FollowUpLine, FollowUpState, GroupPart, GroupsAction,
    GroupsState, IncidentTyped, IntakeAction, IntakePart, KeepingAction, KeepingState, ManText,
    Monitored, NOTICES, NewMeasure, Only, OpenProgramme, OutcomesAction, OutcomesState, Parted,
    PartedGroup, PartnerPart, PartnersAction, ProgrammeAction, ProgrammeField, ProgrammeRoom,
    Recorded, RegisterRow, ReportAction, ReportPart, ReportState, RunningAction, RunningPart,
    RunningState, RunningText, Setting, SettingList, called, counted, is_incomplete, name_of_key,
};
pub use publish::{
    Checked, ChecksAction, ChecksState, LetterAction, Made, MarkKey, PublishAction, PublishPart,
    PublishState, SetAction, SetState, Shown,
};
pub use room::Room;
pub use search::{Found, FoundWhere, SearchState};
pub use settings::{Settings, TEXT_SIZES, Theme, places};
pub use start::{SHORTEST_PASSPHRASE, StartAction, StartForm, StartState};
pub use state::{Effect, Pick, Screen, State};
pub use task::{Finish, Running, Task, TaskKind};
pub use way::{Place, ProgrammePlace, Way};

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::jobs::{Job, JobEnd};

/// Wakes the window when a task has something to show.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// The state, and the tasks that work on it.
pub struct App {
    pub state: State,
    running: Vec<Running>,
    /// Tasks that change the file, waiting for the one before them.
    queue: VecDeque<Task>,
    /// How many at the front of the queue the user has stopped.
    stopped: usize,
    wake: Wake,
    last_typed: Option<Instant>,
}

/// Typing that rests this long is saved without waiting for the field to be left.
const REST: Duration = Duration::from_secs(4);

impl App {
    pub fn new(state: State, wake: Wake) -> Self {
        Self {
            state,
            running: Vec::new(),
            queue: VecDeque::new(),
            stopped: 0,
            wake,
            last_typed: None,
        }
    }

    /// Carries out `action`. Returns what only the window can do (dialogs, opening a file, closing).
    pub fn act(&mut self, action: Action) -> Vec<Effect> {
        if matches!(
            action,
            Action::Field(FieldAction::Type(..)) | Action::Draft(_)
        ) {
            self.last_typed = Some(Instant::now());
        }
        let result = action::update(&mut self.state, action);
        self.settle(result)
    }

    /// Takes in what tasks have finished, saves typing that rests, and remembers the way somebody came. Call it once a frame.
    pub fn tick(&mut self) -> Vec<Effect> {
        if let Some(open) = self.state.open.as_deref_mut() {
            way::note(open);
        }
        if let Some(open) = self.state.programme.as_deref_mut() {
            way::note_in_programme(open);
        }
        let mut effects = self.save_rested_typing();
        let mut index = 0;
        while index < self.running.len() {
            let Some(end) = self.running[index].job.poll() else {
                index += 1;
                continue;
            };
            let ended = self.running.remove(index);
            let result = match end {
                JobEnd::Done(_) if ended.job.is_cancelled() && ended.kind.newest_counts() => {
                    Ok(Vec::new())
                }
                JobEnd::Done(finish) => finish(&mut self.state),
                JobEnd::Broke(words) => Err(Problem::new(
                    format!("{} came to an unexpected end", ended.title),
                    format!(
                        "Nothing was changed in the file. If it happens again, please report these words: {words}"
                    ),
                )),
            };
            effects.extend(self.settle(result));
            self.start_next();
        }
        self.bring_draft_up_to_date();
        effects
    }

    /// Typesets the draft once typing has paused, and compares its versions; only when what was begun before has ended, since
    /// typesetting cannot be stopped.
    fn bring_draft_up_to_date(&mut self) {
        let busy = self
            .running
            .iter()
            .any(|running| matches!(running.kind, TaskKind::Typeset | TaskKind::Differ));
        let Some(open) = self.state.open.as_mut().filter(|_| !busy) else {
            return;
        };
        let typing = self.state.typing.as_ref();
        let types = typing.is_some() && self.last_typed.is_some_and(|at| at.elapsed() < PAUSE);
        for task in draft::wanted(open, typing, types).into_iter().flatten() {
            self.start(task);
        }
    }

    fn save_rested_typing(&mut self) -> Vec<Effect> {
        if self.last_typed.is_none_or(|at| at.elapsed() < REST) {
            return Vec::new();
        }
        self.last_typed = None;
        match self.state.typing() {
            Some(typing) if typing.field.is_long() => {
                let field = typing.field;
                self.act(Action::Field(FieldAction::Keep(field)))
            }
            _ => Vec::new(),
        }
    }

    /// Starts the tasks among the effects, shows a problem, and returns the rest.
    fn settle(&mut self, result: Result<Vec<Effect>, Problem>) -> Vec<Effect> {
        let mut effects = result.unwrap_or_else(|problem| {
            self.state.tell(Notice::Problem(problem));
            Vec::new()
        });
        effects.extend(draft::look_again(&mut self.state));
        if let Some(open) = self.state.open.as_mut() {
            effects.extend(analysis::wanted(open));
            effects.extend(chronology::wanted(open));
            effects.extend(import::wanted(open));
            effects.extend(publish::wanted(open));
            effects.extend(people::wanted(open));
            panel::wanted(open);
        }
        if let Some(open) = self.state.programme.as_deref_mut() {
            effects.extend(programme::wanted(open));
        }
        let mut for_window = Vec::new();
        for effect in effects {
            if !view::may_follow(&self.state, &effect) {
                self.state.tell(Notice::Problem(view::refusal()));
                continue;
            }
            match effect {
                Effect::Start(task) => self.start(task),
                Effect::StopTasks => self.stop_tasks(),
                other => for_window.push(other),
            }
        }
        for_window
    }

    /// Starts a task, at once or behind another that changes the file.
    pub fn start(&mut self, task: Task) {
        let changes = self
            .running
            .iter()
            .any(|running| running.kind.changes_file());
        if task.kind.changes_file() && (changes || !self.queue.is_empty()) {
            self.queue.push_back(task);
        } else {
            self.start_now(task);
        }
    }

    fn start_next(&mut self) {
        let changes = self
            .running
            .iter()
            .any(|running| running.kind.changes_file());
        if !changes && let Some(task) = self.queue.pop_front() {
            self.start_now(task);
            if self.stopped > 0 {
                self.stopped -= 1;
                if let Some(last) = self.running.last() {
                    last.job.cancel();
                }
            }
        }
    }

    fn start_now(&mut self, task: Task) {
        if task.kind.newest_counts() {
            for running in self
                .running
                .iter()
                .filter(|running| running.kind == task.kind)
            {
                running.job.cancel();
            }
        }
        let wake = Arc::clone(&self.wake);
        let work = task.work;
        match Job::start(&task.title, move || wake(), move |progress| work(progress)) {
            Ok(job) => self.running.push(Running {
                title: task.title,
                kind: task.kind,
                job,
            }),
            Err(error) => self.state.tell(Notice::Problem(Problem::new(
                format!("{} could not be started", task.title),
                format!("The system gave no thread for it ({error}). Close other programs and try again."),
            ))),
        }
    }

    pub fn running(&self) -> &[Running] {
        &self.running
    }

    /// What waits in the queue is started all the same, asked to stop from its first step on, so that it ends as
    /// every task does and what waited for it is told. An undo cannot be stopped: one that waits is dropped.
    fn stop_tasks(&mut self) {
        self.queue.retain(|task| task.kind.can_stop());
        self.stopped = self.queue.len();
        let stopped = self
            .running
            .iter()
            .filter(|running| running.kind.can_stop());
        for running in stopped {
            running.job.cancel();
        }
    }

    /// Ticks until no task is left: for tests and the command line.
    pub fn settle_all(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        while !self.running.is_empty() {
            std::thread::sleep(Duration::from_millis(2));
            effects.extend(self.tick());
        }
        effects
    }
}
