//! The field that the text of a section is typed into.

use std::ops::Range;

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Event, EventFilter, Id, Key, Margin, Modifiers, TextBuffer, TextEdit, Ui, vec2};

use super::look_of_text::{LookOfText, layout};
use super::{offers, toolbar};
use crate::app::{Action, App, DraftAction, Field, FieldAction, OfferStep, Open};
use crate::drafting::pasted;
use crate::model::SectionId;
use crate::ui::tokens::{palette, size, space};
use crate::ui::widgets::Words;

/// What the editor remembers between frames.
#[derive(Default)]
pub struct Memory {
    /// The caret that was last put by the program, by its number.
    placed: u64,
    /// The line to find in was open in the frame before.
    pub seeking: bool,
}

/// The sheet is as wide as a line reads well.
pub fn width() -> f32 {
    size::PROSE + 2.0 * space::HUGE
}

/// At least as high as given, in points.
pub fn show(
    ui: &mut Ui,
    app: &App,
    open: &Open,
    least: f32,
    memory: &mut Memory,
    actions: &mut Vec<Action>,
) {
    let draft = &open.draft;
    let Some(section) = draft.look.section() else {
        return;
    };
    let id = Id::unique(("section text", section.id));
    let mut text = section.text.clone();
    let put = memory.placed != draft.placed;
    if put {
        memory.placed = draft.placed;
        put_caret(ui, id, &text, &draft.chosen);
    }
    let focused = ui.memory(|memory| memory.has_focus(id));
    if focused && open.read_only.is_none() {
        keys(ui, open, actions);
    }
    let look = LookOfText::of(ui, open, focused);
    let mut layouter =
        |ui: &Ui, buffer: &dyn TextBuffer, width: f32| layout(ui, buffer.as_str(), width, &look);
    let offered = draft.offers.is_some();
    let output = TextEdit::multiline(&mut text)
        .id(id)
        .layouter(&mut layouter)
        .desired_rows(24)
        .hint_text(Words::Small.rich(
            ui,
            "Write here. A blank line begins a new paragraph; @ cites.",
        ))
        .desired_width(ui.available_width().min(width()))
        .min_size(vec2(0.0, least))
        .margin(Margin::symmetric(12, 8))
        .interactive(open.read_only.is_none())
        .background_color(palette(ui).sheet)
        .event_filter(EventFilter {
            tab: offered,
            escape: offered,
            horizontal_arrows: true,
            vertical_arrows: true,
        })
        .show(ui);
    let name = format!("Text of {}", section.title);
    ui.ctx()
        .accesskit_node_builder(id, |node| node.set_label(name));
    let response = &output.response;
    if response.changed() {
        let typed = Action::Field(FieldAction::Type(Field::Section(section.id), text.clone()));
        actions.push(typed);
    }
    // A click on an offer takes the keyboard away in the frame in which it is heard.
    let typed_into = response.has_focus() || response.lost_focus();
    if let Some(range) = output.cursor_range.filter(|_| typed_into) {
        let chosen = bytes_of(&text, &range);
        if chosen != draft.chosen && !put && response.has_focus() {
            actions.push(Action::Draft(DraftAction::Choose(chosen)));
        }
        let caret = output.galley.pos_from_cursor(range.primary);
        let caret = caret.translate(output.galley_pos.to_vec2());
        if put {
            ui.scroll_to_rect(caret, Some(egui::Align::Center));
        }
        offers::show(ui, open, caret, actions);
    }
    if response.lost_focus() && is_typed(app, section.id) {
        actions.push(Action::Field(FieldAction::Leave(Field::Section(
            section.id,
        ))));
    }
}

fn is_typed(app: &App, section: SectionId) -> bool {
    let typing = app.state.typing();
    typing.is_some_and(|typing| typing.field == Field::Section(section))
}

/// Puts the caret where the program wants it, and the keyboard with it.
fn put_caret(ui: &Ui, id: Id, text: &str, chosen: &Range<usize>) {
    let cursor = |at: usize| CCursor::new(text.get(..at).unwrap_or(text).chars().count());
    let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    let range = CCursorRange::two(cursor(chosen.start), cursor(chosen.end));
    state.cursor.set_char_range(Some(range));
    state.store(ui.ctx(), id);
    ui.memory_mut(|memory| memory.request_focus(id));
}

fn bytes_of(text: &str, range: &CCursorRange) -> Range<usize> {
    let byte = |character: usize| {
        let found = text.char_indices().nth(character);
        found.map_or(text.len(), |(byte, _)| byte)
    };
    let chosen = range.as_sorted_char_range();
    byte(chosen.start.0)..byte(chosen.end.0)
}

/// Keys that mean something else here than in any field.
fn keys(ui: &Ui, open: &Open, actions: &mut Vec<Action>) {
    let draft = &open.draft;
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    toolbar::keys(ui, actions);
    ui.input_mut(|input| {
        for event in &mut input.events {
            if let Event::Paste(text) = event {
                *text = pasted(text);
            }
        }
    });
    if draft.offers.is_some() {
        for (key, step) in [
            (Key::ArrowDown, OfferStep::Next),
            (Key::ArrowUp, OfferStep::Previous),
            (Key::Enter, OfferStep::Take),
            (Key::Tab, OfferStep::Take),
            (Key::Escape, OfferStep::PutAway),
        ] {
            if pressed(Modifiers::NONE, key) {
                actions.push(Action::Draft(DraftAction::Offer(step)));
            }
        }
        return;
    }
    if draft.look.in_list && pressed(Modifiers::NONE, Key::Enter) {
        actions.push(Action::Draft(DraftAction::NextLine));
    }
    if !draft.chosen.is_empty() {
        return;
    }
    for (key, before) in [(Key::Backspace, true), (Key::Delete, false)] {
        let citation = draft.look.citation_at(draft.chosen.end, before);
        if let Some(range) = citation
            && pressed(Modifiers::NONE, key)
        {
            actions.push(Action::Draft(DraftAction::Erase(range)));
        }
    }
}
