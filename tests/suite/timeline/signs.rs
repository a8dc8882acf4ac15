//! Flags and signs of danger beside an entry’s time.

use lantern::chronology::{PeopleIndex, Signs, lanes};
use lantern::model::{Entry, EntryId, Indicator, Review};

use super::{joined, with_signs, year};
use crate::chronology::{dated, entry, review};

#[test]
fn flags_are_counted_by_mark() {
    let review = dated(&["2019-03-01", "2019-03-02", "2019-08-01"]);
    let signs = Signs::known(&review, vec![vec![0, 3], vec![], vec![3]], &[]);
    let laid = lanes(&with_signs(&review, &signs), year(2019), 730.0);
    let flags: Vec<u32> = laid.lanes[0]
        .marks
        .iter()
        .map(|mark| mark.flagged)
        .collect();
    assert_eq!(flags, [1, 1]);
    assert_eq!(signs.indicators(0), [0, 3]);
    assert!(signs.indicators(9).is_empty());
}

#[test]
fn a_sign_of_danger_is_what_a_record_says_and_not_what_it_denies() {
    let mut template = (*crate::chronology::template()).clone();
    template.indicators = vec![Indicator {
        key: "strangulation".to_owned(),
        name: "Strangulation".to_owned(),
        source: "Guidance".to_owned(),
        words: vec!["strangl*".to_owned()],
    }];
    let told = |id: i64, text: &str| Entry {
        text: text.to_owned(),
        ..entry(id, 1, "2019-03-01")
    };
    let review = Review {
        template: template.into(),
        ..review(vec![
            told(1, "He strangled her."),
            told(2, "She denies being strangled."),
            told(3, "Card left at the door."),
        ])
    };
    let signs = Signs::of(&review, &PeopleIndex::of(&review));
    let found: Vec<&[u16]> = (0..3).map(|entry| signs.indicators(entry)).collect();
    assert_eq!(found, [&[0][..], &[], &[]]);
}

#[test]
fn signs_made_after_an_edit_are_the_same_as_new_ones() {
    let before = joined(
        vec![
            entry(1, 1, "2019-03-01"),
            entry(2, 2, "2019-03-01"),
            entry(3, 3, "2019-03-02"),
        ],
        &[&[1, 2]],
    );
    let people = PeopleIndex::of(&before);
    let known = Signs::of(&before, &people);
    let mut after = before.clone();
    std::sync::Arc::make_mut(&mut after.entries).remove(0);
    after.events[0].entries = vec![EntryId(2), EntryId(3)];
    let refreshed = known.refreshed(&after, &people);
    let anew = Signs::of(&after, &people);
    for index in 0..3 {
        assert_eq!(refreshed.event_of(index), anew.event_of(index));
        assert_eq!(refreshed.indicators(index), anew.indicators(index));
    }
    assert_eq!(refreshed.event_of(0), 0);
}
