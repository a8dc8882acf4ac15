use lantern::chronology::{Claims, in_order};
use lantern::drafting::{Target, asked, offers};

use super::case::review;

#[test]
fn an_at_sign_at_a_words_beginning_asks() {
    let cases = [
        ("@", Some("")),
        ("told @police apr", Some("police apr")),
        ("(@4.2", Some("4.2")),
        ("one\n@two", Some("two")),
        ("office@police.example", None),
        ("@ home", None),
        ("@one\ntwo", None),
        ("@police [entry 4: Police]", None),
        (
            "@a very long stretch of words that nobody would type to cite a thing",
            None,
        ),
        ("none", None),
    ];
    for (text, expected) in cases {
        let found = asked(text, text.len());
        assert_eq!(
            found.as_ref().map(|asked| asked.words.as_str()),
            expected,
            "{text:?}"
        );
        if let Some(asked) = found {
            assert_eq!(text[asked.range].strip_prefix('@'), expected);
        }
    }
}

#[test]
fn what_answers_is_found_by_any_of_its_words() {
    let review = review();
    let claims = Claims::of(&review);
    let order = in_order(&review);
    let cases: [(&str, &[&str]); 14] = [
        ("kechi", &["person 1"]),
        ("denise", &["person 1"]),
        ("perp", &["person 2"]),
        ("police april", &["entry 1"]),
        ("12 apr", &["entry 1"]),
        ("neighbour", &["entry 1"]),
        ("eighbour", &[]),
        ("finding", &["finding 7"]),
        ("death", &["date 1"]),
        ("1.2", &["paragraph 13"]),
        ("ask", &["paragraph 12", "recommendation 4"]),
        ("neighbour rec", &[]),
        ("obtained", &["finding 7"]),
        // Withdrawn records are not offered.
        ("entry", &["entry 1", "entry 2"]),
    ];
    for (words, expected) in cases {
        let found = offers(&review, &claims, &order, words, 9);
        let handles: Vec<String> = found.iter().map(|offer| offer.target.handle()).collect();
        assert_eq!(handles, expected, "{words:?}");
    }
}

#[test]
fn an_offer_carries_whose_word_it_is() {
    let review = review();
    let claims = Claims::of(&review);
    let found = offers(&review, &claims, &in_order(&review), "bipolar", 9);
    let written: Vec<String> = found.iter().map(|offer| offer.written()).collect();
    let expected =
        "[entry 2: Ash / Elm (GP) Surgery, 3 May 2019; Claim: the perpetrator’s own word]";
    assert_eq!(written, [expected]);
    assert!(matches!(found[0].target, Target::Entry(_)));
}
