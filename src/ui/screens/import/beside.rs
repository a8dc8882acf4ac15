//! The pane beside the table: how the file was read, what is in doubt, and the button that stores.

use egui::{ProgressBar, Ui};

use super::{Memory, agency, doubts};
use crate::app::{
    Action, Amending, App, ImportAction, Open, Ready, Room, ShellAction, TaskKind, Waiting,
    WaitingState,
};
use crate::dates::DayOrder;
use crate::ui::tokens::{palette, space};
use crate::ui::widgets::{Words, choice, heading, primary, secondary, small, words};

pub fn show(
    ui: &mut Ui,
    app: &App,
    open: &Open,
    waiting: &Waiting,
    memory: &mut Memory,
    actions: &mut Vec<Action>,
) {
    match &waiting.state {
        WaitingState::Reading => {
            heading(ui, &waiting.name);
            words(
                ui,
                Words::Secondary,
                "The file is being read. Nothing is stored by that.",
            );
            under_way(
                ui,
                app,
                (TaskKind::Read, &waiting.name),
                "Stop reading",
                actions,
            );
        }
        WaitingState::Stopped => {
            heading(ui, "Reading was stopped");
            words(ui, Words::Secondary, "Nothing of it was stored.");
            if secondary(ui, true, "Read it after all").clicked() {
                let index = open.import.selected;
                actions.push(Action::Import(ImportAction::ReadAgain(index)));
            }
        }
        WaitingState::Failed(why) => {
            heading(ui, "This file cannot be read");
            words(ui, Words::Plain, why);
            words(ui, Words::Small, "Nothing was stored.");
            if secondary(ui, true, "Try again").clicked() {
                let index = open.import.selected;
                actions.push(Action::Import(ImportAction::ReadAgain(index)));
            }
        }
        WaitingState::Importing(_) => {
            heading(ui, &waiting.name);
            words(
                ui,
                Words::Secondary,
                "The return is being imported. You can go on reading meanwhile.",
            );
            under_way(
                ui,
                app,
                (TaskKind::Import, &waiting.name),
                "Stop importing",
                actions,
            );
        }
        WaitingState::Imported { ready, .. } => {
            let entries = ready.understood.entries.len();
            if ready.amends.is_some() {
                heading(ui, "The earlier return was replaced");
                let text = "Its entries now say what the corrected return says. What that no longer holds is kept, marked as withdrawn. One undo takes it all back.";
                words(ui, Words::Secondary, text);
            } else {
                heading(ui, "Imported");
                let text = format!(
                    "{entries} entries stand in the chronology. One undo takes them all back."
                );
                words(ui, Words::Secondary, text);
            }
            if secondary(ui, true, "Go to the chronology").clicked() {
                actions.push(Action::Shell(ShellAction::GoTo(Room::Chronology)));
            }
        }
        WaitingState::Ready(ready) => self::ready(ui, open, waiting, ready, memory, actions),
    }
}

/// How far the task of this kind and file is, and a button that stops it.
fn under_way(
    ui: &mut Ui,
    app: &App,
    (kind, file): (TaskKind, &str),
    stop: &str,
    actions: &mut Vec<Action>,
) {
    let mut running = app.running().iter();
    let own = running.find(|running| running.kind == kind && running.title.ends_with(file));
    let Some(running) = own else {
        words(ui, Words::Small, "It waits for what runs now.");
        if small(ui, true, "Stop all that runs").clicked() {
            actions.push(Action::Shell(ShellAction::StopTasks));
        }
        return;
    };
    let far = running.job.how_far();
    let share = far
        .total
        .filter(|total| *total > 0)
        .map(|total| far.done as f32 / total as f32);
    let bar = ProgressBar::new(share.unwrap_or(0.0))
        .desired_height(6.0)
        .fill(palette(ui).accent)
        .animate(share.is_none());
    ui.add(bar);
    let what = match share {
        Some(share) => format!("{}: {:.0} %", far.what, share * 100.0),
        None => far.what,
    };
    words(ui, Words::Small, what);
    if small(ui, !running.job.is_cancelled(), stop).clicked() {
        actions.push(Action::Shell(ShellAction::StopTasks));
    }
}

fn ready(
    ui: &mut Ui,
    open: &Open,
    waiting: &Waiting,
    ready: &Ready,
    memory: &mut Memory,
    actions: &mut Vec<Action>,
) {
    let understood = &ready.understood;
    let count = understood.doubts.len();
    heading(
        ui,
        match count {
            0 => "No doubts in this return".to_owned(),
            1 => "1 doubt in this return".to_owned(),
            many => format!("{many} doubts in this return"),
        },
    );
    if count > 0 {
        words(
            ui,
            Words::Secondary,
            "Each is kept as written. Settle now or later.",
        );
    }
    if ready.before {
        words(
            ui,
            Words::Doubt,
            "A file with the very same contents was imported before. Importing it again would double its entries.",
        );
    }
    if waiting.agency.is_none() {
        ui.add_space(space::SMALL);
        agency::add(ui, open, memory, actions);
    }
    agency::habit(ui, open, waiting, ready, actions);
    ui.add_space(space::SMALL);
    store_buttons(ui, open, waiting, ready, actions);
    ui.add_space(space::SMALL);
    order(ui, ready, actions);
    if ready.reading.is_by_hand() {
        words(ui, Words::Small, "Columns were set by hand.");
        if small(ui, true, "As understood").clicked() {
            actions.push(Action::Import(ImportAction::AsUnderstood));
        }
    }
    ui.add_space(space::SMALL);
    words(ui, Words::Small, &ready.file.about);
    for note in &ready.file.notes {
        words(ui, Words::Doubt, note);
    }
    doubts::show(ui, ready, &mut memory.groups, actions);
    doubts::left_out(ui, ready);
}

/// What the filled button would do, and whether it can be done.
fn what_is_stored(open: &Open, waiting: &Waiting, ready: &Ready) -> (String, bool, String) {
    let entries = ready.understood.entries.len();
    let (text, compared) = match &ready.amends {
        Some(Amending { compared, .. }) => {
            ("Replace the earlier return".to_owned(), compared.is_some())
        }
        None if entries == 1 => ("Import 1 entry".to_owned(), true),
        None => (format!("Import {entries} entries"), true),
    };
    let hint = if let Some(reason) = &open.read_only {
        format!("Nothing can be imported: {reason}.")
    } else if waiting.agency.is_none() {
        "Say first which agency sent it.".to_owned()
    } else if ready.is_being_understood() {
        "The table is being understood anew.".to_owned()
    } else if ready.is_outdated(&open.import) {
        "A date of the case has moved since the table was understood.".to_owned()
    } else if entries == 0 {
        "No row was understood as an entry. Say above the table which column holds the date and which the text.".to_owned()
    } else if !compared {
        "First it is compared with the earlier return.".to_owned()
    } else if ready.amends.is_some() {
        return (
            text,
            true,
            "Tags and links stay with their entries. One undo takes it all back.".to_owned(),
        );
    } else {
        return (
            text,
            true,
            "One undo takes the whole import back.".to_owned(),
        );
    };
    (text, false, hint)
}

fn store_buttons(
    ui: &mut Ui,
    open: &Open,
    waiting: &Waiting,
    ready: &Ready,
    actions: &mut Vec<Action>,
) {
    let (text, possible, hint) = what_is_stored(open, waiting, ready);
    ui.horizontal(|ui| {
        if primary(ui, possible, &text).clicked() {
            actions.push(Action::Import(ImportAction::Import));
        }
        if secondary(ui, true, "Not now").clicked() {
            actions.push(Action::Import(ImportAction::PutAside(open.import.selected)));
        }
    });
    words(ui, Words::Small, hint);
    if ready.is_outdated(&open.import) && small(ui, true, "Understand it again").clicked() {
        actions.push(Action::Import(ImportAction::UnderstandAgain));
    }
}

fn order(ui: &mut Ui, ready: &Ready, actions: &mut Vec<Action>) {
    let evidence = &ready.understood.order;
    words(ui, Words::SmallStrong, "Order in dates such as 02/11/2017");
    let all = [
        (None, format!("as found: {}", order_words(evidence.order))),
        (Some(DayOrder::DayFirst), "day first".to_owned()),
        (Some(DayOrder::MonthFirst), "month first".to_owned()),
    ];
    if let Some(order) = choice(ui, "Order of day and month", &ready.reading.order, all) {
        actions.push(Action::Import(ImportAction::SetOrder(order)));
    }
    let proof = [
        (
            evidence.day_first,
            "only makes sense day first",
            "only make sense day first",
        ),
        (
            evidence.month_first,
            "only makes sense month first",
            "only make sense month first",
        ),
        (evidence.undecided, "could be either", "could be either"),
    ];
    let proof: Vec<String> = proof
        .into_iter()
        .filter(|(count, _, _)| *count > 0)
        .map(|(count, one, many)| {
            if count == 1 {
                format!("1 {one}")
            } else {
                format!("{count} {many}")
            }
        })
        .collect();
    let text = if proof.is_empty() {
        "No date in this column is written in figures.".to_owned()
    } else {
        format!("Of the dates written in figures, {}.", proof.join(", "))
    };
    words(ui, Words::Small, text);
}

fn order_words(order: DayOrder) -> &'static str {
    match order {
        DayOrder::DayFirst => "day first",
        DayOrder::MonthFirst => "month first",
    }
}
