//! What can be done to all selected entries at once.

use egui::Ui;

use super::part;
use super::taken::{add_to_recommendation, send_person, tags};
use crate::app::{Action, ChronologyAction, Open};
use crate::model::{Basis, Enquiry};
use crate::ui::tokens::space;
use crate::ui::widgets::{Words, choice, hairline, heading, menu, small, words};

pub fn show(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let count = open.chronology.selected.len();
    heading(ui, format!("{count} entries chosen"));
    words(
        ui,
        Words::Small,
        "What you set here is set on all of them, and one undo takes it back.",
    );
    part(ui, "Tags");
    tags(ui, open, actions);
    part(ui, "Who says so");
    let all = Basis::ALL.map(|basis| (Some(basis), basis.words().to_owned()));
    if let Some(Some(basis)) = choice(ui, "Basis", &None, all) {
        actions.push(Action::Chronology(ChronologyAction::SetBasis(basis)));
    }
    part(ui, "Asked about abuse");
    let all = Enquiry::ALL.map(|enquiry| (Some(enquiry), enquiry.words().to_owned()));
    if let Some(Some(enquiry)) = choice(ui, "Asked about abuse", &None, all) {
        actions.push(Action::Chronology(ChronologyAction::SetEnquiry(enquiry)));
    }
    part(ui, "Person named in all of them");
    menu(ui, "Name a person", "Name", |ui| {
        for person in &open.review.people {
            if ui.selectable_label(false, &person.name).clicked() {
                send_person(actions, person.id, true);
            }
        }
    });
    part(ui, "Evidence");
    add_to_recommendation(ui, open, actions);
    ui.add_space(space::MEDIUM);
    hairline(ui);
    ui.horizontal(|ui| {
        if small(ui, true, "Unselect").clicked() {
            actions.push(Action::Chronology(ChronologyAction::Unselect));
        }
        if small(
            ui,
            open.read_only.is_none(),
            &format!("Remove {count} entries"),
        )
        .clicked()
        {
            actions.push(Action::Chronology(ChronologyAction::Remove));
        }
    });
}
