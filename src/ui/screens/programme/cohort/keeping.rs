//! Keeping and destruction: what is due, deciding it, confirming it a second time, and the certificates.

use egui::Ui;

use super::super::parts::{above, alone, case_pane, cell, dated_lines, is_narrow, line, page};
use crate::app::{
    Action, Decision, KeepingAction, KeepingState, OpenProgramme, ProgrammeRoom, called,
};
use crate::dates;
use crate::model::ManId;
use crate::programme::{Keep, Kept};
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{
    Words, hairline, heading, primary, quiet, scroll, secondary, small, tick, titled, words,
};

/// Typed to confirm.
const WORD: &str = "destroy";
/// How many of those that fall due next are shown.
const NEXT: usize = 10;

#[derive(Default)]
pub(super) struct Form {
    decided_by: String,
    reason: String,
    word: String,
    /// How many certificates there were.
    certificates: Option<usize>,
}

pub(super) fn show(
    ui: &mut Ui,
    open: &OpenProgramme,
    state: &KeepingState,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    forget_when_destroyed(ui, open, form);
    if let (true, Some(decision)) = (is_narrow(ui), &state.confirming) {
        alone(ui, "destruction", |ui| {
            confirm(ui, open, state, decision, form, actions);
        });
        return;
    }
    let beside = !state.chosen.is_empty() && !is_narrow(ui);
    if beside {
        case_pane(ui, "destruction", |ui| match &state.confirming {
            Some(decision) => confirm(ui, open, state, decision, form, actions),
            None => decide(ui, open, state, form, actions),
        });
    }
    page(ui, |ui| {
        titled(
            ui,
            |ui| {
                heading(ui, "Keeping and destruction");
            },
            |ui| {
                if !state.waits && quiet(ui, "Back to the cohort").clicked() {
                    actions.push(KeepingAction::Leave.into());
                }
            },
        );
        scroll("keeping").show(ui, |ui| {
            ui.set_max_width(size::PROSE.min(ui.available_width()));
            rules(ui, open);
            ui.add_space(space::MEDIUM);
            due(ui, open, state, actions);
            if !beside && !state.chosen.is_empty() {
                decide(ui, open, state, form, actions);
            }
            next(ui, open);
            monitoring(ui, open);
            certificates(ui, open, actions);
            ui.add_space(space::LARGE);
        });
    });
}

/// The toolkit remembers what was typed, to undo typing; nothing of a destroyed file may stay there.
fn forget_when_destroyed(ui: &Ui, open: &OpenProgramme, form: &mut Form) {
    let now = open.programme.certificates.len();
    let before = form.certificates.replace(now);
    if before.is_some_and(|before| before != now) {
        *form = Form {
            certificates: Some(now),
            ..Form::default()
        };
        ui.ctx().data_mut(|data| {
            data.remove_by_type::<egui::text_edit::TextEditState>();
        });
    }
}

fn rules(ui: &mut Ui, open: &OpenProgramme) {
    let keeping = &open.programme.template.keeping;
    let years = match keeping.years {
        1 => "1 year".to_owned(),
        years => format!("{years} years"),
    };
    let kept: Vec<String> = keeping
        .of_unsuccessful
        .iter()
        .map(|one| one.name.to_lowercase())
        .collect();
    let rest = match kept.as_slice() {
        [] => "nothing is kept".to_owned(),
        kept => format!(
            "only {} and the years of his steps are kept",
            kept.join(", ")
        ),
    };
    let text = format!(
        "By this programme’s settings a man’s file, and his partners’ with it, is kept for {years} after he left. \
         Of a man who was not taken on, {rest}."
    );
    words(ui, Words::Secondary, text);
}

fn named(open: &OpenProgramme, id: ManId) -> String {
    let Some(man) = open.man(id) else {
        return String::new();
    };
    match (man.name.trim(), man.reference.trim()) {
        ("", _) | (_, "") => called(man),
        (name, reference) => format!("{name}, {reference}"),
    }
}

fn due(ui: &mut Ui, open: &OpenProgramme, state: &KeepingState, actions: &mut Vec<Action>) {
    heading(ui, "Due to be destroyed");
    let all: Vec<&Kept> = open.due_for_destruction().collect();
    if all.is_empty() {
        words(ui, Words::Plain, "No file is due to be destroyed.");
        return;
    }
    let enabled = open.may_change() && !state.waits;
    ui.horizontal_wrapped(|ui| {
        let every = state.chosen.len() == all.len();
        let text = if every { "Choose none" } else { "Choose all" };
        if small(ui, enabled, text).clicked() {
            actions.push(KeepingAction::ChooseAll(!every).into());
        }
        let text = format!("{} of {} chosen", state.chosen.len(), all.len());
        words(ui, Words::Small, text);
    });
    for kept in &all {
        hairline(ui);
        ui.push_id(kept.man, |ui| {
            one_due(ui, open, state, kept, enabled, actions)
        });
    }
    hairline(ui);
}

fn one_due(
    ui: &mut Ui,
    open: &OpenProgramme,
    state: &KeepingState,
    kept: &Kept,
    enabled: bool,
    actions: &mut Vec<Action>,
) {
    let (since, rest) = match kept.state {
        Keep::ReduceToMonitoring(since) => {
            (since, ", but for monitoring data: he was not taken on")
        }
        Keep::Due(since) => (since, ""),
        _ => return,
    };
    let name = named(open, kept.man);
    let mut chosen = state.chosen.contains(&kept.man);
    ui.horizontal(|ui| {
        cell(ui, size::LONG_COLUMN, |ui| {
            ui.add_enabled_ui(enabled, |ui| {
                ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
                if tick(ui, &mut chosen, &name, &format!("Choose {name}")).changed() {
                    actions.push(KeepingAction::Choose(kept.man, chosen).into());
                }
            });
        });
        let text = format!("since {}{rest}", dates::spoken_date(since));
        words(ui, Words::Secondary, text);
    });
}

fn unlock_first(ui: &mut Ui, actions: &mut Vec<Action>) {
    ui.add_space(space::SMALL);
    let text = "Partners’ files go with his, so women’s safety work must be open to destroy anything. \
                Whoever has its passphrase opens it under Partners; then come back here.";
    words(ui, Words::Doubt, text);
    if secondary(ui, true, "Open women’s safety work…").clicked() {
        actions.push(ProgrammeRoom::Partners.into());
    }
}

fn decide(
    ui: &mut Ui,
    open: &OpenProgramme,
    state: &KeepingState,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    heading(ui, format!("{} to be destroyed", files(state.chosen.len())));
    let names: Vec<String> = state.chosen.iter().map(|id| named(open, *id)).collect();
    words(ui, Words::Matter, names.join(" · "));
    if open.must_unlock_to_destroy() {
        unlock_first(ui, actions);
        return;
    }
    above(ui, "Who decided it");
    line(
        ui,
        "Who decided it",
        &mut form.decided_by,
        "name and office",
        size::SEARCH,
    );
    above(ui, "Why");
    line(
        ui,
        "Why they are destroyed",
        &mut form.reason,
        "such as: six years have passed",
        f32::INFINITY,
    );
    words(
        ui,
        Words::Small,
        "Both stand in the certificate. Name nobody but who decided.",
    );
    ui.add_space(space::SMALL);
    let text = format!("Go on to destroy {}…", files(state.chosen.len()));
    if secondary(ui, open.may_change() && !state.waits, &text).clicked() {
        form.word.clear();
        let decision = Decision {
            decided_by: form.decided_by.clone(),
            reason: form.reason.clone(),
        };
        actions.push(KeepingAction::Decide(decision).into());
    }
}

fn files(count: usize) -> String {
    match count {
        1 => "1 file".to_owned(),
        _ => format!("{count} files"),
    }
}

/// What goes, that nothing brings it back, and the second confirmation.
fn confirm(
    ui: &mut Ui,
    open: &OpenProgramme,
    state: &KeepingState,
    decision: &Decision,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    let count = files(state.chosen.len());
    heading(ui, format!("Destroy {count} for good?"));
    let names: Vec<String> = state.chosen.iter().map(|id| named(open, *id)).collect();
    words(ui, Words::Matter, names.join(" · "));
    ui.add_space(space::SMALL);
    for text in [
        "Each of these files goes whole, and the files of his partners with it: what they said, contacts, notices, everything. \
         Of a man who was not taken on, monitoring data stays.",
        "It cannot be undone. The history of undo goes with it: no change that was made before can be taken back afterwards.",
        "Backups, exports and printed copies are not reached. Whoever keeps them must destroy them as well.",
    ] {
        words(ui, Words::Plain, text);
        ui.add_space(space::TIGHT);
    }
    let text = format!(
        "Decided by {}. Reason: {}.",
        decision.decided_by.trim(),
        decision.reason.trim().trim_end_matches('.')
    );
    words(ui, Words::Secondary, text);
    above(ui, &format!("Type “{WORD}” to confirm"));
    line(
        ui,
        "Word that confirms the destruction",
        &mut form.word,
        WORD,
        size::LONG_COLUMN,
    );
    ui.add_space(space::SMALL);
    if state.waits {
        words(
            ui,
            Words::Secondary,
            "The files are being destroyed, and the file is written anew. This may take a while.",
        );
        return;
    }
    if open.must_unlock_to_destroy() {
        unlock_first(ui, actions);
        return;
    }
    ui.horizontal_wrapped(|ui| {
        let ready = form.word.trim().eq_ignore_ascii_case(WORD) && open.may_change();
        if primary(ui, ready, &format!("Destroy {count} for good")).clicked() {
            form.word.clear();
            actions.push(KeepingAction::Destroy.into());
        }
        if secondary(ui, true, "Not now").clicked() {
            form.word.clear();
            actions.push(KeepingAction::Reconsider.into());
        }
    });
}

fn next(ui: &mut Ui, open: &OpenProgramme) {
    let mut ahead: Vec<(chrono::NaiveDate, ManId)> = open
        .kept
        .iter()
        .filter_map(|kept| match kept.state {
            Keep::Until(day) => Some((day, kept.man)),
            _ => None,
        })
        .collect();
    ahead.sort();
    ui.add_space(space::LARGE);
    heading(ui, "Falls due next");
    if ahead.is_empty() {
        let text = "Nothing: everybody else is still in the programme, or nobody has left it.";
        words(ui, Words::Secondary, text);
    }
    for (day, man) in ahead.iter().take(NEXT) {
        ui.push_id(man, |ui| {
            dated_lines(ui, *day, |ui| {
                words(ui, Words::Plain, named(open, *man));
            });
        });
    }
    if ahead.len() > NEXT {
        let text = format!("and {} more after that", ahead.len() - NEXT);
        words(ui, Words::Small, text);
    }
}

fn monitoring(ui: &mut Ui, open: &OpenProgramme) {
    let only: Vec<chrono::NaiveDate> = open
        .kept
        .iter()
        .filter_map(|kept| match kept.state {
            Keep::MonitoringOnly(day) => Some(day),
            _ => None,
        })
        .collect();
    ui.add_space(space::LARGE);
    heading(ui, "Kept for monitoring only");
    let text = match (only.len(), only.iter().max()) {
        (1, Some(last)) => format!("1 file, since {}.", dates::spoken_date(*last)),
        (files, Some(last)) => {
            format!(
                "{files} files, the last since {}.",
                dates::spoken_date(*last)
            )
        }
        (_, None) => "No file.".to_owned(),
    };
    words(ui, Words::Secondary, text);
}

fn certificates(ui: &mut Ui, open: &OpenProgramme, actions: &mut Vec<Action>) {
    ui.add_space(space::LARGE);
    heading(ui, "Certificates");
    let all = &open.programme.certificates;
    if all.is_empty() {
        words(ui, Words::Secondary, "Nothing was destroyed so far.");
    }
    for (at, certificate) in all.iter().enumerate().rev() {
        hairline(ui);
        ui.push_id(("certificate", at), |ui| {
            dated_lines(ui, certificate.on, |ui| {
                let partners = match certificate.partners {
                    0 => String::new(),
                    1 => ", and of 1 partner with them".to_owned(),
                    many => format!(", and of {many} partners with them"),
                };
                let text = match certificate.references.len() {
                    1 => format!("The file of 1 man{partners}"),
                    men => format!("The files of {men} men{partners}"),
                };
                words(ui, Words::Plain, text);
                words(ui, Words::Small, certificate.references.join(", "));
                let text = format!(
                    "Decided by {}: {}",
                    certificate.decided_by, certificate.reason
                );
                words(ui, Words::Small, text);
                let button = small(ui, true, "Write as PDF…");
                let day = dates::spoken_date(certificate.on);
                let name = format!("Write certificate {} of {day} as PDF", at + 1);
                button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
                if button.clicked() {
                    actions.push(KeepingAction::PlaceCertificate(at).into());
                }
            });
        });
    }
}
