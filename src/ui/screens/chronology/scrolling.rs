//! The table's own scrolling. The library counts in points from the top, which are too coarse beyond some hundred thousand rows.

use egui::{Rect, Sense, Ui, pos2, vec2};

use super::rows::{Place, Sheet};
use crate::ui::tokens::{palette, size};

/// Wheel movements beyond so many windows at once are taken by the average height of a line.
const FAR: f32 = 2.0;

/// What the wheel asks for while the pointer is over `area`; taken, so that nothing else scrolls.
pub fn wheel(ui: &Ui, area: Rect) -> egui::Vec2 {
    if !ui.rect_contains_pointer(area) {
        return vec2(0.0, 0.0);
    }
    ui.input_mut(|input| -std::mem::take(&mut input.smooth_scroll_delta))
}

pub fn scrolled(place: Place, by: f32, average: f32, sheet: &mut Sheet) -> Place {
    if by == 0.0 {
        return place;
    }
    if by.abs() <= FAR * sheet.view {
        return place.moved(by, sheet);
    }
    let lines = (by / average.max(1.0)).round() as isize;
    let line = place.line.saturating_add_signed(lines);
    if line >= sheet.lines {
        return Place::end(sheet);
    }
    Place { line, into: 0.0 }.within(sheet)
}

/// The bar at the right edge of `area`. Returns where it was dragged to.
pub fn bar(ui: &Ui, area: Rect, place: Place, average: f32, sheet: &mut Sheet) -> Option<Place> {
    let whole = average * sheet.lines as f32;
    if whole <= sheet.view {
        return None;
    }
    let track = Rect::from_min_max(pos2(area.right() - size::BAR, area.top()), area.max);
    let thumb_height = (track.height() * sheet.view / whole).max(size::LEAST_THUMB);
    let room = (track.height() - thumb_height).max(1.0);
    let top = track.top() + room * place.share(average, sheet);
    let thumb = Rect::from_min_size(pos2(track.left(), top), vec2(size::BAR, thumb_height));
    let response = ui.interact(track, ui.scope_id().with("bar"), Sense::drag());
    response
        .widget_info(|| egui::WidgetInfo::labeled(egui::Role::ScrollBar, true, "Scroll the table"));
    let held = response.hovered() || response.dragged();
    paint(ui, thumb, held);
    let pointer = response.interact_pointer_pos()?;
    let share = (pointer.y - track.top() - thumb_height / 2.0) / room;
    Some(Place::at_share(share, average, sheet))
}

/// The bar at the lower edge, where the columns are wider than the window. Returns how far to the right it was dragged.
pub fn bar_below(ui: &Ui, area: Rect, offset: f32, whole: f32) -> Option<f32> {
    if whole <= area.width() + 0.5 {
        return None;
    }
    let track = Rect::from_min_max(pos2(area.left(), area.bottom() - size::BAR), area.max);
    let thumb_width = (track.width() * area.width() / whole).max(size::LEAST_THUMB);
    let room = (track.width() - thumb_width).max(1.0);
    let most = whole - area.width();
    let left = track.left() + room * (offset / most).clamp(0.0, 1.0);
    let thumb = Rect::from_min_size(pos2(left, track.top()), vec2(thumb_width, size::BAR));
    let response = ui.interact(track, ui.scope_id().with("bar below"), Sense::drag());
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::Role::ScrollBar, true, "Scroll the columns")
    });
    paint(ui, thumb, response.hovered() || response.dragged());
    let pointer = response.interact_pointer_pos()?;
    let share = (pointer.x - track.left() - thumb_width / 2.0) / room;
    Some(share.clamp(0.0, 1.0) * most)
}

fn paint(ui: &Ui, thumb: Rect, held: bool) {
    let palette = palette(ui);
    let ink = if held {
        palette.secondary
    } else {
        palette.line
    };
    ui.painter()
        .rect_filled(thumb.shrink(1.0), size::ROUND_CHIP, ink);
}
