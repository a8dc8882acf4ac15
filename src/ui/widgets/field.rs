//! A field of the review: shows what is stored, collects what is typed, and makes it one edit on leaving.

use egui::{Key, Margin, Response, TextEdit, Ui};

use super::Words;
use super::text::words;
use crate::app::{Action, Field, FieldAction, Typing};
use crate::ui::tokens::{self, letter, palette, size};

/// How a field looks.
#[derive(Debug, Clone, Copy, Default)]
pub struct FieldLook<'a> {
    /// More than one: a field for several lines, in the serif.
    pub rows: usize,
    pub hint: &'a str,
    /// In points; the whole width where not given.
    pub width: Option<f32>,
    pub read_only: bool,
}

/// A field with its label above it.
pub fn labelled_field(
    ui: &mut Ui,
    label: &str,
    typing: Option<&Typing>,
    field: Field,
    stored: &str,
    look: FieldLook<'_>,
    actions: &mut Vec<Action>,
) -> Response {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        words(ui, Words::SmallStrong, label);
        self::field(ui, label, typing, field, stored, look, actions)
    })
    .inner
}

/// A field whose accessible name is `name`. `stored` is what the review holds.
pub fn field(
    ui: &mut Ui,
    name: &str,
    typing: Option<&Typing>,
    field: Field,
    stored: &str,
    look: FieldLook<'_>,
    actions: &mut Vec<Action>,
) -> Response {
    let typed = typing.filter(|typing| typing.field == field);
    let mut text = typed
        .map_or(stored, |typing| typing.text.as_str())
        .to_owned();
    let many = look.rows > 1;
    let edit = if many {
        TextEdit::multiline(&mut text)
            .desired_rows(look.rows)
            .font(tokens::serif(letter::MATTER))
    } else {
        TextEdit::singleline(&mut text)
            .font(tokens::sans(letter::BODY))
            .min_size(egui::vec2(0.0, size::SMALL_CONTROL + 4.0))
    };
    let response = ui.add(
        edit.id_salt(field)
            .hint_text(Words::Small.rich(ui, look.hint))
            .desired_width(look.width.unwrap_or(f32::INFINITY))
            .margin(Margin::symmetric(8, 5))
            .interactive(!look.read_only)
            .background_color(palette(ui).sheet),
    );
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label(name));
    let abandoned = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape));
    if response.changed() {
        actions.push(Action::Field(FieldAction::Type(field, text)));
    }
    if abandoned {
        actions.push(Action::Field(FieldAction::Abandon(field)));
    } else if response.lost_focus() {
        actions.push(Action::Field(FieldAction::Leave(field)));
    }
    response
}
