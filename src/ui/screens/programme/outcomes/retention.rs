//! How long men stay: the curve of Kaplan and Meier, its band, who was last seen when, and how many were still followed.

use egui::{Align2, Color32, Pos2, Rect, Sense, Shape, Stroke, Ui, pos2, vec2};

use super::{says, told};
use crate::app::{Action, OpenProgramme, OutcomesAction};
use crate::stats::Curve;
use crate::ui::tokens::{outcomes, palette, space};
use crate::ui::widgets::{Words, heading, small, titled, words};

/// More curves than this cannot be told apart.
const SOURCES: usize = 4;

pub(super) fn show(ui: &mut Ui, open: &OpenProgramme, actions: &mut Vec<Action>) {
    let curve = &open.figures.retention;
    let apart = open.outcomes.by_source;
    titled(
        ui,
        |ui| {
            heading(ui, "How long they stay");
        },
        |ui| {
            let name = if apart {
                "All together"
            } else {
                "By who referred"
            };
            if small(ui, curve.people() > 0, name).clicked() {
                actions.push(OutcomesAction::BySource(!apart).into());
            }
        },
    );
    if curve.people() == 0 {
        words(
            ui,
            Words::Secondary,
            "Nobody has been enrolled in a group yet.",
        );
        return;
    }
    words(ui, Words::Secondary, sentence(curve));
    let weeks = open.programme.template.sessions.number;
    if open.outcomes.tables {
        table(ui, open, weeks);
        return;
    }
    let shown: Vec<(&str, &Curve)> = match apart {
        true => {
            let curves = open.figures.by_source.iter().take(SOURCES);
            curves.map(|(name, curve)| (name.as_str(), curve)).collect()
        }
        false => vec![("All", curve)],
    };
    draw(ui, &shown, weeks);
    at_risk(ui, &shown, weeks);
    notes(ui, open, apart);
}

fn sentence(curve: &Curve) -> String {
    let people = curve.people();
    let parted = curve.ended();
    let by_twelve: usize = curve
        .steps
        .iter()
        .filter(|step| step.time <= 12)
        .map(|step| step.ended)
        .sum();
    format!(
        "{people} men were enrolled; {parted} of them dropped out or were suspended, {by_twelve} of these by week 12."
    )
}

fn notes(ui: &mut Ui, open: &OpenProgramme, apart: bool) {
    let mut text = "Each step down: somebody dropped out or was suspended. Short strokes: last seen while still in the programme, or completed.".to_owned();
    if apart {
        text += match open.figures.by_source.len() > SOURCES {
            true => " The four sources with most men are drawn.",
            false => "",
        };
        text += &match &open.figures.sources_differ {
            Some(test) => format!(
                " Whether sources differ (log-rank): p = {:.2}; with so few men this says little.",
                test.p
            ),
            None => " Whether sources differ cannot be told from so few.".to_owned(),
        };
    } else {
        text += " The band is the interval of 95 %.";
    }
    words(ui, Words::Small, text);
}

/// Where weeks and shares lie.
struct Plane {
    rect: Rect,
    weeks: f32,
}

impl Plane {
    fn at(&self, week: u32, share: f64) -> Pos2 {
        let along = (week as f32 / self.weeks).min(1.0);
        pos2(
            self.rect.left() + self.rect.width() * along,
            self.rect.bottom() - self.rect.height() * share as f32,
        )
    }
}

fn draw(ui: &mut Ui, curves: &[(&str, &Curve)], weeks: u32) {
    let wide = vec2(ui.available_width(), outcomes::CURVE + outcomes::WEEKS);
    let (rect, response) = ui.allocate_exact_size(wide, Sense::hover());
    let spoken: Vec<String> = curves
        .iter()
        .map(|(name, curve)| format!("{name}: {}", figures(curve, weeks)))
        .collect();
    says(
        &response,
        &format!("Share still in the programme. {}", spoken.join(" ")),
    );
    let room = Rect::from_min_max(
        pos2(rect.left() + outcomes::SCALE, rect.top() + space::SMALL),
        pos2(
            rect.right() - space::MEDIUM,
            rect.bottom() - outcomes::WEEKS,
        ),
    );
    let plane = Plane {
        rect: room,
        weeks: weeks.max(1) as f32,
    };
    scale(ui, &plane, weeks);
    let colours = palette(ui);
    let inks = [
        colours.accent,
        colours.doubt,
        colours.harm,
        colours.secondary,
    ];
    for (at, (name, curve)) in curves.iter().enumerate() {
        let ink = inks[at % inks.len()];
        if curves.len() == 1 {
            band(ui, &plane, curve, weeks, colours.accent_wash);
        }
        line(ui, &plane, curve, weeks, ink, at);
        if curves.len() > 1 {
            let end = curve
                .at(end_of(curve, weeks))
                .map_or(0.0, |last| last.share);
            let place = plane.at(end_of(curve, weeks), end) + vec2(space::TIGHT, -space::SMALL);
            let place = pos2(place.x.min(room.right() - outcomes::NAME), place.y);
            let text = format!("{} {name}", letter(at));
            ui.painter()
                .text(place, Align2::LEFT_BOTTOM, text, Words::Small.font(), ink);
        }
    }
}

/// Names a curve where colour does not.
fn letter(at: usize) -> char {
    ['A', 'B', 'C', 'D'].get(at).copied().unwrap_or('E')
}

fn end_of(curve: &Curve, weeks: u32) -> u32 {
    curve.steps.last().map_or(0, |step| step.time).min(weeks)
}

fn scale(ui: &Ui, plane: &Plane, weeks: u32) {
    let colours = palette(ui);
    let (font, ink) = (Words::Small.font(), Words::Small.colour(ui));
    for quarter in 0..=4u32 {
        let share = f64::from(quarter) / 4.0;
        let left = plane.at(0, share);
        let grid = Stroke::new(1.0, colours.faint_line);
        ui.painter().hline(plane.rect.x_range(), left.y, grid);
        let text = format!("{} %", quarter * 25);
        let at = left - vec2(space::SMALL, 0.0);
        ui.painter()
            .text(at, Align2::RIGHT_CENTER, text, font.clone(), ink);
    }
    for week in marks(weeks) {
        let at = plane.at(week, 0.0) + vec2(0.0, space::TIGHT);
        let text = match week {
            0 => "week 0".to_owned(),
            week => week.to_string(),
        };
        ui.painter()
            .text(at, Align2::CENTER_TOP, text, font.clone(), ink);
    }
}

/// Weeks that are named below: about six.
fn marks(weeks: u32) -> impl Iterator<Item = u32> {
    let by = (weeks / 6).max(1);
    (0..=weeks).step_by(by as usize)
}

fn line(ui: &Ui, plane: &Plane, curve: &Curve, weeks: u32, ink: Color32, at: usize) {
    let mut points = vec![plane.at(0, 1.0)];
    let mut share = 1.0;
    let steps = curve.steps.iter().filter(|step| step.time <= weeks);
    for step in steps.clone() {
        points.push(plane.at(step.time, share));
        share = step.estimate.share;
        points.push(plane.at(step.time, share));
    }
    let stroke = Stroke::new(2.0, ink);
    // The first curve is whole, others are dashed, each in a length of its own.
    if at == 0 {
        ui.painter().add(Shape::line(points, stroke));
    } else {
        let dash = 3.0 * at as f32;
        ui.painter()
            .extend(Shape::dashed_line(&points, stroke, dash + 2.0, 3.0));
    }
    for step in steps.filter(|step| step.censored > 0) {
        let at = plane.at(step.time, step.estimate.share);
        let tick = (at.y - outcomes::TICK)..=(at.y + outcomes::TICK);
        ui.painter().vline(at.x, tick, Stroke::new(1.0, ink));
    }
}

/// The interval from step to step, where there is one.
fn band(ui: &Ui, plane: &Plane, curve: &Curve, weeks: u32, fill: Color32) {
    let ends = curve.steps.iter().skip(1).map(|step| step.time);
    let ends = ends.chain([end_of(curve, weeks)]);
    for (step, until) in curve.steps.iter().zip(ends) {
        if let Some(interval) = step.estimate.interval.filter(|_| step.time <= weeks) {
            let high = plane.at(step.time, interval.high);
            let low = plane.at(until.max(step.time), interval.low);
            ui.painter()
                .rect_filled(Rect::from_two_pos(high, low), 0.0, fill);
        }
    }
}

fn at_risk(ui: &mut Ui, curves: &[(&str, &Curve)], weeks: u32) {
    for (at, (name, curve)) in curves.iter().enumerate() {
        let wide = vec2(ui.available_width(), outcomes::WEEKS);
        let (rect, response) = ui.allocate_exact_size(wide, Sense::hover());
        let row = Rect::from_min_max(
            pos2(rect.left() + outcomes::SCALE, rect.top()),
            pos2(rect.right() - space::MEDIUM, rect.bottom()),
        );
        let plane = Plane {
            rect: row,
            weeks: weeks.max(1) as f32,
        };
        let (font, ink) = (Words::Small.font(), Words::Small.colour(ui));
        let text = match curves.len() {
            1 => "at risk".to_owned(),
            _ => format!("{} at risk", letter(at)),
        };
        let left = pos2(rect.left(), rect.center().y);
        ui.painter()
            .text(left, Align2::LEFT_CENTER, text, font.clone(), ink);
        let mut spoken = format!("{name}, at risk:");
        for week in marks(weeks) {
            let count = curve.at_risk(week);
            spoken += &format!(" week {week}: {count};");
            let x = plane
                .at(week, 0.0)
                .x
                .max(rect.left() + outcomes::SCALE + space::SMALL);
            let at = pos2(x, rect.center().y);
            ui.painter().text(
                at,
                Align2::CENTER_CENTER,
                count.to_string(),
                font.clone(),
                ink,
            );
        }
        says(&response, &spoken);
    }
}

fn figures(curve: &Curve, weeks: u32) -> String {
    let mut text = String::new();
    for week in marks(weeks) {
        if let Some(estimate) = curve.at(week) {
            text += &format!("week {week}: {:.0} %; ", 100.0 * estimate.share);
        }
    }
    text
}

fn table(ui: &mut Ui, open: &OpenProgramme, weeks: u32) {
    let all = std::iter::once(("All", &open.figures.retention));
    let by = open.figures.by_source.iter();
    let by = by.map(|(name, curve)| (name.as_str(), curve));
    egui::Grid::new("retention table")
        .spacing([space::LARGE, space::TIGHT])
        .show(ui, |ui| {
            told(ui, Words::SmallStrong, "Referred by");
            for week in marks(weeks) {
                told(ui, Words::SmallStrong, format!("week {week}"));
            }
            ui.end_row();
            for (name, curve) in all.chain(by) {
                told(ui, Words::Plain, format!("{name}, {} men", curve.people()));
                for week in marks(weeks) {
                    let text = match curve.at(week) {
                        Some(at) => format!("{:.0} % ({})", 100.0 * at.share, curve.at_risk(week)),
                        None => "–".to_owned(),
                    };
                    told(ui, Words::Plain, text);
                }
                ui.end_row();
            }
        });
    words(
        ui,
        Words::Small,
        "The share still in the programme, and in brackets how many were still followed.",
    );
}
