//! The list of weaknesses wherever one is chosen: parts stand under their whole.

use egui::Ui;

use crate::app::tag_keys;
use crate::model::{Review, Weakness};
use crate::ui::tokens::space;

/// The name as a line of a menu; that of a part begins with a dash.
pub fn in_menu(weakness: &Weakness) -> String {
    match weakness.is_part() {
        true => format!("– {}", weakness.name),
        false => weakness.name.clone(),
    }
}

/// The whole list, each line with its meaning on hover and, where it is a digit, the key that sets it. Returns the one that was pressed.
pub fn list<'a>(
    ui: &mut Ui,
    review: &'a Review,
    has: impl Fn(&str) -> bool,
) -> Option<&'a Weakness> {
    let mut pressed = None;
    for (weakness, key) in tag_keys(review) {
        let key = key.filter(char::is_ascii_digit);
        let text = match key {
            Some(key) => format!("{key}   {}", in_menu(weakness)),
            None => in_menu(weakness),
        };
        let mut line = |ui: &mut Ui| {
            let is_set = has(&weakness.key);
            let response = ui.selectable_label(is_set, text.as_str());
            response.widget_info(|| {
                egui::WidgetInfo::selected(egui::Role::Button, true, is_set, &weakness.name)
            });
            if response.on_hover_text(&weakness.definition).clicked() {
                pressed = Some(weakness);
            }
        };
        if weakness.is_part() {
            ui.horizontal(|ui| {
                ui.add_space(space::MEDIUM);
                line(ui);
            });
        } else {
            line(ui);
        }
    }
    pressed
}
