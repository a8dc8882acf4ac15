//! The silences over the review's years: a row for each agency, to scale.

use chrono::{Datelike, NaiveDate};
use egui::{Align2, Painter, Rangef, Rect, Sense, Shape, Stroke, Ui, UiBuilder, pos2, vec2};

use super::{agency_name, in_words, open_ends};
use crate::app::{Action, Open, SilenceRow, Silences};
use crate::chronology::Silence;
use crate::dates;
use crate::ui::tokens::{self, letter, palette, size, space, timeline};
use crate::ui::widgets::{Words, hatch, label, words};

/// Below this a stretch is not seen; wider ones can be pressed from the next on.
const SEEN: f32 = 0.75;
const PRESSED: f32 = 5.0;
/// Between the names of two years.
const YEAR: f32 = 44.0;

/// Where days stand across the drawing.
struct Scale {
    x: Rangef,
    first: NaiveDate,
    days: f32,
}

impl Scale {
    fn at(&self, date: NaiveDate) -> f32 {
        let since = (date - self.first).num_days() as f32;
        self.x.min + (since / self.days).clamp(0.0, 1.0) * self.x.span()
    }
}

pub fn show(
    ui: &mut Ui,
    open: &Open,
    silences: &Silences,
    (first, last): (NaiveDate, NaiveDate),
    actions: &mut Vec<Action>,
) {
    let top = ui.cursor().top();
    let is_wide = ui.available_width() > 3.0 * size::AGENCY_NAME;
    let names = if is_wide {
        size::AGENCY_NAME
    } else {
        size::LANE_NAME
    };
    let left = ui.cursor().left() + names;
    let right = ui.max_rect().right() - space::SMALL;
    let scale = Scale {
        x: Rangef::new(left, right.max(left + size::LANE_NAME)),
        first,
        days: ((last - first).num_days() + 1).max(1) as f32,
    };
    let (scale_rect, _) =
        ui.allocate_exact_size(vec2(ui.available_width(), timeline::SCALE), Sense::hover());
    // Drawn below the bars, as soon as it is known how far down they reach.
    let lines = ui.painter().add(Shape::Noop);
    let usual = std::mem::replace(&mut ui.spacing_mut().item_spacing.y, 0.0);
    for row in &silences.rows {
        one(ui, open, row, (names, &scale), actions);
    }
    ui.spacing_mut().item_spacing.y = usual;
    let whole = Rangef::new(top, ui.cursor().top());
    let years = years(ui, &scale, (first, last), scale_rect, whole);
    ui.painter().set(lines, years);
    key_dates(ui, open, &scale, whole);
    words(
        ui,
        Words::Small,
        "A bar reaches from an agency’s first record to its last; hatched is silence. Upright lines are key dates.",
    );
}

fn one(
    ui: &mut Ui,
    open: &Open,
    row: &SilenceRow,
    (names, scale): (f32, &Scale),
    actions: &mut Vec<Action>,
) {
    let agency = row.recorded.agency;
    let wide = vec2(ui.available_width(), timeline::HIGHEST_LANE);
    let (rect, _) = ui.allocate_exact_size(wide, Sense::hover());
    let name = Rect::from_min_size(rect.min, vec2(names - space::SMALL, rect.height()));
    let inside = UiBuilder::new()
        .max_rect(name)
        .layout(egui::Layout::left_to_right(egui::Align::Center));
    ui.scope_builder(inside, |ui| {
        let style = match agency {
            Some(_) => Words::Plain,
            None => Words::Strong,
        };
        label(ui, style, agency_name(open, agency));
    });
    let colours = palette(ui);
    let middle = rect.center().y;
    let bar = Rect::from_x_y_ranges(
        scale.at(row.recorded.first)..=(scale.at(row.recorded.last) + 1.0),
        (middle - timeline::BAR / 2.0)..=(middle + timeline::BAR / 2.0),
    );
    let painter = ui.painter().clone();
    painter.rect_filled(bar, 1.0, colours.mark.gamma_multiply(0.55));
    for silence in row.longer_than(open.analysis.silences.days) {
        let (from, until) = (scale.at(silence.last), scale.at(silence.next));
        if until - from < SEEN {
            // The longest come first.
            break;
        }
        let tall = size::BAR / 2.0 + 1.0;
        // The record between two silences stays to be seen.
        let x = Rangef::new(from, until).shrink(0.75);
        let stretch = Rect::from_x_y_ranges(x, (middle - tall)..=(middle + tall));
        silent(ui, &painter, open, row, *silence, stretch, actions);
    }
}

fn silent(
    ui: &mut Ui,
    painter: &Painter,
    open: &Open,
    row: &SilenceRow,
    silence: Silence,
    stretch: Rect,
    actions: &mut Vec<Action>,
) {
    let colours = palette(ui);
    painter.rect_filled(stretch, 0.0, colours.paper);
    if stretch.width() < PRESSED {
        return;
    }
    let agency = row.recorded.agency;
    let id = ui
        .scope_id()
        .with(("silence", agency, silence.before, silence.after));
    let response = ui.interact(stretch, id, Sense::click());
    let here = response.hovered() || response.has_focus();
    let ink = if here { colours.doubt } else { colours.line };
    hatch(painter, stretch, Stroke::new(1.0, ink));
    painter.rect_stroke(
        stretch,
        0.0,
        Stroke::new(1.0, ink),
        egui::StrokeKind::Inside,
    );
    let name = in_words(open, agency, silence);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
    let response = response.on_hover_text(format!(
        "{name}. Press to open the records at its two ends."
    ));
    if response.clicked() {
        actions.push(open_ends(open, agency, silence));
    }
}

fn years(
    ui: &Ui,
    scale: &Scale,
    (first, last): (NaiveDate, NaiveDate),
    rect: Rect,
    whole: Rangef,
) -> Shape {
    let colours = palette(ui);
    let mut lines = Vec::new();
    let a_year = scale.x.span() / scale.days * 365.25;
    // Every year, or as many as there is room for.
    let step = [1, 2, 5, 10, 20, 50]
        .into_iter()
        .find(|step| a_year * (*step as f32) >= YEAR)
        .unwrap_or(100);
    for year in first.year()..=last.year() {
        let Some(day) = NaiveDate::from_ymd_opt(year, 1, 1) else {
            continue;
        };
        // The first year has its name where there is room for it before the next.
        let next = NaiveDate::from_ymd_opt(year + 1, 1, 1);
        let has_room = next.is_some_and(|next| scale.at(next) - scale.at(day) >= YEAR);
        if year % step != 0 || (day < first && !has_room) {
            continue;
        }
        let x = scale.at(day);
        lines.push(Shape::line_segment(
            [pos2(x, whole.min), pos2(x, whole.max)],
            Stroke::new(1.0, colours.line),
        ));
        ui.painter().text(
            pos2(x + space::TIGHT, rect.center().y),
            Align2::LEFT_CENTER,
            year.to_string(),
            tokens::sans(letter::SMALL),
            colours.faint,
        );
    }
    Shape::Vec(lines)
}

fn key_dates(ui: &Ui, open: &Open, scale: &Scale, whole: Rangef) {
    let ink = palette(ui).ink;
    for row in &open.review.key_dates {
        let of_the_case = row.kind.is_empty() || row.kind == "death";
        let day = row.when.earliest.filter(|_| of_the_case);
        let Some(day) = day.map(|moment| moment.date) else {
            continue;
        };
        let x = scale.at(day);
        let line = [pos2(x, whole.min), pos2(x, whole.max)];
        let stroke = Stroke::new(1.0, ink);
        ui.painter()
            .extend(Shape::dashed_line(&line, stroke, 2.0, 3.0));
        let id = ui.scope_id().with(("key date", row.id));
        let near = Rect::from_x_y_ranges((x - space::HAIR)..=(x + space::HAIR), whole);
        ui.interact(near, id, Sense::hover()).on_hover_text(format!(
            "{}, {}",
            row.label,
            dates::spoken(&row.when)
        ));
    }
}
