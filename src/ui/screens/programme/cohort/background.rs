//! What the police and the courts did, and his own childhood.

use egui::Ui;

use super::super::parts::question;
use crate::app::{Action, AnswerOf, CaseAction};
use crate::model::programme::{Answer, Man};
use crate::ui::tokens::space;
use crate::ui::widgets::{Words, heading, tick, words};

pub(super) fn show(ui: &mut Ui, man: &Man, actions: &mut Vec<Action>) {
    ui.add_space(space::MEDIUM);
    justice(ui, man, actions);
    ui.add_space(space::MEDIUM);
    childhood(ui, man, actions);
}

pub(super) fn ask(
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
