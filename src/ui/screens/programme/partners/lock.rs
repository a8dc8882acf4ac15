//! The closed lock: why it is there, and how it is opened.

use egui::{Margin, TextEdit, Ui};
use zeroize::Zeroize;

use super::super::parts::{above, entered, page};
use crate::app::{Action, OpenProgramme, PartnersAction};
use crate::ui::tokens::{palette, size, space};
use crate::ui::widgets::{Words, primary, title, words};

/// What is typed to open the lock; wiped when the room is left.
#[derive(Default)]
pub(in crate::ui::screens::programme) struct LockForm {
    passphrase: String,
    again: String,
}

impl LockForm {
    pub(in crate::ui::screens::programme) fn wipe(&mut self) {
        self.passphrase.zeroize();
        self.again.zeroize();
    }
}

pub(super) fn show(
    ui: &mut Ui,
    open: &OpenProgramme,
    form: &mut LockForm,
    actions: &mut Vec<Action>,
) {
    page(ui, |ui| {
        ui.add_space(space::HUGE);
        let side = ((ui.available_width() - size::PROSE) / 2.0).max(0.0);
        ui.horizontal_top(|ui| {
            ui.add_space(side);
            ui.vertical(|ui| {
                ui.set_width(size::PROSE.min(ui.available_width()));
                title(ui, "Women’s safety work is locked");
                ui.add_space(space::SMALL);
                for text in WHY {
                    words(ui, Words::Matter, text);
                    ui.add_space(space::TIGHT);
                }
                ui.add_space(space::MEDIUM);
                match open.has_safety_lock {
                    true => unlock(ui, open, form, actions),
                    false => set(ui, open, form, actions),
                }
            });
        });
    });
}

const WHY: [&str; 3] = [
    "What a partner tells must never reach him, not even that she was in contact. Here it is kept under a passphrase of its own.",
    "With the passphrase of the file alone nobody can read any of it: no other room, no search, no report shows it.",
    "That somebody looked is written down behind the same lock.",
];

fn unlock(ui: &mut Ui, open: &OpenProgramme, form: &mut LockForm, actions: &mut Vec<Action>) {
    above(ui, "Passphrase of women’s safety work");
    let typed = secret(
        ui,
        "Passphrase of women’s safety work",
        &mut form.passphrase,
    );
    let enter = entered(ui, &typed);
    ui.add_space(space::SMALL);
    let ready = !form.passphrase.is_empty();
    if primary(ui, ready, "Unlock").clicked() || (enter && ready) {
        let passphrase = std::mem::take(&mut form.passphrase);
        actions.push(PartnersAction::Unlock(passphrase).into());
    }
    if let Some(known) = open.words_of_the_sample() {
        ui.add_space(space::SMALL);
        let text =
            format!("Nobody in this sample has lived, so its passphrase is no secret: {known}");
        words(ui, Words::Secondary, text);
    }
}

fn set(ui: &mut Ui, open: &OpenProgramme, form: &mut LockForm, actions: &mut Vec<Action>) {
    let text = "No lock is set yet. Whoever does women’s safety work sets it, with a passphrase that nobody else in the programme knows. \
                A lost one cannot be brought back.";
    words(ui, Words::Secondary, text);
    above(ui, "New passphrase of women’s safety work");
    secret(
        ui,
        "New passphrase of women’s safety work",
        &mut form.passphrase,
    );
    above(ui, "The same again");
    let last = secret(ui, "New passphrase again", &mut form.again);
    let enter = entered(ui, &last);
    words(
        ui,
        Words::Small,
        "At least 12 characters; four unrelated words are easy to remember. Not those of the file.",
    );
    ui.add_space(space::SMALL);
    let ready = open.may_change() && !form.passphrase.is_empty();
    if primary(ui, ready, "Set the lock").clicked() || (enter && ready) {
        let passphrase = form.passphrase.clone();
        let again = form.again.clone();
        actions.push(PartnersAction::SetLock { passphrase, again }.into());
    }
}

fn secret(ui: &mut Ui, called: &str, text: &mut String) -> egui::Response {
    let edit = TextEdit::singleline(text)
        .password(true)
        .desired_width(size::DETAIL)
        .margin(Margin::symmetric(8, 5))
        .background_color(palette(ui).sheet);
    let response = ui.add(edit);
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label(called));
    response
}
