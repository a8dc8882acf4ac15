//! Menus: a button with the present choice, and the choices below it.

use egui::{Button, Response, RichText, Ui, vec2};

use crate::ui::tokens::{self, letter, palette, size};

/// A button that opens `contents` below it. The button's accessible name is `name`.
pub fn menu(ui: &mut Ui, name: &str, text: &str, contents: impl FnOnce(&mut Ui)) -> Response {
    let text = RichText::new(text)
        .font(tokens::sans(letter::BODY))
        .color(palette(ui).ink);
    let arrow = RichText::new("▼")
        .font(tokens::sans(letter::ARROW))
        .color(palette(ui).faint);
    let button = Button::new((text, arrow))
        .truncate()
        .min_size(vec2(0.0, size::SMALL_CONTROL));
    let (response, _) = egui::containers::menu::MenuButton::from_button(button).ui(ui, |ui| {
        ui.set_min_width(220.0);
        egui::ScrollArea::vertical()
            .max_height(420.0)
            .show(ui, contents);
    });
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
    response
}

/// A menu of which one is chosen. Returns the new choice.
pub fn choice<T: PartialEq + Clone>(
    ui: &mut Ui,
    name: &str,
    present: &T,
    choices: impl IntoIterator<Item = (T, String)>,
) -> Option<T> {
    let choices: Vec<(T, String)> = choices.into_iter().collect();
    let text = choices
        .iter()
        .find(|(value, _)| value == present)
        .map_or("Choose", |(_, words)| words.as_str());
    let mut chosen = None;
    menu(ui, name, text, |ui| {
        for (value, words) in &choices {
            if ui.selectable_label(value == present, words).clicked() {
                chosen = Some(value.clone()).filter(|value| value != present);
                ui.close();
            }
        }
    });
    chosen
}
