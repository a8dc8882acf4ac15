//! Whose return it is: an agency that is not in the register yet can be added; one that is may have a habit.

use egui::{TextEdit, Ui};

use super::Memory;
use crate::app::{Action, ImportAction, Open, Ready, Waiting};
use crate::ui::widgets::{Words, choice, link, small, words};

pub fn add(ui: &mut Ui, open: &Open, memory: &mut Memory, actions: &mut Vec<Action>) {
    words(ui, Words::SmallStrong, "Which agency sent it?");
    words(
        ui,
        Words::Small,
        "Choose it above, beside the file name; or add it:",
    );
    let edit = TextEdit::singleline(&mut memory.new_agency)
        .hint_text("Name of the agency")
        .desired_width(f32::INFINITY);
    let response = ui.add(edit.margin(egui::Margin::symmetric(8, 5)));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label("Name of the agency"));
    let sectors = &open.review.template.sectors;
    let all = sectors
        .iter()
        .map(|sector| (sector.key.clone(), sector.name.clone()));
    let none = std::iter::once((String::new(), "Which sector?".to_owned()));
    if let Some(sector) = choice(ui, "Sector", &memory.new_sector, none.chain(all)) {
        memory.new_sector = sector;
    }
    if small(ui, !memory.new_agency.trim().is_empty(), "Add the agency").clicked() {
        actions.push(Action::Import(ImportAction::NewAgency {
            name: std::mem::take(&mut memory.new_agency),
            sector: std::mem::take(&mut memory.new_sector),
        }));
    }
}

/// Says that the table was read as the agency's last one was, with a way back.
pub fn habit(
    ui: &mut Ui,
    open: &Open,
    waiting: &Waiting,
    ready: &Ready,
    actions: &mut Vec<Action>,
) {
    let Some(agency) = waiting.agency.and_then(|id| open.review.agency(id)) else {
        return;
    };
    let mut habits = open.review.habits.iter();
    if habits.all(|habit| habit.agency != agency.id) {
        return;
    }
    if ready.reading.habit.is_none() {
        words(
            ui,
            Words::Small,
            format!("Read as if {} had sent nothing before.", agency.name),
        );
        if link(ui, "Read it as its last return was").clicked() {
            actions.push(Action::Import(ImportAction::UseHabit(true)));
        }
        return;
    }
    let known = match ready.known_columns() {
        0 => "no column of it is known".to_owned(),
        1 => "1 column known".to_owned(),
        many => format!("{many} columns known"),
    };
    words(
        ui,
        Words::Secondary,
        format!("Read as the last return of {} was: {known}.", agency.name),
    );
    if link(ui, "Read it without that").clicked() {
        actions.push(Action::Import(ImportAction::UseHabit(false)));
    }
}
