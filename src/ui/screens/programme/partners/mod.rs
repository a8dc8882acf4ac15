//! Partners, behind a lock of their own. Nothing drawn here is drawn anywhere else.

mod couples;
mod file;
mod forms;
mod hers;
mod lock;
mod outcome;
mod outcome_forms;
mod said;
mod told;
mod waits;

use egui::Ui;

use super::parts::{case_pane, page};
use crate::app::{Action, Adding, Behind, OpenProgramme, PartnersAction, called};
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{Words, empty, heading, scroll, secondary, words};
use crate::wall::{Partner, Relationship};

pub(super) use lock::LockForm;

pub(super) fn show(
    ui: &mut Ui,
    open: &OpenProgramme,
    form: &mut LockForm,
    actions: &mut Vec<Action>,
) {
    let Some(behind) = open.behind.as_deref() else {
        lock::show(ui, open, form, actions);
        return;
    };
    form.wipe();
    if behind.draft.adding == Some(Adding::Partner) {
        case_pane(ui, "new partner", |ui| {
            forms::partner(ui, open, behind, actions)
        });
    } else if let Some(partner) = behind.partner() {
        case_pane(ui, "hers", |ui| {
            hers::show(ui, open, behind, partner, actions)
        });
    }
    page(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            let ready = open.may_change() && !open.programme.men.is_empty();
            if secondary(ui, ready, "Add a partner").clicked() {
                actions.push(PartnersAction::Begin(Adding::Partner).into());
            }
            if secondary(ui, true, "Lock again").clicked() {
                actions.push(PartnersAction::Lock.into());
            }
            words(
                ui,
                Words::Small,
                "Open until it is locked again, or the file is closed.",
            );
        });
        ui.add_space(space::SMALL);
        if behind.partners().is_empty() {
            let text = "Each current and former partner at risk is followed separately. What she says stays here.";
            empty(ui, "No partner is recorded yet", text, None);
            return;
        }
        scroll("partners").show(ui, |ui| {
            waits::show(ui, open, behind, actions);
            ui.add_space(space::LARGE);
            heading(ui, "All partners");
            for partner in behind.partners() {
                one(ui, open, behind, partner, actions);
            }
            ui.add_space(space::LARGE);
        });
    });
}

fn one(
    ui: &mut Ui,
    open: &OpenProgramme,
    behind: &Behind,
    partner: &Partner,
    actions: &mut Vec<Action>,
) {
    let (of, _) = whose(open, partner);
    let chosen = behind.chosen == Some(partner.id);
    let below = format!("{of}{}", if partner.at_risk { "" } else { "; not at risk" });
    let name = behind.name(partner);
    if waits::line(ui, chosen, (&name, &name), &below, None) {
        let next = (!chosen).then_some(partner.id);
        actions.push(PartnersAction::Choose(next).into());
    }
}

/// “Partner of …”, and his name alone.
fn whose(open: &OpenProgramme, partner: &Partner) -> (String, String) {
    let his = open.man(partner.man).map(called).unwrap_or_default();
    let kind = match partner.relationship {
        Relationship::Current => "Partner",
        Relationship::Former => "Former partner",
    };
    (format!("{kind} of {his}"), his)
}

/// A line of a form behind the wall is as wide as its pane.
const WIDE: f32 = f32::INFINITY;
const SHORT: f32 = size::LONG_COLUMN;
