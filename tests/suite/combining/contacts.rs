//! Contacts by the panel’s rule, beside other reviews’ averages.

use lantern::chronology::{PeopleIndex, comparisons, contact_list, contacts};
use lantern::model::{
    Disclosure, Enquiry, Entry, EntryId, Event, EventId, ImportId, PersonId, Review, Role,
};

use super::{entry, review};

#[test]
fn contacts_follow_the_panels_rule_and_stand_by_year() {
    let mut entries: Vec<Entry> = vec![
        entry(1, 2, "2018-12-30", "Seen."),
        entry(2, 2, "2019-01-02", "Seen again."),
        entry(3, 2, "2019-05-01", "Amina Yusuf rang."),
        entry(4, 2, "2018-12-01/2019-02-01", "Seen."),
        entry(5, 1, "2019-01-02", "Seen."),
        entry(6, 2, "2019-06-01", "Seen."),
    ];
    for at in [0, 1, 3, 4, 5] {
        entries[at].seen = "Amina Yusuf".to_owned();
    }
    entries[0].enquiry = Enquiry::NotAsked;
    entries[1].enquiry = Enquiry::Asked;
    entries[1].disclosure = Disclosure::Disclosed;
    entries[5].withdrawn = Some(ImportId(1));
    let mut review = review(entries);
    review.events = vec![Event {
        id: EventId(1),
        name: String::new(),
        entries: vec![EntryId(1), EntryId(2), EntryId(5)],
    }];
    // Named in the text, event once → contacts, events, asked, not asked with the GP; contacts by year with all.
    let cases = [
        (true, false, [4, 3, 1, 1], "2018: 1, 2019: 3, none: 1"),
        (false, false, [3, 2, 1, 1], "2018: 1, 2019: 2, none: 1"),
        (true, true, [3, 3, 1, 0], "2018: 1, 2019: 2, none: 1"),
    ];
    for (named_in_text, event_once, gp, years) in cases {
        review.details.contacts.named_in_text = named_in_text;
        review.details.contacts.event_once = event_once;
        let counted = contacts(&review, &PeopleIndex::of(&review));
        let of_victim = &counted[0];
        let cell = of_victim
            .sectors
            .iter()
            .find(|cell| cell.sector == "gp")
            .expect("the GP");
        let found = [cell.contacts, cell.events, cell.asked, cell.not_asked];
        assert_eq!(found, gp, "{named_in_text} {event_once}");
        assert_eq!(cell.disclosed, 1);
        let listed = contact_list(&review, &PeopleIndex::of(&review), of_victim.person);
        let of_gp = listed.contacts.iter().filter(|one| one.sector == "gp");
        assert_eq!(u32::try_from(of_gp.count()).ok(), Some(cell.contacts));
        let told: Vec<String> = of_victim
            .years
            .iter()
            .map(|year| {
                let name = year.year.map_or("none".to_owned(), |year| year.to_string());
                let count: u32 = year.sectors.iter().map(|cell| cell.contacts).sum();
                format!("{name}: {count}")
            })
            .collect();
        assert_eq!(told.join(", "), years, "{named_in_text} {event_once}");
    }
}

#[test]
fn other_reviews_averages_stand_beside_ones_own() {
    let mut entries: Vec<Entry> = [2, 2, 4, 3, 1]
        .into_iter()
        .zip(1..)
        .map(|(agency, id)| entry(id, agency, "2019-01-01", ""))
        .collect();
    for one in &mut entries {
        one.people = vec![PersonId(1)];
    }
    entries[4].people = vec![PersonId(2)];
    let mut review = review(entries);
    let rows = |review: &Review| comparisons(review, &contacts(review, &PeopleIndex::of(review)));
    let told = |review: &Review| -> Vec<(String, f64, Option<f64>, u32)> {
        let all = rows(review);
        assert_eq!(all.len(), 1);
        assert!(!all[0].source.is_empty());
        let groups = all[0].groups.iter();
        groups
            .map(|group| (group.name.clone(), group.average, group.here, group.victims))
            .collect()
    };
    assert_eq!(
        told(&review),
        [
            ("Health".to_owned(), 32.6, Some(3.0), 1),
            ("Social care".to_owned(), 23.6, Some(0.0), 1),
            ("Housing".to_owned(), 8.4, Some(1.0), 1),
        ]
    );
    review.people[1].role = Role::Victim;
    assert_eq!(told(&review)[0], ("Health".to_owned(), 32.6, Some(1.5), 2));
    review.people.clear();
    assert_eq!(told(&review)[0], ("Health".to_owned(), 32.6, None, 0));
}
