//! Children of his and of households of his.

use egui::Ui;

use super::super::parts::{OUTSIDE, answer_line, controls, entered, line};
use super::background::ask;
use crate::app::{
    Action, AnswerOf, CaseAction, Field, ManText, OpenProgramme, ProgrammeField, Typing,
};
use crate::dates;
use crate::model::programme::{Child, ChildAge, Man};
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{
    FieldLook, Words, choice, field, hairline, heading, secondary, small, words,
};

#[derive(Default)]
pub(super) struct Form {
    born: String,
    age: Option<ChildAge>,
    /// How many children there were when it was sent: it is emptied when there is one more.
    sent: Option<usize>,
}

pub(super) fn show(
    ui: &mut Ui,
    open: &OpenProgramme,
    man: &Man,
    (form, typing): (&mut Form, Option<&Typing>),
    actions: &mut Vec<Action>,
) {
    heading(ui, "Children");
    let text = "As far as he or an agency told. What his partner told stands under Partners.";
    words(ui, Words::Small, text);
    for (at, child) in man.children.iter().enumerate() {
        hairline(ui);
        ui.push_id(("child", at), |ui| {
            one(ui, open, man, (at, child), typing, actions)
        });
    }
    hairline(ui);
    if form.sent.is_some_and(|sent| man.children.len() > sent) {
        *form = Form::default();
    }
    controls(ui, |ui| {
        let typed = line(
            ui,
            "Child born on",
            &mut form.born,
            "born on",
            size::AGENCY_COLUMN,
        );
        if form.born.trim().is_empty()
            && let Some(age) = choice(ui, "Age of the new child", &form.age, ages(form.age))
        {
            form.age = age;
        }
        let pressed = secondary(ui, open.may_change(), "Add a child").clicked();
        if pressed || (entered(ui, &typed) && open.may_change()) {
            form.sent = Some(man.children.len());
            let (born, age) = (form.born.clone(), form.age);
            actions.push(CaseAction::AddChild { born, age }.into());
        }
    });
}

/// Bands first, then single years.
fn ages(present: Option<ChildAge>) -> Vec<(Option<ChildAge>, String)> {
    const MOST_YEARS: u8 = 25;
    let mut all = vec![(None, "Age not known".to_owned())];
    all.extend(ChildAge::BANDS.map(|band| (Some(band), band.words())));
    let years = (0..=MOST_YEARS).map(ChildAge::Years);
    all.extend(years.map(|age| (Some(age), age.words())));
    if !all.iter().any(|(age, _)| *age == present) {
        all.extend(present.map(|age| (present, age.words())));
    }
    all
}

fn one(
    ui: &mut Ui,
    open: &OpenProgramme,
    man: &Man,
    (at, child): (usize, &Child),
    typing: Option<&Typing>,
    actions: &mut Vec<Action>,
) {
    let called = format!("Child {}", at + 1);
    ui.horizontal(|ui| {
        words(ui, Words::Strong, called.as_str());
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let button = small(ui, open.may_change(), "Remove");
            let name = format!("Remove {}", called.to_lowercase());
            button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
            if button.clicked() {
                actions.push(CaseAction::RemoveChild(at).into());
            }
        });
    });
    answer_line(ui, "Born on", child.born.is_none(), |ui| {
        let look = FieldLook {
            hint: "not known",
            width: Some(size::AGENCY_COLUMN - space::MEDIUM),
            read_only: !open.may_change(),
            ..FieldLook::default()
        };
        let place = Field::Programme(ProgrammeField::Man(man.id, ManText::ChildBorn(at)));
        let born = child.born.map(dates::spoken_date).unwrap_or_default();
        let name = format!("{called} born on");
        field(ui, &name, typing, place, &born, look, actions);
    });
    if child.born.is_none() {
        answer_line(ui, "Age when he was referred", child.age.is_none(), |ui| {
            let name = format!("Age of {}", called.to_lowercase());
            if let Some(age) = choice(ui, &name, &child.age, ages(child.age)) {
                actions.push(CaseAction::ChildAge(at, age).into());
            }
        });
    }
    ask(
        ui,
        [
            (
                "Lives with him",
                AnswerOf::ChildLivesWithHim(at),
                child.lives_with_him,
            ),
            (
                "Is his biological child",
                AnswerOf::ChildIsBiological(at),
                child.biological,
            ),
            (
                "Witnessed violence",
                AnswerOf::ChildWitnessed(at),
                child.witnessed_violence,
            ),
            (
                "Was abused",
                AnswerOf::ChildAbused(at),
                child.directly_abused,
            ),
        ],
        actions,
    );
    answer_line(ui, "Who told of this child", false, |ui| {
        let all = OUTSIDE.map(|source| (source, source.words().to_owned()));
        let name = format!("Who told of {}", called.to_lowercase());
        if let Some(source) = choice(ui, &name, &child.source, all) {
            actions.push(CaseAction::ChildToldBy(at, source).into());
        }
    });
}
