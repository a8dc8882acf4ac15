//! One suggestion: whose record, the words that caused it in their sentence, and the two buttons.

use std::ops::Range;

use egui::{Response, Ui};

use crate::analysis::{Suggestion, place};
use crate::app::{Action, Open, Piece, SuggestionsAction, key_of};
use crate::model::{Entry, RecordCell};
use crate::ui::screens::citation;
use crate::ui::widgets::{Side, Tone, Words, card, chip, marked, quote, small, words};

/// So many characters are shown before the first and behind the last of the words.
const AROUND: usize = 160;

pub fn show(
    ui: &mut Ui,
    open: &Open,
    suggestion: &Suggestion,
    number: usize,
    in_hand: bool,
    actions: &mut Vec<Action>,
) -> Response {
    let (_, response) = card(ui, in_hand, |ui| {
        let Some(entry) = open.review.entry(suggestion.entry) else {
            return;
        };
        head(ui, open, suggestion, number, actions);
        citation::place(ui, open, entry, actions);
        for cell in RecordCell::ALL {
            let found = found_in(entry, suggestion, cell);
            if found.is_empty() {
                continue;
            }
            if cell != RecordCell::Text {
                words(ui, Words::Small, cell.words());
            }
            let pieces = pieces(cell.of(entry), &found);
            quote(ui, |ui| marked(ui, Side::After, &pieces));
        }
        citation::badges(ui, open, entry);
    });
    response
}

fn head(
    ui: &mut Ui,
    open: &Open,
    suggestion: &Suggestion,
    number: usize,
    actions: &mut Vec<Action>,
) {
    let may_change = open.read_only.is_none();
    let weakness = open.review.weakness(&suggestion.weakness);
    let name = open.review.tag_name(&suggestion.weakness);
    ui.horizontal_wrapped(|ui| {
        words(ui, Words::Small, number.to_string());
        let tone = match weakness.is_some_and(|weakness| weakness.good_practice) {
            true => Tone::Accent,
            false => Tone::Plain,
        };
        let shown = chip(ui, tone, name);
        if let Some(weakness) = weakness {
            shown.on_hover_text(&weakness.definition);
        }
        let accept = small(ui, may_change, "Accept");
        named(&accept, format!("Accept suggestion {number}: {name}"));
        if accept
            .on_hover_text("Tags these words in your name")
            .clicked()
        {
            actions.push(SuggestionsAction::Accept(key_of(suggestion)).into());
        }
        let decline = small(ui, may_change, "Decline");
        named(&decline, format!("Decline suggestion {number}: {name}"));
        if decline.on_hover_text("It is not suggested again").clicked() {
            actions.push(SuggestionsAction::Decline(key_of(suggestion)).into());
        }
    });
}

fn named(button: &Response, name: String) {
    let enabled = button.enabled();
    button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, enabled, name.as_str()));
}

/// Where the words stand in a cell, in order.
fn found_in(entry: &Entry, suggestion: &Suggestion, cell: RecordCell) -> Vec<Range<usize>> {
    let passages = suggestion.passages.iter();
    let passages = passages.filter(|passage| passage.cell == cell);
    passages
        .filter_map(|passage| place(entry, passage).range())
        .collect()
}

/// The words, and what stands around them.
fn pieces(text: &str, found: &[Range<usize>]) -> Vec<Piece> {
    let first = found.first().map_or(0, |range| range.start);
    let last = found.last().map_or(text.len(), |range| range.end);
    let from = before(text, first);
    let until = behind(text, last);
    let mut pieces = Vec::new();
    let mut add = |text: &str, differs: bool| {
        if !text.is_empty() {
            let text = text.to_owned();
            pieces.push(Piece { text, differs });
        }
    };
    add(if from > 0 { "… " } else { "" }, false);
    let mut at = from;
    for range in found {
        add(&text[at..range.start], false);
        add(&text[range.clone()], true);
        at = range.end;
    }
    add(&text[at..until], false);
    add(if until < text.len() { " …" } else { "" }, false);
    pieces
}

/// A beginning of a word some way before a place.
fn before(text: &str, place: usize) -> usize {
    let mut starts = text[..place].char_indices().rev();
    let Some((far, _)) = starts.nth(AROUND) else {
        return 0;
    };
    let blank = text[far..place].find(char::is_whitespace);
    blank.map_or(far, |blank| far + blank).min(place)
}

/// The end of a word some way behind a place.
fn behind(text: &str, place: usize) -> usize {
    let Some((far, _)) = text[place..].char_indices().nth(AROUND) else {
        return text.len();
    };
    let blank = text[place..place + far].rfind(char::is_whitespace);
    place + blank.unwrap_or(far)
}
