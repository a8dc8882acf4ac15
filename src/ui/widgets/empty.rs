use egui::Ui;

use super::{Words, button, words};
use crate::ui::tokens::{self, letter, palette, size, space};

/// What a screen shows while it has nothing to show: what it is for, and what to do first.
/// Returns whether the button was pressed.
pub fn empty(ui: &mut Ui, heading: &str, text: &str, button: Option<&str>) -> bool {
    let mut pressed = false;
    ui.add_space(space::HUGE);
    ui.vertical_centered(|ui| {
        ui.set_max_width(size::PROSE.min(ui.available_width()) * 0.75);
        let heading = egui::RichText::new(heading)
            .font(tokens::serif_strong(letter::TITLE))
            .color(palette(ui).ink);
        ui.add(egui::Label::new(heading).selectable(false));
        ui.add_space(space::SMALL);
        words(ui, Words::Secondary, text);
        ui.add_space(space::MEDIUM);
        if let Some(text) = button {
            pressed = button::primary(ui, true, text).clicked();
        }
    });
    pressed
}
