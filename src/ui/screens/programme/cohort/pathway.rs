//! His way through the programme: a dated line of steps, and the next one.

use egui::{Sense, Stroke, Ui, pos2, vec2};

use super::super::parts::{above, controls, entered, line};
use crate::app::{Action, CaseAction, OpenProgramme, name_of_key};
use crate::dates;
use crate::model::programme::{Man, Step, StepKind};
use crate::programme::in_order;
use crate::ui::tokens::{palette, size, space, timeline};
use crate::ui::widgets::{Words, choice, heading, label, primary, small, words};

#[derive(Default)]
pub(super) struct Form {
    kind: Option<StepKind>,
    on: String,
    reason: String,
    correcting: Option<Correction>,
}

/// A step as it stands in his file, and what it shall be.
struct Correction {
    step: Step,
    on: String,
    reason: String,
}

pub(super) fn show(
    ui: &mut Ui,
    open: &OpenProgramme,
    man: &Man,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    let steps = in_order(man);
    if steps.is_empty() {
        words(ui, Words::Secondary, "No step is recorded yet.");
    }
    let corrected = form.correcting.as_ref();
    if corrected.is_some_and(|one| !man.steps.contains(&one.step)) {
        form.correcting = None;
    }
    let last = steps.len().saturating_sub(1);
    for (at, step) in steps.iter().enumerate() {
        let (is_first, is_last) = (at == 0, at == last);
        ui.push_id(("step", at), |ui| {
            one(ui, open, man, step, (is_first, is_last), form, actions);
        });
    }
    ui.add_space(space::MEDIUM);
    next(ui, open, steps.last().copied(), form, actions);
}

/// A step with its mark on the line that joins them; the last is filled.
fn one(
    ui: &mut Ui,
    open: &OpenProgramme,
    man: &Man,
    step: &Step,
    (is_first, is_last): (bool, bool),
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    let top = ui.cursor().top();
    let left = ui.max_rect().left();
    let shown = ui.horizontal(|ui| {
        ui.allocate_exact_size(vec2(space::MEDIUM, size::SMALL_CONTROL), Sense::hover());
        super::super::parts::cell(ui, size::SHORT_COLUMN + space::MEDIUM, |ui| {
            label(ui, Words::Secondary, dates::spoken_date(step.on));
        });
        ui.vertical(|ui| {
            ui.add_space(space::TIGHT);
            let style = if is_last { Words::Strong } else { Words::Plain };
            words(ui, style, step.kind.words());
            if step.kind.is_leaving() && step.kind != StepKind::Completed {
                let reasons = &open.programme.template.reasons_for_leaving;
                let (style, reason) = match step.reason.as_str() {
                    "" => (Words::Doubt, "no reason recorded"),
                    key => (Words::Small, name_of_key(reasons, key)),
                };
                words(ui, style, reason);
            }
        });
        if open.may_change() {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                buttons(ui, man, step, is_last, form, actions);
            });
        }
    });
    let corrects = form.correcting.as_mut().filter(|one| one.step == *step);
    let below = corrects.map(|one| {
        let shown = ui.horizontal(|ui| {
            ui.add_space(space::MEDIUM + space::SMALL);
            ui.vertical(|ui| correct(ui, open, man, one, actions)).inner
        });
        (shown.inner, shown.response.rect.bottom())
    });
    let bottom = below.map_or(shown.response.rect.bottom(), |(_, bottom)| bottom);
    if below.is_some_and(|(leaves, _)| leaves) {
        form.correcting = None;
    }
    let colours = palette(ui);
    let x = left + space::SMALL;
    let middle = top + size::SMALL_CONTROL / 2.0;
    let line = Stroke::new(1.0, colours.line);
    let painter = ui.painter();
    if !is_first {
        painter.vline(
            x,
            (top - ui.spacing().item_spacing.y)..=(middle - timeline::RING),
            line,
        );
    }
    if is_last {
        painter.circle_filled(pos2(x, middle), timeline::RING, colours.accent);
    } else {
        painter.vline(x, (middle + timeline::RING)..=bottom, line);
        painter.circle_stroke(
            pos2(x, middle),
            timeline::RING - 1.0,
            Stroke::new(1.5, colours.accent),
        );
    }
}

fn buttons(
    ui: &mut Ui,
    man: &Man,
    step: &Step,
    is_last: bool,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    let named = |ui: &mut Ui, text: &str| {
        let name = format!("{text} the step {}", step.kind.words());
        let button = small(ui, true, text);
        button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
        button.clicked()
    };
    let at = man.steps.iter().position(|each| each == step);
    if is_last && named(ui, "Remove") {
        actions.extend(at.map(|at| CaseAction::RemoveStep(at).into()));
    }
    if named(ui, "Correct") {
        form.correcting = Some(Correction {
            step: step.clone(),
            on: dates::spoken_date(step.on),
            reason: step.reason.clone(),
        });
    }
}

/// Its day, and why he left. Whether it is left as it was.
fn correct(
    ui: &mut Ui,
    open: &OpenProgramme,
    man: &Man,
    form: &mut Correction,
    actions: &mut Vec<Action>,
) -> bool {
    let kind = form.step.kind;
    if kind.is_leaving() && kind != StepKind::Completed {
        let reasons = open.programme.template.reasons_for_leaving.iter();
        let reasons = reasons.map(|one| (one.key.clone(), one.name.clone()));
        if let Some(reason) = choice(ui, "Right reason for leaving", &form.reason, reasons) {
            form.reason = reason;
        }
    }
    let mut leaves = false;
    controls(ui, |ui| {
        let name = format!("Right day of the step {}", kind.words());
        let typed = line(ui, &name, &mut form.on, "a day", size::LONG_COLUMN);
        let ready = !form.on.trim().is_empty();
        let pressed = small(ui, ready, "Keep the correction").clicked();
        let at = man.steps.iter().position(|each| *each == form.step);
        if let (true, Some(at)) = (ready && (pressed || entered(ui, &typed)), at) {
            let (on, reason) = (form.on.clone(), form.reason.clone());
            actions.push(CaseAction::CorrectStep { at, on, reason }.into());
        }
        leaves = small(ui, true, "Leave it as it was").clicked();
    });
    leaves
}

/// A step to choose, framed, so that it is seen to be one.
fn step_button(ui: &mut Ui, chosen: bool, name: &str) -> bool {
    let style = if chosen { Words::Strong } else { Words::Plain };
    let colours = palette(ui);
    let (fill, line) = match chosen {
        true => (colours.accent_wash, colours.accent),
        false => (colours.sheet, colours.line),
    };
    let button = egui::Button::new(style.rich(ui, name))
        .fill(fill)
        .stroke(Stroke::new(1.0, line))
        .min_size(vec2(0.0, size::CONTROL));
    let response = ui.add(button);
    response
        .widget_info(|| egui::WidgetInfo::selected(egui::Role::RadioButton, true, chosen, name));
    response.clicked()
}

fn next(
    ui: &mut Ui,
    open: &OpenProgramme,
    last: Option<&Step>,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    heading(ui, "Take the next step");
    let may_follow = StepKind::ALL.into_iter().filter(|kind| match last {
        Some(last) => kind.may_follow(last.kind),
        None => *kind == StepKind::Referred,
    });
    let kinds: Vec<StepKind> = may_follow.collect();
    if kinds.is_empty() {
        words(
            ui,
            Words::Secondary,
            "His way is at its end; nothing follows.",
        );
        return;
    }
    form.kind = form.kind.filter(|kind| kinds.contains(kind));
    ui.horizontal_wrapped(|ui| {
        for kind in kinds {
            let chosen = form.kind == Some(kind);
            if step_button(ui, chosen, kind.words()) {
                form.kind = (!chosen).then_some(kind);
            }
        }
    });
    let Some(kind) = form.kind else {
        words(ui, Words::Small, "Only steps that may follow stand here.");
        return;
    };
    let leaves = kind.is_leaving() && kind != StepKind::Completed;
    if leaves {
        above(ui, "Why");
        let reasons = open.programme.template.reasons_for_leaving.iter();
        let reasons = reasons.map(|one| (one.key.clone(), one.name.clone()));
        if let Some(reason) = choice(ui, "Reason for leaving", &form.reason, reasons) {
            form.reason = reason;
        }
    }
    above(ui, "On");
    let on = line(
        ui,
        "Day of the step",
        &mut form.on,
        "today",
        size::LONG_COLUMN,
    );
    ui.add_space(space::SMALL);
    let text = format!("Record “{}”", kind.words());
    let pressed = primary(ui, open.may_change(), &text).clicked();
    if pressed || entered(ui, &on) {
        let reason = match leaves {
            true => form.reason.clone(),
            false => String::new(),
        };
        let on = form.on.clone();
        actions.push(CaseAction::TakeStep { kind, on, reason }.into());
    }
}
