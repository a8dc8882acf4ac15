//! Recommendations, what they rest on, and the panel's action plan.

mod action;
mod list;
mod one;

use egui::{Frame, Margin, Ui};

use crate::app::{Action, App, Open, PlanAction};
use crate::ui::tokens::{palette, size};
use crate::ui::widgets::{at_side, empty, scroll};

pub fn show(ui: &mut Ui, app: &App, open: &Open, actions: &mut Vec<Action>) {
    if open.review.recommendations.is_empty() {
        let text = "A recommendation rests on entries of the chronology and leads to actions, each with an owner, a date and resources. \
                    The panel makes the action plan; what changed is written down here.";
        if empty(
            ui,
            "No recommendations yet",
            text,
            Some("Add a recommendation"),
        ) {
            actions.push(Action::Plan(PlanAction::AddRecommendation));
        }
        return;
    }
    let colours = palette(ui);
    egui::Panel::left("recommendations")
        .exact_size(at_side(ui, size::DETAIL))
        .resizable(false)
        .show_separator_line(false)
        .frame(
            Frame::new()
                .fill(colours.paper)
                .inner_margin(Margin::symmetric(16, 16)),
        )
        .show(ui, |ui| {
            scroll("recommendations").show(ui, |ui| list::show(ui, open, actions))
        });
    let chosen = open
        .review
        .recommendations
        .iter()
        .find(|each| Some(each.id) == open.plan.recommendation);
    if let Some(recommendation) = chosen {
        scroll("recommendation").show(ui, |ui| {
            Frame::new()
                .inner_margin(Margin::symmetric(24, 16))
                .show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    one::show(ui, app, open, recommendation, actions);
                });
        });
    }
}
