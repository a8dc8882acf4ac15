//! Places that are pressed: by the pointer, or by Enter where the keyboard is.

use egui::{CursorIcon, Id, Label, Rect, Response, Sense, Stroke, StrokeKind, Ui};

use super::Shown;
use crate::app::{CohortAction, Only};
use crate::ui::tokens::{palette, size};
use crate::ui::widgets::Words;

/// A place in a drawing with a name of its own; it comes into sight when the keyboard reaches it.
pub(super) fn spot(
    ui: &Ui,
    rect: Rect,
    id: impl std::hash::Hash + std::fmt::Debug,
    name: &str,
) -> Response {
    let id: Id = ui.scope_id().with(id);
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.has_focus() {
        let focus = Stroke::new(1.5, palette(ui).accent);
        ui.painter()
            .rect_stroke(rect, size::ROUND_CHIP, focus, StrokeKind::Outside);
    }
    response
        .on_hover_cursor(CursorIcon::PointingHand)
        .on_hover_text(name)
}

/// Whether the keyboard or the pointer is there.
pub(super) fn in_hand(response: &Response) -> bool {
    response.hovered() || response.has_focus()
}

impl Shown<'_> {
    pub(super) fn open_cases(&mut self, only: Option<Only>) {
        if only.is_some() {
            self.actions.push(CohortAction::Only(only).into());
        }
    }
}

/// A figure among words or in a table: underlined where it is in hand.
pub(super) fn figure(ui: &mut Ui, text: &str, name: &str) -> bool {
    let text = Words::Plain.rich(ui, text);
    let response = ui.add(Label::new(text).sense(Sense::click()).selectable(false));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, name));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    let colours = palette(ui);
    let ink = match in_hand(&response) {
        true => Stroke::new(1.5, colours.accent),
        false => Stroke::new(1.0, colours.line),
    };
    let rect = response.rect;
    ui.painter().hline(rect.x_range(), rect.bottom(), ink);
    response
        .on_hover_cursor(CursorIcon::PointingHand)
        .on_hover_text("Show these men")
        .clicked()
}
