//! Grounds and lines: hairlines instead of boxes, no frame in a frame.

use egui::{Align, Frame, Layout, Margin, Response, Sense, Stroke, Ui, vec2};

use crate::ui::tokens::{palette, size, space};

/// A sheet with a thin line around it, for one thing in hand.
pub fn card<R>(ui: &mut Ui, selected: bool, contents: impl FnOnce(&mut Ui) -> R) -> (R, Response) {
    let palette = palette(ui);
    let line = if selected {
        palette.accent
    } else {
        palette.line
    };
    let inner = Frame::new()
        .fill(palette.sheet)
        .stroke(Stroke::new(1.0, line))
        .corner_radius(size::ROUND)
        .inner_margin(Margin::symmetric(16, 10))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            contents(ui)
        });
    (inner.inner, inner.response)
}

/// A title with buttons at the right end of its line; below it where the line is too narrow for both.
pub fn titled(ui: &mut Ui, title: impl FnOnce(&mut Ui), buttons: impl FnOnce(&mut Ui)) {
    let at_right = Layout::right_to_left(Align::Center);
    if ui.available_width() < size::NARROW_TITLE {
        title(ui);
        ui.allocate_ui_with_layout(
            vec2(ui.available_width(), size::SMALL_CONTROL),
            at_right,
            buttons,
        );
        return;
    }
    ui.horizontal(|ui| {
        title(ui);
        ui.with_layout(at_right, buttons);
    });
}

/// The width of what stands at a side: in a narrow window, as large letters make it, less, so that the main part keeps room.
pub fn at_side(ui: &Ui, width: f32) -> f32 {
    const LEAST: f32 = 0.7;
    let window = ui.ctx().content_rect().width();
    width * (window / size::NARROW_WINDOW).clamp(LEAST, 1.0)
}

/// A pane beside the main part, to the right: its own ground, its own scrolling. What comes after it in `ui` ends where it begins.
pub fn pane<R>(ui: &mut Ui, id: &'static str, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let palette = palette(ui);
    let width = at_side(ui, size::DETAIL);
    let shown = egui::Panel::right(id)
        .exact_size(width)
        .resizable(false)
        .show_separator_line(true)
        .frame(Frame::new().fill(palette.sheet))
        .show(ui, |ui| {
            scroll(id)
                .show(ui, |ui| {
                    Frame::new()
                        .inner_margin(Margin::symmetric(20, 20))
                        .show(ui, |ui| {
                            ui.set_width(ui.available_width());
                            contents(ui)
                        })
                        .inner
                })
                .inner
        })
        .inner;
    ui.shrink_clip_rect(ui.available_rect_before_wrap());
    shown
}

/// A vertical scroll area that fills its place.
pub fn scroll(id: &'static str) -> egui::ScrollArea {
    egui::ScrollArea::vertical().id_salt(id).auto_shrink(false)
}

pub fn hairline(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().hline(
        rect.x_range(),
        rect.center().y,
        Stroke::new(1.0, palette(ui).faint_line),
    );
}

/// Somebody's words, with a line at their side.
pub fn quote<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let colour = palette(ui).line;
    let inner = Frame::new()
        .inner_margin(Margin {
            left: 14,
            right: 0,
            top: 0,
            bottom: 0,
        })
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            contents(ui)
        });
    let rect = inner.response.rect;
    let bar = egui::Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
    ui.painter().rect_filled(bar, 1.0, colour);
    ui.add_space(space::TIGHT);
    inner.inner
}
