//! The agency's table as it is, with what each column is taken for on top.

use std::collections::HashMap;

use egui::{Align2, Rect, Sense, Stroke, Ui, pos2, vec2};

use super::Memory;
use crate::app::{Action, ImportAction, Ready};
use crate::model::ColumnKey;
use crate::returns::{Fate, Row, Table};
use crate::ui::tokens::{self, letter, palette, space};
use crate::ui::widgets::{Words, choice, heading, label, words};

const NUMBER: f32 = 44.0;
const ROW: f32 = 28.0;
const HEAD: f32 = 54.0;
const NARROWEST: f32 = 96.0;
const READABLE: f32 = 150.0;
const WIDEST: f32 = 460.0;
/// Rows looked at to find how wide a column must be.
const SAMPLED: usize = 60;

pub fn show(ui: &mut Ui, ready: &Ready, memory: &mut Memory, actions: &mut Vec<Action>) {
    let Some(table) = ready.table() else {
        words(ui, Words::Secondary, "This file holds no table.");
        return;
    };
    ui.horizontal(|ui| {
        heading(ui, "The table as it was sent");
        label(ui, Words::Small, "Nothing is stored until you import.");
        if ready.file.tables.len() > 1 {
            let all = ready.file.tables.iter().enumerate();
            let all = all.map(|(index, table)| {
                (index, format!("{} ({} rows)", table.name, table.rows.len()))
            });
            if let Some(table) = choice(ui, "Table", &ready.table, all) {
                actions.push(Action::Import(ImportAction::SetTable(table)));
            }
        }
    });
    ui.add_space(space::TIGHT);
    let widths = widths(table, ui.available_width() - NUMBER);
    let whole = NUMBER + widths.iter().sum::<f32>();
    let doubtful = doubtful_cells(ready);
    egui::ScrollArea::horizontal()
        .id_salt("import columns")
        .auto_shrink(false)
        .show(ui, |ui| {
            ui.set_width(whole);
            ui.spacing_mut().item_spacing.y = 0.0;
            head(ui, ready, &widths, actions);
            let mut area = egui::ScrollArea::vertical()
                .id_salt("import rows")
                .auto_shrink(false);
            if memory.jumped != ready.jumps {
                memory.jumped = ready.jumps;
                if let Some(row) = jump_row(ready, table) {
                    area = area.vertical_scroll_offset((row as f32 - 4.0).max(0.0) * ROW);
                }
            }
            area.show_rows(ui, ROW, table.rows.len(), |ui, shown| {
                for index in shown {
                    row(ui, ready, table, index, &widths, &doubtful);
                }
            });
        });
}

/// Room by what the columns hold, stretched to the whole width where there is room left.
fn widths(table: &Table, room: f32) -> Vec<f32> {
    let mut widths: Vec<f32> = (0..table.width)
        .map(|column| {
            let longest = table
                .rows
                .iter()
                .take(SAMPLED)
                .filter(|row| !row_is_wide(row))
                .filter_map(|row| row.cells.get(column))
                .map(|cell| cell.text.chars().count())
                .max()
                .unwrap_or(0);
            (longest as f32 * 7.0 + 20.0).clamp(NARROWEST, WIDEST)
        })
        .collect();
    let sum: f32 = widths.iter().sum();
    if sum > 0.0 && sum < room {
        let stretch = room / sum;
        for width in &mut widths {
            *width *= stretch;
        }
    } else {
        narrow(&mut widths, sum - room);
    }
    widths
}

/// Takes `excess` from what columns have beyond a width that still reads well, from the widest the most.
fn narrow(widths: &mut [f32], excess: f32) {
    let spare: f32 = widths.iter().map(|width| (width - READABLE).max(0.0)).sum();
    if spare <= 0.0 {
        return;
    }
    let share = (excess / spare).clamp(0.0, 1.0);
    for width in widths {
        *width -= (*width - READABLE).max(0.0) * share;
    }
}

/// One text over the whole row, such as a title: says nothing of its column.
fn row_is_wide(row: &Row) -> bool {
    row.cells
        .iter()
        .filter(|cell| !cell.text.trim().is_empty())
        .count()
        <= 1
}

fn doubtful_cells(ready: &Ready) -> HashMap<(u32, Option<u32>), &str> {
    let doubts = &ready.understood.doubts;
    doubts
        .iter()
        .map(|doubt| ((doubt.row, doubt.column), doubt.why.as_str()))
        .collect()
}

fn jump_row(ready: &Ready, table: &Table) -> Option<usize> {
    let doubt = ready.understood.doubts.get(ready.jump?)?;
    table.rows.iter().position(|row| row.number == doubt.row)
}

fn head(ui: &mut Ui, ready: &Ready, widths: &[f32], actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.allocate_space(vec2(NUMBER, HEAD));
        for (column, width) in widths.iter().enumerate() {
            let understood = ready.understood.columns.get(column);
            ui.allocate_ui(vec2(*width, HEAD), |ui| {
                ui.set_width(*width);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 2.0;
                    let meaning = understood.and_then(|understood| understood.meaning);
                    let name = format!("What column {} is", column + 1);
                    if let Some(meaning) = choice(ui, &name, &meaning, meanings()) {
                        actions.push(Action::Import(ImportAction::SetColumn(column, meaning)));
                    }
                    if let Some(understood) = understood {
                        let heading = if understood.heading.trim().is_empty() {
                            understood.why.clone()
                        } else {
                            format!("“{}” · {}", understood.heading.trim(), understood.why)
                        };
                        label(ui, Words::Small, heading.clone()).on_hover_text(heading);
                    }
                });
            });
        }
    });
}

fn meanings() -> Vec<(Option<ColumnKey>, String)> {
    let mut all = vec![(None, "Kept as it is".to_owned())];
    all.extend(ColumnKey::ALL.map(|key| (Some(key), meaning_words(key).to_owned())));
    all
}

fn meaning_words(key: ColumnKey) -> &'static str {
    match key {
        ColumnKey::Date => "When",
        ColumnKey::Time => "Time",
        ColumnKey::Text => "What was recorded",
        ColumnKey::Response => "Response",
        ColumnKey::Seen => "Who was seen",
        ColumnKey::Recorder => "Recorded by",
        ColumnKey::Document => "Document",
        ColumnKey::Comment => "Comment",
        ColumnKey::Basis => "Who says so",
        ColumnKey::Enquiry => "Asked about abuse",
        ColumnKey::Disclosure => "Abuse disclosed",
    }
}

fn row(
    ui: &mut Ui,
    ready: &Ready,
    table: &Table,
    index: usize,
    widths: &[f32],
    doubtful: &HashMap<(u32, Option<u32>), &str>,
) {
    let Some(row) = table.rows.get(index) else {
        return;
    };
    let palette = palette(ui);
    let fate = ready
        .understood
        .fates
        .get(index)
        .copied()
        .unwrap_or(Fate::Blank);
    let whole = NUMBER + widths.iter().sum::<f32>();
    let (rect, response) = ui.allocate_exact_size(vec2(whole, ROW), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Row, true, row_words(row, fate)));
    let left_out = !matches!(fate, Fate::Entry { .. } | Fate::Continues);
    let painter = ui.painter_at(rect);
    painter.rect_filled(
        rect,
        0.0,
        if left_out {
            palette.panel
        } else {
            palette.sheet
        },
    );
    let number = Rect::from_min_size(rect.min, vec2(NUMBER, ROW));
    painter.rect_filled(number, 0.0, palette.panel);
    let small = tokens::sans(letter::SMALL);
    let at = number.right_center() - vec2(space::SMALL, 0.0);
    painter.text(
        at,
        Align2::RIGHT_CENTER,
        row.number,
        small.clone(),
        palette.faint,
    );
    let ink = if left_out { palette.faint } else { palette.ink };
    let mut x = rect.left() + NUMBER;
    for (column, width) in widths.iter().enumerate() {
        let cell = Rect::from_min_size(pos2(x, rect.top()), vec2(*width, ROW));
        let key = (row.number, u32::try_from(column).ok());
        if doubtful.contains_key(&key) {
            painter.rect_filled(cell, 0.0, palette.doubt_wash);
        }
        if let Some(text) = row
            .cells
            .get(column)
            .map(|cell| cell.text.trim())
            .filter(|text| !text.is_empty())
        {
            let room = if left_out && row_is_wide(row) {
                rect.right() - x
            } else {
                *width
            } - space::MEDIUM;
            let galley = one_line(ui, text, room, ink);
            painter.galley(
                pos2(x + space::SMALL, rect.center().y - galley.size().y / 2.0),
                galley,
                ink,
            );
        }
        painter.vline(x, rect.y_range(), Stroke::new(1.0, palette.faint_line));
        x += width;
    }
    if let Some(note) = fate_words(fate).filter(|_| left_out && row_is_wide(row)) {
        painter.text(
            rect.right_center() - vec2(space::SMALL, 0.0),
            Align2::RIGHT_CENTER,
            note,
            small,
            palette.secondary,
        );
    }
    painter.hline(
        rect.x_range(),
        rect.bottom(),
        Stroke::new(1.0, palette.faint_line),
    );
    if jump_row(ready, table) == Some(index) {
        painter.rect_stroke(
            rect.shrink(1.0),
            2.0,
            Stroke::new(2.0, palette.doubt),
            egui::StrokeKind::Inside,
        );
    }
    response.on_hover_ui_at_pointer(|ui| tooltip(ui, row, widths, rect, doubtful));
}

fn one_line(ui: &Ui, text: &str, width: f32, ink: egui::Color32) -> std::sync::Arc<egui::Galley> {
    let line = text.replace('\n', " ⏎ ");
    let mut job = egui::text::LayoutJob::simple_singleline(line, tokens::sans(letter::BODY), ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width);
    ui.painter().layout_job(job)
}

/// The whole text of the cell under the pointer, and its doubt.
fn tooltip(
    ui: &mut Ui,
    row: &Row,
    widths: &[f32],
    rect: Rect,
    doubtful: &HashMap<(u32, Option<u32>), &str>,
) {
    let Some(pointer) = ui.input(|input| input.pointer.hover_pos()) else {
        return;
    };
    let mut right = rect.left() + NUMBER;
    for (column, width) in widths.iter().enumerate() {
        right += width;
        if pointer.x < right {
            if let Some(cell) = row.cells.get(column) {
                words(ui, Words::Matter, cell.text.trim());
            }
            if let Some(why) = doubtful.get(&(row.number, u32::try_from(column).ok())) {
                words(ui, Words::Doubt, *why);
            }
            return;
        }
    }
}

fn fate_words(fate: Fate) -> Option<String> {
    match fate {
        Fate::Preamble => Some("left out: above the headings".to_owned()),
        Fate::Heading => Some("the headings".to_owned()),
        Fate::YearHeading(year) => Some(format!("gives the rows below the year {year}")),
        Fate::Note => Some("a note, kept with the import".to_owned()),
        Fate::Skipped => Some("no entry, kept with the import".to_owned()),
        Fate::Entry { count, .. } if count > 1 => Some(format!("becomes {count} entries")),
        Fate::Entry { .. } | Fate::Continues | Fate::Blank => None,
    }
}

fn row_words(row: &Row, fate: Fate) -> String {
    let cells: Vec<&str> = row
        .cells
        .iter()
        .map(|cell| cell.text.trim())
        .filter(|text| !text.is_empty())
        .collect();
    let fate = fate_words(fate).map_or(String::new(), |words| format!(" ({words})"));
    format!("Row {}{fate}: {}", row.number, cells.join(", "))
}
