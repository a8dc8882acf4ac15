//! Who is named where, and contacts.

use std::sync::Arc;

use lantern::chronology::{How, PeopleIndex, contacts};
use lantern::model::{AgencyId, Disclosure, Enquiry, Entry, PersonId, Review, Role};

use super::{day, entry, person, review, when};

#[test]
fn people_are_found_by_hand_seen_and_in_the_text() {
    let mut entries = vec![
        entry(1, 1, "2019-01-01"),
        entry(2, 1, "2019-01-02"),
        entry(3, 1, "2019-01-03"),
    ];
    entries[0].seen = "AMINA YUSUF and child".to_owned();
    entries[0].text = "Amina Yusuf said that Kofi's car was outside.".to_owned();
    entries[1].text = "Kofi and Sam seen in the street.".to_owned();
    entries[1].people = vec![PersonId(1)];
    entries[2].comment = "Kofi Danso was not asked.".to_owned();
    entries[2].recorder = "Amina Yusuf".to_owned();
    let mut review = review(entries);
    review.people = vec![
        person(1, "Amina Yusuf", Role::Victim, &[]),
        person(2, "Kofi Danso", Role::Perpetrator, &["Kofi"]),
        person(3, "Samuel Danso", Role::Child, &["Sam"]),
        person(4, "Samira Yusuf", Role::Family, &["Sam"]),
    ];
    let people = PeopleIndex::of(&review);
    let found = |index: usize| -> Vec<(i64, How, bool, bool)> {
        let named = people.in_entry(index).iter();
        named
            .map(|one| (one.person.0, one.how, one.uncertain, one.comment_only))
            .collect()
    };
    assert_eq!(
        found(0),
        [(1, How::Seen, false, false), (2, How::InText, false, false)]
    );
    assert_eq!(
        found(1),
        [
            (1, How::ByHand, false, false),
            (2, How::InText, false, false),
            (3, How::InText, true, false),
            (4, How::InText, true, false),
        ]
    );
    assert_eq!(found(2), [(2, How::InText, false, true)]);
    assert_eq!(found(3), []);
}

#[test]
fn an_index_made_after_an_edit_is_the_same_as_a_new_one() {
    // More entries than one thread takes; every third names her.
    let mut entries: Vec<Entry> = (1..=7000).map(|id| entry(id, 1, "2019-01-01")).collect();
    for named in entries.iter_mut().step_by(3) {
        named.text = "Amina Yusuf rang.".to_owned();
    }
    let mut review = review(entries);
    review.people = vec![person(1, "Amina Yusuf", Role::Victim, &[])];
    let before = PeopleIndex::of(&review);
    let named = |index: &PeopleIndex, review: &Review| -> Vec<usize> {
        let all = 0..review.entries.len();
        all.filter(|at| !index.in_entry(*at).is_empty()).collect()
    };
    assert_eq!(
        named(&before, &review),
        (0..7000).step_by(3).collect::<Vec<usize>>()
    );

    let mut changed = entry(5, 1, "2019-01-01");
    changed.seen = "Amina Yusuf".to_owned();
    let all = Arc::make_mut(&mut review.entries);
    all[4] = Arc::new(changed);
    all.remove(0);
    let after = before.refreshed(&review);
    assert_eq!(
        named(&after, &review),
        named(&PeopleIndex::of(&review), &review)
    );
    assert_eq!(after.in_entry(3)[0].how, How::Seen);

    review.people.push(person(2, "Rang", Role::Other, &[]));
    assert_eq!(
        after.refreshed(&review).in_entry(2).len(),
        2,
        "a new name is looked for everywhere"
    );
}

#[test]
fn contacts_are_counted_by_the_documented_rule() {
    let mut entries: Vec<Entry> = (1..=7).map(|id| entry(id, 2, "2019-01-01")).collect();
    entries[0].seen = "Amina Yusuf".to_owned();
    entries[0].enquiry = Enquiry::Asked;
    entries[0].disclosure = Disclosure::Disclosed;
    // Somebody else was seen: naming her in the text is no contact with her.
    entries[1].seen = "Kofi Danso".to_owned();
    entries[1].text = "Amina Yusuf did not come.".to_owned();
    entries[2].text = "Amina Yusuf attended.".to_owned();
    entries[2].enquiry = Enquiry::NotAsked;
    entries[3].people = vec![PersonId(1)];
    entries[3].agency = AgencyId(1);
    entries[4].comment = "Amina Yusuf should have been asked.".to_owned();
    entries[5].seen = "Amina Yusuf".to_owned();
    entries[5].when = when("2003-01-01");
    entries[6].seen = "amina".to_owned();
    entries[6].enquiry = Enquiry::NotPossible;
    let mut review = review(entries);
    review.details.scope_from = Some(day("2015-01-01"));
    review.people = vec![
        person(1, "Amina Yusuf", Role::Victim, &["Amina"]),
        person(2, "Kofi Danso", Role::Perpetrator, &[]),
        person(3, "Nobody Yet", Role::Other, &[]),
    ];
    let counted = contacts(&review, &PeopleIndex::of(&review));
    let of = |row: usize| -> Vec<(&str, [u32; 7])> {
        counted[row]
            .sectors
            .iter()
            .map(|one| {
                let asking = [one.asked, one.not_asked, one.not_possible, one.not_recorded];
                assert_eq!(one.contacts, asking.iter().sum::<u32>());
                (
                    one.sector.as_str(),
                    [
                        one.contacts,
                        asking[0],
                        asking[1],
                        asking[2],
                        asking[3],
                        one.disclosed,
                        one.uncertain,
                    ],
                )
            })
            .collect()
    };
    assert_eq!(
        of(0),
        [
            ("police", [1, 0, 0, 0, 1, 0, 0]),
            ("gp", [3, 1, 1, 1, 0, 1, 1])
        ]
    );
    assert_eq!(counted[0].outside_period, 1);
    assert_eq!(counted[0].total().contacts, 4);
    assert_eq!(of(1), [("gp", [1, 0, 0, 0, 1, 0, 0])]);
    assert_eq!(of(2), []);
}
