//! Whether couples work may be offered to her, and what was asked of each of them alone.

use egui::Ui;

use super::super::parts::question;
use super::file::File;
use crate::app::{Action, Adding, CouplesQuestion, PartnersAction};
use crate::dates;
use crate::model::programme::Answer;
use crate::ui::tokens::space;
use crate::ui::widgets::{Words, heading, words};
use crate::wall::CouplesAnswers;

pub(super) fn show(ui: &mut Ui, file: File<'_>, actions: &mut Vec<Action>) {
    let File {
        open,
        behind,
        partner,
    } = file;
    let template = &open.programme.template;
    let mut all = behind.couples.iter();
    let unmet = all
        .find(|(id, _)| *id == partner.id)
        .map(|(_, unmet)| unmet);
    match unmet {
        Some(unmet) if unmet.is_empty() => {
            words(
                ui,
                Words::Done,
                "Every condition is met: couples work may be offered to her.",
            );
        }
        Some(unmet) => {
            let text = "Couples work may not be offered. What is not met:";
            words(ui, Words::Strong, text);
            for each in unmet {
                words(ui, Words::Plain, format!("· {each}"));
            }
        }
        None => {}
    }
    ui.add_space(space::MEDIUM);
    heading(ui, "What was asked, each of them alone");
    let none = CouplesAnswers::default();
    let given = partner.couples_work.as_ref().unwrap_or(&none);
    use CouplesQuestion as Of;
    for (text, of, present) in [
        ("She wants it", Of::SheWantsIt, given.she_wants_it),
        (
            "She confirms his progress",
            Of::ProgressConfirmedByHer,
            given.progress_confirmed_by_her,
        ),
        (
            "She was interviewed alone",
            Of::SheWasInterviewedAlone,
            given.she_was_interviewed_alone,
        ),
        ("He wants it", Of::HeWantsIt, given.he_wants_it),
        (
            "He was interviewed alone",
            Of::HeWasInterviewedAlone,
            given.he_was_interviewed_alone,
        ),
        (
            "He finished a recognised programme elsewhere",
            Of::FinishedElsewhere,
            given.finished_elsewhere,
        ),
        (
            "He was assessed again since then",
            Of::AssessedAgain,
            given.assessed_again,
        ),
    ] {
        if let Some(answer) = question(ui, text, present) {
            actions.push(PartnersAction::Couples(of, answer).into());
        }
    }
    ui.add_space(space::SMALL);
    last_violence(ui, file, given, actions);
    ui.add_space(space::SMALL);
    words(ui, Words::SmallStrong, "What must not be so");
    for barrier in &template.couples_work.must_not_be {
        let mut known = given.present.iter();
        let known = known.find(|(key, _)| *key == barrier.key);
        let present = known.map_or(Answer::NotAsked, |(_, answer)| *answer);
        if let Some(answer) = question(ui, &barrier.name, present) {
            let of = Of::Present(barrier.key.clone());
            actions.push(PartnersAction::Couples(of, answer).into());
        }
    }
}

fn last_violence(ui: &mut Ui, file: File<'_>, given: &CouplesAnswers, actions: &mut Vec<Action>) {
    words(ui, Words::SmallStrong, "The last physical violence");
    let text = match given.last_violence {
        Some(on) => format!(
            "By any account that she knows of: {}",
            dates::spoken_date(on)
        ),
        None => "By any account that she knows of: no day is recorded".to_owned(),
    };
    words(ui, Words::Plain, text);
    let button = match given.last_violence {
        Some(_) => "Change the day of the last violence",
        None => "Record its day",
    };
    file.adds(ui, Adding::LastViolence, button, actions);
}
