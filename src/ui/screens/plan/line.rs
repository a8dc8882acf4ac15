//! A line of a list at the left: a number with marks, the words, how it stands.

use egui::{CursorIcon, Frame, Margin, Role, Sense, Ui, WidgetInfo};

use crate::ui::tokens::{palette, size};
use crate::ui::widgets::{Words, words};

pub struct Line<'a> {
    /// Accessible name: “Finding 3”.
    pub name: String,
    pub head: String,
    pub text: &'a str,
    pub standing: (Words, String),
    pub is_chosen: bool,
}

impl Line<'_> {
    /// Whether it was pressed.
    pub fn show(self, ui: &mut Ui) -> bool {
        let palette = palette(ui);
        let ground = if self.is_chosen {
            palette.accent_wash
        } else {
            palette.paper
        };
        let inner = Frame::new()
            .fill(ground)
            .corner_radius(size::ROUND)
            .inner_margin(Margin::symmetric(10, 8))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 2.0;
                words(ui, Words::SmallStrong, self.head);
                words(ui, Words::Matter, short(self.text, 110));
                let (style, text) = self.standing;
                words(ui, style, text);
            });
        let id = ui.scope_id().with(("line", self.name.as_str()));
        let response = ui.interact(inner.response.rect, id, Sense::click());
        let (is_chosen, name) = (self.is_chosen, self.name);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, name.as_str()));
        response.on_hover_cursor(CursorIcon::PointingHand).clicked()
    }
}

/// The first `shown` characters, or that nothing is written.
pub fn short(text: &str, shown: usize) -> String {
    let text = text.trim();
    if text.is_empty() {
        return "Not written yet".to_owned();
    }
    let beginning: String = text.chars().take(shown).collect();
    if beginning.len() == text.len() {
        return beginning;
    }
    format!("{}…", beginning.trim_end())
}
