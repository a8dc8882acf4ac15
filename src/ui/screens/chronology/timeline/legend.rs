//! What the marks mean, each beside the mark itself.

use egui::{Painter, Pos2, Rect, Sense, Stroke, Ui, vec2};

use super::marks::{event_at, fade_both, flag};
use crate::app::{Action, ChronologyAction, Open, SILENCES, TimelineAction, silence_in_words};
use crate::chronology::Lanes;
use crate::ui::tokens::{self, Palette, letter, palette, size, space, timeline};
use crate::ui::widgets::{self, Words, hatch};

const SAMPLE: egui::Vec2 = vec2(44.0, 22.0);

type Draw = fn(&Painter, &Palette, Rect);

const ROWS: [(Draw, &str); 9] = [
    (point, "A moment or a day"),
    (bar, "A span of time"),
    (
        guess,
        "A fading edge: not known exactly, or open; amber: doubtful",
    ),
    (
        cluster,
        "Several entries, and how many; look closer to part them",
    ),
    (columns, "Very many: the height tells how many"),
    (
        joined,
        "One event in several records; a dot: and other entries",
    ),
    (
        contradicted,
        "One event whose records contradict each other",
    ),
    (flagged, "A sign of danger stands in the record"),
    (
        key_date,
        "A key date; shaded where it is not known to the day",
    ),
];

pub fn menu(ui: &mut Ui, open: &Open, laid: &Lanes, actions: &mut Vec<Action>) {
    button(ui, |ui| {
        ui.set_min_width(340.0);
        ui.spacing_mut().item_spacing.y = space::HAIR;
        for (draw, text) in ROWS {
            row(ui, draw, text);
        }
        if laid.too_many_joins {
            widgets::words(
                ui,
                Words::Small,
                "Too many events to join them all here. Look closer, or point at one.",
            );
        }
        row(ui, silent, "No record for more than:");
        silences(ui, open, actions);
    });
}

/// As `widgets::menu`, but whole: a legend is not scrolled.
fn button(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let text = egui::RichText::new("Legend")
        .font(tokens::sans(letter::SMALL))
        .color(palette(ui).secondary);
    let button = egui::Button::new(text).min_size(vec2(0.0, size::SMALL_CONTROL));
    let (response, _) = egui::containers::menu::MenuButton::from_button(button).ui(ui, contents);
    response
        .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, "What the marks mean"));
}

fn row(ui: &mut Ui, draw: Draw, text: &str) {
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(SAMPLE, Sense::hover());
        draw(ui.painter(), palette(ui), rect);
        widgets::words(ui, Words::Plain, text);
    });
}

fn silences(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.add_space(SAMPLE.x + space::SMALL);
        ui.spacing_mut().item_spacing.x = space::TIGHT;
        let present = open.chronology.look.silence;
        for days in SILENCES {
            let font = tokens::sans(letter::SMALL);
            let text = egui::RichText::new(silence_in_words(days)).font(font);
            if ui.selectable_label(present == days, text).clicked() {
                actions.push(Action::Chronology(ChronologyAction::Timeline(
                    TimelineAction::Silence(days),
                )));
            }
        }
    });
}

fn point(painter: &Painter, colours: &Palette, rect: Rect) {
    painter.circle_filled(rect.center(), size::MARK, colours.mark);
}

fn bar(painter: &Painter, colours: &Palette, rect: Rect) {
    let bar = Rect::from_center_size(rect.center(), vec2(30.0, timeline::BAR));
    painter.rect_filled(bar, 0.0, colours.mark.gamma_multiply(0.55));
}

fn guess(painter: &Painter, colours: &Palette, rect: Rect) {
    for (x, colour) in [(-11.0, colours.mark), (11.0, colours.doubt)] {
        let middle = rect.center() + vec2(x, 0.0);
        let fading = Rect::from_center_size(middle, vec2(20.0, timeline::BAR - 1.0));
        fade_both(painter, fading, colour.gamma_multiply(0.6));
        painter.circle_filled(middle, size::MARK - 0.75, colour);
    }
}

fn cluster(painter: &Painter, colours: &Palette, rect: Rect) {
    painter.circle_filled(
        rect.center() - vec2(11.0, 0.0),
        size::MARK + 1.25,
        colours.mark,
    );
    let middle = rect.center() + vec2(8.0, 0.0);
    painter.circle_filled(middle, timeline::NUMBERED, colours.mark);
    painter.text(
        middle,
        egui::Align2::CENTER_CENTER,
        "12",
        tokens::sans_strong(letter::TINY),
        colours.on_accent,
    );
}

fn columns(painter: &Painter, colours: &Palette, rect: Rect) {
    for (number, height) in [5.0, 9.0, 16.0, 12.0].into_iter().enumerate() {
        let left = rect.left() + 6.0 + 8.0 * number as f32;
        let foot = rect.bottom() - 2.0;
        let column = Rect::from_x_y_ranges(left..=(left + 7.0), (foot - height)..=foot);
        painter.rect_filled(column, 1.0, colours.mark.gamma_multiply(0.85));
    }
}

fn two(rect: Rect) -> [Pos2; 2] {
    [
        rect.center_top() + vec2(0.0, 4.0),
        rect.center_bottom() - vec2(0.0, 4.0),
    ]
}

fn joined(painter: &Painter, colours: &Palette, rect: Rect) {
    painter.line_segment(two(rect), Stroke::new(1.25, colours.mark));
    for middle in two(rect) {
        event_at(painter, colours, middle, false);
    }
}

fn contradicted(painter: &Painter, colours: &Palette, rect: Rect) {
    event_at(painter, colours, rect.center(), true);
}

fn flagged(painter: &Painter, colours: &Palette, rect: Rect) {
    let middle = rect.center() + vec2(0.0, 4.0);
    painter.circle_filled(middle, size::MARK, colours.mark);
    flag(painter, colours.harm, middle - vec2(0.0, size::MARK));
}

fn key_date(painter: &Painter, colours: &Palette, rect: Rect) {
    painter.extend(egui::Shape::dashed_line(
        &[rect.center_top(), rect.center_bottom()],
        Stroke::new(1.0, colours.ink),
        2.0,
        3.0,
    ));
}

fn silent(painter: &Painter, colours: &Palette, rect: Rect) {
    let rect = Rect::from_center_size(rect.center(), vec2(38.0, 10.0));
    hatch(painter, rect, Stroke::new(1.0, colours.line));
}
