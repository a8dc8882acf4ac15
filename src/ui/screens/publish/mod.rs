//! Publish: the documents, and the rules that the report is held to before it goes out.

mod checks;
mod letter;
mod outputs;
mod record;
mod set;

use egui::{Frame, Margin, Ui};

use crate::app::{Action, App, Open, PublishAction, PublishPart};
use crate::ui::widgets::{hairline, tabs};

#[derive(Default)]
pub struct Memory {
    outputs: outputs::Memory,
    checks: checks::Memory,
    set: set::Memory,
}

pub fn show(ui: &mut Ui, app: &App, open: &Open, memory: &mut Memory, actions: &mut Vec<Action>) {
    Frame::new()
        .inner_margin(Margin::symmetric(24, 12))
        .show(ui, |ui| {
            let all = PublishPart::ALL.map(|part| (part, named(open, part)));
            if let Some(part) = tabs(ui, open.publish.part, all) {
                actions.push(Action::Publish(PublishAction::ShowPart(part)));
            }
        });
    hairline(ui);
    match open.publish.part {
        PublishPart::Outputs => outputs::show(ui, open, &mut memory.outputs, actions),
        PublishPart::Checks => checks::show(ui, app, open, &mut memory.checks, actions),
        PublishPart::Letter => letter::show(ui, app, open, actions),
        PublishPart::Record => record::show(ui, app, open, actions),
        PublishPart::Set => set::show(ui, open, &mut memory.set, actions),
    }
}

/// “Checks 12”: as many as stand against publication.
fn named(open: &Open, part: PublishPart) -> String {
    let count = match part {
        PublishPart::Letter => unanswered(open),
        PublishPart::Outputs | PublishPart::Record | PublishPart::Set => 0,
        PublishPart::Checks => open.publish.checks.against().unwrap_or(0),
    };
    match count {
        0 => part.words().to_owned(),
        count => format!("{} {count}", part.words()),
    }
}

fn unanswered(open: &Open) -> usize {
    let points = open.review.publishing.letter.iter();
    points
        .filter(|point| point.answer.trim().is_empty())
        .count()
}
