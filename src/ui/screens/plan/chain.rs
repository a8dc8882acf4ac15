//! The chain as a picture: questions at the left, what changed at the right, and lines that join them. A step that is chosen lets all that
//! leads to it and all that it leads to stand out.

use std::collections::{BTreeSet, HashMap};

use egui::{
    Color32, CursorIcon, Rect, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, epaint, pos2, vec2,
};

use super::chain_cards::{self, Card};
use super::line::short;
use super::no_questions;
use crate::app::{Action, Open, PlanAction};
use crate::drafting::{ChainStep, Target};
use crate::ui::tokens::{chain, palette, size, space};
use crate::ui::widgets::{Words, label, link, small, words};

pub fn show(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let review = &open.review;
    if review.questions.is_empty()
        && review.findings.is_empty()
        && review.recommendations.is_empty()
    {
        return no_questions(ui, actions);
    }
    ScrollArea::both()
        .id_salt("chain")
        .auto_shrink(false)
        .show(ui, |ui| {
            egui::Frame::new()
                .inner_margin(egui::Margin::symmetric(24, 16))
                .show(ui, |ui| {
                    let wide = ui.available_width();
                    ui.scope(|ui| {
                        ui.set_max_width(wide);
                        ui.scope(|ui| loose_ends(ui, open, actions));
                        in_hand(ui, open, actions);
                    });
                    picture(ui, open, wide, actions);
                });
        });
}

/// What is missing, by kind, each with the steps that lack it.
fn loose_ends(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let review = &open.review;
    let mut all = chain_cards::loose_ends(open).peekable();
    if all.peek().is_none() {
        words(
            ui,
            Words::Done,
            "The chain holds: nothing is missing at any step.",
        );
        return;
    }
    words(ui, Words::SmallStrong, "Loose ends");
    ui.spacing_mut().item_spacing.y = space::HAIR;
    ui.spacing_mut().interact_size.y = space::MEDIUM;
    for (kind, steps) in all {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::TIGHT;
            let count = steps.len();
            words(ui, Words::Doubt, format!("{count} {}:", kind.words(count)));
            for step in steps {
                let response = ui
                    .push_id((kind, step), |ui| link(ui, &step.number(review)))
                    .inner;
                let name = step.words(review);
                response.widget_info(|| WidgetInfo::labeled(Role::Link, true, name.as_str()));
                if response
                    .on_hover_text(short(step.text(review), 200))
                    .clicked()
                {
                    actions.push(Action::Plan(PlanAction::Go(*step)));
                }
            }
        });
    }
    ui.add_space(space::SMALL);
}

/// The step that is chosen, in full.
fn in_hand(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let review = &open.review;
    let Some(step) = open.plan.step else {
        let how = "Choose a step: all that leads to it and all that it leads to stands out.";
        words(ui, Words::Secondary, how);
        return;
    };
    words(ui, Words::SmallStrong, step.words(review));
    words(ui, Words::Matter, short(step.text(review), 1_000));
    let rests_on = match step {
        ChainStep::Finding(_) => step.finding(review).map(|each| each.entries.len()),
        ChainStep::Recommendation(_) => step.recommendation(review).map(|each| each.entries.len()),
        _ => None,
    };
    let cited = match step {
        ChainStep::Finding(id) => open.derived.standing.chain.cited(Target::Finding(id)),
        ChainStep::Recommendation(id) => open
            .derived
            .standing
            .chain
            .cited(Target::Recommendation(id)),
        _ => &[],
    };
    let mut facts = Vec::new();
    match rests_on {
        Some(1) => facts.push("Rests on 1 entry".to_owned()),
        Some(count) => facts.push(format!("Rests on {count} entries")),
        None => {}
    }
    if !cited.is_empty() {
        let numbers: Vec<&str> = cited.iter().map(|place| place.number.as_str()).collect();
        facts.push(format!("cited in {}", numbers.join(", ")));
    }
    ui.horizontal_wrapped(|ui| {
        if small(ui, true, "Open this step").clicked() {
            actions.push(Action::Plan(PlanAction::Go(step)));
        }
        if small(ui, true, "Show the whole chain").clicked() {
            actions.push(Action::Plan(PlanAction::LookThrough(None)));
        }
        words(ui, Words::Small, facts.join(" · "));
    });
}

fn picture(ui: &mut Ui, open: &Open, wide: f32, actions: &mut Vec<Action>) {
    let columns = chain_cards::columns(&open.review);
    let gaps = chain::ACROSS * (columns.len() - 1) as f32;
    let (least, most) = chain::COLUMN;
    let width = ((wide - gaps) / columns.len() as f32).clamp(least, most);
    ui.add_space(space::SMALL);
    let corner = ui.next_widget_position();
    for (place, (name, steps)) in (0_u16..).zip(&columns) {
        let left = corner.x + f32::from(place) * (width + chain::ACROSS);
        let head_at = Rect::from_min_size(pos2(left, corner.y), vec2(width, size::CHIP));
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        let head = egui::UiBuilder::new().max_rect(head_at).layout(layout);
        ui.scope_builder(head, |ui| {
            label(ui, Words::SmallStrong, format!("{name} · {}", steps.len()));
        });
    }
    let cards = chain_cards::laid_out(ui, open, corner + vec2(0.0, size::CONTROL), width);
    let bottom = cards.iter().map(|card| card.rect.bottom());
    let bottom = bottom.fold(corner.y + size::CONTROL, f32::max);
    let across = width * columns.len() as f32 + gaps;
    let whole = Rect::from_min_max(corner, pos2(corner.x + across, bottom + space::LARGE));
    ui.allocate_rect(whole, Sense::hover());

    let derived = &open.derived.standing.chain;
    let through = open.plan.step.map(|step| derived.through(step));
    let places: HashMap<ChainStep, Rect> =
        cards.iter().map(|card| (card.step, card.rect)).collect();
    for is_through in [false, true] {
        for (from, to) in derived.links() {
            let is_on = on_chain(through.as_ref(), from) && on_chain(through.as_ref(), to);
            if is_on == is_through
                && let (Some(from), Some(to)) = (places.get(&from), places.get(&to))
            {
                line(ui, *from, *to, is_through && through.is_some());
            }
        }
    }
    for card in &cards {
        let is_on = on_chain(through.as_ref(), card.step);
        one(ui, open, card, is_on, actions);
    }
}

/// Whether a step is on the chain that stands out; with none chosen, all are.
fn on_chain(through: Option<&BTreeSet<ChainStep>>, step: ChainStep) -> bool {
    through.is_none_or(|through| through.contains(&step))
}

fn line(ui: &Ui, from: Rect, to: Rect, stands_out: bool) {
    let palette = palette(ui);
    let stroke = match stands_out {
        true => Stroke::new(2.0, palette.accent),
        false => Stroke::new(1.0, palette.line),
    };
    let (start, end) = (from.right_center(), to.left_center());
    let bend = vec2((end.x - start.x) / 2.0, 0.0);
    ui.painter()
        .add(epaint::CubicBezierShape::from_points_stroke(
            [start, start + bend, end - bend, end],
            false,
            Color32::TRANSPARENT,
            stroke,
        ));
}

fn one(ui: &mut Ui, open: &Open, card: &Card, is_on: bool, actions: &mut Vec<Action>) {
    let palette = palette(ui);
    let is_chosen = open.plan.step == Some(card.step);
    let id = ui.scope_id().with(card.step);
    let response = ui.interact(card.rect, id, Sense::click());
    let name = spoken(open, card.step);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, name.as_str()));
    let edge = if is_chosen || response.has_focus() {
        Stroke::new(2.0, palette.accent)
    } else if response.hovered() {
        Stroke::new(1.0, palette.accent)
    } else {
        Stroke::new(1.0, palette.line)
    };
    let strength = if is_on { 1.0 } else { chain::FAINT };
    let painter = ui.painter();
    let inside = egui::StrokeKind::Inside;
    painter.rect(card.rect, size::ROUND, palette.sheet, edge, inside);
    let mut at = card.rect.min + vec2(chain::INSIDE, chain::INSIDE);
    let ink = |colour: Color32| colour.gamma_multiply(strength);
    painter.galley(at, card.number.clone(), ink(palette.secondary));
    at.y += card.number.size().y + space::HAIR;
    painter.galley(at, card.text.clone(), ink(palette.ink));
    at.y += card.text.size().y;
    if let Some(doubt) = &card.doubt {
        painter.galley(at, doubt.clone(), ink(palette.doubt));
    }
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if response.clicked() {
        // Once more opens it.
        let action = match is_chosen {
            true => PlanAction::Go(card.step),
            false => PlanAction::LookThrough(Some(card.step)),
        };
        actions.push(Action::Plan(action));
    }
    if response.gained_focus() {
        ui.scroll_to_rect(card.rect, None);
    }
}

/// For whoever hears the picture: what the step says, what it is joined to and what is missing.
fn spoken(open: &Open, step: ChainStep) -> String {
    let review = &open.review;
    let derived = &open.derived.standing.chain;
    let names = |steps: Vec<ChainStep>| {
        let names: Vec<String> = steps.iter().map(|step| step.words(review)).collect();
        names.join(", ")
    };
    let mut said = format!("{}: {}.", step.words(review), short(step.text(review), 120));
    let before = names(derived.before(step).collect());
    if !before.is_empty() {
        said.push_str(&format!(" From {before}."));
    }
    let after = names(derived.after(step).collect());
    if !after.is_empty() {
        said.push_str(&format!(" Leads to {after}."));
    }
    for kind in chain_cards::loose_at(open, step) {
        said.push_str(&format!(" {}.", kind.about_one()));
    }
    said
}
