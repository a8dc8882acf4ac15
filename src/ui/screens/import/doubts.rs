//! The pane beside the table: the file, its doubts one by one, and the button that stores.

use std::collections::HashMap;

use egui::{Sense, TextEdit, Ui};

use super::{Memory, about};
use crate::app::{Action, ImportAction, Open, Ready, Room, ShellAction, Waiting, WaitingState};
use crate::dates::DayOrder;
use crate::model::Doubt;
use crate::ui::tokens::{palette, space};
use crate::ui::widgets::{Words, choice, hairline, heading, primary, secondary, small, words};

/// More are listed after the import, with the import.
const LISTED: usize = 300;

pub fn show(
    ui: &mut Ui,
    open: &Open,
    waiting: &Waiting,
    memory: &mut Memory,
    actions: &mut Vec<Action>,
) {
    match &waiting.state {
        WaitingState::Reading => {
            heading(ui, &waiting.name);
            words(ui, Words::Secondary, "The file is being read.");
        }
        WaitingState::Failed(why) => {
            heading(ui, "This file cannot be read");
            words(ui, Words::Plain, why);
            words(ui, Words::Small, "Nothing was stored.");
        }
        WaitingState::Importing(_) => {
            heading(ui, &waiting.name);
            words(
                ui,
                Words::Secondary,
                "The return is being imported. You can go on reading meanwhile.",
            );
        }
        WaitingState::Imported { ready, .. } => {
            let entries = ready.understood.entries.len();
            heading(ui, "Imported");
            words(
                ui,
                Words::Secondary,
                format!("{entries} entries stand in the chronology. One undo takes them all back."),
            );
            if secondary(ui, true, "Go to the chronology").clicked() {
                actions.push(Action::Shell(ShellAction::GoTo(Room::Chronology)));
            }
        }
        WaitingState::Ready(ready) => self::ready(ui, open, waiting, ready, memory, actions),
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
        agency(ui, open, memory, actions);
    }
    ui.add_space(space::SMALL);
    store_buttons(ui, open, waiting, ready, actions);
    ui.add_space(space::SMALL);
    order(ui, ready, actions);
    if ready.mapping.is_some() || ready.order.is_some() {
        words(ui, Words::Small, "Columns were set by hand.");
        if small(ui, true, "As understood").clicked() {
            actions.push(Action::Import(ImportAction::AsUnderstood));
        }
    }
    ui.add_space(space::SMALL);
    about(ui, &ready.file.about);
    for note in &ready.file.notes {
        words(ui, Words::Doubt, note);
    }
    doubt_list(ui, ready, actions);
    skipped_list(ui, ready);
}

fn store_buttons(
    ui: &mut Ui,
    open: &Open,
    waiting: &Waiting,
    ready: &Ready,
    actions: &mut Vec<Action>,
) {
    let entries = ready.understood.entries.len();
    ui.horizontal(|ui| {
        let possible = entries > 0 && waiting.agency.is_some() && open.read_only.is_none();
        let text = match entries {
            1 => "Import 1 entry".to_owned(),
            many => format!("Import {many} entries"),
        };
        if primary(ui, possible, &text).clicked() {
            actions.push(Action::Import(ImportAction::Import));
        }
        if secondary(ui, true, "Not now").clicked() {
            actions.push(Action::Import(ImportAction::PutAside(open.import.selected)));
        }
    });
    let hint = if let Some(reason) = &open.read_only {
        format!("Nothing can be imported: {reason}.")
    } else if waiting.agency.is_none() {
        "Say first which agency sent it.".to_owned()
    } else if entries == 0 {
        "No row was understood as an entry. Say above the table which column holds the date and which the text.".to_owned()
    } else {
        "One undo takes the whole import back.".to_owned()
    };
    words(ui, Words::Small, hint);
}

/// An agency that is not in the register yet can be added here.
fn agency(ui: &mut Ui, open: &Open, memory: &mut Memory, actions: &mut Vec<Action>) {
    words(ui, Words::SmallStrong, "Which agency sent it?");
    words(
        ui,
        Words::Small,
        "Choose it above, beside the file name; or add it:",
    );
    let edit = TextEdit::singleline(&mut memory.new_agency)
        .hint_text("Name of the agency")
        .desired_width(f32::INFINITY);
    let response = ui.add(edit.margin(egui::Margin::symmetric(8, 5)));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label("Name of the agency"));
    let sectors = &open.review.template.sectors;
    let all = sectors
        .iter()
        .map(|sector| (sector.key.clone(), sector.name.clone()));
    let none = std::iter::once((String::new(), "Which sector?".to_owned()));
    if let Some(sector) = choice(ui, "Sector", &memory.new_sector, none.chain(all)) {
        memory.new_sector = sector;
    }
    if small(ui, !memory.new_agency.trim().is_empty(), "Add the agency").clicked() {
        actions.push(Action::Import(ImportAction::NewAgency {
            name: std::mem::take(&mut memory.new_agency),
            sector: std::mem::take(&mut memory.new_sector),
        }));
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
    if let Some(order) = choice(ui, "Order of day and month", &ready.order, all) {
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

/// Doubts with one and the same reason stand together; a click shows the next of their cells.
fn doubt_list(ui: &mut Ui, ready: &Ready, actions: &mut Vec<Action>) {
    let groups = groups(&ready.understood.doubts);
    for (number, group) in groups.iter().enumerate().take(LISTED) {
        hairline(ui);
        let chosen = ready
            .jump
            .and_then(|jump| group.iter().position(|index| *index == jump));
        let first = &ready.understood.doubts[group[0]];
        let inner = ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            words(ui, Words::SmallStrong, places(ready, group, chosen));
            words(ui, Words::Secondary, &first.why);
        });
        let rect = inner.response.rect;
        let response = ui.interact(rect, ui.scope_id().with(("doubt", number)), Sense::click());
        response.widget_info(|| {
            egui::WidgetInfo::labeled(
                egui::Role::Button,
                true,
                format!("Doubt at {}", first.place),
            )
        });
        if chosen.is_some() {
            let bar = egui::Rect::from_min_size(
                rect.min - egui::vec2(8.0, 0.0),
                egui::vec2(3.0, rect.height()),
            );
            ui.painter().rect_filled(bar, 0.0, palette(ui).doubt);
        }
        if response
            .on_hover_cursor(egui::CursorIcon::PointingHand)
            .clicked()
        {
            let next = chosen.map_or(0, |at| (at + 1) % group.len());
            actions.push(Action::Import(ImportAction::Jump(group[next])));
        }
    }
    let more = groups.len().saturating_sub(LISTED);
    if more > 0 {
        hairline(ui);
        words(
            ui,
            Words::Small,
            format!("and {more} more kinds, listed with the import once it is stored"),
        );
    }
}

/// Indices of doubts that say the same, in the order in which each was first met.
fn groups(doubts: &[Doubt]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut group_of: HashMap<&str, usize> = HashMap::new();
    for (index, doubt) in doubts.iter().enumerate() {
        let group = *group_of.entry(doubt.why.as_str()).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[group].push(index);
    }
    groups
}

/// Where the doubts of a group stand: the one cell with its wording, or how many and which is shown.
fn places(ready: &Ready, group: &[usize], chosen: Option<usize>) -> String {
    let at = |index: usize| {
        let doubt = &ready.understood.doubts[index];
        format!("{} · {}", doubt.place, short(&doubt.wording))
    };
    match (group, chosen) {
        ([one], _) => at(*one),
        (several, Some(shown)) => format!(
            "{} of {} · {}",
            shown + 1,
            several.len(),
            at(several[shown])
        ),
        (several, None) => format!("{} cells, from {}", several.len(), at(several[0])),
    }
}

fn skipped_list(ui: &mut Ui, ready: &Ready) {
    let skipped = &ready.understood.skipped;
    if skipped.is_empty() {
        return;
    }
    ui.add_space(space::SMALL);
    heading(
        ui,
        match skipped.len() {
            1 => "1 row becomes no entry".to_owned(),
            many => format!("{many} rows become no entry"),
        },
    );
    words(ui, Words::Small, "Their wording is kept with the import.");
    for row in skipped.iter().take(LISTED) {
        hairline(ui);
        words(
            ui,
            Words::SmallStrong,
            format!("{} · {}", row.place, short(&row.wording)),
        );
        words(ui, Words::Secondary, &row.why);
    }
}

fn short(text: &str) -> String {
    const SHOWN: usize = 70;
    let text = text.trim().replace('\n', " ");
    if text.chars().count() > SHOWN {
        format!("{}…", text.chars().take(SHOWN).collect::<String>())
    } else {
        text
    }
}
