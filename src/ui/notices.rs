//! Cards in the corner: what went wrong and what to do, or what was done.

use egui::{Align2, Area, Frame, Id, Margin, Order, Stroke, Ui, vec2};

use super::tokens::{palette, size, space};
use super::widgets::{Words, quiet, words};
use crate::app::{Action, App, Notice, ShellAction};

pub fn show(ui: &mut Ui, app: &App, actions: &mut Vec<Action>) {
    if app.state.notices.is_empty() {
        return;
    }
    let palette = palette(ui);
    Area::new(Id::unique("notices"))
        .order(Order::Foreground)
        .anchor(
            Align2::RIGHT_BOTTOM,
            vec2(-space::LARGE, -(size::STATUS_LINE + space::MEDIUM)),
        )
        .show(ui.ctx(), |ui| {
            ui.set_width(size::DETAIL);
            for (index, notice) in app.state.notices.iter().enumerate() {
                let line = match notice {
                    Notice::Problem(_) => palette.harm,
                    Notice::Done(_) => palette.line,
                };
                Frame::new()
                    .fill(palette.sheet)
                    .stroke(Stroke::new(1.0, line))
                    .corner_radius(size::ROUND)
                    .shadow(ui.visuals().popup_shadow)
                    .inner_margin(Margin::symmetric(16, 12))
                    .show(ui, |ui| {
                        ui.set_width(ui.available_width());
                        card(ui, notice);
                        ui.push_id(index, |ui| {
                            if quiet(ui, "Put away").clicked() {
                                actions.push(Action::Shell(ShellAction::PutAway(index)));
                            }
                        });
                    });
            }
        });
}

fn card(ui: &mut Ui, notice: &Notice) {
    match notice {
        Notice::Problem(problem) => {
            words(ui, Words::Strong, &problem.title);
            words(ui, Words::Secondary, &problem.words);
        }
        Notice::Done(done) => {
            words(ui, Words::Plain, done);
        }
    }
}
