//! Points, clusters, bars, columns; rings and diamonds for events; flags for signs of danger.

use egui::{
    Align2, Color32, Mesh, Painter, Pos2, Rect, Shape as Drawn, Stroke, StrokeKind, Ui, pos2, vec2,
};

use super::Scene;
use super::hands::Over;
use super::place::radius;
use crate::chronology::{Lane, Mark};
use crate::model::Certainty;
use crate::ui::tokens::{self, Palette, letter, palette, size, timeline};

pub fn paint(ui: &Ui, scene: &Scene<'_>) {
    let place = scene.place;
    let painter = ui.painter_at(place.rect);
    let painter = painter.with_clip_rect(place.area().expand2(vec2(3.0, 0.0)));
    for index in place.visible() {
        let lane = &scene.laid.lanes[index];
        // Bars lie below points.
        let (points, bars): (Vec<_>, Vec<_>) =
            (0..lane.marks.len()).partition(|mark| lane.marks[*mark].row == 0);
        for mark in bars.into_iter().chain(points) {
            paint_mark(&painter, palette(ui), scene, index, mark);
        }
    }
    if let Some((lane, mark)) = scene.standing {
        let laid = &scene.laid.lanes[lane];
        let rect = place.rect_of(lane, &laid.marks[mark], laid.columns);
        painter.rect_stroke(
            rect.expand(4.0),
            2.0,
            Stroke::new(1.5, palette(ui).ink),
            StrokeKind::Outside,
        );
    }
}

fn paint_mark(painter: &Painter, colours: &Palette, scene: &Scene<'_>, at: usize, number: usize) {
    let lane = &scene.laid.lanes[at];
    let mark = &lane.marks[number];
    let rect = scene.place.rect_of(at, mark, lane.columns);
    let chosen = mark
        .entries
        .iter()
        .any(|entry| scene.chosen.binary_search(entry).is_ok());
    let hovered = scene.hovered == Some(Over::Mark(at, number));
    let colour = colour_of(colours, mark);
    let is_column = mark.row == 0 && lane.columns.is_some();
    if is_column {
        painter.rect_filled(rect, 1.0, colour.gamma_multiply(0.85));
    } else if mark.row > 0 {
        if mark.entries.len() > 1 && lane.columns.is_none() {
            paint_bars(painter, colours, rect, colour, mark);
        } else {
            paint_bar(painter, rect, colour, mark);
        }
    } else {
        paint_point(
            painter,
            colours,
            rect,
            colour,
            mark,
            room_around(lane, number),
        );
    }
    let is_crowd = lane.columns.is_some();
    if !mark.events.is_empty() && !is_crowd {
        event(painter, colours, rect, mark);
    }
    if mark.flagged > 0 && (is_column || !is_crowd) {
        flag(painter, colours.harm, flag_foot(rect, mark, is_column));
    }
    if chosen || hovered {
        let width = if chosen { 2.0 } else { 1.0 };
        let round = if mark.row > 0 || is_column {
            3.0
        } else {
            rect.width()
        };
        painter.rect_stroke(
            rect.expand(2.0),
            round,
            Stroke::new(width, colours.accent),
            StrokeKind::Outside,
        );
    }
}

pub fn colour_of(colours: &Palette, mark: &Mark) -> Color32 {
    match mark.certainty {
        Certainty::Uncertain => colours.doubt,
        Certainty::Exact | Certainty::Approximate | Certainty::Inferred => colours.mark,
    }
}

/// How far the nearest other point of the lane is away, in pixels.
fn room_around(lane: &Lane, number: usize) -> f32 {
    let here = &lane.marks[number];
    let before = number.checked_sub(1).and_then(|at| lane.marks.get(at));
    let after = lane.marks.get(number + 1);
    let away = |other: &Mark| (other.middle() - here.middle()).abs();
    [before, after]
        .into_iter()
        .flatten()
        .filter(|other| other.row == 0)
        .map(away)
        .fold(f32::INFINITY, f32::min)
}

fn paint_point(
    painter: &Painter,
    colours: &Palette,
    rect: Rect,
    colour: Color32,
    mark: &Mark,
    room: f32,
) {
    let many = mark.entries.len();
    if mark.certainty != Certainty::Exact {
        let reach = rect.width() / 2.0 + timeline::FADE;
        let fading = Rect::from_center_size(rect.center(), vec2(2.0 * reach, timeline::BAR - 1.0));
        fade_both(painter, fading, colour.gamma_multiply(0.6));
    }
    let numbered = many > 4 && room > 2.0 * timeline::NUMBERED;
    if numbered && mark.events.is_empty() {
        painter.circle_filled(rect.center(), timeline::NUMBERED, colour);
        painter.text(
            rect.center(),
            Align2::CENTER_CENTER,
            many,
            tokens::sans_strong(letter::TINY),
            colours.on_accent,
        );
    } else if mark.certainty == Certainty::Exact || many > 1 {
        painter.circle_filled(rect.center(), radius(mark), colour);
    } else {
        painter.circle_filled(rect.center(), radius(mark) - 0.75, colour);
    }
}

/// A bar whose uncertain ends fade out.
pub fn paint_bar(painter: &Painter, bar: Rect, colour: Color32, mark: &Mark) {
    let solid = colour.gamma_multiply(0.55);
    let faded = Color32::TRANSPARENT;
    let fade = (bar.width() * 0.4).min(timeline::FADE * 3.0);
    let left = bar.left() + if mark.fades_left { fade } else { 0.0 };
    let right = bar.right() - if mark.fades_right { fade } else { 0.0 };
    let right = right.max(left);
    let mut mesh = Mesh::default();
    strip(&mut mesh, bar, (bar.left(), left), (faded, solid));
    strip(&mut mesh, bar, (left, right), (solid, solid));
    strip(&mut mesh, bar, (right, bar.right()), (solid, faded));
    painter.add(Drawn::mesh(mesh));
}

/// Strongest in the middle.
pub fn fade_both(painter: &Painter, rect: Rect, colour: Color32) {
    let faded = Color32::TRANSPARENT;
    let middle = rect.center().x;
    let mut mesh = Mesh::default();
    strip(&mut mesh, rect, (rect.left(), middle), (faded, colour));
    strip(&mut mesh, rect, (middle, rect.right()), (colour, faded));
    painter.add(Drawn::mesh(mesh));
}

fn strip(mesh: &mut Mesh, rows: Rect, (from, to): (f32, f32), (left, right): (Color32, Color32)) {
    if to <= from {
        return;
    }
    let first = mesh.vertices.len() as u32;
    for (x, y, colour) in [
        (from, rows.top(), left),
        (to, rows.top(), right),
        (to, rows.bottom(), right),
        (from, rows.bottom(), left),
    ] {
        mesh.colored_vertex(pos2(x, y), colour);
    }
    mesh.add_triangle(first, first + 1, first + 2);
    mesh.add_triangle(first, first + 2, first + 3);
}

/// Several in one: a thicker bar, with their number where it is wide enough.
fn paint_bars(painter: &Painter, colours: &Palette, bar: Rect, colour: Color32, mark: &Mark) {
    let thick = bar.expand2(vec2(0.0, 2.0));
    paint_bar(painter, thick, colour, mark);
    let number = mark.entries.len().to_string();
    let galley = painter.layout_no_wrap(number, tokens::sans_strong(letter::TINY), colours.ink);
    if bar.width() > 2.0 * timeline::NUMBERED + galley.size().x {
        let at = Align2::CENTER_CENTER.align_size_within_rect(galley.size(), thick);
        painter.galley(at.min, galley, colours.ink);
    }
}

/// A ring: the same event stands in other records. A diamond: the records contradict each other. With a dot in it: the
/// mark stands for other entries, too.
pub fn event(painter: &Painter, colours: &Palette, rect: Rect, mark: &Mark) {
    event_at(painter, colours, rect.center(), mark.contradicted);
    if mark.row == 0 && mark.entries.len() > 1 {
        let colour = if mark.contradicted {
            colours.harm
        } else {
            colours.accent
        };
        painter.circle_filled(rect.center(), size::MARK / 2.0, colour);
    }
}

pub fn event_at(painter: &Painter, colours: &Palette, middle: Pos2, contradicted: bool) {
    if contradicted {
        let reach = timeline::RING + 1.5;
        let corners = [
            vec2(0.0, -reach),
            vec2(reach, 0.0),
            vec2(0.0, reach),
            vec2(-reach, 0.0),
        ];
        let corners = corners.into_iter().map(|corner| middle + corner).collect();
        painter.add(Drawn::convex_polygon(
            corners,
            colours.sheet,
            Stroke::new(1.75, colours.harm),
        ));
    } else {
        painter.circle(
            middle,
            timeline::RING,
            colours.sheet,
            Stroke::new(1.75, colours.accent),
        );
    }
}

fn flag_foot(rect: Rect, mark: &Mark, is_column: bool) -> Pos2 {
    let side = if mark.events.is_empty() || is_column {
        rect.center().x
    } else {
        rect.center().x + 1.5
    };
    let rise = if mark.contradicted { 1.5 } else { 0.0 };
    pos2(side.round(), rect.top() - rise)
}

/// A small pennant on a pole.
pub fn flag(painter: &Painter, colour: Color32, foot: Pos2) {
    let top = foot - vec2(0.0, timeline::FLAG);
    painter.line_segment([foot, top], Stroke::new(1.0, colour));
    let half = timeline::FLAG * 0.55;
    painter.add(Drawn::convex_polygon(
        vec![
            top,
            top + vec2(half * 1.4, half / 2.0),
            top + vec2(0.0, half),
        ],
        colour,
        Stroke::NONE,
    ));
}
