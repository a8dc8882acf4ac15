//! What needs the database itself: a full disk, foreign and future files, the shape of the schema.

mod destroying;
mod tampering;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::*;
use crate::model::{
    Agency, AgencyId, Clock, Details, EntryDraft, EntryId, PublicationPolicy, Review,
    SectionTemplate, Template, When,
};

fn template() -> Template {
    Template {
        name: "small".to_owned(),
        title: "Small".to_owned(),
        about: String::new(),
        label: "domestic homicide review".to_owned(),
        least_rounds: 2,
        clock: Clock {
            dates: Vec::new(),
            limits: Vec::new(),
        },
        sections: vec![SectionTemplate {
            key: "introduction".to_owned(),
            title: "Introduction".to_owned(),
            help: String::new(),
            appendix: false,
            summary: false,
        }],
        sectors: Vec::new(),
        columns: Vec::new(),
        weaknesses: Vec::new(),
        plan_columns: Vec::new(),
        indicators: Vec::new(),
        periods: Vec::new(),
        comparisons: Vec::new(),
        word_lists: Vec::new(),
        publication: PublicationPolicy::default(),
        rules: Vec::new(),
    }
}

fn passphrase() -> Passphrase {
    Passphrase::new("seven plain words, rarely said together".to_owned())
}

struct Case {
    _folder: tempfile::TempDir,
    path: PathBuf,
    store: Store,
    agency: AgencyId,
}

fn case() -> Case {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("case.lantern");
    let new = NewFile {
        template: template(),
        details: Details::default(),
    };
    let mut store = Store::create(&path, &passphrase(), &new, "Chair").expect("a new file");
    let agency = add_agency(&mut store, "Housing").expect("an agency").value;
    Case {
        _folder: folder,
        path,
        store,
        agency,
    }
}

fn add_agency(store: &mut Store, name: &str) -> Result<Outcome<AgencyId>, StoreError> {
    store.transact(Op::new(format!("Add agency {name}")), |tx| {
        tx.add_agency(&Agency {
            id: AgencyId(0),
            name: name.to_owned(),
            sector: String::new(),
            due: None,
            note: String::new(),
        })
    })
}

fn add_entry(store: &mut Store, agency: AgencyId, text: &str) -> EntryId {
    let place = EntryPlace {
        agency,
        import: None,
        position: 1,
    };
    let draft = EntryDraft {
        when: When::not_understood("in the spring, she thought"),
        text: text.to_owned(),
        ..EntryDraft::default()
    };
    store
        .transact(Op::new("Add entry"), |tx| tx.add_entry(place, &draft))
        .expect("an entry")
        .value
}

fn raw(path: &Path) -> Connection {
    let connection =
        connection::keyed(path, OpenFlags::SQLITE_OPEN_READ_WRITE, &passphrase()).expect("open");
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)
        .expect("set");
    connection
}

#[test]
fn a_store_can_work_on_a_thread_of_its_own() {
    fn moves<T: Send>() {}
    moves::<Store>();
}

#[test]
fn every_table_is_undoable_or_known_not_to_be() {
    let case = case();
    let tables: Vec<String> = rows::all(
        &case.store.connection,
        "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
        [],
        |row| row.get(0),
    )
    .expect("tables");
    for table in tables {
        // Looks and certificates only grow.
        let aside = ["sealed_look", "certificate"];
        let known = ["header", "audit", "step", "recorded", "tally"].contains(&table.as_str())
            || aside.contains(&table.as_str())
            || table.starts_with("search")
            || table.starts_with("sqlite_")
            || table.ends_with("_before");
        let triggers: i64 = case
            .store
            .connection
            .query_row(
                "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?1
                    AND name IN (?1 || '_inserted', ?1 || '_updated', ?1 || '_deleted')",
                [&table],
                |row| row.get(0),
            )
            .expect("a count");
        assert_eq!(triggers, if known { 0 } else { 3 }, "{table}");
    }
}

#[test]
fn foreign_keys_have_an_index() {
    let case = case();
    let missing: Vec<String> = rows::all(
        &case.store.connection,
        "SELECT t.name || '.' || f.\"from\" FROM sqlite_schema AS t, pragma_foreign_key_list(t.name) AS f
        WHERE t.type = 'table' AND NOT EXISTS (
            SELECT 1 FROM pragma_index_list(t.name) AS i, pragma_index_info(i.name) AS c
            WHERE c.seqno = 0 AND c.name = f.\"from\")",
        [],
        |row| row.get(0),
    )
    .expect("a list");
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn a_full_disk_loses_nothing() {
    let mut case = case();
    add_entry(&mut case.store, case.agency, "Rent was late");
    let before = case.store.load().expect("loaded");
    let pages: i64 = case
        .store
        .connection
        .pragma_query_value(None, "page_count", |row| row.get(0))
        .expect("a count");
    let _: i64 = case
        .store
        .connection
        .pragma_update_and_check(None, "max_page_count", pages + 4, |row| row.get(0))
        .expect("a limit");
    let agency = case.agency;
    let place = EntryPlace {
        agency,
        import: None,
        position: 1,
    };
    let result = case.store.transact(Op::new("Add much"), |tx| {
        for _ in 0..200 {
            tx.add_entry(
                place,
                &EntryDraft {
                    text: "Rent was late again. ".repeat(100),
                    ..EntryDraft::default()
                },
            )?;
        }
        Ok(())
    });
    let error = result.expect_err("no room");
    assert!(matches!(error, StoreError::DiskFull { .. }), "{error:?}");
    assert!(error.to_string().contains("is full"), "{error}");
    assert_eq!(case.store.load().expect("loaded"), before);
    assert_eq!(case.store.undo_label().as_deref(), Some("Add entry"));
    let _: i64 = case
        .store
        .connection
        .pragma_update_and_check(None, "max_page_count", 1_000_000, |row| row.get(0))
        .expect("more room");
    add_entry(&mut case.store, case.agency, "Rent was paid");
    assert!(case.store.verify_audit().expect("a report").is_whole());
}

#[test]
fn an_edit_that_fails_or_panics_changes_nothing() {
    let mut case = case();
    let before = case.store.load().expect("loaded");
    let refused = case.store.transact(Op::new("Fail"), |tx| {
        tx.remove_agency(AgencyId(1))?;
        Err::<(), _>(StoreError::Refused("No.".to_owned()))
    });
    assert_eq!(refused.expect_err("refused").to_string(), "No.");
    let panicked = catch_unwind(AssertUnwindSafe(|| {
        let _ = case.store.transact(Op::new("Panic"), |tx| {
            tx.remove_agency(AgencyId(1))?;
            panic!("the roof is off");
            #[allow(unreachable_code)]
            Ok(())
        });
    }));
    assert!(panicked.is_err());
    assert_eq!(case.store.load().expect("loaded"), before);
    let nothing = case.store.transact(Op::new("Nothing"), |_| Ok(7));
    let nothing = nothing.expect("fine");
    assert_eq!((nothing.value, nothing.revision), (7, before.revision));
    assert!(nothing.touched.is_empty());
    assert_eq!(
        case.store.undo_label().as_deref(),
        Some("Add agency Housing")
    );
}

#[test]
fn other_and_future_files_are_refused_unchanged() {
    for (sql, expected) in [
        ("PRAGMA application_id = 7;", "not a Lantern file"),
        ("PRAGMA user_version = 99;", "saved by a newer Lantern"),
    ] {
        let Case {
            _folder,
            path,
            store,
            ..
        } = case();
        drop(store);
        raw(&path).execute_batch(sql).expect(sql);
        let before = std::fs::read(&path).expect("bytes");
        let error = Store::open(&path, &passphrase(), "Chair").err().expect(sql);
        assert!(error.to_string().contains(expected), "{error}");
        assert_eq!(std::fs::read(&path).expect("bytes"), before, "{sql}");
    }
}

#[test]
fn a_schema_step_keeps_the_undo_history() {
    let mut case = case();
    let entry = add_entry(&mut case.store, case.agency, "Rent was late");
    case.store
        .transact(Op::new("Remove entry"), |tx| tx.remove_entries(&[entry]))
        .expect("removed");
    let steps: Vec<&str> = migrate::STEPS
        .iter()
        .copied()
        .chain(["ALTER TABLE entry ADD COLUMN colour TEXT NOT NULL DEFAULT 'grey';"])
        .collect();
    migrate::migrate(&mut case.store.connection, migrate::current(), &steps).expect("migrated");
    let version: i64 = case
        .store
        .connection
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .expect("a version");
    assert_eq!(version, migrate::current() + 1);
    assert!(case.store.verify_audit().expect("a report").is_whole());
    let undone = case.store.undo().expect("undone").expect("a step");
    assert_eq!(undone.value, "Remove entry");
    assert!(case.store.verify_audit().expect("a report").is_whole());
    let colour: String = case
        .store
        .connection
        .query_row("SELECT colour FROM entry", [], |row| row.get(0))
        .expect("the entry is back");
    assert_eq!(colour, "grey");
    assert_eq!(
        case.store.load().expect("loaded").entries[0].text,
        "Rent was late"
    );
}

fn index_is_sound(store: &Store) {
    store
        .connection
        .execute_batch("INSERT INTO search (search, rank) VALUES ('integrity-check', 1);")
        .expect("the search index agrees with the entries");
}

#[test]
fn the_search_index_follows_every_step() {
    let mut case = case();
    let one = add_entry(&mut case.store, case.agency, "Rent was late");
    index_is_sound(&case.store);
    let two = add_entry(&mut case.store, case.agency, "The neighbour rang");
    case.store
        .transact(Op::new("Mixed"), |tx| {
            tx.set_basis(&[one], crate::model::Basis::Victim)?;
            tx.remove_entries(&[two])
        })
        .expect("changed");
    index_is_sound(&case.store);
    assert_eq!(case.store.found("neighbour").expect("found").len(), 0);
    for _ in 0..3 {
        case.store.undo().expect("undone");
        index_is_sound(&case.store);
    }
    assert_eq!(case.store.found("rent").expect("found").len(), 0);
    for _ in 0..3 {
        case.store.redo().expect("redone");
        index_is_sound(&case.store);
    }
    assert_eq!(case.store.found("rent").expect("found").len(), 1);
}

#[test]
fn a_zero_byte_in_a_wording_survives_removal_and_undo() {
    let mut case = case();
    let entry = add_entry(&mut case.store, case.agency, "before\0after ‘ \" ; é 𝄞");
    let before: Review = case.store.load().expect("loaded");
    case.store
        .transact(Op::new("Remove"), |tx| tx.remove_entries(&[entry]))
        .expect("removed");
    let undone = case.store.undo().expect("undone").expect("a step");
    let after = case.store.load().expect("loaded");
    assert_eq!(after.entries, before.entries);
    assert_eq!(undone.touched.entries.len(), 1);
}
