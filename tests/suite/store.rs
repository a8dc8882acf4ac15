//! The encrypted file from outside.

mod opening;
mod searching;
mod versions;
mod whole;

use std::fs;
use std::path::{Path, PathBuf};

use lantern::edits::{
    ReturnToImport, add_agency, amend_return, import_return, tag_entries, write_section,
};
use lantern::jobs::{Cancelled, Progress, Silent};
use lantern::model::{
    Agency, AgencyId, Basis, Clock, Details, EntryDraft, EntryId, Moment, Precision,
    PublicationPolicy, SectionId, SectionTemplate, Sector, Template, WeaknessTemplate, When,
};
use lantern::returns::{Amendment, Changed};
use lantern::store::{AuditKind, FileKind, Hit, Mode, NewFile, Passphrase, Store, StoreError};

fn passphrase() -> Passphrase {
    Passphrase::new("a long walk; it's späť — 'quoted'".to_owned())
}

fn new_file() -> NewFile {
    NewFile {
        template: Template {
            name: "small".to_owned(),
            title: "Small review".to_owned(),
            about: "For tests.".to_owned(),
            label: "domestic homicide review".to_owned(),
            least_rounds: 2,
            clock: Clock {
                dates: Vec::new(),
                limits: Vec::new(),
            },
            sections: ["introduction", "analysis"]
                .map(|key| SectionTemplate {
                    key: key.to_owned(),
                    title: key.to_uppercase(),
                    help: String::new(),
                    appendix: false,
                    summary: false,
                })
                .to_vec(),
            sectors: vec![Sector {
                key: "police".to_owned(),
                name: "Police".to_owned(),
            }],
            columns: Vec::new(),
            weaknesses: vec![WeaknessTemplate {
                key: "no_enquiry".to_owned(),
                name: "No enquiry".to_owned(),
                definition: String::new(),
                example: String::new(),
                good_practice: false,
                parent: String::new(),
                patterns: Vec::new(),
            }],
            plan_columns: Vec::new(),
            indicators: Vec::new(),
            periods: Vec::new(),
            comparisons: Vec::new(),
            word_lists: Vec::new(),
            publication: PublicationPolicy::default(),
            rules: Vec::new(),
        },
        details: Details {
            title: "Adult A".to_owned(),
            fictional: true,
            ..Details::default()
        },
    }
}

fn create(folder: &Path) -> (PathBuf, Store) {
    let path = folder.join("case.lantern");
    let store = Store::create(&path, &passphrase(), &new_file(), "Chair").expect("a new file");
    (path, store)
}

fn agency(store: &mut Store, name: &str) -> AgencyId {
    let agency = Agency {
        id: AgencyId(0),
        name: name.to_owned(),
        sector: "police".to_owned(),
        due: None,
        note: String::new(),
    };
    add_agency(store, &agency).expect("an agency").value
}

fn draft(row: u32, text: &str) -> EntryDraft {
    let day: Moment = "2018-06-03".parse().expect("a day");
    EntryDraft {
        when: When {
            wording: "3.6.18".to_owned(),
            earliest: Some(day),
            latest: Some(day),
            precision: Precision::Day,
            inferred: vec!["The century was taken as 20.".to_owned()],
            ..When::default()
        },
        text: text.to_owned(),
        basis: Basis::ThirdParty,
        other: vec![("Ward".to_owned(), "4B".to_owned())],
        place: format!("sheet “Incidents”, row {row}"),
        row,
        ..EntryDraft::default()
    }
}

fn import(store: &mut Store, agency: AgencyId, texts: &[&str]) {
    let entries = texts.iter().zip(1..).map(|(text, row)| draft(row, text));
    let new = ReturnToImport {
        agency,
        file: "police_return.xlsx".to_owned(),
        sha256: "00".repeat(32),
        entries: entries.collect(),
        doubts: Vec::new(),
        skipped: Vec::new(),
        bytes: None,
        habit: None,
    };
    import_return(store, &new, &Silent).expect("imported");
}

fn error(path: &Path, passphrase: &Passphrase) -> StoreError {
    Store::open(path, passphrase, "Chair")
        .err()
        .expect("not to be opened")
}

#[test]
fn a_new_file_is_read_back_as_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, mut store) = create(folder.path());
    let police = agency(&mut store, "Northmoor Police");
    import(&mut store, police, &["A caller reported shouting."]);
    let before = store.load().expect("loaded");
    assert_eq!(before.revision, 3);
    assert_eq!(
        *before.template,
        lantern::templates::completed(new_file().template)
    );
    assert_eq!(before.details, new_file().details);
    assert_eq!(before.sections.len(), 2);
    let entry = &before.entries[0];
    assert_eq!(entry.source.file, "police_return.xlsx");
    assert_eq!(entry.when, draft(1, "").when);
    assert_eq!(entry.other, draft(1, "").other);
    drop(store);
    let names: Vec<_> = fs::read_dir(folder.path())
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    assert_eq!(
        names,
        ["case.lantern"],
        "nothing is left beside a closed file"
    );
    let bytes = fs::read(&path).expect("bytes");
    for plain in ["SQLite", "Northmoor", "shouting", "CREATE TABLE"] {
        let plain = plain.as_bytes();
        assert!(!bytes.windows(plain.len()).any(|window| window == plain));
    }
    let store = Store::open(&path, &passphrase(), "Chair").expect("opens");
    assert_eq!(*store.mode(), Mode::ReadWrite);
    assert_eq!(store.load().expect("loaded"), before);
}

#[test]
fn a_refreshed_review_equals_a_loaded_one_and_shares_the_rest() {
    let folder = tempfile::tempdir().expect("a folder");
    let (_, mut store) = create(folder.path());
    let police = agency(&mut store, "Northmoor Police");
    import(&mut store, police, &["One", "Two", "Three"]);
    let mut review = store.load().expect("loaded");
    let older = review.clone();
    let outcome = lantern::edits::set_basis(&mut store, &[EntryId(2)], Basis::Victim);
    store
        .refresh(&mut review, &outcome.expect("set").touched)
        .expect("refreshed");
    assert_eq!(review, store.load().expect("loaded"));
    for (index, shared) in [true, false, true].into_iter().enumerate() {
        let same = std::sync::Arc::ptr_eq(&review.entries[index], &older.entries[index]);
        assert_eq!(same, shared);
    }
    let outcome = tag_entries(&mut store, &[EntryId(1)], "no_enquiry", "Chair", "");
    let touched = outcome.expect("tagged").touched;
    assert!(touched.entries.is_empty());
    store.refresh(&mut review, &touched).expect("refreshed");
    assert_eq!(review, store.load().expect("loaded"));
}
