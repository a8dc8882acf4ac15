//! What she adds to his risk assessments, her measures, and her follow-up.

use egui::Ui;

use super::super::follow_up::result_words;
use super::super::parts::answers;
use super::file::File;
use super::forms;
use crate::app::{Action, Adding, PartnersAction};
use crate::dates;
use crate::model::programme::{Answer, FollowUpResult, MeasureOf};
use crate::programme::FollowUpState;
use crate::ui::tokens::space;
use crate::ui::widgets::{Words, hairline, heading, words};

pub(super) fn risk(ui: &mut Ui, file: File<'_>, actions: &mut Vec<Action>) {
    let man = file.open.man(file.partner.man);
    let assessments = man
        .map(|man| man.assessments.as_slice())
        .unwrap_or_default();
    if assessments.is_empty() {
        let text = "He has not been assessed yet. What she knows can be added when he is.";
        words(ui, Words::Secondary, text);
        return;
    }
    let text = "What she says of each group of risk factors. It stays here; outside, the assessment only says that it is complete.";
    words(ui, Words::Secondary, text);
    for assessment in assessments.iter().rev() {
        ui.add_space(space::SMALL);
        let day = dates::spoken_date(assessment.on);
        let level = assessment.level.words().to_lowercase();
        heading(ui, format!("{day}: {level} risk"));
        for known in &file.open.programme.template.risk_factors {
            let mut hers = file.partner.factors.iter();
            let hers = hers.find(|one| (one.assessment, &one.key) == (assessment.id, &known.key));
            let present = hers.map_or(Answer::NotAsked, |one| one.present);
            ui.add_space(space::TIGHT);
            let style = match present {
                Answer::NotAsked => Words::Secondary,
                _ => Words::Plain,
            };
            words(ui, style, &known.name);
            let called = format!("She says, {day}: {}", known.name);
            ui.push_id((assessment.id, &known.key), |ui| {
                if let Some(answer) = answers(ui, &called, present) {
                    let key = known.key.clone();
                    actions.push(PartnersAction::Factor(assessment.id, key, answer).into());
                }
            });
        }
    }
}

pub(super) fn measures(ui: &mut Ui, file: File<'_>, actions: &mut Vec<Action>) {
    let template = &file.open.programme.template;
    let hers = template.measures.iter();
    let hers = hers.filter(|known| known.of == MeasureOf::Partner);
    let mut any = false;
    for known in hers {
        any = true;
        heading(ui, &known.name);
        let better = match known.higher_is_better {
            true => "higher is better",
            false => "lower is better",
        };
        let text = format!("From {} to {}; {better}.", known.lowest, known.highest);
        words(ui, Words::Small, text);
        let all = file.partner.measures.iter().enumerate();
        for (at, one) in all.filter(|(_, one)| one.key == known.key) {
            let of = (Adding::Measure, at, "measure");
            file.record(ui, of, one.on, actions, |ui| {
                let text = format!("{}, {}", one.value, one.taken.words());
                words(ui, Words::Plain, text);
            });
        }
        let followed = file.partner.follow_ups.iter();
        for one in followed {
            let at_it = one.measures.iter().find(|(key, _)| *key == known.key);
            if let Some((_, value)) = at_it {
                let (on, months) = (dates::spoken_date(one.on), one.months);
                let text = format!("{value}, at the follow-up after {months} months, {on}");
                words(ui, Words::Plain, text);
            }
        }
        let draft = &file.behind.draft;
        let adding = (draft.adding, draft.at) == (Some(Adding::Measure), None);
        if adding && draft.kind == known.key {
            forms::show(ui, file, Adding::Measure, actions);
        } else if file.can(
            ui,
            "Record a value",
            &format!("Record a value: {}", known.name),
        ) {
            actions.push(PartnersAction::BeginMeasure(known.key.clone()).into());
        }
        ui.add_space(space::MEDIUM);
    }
    if !any {
        let text = "This programme’s settings name no measure of partners.";
        words(ui, Words::Secondary, text);
    }
}

pub(super) fn follow_up(ui: &mut Ui, file: File<'_>, actions: &mut Vec<Action>) {
    let mut all = file.behind.follow_ups.iter();
    let windows = all.find(|(id, _)| *id == file.partner.id);
    let Some((_, windows)) = windows else {
        let text = "She is followed up when he has completed. He has not so far.";
        words(ui, Words::Secondary, text);
        return;
    };
    for window in windows {
        let months = window.months;
        heading(ui, format!("{months} months after he completed"));
        let on = dates::spoken_date(window.on);
        let (style, text) = match window.state {
            FollowUpState::NotYet => (Words::Secondary, format!("due {on}")),
            FollowUpState::Due => (Words::Secondary, format!("due since {on}")),
            FollowUpState::Overdue => (Words::Doubt, format!("overdue; was due {on}")),
            _ => (Words::Secondary, format!("was due {on}")),
        };
        words(ui, style, text);
        let tried = file.partner.follow_ups.iter().enumerate();
        for (at, one) in tried.filter(|(_, one)| one.months == months) {
            let of = (Adding::FollowUp, at, "follow-up");
            file.record(ui, of, one.on, actions, |ui| {
                words(ui, Words::Plain, result_words(one.result));
                if one.result == FollowUpResult::Reached {
                    let told = one.incident.words().to_lowercase();
                    let text = format!("a further incident by her account: {told}");
                    words(ui, Words::Plain, text);
                }
                for (key, value) in &one.measures {
                    let mut known = file.open.programme.template.measures.iter();
                    let known = known.find(|known| known.key == *key);
                    let name = known.map_or(key.as_str(), |known| known.name.as_str());
                    words(ui, Words::Small, format!("{name}: {value}"));
                }
            });
        }
        let draft = &file.behind.draft;
        let adding = (draft.adding, draft.at) == (Some(Adding::FollowUp), None);
        hairline(ui);
        if adding && draft.months == months {
            forms::show(ui, file, Adding::FollowUp, actions);
        } else {
            let called = format!("Record her follow-up after {months} months");
            if file.can(ui, "Record a result", &called) {
                actions.push(PartnersAction::BeginFollowUp(months).into());
            }
        }
        ui.add_space(space::MEDIUM);
    }
}
