//! One partner’s file.

use egui::Ui;

use super::super::parts::dated;
use super::{couples, forms, waits, whose};
use crate::app::{Action, Adding, Behind, OpenProgramme, PartnerPart, PartnersAction, name_of_key};
use crate::dates;
use crate::model::programme::{Answer, FollowUpResult, ProgrammeTemplate};
use crate::programme::{FollowUpState, NoticeState};
use crate::ui::tokens::space;
use crate::ui::widgets::{Words, hairline, heading, quiet, secondary, small, tabs, tick, words};
use crate::wall::{Ground, Partner, Relationship};

pub(super) fn show(
    ui: &mut Ui,
    open: &OpenProgramme,
    behind: &Behind,
    partner: &Partner,
    actions: &mut Vec<Action>,
) {
    ui.horizontal(|ui| {
        heading(ui, behind.name(partner));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if quiet(ui, "Close her file").clicked() {
                actions.push(PartnersAction::Choose(None).into());
            }
        });
    });
    let (of, _) = whose(open, partner);
    let mut text = format!(
        "{of}; known since {}",
        dates::spoken_date(partner.known_since)
    );
    if !partner.worker.is_empty() {
        text += &format!("; her worker is {}", partner.worker);
    }
    words(ui, Words::Secondary, text);
    let mut at_risk = partner.at_risk;
    if tick(
        ui,
        &mut at_risk,
        "At risk: contact is owed to her",
        "At risk",
    )
    .changed()
    {
        actions.push(PartnersAction::AtRisk(at_risk).into());
    }
    let mut former = partner.relationship == Relationship::Former;
    if tick(ui, &mut former, "Former partner", "Former partner").changed() {
        actions.push(PartnersAction::Former(former).into());
    }
    ui.add_space(space::SMALL);
    let all = PartnerPart::ALL.map(|part| (part, part.words().to_owned()));
    if let Some(part) = tabs(ui, behind.part, all) {
        actions.push(PartnersAction::Part(part).into());
    }
    ui.add_space(space::MEDIUM);
    let template = &open.programme.template;
    match behind.part {
        PartnerPart::Contacts => contacts(ui, open, behind, partner, actions),
        PartnerPart::Told => notices(ui, open, behind, partner, actions),
        PartnerPart::Statements => statements(ui, open, behind, partner, actions),
        PartnerPart::Consents => consents(ui, open, behind, partner, actions),
        PartnerPart::CouplesWork => couples::show(ui, template, behind, partner, actions),
        PartnerPart::Disclosures => disclosures(ui, open, behind, partner, actions),
    }
}

/// The form, or the button that opens it.
fn adds(
    ui: &mut Ui,
    open: &OpenProgramme,
    behind: &Behind,
    what: Adding,
    button: &str,
    actions: &mut Vec<Action>,
) {
    ui.add_space(space::SMALL);
    if behind.draft.adding == Some(what) {
        forms::show(ui, open, behind, what, actions);
    } else if secondary(ui, open.may_change(), button).clicked() {
        actions.push(PartnersAction::Begin(what).into());
    }
}

fn contacts(
    ui: &mut Ui,
    open: &OpenProgramme,
    behind: &Behind,
    partner: &Partner,
    actions: &mut Vec<Action>,
) {
    if partner.contacts.is_empty() {
        words(ui, Words::Secondary, "No contact is recorded yet.");
    }
    for contact in &partner.contacts {
        let mut how = vec![match contact.by_telephone {
            true => "by telephone",
            false => "in person or in writing",
        }];
        how.push(if contact.reached {
            "reached"
        } else {
            "offered, not reached"
        });
        if contact.informed {
            how.push("first information given");
        }
        dated(ui, contact.on, None, |ui| {
            words(ui, Words::Plain, how.join(", "));
            let said = behind.read(&contact.words);
            if !said.is_empty() {
                words(ui, Words::Matter, said);
            }
        });
    }
    adds(
        ui,
        open,
        behind,
        Adding::Contact,
        "Record a contact",
        actions,
    );
    ui.add_space(space::MEDIUM);
    heading(ui, "Support offered");
    for support in &partner.support {
        dated(ui, support.offered, None, |ui| {
            words(ui, Words::Matter, behind.read(&support.what));
            let taken = support.taken.words().to_lowercase();
            words(ui, Words::Small, format!("taken up: {taken}"));
        });
    }
    adds(
        ui,
        open,
        behind,
        Adding::Support,
        "Record an offer",
        actions,
    );
    ui.add_space(space::MEDIUM);
    follow_up(ui, behind, partner, actions);
}

fn follow_up(ui: &mut Ui, behind: &Behind, partner: &Partner, actions: &mut Vec<Action>) {
    let mut all = behind.follow_ups.iter();
    let Some((_, windows)) = all.find(|(id, _)| *id == partner.id) else {
        return;
    };
    heading(ui, "Follow-up after he completed");
    for window in windows {
        hairline(ui);
        let on = dates::spoken_date(window.on);
        let text = match window.state {
            FollowUpState::NotYet => format!("due {on}"),
            FollowUpState::Due => format!("due since {on}"),
            FollowUpState::Overdue => format!("overdue, was due {on}"),
            FollowUpState::Reached(day) => format!("reached {}", dates::spoken_date(day)),
            FollowUpState::Refused(day) => format!("refused {}", dates::spoken_date(day)),
            FollowUpState::NotTraced(day) => format!("not traced, {}", dates::spoken_date(day)),
        };
        words(
            ui,
            Words::Plain,
            format!("After {} months: {text}", window.months),
        );
        if !matches!(window.state, FollowUpState::Due | FollowUpState::Overdue) {
            continue;
        }
        ui.push_id(window.months, |ui| {
            ui.horizontal_wrapped(|ui| {
                for (text, result, incident) in [
                    ("No further incident", FollowUpResult::Reached, Answer::No),
                    ("Further incident", FollowUpResult::Reached, Answer::Yes),
                    ("Refused", FollowUpResult::Refused, Answer::NotAsked),
                    ("Not traced", FollowUpResult::NotTraced, Answer::NotAsked),
                ] {
                    if small(ui, true, text).clicked() {
                        let months = window.months;
                        actions.push(PartnersAction::FollowUp(months, result, incident).into());
                    }
                }
            });
        });
    }
}

fn notices(
    ui: &mut Ui,
    open: &OpenProgramme,
    behind: &Behind,
    partner: &Partner,
    actions: &mut Vec<Action>,
) {
    let all = behind.notices.iter().enumerate();
    let hers: Vec<_> = all.filter(|(_, one)| one.partner == partner.id).collect();
    if hers.is_empty() {
        words(
            ui,
            Words::Secondary,
            "Nothing has happened that she must be told of.",
        );
    }
    for (at, notice) in hers {
        let (style, text) = match notice.state {
            NoticeState::Told(on) => (
                Words::Done,
                format!("she was told on {}", dates::spoken_date(on)),
            ),
            NoticeState::Owed => (
                Words::Secondary,
                format!("to be told by {}", dates::spoken_date(notice.by)),
            ),
            NoticeState::Overdue => (
                Words::Doubt,
                format!("overdue; to be told by {}", dates::spoken_date(notice.by)),
            ),
        };
        let owed = !matches!(notice.state, NoticeState::Told(_)) && open.may_change();
        let name = format!("She was told today: {}", waits::told_words(notice.of));
        let button = owed.then_some(("Told today", name.as_str()));
        if dated(ui, notice.happened, button, |ui| {
            words(ui, Words::Plain, sentence(waits::told_words(notice.of)));
            words(ui, style, text);
        }) {
            actions.push(PartnersAction::Told(at).into());
        }
    }
    ui.add_space(space::MEDIUM);
    heading(ui, "Concerns for her safety");
    for concern in &partner.concerns {
        dated(ui, concern.on, None, |ui| {
            words(ui, Words::Matter, behind.read(&concern.words));
        });
    }
    adds(
        ui,
        open,
        behind,
        Adding::Concern,
        "Record a concern",
        actions,
    );
}

fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    format!("{}{}", first.unwrap_or_default(), letters.as_str())
}

fn statements(
    ui: &mut Ui,
    open: &OpenProgramme,
    behind: &Behind,
    partner: &Partner,
    actions: &mut Vec<Action>,
) {
    let template = &open.programme.template;
    if partner.statements.is_empty() {
        words(ui, Words::Secondary, "Nothing she said is recorded yet.");
    }
    for said in &partner.statements {
        dated(ui, said.on, None, |ui| {
            words(ui, Words::Matter, behind.read(&said.words));
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
    adds(
        ui,
        open,
        behind,
        Adding::Statement,
        "Record what she said",
        actions,
    );
}

fn consents(
    ui: &mut Ui,
    open: &OpenProgramme,
    behind: &Behind,
    partner: &Partner,
    actions: &mut Vec<Action>,
) {
    if partner.consents.is_empty() {
        let text = "She has given no consent. Nothing is passed on, but for child safety or serious risk of harm.";
        words(ui, Words::Secondary, text);
    }
    for consent in &partner.consents {
        let name = format!("Withdraw the consent to {}", consent.to);
        let holds = consent.withdrawn.is_none() && open.may_change();
        let button = holds.then_some(("Withdraw", name.as_str()));
        if dated(ui, consent.on, button, |ui| {
            words(ui, Words::Plain, format!("To {}", consent.to));
            words(
                ui,
                Words::Small,
                kinds(&open.programme.template, &consent.kinds),
            );
            if let Some(on) = consent.withdrawn {
                let text = format!("withdrawn on {}", dates::spoken_date(on));
                words(ui, Words::Doubt, text);
            }
        }) {
            actions.push(PartnersAction::Withdraw(consent.id).into());
        }
    }
    adds(
        ui,
        open,
        behind,
        Adding::Consent,
        "Record a consent",
        actions,
    );
}

fn kinds(template: &ProgrammeTemplate, keys: &[String]) -> String {
    let known = template.fact_kinds.iter();
    let named = known.filter(|kind| keys.contains(&kind.key));
    named
        .map(|kind| kind.name.as_str())
        .collect::<Vec<_>>()
        .join("; ")
}

fn disclosures(
    ui: &mut Ui,
    open: &OpenProgramme,
    behind: &Behind,
    partner: &Partner,
    actions: &mut Vec<Action>,
) {
    if partner.disclosures.is_empty() {
        words(ui, Words::Secondary, "Nothing of hers has been passed on.");
    }
    for given in &partner.disclosures {
        dated(ui, given.on, None, |ui| {
            words(ui, Words::Plain, format!("To {}", given.to.name()));
            let mut said = partner.statements.iter();
            if let Some(said) = said.find(|said| said.id == given.statement) {
                words(ui, Words::Matter, behind.read(&said.words));
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
        words(
            ui,
            Words::Small,
            "Something she said must be recorded before it can be passed on.",
        );
        return;
    }
    adds(
        ui,
        open,
        behind,
        Adding::Disclosure,
        "Pass something on…",
        actions,
    );
}
