use lantern::drafting::spelling::{Known, suggestions, unknown_in, unknown_words};

use super::case::{review, section};

#[test]
fn words_that_nobody_knows_are_found() {
    let known = Known::of(&review());
    let cases: [(&str, &[&str]); 16] = [
        ("The colour of her neighbour’s organisation.", &[]),
        (
            "The color of her neighbor's organisation.",
            &["color", "neighbor's"],
        ),
        (
            "Safegaurding concerns were recieved.",
            &["Safegaurding", "recieved"],
        ),
        ("Perpetrators, IDVAs, a MARAC, the DASH, gaslighting.", &[]),
        (
            "Denise, Kechi’s mother, Tommo and Mr Wrona of Harrow Vale.",
            &[],
        ),
        ("Deniss", &["Deniss"]),
        (
            "co-operated, ex-partner, re-assessed, risk-assesed",
            &["assesed"],
        ),
        ("On the 13th, at 21:10, room B12.", &[]),
        (
            "office@harowvale.example, www.harowvale.example, https://xyzzy.example/qq",
            &[],
        ),
        ("and/or, he/shee", &["shee"]),
        ("[entry 4: Harow Vale Plice]", &[]),
        ("told[note: see teh minutes].", &["teh"]),
        ("*definately* **untill**", &["definately", "untill"]),
        ("it wasn’t, she’d, they’ve, James’ and the agencies’", &[]),
        ("", &[]),
        (
            "non-fatal strangulation; coercive and controlling behaviour",
            &[],
        ),
    ];
    for (text, expected) in cases {
        let found: Vec<&str> = unknown_in(text, &known)
            .into_iter()
            .map(|range| &text[range])
            .collect();
        assert_eq!(found, expected, "{text:?}");
    }
}

#[test]
fn unknown_words_are_gathered_over_the_draft() {
    let sections = [
        section(1, "one", "Teh police. teh crew.", &[]),
        section(2, "two", "The teh untill.", &[]),
    ];
    let found: Vec<(String, usize)> = unknown_words(&sections, &Known::of(&review()))
        .into_iter()
        .map(|unknown| (unknown.word, unknown.places.len()))
        .collect();
    assert_eq!(
        found,
        [
            ("Teh".to_owned(), 1),
            ("teh".to_owned(), 2),
            ("untill".to_owned(), 1)
        ]
    );
}

#[test]
fn what_was_meant_is_suggested() {
    for (word, meant) in [
        ("recieved", "received"),
        ("organisaton", "organisation"),
        ("definately", "definitely"),
    ] {
        let suggested = suggestions(word);
        assert!(
            suggested.contains(&meant.to_owned()),
            "{word}: {suggested:?}"
        );
        assert!(suggested.len() <= 5);
    }
    assert!(suggestions("qqqxzzv").is_empty());
}
