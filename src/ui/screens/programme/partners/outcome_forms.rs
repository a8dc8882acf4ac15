//! Forms for who she is, an incident, a measure and a follow-up of hers.

use egui::Ui;

use super::super::follow_up::{RESULTS, values};
use super::super::parts::{above, answers, line, prose};
use super::{SHORT, WIDE};
use crate::app::{Draft, OpenProgramme, called};
use crate::model::programme::{Answer, FollowUpResult, MeasureOf};
use crate::ui::widgets::{choice, tick};

/// The four answers below their question.
pub(super) fn answer(ui: &mut Ui, text: &str, present: &mut Answer) -> bool {
    above(ui, text);
    let given = answers(ui, text, *present);
    if let Some(answer) = given {
        *present = answer;
    }
    given.is_some()
}

pub(super) fn details(ui: &mut Ui, open: &OpenProgramme, draft: &mut Draft) -> bool {
    above(ui, "Her name");
    let mut changed = line(ui, "Her name", &mut draft.words, "may stay empty", WIDE).changed();
    above(ui, "Whose partner");
    let men = open.lines.iter();
    let men = men.filter_map(|line| open.man(line.man));
    let men = men.map(|man| (Some(man.id), called(man)));
    if let Some(man) = choice(ui, "Whose partner", &draft.man, men) {
        draft.man = man;
        changed = true;
    }
    let text = "She is a former partner";
    changed |= tick(ui, &mut draft.ticked[0], text, "Former partner").changed();
    above(ui, "Her worker");
    let hint = "another for each partner of one man";
    changed |= line(ui, "Her worker", &mut draft.to, hint, WIDE).changed();
    above(ui, "Her ethnicity, as she describes it");
    let known = open.programme.template.ethnicities.iter();
    let known = known.map(|one| (one.key.clone(), one.name.clone()));
    let all = [(String::new(), "Not asked".to_owned())].into_iter();
    if let Some(key) = choice(ui, "Her ethnicity", &draft.kind, all.chain(known)) {
        draft.kind = key;
        changed = true;
    }
    changed
}

pub(super) fn incident(ui: &mut Ui, draft: &mut Draft) -> bool {
    let hint = "what happened, in her words";
    let mut changed = prose(ui, "The incident", &mut draft.words, hint).changed();
    changed |= answer(ui, "Physical violence", &mut draft.answer);
    above(ui, "She told of it on");
    let told = line(
        ui,
        "She told of it on",
        &mut draft.second_day,
        "today",
        SHORT,
    );
    changed | told.changed()
}

pub(super) fn measure(ui: &mut Ui, open: &OpenProgramme, draft: &mut Draft) -> bool {
    let mut known = open.programme.template.measures.iter();
    let Some(known) = known.find(|known| known.key == draft.kind) else {
        return false;
    };
    let mut changed = false;
    above(ui, "When it was taken");
    let taken = known.taken.iter();
    let taken = taken.map(|taken| (Some(*taken), taken.words().to_owned()));
    if let Some(taken) = choice(ui, "When it was taken", &draft.taken, taken) {
        draft.taken = taken;
        changed = true;
    }
    above(ui, &known.name);
    let values = (known.lowest..=known.highest).map(|value| (Some(value), value.to_string()));
    if let Some(value) = choice(ui, "Value of the measure", &draft.value, values) {
        draft.value = value;
        changed = true;
    }
    changed
}

pub(super) fn follow_up(ui: &mut Ui, open: &OpenProgramme, draft: &mut Draft) -> bool {
    let mut changed = false;
    above(ui, "What came of it");
    let all = RESULTS.map(|(result, text)| (Some(result), text.to_owned()));
    if let Some(result) = choice(ui, "What came of it", &draft.result, all) {
        draft.result = result;
        changed = true;
    }
    if draft.result == Some(FollowUpResult::Reached) {
        changed |= answer(ui, "A further incident, by her account", &mut draft.answer);
        changed |= values(ui, open, MeasureOf::Partner, &mut draft.values);
    }
    changed
}
