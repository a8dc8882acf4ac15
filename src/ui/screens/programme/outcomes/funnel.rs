//! How far men came: a bar for each step, with the interval of its share.

use egui::{Align2, CursorIcon, Rect, Sense, Stroke, Ui, pos2, vec2};

use super::{interval, told};
use crate::app::{Action, CohortAction, FunnelStep, Only, OpenProgramme};
use crate::ui::tokens::{outcomes, palette, size, space};
use crate::ui::widgets::Words;

pub(super) fn show(ui: &mut Ui, open: &OpenProgramme, actions: &mut Vec<Action>) {
    if open.outcomes.tables {
        table(ui, open);
        return;
    }
    for step in &open.figures.funnel {
        if one(ui, step) {
            let only = Only {
                words: format!("Came to: {}", step.words),
                men: step.men.clone(),
            };
            actions.push(CohortAction::Only(Some(only)).into());
        }
    }
    let text = "Of all who were referred. The thin line is the interval of 95 %. Click a bar to see the men.";
    crate::ui::widgets::words(ui, Words::Small, text);
}

fn one(ui: &mut Ui, step: &FunnelStep) -> bool {
    let wide = vec2(ui.available_width(), outcomes::ROW);
    let (rect, response) = ui.allocate_exact_size(wide, Sense::click());
    let spoken = format!("{}: {}, {}", step.words, step.share, interval(step.share));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &spoken));
    let colours = palette(ui);
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, size::ROUND, colours.raised);
    }
    let middle = rect.center().y;
    let text = |x: f32, style: Words, text: String| {
        let ink = style.colour(ui);
        ui.painter().text(
            pos2(x, middle),
            Align2::LEFT_CENTER,
            text,
            style.font(),
            ink,
        );
    };
    text(rect.left(), Words::Plain, step.words.to_owned());
    let from = rect.left() + outcomes::NAME;
    let length = (rect.width() - outcomes::NAME - outcomes::SAID).max(0.0);
    let at = |share: f64| from + length * share as f32;
    let share = step.share.share().unwrap_or(0.0);
    let bar = Rect::from_x_y_ranges(
        from..=at(share).max(from + 1.0),
        (middle - outcomes::BAR / 2.0)..=(middle + outcomes::BAR / 2.0),
    );
    let track = Stroke::new(1.0, colours.faint_line);
    ui.painter().hline(from..=(from + length), middle, track);
    ui.painter().rect_filled(bar, 2.0, colours.mark);
    let partial = step.share.count() < step.share.all();
    if let Some(interval) = step.share.interval().filter(|_| partial) {
        whisker(ui, (at(interval.low), at(interval.high)), at(share), middle);
    }
    text(
        from + length + space::MEDIUM,
        Words::Plain,
        step.share.to_string(),
    );
    response
        .on_hover_cursor(CursorIcon::PointingHand)
        .on_hover_text(spoken)
        .clicked()
}

/// An interval over a bar: seen on the bar and beyond it.
fn whisker(ui: &Ui, (low, high): (f32, f32), end: f32, middle: f32) {
    let colours = palette(ui);
    let painter = ui.painter();
    let (on_bar, beyond) = (
        Stroke::new(1.5, colours.paper),
        Stroke::new(1.5, colours.ink),
    );
    painter.hline(low..=end.max(low), middle, on_bar);
    painter.hline(end..=high.max(end), middle, beyond);
    let ends = (middle - outcomes::END)..=(middle + outcomes::END);
    painter.vline(low, ends.clone(), on_bar);
    painter.vline(high, ends, beyond);
}

fn table(ui: &mut Ui, open: &OpenProgramme) {
    egui::Grid::new("funnel table")
        .num_columns(3)
        .spacing([space::LARGE, space::TIGHT])
        .show(ui, |ui| {
            for head in ["Step", "Of all referred", "Interval"] {
                told(ui, Words::SmallStrong, head);
            }
            ui.end_row();
            for step in &open.figures.funnel {
                told(ui, Words::Plain, step.words);
                told(ui, Words::Plain, step.share.to_string());
                told(ui, Words::Secondary, interval(step.share));
                ui.end_row();
            }
        });
}
