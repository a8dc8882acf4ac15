//! Every silence longer than asked for, the longest first.

use egui::Ui;

use super::{agency_name, in_words, open_ends};
use crate::app::{Action, Open, Silences, SilencesAction};
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
    for one in listed.iter().take(state.drawn) {
        let silence = one.silence;
        ui.horizontal(|ui| {
            ui.scope(|ui| {
                ui.set_width(size::LONG_COLUMN);
                let response = link(ui, &silence.words());
                let name = in_words(open, one.agency, silence);
                response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &name));
                if response.clicked() {
                    actions.push(open_ends(open, one.agency, silence));
                }
            });
            ui.scope(|ui| {
                ui.set_width(size::AGENCY_NAME);
                label(ui, Words::Plain, agency_name(open, one.agency));
            });
            label(
                ui,
                Words::Secondary,
                format!(
                    "{} to {}",
                    dates::spoken_date(silence.last),
                    dates::spoken_date(silence.next)
                ),
            );
        });
    }
    let left = listed.len().saturating_sub(state.drawn);
    if left > 0 && small(ui, true, &format!("Show more of the {left} shorter ones")).clicked() {
        actions.push(SilencesAction::DrawMore.into());
    }
}
