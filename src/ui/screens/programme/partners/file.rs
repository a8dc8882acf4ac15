//! What the parts of her file are made of: records that can be corrected and removed, and forms.

use chrono::NaiveDate;
use egui::{Align, Layout, Ui, WidgetInfo};

use super::forms;
use crate::app::{Action, Adding, Behind, OpenProgramme, PartnersAction};
use crate::dates;
use crate::ui::tokens::space;
use crate::ui::widgets::{Words, hairline, label, secondary, small};
use crate::wall::Partner;

/// The file in hand.
#[derive(Clone, Copy)]
pub(super) struct File<'a> {
    pub open: &'a OpenProgramme,
    pub behind: &'a Behind,
    pub partner: &'a Partner,
}

impl File<'_> {
    /// The record at `at` of its list, with the ways to correct and to remove it; or its form. `called` names the kind: “contact”.
    pub(super) fn record(
        self,
        ui: &mut Ui,
        (what, at, called): (Adding, usize, &str),
        on: NaiveDate,
        actions: &mut Vec<Action>,
        contents: impl FnOnce(&mut Ui),
    ) {
        hairline(ui);
        let draft = &self.behind.draft;
        if (draft.adding, draft.at) == (Some(what), Some(at)) {
            forms::show(ui, self, what, actions);
            return;
        }
        ui.push_id((called, at), |ui| {
            ui.horizontal_wrapped(|ui| {
                label(ui, Words::Secondary, dates::spoken_date(on));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let number = at + 1;
                    if self.can(ui, "Remove", &format!("Remove {called} {number}")) {
                        actions.push(PartnersAction::Remove(what, at).into());
                    }
                    let corrects = what != Adding::Disclosure;
                    if corrects && self.can(ui, "Change", &format!("Change {called} {number}")) {
                        actions.push(PartnersAction::Change(what, at).into());
                    }
                });
            });
            contents(ui);
            ui.add_space(space::SMALL);
        });
    }

    /// A small button with a name of its own.
    pub(super) fn can(self, ui: &mut Ui, text: &str, called: &str) -> bool {
        let ready = self.open.may_change();
        let response = small(ui, ready, text);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, ready, called));
        response.clicked()
    }

    /// The form, or the button that opens it.
    pub(super) fn adds(self, ui: &mut Ui, what: Adding, button: &str, actions: &mut Vec<Action>) {
        ui.add_space(space::SMALL);
        let draft = &self.behind.draft;
        if (draft.adding, draft.at) == (Some(what), None) {
            forms::show(ui, self, what, actions);
        } else if secondary(ui, self.open.may_change(), button).clicked() {
            actions.push(PartnersAction::Begin(what).into());
        }
    }
}
