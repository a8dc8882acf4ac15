//! Files of every released version.

use lantern::model::{Person, Publishing, Sex};
use lantern::overview::replaced;

use super::*;

// The kept file of version 1: passphrase "version 1", made once by the test below.

const VERSION_1: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/fixtures/store/version-1.lantern"
);

#[test]
fn a_file_of_version_1_opens_and_keeps_its_history() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("old.lantern");
    fs::copy(VERSION_1, &path).expect("copied");
    let words = Passphrase::new("version 1".to_owned());
    let mut store = Store::open(&path, &words, "Chair").expect("opens");
    let review = store.load().expect("loaded");
    assert_eq!(review.agencies[0].name, "Northmoor Police");
    let texts: Vec<&str> = review.entries.iter().map(|entry| &*entry.text).collect();
    assert_eq!(
        texts,
        ["A caller reported shouting.", "Nobody answered the door."]
    );
    assert_eq!(review.entries[0].when, draft(1, "").when);
    assert_eq!(review.taggings[0].coder, "Chair");
    assert_eq!(
        store
            .search(&store.load().expect("the review"), "shouting", 5)
            .expect("hits")
            .len(),
        1
    );
    assert!(store.verify_audit().expect("a report").is_whole());
    assert_eq!(store.undo_label().as_deref(), Some("Tag 1 entry"));
    while store.undo().expect("undone").is_some() {}
    assert!(store.load().expect("loaded").agencies.is_empty());
    assert_eq!(store.integrity().expect("read"), Vec::<String>::new());
}

#[test]
fn a_corrected_return_in_a_file_of_version_1_overrules_nothing_that_may_be_the_chairs() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("old.lantern");
    fs::copy(VERSION_1, &path).expect("copied");
    let words = Passphrase::new("version 1".to_owned());
    let mut store = Store::open(&path, &words, "Chair").expect("opens");
    let before = store.load().expect("loaded");
    let import = before.imports[0].id;
    assert_eq!(store.import_file(import).expect("read"), None);
    lantern::edits::remove_entries(&mut store, &[EntryId(2)]).expect("removed");
    store.undo().expect("undone").expect("a step");
    let mut second = draft(2, "Nobody opened the door.");
    second.basis = Basis::FirstHand;
    let new = ReturnToImport {
        agency: before.agencies[0].id,
        file: "corrected.xlsx".to_owned(),
        sha256: "11".repeat(32),
        entries: vec![draft(1, "A caller reported shouting."), second],
        doubts: Vec::new(),
        skipped: Vec::new(),
        bytes: None,
        habit: None,
    };
    let amendment = Amendment {
        same: vec![(EntryId(1), 0)],
        changed: vec![Changed {
            entry: EntryId(2),
            draft: 1,
            what: Vec::new(),
        }],
        ..Amendment::default()
    };
    amend_return(&mut store, &new, import, &amendment, &Silent).expect("amended");
    let after = store.load().expect("loaded");
    assert_eq!(after.entries[1].text, "Nobody opened the door.");
    assert_eq!(after.entries[1].basis, Basis::ThirdParty);
    let doubts = &after.imports[1].doubts;
    assert_eq!(doubts.len(), 1, "{doubts:?}");
    assert!(
        doubts[0].why.contains("may have been set by hand"),
        "{doubts:?}"
    );
    assert_eq!(after.taggings, before.taggings);
    while store.undo().expect("undone").is_some() {}
    assert!(store.load().expect("loaded").agencies.is_empty());
    assert_eq!(store.integrity().expect("read"), Vec::<String>::new());
}

/// Made by the program of version 2: `lantern new`, `lantern import police.csv` of three rows, and `lantern import --replaces` by a
/// file that words the second otherwise and lacks the third.
const VERSION_2: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/fixtures/store/version-2.lantern"
);

#[test]
fn a_file_of_version_2_keeps_its_history_and_what_is_replaced_in_it_is_recorded_from_now_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("old.lantern");
    fs::copy(VERSION_2, &path).expect("copied");
    let words = Passphrase::new("version 2".to_owned());
    let mut store = Store::open(&path, &words, "Chair").expect("opens");
    assert!(store.verify_audit().expect("a report").is_whole());
    let before = store.load().expect("loaded");
    let [first, second] = [0, 1].map(|at| before.imports[at].id);
    assert_eq!(before.imports[1].replaces, None, "it was not recorded then");
    assert_eq!(replaced(&before), [(first, None)].into());
    assert_eq!(before.entries[2].withdrawn, Some(second));
    assert_eq!(
        store.undo_label().as_deref(),
        Some("Amend by police corrected.csv (0 new, 1 changed, 1 gone)")
    );

    let new = ReturnToImport {
        agency: before.agencies[0].id,
        file: "third.csv".to_owned(),
        sha256: "33".repeat(32),
        entries: vec![
            draft(1, "A caller reported shouting."),
            draft(2, "Nobody opened the door."),
        ],
        doubts: Vec::new(),
        skipped: Vec::new(),
        bytes: None,
        habit: None,
    };
    let same = Amendment {
        same: vec![(EntryId(1), 0), (EntryId(2), 1)],
        ..Amendment::default()
    };
    amend_return(&mut store, &new, second, &same, &Silent).expect("amended");
    drop(store);
    let mut store = Store::open(&path, &words, "Chair").expect("opens again");
    let after = store.load().expect("loaded");
    let third = &after.imports[2];
    assert_eq!(third.replaces, Some(second));
    assert_eq!(
        replaced(&after),
        [(first, None), (second, Some(third.id))].into()
    );
    assert!(store.verify_audit().expect("a report").is_whole());
    while store.undo().expect("undone").is_some() {}
    assert!(store.load().expect("loaded").agencies.is_empty());
    assert_eq!(store.integrity().expect("read"), Vec::<String>::new());
}

/// Made by the program of version 3: two entries, a text in the introduction, a tag, and three recommendations, two of them with the same
/// finding.
const VERSION_3: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/fixtures/store/version-3.lantern"
);

#[test]
fn findings_written_with_recommendations_in_version_3_become_findings_and_the_trail_stays_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("old.lantern");
    fs::copy(VERSION_3, &path).expect("copied");
    let words = Passphrase::new("version 3".to_owned());
    let mut store = Store::open(&path, &words, "Chair").expect("opens");
    assert!(store.verify_audit().expect("a report").is_whole());
    let review = store.load().expect("loaded");
    let keys: Vec<&str> = review
        .weaknesses
        .iter()
        .map(|one| one.key.as_str())
        .collect();
    assert_eq!(keys, ["no_enquiry"]);
    let [finding] = &review.findings[..] else {
        panic!("{:?}", review.findings)
    };
    assert_eq!(finding.text, "Nobody asked her alone.");
    assert_eq!(finding.entries, [EntryId(1), EntryId(2)]);
    let answers: Vec<usize> = review
        .recommendations
        .iter()
        .map(|recommendation| recommendation.findings.len())
        .collect();
    assert_eq!(answers, [1, 1, 0]);
    assert_eq!(review.taggings[0].memo, "once");
    assert!(review.sections[0].paragraphs.is_empty());

    write_section(&mut store, SectionId(2), "What we make of it.").expect("written");
    drop(store);
    let mut store = Store::open(&path, &words, "Chair").expect("opens again");
    assert!(store.verify_audit().expect("a report").is_whole());
    assert_eq!(
        store.undo_label().as_deref(),
        Some("Write section ANALYSIS")
    );
    while store.undo().expect("undone").is_some() {}
    let empty = store.load().expect("loaded");
    assert!(empty.recommendations.is_empty() && empty.agencies.is_empty());
    assert!(store.verify_audit().expect("a report").is_whole());
    assert_eq!(store.integrity().expect("read"), Vec::<String>::new());
}

#[test]
#[ignore = "writes the kept file of version 1 anew; for the record of how it was made"]
fn the_kept_file_is_written() {
    let path = Path::new(VERSION_1);
    let words = Passphrase::new("version 1".to_owned());
    let mut store = Store::create(path, &words, &new_file(), "Chair").expect("a new file");
    let police = agency(&mut store, "Northmoor Police");
    import(
        &mut store,
        police,
        &["A caller reported shouting.", "Nobody answered the door."],
    );
    tag_entries(&mut store, &[EntryId(1)], "no_enquiry", "Chair", "").expect("tagged");
}

const VERSION_4: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/fixtures/store/version-4.lantern"
);

// Made with the program of version 4: `new`, `import` of two rows, `people import` of two people; passphrase "version 4".
#[test]
fn a_file_of_version_4_opens_with_its_people_and_history_and_takes_what_publishing_needs() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("old.lantern");
    fs::copy(VERSION_4, &path).expect("copied");
    let words = Passphrase::new("version 4".to_owned());
    let mut store = Store::open(&path, &words, "Chair").expect("opens");
    assert!(store.verify_audit().expect("a report").is_whole());
    let review = store.load().expect("loaded");
    let victim = &review.people[0];
    assert_eq!(victim.name, "Dilys Okonjo");
    assert_eq!(victim.aliases, ["Dil", "Mrs Okonjo"]);
    assert_eq!(victim.sex, Sex::NotRecorded);
    assert_eq!(review.publishing, Publishing::default());
    assert!(!review.template.rules.is_empty() && !review.template.publication.places.is_empty());

    let named = Person {
        pseudonym: "Mair".to_owned(),
        chosen_by: "her mother".to_owned(),
        sex: Sex::Female,
        ..victim.clone()
    };
    lantern::edits::change_person(&mut store, &named).expect("changed");
    assert_eq!(store.load().expect("loaded").people[0], named);
    while store.undo().expect("undone").is_some() {}
    assert!(store.load().expect("loaded").people.is_empty());
    assert!(store.verify_audit().expect("a report").is_whole());
    assert_eq!(store.integrity().expect("read"), Vec::<String>::new());
}

const VERSION_5: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/fixtures/store/version-5.lantern"
);

// Made with the program of version 5: `new`, `import` of two rows, `people import` of two people; passphrase "version 5".
#[test]
fn a_file_of_version_5_is_a_review_and_opens_with_its_history() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("old.lantern");
    fs::copy(VERSION_5, &path).expect("copied");
    let words = Passphrase::new("version 5".to_owned());
    let mut store = Store::open(&path, &words, "Chair").expect("opens");
    assert_eq!(store.kind().expect("read"), FileKind::Review);
    assert!(!store.has_safety_lock().expect("read"));
    assert!(store.verify_audit().expect("a report").is_whole());
    assert_eq!(store.load().expect("loaded").entries.len(), 2);
    while store.undo().expect("undone").is_some() {}
    assert!(store.load().expect("loaded").entries.is_empty());
    assert!(store.verify_audit().expect("a report").is_whole());
    assert_eq!(store.integrity().expect("read"), Vec::<String>::new());
}
