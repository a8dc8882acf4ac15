//! The register of identities, what is to settle, what changes; and the window with pseudonyms.

mod settling;
mod view;

use lantern::app::{Action, Field, FieldAction, PeopleAction, PeoplePart, Room};
use lantern::model::{Identifier, IdentifierKind, Independence, Person, Place, PlaceKind, Sex};

use super::hands::{Hands, with_sample};

fn in_part(part: PeoplePart) -> Hands {
    let mut hands = with_sample();
    show(&mut hands, part);
    hands
}

fn show(hands: &mut Hands, part: PeoplePart) {
    hands.go(Room::PeopleAndAgencies);
    hands.act(PeopleAction::ShowPart(part).into());
    hands.wait();
}

/// Types a text into a field and leaves it.
fn fill(hands: &mut Hands, field: Field, text: &str) {
    hands.act(Action::Field(FieldAction::Type(field, text.to_owned())));
    hands.act(Action::Field(FieldAction::Leave(field)));
    hands.wait();
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
    hands.press("Name");
    let priti = person(&hands, "Priti Lamsal");
    assert_eq!(priti.aliases, ["Priti", "Pree"]);
    assert_eq!(priti.chosen_by, "she herself");
    assert_eq!(priti.date_of_death, None, "a spring is no day");
    hands.write("Date of death", "");
    hands.press("Sex");
    hands.press_last("Female");
    hands.press("Ethnicity");
    let group = "Asian or Asian British: other";
    hands.press_last(group);
    let priti = person(&hands, "Priti Lamsal");
    assert_eq!((priti.sex, priti.ethnicity.as_str()), (Sex::Female, group));
    assert_eq!(
        priti.date_of_birth.map(|day| day.to_string()).as_deref(),
        Some("1987-06-03")
    );

    hands.write("New number", "07700 900123");
    hands.press("Kind of the new number");
    hands.press_last("Telephone number");
    hands.scroll_to_and_press("Add the number");
    let telephone = (IdentifierKind::Phone, "07700 900123".to_owned());
    assert_eq!(numbers(&hands)[known..], [telephone]);
    hands.press("Kind of 07700 900123");
    hands.press_last("Vehicle");
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
    hands.press("Kind of place");
    hands.press_last("Employer");
    hands.write("What is written instead", "");
    hands.press("Penmarrow Primary School");
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
    hands.press_part("“ became “Meena”".trim_start_matches('“').trim());
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
