//! Rail, title line and status line of a programme’s file. Of what stands behind the wall they say that it is locked or open, and no more.

use egui::{Align, Layout, Ui};

use crate::app::{
    Action, App, CohortAction, Command, FollowUpAction, FollowUpFilter, OpenProgramme,
    ProgrammeRoom,
};
use crate::ui::shell;
use crate::ui::status;
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{Tone, Words, chip, hairline, label, scroll, title};

pub(super) fn around(
    ui: &mut Ui,
    app: &App,
    open: &OpenProgramme,
    room: ProgrammeRoom,
    actions: &mut Vec<Action>,
) {
    shell::rail_panel(ui, |ui| rail(ui, app, open, room, actions));
    shell::status_panel(ui, |ui| status_line(ui, app, open, actions));
    shell::title_panel(ui, |ui| title_line(ui, open, actions));
}

fn rail(
    ui: &mut Ui,
    app: &App,
    open: &OpenProgramme,
    room: ProgrammeRoom,
    actions: &mut Vec<Action>,
) {
    let below = |ui: &mut Ui, actions: &mut Vec<Action>| {
        shell::appearance(ui, &app.state, None, actions);
        shell::close(ui, actions);
        shell::help(ui, actions);
    };
    if ui.available_height() < size::LOW_RAIL {
        scroll("programme rail").show(ui, |ui| {
            rooms(ui, open, room, actions);
            ui.add_space(space::MEDIUM);
            below(ui, actions);
        });
        return;
    }
    rooms(ui, open, room, actions);
    ui.with_layout(Layout::bottom_up(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.y = space::TIGHT;
        below(ui, actions);
    });
}

fn rooms(ui: &mut Ui, open: &OpenProgramme, room: ProgrammeRoom, actions: &mut Vec<Action>) {
    shell::name_of_the_program(ui);
    for each in ProgrammeRoom::ALL {
        if matches!(each, ProgrammeRoom::Outcomes | ProgrammeRoom::Running) {
            ui.add_space(space::SMALL);
            hairline(ui);
            ui.add_space(space::SMALL);
        }
        let (note, waits) = note_of(open, each);
        if shell::room_button(ui, each.words(), each == room, &note, waits) {
            actions.push(each.into());
        }
    }
}

fn note_of(open: &OpenProgramme, room: ProgrammeRoom) -> (String, bool) {
    match room {
        ProgrammeRoom::Cohort if !open.lines.is_empty() => (open.lines.len().to_string(), false),
        ProgrammeRoom::Partners => match open.behind.is_some() {
            true => ("open".to_owned(), true),
            false => ("locked".to_owned(), false),
        },
        ProgrammeRoom::FollowUp => {
            match open.follow_ups.iter().filter(|line| line.waits()).count() {
                0 => (String::new(), false),
                due => (format!("{due} due"), true),
            }
        }
        _ => (String::new(), false),
    }
}

fn title_line(ui: &mut Ui, open: &OpenProgramme, actions: &mut Vec<Action>) {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let (undo, redo) = (open.undo.as_deref(), open.redo.as_deref());
        shell::step_button(ui, "Redo", redo, Command::Redo, actions);
        shell::step_button(ui, "Undo", undo, Command::Undo, actions);
        ui.add_space(space::MEDIUM);
        // Where there is no room for it, the rail says the same.
        if open.behind.is_some() && ui.available_width() > size::NARROW_LINE {
            let text = "Women’s safety work is open";
            if chip(ui, Tone::Doubt, text).clicked() {
                actions.push(ProgrammeRoom::Partners.into());
            }
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let places = [open.way.back(), open.way.forward()];
            let words = places.map(|place| place.map(|place| place.words(open)));
            shell::way_buttons(ui, words, actions);
            ui.add_space(space::SMALL);
            title(ui, open.programme.title.as_str());
        });
    });
}

fn status_line(ui: &mut Ui, app: &App, open: &OpenProgramme, actions: &mut Vec<Action>) {
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = space::MEDIUM;
        let mut running = app.running().iter();
        match running.find(|running| !running.kind.is_quiet()) {
            Some(running) => status::progress(ui, running, actions),
            None if open.may_change() => {
                label(ui, Words::Small, "Saved");
            }
            None => {
                label(ui, Words::Doubt, "For reading only");
            }
        }
        let overdue = open.follow_ups.iter().filter(|line| line.waits()).count();
        if overdue > 0 && leads(ui, &counted(overdue, "follow-up waits", "follow-ups wait")) {
            actions.push(ProgrammeRoom::FollowUp.into());
            actions.push(FollowUpAction::Show(FollowUpFilter::Waiting).into());
        }
        let faulty = open
            .lines
            .iter()
            .filter(|line| !line.faults.is_empty())
            .count();
        if faulty > 0
            && leads(
                ui,
                &counted(faulty, "file has a fault", "files have faults"),
            )
        {
            actions.push(CohortAction::ShowAll.into());
            actions.push(CohortAction::WithFaults(true).into());
            actions.push(ProgrammeRoom::Cohort.into());
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            label(ui, Words::Small, "Encrypted · offline");
            if open.programme.fictional {
                label(ui, Words::Small, "Fictional sample");
            }
        });
    });
}

fn counted(count: usize, one: &str, many: &str) -> String {
    match count {
        1 => format!("1 {one}"),
        _ => format!("{count} {many}"),
    }
}

fn leads(ui: &mut Ui, text: &str) -> bool {
    let shown = egui::Label::new(Words::Small.rich(ui, text)).selectable(false);
    ui.add(shown.sense(egui::Sense::click()))
        .on_hover_cursor(egui::CursorIcon::PointingHand)
        .clicked()
}
