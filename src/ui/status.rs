//! The line at the bottom: what runs, what was saved, what waits.

use egui::{Align, Layout, ProgressBar, Ui};

use super::tokens::{palette, size, space};
use super::widgets::{Words, label, small};
use crate::app::{Action, App, Open, OverviewAction, Running, ShellAction};

/// Kinds of waiting things that have room in the line.
const SHOWN: usize = 2;

pub fn show(ui: &mut Ui, app: &App, open: &Open, actions: &mut Vec<Action>) {
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = space::MEDIUM;
        let mut running = app.running().iter();
        match running.find(|running| !running.kind.is_quiet()) {
            Some(running) => progress(ui, running, actions),
            None => saved(ui, open),
        }
        waiting(ui, open, actions);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            label(ui, Words::Small, "Encrypted · offline");
            if open.review.details.fictional {
                label(ui, Words::Small, "Fictional sample");
            }
        });
    });
}

fn saved(ui: &mut Ui, open: &Open) {
    match &open.read_only {
        Some(_) if open.is_disguised() => {
            label(ui, Words::Small, "Pseudonymised view, for reading")
        }
        Some(_) => label(ui, Words::Doubt, "For reading only"),
        None => label(ui, Words::Small, "Saved"),
    };
}

pub(super) fn progress(ui: &mut Ui, running: &Running, actions: &mut Vec<Action>) {
    let far = running.job.how_far();
    let what = if far.what.is_empty() {
        &running.title
    } else {
        &far.what
    };
    let share = far
        .total
        .filter(|total| *total > 0)
        .map(|total| far.done as f32 / total as f32);
    let bar = ProgressBar::new(share.unwrap_or(0.0))
        .desired_width(size::AGENCY_COLUMN)
        .desired_height(6.0)
        .fill(palette(ui).accent)
        .animate(share.is_none());
    ui.add(bar);
    label(ui, Words::Plain, what);
    if !running.kind.can_stop() {
        return;
    }
    let stop = if running.job.is_cancelled() {
        "Stopping"
    } else {
        "Stop"
    };
    if small(ui, !running.job.is_cancelled(), stop).clicked() {
        actions.push(Action::Shell(ShellAction::StopTasks));
    }
}

/// What presses most; a click leads there.
fn waiting(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    for waiting in open.derived.standing.waiting.iter().take(SHOWN) {
        let text = waiting.words();
        let label = egui::Label::new(Words::Small.rich(ui, &text));
        let response = ui.add(
            label
                .selectable(false)
                .truncate()
                .sense(egui::Sense::click()),
        );
        if response
            .on_hover_cursor(egui::CursorIcon::PointingHand)
            .clicked()
        {
            actions.push(Action::Overview(OverviewAction::Attend(waiting.clone())));
        }
    }
}
