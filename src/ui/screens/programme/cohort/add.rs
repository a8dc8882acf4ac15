//! The form for a new man.

use egui::Ui;

use super::super::parts::{above, entered, line};
use crate::app::{Action, CohortAction, OpenProgramme};
use crate::ui::tokens::space;
use crate::ui::widgets::{Words, choice, heading, primary, secondary, words};

#[derive(Default)]
pub(super) struct Form {
    name: String,
    reference: String,
    source: String,
    referred: String,
}

pub(super) fn show(ui: &mut Ui, open: &OpenProgramme, form: &mut Form, actions: &mut Vec<Action>) {
    heading(ui, "Add a man");
    let text = "A name or a case number is enough. Everything else can follow when it is known.";
    words(ui, Words::Secondary, text);
    above(ui, "Case number");
    let wide = f32::INFINITY;
    let first = line(
        ui,
        "Case number of the new man",
        &mut form.reference,
        "as the programme writes it",
        wide,
    );
    above(ui, "Name");
    let second = line(
        ui,
        "Name of the new man",
        &mut form.name,
        "may stay empty",
        wide,
    );
    above(ui, "Referred by");
    let sources = &open.programme.template.referral_sources;
    let sources = sources
        .iter()
        .map(|one| (one.key.clone(), one.name.clone()));
    let all = std::iter::once((String::new(), "Not recorded".to_owned())).chain(sources);
    if let Some(source) = choice(ui, "Who referred the new man", &form.source, all) {
        form.source = source;
    }
    above(ui, "Referred on");
    let third = line(ui, "Day of the referral", &mut form.referred, "today", wide);
    ui.add_space(space::MEDIUM);
    let ready = !form.name.trim().is_empty() || !form.reference.trim().is_empty();
    let enter = [first, second, third].iter().any(|each| entered(ui, each));
    ui.horizontal(|ui| {
        let pressed = primary(ui, ready && open.may_change(), "Add him").clicked();
        if pressed || (enter && ready) {
            let form = std::mem::take(form);
            actions.push(
                CohortAction::Add {
                    name: form.name,
                    reference: form.reference,
                    source: form.source,
                    referred: form.referred,
                }
                .into(),
            );
        }
        if secondary(ui, true, "Not now").clicked() {
            *form = Form::default();
            actions.push(CohortAction::BeginAdding(false).into());
        }
    });
}
