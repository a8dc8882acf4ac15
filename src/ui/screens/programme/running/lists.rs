//! What men are referred by, leave for and are counted by: lists that can grow.

use egui::Ui;

use super::super::parts::adding;
use crate::app::{
    Action, App, Field, OpenProgramme, ProgrammeField, RunningAction, RunningText, SettingList,
};
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{FieldLook, Words, choice, field, words};

pub(super) fn show(
    ui: &mut Ui,
    app: &App,
    open: &OpenProgramme,
    new: &mut String,
    actions: &mut Vec<Action>,
) {
    let list = open.running.list;
    let all = SettingList::ALL.map(|list| (list, list.words().to_owned()));
    if let Some(list) = choice(ui, "List in hand", &list, all) {
        new.clear();
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
        let called = format!("Add to “{}”", list.words());
        let line = (&*name, "one more", size::SEARCH);
        if let Some(text) = adding(ui, open.may_change(), line, new, ("Add", &called)) {
            actions.push(RunningAction::AddLine(list, text).into());
        }
    });
}
