//! One screen per room. Each reads the state and returns actions.

mod analysis;
mod chronology;
mod citation;
mod clock_chips;
mod draft;
mod import;
mod list_keys;
mod overview;
mod pack;
mod panel;
mod people;
mod plan;
mod programme;
mod publish;
mod rests_on;
mod start;
mod weaknesses;

pub use clock_chips::clock_chips;

use egui::Ui;

use crate::app::{Action, App, Command, Open, ProgrammeRoom, Room, ShellAction};
use crate::ui::widgets::empty;

/// What screens remember between frames that is no business of the program: what they have laid out, what is
/// typed into forms that are not part of the review.
#[derive(Default)]
pub struct Memory {
    pub start: start::Form,
    pub analysis: analysis::Memory,
    pub chronology: chronology::Memory,
    pub draft: draft::Memory,
    pub import: import::Memory,
    pub overview: overview::Form,
    pub panel: panel::Memory,
    pub plan: plan::Memory,
    pub programme: programme::Memory,
    pub publish: publish::Memory,
    pub people: people::Memory,
}

pub fn start(ui: &mut Ui, app: &App, memory: &mut Memory, actions: &mut Vec<Action>) {
    start::show(ui, app, &mut memory.start, actions);
}

/// The window of a panel member.
pub fn pack(ui: &mut Ui, app: &App, actions: &mut Vec<Action>) {
    if let Some(open) = &app.state.pack {
        pack::show(ui, open, actions);
    }
}

/// The window of a programme’s file.
pub fn programme(
    ui: &mut Ui,
    app: &App,
    room: ProgrammeRoom,
    memory: &mut Memory,
    focus_search: bool,
    actions: &mut Vec<Action>,
) {
    memory.start.wipe();
    if let Some(open) = &app.state.programme {
        memory.programme.focus_search |= focus_search;
        programme::show(ui, app, open, room, &mut memory.programme, actions);
    }
}

pub fn room(
    ui: &mut Ui,
    app: &App,
    open: &Open,
    room: Room,
    memory: &mut Memory,
    actions: &mut Vec<Action>,
) {
    memory.start.wipe();
    if open.is_disguised() && needs_real_names(room) {
        without_names(ui, room, actions);
        return;
    }
    match room {
        Room::Overview => overview::show(ui, app, open, &mut memory.overview, actions),
        Room::Chronology => chronology::show(ui, app, open, &mut memory.chronology, actions),
        Room::Import => import::show(ui, app, open, &mut memory.import, actions),
        Room::Analysis => analysis::show(ui, app, open, &mut memory.analysis, actions),
        Room::Draft => draft::show(ui, app, open, &mut memory.draft, actions),
        Room::Panel => panel::show(ui, app, open, &mut memory.panel, actions),
        Room::Recommendations => plan::show(ui, app, open, &mut memory.plan, actions),
        Room::Publish => publish::show(ui, app, open, &mut memory.publish, actions),
        Room::PeopleAndAgencies => people::show(ui, app, open, &mut memory.people, actions),
    }
}

/// Rooms whose very matter are names: what agencies sent, and what goes out.
fn needs_real_names(room: Room) -> bool {
    matches!(room, Room::Import | Room::Publish)
}

fn without_names(ui: &mut Ui, room: Room, actions: &mut Vec<Action>) {
    let text = match room {
        Room::Import => {
            "What agencies sent holds the real names and cannot be disguised, so it is not shown in the pseudonymised view."
        }
        _ => {
            "What is published takes the pseudonyms by itself and is searched for real names before it goes out. For that it needs both, \
             so it is not shown in the pseudonymised view."
        }
    };
    if empty(
        ui,
        "Not shown in this view",
        text,
        Some("Go back to the real names"),
    ) {
        actions.push(Action::Shell(ShellAction::Command(Command::SwitchView)));
    }
}
