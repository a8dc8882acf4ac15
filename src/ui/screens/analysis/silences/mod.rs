//! Silences: how long they must be, drawn over the years and as a list; agencies without entries; what stands nearest
//! to the key dates.

mod around;
mod bars;
mod list;

use egui::{Key, Ui};

use super::{Memory, found, opening};
use crate::app::{
    Action, AnalysisAction, App, Open, Opened, OverviewAction, SILENCES, Silences, SilencesAction,
    silence_in_words,
};
use crate::chronology::Silence;
use crate::dates;
use crate::model::AgencyId;
use crate::ui::tokens::{self, letter, space};
use crate::ui::widgets::{Tone, Words, chip, heading, small, words};

pub fn show(ui: &mut Ui, app: &App, open: &Open, memory: &mut Memory, actions: &mut Vec<Action>) {
    opening(
        ui,
        "Silences",
        "Stretches without a record. A silence is a question to the agency, not an answer. Inexact dates count at their full extent, so that each is at least as long as said.",
    );
    let state = &open.analysis.silences;
    let Some(silences) = found(ui, app, open, &state.found, actions) else {
        return;
    };
    let Some(range) = silences.range() else {
        words(
            ui,
            Words::Secondary,
            "There is no record with a date yet. Import the agencies’ returns, or put dates right in the chronology.",
        );
        without_entries(ui, open, silences, actions);
        return;
    };
    longer_than(ui, state.days, memory, actions);
    bars::show(ui, open, silences, range, actions);
    without_entries(ui, open, silences, actions);
    list::show(ui, open, silences, actions);
    around::show(ui, open, silences, actions);
}

fn longer_than(ui: &mut Ui, days: i64, memory: &mut Memory, actions: &mut Vec<Action>) {
    ui.horizontal_wrapped(|ui| {
        words(ui, Words::Strong, "No record for more than");
        for choice in SILENCES.into_iter().filter(|days| *days > 0) {
            let text =
                egui::RichText::new(silence_in_words(choice)).font(tokens::sans(letter::BODY));
            let is_chosen = i64::from(choice) == days;
            if ui.selectable_label(is_chosen, text).clicked() {
                memory.days.clear();
                actions.push(SilencesAction::LongerThan(i64::from(choice)).into());
            }
        }
        let field = ui.add(
            egui::TextEdit::singleline(&mut memory.days)
                .hint_text(Words::Small.rich(ui, days.to_string()))
                .desired_width(space::HUGE),
        );
        let name = "Number of days without a record";
        let id = field.id;
        ui.ctx()
            .accesskit_node_builder(id, |node| node.set_label(name));
        words(ui, Words::Plain, "days");
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let pressed = small(ui, !memory.days.trim().is_empty(), "Show these").clicked();
        if (entered || pressed) && !memory.days.trim().is_empty() {
            actions.push(SilencesAction::LongerThanTyped(memory.days.clone()).into());
        }
    });
    ui.add_space(space::SMALL);
}

fn without_entries(ui: &mut Ui, open: &Open, silences: &Silences, actions: &mut Vec<Action>) {
    if silences.without_entries.is_empty() {
        return;
    }
    ui.add_space(space::MEDIUM);
    heading(ui, "Agencies without entries");
    words(
        ui,
        Words::Secondary,
        "In the register, but with no entry that stands. Choose one to import its return.",
    );
    ui.horizontal_wrapped(|ui| {
        for id in &silences.without_entries {
            let name = format!("Import for {}", agency_name(open, Some(*id)));
            if chip(ui, Tone::Doubt, &name).clicked() {
                actions.push(Action::Overview(OverviewAction::ImportFor(*id)));
            }
        }
    });
}

fn agency_name(open: &Open, agency: Option<AgencyId>) -> &str {
    let Some(id) = agency else {
        return "All agencies together";
    };
    let agency = open.review.agency(id);
    agency.map_or("", |agency| agency.name.as_str())
}

/// “Police: 7 months and 3 days without a record, 1 March 2019 to 4 October 2019”
fn in_words(open: &Open, agency: Option<AgencyId>, silence: Silence) -> String {
    format!(
        "{}: {} without a record, {} to {}",
        agency_name(open, agency),
        silence.words(),
        dates::spoken_date(silence.last),
        dates::spoken_date(silence.next)
    )
}

/// Shows the records at the two ends.
fn open_ends(open: &Open, agency: Option<AgencyId>, silence: Silence) -> Action {
    Action::Analysis(AnalysisAction::Open(Opened {
        title: in_words(open, agency, silence),
        entries: vec![silence.before, silence.after],
    }))
}
