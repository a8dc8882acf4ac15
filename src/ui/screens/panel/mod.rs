//! The panel: the ledger of its comments, the rounds that go out to it, and who is on it.

mod collected;
mod comment;
mod keys;
mod ledger;
mod members;
mod replies;
mod round;
mod rounds;
mod told;

use egui::{Frame, Margin, Ui};

use crate::app::{Action, App, Open, PanelAction, PanelPart};
use crate::model::{CommentId, SectionId};
use crate::ui::tokens::space;
use crate::ui::widgets::{pane, scroll, tabs};

/// What is typed into forms that are no part of the review, and how far the ledger is scrolled.
#[derive(Default)]
pub struct Memory {
    told: told::Form,
    collected: collected::Form,
    overriding: String,
    packs: String,
    ledger: ledger::Memory,
    /// The keyboard goes to the reason of the comment in hand.
    to_reason: bool,
    /// The section in which a paragraph is looked for, for this comment.
    section: Option<(CommentId, SectionId)>,
}

pub fn show(ui: &mut Ui, app: &App, open: &Open, memory: &mut Memory, actions: &mut Vec<Action>) {
    let part = open.panel.part;
    if part == PanelPart::Comments {
        keys::pressed(ui, open, memory, actions);
        if let Some((line, comment)) = comment::in_hand(open) {
            pane(ui, "comment", |ui| {
                comment::show(ui, app, open, line, comment, memory, actions);
            });
        }
    }
    let around = Frame::new().inner_margin(Margin::symmetric(24, 16));
    around.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let all = PanelPart::ALL.map(|part| (part, named(open, part)));
        if let Some(part) = tabs(ui, part, all) {
            actions.push(PanelAction::ShowPart(part).into());
        }
        ui.add_space(space::MEDIUM);
        match part {
            PanelPart::Comments => ledger::show(ui, open, memory, actions),
            PanelPart::Rounds => {
                scroll("rounds").show(ui, |ui| rounds::show(ui, app, open, memory, actions));
            }
            PanelPart::Members => {
                scroll("members").show(ui, |ui| members::show(ui, app, open, actions));
            }
        }
    });
}

/// “Comments 18”
fn named(open: &Open, part: PanelPart) -> String {
    let review = &open.review;
    let count = match part {
        PanelPart::Comments => review.comments.len(),
        PanelPart::Rounds => review.rounds.len(),
        PanelPart::Members => review.members.iter().filter(|one| !one.left).count(),
    };
    match count {
        0 => part.words().to_owned(),
        count => format!("{} {count}", part.words()),
    }
}
