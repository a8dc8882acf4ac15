//! The recommendations, single- and multi-agency ones together, each with how its actions stand.

use egui::Ui;

use super::line::Line;
use crate::app::{Action, Open, PlanAction};
use crate::model::{Recommendation, Status};
use crate::ui::tokens::space;
use crate::ui::widgets::{Words, secondary};

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
    let early = if recommendation.early_learning {
        " · early learning"
    } else {
        ""
    };
    let line = Line {
        name: format!("Recommendation {}", recommendation.position),
        head: format!(
            "{} · {}{early}",
            recommendation.position,
            recommendation.reach.words()
        ),
        text: &recommendation.text,
        standing: standing(open, recommendation),
        is_chosen: open.plan.recommendation == Some(recommendation.id),
    };
    if line.show(ui) {
        actions.push(Action::Plan(PlanAction::Show(recommendation.id)));
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
