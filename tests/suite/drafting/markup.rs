use std::time::{Duration, Instant};

use lantern::drafting::{Citation, Inline, Target, inlines, pieces, plain};
use lantern::model::{EntryId, ParagraphId, PersonId};
use proptest::prelude::*;

fn words(text: &str) -> Inline {
    Inline::Words(text.to_owned())
}

fn stressed(text: &str) -> Inline {
    Inline::Stressed(text.to_owned())
}

fn strong(text: &str) -> Inline {
    Inline::Strong(text.to_owned())
}

fn cites(target: Target, text: &str) -> Inline {
    Inline::Citation(Citation {
        target,
        words: text.to_owned(),
    })
}

#[test]
fn marks_are_told_from_words() {
    let entry = |words| cites(Target::Entry(EntryId(22)), words);
    let cases: Vec<(&str, Vec<Inline>)> = vec![
        ("", vec![]),
        (
            "She *did* say **no**.",
            vec![
                words("She "),
                stressed("did"),
                words(" say "),
                strong("no"),
                words("."),
            ],
        ),
        ("2 * 3 * 4", vec![words("2 * 3 * 4")]),
        ("a*b*c", vec![words("a*b*c")]),
        ("* a list mark", vec![words("* a list mark")]),
        ("*across\nlines*", vec![words("*across\nlines*")]),
        ("(*so*)", vec![words("("), stressed("so"), words(")")]),
        ("**", vec![words("**")]),
        (
            "[entry 22: Police, 12 April 2019].",
            vec![entry("Police, 12 April 2019"), words(".")],
        ),
        ("[entry 22]", vec![entry("")]),
        ("[entry 22:Police]", vec![entry("Police")]),
        (
            "[person 3: Denise]",
            vec![cites(Target::Person(PersonId(3)), "Denise")],
        ),
        (
            "[paragraph 17: 4.2]",
            vec![cites(Target::Paragraph(ParagraphId(17)), "4.2")],
        ),
        ("[entry 22: half", vec![words("[entry 22: half")]),
        ("[entries 22]", vec![words("[entries 22]")]),
        (
            "[entry 99999999999999999999]",
            vec![words("[entry 99999999999999999999]")],
        ),
        ("[sic]", vec![words("[sic]")]),
        (
            "Told[note: See [entry 22: Police] and [sic].] so",
            vec![
                words("Told"),
                Inline::Note(vec![words("See "), entry("Police"), words(" and [sic].")]),
                words(" so"),
            ],
        ),
        ("[note: no end", vec![words("[note: no end")]),
        ("[note: no\n\nend]", vec![words("[note: no\n\nend]")]),
        (
            "[note: one [note: inside] more]",
            vec![Inline::Note(vec![words("one [note: inside] more")])],
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(inlines(text), expected, "{text:?}");
    }
}

#[test]
fn plain_words_leave_out_marks_and_footnotes() {
    let text = "She *did* say[note: Twice.] it to [entry 22: the police].";
    assert_eq!(plain(&inlines(text)), "She did say it to the police.");
}

#[test]
fn a_citation_is_read_as_it_was_written() {
    for (said, expected) in [
        ("Police, 12 April 2019", "Police, 12 April 2019"),
        ("Ash | Elm [GP]\n Surgery", "Ash / Elm (GP) Surgery"),
        ("", ""),
    ] {
        let citation = Citation {
            target: Target::Entry(EntryId(5)),
            words: said.to_owned(),
        };
        let read = inlines(&citation.written());
        assert_eq!(read, [cites(citation.target, expected)], "{said:?}");
    }
}

#[test]
fn marks_without_end_are_read_in_good_time() {
    for hostile in ["[note:", "*a ", "[", "**", "[note: [entry 1: "] {
        let begun = Instant::now();
        let text = hostile.repeat(3_000);
        let all: usize = pieces(&text).iter().map(|(range, _)| range.len()).sum();
        assert_eq!(all, text.len());
        assert!(begun.elapsed() < Duration::from_secs(10), "{hostile:?}");
    }
}

proptest! {
    #[test]
    fn the_pieces_are_all_of_the_text(text in "([a-zé’]{1,3}|\\*|\\*\\*|\\[|\\]|\\[note: |\\[entry 4: |\\[person 1\\]|\n| ){0,30}") {
        let mut rebuilt = String::new();
        for (range, _) in pieces(&text) {
            prop_assert_eq!(range.start, rebuilt.len());
            rebuilt.push_str(&text[range]);
        }
        prop_assert_eq!(rebuilt, text);
    }
}
