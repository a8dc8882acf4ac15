//! What is being added behind the wall. It is typed into the state that goes with the lock, never into the screen’s own memory.

use egui::Ui;

use super::super::parts::{above, line, prose};
use super::file::File;
use super::outcome_forms::{answer, details, follow_up, incident, measure};
use super::{SHORT, WIDE};
use crate::app::{Action, Adding, Behind, Draft, OpenProgramme, PartnersAction};
use crate::ui::tokens::space;
use crate::ui::widgets::{Words, card, choice, heading, primary, quiet, tick, words};

/// The form for a new partner.
pub(super) fn partner(
    ui: &mut Ui,
    open: &OpenProgramme,
    behind: &Behind,
    actions: &mut Vec<Action>,
) {
    heading(ui, "Add a partner");
    let mut draft = behind.draft.clone();
    above(ui, "Whose partner");
    let men = open.lines.iter();
    let men = men.map(|line| (Some(line.man), line.called.clone()));
    let mut changed = false;
    if let Some(man) = choice(ui, "Whose partner", &draft.man, men) {
        draft.man = man;
        changed = true;
    }
    above(ui, "Her name");
    changed |= line(ui, "Her name", &mut draft.words, "may stay empty", WIDE).changed();
    above(ui, "Her worker");
    let hint = "another for each partner of one man";
    changed |= line(ui, "Her worker", &mut draft.to, hint, WIDE).changed();
    above(ui, "The programme learnt of her on");
    changed |= line(ui, "Known since", &mut draft.on, "today", SHORT).changed();
    changed |= tick(
        ui,
        &mut draft.ticked[0],
        "Former partner",
        "She is a former partner",
    )
    .changed();
    finish(ui, open, draft, changed, "Add her", actions);
}

/// Any other form, on a card of its own.
pub(super) fn show(ui: &mut Ui, file: File<'_>, what: Adding, actions: &mut Vec<Action>) {
    let File { open, behind, .. } = file;
    card(ui, true, |ui| {
        let mut draft = behind.draft.clone();
        let mut changed = match what {
            Adding::Contact => contact(ui, &mut draft),
            Adding::Statement => statement(ui, open, &mut draft),
            Adding::Consent => consent(ui, open, &mut draft),
            Adding::Concern => {
                let hint = "what it is; she is told of it at once";
                prose(ui, "The concern", &mut draft.words, hint).changed()
            }
            Adding::Support => {
                let hint = "refuge, counselling …";
                let typed = line(ui, "What was offered", &mut draft.words, hint, WIDE);
                typed.changed() | answer(ui, "She took it up", &mut draft.answer)
            }
            Adding::Disclosure => disclosure(ui, behind, &mut draft),
            Adding::Incident => incident(ui, &mut draft),
            Adding::Measure => measure(ui, open, &mut draft),
            Adding::FollowUp => follow_up(ui, open, &mut draft),
            Adding::Details => details(ui, open, &mut draft),
            Adding::Notice | Adding::LastViolence | Adding::Partner => false,
        };
        let (text, hint) = match what {
            Adding::Details => ("The programme learnt of her on", "as before"),
            Adding::LastViolence => ("The last physical violence that she knows of", "not known"),
            Adding::Incident => ("It happened on", "today"),
            Adding::Notice => ("She was told on", "today"),
            _ => ("On", "today"),
        };
        above(ui, text);
        changed |= line(ui, "Day of the record", &mut draft.on, hint, SHORT).changed();
        if what == Adding::Consent {
            above(ui, "Withdrawn on; from that day on it no longer holds");
            let hint = "it still holds";
            let typed = line(ui, "Withdrawn on", &mut draft.second_day, hint, SHORT);
            changed |= typed.changed();
        }
        let button = match what {
            Adding::Disclosure => "Pass it on",
            _ => "Keep it",
        };
        finish(ui, open, draft, changed, button, actions);
    });
}

fn finish(
    ui: &mut Ui,
    open: &OpenProgramme,
    draft: Draft,
    changed: bool,
    button: &str,
    actions: &mut Vec<Action>,
) {
    if changed {
        actions.push(PartnersAction::Draft(Box::new(draft)).into());
    }
    ui.add_space(space::SMALL);
    ui.horizontal(|ui| {
        if primary(ui, open.may_change(), button).clicked() {
            actions.push(PartnersAction::Keep.into());
        }
        if quiet(ui, "Not now").clicked() {
            actions.push(PartnersAction::Leave.into());
        }
    });
}

fn contact(ui: &mut Ui, draft: &mut Draft) -> bool {
    let mut changed = false;
    let all = [
        "By telephone",
        "She was reached",
        "The first information was given",
    ];
    for (text, ticked) in all.into_iter().zip(&mut draft.ticked) {
        changed |= tick(ui, ticked, text, text).changed();
    }
    let hint = "for women’s safety work only";
    changed | prose(ui, "Words on the contact", &mut draft.words, hint).changed()
}

fn statement(ui: &mut Ui, open: &OpenProgramme, draft: &mut Draft) -> bool {
    let template = &open.programme.template;
    let mut changed = prose(ui, "What she said", &mut draft.words, "in her words").changed();
    above(ui, "What kind of fact it is");
    let kinds = template.fact_kinds.iter();
    let kinds = kinds.map(|kind| {
        let only = if kind.only_with_her_permission {
            " (only with her permission)"
        } else {
            ""
        };
        (kind.key.clone(), format!("{}{only}", kind.name))
    });
    if let Some(kind) = choice(ui, "Kind of fact", &draft.kind, kinds) {
        draft.kind = kind;
        changed = true;
    }
    above(ui, "Groups of risk factors it speaks to");
    let text = "Only these names can ever reach facilitators, and only where she consented to it.";
    words(ui, Words::Small, text);
    let all = template.risk_factors.iter();
    let all: Vec<_> = all
        .map(|one| (one.key.as_str(), one.name.as_str()))
        .collect();
    changed | ticks(ui, &all, &mut draft.keys)
}

fn consent(ui: &mut Ui, open: &OpenProgramme, draft: &mut Draft) -> bool {
    above(ui, "To whom");
    let hint = "an agency by name, or Facilitators";
    let mut changed = line(ui, "Consent to whom", &mut draft.to, hint, WIDE).changed();
    above(ui, "Which kinds of fact, each named by her");
    let all = open.programme.template.fact_kinds.iter();
    let all: Vec<_> = all
        .map(|one| (one.key.as_str(), one.name.as_str()))
        .collect();
    changed |= ticks(ui, &all, &mut draft.keys);
    changed
}

fn ticks(ui: &mut Ui, all: &[(&str, &str)], keys: &mut Vec<String>) -> bool {
    let mut changed = false;
    for (key, name) in all {
        let mut ticked = keys.iter().any(|known| known == key);
        if tick(ui, &mut ticked, name, name).changed() {
            keys.retain(|known| known != key);
            if ticked {
                keys.push((*key).to_owned());
            }
            changed = true;
        }
    }
    changed
}

fn disclosure(ui: &mut Ui, behind: &Behind, draft: &mut Draft) -> bool {
    let mut changed = false;
    above(ui, "What is passed on");
    let said = behind.partner().into_iter().flat_map(|one| &one.statements);
    let said = said.map(|said| (Some(said.id), behind.read(&said.words).clone()));
    if let Some(statement) = choice(ui, "What is passed on", &draft.statement, said) {
        draft.statement = statement;
        changed = true;
    }
    above(ui, "To whom");
    changed |= line(ui, "Passed on to", &mut draft.to, "the agency’s name", WIDE).changed();
    above(ui, "On what ground");
    let grounds = [
        ("consent", "Her consent, recorded and dated"),
        ("child", "Child safety"),
        ("risk", "Serious risk of harm"),
    ];
    let all = grounds.map(|(key, name)| (key.to_owned(), name.to_owned()));
    if draft.kind.is_empty() {
        "consent".clone_into(&mut draft.kind);
    }
    if let Some(kind) = choice(ui, "On what ground", &draft.kind, all) {
        draft.kind = kind;
        changed = true;
    }
    if draft.kind != "consent" {
        above(ui, "Why it must be told");
        changed |= prose(ui, "Why it must be told", &mut draft.words, "in a sentence").changed();
        above(ui, "Who decided it");
        changed |= line(ui, "Who decided it", &mut draft.decided_by, "name", WIDE).changed();
    }
    changed
}
