//! One recommendation: its wording, what makes it SMART, the findings it answers, its entries, its actions.

use egui::Ui;

use super::line::short;
use super::{action, evidence, smart};
use crate::app::{Action, App, Field, Open, PlanAction, RecommendationPart};
use crate::dates;
use crate::drafting::ChainStep;
use crate::model::{Reach, Recommendation, Scope};
use crate::ui::screens::weaknesses;
use crate::ui::tokens::space;
use crate::ui::widgets::{
    FieldLook, Tone, Words, choice, heading, labelled_field, link, menu, removable_chip, secondary,
    small, title, titled, words,
};

pub fn show(
    ui: &mut Ui,
    app: &App,
    open: &Open,
    recommendation: &Recommendation,
    actions: &mut Vec<Action>,
) {
    titled(
        ui,
        |ui| {
            title(ui, format!("Recommendation {}", recommendation.position));
        },
        |ui| order_buttons(ui, open, recommendation, actions),
    );
    let look = |rows| FieldLook {
        rows,
        read_only: open.read_only.is_some(),
        ..FieldLook::default()
    };
    let typing = app.state.typing();
    let field = Field::Recommendation(recommendation.id, RecommendationPart::Text);
    labelled_field(
        ui,
        "Recommendation",
        typing,
        field,
        &recommendation.text,
        look(3),
        actions,
    );
    let measure = (
        RecommendationPart::Measure,
        "How it will be seen that it was done and helped",
        &recommendation.measure,
    );
    let achievable = (
        RecommendationPart::Achievable,
        "Why it can be done",
        &recommendation.achievable,
    );
    for (part, name, text) in [measure, achievable] {
        let field = Field::Recommendation(recommendation.id, part);
        labelled_field(ui, name, typing, field, text, look(2), actions);
    }
    let due = recommendation.due.map(dates::spoken_date);
    let look = FieldLook {
        hint: "30 June 2026",
        ..look(1)
    };
    let field = Field::Recommendation(recommendation.id, RecommendationPart::Due);
    let due = due.unwrap_or_default();
    labelled_field(ui, "By when", typing, field, &due, look, actions);
    ui.add_space(space::SMALL);
    settings(ui, open, recommendation, actions);
    ui.add_space(space::SMALL);
    smart::show(ui, recommendation);
    ui.add_space(space::MEDIUM);
    answers(ui, open, recommendation, actions);
    ui.add_space(space::SMALL);
    let none = "No entry yet. In the chronology, choose entries and add them to this recommendation; or link a finding that rests on some.";
    let unlink = |entry| Action::Plan(PlanAction::Unlink(recommendation.id, entry));
    evidence::show(ui, open, &recommendation.entries, none, unlink, actions);
    ui.add_space(space::LARGE);
    heading(ui, "Actions");
    for each in open
        .review
        .actions
        .iter()
        .filter(|each| each.recommendation == recommendation.id)
    {
        action::show(ui, app, open, each, actions);
        ui.add_space(space::SMALL);
    }
    if secondary(ui, open.read_only.is_none(), "Add an action").clicked() {
        actions.push(Action::Plan(PlanAction::AddAction(recommendation.id)));
    }
    ui.add_space(space::LARGE);
}

fn order_buttons(
    ui: &mut Ui,
    open: &Open,
    recommendation: &Recommendation,
    actions: &mut Vec<Action>,
) {
    let id = recommendation.id;
    let last = open.review.recommendations.len() as u32;
    let changeable = open.read_only.is_none();
    if small(ui, changeable, "Remove").clicked() {
        actions.push(Action::Plan(PlanAction::RemoveRecommendation(id)));
    }
    if small(ui, changeable && recommendation.position < last, "Down").clicked() {
        actions.push(Action::Plan(PlanAction::MoveRecommendation(
            id,
            recommendation.position + 1,
        )));
    }
    if small(ui, changeable && recommendation.position > 1, "Up").clicked() {
        actions.push(Action::Plan(PlanAction::MoveRecommendation(
            id,
            recommendation.position - 1,
        )));
    }
}

fn settings(ui: &mut Ui, open: &Open, recommendation: &Recommendation, actions: &mut Vec<Action>) {
    let id = recommendation.id;
    let review = &open.review;
    ui.horizontal_wrapped(|ui| {
        let all = Reach::ALL.map(|reach| (reach, reach.words().to_owned()));
        if let Some(reach) = choice(ui, "Who must act", &recommendation.reach, all) {
            actions.push(Action::Plan(PlanAction::SetReach(id, reach)));
        }
        let all =
            Scope::ALL.map(|scope| (scope, format!("Scope: {}", scope.words().to_lowercase())));
        if let Some(scope) = choice(ui, "Scope", &recommendation.scope, all) {
            actions.push(Action::Plan(PlanAction::SetScope(id, scope)));
        }
        let mut early = recommendation.early_learning;
        if ui
            .checkbox(&mut early, "Early learning: act before the report is done")
            .changed()
        {
            actions.push(Action::Plan(PlanAction::SetEarlyLearning(id, early)));
        }
    });
    ui.horizontal_wrapped(|ui| {
        let none = std::iter::once((String::new(), "No weakness named".to_owned()));
        let all = review
            .weaknesses
            .iter()
            .filter(|weakness| !weakness.good_practice);
        let all = all.map(|weakness| (weakness.key.clone(), weaknesses::in_menu(weakness)));
        if let Some(weakness) = choice(
            ui,
            "The weakness it answers",
            &recommendation.weakness,
            none.chain(all),
        ) {
            actions.push(Action::Plan(PlanAction::SetWeakness(id, weakness)));
        }
        for agency in &recommendation.agencies {
            let name = review
                .agency(*agency)
                .map_or("Agency", |agency| agency.name.as_str());
            if removable_chip(ui, Tone::Plain, name, &format!("Take out {name}")).clicked() {
                actions.push(Action::Plan(PlanAction::SetAgency(id, *agency, false)));
            }
        }
        menu(ui, "Add an agency", "Agency", |ui| {
            for agency in &review.agencies {
                let present = recommendation.agencies.contains(&agency.id);
                if ui.selectable_label(present, &agency.name).clicked() {
                    actions.push(Action::Plan(PlanAction::SetAgency(id, agency.id, !present)));
                }
            }
        });
    });
}

/// The findings that it answers.
fn answers(ui: &mut Ui, open: &Open, recommendation: &Recommendation, actions: &mut Vec<Action>) {
    words(ui, Words::SmallStrong, "Answers");
    let review = &open.review;
    let id = recommendation.id;
    if recommendation.findings.is_empty() {
        words(ui, Words::Doubt, "No finding yet.");
    }
    for finding in &review.findings {
        if !recommendation.findings.contains(&finding.id) {
            continue;
        }
        ui.push_id(finding.id, |ui| {
            ui.horizontal_wrapped(|ui| {
                if link(ui, &format!("Finding {}", finding.position)).clicked() {
                    let step = ChainStep::Finding(finding.id);
                    actions.push(Action::Plan(PlanAction::Go(step)));
                }
                words(ui, Words::Matter, short(&finding.text, 120));
                if open.read_only.is_none() && link(ui, "Unlink").clicked() {
                    actions.push(Action::Plan(PlanAction::SetFinding(id, finding.id, false)));
                }
            });
        });
    }
    if review.findings.is_empty() || open.read_only.is_some() {
        return;
    }
    menu(ui, "Link a finding", "Link a finding", |ui| {
        for finding in &review.findings {
            let present = recommendation.findings.contains(&finding.id);
            let text = format!("{}  {}", finding.position, short(&finding.text, 60));
            if ui.selectable_label(present, text).clicked() {
                let set = PlanAction::SetFinding(id, finding.id, !present);
                actions.push(Action::Plan(set));
            }
        }
    });
}
