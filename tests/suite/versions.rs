//! Versions of the draft: kept, compared, gone back to.

mod sequences;

use std::collections::HashSet;
use std::path::Path;

use lantern::drafting::{Fate, Kind, difference, standing_at, word_for_word};
use lantern::edits::{
    name_version, put_version_aside, remove_version, restore_version, write_section,
};
use lantern::model::{
    Details, ParagraphId, Review, Section, SectionId, SectionTemplate, Template, VersionId,
};
use lantern::store::{NewFile, Passphrase, Store, StoreError};
use lantern::templates;

/// Introduction and analysis.
fn template() -> Template {
    let mut template = templates::built_in()[0].clone();
    template.sections = ["Introduction", "Analysis"]
        .map(|title| SectionTemplate {
            key: title.to_lowercase(),
            title: title.to_owned(),
            help: String::new(),
            appendix: false,
            summary: false,
        })
        .to_vec();
    template
}

/// A draft of both sections. Paragraphs that begin with a number and a colon have that number.
fn draft(texts: [&str; 2]) -> Vec<Section> {
    let of = |index: usize| {
        let (mut words, mut numbers) = (Vec::new(), Vec::new());
        for block in texts[index].split("\n\n").filter(|block| !block.is_empty()) {
            let (number, rest) = block.split_once(": ").unwrap_or(("", block));
            match number.parse() {
                Ok(number) => {
                    numbers.push(ParagraphId(number));
                    words.push(rest);
                }
                Err(_) => words.push(block),
            }
        }
        Section {
            id: SectionId(index as i64 + 1),
            key: ["introduction", "analysis"][index].to_owned(),
            title: String::new(),
            text: words.join("\n\n"),
            paragraphs: numbers,
        }
    };
    vec![of(0), of(1)]
}

/// Each change in short: “changed 1.1→1.2 She was [-never][+once] asked.”
fn told(before: [&str; 2], after: [&str; 2]) -> Vec<String> {
    let sections = difference(&draft(before), &draft(after), &template());
    let changes = sections.into_iter().flat_map(|section| section.changes);
    let each = changes
        .filter(|change| change.kind != Kind::Same)
        .map(|change| {
            let words: String = change
                .words
                .iter()
                .map(|stretch| match stretch.fate {
                    Fate::Kept => stretch.text.clone(),
                    Fate::Gone => format!("[-{}]", stretch.text),
                    Fate::New => format!("[+{}]", stretch.text),
                })
                .collect();
            format!(
                "{} {}→{} {words}",
                change.kind.words(),
                change.before,
                change.after
            )
        });
    each.collect()
}

#[test]
fn a_difference_is_told_paragraph_by_paragraph() {
    let four = "1: The first call.\n\n2: The second call was filed.\n\n3: The third.\n\n4: The last of them.";
    for (before, after, expected) in [
        ([four, ""], [four, ""], vec![]),
        (
            ["1: She was never asked.", ""],
            ["1: She was once asked.", ""],
            vec!["changed 1.1→1.1 She was [-never][+once] asked."],
        ),
        (
            ["One.", ""],
            ["Before it.\n\nOne.", ""],
            vec!["new →1.1 [+Before it.]"],
        ),
        (
            [four, ""],
            ["1: The first call.\n\n4: The last of them.", ""],
            vec![
                "gone 1.2→ [-The second call was filed.]",
                "gone 1.3→ [-The third.]",
            ],
        ),
        // One paragraph was moved, not three.
        (
            [four, ""],
            [
                "4: The last of them.\n\n1: The first call.\n\n2: The second call was filed.\n\n3: The third.",
                "",
            ],
            vec!["moved 1.4→1.1 The last of them."],
        ),
        // Into another section, and changed there.
        (
            [
                "1: The first call.\n\n2: The second call was filed.",
                "3: What of it.",
            ],
            [
                "1: The first call.",
                "3: What of it.\n\n2: The second call was filed and lost.",
            ],
            vec!["moved and changed 1.2→2.2 The second call was [-filed.][+filed and lost.]"],
        ),
        // Without numbers of their own, paragraphs are known by their words.
        (
            [
                "The first call came at night.\n\nThe police went at once.",
                "",
            ],
            [
                "The police went there at once.\n\nThe first call came at night.",
                "",
            ],
            vec!["moved and changed 1.2→1.1 The police went [+there ]at once."],
        ),
        (
            ["1: A plain line.", ""],
            ["1: # A plain line.", ""],
            vec!["set otherwise 1.1→ A plain line."],
        ),
        (
            ["1: *Never* asked.", ""],
            ["1: Never asked.", ""],
            vec!["set otherwise 1.1→1.1 Never asked."],
        ),
        (
            ["1: So:\n- one\n- two", ""],
            ["1: So:\n- one\n- three", ""],
            vec!["changed 1.1→1.1 So:\n• one\n• [-two][+three]"],
        ),
    ] {
        assert_eq!(told(before, after), expected, "{before:?} → {after:?}");
    }
}

#[test]
fn a_draft_that_was_turned_round_is_compared_in_no_time() {
    let text = |turned: bool| {
        let mut blocks: Vec<String> = (0..800)
            .map(|n| {
                format!(
                    "Paragraph {n} says that call {} was {}.",
                    n * 7,
                    ["filed", "heard"][n % 2]
                )
            })
            .collect();
        if turned {
            blocks.reverse();
        }
        blocks.join("\n\n")
    };
    let (before, after) = (text(false), text(true));
    let sections = difference(&draft([&before, ""]), &draft([&after, ""]), &template());
    let changes = &sections[0].changes;
    assert_eq!(changes.len(), 800);
    let moved = changes.iter().filter(|change| change.kind == Kind::Moved);
    assert_eq!(moved.count(), 799);
}

#[test]
fn the_cursor_stands_in_a_paragraph() {
    let text = "# Heading\nOne two.\n\nAbcd efgh\n- item\n\n";
    for (at, expected) in [
        ("", None),
        ("# Head", Some((0, 0.6))),
        ("# Heading\n", Some((1, 0.0))),
        ("# Heading\nOne", Some((1, 3.0 / 7.0))),
        ("# Heading\nOne two.\n", Some((1, 1.0))),
        ("# Heading\nOne two.\n\nAbcd", Some((2, 4.0 / 13.0))),
        (text, Some((2, 1.0))),
    ] {
        let text = if at.is_empty() { "" } else { text };
        let found = standing_at(text, at.len()).map(|standing| (standing.block, standing.share));
        match (found, expected) {
            (Some((block, share)), Some((wanted, about))) => {
                assert_eq!(block, wanted, "{at:?}");
                assert!((share - about).abs() < 0.12, "{at:?}: {share}");
            }
            (found, expected) => assert_eq!(found.is_some(), expected.is_some(), "{at:?}"),
        }
    }
    // Bytes that begin no letter, and beyond the end.
    assert_eq!(standing_at("é", 1).map(|standing| standing.block), Some(0));
    assert_eq!(standing_at("é", 99).map(|standing| standing.block), Some(0));
}

// ---- In the file ----

fn store(folder: &Path) -> Store {
    let new = NewFile {
        template: template(),
        details: Details::default(),
    };
    let passphrase = Passphrase::new("plain words".to_owned());
    Store::create(&folder.join("case.lantern"), &passphrase, &new, "Dr Nwosu").expect("a file")
}

fn load(store: &Store) -> Review {
    let mut review = store.load().expect("a review");
    review.revision = 0;
    review
}

fn write(store: &mut Store, section: i64, text: &str) {
    write_section(store, SectionId(section), text).expect("written");
}

fn texts(sections: &[Section]) -> Vec<&str> {
    sections
        .iter()
        .map(|section| section.text.as_str())
        .collect()
}

fn refusal<T>(result: Result<T, StoreError>) -> String {
    match result {
        Err(StoreError::Refused(words)) => words,
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("it was done"),
    }
}

#[test]
fn a_version_keeps_the_draft_and_can_become_it_again_in_one_undo() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = store(folder.path());
    assert!(refusal(put_version_aside(&mut store, "x")).contains("Nothing is written yet"));
    write(&mut store, 1, "One.\n\nTwo.");
    write(&mut store, 2, "Three.");
    let first = put_version_aside(&mut store, " For the family ")
        .expect("kept")
        .value;
    assert!(refusal(put_version_aside(&mut store, "again")).contains("word for word"));
    let kept = load(&store).versions[0].clone();
    assert_eq!(
        (kept.label.as_str(), kept.who.as_str()),
        ("For the family", "Dr Nwosu")
    );
    assert_eq!(kept.sections.as_ref(), &load(&store).sections);

    write(&mut store, 1, "Two.");
    write(&mut store, 2, "Another three.\n\nFour.");
    let changed = load(&store);
    restore_version(&mut store, first).expect("restored");
    let restored = load(&store);
    assert_eq!(
        restored.sections, *kept.sections,
        "texts and paragraphs are as they were"
    );
    let set_aside = restored.versions.last().expect("what it was");
    assert_eq!(set_aside.label, "Before going back to “For the family”");
    assert_eq!(*set_aside.sections, changed.sections);
    assert_eq!(
        store.undo_label().as_deref(),
        Some("Go back to a version of the draft")
    );
    store.undo().expect("undone").expect("a step");
    assert_eq!(load(&store), changed);
    store.redo().expect("redone").expect("a step");
    assert_eq!(load(&store), restored);

    // What is the draft already leaves no step; what a version holds is not kept twice.
    let label = store.undo_label();
    restore_version(&mut store, first).expect("fine");
    assert_eq!(store.undo_label(), label);
    let second = restored.versions[1].id;
    restore_version(&mut store, second).expect("restored");
    assert_eq!(load(&store).versions.len(), 2);
}

#[test]
fn versions_are_named_and_removed_unless_the_panel_has_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = store(folder.path());
    write(&mut store, 1, "One.");
    let id = put_version_aside(&mut store, "").expect("kept").value;
    name_version(&mut store, id, " First draft ").expect("named");
    assert_eq!(load(&store).versions[0].label, "First draft");
    let label = store.undo_label();
    name_version(&mut store, id, "First draft").expect("fine");
    assert_eq!(
        store.undo_label(),
        label,
        "an edit that changes nothing leaves no step"
    );
    let round = lantern::model::Round {
        id: lantern::model::RoundId(0),
        number: 2,
        deadline: None,
        note: String::new(),
        sections: vec!["introduction".to_owned()],
        version: Some(id),
        sent: "2026-03-04T10:00:00Z".to_owned(),
        overridden: String::new(),
        sendings: Vec::new(),
    };
    store
        .transact(lantern::store::Op::new("Begin a round"), |tx| {
            tx.add_round(&round)
        })
        .expect("a round");
    assert!(refusal(remove_version(&mut store, id)).contains("in round 2"));
    store.undo().expect("undone");
    remove_version(&mut store, id).expect("removed");
    assert!(load(&store).versions.is_empty());
    assert_eq!(texts(&load(&store).sections), ["One.", ""]);
    for gone in [
        refusal_of_gone(name_version(&mut store, id, "x")),
        refusal_of_gone(remove_version(&mut store, id)),
        refusal_of_gone(restore_version(&mut store, VersionId(9))),
    ] {
        assert!(gone.contains("no longer in the review"), "{gone}");
    }
}

fn refusal_of_gone<T>(result: Result<T, StoreError>) -> String {
    result
        .err()
        .map(|error| error.to_string())
        .unwrap_or_default()
}

#[test]
fn a_paragraph_that_goes_to_another_section_keeps_its_number() {
    const MOVED: &str = "Nobody asked her alone at any visit.";
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = store(folder.path());
    let ids = |store: &Store| -> Vec<Vec<i64>> {
        let sections = load(store).sections;
        let ids = sections.iter().map(|one| one.paragraphs.iter());
        ids.map(|all| all.map(|id| id.0).collect()).collect()
    };
    write(&mut store, 1, &format!("One.\n\n{MOVED}\n\nThree."));
    write(&mut store, 2, "Four.");
    let mut states = vec![load(&store)];
    assert_eq!(ids(&store), [vec![1, 2, 3], vec![4]]);
    // Each is saved by itself, and what stands between is written meanwhile.
    for (section, text, expected) in [
        (1, "One.\n\nThree.".to_owned(), [vec![1, 3], vec![4]]),
        (
            1,
            "One.\n\nThree.\n\nA new one, of other words.".to_owned(),
            [vec![1, 3, 5], vec![4]],
        ),
        (2, format!("{MOVED}\n\nFour."), [vec![1, 3, 5], vec![2, 4]]),
        // Copied back, it is a new one.
        (
            1,
            format!("One.\n\nThree.\n\nA new one, of other words.\n\n{MOVED}"),
            [vec![1, 3, 5, 6], vec![2, 4]],
        ),
    ] {
        write(&mut store, section, &text);
        assert_eq!(ids(&store), expected, "{text}");
        states.push(load(&store));
    }
    for expected in states.iter().rev().skip(1) {
        store.undo().expect("undone").expect("a step");
        assert_eq!(&load(&store), expected);
    }
    for expected in states.iter().skip(1) {
        store.redo().expect("redone").expect("a step");
        assert_eq!(&load(&store), expected);
    }
}
