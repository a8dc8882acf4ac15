use egui::{Painter, Rect, Stroke, pos2};

use crate::ui::tokens::timeline;

/// Slanting lines over `rect`: a stretch in which nothing is, so that nobody takes it for a record.
pub fn hatch(painter: &Painter, rect: Rect, stroke: Stroke) {
    let painter = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    let slant = rect.height();
    // On a grid of the screen, so that the lines of neighbours are one pattern.
    let mut x = (rect.left() / timeline::HATCH).floor() * timeline::HATCH - slant;
    while x < rect.right() {
        painter.line_segment(
            [pos2(x, rect.bottom()), pos2(x + slant, rect.top())],
            stroke,
        );
        x += timeline::HATCH;
    }
}
