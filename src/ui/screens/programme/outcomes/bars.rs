//! Shares of one whole: a bar for each, with the interval of its share.

use egui::{Align2, CursorIcon, Rect, Sense, Stroke, Ui, pos2, vec2};

use super::Shown;
use super::spot::in_hand;
use crate::evaluation::Bar;
use crate::ui::tokens::{outcomes, palette, size, space};
use crate::ui::widgets::{Words, words};

pub(super) fn show(ui: &mut Ui, shown: &mut Shown<'_>, bars: &[Bar]) {
    for bar in bars {
        if one(ui, bar) {
            let counts = [bar.counts.clone()];
            let only = shown.counted.only(bar.name.as_str(), &counts);
            shown.open_cases(only);
        }
    }
    words(ui, Words::Small, "The thin line is the interval of 95 %.");
}

fn one(ui: &mut Ui, bar: &Bar) -> bool {
    let wide = vec2(ui.available_width(), outcomes::ROW);
    let (rect, response) = ui.allocate_exact_size(wide, Sense::click());
    let spoken = match (bar.low, bar.high) {
        (Some(low), Some(high)) => format!(
            "{}: {}, 95 % interval {:.0} to {:.0} %",
            bar.name,
            bar.said,
            100.0 * low,
            100.0 * high
        ),
        _ => format!("{}: {}", bar.name, bar.said),
    };
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &spoken));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    let colours = palette(ui);
    if in_hand(&response) {
        ui.painter().rect_filled(rect, size::ROUND, colours.raised);
    }
    let middle = rect.center().y;
    let text = |x: f32, text: &str| {
        let ink = Words::Plain.colour(ui);
        ui.painter().text(
            pos2(x, middle),
            Align2::LEFT_CENTER,
            text,
            Words::Plain.font(),
            ink,
        );
    };
    text(rect.left() + space::TIGHT, &bar.name);
    let from = rect.left() + outcomes::NAME;
    let length = (rect.width() - outcomes::NAME - outcomes::SAID).max(0.0);
    let at = |share: f64| from + length * share as f32;
    let share = bar.share.unwrap_or(0.0);
    let drawn = Rect::from_x_y_ranges(
        from..=at(share).max(from + 1.0),
        (middle - outcomes::BAR / 2.0)..=(middle + outcomes::BAR / 2.0),
    );
    let track = Stroke::new(1.0, colours.faint_line);
    ui.painter().hline(from..=(from + length), middle, track);
    ui.painter().rect_filled(drawn, 2.0, colours.mark);
    if let (Some(low), Some(high), true) = (bar.low, bar.high, share < 1.0) {
        whisker(ui, (at(low), at(high)), at(share), middle);
    }
    text(from + length + space::MEDIUM, &bar.said);
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
