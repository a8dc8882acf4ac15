//! The window of a programme’s file: the same frame as a review’s, with rooms of its own.

mod cohort;
mod follow_up;
mod frame;
mod groups;
mod intake;
mod outcomes;
mod partners;
mod parts;
mod report;
mod running;

use egui::Ui;

use crate::app::{Action, App, OpenProgramme, ProgrammeRoom};
use crate::ui::shell;

/// What is typed into forms that are not part of the file.
#[derive(Default)]
pub struct Memory {
    /// The keyboard goes to the field that finds men.
    pub focus_search: bool,
    cohort: cohort::Memory,
    groups: groups::Form,
    lock: partners::LockForm,
    follow_up: follow_up::Form,
    report: report::Form,
    running: running::Form,
    /// What was typed behind the wall is forgotten when this is left.
    was_open: bool,
}

pub fn show(
    ui: &mut Ui,
    app: &App,
    open: &OpenProgramme,
    room: ProgrammeRoom,
    memory: &mut Memory,
    actions: &mut Vec<Action>,
) {
    forget_when_locked(ui, open, memory);
    frame::around(ui, app, open, room, actions);
    shell::matter_panel(ui, |ui| match room {
        ProgrammeRoom::Cohort => cohort::show(ui, app, open, memory, actions),
        ProgrammeRoom::Groups => groups::show(ui, app, open, &mut memory.groups, actions),
        ProgrammeRoom::Partners => partners::show(ui, open, &mut memory.lock, actions),
        ProgrammeRoom::FollowUp => follow_up::show(ui, open, &mut memory.follow_up, actions),
        ProgrammeRoom::Outcomes => outcomes::show(ui, open, actions),
        ProgrammeRoom::Report => report::show(ui, open, &mut memory.report, actions),
        ProgrammeRoom::Running => running::show(ui, app, open, &mut memory.running, actions),
    });
    if room != ProgrammeRoom::Partners {
        memory.lock.wipe();
    }
}

/// The toolkit remembers what was typed, to undo typing; nothing typed behind the wall may stay there.
fn forget_when_locked(ui: &Ui, open: &OpenProgramme, memory: &mut Memory) {
    let is_open = open.behind.is_some();
    if memory.was_open && !is_open {
        ui.ctx().data_mut(|data| {
            data.remove_by_type::<egui::text_edit::TextEditState>();
        });
    }
    memory.was_open = is_open;
}
