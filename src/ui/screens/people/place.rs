//! One place, and what stands in its place.

use egui::Ui;

use super::{identifiers, person, places};
use crate::app::{Action, App, Field, Open, PeopleAction, PlacePart};
use crate::identities::IdentityOf;
use crate::model::{IdentifierOf, Place, PlaceKind};
use crate::ui::tokens::space;
use crate::ui::widgets::{FieldLook, Words, choice, heading, labelled_field, small, words};

pub(super) fn show(
    ui: &mut Ui,
    app: &App,
    open: &Open,
    place: &Place,
    form: &mut identifiers::Form,
    actions: &mut Vec<Action>,
) {
    heading(ui, &place.name);
    if open.is_disguised() {
        words(ui, Words::Secondary, place.kind.words());
        let text = "The real name, its other forms, numbers and notes are not shown in the pseudonymised view.";
        words(ui, Words::Small, text);
        return;
    }
    words(ui, Words::SmallStrong, "Kind");
    let kinds = PlaceKind::ALL.map(|kind| (kind, kind.words().to_owned()));
    if let Some(kind) = choice(ui, "Kind of place", &place.kind, kinds) {
        actions.push(PeopleAction::SetPlaceKind(place.id, kind).into());
    }
    let forms = place.forms.join("\n");
    let shorter = "short names, former names";
    for (part, name, stored, hint) in [
        (PlacePart::Name, "Name", place.name.as_str(), ""),
        (
            PlacePart::Forms,
            "Other forms in use, one a line",
            &forms,
            shorter,
        ),
        (
            PlacePart::Written,
            "What is written instead",
            &place.written,
            places::written(open, place),
        ),
        (PlacePart::Note, "Note", &place.note, ""),
    ] {
        let look = FieldLook {
            hint,
            rows: if part == PlacePart::Forms { 3 } else { 1 },
            read_only: open.read_only.is_some(),
            ..FieldLook::default()
        };
        let field = Field::Place(place.id, part);
        labelled_field(ui, name, app.state.typing(), field, stored, look, actions);
        if part == PlacePart::Written {
            person::gives_away(ui, open, IdentityOf::Place(place.id));
        }
    }
    ui.add_space(space::SMALL);
    identifiers::show(ui, app, open, IdentifierOf::Place(place.id), form, actions);
    ui.add_space(space::MEDIUM);
    if small(ui, open.read_only.is_none(), "Remove from the register").clicked() {
        actions.push(PeopleAction::RemovePlace(place.id).into());
    }
}
