//! What would go out, and for whom.

use egui::Ui;

use super::parts::{entered, line, page};
use crate::app::{Action, OpenProgramme, ReportAction};
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{
    Words, hairline, heading, primary, quiet, scroll, secondary, tabs, words,
};

/// A folder that is being typed.
#[derive(Default)]
pub(super) struct Form {
    folder: String,
}

pub(super) fn show(ui: &mut Ui, open: &OpenProgramme, form: &mut Form, actions: &mut Vec<Action>) {
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
            ui.add_space(space::MEDIUM);
            write(ui, open, form, actions);
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

fn write(ui: &mut Ui, open: &OpenProgramme, form: &mut Form, actions: &mut Vec<Action>) {
    let report = &open.report;
    ui.horizontal_wrapped(|ui| {
        let name = match report.internal {
            true => "Write the internal edition",
            false => "Write the evaluation",
        };
        let ready = !report.writing && !open.lines.is_empty();
        if primary(ui, ready, name).clicked() {
            actions.push(ReportAction::Write.into());
        }
        if secondary(ui, !report.writing, "Another folder…").clicked() {
            actions.push(ReportAction::ChooseFolder.into());
        }
        let hint = "or type a folder, and press Enter";
        let typed = line(
            ui,
            "Folder of the evaluation",
            &mut form.folder,
            hint,
            size::SEARCH,
        );
        if entered(ui, &typed) && !form.folder.trim().is_empty() {
            let folder = std::mem::take(&mut form.folder);
            actions.push(ReportAction::SetFolder(folder.trim().into()).into());
        }
    });
    let text = format!(
        "A PDF, a Word file and the same as JSON, in {}.",
        open.report_folder().display()
    );
    words(ui, Words::Small, text);
    let hers = match open.behind.is_some() {
        true => "The lock of women’s safety work is open: what partners told is in it, in counts.",
        false => "What partners told is not in it: their lock is closed.",
    };
    words(ui, Words::Small, hers);
    for path in &report.made {
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        words(
            ui,
            Words::Done,
            format!("Written: {}", name.unwrap_or_default()),
        );
    }
    for note in &report.notes {
        words(ui, Words::Doubt, note);
    }
    if !report.made.is_empty() && quiet(ui, "Show the folder").clicked() {
        actions.push(ReportAction::ShowFolder.into());
    }
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
