//! Contacts by sector and year, what counts as one, and other reviews’ numbers.

use lantern::app::{Action, AnalysisAction, AnalysisPart, Room, Screen};
use lantern::chronology::{PeopleIndex, PersonContacts, contacts};
use lantern::model::{ContactRule, EntryId};

use super::hands::{Hands, with_sample};

fn looked_at() -> Hands {
    let mut hands = with_sample();
    hands.go(Room::Analysis);
    hands.act(Action::Analysis(AnalysisAction::Show(
        AnalysisPart::Contacts,
    )));
    hands.wait();
    hands
}

fn opened(hands: &Hands) -> Vec<EntryId> {
    let open = hands.app().state.open.as_ref().expect("open");
    let opened = open.analysis.opened.as_ref().expect("records beside");
    opened.entries.clone()
}

/// Of the first of the register, the victim.
fn of_victim(hands: &Hands) -> PersonContacts {
    let review = hands.review();
    contacts(&review, &PeopleIndex::of(&review)).remove(0)
}

#[test]
fn every_figure_opens_as_many_records_as_it_says() {
    let mut hands = looked_at();
    let counted = of_victim(&hands);
    let total = counted.total();
    for (what, count) in [
        ("contacts", total.contacts),
        ("asked", total.asked),
        ("not asked", total.not_asked),
        ("not recorded", total.not_recorded),
        ("disclosed", total.disclosed),
    ] {
        assert!(count > 0, "{what}");
        hands.scroll_to_and_press(&format!("All sectors, {what}: {count}"));
        assert_eq!(opened(&hands).len(), count as usize, "{what}");
    }
    let sector = &counted.sectors[0];
    let review = hands.review();
    let name = review
        .template
        .sectors
        .iter()
        .find(|one| one.key == sector.sector);
    let name = &name.expect("a sector").name;
    hands.scroll_to_and_press(&format!("{name}, contacts: {}", sector.contacts));
    assert_eq!(opened(&hands).len(), sector.contacts as usize);
    let year = counted.years.last().expect("a year");
    let sum: u32 = year.sectors.iter().map(|cell| cell.contacts).sum();
    let words = year
        .year
        .map_or("no single year".to_owned(), |year| year.to_string());
    hands.scroll_to_and_press(&format!("All sectors, {words}: {sum}"));
    assert_eq!(opened(&hands).len(), sum as usize);
}

#[test]
fn what_counts_as_a_contact_is_changed_by_one_edit_and_taken_back_by_one_undo() {
    let mut hands = looked_at();
    let before = of_victim(&hands).total().contacts;
    hands.scroll_to_and_press(
        "Being named in a record is enough where it does not say who was seen",
    );
    hands.wait();
    let rule = ContactRule {
        named_in_text: false,
        event_once: false,
    };
    assert_eq!(hands.review().details.contacts, rule);
    assert!(hands.sees_part("A record now counts only where it says that the person was seen."));
    let after = of_victim(&hands).total().contacts;
    assert!(after < before, "{after} of {before}");
    assert!(hands.sees(&format!("All sectors, contacts: {after}")));
    hands.press("Undo");
    hands.wait();
    assert_eq!(hands.review().details.contacts, ContactRule::default());
    assert!(hands.sees(&format!("All sectors, contacts: {before}")));

    hands.scroll_to_and_press("Several records of one agency of one event are one contact");
    hands.wait();
    assert!(hands.review().details.contacts.event_once);
}

#[test]
fn other_reviews_stand_beside_this_one_and_this_ones_number_opens() {
    let mut hands = looked_at();
    for shown in ["Health", "Social care", "Housing"] {
        assert!(hands.sees(shown), "{shown}");
    }
    assert!(hands.sees("32.6") && hands.sees_part("In Search of Excellence"));
    let counted = of_victim(&hands);
    let housing = counted.sectors.iter().find(|cell| cell.sector == "housing");
    let housing = housing.expect("a contact").contacts;
    hands.scroll_to_and_press(&format!("Housing, this review: {housing}.0"));
    assert_eq!(opened(&hands).len(), housing as usize);
}

#[test]
fn the_register_leads_to_a_persons_contacts() {
    let mut hands = with_sample();
    hands.go(Room::PeopleAndAgencies);
    let person = hands.review().people[1].clone();
    hands.press(&person.name);
    hands.press(&format!("Contacts with {}", person.name));
    hands.wait();
    assert_eq!(hands.app().state.screen(), Screen::Room(Room::Analysis));
    let open = hands.app().state.open.as_ref().expect("open");
    assert_eq!(open.analysis.part, AnalysisPart::Contacts);
    assert_eq!(open.analysis.contacts.person, Some(person.id));
}
