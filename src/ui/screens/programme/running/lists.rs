//! What men are referred by, leave for and are counted by: lists that can grow.

use egui::{Role, Ui, WidgetInfo};

use super::super::parts::{entered, line};
use crate::app::{
    Action, App, Field, OpenProgramme, ProgrammeField, RunningAction, RunningText, SettingList,
};
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{FieldLook, Words, choice, field, secondary, words};

pub(super) fn show(
    ui: &mut Ui,
    app: &App,
    open: &OpenProgramme,
    adding: &mut String,
    actions: &mut Vec<Action>,
) {
    let list = open.running.list;
    let all = SettingList::ALL.map(|list| (list, list.words().to_owned()));
    if let Some(list) = choice(ui, "List in hand", &list, all) {
        adding.clear();
        actions.push(RunningAction::List(list).into());
    }
    ui.add_space(space::SMALL);
    words(
        ui,
        Words::Secondary,
        "The words of a line can be changed. No line can be taken out, since files may name it.",
    );
    ui.add_space(space::SMALL);
    let look = FieldLook {
        read_only: !open.may_change(),
        ..FieldLook::default()
    };
    for (at, coded) in list.lines(&open.programme.template).iter().enumerate() {
        let name = format!("{}, line {}", list.words(), at + 1);
        let of = Field::Programme(ProgrammeField::Running(RunningText::Line(list, at)));
        field(
            ui,
            &name,
            app.state.typing(),
            of,
            &coded.name,
            look,
            actions,
        );
    }
    ui.horizontal(|ui| {
        let name = format!("New line of “{}”", list.words());
        let typed = line(ui, &name, adding, "one more", size::SEARCH);
        let ready = open.may_change() && !adding.trim().is_empty();
        let button = secondary(ui, ready, "Add");
        let called = format!("Add to “{}”", list.words());
        button.widget_info(|| WidgetInfo::labeled(Role::Button, ready, &called));
        if ready && (button.clicked() || entered(ui, &typed)) {
            actions.push(RunningAction::AddLine(list, std::mem::take(adding)).into());
        }
    });
}
