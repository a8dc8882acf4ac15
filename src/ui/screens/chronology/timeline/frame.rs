//! What stands around the marks: scale, names, key dates, silences, the stretch that is picked.

use egui::{Align2, Galley, Painter, Rangef, Rect, Stroke, Ui, pos2, text::LayoutJob};
use std::sync::Arc;

use super::Scene;
use super::hands::Over;
use super::place::Place;
use crate::app::days_of_stretch;
use crate::chronology::{KeyLine, days_of};
use crate::dates;
use crate::model::Moment;
use crate::ui::tokens::{self, letter, palette, size, space, timeline};
use crate::ui::widgets::hatch;

pub fn paint_below(ui: &Ui, scene: &Scene<'_>) {
    let place = scene.place;
    let painter = ui.painter_at(place.rect);
    let area = painter.with_clip_rect(place.area());
    bands(ui, scene, &area);
    scale(ui, scene, &area);
    lanes(ui, scene, &painter);
    silences(ui, scene, &area);
    key_lines(ui, scene, &area);
}

pub fn paint_above(ui: &Ui, scene: &Scene<'_>) {
    let painter = ui.painter_at(scene.place.rect);
    let area = painter.with_clip_rect(scene.place.area().expand2(egui::vec2(3.0, 0.0)));
    veil(ui, scene, &area);
    key_names(ui, scene, &area);
    range_cursor(ui, scene, &area);
    if ui.memory(|memory| memory.has_focus(super::id())) {
        let ring = Rect::from_x_y_ranges(scene.place.area().x_range(), scene.place.lanes_y());
        painter.rect_stroke(
            ring.shrink(1.0),
            f32::from(size::ROUND_CHIP),
            Stroke::new(1.5, palette(ui).accent),
            egui::StrokeKind::Inside,
        );
    }
}

/// The stretch that the table is filtered by, and the one being picked.
fn bands(ui: &Ui, scene: &Scene<'_>, painter: &Painter) {
    let wash = palette(ui).accent_wash;
    for (left, right) in picked(scene).into_iter().chain(filtered(scene)) {
        let band = Rect::from_x_y_ranges(left..=right, scene.place.lanes_y());
        painter.rect_filled(band, 0.0, wash);
    }
}

/// On the screen, from the filter; an open end lies beyond the edge.
fn filtered(scene: &Scene<'_>) -> Option<(f32, f32)> {
    let filter = &scene.open.chronology.filter;
    if filter.from.is_none() && filter.until.is_none() {
        return None;
    }
    let area = scene.place.area();
    let x = |days: f64| scene.place.left + scene.range.x(scene.place.width, days);
    let day = |date| days_of(Moment::day(date));
    let left = filter.from.map_or(area.left(), |from| x(day(from)));
    let right = filter
        .until
        .map_or(area.right(), |until| x(day(until) + 1.0));
    Some((left, right))
}

fn picked(scene: &Scene<'_>) -> Option<(f32, f32)> {
    let picking = scene.open.chronology.look.picking?;
    let (from, at) = picking.from.zip(picking.at)?;
    let x = |days: f64| scene.place.left + scene.range.x(scene.place.width, days);
    Some((x(from.min(at)), x(from.max(at))))
}

/// What the filter leaves out stands behind a veil.
fn veil(ui: &Ui, scene: &Scene<'_>, painter: &Painter) {
    let Some((left, right)) = filtered(scene) else {
        return;
    };
    let colours = palette(ui);
    let area = scene.place.area();
    let rows = scene.place.lanes_y();
    for outside in [
        Rangef::new(area.left(), left.min(area.right())),
        Rangef::new(right.max(area.left()), area.right()),
    ] {
        if outside.span() > 0.0 {
            let rect = Rect::from_x_y_ranges(outside, rows);
            painter.rect_filled(rect, 0.0, colours.paper.gamma_multiply(0.72));
        }
    }
    for edge in [left, right] {
        painter.vline(edge, rows, Stroke::new(1.0, colours.accent));
    }
}

fn scale(ui: &Ui, scene: &Scene<'_>, painter: &Painter) {
    let (place, colours) = (scene.place, palette(ui));
    let mut free = f32::NEG_INFINITY;
    for tick in &scene.laid.ticks {
        let x = place.left + tick.x;
        let (line, ink) = if tick.major {
            (colours.line, colours.ink)
        } else {
            (colours.faint_line, colours.secondary)
        };
        painter.vline(
            x,
            (place.top - 4.0)..=place.bottom(),
            Stroke::new(1.0, line),
        );
        let font = tokens::sans(letter::SMALL);
        let galley = painter.layout_no_wrap(tick.label.clone(), font, ink);
        let end = x + space::TIGHT + galley.size().x;
        if x >= free && end <= place.rect.right() + 1.0 {
            let y = place.rect.top() + (timeline::SCALE - galley.size().y) / 2.0 - 2.0;
            painter.galley(pos2(x + space::TIGHT, y), galley, ink);
            free = end + space::SMALL;
        }
    }
}

fn lanes(ui: &Ui, scene: &Scene<'_>, painter: &Painter) {
    let (place, colours) = (scene.place, palette(ui));
    for lane in place.visible() {
        let rows = place.lane(lane);
        painter.hline(
            place.rect.x_range(),
            rows.max,
            Stroke::new(1.0, colours.faint_line),
        );
        let is_here = matches!(scene.hovered, Some(Over::Mark(at, _) | Over::Silence(at, _) | Over::Name(at)) if at == lane)
            || scene.standing.is_some_and(|(at, _)| at == lane);
        let ink = if is_here { colours.accent } else { colours.ink };
        let name = fitting(painter, &scene.laid.lanes[lane].name, ink);
        let y = place.y(lane) - name.size().y / 2.0;
        painter.galley(pos2(place.rect.left(), y), name, ink);
    }
}

/// A lane's name, cut where it is too long.
fn fitting(painter: &Painter, name: &str, ink: egui::Color32) -> Arc<Galley> {
    let font = tokens::sans(letter::SMALL + 0.5);
    let mut job = LayoutJob::simple_singleline(name.to_owned(), font, ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(size::LANE_NAME - space::MEDIUM);
    painter.layout_job(job)
}

/// Hatched, so that nobody takes them for a record.
fn silences(ui: &Ui, scene: &Scene<'_>, painter: &Painter) {
    let (place, colours) = (scene.place, palette(ui));
    for lane in place.visible() {
        for (at, silent) in scene.laid.lanes[lane].silences.iter().enumerate() {
            let hovered = scene.hovered == Some(Over::Silence(lane, at));
            let rows = place.lane(lane).shrink(place.lane_height * 0.3);
            let x = Rangef::new(place.left + silent.left, place.left + silent.right).shrink(7.0);
            if x.span() < timeline::HATCH {
                continue;
            }
            let rect = Rect::from_x_y_ranges(x, rows).intersect(place.area());
            let line = if hovered { colours.doubt } else { colours.line };
            hatch(painter, rect, Stroke::new(1.0, line));
        }
    }
}

fn key_lines(ui: &Ui, scene: &Scene<'_>, painter: &Painter) {
    let (place, colours) = (scene.place, palette(ui));
    for key in &scene.laid.key_dates {
        let (left, right) = (place.left + key.left, place.left + key.right);
        let band = Rect::from_x_y_ranges(left..=right.max(left + 1.0), place.lanes_y());
        painter.rect_filled(band, 0.0, colours.ink.gamma_multiply(0.05));
        painter.extend(egui::Shape::dashed_line(
            &[pos2(left, place.top), pos2(left, place.bottom())],
            Stroke::new(1.0, colours.ink),
            2.0,
            3.0,
        ));
    }
}

/// Names of key dates below the lanes: the death first, then what the chair added, then the steps of the process.
/// A name without room is left out; its line stays.
fn key_names(ui: &Ui, scene: &Scene<'_>, painter: &Painter) {
    let place = scene.place;
    let mut keys: Vec<&KeyLine> = scene.laid.key_dates.iter().collect();
    keys.sort_by_key(|key| match key.kind.as_str() {
        "death" => 0,
        "" => 1,
        _ => 2,
    });
    let mut taken: Vec<Rangef> = Vec::new();
    let ink = palette(ui).ink;
    for key in keys {
        let font = tokens::sans(letter::SMALL);
        let galley = painter.layout_no_wrap(key.label.clone(), font, ink);
        let x = beside_line(place, key, galley.size().x);
        let room = Rangef::new(x - space::TIGHT, x + galley.size().x);
        let overlaps = |other: &Rangef| other.min < room.max && room.min < other.max;
        if taken.iter().any(overlaps) {
            continue;
        }
        taken.push(room);
        painter.galley(pos2(x, place.bottom() + 3.0), galley, ink);
    }
}

/// Right of its line, as far as the edge lets it.
fn beside_line(place: &Place, key: &KeyLine, width: f32) -> f32 {
    let most = place.left + place.width - width;
    (place.left + key.left.max(0.0) + space::HAIR).min(most)
}

/// The keyboard's or the pointer's end of the stretch being picked, with its day.
fn range_cursor(ui: &Ui, scene: &Scene<'_>, painter: &Painter) {
    let Some(picking) = scene.open.chronology.look.picking else {
        return;
    };
    let Some(at) = picking.at else { return };
    let (place, colours) = (scene.place, palette(ui));
    let x = place.left + scene.range.x(place.width, at);
    painter.vline(x, place.lanes_y(), Stroke::new(1.5, colours.accent));
    let from = picking.from.unwrap_or(at);
    let Some((first, last)) = days_of_stretch(from, at) else {
        return;
    };
    let text = if picking.from.is_some() && first != last {
        format!(
            "{} – {}",
            dates::spoken_date(first),
            dates::spoken_date(last)
        )
    } else {
        dates::spoken_date(first)
    };
    let galley =
        painter.layout_no_wrap(text, tokens::sans_strong(letter::SMALL), colours.on_accent);
    let half = galley.size().x / 2.0 + space::SMALL;
    let middle = x.clamp(
        place.left + half,
        (place.rect.right() - half).max(place.left + half),
    );
    let pill = Rect::from_center_size(
        pos2(middle, place.rect.top() + timeline::SCALE / 2.0),
        galley.size() + egui::vec2(2.0 * space::SMALL, space::TIGHT),
    );
    painter.rect_filled(pill, f32::from(size::ROUND_CHIP), colours.accent);
    let text = Align2::CENTER_CENTER.align_size_within_rect(galley.size(), pill);
    painter.galley(text.min, galley, colours.on_accent);
}
