use egui::{Response, Stroke, Ui, WidgetInfo};

use super::Words;
use crate::ui::tokens::palette;

/// A box to tick with its text, whose frame is seen on a card too. `name` is its accessible name.
pub fn tick(ui: &mut Ui, ticked: &mut bool, text: &str, name: &str) -> Response {
    let text = Words::SmallStrong.rich(ui, text);
    let frame = Stroke::new(1.0, palette(ui).faint);
    let usual = std::mem::replace(&mut ui.visuals_mut().widgets.inactive.bg_stroke, frame);
    let response = ui.checkbox(ticked, text);
    ui.visuals_mut().widgets.inactive.bg_stroke = usual;
    let is_ticked = *ticked;
    response.widget_info(|| WidgetInfo::selected(egui::Role::CheckBox, true, is_ticked, name));
    response
}
