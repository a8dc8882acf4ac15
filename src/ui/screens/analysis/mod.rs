//! The room Analysis: a line of parts, the part that is chosen, and the records behind a figure beside it.

mod agreement;
mod contacts;
mod contradictions;
mod danger;
mod grid;
mod knowledge;
mod own_word;
mod records;
mod silences;
mod suggestions;
mod weakness_list;
mod weaknesses;

use egui::{Frame, Margin, Ui};

use crate::app::{Action, AnalysisAction, AnalysisPart, App, Latest, Open, TaskKind};
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{Words, hairline, heading, pane, scroll, small, tabs, words};

/// What is typed into forms that are not part of the review.
#[derive(Default)]
pub struct Memory {
    /// The number of days being typed.
    days: String,
    /// How often a contradiction was asked for when it was last scrolled to.
    asked: u64,
    /// The same for suggestions.
    suggestion_asked: u64,
}

pub fn show(ui: &mut Ui, app: &App, open: &Open, memory: &mut Memory, actions: &mut Vec<Action>) {
    let part = open.analysis.part;
    let is_wide = ui.available_width() >= size::NARROW_ROOM;
    let opened = open.analysis.opened.as_ref();
    let (beside, instead) = (opened.filter(|_| is_wide), opened.filter(|_| !is_wide));
    if let Some(opened) = beside {
        pane(ui, "records", |ui| records::show(ui, open, opened, actions));
    } else if part == AnalysisPart::Knowledge && open.analysis.knowledge.fact.is_some() {
        pane(ui, "who knew", |ui| {
            knowledge::beside(ui, app, open, actions)
        });
    }
    Frame::new()
        .inner_margin(Margin::symmetric(24, 12))
        .show(ui, |ui| {
            let all = AnalysisPart::ALL.map(|part| (part, name_of(open, part)));
            if let Some(part) = tabs(ui, part, all) {
                actions.push(Action::Analysis(AnalysisAction::Show(part)));
            }
        });
    hairline(ui);
    scroll("analysis").show(ui, |ui| {
        Frame::new()
            .inner_margin(Margin::symmetric(24, 16))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                // Where there is no room beside the part, the records take its place until they are closed.
                if let Some(opened) = instead {
                    return records::show(ui, open, opened, actions);
                }
                match part {
                    AnalysisPart::Weaknesses => weaknesses::show(ui, app, open, memory, actions),
                    AnalysisPart::Suggestions => suggestions::show(ui, app, open, memory, actions),
                    AnalysisPart::WeaknessList => {
                        weakness_list::show(ui, app, open, memory, actions);
                    }
                    AnalysisPart::Agreement => agreement::show(ui, app, open, memory, actions),
                    AnalysisPart::Knowledge => knowledge::show(ui, app, open, memory, actions),
                    AnalysisPart::Danger => danger::show(ui, app, open, memory, actions),
                    AnalysisPart::Contradictions => {
                        contradictions::show(ui, app, open, memory, actions);
                    }
                    AnalysisPart::OwnWord => own_word::show(ui, app, open, memory, actions),
                    AnalysisPart::Silences => silences::show(ui, app, open, memory, actions),
                    AnalysisPart::Contacts => contacts::show(ui, app, open, memory, actions),
                }
            });
    });
}

/// With a figure where somebody waits there.
fn name_of(open: &Open, part: AnalysisPart) -> String {
    let waiting = match part {
        AnalysisPart::Contradictions => open.analysis.contradictions.open(),
        _ => 0,
    };
    match waiting {
        0 => part.words().to_owned(),
        count => format!("{} {count}", part.words()),
    }
}

/// The heading of a part, and in a sentence what it shows and what it rests on.
fn opening(ui: &mut Ui, title: &str, about: &str) {
    heading(ui, title);
    words(ui, Words::Secondary, about);
    ui.add_space(space::SMALL);
}

/// What was found last, and a line where that is not the present state of the review.
fn found<'a, T>(
    ui: &mut Ui,
    app: &App,
    open: &Open,
    latest: &'a Latest<T>,
    actions: &mut Vec<Action>,
) -> Option<&'a T> {
    let found = latest.found();
    if !latest.is_of(&open.review) {
        let part = open.analysis.part;
        let is_looking = app
            .running()
            .iter()
            .any(|running| running.kind == TaskKind::Analyse(part));
        match (is_looking, found.is_some()) {
            (true, false) => {
                words(ui, Words::Secondary, "Looking through the records…");
            }
            (true, true) => {
                words(
                    ui,
                    Words::Doubt,
                    "The review has changed; this is being looked at again…",
                );
            }
            (false, _) => {
                ui.horizontal_wrapped(|ui| {
                    words(
                        ui,
                        Words::Doubt,
                        "The search was stopped. What stands here may be incomplete.",
                    );
                    if small(ui, true, "Look again").clicked() {
                        actions.push(Action::Analysis(AnalysisAction::LookAgain));
                    }
                });
            }
        }
    }
    found.map(|found| &**found)
}
