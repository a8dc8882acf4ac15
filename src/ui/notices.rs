//! Cards in the corner: what went wrong and what to do, or what was done.

use egui::{Align2, Area, Frame, Id, Margin, Order, Stroke, Ui, vec2};

use super::tokens::{palette, size, space};
use super::widgets::{Words, quiet, words};
use crate::app::{Action, App, Notice, ShellAction};

/// A word that something was done goes by itself after so many seconds.
const DONE_STAYS: f64 = 15.0;

pub fn show(ui: &mut Ui, app: &App, actions: &mut Vec<Action>) {
    put_away_what_was_read(ui, app, actions);
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

fn put_away_what_was_read(ui: &Ui, app: &App, actions: &mut Vec<Action>) {
    let id = Id::unique("what was done last");
    let mut notices = app.state.notices.iter().enumerate();
    let done = notices.find_map(|(index, notice)| match notice {
        Notice::Done(words) => Some((index, words)),
        Notice::Problem(_) => None,
    });
    let Some((index, words)) = done else {
        ui.ctx().data_mut(|data| data.remove::<(String, f64)>(id));
        return;
    };
    let now = ui.input(|input| input.time);
    let known = ui.ctx().data(|data| data.get_temp::<(String, f64)>(id));
    let since = match known {
        Some((known, since)) if known == *words => since,
        _ => {
            ui.ctx()
                .data_mut(|data| data.insert_temp(id, (words.clone(), now)));
            now
        }
    };
    let left = since + DONE_STAYS - now;
    if left <= 0.0 {
        actions.push(Action::Shell(ShellAction::PutAway(index)));
    } else {
        let left = std::time::Duration::from_secs_f64(left);
        ui.ctx().request_repaint_after(left);
    }
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
