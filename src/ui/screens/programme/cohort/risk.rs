//! Risk assessments: a dated series, of which none is written over.

use egui::Ui;

use super::super::parts::{OUTSIDE, above, answers, controls, entered, line};
use crate::app::{Action, CaseAction, OpenProgramme, is_incomplete};
use crate::dates;
use crate::model::AssessmentId;
use crate::model::programme::{Answer, Assessment, Factor, Man, RiskLevel};
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{
    Tone, Words, chip, choice, hairline, heading, label, secondary, small, tick, words,
};

#[derive(Default)]
pub(super) struct Form {
    on: String,
    level: Option<RiskLevel>,
    /// The assessment whose factors are shown.
    unfolded: Option<AssessmentId>,
    right_day: String,
}

pub(super) fn show(
    ui: &mut Ui,
    open: &OpenProgramme,
    man: &Man,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    let text = "Each assessment stays as it was on its day. One without the partner’s or the agencies’ information says that it is incomplete.";
    words(ui, Words::Secondary, text);
    for assessment in man.assessments.iter().rev() {
        ui.add_space(space::SMALL);
        hairline(ui);
        ui.push_id(assessment.id, |ui| {
            one(ui, open, man, assessment, form, actions);
        });
    }
    ui.add_space(space::MEDIUM);
    heading(ui, "Assess anew");
    controls(ui, |ui| {
        let levels = RiskLevel::ALL.map(|level| (Some(level), level.words().to_owned()));
        if let Some(level) = choice(ui, "Level of the new assessment", &form.level, levels) {
            form.level = level;
        }
        let on = line(
            ui,
            "Day of the assessment",
            &mut form.on,
            "today",
            size::AGENCY_COLUMN,
        );
        let ready = open.may_change() && form.level.is_some();
        let pressed = secondary(ui, ready, "Record").clicked();
        if let (true, Some(level)) = (pressed || entered(ui, &on), form.level.filter(|_| ready)) {
            let on = std::mem::take(&mut form.on);
            form.level = None;
            actions.push(CaseAction::Assess { on, level }.into());
        }
    });
}

fn one(
    ui: &mut Ui,
    open: &OpenProgramme,
    man: &Man,
    assessment: &Assessment,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    let id = assessment.id;
    let is_open = form.unfolded == Some(id);
    ui.horizontal(|ui| {
        super::super::parts::cell(ui, size::SHORT_COLUMN + space::MEDIUM, |ui| {
            label(ui, Words::Secondary, dates::spoken_date(assessment.on));
        });
        let day = dates::spoken_date(assessment.on);
        let levels = RiskLevel::ALL.map(|level| (level, level.words().to_owned()));
        let name = format!("Level on {day}");
        if let Some(level) = choice(ui, &name, &assessment.level, levels) {
            actions.push(CaseAction::SetLevel(id, level).into());
        }
        if is_incomplete(&open.programme, man, assessment) {
            chip(ui, Tone::Doubt, "incomplete");
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let text = if is_open { "Fold" } else { "Factors" };
            let button = small(ui, true, text);
            let name = format!("{text} of the assessment on {day}");
            button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
            if button.clicked() {
                form.unfolded = (!is_open).then_some(id);
            }
        });
    });
    let counted = assessment.factors.iter();
    let present = counted
        .filter(|factor| factor.present == Answer::Yes)
        .count();
    let all = open.programme.template.risk_factors.len();
    let asked = assessment.factors.len();
    let text = format!("Groups of factors: {asked} of {all} asked, {present} present");
    words(ui, Words::Small, text);
    if !is_open {
        return;
    }
    for known in &open.programme.template.risk_factors {
        let mut given = assessment.factors.iter();
        let given = given.find(|factor| factor.key == known.key);
        ui.add_space(space::TIGHT);
        words(ui, Words::Plain, &known.name);
        ui.push_id(&known.key, |ui| {
            ui.horizontal_wrapped(|ui| factor(ui, (id, &known.key, &known.name), given, actions));
        });
    }
    ui.add_space(space::SMALL);
    above(ui, "Assessed on another day");
    controls(ui, |ui| {
        let hint = dates::spoken_date(assessment.on);
        let name = format!("Right day of the assessment on {hint}");
        let typed = line(ui, &name, &mut form.right_day, &hint, size::AGENCY_COLUMN);
        let ready = open.may_change() && !form.right_day.trim().is_empty();
        let pressed = small(ui, ready, "Correct the day").clicked();
        if ready && (pressed || entered(ui, &typed)) {
            let on = std::mem::take(&mut form.right_day);
            actions.push(CaseAction::CorrectAssessed(id, on).into());
        }
        if small(ui, open.may_change(), "Remove this assessment").clicked() {
            actions.push(CaseAction::RemoveAssessment(id).into());
        }
    });
}

fn factor(
    ui: &mut Ui,
    (id, key, name): (AssessmentId, &str, &str),
    given: Option<&Factor>,
    actions: &mut Vec<Action>,
) {
    let present = given.map_or(Answer::NotAsked, |factor| factor.present);
    if let Some(answer) = answers(ui, name, present) {
        actions.push(CaseAction::Factor(id, key.to_owned(), answer).into());
    }
    let Some(given) = given else { return };
    for source in OUTSIDE {
        let mut named = given.sources.contains(&source);
        let called = format!("{name}: told by {}", source.words());
        if tick(ui, &mut named, source.words(), &called).changed() {
            actions.push(CaseAction::FactorSource(id, key.to_owned(), source, named).into());
        }
    }
}
