//! Measures of his: a dated list for each scale.

use egui::Ui;

use super::super::parts::{controls, correct_or_remove, dated_lines, entered, line};
use crate::app::{Action, CaseAction, OpenProgramme};
use crate::dates;
use crate::model::programme::{Man, Measure, MeasureOf, MeasureTemplate, Taken};
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{Words, choice, heading, secondary, small, words};

#[derive(Default)]
pub(super) struct Form {
    on: String,
    taken: Option<Taken>,
    value: Option<u32>,
    /// Key of the scale it is for.
    key: String,
    /// As it stands in his file; `None`: a new one.
    correcting: Option<Measure>,
    /// What stood in his file when it was sent: it is emptied when that is another.
    sent: Option<Vec<Measure>>,
}

pub(super) fn show(
    ui: &mut Ui,
    open: &OpenProgramme,
    man: &Man,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    let corrected = form.correcting.as_ref();
    let gone = corrected.is_some_and(|one| !man.measures.contains(one));
    let sent = form.sent.as_ref();
    if gone || sent.is_some_and(|sent| *sent != man.measures) {
        *form = Form::default();
    }
    let measures = open.programme.template.measures.iter();
    for known in measures.filter(|known| known.of == MeasureOf::Man) {
        heading(ui, &known.name);
        let better = match known.higher_is_better {
            true => "higher is better",
            false => "lower is better",
        };
        let text = format!("From {} to {}; {better}.", known.lowest, known.highest);
        words(ui, Words::Small, text);
        let mine = man.measures.iter().enumerate();
        for (at, measure) in mine.filter(|(_, one)| one.key == known.key) {
            let text = format!("{}, {}", measure.value, measure.taken.words());
            if form.correcting.as_ref() == Some(measure) {
                ui.push_id(("correcting", at), |ui| {
                    typed(ui, open, man, (known, Some(at)), form, actions);
                });
                continue;
            }
            dated_lines(ui, measure.on, |ui| {
                words(ui, Words::Plain, &text);
                let name = format!("{} {text}", known.name);
                match correct_or_remove(ui, open.may_change(), &name) {
                    Some(true) => *form = Form::of(measure),
                    Some(false) => actions.push(CaseAction::RemoveMeasure(at).into()),
                    None => {}
                }
            });
        }
        if form.correcting.is_none() {
            ui.push_id(&known.key, |ui| {
                typed(ui, open, man, (known, None), form, actions);
            });
        }
        ui.add_space(space::MEDIUM);
    }
}

impl Form {
    fn of(measure: &Measure) -> Self {
        Self {
            on: dates::spoken_date(measure.on),
            taken: Some(measure.taken),
            value: Some(measure.value),
            key: measure.key.clone(),
            correcting: Some(measure.clone()),
            sent: None,
        }
    }
}

fn typed(
    ui: &mut Ui,
    open: &OpenProgramme,
    man: &Man,
    (known, at): (&MeasureTemplate, Option<usize>),
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    let mut blank = Form::default();
    let is_mine = form.key == known.key;
    let mine = if is_mine { &mut *form } else { &mut blank };
    let mut sent = false;
    let mut touched = false;
    let mut leaves = false;
    controls(ui, |ui| {
        let taken = known.taken.iter();
        let taken = taken.map(|taken| (Some(*taken), taken.words().to_owned()));
        let name = format!("When {} was taken", known.name);
        if let Some(taken) = choice(ui, &name, &mine.taken, taken) {
            (mine.taken, touched) = (taken, true);
        }
        let values = (known.lowest..=known.highest).map(|value| (Some(value), value.to_string()));
        if let Some(value) = choice(ui, &format!("Value of {}", known.name), &mine.value, values) {
            (mine.value, touched) = (value, true);
        }
        let name = format!("Day of {}", known.name);
        let on = line(ui, &name, &mut mine.on, "today", size::SHORT_COLUMN);
        touched |= on.changed();
        let ready = open.may_change() && mine.taken.is_some() && mine.value.is_some();
        let text = if at.is_some() { "Keep" } else { "Record" };
        let button = secondary(ui, ready, text);
        let name = format!("{text} {}", known.name);
        button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, ready, &name));
        sent = ready && (button.clicked() || entered(ui, &on));
        leaves = at.is_some() && small(ui, true, "Leave it").clicked();
    });
    if sent && let (Some(taken), Some(value)) = (mine.taken, mine.value) {
        let (key, on) = (known.key.clone(), mine.on.clone());
        let action = match at {
            Some(at) => CaseAction::CorrectMeasure {
                at,
                taken,
                on,
                value,
            },
            None => CaseAction::Measure {
                key,
                taken,
                on,
                value,
            },
        };
        form.sent = Some(man.measures.clone());
        actions.push(action.into());
    } else if leaves {
        *form = Form::default();
    } else if touched && !is_mine {
        blank.key.clone_from(&known.key);
        *form = blank;
    }
}
