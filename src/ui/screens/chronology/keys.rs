//! The chronology by keyboard: arrows and page keys move, digits tag.

use egui::{Key, Modifiers, Ui};

use crate::app::{Action, ChronologyAction, Open};

const PAGE: isize = 10;
const DIGITS: [Key; 9] = [
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

/// Digits 1 to 9 set or remove the first nine weaknesses of the template on what is selected.
///
/// Keys are taken with the modifiers they were pressed with: by the end of a frame those may be up again.
pub fn pressed(ui: &Ui, open: &Open, actions: &mut Vec<Action>) {
    if ui.ctx().text_edit_focused() || open.source.entry.is_some() {
        return;
    }
    let times = |modifiers: Modifiers, key: Key| {
        ui.input_mut(|input| input.count_and_consume_key(modifiers, key)) as isize
    };
    let mut send = |action| actions.push(Action::Chronology(action));
    for (modifiers, key, action) in [
        (Modifiers::COMMAND, Key::A, ChronologyAction::SelectAll),
        (Modifiers::ALT, Key::ArrowUp, ChronologyAction::MoveUp),
        (Modifiers::ALT, Key::ArrowDown, ChronologyAction::MoveDown),
        (Modifiers::NONE, Key::Escape, ChronologyAction::Unselect),
    ] {
        if times(modifiers, key) > 0 {
            send(action);
        }
    }
    for (key, by) in [
        (Key::ArrowDown, 1),
        (Key::ArrowUp, -1),
        (Key::PageDown, PAGE),
        (Key::PageUp, -PAGE),
        (Key::Home, isize::MIN / 2),
        (Key::End, isize::MAX / 2),
    ] {
        let times = times(Modifiers::NONE, key);
        if times > 0 {
            send(ChronologyAction::Move(by.saturating_mul(times)));
        }
    }
    for (key, weakness) in DIGITS.into_iter().zip(&open.review.template.weaknesses) {
        if times(Modifiers::NONE, key) > 0 {
            send(tag_or_untag(open, &weakness.key));
        }
    }
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
