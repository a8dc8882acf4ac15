//! What she said and what may be done with it: statements, incidents, consents, what was passed on.

use egui::Ui;

use super::file::File;
use crate::app::{Action, Adding, PartnersAction, name_of_key};
use crate::dates;
use crate::model::programme::ProgrammeTemplate;
use crate::ui::widgets::{Words, words};
use crate::wall::Ground;

pub(super) fn statements(ui: &mut Ui, file: File<'_>, actions: &mut Vec<Action>) {
    let template = &file.open.programme.template;
    if file.partner.statements.is_empty() {
        words(ui, Words::Secondary, "Nothing she said is recorded yet.");
    }
    for (at, said) in file.partner.statements.iter().enumerate() {
        let of = (Adding::Statement, at, "what she said");
        file.record(ui, of, said.on, actions, |ui| {
            words(ui, Words::Matter, file.behind.read(&said.words));
            let mut kinds = template.fact_kinds.iter();
            let kind = kinds.find(|kind| kind.key == said.kind);
            let mut text = kind.map_or_else(|| said.kind.clone(), |kind| kind.name.clone());
            if kind.is_none_or(|kind| kind.only_with_her_permission) {
                text += "; never passed on without her permission";
            }
            words(ui, Words::Small, text);
            for key in &said.factors {
                words(ui, Words::Small, name_of_key(&template.risk_factors, key));
            }
        });
    }
    file.adds(ui, Adding::Statement, "Record what she said", actions);
}

pub(super) fn incidents(ui: &mut Ui, file: File<'_>, actions: &mut Vec<Action>) {
    if file.partner.incidents.is_empty() {
        let text =
            "No incident by her account is recorded. That is no proof that nothing happened.";
        words(ui, Words::Secondary, text);
    }
    for (at, incident) in file.partner.incidents.iter().enumerate() {
        let of = (Adding::Incident, at, "incident");
        file.record(ui, of, incident.on, actions, |ui| {
            words(ui, Words::Matter, file.behind.read(&incident.words));
            let text = format!(
                "told on {}; physical violence: {}",
                dates::spoken_date(incident.told),
                incident.physical.words().to_lowercase()
            );
            words(ui, Words::Small, text);
        });
    }
    file.adds(ui, Adding::Incident, "Record an incident", actions);
}

pub(super) fn consents(ui: &mut Ui, file: File<'_>, actions: &mut Vec<Action>) {
    if file.partner.consents.is_empty() {
        let text = "She has given no consent. Nothing is passed on, but for child safety or serious risk of harm.";
        words(ui, Words::Secondary, text);
    }
    for (at, consent) in file.partner.consents.iter().enumerate() {
        let mut withdraws = false;
        let of = (Adding::Consent, at, "consent");
        file.record(ui, of, consent.on, actions, |ui| {
            words(ui, Words::Plain, format!("To {}", consent.to));
            let kinds = kinds(&file.open.programme.template, &consent.kinds);
            words(ui, Words::Small, kinds);
            let called = format!("Withdraw the consent to {}", consent.to);
            match consent.withdrawn {
                Some(on) => {
                    let text = format!("withdrawn on {}", dates::spoken_date(on));
                    words(ui, Words::Doubt, text);
                }
                None => withdraws = file.can(ui, "Withdrawn today", &called),
            }
        });
        if withdraws {
            actions.push(PartnersAction::Withdraw(consent.id).into());
        }
    }
    file.adds(ui, Adding::Consent, "Record a consent", actions);
}

fn kinds(template: &ProgrammeTemplate, keys: &[String]) -> String {
    let known = template.fact_kinds.iter();
    let named = known.filter(|kind| keys.contains(&kind.key));
    let named: Vec<&str> = named.map(|kind| kind.name.as_str()).collect();
    named.join("; ")
}

pub(super) fn disclosures(ui: &mut Ui, file: File<'_>, actions: &mut Vec<Action>) {
    let partner = file.partner;
    if partner.disclosures.is_empty() {
        words(ui, Words::Secondary, "Nothing of hers has been passed on.");
    }
    for (at, given) in partner.disclosures.iter().enumerate() {
        let of = (Adding::Disclosure, at, "what was passed on");
        file.record(ui, of, given.on, actions, |ui| {
            words(ui, Words::Plain, format!("To {}", given.to.name()));
            let mut said = partner.statements.iter();
            if let Some(said) = said.find(|said| said.id == given.statement) {
                words(ui, Words::Matter, file.behind.read(&said.words));
            }
            let ground = match &given.ground {
                Ground::Consent(_) => "with her consent".to_owned(),
                Ground::ChildSafety { why, decided_by } => {
                    format!("for child safety: {why} Decided by {decided_by}.")
                }
                Ground::SeriousRisk { why, decided_by } => {
                    format!("for serious risk of harm: {why} Decided by {decided_by}.")
                }
            };
            words(ui, Words::Small, format!("{ground}; by {}", given.by));
        });
    }
    if partner.statements.is_empty() {
        let text = "Something she said must be recorded before it can be passed on.";
        words(ui, Words::Small, text);
        return;
    }
    file.adds(ui, Adding::Disclosure, "Pass something on…", actions);
}
