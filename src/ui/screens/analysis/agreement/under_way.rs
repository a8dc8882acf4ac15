//! A coding that is open: how far each coder is, coding on, and closing it.

use egui::{ProgressBar, Ui};

use crate::app::{Action, AgreementAction, Open};
use crate::model::Coding;
use crate::ui::tokens::{figures, palette, size, space};
use crate::ui::widgets::{Words, primary, secondary, words};

pub fn show(ui: &mut Ui, open: &Open, coding: &Coding, actions: &mut Vec<Action>) {
    let all = coding.entries.len();
    for coder in &coding.coders {
        let done = coding.done_by(coder);
        ui.horizontal_wrapped(|ui| {
            let share = done as f32 / all.max(1) as f32;
            let bar = ProgressBar::new(share)
                .desired_width(size::AGENCY_NAME)
                .desired_height(figures::PAIR_BAR)
                .fill(palette(ui).accent);
            ui.add(bar);
            let who = match *coder == open.who {
                true => format!("{coder} (you)"),
                false => coder.clone(),
            };
            let style = match done == all {
                true => Words::Done,
                false => Words::Plain,
            };
            words(ui, style, format!("{who}: {done} of {all} finished"));
        });
    }
    ui.add_space(space::SMALL);
    words(
        ui,
        Words::Secondary,
        "It is open: on its entries everybody sees only their own tags, and no figure is shown. An entry without any tag counts as coded once it is finished; what is not finished is left out, not taken for a “no”.",
    );
    ui.add_space(space::SMALL);
    let may_change = open.read_only.is_none();
    let mine = coding.has_coder(&open.who);
    let left = all - coding.done_by(&open.who).min(all);
    let both = coding.entries.iter().filter(|entry| {
        let done = coding
            .coders
            .iter()
            .filter(|coder| coding.is_done(**entry, coder));
        done.count() > 1
    });
    let both = both.count();
    ui.horizontal_wrapped(|ui| {
        if mine && left > 0 {
            let text = format!("Code on: {left} left");
            if primary(ui, may_change, &text).clicked() {
                actions.push(AgreementAction::CodeOn(coding.id).into());
            }
        }
        if secondary(ui, may_change && both > 0, "Close the coding").clicked() {
            actions.push(AgreementAction::Close(coding.id).into());
        }
    });
    let said = match (mine, both) {
        (_, 1..) => format!(
            "{both} of {all} entries are finished by two coders or more. Closing shows how far they agree; what each has tagged until then is kept for the figures."
        ),
        (true, 0) => "It can be closed once two coders have finished an entry.".to_owned(),
        (false, 0) => format!(
            "You work here as “{}”, who is not among its coders. It can be closed once two coders have finished an entry.",
            open.who
        ),
    };
    words(ui, Words::Small, said);
}
