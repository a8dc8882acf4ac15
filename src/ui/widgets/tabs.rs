//! One of several views of a room, chosen by a line of words.

use egui::{Label, RichText, Sense, Stroke, Ui};

use crate::ui::tokens::{self, letter, palette, space};

/// A line of words of which one is chosen; wraps where it is too long. Returns the one that was pressed.
pub fn tabs<T: PartialEq + Copy>(
    ui: &mut Ui,
    present: T,
    all: impl IntoIterator<Item = (T, String)>,
) -> Option<T> {
    let mut pressed = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::MEDIUM;
        for (value, name) in all {
            if tab(ui, value == present, &name) && value != present {
                pressed = Some(value);
            }
        }
    });
    pressed
}

fn tab(ui: &mut Ui, chosen: bool, name: &str) -> bool {
    let colours = palette(ui);
    let text = RichText::new(name).font(if chosen {
        tokens::sans_strong(letter::BODY)
    } else {
        tokens::sans(letter::BODY)
    });
    let text = text.color(if chosen {
        colours.ink
    } else {
        colours.secondary
    });
    // Whole, so that it goes to the next line as one and is underlined there.
    let label = Label::new(text).extend().selectable(false);
    let response = ui.add(label.sense(Sense::click()));
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Tab, true, chosen, name));
    let under = response.rect.bottom() + space::TIGHT;
    if chosen || response.hovered() {
        let ink = if chosen { colours.accent } else { colours.line };
        ui.painter()
            .hline(response.rect.x_range(), under, Stroke::new(2.0, ink));
    }
    if response.has_focus() {
        let around = response.rect.expand(space::HAIR);
        let focus = Stroke::new(1.0, colours.accent);
        ui.painter()
            .rect_stroke(around, space::HAIR, focus, egui::StrokeKind::Outside);
    }
    response
        .on_hover_cursor(egui::CursorIcon::PointingHand)
        .clicked()
}
