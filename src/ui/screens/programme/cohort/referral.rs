//! The referral form: the template’s questions, part-filled as it came.

use egui::Ui;

use super::super::parts::{above, question};
use crate::app::{
    Action, CaseAction, Field, ManText, OpenProgramme, ProgrammeField, Typing, called,
};
use crate::dates;
use crate::model::programme::{
    Answer, InformationSource, Man, QuestionKind, ReferralAnswer, ReferralQuestion, Sharing,
};
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{FieldLook, Words, choice, hairline, labelled_field, words};

const SCALE: std::ops::RangeInclusive<u8> = 1..=10;

pub(super) fn show(
    ui: &mut Ui,
    open: &OpenProgramme,
    man: &Man,
    typing: Option<&Typing>,
    actions: &mut Vec<Action>,
) {
    let form = &open.programme.template.referral_form;
    let given = |question: &ReferralQuestion| {
        let mut answers = man.referral.answers.iter();
        answers.find(|answer| answer.question == question.key)
    };
    let answered = form
        .iter()
        .filter(|question| given(question).is_some())
        .count();
    let text = format!(
        "{answered} of {} questions were asked. What is left open counts as “not asked”, never as “no”.",
        form.len()
    );
    words(ui, Words::Secondary, text);
    who_referred(ui, open, man, typing, actions);
    for (at, asked) in form.iter().enumerate() {
        ui.add_space(space::TIGHT);
        hairline(ui);
        let place = Field::Programme(ProgrammeField::Answer(man.id, at));
        ui.push_id(at, |ui| {
            one(ui, open, asked, given(asked), (typing, place), actions);
        });
    }
}

fn who_referred(
    ui: &mut Ui,
    open: &OpenProgramme,
    man: &Man,
    typing: Option<&Typing>,
    actions: &mut Vec<Action>,
) {
    let template = &open.programme.template;
    let coded = |list: &[crate::model::programme::Coded], none: &str| {
        let all = list.iter().map(|one| (one.key.clone(), one.name.clone()));
        let all = std::iter::once((String::new(), none.to_owned())).chain(all);
        all.collect::<Vec<_>>()
    };
    above(ui, "Referred by");
    let sources = coded(&template.referral_sources, "Not recorded");
    if let Some(key) = choice(ui, "Referral source", &man.referral.source, sources) {
        actions.push(CaseAction::ReferredBy(key).into());
    }
    let look = FieldLook {
        hint: "name and office",
        read_only: !open.may_change(),
        ..FieldLook::default()
    };
    let text = |part| Field::Programme(ProgrammeField::Man(man.id, part));
    let referrer = &man.referral.referrer;
    labelled_field(
        ui,
        "Referrer",
        typing,
        text(ManText::Referrer),
        referrer,
        look,
        actions,
    );
    above(ui, "May information about him be shared?");
    let name = format!("Sharing of information about {}", called(man));
    let present = match &man.referral.sharing {
        Sharing::NotSettled => 0,
        Sharing::Consented(_) => 1,
        Sharing::Waived { .. } => 2,
    };
    let all = [
        "Not settled: nothing may be shared",
        "He consented",
        "Waived under child-protection procedures",
    ];
    let all = all
        .into_iter()
        .enumerate()
        .map(|(at, text)| (at, text.to_owned()));
    if let Some(chosen) = choice(ui, &name, &present, all) {
        let sharing = match chosen {
            1 => Sharing::Consented(open.today),
            2 => Sharing::Waived {
                on: open.today,
                by: String::new(),
            },
            _ => Sharing::NotSettled,
        };
        actions.push(CaseAction::Share(sharing).into());
    }
    let look = FieldLook { hint: "", ..look };
    match &man.referral.sharing {
        Sharing::NotSettled => {}
        Sharing::Consented(on) => {
            let on = dates::spoken_date(*on);
            labelled_field(
                ui,
                "Consented on",
                typing,
                text(ManText::SharingOn),
                &on,
                look,
                actions,
            );
        }
        Sharing::Waived { on, by } => {
            let on = dates::spoken_date(*on);
            labelled_field(
                ui,
                "Waived on",
                typing,
                text(ManText::SharingOn),
                &on,
                look,
                actions,
            );
            labelled_field(
                ui,
                "Waived by",
                typing,
                text(ManText::WaivedBy),
                by,
                look,
                actions,
            );
        }
    }
}

fn one(
    ui: &mut Ui,
    open: &OpenProgramme,
    asked: &ReferralQuestion,
    given: Option<&ReferralAnswer>,
    (typing, place): (Option<&Typing>, Field),
    actions: &mut Vec<Action>,
) {
    let key = &asked.key;
    match asked.kind {
        QuestionKind::Words => {
            let look = FieldLook {
                hint: "not asked",
                read_only: !open.may_change(),
                ..FieldLook::default()
            };
            let words = given.map_or("", |given| given.words.as_str());
            labelled_field(ui, &asked.text, typing, place, words, look, actions);
        }
        QuestionKind::Scale => {
            words(ui, Words::Plain, &asked.text);
            let scale = given.and_then(|given| given.scale);
            let all = SCALE.map(|value| (Some(value), value.to_string()));
            let all = std::iter::once((None, "Not asked".to_owned())).chain(all);
            if let Some(scale) = choice(ui, &asked.text, &scale, all) {
                actions.push(CaseAction::Scale(key.clone(), scale).into());
            }
        }
        QuestionKind::YesNo | QuestionKind::YesNoWithSource => {
            let present = given.map_or(Answer::NotAsked, |given| given.answer);
            if let Some(answer) = question(ui, &asked.text, present) {
                actions.push(CaseAction::Answer(key.clone(), answer).into());
            }
            let with_source = asked.kind == QuestionKind::YesNoWithSource;
            if with_source && matches!(present, Answer::Yes | Answer::No) {
                said_by(ui, asked, given, actions);
            }
        }
    }
}

fn said_by(
    ui: &mut Ui,
    asked: &ReferralQuestion,
    given: Option<&ReferralAnswer>,
    actions: &mut Vec<Action>,
) {
    // What his partner told belongs behind the wall.
    let sources = [
        InformationSource::Himself,
        InformationSource::Police,
        InformationSource::OtherAgency,
    ];
    let all = sources.map(|source| (Some(source), source.words().to_owned()));
    let all = std::iter::once((None, "Nobody named".to_owned())).chain(all);
    ui.horizontal(|ui| {
        ui.set_min_height(size::SMALL_CONTROL);
        words(ui, Words::Small, "Who says so");
        let name = format!("Who says so: {}", asked.text);
        let present = given.and_then(|given| given.source);
        if let Some(source) = choice(ui, &name, &present, all) {
            actions.push(CaseAction::SaidBy(asked.key.clone(), source).into());
        }
    });
}
