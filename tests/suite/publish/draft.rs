//! The chair's text in print.

use lantern::model::{
    Basis, Entry, EntryId, KeyDateId, ParagraphId, Person, PersonId, Role, Section,
};
use lantern::publish::{DraftPages, Output};
use serde_json::Value;
use std::sync::Arc;

use super::made_up::{options, review};
use super::reading::{part, parts};
use super::write;
use lantern::drafting::blocks;
use lantern::model::Review;
use lantern::publish;

/// The review with `text` as its analysis, the paragraphs of which are numbered from 100.
fn analysing(text: &str) -> Review {
    let mut one = review(14);
    let section = analysis(&mut one);
    text.clone_into(&mut section.text);
    section.paragraphs = (100..).map(ParagraphId).take(blocks(text).len()).collect();
    one
}

fn analysis(review: &mut Review) -> &mut Section {
    let mut sections = review.sections.iter_mut();
    sections
        .find(|section| section.key == "analysis")
        .expect("an analysis")
}

/// The printed analysis in short: stressed words in stars, strong ones in two, citations in angle brackets with what they lead to.
fn printed(review: &Review) -> Vec<String> {
    let data = publish::report_data(review, &options()).expect("data");
    let sections = data["sections"].as_array().expect("sections");
    let analysis = sections
        .iter()
        .find(|section| section["title"] == "Analysis")
        .expect("an analysis");
    let paragraphs = analysis["paragraphs"].as_array().expect("paragraphs");
    paragraphs.iter().map(paragraph).collect()
}

fn paragraph(paragraph: &Value) -> String {
    let mut lines = Vec::new();
    for part in paragraph["parts"].as_array().expect("parts") {
        let kind = part["as"].as_str().expect("a kind");
        match kind {
            "text" | "quotation" => lines.push(format!(
                "{}{}",
                if kind == "text" { "" } else { "> " },
                pieces(&part["pieces"])
            )),
            "bullets" | "numbers" => {
                let items = part["items"].as_array().expect("items").iter().map(pieces);
                lines.push(format!("{kind}: {}", items.collect::<Vec<_>>().join(" / ")));
            }
            _ => {
                let rows = part["rows"].as_array().expect("rows").iter();
                let cells = rows.map(|row| {
                    row.as_array()
                        .expect("cells")
                        .iter()
                        .map(pieces)
                        .collect::<Vec<_>>()
                        .join(", ")
                });
                lines.push(format!("table: {}", cells.collect::<Vec<_>>().join(" / ")));
            }
        }
    }
    let number = match paragraph["level"].as_u64() {
        Some(level) => format!("heading {level}"),
        None => paragraph["number"].as_str().expect("a number").to_owned(),
    };
    format!("{number} {}", lines.join(" ¶ "))
}

fn pieces(pieces: &Value) -> String {
    pieces
        .as_array()
        .expect("pieces")
        .iter()
        .map(piece)
        .collect()
}

fn piece(piece: &Value) -> String {
    let line = |value: &Value| match value {
        Value::Array(pieces) => pieces.iter().filter_map(Value::as_str).collect(),
        value => value.as_str().unwrap_or_default().to_owned(),
    };
    match piece["as"].as_str() {
        None => line(piece),
        Some("stressed") => format!("*{}*", line(&piece["words"])),
        Some("strong") => format!("**{}**", line(&piece["words"])),
        Some("note") => format!("^{}^", pieces(&piece["pieces"])),
        Some(_) => {
            let text = ["open", "words", "badge", "broken", "close"]
                .map(|part| line(&piece[part]))
                .concat();
            match piece["to"].as_str() {
                Some(to) => format!("<{text} → {to}>"),
                None => format!("<{text}>"),
            }
        }
    }
}

#[test]
fn what_is_typed_is_printed_as_it_is_meant() {
    for (text, expected) in [
        ("Plain.", vec!["4.1 Plain."]),
        (
            "She was *never* asked, **nobody** did; 2 * 3 * 4.",
            vec!["4.1 She was *never* asked, **nobody** did; 2 * 3 * 4."],
        ),
        (
            "# What was known\nFirst.\n\n## Later\n\nSecond.",
            vec![
                "heading 2 What was known",
                "4.1 First.",
                "heading 3 Later",
                "4.2 Second.",
            ],
        ),
        // Whoever hears the report must not miss a level.
        (
            "## Small first\n\nWords.",
            vec!["heading 2 Small first", "4.1 Words."],
        ),
        (
            "So:\n1. heard\n2. filed\n- not read",
            vec!["4.1 So: ¶ numbers: heard / filed ¶ bullets: not read"],
        ),
        (
            "> They wrote it\n> down.",
            vec!["4.1 > They wrote it down."],
        ),
        (
            "Who knew:\n| Agency | Since |\n| Police | 2019 |\n| School |",
            vec!["4.1 Who knew: ¶ table: Agency, Since / Police, 2019 / School, "],
        ),
        (
            "Nobody asked [note: See *the form* [note: page 2].].",
            vec!["4.1 Nobody asked^See *the form* [note: page 2].^."],
        ),
    ] {
        assert_eq!(printed(&analysing(text)), expected, "{text:?}");
    }
}

#[test]
fn a_finding_is_named_in_its_sentence_or_given_as_its_source() {
    for (text, expected) in [
        ("As [finding 2: x] says.", "4.1 As <Finding 2> says."),
        ("[finding 2: x] says so.", "4.1 <Finding 2> says so."),
        (
            "It was lost. [recommendation 1: x] answers it.",
            "4.1 It was lost. <Recommendation 1> answers it.",
        ),
        (
            "Nobody asked [finding 2: x].",
            "4.1 Nobody asked <(Finding 2)>.",
        ),
        (
            "Nobody asked (so [finding 2: x]).",
            "4.1 Nobody asked (so <Finding 2>).",
        ),
        (
            "It was lost [recommendation 1: x], twice.",
            "4.1 It was lost <(Recommendation 1)>, twice.",
        ),
    ] {
        let without_places = |text: String| {
            text.replace(" → finding-2", "")
                .replace(" → recommendation-1", "")
        };
        let printed: Vec<String> = printed(&analysing(text))
            .into_iter()
            .map(without_places)
            .collect();
        assert_eq!(printed, [expected], "{text:?}");
    }
}

#[test]
fn a_citation_says_whose_word_it_is_and_leads_to_what_it_cites() {
    let mut one = analysing(
        "It was heard [entry 3: x]. (See also [entry 4].) [person 7: Anna] rang on [date 9: x]; see [recommendation 2: x] and paragraph \
         [paragraph 100: 9.9].\n\n[entry 99: Police, 1 May 2019; Claim: the victim’s own word], [paragraph 5: 8.1], [entry 5: x].",
    );
    let mut entries = (*one.entries).clone();
    for (entry, basis, withdrawn) in [
        (2, Basis::Victim, None),
        (3, Basis::FirstHand, None),
        (4, Basis::FirstHand, Some(one_import())),
    ] {
        entries[entry] = Arc::new(Entry {
            basis,
            withdrawn,
            ..Entry::clone(&entries[entry])
        });
    }
    one.entries = Arc::new(entries);
    one.people = vec![Person {
        id: PersonId(7),
        name: "Amina Hashi".to_owned(),
        role: Role::Victim,
        aliases: Vec::new(),
        date_of_birth: None,
        pseudonym: "Anna".to_owned(),
        note: String::new(),
        ..Person::default()
    }];
    one.key_dates[0].id = KeyDateId(9);
    let when = lantern::dates::spoken(&one.key_dates[0].when);
    let place = |id: i64| {
        let entry = one.entry(EntryId(id)).expect("an entry");
        let agency = one.agency(entry.agency).expect("an agency");
        format!("{}, {}", agency.name, lantern::dates::spoken(&entry.when))
    };
    assert_eq!(
        printed(&one),
        [
            format!(
                "4.1 It was heard <({}, entry 3; Claim: the victim’s own word) → entry-3>. (See also <{}, entry 4 → entry-4>.) <Anna> rang \
                 on <{when}>; see <Recommendation 2 → recommendation-2> and paragraph <4.1 → paragraph-100>.",
                place(3),
                place(4),
            ),
            format!(
                "4.2 <(Police, 1 May 2019; Claim: the victim’s own word; no longer in the review)>, <(8.1; no longer in the review)>, \
                 <({}; withdrawn by a corrected return)>.",
                place(5)
            ),
        ]
    );
    let folder = tempfile::tempdir().expect("a folder");
    let made = write(&one, Output::ReportPdf, folder.path());
    assert_eq!(
        made.notes,
        [
            "3 citations cite what is withdrawn or no longer in the review, and say so where they stand: 4.2."
        ]
    );
}

fn one_import() -> lantern::model::ImportId {
    lantern::model::ImportId(1)
}

/// Everything that can be typed, and what looks like it.
const MESSY: &str = "## Begins small\n\n# A *stressed* heading with [entry 3: x][note: and a note]\n\n| Only | a table |\n| [entry 4] | x[note: in a cell] |\n\n\
    - first *of* a list\n- [note: nothing but a note]\n\n> [person 99: somebody] said **so**\n\n1. one\n2. two\n   goes on\nand on.\n\n\
    | |\n\n[note:]\n\n* not stressed * [entry x] [paragraph 100] [paragraph 101: 4.2] [note: a [note: b [note: c]]]\n\n\
    |a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q|r|s|t|u|v|w|x|y|z|1|2|3|4|";

#[test]
fn a_messy_text_meets_the_standards_and_word_can_open_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let made = write(&analysing(MESSY), Output::ReportPdf, folder.path());
    let refused = made.notes.iter().find(|note| note.contains("PDF/UA"));
    assert_eq!(refused, None);
    let made = write(&analysing(MESSY), Output::ReportDocx, folder.path());
    parts(&made.path);
}

#[test]
fn word_gets_the_same_numbers_and_leads_to_the_same_places() {
    let folder = tempfile::tempdir().expect("a folder");
    let one = analysing(
        "# What was known\n\nShe was *never* asked[note: Not & by anybody.] ([paragraph 102: x]).\n\nSo:\n1. heard\n2. filed\n\n> She said **so**.\n\n\
         Next:\n1. again\n- once\n\n| Agency | Since |\n| Police | 2019 |",
    );
    let made = write(&one, Output::ReportDocx, folder.path());
    let document = part(&made.path, "word/document.xml");
    for expected in [
        "<w:pStyle w:val=\"Heading1\"/><w:keepNext/></w:pPr>",
        "<w:pStyle w:val=\"Heading2\"/>",
        ">4.1</w:t>",
        "<w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">never</w:t>",
        "<w:footnoteReference w:id=\"1\"/>",
        "w:name=\"paragraph_102\"",
        "<w:hyperlink w:anchor=\"paragraph_102\" w:history=\"1\"><w:r><w:t xml:space=\"preserve\">4.2</w:t></w:r></w:hyperlink>",
        "<w:numId w:val=\"3\"/>",
        "<w:numId w:val=\"4\"/>",
        "<w:pStyle w:val=\"Quote\"/>",
        "<w:pStyle w:val=\"ColumnHeading\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Agency</w:t>",
        "Appendix A: Combined chronology",
        "w:name=\"recommendation_1\"",
        "w:orient=\"landscape\"",
    ] {
        assert!(document.contains(expected), "{expected}");
    }
    assert!(part(&made.path, "word/footnotes.xml").contains("Not &amp; by anybody."));
    let numbering = part(&made.path, "word/numbering.xml");
    assert_eq!(
        numbering.matches("<w:startOverride w:val=\"1\"/>").count(),
        2,
        "each list begins at 1"
    );
    assert!(part(&made.path, "[Content_Types].xml").contains("footnotes"));
    assert!(part(&made.path, "word/styles.xml").contains("w:styleId=\"FootnoteText\""));
    for sheet in ["rIdHeader1", "rIdFooter1", "numbering.xml", "footnotes.xml"] {
        assert!(
            part(&made.path, "word/_rels/document.xml.rels").contains(sheet),
            "{sheet}"
        );
    }
}

#[test]
fn a_paragraph_is_found_on_its_page() {
    let long = "It was heard and filed, and nobody came back to it. ".repeat(120);
    let one = analysing(&format!("# Heading\n\nFirst.\n\n{long}\n\nLast of them."));
    let pages = DraftPages::of(&one, &options()).expect("pages");
    let place = |block: usize, share: f32| pages.place("analysis", block, share).expect("a place");
    let places = [
        place(0, 0.0),
        place(1, 0.0),
        place(2, 0.0),
        place(2, 0.5),
        place(2, 1.0),
        place(3, 1.0),
    ];
    for pair in places.windows(2) {
        let [one, next] = pair else { unreachable!() };
        assert!(
            (one.page, one.lines.start) < (next.page, next.lines.start + 0.01),
            "{one:?} {next:?}"
        );
    }
    assert!(
        places[4].page > places[2].page,
        "the paragraph breaks over pages"
    );
    assert_eq!(pages.place("analysis", 4, 0.0), None);
    assert_eq!(pages.place("unknown", 0, 0.0), None);
    // The pages are those of the whole report as far as they go.
    let folder = tempfile::tempdir().expect("a folder");
    let whole = write(&one, Output::ReportPdf, folder.path());
    assert!(whole.pages.expect("pages") > pages.pages());
    let image = pages.page(places[3].page, 0.5).expect("a page");
    assert!(
        image.rgba.chunks(4).any(|pixel| pixel[0] < 128),
        "something is printed"
    );
}

/// Each page as it looks.
fn pictures(pages: &DraftPages) -> Vec<Vec<u8>> {
    let all = (0..pages.pages()).map(|page| pages.page(page, 0.75).expect("a page").rgba);
    all.collect()
}

#[test]
fn pages_laid_out_again_are_those_that_are_printed() {
    let plain = "# Heading\n\nFirst [note: with a note].\n\nSecond, see [paragraph 102: x].";
    let long = "It was heard and filed, and nobody came back to it. ".repeat(200);
    let mut before = DraftPages::of(&analysing(plain), &options()).expect("pages");
    for (what, text) in [
        ("a word more", plain.replace("Second", "Then the second")),
        (
            "later headings move to other pages",
            format!("{plain}\n\n{long}[note: Later.]"),
        ),
        (
            "notes are numbered anew",
            format!("One[note: more] before.\n\n{plain}\n\n{long}[note: Later.]"),
        ),
        (
            "pages are gone, and a reference leads nowhere",
            "Second, see [paragraph 102: x].".to_owned(),
        ),
        ("everything that can be typed", MESSY.to_owned()),
        ("nothing", String::new()),
    ] {
        let one = analysing(&text);
        let fresh = DraftPages::of(&one, &options()).expect("pages");
        let again = before.again(&one, &options()).expect("pages");
        assert_eq!(again.pages(), fresh.pages(), "{what}");
        assert!(pictures(&again) == pictures(&fresh), "{what}");
        for block in 0..blocks(&text).len() {
            let place = |pages: &DraftPages| pages.place("analysis", block, 1.0);
            assert_eq!(place(&again), place(&fresh), "{what}, paragraph {block}");
        }
        before = again;
    }
}
