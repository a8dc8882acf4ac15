//! Wholes in parts: a bar of each, its parts told apart by pattern, by place and by number.

use egui::{Align2, Color32, Rect, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use super::spot::{in_hand, spot};
use super::{Shown, inks};
use crate::evaluation::Part;
use crate::stats::Proportion;
use crate::ui::tokens::{outcomes, palette, size, space};
use crate::ui::widgets::{Words, hatch, label};

pub(super) fn show(ui: &mut Ui, shown: &mut Shown<'_>, legend: &[String], rows: &[Part]) {
    ui.horizontal_wrapped(|ui| {
        for (at, name) in legend.iter().enumerate() {
            let (rect, _) =
                ui.allocate_exact_size(vec2(outcomes::CELL, outcomes::CELL), Sense::hover());
            filled(ui, rect.shrink(space::HAIR), at, false);
            label(ui, Words::Small, name.as_str());
            ui.add_space(space::SMALL);
        }
    });
    for (at, row) in rows.iter().enumerate() {
        ui.push_id(at, |ui| one(ui, shown, legend, row));
    }
}

fn one(ui: &mut Ui, shown: &mut Shown<'_>, legend: &[String], row: &Part) {
    label(ui, Words::Secondary, row.name.as_str());
    let wide = vec2(ui.available_width(), outcomes::ROW);
    let (rect, _) = ui.allocate_exact_size(wide, Sense::hover());
    let all: u64 = row.counts.iter().sum();
    let said = format!("of {all}");
    let ink = Words::Plain.colour(ui);
    let end = rect.right_center();
    ui.painter()
        .text(end, Align2::RIGHT_CENTER, said, Words::Plain.font(), ink);
    let length = (rect.width() - outcomes::SCALE * 1.5).max(0.0);
    let mut from = rect.left();
    for (at, ((count, name), counts)) in row.counts.iter().zip(legend).zip(&row.names).enumerate() {
        let part = length * *count as f32 / all.max(1) as f32;
        let place = Rect::from_min_max(
            pos2(from, rect.top() + space::TIGHT),
            pos2(from + part, rect.bottom() - space::TIGHT),
        );
        from += part;
        let Some(share) = Proportion::of(*count, all).filter(|_| *count > 0) else {
            continue;
        };
        let spoken = format!("{}, {name}: {share}", row.name);
        let response = spot(ui, place, at, &spoken);
        filled(ui, place, at, in_hand(&response));
        let number = ui.painter().layout_no_wrap(
            count.to_string(),
            Words::SmallStrong.font(),
            palette(ui).ink,
        );
        // Over a pattern a number needs ground of its own.
        if number.size().x + space::SMALL < part {
            let ground = Rect::from_center_size(place.center(), number.size() + vec2(6.0, 0.0));
            ui.painter()
                .rect_filled(ground, size::ROUND_CHIP, palette(ui).paper);
            let at = ground.min + vec2(3.0, 0.0);
            ui.painter().galley(at, number, palette(ui).ink);
        }
        if response.clicked() {
            let words = format!("{}, {}", row.name, name.to_lowercase());
            let only = shown.counted.only(words, std::slice::from_ref(counts));
            shown.open_cases(only);
        }
    }
}

/// Full, half, empty, hatched.
fn filled(ui: &Ui, rect: Rect, at: usize, strong: bool) {
    let inks: [Color32; 4] = inks(ui);
    let ink = inks[at % inks.len()];
    let painter = ui.painter();
    match at {
        0 => {
            painter.rect_filled(rect, 2.0, ink);
        }
        1 => {
            painter.rect_filled(rect, 2.0, ink.gamma_multiply(0.35));
        }
        2 => {
            painter.rect_filled(rect, 2.0, palette(ui).sheet);
        }
        _ => hatch(painter, rect, Stroke::new(1.0, palette(ui).line)),
    }
    let edge = Stroke::new(if strong { 2.0 } else { 1.0 }, ink);
    painter.rect_stroke(rect, 2.0, edge, StrokeKind::Inside);
}
