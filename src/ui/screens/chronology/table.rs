//! The table: when, who, and what was recorded, in rows tall enough to read.

use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{Align, Color32, FontId, Galley, Layout, Rect, Sense, Stroke, Ui, pos2, vec2};

use super::Memory;
use super::detail::tag_name;
use crate::app::{Action, ChronologyAction, Open, Selecting};
use crate::dates;
use crate::model::{Basis, Entry};
use crate::ui::tokens::{self, letter, palette, size, space};
use crate::ui::widgets::{Words, empty, hairline, label, scroll};

/// Lines of an entry shown in the table; the whole stands in the detail pane.
const LINES: usize = 4;
const HEAD: f32 = 20.0;
const PADDING: f32 = 10.0;
const CHIP: f32 = 18.0;
/// For rows not yet seen: letters of the serif are about this wide and high.
const LETTER: f32 = 6.9;
const LINE: f32 = 20.0;

pub fn show(ui: &mut Ui, open: &Open, memory: &mut Memory, actions: &mut Vec<Action>) {
    let columns = Columns::of(ui.available_width());
    head(ui, &columns);
    let rows = Arc::clone(&open.chronology.rows);
    if rows.is_empty() {
        let text = "No entry fits the filter and the search together.";
        if empty(ui, "Nothing to show", text, Some("Show all entries")) {
            actions.push(Action::Chronology(ChronologyAction::ClearFilter));
        }
        return;
    }
    let entry_at = |row: usize| &open.review.entries[rows[row] as usize];
    memory
        .rows
        .ensure(open.chronology.version, columns.text, rows.len(), |row| {
            estimate(entry_at(row), columns.text)
        });
    let mut area = scroll("chronology table");
    if memory.revealed != open.chronology.reveal {
        memory.revealed = open.chronology.reveal;
        let current = open.chronology.current;
        if let Some(row) = current.and_then(|id| open.chronology.row_of(&open.review, id)) {
            let view = ui.available_height();
            area = area.vertical_scroll_offset(offset_for(memory, row, view));
        }
    }
    let total = memory.rows.total();
    area.show_viewport(ui, |ui, viewport| {
        ui.set_height(total);
        let origin = ui.min_rect().min;
        let mut row = memory.rows.row_at(viewport.top());
        while row < rows.len() && memory.rows.top(row) < viewport.bottom() {
            let entry = entry_at(row);
            let laid = LaidRow::of(ui, open, entry, &columns);
            memory.rows.measured(row, laid.height);
            let top = origin.y + memory.rows.top(row);
            let rect = Rect::from_min_size(pos2(origin.x, top), vec2(columns.whole, laid.height));
            draw(ui, open, entry, &laid, rect, &columns, actions);
            row += 1;
        }
    });
    memory.rows.settle();
}

/// How far to scroll so that a row stands in view, a little below the top.
fn offset_for(memory: &Memory, row: usize, view: f32) -> f32 {
    (memory.rows.top(row) - (view - memory.rows.height(row)).max(0.0) * 0.3).max(0.0)
}

struct Columns {
    whole: f32,
    text: f32,
}

impl Columns {
    fn of(width: f32) -> Self {
        let whole = width - space::SMALL;
        Self {
            whole,
            text: (whole - size::WHEN_COLUMN - size::AGENCY_COLUMN - space::MEDIUM)
                .max(size::WHEN_COLUMN),
        }
    }

    const AGENCY_X: f32 = size::WHEN_COLUMN;
    const TEXT_X: f32 = size::WHEN_COLUMN + size::AGENCY_COLUMN;
}

fn head(ui: &mut Ui, columns: &Columns) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for (text, width) in [
            ("When", size::WHEN_COLUMN),
            ("Agency", size::AGENCY_COLUMN),
            ("What was recorded", columns.text),
        ] {
            ui.allocate_ui_with_layout(
                vec2(width, HEAD),
                Layout::left_to_right(Align::Center),
                |ui| {
                    ui.set_width(width);
                    ui.add_space(space::SMALL);
                    label(ui, Words::SmallStrong, text);
                },
            );
        }
    });
    hairline(ui);
}

fn estimate(entry: &Entry, width: f32) -> f32 {
    let letters = (width / LETTER).max(8.0) as usize;
    let lines = entry
        .text
        .split('\n')
        .map(|line| line.len() / letters + 1)
        .sum::<usize>()
        .min(LINES);
    let doubt = if entry.when.is_doubtful() { LINE } else { 0.0 };
    2.0 * PADDING + (lines as f32 * LINE).max(2.0 * LINE) + doubt
}

/// A row's text, laid out.
struct LaidRow {
    wording: Arc<Galley>,
    understood: Arc<Galley>,
    agency: Arc<Galley>,
    text: Arc<Galley>,
    chips: Vec<(Arc<Galley>, Color32)>,
    height: f32,
}

impl LaidRow {
    fn of(ui: &Ui, open: &Open, entry: &Entry, columns: &Columns) -> Self {
        let palette = palette(ui);
        let narrow = size::WHEN_COLUMN - space::MEDIUM;
        let wording = if entry.when.wording.trim().is_empty() {
            "No date"
        } else {
            entry.when.wording.trim()
        };
        let doubt = if entry.when.is_doubtful() {
            palette.doubt
        } else {
            palette.secondary
        };
        let agency = open
            .review
            .agency(entry.agency)
            .map_or("", |agency| agency.name.as_str());
        let small = tokens::sans(letter::SMALL);
        let wording = lay(
            ui,
            wording,
            tokens::sans_strong(letter::BODY),
            palette.ink,
            narrow,
            3,
        );
        let understood = lay(ui, &understanding(entry), small.clone(), doubt, narrow, 4);
        let agency_font = tokens::sans(letter::SMALL + 0.5);
        let agency = lay(
            ui,
            agency,
            agency_font,
            palette.secondary,
            size::AGENCY_COLUMN - space::MEDIUM,
            3,
        );
        let text = lay(
            ui,
            what(entry),
            tokens::serif(letter::MATTER),
            palette.ink,
            columns.text,
            LINES,
        );
        let chips: Vec<_> = chips(open, entry)
            .into_iter()
            .map(|(words, ink)| {
                let ink = if ink { palette.harm } else { palette.secondary };
                (
                    lay(ui, &words, small.clone(), ink, columns.text / 2.0, 1),
                    ink,
                )
            })
            .collect();
        let mut text_height = text.size().y;
        if !chips.is_empty() {
            text_height += 4.0 + CHIP;
        }
        let when_height = wording.size().y + 2.0 + understood.size().y;
        Self {
            height: when_height.max(text_height).max(agency.size().y) + 2.0 * PADDING,
            wording,
            understood,
            agency,
            text,
            chips,
        }
    }
}

fn what(entry: &Entry) -> &str {
    if entry.text.trim().is_empty() {
        entry.response.trim()
    } else {
        entry.text.trim()
    }
}

/// What was understood of the wording, and what was assumed for it.
fn understanding(entry: &Entry) -> String {
    if !entry.when.is_understood() {
        return "not understood".to_owned();
    }
    let spoken = dates::spoken(&entry.when);
    match entry.when.warnings.first().or(entry.when.inferred.first()) {
        Some(_) if !entry.when.warnings.is_empty() => format!("{spoken} · look at this"),
        Some(_) => format!("{spoken} · something assumed"),
        None => spoken,
    }
}

/// Tags, and a claim that rests on the perpetrator's word alone (`true`: shown as harm).
fn chips(open: &Open, entry: &Entry) -> Vec<(String, bool)> {
    let mut chips = Vec::new();
    if entry.basis == Basis::Perpetrator {
        chips.push(("Claim: his own word only".to_owned(), true));
    }
    for key in open.derived.tags(&open.review, entry.id) {
        chips.push((tag_name(&open.review, key).to_owned(), false));
    }
    chips
}

fn lay(
    ui: &Ui,
    text: &str,
    font: FontId,
    colour: Color32,
    width: f32,
    lines: usize,
) -> Arc<Galley> {
    let mut job = LayoutJob::simple(text.to_owned(), font, colour, width);
    job.wrap = TextWrapping {
        max_width: width,
        max_rows: lines,
        ..TextWrapping::default()
    };
    ui.painter().layout_job(job)
}

fn draw(
    ui: &Ui,
    open: &Open,
    entry: &Entry,
    laid: &LaidRow,
    rect: Rect,
    columns: &Columns,
    actions: &mut Vec<Action>,
) {
    let palette = palette(ui);
    let selected = open.chronology.selected.contains(&entry.id);
    let current = open.chronology.current == Some(entry.id);
    let response = ui.interact(
        rect,
        ui.scope_id().with(("entry", entry.id.0)),
        Sense::click(),
    );
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::Role::Row, true, selected, row_words(open, entry))
    });
    let painter = ui.painter();
    if selected {
        painter.rect_filled(rect, 0.0, palette.accent_wash);
    } else if response.hovered() {
        painter.rect_filled(rect, 0.0, palette.panel);
    }
    if current {
        painter.rect_filled(
            Rect::from_min_size(rect.min, vec2(3.0, rect.height())),
            0.0,
            palette.accent,
        );
    }
    if response.has_focus() {
        let focus = Stroke::new(1.5, palette.accent);
        painter.rect_stroke(rect, 2.0, focus, egui::StrokeKind::Inside);
    }
    painter.hline(
        rect.x_range(),
        rect.bottom(),
        Stroke::new(1.0, palette.faint_line),
    );
    let top = rect.top() + PADDING;
    let left = rect.left() + space::SMALL;
    let below = top + laid.wording.size().y + 2.0;
    painter.galley(pos2(left, top), Arc::clone(&laid.wording), palette.ink);
    painter.galley(pos2(left, below), Arc::clone(&laid.understood), palette.ink);
    painter.galley(
        pos2(left + Columns::AGENCY_X, top + 1.0),
        Arc::clone(&laid.agency),
        palette.ink,
    );
    painter.galley(
        pos2(left + Columns::TEXT_X, top - 1.0),
        Arc::clone(&laid.text),
        palette.ink,
    );
    let mut x = left + Columns::TEXT_X;
    let y = top + laid.text.size().y + 4.0;
    let end = left + Columns::TEXT_X + columns.text;
    for (galley, ink) in &laid.chips {
        let width = galley.size().x + 12.0;
        if x + width > end {
            painter.text(
                pos2(x, y + CHIP / 2.0),
                egui::Align2::LEFT_CENTER,
                "…",
                tokens::sans(letter::SMALL),
                *ink,
            );
            break;
        }
        let ground = if *ink == palette.harm {
            palette.harm_wash
        } else {
            palette.faint_line
        };
        let chip = Rect::from_min_size(pos2(x, y), vec2(width, CHIP));
        painter.rect_filled(chip, size::ROUND_CHIP, ground);
        painter.galley(
            pos2(x + 6.0, y + (CHIP - galley.size().y) / 2.0),
            Arc::clone(galley),
            *ink,
        );
        x += width + 6.0;
    }
    if response.clicked() {
        let modifiers = ui.input(|input| input.modifiers);
        let how = if modifiers.shift {
            Selecting::Through
        } else if modifiers.command {
            Selecting::Toggle
        } else {
            Selecting::One
        };
        actions.push(Action::Chronology(ChronologyAction::Select(entry.id, how)));
    }
}

/// A row for somebody who hears it.
fn row_words(open: &Open, entry: &Entry) -> String {
    let agency = open
        .review
        .agency(entry.agency)
        .map_or("", |agency| agency.name.as_str());
    format!("{}, {agency}: {}", dates::spoken(&entry.when), what(entry))
}
