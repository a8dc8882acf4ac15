//! What the forms of the matrix and the marks of the drawing mean.

use egui::{Align2, Color32, Painter, Pos2, Rect, Sense, Shape, Stroke, Ui, vec2};

use super::cell::{BEFORE, dashed, ground};
use super::drawing::{arrow_head, fading_bar};
use crate::ui::tokens::{self, Palette, knowledge, letter, palette, size, space, timeline};

type Draw = fn(&Painter, &Palette, Rect);

const FORMS: [(Draw, &str); 5] = [
    (ground, "entered: the day, and how long after the first"),
    (told, "how many others it told"),
    (before, "a record speaks of it before that day"),
    (dashed, "in its records, not entered"),
    (nothing, "nothing in its records"),
];

const MARKS: [(Draw, &str); 5] = [
    (point, "learnt of it"),
    (span, "not known to the day; fading: a guess, or open"),
    (arrow, "told by that agency"),
    (stroke, "a record that speaks of it"),
    (key_date, "a key date"),
];

pub fn of_matrix(ui: &mut Ui) {
    show(ui, &FORMS);
}

pub fn of_drawing(ui: &mut Ui) {
    show(ui, &MARKS);
}

/// Each form and its words are one piece, so that a line never breaks between them.
fn show(ui: &mut Ui, rows: &[(Draw, &str)]) {
    for (draw, text) in rows {
        let colours = palette(ui);
        let font = tokens::sans(letter::SMALL);
        let words = ui
            .painter()
            .layout_no_wrap((*text).to_owned(), font, colours.secondary);
        let height = size::CHIP.max(words.size().y);
        let width = space::HUGE + space::SMALL + words.size().x;
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, *text));
        let form = Rect::from_min_size(rect.min, vec2(space::HUGE, height));
        draw(ui.painter(), colours, form.shrink2(vec2(0.0, space::HAIR)));
        let top = rect.center().y - words.size().y / 2.0;
        let at = Pos2::new(form.right() + space::SMALL, top);
        ui.painter().galley(at, words, colours.secondary);
    }
}

fn told(painter: &Painter, colours: &Palette, rect: Rect) {
    written(painter, rect, "→ told 2", colours.accent);
}

fn before(painter: &Painter, colours: &Palette, rect: Rect) {
    written(painter, rect, BEFORE, colours.doubt);
}

fn nothing(painter: &Painter, colours: &Palette, rect: Rect) {
    written(painter, rect, "–", colours.faint);
}

fn written(painter: &Painter, rect: Rect, text: &str, ink: Color32) {
    let font = tokens::sans(letter::SMALL);
    painter.text(rect.center(), Align2::CENTER_CENTER, text, font, ink);
}

fn point(painter: &Painter, colours: &Palette, rect: Rect) {
    painter.circle_filled(rect.center(), knowledge::MARK, colours.mark);
}

fn span(painter: &Painter, colours: &Palette, rect: Rect) {
    let bar = Rect::from_center_size(rect.center(), vec2(rect.width(), timeline::BAR));
    fading_bar(painter, bar, colours.mark, (false, true));
}

fn arrow(painter: &Painter, colours: &Palette, rect: Rect) {
    let line = Stroke::new(1.5, colours.ink);
    let (from, tip) = (rect.left_center(), rect.right_center());
    painter.line_segment([from, tip - vec2(knowledge::ARROW, 0.0)], line);
    arrow_head(painter, colours, tip, 1.0);
}

fn stroke(painter: &Painter, colours: &Palette, rect: Rect) {
    let half = vec2(0.0, knowledge::STROKE);
    let ends = [rect.center() - half, rect.center() + half];
    painter.line_segment(ends, Stroke::new(1.5, colours.faint));
}

fn key_date(painter: &Painter, colours: &Palette, rect: Rect) {
    let ends = [rect.center_top(), rect.center_bottom()];
    let line = Stroke::new(1.5, colours.secondary);
    for dash in Shape::dashed_line(&ends, line, knowledge::DASH, knowledge::DASH) {
        painter.add(dash);
    }
}
