//! Every silence longer than asked for, the longest first.

use egui::Ui;

use super::{agency_name, in_words, open_ends};
use crate::app::{Action, Open, Silences, SilencesAction};
use crate::chronology::{Silence, Silent};
use crate::dates;
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{Words, heading, label, link, small, words};

pub fn show(ui: &mut Ui, open: &Open, silences: &Silences, actions: &mut Vec<Action>) {
    let state = &open.analysis.silences;
    let listed = silences.longer_than(state.days);
    ui.add_space(space::MEDIUM);
    heading(
        ui,
        match (listed.len(), state.days) {
            (0, days) => format!("No silence of more than {days} days"),
            (1, days) => format!("1 silence of more than {days} days"),
            (count, days) => {
                format!("{count} silences of more than {days} days, the longest first")
            }
        },
    );
    if listed.is_empty() {
        words(
            ui,
            Words::Secondary,
            "Choose fewer days above to see shorter ones.",
        );
        return;
    }
    let is_wide = ui.available_width() > size::LONG_COLUMN + 2.0 * size::AGENCY_NAME;
    for one in listed.iter().take(state.drawn) {
        if is_wide {
            ui.horizontal(|ui| {
                ui.scope(|ui| {
                    ui.set_width(size::LONG_COLUMN);
                    length(ui, open, one, actions);
                });
                ui.scope(|ui| {
                    ui.set_width(size::AGENCY_NAME);
                    label(ui, Words::Plain, agency_name(open, one.agency));
                });
                label(ui, Words::Secondary, days_of(one.silence));
            });
        } else {
            ui.horizontal_wrapped(|ui| {
                length(ui, open, one, actions);
                words(ui, Words::Plain, agency_name(open, one.agency));
                words(ui, Words::Secondary, days_of(one.silence));
            });
        }
    }
    let left = listed.len().saturating_sub(state.drawn);
    if left > 0 && small(ui, true, &format!("Show more of the {left} shorter ones")).clicked() {
        actions.push(SilencesAction::DrawMore.into());
    }
}

fn length(ui: &mut Ui, open: &Open, one: &Silent, actions: &mut Vec<Action>) {
    let response = link(ui, &one.silence.words());
    let name = in_words(open, one.agency, one.silence);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &name));
    if response.clicked() {
        actions.push(open_ends(open, one.agency, one.silence));
    }
}

fn days_of(silence: Silence) -> String {
    format!(
        "{} to {}",
        dates::spoken_date(silence.last),
        dates::spoken_date(silence.next)
    )
}
