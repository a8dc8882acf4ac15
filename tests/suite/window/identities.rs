//! The register of identities, what is to settle, what changes; and the window with pseudonyms.

mod settling;
mod view;

use egui_kittest::kittest::Queryable;
use lantern::app::{
    Action, Field, FieldAction, PeopleAction, PeoplePart, PersonPart, PlacePart, Room,
};
use lantern::model::{
    Identifier, IdentifierKind, IdentifierOf, Independence, Person, Place, PlaceId, PlaceKind, Sex,
};

use super::hands::{Hands, with_sample};

fn in_part(part: PeoplePart) -> Hands {
    let mut hands = with_sample();
    show(&mut hands, part);
    hands
}

pub fn show(hands: &mut Hands, part: PeoplePart) {
    hands.go(Room::PeopleAndAgencies);
    hands.act(PeopleAction::ShowPart(part).into());
    hands.wait();
}

/// A register in which something is to settle: a word that may be a name, a slip of the pen, a pseudonym that is a real name, nobody’s
/// pseudonym, and places.
pub fn with_questions(hands: &mut Hands) {
    let section = hands.review().sections[0].id;
    let text =
        "Rose bushes stood at the gate. Varkony rang the surgery twice, and Ruhan Hartnol once.";
    fill(hands, Field::Section(section), text);
    let added = [("Rose Penhallow", "Catarina"), ("Zsófia Varkonyi", "")];
    for (name, pseudonym) in added {
        hands.act(PeopleAction::AddPerson.into());
        let id = person(hands, "New person").id;
        fill(hands, Field::Person(id, PersonPart::Name), name);
        fill(hands, Field::Person(id, PersonPart::Pseudonym), pseudonym);
        let phone = (IdentifierOf::Person(id), IdentifierKind::Phone);
        let number = format!("07700 9001{:02}", id.0);
        hands.act(PeopleAction::AddIdentifier(phone.0, phone.1, number).into());
    }
    let places = [
        (
            PlaceKind::School,
            "Penmarrow Primary School",
            "a primary school",
        ),
        (PlaceKind::Employer, "Trevose Laundry", ""),
    ];
    for (kind, name, written) in places {
        hands.act(PeopleAction::AddPlace(kind).into());
        let id = places_named(hands, "New place");
        fill(hands, Field::Place(id, PlacePart::Name), name);
        fill(hands, Field::Place(id, PlacePart::Written), written);
    }
}

fn places_named(hands: &Hands, name: &str) -> PlaceId {
    let found = places(hands).into_iter().find(|place| place.name == name);
    found.expect("a place").id
}

/// Types a text into a field and leaves it.
fn fill(hands: &mut Hands, field: Field, text: &str) {
    hands.act(Action::Field(FieldAction::Type(field, text.to_owned())));
    hands.act(Action::Field(FieldAction::Leave(field)));
    hands.wait();
}

/// Opens the last menu with this name, wherever its pane is scrolled to, and chooses from it.
fn choose(hands: &mut Hands, menu: &str, choice: &str) {
    let all = hands.harness().get_all_by_label(menu);
    all.last().expect("a menu").scroll_to_me();
    hands.settle();
    hands.press_last(menu);
    hands.press_last(choice);
}

fn person(hands: &Hands, name: &str) -> Person {
    let people = hands.review().people;
    let found = people.into_iter().find(|one| one.name == name);
    found.unwrap_or_else(|| panic!("nobody is called {name}"))
}

fn places(hands: &Hands) -> Vec<Place> {
    hands.review().publishing.places
}

fn numbers(hands: &Hands) -> Vec<(IdentifierKind, String)> {
    let all = hands.review().publishing.identifiers.into_iter();
    all.map(|Identifier { kind, text, .. }| (kind, text))
        .collect()
}

#[test]
fn what_is_known_of_a_person_is_written_down() {
    let mut hands = in_part(PeoplePart::People);
    let known = numbers(&hands).len();
    hands.press("Priti Lamsal");
    hands.write("Other forms in use, one a line", "Priti\nPree");
    hands.write("Who chose the pseudonym", "she herself");
    hands.write("Date of birth", "3 June 1987");
    hands.write("Date of death", "spring 2021");
    hands.press_part("To settle");
    let priti = person(&hands, "Priti Lamsal");
    assert_eq!(priti.aliases, ["Priti", "Pree"]);
    assert_eq!(priti.chosen_by, "she herself");
    assert_eq!(priti.date_of_death, None, "a spring is no day");
    let died = Field::Person(priti.id, PersonPart::DateOfDeath);
    fill(&mut hands, died, "");
    choose(&mut hands, "Sex", "Female");
    let group = "Asian or Asian British: other";
    choose(&mut hands, "Ethnicity", group);
    let priti = person(&hands, "Priti Lamsal");
    assert_eq!((priti.sex, priti.ethnicity.as_str()), (Sex::Female, group));
    let born = priti.date_of_birth.map(|day| day.to_string());
    assert_eq!(born.as_deref(), Some("1987-06-03"));

    hands.write("New number", "07700 900123");
    choose(&mut hands, "Kind of the new number", "Telephone number");
    hands.scroll_to_and_press("Add the number");
    let telephone = (IdentifierKind::Phone, "07700 900123".to_owned());
    assert_eq!(numbers(&hands)[known..], [telephone]);
    choose(&mut hands, "Kind of 07700 900123", "Vehicle");
    assert_eq!(numbers(&hands)[known].0, IdentifierKind::Vehicle);
    hands.scroll_to_and_press("Remove Vehicle 07700 900123");
    assert_eq!(numbers(&hands).len(), known);
}

#[test]
fn a_place_has_a_kind_other_forms_and_words_that_are_written_instead() {
    let mut hands = in_part(PeoplePart::Places);
    let before = places(&hands).len();
    let kind = match before {
        0 => PlaceKind::Place,
        _ => PlaceKind::School,
    };
    hands.press("Add a place");
    if before > 0 {
        hands.press_last("School");
    }
    hands.write("Name", "Penmarrow Primary School");
    hands.write("Other forms in use, one a line", "Penmarrow\nPPS");
    hands.write("What is written instead", "a primary school");
    hands.press("Penmarrow Primary School");
    let added = |hands: &Hands| {
        let mut all = places(hands).into_iter();
        all.find(|place| place.name == "Penmarrow Primary School")
    };
    let place = added(&hands).expect("added");
    assert_eq!(place.kind, kind);
    assert_eq!(place.forms, ["Penmarrow", "PPS"]);
    assert!(hands.sees("written as “a primary school”"));
    choose(&mut hands, "Kind of place", "Employer");
    let written = Field::Place(place.id, PlacePart::Written);
    fill(&mut hands, written, "");
    assert!(
        hands.sees("written as “an employer”"),
        "the template’s words"
    );
    hands.scroll_to_and_press("Remove from the register");
    assert_eq!(added(&hands), None);
}

#[test]
fn what_changes_is_counted_narrowed_and_leads_to_where_it_stands() {
    let mut hands = in_part(PeoplePart::Changes);
    let all = lantern::identities::disguised(&hands.review()).replaced;
    assert!(hands.sees(&format!("What changes {}", all.len())));
    let priti = person(&hands, "Priti Lamsal").id;
    let of_priti = all
        .iter()
        .filter(|(_, replaced)| replaced.why == lantern::identities::Why::Person(priti));
    let of_priti = of_priti.count();
    assert!(of_priti > 0, "the sample speaks of her");
    hands.press("Whose changes are shown");
    hands.press_last(&format!("Priti Lamsal ({of_priti})"));
    let open = hands.app().state.open.as_ref().expect("open");
    assert_eq!(open.people.shown.len(), of_priti);
    let found = open.people.found.found().expect("found");
    let first = &found.changes[open.people.shown[0]];
    let at = first.at;
    let line = format!("“{}” became “{}”", first.was, first.became);
    hands.press_part(&line);
    let open = hands.app().state.open.as_ref().expect("open");
    assert_ne!(open.room, Room::PeopleAndAgencies, "{at:?}");
    if let lantern::identities::Spot::Entry(entry) = at.spot {
        assert_eq!(hands.current_entry(), entry);
    }
}

#[test]
fn a_member_is_asked_what_connects_them() {
    let mut hands = with_sample();
    hands.go(Room::Panel);
    hands.press_part("Members");
    let member = hands.review().members[0].clone();
    let (name, id) = (member.name, member.id);
    hands.press(&format!("Independence of {name}"));
    hands.press_last(Independence::Connected.words());
    hands.write(
        &format!("Connection of {name}"),
        "line manager of a nurse who visited",
    );
    hands.press_part("Members");
    let review = hands.review();
    let member = review.member(id).expect("there");
    assert_eq!(member.independence, Independence::Connected);
    assert_eq!(member.connection, "line manager of a nurse who visited");
}
