//! A comment that was told to the chair, by telephone or in a meeting.

use egui::{Margin, TextEdit, Ui};

use crate::app::{Action, Open, PanelAction};
use crate::model::SendingId;
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{Words, card, choice, secondary, small, tick, words};

#[derive(Default)]
pub(super) struct Form {
    pub is_open: bool,
    sending: Option<SendingId>,
    text: String,
    objection: bool,
}

pub(super) fn show(ui: &mut Ui, open: &Open, form: &mut Form, actions: &mut Vec<Action>) {
    if !form.is_open {
        return;
    }
    let asked = asked(open);
    card(ui, false, |ui| {
        words(ui, Words::SmallStrong, "A comment that a member told you");
        if asked.is_empty() {
            words(ui, Words::Secondary, "No round has gone out yet.");
        }
        ui.horizontal_wrapped(|ui| {
            let all = asked.iter().map(|(id, name)| (Some(*id), name.clone()));
            if let Some(sending) = choice(ui, "Whose comment", &form.sending, all) {
                form.sending = sending;
            }
            tick(
                ui,
                &mut form.objection,
                "An objection",
                "The new comment is an objection",
            );
        });
        let edit = TextEdit::multiline(&mut form.text)
            .hint_text("In their words, as near as you can")
            .desired_rows(2)
            .desired_width(f32::INFINITY)
            .margin(Margin::symmetric(8, 5));
        let response = ui.add(edit.min_size(egui::vec2(0.0, size::CONTROL)));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_label("Words of the new comment");
        });
        ui.horizontal(|ui| {
            let sending = form.sending.filter(|_| !form.text.trim().is_empty());
            let add = secondary(ui, sending.is_some(), "Add this comment");
            if let Some(sending) = sending.filter(|_| add.clicked()) {
                let tell = PanelAction::Tell {
                    sending,
                    paragraph: None,
                    text: std::mem::take(&mut form.text),
                    objection: form.objection,
                };
                actions.push(tell.into());
                *form = Form::default();
            }
            if small(ui, true, "Leave it").clicked() {
                *form = Form::default();
            }
        });
    });
    ui.add_space(space::SMALL);
}

/// Everybody to whom a round has gone out, the latest round first.
fn asked(open: &Open) -> Vec<(SendingId, String)> {
    let rounds = open.review.rounds.iter().rev();
    let mut asked = Vec::new();
    for round in rounds.filter(|round| round.is_sent()) {
        for member in &open.review.members {
            let mut sendings = round.sendings.iter();
            if let Some(sending) = sendings.find(|one| one.member == member.id) {
                asked.push((
                    sending.id,
                    format!("{}, round {}", member.name, round.number),
                ));
            }
        }
    }
    asked
}
