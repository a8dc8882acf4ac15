//! Facts down, agencies across: the facts stay where they are while the agencies scroll sideways.

use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{Color32, FontId, Galley, Pos2, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, vec2};

use super::cell;
use crate::app::{Action, KnowledgeAction, Known, Open};
use crate::chronology::FactRow;
use crate::model::{AgencyId, FactId};
use crate::ui::tokens::{self, knowledge, letter, palette, size, space};

pub fn show(ui: &mut Ui, open: &Open, known: &Known, actions: &mut Vec<Action>) {
    let heads: Vec<Arc<Galley>> = known
        .matrix
        .agencies
        .iter()
        .map(|agency| head(ui, open, *agency))
        .collect();
    let tallest = heads.iter().map(|head| head.size().y).fold(0.0, f32::max);
    let head_height = tallest + space::SMALL;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(knowledge::FACT);
                ui.allocate_exact_size(vec2(knowledge::FACT, head_height), Sense::hover());
                for row in &known.matrix.facts {
                    fact(ui, open, row, actions);
                }
            });
            ScrollArea::horizontal()
                .id_salt("who knew what")
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    ui.vertical(|ui| {
                        agencies(ui, open, known, heads, head_height);
                        for row in &known.matrix.facts {
                            cells(ui, open, known, row, actions);
                        }
                        // The bar for scrolling sideways lies over nothing that is to be read.
                        ui.add_space(space::MEDIUM);
                    });
                });
        });
    });
}

fn agencies(ui: &mut Ui, open: &Open, known: &Known, heads: Vec<Arc<Galley>>, height: f32) {
    ui.horizontal(|ui| {
        for (agency, head) in known.matrix.agencies.iter().zip(heads) {
            let (rect, response) =
                ui.allocate_exact_size(vec2(knowledge::COLUMN, height), Sense::hover());
            let name = open.review.agency(*agency);
            let name = name.map_or("", |agency| agency.name.as_str());
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, name));
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_role(egui::accesskit::Role::ColumnHeader);
                node.set_label(name);
            });
            response.on_hover_text(name);
            let top = rect.bottom() - space::TIGHT - head.size().y;
            let at = Pos2::new(rect.left() + space::SMALL, top);
            ui.painter().galley(at, head, palette(ui).secondary);
        }
    });
}

fn cells(ui: &mut Ui, open: &Open, known: &Known, row: &FactRow, actions: &mut Vec<Action>) {
    let state = &open.analysis.knowledge;
    ui.horizontal(|ui| {
        for (agency, cell) in known.matrix.agencies.iter().zip(&row.cells) {
            let chosen = (state.fact, state.agency) == (Some(row.fact), Some(*agency));
            if cell::show(ui, open, row.fact, *agency, cell, chosen).clicked() {
                actions.push(KnowledgeAction::Choose(row.fact, Some(*agency)).into());
            }
        }
    });
}

/// A fact's name, which opens what is said of it.
fn fact(ui: &mut Ui, open: &Open, row: &FactRow, actions: &mut Vec<Action>) {
    let colours = palette(ui);
    let extent = vec2(knowledge::FACT, knowledge::ROW);
    let (rect, response) = ui.allocate_exact_size(extent, Sense::click());
    let name = name_of(open, row.fact);
    let drawn = open.analysis.knowledge.drawn() == Some(row.fact);
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, drawn, name));
    let font = if drawn {
        tokens::serif_strong(letter::BODY)
    } else {
        tokens::serif(letter::BODY)
    };
    let inner = rect.shrink2(vec2(space::TIGHT, space::HAIR));
    let galley = wrapped(ui, name, font, colours.ink, inner.width() - space::SMALL, 3);
    if response.hovered() || drawn {
        ui.painter().rect_filled(rect, 0.0, colours.panel);
    }
    let at = Pos2::new(inner.left(), rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, colours.ink);
    line_below(ui, rect);
    focus_ring(ui, rect, &response);
    let response = response
        .on_hover_text(name)
        .on_hover_cursor(egui::CursorIcon::PointingHand);
    if response.clicked() {
        actions.push(KnowledgeAction::Choose(row.fact, None).into());
    }
}

pub fn name_of(open: &Open, fact: FactId) -> &str {
    let mut facts = open.review.facts.iter();
    let fact = facts.find(|known| known.id == fact);
    fact.map_or("", |fact| fact.name.as_str())
}

fn head(ui: &Ui, open: &Open, agency: AgencyId) -> Arc<Galley> {
    let agency = open.review.agency(agency);
    let name = agency.map_or("", |agency| agency.name.as_str());
    let width = knowledge::COLUMN - space::SMALL - space::TIGHT;
    let font = tokens::sans(letter::SMALL);
    let ink = palette(ui).secondary;
    wrapped(ui, name, font, ink, width, knowledge::NAME_LINES)
}

/// Text in so many lines at most, cut with “…”.
pub fn wrapped(
    ui: &Ui,
    text: &str,
    font: FontId,
    ink: Color32,
    width: f32,
    lines: usize,
) -> Arc<Galley> {
    let mut job = LayoutJob::simple(text.to_owned(), font, ink, width);
    job.wrap = TextWrapping {
        max_width: width,
        max_rows: lines,
        ..TextWrapping::default()
    };
    ui.painter().layout_job(job)
}

pub fn line_below(ui: &Ui, rect: Rect) {
    let line = Stroke::new(1.0, palette(ui).faint_line);
    ui.painter().hline(rect.x_range(), rect.bottom(), line);
}

pub fn focus_ring(ui: &Ui, rect: Rect, response: &egui::Response) {
    if response.has_focus() {
        let ring = Stroke::new(2.0, palette(ui).accent);
        let round = f32::from(size::ROUND_CHIP);
        ui.painter()
            .rect_stroke(rect.shrink(1.0), round, ring, StrokeKind::Inside);
    }
}
