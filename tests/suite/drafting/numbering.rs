use lantern::drafting::{Numbered, Part, inlines, paragraphs};
use lantern::model::{Section, SectionId, SectionTemplate, Template};
use lantern::templates;
use proptest::prelude::*;

/// Two sections and two appendices.
pub fn template() -> Template {
    let mut template = templates::built_in()[0].clone();
    let part = |key: &str, title: &str, appendix: bool| SectionTemplate {
        key: key.to_owned(),
        title: title.to_owned(),
        help: String::new(),
        appendix,
        summary: false,
    };
    template.sections = vec![
        part("introduction", "Introduction", false),
        part("glossary", "Glossary", true),
        part("analysis", "Analysis", false),
        part("action_plan", "Action plan", true),
    ];
    template
}

fn section(key: &str, title: &str, text: &str) -> Section {
    Section {
        id: SectionId(1),
        key: key.to_owned(),
        title: title.to_owned(),
        text: text.to_owned(),
        paragraphs: Vec::new(),
    }
}

fn numbered(text: &str) -> Vec<(String, String)> {
    let sections = [section("analysis", "Analysis", text)];
    let analysis = paragraphs(&sections, &template()).swap_remove(1);
    let pairs = analysis.paragraphs.into_iter();
    pairs.map(|one| (one.number, one.text)).collect()
}

#[test]
fn sections_are_numbered_in_the_templates_order() {
    let sections = [
        section("own", "A section of our own", "Kept."),
        section("analysis", "What we make of it", "One."),
        section("action_plan", "", "Two."),
    ];
    let found: Vec<(String, String, bool, Vec<String>)> = paragraphs(&sections, &template())
        .into_iter()
        .map(|section| {
            let numbers = section
                .paragraphs
                .into_iter()
                .map(|one| one.number)
                .collect();
            (section.number, section.title, section.appendix, numbers)
        })
        .collect();
    let expected = [
        ("1", "Introduction", false, None),
        ("2", "What we make of it", false, Some("2.1")),
        ("3", "A section of our own", false, Some("3.1")),
        ("A", "Glossary", true, None),
        ("B", "Action plan", true, Some("B.1")),
    ]
    .map(|(number, title, appendix, paragraph)| {
        let paragraphs: Vec<String> = paragraph.into_iter().map(str::to_owned).collect();
        (number.to_owned(), title.to_owned(), appendix, paragraphs)
    });
    assert_eq!(found, expected);
}

#[test]
fn blank_lines_part_paragraphs_and_lists_stay_with_theirs() {
    let cases: [(&str, &[&str]); 8] = [
        ("", &[]),
        (" \n\t\n", &[]),
        ("One.", &["One."]),
        ("One.\n\nTwo.", &["One.", "Two."]),
        ("One.\r\n\r\n \r\n  Two.  \r\n", &["One.", "Two."]),
        ("One,\nbroken.\n\nTwo.", &["One,\nbroken.", "Two."]),
        (
            "She asked:\n- once\n- twice\n\nThen no more.",
            &["She asked:\n- once\n- twice", "Then no more."],
        ),
        (
            "She asked:\n\n- once\n\n- twice",
            &["She asked:\n- once\n- twice"],
        ),
    ];
    for (text, expected) in cases {
        let found = numbered(text);
        let texts: Vec<&str> = found.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!(texts, expected, "{text:?}");
        for (at, (number, _)) in (1..).zip(&found) {
            assert_eq!(*number, format!("2.{at}"));
        }
    }
}

#[test]
fn a_paragraph_falls_into_text_and_lists() {
    let text = |words: &str| Part::Text(inlines(words));
    let list = |items: &[&str]| Part::List {
        numbered: false,
        items: items.iter().map(|item| inlines(item)).collect(),
    };
    let cases: [(&str, Vec<Part>); 5] = [
        ("One,\nbroken.", vec![text("One, broken.")]),
        ("- only", vec![list(&["only"])]),
        (
            "So:\n- a\n• b\nand on.",
            vec![text("So:"), list(&["a", "b"]), text("and on.")],
        ),
        ("- long\n  item\n- next", vec![list(&["long item", "next"])]),
        ("-not a list", vec![text("-not a list")]),
    ];
    for (written, expected) in cases {
        let paragraph = Numbered {
            id: None,
            number: "1.1".to_owned(),
            heading: 0,
            text: written.to_owned(),
        };
        assert_eq!(paragraph.parts(), expected, "{written:?}");
    }
}

#[test]
fn appendices_beyond_z_go_on_with_two_letters() {
    let mut template = template();
    let appendix = template.sections[1].clone();
    template
        .sections
        .extend((0..30).map(|number| SectionTemplate {
            key: format!("more_{number}"),
            ..appendix.clone()
        }));
    let numbers: Vec<String> = paragraphs(&[], &template)
        .into_iter()
        .map(|section| section.number)
        .collect();
    assert_eq!(numbers[2..5], ["A", "B", "C"]);
    assert_eq!(numbers[26..30], ["Y", "Z", "AA", "AB"]);
}

#[test]
fn the_executive_summary_is_numbered_by_itself() {
    let mut template = template();
    let summary = ["summary_author", "summary_conclusions"].map(|key| SectionTemplate {
        key: key.to_owned(),
        summary: true,
        ..template.sections[0].clone()
    });
    // Wherever the template names them.
    template.sections.splice(1..1, summary);
    let sections = [
        section(
            "summary_conclusions",
            "Conclusions",
            "# What it was\n\nOne.\n\nTwo.",
        ),
        section("analysis", "Analysis", "Three."),
    ];
    let found: Vec<(String, bool, Vec<String>)> = paragraphs(&sections, &template)
        .into_iter()
        .map(|section| {
            let numbers = section.paragraphs.into_iter().map(|one| one.number);
            (section.number, section.summary, numbers.collect())
        })
        .collect();
    let expected: [(&str, bool, &[&str]); 6] = [
        ("1", false, &[]),
        ("2", false, &["2.1"]),
        ("A", false, &[]),
        ("B", false, &[]),
        ("S1", true, &[]),
        ("S2", true, &["", "S2.1", "S2.2"]),
    ];
    let expected = expected.map(|(number, summary, paragraphs)| {
        let paragraphs = paragraphs.iter().map(|one| (*one).to_owned()).collect();
        (number.to_owned(), summary, paragraphs)
    });
    assert_eq!(found, expected);
}

proptest! {
    #[test]
    fn no_word_is_lost(text in "([a-z]{1,4}|- |\n|\n\n| |\r\n){0,60}") {
        let words = |text: &str| -> Vec<String> { text.split_whitespace().map(str::to_owned).collect() };
        let kept: Vec<String> = numbered(&text).iter().flat_map(|(_, text)| words(text)).collect();
        prop_assert_eq!(kept, words(&text));
    }
}
