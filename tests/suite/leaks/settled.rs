use std::sync::Arc;

use chrono::NaiveDate;
use lantern::identities::Register;
use lantern::leaks::{LeakKind, Scanner, identities};
use lantern::model::{Allowed, AllowedId, Person, PersonId, Review, Ruling, RulingId};
use lantern::templates;
use proptest::prelude::*;

use super::corpus::SCANNER;

fn register(csv: &str) -> Register {
    identities("people.csv", csv.as_bytes()).expect("a register")
}

#[test]
fn what_was_settled_about_a_word_is_honoured() {
    let register = register("real\nRose Adeyemi\nMay Okonkwo\n");
    let ruling = |form: &str, before: &str, after: &str, person| Ruling {
        id: RulingId(1),
        form: form.to_owned(),
        before: before.to_owned(),
        after: after.to_owned(),
        person,
    };
    for (text, rulings, found) in [
        ("She met Rose at noon.", vec![], 1),
        (
            "She met Rose at noon.",
            vec![ruling("Rose", "met", "at", None)],
            0,
        ),
        ("Rose may come.", vec![], 0),
        (
            "Rose may come.",
            vec![ruling("Rose", "", "may", Some(PersonId(1)))],
            1,
        ),
        (
            "In May she left.",
            vec![ruling("May", "in", "she", Some(PersonId(2)))],
            1,
        ),
    ] {
        let scanner = Scanner::of(&register, &[]).with_rulings(&rulings);
        assert_eq!(scanner.scan(text).len(), found, "{text} {rulings:?}");
    }
}

#[test]
fn words_that_may_stand_cover_only_what_lies_within_them() {
    let register = register("real\nCatarina Hartnoll\n");
    let allowed = |words: &str| Allowed {
        id: AllowedId(1),
        words: words.to_owned(),
        why: String::new(),
    };
    for (text, may_stand, found) in [
        ("Hartnoll Ward", "Hartnoll Ward", 0),
        ("HARTNOLL\nWARD", "Hartnoll Ward", 0),
        ("Hartnoll of the ward", "Hartnoll Ward", 1),
        ("Catarina Hartnoll", "Catarina", 1),
        ("Call 020 7946 0018.", "02079460018", 0),
        ("Call 020 7946 0019.", "02079460018", 1),
    ] {
        let scanner = Scanner::of(&register, &[allowed(may_stand)]);
        assert_eq!(scanner.scan(text).len(), found, "{text}");
    }
}

#[test]
fn a_review_s_own_dates_and_initials_are_known() {
    let mut review = Review::empty(Arc::new(templates::built_in()[0].clone()));
    review.people = vec![Person {
        id: PersonId(1),
        name: "Dalia Osei".to_owned(),
        date_of_birth: NaiveDate::from_ymd_opt(1979, 8, 11),
        date_of_death: NaiveDate::from_ymd_opt(2020, 10, 6),
        ..Person::default()
    }];
    let scanner = Scanner::of(&Register::of(&review), &[]);
    for (text, kind) in [
        ("on 6 October 2020 at noon", Some(LeakKind::DateOfDeath)),
        ("11/08/1979", Some(LeakKind::DateOfBirth)),
        ("D.O. was seen", Some(LeakKind::Initials)),
        ("seen by D. O. at home", Some(LeakKind::Initials)),
        ("D.O.B. not known", None),
        ("they do not know; DO NOT KNOW", None),
        ("7 October 2020", None),
    ] {
        let kinds: Vec<LeakKind> = scanner.scan(text).iter().map(|leak| leak.kind).collect();
        assert_eq!(kinds, Vec::from_iter(kind), "{text}");
    }
}

proptest! {
    /// Whatever a text is, it is searched without a stop, and every leak stands where it says.
    #[test]
    fn any_text_is_searched(text in "(\\PC|[ \n\t.'-]|Catarina|Rose|14/03/1988|é|\u{ad}){0,60}") {
        let characters: Vec<char> = text.chars().collect();
        for leak in SCANNER.scan(&text) {
            let words: String = characters[leak.start..leak.end].iter().collect();
            prop_assert_eq!(words, leak.text);
        }
    }

    /// A name that stands by itself is found whatever stands around it.
    #[test]
    fn a_name_is_found_in_any_text(before in "\\PC{0,30}", after in "\\PC{0,30}") {
        let text = format!("{before} … Catarina Hartnoll … {after}");
        let at = before.chars().count() + 3;
        let found = SCANNER.scan(&text);
        prop_assert!(found.iter().any(|leak| leak.start <= at && at < leak.end), "{}", text);
    }
}
