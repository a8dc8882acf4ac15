//! Groups with their places, the register of a session, and the calendar of attendance.

mod calendar;
mod places;
mod register;

pub(super) use calendar::draw as draw_mark;

use egui::Ui;

use super::parts::{controls, entered, line, page};
use crate::app::{Action, App, GroupPart, GroupsAction, OpenProgramme};
use crate::model::programme::Group;
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{Words, choice, empty, heading, scroll, secondary, tabs, words};

#[derive(Default)]
pub(super) struct Form {
    name: String,
    adding: bool,
    session: String,
    register: register::Form,
    places: places::Form,
}

pub(super) fn show(
    ui: &mut Ui,
    app: &App,
    open: &OpenProgramme,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    page(ui, |ui| {
        let chosen = open.groups.group.and_then(|id| open.group(id));
        let Some(group) = chosen else {
            first_group(ui, open, form, actions);
            return;
        };
        head(ui, open, group, form, actions);
        ui.add_space(space::SMALL);
        let all = GroupPart::ALL.map(|part| (part, part.words().to_owned()));
        if let Some(part) = tabs(ui, open.groups.part, all) {
            actions.push(GroupsAction::Part(part).into());
        }
        ui.add_space(space::MEDIUM);
        match open.groups.part {
            GroupPart::Register => register::show(ui, open, group, form, actions),
            GroupPart::Calendar => calendar::show(ui, open, group, actions),
            GroupPart::Places => {
                scroll("places").show(ui, |ui| {
                    ui.set_max_width(size::PROSE.min(ui.available_width()));
                    places::show(ui, app, open, group, &mut form.places, actions);
                });
            }
        }
    });
}

fn first_group(ui: &mut Ui, open: &OpenProgramme, form: &mut Form, actions: &mut Vec<Action>) {
    if !form.adding {
        let text = format!(
            "A group has places, sessions and a register. By this programme’s settings it has {} places and {} weekly sessions.",
            open.programme.template.groups.size, open.programme.template.sessions.number
        );
        form.adding = empty(ui, "No group yet", &text, Some("Add a group"));
        return;
    }
    heading(ui, "Add a group");
    add(ui, open, form, actions);
}

fn add(ui: &mut Ui, open: &OpenProgramme, form: &mut Form, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        let typed = line(
            ui,
            "Name of the new group",
            &mut form.name,
            "Tuesday evening",
            size::SEARCH,
        );
        let ready = open.may_change() && !form.name.trim().is_empty();
        let pressed = secondary(ui, ready, "Add it").clicked();
        if ready && (pressed || entered(ui, &typed)) {
            form.adding = false;
            actions.push(GroupsAction::Add(std::mem::take(&mut form.name)).into());
        }
        if secondary(ui, true, "Not now").clicked() {
            form.adding = false;
        }
    });
}

fn head(
    ui: &mut Ui,
    open: &OpenProgramme,
    group: &Group,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    if form.adding {
        add(ui, open, form, actions);
        return;
    }
    controls(ui, |ui| {
        let groups = open.programme.groups.iter();
        let all = groups.map(|group| (group.id, group.name.clone()));
        if let Some(group) = choice(ui, "Group in hand", &group.id, all) {
            actions.push(GroupsAction::Choose(group).into());
        }
        let taken = open.members(group.id, open.today).len();
        let free = (group.size as usize).saturating_sub(taken);
        let mut text = format!("{taken} of {} places taken, {free} free", group.size);
        if let Some(next) = open.next_openings(group).first() {
            text += &format!(
                "; opens to new members on {}",
                crate::dates::spoken_date(*next)
            );
        }
        words(ui, Words::Secondary, text);
        if secondary(ui, true, "Group sheet…").clicked() {
            actions.push(GroupsAction::PlaceSheet.into());
        }
        if secondary(ui, open.may_change(), "Add a group").clicked() {
            form.adding = true;
        }
    });
}
