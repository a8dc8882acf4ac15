//! The draft: the sections in the template's order, the text of one, and what stands beside it.

mod comments;
mod editor;
mod evidence;
mod look_of_text;
mod offers;
mod outline;
mod pages;
mod seeking;
mod spelling;
mod toolbar;
mod versions;

pub use editor::Memory;

use egui::{Frame, Margin, Ui};

use crate::app::{Action, App, Beside, DraftAction, Open};
use crate::ui::tokens::{palette, size, space};
use crate::ui::widgets::{Words, at_side, label, pane, scroll, tabs, title, words};

pub fn show(ui: &mut Ui, app: &App, open: &Open, memory: &mut Memory, actions: &mut Vec<Action>) {
    if open.draft.versions.shown {
        versions::show(ui, app, open, actions);
        return;
    }
    // Three columns need a wide window; in a narrow one the third stands below the text.
    let narrow = ui.ctx().content_rect().width() < size::NARROW_WINDOW;
    pages::pane(ui, open, actions);
    let page = open.draft.pages.shown;
    if !narrow && !page {
        pane(ui, "beside the text", |ui| beside(ui, open, actions));
    }
    egui::Panel::left("outline")
        .exact_size(outline_width(ui))
        .resizable(false)
        .show_separator_line(false)
        .frame(
            Frame::new()
                .fill(palette(ui).paper)
                .inner_margin(Margin::symmetric(8, 16)),
        )
        .show(ui, |ui| outline::show(ui, open, actions));
    let Some(section) = open.draft.look.section() else {
        words(ui, Words::Secondary, "This template has no sections.");
        return;
    };
    Frame::new()
        .inner_margin(Margin::symmetric(16, 16))
        .show(ui, |ui| {
            title(ui, &section.title);
            let look = &open.draft.look;
            let here = count(look.words);
            ui.horizontal_wrapped(|ui| {
                label(
                    ui,
                    Words::Small,
                    format!(
                        "{here} here, {} in the whole draft",
                        count(look.draft_words)
                    ),
                );
                pages::button(ui, open, actions);
                versions::button(ui, open, actions);
            });
            if open.read_only.is_none() {
                toolbar::show(ui, actions);
            }
            seeking::show(ui, open, memory, actions);
            ui.add_space(space::SMALL);
            // Where nothing stands below the text, its sheet fills the room.
            let least = match narrow || page {
                true => 0.0,
                false => ui.available_height() - space::MEDIUM,
            };
            scroll("section text").show(ui, |ui| {
                editor::show(ui, app, open, least, memory, actions);
                if narrow || page {
                    ui.add_space(space::MEDIUM);
                    beside(ui, open, actions);
                }
            });
        });
}

fn outline_width(ui: &Ui) -> f32 {
    if ui.ctx().content_rect().width() < size::WIDE_WINDOW {
        at_side(ui, size::OUTLINE)
    } else {
        size::WIDE_OUTLINE
    }
}

fn count(words: usize) -> String {
    match words {
        1 => "1 word".to_owned(),
        words => format!("{words} words"),
    }
}

fn beside(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let names = Beside::ALL.map(|beside| (beside, name_of(beside, open)));
    if let Some(beside) = tabs(ui, open.draft.beside, names) {
        actions.push(Action::Draft(DraftAction::Beside(beside)));
    }
    ui.add_space(space::MEDIUM);
    match open.draft.beside {
        Beside::Evidence => evidence::show(ui, open, actions),
        Beside::Comments => comments::show(ui, open, actions),
        Beside::Spelling => spelling::show(ui, open, actions),
        Beside::Guidance => guidance(ui, open),
    }
}

/// With how many there are, where somebody would look for them.
fn name_of(beside: Beside, open: &Open) -> String {
    let count = match beside {
        Beside::Comments => comments::of_section(open).len(),
        Beside::Spelling => open.draft.spelling.unknown.len(),
        Beside::Evidence | Beside::Guidance => 0,
    };
    match count {
        0 => beside.words().to_owned(),
        count => format!("{} ({count})", beside.words()),
    }
}

fn guidance(ui: &mut Ui, open: &Open) {
    let Some(section) = open.draft.look.section() else {
        return;
    };
    let known = open
        .review
        .template
        .sections
        .iter()
        .find(|known| known.key == section.key);
    let help = known.map_or("", |known| known.help.as_str());
    words(ui, Words::Plain, help);
}
