use lantern::drafting::{Shape, Shaped, next_line};
use proptest::prelude::*;

/// `«` and `»` stand around what is chosen, `|` at the caret; a table's bars are written `¦`.
fn read(marked: &str) -> Shaped {
    let marked = marked.replace('|', "«»");
    let (before, rest) = marked.split_once('«').expect("a caret");
    let (chosen, after) = rest.split_once('»').expect("an end");
    let [before, chosen, after] = [before, chosen, after].map(|part| part.replace('¦', "|"));
    let from = before.len();
    Shaped {
        chosen: from..from + chosen.len(),
        text: before + &chosen + &after,
    }
}

#[test]
fn marks_are_put_and_taken_away() {
    let cases = [
        (Shape::Heading, "Asking|", "# Asking|"),
        (Shape::Heading, "# Ask|ing", "Asking|"),
        (
            Shape::Heading,
            "One.\n\nAsk|ing\n\nTwo.",
            "One.\n\n# Asking|\n\nTwo.",
        ),
        (Shape::SmallerHeading, "# Asking|", "## Asking|"),
        (Shape::Bullets, "|", "- |"),
        (Shape::Bullets, "«one\ntwo»", "«- one\n- two»"),
        (Shape::Bullets, "«- one\n\n- two»", "«one\n\ntwo»"),
        (Shape::Numbers, "«- one\n- two»", "«1. one\n2. two»"),
        (Shape::Bullets, "«1. one\n12) two»", "«- one\n- two»"),
        (Shape::Quotation, "He said| so", "> He said so|"),
        (Shape::Stressed, "she d|id say", "she *«did»* say"),
        (Shape::Stressed, "she *d|id* say", "she «did» say"),
        (Shape::Strong, "she *«did»* say", "she ***«did»*** say"),
        (Shape::Stressed, "she **«did»** say", "she ***«did»*** say"),
        (Shape::Strong, "she« did »say", "she **«did»** say"),
        (Shape::Strong, "«one\ntwo»", "«**one**\n**two**»"),
        (Shape::Stressed, "so |", "so *|*"),
        (Shape::Stressed, "mother’|s", "*«mother’s»*"),
        (Shape::Footnote, "told| them", "told[note: |] them"),
        (Shape::Footnote, "told« them»", "told[note: « them»]"),
        (
            Shape::Table,
            "|",
            "¦ «First column» ¦ Second column ¦\n¦  ¦  ¦",
        ),
        (
            Shape::Table,
            "As follo|ws.\nNext.",
            "As follows.\n¦ «First column» ¦ Second column ¦\n¦  ¦  ¦\nNext.",
        ),
        (Shape::Table, "«a\tb\nc¦d\te»", "«¦ a ¦ b ¦\n¦ c/d ¦ e ¦»"),
    ];
    for (shape, before, after) in cases {
        let Shaped { text, chosen } = read(before);
        assert_eq!(
            shape.of(&text, chosen),
            read(after),
            "{shape:?} of {before:?}"
        );
    }
}

#[test]
fn enter_goes_on_with_a_list_and_an_empty_item_ends_it() {
    let cases = [
        ("- one|", Some("- one\n- |")),
        ("- one| two", Some("- one\n- |two")),
        ("9. nine|", Some("9. nine\n10. |")),
        ("> He said|", Some("> He said\n> |")),
        ("- one\n- |", Some("- one\n|")),
        ("words|", None),
        ("# Heading|", None),
        ("|- one", None),
        ("¦ a ¦|", None),
        ("2019. A year|", None),
    ];
    for (before, expected) in cases {
        let Shaped { text, chosen } = read(before);
        assert_eq!(
            next_line(&text, chosen.end),
            expected.map(read),
            "{before:?}"
        );
    }
}

proptest! {
    #[test]
    fn no_word_is_lost_and_the_choice_stays_in_the_text(
        text in "([a-zé]{1,4}|\\*|- |1\\. |# |> |\n|\\| | ){0,20}",
        ends in (0usize..60, 0usize..60),
        shape in 0usize..9,
    ) {
        let letters = |text: &str| -> String { text.chars().filter(|letter| letter.is_alphabetic()).collect() };
        let shaped = Shape::ALL[shape].of(&text, ends.0..ends.1);
        prop_assert!(shaped.text.get(shaped.chosen.clone()).is_some(), "{shaped:?}");
        match Shape::ALL[shape] {
            Shape::Table | Shape::Footnote => prop_assert!(shaped.text.len() > text.len()),
            _ => prop_assert_eq!(letters(&shaped.text), letters(&text)),
        }
        if let Some(next) = next_line(&text, ends.0) {
            prop_assert!(next.text.get(next.chosen.clone()).is_some());
            prop_assert_eq!(letters(&next.text), letters(&text));
        }
    }
}
