//! What would go out, and for whom.

use egui::Ui;

use super::parts::{entered, line, page};
use crate::app::{Action, OpenProgramme, ReportAction, ReportPart};
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
        let all = ReportPart::ALL.map(|part| (part, part.words().to_owned()));
        if let Some(part) = tabs(ui, open.report.part, all) {
            actions.push(ReportAction::Part(part).into());
        }
        ui.add_space(space::MEDIUM);
        scroll("report").show(ui, |ui| {
            ui.set_max_width(size::PROSE.min(ui.available_width()));
            words(ui, Words::Matter, about(open));
            ui.add_space(space::MEDIUM);
            write(ui, open, form, actions);
            ui.add_space(space::LARGE);
            heading(ui, "What is in it");
            let parts = match open.report.part {
                ReportPart::Data => DATA.as_slice(),
                ReportPart::Released | ReportPart::Internal => &EVALUATION,
            };
            for (part, about) in parts {
                hairline(ui);
                words(ui, Words::Strong, *part);
                words(ui, Words::Secondary, *about);
            }
            ui.add_space(space::LARGE);
        });
    });
}

fn about(open: &OpenProgramme) -> String {
    let threshold = open.programme.template.disclosure_control.threshold;
    match open.report.part {
        ReportPart::Released => format!(
            "Counts from 1 to {} are left out, and with them whatever would give them away by subtraction. Nobody is named, and nothing that one woman said is in it.",
            threshold.saturating_sub(1)
        ),
        ReportPart::Internal => {
            "Exact figures, for the programme itself. It carries “internal” on every page and does not leave the programme.".to_owned()
        }
        ReportPart::Data => format!(
            "One line for each man under a number that is drawn anew each time, and a dictionary of every column. No name, case number, word or day: days are counted from his referral, ages stand in bands, and what fewer than {threshold} share is joined with others. Whoever gets the lines still holds confidential data."
        ),
    }
}

fn write(ui: &mut Ui, open: &OpenProgramme, form: &mut Form, actions: &mut Vec<Action>) {
    let report = &open.report;
    ui.horizontal_wrapped(|ui| {
        let name = match report.part {
            ReportPart::Released => "Write the evaluation",
            ReportPart::Internal => "Write the internal edition",
            ReportPart::Data => "Write the data",
        };
        let ready = !report.writing && !open.lines.is_empty();
        if primary(ui, ready, name).clicked() {
            actions.push(ReportAction::Write.into());
        }
        if secondary(ui, !report.writing, "Another folder…").clicked() {
            actions.push(ReportAction::ChooseFolder.into());
        }
        let hint = "or type a folder, and press Enter";
        let typed = line(ui, "Folder", &mut form.folder, hint, size::SEARCH);
        if entered(ui, &typed) && !form.folder.trim().is_empty() {
            let folder = std::mem::take(&mut form.folder);
            actions.push(ReportAction::SetFolder(folder.trim().into()).into());
        }
    });
    let place = match report.part {
        ReportPart::Data => format!(
            "CSV files in a new folder: {}.",
            open.data_folder().display()
        ),
        ReportPart::Released | ReportPart::Internal => format!(
            "A PDF, a Word file and the same as JSON, in {}.",
            open.report_folder().display()
        ),
    };
    words(ui, Words::Small, place);
    words(ui, Words::Small, hers(open));
    for path in &report.made {
        let name = path.file_name().map(|name| name.to_string_lossy());
        let text = format!("Written: {}", name.unwrap_or_default());
        words(ui, Words::Done, text);
    }
    for note in &report.notes {
        words(ui, Words::Doubt, note);
    }
    if !report.made.is_empty() && quiet(ui, "Show the folder").clicked() {
        actions.push(ReportAction::ShowFolder.into());
    }
}

fn hers(open: &OpenProgramme) -> &'static str {
    match (open.behind.is_some(), open.report.part) {
        (false, _) => "What partners told is not in it: their lock is closed.",
        (true, ReportPart::Data) => {
            "The lock of women’s safety work is open: partners’ lines are written, into a folder of their own. Close the lock to leave them out."
        }
        (true, _) => {
            "The lock of women’s safety work is open: what partners told is in it, in counts."
        }
    }
}

const EVALUATION: [(&str, &str); 6] = [
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

const DATA: [(&str, &str); 3] = [
    (
        "Men and what happened to them",
        "Steps, sessions, measures, substances, children and follow-ups, each in a table of its own under the same study numbers.",
    ),
    (
        "A dictionary",
        "Each column with its meaning, unit and codes. “Not known”, “not asked” and “none” have codes of their own.",
    ),
    (
        "What is left out",
        "Men of whom only monitoring data are kept, and whatever anybody wrote in words.",
    ),
];
