//! An entry typed in by hand: its wording is the panel's own, so that it can be changed.

use egui::Ui;

use super::{part, wording};
use crate::app::{Action, App, EntryAction, EntryPart, Field, Open};
use crate::model::{Entry, RecordCell};
use crate::ui::widgets::{FieldLook, Words, choice, labelled_field, words};

/// Part, its name, a hint, and the lines it is given.
const PARTS: [(EntryPart, &str, &str, usize); 7] = [
    (
        EntryPart::Date,
        "When",
        "as it was told, such as spring 2018",
        1,
    ),
    (
        EntryPart::Text,
        "What happened",
        "in the words in which it was told or written",
        5,
    ),
    (
        EntryPart::Response,
        "Response",
        "what was done or decided",
        2,
    ),
    (EntryPart::Seen, "Who was seen", "", 1),
    (EntryPart::Recorder, "Who told or wrote it", "", 1),
    (
        EntryPart::Document,
        "Where it stands",
        "a letter, a call, notes of a meeting",
        1,
    ),
    (EntryPart::Comment, "Comment", "", 2),
];

pub fn show(ui: &mut Ui, app: &App, open: &Open, entry: &Entry, actions: &mut Vec<Action>) {
    part(ui, "Typed in by hand");
    words(
        ui,
        Words::Small,
        "No return holds this entry, so its words can be changed here. What agencies sent never is.",
    );
    words(ui, Words::SmallStrong, "Whose record it is");
    let agencies = open.review.agencies.iter();
    let agencies = agencies.map(|agency| (agency.id, agency.name.clone()));
    if let Some(agency) = choice(ui, "Whose record it is", &entry.agency, agencies) {
        actions.push(Action::Entry(EntryAction::SetAgency(entry.id, agency)));
    }
    for (part, name, hint, rows) in PARTS {
        let stored = match part {
            EntryPart::Date => &entry.when.wording,
            EntryPart::Text => &entry.text,
            EntryPart::Response => &entry.response,
            EntryPart::Seen => &entry.seen,
            EntryPart::Recorder => &entry.recorder,
            EntryPart::Document => &entry.document,
            EntryPart::Comment => &entry.comment,
        };
        let look = FieldLook {
            rows,
            hint,
            read_only: open.read_only.is_some(),
            ..FieldLook::default()
        };
        let field = Field::Entry(entry.id, part);
        let response = labelled_field(ui, name, app.state.typing(), field, stored, look, actions);
        let cell = match part {
            EntryPart::Text => RecordCell::Text,
            EntryPart::Response => RecordCell::Response,
            EntryPart::Comment => RecordCell::Comment,
            _ => continue,
        };
        let is_typed = app
            .state
            .typing()
            .is_some_and(|typing| typing.field == field);
        if response.has_focus() && !is_typed {
            wording::selected(ui, open, entry, cell, response.id, actions);
        }
    }
    wording::marked(ui, open, actions);
}
