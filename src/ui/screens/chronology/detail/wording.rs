//! What an agency wrote, in which words can be marked, by mouse or keyboard, and tagged.

use std::ops::Range;

use egui::text::{CCursor, CCursorRange, LayoutJob, TextFormat};
use egui::text_edit::TextEditState;
use egui::{Frame, Id, Margin, Modifiers, Stroke, TextBuffer, TextEdit, Ui};

use super::super::keys::key_of;
use crate::analysis::{passage, place};
use crate::app::{Action, Marked, Open, PassagesAction, tag_keys};
use crate::model::{Entry, RecordCell};
use crate::ui::screens::list_keys;
use crate::ui::screens::weaknesses;
use crate::ui::tokens::palette;
use crate::ui::widgets::{Words, link, menu, words};

/// The wording of a cell: selectable, not changeable. What is tagged in it is underlined.
pub fn show(ui: &mut Ui, open: &Open, entry: &Entry, cell: RecordCell, actions: &mut Vec<Action>) {
    let mut text = cell.of(entry);
    let marks = marks(open, entry, cell);
    let mut layouter = |ui: &Ui, text: &dyn TextBuffer, width: f32| {
        let job = laid(ui, text.as_str(), &marks, width);
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let id = Id::unique(("wording", entry.id, cell));
    let before = selection(ui, id);
    let output = TextEdit::multiline(&mut text)
        .id(id)
        .desired_rows(1)
        .desired_width(f32::INFINITY)
        .margin(Margin::ZERO)
        .frame(Frame::NONE)
        .layouter(&mut layouter)
        .show(ui);
    let response = &output.response.response;
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_label(format!("{}, as written", cell.words()));
    });
    if open.chronology.marking && cell == RecordCell::Text {
        response.request_focus();
        to_the_beginning(ui, id);
        actions.push(PassagesAction::Begun.into());
    }
    if selection(ui, id) != before {
        mark(entry, cell, selection(ui, id), actions);
    }
    if response.has_focus() {
        keys(ui, open, actions);
    }
}

/// Whoever marks by keyboard begins where the wording does.
fn to_the_beginning(ui: &Ui, id: Id) {
    let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    let beginning = CCursorRange::one(CCursor::default());
    state.cursor.set_char_range(Some(beginning));
    state.store(ui.ctx(), id);
}

/// Marks what is selected in a field that holds the wording of a cell, where it is not marked yet.
pub fn selected(
    ui: &Ui,
    open: &Open,
    entry: &Entry,
    cell: RecordCell,
    field: Id,
    actions: &mut Vec<Action>,
) {
    let range = selection(ui, field);
    let selected = range.clone().and_then(|range| passage(entry, cell, range));
    let marked = open.chronology.marked_here();
    let elsewhere = selected.is_none() && marked.is_some_and(|marked| marked.passage.cell != cell);
    if !elsewhere && selected.as_ref() != marked.map(|marked| &marked.passage) {
        mark(entry, cell, range, actions);
    }
}

fn mark(entry: &Entry, cell: RecordCell, range: Option<Range<usize>>, actions: &mut Vec<Action>) {
    let range = range.unwrap_or_default();
    let marked = PassagesAction::Mark {
        entry: entry.id,
        cell,
        from: range.start,
        until: range.end,
    };
    actions.push(marked.into());
}

/// What is selected in a text field, in characters.
fn selection(ui: &Ui, id: Id) -> Option<Range<usize>> {
    let range = TextEditState::load(ui.ctx(), id)?.cursor.char_range()?;
    let range = range.as_sorted_char_range();
    Some(range.start.0..range.end.0)
}

/// While words are marked a tag’s key tags them: digits always, letters while the tagging bar shows them.
fn keys(ui: &Ui, open: &Open, actions: &mut Vec<Action>) {
    if open.chronology.marked_here().is_none() {
        return;
    }
    let letters = open.chronology.tagging.is_some();
    for (weakness, key) in tag_keys(&open.review) {
        let key = key.filter(|key| letters || key.is_ascii_digit());
        let Some(key) = key.and_then(key_of) else {
            continue;
        };
        if list_keys::times(ui, Modifiers::NONE, key) > 0 {
            actions.push(PassagesAction::Tag(weakness.key.clone()).into());
        }
    }
}

/// What is marked and not tagged yet, and the menu that tags it.
pub fn marked(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let Some(Marked { entry, passage }) = open.chronology.marked_here() else {
        words(
            ui,
            Words::Small,
            "Mark words with the mouse, or with Ctrl M and Shift with the arrow keys, to tag just these.",
        );
        return;
    };
    ui.horizontal_wrapped(|ui| {
        words(
            ui,
            Words::Done,
            format!("Marked: “{}”", short(&passage.words)),
        );
        menu(ui, "Tag the marked words", "Tag these words", |ui| {
            if let Some(weakness) = weaknesses::list(ui, &open.review, |_| false) {
                actions.push(PassagesAction::Tag(weakness.key.clone()).into());
                ui.close();
            }
        });
        if link(ui, "Do not mark them").clicked() {
            let nothing = PassagesAction::Mark {
                entry: *entry,
                cell: passage.cell,
                from: 0,
                until: 0,
            };
            actions.push(nothing.into());
        }
    });
}

/// Its beginning and end, where it is long.
fn short(text: &str) -> String {
    const END: usize = 40;
    let count = text.chars().count();
    if count <= 2 * END {
        return text.to_owned();
    }
    let beginning: String = text.chars().take(END).collect();
    let end: String = text.chars().skip(count - END).collect();
    format!("{} … {}", beginning.trim_end(), end.trim_start())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Tagged,
    /// Marked, to be tagged.
    InHand,
}

/// In bytes of the cell; they may lie over one another.
fn marks(open: &Open, entry: &Entry, cell: RecordCell) -> Vec<(Range<usize>, Mark)> {
    let taggings = open.derived.taggings(&open.review, entry.id);
    let passages = taggings.flat_map(|tagging| &tagging.passages);
    let passages = passages.filter(|passage| passage.cell == cell);
    let mut marks: Vec<(Range<usize>, Mark)> = passages
        .filter_map(|passage| Some((place(entry, passage).range()?, Mark::Tagged)))
        .collect();
    let in_hand = open.chronology.marked_here();
    let in_hand = in_hand.filter(|marked| marked.passage.cell == cell);
    let range = in_hand.and_then(|marked| place(entry, &marked.passage).range());
    marks.extend(range.map(|range| (range, Mark::InHand)));
    marks
}

fn laid(ui: &Ui, text: &str, marks: &[(Range<usize>, Mark)], width: f32) -> LayoutJob {
    let palette = palette(ui);
    let plain = TextFormat {
        font_id: Words::Matter.font(),
        color: palette.ink,
        ..TextFormat::default()
    };
    let mut ends: Vec<usize> = marks
        .iter()
        .flat_map(|(range, _)| [range.start, range.end])
        .filter(|end| *end <= text.len())
        .collect();
    ends.extend([0, text.len()]);
    ends.sort_unstable();
    ends.dedup();
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    for ends in ends.windows(2) {
        let (start, end) = (ends[0], ends[1]);
        let mut format = plain.clone();
        for (range, mark) in marks {
            if range.start > start || range.end < end {
                continue;
            }
            format.background = match mark {
                Mark::Tagged => palette.accent_wash,
                Mark::InHand => palette.doubt_wash,
            };
            format.underline = match mark {
                Mark::Tagged => Stroke::new(1.0, palette.accent),
                Mark::InHand => Stroke::new(1.0, palette.doubt),
            };
        }
        job.append(&text[start..end], 0.0, format);
    }
    job
}
