//! Who works in the programme, and what belongs to their work.

use egui::{Role, Ui, WidgetInfo};

use super::super::parts::adding;
use crate::app::{Action, App, Field, OpenProgramme, ProgrammeField, RunningAction, RunningText};
use crate::model::programme::Duty;
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{FieldLook, Words, field, hairline, heading, small, tick, words};

const DUTIES: [(Duty, &str); 3] = [
    (Duty::Facilitator, "Runs groups"),
    (Duty::Team, "Coordinates or evaluates"),
    (Duty::WomensSafety, "Women’s safety work"),
];

pub(super) fn show(
    ui: &mut Ui,
    app: &App,
    open: &OpenProgramme,
    name: &mut String,
    actions: &mut Vec<Action>,
) {
    heading(ui, "Who works here");
    words(
        ui,
        Words::Secondary,
        "A duty says for whom an output is made. It opens nothing: what partners told is read with the passphrase of women’s safety work alone.",
    );
    ui.add_space(space::SMALL);
    for (at, colleague) in open.programme.colleagues.iter().enumerate() {
        hairline(ui);
        ui.horizontal_wrapped(|ui| {
            let look = FieldLook {
                width: Some(size::SEARCH),
                read_only: !open.may_change(),
                ..FieldLook::default()
            };
            let of = Field::Programme(ProgrammeField::Running(RunningText::Colleague(at)));
            let called = format!("Name of colleague {}", at + 1);
            let typing = app.state.typing();
            field(ui, &called, typing, of, &colleague.name, look, actions);
            let remove = small(ui, open.may_change(), "Remove");
            let words = format!("Remove {}", colleague.name);
            remove.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
            if remove.clicked() {
                actions.push(RunningAction::RemoveColleague(at).into());
            }
        });
        ui.add_enabled_ui(open.may_change(), |ui| {
            ui.horizontal_wrapped(|ui| {
                for (duty, words) in DUTIES {
                    let mut has = colleague.duties.contains(&duty);
                    let name = format!("{}: {words}", colleague.name);
                    if tick(ui, &mut has, words, &name).changed() {
                        actions.push(RunningAction::GiveDuty(at, duty, has).into());
                    }
                }
            });
        });
        ui.add_space(space::SMALL);
    }
    hairline(ui);
    ui.horizontal(|ui| {
        let line = ("New colleague", "name", size::SEARCH);
        let button = ("Add a colleague", "Add a colleague");
        if let Some(name) = adding(ui, open.may_change(), line, name, button) {
            actions.push(RunningAction::AddColleague(name).into());
        }
    });
}
