//! The start screen: what Lantern does, recent files, a new review, the sample.

use std::path::{Path, PathBuf};

use egui::{Frame, Key, Margin, RichText, TextEdit, Ui, vec2};
use zeroize::Zeroize;

use crate::app::{Action, App, Command, ShellAction, StartAction, StartForm};
use crate::store::FileKind;
use crate::templates;
use crate::ui::tokens::{self, letter, palette, size, space};
use crate::ui::widgets::{
    Words, card, choice, hairline, heading, label, link, primary, quiet, scroll, secondary, words,
};

/// What is typed into the forms. Passphrases are wiped when the form is left.
#[derive(Default)]
pub struct Form {
    path: String,
    title: String,
    passphrase: String,
    again: String,
    focused: bool,
}

impl Form {
    pub fn wipe(&mut self) {
        self.passphrase.zeroize();
        self.again.zeroize();
        *self = Self::default();
    }
}

pub fn show(ui: &mut Ui, app: &App, form: &mut Form, actions: &mut Vec<Action>) {
    egui::CentralPanel::no_frame()
        .frame(Frame::new().fill(palette(ui).paper))
        .show(ui, |ui| {
            scroll("start").show(ui, |ui| {
                let side = ((ui.available_width() - size::PROSE) / 2.0).max(space::LARGE);
                Frame::new()
                    .inner_margin(Margin::symmetric(side as i8, 0))
                    .show(ui, |ui| contents(ui, app, form, actions, side));
            });
        });
}

fn contents(ui: &mut Ui, app: &App, form: &mut Form, actions: &mut Vec<Action>, side: f32) {
    let extra = (side - f32::from(side as i8)).max(0.0);
    ui.horizontal_top(|ui| {
        ui.add_space(extra);
        ui.vertical(|ui| {
            ui.set_width(size::PROSE.min(ui.available_width() - space::LARGE));
            ui.add_space(space::HUGE + space::MEDIUM);
            greeting(ui);
            ui.add_space(space::LARGE);
            match &app.state.start.form {
                Some(StartForm::Unlock { path }) => unlock(ui, app, path, form, actions),
                Some(StartForm::New {
                    kind,
                    path,
                    template,
                }) => {
                    let chosen = (*kind, template.as_str());
                    new(ui, app, path.as_deref(), chosen, form, actions)
                }
                None => {
                    if form.focused {
                        form.wipe();
                    }
                    choices(ui, app, form, actions);
                }
            }
            ui.add_space(space::HUGE);
        });
    });
}

fn greeting(ui: &mut Ui) {
    let name = RichText::new("Lantern")
        .font(tokens::serif_strong(letter::DISPLAY))
        .color(palette(ui).accent);
    ui.add(egui::Label::new(name).selectable(false));
    ui.add_space(space::SMALL);
    for line in [
        "Agencies’ returns in, however they are written. One chronology that keeps every word.",
        "What only the combined view can show, tagged and traced to its source.",
        "A typeset report and an action plan out. Everything in one encrypted file on this computer.",
        "For programmes: how far men came, and what became of them. What partners say has its own lock.",
    ] {
        words(ui, Words::Matter, line);
    }
}

fn choices(ui: &mut Ui, app: &App, form: &mut Form, actions: &mut Vec<Action>) {
    let busy = app.state.start.busy;
    ui.horizontal_wrapped(|ui| {
        if primary(ui, !busy, "New review…").clicked() {
            actions.push(Action::Start(StartAction::NewReview));
        }
        if secondary(ui, !busy, "New programme file…").clicked() {
            actions.push(Action::Start(StartAction::NewProgramme));
        }
        if secondary(ui, !busy, "Open a file…").clicked() {
            actions.push(Action::Start(StartAction::ChooseFile));
        }
        if quiet(ui, "Help  F1").clicked() {
            actions.push(Action::Shell(ShellAction::Command(Command::Help)));
        }
    });
    match busy {
        true => progress(ui, app, actions),
        false => samples(ui, actions),
    }
    ui.add_space(space::LARGE);
    heading(ui, "Recent files");
    let recent = &app.state.settings.recent;
    if recent.is_empty() {
        words(
            ui,
            Words::Secondary,
            "None yet. The sample review is made up of the returns of eleven agencies, the sample programme of a cohort of men and their partners: safe places to try everything.",
        );
    }
    for path in recent {
        recent_file(ui, path, actions);
    }
    ui.add_space(space::MEDIUM);
    words(
        ui,
        Words::Small,
        "Or type where a file is, and press Enter; or drop it on this window.",
    );
    let path = TextEdit::singleline(&mut form.path)
        .hint_text("/folder/review.lantern")
        .desired_width(f32::INFINITY);
    let response = ui.add(path.margin(Margin::symmetric(8, 5)));
    name(ui, &response, "Where the file is");
    if response.lost_focus()
        && ui.input(|input| input.key_pressed(Key::Enter))
        && !form.path.trim().is_empty()
    {
        actions.push(Action::Start(StartAction::Unlock(PathBuf::from(
            form.path.trim(),
        ))));
    }
}

fn samples(ui: &mut Ui, actions: &mut Vec<Action>) {
    ui.horizontal_wrapped(|ui| {
        label(ui, Words::Small, "Or try everything on a fictional sample:");
        for (kind, name) in [
            (FileKind::Review, "Open the sample review"),
            (FileKind::Programme, "Open the sample programme"),
        ] {
            if link(ui, name).clicked() {
                actions.push(Action::Start(StartAction::OpenSample(kind)));
            }
        }
    });
}

fn recent_file(ui: &mut Ui, path: &Path, actions: &mut Vec<Action>) {
    let shown = path
        .file_stem()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let (forget, _) = card(ui, false, |ui| {
        ui.horizontal(|ui| {
            ui.vertical(|ui| {
                words(ui, Words::MatterStrong, &shown);
                let folder = path
                    .parent()
                    .map_or_else(String::new, |folder| folder.display().to_string());
                let there = if path.exists() {
                    folder
                } else {
                    format!("{folder} · not there now")
                };
                words(ui, Words::Small, there);
            });
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let open = secondary(ui, path.exists(), "Open").clicked();
                let forget = quiet(ui, "Forget").clicked();
                if open {
                    actions.push(Action::Start(StartAction::Unlock(path.to_owned())));
                }
                forget
            })
            .inner
        })
        .inner
    });
    if forget {
        actions.push(Action::Start(StartAction::Forget(path.to_owned())));
    }
}

fn unlock(ui: &mut Ui, app: &App, path: &Path, form: &mut Form, actions: &mut Vec<Action>) {
    let shown = path
        .file_stem()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    heading(ui, format!("Open “{shown}”"));
    words(
        ui,
        Words::Secondary,
        "The file is encrypted. Nobody can open it without its passphrase, and nobody can bring the passphrase back.",
    );
    let busy = app.state.start.busy;
    let entered = secret(
        ui,
        "Passphrase",
        &mut form.passphrase,
        &mut form.focused,
        !busy,
    );
    fault(ui, app);
    ui.add_space(space::SMALL);
    ui.horizontal(|ui| {
        let ready = !busy && !form.passphrase.is_empty();
        if primary(ui, ready, "Open").clicked() || (entered && ready) {
            actions.push(Action::Start(StartAction::Open {
                path: path.to_owned(),
                passphrase: std::mem::take(&mut form.passphrase),
            }));
        }
        if secondary(ui, !busy, "Back").clicked() {
            form.wipe();
            actions.push(Action::Start(StartAction::Back));
        }
    });
    if busy {
        progress(ui, app, actions);
    }
}

fn new(
    ui: &mut Ui,
    app: &App,
    path: Option<&Path>,
    (kind, template): (FileKind, &str),
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    let busy = app.state.start.busy;
    let (called, about, named, create) = match kind {
        FileKind::Review => (
            "New review",
            "Title, with a pseudonym",
            "Review of the death of “…”",
            "Create the review",
        ),
        FileKind::Programme => (
            "New programme file",
            "Title, as reports name it",
            "Change programme, first year",
            "Create the programme’s file",
        ),
    };
    heading(ui, called);
    if let Some(path) = path
        && form.path != path.display().to_string()
        && !form.path_edited()
    {
        form.path = path.display().to_string();
    }
    part(ui, about);
    line(ui, "Title", &mut form.title, named);
    part(ui, "Template");
    let known = known_templates(kind);
    let all = known
        .iter()
        .map(|(name, title, _)| (name.clone(), title.clone()));
    if let Some(name) = choice(ui, "Template", &template.to_owned(), all) {
        actions.push(Action::Start(StartAction::SetTemplate(name)));
    }
    if let Some((.., about)) = known.iter().find(|(name, ..)| name == template) {
        words(ui, Words::Small, about);
    }
    part(ui, "Where the file shall be");
    ui.horizontal(|ui| {
        if secondary(ui, !busy, "Choose…").clicked() {
            actions.push(Action::Start(StartAction::ChooseNewPlace));
        }
        line(
            ui,
            "Where the new file shall be",
            &mut form.path,
            match kind {
                FileKind::Review => "/folder/review.lantern",
                FileKind::Programme => "/folder/programme.lantern",
            },
        );
    });
    part(ui, "Passphrase");
    let first = secret(
        ui,
        "Passphrase",
        &mut form.passphrase,
        &mut form.focused,
        !busy,
    );
    part(ui, "The same passphrase again");
    let mut unused = true;
    let again = secret(ui, "Passphrase again", &mut form.again, &mut unused, !busy);
    words(
        ui,
        Words::Small,
        "Four unrelated words are easy to remember and hard to guess. Write them down and keep them apart from this computer: a lost passphrase cannot be brought back.",
    );
    fault(ui, app);
    ui.add_space(space::SMALL);
    ui.horizontal(|ui| {
        if primary(ui, !busy, create).clicked() || first || again {
            actions.push(Action::Start(StartAction::Create {
                path: PathBuf::from(form.path.trim()),
                template: template.to_owned(),
                title: form.title.clone(),
                passphrase: form.passphrase.clone(),
                again: form.again.clone(),
            }));
        }
        if secondary(ui, !busy, "Back").clicked() {
            form.wipe();
            actions.push(Action::Start(StartAction::Back));
        }
    });
    if busy {
        progress(ui, app, actions);
    }
}

/// Name, title and what is said of each.
fn known_templates(kind: FileKind) -> Vec<(String, String, String)> {
    match kind {
        FileKind::Review => templates::built_in()
            .iter()
            .map(|known| (known.name.clone(), known.title.clone(), known.about.clone()))
            .collect(),
        FileKind::Programme => templates::programme::built_in()
            .iter()
            .map(|known| {
                let about = format!(
                    "{} weekly sessions in groups of up to {}. {}.",
                    known.sessions.number, known.groups.size, known.source
                );
                (known.name.clone(), known.title.clone(), about)
            })
            .collect(),
    }
}

impl Form {
    /// A path typed by hand is not overwritten by one chosen earlier.
    fn path_edited(&self) -> bool {
        !self.path.trim().is_empty()
    }
}

fn part(ui: &mut Ui, text: &str) {
    ui.add_space(space::TIGHT);
    words(ui, Words::SmallStrong, text);
}

fn line(ui: &mut Ui, called: &str, text: &mut String, hint: &str) {
    let edit = TextEdit::singleline(text)
        .hint_text(hint)
        .desired_width(f32::INFINITY);
    let response = ui.add(edit.margin(Margin::symmetric(8, 5)));
    name(ui, &response, called);
}

/// Returns whether Enter was pressed in it.
fn secret(ui: &mut Ui, called: &str, text: &mut String, focused: &mut bool, enabled: bool) -> bool {
    let edit = TextEdit::singleline(text)
        .password(true)
        .desired_width(size::DETAIL)
        .margin(Margin::symmetric(8, 5));
    let response = ui.add_enabled(enabled, edit.min_size(vec2(0.0, size::CONTROL)));
    name(ui, &response, called);
    if !*focused {
        *focused = true;
        if called == "Passphrase" {
            response.request_focus();
        }
    }
    response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

fn name(ui: &Ui, response: &egui::Response, called: &str) {
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label(called));
}

fn fault(ui: &mut Ui, app: &App) {
    if let Some(fault) = &app.state.start.fault {
        words(ui, Words::Harm, fault);
    }
}

fn progress(ui: &mut Ui, app: &App, actions: &mut Vec<Action>) {
    ui.add_space(space::SMALL);
    for running in app.running() {
        let far = running.job.how_far();
        let what = if far.what.is_empty() {
            running.title.clone()
        } else {
            far.what
        };
        ui.horizontal(|ui| {
            ui.add(
                egui::Spinner::new()
                    .size(letter::BODY)
                    .color(palette(ui).accent),
            );
            words(ui, Words::Secondary, format!("{what} …"));
            if link(ui, "Stop").clicked() {
                actions.push(Action::Shell(ShellAction::StopTasks));
            }
        });
    }
    hairline(ui);
}
