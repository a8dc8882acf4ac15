//! Children, what the police and the courts did, his own childhood, incidents.

use egui::Ui;

use super::super::parts::{dated, entered, line, question};
use crate::app::{Action, AnswerOf, CaseAction, OpenProgramme};
use crate::dates;
use crate::model::programme::{Answer, Child, Man};
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{Words, hairline, heading, secondary, small, tick, words};

pub(super) fn show(
    ui: &mut Ui,
    open: &OpenProgramme,
    man: &Man,
    born: &mut String,
    actions: &mut Vec<Action>,
) {
    heading(ui, "Children");
    let text = "As far as he or an agency told. What his partner told stands under Partners.";
    words(ui, Words::Small, text);
    for (at, child) in man.children.iter().enumerate() {
        hairline(ui);
        ui.push_id(("child", at), |ui| one(ui, at, child, actions));
    }
    ui.horizontal(|ui| {
        let typed = line(
            ui,
            "Child born on",
            born,
            "born on, or empty",
            size::LONG_COLUMN,
        );
        let pressed = secondary(ui, open.may_change(), "Add a child").clicked();
        if pressed || entered(ui, &typed) {
            let born = std::mem::take(born);
            actions.push(CaseAction::AddChild { born }.into());
        }
    });
    ui.add_space(space::MEDIUM);
    justice(ui, man, actions);
    ui.add_space(space::MEDIUM);
    childhood(ui, man, actions);
    incidents(ui, open, man, actions);
}

fn one(ui: &mut Ui, at: usize, child: &Child, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        let text = match child.born {
            Some(on) => format!("Child {}, born on {}", at + 1, dates::spoken_date(on)),
            None => format!("Child {}, day of birth not known", at + 1),
        };
        words(ui, Words::Strong, text);
        if small(ui, true, "Remove").clicked() {
            actions.push(CaseAction::RemoveChild(at).into());
        }
    });
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
}

fn ask(
    ui: &mut Ui,
    all: impl IntoIterator<Item = (&'static str, AnswerOf, Answer)>,
    actions: &mut Vec<Action>,
) {
    for (text, of, present) in all {
        if let Some(answer) = question(ui, text, present) {
            actions.push(CaseAction::SetAnswer(of, answer).into());
        }
    }
}

fn justice(ui: &mut Ui, man: &Man, actions: &mut Vec<Action>) {
    heading(ui, "Police and courts");
    let mut is_in = man.justice.is_some();
    let text = "His records were looked up";
    if tick(ui, &mut is_in, text, text).changed() {
        actions.push(CaseAction::InJusticeSample(is_in).into());
    }
    let Some(justice) = man.justice else {
        words(
            ui,
            Words::Small,
            "Figures of police and courts are out of those whose records were looked up.",
        );
        return;
    };
    ask(
        ui,
        [
            (
                "The police were called out",
                AnswerOf::CalledOut,
                justice.called_out,
            ),
            ("Arrested", AnswerOf::Arrested, justice.arrested),
            ("Charged", AnswerOf::Charged, justice.charged),
            ("In custody", AnswerOf::Custody, justice.custody),
            (
                "Proceedings are not over",
                AnswerOf::Pending,
                justice.pending,
            ),
        ],
        actions,
    );
}

fn childhood(ui: &mut Ui, man: &Man, actions: &mut Vec<Action>) {
    heading(ui, "His own childhood");
    let mut is_in = man.childhood.is_some();
    let text = "He was asked about his childhood";
    if tick(ui, &mut is_in, text, text).changed() {
        actions.push(CaseAction::InChildhoodSample(is_in).into());
    }
    let Some(childhood) = man.childhood else {
        return;
    };
    ask(
        ui,
        [
            (
                "Spoke of it in the group",
                AnswerOf::EngagedInGroup,
                childhood.engaged_in_group,
            ),
            (
                "Exposed to violence as a child",
                AnswerOf::ExposedToViolence,
                childhood.exposed_to_violence,
            ),
            (
                "Separated from a parent before he was nine",
                AnswerOf::LostParent,
                childhood.lost_parent,
            ),
        ],
        actions,
    );
}

fn incidents(ui: &mut Ui, open: &OpenProgramme, man: &Man, actions: &mut Vec<Action>) {
    if man.incidents.is_empty() {
        return;
    }
    ui.add_space(space::MEDIUM);
    heading(ui, "Incidents since he was referred");
    for (at, incident) in man.incidents.iter().enumerate() {
        let day = dates::spoken_date(incident.on);
        let name = format!("Remove the incident of {day}");
        let button = open.may_change().then_some(("Remove", name.as_str()));
        if dated(ui, incident.on, button, |ui| {
            words(ui, Words::Matter, &incident.words);
            let text = format!(
                "{}; physical: {}",
                incident.source.words(),
                incident.physical.words().to_lowercase()
            );
            words(ui, Words::Small, text);
        }) {
            actions.push(CaseAction::RemoveIncident(at).into());
        }
    }
}
