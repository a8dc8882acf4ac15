//! The letter, the data record, the executive summary and what went out: what each verb does, says and refuses.

use super::*;

/// One of the verbs, on what is there.
pub fn any(store: &mut Store, now: &Review, n: usize, name: &str) -> Result<(), StoreError> {
    let letter = &now.publishing.letter;
    let point = letter.get(n / 8 % letter.len().max(1)).cloned();
    let id = point.as_ref().map_or(LetterPointId(0), |point| point.id);
    match (n % 7, point) {
        (0 | 1, _) => add_letter_point(store, name).map(drop),
        (2, Some(point)) => {
            let answer = name.to_owned();
            change_letter_point(store, &LetterPoint { answer, ..point }).map(drop)
        }
        (3, _) => move_letter_point(store, id, 1).map(drop),
        (4, _) => remove_letter_point(store, id).map(drop),
        (5, _) => answer_record(store, "debt", ["yes", "no", ""][n / 7 % 3]).map(drop),
        _ => record_publication(store, &went_out(0, "")).map(drop),
    }
}

fn went_out(overridden: u32, reason: &str) -> Publication {
    Publication {
        id: PublicationId(0),
        at: String::new(),
        by: String::new(),
        manifest: "ab".repeat(32),
        overridden,
        reason: reason.to_owned(),
        dated: day("2024-01-01").expect("a day"),
    }
}

#[test]
fn each_verb_has_a_label_without_names_and_is_undone_and_redone() {
    let mut case = case();
    let store = &mut case.store;
    type Edit = fn(&mut Store) -> Result<(), StoreError>;
    let edits: [(&str, Edit); 10] = [
        ("Add point 1 of the letter", |s| {
            add_letter_point(s, "Who asked Amara?").map(drop)
        }),
        ("Add point 2 of the letter", |s| {
            add_letter_point(s, "").map(drop)
        }),
        ("Answer point 1 of the letter", |s| {
            let mut point = review(s).publishing.letter[0].clone();
            "Nobody asked Amara Osei.".clone_into(&mut point.answer);
            change_letter_point(s, &point).map(drop)
        }),
        ("Change point 2 of the letter", |s| {
            let mut point = review(s).publishing.letter[1].clone();
            "Who asked Tomasz?".clone_into(&mut point.raised);
            change_letter_point(s, &point).map(drop)
        }),
        ("Move point 2 of the letter", |s| {
            move_letter_point(s, LetterPointId(2), 1).map(drop)
        }),
        ("Remove point 2 of the letter", |s| {
            remove_letter_point(s, LetterPointId(1)).map(drop)
        }),
        ("Answer data record: Debt or poverty", |s| {
            answer_record(s, "debt", "yes").map(drop)
        }),
        ("Answer data record: Debt or poverty", |s| {
            answer_record(s, "debt", "").map(drop)
        }),
        ("Record publication", |s| {
            record_publication(s, &went_out(0, "")).map(drop)
        }),
        ("Record publication, with 2 found and let pass", |s| {
            record_publication(s, &went_out(2, "Amara’s mother wishes it")).map(drop)
        }),
    ];
    for (label, edit) in edits {
        let before = review(store);
        edit(store).unwrap_or_else(|error| panic!("{label}: {error}"));
        let after = review(store);
        assert_eq!(store.undo_label().as_deref(), Some(label));
        store.undo().expect(label).expect(label);
        assert!(same(&review(store), &before), "undo of {label}");
        store.redo().expect(label).expect(label);
        assert!(same(&review(store), &after), "redo of {label}");
    }
    let publishing = review(store).publishing;
    assert_eq!(publishing.letter.len(), 1);
    assert_eq!(publishing.letter[0].position, 1);
    assert_eq!(publishing.letter[0].raised, "Who asked Tomasz?");
    let last = publishing.publications.last().expect("recorded");
    assert_eq!((last.overridden, last.by.as_str()), (2, "Chair"));
    for row in store.audit(999).expect("rows") {
        for private in ["Amara", "Osei", "Tomasz"] {
            assert!(!row.what.contains(private), "{}", row.what);
        }
    }
}

#[test]
fn what_makes_no_sense_is_refused_with_what_to_do() {
    let mut case = case();
    let store = &mut case.store;
    add_letter_point(store, "One").expect("added");
    let words = |result: Result<(), StoreError>| result.expect_err("refused").to_string();
    let mut elsewhere = review(store).publishing.letter[0].clone();
    elsewhere.paragraph = Some(ParagraphId(77));
    let refused = [
        (
            words(answer_record(store, "debt", "perhaps").map(drop)),
            "Answer yes or no",
        ),
        (
            words(answer_record(store, "month_of_death", "2021-05-18").map(drop)),
            "never a day",
        ),
        (
            words(answer_record(store, "children", "many").map(drop)),
            "a whole number",
        ),
        (
            words(answer_record(store, "kind_of_death", "an accident").map(drop)),
            "Choose one of the answers",
        ),
        (
            words(answer_record(store, "shoe_size", "5").map(drop)),
            "no question “shoe_size”",
        ),
        (
            words(record_publication(store, &went_out(1, "  ")).map(drop)),
            "passes only for a reason",
        ),
        (
            words(change_letter_point(store, &elsewhere).map(drop)),
            "no longer",
        ),
        (
            words(remove_letter_point(store, LetterPointId(9)).map(drop)),
            "no longer",
        ),
        // The template of this review has no executive summary.
        (words(begin_summary(store).map(drop)), "Nothing was changed"),
    ];
    for (said, expected) in refused {
        assert!(said.contains(expected), "{said}");
    }
    for (key, answer) in [
        ("month_of_death", "2021-05"),
        ("month_of_death", "2021"),
        ("children", "2"),
        ("kind_of_death", "suicide"),
    ] {
        answer_record(store, key, answer).unwrap_or_else(|error| panic!("{answer}: {error}"));
    }
}

#[test]
fn the_summary_begins_with_what_the_report_has_and_keeps_what_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut template = template();
    let section = |key: &str| SectionTemplate {
        key: key.to_owned(),
        title: key.to_owned(),
        help: String::new(),
        appendix: false,
        summary: key.starts_with("summary_"),
    };
    template.sections = ["author", "conclusions", "lessons"].map(section).to_vec();
    let path = folder.path().join("case.lantern");
    let summary = [
        "summary_author",
        "summary_conclusions",
        "summary_key_issues",
    ]
    .map(section);
    template.sections.extend(summary);
    let with_summary = NewFile {
        template,
        details: Details::default(),
    };
    let mut store = Store::create(&path, &passphrase(), &with_summary, "Chair").expect("a file");
    for (id, text) in [
        (1, "One author.\n\nWho is independent."),
        (2, "It was known."),
        (5, "Ours."),
    ] {
        write_section(&mut store, SectionId(id), text).expect("written");
    }
    assert_eq!(begin_summary(&mut store).expect("begun").value, 1);
    let texts: Vec<(String, usize)> = review(&store)
        .sections
        .into_iter()
        .skip(3)
        .map(|section| (section.text, section.paragraphs.len()))
        .collect();
    let expected = [
        ("One author.\n\nWho is independent.", 2),
        ("Ours.", 1),
        ("", 0),
    ];
    assert_eq!(
        texts,
        expected.map(|(text, count)| (text.to_owned(), count))
    );
    assert!(begin_summary(&mut store).is_err(), "there is nothing more");
    store.undo().expect("undone").expect("a step");
    assert_eq!(review(&store).sections[3].text, "");
}

#[test]
fn a_review_of_an_older_version_gets_its_summary_by_one_step() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("old.lantern");
    let kept = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/store/version-4.lantern"
    );
    std::fs::copy(kept, &path).expect("copied");
    let words = Passphrase::new("version 4".to_owned());
    let mut store = Store::open(&path, &words, "Chair").expect("opens");
    let before = review(&store);
    let places = before.template.sections.iter().filter(|one| one.summary);
    let keys: Vec<String> = places.map(|one| one.key.clone()).collect();
    let has = |review: &Review, key: &String| review.sections.iter().any(|one| one.key == *key);
    assert!(keys.len() > 5 && keys.iter().all(|key| !has(&before, key)));
    begin_summary(&mut store).expect("begun");
    let after = review(&store);
    assert!(keys.iter().all(|key| has(&after, key)));
    store.undo().expect("undone").expect("a step");
    assert!(same(&review(&store), &before));
}
