//! The ledger by keyboard: arrows and page keys move, letters answer.

use egui::{Key, Modifiers, Ui};

use super::Memory;
use crate::app::{Action, Open, PanelAction};
use crate::model::Disposition;
use crate::ui::screens::list_keys;

/// The keys that answer, as the ledger's line of help says them.
pub(super) const ANSWERS: [(Key, Disposition); 5] = [
    (Key::A, Disposition::Accepted),
    (Key::P, Disposition::Partly),
    (Key::D, Disposition::Declined),
    (Key::T, Disposition::ToDiscuss),
    (Key::U, Disposition::Open),
];
pub(super) const HELP: &str = "By keyboard: ↑ ↓ move; A accepts, P in part, D declines, T keeps to be discussed, U is not answered; O marks an objection, R one raised again; E writes the reason.";

pub fn pressed(ui: &Ui, open: &Open, memory: &mut Memory, actions: &mut Vec<Action>) {
    if !list_keys::are_free(ui) {
        return;
    }
    for by in list_keys::moves(ui, Modifiers::NONE) {
        actions.push(PanelAction::Move(by).into());
    }
    let times = |key| list_keys::times(ui, Modifiers::NONE, key);
    let chosen = open.panel.comment.and_then(|id| open.review.comment(id));
    let Some(comment) = chosen.filter(|_| open.read_only.is_none()) else {
        return;
    };
    for (key, disposition) in ANSWERS {
        if times(key) > 0 {
            actions.push(PanelAction::Answer(comment.id, disposition).into());
            memory.to_reason = disposition.needs_reason();
        }
    }
    if times(Key::O) > 0 {
        actions.push(PanelAction::MarkObjection(comment.id, !comment.objection).into());
    }
    if times(Key::R) > 0 {
        let why = open.panel.not_heard.get(&comment.id);
        let earlier = why.and_then(|why| why.earlier());
        let earlier = earlier.filter(|_| comment.repeats.is_none());
        if earlier.is_some() || comment.repeats.is_some() {
            actions.push(PanelAction::MarkRepeated(comment.id, earlier).into());
        }
    }
    if times(Key::E) > 0 {
        memory.to_reason = true;
    }
}
