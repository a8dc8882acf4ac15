//! Somebody who uses the window: presses what has a name, types, and looks.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{AccessKitNode, Queryable};
use lantern::app::{Action, App, Room, Settings, ShellAction, StartAction};
use lantern::jobs::Silent;
use lantern::model::{EntryId, Review};
use lantern::sample;
use lantern::store::Passphrase;
use lantern::ui::LanternWindow;
use tempfile::TempDir;

pub struct Hands {
    harness: Harness<'static, Option<LanternWindow>>,
    folder: TempDir,
    path: PathBuf,
}

const SIZE: Vec2 = Vec2::new(1280.0, 800.0);
/// Frames after which everything on the screen has settled.
const FRAMES: usize = 4;

/// The start screen of a program that was never used, at the day on which the sample plays.
pub fn new_window() -> Hands {
    window(false)
}

/// The same, with the means to take pictures.
pub fn new_window_with_pictures() -> Hands {
    window(true)
}

fn window(pictures: bool) -> Hands {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().to_owned();
    let today = sample::today().expect("the sample's day");
    let builder = Harness::builder().with_size(SIZE).with_max_steps(64);
    let builder = if pictures { builder.wgpu() } else { builder };
    let open = move |ctx: &egui::Context| {
        let mut settings = Settings::default();
        "Dr R. Amankwah".clone_into(&mut settings.name);
        LanternWindow::new(ctx, settings, Some(data.clone()), today)
    };
    // The first frame makes the typefaces known; they can be drawn with from the second on.
    let frame = move |ui: &mut egui::Ui, window: &mut Option<LanternWindow>| match window {
        Some(window) => {
            // The harness draws inside a margin; the window has none.
            let whole = egui::UiBuilder::new().max_rect(ui.ctx().content_rect());
            ui.scope_builder(whole, |ui| window.frame(ui));
        }
        None => *window = Some(open(ui.ctx())),
    };
    let harness = builder.build_ui_state(frame, None);
    let mut hands = Hands {
        harness,
        path: PathBuf::new(),
        folder,
    };
    hands.settle();
    hands
}

/// The sample, opened from a copy of its own.
pub fn with_sample() -> Hands {
    open_sample(new_window())
}

pub fn with_sample_and_pictures() -> Hands {
    open_sample(new_window_with_pictures())
}

fn open_sample(mut hands: Hands) -> Hands {
    hands.path = hands.folder.path().join("sample.lantern");
    std::fs::write(&hands.path, sample_file()).expect("written");
    hands.act(Action::Start(StartAction::Open {
        path: hands.path.clone(),
        passphrase: sample::PASSPHRASE.to_owned(),
    }));
    hands.wait();
    assert!(
        hands.app().state.open.is_some(),
        "{:?}",
        hands.app().state.notices
    );
    hands
}

/// The bytes of the sample's file, built once.
fn sample_file() -> &'static [u8] {
    static FILE: OnceLock<Vec<u8>> = OnceLock::new();
    FILE.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("sample.lantern");
        let passphrase = Passphrase::new(sample::PASSPHRASE.to_owned());
        let today = sample::today().expect("the sample's day");
        let store = sample::build(&path, &passphrase, "test", today, &Silent).expect("the sample");
        drop(store);
        std::fs::read(&path).expect("read")
    })
}

impl Hands {
    pub fn app(&self) -> &App {
        &self.harness.state().as_ref().expect("a window").app
    }

    pub fn app_mut(&mut self) -> &mut App {
        &mut self.harness.state_mut().as_mut().expect("a window").app
    }

    pub fn harness(&mut self) -> &mut Harness<'static, Option<LanternWindow>> {
        &mut self.harness
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    pub fn review(&self) -> Review {
        let open = self.app().state.open.as_ref().expect("an open review");
        let mut review = (*open.review).clone();
        review.revision = 0;
        review
    }

    pub fn current_entry(&self) -> EntryId {
        let open = self.app().state.open.as_ref().expect("an open review");
        open.chronology.current.expect("an entry")
    }

    pub fn tags_of(&self, entry: EntryId) -> Vec<String> {
        let review = self.review();
        let mut tags: Vec<String> = review
            .taggings
            .iter()
            .filter(|tagging| tagging.entry == entry)
            .map(|tagging| tagging.weakness.clone())
            .collect();
        tags.sort();
        tags
    }

    /// A few frames, so that what was done is carried out and drawn.
    pub fn settle(&mut self) {
        self.harness.run_steps(FRAMES);
    }

    /// Until no task runs.
    pub fn wait(&mut self) {
        self.settle();
        self.app_mut().settle_all();
        self.settle();
    }

    pub fn act(&mut self, action: Action) {
        let effects = self.app_mut().act(action);
        assert!(effects.is_empty(), "this needs a dialog");
        self.settle();
    }

    pub fn go(&mut self, room: Room) {
        self.act(Action::Shell(ShellAction::GoTo(room)));
    }

    /// Clicks on what has this name; on the first in reading order where several have it.
    pub fn press(&mut self, name: &str) {
        self.harness
            .get_all_by_label(name)
            .next()
            .expect("something to press")
            .click();
        self.settle();
    }

    /// Clicks on the first whose name holds these words.
    pub fn press_part(&mut self, words: &str) {
        let mut found = self.harness.get_all_by_label_contains(words);
        found.next().expect("something to press").click();
        drop(found);
        self.settle();
    }

    /// Clicks on the last that has this name: a line of an open menu.
    pub fn press_last(&mut self, name: &str) {
        let last = self.harness.get_all_by_label(name).last();
        last.expect("something to press").click();
        self.settle();
    }

    /// The same for what may stand below the visible part of a pane.
    pub fn scroll_to_and_press(&mut self, name: &str) {
        self.harness.get_by_label(name).scroll_to_me();
        self.settle();
        self.press(name);
    }

    /// The same for the first of several with this name.
    pub fn scroll_to_and_press_first(&mut self, name: &str) {
        let mut found = self.harness.get_all_by_label(name);
        found.next().expect("something to press").scroll_to_me();
        drop(found);
        self.settle();
        self.press(name);
    }

    /// Presses a key, and waits for what it starts.
    pub fn key(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.wait();
    }

    /// Types into the field with this name, in place of what stands there.
    pub fn write(&mut self, name: &str, text: &str) {
        self.harness
            .get_by(|node: &AccessKitNode<'_>| is_field(node, name))
            .focus();
        self.settle();
        self.key(Modifiers::COMMAND, Key::A);
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.settle();
    }

    /// Whether there is a field of this name to type into.
    pub fn has_field(&self, name: &str) -> bool {
        let mut found = self
            .harness
            .query_all_by(|node: &AccessKitNode<'_>| is_field(node, name));
        found.next().is_some()
    }

    pub fn sees(&self, name: &str) -> bool {
        self.harness.query_all_by_label(name).next().is_some()
    }

    /// Sees a text in which words can be marked.
    pub fn reads(&self, text: &str) -> bool {
        let holds = |node: &AccessKitNode<'_>| node.value().as_deref() == Some(text);
        self.harness.query_all_by(holds).next().is_some()
    }

    pub fn sees_part(&self, words: &str) -> bool {
        self.harness
            .query_all_by_label_contains(words)
            .next()
            .is_some()
    }

    pub fn resize(&mut self, width: f32, height: f32) {
        self.harness.set_size(Vec2::new(width, height));
        self.settle();
    }
}

fn is_field(node: &AccessKitNode<'_>, name: &str) -> bool {
    let is_text = matches!(
        node.role(),
        Role::TextInput | Role::MultilineTextInput | Role::PasswordInput
    );
    is_text && node.label().as_deref() == Some(name)
}
