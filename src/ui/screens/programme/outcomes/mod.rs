//! The figures of the cohort. Each says of how many it speaks, opens its cases, and can be read as a table.

mod funnel;
mod retention;
mod scales;

use egui::{Response, Ui};

use super::parts::page;
use crate::app::{Action, OpenProgramme, OutcomesAction};
use crate::stats::Proportion;
use crate::ui::tokens::{outcomes, space};
use crate::ui::widgets::{Words, empty, heading, link, scroll, small, words};

pub(super) fn show(ui: &mut Ui, open: &OpenProgramme, actions: &mut Vec<Action>) {
    if open.lines.is_empty() {
        let text = "Figures appear here as soon as men are in the cohort. Each says of how many it speaks.";
        empty(ui, "Nothing to count yet", text, None);
        return;
    }
    page(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            let text =
                "Exact figures, for the programme itself. What may leave it is made under Report.";
            words(ui, Words::Secondary, text);
            let tables = open.outcomes.tables;
            let name = if tables {
                "Show as figures"
            } else {
                "Show as tables"
            };
            if small(ui, true, name).clicked() {
                actions.push(OutcomesAction::Tables(!tables).into());
            }
        });
        ui.add_space(space::SMALL);
        scroll("outcomes").show(ui, |ui| {
            ui.set_max_width(outcomes::WIDEST.min(ui.available_width()));
            heading(ui, "From referral to completion");
            funnel::show(ui, open, actions);
            ui.add_space(space::LARGE);
            retention::show(ui, open, actions);
            ui.add_space(space::LARGE);
            heading(ui, "Before and after");
            scales::show(ui, open, actions);
            ui.add_space(space::LARGE);
            heading(ui, "Attendance");
            attendance(ui, open);
            ui.add_space(space::LARGE);
        });
    });
}

fn attendance(ui: &mut Ui, open: &OpenProgramme) {
    let sum = open.figures.attended;
    let of = |count: usize| {
        Proportion::of(count as u64, sum.registered() as u64)
            .map_or_else(String::new, |it| it.to_string())
    };
    if sum.registered() == 0 {
        words(ui, Words::Secondary, "No register was filled yet.");
        return;
    }
    for (name, count) in [
        ("Attended", sum.attended),
        ("Missed and made up", sum.made_up),
        ("Missed", sum.missed),
    ] {
        words(
            ui,
            Words::Plain,
            format!("{name}: {} of all that were registered", of(count)),
        );
    }
    let text = format!(
        "{} sessions of men who held a place were not registered; they are neither attended nor missed.",
        sum.not_registered
    );
    words(ui, Words::Small, text);
}

/// What a drawing says for those who do not see it.
fn says(response: &Response, words: &str) {
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, words));
}

/// “95 % interval 61–82 %”
fn interval(share: Proportion) -> String {
    match share.interval() {
        Some(interval) => format!(
            "95 % interval {:.0}–{:.0} %",
            100.0 * interval.low,
            100.0 * interval.high
        ),
        None => String::new(),
    }
}

/// A cell of a table: as wide as its words.
fn told(ui: &mut Ui, style: Words, text: impl Into<String>) {
    let text = style.rich(ui, text);
    ui.add(egui::Label::new(text).extend().selectable(false));
}

fn cases(ui: &mut Ui, text: &str) -> bool {
    link(ui, text).clicked()
}
