//! One row of the table: laid out, drawn, clicked.

use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{Color32, FontId, Galley, Rect, Sense, Stroke, Ui, pos2, vec2};

use super::cells::{self, Chip, Ground};
use super::columns::{Columns, Place};
use crate::app::{Action, ChronologyAction, Open, Selecting};
use crate::chronology::Column;
use crate::model::Entry;
use crate::ui::tokens::{self, Palette, letter, palette, size};

/// Lines of a cell shown in the table; the whole stands in the detail pane.
const LINES: usize = 4;
const PADDING: f32 = 10.0;
const CHIP: f32 = 18.0;
const BETWEEN: f32 = 4.0;
const CHIP_INSET: f32 = 6.0;

/// A row's text, laid out, with its places from the row's upper left corner.
pub struct LaidRow {
    texts: Vec<(f32, f32, Arc<Galley>)>,
    chips: Vec<(Rect, Ground, Arc<Galley>)>,
    pub height: f32,
}

impl LaidRow {
    pub fn of(ui: &Ui, open: &Open, index: usize, entry: &Entry, columns: &Columns) -> Self {
        let mut row = Self {
            texts: Vec::new(),
            chips: Vec::new(),
            height: 0.0,
        };
        for place in &columns.places {
            let bottom = row.cell(ui, open, index, entry, *place);
            row.height = row.height.max(bottom);
        }
        row.height += PADDING;
        row
    }

    /// Lays out one cell; returns where it ends.
    fn cell(&mut self, ui: &Ui, open: &Open, index: usize, entry: &Entry, place: Place) -> f32 {
        let palette = palette(ui);
        let sans = tokens::sans(letter::SMALL + 0.5);
        match place.column {
            Column::When => self.when(ui, entry, place),
            Column::Text | Column::Response => {
                let serif = tokens::serif(letter::MATTER);
                let ink = if entry.withdrawn.is_some() {
                    palette.secondary
                } else {
                    palette.ink
                };
                let words = cells::words(open, index, entry, place.column);
                let mut bottom = self.text(ui, &words, serif, ink, place, PADDING - 1.0);
                if place.column == Column::Text {
                    let chips = cells::chips(open, entry);
                    bottom = self.chips(ui, &chips, place, bottom + BETWEEN, 1);
                }
                bottom
            }
            Column::Tags => {
                let chips = cells::tag_chips(open, entry);
                self.chips(ui, &chips, place, PADDING, LINES)
            }
            column => {
                let ink = if column == Column::Claim {
                    palette.harm
                } else {
                    palette.secondary
                };
                let words = cells::words(open, index, entry, column);
                self.text(ui, &words, sans, ink, place, PADDING + 1.0)
            }
        }
    }

    fn when(&mut self, ui: &Ui, entry: &Entry, place: Place) -> f32 {
        let palette = palette(ui);
        let strong = tokens::sans_strong(letter::BODY);
        let below = self.text(
            ui,
            cells::wording(entry),
            strong,
            palette.ink,
            place,
            PADDING,
        );
        let Some(understanding) = cells::understanding(entry) else {
            return below;
        };
        let ink = if entry.when.is_doubtful() {
            palette.doubt
        } else {
            palette.secondary
        };
        let small = tokens::sans(letter::SMALL);
        self.text(ui, &understanding, small, ink, place, below + 2.0)
    }

    fn text(
        &mut self,
        ui: &Ui,
        words: &str,
        font: FontId,
        ink: Color32,
        place: Place,
        top: f32,
    ) -> f32 {
        if words.is_empty() {
            return top;
        }
        let galley = lay(ui, words, font, ink, place.inner(), LINES);
        let bottom = top + galley.size().y;
        self.texts.push((place.left, top, galley));
        bottom
    }

    /// Lays chips out in so many lines; what has no room is counted in a last one.
    fn chips(&mut self, ui: &Ui, chips: &[Chip], place: Place, top: f32, lines: usize) -> f32 {
        if chips.is_empty() {
            return top - BETWEEN;
        }
        let right = place.left + place.inner();
        let (mut x, mut y, mut line) = (place.left, top, 1);
        for (at, (words, ground)) in chips.iter().enumerate() {
            let left = chips.len() - at;
            let small = tokens::sans(letter::SMALL);
            let most = place.inner() - 2.0 * CHIP_INSET;
            let ink = ink_on(palette(ui), *ground);
            let mut galley = lay(ui, words, small.clone(), ink, most, 1);
            // Room for “+3” behind it, where more follow on the last line.
            let kept = if left > 1 && line == lines {
                size::CHIP + CHIP_INSET
            } else {
                0.0
            };
            let width = |galley: &Galley| galley.size().x + 2.0 * CHIP_INSET;
            if x + width(&galley) + kept > right && x > place.left && line < lines {
                (x, y, line) = (place.left, y + CHIP + BETWEEN, line + 1);
            }
            let fits = x + width(&galley) + kept <= right;
            if !fits && (x > place.left || left > 1) && line == lines {
                galley = lay(ui, &format!("+{left}"), small, ink, most, 1);
            }
            let rect = Rect::from_min_size(pos2(x, y), vec2(width(&galley), CHIP));
            self.chips.push((rect, *ground, galley));
            if !fits && line == lines {
                break;
            }
            x = rect.right() + CHIP_INSET;
        }
        y + CHIP
    }

    pub fn draw(&self, ui: &Ui, corner: egui::Pos2) {
        let palette = palette(ui);
        let painter = ui.painter();
        for (x, y, galley) in &self.texts {
            let at = corner + vec2(*x, *y);
            painter.galley(at, Arc::clone(galley), palette.ink);
        }
        for (rect, ground, galley) in &self.chips {
            let rect = rect.translate(corner.to_vec2());
            painter.rect_filled(rect, size::ROUND_CHIP, wash(palette, *ground));
            let at = pos2(
                rect.left() + CHIP_INSET,
                rect.center().y - galley.size().y / 2.0,
            );
            painter.galley(at, Arc::clone(galley), palette.ink);
        }
    }
}

fn ink_on(palette: &Palette, ground: Ground) -> Color32 {
    match ground {
        Ground::Plain => palette.secondary,
        Ground::Accent => palette.accent,
        Ground::Doubt => palette.doubt,
        Ground::Harm => palette.harm,
    }
}

fn wash(palette: &Palette, ground: Ground) -> Color32 {
    match ground {
        Ground::Plain => palette.raised,
        Ground::Accent => palette.accent_wash,
        Ground::Doubt => palette.doubt_wash,
        Ground::Harm => palette.harm_wash,
    }
}

pub fn lay(
    ui: &Ui,
    text: &str,
    font: FontId,
    colour: Color32,
    width: f32,
    lines: usize,
) -> Arc<Galley> {
    let mut job = LayoutJob::simple(
        beginning(text, width, lines).to_owned(),
        font,
        colour,
        width,
    );
    job.wrap = TextWrapping {
        max_width: width,
        max_rows: lines,
        ..TextWrapping::default()
    };
    ui.painter().layout_job(job)
}

/// More letters than these never fit, however thin: a cell may hold a whole document.
fn beginning(text: &str, width: f32, lines: usize) -> &str {
    let most = (width as usize + 8) * lines;
    text.char_indices()
        .nth(most)
        .map_or(text, |(end, _)| &text[..end])
}

/// The ground of a row, what it is called, and what a click on it does.
pub fn ground(
    ui: &Ui,
    open: &Open,
    index: usize,
    entry: &Entry,
    rect: Rect,
    actions: &mut Vec<Action>,
) {
    let palette = palette(ui);
    let selected = open.chronology.selected.contains(&entry.id);
    let id = ui.scope_id().with(("entry", entry.id.0));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| {
        let words = cells::aloud(open, index, entry);
        egui::WidgetInfo::selected(egui::Role::Row, true, selected, words)
    });
    let painter = ui.painter();
    if selected {
        painter.rect_filled(rect, 0.0, palette.accent_wash);
    } else if response.hovered() {
        painter.rect_filled(rect, 0.0, palette.panel);
    }
    if open.chronology.current == Some(entry.id) {
        let mark = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
        painter.rect_filled(mark, 0.0, palette.accent);
    }
    if response.has_focus() {
        let focus = Stroke::new(1.5, palette.accent);
        painter.rect_stroke(rect, 2.0, focus, egui::StrokeKind::Inside);
    }
    let line = Stroke::new(1.0, palette.faint_line);
    painter.hline(rect.x_range(), rect.bottom(), line);
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
