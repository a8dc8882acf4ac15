//! The agency's table as it is, with what each column is taken for on top.

use std::collections::HashMap;
use std::ops::Range;

use egui::{Align2, Rect, Sense, Stroke, Ui, pos2, vec2};

use super::{Memory, columns};
use crate::app::{Action, ImportAction, Ready};
use crate::model::Doubt;
use crate::returns::{Fate, Row, Table};
use crate::ui::tokens::{self, letter, palette, space};
use crate::ui::widgets::{Words, choice, heading, label, words};

pub const NUMBER: f32 = 44.0;
const ROW: f32 = 28.0;
pub const HEAD: f32 = 46.0;
const NARROWEST: f32 = 112.0;
/// What a column with long texts has at the least.
const READABLE: f32 = 124.0;
/// The width of a letter, about.
const LETTER: f32 = 7.0;
const WIDEST: f32 = 900.0;
/// Rows left above a cell that was jumped to.
const ROWS_ABOVE: f32 = 4.0;
/// Rows looked at to find how wide a column must be.
const SAMPLED: usize = 60;

pub fn show(ui: &mut Ui, ready: &Ready, memory: &mut Memory, actions: &mut Vec<Action>) {
    let Some(table) = ready.table() else {
        words(ui, Words::Secondary, "This file holds no table.");
        return;
    };
    ui.horizontal(|ui| {
        if ready.amends.is_none() {
            heading(ui, "The table as it was sent");
        }
        if ready.is_being_understood() {
            label(ui, Words::Doubt, "Being understood anew …");
        } else {
            label(ui, Words::Small, "Nothing is stored until you import.");
        }
        if ready.file.tables.len() > 1 {
            let all = ready.file.tables.iter().enumerate();
            let all = all.map(|(index, table)| {
                (index, format!("{} ({} rows)", table.name, table.rows.len()))
            });
            if let Some(table) = choice(ui, "Table", &ready.reading.table, all) {
                actions.push(Action::Import(ImportAction::SetTable(table)));
            }
        }
    });
    cases(ui, ready, actions);
    columns::left_over(ui, ready);
    ui.add_space(space::TIGHT);
    let widths = widths(table, ui.available_width() - NUMBER);
    let whole = NUMBER + widths.iter().sum::<f32>();
    let jumped_to = jumped_to(ready, table);
    let jumps = memory.jumped != ready.jumps;
    memory.jumped = ready.jumps;
    let mut across = egui::ScrollArea::horizontal()
        .id_salt("import columns")
        .auto_shrink(false);
    if jumps
        && let Some(offset) =
            scrolled_to_cell(ready, &widths, memory.scrolled, ui.available_width())
    {
        across = across.horizontal_scroll_offset(offset);
    }
    let shown = across.show(ui, |ui| {
        ui.set_width(whole);
        ui.spacing_mut().item_spacing.y = 0.0;
        columns::head(ui, ready, &widths, actions);
        let mut area = egui::ScrollArea::vertical()
            .id_salt("import rows")
            .auto_shrink(false);
        if jumps && let Some((row, _)) = jumped_to {
            area = area.vertical_scroll_offset((row as f32 - ROWS_ABOVE).max(0.0) * ROW);
        }
        area.show_rows(ui, ROW, table.rows.len(), |ui, shown| {
            let doubtful = doubtful_cells(ready, table, &shown);
            for index in shown {
                let doubt = jumped_to.filter(|(row, _)| *row == index);
                let doubt = doubt.map(|(_, doubt)| doubt);
                row(ui, ready, table, index, &widths, &doubtful, doubt);
            }
        });
    });
    memory.scrolled = shown.state.clamped_offset().x;
    let left = shown.inner_rect.left() - shown.state.clamped_offset().x + NUMBER;
    columns::drop(ui, shown.inner_rect, left, &widths, actions);
}

/// A table that holds several cases is said to, and one of them can be chosen.
fn cases(ui: &mut Ui, ready: &Ready, actions: &mut Vec<Action>) {
    let cases = &ready.understood.cases;
    if cases.is_empty() {
        return;
    }
    ui.horizontal(|ui| {
        label(
            ui,
            Words::Doubt,
            format!("This table seems to hold {} cases.", cases.len()),
        );
        let all = cases
            .iter()
            .map(|(name, rows)| (Some(name.clone()), format!("{name} ({rows} rows)")));
        let none = std::iter::once((None, "Import all of them".to_owned()));
        if let Some(case) = choice(ui, "Case", &ready.reading.case, none.chain(all)) {
            actions.push(Action::Import(ImportAction::SetCase(case)));
        }
    });
}

/// How far to scroll to the right so that the cell in doubt is seen; `None` where it is.
fn scrolled_to_cell(ready: &Ready, widths: &[f32], scrolled: f32, room: f32) -> Option<f32> {
    let column = ready.understood.doubts.get(ready.jump?)?.column?;
    let column = usize::try_from(column).ok()?;
    let left = NUMBER + widths.iter().take(column).sum::<f32>();
    let right = left + widths.get(column)?;
    let is_seen = left >= scrolled && right <= scrolled + room;
    (!is_seen).then(|| ((left + right - room) / 2.0).max(0.0).min(left - NUMBER))
}

/// Room by what the columns hold. Where all cells fit there is room to spare for each; else the columns with long texts
/// get the most of what there is, and none less than can be read.
fn widths(table: &Table, room: f32) -> Vec<f32> {
    let longest: Vec<f32> = (0..table.width)
        .map(|column| {
            let rows = table.rows.iter().take(SAMPLED);
            let letters = rows
                .filter(|row| !row_is_wide(row))
                .filter_map(|row| row.cells.get(column))
                .map(|cell| cell.text.chars().count());
            letters.max().unwrap_or(0) as f32
        })
        .collect();
    let wanted = |letters: f32| (letters * LETTER + 20.0).clamp(NARROWEST, WIDEST);
    let sum: f32 = longest.iter().map(|letters| wanted(*letters)).sum();
    if sum <= room {
        let stretch = room / sum.max(1.0);
        return longest
            .iter()
            .map(|letters| wanted(*letters) * stretch)
            .collect();
    }
    // What short columns do not need goes to the long ones.
    let least = |letters: f32| wanted(letters).min(READABLE);
    let spare = room - longest.iter().map(|letters| least(*letters)).sum::<f32>();
    let weight = |letters: f32| wanted(letters) - least(letters);
    let weights: f32 = longest.iter().map(|letters| weight(*letters)).sum();
    longest
        .iter()
        .map(|letters| {
            let more = spare.max(0.0) * weight(*letters) / weights.max(1.0);
            least(*letters) + more
        })
        .collect()
}

/// One text over the whole row, such as a title: says nothing of its column.
fn row_is_wide(row: &Row) -> bool {
    row.cells
        .iter()
        .filter(|cell| !cell.text.trim().is_empty())
        .count()
        <= 1
}

/// Cells in doubt, by row number and column, with the reason.
type Doubtful<'a> = HashMap<(u32, Option<u32>), &'a str>;

/// Those in the rows shown.
fn doubtful_cells<'a>(ready: &'a Ready, table: &Table, shown: &Range<usize>) -> Doubtful<'a> {
    let number = |index: usize| table.rows.get(index).map(|row| row.number);
    let (Some(first), Some(last)) = (number(shown.start), number(shown.end.saturating_sub(1)))
    else {
        return HashMap::new();
    };
    let doubts = ready.understood.doubts.iter();
    doubts
        .filter(|doubt| (first..=last).contains(&doubt.row))
        .map(|doubt| ((doubt.row, doubt.column), doubt.why.as_str()))
        .collect()
}

/// The doubt that was jumped to and the row that shows it: a doubt about the whole table is shown at its headings.
fn jumped_to<'a>(ready: &'a Ready, table: &Table) -> Option<(usize, &'a Doubt)> {
    let doubt = ready.understood.doubts.get(ready.jump?)?;
    let of_row = table.rows.iter().position(|row| row.number == doubt.row);
    let headings = ready.understood.mapping.header.unwrap_or(0);
    Some((of_row.unwrap_or(headings), doubt))
}

fn row(
    ui: &mut Ui,
    ready: &Ready,
    table: &Table,
    index: usize,
    widths: &[f32],
    doubtful: &Doubtful<'_>,
    jumped_to: Option<&Doubt>,
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
    // What is written over all columns is not crossed by their lines.
    let over_all = left_out && row_is_wide(row);
    let mut x = rect.left() + NUMBER;
    let mut in_doubt = rect;
    for (column, width) in widths.iter().enumerate() {
        let cell = Rect::from_min_size(pos2(x, rect.top()), vec2(*width, ROW));
        let key = (row.number, u32::try_from(column).ok());
        if jumped_to.is_some_and(|doubt| doubt.column == key.1) {
            in_doubt = cell;
        }
        if doubtful.contains_key(&key) {
            painter.rect_filled(cell, 0.0, palette.doubt_wash);
        }
        if let Some(text) = row
            .cells
            .get(column)
            .map(|cell| cell.text.trim())
            .filter(|text| !text.is_empty())
        {
            let room = if over_all { rect.right() - x } else { *width } - space::MEDIUM;
            let galley = one_line(ui, text, room, ink);
            painter.galley(
                pos2(x + space::SMALL, rect.center().y - galley.size().y / 2.0),
                galley,
                ink,
            );
        }
        if !over_all || column == 0 {
            painter.vline(x, rect.y_range(), Stroke::new(1.0, palette.faint_line));
        }
        x += width;
    }
    if let Some(note) = fate_words(fate).filter(|_| over_all) {
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
    if jumped_to.is_some() {
        painter.rect_stroke(
            in_doubt,
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
fn tooltip(ui: &mut Ui, row: &Row, widths: &[f32], rect: Rect, doubtful: &Doubtful<'_>) {
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
