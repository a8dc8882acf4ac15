//! Numbers, addresses and the like by which a person or a place is known.

use egui::{Key, TextEdit, Ui};

use crate::app::{Action, App, Field, Open, PeopleAction};
use crate::model::{IdentifierKind, IdentifierOf};
use crate::ui::tokens::space;
use crate::ui::widgets::{FieldLook, Words, choice, field, small, words};

/// A number that is being added.
#[derive(Default)]
pub(super) struct Form {
    kind: Option<IdentifierKind>,
    text: String,
}

pub(super) fn show(
    ui: &mut Ui,
    app: &App,
    open: &Open,
    of: IdentifierOf,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    let may = open.read_only.is_none();
    words(ui, Words::SmallStrong, "Identifying numbers");
    let all = open.review.publishing.identifiers.iter();
    for identifier in all.filter(|one| one.of == of) {
        let kind = identifier.kind.words();
        ui.push_id(identifier.id.0, |ui| {
            ui.horizontal_wrapped(|ui| {
                let kinds = IdentifierKind::ALL.map(|kind| (kind, kind.words().to_owned()));
                let name = format!("Kind of {}", identifier.text);
                if let Some(kind) = choice(ui, &name, &identifier.kind, kinds) {
                    actions.push(PeopleAction::SetIdentifierKind(identifier.id, kind).into());
                }
                let remove = small(ui, may, "Remove");
                remove.widget_info(|| {
                    let name = format!("Remove {kind} {}", identifier.text);
                    egui::WidgetInfo::labeled(egui::Role::Button, may, name)
                });
                if remove.clicked() {
                    actions.push(PeopleAction::RemoveIdentifier(identifier.id).into());
                }
            });
            let look = FieldLook {
                read_only: !may,
                ..FieldLook::default()
            };
            let place = Field::Identifier(identifier.id);
            let stored = &identifier.text;
            field(ui, kind, app.state.typing(), place, stored, look, actions);
        });
        ui.add_space(space::TIGHT);
    }
    if may {
        add(ui, of, form, actions);
    }
}

fn add(ui: &mut Ui, of: IdentifierOf, form: &mut Form, actions: &mut Vec<Action>) {
    let present = form.kind.unwrap_or(IdentifierKind::NhsNumber);
    let kinds = IdentifierKind::ALL.map(|kind| (kind, kind.words().to_owned()));
    if let Some(kind) = choice(ui, "Kind of the new number", &present, kinds) {
        form.kind = Some(kind);
    }
    let edit = TextEdit::singleline(&mut form.text)
        .hint_text(Words::Small.rich(ui, "as it is written in the records"))
        .desired_width(f32::INFINITY);
    let response = ui.add(edit);
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label("New number"));
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let has_text = !form.text.trim().is_empty();
    let pressed = small(ui, has_text, "Add the number").clicked();
    if (entered || pressed) && has_text {
        let text = std::mem::take(&mut form.text);
        actions.push(PeopleAction::AddIdentifier(of, present, text).into());
    }
}
