//! The chronology by keyboard: arrows and page keys move, digits tag.

use egui::{Key, Ui};

use crate::app::{Action, ChronologyAction, Open};

const PAGE: isize = 10;

/// Digits 1 to 9 set or remove the first nine weaknesses of the template on what is selected.
pub fn pressed(ui: &Ui, open: &Open, actions: &mut Vec<Action>) {
    if ui.ctx().memory(|memory| memory.focused().is_some()) && ui.ctx().text_edit_focused() {
        return;
    }
    let mut send = |action| actions.push(Action::Chronology(action));
    ui.input(|input| {
        if input.modifiers.any() {
            if input.modifiers.command && input.key_pressed(Key::A) {
                send(ChronologyAction::SelectAll);
            }
            if input.modifiers.alt && input.key_pressed(Key::ArrowUp) {
                send(ChronologyAction::MoveUp);
            }
            if input.modifiers.alt && input.key_pressed(Key::ArrowDown) {
                send(ChronologyAction::MoveDown);
            }
            return;
        }
        for (key, by) in [
            (Key::ArrowDown, 1),
            (Key::ArrowUp, -1),
            (Key::PageDown, PAGE),
            (Key::PageUp, -PAGE),
            (Key::Home, isize::MIN / 2),
            (Key::End, isize::MAX / 2),
        ] {
            let times = input.num_presses(key) as isize;
            if times > 0 {
                send(ChronologyAction::Move(by.saturating_mul(times)));
            }
        }
        if input.key_pressed(Key::Escape) {
            send(ChronologyAction::Unselect);
        }
        let digits = [
            Key::Num1,
            Key::Num2,
            Key::Num3,
            Key::Num4,
            Key::Num5,
            Key::Num6,
            Key::Num7,
            Key::Num8,
            Key::Num9,
        ];
        for (key, weakness) in digits.into_iter().zip(&open.review.template.weaknesses) {
            if input.key_pressed(key) {
                send(tag_or_untag(open, &weakness.key));
            }
        }
    });
}

/// Takes the tag away where all selected entries have it, else sets it on all.
fn tag_or_untag(open: &Open, weakness: &str) -> ChronologyAction {
    let tagged = |entry| {
        open.review
            .taggings
            .iter()
            .any(|tagging| tagging.entry == entry && tagging.weakness == weakness)
    };
    if open.chronology.selected.iter().all(|entry| tagged(*entry)) {
        ChronologyAction::Untag(weakness.to_owned())
    } else {
        ChronologyAction::Tag(weakness.to_owned())
    }
}
