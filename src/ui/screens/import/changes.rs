//! What a corrected return changes: shown before anything is stored.

use egui::Ui;

use crate::app::{
    Action, Amending, Comparison, Gone, ImportAction, Open, PartChanged, Ready, RowChanged,
};
use crate::dates;
use crate::model::When;
use crate::ui::tokens::space;
use crate::ui::widgets::{
    Side, Words, hairline, heading, label, marked, quote, scroll, secondary, words,
};

/// More of one sort are counted, not listed.
const LISTED: usize = 400;

pub fn show(
    ui: &mut Ui,
    open: &Open,
    ready: &Ready,
    amending: &Amending,
    actions: &mut Vec<Action>,
) {
    let mut imports = open.review.imports.iter();
    let earlier = imports.find(|import| import.id == amending.import);
    let earlier = earlier.map_or("the earlier return", |import| import.file.as_str());
    let Some(comparison) = &amending.compared else {
        waiting(ui, amending, earlier, actions);
        return;
    };
    scroll("changes").show(ui, |ui| {
        ui.set_max_width(ui.available_width() - space::SMALL);
        summary(ui, comparison, earlier);
        changed(ui, &comparison.changed);
        new(ui, ready, comparison);
        gone(ui, &comparison.gone);
    });
}

fn waiting(ui: &mut Ui, amending: &Amending, earlier: &str, actions: &mut Vec<Action>) {
    if amending.is_under_way {
        words(
            ui,
            Words::Secondary,
            format!("It is being compared with {earlier}."),
        );
        return;
    }
    let text = "What it changes was not found out, or the review has changed since.";
    words(ui, Words::Secondary, text);
    if secondary(ui, true, "Compare").clicked() {
        actions.push(Action::Import(ImportAction::CompareAgain));
    }
}

fn summary(ui: &mut Ui, comparison: &Comparison, earlier: &str) {
    let parts = [
        (comparison.changed.len(), "changed", "changed"),
        (comparison.new.len(), "new", "new"),
        (comparison.gone.len(), "no longer there", "no longer there"),
        (comparison.same, "the same", "the same"),
    ];
    let said: Vec<String> = parts
        .into_iter()
        .filter(|(count, _, _)| *count > 0)
        .map(|(count, one, many)| match count {
            1 => format!("1 {one}"),
            _ => format!("{count} {many}"),
        })
        .collect();
    words(
        ui,
        Words::Plain,
        format!(
            "Beside {earlier}: {}. Nothing is stored until you replace it.",
            said.join(", ")
        ),
    );
}

/// The heading of one sort of change; `false`: there is none of it.
fn headed(ui: &mut Ui, count: usize, text: &str, explained: &str) -> bool {
    if count == 0 {
        return false;
    }
    ui.add_space(space::SMALL);
    heading(ui, format!("{text} ({count})"));
    words(ui, Words::Small, explained);
    true
}

fn more(ui: &mut Ui, count: usize) {
    if count > LISTED {
        hairline(ui);
        words(ui, Words::Small, format!("and {} more", count - LISTED));
    }
}

fn changed(ui: &mut Ui, rows: &[RowChanged]) {
    let explained = "They keep their tags, links and whatever you have settled.";
    if !headed(ui, rows.len(), "Changed", explained) {
        return;
    }
    for row in rows.iter().take(LISTED) {
        hairline(ui);
        about(ui, &row.entry.when, &row.place);
        for part in &row.parts {
            one_part(ui, part);
        }
        if !row.rests.is_empty() {
            words(ui, Words::Small, format!("Rests on it: {}.", row.rests));
        }
    }
    more(ui, rows.len());
}

fn one_part(ui: &mut Ui, part: &PartChanged) {
    words(ui, Words::SmallStrong, part.part);
    quote(ui, |ui| {
        for (side, name, pieces) in [
            (Side::Before, "was", &part.before),
            (Side::After, "is now", &part.after),
        ] {
            label(ui, Words::Small, name);
            if pieces.iter().all(|piece| piece.text.trim().is_empty()) {
                words(ui, Words::Secondary, "nothing");
            } else {
                marked(ui, side, pieces);
            }
        }
    });
}

/// The date as written, and where the row stands.
fn about(ui: &mut Ui, when: &When, place: &str) {
    ui.horizontal_wrapped(|ui| {
        let wording = when.wording.trim();
        if wording.is_empty() {
            words(ui, Words::Strong, dates::spoken(when));
        } else {
            words(ui, Words::Strong, wording);
        }
        words(ui, Words::Small, place);
    });
}

fn new(ui: &mut Ui, ready: &Ready, comparison: &Comparison) {
    let explained = "They come into the chronology.";
    if !headed(ui, comparison.new.len(), "New", explained) {
        return;
    }
    for index in comparison.new.iter().take(LISTED) {
        if let Some(draft) = ready.understood.entries.get(*index) {
            hairline(ui);
            about(ui, &draft.when, &draft.place);
            words(ui, Words::Matter, draft.text.as_str());
        }
    }
    more(ui, comparison.new.len());
}

fn gone(ui: &mut Ui, gone: &[Gone]) {
    let explained = "They are kept and marked as withdrawn, and left out of what is published. Nothing is deleted.";
    if !headed(ui, gone.len(), "No longer there", explained) {
        return;
    }
    for gone in gone.iter().take(LISTED) {
        hairline(ui);
        about(ui, &gone.entry.when, &gone.entry.source.place);
        words(ui, Words::Matter, gone.entry.text.as_str());
        if gone.rests.is_empty() {
            words(ui, Words::Small, "Nothing rests on it.");
        } else {
            let text = format!(
                "Rests on it: {}. It will be kept and marked as withdrawn.",
                gone.rests
            );
            words(ui, Words::Doubt, text);
        }
    }
    more(ui, gone.len());
}
