//! What the user can do, and where each action is carried out.

use super::{
    AnalysisAction, ChronologyAction, Command, DraftAction, Effect, EntryAction, FieldAction,
    ImportAction, Notice, OverviewAction, PackAction, PanelAction, PeopleAction, PlanAction,
    Problem, ProgrammeAction, ProgrammeRoom, PublishAction, Room, StartAction, State, TEXT_SIZES,
    Task, TaskKind, Theme, analysis, chronology, draft, entry, field, import, open, overview, pack,
    panel, people, plan, programme, publish, search, start, view, way,
};
use crate::model::EntryId;
use crate::store::{Outcome, Store, StoreError};

#[derive(Debug, Clone)]
pub enum Action {
    Start(StartAction),
    Shell(ShellAction),
    /// Typing in a field, and leaving it.
    Field(FieldAction),
    Overview(OverviewAction),
    Chronology(ChronologyAction),
    Entry(EntryAction),
    Import(ImportAction),
    Analysis(AnalysisAction),
    Draft(DraftAction),
    Plan(PlanAction),
    Panel(PanelAction),
    Publish(PublishAction),
    /// In the window of a panel member.
    Pack(PackAction),
    /// In a programme’s file.
    Programme(ProgrammeAction),
    People(PeopleAction),
}

#[derive(Debug, Clone)]
pub enum ShellAction {
    Command(Command),
    GoTo(Room),
    ShowEntry(EntryId),
    SearchFor(String),
    CloseSearch,
    /// Shows what was searched for as a filter of the chronology.
    SearchInChronology,
    StopTasks,
    PutAway(usize),
    SetTheme(Theme),
    SetTextSize(u16),
    CloseHelp,
}

pub(super) fn update(state: &mut State, action: Action) -> Result<Vec<Effect>, Problem> {
    view::may(state, &action)?;
    match action {
        Action::Start(action) => start::update(state, action),
        Action::Shell(action) => shell(state, action),
        Action::Field(action) => field::update(state, action),
        Action::Overview(action) => overview::update(state, action),
        Action::Chronology(action) => chronology::update(state, action),
        Action::Entry(action) => entry::update(state, action),
        Action::Import(action) => import::update(state, action),
        Action::Analysis(action) => analysis::update(state, action),
        Action::Draft(action) => draft::update(state, action),
        Action::Plan(action) => plan::update(state, action),
        Action::Panel(action) => panel::update(state, action),
        Action::Pack(action) => pack::update(state, action),
        Action::Programme(action) => programme::update(state, action),
        Action::Publish(action) => publish::update(state, action),
        Action::People(action) => people::update(state, action),
    }
}

fn shell(state: &mut State, action: ShellAction) -> Result<Vec<Effect>, Problem> {
    match action {
        ShellAction::Command(command) => return run(state, command),
        ShellAction::GoTo(room) => {
            field::leave(state)?;
            if let Some(open) = &mut state.open {
                open.room = room;
            }
            state.search.close();
        }
        ShellAction::ShowEntry(entry) => {
            field::leave(state)?;
            if let Some(open) = &mut state.open {
                open.room = Room::Chronology;
                open.way.lead();
                chronology::show(open, entry);
            }
            state.search.close();
        }
        ShellAction::SearchFor(words) => search::look(state, words)?,
        ShellAction::CloseSearch => state.search.close(),
        ShellAction::SearchInChronology => {
            let words = std::mem::take(&mut state.search.words);
            state.search.close();
            if let Some(open) = &mut state.open {
                open.room = Room::Chronology;
                chronology::search(open, words);
            }
        }
        ShellAction::StopTasks => {
            if let Some(open) = &mut state.open {
                open.import.stopped();
            }
            return Ok(vec![Effect::StopTasks]);
        }
        ShellAction::PutAway(index) => {
            if index < state.notices.len() {
                state.notices.remove(index);
            }
        }
        ShellAction::SetTheme(theme) => {
            state.settings.theme = theme;
            save_settings(state)?;
        }
        ShellAction::SetTextSize(per_cent) => {
            state.settings.text_size = per_cent;
            save_settings(state)?;
        }
        ShellAction::CloseHelp => state.help = false,
    }
    Ok(Vec::new())
}

fn run(state: &mut State, command: Command) -> Result<Vec<Effect>, Problem> {
    match command {
        Command::Undo => {
            return undo_or_redo(
                state,
                "Undoing",
                "Nothing was undone",
                "Undone",
                Store::undo,
            );
        }
        Command::Redo => {
            return undo_or_redo(
                state,
                "Redoing",
                "Nothing was redone",
                "Done again",
                Store::redo,
            );
        }
        Command::Back => way::go(state, way::Step::Back)?,
        Command::Forward => way::go(state, way::Step::Forward)?,
        Command::Search if state.programme.is_some() => {
            to_room(state, ProgrammeRoom::Cohort)?;
            return Ok(vec![Effect::FocusSearch]);
        }
        Command::Search if state.open.is_some() => {
            state.search.open();
            return Ok(vec![Effect::FocusSearch]);
        }
        Command::Search => {}
        Command::Help => state.help = !state.help,
        Command::GoTo(room) if state.programme.is_some() => {
            if let Some(room) = ProgrammeRoom::in_place_of(room) {
                to_room(state, room)?;
            }
        }
        Command::GoTo(room) => return shell(state, ShellAction::GoTo(room)),
        Command::LargerText => return step_text(state, 1),
        Command::SmallerText => return step_text(state, -1),
        Command::NextTheme => {
            let at = Theme::ALL
                .iter()
                .position(|theme| *theme == state.settings.theme)
                .unwrap_or(0);
            state.settings.theme = Theme::ALL[(at + 1) % Theme::ALL.len()];
            save_settings(state)?;
        }
        Command::SwitchView => return view::switch(state),
        Command::CloseFile => {
            field::leave(state)?;
            if let Some(pack) = &mut state.pack {
                pack.leave()?;
            }
            state.pack = None;
            state.open = None;
            if state.programme.take().is_some() {
                state.notices.clear();
            }
            state.search.close();
            return Ok(vec![Effect::StopTasks]);
        }
    }
    Ok(Vec::new())
}

fn to_room(state: &mut State, room: ProgrammeRoom) -> Result<(), Problem> {
    programme::update(state, ProgrammeAction::GoTo(room)).map(|_| ())
}

fn undo_or_redo(
    state: &mut State,
    doing: &str,
    title: &'static str,
    done: &'static str,
    work: fn(&mut Store) -> Result<Option<Outcome<String>>, StoreError>,
) -> Result<Vec<Effect>, Problem> {
    match state.programme.is_some() {
        true => programme::step(state, doing, title, done, work),
        false => step(state, doing, title, done, work),
    }
}

/// Undo or redo, on a task's thread: taking back a large import lasts longer than a frame.
fn step(
    state: &mut State,
    doing: &str,
    title: &'static str,
    done: &'static str,
    work: fn(&mut Store) -> Result<Option<Outcome<String>>, StoreError>,
) -> Result<Vec<Effect>, Problem> {
    field::leave(state)?;
    let Some(open) = state.open.as_ref() else {
        return Ok(Vec::new());
    };
    let store = open.store();
    Ok(vec![Effect::Start(Task::new(
        TaskKind::Step,
        doing,
        move |_| {
            let outcome = work(&mut open::wait(&store));
            Box::new(move |state: &mut State| {
                let outcome = outcome.map_err(|error| Problem::new(title, error))?;
                if let (Some(open), Some(outcome)) = (state.open_as(&store), outcome) {
                    open.take_in(title, &outcome)?;
                    state.tell(Notice::Done(format!("{done}: {}", outcome.value)));
                }
                Ok(Vec::new())
            })
        },
    ))])
}

fn step_text(state: &mut State, step: isize) -> Result<Vec<Effect>, Problem> {
    let at = TEXT_SIZES
        .iter()
        .position(|size| *size == state.settings.text_size)
        .unwrap_or(1);
    let to = at.saturating_add_signed(step).min(TEXT_SIZES.len() - 1);
    state.settings.text_size = TEXT_SIZES[to];
    save_settings(state)?;
    Ok(Vec::new())
}

pub(super) fn save_settings(state: &State) -> Result<(), Problem> {
    state.settings.save().map_err(|error| {
        Problem::new(
            "The settings were not saved",
            format!("They hold until Lantern is closed. The system says: {error}."),
        )
    })
}
