//! Where the parts of a table of figures stand.

use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{Align, Color32, FontId, Galley, Ui};

use super::{Grid, Head};
use crate::ui::tokens::{self, figures, letter, space};

/// Where everything stands.
pub(super) struct Laid {
    pub(super) width: f32,
    pub(super) height: f32,
    /// Width of the names, and of all that stands still.
    pub(super) name: f32,
    pub(super) still: f32,
    pub(super) column: f32,
    pub(super) head: f32,
    pub(super) body: f32,
    /// Of each line, from the top.
    pub(super) tops: Vec<f32>,
    pub(super) heights: Vec<f32>,
    pub(super) names: Vec<Arc<Galley>>,
}

impl Laid {
    pub(super) fn of(ui: &Ui, grid: &Grid<'_>) -> Self {
        let width = ui.available_width();
        let name = (width * figures::NAME_SHARE).clamp(figures::LEAST_NAME, figures::NAME);
        let fixed: f32 = grid.fixed.iter().map(|(_, width)| width).sum();
        let still = name + fixed;
        let count = grid.heads.len().max(1) as f32;
        let column = ((width - still) / count).clamp(grid.column.0, grid.column.1);
        let fixed_heads = grid.fixed.iter().map(|(head, width)| (head, *width));
        let heads = grid.heads.iter().map(|head| (head, column));
        let head = fixed_heads
            .chain(heads)
            .map(|(head, width)| head_galley(ui, head, width).size().y)
            .fold(0.0, f32::max)
            + space::SMALL;
        let names: Vec<Arc<Galley>> = grid
            .lines
            .iter()
            .map(|line| {
                let font = match line.strong {
                    true => tokens::sans_strong(letter::BODY),
                    false => tokens::sans(letter::BODY),
                };
                let shown = match line.part {
                    true => format!("– {}", line.name),
                    false => line.name.clone(),
                };
                lay(ui, &shown, font, name - space::SMALL, 3)
            })
            .collect();
        let mut tops = Vec::new();
        let mut heights = Vec::new();
        let mut y = head;
        for (line, galley) in grid.lines.iter().zip(&names) {
            y += if line.parted { space::SMALL } else { 0.0 };
            let height = (galley.size().y + space::TIGHT).max(figures::ROW);
            tops.push(y);
            heights.push(height);
            y += height;
        }
        let days = if grid.days.is_empty() {
            0.0
        } else {
            figures::DAYS
        };
        Self {
            width,
            height: y + days + figures::FOOT,
            name,
            still,
            column,
            head,
            body: y - head,
            tops,
            heights,
            names,
        }
    }

    /// What stands between the names and a fixed column.
    pub(super) fn before(&self, grid: &Grid<'_>, place: usize) -> f32 {
        grid.fixed.iter().take(place).map(|(_, width)| width).sum()
    }
}

pub(super) fn head_galley(ui: &Ui, head: &Head, width: f32) -> Arc<Galley> {
    let width = match head.wide {
        true => f32::INFINITY,
        false => width - space::TIGHT,
    };
    let font = tokens::sans_strong(letter::SMALL);
    let mut job = LayoutJob::simple(head.text.clone(), font, Color32::PLACEHOLDER, width);
    job.wrap.max_rows = figures::HEAD_LINES;
    job.wrap.max_width = width;
    job.halign = Align::Center;
    ui.painter().layout_job(job)
}

pub(super) fn lay(ui: &Ui, text: &str, font: FontId, width: f32, lines: usize) -> Arc<Galley> {
    let mut job = LayoutJob::simple(text.to_owned(), font, Color32::PLACEHOLDER, width);
    job.wrap = TextWrapping {
        max_width: width,
        max_rows: lines,
        break_anywhere: false,
        overflow_character: Some('…'),
    };
    ui.painter().layout_job(job)
}
