//! The order of the entries, and its reasons.

use std::sync::Arc;

use lantern::chronology::{in_order, why_here};

use super::{dated, entry, review};

#[test]
fn entries_stand_in_order_of_earliest_then_latest_then_the_return() {
    let times = [
        "sometime",
        "2019-03-01/2019-03-31",
        "2019-03-01T21:10",
        "2019-03-01",
        "../2012-11-30",
        "2019-03-01T09:00",
        "2014-03-01/..",
        "2019-03-01",
        "2012-11-30",
    ];
    let review = dated(&times);
    let in_words: Vec<&str> = in_order(&review)
        .into_iter()
        .map(|index| times[index as usize])
        .collect();
    assert_eq!(
        in_words,
        [
            "../2012-11-30",
            "2012-11-30",
            "2014-03-01/..",
            "2019-03-01",
            "2019-03-01",
            "2019-03-01/2019-03-31",
            "2019-03-01T09:00",
            "2019-03-01T21:10",
            "sometime",
        ]
    );
}

#[test]
fn the_chairs_own_order_decides_within_one_time() {
    let mut entries = vec![
        entry(1, 1, "2019-03-01"),
        entry(2, 1, "2019-03-01"),
        entry(3, 2, "2019-03-01"),
    ];
    entries[2].position = -5;
    assert_eq!(in_order(&review(entries)), [2, 0, 1]);
}

#[test]
fn the_screen_says_why_an_entry_stands_where_it_does() {
    let mut review = dated(&[
        "../2012-11-30",
        "2015-06-02",
        "2019-03-01",
        "2019-03-01T21:10",
        "2019-03-01/2019-03-31",
        "in her late 70s",
        "",
    ]);
    let mut assumed = entry(8, 2, "2020-08-19");
    assumed.when.inferred = vec!["The year comes from the heading “2020” above.".to_owned()];
    Arc::make_mut(&mut review.entries).push(Arc::new(assumed));
    let order = in_order(&review);
    let shared = "it shares that day with 2 other entries. Within a day, entries without a time come first, then by time, \
                  by latest day, and then as in the return or as you placed them.";
    let cases = [
        "Stands here because its start is open and its latest day is 30 November 2012; no other entry has that day.".to_owned(),
        "Stands here because its earliest day is 2 June 2015; no other entry has that day.".to_owned(),
        format!("Stands here because its earliest day is 1 March 2019; {shared}"),
        format!("Stands here because its earliest day is 1 March 2019; {shared}"),
        format!("Stands here because its earliest time is 1 March 2019, 21:10; {shared}"),
        "Stands here because its earliest day is 19 August 2020; no other entry has that day. Part of its date was assumed: \
         The year comes from the heading “2020” above."
            .to_owned(),
        "Stands at the end because “in her late 70s” was not understood as a date, beside 1 other entry without one, as in the \
         return or as you placed them. Give it a date to place it."
            .to_owned(),
        "Stands at the end because the record gives no date, beside 1 other entry without one, as in the return or as you \
         placed them. Give it a date to place it."
            .to_owned(),
        String::new(),
    ];
    for (at, expected) in cases.iter().enumerate() {
        assert_eq!(why_here(&review, &order, at), *expected);
    }
}
