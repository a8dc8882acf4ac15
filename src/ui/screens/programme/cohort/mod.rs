//! Everybody who was referred, and beside the list the file of one.

mod add;
mod background;
mod children;
mod identity;
mod incidents;
mod keeping;
mod list;
mod measures;
mod pathway;
mod referral;
mod risk;
mod substances;

use std::path::PathBuf;

use egui::Ui;

use super::parts::{alone, case_pane, controls, entered, is_narrow, line, page};
use crate::app::{Action, App, CasePart, CohortAction, IntakeAction, KeepingAction, OpenProgramme};
use crate::model::ManId;
use crate::model::programme::Man;
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{Words, empty, heading, quiet, tabs, words};

/// What is typed into the forms beside the list; it goes with the man it was meant for.
#[derive(Default)]
pub(super) struct Memory {
    add: add::Form,
    /// Where a spreadsheet is, as it is typed; `None`: nobody wants to import.
    import: Option<String>,
    keeping: keeping::Form,
    man: Option<ManId>,
    forms: Forms,
}

#[derive(Default)]
struct Forms {
    step: pathway::Form,
    assessment: risk::Form,
    measure: measures::Form,
    child: children::Form,
    incident: incidents::Form,
}

pub(super) fn show(
    ui: &mut Ui,
    app: &App,
    open: &OpenProgramme,
    memory: &mut super::Memory,
    actions: &mut Vec<Action>,
) {
    let focus = std::mem::take(&mut memory.focus_search);
    let memory = &mut memory.cohort;
    if memory.man != open.cohort.chosen {
        memory.man = open.cohort.chosen;
        memory.forms = Forms::default();
    }
    if let Some(intake) = &open.intake {
        memory.import = None;
        super::intake::show(ui, open, intake, actions);
        return;
    }
    if let Some(state) = &open.keeping {
        keeping::show(ui, open, state, &mut memory.keeping, actions);
        return;
    }
    if open.lines.is_empty() && !open.cohort.adding {
        let text = "Does the programme keep its cohort in spreadsheets? Import them: everything is shown before anything is stored, \
                    and one undo takes it all back. Or add the first man by hand: a case number and the day of his referral \
                    are enough to begin with. What is not known yet can be left open; it is never counted as “no”.";
        let import = open.may_change().then_some("Import a cohort…");
        if empty(ui, "Nobody has been referred yet", text, import) {
            begin_import(&mut memory.import, actions);
        }
        ui.vertical_centered(|ui| {
            ui.set_max_width(size::PROSE.min(ui.available_width()));
            import_from(ui, &mut memory.import, actions);
        });
        ui.add_space(space::SMALL);
        ui.vertical_centered(|ui| {
            if crate::ui::widgets::secondary(ui, open.may_change(), "Add a man").clicked() {
                actions.push(CohortAction::BeginAdding(true).into());
            }
            // Where all were destroyed, the certificates are still there.
            if !open.programme.certificates.is_empty() && quiet(ui, list::KEEPING).clicked() {
                actions.push(KeepingAction::Open.into());
            }
        });
        return;
    }
    if open.cohort.adding {
        case_pane(ui, "new man", |ui| {
            add::show(ui, open, &mut memory.add, actions)
        });
    } else if let Some(man) = open.cohort.chosen.and_then(|id| open.man(id)) {
        if is_narrow(ui) {
            alone(ui, "case", |ui| {
                file(ui, app, open, man, &mut memory.forms, actions)
            });
            return;
        }
        case_pane(ui, "case", |ui| {
            file(ui, app, open, man, &mut memory.forms, actions)
        });
    }
    page(ui, |ui| {
        list::show(ui, open, &mut memory.import, focus, actions)
    });
}

/// Asks with the system’s dialog, and leaves room to type where the file is.
fn begin_import(import: &mut Option<String>, actions: &mut Vec<Action>) {
    import.get_or_insert_default();
    actions.push(IntakeAction::Choose.into());
}

fn import_from(ui: &mut Ui, import: &mut Option<String>, actions: &mut Vec<Action>) {
    let Some(path) = import else { return };
    let text = "Or type where the spreadsheet is, and press Enter; or drop it on this window.";
    words(ui, Words::Small, text);
    let mut leaves = false;
    let typed = controls(ui, |ui| {
        let typed = line(
            ui,
            "Where the spreadsheet is",
            path,
            "/folder/cohort.xlsx",
            size::TEXT_COLUMN.min(ui.available_width()),
        );
        leaves = quiet(ui, "Not now").clicked();
        typed
    });
    if leaves {
        *import = None;
    } else if entered(ui, &typed.inner) && !path.trim().is_empty() {
        let path = PathBuf::from(path.trim());
        *import = None;
        actions.push(IntakeAction::Read(vec![path]).into());
    }
}

fn file(
    ui: &mut Ui,
    app: &App,
    open: &OpenProgramme,
    man: &Man,
    forms: &mut Forms,
    actions: &mut Vec<Action>,
) {
    ui.horizontal(|ui| {
        heading(ui, crate::app::called(man));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if quiet(ui, "Close his file").clicked() {
                actions.push(CohortAction::Choose(None).into());
            }
        });
    });
    if let Some(on) = man.destroyed {
        let text = format!(
            "Destroyed on {} but for monitoring data.",
            crate::dates::spoken_date(on)
        );
        words(ui, Words::Secondary, text);
        return;
    }
    faults(ui, open, man);
    ui.add_space(space::TIGHT);
    let all = CasePart::ALL.map(|part| (part, part.words().to_owned()));
    if let Some(part) = tabs(ui, open.cohort.part, all) {
        actions.push(CohortAction::Part(part).into());
    }
    ui.add_space(space::MEDIUM);
    let typing = app.state.typing();
    match open.cohort.part {
        CasePart::Pathway => {
            pathway::show(ui, open, man, &mut forms.step, actions);
            identity::show(ui, open, man, typing, actions);
        }
        CasePart::Referral => referral::show(ui, open, man, typing, actions),
        CasePart::Risk => {
            risk::show(ui, open, man, &mut forms.assessment, actions);
        }
        CasePart::Measures => measures::show(ui, open, man, &mut forms.measure, actions),
        CasePart::Substances => substances::show(ui, open, man, typing, actions),
        CasePart::Family => {
            children::show(ui, open, man, (&mut forms.child, typing), actions);
            background::show(ui, man, actions);
        }
        CasePart::Incidents => incidents::show(ui, open, man, &mut forms.incident, actions),
    }
}

/// In words, above everything else of his file.
fn faults(ui: &mut Ui, open: &OpenProgramme, man: &Man) {
    let line = open.line(man.id);
    for fault in line.into_iter().flat_map(|line| &line.faults) {
        words(ui, Words::Harm, fault);
    }
}
