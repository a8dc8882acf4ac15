//! The programme itself: what it decides, who works in it, its money, what participants said of it.

mod colleagues;
mod feedback;
mod lists;
mod money;
mod settings;

use egui::Ui;

use super::parts::page;
use crate::app::{Action, App, OpenProgramme, RunningAction, RunningPart};
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{scroll, tabs};

/// What is typed into forms that are not part of the file.
#[derive(Default)]
pub(super) struct Form {
    line: String,
    colleague: String,
    money: money::Form,
    feedback: feedback::Form,
}

pub(super) fn show(
    ui: &mut Ui,
    app: &App,
    open: &OpenProgramme,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    page(ui, |ui| {
        let all = RunningPart::ALL.map(|part| (part, part.words().to_owned()));
        if let Some(part) = tabs(ui, open.running.part, all) {
            actions.push(RunningAction::Part(part).into());
        }
        ui.add_space(space::MEDIUM);
        scroll("running").show(ui, |ui| {
            ui.set_max_width(size::PROSE.min(ui.available_width()));
            match open.running.part {
                RunningPart::Settings => settings::show(ui, app, open, actions),
                RunningPart::Lists => lists::show(ui, app, open, &mut form.line, actions),
                RunningPart::Colleagues => {
                    colleagues::show(ui, app, open, &mut form.colleague, actions);
                }
                RunningPart::Money => money::show(ui, open, &mut form.money, actions),
                RunningPart::Feedback => feedback::show(ui, open, &mut form.feedback, actions),
            }
            ui.add_space(space::LARGE);
        });
    });
}
