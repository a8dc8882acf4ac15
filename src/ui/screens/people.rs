//! The register of people and agencies.

use egui::{Frame, Grid, Key, Margin, TextEdit, Ui};

use crate::app::{
    Action, AgencyPart, App, ContactsAction, Field, Open, OverviewAction, PeopleAction, PersonPart,
};
use crate::dates;
use crate::model::{Person, Role};
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{
    FieldLook, Words, choice, field, hairline, heading, label, labelled_field, link, pane, scroll,
    secondary, small, words,
};

pub fn show(ui: &mut Ui, app: &App, open: &Open, path: &mut String, actions: &mut Vec<Action>) {
    let person = open.people.person.and_then(|id| open.review.person(id));
    if let Some(person) = person {
        pane(ui, "person", |ui| {
            one_person(ui, app, open, person, actions)
        });
    }
    scroll("people and agencies").show(ui, |ui| {
        Frame::new()
            .inner_margin(Margin::symmetric(24, 16))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                people(ui, open, path, actions);
                ui.add_space(space::LARGE);
                agencies(ui, app, open, actions);
            });
    });
}

fn people(ui: &mut Ui, open: &Open, path: &mut String, actions: &mut Vec<Action>) {
    heading(ui, "People");
    words(
        ui,
        Words::Secondary,
        "Names and the other forms in use are found in every entry. The pseudonym is for what will be published.",
    );
    ui.add_space(space::TIGHT);
    let narrow = ui.available_width() < size::NARROW_LINE;
    for person in &open.review.people {
        hairline(ui);
        let chosen = open.people.person == Some(person.id);
        ui.horizontal(|ui| {
            let name = if narrow {
                size::LONG_COLUMN
            } else {
                size::SEARCH
            };
            ui.allocate_ui(vec2(name), |ui| {
                ui.set_width(name);
                let style = if chosen {
                    Words::MatterStrong
                } else {
                    Words::Matter
                };
                let text = style.rich(ui, &person.name);
                let response = ui.add(
                    egui::Label::new(text)
                        .truncate()
                        .selectable(false)
                        .sense(egui::Sense::click()),
                );
                response.widget_info(|| {
                    egui::WidgetInfo::selected(egui::Role::Button, true, chosen, &person.name)
                });
                if response
                    .on_hover_cursor(egui::CursorIcon::PointingHand)
                    .clicked()
                {
                    actions.push(Action::People(PeopleAction::Show(person.id)));
                }
            });
            ui.allocate_ui(vec2(size::AGENCY_COLUMN), |ui| {
                ui.set_width(size::AGENCY_COLUMN);
                label(ui, Words::Secondary, person.role.words());
            });
            if !narrow {
                pseudonym(ui, person);
            }
        });
        if narrow {
            pseudonym(ui, person);
        }
    }
    ui.add_space(space::SMALL);
    ui.horizontal(|ui| {
        let changeable = open.read_only.is_none();
        if secondary(ui, changeable, "Add a person").clicked() {
            actions.push(Action::People(PeopleAction::AddPerson));
        }
        if secondary(ui, changeable, "Read a table of people…").clicked() {
            actions.push(Action::People(PeopleAction::ChooseTable));
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
            actions.push(Action::People(PeopleAction::ImportTable(
                path.trim().into(),
            )));
        }
    });
}

fn pseudonym(ui: &mut Ui, person: &Person) {
    match person.pseudonym.is_empty() {
        true => label(ui, Words::Doubt, "no pseudonym yet"),
        false => label(
            ui,
            Words::Secondary,
            format!("pseudonym “{}”", person.pseudonym),
        ),
    };
}

fn vec2(width: f32) -> egui::Vec2 {
    egui::vec2(width, size::SMALL_CONTROL)
}

fn one_person(ui: &mut Ui, app: &App, open: &Open, person: &Person, actions: &mut Vec<Action>) {
    heading(ui, &person.name);
    let aliases = person.aliases.join("; ");
    let born = person
        .date_of_birth
        .map(dates::spoken_date)
        .unwrap_or_default();
    for (part, name, stored, hint) in [
        (PersonPart::Name, "Name", person.name.as_str(), ""),
        (
            PersonPart::Aliases,
            "Other forms in use, parted by ;",
            &aliases,
            "short names, maiden name, initials",
        ),
        (PersonPart::DateOfBirth, "Date of birth", &born, "not known"),
        (
            PersonPart::Pseudonym,
            "Pseudonym",
            &person.pseudonym,
            "chosen with the family where they wish",
        ),
        (PersonPart::Note, "Note", &person.note, ""),
    ] {
        let look = FieldLook {
            hint,
            read_only: open.read_only.is_some(),
            ..FieldLook::default()
        };
        let field = Field::Person(person.id, part);
        labelled_field(ui, name, app.state.typing(), field, stored, look, actions);
    }
    words(ui, Words::SmallStrong, "Role");
    let all = Role::ALL.map(|role| (role, role.words().to_owned()));
    if let Some(role) = choice(ui, "Role", &person.role, all) {
        actions.push(Action::People(PeopleAction::SetRole(person.id, role)));
    }
    ui.add_space(space::SMALL);
    if link(ui, &format!("Contacts with {}", person.name)).clicked() {
        actions.push(ContactsAction::ShowPerson(person.id).into());
    }
    ui.add_space(space::MEDIUM);
    if small(ui, open.read_only.is_none(), "Remove from the register").clicked() {
        actions.push(Action::People(PeopleAction::RemovePerson(person.id)));
    }
}

fn agencies(ui: &mut Ui, app: &App, open: &Open, actions: &mut Vec<Action>) {
    heading(ui, "Agencies");
    let review = &open.review;
    Grid::new("agencies")
        .num_columns(4)
        .spacing([16.0, 6.0])
        .show(ui, |ui| {
            for head in ["Name", "Sector", "Return due", ""] {
                label(ui, Words::SmallStrong, head);
            }
            ui.end_row();
            for agency in &review.agencies {
                ui.push_id(agency.id.0, |ui| {
                    let look = |width, hint| FieldLook {
                        hint,
                        width: Some(width),
                        read_only: open.read_only.is_some(),
                        ..FieldLook::default()
                    };
                    let name = Field::Agency(agency.id, AgencyPart::Name);
                    field(
                        ui,
                        "Name of the agency",
                        app.state.typing(),
                        name,
                        &agency.name,
                        look(size::SEARCH, ""),
                        actions,
                    );
                });
                ui.push_id(("sector", agency.id.0), |ui| {
                    let none = std::iter::once((String::new(), "No sector".to_owned()));
                    let all = review.template.sectors.iter();
                    let all = all.map(|sector| (sector.key.clone(), sector.name.clone()));
                    if let Some(sector) = choice(ui, "Sector", &agency.sector, none.chain(all)) {
                        actions.push(Action::People(PeopleAction::SetSector(agency.id, sector)));
                    }
                });
                let look = FieldLook {
                    hint: "no date agreed",
                    width: Some(size::AGENCY_COLUMN),
                    read_only: open.read_only.is_some(),
                    ..FieldLook::default()
                };
                let due = agency.due.map(dates::spoken_date).unwrap_or_default();
                let due_field = Field::Agency(agency.id, AgencyPart::Due);
                field(
                    ui,
                    "Return due",
                    app.state.typing(),
                    due_field,
                    &due,
                    look,
                    actions,
                );
                ui.push_id(("links", agency.id.0), |ui| {
                    ui.horizontal(|ui| {
                        if link(ui, "Show entries").clicked() {
                            actions.push(Action::Overview(OverviewAction::ShowAgency(agency.id)));
                        }
                        if link(ui, "Remove").clicked() {
                            actions.push(Action::People(PeopleAction::RemoveAgency(agency.id)));
                        }
                    });
                });
                ui.end_row();
            }
        });
    ui.add_space(space::SMALL);
    if secondary(ui, open.read_only.is_none(), "Add an agency").clicked() {
        actions.push(Action::People(PeopleAction::AddAgency));
    }
}
