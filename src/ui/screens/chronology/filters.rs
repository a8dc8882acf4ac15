//! The filter as chips above the table, and how much it shows.

use egui::{Align, Layout, Ui};

use crate::app::{Action, ChronologyAction, Open, filter_parts, order_in_words};
use crate::chronology::{Filter, Sorting, Withdrawn};
use crate::ui::tokens::space;
use crate::ui::widgets::{Tone, Words, label, link, removable_chip};

pub fn show(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    if open.chronology.is_filtered() {
        chips(ui, open, actions);
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::SMALL;
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            if let Some(words) = open.chronology.searching_for() {
                label(ui, Words::Small, format!("Searching for “{words}” …"));
            }
            label(ui, Words::Small, count(open));
            order(ui, open, actions);
            withdrawn(ui, open, actions);
        });
    });
}

fn count(open: &Open) -> String {
    let chronology = &open.chronology;
    let all = open.review.entries.len();
    let shown = chronology.rows.len();
    let mut text = if shown == all {
        format!("{all} entries")
    } else {
        format!("{shown} of {all} entries")
    };
    text.push_str(", ");
    text.push_str(&order_in_words(chronology.sorting, chronology.grouping));
    let undated = chronology.undated();
    if undated > 0 && chronology.sorting.is_by_time() && chronology.lines.groups.is_empty() {
        text.push_str(&format!(" · {undated} without a date, at the end"));
    }
    let folded = chronology.lines.rows.len() - chronology.lines.count_shown();
    if folded > 0 {
        text.push_str(&format!(" · {folded} folded away"));
    }
    text
}

fn order(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    if !open.chronology.sorting.is_by_time() && link(ui, "Back to the order of time").clicked() {
        let action = ChronologyAction::Sort(Sorting::default());
        actions.push(Action::Chronology(action));
    }
}

/// What agencies have withdrawn is hidden, never in silence.
fn withdrawn(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let chronology = &open.chronology;
    if chronology.withdrawn == 0 || chronology.filter.withdrawn != Withdrawn::LeftOut {
        return;
    }
    let words = match chronology.withdrawn {
        1 => "1 withdrawn entry is hidden".to_owned(),
        count => format!("{count} withdrawn entries are hidden"),
    };
    label(ui, Words::Small, words);
    if link(ui, "Show what was withdrawn").clicked() {
        let shown = Filter {
            withdrawn: Withdrawn::Among,
            ..chronology.filter.clone()
        };
        let action = ChronologyAction::SetFilter(Box::new(shown));
        actions.push(Action::Chronology(action));
    }
}

fn chips(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::SMALL, space::TIGHT);
        for part in filter_parts(&open.review, &open.chronology.filter) {
            let name = format!("Remove filter {}", part.words);
            if removable_chip(ui, Tone::Accent, &part.words, &name).clicked() {
                let action = ChronologyAction::SetFilter(Box::new(part.without));
                actions.push(Action::Chronology(action));
            }
        }
        let words = open.chronology.words.trim();
        if !words.is_empty() {
            let text = format!("“{words}”");
            let name = format!("Remove search {text}");
            if removable_chip(ui, Tone::Accent, &text, &name).clicked() {
                let action = ChronologyAction::Search(String::new());
                actions.push(Action::Chronology(action));
            }
        }
        if link(ui, "Show all").clicked() {
            actions.push(Action::Chronology(ChronologyAction::ClearFilter));
        }
    });
}
