//! The headings of the columns, which sort, and the headings of groups, which fold.

use egui::epaint::PathShape;
use egui::{Align2, Pos2, Rect, Sense, Stroke, Ui, Vec2, accesskit, pos2, vec2};

use super::columns::{Columns, Place};
use crate::app::{Action, ChronologyAction, Open};
use crate::chronology::{Column, Group, Sorting};
use crate::ui::tokens::{self, letter, palette, size, space};

/// Draws the headings into `rect`, moved to the left by `offset` with the columns below them.
pub fn columns(
    ui: &mut Ui,
    open: &Open,
    columns: &Columns,
    rect: Rect,
    offset: f32,
    actions: &mut Vec<Action>,
) {
    ui.scope_builder(egui::UiBuilder::new().max_rect(rect), |ui| {
        ui.set_clip_rect(rect.intersect(ui.clip_rect()));
        for place in &columns.places {
            let corner = pos2(rect.left() + place.left - offset - space::TIGHT, rect.top());
            let cell = Rect::from_min_size(corner, vec2(place.width - space::SMALL, rect.height()));
            column(ui, open, place, cell, actions);
        }
        let line = Stroke::new(1.0, palette(ui).line);
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 0.5, line);
    });
}

fn column(ui: &Ui, open: &Open, place: &Place, cell: Rect, actions: &mut Vec<Action>) {
    let palette = palette(ui);
    let title = place.column.title();
    let sorting = open.chronology.sorting;
    let is_sorted = sorting.by == place.column;
    let id = ui.scope_id().with(("column", title));
    let response = ui.interact(cell, id, Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ColumnHeader, true, title));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        if is_sorted {
            node.set_sort_direction(if sorting.descending {
                accesskit::SortDirection::Descending
            } else {
                accesskit::SortDirection::Ascending
            });
        }
        node.set_description(next_in_words(sorting, place.column));
    });
    let ink = if is_sorted && !sorting.is_by_time() {
        palette.accent
    } else if response.hovered() {
        palette.ink
    } else {
        palette.secondary
    };
    if response.has_focus() {
        let focus = Stroke::new(1.5, palette.accent);
        ui.painter().rect_stroke(
            cell.shrink(1.0),
            size::ROUND_CHIP,
            focus,
            egui::StrokeKind::Inside,
        );
    }
    let font = tokens::sans_strong(letter::SMALL);
    let at = pos2(cell.left() + space::TIGHT, cell.center().y);
    let written = ui.painter().text(at, Align2::LEFT_CENTER, title, font, ink);
    if is_sorted {
        let middle = pos2(written.right() + space::SMALL, cell.center().y);
        triangle(
            ui,
            middle,
            if sorting.descending {
                Way::Down
            } else {
                Way::Up
            },
            ink,
        );
    }
    let response = response.on_hover_text(next_in_words(sorting, place.column));
    if response.clicked() {
        let next = next(sorting, place.column);
        actions.push(Action::Chronology(ChronologyAction::Sort(next)));
    }
}

/// Ascending, descending, and back to the order of time.
fn next(sorting: Sorting, by: Column) -> Sorting {
    match sorting {
        Sorting {
            by: present,
            descending: false,
        } if present == by => Sorting {
            by,
            descending: true,
        },
        Sorting { by: present, .. } if present == by => Sorting::default(),
        _ => Sorting {
            by,
            descending: false,
        },
    }
}

fn next_in_words(sorting: Sorting, by: Column) -> String {
    let next = next(sorting, by);
    match (next.by, next.descending) {
        (Column::When, true) => "Latest first".to_owned(),
        _ if next.is_by_time() => "Back to the order of time".to_owned(),
        (_, true) => "Turn the order round".to_owned(),
        (_, false) => format!("Sort by {}", by.title().to_lowercase()),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Up,
    Down,
    Right,
}

fn triangle(ui: &Ui, middle: Pos2, way: Way, ink: egui::Color32) {
    let (x, y) = (3.5, 2.5);
    let corners: [Vec2; 3] = match way {
        Way::Up => [vec2(-x, y), vec2(x, y), vec2(0.0, -y)],
        Way::Down => [vec2(-x, -y), vec2(x, -y), vec2(0.0, y)],
        Way::Right => [vec2(-y, -x), vec2(-y, x), vec2(y, 0.0)],
    };
    let points = corners.map(|corner| middle + corner).to_vec();
    ui.painter()
        .add(PathShape::convex_polygon(points, ink, Stroke::NONE));
}

/// The heading of a group. `above`: it stays in view over its own rows.
pub fn group(
    ui: &Ui,
    group: &Group,
    folded: bool,
    rect: Rect,
    above: bool,
    actions: &mut Vec<Action>,
) {
    let palette = palette(ui);
    let count = count(group);
    let id = ui.scope_id().with(("group", group.key, above));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| {
        let words = format!("{}, {count}", group.name);
        egui::WidgetInfo::selected(egui::Role::Row, true, !folded, words)
    });
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_expanded(!folded));
    let ground = if response.hovered() {
        palette.raised
    } else {
        palette.panel
    };
    ui.painter().rect_filled(rect, 0.0, ground);
    let line = Stroke::new(1.0, palette.line);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, line);
    if response.has_focus() {
        let focus = Stroke::new(1.5, palette.accent);
        ui.painter()
            .rect_stroke(rect.shrink(1.0), 2.0, focus, egui::StrokeKind::Inside);
    }
    let y = rect.center().y;
    let way = if folded { Way::Right } else { Way::Down };
    triangle(ui, pos2(rect.left() + 14.0, y), way, palette.secondary);
    let room = rect.width() - size::LANE_NAME - 2.0 * size::NAME_COLUMN.min(rect.width() / 4.0);
    let font = tokens::serif_strong(letter::MATTER);
    let name = super::row::lay(
        ui,
        &group.name,
        font,
        palette.ink,
        room.max(size::LANE_NAME),
        1,
    );
    let at = pos2(rect.left() + 26.0, y - name.size().y / 2.0);
    let right = at.x + name.size().x;
    ui.painter().galley(at, name, palette.ink);
    let small = tokens::sans(letter::SMALL);
    let at = pos2(right + space::SMALL + space::TIGHT, y + 1.0);
    ui.painter()
        .text(at, Align2::LEFT_CENTER, count, small, palette.faint);
    choose(ui, group, rect, above, actions);
    if response.clicked() {
        let action = ChronologyAction::Fold(group.key, !folded);
        actions.push(Action::Chronology(action));
    }
}

/// “Choose these”, at the right end of a group's heading.
fn choose(ui: &Ui, group: &Group, rect: Rect, above: bool, actions: &mut Vec<Action>) {
    let palette = palette(ui);
    let text = "Choose these";
    let font = tokens::sans(letter::SMALL);
    let galley = super::row::lay(ui, text, font, palette.accent, size::LANE_NAME, 1);
    let corner = pos2(
        rect.right() - galley.size().x - space::MEDIUM,
        rect.center().y - galley.size().y / 2.0,
    );
    let area = Rect::from_min_size(corner, galley.size());
    let id = ui.scope_id().with(("choose", group.key, above));
    let response = ui
        .interact(area.expand(space::TIGHT), id, Sense::click())
        .on_hover_cursor(egui::CursorIcon::PointingHand);
    response.widget_info(|| {
        let words = format!("Choose all of {}", group.name);
        egui::WidgetInfo::labeled(egui::Role::Link, true, words)
    });
    if response.hovered() || response.has_focus() {
        let line = Stroke::new(1.0, palette.accent);
        ui.painter().hline(area.x_range(), area.bottom(), line);
    }
    ui.painter().galley(corner, galley, palette.accent);
    if response.clicked() {
        let action = ChronologyAction::SelectGroup(group.key);
        actions.push(Action::Chronology(action));
    }
}

fn count(group: &Group) -> String {
    let rows = group.rows.len();
    match (group.of, rows) {
        (Some(of), rows) if of != rows => format!("{rows} of its {of} records"),
        (Some(_), 1) => "1 record".to_owned(),
        (Some(_), rows) => format!("{rows} records"),
        (None, 1) => "1 entry".to_owned(),
        (None, rows) => format!("{rows} entries"),
    }
}
