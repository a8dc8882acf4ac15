//! The ledger by keyboard: arrows and page keys move, letters answer.

use egui::{Key, Modifiers, Popup, Ui};

use super::Memory;
use crate::app::{Action, Open, PanelAction};
use crate::model::Disposition;

const PAGE: isize = 10;
const FAR: isize = isize::MAX / 2;
const MOVES: [(Key, isize); 6] = [
    (Key::ArrowDown, 1),
    (Key::ArrowUp, -1),
    (Key::PageDown, PAGE),
    (Key::PageUp, -PAGE),
    (Key::Home, -FAR),
    (Key::End, FAR),
];
/// The keys that answer, as the ledger's line of help says them.
pub(super) const ANSWERS: [(Key, Disposition); 5] = [
    (Key::A, Disposition::Accepted),
    (Key::P, Disposition::Partly),
    (Key::D, Disposition::Declined),
    (Key::T, Disposition::ToDiscuss),
    (Key::U, Disposition::Open),
];
pub(super) const HELP: &str = "By keyboard: ↑ ↓ move; A accepts, P in part, D declines, T keeps to be discussed, U is not answered; O marks an objection, R one raised again; E writes the reason.";

/// Keys are taken with the modifiers they were pressed with: by the end of a frame those may be up again.
pub fn pressed(ui: &Ui, open: &Open, memory: &mut Memory, actions: &mut Vec<Action>) {
    if ui.ctx().text_edit_focused() || Popup::is_any_open(ui.ctx()) {
        return;
    }
    let times =
        |key: Key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key)) as isize;
    for (key, by) in MOVES {
        let times = times(key);
        if times > 0 {
            actions.push(PanelAction::Move(by.saturating_mul(times)).into());
        }
    }
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
