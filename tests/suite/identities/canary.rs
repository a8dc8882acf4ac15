//! Every form of everybody in every text of a review: none is left.

use std::sync::Arc;

use lantern::identities::{Disguise, Register, disguised};
use lantern::model::*;

use super::harbour::{day, review};
use super::planting::full_of;

/// Each form once, as the middle of a sentence.
fn planted(review: &Review) -> String {
    let register = Register::of(review);
    let forms = register
        .identities
        .iter()
        .flat_map(|identity| &identity.forms);
    forms
        .map(|form| format!("seen {} there. ", form.text))
        .collect()
}

/// A naive search that knows nothing of how forms are found: whole words, and capitals only where the word also means something else.
pub fn left_in(text: &str, review: &Review) -> Vec<String> {
    const ALSO_WORDS: [&str; 5] = ["rose", "may", "will", "gull", "rock"];
    let small = text.to_lowercase();
    let register = Register::of(review);
    let forms = register
        .identities
        .iter()
        .flat_map(|identity| &identity.forms);
    let found = forms.filter(|form| {
        let exact = ALSO_WORDS.contains(&form.text.to_lowercase().as_str()) || form.text.len() < 4;
        let (text, form) = match exact {
            true => (text, form.text.clone()),
            false => (small.as_str(), form.text.to_lowercase()),
        };
        text.match_indices(&form).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            let rest = &text[at + form.len()..];
            let alone = !before.is_some_and(char::is_alphanumeric)
                && !rest.chars().next().is_some_and(char::is_alphanumeric);
            // “May” is what becomes of a day in May.
            alone && form != "May"
        })
    });
    found.map(|form| form.text.clone()).collect()
}

#[test]
fn nothing_of_anybody_is_left_anywhere_in_the_read_model() {
    let review = review();
    let full = full_of(review.clone(), &planted(&review));
    assert!(!left_in(&format!("{full:?}"), &review).is_empty());
    let mut after = disguised(&full).review;
    // The template is made before any review; its own words would be mistaken for names.
    after.template = Arc::new(Template {
        sections: Vec::new(),
        weaknesses: Vec::new(),
        word_lists: Vec::new(),
        indicators: Vec::new(),
        rules: Vec::new(),
        ..(*after.template).clone()
    });
    let left = left_in(&format!("{after:#?}"), &review);
    assert!(left.is_empty(), "{left:?}");
    for day in ["2021-05-21", "1988-03-14", "2012-11-02"] {
        assert!(!format!("{after:?}").contains(day), "{day}");
    }
}

#[test]
fn what_was_disguised_is_left_as_it_is() {
    let review = review();
    let once = disguised(&full_of(review.clone(), &planted(&review))).review;
    let disguise = Disguise::of(&review);
    for text in [
        &once.sections[0].text,
        &once.entries[0].text,
        &once.details.title,
    ] {
        assert_eq!(&disguise.text(text).text, text);
    }
}

#[test]
fn entries_keep_their_order_though_their_days_are_gone() {
    let mut review = review();
    let entry = |id: i64, date: u32| {
        Arc::new(Entry {
            id: EntryId(id),
            when: When::on(day(2021, 5, date)),
            ..Entry::without_words(AgencyId(1))
        })
    };
    review.entries = Arc::new(vec![entry(1, 20), entry(2, 3), entry(3, 11)]);
    let after = disguised(&review).review;
    let order = |review: &Review| lantern::chronology::in_order(review);
    assert_eq!(order(&after), order(&review));
    assert!(
        after
            .entries
            .iter()
            .all(|entry| entry.when.wording == "May 2021")
    );
}

#[test]
fn who_has_no_pseudonym_is_told() {
    let unnamed = disguised(&review()).unnamed;
    assert_eq!(unnamed, [PersonId(6), PersonId(8)]);
}
