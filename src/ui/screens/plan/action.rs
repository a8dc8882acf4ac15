//! One action of the plan: the columns of the review's plan first, the partnership's further ones when opened.

use egui::Ui;

use crate::app::{self, ActionPart, App, Field, Open, PlanAction};
use crate::dates;
use crate::model::{Action, Status};
use crate::ui::tokens::space;
use crate::ui::widgets::{
    FieldLook, Tone, Words, card, chip, choice, labelled_field, link, small, words,
};

pub fn show(ui: &mut Ui, app: &App, open: &Open, action: &Action, actions: &mut Vec<app::Action>) {
    ui.push_id(action.id.0, |ui| {
        card(ui, false, |ui| {
            head(ui, open, action, actions);
            part(ui, app, open, action, ActionPart::Text, actions);
            pair(
                ui,
                app,
                open,
                action,
                [ActionPart::LeadAgency, ActionPart::Owner],
                actions,
            );
            pair(
                ui,
                app,
                open,
                action,
                [ActionPart::Target, ActionPart::Resources],
                actions,
            );
            part(ui, app, open, action, ActionPart::Milestones, actions);
            pair(
                ui,
                app,
                open,
                action,
                [ActionPart::Completed, ActionPart::Outcome],
                actions,
            );
            let more = open.plan.action == Some(action.id);
            if more {
                pair(
                    ui,
                    app,
                    open,
                    action,
                    [ActionPart::OutcomeSought, ActionPart::Outputs],
                    actions,
                );
                pair(
                    ui,
                    app,
                    open,
                    action,
                    [ActionPart::Review, ActionPart::RelatedPlans],
                    actions,
                );
            }
            let (text, open_now) = if more {
                ("Fewer fields", None)
            } else {
                (
                    "More: outcome sought, outputs, review, related plans",
                    Some(action.id),
                )
            };
            if link(ui, text).clicked() {
                actions.push(app::Action::Plan(PlanAction::OpenAction(open_now)));
            }
        });
    });
}

fn head(ui: &mut Ui, open: &Open, action: &Action, actions: &mut Vec<app::Action>) {
    ui.horizontal(|ui| {
        words(
            ui,
            Words::SmallStrong,
            format!("Action {}", action.position),
        );
        let all = Status::ALL.map(|status| (status, status.words().to_owned()));
        if let Some(status) = choice(ui, "Status of the action", &action.status, all) {
            actions.push(app::Action::Plan(PlanAction::SetStatus(action.id, status)));
        }
        let missing = action.missing();
        if !missing.is_empty() {
            chip(
                ui,
                Tone::Doubt,
                &format!("Still a wish: no {}", missing.join(", no ")),
            );
        }
        if action.is_overdue(open.today) {
            chip(ui, Tone::Doubt, "Overdue");
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let changeable = open.read_only.is_none();
            if small(ui, changeable, "Remove").clicked() {
                actions.push(app::Action::Plan(PlanAction::RemoveAction(action.id)));
            }
            if small(ui, changeable && action.position > 1, "Up").clicked() {
                actions.push(app::Action::Plan(PlanAction::MoveAction(
                    action.id,
                    action.position - 1,
                )));
            }
        });
    });
}

fn pair(
    ui: &mut Ui,
    app: &App,
    open: &Open,
    action: &Action,
    parts: [ActionPart; 2],
    actions: &mut Vec<app::Action>,
) {
    ui.columns(2, |columns| {
        for (column, each) in columns.iter_mut().zip(parts) {
            part(column, app, open, action, each, actions);
        }
    });
    ui.add_space(space::HAIR);
}

fn part(
    ui: &mut Ui,
    app: &App,
    open: &Open,
    action: &Action,
    part: ActionPart,
    actions: &mut Vec<app::Action>,
) {
    let day = |day: Option<chrono::NaiveDate>| day.map(dates::spoken_date).unwrap_or_default();
    let (name, stored, rows, hint) = match part {
        ActionPart::Text => ("Action to take", action.text.clone(), 2, ""),
        ActionPart::LeadAgency => ("Lead agency", action.lead_agency.clone(), 1, ""),
        ActionPart::Owner => (
            "Owner: produces it and reports on it",
            action.owner.clone(),
            1,
            "a role, not “all”",
        ),
        ActionPart::Milestones => ("Key milestones", action.milestones.clone(), 2, ""),
        ActionPart::Target => ("Target date", day(action.target), 1, "30 June 2026"),
        ActionPart::Completed => ("Completed on", day(action.completed), 1, "not yet"),
        ActionPart::Outcome => ("Outcome: what changed", action.outcome.clone(), 1, ""),
        ActionPart::OutcomeSought => ("Outcome sought", action.outcome_sought.clone(), 1, ""),
        ActionPart::Outputs => ("Outputs needed", action.outputs.clone(), 1, ""),
        ActionPart::Resources => (
            "Resources and costs, and their source",
            action.resources.clone(),
            1,
            "",
        ),
        ActionPart::Review => ("How it is reviewed", action.review.clone(), 1, ""),
        ActionPart::RelatedPlans => ("Related plans", action.related_plans.clone(), 1, ""),
    };
    let look = FieldLook {
        rows,
        hint,
        read_only: open.read_only.is_some(),
        ..FieldLook::default()
    };
    let field = Field::Action(action.id, part);
    labelled_field(ui, name, app.state.typing(), field, &stored, look, actions);
}
