//! One partner’s file: who she is, and its parts.

use egui::Ui;

use super::file::File;
use super::{couples, outcome, said, told, whose};
use crate::app::{Action, Adding, Behind, OpenProgramme, PartnerPart, PartnersAction, name_of_key};
use crate::dates;
use crate::ui::tokens::space;
use crate::ui::widgets::{Words, heading, quiet, small, tabs, tick, words};
use crate::wall::Partner;

pub(super) fn show(
    ui: &mut Ui,
    open: &OpenProgramme,
    behind: &Behind,
    partner: &Partner,
    actions: &mut Vec<Action>,
) {
    let file = File {
        open,
        behind,
        partner,
    };
    if behind.draft.adding == Some(Adding::Details) {
        heading(ui, "Who she is");
        file.adds(ui, Adding::Details, "", actions);
        ui.add_space(space::MEDIUM);
        if small(ui, open.may_change(), "Remove her file").clicked() {
            actions.push(PartnersAction::RemovePartner.into());
        }
        words(
            ui,
            Words::Small,
            "For a file made by mistake; undo brings it back.",
        );
        return;
    }
    who(ui, file, actions);
    ui.add_space(space::SMALL);
    let all = PartnerPart::ALL.map(|part| (part, part.words().to_owned()));
    if let Some(part) = tabs(ui, behind.part, all) {
        actions.push(PartnersAction::Part(part).into());
    }
    ui.add_space(space::MEDIUM);
    match behind.part {
        PartnerPart::Contacts => contacts(ui, file, actions),
        PartnerPart::Told => told::show(ui, file, actions),
        PartnerPart::Statements => said::statements(ui, file, actions),
        PartnerPart::Incidents => said::incidents(ui, file, actions),
        PartnerPart::Risk => outcome::risk(ui, file, actions),
        PartnerPart::Measures => outcome::measures(ui, file, actions),
        PartnerPart::FollowUp => outcome::follow_up(ui, file, actions),
        PartnerPart::Consents => said::consents(ui, file, actions),
        PartnerPart::CouplesWork => couples::show(ui, file, actions),
        PartnerPart::Disclosures => said::disclosures(ui, file, actions),
    }
}

fn who(ui: &mut Ui, file: File<'_>, actions: &mut Vec<Action>) {
    let partner = file.partner;
    heading(ui, file.behind.name(partner));
    let (of, _) = whose(file.open, partner);
    let known = dates::spoken_date(partner.known_since);
    words(ui, Words::Secondary, format!("{of}; known since {known}"));
    let worker = match partner.worker.as_str() {
        "" => "Nobody is named as her worker".to_owned(),
        worker => format!("Her worker: {worker}"),
    };
    let ethnicity = match file.behind.read(&partner.ethnicity).as_str() {
        "" => "not asked",
        key => name_of_key(&file.open.programme.template.ethnicities, key),
    };
    words(
        ui,
        Words::Secondary,
        format!("{worker}; ethnicity: {ethnicity}"),
    );
    let mut at_risk = partner.at_risk;
    let text = "At risk: contact is owed to her";
    if tick(ui, &mut at_risk, text, "At risk").changed() {
        actions.push(PartnersAction::AtRisk(at_risk).into());
    }
    ui.horizontal_wrapped(|ui| {
        if file.can(ui, "Change who she is", "Change who she is") {
            actions.push(PartnersAction::Begin(Adding::Details).into());
        }
        if quiet(ui, "Close her file").clicked() {
            actions.push(PartnersAction::Choose(None).into());
        }
    });
}

fn contacts(ui: &mut Ui, file: File<'_>, actions: &mut Vec<Action>) {
    let partner = file.partner;
    if partner.contacts.is_empty() {
        words(ui, Words::Secondary, "No contact is recorded yet.");
    }
    for (at, contact) in partner.contacts.iter().enumerate() {
        let of = (Adding::Contact, at, "contact");
        file.record(ui, of, contact.on, actions, |ui| {
            let mut how = vec![match contact.by_telephone {
                true => "by telephone",
                false => "in person or in writing",
            }];
            how.push(match contact.reached {
                true => "reached",
                false => "offered, not reached",
            });
            if contact.informed {
                how.push("first information given");
            }
            words(ui, Words::Plain, how.join(", "));
            let said = file.behind.read(&contact.words);
            if !said.is_empty() {
                words(ui, Words::Matter, said);
            }
        });
    }
    file.adds(ui, Adding::Contact, "Record a contact", actions);
    ui.add_space(space::MEDIUM);
    heading(ui, "Support offered");
    if partner.support.is_empty() {
        words(ui, Words::Secondary, "No offer is recorded yet.");
    }
    for (at, support) in partner.support.iter().enumerate() {
        let of = (Adding::Support, at, "offer");
        file.record(ui, of, support.offered, actions, |ui| {
            words(ui, Words::Matter, file.behind.read(&support.what));
            let taken = support.taken.words().to_lowercase();
            words(ui, Words::Small, format!("taken up: {taken}"));
        });
    }
    file.adds(ui, Adding::Support, "Record an offer", actions);
}
