//! What earlier imports left behind: doubts and rows that became no entry, with their whole wording.

use egui::{Align, Layout, Ui};

use crate::app::{Action, ImportAction, Open};
use crate::model::Import;
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
                let agency = open
                    .review
                    .agency(import.agency)
                    .map_or("", |agency| agency.name.as_str());
                label(
                    ui,
                    Words::Secondary,
                    format!("{agency} · {} entries", import.entries),
                );
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if link(ui, if shown { "Close" } else { "What was in doubt" }).clicked() {
                        actions.push(Action::Import(ImportAction::ShowImport(import.id)));
                    }
                    label(ui, Words::Small, left_behind(import));
                    if open.import.replaced.contains(&import.id) {
                        label(ui, Words::Doubt, "replaced by a corrected return");
                    }
                });
            });
            if shown {
                details(ui, import);
            }
        });
    }
}

fn left_behind(import: &Import) -> String {
    let doubts = match import.doubts.len() {
        1 => "1 doubt".to_owned(),
        count => format!("{count} doubts"),
    };
    let rows = match import.skipped.len() {
        1 => "1 row left out".to_owned(),
        count => format!("{count} rows left out"),
    };
    format!("{doubts} · {rows}")
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
