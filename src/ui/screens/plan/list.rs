//! The recommendations, single- and multi-agency ones together, each with how its actions stand.

use egui::{Sense, Ui};

use crate::app::{Action, Open, PlanAction};
use crate::model::{Recommendation, Status};
use crate::ui::tokens::{palette, size, space};
use crate::ui::widgets::{Words, secondary, words};

pub fn show(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    for recommendation in &open.review.recommendations {
        line(ui, open, recommendation, actions);
    }
    ui.add_space(space::SMALL);
    if secondary(ui, open.read_only.is_none(), "Add a recommendation").clicked() {
        actions.push(Action::Plan(PlanAction::AddRecommendation));
    }
}

fn line(ui: &mut Ui, open: &Open, recommendation: &Recommendation, actions: &mut Vec<Action>) {
    let palette = palette(ui);
    let chosen = open.plan.recommendation == Some(recommendation.id);
    let ground = if chosen {
        palette.accent_wash
    } else {
        palette.paper
    };
    let inner = egui::Frame::new()
        .fill(ground)
        .corner_radius(size::ROUND)
        .inner_margin(egui::Margin::symmetric(10, 8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 2.0;
            let early = if recommendation.early_learning {
                " · early learning"
            } else {
                ""
            };
            words(
                ui,
                Words::SmallStrong,
                format!(
                    "{} · {}{early}",
                    recommendation.position,
                    recommendation.reach.words()
                ),
            );
            words(ui, Words::Matter, short(&recommendation.text));
            let (style, text) = standing(open, recommendation);
            words(ui, style, text);
        });
    let id = ui.scope_id().with(("recommendation", recommendation.id.0));
    let response = ui.interact(inner.response.rect, id, Sense::click());
    response.widget_info(|| {
        let name = format!("Recommendation {}", recommendation.position);
        egui::WidgetInfo::selected(egui::Role::Button, true, chosen, name)
    });
    if response
        .on_hover_cursor(egui::CursorIcon::PointingHand)
        .clicked()
    {
        actions.push(Action::Plan(PlanAction::Show(recommendation.id)));
    }
}

fn short(text: &str) -> String {
    const SHOWN: usize = 110;
    let text = text.trim();
    if text.is_empty() {
        "Not written yet".to_owned()
    } else if text.chars().count() > SHOWN {
        format!(
            "{}…",
            text.chars().take(SHOWN).collect::<String>().trim_end()
        )
    } else {
        text.to_owned()
    }
}

fn standing(open: &Open, recommendation: &Recommendation) -> (Words, String) {
    let all: Vec<_> = open
        .review
        .actions
        .iter()
        .filter(|action| action.recommendation == recommendation.id)
        .collect();
    let done = all
        .iter()
        .filter(|action| action.status == Status::Completed)
        .count();
    let overdue = all
        .iter()
        .filter(|action| action.is_overdue(open.today))
        .count();
    let wishes = all
        .iter()
        .filter(|action| !action.missing().is_empty())
        .count();
    match (all.len(), overdue, wishes) {
        (0, _, _) => (Words::Doubt, "No action yet".to_owned()),
        (count, 0, 0) => (Words::Small, format!("{done} of {count} actions completed")),
        (count, 0, wishes) => (
            Words::Doubt,
            format!("{done} of {count} actions completed · {wishes} still a wish"),
        ),
        (count, overdue, _) => (
            Words::Doubt,
            format!("{done} of {count} actions completed · {overdue} overdue"),
        ),
    }
}
