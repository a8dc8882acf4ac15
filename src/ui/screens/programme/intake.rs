//! Spreadsheets of a cohort before they are imported: each table with what it was taken for, the words that fit no key, and what is in doubt.

mod table;

use egui::Ui;

use super::parts::{page, part_list};
use crate::app::{Action, CohortIntake, IntakeAction, IntakePart, OpenProgramme, counted};
use crate::intake::{TableUnderstood, Understood, ValueChoice, ValueUnderstood};
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{
    Words, choice, hairline, heading, primary, scroll, secondary, small, words,
};

pub(super) fn show(
    ui: &mut Ui,
    open: &OpenProgramme,
    intake: &CohortIntake,
    actions: &mut Vec<Action>,
) {
    let Some(understood) = &intake.understood else {
        page(ui, |ui| {
            heading(ui, "Import a cohort");
            words(
                ui,
                Words::Secondary,
                "The files are being read. Nothing is stored yet.",
            );
            ui.add_space(space::SMALL);
            if secondary(ui, true, "Not now").clicked() {
                actions.push(IntakeAction::Leave.into());
            }
        });
        return;
    };
    let parts = parts(understood);
    let present = intake
        .part
        .filter(|part| parts.iter().any(|(one, ..)| one == part))
        .or_else(|| parts.first().map(|(part, ..)| *part));
    let titles: Vec<(String, String)> = parts
        .iter()
        .map(|(_, title, beside)| (title.clone(), beside.clone()))
        .collect();
    let chosen = parts.iter().position(|(part, ..)| Some(*part) == present);
    if let Some((part, ..)) =
        part_list(ui, "intake parts", &titles, chosen).and_then(|at| parts.get(at))
    {
        actions.push(IntakeAction::Part(*part).into());
    }
    page(ui, |ui| {
        heading(ui, "Import a cohort");
        decide(ui, open, intake, understood, actions);
        ui.add_space(space::SMALL);
        hairline(ui);
        ui.push_id(present, |ui| {
            scroll("intake").show(ui, |ui| {
                ui.set_max_width(size::IN_HAND.min(ui.available_width()));
                ui.add_enabled_ui(!intake.importing, |ui| match present {
                    Some(IntakePart::Table(at)) => {
                        let mut tables = understood.tables.iter();
                        if let Some(one) = tables.find(|table| table.at == at) {
                            table::show(ui, open, intake, one, actions);
                        }
                    }
                    Some(IntakePart::Words) => values(ui, open, intake, understood, actions),
                    Some(IntakePart::Doubts) => doubts(ui, intake, understood, actions),
                    None => {
                        words(ui, Words::Secondary, "There is no table in these files.");
                    }
                });
                ui.add_space(space::LARGE);
            });
        });
    });
}

/// Each with what is said beside it in the list.
fn parts(understood: &Understood) -> Vec<(IntakePart, String, String)> {
    let tables = understood.tables.iter().map(|table| {
        let beside = match table.kind {
            Some(_) => rows(table.taken()),
            None => "not taken".to_owned(),
        };
        (IntakePart::Table(table.at), called(table), beside)
    });
    let mut parts: Vec<(IntakePart, String, String)> = tables.collect();
    let asked = asked(understood).len();
    if asked > 0 {
        let title = "Words that fit no key".to_owned();
        parts.push((IntakePart::Words, title, asked.to_string()));
    }
    if !understood.doubts.is_empty() {
        let count = understood.doubts.len().to_string();
        parts.push((IntakePart::Doubts, "To look at".to_owned(), count));
    }
    parts
}

/// “1 row”, “12 rows”
fn rows(count: usize) -> String {
    match count {
        1 => "1 row".to_owned(),
        _ => format!("{count} rows"),
    }
}

fn called(table: &TableUnderstood) -> String {
    match table.name.as_str() {
        "" => table.file.clone(),
        name => format!("{}, {name}", table.file),
    }
}

fn decide(
    ui: &mut Ui,
    open: &OpenProgramme,
    intake: &CohortIntake,
    understood: &Understood,
    actions: &mut Vec<Action>,
) {
    let side = understood.his_side();
    let all = counted(&[
        (side.men.len(), "man", "men"),
        (side.sessions.len(), "session", "sessions"),
        (side.costs.len(), "cost", "costs"),
        (side.feedback.len(), "feedback form", "feedback forms"),
        (understood.partners(), "partner", "partners"),
    ]);
    let text = match all.as_str() {
        _ if intake.importing => "Being imported. One undo will take it all back.".to_owned(),
        "" => "Nothing would come in. Say below what each table is.".to_owned(),
        all => format!("{all} would come in. Nothing is stored yet."),
    };
    words(ui, Words::Strong, text);
    let hers = |table: &TableUnderstood| table.columns.iter().any(|column| column.hers);
    if !intake.unlocked && understood.tables.iter().any(hers) {
        let text = "What partners said is not taken while women’s safety work is locked. Open it under Partners first, \
                    or import the rest.";
        words(ui, Words::Doubt, text);
    }
    if !open.may_change() {
        let text = "This file can only be read, so nothing can be imported into it.";
        words(ui, Words::Doubt, text);
    }
    ui.horizontal_wrapped(|ui| {
        let ready = !intake.waits && !understood.is_empty() && open.may_change();
        if primary(ui, ready, "Import").clicked() && ready {
            actions.push(IntakeAction::Import.into());
        }
        if secondary(ui, !intake.importing, "Not now").clicked() {
            actions.push(IntakeAction::Leave.into());
        }
        if intake.unlocked != open.behind.is_some()
            && small(ui, !intake.waits, "Understand it again").clicked()
        {
            actions.push(IntakeAction::UnderstandAgain.into());
        }
        if intake.waits && !intake.importing {
            words(ui, Words::Secondary, "Your choice is being followed.");
        }
    });
}

/// Wordings about which a person may decide, or has.
fn asked(understood: &Understood) -> Vec<&ValueUnderstood> {
    let values = understood.values.iter();
    values
        .filter(|value| value.key.is_none() || value.chosen)
        .collect()
}

fn values(
    ui: &mut Ui,
    open: &OpenProgramme,
    intake: &CohortIntake,
    understood: &Understood,
    actions: &mut Vec<Action>,
) {
    ui.add_space(space::SMALL);
    heading(ui, "Words that fit no key");
    let text = "What is kept as written is counted apart. What is not taken is as if the cell were not known.";
    words(ui, Words::Secondary, text);
    let asked = asked(understood);
    for value in asked.iter().take(intake.lines) {
        hairline(ui);
        value_line(ui, open, value, actions);
    }
    more(ui, intake, asked.len(), actions);
}

fn value_line(
    ui: &mut Ui,
    open: &OpenProgramme,
    value: &ValueUnderstood,
    actions: &mut Vec<Action>,
) {
    let template = &open.programme.template;
    let (list, wording) = (value.list, value.wording.as_str());
    let times = match value.count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        count => format!("{count} times"),
    };
    let chosen = match &value.key {
        Some(key) => Some(ValueChoice::Key(key.clone())),
        None => value.as_written.then_some(ValueChoice::AsWritten),
    };
    let keys = list.keys(template).into_iter();
    let keys = keys.map(|one| (Some(ValueChoice::Key(one.key)), one.name));
    let mut all: Vec<(Option<ValueChoice>, String)> = keys.collect();
    if list.of_template(template).is_some() {
        let text = "Keep as written".to_owned();
        all.insert(0, (Some(ValueChoice::AsWritten), text));
    }
    if chosen.is_none() {
        all.insert(0, (None, "Not taken".to_owned()));
    }
    let name = format!("What “{wording}” is among {}", list.words());
    table::beside(
        ui,
        |ui| {
            words(ui, Words::Plain, format!("“{wording}”"));
            let text = format!("{times} among {}", list.words());
            words(ui, Words::Small, text);
        },
        |ui| {
            if let Some(Some(choice)) = choice(ui, &name, &chosen, all) {
                actions.push(IntakeAction::Value(list, wording.to_owned(), choice).into());
            }
        },
    );
}

fn doubts(ui: &mut Ui, intake: &CohortIntake, understood: &Understood, actions: &mut Vec<Action>) {
    ui.add_space(space::SMALL);
    heading(ui, "To look at");
    let text = "What was assumed, left out or does not fit. It can be put right in the spreadsheet and read again, or later in the case.";
    words(ui, Words::Secondary, text);
    for doubt in understood.doubts.iter().take(intake.lines) {
        hairline(ui);
        words(ui, Words::SmallStrong, doubt.place.as_str());
        let text = match doubt.wording.as_str() {
            "" => doubt.why.clone(),
            wording => format!("“{wording}”. {}", doubt.why),
        };
        words(ui, Words::Plain, text);
    }
    more(ui, intake, understood.doubts.len(), actions);
}

/// Where a list is longer than what is shown of it, says so and shows more when asked.
fn more(ui: &mut Ui, intake: &CohortIntake, count: usize, actions: &mut Vec<Action>) {
    if count <= intake.lines {
        return;
    }
    ui.add_space(space::SMALL);
    ui.horizontal_wrapped(|ui| {
        let text = format!("{} of {count} are shown.", intake.lines);
        words(ui, Words::Secondary, text);
        if small(ui, true, "Show more").clicked() {
            actions.push(IntakeAction::MoreLines.into());
        }
    });
}
