//! Everything that is known of one person, and what stands in the place of their name.

use egui::Ui;

use super::identifiers;
use crate::app::{Action, App, ContactsAction, Field, Open, PeopleAction, PersonPart};
use crate::dates;
use crate::identities::{IdentityOf, WarningKind};
use crate::model::{IdentifierOf, Person, Role, Sex};
use crate::ui::tokens::space;
use crate::ui::widgets::{FieldLook, Words, choice, heading, labelled_field, link, small, words};

pub(super) fn show(
    ui: &mut Ui,
    app: &App,
    open: &Open,
    person: &Person,
    form: &mut identifiers::Form,
    actions: &mut Vec<Action>,
) {
    heading(ui, &person.name);
    if open.is_disguised() {
        disguised(ui, person);
        return;
    }
    if link(ui, &format!("Contacts with {}", person.name)).clicked() {
        actions.push(ContactsAction::ShowPerson(person.id).into());
    }
    let mut each = |ui: &mut Ui, parts: &[(PersonPart, &str, &str, &str)]| {
        for (part, name, stored, hint) in parts {
            let look = FieldLook {
                hint,
                rows: if *part == PersonPart::Aliases { 3 } else { 1 },
                read_only: open.read_only.is_some(),
                ..FieldLook::default()
            };
            let field = Field::Person(person.id, *part);
            labelled_field(ui, name, app.state.typing(), field, stored, look, actions);
        }
    };
    let aliases = person.aliases.join("\n");
    let forms = "short names, maiden name, misspellings";
    let chosen = "with the family where they wish";
    each(
        ui,
        &[
            (PersonPart::Name, "Name", &person.name, ""),
            (
                PersonPart::Aliases,
                "Other forms in use, one a line",
                &aliases,
                forms,
            ),
            (
                PersonPart::Pseudonym,
                "Pseudonym",
                &person.pseudonym,
                chosen,
            ),
        ],
    );
    gives_away(ui, open, IdentityOf::Person(person.id));
    let spoken = |date: Option<chrono::NaiveDate>| date.map(dates::spoken_date).unwrap_or_default();
    let (born, died) = (spoken(person.date_of_birth), spoken(person.date_of_death));
    each(
        ui,
        &[
            (
                PersonPart::ChosenBy,
                "Who chose the pseudonym",
                &person.chosen_by,
                "her mother, the panel …",
            ),
            (PersonPart::DateOfBirth, "Date of birth", &born, "not known"),
            (
                PersonPart::DateOfDeath,
                "Date of death",
                &died,
                "none, or not known",
            ),
        ],
    );
    choices(ui, open, person, actions);
    ui.add_space(space::SMALL);
    let of = IdentifierOf::Person(person.id);
    identifiers::show(ui, app, open, of, form, actions);
    ui.add_space(space::SMALL);
    let look = FieldLook {
        read_only: open.read_only.is_some(),
        ..FieldLook::default()
    };
    let note = Field::Person(person.id, PersonPart::Note);
    labelled_field(
        ui,
        "Note",
        app.state.typing(),
        note,
        &person.note,
        look,
        actions,
    );
    ui.add_space(space::MEDIUM);
    if small(ui, open.read_only.is_none(), "Remove from the register").clicked() {
        actions.push(PeopleAction::RemovePerson(person.id).into());
    }
}

fn choices(ui: &mut Ui, open: &Open, person: &Person, actions: &mut Vec<Action>) {
    words(ui, Words::SmallStrong, "Role");
    let all = Role::ALL.map(|role| (role, role.words().to_owned()));
    if let Some(role) = choice(ui, "Role", &person.role, all) {
        actions.push(PeopleAction::SetRole(person.id, role).into());
    }
    words(ui, Words::SmallStrong, "Sex");
    let all = Sex::ALL.map(|sex| (sex, sex.words().to_owned()));
    if let Some(sex) = choice(ui, "Sex", &person.sex, all) {
        actions.push(PeopleAction::SetSex(person.id, sex).into());
    }
    words(ui, Words::SmallStrong, "Ethnicity");
    let groups = &open.review.template.publication.ethnicities;
    let mut all = vec![(String::new(), Sex::NotRecorded.words().to_owned())];
    all.extend(groups.iter().map(|group| (group.clone(), group.clone())));
    let is_known = all.iter().any(|(group, _)| *group == person.ethnicity);
    if !is_known {
        all.push((person.ethnicity.clone(), person.ethnicity.clone()));
    }
    if let Some(group) = choice(ui, "Ethnicity", &person.ethnicity, all) {
        actions.push(PeopleAction::SetEthnicity(person.id, group).into());
    }
}

/// What warns about the pseudonym, or the words for a place.
pub(super) fn gives_away(ui: &mut Ui, open: &Open, of: IdentityOf) {
    let Some(found) = open.people.found.found() else {
        return;
    };
    let warnings = found.warnings_of(of);
    for warning in warnings.filter(|warning| warning.kind != WarningKind::NotChosen) {
        words(ui, Words::Doubt, &warning.words);
    }
}

fn disguised(ui: &mut Ui, person: &Person) {
    words(ui, Words::Secondary, person.role.words());
    if person.sex != Sex::NotRecorded {
        words(ui, Words::Secondary, person.sex.words());
    }
    if !person.ethnicity.is_empty() {
        words(ui, Words::Secondary, &person.ethnicity);
    }
    ui.add_space(space::SMALL);
    let text = "The real name, its other forms, dates of birth and death, numbers and notes are not shown in the pseudonymised view.";
    words(ui, Words::Small, text);
}
