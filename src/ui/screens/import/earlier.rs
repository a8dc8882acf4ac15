//! What earlier imports left behind: doubts and rows that became no entry, with their whole wording.

use egui::{Align, Layout, Ui};

use crate::app::{Action, ImportAction, Open};
use crate::dates;
use crate::model::{Import, ImportId};
use crate::ui::tokens::space;
use crate::ui::widgets::{Words, hairline, heading, label, link, quote, words};

pub fn show(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    if open.review.imports.is_empty() {
        return;
    }
    ui.add_space(space::MEDIUM);
    heading(ui, "Imported so far");
    for import in &open.review.imports {
        hairline(ui);
        let shown = open.import.earlier == Some(import.id);
        ui.push_id(import.id.0, |ui| {
            ui.horizontal(|ui| {
                label(ui, Words::Strong, &import.file);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if link(ui, if shown { "Close" } else { "What was in doubt" }).clicked() {
                        actions.push(Action::Import(ImportAction::ShowImport(import.id)));
                    }
                });
            });
            let agency = open.review.agency(import.agency);
            let agency = agency.map_or("", |agency| agency.name.as_str());
            words(
                ui,
                Words::Secondary,
                format!("{agency} · {}", left_behind(import)),
            );
            for said in corrections(open, import) {
                words(ui, Words::Small, said);
            }
            if shown {
                details(ui, import);
            }
        });
    }
}

/// “Replaced by police v2.xlsx of 12 May 2026.”, “Replaces police.xlsx of 3 May 2026.”
fn corrections(open: &Open, import: &Import) -> Vec<String> {
    let named = |id: ImportId| {
        let mut imports = open.review.imports.iter();
        let other = imports.find(|other| other.id == id)?;
        Some(match day_of(other) {
            Some(day) => format!("{} of {day}", other.file),
            None => other.file.clone(),
        })
    };
    let mut said = Vec::new();
    if let Some(newer) = open.import.replaced.get(&import.id) {
        let newer = newer.and_then(named);
        let newer = newer.unwrap_or_else(|| "a corrected return".to_owned());
        said.push(format!("Replaced by {newer}."));
    }
    if let Some(earlier) = import.replaces.and_then(named) {
        said.push(format!("Replaces {earlier}."));
    }
    said
}

/// The day on which it was imported, as it is spoken.
fn day_of(import: &Import) -> Option<String> {
    let day = import.at.split('T').next()?.parse().ok()?;
    Some(dates::spoken_date(day))
}

/// “65 entries · 0 doubts · 5 rows left out”
fn left_behind(import: &Import) -> String {
    let doubts = match import.doubts.len() {
        1 => "1 doubt".to_owned(),
        count => format!("{count} doubts"),
    };
    let rows = match import.skipped.len() {
        1 => "1 row left out".to_owned(),
        count => format!("{count} rows left out"),
    };
    let entries = match import.entries {
        1 => "1 entry".to_owned(),
        count => format!("{count} entries"),
    };
    format!("{entries} · {doubts} · {rows}")
}

fn details(ui: &mut Ui, import: &Import) {
    quote(ui, |ui| {
        if import.doubts.is_empty() && import.skipped.is_empty() {
            words(
                ui,
                Words::Secondary,
                "Every row became an entry, and nothing had to be assumed.",
            );
        }
        for doubt in &import.doubts {
            words(
                ui,
                Words::SmallStrong,
                format!("{} · {}", doubt.place, doubt.wording),
            );
            words(ui, Words::Secondary, &doubt.why);
        }
        for skipped in &import.skipped {
            words(
                ui,
                Words::SmallStrong,
                format!("{} · left out: {}", skipped.place, skipped.why),
            );
            words(ui, Words::Matter, &skipped.wording);
        }
    });
}
