//! What would go out, and for whom.

use egui::Ui;

use super::parts::page;
use crate::app::{Action, OpenProgramme, ReportAction};
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{Words, hairline, heading, scroll, tabs, words};

#[derive(Default)]
pub(super) struct Form;

pub(super) fn show(ui: &mut Ui, open: &OpenProgramme, _form: &mut Form, actions: &mut Vec<Action>) {
    page(ui, |ui| {
        scroll("report").show(ui, |ui| {
            ui.set_max_width(size::PROSE);
            let editions = [
                (false, "For release".to_owned()),
                (true, "Internal".to_owned()),
            ];
            if let Some(internal) = tabs(ui, open.report.internal, editions) {
                actions.push(ReportAction::Internal(internal).into());
            }
            ui.add_space(space::MEDIUM);
            edition(ui, open);
            ui.add_space(space::LARGE);
            heading(ui, "What is in it");
            for (part, about) in PARTS {
                hairline(ui);
                words(ui, Words::Strong, part);
                words(ui, Words::Secondary, about);
            }
            ui.add_space(space::LARGE);
        });
    });
}

const PARTS: [(&str, &str); 6] = [
    (
        "The way",
        "From referral to completion with intervals, drop-outs with their week and reason, retention week by week.",
    ),
    (
        "Attendance",
        "Attended, missed, made up, and what was not registered.",
    ),
    (
        "Background",
        "Children, substances with both denominators, police and courts, childhood. Missing is never read as “no”.",
    ),
    (
        "Follow-up",
        "Every figure with the number who answered of all who had fallen due.",
    ),
    (
        "Before and after",
        "Of the same men, with those of whom only one value is known counted beside it.",
    ),
    (
        "Feedback and money",
        "The participants’ forms; income and outgoings by quarter, help in kind apart.",
    ),
];

fn edition(ui: &mut Ui, open: &OpenProgramme) {
    let threshold = open.programme.template.disclosure_control.threshold;
    let text = match open.report.internal {
        true => {
            "Exact figures, for the programme itself. It carries “internal” on every page and does not leave the programme.".to_owned()
        }
        false => format!(
            "Counts from 1 to {} are left out, and with them whatever would give them away by subtraction. Nobody is named, and nothing that one woman said is in it.",
            threshold.saturating_sub(1)
        ),
    };
    words(ui, Words::Matter, text);
}
