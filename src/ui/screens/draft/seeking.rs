//! The line to find and replace with.

use egui::{Key, Margin, Response, TextEdit, Ui};

use super::Memory;
use crate::app::{Action, DraftAction, Open, SeekAction};
use crate::ui::tokens::{self, letter, palette, size, space};
use crate::ui::widgets::{Words, hairline, small, tick, words};

pub fn show(ui: &mut Ui, open: &Open, memory: &mut Memory, actions: &mut Vec<Action>) {
    let seeking = &open.draft.seeking;
    let opened = seeking.open && !memory.seeking;
    memory.seeking = seeking.open;
    if !seeking.open {
        return;
    }
    let mut push = |action| actions.push(Action::Draft(DraftAction::Seek(action)));
    hairline(ui);
    ui.horizontal_wrapped(|ui| {
        let mut sought = seeking.sought.words.clone();
        let response = line(ui, "Find in the draft", &mut sought);
        if opened {
            response.request_focus();
        }
        if response.changed() {
            push(SeekAction::Words(sought));
        }
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            push(SeekAction::Next);
        }
        let mut with = seeking.with.clone();
        if line(ui, "Replace with", &mut with).changed() {
            push(SeekAction::With(with));
        }
        let mut capitals = seeking.sought.capitals;
        if tick(ui, &mut capitals, "Capitals count", "Capitals count").changed() {
            push(SeekAction::Capitals(capitals));
        }
        let mut whole = seeking.sought.whole_words;
        if tick(ui, &mut whole, "Whole words", "Whole words").changed() {
            push(SeekAction::WholeWords(whole));
        }
    });
    let found = !seeking.places.is_empty();
    let may_write = found && open.read_only.is_none();
    ui.horizontal_wrapped(|ui| {
        for (name, enabled, action) in [
            ("Next place", found, SeekAction::Next),
            ("Place before", found, SeekAction::Previous),
            ("Replace this", may_write, SeekAction::Replace),
            ("Replace all", may_write, SeekAction::ReplaceAll),
            ("Close", true, SeekAction::Close),
        ] {
            if small(ui, enabled, name).clicked() {
                push(action);
            }
        }
        words(ui, Words::Secondary, seeking.words());
    });
    ui.add_space(space::TIGHT);
    hairline(ui);
}

fn line(ui: &mut Ui, name: &str, text: &mut String) -> Response {
    let response = ui.add(
        TextEdit::singleline(text)
            .id_salt(name)
            .hint_text(Words::Small.rich(ui, name))
            .font(tokens::sans(letter::BODY))
            .margin(Margin::symmetric(8, 5))
            .desired_width(size::LONG_COLUMN)
            .background_color(palette(ui).sheet),
    );
    let label = name.to_owned();
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label(label));
    response
}
