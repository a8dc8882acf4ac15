use lantern::drafting::Sought;
use lantern::model::SectionId;
use proptest::prelude::*;

use super::case::section;

fn sought(words: &str, flags: &str) -> Sought {
    Sought {
        words: words.to_owned(),
        capitals: flags.contains('c'),
        whole_words: flags.contains('w'),
    }
}

#[test]
fn words_are_found_as_a_chair_means_them() {
    let cases: [(&str, &str, &str, &[&str]); 13] = [
        ("", "", "anything", &[]),
        ("  ", "", "a  b", &[]),
        (
            "partner",
            "",
            "Partner, partners, ex-partner",
            &["Partner", "partner", "partner"],
        ),
        ("partner", "c", "Partner, partners", &["partner"]),
        (
            "partner",
            "w",
            "Partner, partners, ex-partner",
            &["Partner", "partner"],
        ),
        ("mother's", "", "her mother’s house", &["mother’s"]),
        ("“no”", "w", "She said \"no\".", &["\"no\""]),
        (
            "risk assessment",
            "",
            "risk  assessment, risk\nassessment",
            &["risk  assessment"],
        ),
        ("(2016)", "w", "Act (2016).", &["(2016)"]),
        ("a.c", "", "abc a.c", &["a.c"]),
        (
            "police",
            "",
            "[entry 4: Police, 2019] told police[note: Police]",
            &["police", "Police"],
        ),
        ("straße", "", "Straße", &["Straße"]),
        ("entry", "", "[entry 4] entry", &["entry"]),
    ];
    for (words, flags, text, expected) in cases {
        let places = sought(words, flags).places(text);
        let found: Vec<&str> = places.into_iter().map(|place| &text[place]).collect();
        assert_eq!(found, expected, "{words:?} ({flags}) in {text:?}");
    }
}

#[test]
fn places_of_all_sections_are_in_the_order_of_the_draft() {
    let sections = [
        section(4, "one", "he, He", &[]),
        section(2, "two", "the", &[]),
    ];
    let found: Vec<(SectionId, usize)> = sought("he", "")
        .places_in(&sections)
        .into_iter()
        .map(|place| (place.section, place.range.start))
        .collect();
    assert_eq!(
        found,
        [(SectionId(4), 0), (SectionId(4), 4), (SectionId(2), 1)]
    );
}

#[test]
fn what_is_put_in_is_taken_as_it_is() {
    let (text, count) =
        sought("Ms O", "").replaced("Ms O rang. ms o left. [entry 1: Ms O]", "$1 \\n Anna");
    assert_eq!(text, "$1 \\n Anna rang. $1 \\n Anna left. [entry 1: Ms O]");
    assert_eq!(count, 2);
}

proptest! {
    #[test]
    fn replacing_and_replacing_back_changes_nothing(text in "([a-c]{1,3}| |\n|\\[entry 1: a\\]){0,40}") {
        let there = sought("a", "c");
        let (replaced, count) = there.replaced(&text, "§");
        prop_assert!(there.places(&replaced).is_empty());
        let (back, again) = sought("§", "c").replaced(&replaced, "a");
        prop_assert_eq!(back, text);
        prop_assert_eq!(again, count);
    }
}
