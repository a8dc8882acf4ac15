//! Who holds a place in a group, how many are free, and when it opens.

use egui::Ui;

use super::super::parts::{cell, controls, dated, line};
use crate::app::{
    Action, App, CohortAction, Field, GroupsAction, OpenProgramme, ProgrammeField, called,
};
use crate::dates;
use crate::model::ManId;
use crate::model::programme::{Group, StepKind};
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{
    FieldLook, Words, choice, hairline, heading, label, labelled_field, link, secondary, small,
    words,
};

#[derive(Default)]
pub(super) struct Form {
    man: Option<ManId>,
    from: String,
    until: String,
    opening: String,
}

pub(super) fn show(
    ui: &mut Ui,
    app: &App,
    open: &OpenProgramme,
    group: &Group,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    heading(ui, "Who holds a place");
    let members = open.members(group.id, open.today);
    for (id, place) in &members {
        let Some(man) = open.man(*id) else { continue };
        hairline(ui);
        ui.push_id(id, |ui| {
            ui.horizontal(|ui| {
                cell(ui, size::SEARCH, |ui| {
                    if link(ui, &called(man)).clicked() {
                        actions.push(CohortAction::Choose(Some(*id)).into());
                    }
                });
                cell(ui, size::LONG_COLUMN, |ui| {
                    let since = format!("since {}", dates::spoken_date(place.from));
                    label(ui, Words::Secondary, since);
                });
                let name = format!("End the place of {}", called(man));
                let button = small(ui, open.may_change(), "End his place");
                button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
                if button.clicked() {
                    actions.push(GroupsAction::EndPlace(*id, form.until.clone()).into());
                }
            });
        });
    }
    let free = (group.size as usize).saturating_sub(members.len());
    hairline(ui);
    let text = match free {
        0 => "No place is free.".to_owned(),
        1 => "1 place is free.".to_owned(),
        free => format!("{free} places are free."),
    };
    words(ui, Words::Secondary, text);
    controls(ui, |ui| {
        label(ui, Words::Small, "A place that is ended, ends on");
        line(
            ui,
            "Last day of the place",
            &mut form.until,
            "today",
            size::AGENCY_COLUMN,
        );
    });
    ui.add_space(space::MEDIUM);
    give(ui, open, form, actions);
    ui.add_space(space::LARGE);
    openings(ui, open, group, form, actions);
    ui.add_space(space::LARGE);
    heading(ui, "The group");
    for (name, field, stored) in [
        (
            "Name of the group",
            ProgrammeField::GroupName(group.id),
            group.name.clone(),
        ),
        (
            "Places",
            ProgrammeField::GroupSize(group.id),
            group.size.to_string(),
        ),
    ] {
        let look = FieldLook {
            width: Some(size::SEARCH),
            read_only: !open.may_change(),
            ..FieldLook::default()
        };
        let field = Field::Programme(field);
        labelled_field(ui, name, app.state.typing(), field, &stored, look, actions);
    }
}

/// To somebody who stands where a place would be the next thing.
fn give(ui: &mut Ui, open: &OpenProgramme, form: &mut Form, actions: &mut Vec<Action>) {
    heading(ui, "Give a place");
    let waits = |kind: Option<StepKind>| {
        use StepKind as Kind;
        let waiting = [
            Kind::Assessed,
            Kind::WaitingList,
            Kind::IndividualWork,
            Kind::Enrolled,
            Kind::Attending,
        ];
        kind.is_some_and(|kind| waiting.contains(&kind))
    };
    let waiting = open.lines.iter();
    let waiting = waiting.filter(|line| line.group.is_none() && waits(line.kind()));
    let all: Vec<_> = waiting
        .map(|line| (Some(line.man), line.called.clone()))
        .collect();
    if all.is_empty() {
        words(
            ui,
            Words::Secondary,
            "Nobody waits for a place: all who were assessed hold one, or have left.",
        );
        return;
    }
    controls(ui, |ui| {
        if let Some(man) = choice(ui, "Who is given the place", &form.man, all) {
            form.man = man;
        }
        line(
            ui,
            "First day of the place",
            &mut form.from,
            "from today",
            size::AGENCY_COLUMN,
        );
        let ready = open.may_change() && form.man.is_some();
        if let (true, Some(man)) = (secondary(ui, ready, "Give the place").clicked(), form.man) {
            actions.push(GroupsAction::GivePlace(man, form.from.clone()).into());
            form.man = None;
        }
    });
}

fn openings(
    ui: &mut Ui,
    open: &OpenProgramme,
    group: &Group,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    heading(ui, "When it opens to new members");
    let weeks = open.programme.template.groups.opening_weeks;
    if group.openings.is_empty() {
        let text = match weeks {
            0 => "This programme’s groups take in nobody after their first session.".to_owned(),
            weeks => format!(
                "By this programme’s settings about every {weeks} weeks. No day is set yet."
            ),
        };
        words(ui, Words::Secondary, text);
    }
    // What lies ahead first, then from the last one back.
    let (past, ahead): (Vec<chrono::NaiveDate>, Vec<chrono::NaiveDate>) =
        group.openings.iter().partition(|day| **day < open.today);
    for day in ahead.into_iter().chain(past.into_iter().rev()) {
        let past = day < open.today;
        let name = format!("Remove the opening on {}", dates::spoken_date(day));
        let button = open.may_change().then_some(("Remove", name.as_str()));
        if dated(ui, day, button, |ui| {
            words(ui, Words::Small, if past { "past" } else { "ahead" });
        }) {
            actions.push(GroupsAction::RemoveOpening(day).into());
        }
    }
    ui.horizontal(|ui| {
        line(
            ui,
            "Day on which it opens",
            &mut form.opening,
            "a day",
            size::AGENCY_COLUMN,
        );
        let ready = open.may_change() && !form.opening.trim().is_empty();
        if secondary(ui, ready, "Set the day").clicked() {
            let day = std::mem::take(&mut form.opening);
            actions.push(GroupsAction::AddOpening(day).into());
        }
    });
}
