//! What one agency knew of one fact, in a few words and a form.

use egui::{Align2, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, vec2};

use super::matrix::{focus_ring, line_below, name_of, wrapped};
use crate::app::Open;
use crate::chronology::{Cell, Knows, Learnt, short_date};
use crate::dates;
use crate::model::{AgencyId, FactId};
use crate::ui::tokens::{self, Palette, knowledge, letter, palette, size, space};

/// A record speaks of it before the day that is entered.
pub const BEFORE: &str = "? before";

pub fn show(
    ui: &mut Ui,
    open: &Open,
    fact: FactId,
    agency: AgencyId,
    cell: &Cell,
    chosen: bool,
) -> Response {
    let extent = vec2(knowledge::COLUMN, knowledge::ROW);
    let (rect, response) = ui.allocate_exact_size(extent, Sense::click());
    let agency = open.review.agency(agency);
    let agency = agency.map_or("", |agency| agency.name.as_str());
    let name = format!("{agency}, {}: {}", name_of(open, fact), in_words(cell));
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, chosen, &name));
    if ui.is_rect_visible(rect) {
        paint(ui, rect, cell, chosen || response.hovered());
        line_below(ui, rect);
        focus_ring(ui, rect, &response);
        if chosen {
            let ring = Stroke::new(1.5, palette(ui).accent);
            let inside = rect.shrink(1.0);
            ui.painter()
                .rect_stroke(inside, 2.0, ring, egui::StrokeKind::Inside);
        }
    }
    response
        .on_hover_text(in_words(cell))
        .on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// “learnt on 12 June 2020, 427 days after the first; told 3 others”
fn in_words(cell: &Cell) -> String {
    let records = match cell.count_stated() {
        1 => "1 record speaks of it".to_owned(),
        count => format!("{count} records speak of it"),
    };
    match (cell.knows(), &cell.learnt) {
        (Knows::InRecords, _) => format!("{records}, nothing is entered"),
        (Knows::OnlyDenied, _) => "only denied or asked about in its records".to_owned(),
        (_, Some(learnt)) => {
            let mut words = format!("learnt {}", dates::spoken(&learnt.when));
            if let Some(after) = after(learnt) {
                words.push_str(&format!(", {after}"));
            }
            match cell.shared_with.len() {
                0 => {}
                1 => words.push_str("; told 1 other"),
                count => words.push_str(&format!("; told {count} others")),
            }
            if cell.mentioned_before.is_some() {
                words.push_str("; a record speaks of it before that day");
            }
            words
        }
        (_, None) => "nothing".to_owned(),
    }
}

fn after(learnt: &Learnt) -> Option<String> {
    Some(match learnt.days_after_first? {
        0 => "first day".to_owned(),
        1 => "1 day later".to_owned(),
        days => format!("{days} days later"),
    })
}

fn paint(ui: &Ui, rect: Rect, cell: &Cell, in_hand: bool) {
    let colours = palette(ui);
    let inner = rect.shrink2(vec2(space::TIGHT, space::TIGHT));
    if in_hand {
        ui.painter().rect_filled(rect, 0.0, colours.panel);
    }
    match (cell.knows(), &cell.learnt) {
        (Knows::Entered, Some(learnt)) => entered(ui, inner, cell, learnt),
        (Knows::InRecords, _) => {
            dashed(ui.painter(), colours, inner);
            let text = match cell.count_stated() {
                1 => "1 record,\nnot entered".to_owned(),
                count => format!("{count} records,\nnot entered"),
            };
            lines(ui, inner, &[(text, colours.doubt)]);
        }
        (Knows::OnlyDenied, _) => {
            let text = "denied or asked only".to_owned();
            lines(ui, inner, &[(text, colours.faint)]);
        }
        _ => {
            let font = tokens::sans(letter::BODY);
            let middle = rect.center();
            ui.painter()
                .text(middle, Align2::CENTER_CENTER, "–", font, colours.faint);
        }
    }
}

fn entered(ui: &Ui, inner: Rect, cell: &Cell, learnt: &Learnt) {
    let colours = palette(ui);
    ground(ui.painter(), colours, inner);
    let mut said = vec![(short_date(&learnt.when), colours.ink)];
    said.extend(after(learnt).map(|after| (after, colours.secondary)));
    let told = cell.shared_with.len();
    match (cell.mentioned_before.is_some(), told) {
        (false, 0) => {}
        (false, _) => said.push((format!("→ told {told}"), colours.accent)),
        (true, 0) => said.push((BEFORE.to_owned(), colours.doubt)),
        (true, _) => said.push((format!("{BEFORE}  → {told}"), colours.doubt)),
    }
    lines(ui, inner, &said);
}

fn lines(ui: &Ui, inner: Rect, said: &[(String, egui::Color32)]) {
    let left = inner.left() + knowledge::EDGE + space::TIGHT;
    let mut top = inner.top() + space::HAIR;
    let width = inner.right() - left;
    for (at, (text, ink)) in said.iter().enumerate() {
        let font = if at == 0 && said.len() > 1 {
            tokens::sans_strong(letter::SMALL)
        } else {
            tokens::sans(letter::SMALL)
        };
        let galley = wrapped(ui, text, font, *ink, width, 2);
        let height = galley.size().y;
        ui.painter().galley(Pos2::new(left, top), galley, *ink);
        top += height;
    }
}

/// What is entered: a ground with a solid edge.
pub fn ground(painter: &Painter, colours: &Palette, rect: Rect) {
    painter.rect_filled(rect, f32::from(size::ROUND_CHIP), colours.accent_wash);
    let edge = Rect::from_min_size(rect.min, vec2(knowledge::EDGE, rect.height()));
    painter.rect_filled(edge, 1.0, colours.accent);
}

/// What the records say and nobody entered: a dashed line around it.
pub fn dashed(painter: &Painter, colours: &Palette, rect: Rect) {
    let corners = [
        rect.left_top(),
        rect.right_top(),
        rect.right_bottom(),
        rect.left_bottom(),
        rect.left_top(),
    ];
    let line = Stroke::new(1.0, colours.doubt);
    for dash in Shape::dashed_line(&corners, line, knowledge::DASH, knowledge::DASH) {
        painter.add(dash);
    }
}
