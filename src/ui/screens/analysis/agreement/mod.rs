//! How far coders agree: the codings, the one that is shown, its figures and disagreements; and codes for other tools.

mod begin;
mod disagreements;
mod exchange;
mod figures;
mod under_way;

use egui::Ui;

use super::{Memory, found, opening};
use crate::app::{Action, AgreementAction, App, Open};
use crate::model::Coding;
use crate::ui::tokens::space;
use crate::ui::widgets::{Words, choice, heading, secondary, small, words};

pub fn show(ui: &mut Ui, app: &App, open: &Open, _memory: &mut Memory, actions: &mut Vec<Action>) {
    opening(
        ui,
        "Agreement between coders",
        "Two or more people tag the same entries without seeing each other’s tags. How far they agree says how far the counts of a weakness can be relied on.",
    );
    let state = &open.analysis.agreement;
    match (&state.form, state.coding(&open.review)) {
        (Some(form), _) => begin::show(ui, open, form, actions),
        (None, Some(coding)) => {
            head(ui, open, coding, actions);
            if coding.closed {
                closed(ui, app, open, coding, actions);
            } else {
                under_way::show(ui, open, coding, actions);
            }
        }
        (None, None) => none_yet(ui, open, actions),
    }
    ui.add_space(space::LARGE);
    exchange::show(ui, open, actions);
}

fn none_yet(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    words(
        ui,
        Words::Secondary,
        "There is no coding yet. A second person codes a sample of the entries: usually one in ten, and twenty at least.",
    );
    ui.add_space(space::SMALL);
    begin_button(ui, open, actions);
}

fn begin_button(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let may_change = open.read_only.is_none() && !open.review.entries.is_empty();
    if secondary(ui, may_change, "Begin a blind coding…").clicked() {
        actions.push(AgreementAction::Prepare(true).into());
    }
}

/// Which coding, what it is, and what can be done with it.
fn head(ui: &mut Ui, open: &Open, coding: &Coding, actions: &mut Vec<Action>) {
    ui.horizontal_wrapped(|ui| {
        let codings = open.review.codings.iter().rev();
        let all = codings.map(|one| (one.id, one.name.clone()));
        if open.review.codings.len() > 1
            && let Some(chosen) = choice(ui, "Which coding", &coding.id, all)
        {
            actions.push(AgreementAction::Show(chosen).into());
        }
        begin_button(ui, open, actions);
        let may_change = open.read_only.is_none();
        if small(ui, may_change, "Remove this coding").clicked() {
            actions.push(AgreementAction::Remove(coding.id).into());
        }
    });
    ui.add_space(space::SMALL);
    heading(ui, coding.name.as_str());
    let entries = coding.entries.len();
    let mut about = coding.drawn.clone();
    if about.is_empty() {
        about = format!("{entries} entries");
    }
    words(
        ui,
        Words::Secondary,
        format!("{about}. Coders: {}.", in_a_row(&coding.coders)),
    );
    ui.add_space(space::SMALL);
}

fn closed(ui: &mut Ui, app: &App, open: &Open, coding: &Coding, actions: &mut Vec<Action>) {
    let state = &open.analysis.agreement;
    if found(ui, app, open, &state.found, actions).is_none() {
        return;
    }
    let Some(agreed) = state.agreed(coding.id) else {
        return;
    };
    figures::show(ui, open, coding, agreed, actions);
    disagreements::show(ui, open, coding, agreed, actions);
}

/// “R. Okoro, L. Marsh and W. Halloran”
fn in_a_row(names: &[String]) -> String {
    match names {
        [] => "nobody".to_owned(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} and {last}", all.join(", ")),
    }
}
