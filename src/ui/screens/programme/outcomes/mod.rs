//! The figures of the cohort, one section of the evaluation at a time. Each says of how many it speaks, and opens its cases.

mod bars;
mod calendar;
mod curve;
mod retention;
mod slopes;
mod spot;
mod stacked;
mod table;

use egui::Ui;

use super::parts::{page, part_list};
use crate::app::{Action, Counted, OpenProgramme, OutcomesAction};
use crate::evaluation::{Block, Figure, Section};
use crate::ui::tokens::{outcomes, palette, size, space};
use crate::ui::widgets::{Words, empty, heading, scroll, words};

pub(super) fn show(ui: &mut Ui, open: &OpenProgramme, actions: &mut Vec<Action>) {
    if open.lines.is_empty() {
        let text = "Figures appear here as soon as men are in the cohort. Each says of how many it speaks.";
        empty(ui, "Nothing to count yet", text, None);
        return;
    }
    let Some(counted) = &open.outcomes.counted else {
        page(ui, |ui| {
            words(ui, Words::Secondary, "The outcomes are being counted.");
        });
        return;
    };
    let Some(section) = open.outcomes.section(counted) else {
        return;
    };
    let all: Vec<&Section> = counted.sections().collect();
    let titles: Vec<(String, String)> = all
        .iter()
        .map(|one| (one.title.clone(), String::new()))
        .collect();
    let chosen = all.iter().position(|one| one.key == section.key);
    let pressed = part_list(ui, "outcome sections", &titles, chosen);
    if let Some(one) = pressed.and_then(|at| all.get(at)) {
        actions.push(OutcomesAction::Section(one.key.clone()).into());
    }
    page(ui, |ui| {
        let text = "Exact figures, the same that the internal report prints. Press a figure to see its men. What may leave the programme is made under Report.";
        words(ui, Words::Secondary, text);
        ui.add_space(space::SMALL);
        ui.push_id(&section.key, |ui| {
            scroll("outcomes").show(ui, |ui| {
                ui.set_max_width(outcomes::WIDEST.min(ui.available_width()));
                heading(ui, section.title.as_str());
                let mut shown = Shown {
                    open,
                    counted,
                    actions,
                };
                match section.key.as_str() {
                    "retention" => retention::show(ui, &mut shown, section),
                    _ => blocks(ui, &mut shown, section),
                }
                ui.add_space(space::LARGE);
            });
        });
    });
}

/// What every part of the room needs.
struct Shown<'a> {
    open: &'a OpenProgramme,
    counted: &'a Counted,
    actions: &'a mut Vec<Action>,
}

fn blocks(ui: &mut Ui, shown: &mut Shown<'_>, section: &Section) {
    for (at, block) in section.blocks.iter().enumerate() {
        match block {
            Block::Words(text) => said(ui, shown, (section, at), text),
            Block::Table(one) => table::show(ui, shown, one),
            Block::Figure(one) => figure(ui, shown, one),
        }
    }
}

/// Words of a section; the figures within them can be pressed.
fn said(ui: &mut Ui, shown: &mut Shown<'_>, (section, at): (&Section, usize), text: &str) {
    let figures = section.said.get(&at).map_or(&[][..], Vec::as_slice);
    ui.push_id(("words", at), |ui| {
        ui.set_max_width(size::PROSE.min(ui.available_width()));
        ui.add_space(space::TIGHT);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
            // Lines of words, not of buttons: each as high as its letters.
            ui.spacing_mut().interact_size.y = 0.0;
            let mut from = 0;
            for (number, figure) in figures.iter().enumerate() {
                let before = text.get(from..figure.at.start).unwrap_or_default();
                let value = text.get(figure.at.clone()).unwrap_or_default();
                from = figure.at.end;
                plain(ui, before);
                if !shown.counted.cases.is_any(&figure.counts) {
                    plain(ui, value);
                    continue;
                }
                let name = format!("{value}: show these men");
                if ui
                    .push_id(number, |ui| spot::figure(ui, value, &name))
                    .inner
                {
                    let words = format!("{}: {value}", section.title);
                    let only = shown.counted.only(words, &figure.counts);
                    shown.open_cases(only);
                }
            }
            plain(ui, text.get(from..).unwrap_or_default());
        });
    });
}

fn plain(ui: &mut Ui, text: &str) {
    if !text.is_empty() {
        words(ui, Words::Plain, text);
    }
}

fn figure(ui: &mut Ui, shown: &mut Shown<'_>, figure: &Figure) {
    match figure {
        Figure::Bars { title, bars, .. } => {
            titled(ui, title);
            bars::show(ui, shown, bars);
        }
        Figure::Parts {
            title,
            legend,
            rows,
            ..
        } => {
            titled(ui, title);
            stacked::show(ui, shown, legend, rows);
        }
        Figure::Change { title, .. } => {
            titled(ui, title);
            slopes::show(ui, shown, figure);
        }
        Figure::Calendar { .. } => calendar::show(ui, shown),
        Figure::Curve { .. } => {}
    }
}

/// The title of a figure or a table.
fn titled(ui: &mut Ui, title: &str) {
    ui.add_space(space::MEDIUM);
    words(ui, Words::Strong, title);
    ui.add_space(space::TIGHT);
}

/// What a drawing says for those who do not see it.
fn says(response: &egui::Response, words: &str) {
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, words));
}

/// “1 man”, “12 men”
fn men(count: usize) -> String {
    match count {
        1 => "1 man".to_owned(),
        _ => format!("{count} men"),
    }
}

/// The colours that tell apart what a drawing shows beside letters, dashes and patterns.
fn inks(ui: &Ui) -> [egui::Color32; 4] {
    let colours = palette(ui);
    [
        colours.accent,
        colours.doubt,
        colours.harm,
        colours.secondary,
    ]
}
