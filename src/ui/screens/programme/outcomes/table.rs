//! A table of the evaluation: every figure in it opens its cases.

use egui::{Align, Layout, Ui, vec2};

use super::Shown;
use super::titled;
use crate::evaluation::{Cell, Row, Table};
use crate::ui::tokens::{figures, space};
use crate::ui::widgets::{Words, hairline, words};

/// Of a letter, for how wide a column must be.
const LETTER: f32 = 7.6;

pub(super) fn show(ui: &mut Ui, shown: &mut Shown<'_>, table: &Table) {
    titled(ui, &table.title);
    if !table.about.is_empty() {
        words(ui, Words::Small, table.about.as_str());
        ui.add_space(space::TIGHT);
    }
    let widths = widths(table, ui.available_width());
    ui.push_id(("table", &table.key), |ui| {
        ui.spacing_mut().item_spacing = vec2(space::SMALL, space::TIGHT);
        line(ui, |ui| {
            for (at, (column, width)) in table.columns.iter().zip(&widths).enumerate() {
                column_of(ui, *width, at, |ui| {
                    words(ui, Words::SmallStrong, column.as_str());
                });
            }
        });
        hairline(ui);
        for (at, row) in table.rows.iter().enumerate() {
            ui.push_id(at, |ui| one(ui, shown, table, row, &widths));
        }
    });
}

fn one(ui: &mut Ui, shown: &mut Shown<'_>, table: &Table, row: &Row, widths: &[f32]) {
    line(ui, |ui| {
        let mut widths = widths.iter().copied();
        column_of(ui, widths.next().unwrap_or_default(), 0, |ui| {
            words(ui, Words::Plain, row.name.as_str());
        });
        let columns = table.columns.iter().skip(1);
        for ((at, cell), (column, width)) in row.cells.iter().enumerate().zip(columns.zip(widths)) {
            let name = format!("{}, {column}: {}", row.name, cell.said);
            column_of(ui, width, at + 1, |ui| {
                if ui.push_id(at, |ui| pressed(ui, shown, cell, &name)).inner {
                    let words = format!("{}: {}, {}", table.title, row.name, lower(column));
                    let only = shown.counted.only(words, &cell.counts);
                    shown.open_cases(only);
                }
            });
        }
    });
    hairline(ui);
}

/// A figure of a table. It can be pressed where somebody stands behind it.
fn pressed(ui: &mut Ui, shown: &Shown<'_>, cell: &Cell, name: &str) -> bool {
    let is_figure = cell.count.is_some_and(|count| count > 0) || cell.value.is_some();
    if !is_figure || cell.low.is_some() || !shown.counted.cases.is_any(&cell.counts) {
        let style = match cell.count {
            Some(_) => Words::Plain,
            None => Words::Secondary,
        };
        words(ui, style, cell.said.as_str());
        return false;
    }
    super::spot::figure(ui, &cell.said, name)
}

fn line(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let place = vec2(ui.available_width(), 0.0);
    ui.allocate_ui_with_layout(place, Layout::left_to_right(Align::Min), contents);
}

fn column_of(ui: &mut Ui, width: f32, at: usize, contents: impl FnOnce(&mut Ui)) {
    ui.push_id(("column", at), |ui| {
        ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(width);
            contents(ui);
        });
    });
}

/// Columns as wide as their figures need, the first as the rest allows.
fn widths(table: &Table, room: f32) -> Vec<f32> {
    let columns = table.columns.len();
    let gaps = space::SMALL * columns.saturating_sub(1) as f32;
    let room = (room - gaps).max(figures::LEAST_NAME);
    let longest = |at: usize| {
        let cells = table.rows.iter().filter_map(|row| row.cells.get(at));
        let cells = cells.map(|cell| cell.said.chars().count()).max();
        let words = table.columns.get(at + 1).into_iter();
        let words = words.flat_map(|column| column.split(' '));
        let word = words.map(|word| word.chars().count()).max();
        cells.max(word).unwrap_or(0)
    };
    let mut others: Vec<f32> = (0..columns.saturating_sub(1))
        .map(|at| (longest(at) as f32 * LETTER).clamp(figures::STRETCH.1, figures::NAME))
        .collect();
    let wanted: f32 = others.iter().sum();
    let most = (room - figures::LEAST_NAME).max(0.0);
    if wanted > most {
        let part = most / wanted;
        others.iter_mut().for_each(|width| *width *= part);
    }
    let first = room - others.iter().sum::<f32>();
    let names = table.rows.iter().map(|row| row.name.chars().count());
    let needed = names.max().unwrap_or(0) as f32 * LETTER + space::MEDIUM;
    let mut widths = vec![needed.clamp(figures::LEAST_NAME, first.max(figures::LEAST_NAME))];
    widths.extend(others);
    widths
}

fn lower(words: &str) -> String {
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => String::new(),
    }
}
