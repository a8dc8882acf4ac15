//! What is known of each substance of the template, and whether his file tells enough to count it.

use egui::Ui;

use super::super::parts::{answer_line, question};
use crate::app::{
    ALCOHOL, Action, AnswerOf, CaseAction, Field, ManText, OpenProgramme, ProgrammeField, Typing,
};
use crate::model::programme::{Man, Substance, Use};
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{FieldLook, Words, choice, field, hairline, heading, words};

pub(super) fn show(
    ui: &mut Ui,
    open: &OpenProgramme,
    man: &Man,
    typing: Option<&Typing>,
    actions: &mut Vec<Action>,
) {
    let template = &open.programme.template;
    let known = |key: &str| man.substances.iter().find(|one| one.key == key);
    let asked = |one: &&Substance| one.used != Use::NotAsked;
    let text = format!(
        "{} of {} substances were asked about. What is left open counts as “not asked”, never as “never”.",
        man.substances.iter().filter(asked).count(),
        template.substances.len(),
    );
    words(ui, Words::Secondary, text);
    ui.add_space(space::SMALL);
    for substance in &template.substances {
        let given = known(&substance.key);
        one(ui, (&substance.key, &substance.name), given, actions);
        if substance.key == ALCOHOL {
            drinking(ui, open, man, (given, typing), actions);
        }
    }
    let listed = |key: &str| template.substances.iter().any(|one| one.key == key);
    for other in man.substances.iter().filter(|one| !listed(&one.key)) {
        one(ui, (&other.key, &other.key), Some(other), actions);
    }
    ui.add_space(space::MEDIUM);
    as_a_whole(ui, man, actions);
}

fn one(
    ui: &mut Ui,
    (key, name): (&str, &str),
    given: Option<&Substance>,
    actions: &mut Vec<Action>,
) {
    hairline(ui);
    let used = given.map_or(Use::NotAsked, |given| given.used);
    let all = Use::ALL.map(|used| (used, used.words().to_owned()));
    answer_line(ui, name, used == Use::NotAsked, |ui| {
        if let Some(used) = choice(ui, name, &used, all) {
            actions.push(CaseAction::Use(key.to_owned(), used).into());
        }
    });
}

fn drinking(
    ui: &mut Ui,
    open: &OpenProgramme,
    man: &Man,
    (given, typing): (Option<&Substance>, Option<&Typing>),
    actions: &mut Vec<Action>,
) {
    let units = given.and_then(|given| given.tenths_of_units);
    answer_line(ui, "Units of alcohol a week", units.is_none(), |ui| {
        let look = FieldLook {
            hint: "not known",
            width: Some(size::AGENCY_COLUMN - space::MEDIUM),
            read_only: !open.may_change(),
            ..FieldLook::default()
        };
        let place = Field::Programme(ProgrammeField::Man(man.id, ManText::Units));
        let stored = units.map(units_words).unwrap_or_default();
        field(
            ui,
            "Units of alcohol a week",
            typing,
            place,
            &stored,
            look,
            actions,
        );
    });
    let often = given
        .map_or("", |given| given.regularity.as_str())
        .to_owned();
    let list = &open.programme.template.drinking;
    if list.is_empty() && often.is_empty() {
        return;
    }
    let mut all = vec![(String::new(), "Not known".to_owned())];
    all.extend(list.iter().map(|one| (one.key.clone(), one.name.clone())));
    if !all.iter().any(|(key, _)| *key == often) {
        all.push((often.clone(), often.clone()));
    }
    answer_line(ui, "How often he drinks", often.is_empty(), |ui| {
        if let Some(often) = choice(ui, "How often he drinks", &often, all) {
            actions.push(CaseAction::Regularity(often).into());
        }
    });
}

fn units_words(tenths: u32) -> String {
    match tenths % 10 {
        0 => (tenths / 10).to_string(),
        rest => format!("{}.{rest}", tenths / 10),
    }
}

fn as_a_whole(ui: &mut Ui, man: &Man, actions: &mut Vec<Action>) {
    heading(ui, "His file as a whole");
    let complete = man.substance_file.map(|file| file.complete);
    let all = [
        (None, "Not judged".to_owned()),
        (Some(true), "Complete".to_owned()),
        (Some(false), "Incomplete".to_owned()),
    ];
    let text = "Tells enough of substances to count it";
    answer_line(ui, text, complete.is_none(), |ui| {
        if let Some(complete) = choice(ui, text, &complete, all) {
            actions.push(CaseAction::SubstanceFile(complete).into());
        }
    });
    let Some(file) = man.substance_file else {
        let text = "Figures of substances count complete files only, and say how many those are.";
        words(ui, Words::Small, text);
        return;
    };
    let text = "Used substances before incidents";
    if let Some(answer) = question(ui, text, file.used_before_incidents) {
        actions.push(CaseAction::SetAnswer(AnswerOf::UsedBeforeIncidents, answer).into());
    }
}
