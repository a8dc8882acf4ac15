//! How knowledge of one fact passed from agency to agency: lanes over time, arrows between them.

use egui::epaint::CubicBezierShape;
use egui::{Color32, Mesh, Painter, Pos2, Rect, Sense, Shape, Stroke, Ui, pos2, vec2};

use super::legend;
use super::matrix::{focus_ring, wrapped};
use crate::app::{Action, KnowledgeAction, Open, Story};
use crate::chronology::{LaidArrow, LaidKnowing, LaidLane, LaidPassing, PassingLane};
use crate::model::{Certainty, KnowingId};
use crate::ui::tokens::{self, Palette, knowledge, letter, palette, size, space, timeline};
use crate::ui::widgets::{Words, heading, words};

pub fn show(ui: &mut Ui, open: &Open, story: &Story, actions: &mut Vec<Action>) {
    let mut facts = open.review.facts.iter();
    let Some(fact) = facts.find(|fact| fact.id == story.fact) else {
        return;
    };
    heading(ui, &fact.name);
    if !fact.note.is_empty() {
        ui.scope(|ui| {
            ui.set_max_width(size::PROSE);
            words(ui, Words::Secondary, fact.note.as_str());
        });
    }
    if story.passing.lanes.is_empty() {
        let text = "Nothing is entered of who knew it, and no record speaks of it. Put its words right beside the matrix, or choose a cell to enter that an agency knew.";
        words(ui, Words::Secondary, text);
        return;
    }
    let lanes = story.passing.lanes.len() as f32 * knowledge::LANE;
    let height = timeline::SCALE + lanes + timeline::KEY_NAMES;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let place = Place {
        rect,
        left: rect.left() + size::LANE_NAME,
        top: rect.top() + timeline::SCALE,
    };
    let laid = story.passing.laid(place.width());
    if laid.ticks.is_empty() && laid.lanes.is_empty() {
        words(
            ui,
            Words::Secondary,
            "No date is entered or understood yet.",
        );
    }
    scale(ui, &place, &laid);
    key_dates(ui, &place, &laid);
    for (at, lane) in story.passing.lanes.iter().enumerate() {
        name(ui, &place, at, lane);
        if let Some(laid) = laid.lanes.get(at) {
            mentions(ui, &place, at, laid);
        }
    }
    for arrow in &laid.arrows {
        paint_arrow(ui.painter(), palette(ui), &place, arrow);
    }
    for (at, lane) in story.passing.lanes.iter().enumerate() {
        for mark in laid.lanes.get(at).into_iter().flat_map(|lane| &lane.learnt) {
            let sentence = sentence(story, mark.knowing);
            if learnt(ui, &place, at, mark, sentence) {
                let chosen = KnowledgeAction::Choose(story.fact, Some(lane.agency));
                actions.push(chosen.into());
            }
        }
    }
    ui.horizontal_wrapped(legend::of_drawing);
}

struct Place {
    rect: Rect,
    /// Where the time scale begins.
    left: f32,
    /// Where the first lane begins.
    top: f32,
}

impl Place {
    fn width(&self) -> f32 {
        self.rect.right() - space::SMALL - self.left
    }

    fn y(&self, lane: usize) -> f32 {
        self.top + (lane as f32 + 0.5) * knowledge::LANE
    }

    fn bottom(&self) -> f32 {
        self.rect.bottom() - timeline::KEY_NAMES
    }
}

fn sentence(story: &Story, knowing: KnowingId) -> &str {
    let mut told = story.told.iter();
    told.find(|told| told.knowing == Some(knowing))
        .map_or("", |told| told.sentence.as_str())
}

fn scale(ui: &Ui, place: &Place, laid: &LaidPassing) {
    let colours = palette(ui);
    let mut free = f32::NEG_INFINITY;
    for tick in &laid.ticks {
        let x = place.left + tick.x;
        let rows = (place.top - space::TIGHT)..=place.bottom();
        let line = if tick.major {
            colours.line
        } else {
            colours.faint_line
        };
        ui.painter().vline(x, rows, Stroke::new(1.0, line));
        let font = tokens::sans(letter::SMALL);
        let ink = colours.secondary;
        let galley = ui.painter().layout_no_wrap(tick.label.clone(), font, ink);
        let end = x + space::TIGHT + galley.size().x;
        if x >= free && end <= place.rect.right() {
            let at = pos2(x + space::TIGHT, place.rect.top() + space::HAIR);
            ui.painter().galley(at, galley, ink);
            free = end + space::SMALL;
        }
    }
}

/// A line through all lanes with its name below them; a name without room is left out.
fn key_dates(ui: &Ui, place: &Place, laid: &LaidPassing) {
    let colours = palette(ui);
    let mut taken: Vec<Rect> = Vec::new();
    for (label, x) in &laid.key_dates {
        let x = place.left + x;
        let ends = [pos2(x, place.top), pos2(x, place.bottom())];
        let line = Stroke::new(1.5, colours.secondary);
        for dash in Shape::dashed_line(&ends, line, knowledge::DASH, knowledge::DASH) {
            ui.painter().add(dash);
        }
        let font = tokens::sans(letter::SMALL);
        let galley = ui
            .painter()
            .layout_no_wrap(label.clone(), font, colours.secondary);
        let extent = galley.size();
        let left = (x - extent.x / 2.0).min(place.rect.right() - extent.x);
        let name = Rect::from_min_size(pos2(left, place.bottom() + space::HAIR), extent);
        if taken
            .iter()
            .all(|other| !other.expand(space::TIGHT).intersects(name))
        {
            ui.painter().galley(name.min, galley, colours.secondary);
            taken.push(name);
        }
    }
}

fn name(ui: &Ui, place: &Place, at: usize, lane: &PassingLane) {
    let colours = palette(ui);
    let y = place.y(at);
    let line = Stroke::new(1.0, colours.faint_line);
    ui.painter().hline(place.left..=place.rect.right(), y, line);
    let text = match lane.undated {
        0 => lane.name.clone(),
        _ => format!("{} (no date)", lane.name),
    };
    let font = tokens::sans(letter::SMALL);
    let width = size::LANE_NAME - space::SMALL;
    let galley = wrapped(ui, &text, font, colours.ink, width, 2);
    let top = y - galley.size().y / 2.0;
    let at = pos2(place.rect.left(), top);
    ui.painter().galley(at, galley, colours.ink);
}

/// An upright stroke for each record that speaks of it.
fn mentions(ui: &Ui, place: &Place, at: usize, lane: &LaidLane) {
    let y = place.y(at);
    let line = Stroke::new(1.5, palette(ui).faint);
    for (x, _) in &lane.mentions {
        let rows = (y - knowledge::STROKE)..=(y + knowledge::STROKE);
        ui.painter().vline(place.left + x, rows, line);
    }
}

/// Returns whether it was pressed.
fn learnt(ui: &mut Ui, place: &Place, at: usize, mark: &LaidKnowing, sentence: &str) -> bool {
    let colours = palette(ui);
    let y = place.y(at);
    let (left, right) = (place.left + mark.left, place.left + mark.right);
    let reach = knowledge::MARK + space::HAIR;
    let around = Rect::from_min_max(
        pos2(left - reach, y - reach),
        pos2(right + reach, y + reach),
    );
    let id = ui.scope_id().with(("learnt", mark.knowing));
    let response = ui.interact(around, id, Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, sentence));
    let colour = match mark.certainty {
        Certainty::Uncertain => colours.doubt,
        Certainty::Exact | Certainty::Approximate | Certainty::Inferred => colours.mark,
    };
    if mark.is_point() {
        if mark.fades_left || mark.fades_right {
            let reach = vec2(knowledge::MARK + timeline::FADE, timeline::BAR / 2.0);
            let fading = Rect::from_center_size(pos2(left, y), reach * 2.0);
            fading_bar(ui.painter(), fading, colour, (true, true));
        }
        ui.painter()
            .circle_filled(pos2(left, y), knowledge::MARK, colour);
    } else {
        let half = timeline::BAR / 2.0;
        let bar = Rect::from_min_max(pos2(left, y - half), pos2(right, y + half));
        let fades = (mark.fades_left, mark.fades_right);
        fading_bar(ui.painter(), bar, colour, fades);
    }
    if response.hovered() {
        let ring = Stroke::new(1.0, colours.accent);
        let round = f32::from(size::ROUND_CHIP);
        ui.painter()
            .rect_stroke(around, round, ring, egui::StrokeKind::Outside);
    }
    focus_ring(ui, around.expand(space::HAIR), &response);
    response
        .on_hover_text(sentence)
        .on_hover_cursor(egui::CursorIcon::PointingHand)
        .clicked()
}

/// A bar of which either end may fade out.
pub fn fading_bar(painter: &Painter, bar: Rect, colour: Color32, (left, right): (bool, bool)) {
    let solid = colour.gamma_multiply(0.7);
    let third = bar.width() / 3.0;
    let from = bar.left() + if left { third } else { 0.0 };
    let until = bar.right() - if right { third } else { 0.0 };
    let mut mesh = Mesh::default();
    for (x, colour) in [
        (bar.left(), if left { Color32::TRANSPARENT } else { solid }),
        (from, solid),
        (until, solid),
        (
            bar.right(),
            if right { Color32::TRANSPARENT } else { solid },
        ),
    ] {
        mesh.colored_vertex(pos2(x, bar.top()), colour);
        mesh.colored_vertex(pos2(x, bar.bottom()), colour);
    }
    for first in [0, 2, 4] {
        mesh.add_triangle(first, first + 1, first + 2);
        mesh.add_triangle(first + 1, first + 2, first + 3);
    }
    painter.add(Shape::mesh(mesh));
}

/// Leaves the giver's lane sideways and comes to the receiver's mark from the side.
fn paint_arrow(painter: &Painter, colours: &Palette, place: &Place, arrow: &LaidArrow) {
    let x = place.left + arrow.x;
    let side = arrow.bow.signum();
    let from = pos2(x - side * space::HAIR, place.y(arrow.from));
    let tip = pos2(
        x - side * (knowledge::MARK + space::HAIR),
        place.y(arrow.to),
    );
    let foot = pos2(tip.x - side * knowledge::ARROW, tip.y);
    let out = |end: Pos2| pos2(x - arrow.bow * 4.0 / 3.0, end.y);
    let line = Stroke::new(1.5, colours.ink);
    painter.add(CubicBezierShape::from_points_stroke(
        [from, out(from), out(foot), foot],
        false,
        Color32::TRANSPARENT,
        line,
    ));
    painter.circle(from, space::HAIR + 1.0, colours.paper, line);
    arrow_head(painter, colours, tip, side);
}

/// `side`: 1 where it points to the right, -1 to the left.
pub fn arrow_head(painter: &Painter, colours: &Palette, tip: Pos2, side: f32) {
    let foot = pos2(tip.x - side * knowledge::ARROW, tip.y);
    let half = vec2(0.0, knowledge::ARROW / 2.0 + 1.0);
    painter.add(Shape::convex_polygon(
        vec![tip, foot - half, foot + half],
        colours.ink,
        Stroke::NONE,
    ));
}
