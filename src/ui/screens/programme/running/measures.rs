//! Scales on which men and partners are measured.

use egui::{Align, Ui, vec2};

use super::super::parts::{above, line};
use super::asked_field;
use crate::app::{Action, App, AskedAction, AskedText, NewMeasure, OpenProgramme, RunningAction};
use crate::model::programme::{MeasureOf, MeasureTemplate, Taken};
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{Words, choice, hairline, heading, primary, secondary, tick, words};

/// The measure that is being typed.
#[derive(Default)]
pub(in super::super) struct Form {
    new: Option<NewMeasure>,
    /// It was opened just now, and is to be seen whole.
    is_fresh: bool,
    /// How many measures there were when it was sent: with one more it was taken.
    sent: Option<usize>,
}

const OF: [(MeasureOf, &str); 2] = [(MeasureOf::Man, "men"), (MeasureOf::Partner, "partners")];

pub(super) fn show(
    ui: &mut Ui,
    app: &App,
    open: &OpenProgramme,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    let measures = &open.programme.template.measures;
    if form.sent.is_some_and(|before| before != measures.len()) {
        *form = Form::default();
    }
    words(
        ui,
        Words::Secondary,
        "A measure’s name, and when it is taken, can be changed. Its scale stays, since values were given on it; for another scale, add another measure.",
    );
    ui.add_space(space::SMALL);
    for (at, measure) in measures.iter().enumerate() {
        hairline(ui);
        ui.push_id(("measure", at), |ui| {
            of_one(ui, app, open, (at, measure), actions);
        });
        ui.add_space(space::SMALL);
    }
    hairline(ui);
    ui.add_space(space::SMALL);
    match &mut form.new {
        None => {
            if secondary(ui, open.may_change(), "Add a measure…").clicked() {
                form.new = Some(NewMeasure::default());
                form.is_fresh = true;
            }
        }
        Some(new) => match typed(ui, open, new, std::mem::take(&mut form.is_fresh)) {
            Some(true) => {
                form.sent = Some(measures.len());
                let action = AskedAction::AddMeasure(new.clone());
                actions.push(RunningAction::Asked(action).into());
            }
            Some(false) => *form = Form::default(),
            None => {}
        },
    }
}

fn of_one(
    ui: &mut Ui,
    app: &App,
    open: &OpenProgramme,
    (at, measure): (usize, &MeasureTemplate),
    actions: &mut Vec<Action>,
) {
    let name = format!("Name of measure {}", at + 1);
    let of = AskedText::Measure(at);
    asked_field(ui, app, open, (&name, of, &measure.name), None, actions);
    let whose = OF.iter().find(|(of, _)| *of == measure.of);
    let better = match measure.higher_is_better {
        true => "higher is better",
        false => "lower is better",
    };
    let text = format!(
        "Of {}, from {} to {}; {better}. Taken:",
        whose.map_or("", |(_, words)| words),
        measure.lowest,
        measure.highest
    );
    words(ui, Words::Small, text);
    ui.add_enabled_ui(open.may_change(), |ui| {
        if let Some((when, is_taken)) = times(ui, &measure.name, &measure.taken) {
            let action = AskedAction::TakeMeasure(at, when, is_taken);
            actions.push(RunningAction::Asked(action).into());
        }
    });
}

/// Which of the times was ticked or not.
fn times(ui: &mut Ui, measure: &str, taken: &[Taken]) -> Option<(Taken, bool)> {
    let mut changed = None;
    ui.horizontal_wrapped(|ui| {
        for when in Taken::ALL {
            let mut is_taken = taken.contains(&when);
            let name = format!("{measure}: {}", when.words());
            if tick(ui, &mut is_taken, when.words(), &name).changed() {
                changed = Some((when, is_taken));
            }
        }
    });
    changed
}

/// The form of a new measure. Whether it is to be added, or not after all.
fn typed(ui: &mut Ui, open: &OpenProgramme, new: &mut NewMeasure, is_fresh: bool) -> Option<bool> {
    heading(ui, "A new measure");
    above(ui, "What it is called");
    let name = line(
        ui,
        "Name of the new measure",
        &mut new.name,
        "",
        size::LONG_COLUMN + size::SEARCH,
    );
    above(ui, "Who is measured");
    let of = OF.map(|(of, words)| (of, words.to_owned()));
    if let Some(of) = choice(ui, "Whose measure it is", &new.of, of) {
        new.of = of;
    }
    above(ui, "Its scale, both ends included");
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::SMALL, space::TIGHT);
        line(
            ui,
            "Lowest value",
            &mut new.lowest,
            "from",
            size::SHORT_COLUMN,
        );
        line(
            ui,
            "Highest value",
            &mut new.highest,
            "to",
            size::SHORT_COLUMN,
        );
    });
    tick(
        ui,
        &mut new.higher_is_better,
        "Higher is better",
        "Higher is better",
    );
    above(ui, "When it is taken");
    if let Some((when, is_taken)) = times(ui, "The new measure", &new.taken) {
        new.taken.retain(|one| *one != when);
        if is_taken {
            new.taken.push(when);
        }
    }
    ui.add_space(space::SMALL);
    let mut decided = None;
    ui.horizontal(|ui| {
        let typed = [&new.name, &new.lowest, &new.highest];
        let ready = open.may_change() && typed.iter().all(|text| !text.trim().is_empty());
        if primary(ui, ready, "Add the measure").clicked() {
            decided = Some(true);
        }
        if secondary(ui, true, "Not now").clicked() {
            decided = Some(false);
        }
    });
    if is_fresh {
        name.request_focus();
        ui.scroll_to_cursor(Some(Align::BOTTOM));
    }
    decided
}
