//! The tagging bar: every weakness with its key, what was set, and a field to find one by name.

use egui::{Button, Frame, Key, Margin, RichText, TextEdit, Ui, vec2};

use crate::app::{Action, ChronologyAction, Open, Tagging, named_like, own_coding, tag_keys};
use crate::model::Weakness;
use crate::ui::tokens::{self, letter, palette, size, space};
use crate::ui::widgets::{Words, label, link, words};

pub fn show(ui: &mut Ui, open: &Open, tagging: &Tagging, actions: &mut Vec<Action>) {
    let palette = palette(ui);
    Frame::new()
        .fill(palette.panel)
        .corner_radius(size::ROUND)
        .inner_margin(Margin::symmetric(12, 8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing = vec2(space::TIGHT, space::TIGHT);
            match &tagging.typed {
                Some(typed) => by_name(ui, open, typed, actions),
                None => by_key(ui, open, actions),
            }
            ui.horizontal(|ui| said(ui, open, tagging, actions));
        });
}

fn by_key(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    ui.horizontal_wrapped(|ui| {
        for (weakness, key) in tag_keys(&open.review) {
            weakness_button(ui, open, weakness, key, actions);
        }
    });
}

/// What is typed narrows the list; Enter sets the first that is left.
fn by_name(ui: &mut Ui, open: &Open, typed: &str, actions: &mut Vec<Action>) {
    let mut text = typed.to_owned();
    let edit = TextEdit::singleline(&mut text)
        .hint_text(Words::Small.rich(ui, "a part of its name, then Enter"))
        .desired_width(size::SEARCH)
        .margin(Margin::symmetric(8, 4));
    let response = ui.add(edit);
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label("Find a tag by name"));
    let mut send = |action| actions.push(Action::Chronology(action));
    let found = named_like(&open.review, &text);
    if response.changed() {
        send(ChronologyAction::FindTag(Some(text)));
    } else if response.lost_focus() {
        let entered = ui.input(|input| input.key_pressed(Key::Enter));
        match found.first().filter(|_| entered) {
            Some(weakness) => send(ChronologyAction::TagOrUntag(weakness.key.clone())),
            None => send(ChronologyAction::FindTag(None)),
        }
    } else if !response.has_focus() {
        response.request_focus();
    }
    if found.is_empty() {
        words(ui, Words::Secondary, "No tag of this name.");
        return;
    }
    ui.horizontal_wrapped(|ui| {
        for weakness in found {
            weakness_button(ui, open, weakness, None, actions);
        }
    });
}

fn weakness_button(
    ui: &mut Ui,
    open: &Open,
    weakness: &Weakness,
    key: Option<char>,
    actions: &mut Vec<Action>,
) {
    let palette = palette(ui);
    let current = open.chronology.current;
    let on = current.is_some_and(|entry| {
        let tags = open.derived.tags(&open.review, entry);
        tags.contains(&weakness.key.as_str())
    });
    let ink = if on { palette.accent } else { palette.ink };
    let shown = match weakness.is_part() {
        true => format!("– {}", weakness.name),
        false => weakness.name.clone(),
    };
    let name = RichText::new(shown)
        .font(tokens::sans(letter::SMALL))
        .color(ink);
    let letters = key.map(String::from).unwrap_or_default();
    let letters = RichText::new(letters)
        .font(tokens::sans_strong(letter::SMALL))
        .color(palette.accent);
    let (fill, line) = if on {
        (palette.accent_wash, palette.accent)
    } else {
        (palette.sheet, palette.line)
    };
    let usual = std::mem::replace(&mut ui.spacing_mut().button_padding, vec2(6.0, 1.0));
    let button = Button::new((letters, name))
        .fill(fill)
        .stroke(egui::Stroke::new(1.0, line))
        .corner_radius(size::ROUND_CHIP)
        .min_size(vec2(0.0, size::CHIP))
        .wrap_mode(egui::TextWrapMode::Extend);
    let response = ui.add(button);
    ui.spacing_mut().button_padding = usual;
    response.widget_info(|| {
        let name = match key {
            Some(key) => format!("{}, key {key}", weakness.name),
            None => weakness.name.clone(),
        };
        egui::WidgetInfo::selected(egui::Role::Button, true, on, name)
    });
    if response.on_hover_text(&weakness.definition).clicked() {
        let action = ChronologyAction::TagOrUntag(weakness.key.clone());
        actions.push(Action::Chronology(action));
    }
}

fn said(ui: &mut Ui, open: &Open, tagging: &Tagging, actions: &mut Vec<Action>) {
    let chosen = open.chronology.selected.len();
    let current = open.chronology.current;
    let coding = current.and_then(|entry| own_coding(open, entry));
    let text = match (tagging.said.is_empty(), chosen) {
        _ if open.chronology.marked_here().is_some() => "A key tags the marked words.".to_owned(),
        (false, _) => format!("{}. Ctrl Z takes it back.", tagging.said),
        (true, 0) => "Choose an entry first, with an arrow key or by a click.".to_owned(),
        (true, 1) => "A key sets its tag on the entry, and takes it away again.".to_owned(),
        (true, _) => format!("A key sets its tag on all {chosen} chosen entries."),
    };
    let response = label(ui, Words::Done, text);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_live(egui::accesskit::Live::Polite);
    });
    label(
        ui,
        Words::Small,
        match coding {
            Some((_, false)) => {
                "Enter: finished, next entry · / finds a tag by name · Ctrl M: mark words · Esc:"
            }
            _ => "Enter: next entry · / finds a tag by name · Ctrl M: mark words · Esc:",
        },
    );
    if link(ui, "done").clicked() {
        actions.push(Action::Chronology(ChronologyAction::SetTagging(false)));
    }
}
