//! Measures of his: a dated list for each scale.

use egui::Ui;

use super::super::parts::{dated, entered, line};
use crate::app::{Action, CaseAction, OpenProgramme};
use crate::model::programme::{Man, MeasureOf, MeasureTemplate, Taken};
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{Words, choice, heading, secondary, words};

#[derive(Default)]
pub(super) struct Form {
    on: String,
    taken: Option<Taken>,
    value: Option<u32>,
    /// Key of the scale it is for.
    key: String,
}

pub(super) fn show(
    ui: &mut Ui,
    open: &OpenProgramme,
    man: &Man,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
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
            let name = format!("Remove {} {text}", known.name);
            let button = open.may_change().then_some(("Remove", name.as_str()));
            if dated(ui, measure.on, button, |ui| {
                words(ui, Words::Plain, &text);
            }) {
                actions.push(CaseAction::RemoveMeasure(at).into());
            }
        }
        ui.push_id(&known.key, |ui| add(ui, open, known, form, actions));
        ui.add_space(space::MEDIUM);
    }
}

fn add(
    ui: &mut Ui,
    open: &OpenProgramme,
    known: &MeasureTemplate,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    let mut blank = Form::default();
    let is_mine = form.key == known.key;
    let mine = if is_mine { &mut *form } else { &mut blank };
    let mut sent = false;
    let mut touched = false;
    ui.horizontal_wrapped(|ui| {
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
        let button = secondary(ui, ready, "Record");
        let name = format!("Record {}", known.name);
        button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, ready, &name));
        sent = ready && (button.clicked() || entered(ui, &on));
    });
    if sent && let (Some(taken), Some(value)) = (mine.taken, mine.value) {
        let (key, on) = (known.key.clone(), mine.on.clone());
        actions.push(
            CaseAction::Measure {
                key,
                taken,
                on,
                value,
            }
            .into(),
        );
        *form = Form::default();
    } else if touched && !is_mine {
        blank.key.clone_from(&known.key);
        *form = blank;
    }
}
