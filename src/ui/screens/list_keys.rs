//! Keys of a list: when it may take them, and by how many rows they move.

use egui::{Key, Modifiers, Popup, Ui};

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

/// No text field has the keyboard, and no menu is open.
pub fn are_free(ui: &Ui) -> bool {
    !ui.ctx().text_edit_focused() && !Popup::is_any_open(ui.ctx())
}

/// How often a key was pressed; whoever asks takes it.
///
/// Keys are taken with the modifiers they were pressed with: by the end of a frame those may be up again. Without modifiers, the key
/// is taken whatever else is held, so ask with them first.
pub fn times(ui: &Ui, modifiers: Modifiers, key: Key) -> usize {
    ui.input_mut(|input| input.count_and_consume_key(modifiers, key))
}

/// By how many rows each key that was pressed moves; what lies beyond an end means that end.
pub fn moves(ui: &Ui, modifiers: Modifiers) -> impl Iterator<Item = isize> {
    MOVES.into_iter().filter_map(move |(key, by)| {
        let times = times(ui, modifiers, key);
        (times > 0).then(|| by.saturating_mul(times.cast_signed()))
    })
}
