//! Violence or abuse that became known after he was referred, as he or an agency told it.

use egui::Ui;

use super::super::parts::{OUTSIDE, above, answers, correct_or_remove, dated_lines, line, prose};
use crate::app::{Action, CaseAction, IncidentTyped, OpenProgramme};
use crate::dates;
use crate::model::programme::{Answer, Incident, InformationSource, Man};
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{Words, choice, hairline, heading, secondary, small, words};

#[derive(Default)]
pub(super) struct Form {
    on: String,
    told: String,
    physical: Answer,
    source: Option<InformationSource>,
    words: String,
    /// As it stands in his file; `None`: a new one.
    correcting: Option<Incident>,
    /// What stood in his file when it was sent: it is emptied when that is another.
    sent: Option<Vec<Incident>>,
}

impl Form {
    fn of(incident: &Incident) -> Self {
        Self {
            on: dates::spoken_date(incident.on),
            told: dates::spoken_date(incident.told),
            physical: incident.physical,
            source: Some(incident.source),
            words: incident.words.clone(),
            correcting: Some(incident.clone()),
            sent: None,
        }
    }
}

pub(super) fn show(
    ui: &mut Ui,
    open: &OpenProgramme,
    man: &Man,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    let stale = form.correcting.as_ref();
    let gone = stale.is_some_and(|one| !man.incidents.contains(one));
    let sent = form.sent.as_ref();
    if gone || sent.is_some_and(|sent| *sent != man.incidents) {
        *form = Form::default();
    }
    let text = "Violence or abuse that became known after he was referred, as he, the police or another agency told it. \
                What his partner told stands under Partners, and nowhere here.";
    words(ui, Words::Secondary, text);
    if man.incidents.is_empty() {
        ui.add_space(space::SMALL);
        words(ui, Words::Plain, "No incident is recorded.");
    }
    for (at, incident) in man.incidents.iter().enumerate().rev() {
        ui.add_space(space::SMALL);
        hairline(ui);
        if form.correcting.as_ref() == Some(incident) {
            ui.push_id("correcting", |ui| {
                typed(ui, open, man, Some(at), form, actions)
            });
            continue;
        }
        ui.push_id(("incident", at), |ui| {
            one(ui, open, (at, incident), form, actions)
        });
    }
    if form.correcting.is_none() {
        ui.add_space(space::MEDIUM);
        heading(ui, "Record an incident");
        typed(ui, open, man, None, form, actions);
    }
}

fn one(
    ui: &mut Ui,
    open: &OpenProgramme,
    (at, incident): (usize, &Incident),
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    let day = dates::spoken_date(incident.on);
    dated_lines(ui, incident.on, |ui| {
        let text = match incident.physical {
            Answer::Yes => "Physical violence",
            Answer::No => "No physical violence",
            Answer::NotKnown => "Whether physical is not known",
            Answer::NotAsked => "Whether physical was not asked",
        };
        words(ui, Words::Plain, text);
        let text = format!(
            "told on {} by: {}",
            dates::spoken_date(incident.told),
            incident.source.words().to_lowercase()
        );
        words(ui, Words::Small, text);
        if !incident.words.is_empty() {
            words(ui, Words::Matter, &incident.words);
        }
        match correct_or_remove(ui, open.may_change(), &format!("the incident of {day}")) {
            Some(true) => *form = Form::of(incident),
            Some(false) => actions.push(CaseAction::RemoveIncident(at).into()),
            None => {}
        }
    });
}

fn typed(
    ui: &mut Ui,
    open: &OpenProgramme,
    man: &Man,
    at: Option<usize>,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    ui.horizontal_wrapped(|ui| {
        ui.vertical(|ui| {
            above(ui, "On");
            line(
                ui,
                "Day of the incident",
                &mut form.on,
                "today",
                size::LONG_COLUMN,
            );
        });
        ui.vertical(|ui| {
            above(ui, "The programme heard of it on");
            line(
                ui,
                "Day on which it was told",
                &mut form.told,
                "today",
                size::LONG_COLUMN,
            );
        });
    });
    ui.horizontal_wrapped(|ui| {
        ui.vertical(|ui| {
            above(ui, "Physical violence");
            if let Some(answer) = answers(ui, "Physical violence", form.physical) {
                form.physical = answer;
            }
        });
        ui.vertical(|ui| {
            above(ui, "Who told of it");
            let all = OUTSIDE.map(|source| (Some(source), source.words().to_owned()));
            if let Some(source) = choice(ui, "Who told of the incident", &form.source, all) {
                form.source = source;
            }
        });
    });
    above(ui, "What happened");
    prose(
        ui,
        "What happened in the incident",
        &mut form.words,
        "as it was told",
    );
    ui.add_space(space::TIGHT);
    let ready = open.may_change() && form.source.is_some();
    let mut leaves = false;
    ui.horizontal(|ui| {
        let text = match at {
            Some(_) => "Keep the correction",
            None => "Record the incident",
        };
        if let (true, Some(source)) = (secondary(ui, ready, text).clicked(), form.source) {
            form.sent = Some(man.incidents.clone());
            let typed = IncidentTyped {
                on: form.on.clone(),
                told: form.told.clone(),
                physical: form.physical,
                source,
                words: form.words.clone(),
            };
            let action = match at {
                Some(at) => CaseAction::CorrectIncident(at, typed),
                None => CaseAction::AddIncident(typed),
            };
            actions.push(action.into());
        }
        leaves = at.is_some() && small(ui, true, "Leave it as it was").clicked();
        if form.source.is_none() {
            words(ui, Words::Small, "Choose who told of it first.");
        }
    });
    if leaves {
        *form = Form::default();
    }
}
