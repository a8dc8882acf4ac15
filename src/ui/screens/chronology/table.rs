//! The table: when, who, and what was recorded, in rows tall enough to read.

use std::collections::HashMap;

use egui::{Rect, Sense, Ui, UiBuilder, pos2, vec2};

use super::columns::Columns;
use super::row::{self, LaidRow};
use super::rows::{Place, Sheet};
use super::{head, scrolling};
use crate::app::{Action, ChronologyAction, Line, Open};
use crate::ui::tokens::{size, space};
use crate::ui::widgets::empty;

/// Where the table stands, between frames.
#[derive(Default)]
pub struct Memory {
    place: Place,
    /// How far the columns are moved to the left.
    offset: f32,
    revealed: u64,
    /// What the lines on the screen were high on average, for the version and the width it was measured for.
    average: f32,
    measured: (u64, u32),
}

/// For lines of which none was seen.
const USUAL_LINE: f32 = 84.0;

pub fn show(ui: &mut Ui, open: &Open, memory: &mut Memory, actions: &mut Vec<Action>) {
    let lines = &open.chronology.lines;
    if lines.is_empty() {
        let text = "No entry fits the filter and the search together.";
        if empty(ui, "Nothing to show", text, Some("Show all entries")) {
            actions.push(Action::Chronology(ChronologyAction::ClearFilter));
        }
        return;
    }
    let columns = Columns::of(&open.chronology, ui.available_width());
    ui.spacing_mut().item_spacing.y = 0.0;
    let (head, _) =
        ui.allocate_exact_size(vec2(ui.available_width(), size::TABLE_HEAD), Sense::hover());
    let body = ui.available_rect_before_wrap();
    ui.allocate_rect(body, Sense::hover());
    memory.offset = memory.offset.min(columns.whole - body.width()).max(0.0);
    head::columns(ui, open, &columns, head, memory.offset, actions);
    ui.scope_builder(UiBuilder::new().max_rect(body), |ui| {
        ui.set_clip_rect(body.intersect(ui.clip_rect()));
        scroll_and_draw(ui, open, memory, &columns, body, actions);
    });
}

fn scroll_and_draw(
    ui: &Ui,
    open: &Open,
    memory: &mut Memory,
    columns: &Columns,
    body: Rect,
    actions: &mut Vec<Action>,
) {
    let mut leaf = Leaf {
        ui,
        open,
        columns,
        laid: HashMap::new(),
    };
    let lines = open.chronology.lines.len();
    let mut height = |line: usize| leaf.height(line);
    let mut sheet = Sheet {
        lines,
        view: body.height(),
        height: &mut height,
    };
    let wheel = scrolling::wheel(ui, body);
    let average = memory.average_for(open, columns, &mut sheet);
    memory.offset = (memory.offset + wheel.x).clamp(0.0, columns.whole - body.width());
    memory.place = scrolling::scrolled(memory.place, wheel.y, average, &mut sheet);
    reveal(open, memory, &mut sheet);
    memory.place = memory.place.within(&mut sheet);
    leaf.draw(body, memory, actions);
    // Above the rows, so that the pointer meets the bars first; what was dragged shows in the next frame.
    let mut height = |line: usize| leaf.height(line);
    let mut sheet = Sheet {
        lines,
        view: body.height(),
        height: &mut height,
    };
    if let Some(dragged) = scrolling::bar(ui, body, memory.place, average, &mut sheet) {
        memory.place = dragged;
    }
    if let Some(dragged) = scrolling::bar_below(ui, body, memory.offset, columns.whole) {
        memory.offset = dragged;
    }
}

/// Brings the current entry into view, moving no further than needed; from afar it stands a little below the top.
fn reveal(open: &Open, memory: &mut Memory, sheet: &mut Sheet) {
    let chronology = &open.chronology;
    if std::mem::replace(&mut memory.revealed, chronology.reveal) == chronology.reveal {
        return;
    }
    let row = chronology
        .revealed()
        .and_then(|entry| chronology.table_row_of(&open.review, entry));
    let Some(line) = row.and_then(|row| chronology.lines.line_of(row)) else {
        return;
    };
    let above = if chronology.lines.groups.is_empty() {
        0.0
    } else {
        size::GROUP_HEAD
    };
    let place = memory.place;
    if line + 3 < place.line || line > place.line + FEW {
        let below = (sheet.view - (sheet.height)(line)).max(0.0) * 0.3;
        memory.place = Place::with_line_at(line, below, sheet);
        return;
    }
    let at_top = Place::with_line_at(line, above, sheet);
    let at_bottom = Place::with_bottom_of(line, 0.0, sheet);
    let order = |place: Place| (place.line, place.into);
    if order(place) > order(at_top) {
        memory.place = at_top;
    } else if order(place) < order(at_bottom) {
        memory.place = at_bottom;
    }
}

/// More lines than these are never in view at once.
const FEW: usize = 60;

impl Memory {
    /// Measured where the table stands when its lines or its width have changed, so that the bar keeps its length.
    fn average_for(&mut self, open: &Open, columns: &Columns, sheet: &mut Sheet) -> f32 {
        let now = (
            open.chronology.version,
            columns.of_text().round() as u32 + columns.places.len() as u32,
        );
        if std::mem::replace(&mut self.measured, now) != now {
            self.place.line = self.place.line.min(sheet.lines.saturating_sub(1));
            let seen = self.place.line..(self.place.line + 8).min(sheet.lines);
            let count = seen.len().max(1) as f32;
            let sum: f32 = seen.map(|line| (sheet.height)(line)).sum();
            self.average = if sum > 0.0 { sum / count } else { USUAL_LINE };
        }
        self.average
    }
}

/// The lines of one frame: each is laid out once.
struct Leaf<'a> {
    ui: &'a Ui,
    open: &'a Open,
    columns: &'a Columns,
    laid: HashMap<usize, LaidRow>,
}

impl Leaf<'_> {
    fn height(&mut self, line: usize) -> f32 {
        match self.open.chronology.lines.line(line) {
            Some(Line::Row(row)) => self.laid(line, row).height,
            Some(Line::Heading(_)) | None => size::GROUP_HEAD,
        }
    }

    fn laid(&mut self, line: usize, row: usize) -> &LaidRow {
        let (ui, open, columns) = (self.ui, self.open, self.columns);
        self.laid.entry(line).or_insert_with(|| {
            let index = open.chronology.lines.rows[row] as usize;
            LaidRow::of(ui, open, index, &open.review.entries[index], columns)
        })
    }

    fn draw(&mut self, body: Rect, memory: &Memory, actions: &mut Vec<Action>) {
        let lines = &self.open.chronology.lines;
        let mut top = body.top() - memory.place.into;
        let mut at = memory.place.line;
        // The heading that stays in view is pushed out by the next one.
        let mut pushed = 0.0_f32;
        while top < body.bottom() {
            let Some(line) = lines.line(at) else { break };
            let height = self.height(at);
            let corner = pos2(body.left(), top);
            let rect = Rect::from_min_size(corner, vec2(body.width(), height));
            match line {
                Line::Heading(group) => {
                    let folded = lines.is_folded(group);
                    head::group(self.ui, &lines.groups[group], folded, rect, false, actions);
                }
                Line::Row(row) => {
                    let index = lines.rows[row] as usize;
                    let entry = &self.open.review.entries[index];
                    row::ground(self.ui, self.open, index, entry, rect, actions);
                    let corner = corner - vec2(memory.offset, 0.0);
                    let ui = self.ui;
                    self.laid(at, row).draw(ui, corner);
                }
            }
            let next_group = at > memory.place.line && lines.group_at(at) != lines.group_at(at - 1);
            if next_group && top < body.top() + size::GROUP_HEAD && pushed == 0.0 {
                pushed = top - body.top() - size::GROUP_HEAD;
            }
            top += height;
            at += 1;
        }
        self.draw_group_above(body, memory, pushed, actions);
    }

    /// The heading of the group whose rows are at the top, while its own place is above the window.
    fn draw_group_above(
        &self,
        body: Rect,
        memory: &Memory,
        pushed: f32,
        actions: &mut Vec<Action>,
    ) {
        let lines = &self.open.chronology.lines;
        let Some(group) = lines.group_at(memory.place.line) else {
            return;
        };
        let at_its_place =
            lines.line(memory.place.line) == Some(Line::Heading(group)) && memory.place.into <= 0.0;
        if at_its_place || lines.is_folded(group) {
            return;
        }
        let corner = pos2(body.left(), body.top() + pushed);
        let rect = Rect::from_min_size(corner, vec2(body.width(), size::GROUP_HEAD));
        head::group(self.ui, &lines.groups[group], false, rect, true, actions);
        let shadow = Rect::from_min_size(
            pos2(rect.left(), rect.bottom()),
            vec2(rect.width(), space::HAIR),
        );
        let ink = crate::ui::tokens::palette(self.ui).faint_line;
        self.ui.painter().rect_filled(shadow, 0.0, ink);
    }
}
