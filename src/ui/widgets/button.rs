//! Buttons: one filled button on a screen at most, the rest outlined or plain words.

use egui::{Button, Response, RichText, Stroke, Ui, Vec2, vec2};

use crate::ui::tokens::{self, letter, palette, size, space};

/// The one thing to do here.
pub fn primary(ui: &mut Ui, enabled: bool, text: &str) -> Response {
    let palette = palette(ui);
    let (fill, ink) = if enabled {
        (palette.accent, palette.on_accent)
    } else {
        (palette.panel, palette.faint)
    };
    let text = RichText::new(text)
        .font(tokens::sans_strong(letter::BODY))
        .color(ink);
    let button = Button::new(text)
        .fill(fill)
        .stroke(Stroke::new(
            1.0,
            if enabled {
                palette.accent
            } else {
                palette.line
            },
        ))
        .min_size(vec2(0.0, size::CONTROL));
    ui.add_enabled(enabled, button)
}

/// Something else that can be done.
pub fn secondary(ui: &mut Ui, enabled: bool, text: &str) -> Response {
    let ink = if enabled {
        palette(ui).ink
    } else {
        palette(ui).faint
    };
    let text = RichText::new(text)
        .font(tokens::sans(letter::BODY))
        .color(ink);
    ui.add_enabled(
        enabled,
        Button::new(text).min_size(vec2(0.0, size::CONTROL)),
    )
}

/// A secondary button for tight places.
pub fn small(ui: &mut Ui, enabled: bool, text: &str) -> Response {
    let ink = if enabled {
        palette(ui).secondary
    } else {
        palette(ui).faint
    };
    let text = RichText::new(text)
        .font(tokens::sans(letter::SMALL))
        .color(ink);
    let button = Button::new(text).min_size(vec2(0.0, size::SMALL_CONTROL));
    with_padding(ui, vec2(space::SMALL, space::HAIR), |ui| {
        ui.add_enabled(enabled, button)
    })
}

/// Buttons take their padding from the style. No scope: a scope would not wrap in a line of several.
pub(super) fn with_padding(
    ui: &mut Ui,
    padding: Vec2,
    add: impl FnOnce(&mut Ui) -> Response,
) -> Response {
    let usual = std::mem::replace(&mut ui.spacing_mut().button_padding, padding);
    let response = add(ui);
    ui.spacing_mut().button_padding = usual;
    response
}

/// A button without a frame.
pub fn quiet(ui: &mut Ui, text: &str) -> Response {
    let text = RichText::new(text)
        .font(tokens::sans(letter::BODY))
        .color(palette(ui).secondary);
    ui.add(
        Button::new(text)
            .frame_when_inactive(false)
            .min_size(vec2(0.0, size::SMALL_CONTROL)),
    )
}

/// Underlined words that lead somewhere.
pub fn link(ui: &mut Ui, text: &str) -> Response {
    let rich = RichText::new(text)
        .font(tokens::sans(letter::SMALL))
        .color(palette(ui).accent)
        .underline();
    let label = egui::Label::new(rich)
        .sense(egui::Sense::click())
        .selectable(false);
    let response = ui
        .add(label)
        .on_hover_cursor(egui::CursorIcon::PointingHand);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, text));
    response
}

/// A link that says for itself where it leads, for those who do not see what stands beside it.
pub fn named_link(ui: &mut Ui, text: &str, name: &str) -> Response {
    let response = link(ui, text);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, name));
    response
}
