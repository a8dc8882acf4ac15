//! Everybody in the register, and the table that people can be read from.

use egui::{Key, Margin, TextEdit, Ui};

use crate::app::{Action, Open, PeopleAction};
use crate::identities::{IdentityOf, WarningKind};
use crate::model::Person;
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{Words, hairline, label, secondary, words};

pub(super) fn show(ui: &mut Ui, open: &Open, path: &mut String, actions: &mut Vec<Action>) {
    let text = match open.is_disguised() {
        true => "Everybody as what is published calls them.",
        false => {
            "Names and the other forms in use are found in every entry. The pseudonym is for what will be published."
        }
    };
    words(ui, Words::Secondary, text);
    ui.add_space(space::TIGHT);
    for person in &open.review.people {
        hairline(ui);
        line(ui, open, person, actions);
    }
    ui.add_space(space::SMALL);
    add(ui, open, path, actions);
}

fn line(ui: &mut Ui, open: &Open, person: &Person, actions: &mut Vec<Action>) {
    let narrow = ui.available_width() < size::NARROW_LINE;
    ui.horizontal(|ui| {
        let width = match narrow {
            true => size::LONG_COLUMN,
            false => size::SEARCH,
        };
        let chosen = open.people.person == Some(person.id);
        if name(ui, &person.name, chosen, width) {
            actions.push(PeopleAction::Show(person.id).into());
        }
        ui.allocate_ui(a_line(size::AGENCY_COLUMN), |ui| {
            ui.set_width(size::AGENCY_COLUMN);
            label(ui, Words::Secondary, person.role.words());
        });
        if !narrow {
            pseudonym(ui, open, person);
        }
    });
    if narrow {
        pseudonym(ui, open, person);
    }
}

/// A name that can be chosen, in the width of its column.
pub(super) fn name(ui: &mut Ui, name: &str, chosen: bool, width: f32) -> bool {
    let shown = ui.allocate_ui(a_line(width), |ui| {
        ui.set_width(width);
        let style = match chosen {
            true => Words::MatterStrong,
            false => Words::Matter,
        };
        let text = egui::Label::new(style.rich(ui, name));
        let response = ui.add(
            text.truncate()
                .selectable(false)
                .sense(egui::Sense::click()),
        );
        response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, chosen, name));
        response
            .on_hover_cursor(egui::CursorIcon::PointingHand)
            .clicked()
    });
    shown.inner
}

fn pseudonym(ui: &mut Ui, open: &Open, person: &Person) {
    if open.is_disguised() {
        return;
    }
    if person.pseudonym.is_empty() {
        label(ui, Words::Doubt, "no pseudonym yet");
        return;
    }
    let found = open.people.found.found();
    let gives_away = found.is_some_and(|found| {
        let mut warnings = found.warnings_of(IdentityOf::Person(person.id));
        warnings.any(|warning| warning.kind != WarningKind::NotChosen)
    });
    let text = format!("pseudonym “{}”", person.pseudonym);
    match gives_away {
        true => label(ui, Words::Doubt, format!("{text}, to look at")),
        false => label(ui, Words::Secondary, text),
    };
}

pub(super) fn a_line(width: f32) -> egui::Vec2 {
    egui::vec2(width, size::SMALL_CONTROL)
}

fn add(ui: &mut Ui, open: &Open, path: &mut String, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        let changeable = open.read_only.is_none();
        if secondary(ui, changeable, "Add a person").clicked() {
            actions.push(PeopleAction::AddPerson.into());
        }
        if secondary(ui, changeable, "Read a table of people…").clicked() {
            actions.push(PeopleAction::ChooseTable.into());
        }
        let edit = TextEdit::singleline(path)
            .hint_text(Words::Small.rich(ui, "or type where it is, and press Enter"))
            .desired_width(f32::INFINITY)
            .margin(Margin::symmetric(8, 6));
        let response = ui.add_enabled(changeable, edit);
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_label("Where the table of people is");
        });
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if entered && !path.trim().is_empty() {
            let path = std::mem::take(path);
            actions.push(PeopleAction::ImportTable(path.trim().into()).into());
        }
    });
}
