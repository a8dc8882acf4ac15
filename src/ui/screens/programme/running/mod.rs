//! The programme itself: what it decides, who works in it, its money, what participants said of it.

mod colleagues;
mod feedback;
mod forms;
mod lists;
mod measures;
mod money;
mod settings;

use egui::Ui;

use super::parts::page;
use crate::app::{
    Action, App, AskedText, Field, OpenProgramme, ProgrammeField, RunningAction, RunningPart,
    RunningText,
};
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{FieldLook, field, scroll, tabs};

/// What is typed into forms that are not part of the file.
#[derive(Default)]
pub(super) struct Form {
    line: String,
    measures: measures::Form,
    asked: forms::Form,
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
                RunningPart::Measures => {
                    measures::show(ui, app, open, &mut form.measures, actions);
                }
                RunningPart::Forms => forms::show(ui, app, open, &mut form.asked, actions),
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

/// A text that asks something. `called` is its accessible name; without a width it is as wide as its place.
fn asked_field(
    ui: &mut Ui,
    app: &App,
    open: &OpenProgramme,
    (called, of, text): (&str, AskedText, &str),
    width: Option<f32>,
    actions: &mut Vec<Action>,
) {
    let look = FieldLook {
        width,
        read_only: !open.may_change(),
        ..FieldLook::default()
    };
    let of = Field::Programme(ProgrammeField::Running(RunningText::Asked(of)));
    field(ui, called, app.state.typing(), of, text, look, actions);
}
