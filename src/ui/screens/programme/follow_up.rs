//! What became of it, months after he completed: who is due, who answered, of how many.

use egui::{Align, Layout, Ui, vec2};

use super::parts::{above, answers, case_pane, cell, entered, line, page};
use crate::app::{
    Action, CohortAction, FollowUpAction, FollowUpFilter, FollowUpLine, OpenProgramme, Recorded,
};
use crate::dates;
use crate::model::ManId;
use crate::model::programme::{Answer, FollowUp, FollowUpResult, MeasureOf, Taken};
use crate::programme::FollowUpState;
use crate::stats::Proportion;
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{
    Tone, Words, chip, choice, empty, hairline, heading, label, link, primary, quiet, scroll,
    small, tabs, words,
};

#[derive(Default)]
pub(super) struct Form {
    of: Option<(ManId, u32)>,
    changing: Option<usize>,
    on: String,
    result: Option<FollowUpResult>,
    incident: Answer,
    measures: Vec<(String, u32)>,
    police: Answer,
    other_agency: Answer,
}

impl Form {
    /// Filled with the attempt that is being corrected.
    fn of(open: &OpenProgramme) -> Self {
        let (of, changing) = (open.follow_up.recording, open.follow_up.changing);
        let man = of.and_then(|(man, _)| open.man(man));
        let attempt = man
            .zip(changing)
            .and_then(|(man, at)| man.follow_ups.get(at));
        let blank = Self {
            of,
            changing,
            ..Self::default()
        };
        let Some(attempt) = attempt else {
            return blank;
        };
        Self {
            on: dates::spoken_date(attempt.on),
            result: Some(attempt.result),
            incident: attempt.incident,
            measures: attempt.measures.clone(),
            police: attempt.police,
            other_agency: attempt.other_agency,
            ..blank
        }
    }
}

pub(super) const RESULTS: [(FollowUpResult, &str); 4] = [
    (FollowUpResult::Reached, "Reached"),
    (FollowUpResult::Tried, "Tried, no answer so far"),
    (FollowUpResult::Refused, "Refused"),
    (FollowUpResult::NotTraced, "Not traced"),
];

pub(super) fn result_words(result: FollowUpResult) -> &'static str {
    let mut all = RESULTS.iter();
    all.find(|(known, _)| *known == result)
        .map_or("", |(_, words)| words)
}

/// The measures that are taken at a follow-up, each with its value. Whether one was changed.
pub(super) fn values(
    ui: &mut Ui,
    open: &OpenProgramme,
    of: MeasureOf,
    values: &mut Vec<(String, u32)>,
) -> bool {
    let mut changed = false;
    let measures = open.programme.template.measures.iter();
    let at_it = measures.filter(|one| one.of == of && one.taken.contains(&Taken::FollowUp));
    for known in at_it {
        above(ui, &known.name);
        let present = values.iter().find(|(key, _)| *key == known.key);
        let present = present.map(|(_, value)| *value);
        let scale = (known.lowest..=known.highest).map(|value| (Some(value), value.to_string()));
        let all = [(None, "Not measured".to_owned())].into_iter().chain(scale);
        if let Some(value) = choice(ui, &known.name, &present, all) {
            values.retain(|(key, _)| *key != known.key);
            values.extend(value.map(|value| (known.key.clone(), value)));
            changed = true;
        }
    }
    changed
}

pub(super) fn show(ui: &mut Ui, open: &OpenProgramme, form: &mut Form, actions: &mut Vec<Action>) {
    if open.follow_ups.is_empty() {
        let months = open.programme.template.follow_up.months.iter();
        let months: Vec<String> = months.map(u32::to_string).collect();
        let text = format!(
            "A man comes here when he has completed; he is asked {} months later. Nobody has completed so far.",
            months.join(" and ")
        );
        empty(ui, "Nothing to follow up yet", &text, None);
        return;
    }
    let recording = open.follow_up.recording;
    if (form.of, form.changing) != (recording, open.follow_up.changing) {
        *form = Form::of(open);
    }
    let mut lines = open.follow_ups.iter();
    let of = lines.find(|line| Some((line.man, line.window.months)) == recording);
    if let Some(of) = of {
        case_pane(ui, "follow-up", |ui| record(ui, open, of, form, actions));
    }
    page(ui, |ui| {
        for months in &open.programme.template.follow_up.months {
            response(ui, open, *months);
        }
        words(
            ui,
            Words::Small,
            "What partners answer is recorded under Partners, behind its lock.",
        );
        ui.add_space(space::MEDIUM);
        let all = FollowUpFilter::ALL.map(|filter| {
            let count = open
                .follow_ups
                .iter()
                .filter(|line| filter.holds(line))
                .count();
            (filter, format!("{} {count}", filter.words()))
        });
        if let Some(filter) = tabs(ui, open.follow_up.filter, all) {
            actions.push(FollowUpAction::Show(filter).into());
        }
        ui.add_space(space::SMALL);
        scroll("follow-ups").show(ui, |ui| {
            let shown: Vec<&FollowUpLine> = open
                .follow_ups
                .iter()
                .filter(|line| open.follow_up.filter.holds(line))
                .collect();
            if shown.is_empty() {
                words(ui, Words::Secondary, "Nobody. Nothing waits here.");
            }
            for each in shown {
                hairline(ui);
                let id = (each.man, each.window.months);
                ui.push_id(id, |ui| one(ui, open, each, actions));
            }
        });
    });
}

/// How many answered of all who have fallen due: no figure of the follow-up without it.
fn response(ui: &mut Ui, open: &OpenProgramme, months: u32) {
    let response = open.response_at(months);
    let due = response.fallen_due();
    let reached = Proportion::of(response.reached as u64, due as u64);
    let reached = reached.map_or_else(String::new, |share| share.to_string());
    ui.horizontal_wrapped(|ui| {
        words(ui, Words::Strong, format!("{months} months after"));
        let text = match due {
            0 => "nobody has fallen due yet".to_owned(),
            _ => format!(
                "{reached} of those who fell due were reached; {} refused, {} not traced, {} open",
                response.refused, response.not_traced, response.open
            ),
        };
        words(ui, Words::Secondary, text);
    });
}

fn one(ui: &mut Ui, open: &OpenProgramme, line: &FollowUpLine, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        let room = (ui.available_width() - size::AGENCY_COLUMN).max(size::SEARCH);
        let place = vec2(room, size::SMALL_CONTROL);
        let wrapped = Layout::left_to_right(Align::Center).with_main_wrap(true);
        ui.allocate_ui_with_layout(place, wrapped, |ui| {
            let width = (ui.available_width() * 0.26).clamp(size::SHORT_COLUMN, size::SEARCH);
            cell(ui, width, |ui| {
                if link(ui, &line.called).clicked() {
                    actions.push(CohortAction::Choose(Some(line.man)).into());
                }
            });
            cell(ui, size::SHORT_COLUMN, |ui| {
                label(
                    ui,
                    Words::Secondary,
                    format!("after {} months", line.window.months),
                );
            });
            let on = dates::spoken_date(line.window.on);
            match line.window.state {
                FollowUpState::Overdue => {
                    chip(ui, Tone::Doubt, "overdue");
                    label(ui, Words::Secondary, format!("was due {on}"));
                }
                FollowUpState::Due => {
                    chip(ui, Tone::Accent, "due");
                    label(ui, Words::Secondary, format!("since {on}"));
                }
                FollowUpState::NotYet => {
                    label(ui, Words::Secondary, format!("due {on}"));
                }
                FollowUpState::Reached(day) => {
                    let told = match line.incident {
                        Some(Answer::Yes) => "; a further incident by his account",
                        Some(Answer::No) => "; no further incident by his account",
                        _ => "; incidents not known",
                    };
                    let text = format!("reached {}{told}", dates::spoken_date(day));
                    label(ui, Words::Plain, text);
                }
                FollowUpState::Refused(day) => {
                    label(
                        ui,
                        Words::Plain,
                        format!("refused {}", dates::spoken_date(day)),
                    );
                }
                FollowUpState::NotTraced(day) => {
                    label(
                        ui,
                        Words::Plain,
                        format!("not traced, {}", dates::spoken_date(day)),
                    );
                }
            }
            if line.tried > 0 && line.waits() {
                label(ui, Words::Small, format!("tried {} times", line.tried));
            }
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let ready = open.may_change();
            let button = small(ui, ready, "Record a result");
            let name = format!(
                "Record the result of {} after {} months",
                line.called, line.window.months
            );
            button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, ready, &name));
            if button.clicked() {
                let of = (line.man, line.window.months);
                actions.push(FollowUpAction::Begin(Some(of)).into());
            }
        });
    });
    let agencies = [
        ("police", line.police),
        ("another agency", line.other_agency),
    ];
    let told = agencies
        .into_iter()
        .filter(|(_, answer)| *answer != Answer::NotAsked);
    let told: Vec<String> = told
        .map(|(who, answer)| format!("{who}: {}", answer.words().to_lowercase()))
        .collect();
    if !told.is_empty() {
        words(ui, Words::Small, told.join("; "));
    }
}

fn record(
    ui: &mut Ui,
    open: &OpenProgramme,
    of: &FollowUpLine,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    heading(ui, &of.called);
    let text = format!(
        "{} months after he completed; due {}.",
        of.window.months,
        dates::spoken_date(of.window.on)
    );
    words(ui, Words::Secondary, text);
    for (at, one) in &of.attempts {
        ui.push_id(("attempt", at), |ui| {
            attempt(ui, open, of, *at, one, actions)
        });
    }
    hairline(ui);
    let title = match open.follow_up.changing {
        Some(_) => "Correct this attempt",
        None => "Record an attempt",
    };
    heading(ui, title);
    above(ui, "What came of it");
    let all = RESULTS.map(|(result, text)| (Some(result), text.to_owned()));
    if let Some(result) = choice(ui, "What came of it", &form.result, all) {
        form.result = result;
    }
    if form.result == Some(FollowUpResult::Reached) {
        ask(ui, "A further incident, by his account", &mut form.incident);
        values(ui, open, MeasureOf::Man, &mut form.measures);
    }
    ui.add_space(space::SMALL);
    words(
        ui,
        Words::Small,
        "Agencies can be asked whether he was reached or not. “No” is what they answered, never that nothing came.",
    );
    ask(ui, "The police: a further incident", &mut form.police);
    ask(
        ui,
        "Another agency: a further incident",
        &mut form.other_agency,
    );
    above(ui, "On");
    let width = size::LONG_COLUMN;
    let on = line(ui, "Day of the follow-up", &mut form.on, "today", width);
    ui.add_space(space::MEDIUM);
    ui.horizontal_wrapped(|ui| {
        let ready = open.may_change() && form.result.is_some();
        let pressed = primary(ui, ready, "Record it").clicked() || (ready && entered(ui, &on));
        if let (true, Some(result)) = (pressed, form.result) {
            let recorded = Recorded {
                man: of.man,
                months: of.window.months,
                on: form.on.clone(),
                result,
                incident: form.incident,
                measures: form.measures.clone(),
                police: form.police,
                other_agency: form.other_agency,
            };
            actions.push(FollowUpAction::Record(Box::new(recorded)).into());
        }
        if open.follow_up.changing.is_some() && quiet(ui, "Leave it as it was").clicked() {
            actions.push(FollowUpAction::Change(None).into());
        }
        if quiet(ui, "Close").clicked() {
            actions.push(FollowUpAction::Begin(None).into());
        }
    });
}

fn ask(ui: &mut Ui, text: &str, present: &mut Answer) {
    above(ui, text);
    if let Some(answer) = answers(ui, text, *present) {
        *present = answer;
    }
}

fn attempt(
    ui: &mut Ui,
    open: &OpenProgramme,
    of: &FollowUpLine,
    at: usize,
    one: &FollowUp,
    actions: &mut Vec<Action>,
) {
    hairline(ui);
    let day = dates::spoken_date(one.on);
    ui.horizontal_wrapped(|ui| {
        label(ui, Words::Secondary, &day);
        words(ui, Words::Plain, result_words(one.result));
    });
    let told = |answer: Answer| answer.words().to_lowercase();
    if one.result == FollowUpResult::Reached {
        let text = format!("by his account: {}", told(one.incident));
        words(ui, Words::Plain, text);
    }
    let agencies = [
        ("the police", one.police),
        ("another agency", one.other_agency),
    ];
    for (who, answer) in agencies {
        if answer != Answer::NotAsked {
            words(ui, Words::Plain, format!("{who}: {}", told(answer)));
        }
    }
    for (key, value) in &one.measures {
        let mut known = open.programme.template.measures.iter();
        let known = known.find(|known| known.key == *key);
        let name = known.map_or(key.as_str(), |known| known.name.as_str());
        words(ui, Words::Small, format!("{name}: {value}"));
    }
    ui.horizontal_wrapped(|ui| {
        let ready = open.may_change();
        let changes = small(ui, ready, "Change");
        let name = format!("Change the attempt of {day}");
        changes.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, ready, &name));
        if changes.clicked() {
            actions.push(FollowUpAction::Change(Some(at)).into());
        }
        let removes = small(ui, ready, "Remove");
        let name = format!("Remove the attempt of {day}");
        removes.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, ready, &name));
        if removes.clicked() {
            actions.push(FollowUpAction::Remove(of.man, at).into());
        }
    });
}
