//! The curve of Kaplan and Meier: its plane, its line, its band, and what can be pressed in it.

use egui::{Align2, Color32, Pos2, Rect, Sense, Shape, Stroke, Ui, pos2, vec2};

use super::spot::{in_hand, spot};
use super::{Shown, inks, men, says};
use crate::app::PartedGroup;
use crate::evaluation::Cases;
use crate::stats::{Curve, Step};
use crate::ui::tokens::{outcomes, palette, space};
use crate::ui::widgets::Words;

/// A step is pressed within this of it.
const REACH: f32 = 5.0;

/// Where weeks and shares lie.
pub(super) struct Plane {
    rect: Rect,
    weeks: u32,
}

impl Plane {
    /// In a drawing that leaves room for its scale.
    pub(super) fn of(rect: Rect, weeks: u32) -> Self {
        let from = pos2(rect.left() + outcomes::SCALE, rect.top());
        let to = pos2(rect.right() - space::MEDIUM, rect.bottom());
        Self {
            rect: Rect::from_min_max(from, to),
            weeks: weeks.max(1),
        }
    }

    pub(super) fn at(&self, week: u32, share: f64) -> Pos2 {
        let along = (week as f32 / self.weeks as f32).min(1.0);
        pos2(
            self.rect.left() + self.rect.width() * along,
            self.rect.bottom() - self.rect.height() * share as f32,
        )
    }
}

/// Weeks that are named below: about eight.
pub(super) fn marks(weeks: u32) -> impl Iterator<Item = u32> {
    let by = match weeks {
        0..=12 => 2,
        13..=32 => 4,
        33..=60 => 8,
        _ => (weeks / 8).max(1),
    };
    (0..=weeks).step_by(by as usize)
}

pub(super) fn draw(
    ui: &mut Ui,
    shown: &mut Shown<'_>,
    groups: &[PartedGroup],
    weeks: u32,
    spoken: &str,
) {
    let wide = vec2(ui.available_width(), outcomes::CURVE + outcomes::WEEKS);
    let (rect, response) = ui.allocate_exact_size(wide, Sense::hover());
    says(&response, spoken);
    let room = Rect::from_min_max(
        pos2(rect.left(), rect.top() + space::SMALL),
        pos2(rect.right(), rect.bottom() - outcomes::WEEKS),
    );
    let plane = Plane::of(room, weeks);
    scale(ui, &plane);
    let inks = inks(ui);
    for (at, group) in groups.iter().enumerate() {
        let ink = inks[at % inks.len()];
        if groups.len() == 1 {
            band(ui, &plane, &group.curve, palette(ui).accent_wash);
        }
        line(ui, &plane, &group.curve, ink, at);
        if groups.len() > 1 {
            letter_at_end(ui, &plane, &group.curve, (at, ink));
        }
        pressed(ui, shown, &plane, (group, groups.len() > 1), ink);
    }
}

/// Names a curve where colour does not.
pub(super) fn letter(at: usize) -> char {
    ['A', 'B', 'C', 'D'].get(at).copied().unwrap_or('E')
}

/// Beside those of other curves that end at the same place.
fn letter_at_end(ui: &Ui, plane: &Plane, curve: &Curve, (number, ink): (usize, Color32)) {
    let mut drawn = curve.steps.iter().filter(|step| step.time <= plane.weeks);
    let Some(last) = drawn.next_back() else {
        return;
    };
    let end = plane.at(last.time, last.estimate.share);
    let each = 1.25 * space::SMALL;
    let from = end.x.min(plane.rect.right() - 3.0 * each);
    let at = pos2(
        from + space::TIGHT + each * number as f32,
        end.y - space::SMALL,
    );
    let font = Words::SmallStrong.font();
    ui.painter()
        .text(at, Align2::LEFT_CENTER, letter(number), font, ink);
}

fn scale(ui: &Ui, plane: &Plane) {
    let colours = palette(ui);
    let (font, ink) = (Words::Small.font(), Words::Small.colour(ui));
    for quarter in 0..=4u32 {
        let left = plane.at(0, f64::from(quarter) / 4.0);
        let grid = Stroke::new(1.0, colours.faint_line);
        ui.painter().hline(plane.rect.x_range(), left.y, grid);
        let text = format!("{} %", quarter * 25);
        let at = left - vec2(space::SMALL, 0.0);
        ui.painter()
            .text(at, Align2::RIGHT_CENTER, text, font.clone(), ink);
    }
    for week in marks(plane.weeks) {
        let at = plane.at(week, 0.0) + vec2(0.0, space::TIGHT);
        let text = match week {
            0 => "week 0".to_owned(),
            week => week.to_string(),
        };
        let side = match week {
            0 => Align2::LEFT_TOP,
            _ => Align2::CENTER_TOP,
        };
        ui.painter().text(at, side, text, font.clone(), ink);
    }
}

/// The first curve is whole, others are dashed, each in a length of its own.
fn line(ui: &Ui, plane: &Plane, curve: &Curve, ink: Color32, at: usize) {
    let mut points = vec![plane.at(0, 1.0)];
    let mut share = 1.0;
    for step in &curve.steps {
        points.push(plane.at(step.time, share));
        if step.time <= plane.weeks {
            share = step.estimate.share;
        }
        points.push(plane.at(step.time, share));
    }
    let stroke = Stroke::new(2.0, ink);
    if at == 0 {
        ui.painter().add(Shape::line(points, stroke));
    } else {
        let dash = 3.0 * at as f32;
        ui.painter()
            .extend(Shape::dashed_line(&points, stroke, dash + 2.0, 3.0));
    }
}

/// The interval from step to step, where there is one.
fn band(ui: &Ui, plane: &Plane, curve: &Curve, fill: Color32) {
    let ends = curve.steps.iter().skip(1).map(|step| step.time);
    let ends = ends.chain(curve.steps.last().map(|step| step.time));
    for (step, until) in curve.steps.iter().zip(ends) {
        if let Some(interval) = step.estimate.interval.filter(|_| step.time <= plane.weeks) {
            let high = plane.at(step.time, interval.high);
            let low = plane.at(until.max(step.time), interval.low);
            ui.painter()
                .rect_filled(Rect::from_two_pos(high, low), 0.0, fill);
        }
    }
}

/// Each step down opens those who parted in that week, each short stroke those who were last seen then.
fn pressed(
    ui: &Ui,
    shown: &mut Shown<'_>,
    plane: &Plane,
    (group, named): (&PartedGroup, bool),
    ink: Color32,
) {
    let whose = match named {
        true => format!("{}, ", group.name),
        false => String::new(),
    };
    let mut share = 1.0;
    let steps = group.curve.steps.iter();
    for step in steps.filter(|step| step.time <= plane.weeks) {
        let (high, low) = (
            plane.at(step.time, share),
            plane.at(step.time, step.estimate.share),
        );
        share = step.estimate.share;
        if step.ended > 0 {
            let place = Rect::from_two_pos(high, low).expand(REACH);
            let name = format!("{whose}week {}: {} left early", step.time, men(step.ended));
            let response = spot(ui, place, (&group.prefix, step.time, true), &name);
            if in_hand(&response) {
                ui.painter()
                    .vline(high.x, high.y..=low.y, Stroke::new(5.0, ink));
            }
            if response.clicked() {
                open(shown, group, step, true, &name);
            }
        }
        if step.censored > 0 {
            let tick = (low.y - outcomes::TICK)..=(low.y + outcomes::TICK);
            let place = Rect::from_x_y_ranges(low.x..=low.x, tick.clone()).expand(REACH);
            let name = format!(
                "{whose}week {}: {} last seen, completed or still there",
                step.time,
                men(step.censored)
            );
            let response = spot(ui, place, (&group.prefix, step.time, false), &name);
            let width = if in_hand(&response) { 3.0 } else { 1.0 };
            ui.painter().vline(low.x, tick, Stroke::new(width, ink));
            if response.clicked() {
                open(shown, group, step, false, &name);
            }
        }
    }
}

fn open(shown: &mut Shown<'_>, group: &PartedGroup, step: &Step, parted: bool, words: &str) {
    let counts = [Cases::of_week(&group.prefix, step.time, parted)];
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    let only = shown
        .counted
        .only(first.chain(letters).collect::<String>(), &counts);
    shown.open_cases(only);
}

/// How many were still followed, below the weeks of the curve.
pub(super) fn followed(
    ui: &mut Ui,
    shown: &mut Shown<'_>,
    (group, name): (&PartedGroup, &str),
    weeks: u32,
) {
    let wide = vec2(ui.available_width(), outcomes::WEEKS);
    let (rect, _) = ui.allocate_exact_size(wide, Sense::hover());
    let plane = Plane::of(rect, weeks);
    let (font, ink) = (Words::Small.font(), Words::Small.colour(ui));
    let left = pos2(rect.left(), rect.center().y);
    ui.painter()
        .text(left, Align2::LEFT_CENTER, name, font.clone(), ink);
    for week in marks(weeks) {
        let count = group.curve.at_risk(week);
        let at = pos2(plane.at(week, 0.0).x, rect.center().y);
        let at = at.max(pos2(rect.left() + outcomes::SCALE + space::SMALL, at.y));
        let place = Rect::from_center_size(at, vec2(outcomes::SCALE * 0.7, rect.height()));
        let text = count.to_string();
        if count == 0 {
            ui.painter()
                .text(at, Align2::CENTER_CENTER, text, font.clone(), ink);
            continue;
        }
        let spoken = format!("{}, week {week}: {} still followed", group.name, men(count));
        let response = spot(ui, place, (&group.prefix, "followed", week), &spoken);
        let strong = in_hand(&response);
        let ink = if strong { palette(ui).accent } else { ink };
        ui.painter()
            .text(at, Align2::CENTER_CENTER, text, font.clone(), ink);
        if response.clicked() {
            let only = shown.counted.followed(spoken, &group.prefix, week);
            shown.open_cases(only);
        }
    }
}
