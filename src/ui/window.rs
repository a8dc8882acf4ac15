//! The native window around [`App`].

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use chrono::NaiveDate;
use egui::Ui;

use super::{dialogs, fonts, keys, shell, tokens};
use crate::app::{
    Action, App, Effect, IntakeAction, PAUSE, PackAction, ProgrammeAction, Screen, Settings,
    ShellAction, StartAction, State, Theme, Wake, places,
};
use crate::store::FileKind;

/// What the window shows first.
#[derive(Debug, Clone, Default)]
pub struct Opening {
    /// Asks for its passphrase. `None`: the start screen, or the sample where Lantern is new here.
    pub file: Option<PathBuf>,
}

/// The window could not be opened at all.
#[derive(Debug, thiserror::Error)]
#[error(
    "The window could not be opened. It needs a display (X11 or Wayland), the library libxkbcommon-x11 on X11, and a \
     graphics driver, or a software one such as Mesa’s. The system says: {0}"
)]
pub struct WindowError(String);

/// Opens the window and returns when it is closed.
pub fn run(opening: Opening) -> Result<(), WindowError> {
    // winit panics where a library that it loads at run time is missing.
    std::panic::catch_unwind(|| open(opening)).unwrap_or_else(|_| {
        Err(WindowError(
            "a part of the display system is missing".to_owned(),
        ))
    })
}

fn open(opening: Opening) -> Result<(), WindowError> {
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_title("Lantern")
            .with_app_id("lantern")
            .with_inner_size([1280.0, 800.0])
            .with_min_inner_size([960.0, 600.0]),
        ..Default::default()
    };
    eframe::run_native(
        "Lantern",
        options,
        Box::new(move |context| {
            let ctx = context.egui_ctx.clone();
            let (settings, data) = match places() {
                Some((settings, data)) => (Settings::load(&settings), Some(data)),
                None => (Settings::default(), None),
            };
            let new_here = settings.recent.is_empty();
            let today = chrono::Local::now().date_naive();
            let mut window = LanternWindow::new(&ctx, settings, data, today);
            match opening.file {
                Some(file) => window.first(Action::Start(StartAction::Unlock(file))),
                None if new_here => {
                    window.first(Action::Start(StartAction::OpenSample(FileKind::Review)))
                }
                None => {}
            }
            Ok(Box::new(window))
        }),
    )
    .map_err(|error| WindowError(without_source_place(&error.to_string())))
}

/// winit’s errors begin with the place in its own source, which helps nobody here.
fn without_source_place(words: &str) -> String {
    match words.split_once(".rs:") {
        Some((_, rest)) => rest
            .trim_start_matches(|c: char| c.is_ascii_digit() || c == ':' || c == ' ')
            .to_owned(),
        None => words.to_owned(),
    }
}

/// The program with its window's own state: what a dialog sends back, and how it is dressed.
pub struct LanternWindow {
    pub app: App,
    answers: Receiver<Action>,
    ask: Sender<Action>,
    dressed: Option<(Theme, u16)>,
    shell: shell::ShellMemory,
}

impl LanternWindow {
    /// `data`: the folder the sample is kept in. `today`: what “overdue” counts from.
    pub fn new(
        ctx: &egui::Context,
        settings: Settings,
        data: Option<PathBuf>,
        today: NaiveDate,
    ) -> Self {
        fonts::install(ctx);
        let (ask, answers) = channel();
        let repaint = ctx.clone();
        let wake: Wake = Arc::new(move || repaint.request_repaint());
        Self {
            app: App::new(State::new(today, settings, data), wake),
            answers,
            ask,
            dressed: None,
            shell: shell::ShellMemory::default(),
        }
    }

    fn first(&mut self, action: Action) {
        // Nothing on the start screen needs the window.
        let _ = self.app.act(action);
    }

    /// One frame: take in what tasks and dialogs brought, draw, carry out what the user did.
    pub fn frame(&mut self, ui: &mut Ui) {
        self.dress(ui.ctx());
        let mut effects = self.app.tick();
        while let Ok(action) = self.answers.try_recv() {
            effects.extend(self.app.act(action));
        }
        let mut actions = keys::pressed(ui.ctx(), &self.app.state);
        actions.extend(dropped_files(ui.ctx(), &self.app.state));
        actions.extend(shell::show(ui, &self.app, &mut self.shell));
        let acted = !actions.is_empty();
        for action in actions {
            effects.extend(self.app.act(action));
        }
        for effect in effects {
            self.carry_out(ui.ctx(), effect);
        }
        if acted {
            ui.ctx().request_repaint();
        }
        if self
            .app
            .state
            .typing()
            .is_some_and(|typing| typing.field.is_long())
        {
            // In time for what follows a pause in typing: pages that are typeset anew, text that is saved.
            ui.ctx().request_repaint_after(PAUSE);
        }
    }

    fn dress(&mut self, ctx: &egui::Context) {
        let settings = &self.app.state.settings;
        let wanted = (settings.theme, settings.text_size);
        if self.dressed != Some(wanted) {
            tokens::apply(ctx, wanted.0, f32::from(wanted.1) / 100.0);
            self.dressed = Some(wanted);
        }
    }

    fn carry_out(&mut self, ctx: &egui::Context, effect: Effect) {
        match effect {
            Effect::Pick(pick) => dialogs::ask(pick, self.ask.clone(), ctx.clone()),
            Effect::Show(path) => dialogs::show(&path, &mut self.app),
            Effect::FocusSearch => self.shell.focus_search = true,
            Effect::Copy(text) => ctx.copy_text(text),
            // `App` has carried these out itself.
            Effect::Start(_) | Effect::StopTasks => {}
        }
    }
}

/// Files dropped on the window are returns or a cohort to import, or a review to open.
fn dropped_files(ctx: &egui::Context, state: &State) -> Vec<Action> {
    let paths: Vec<PathBuf> = ctx.input(|input| {
        input
            .raw
            .dropped_files
            .iter()
            .map(|file| file.path().to_path_buf())
            .collect()
    });
    if paths.is_empty() {
        return Vec::new();
    }
    match state.screen() {
        Screen::Start => paths
            .into_iter()
            .next()
            .map(|path| Action::Start(StartAction::Unlock(path)))
            .into_iter()
            .collect(),
        Screen::Room(room) => dialogs::dropped(room, paths),
        Screen::Programme(_) => vec![IntakeAction::Read(paths).into()],
        Screen::Pack => Vec::new(),
    }
}

impl eframe::App for LanternWindow {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.frame(ui);
    }

    fn on_exit(&mut self) {
        // What is still in a field is saved before the window goes.
        let leaving = match self.app.state.screen() {
            Screen::Start => return,
            Screen::Room(room) => Action::Shell(ShellAction::GoTo(room)),
            Screen::Pack => Action::Pack(PackAction::Keep),
            Screen::Programme(room) => Action::Programme(ProgrammeAction::GoTo(room)),
        };
        let _ = self.app.act(leaving);
    }
}
