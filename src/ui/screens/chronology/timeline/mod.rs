//! Swim lanes by agency: a point is a moment, a bar a span, a fading edge a guess.

use egui::{Align2, Pos2, Rect, Response, Sense, Stroke, Ui, pos2, vec2};

use crate::app::{Action, ChronologyAction, Open, Selecting, ShellAction};
use crate::chronology::{KeyLine, Lane, Lanes, Mark, Shape, TimeRange, lanes};
use crate::model::{Certainty, EntryId, Review};
use crate::ui::tokens::{self, Palette, letter, palette, size, space};
use crate::ui::widgets::{Words, words};

/// Above the lanes: the time scale. Below: the names of key dates.
const SCALE: f32 = 24.0;
const KEY_NAMES: f32 = 20.0;
/// The lanes never take more than this part of the room.
const MOST_OF_ROOM: f32 = 0.34;
const REACH: f32 = 6.0;
/// Where more entries are selected, rings around their marks would say nothing.
const MOST_RINGED: usize = 40;

pub fn show(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let Some(whole) = open.chronology.whole else {
        words(
            ui,
            Words::Secondary,
            "None of these entries has a date that was understood, so there is no timeline.",
        );
        return;
    };
    let range = open.chronology.range.unwrap_or(whole);
    let width = (ui.available_width() - size::LANE_NAME).max(size::LANE_NAME);
    let laid = lanes(&open.chronology.timeline, range, width);
    let wanted = laid.lanes.len() as f32 * size::LANE;
    let most = (ui.ctx().content_rect().height() * MOST_OF_ROOM).max(4.0 * size::LANE);
    let lane_height = if wanted > most {
        (most / laid.lanes.len() as f32).max(14.0)
    } else {
        size::LANE
    };
    let height = SCALE + laid.lanes.len() as f32 * lane_height + KEY_NAMES;
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click_and_drag());
    response
        .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, describe(open, &laid)));
    let place = Place {
        rect,
        left: rect.left() + size::LANE_NAME,
        top: rect.top() + SCALE,
        lane_height,
        width,
    };
    paint(ui, open, &laid, &place);
    handle(ui, open, &laid, &place, &response, range, actions);
}

/// Where things stand on the screen.
struct Place {
    rect: Rect,
    left: f32,
    top: f32,
    lane_height: f32,
    width: f32,
}

impl Place {
    fn y(&self, lane: usize) -> f32 {
        self.top + (lane as f32 + 0.5) * self.lane_height
    }

    fn bottom(&self, lanes: usize) -> f32 {
        self.top + lanes as f32 * self.lane_height
    }

    fn lane_at(&self, pos: Pos2) -> Option<usize> {
        (pos.y >= self.top).then(|| ((pos.y - self.top) / self.lane_height) as usize)
    }
}

fn describe(open: &Open, laid: &Lanes) -> String {
    format!(
        "Timeline: {} entries of {} agencies",
        open.chronology.rows.len(),
        laid.lanes.len()
    )
}

fn paint(ui: &Ui, open: &Open, laid: &Lanes, place: &Place) {
    let palette = palette(ui);
    let painter = ui.painter_at(place.rect);
    let bottom = place.bottom(laid.lanes.len());
    for tick in &laid.ticks {
        let x = place.left + tick.x;
        if x < place.left {
            continue;
        }
        let line = if tick.major {
            palette.line
        } else {
            palette.faint_line
        };
        painter.vline(x, (place.top - 4.0)..=bottom, Stroke::new(1.0, line));
        let font = tokens::sans(letter::SMALL);
        let at = pos2(x + 4.0, place.rect.top() + SCALE / 2.0 - 2.0);
        painter.text(
            at,
            Align2::LEFT_CENTER,
            &tick.label,
            font,
            palette.secondary,
        );
    }
    for (index, lane) in laid.lanes.iter().enumerate() {
        let below = place.top + (index + 1) as f32 * place.lane_height;
        painter.hline(
            place.rect.x_range(),
            below,
            Stroke::new(1.0, palette.faint_line),
        );
        let name = fitting(ui, &lane.name, size::LANE_NAME - space::SMALL);
        let font = tokens::sans(letter::SMALL + 0.5);
        painter.text(
            pos2(place.rect.left(), place.y(index)),
            Align2::LEFT_CENTER,
            name,
            font,
            palette.ink,
        );
    }
    let area = Rect::from_min_max(
        pos2(place.left, place.rect.top()),
        place.rect.right_bottom(),
    );
    let painter = painter.with_clip_rect(area.expand2(vec2(3.0, 0.0)));
    for key in &laid.key_dates {
        let (left, right) = (place.left + key.left, place.left + key.right);
        let band = Rect::from_x_y_ranges(left..=right.max(left + 1.0), place.top..=bottom);
        painter.rect_filled(band, 0.0, palette.ink.gamma_multiply(0.05));
        painter.extend(egui::Shape::dashed_line(
            &[pos2(left, place.top), pos2(left, bottom)],
            Stroke::new(1.0, palette.ink),
            2.0,
            3.0,
        ));
    }
    key_names(ui, laid, place, &painter);
    let ringed = ringed(open);
    for (index, lane) in laid.lanes.iter().enumerate() {
        for mark in &lane.marks {
            paint_mark(ui, &painter, &ringed, mark, place, index);
        }
    }
}

/// Names of key dates below the lanes: the death first, then what the chair added, then the steps of the process.
/// A name without room is left out; its line stays.
fn key_names(ui: &Ui, laid: &Lanes, place: &Place, painter: &egui::Painter) {
    let mut keys: Vec<&KeyLine> = laid.key_dates.iter().collect();
    keys.sort_by_key(|key| match key.kind.as_str() {
        "death" => 0,
        "" => 1,
        _ => 2,
    });
    let mut taken: Vec<egui::Rangef> = Vec::new();
    let bottom = place.bottom(laid.lanes.len());
    for key in keys {
        let galley = painter.layout_no_wrap(
            key.label.clone(),
            tokens::sans(letter::SMALL),
            palette(ui).ink,
        );
        let width = galley.size().x;
        let line = place.left + key.left;
        let most = place.left + place.width - width;
        let x = (line + space::HAIR).min(most);
        let room = egui::Rangef::new(x - space::TIGHT, x + width);
        if taken
            .iter()
            .any(|other| other.min < room.max && room.min < other.max)
        {
            continue;
        }
        taken.push(room);
        painter.galley(pos2(x, bottom + 3.0), galley, palette(ui).ink);
    }
}

fn fitting(ui: &Ui, text: &str, width: f32) -> String {
    let fits = |text: &str| {
        ui.painter()
            .layout_no_wrap(
                text.to_owned(),
                tokens::sans(letter::SMALL + 0.5),
                palette(ui).ink,
            )
            .size()
            .x
            <= width
    };
    if fits(text) {
        return text.to_owned();
    }
    let mut short: String = text.to_owned();
    while short.pop().is_some() {
        let candidate = format!("{}…", short.trim_end());
        if fits(&candidate) {
            return candidate;
        }
    }
    String::new()
}

fn paint_mark(
    ui: &Ui,
    painter: &egui::Painter,
    ringed: &[u32],
    mark: &Mark,
    place: &Place,
    lane: usize,
) {
    let palette = palette(ui);
    let chosen = mark
        .entries
        .iter()
        .any(|entry| ringed.binary_search(entry).is_ok());
    let colour = mark_colour(palette, mark);
    let y = place.y(lane) + f32::from(mark.row) * 5.0 - if mark.row > 0 { 2.0 } else { 0.0 };
    match mark.shape {
        Shape::Point | Shape::Cluster => {
            let at = pos2(place.left + mark.middle(), y);
            let radius = match mark.entries.len() {
                1 => size::MARK,
                few if few < 6 => size::MARK + 1.0,
                _ => size::MARK + 2.0,
            };
            if mark.certainty == Certainty::Exact {
                painter.circle_filled(at, radius, colour);
            } else {
                painter.circle(at, radius, palette.paper, Stroke::new(1.5, colour));
            }
            if chosen {
                painter.circle_stroke(at, radius + 3.0, Stroke::new(2.0, palette.accent));
            }
        }
        Shape::Bar => {
            let bar = Rect::from_x_y_ranges(
                (place.left + mark.left)
                    ..=(place.left + mark.right).max(place.left + mark.left + 4.0),
                (y - 2.5)..=(y + 2.5),
            );
            paint_bar(painter, bar, colour, mark);
            if chosen {
                painter.rect_stroke(
                    bar.expand(2.5),
                    3.0,
                    Stroke::new(1.5, palette.accent),
                    egui::StrokeKind::Outside,
                );
            }
        }
    }
}

/// A bar whose uncertain ends fade out.
fn paint_bar(painter: &egui::Painter, bar: Rect, colour: egui::Color32, mark: &Mark) {
    let solid = colour.gamma_multiply(0.75);
    let faded = colour.gamma_multiply(0.08);
    let fade = (bar.width() * 0.35).min(28.0);
    let inner_left = if mark.fades_left {
        bar.left() + fade
    } else {
        bar.left()
    };
    let inner_right = if mark.fades_right {
        bar.right() - fade
    } else {
        bar.right()
    };
    let mut mesh = egui::Mesh::default();
    let mut strip = |from: f32, to: f32, left: egui::Color32, right: egui::Color32| {
        if to <= from {
            return;
        }
        let first = mesh.vertices.len() as u32;
        for (x, y, colour) in [
            (from, bar.top(), left),
            (to, bar.top(), right),
            (to, bar.bottom(), right),
            (from, bar.bottom(), left),
        ] {
            mesh.colored_vertex(pos2(x, y), colour);
        }
        mesh.add_triangle(first, first + 1, first + 2);
        mesh.add_triangle(first, first + 2, first + 3);
    };
    strip(bar.left(), inner_left, faded, solid);
    strip(inner_left, inner_right.max(inner_left), solid, solid);
    strip(inner_right.max(inner_left), bar.right(), solid, faded);
    painter.add(egui::Shape::mesh(mesh));
}

fn mark_colour(palette: &Palette, mark: &Mark) -> egui::Color32 {
    match mark.certainty {
        Certainty::Uncertain => palette.doubt,
        Certainty::Exact | Certainty::Approximate | Certainty::Inferred => palette.mark,
    }
}

/// Indices of the selected entries whose marks get a ring, in order.
fn ringed(open: &Open) -> Vec<u32> {
    if open.chronology.selected.len() > MOST_RINGED {
        return Vec::new();
    }
    let entries = &open.review.entries;
    let index = |id: &EntryId| entries.binary_search_by_key(id, |entry| entry.id).ok();
    let selected = open.chronology.selected.iter().filter_map(index);
    selected
        .filter_map(|index| u32::try_from(index).ok())
        .collect()
}

fn handle(
    ui: &Ui,
    open: &Open,
    laid: &Lanes,
    place: &Place,
    response: &Response,
    range: TimeRange,
    actions: &mut Vec<Action>,
) {
    let mut set = |range| actions.push(Action::Chronology(ChronologyAction::SetRange(range)));
    if response.double_clicked() {
        set(None);
        return;
    }
    if response.dragged() {
        let days = -f64::from(response.drag_delta().x) / range.pixels_per_day(place.width);
        if days != 0.0 {
            set(Some(range.moved(days)));
        }
    }
    let Some(pointer) = response.hover_pos() else {
        return;
    };
    let (zoom, scroll) = ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta()));
    let around = range.at(place.width, pointer.x - place.left);
    if (zoom - 1.0).abs() > 0.001 {
        set(Some(range.zoomed(around, f64::from(zoom))));
    } else if scroll.y.abs() > 0.1 {
        set(Some(
            range.zoomed(around, f64::from(scroll.y / 200.0).exp()),
        ));
    } else if scroll.x.abs() > 0.1 {
        set(Some(range.moved(
            -f64::from(scroll.x) / range.pixels_per_day(place.width),
        )));
    }
    let hit = place.lane_at(pointer).and_then(|lane| {
        let mark = (0..=3).find_map(|row| laid.hit(lane, row, pointer.x - place.left, REACH))?;
        Some((&laid.lanes[lane], mark))
    });
    let Some((lane, mark)) = hit else {
        return;
    };
    ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
    response
        .clone()
        .on_hover_ui_at_pointer(|ui| tooltip(ui, &open.review, lane, mark));
    if response.clicked() {
        choose(open, mark, actions);
    }
}

/// A click on a mark of one entry goes to it; on one of several, selects them all and goes to the first.
fn choose(open: &Open, mark: &Mark, actions: &mut Vec<Action>) {
    let ids: Vec<_> = mark
        .entries
        .iter()
        .filter_map(|index| open.review.entries.get(*index as usize))
        .map(|entry| entry.id)
        .collect();
    let Some((first, rest)) = ids.split_first() else {
        return;
    };
    actions.push(Action::Shell(ShellAction::ShowEntry(*first)));
    for entry in rest {
        actions.push(Action::Chronology(ChronologyAction::Select(
            *entry,
            Selecting::Toggle,
        )));
    }
}

fn tooltip(ui: &mut Ui, review: &Review, lane: &Lane, mark: &Mark) {
    const SHOWN: usize = 6;
    words(ui, Words::SmallStrong, &lane.name);
    for index in mark.entries.iter().take(SHOWN) {
        if let Some(entry) = review.entries.get(*index as usize) {
            let start: String = entry.text.chars().take(90).collect();
            let more = if entry.text.chars().count() > 90 {
                "…"
            } else {
                ""
            };
            words(
                ui,
                Words::Small,
                format!("{}: {start}{more}", entry.when.wording),
            );
        }
    }
    if mark.entries.len() > SHOWN {
        words(
            ui,
            Words::Small,
            format!("and {} more", mark.entries.len() - SHOWN),
        );
    }
}
