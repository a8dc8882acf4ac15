//! What a determined hand with the passphrase does to the file, and what is found of it.

use super::*;

#[test]
fn tampering_with_the_audit_trail_is_found_and_named() {
    let forge = "INSERT INTO audit SELECT 3, at, 'Nobody', what, kind, digest, hash, 'forged', tally FROM audit WHERE id = 2;";
    for (name, sql, expected) in [
        ("nothing", "", vec![]),
        (
            "changed",
            "UPDATE audit SET who = 'Somebody else' WHERE id = 3;",
            vec![AuditFault::Changed { row: 3 }],
        ),
        (
            "removed",
            "DELETE FROM audit WHERE id IN (2, 3);",
            vec![AuditFault::Removed { from: 2, to: 3 }],
        ),
        (
            "removed at the end",
            "DELETE FROM audit WHERE id >= 4;",
            vec![AuditFault::Removed { from: 4, to: 5 }],
        ),
        (
            "removed and renumbered",
            "DELETE FROM audit WHERE id = 3; UPDATE audit SET id = id - 1 WHERE id > 3;",
            vec![
                AuditFault::Broken { row: 3 },
                AuditFault::Removed { from: 5, to: 5 },
            ],
        ),
        (
            "inserted",
            &format!(
                "UPDATE audit SET id = -id - 1 WHERE id >= 3; UPDATE audit SET id = -id WHERE id < 0; {forge}"
            ),
            vec![
                AuditFault::Changed { row: 3 },
                AuditFault::Inserted { row: 3 },
            ],
        ),
        (
            "added at the end",
            "INSERT INTO audit SELECT 6, at, who, what, kind, digest, hash, 'forged', tally FROM audit WHERE id = 5;",
            vec![
                AuditFault::Changed { row: 6 },
                AuditFault::Added { from: 6, to: 6 },
            ],
        ),
    ] {
        let Case {
            _folder,
            path,
            mut store,
            ..
        } = case();
        for agency in ["Police", "School"] {
            add_agency(&mut store, agency).expect("an agency");
        }
        store.undo().expect("undone");
        drop(store);
        let connection = raw(&path);
        connection
            .execute_batch("DROP TRIGGER audit_never_changed; DROP TRIGGER audit_never_removed;")
            .expect("a determined hand");
        connection.execute_batch(sql).expect(name);
        drop(connection);
        let store = Store::open(&path, &passphrase(), "Chair").expect("opens");
        let report = store.verify_audit().expect("a report");
        assert_eq!(report.faults, expected, "{name}");
        for fault in report.faults {
            assert!(fault.to_string().starts_with("Row"), "{fault}");
        }
    }
}

#[test]
fn what_was_changed_outside_is_found_and_named() {
    let entries = AuditFault::ChangedOutside {
        noun: Noun::Entries,
    };
    let agencies = AuditFault::ChangedOutside {
        noun: Noun::Agencies,
    };
    let no_triggers = "DROP TRIGGER entry_updated; DROP TRIGGER entry_deleted; DROP TRIGGER entry_inserted; DROP TRIGGER agency_updated;";
    for (name, sql, expected) in [
        ("nothing", "", vec![]),
        (
            "a wording",
            "UPDATE entry SET text = 'Rent was paid' WHERE id = 2",
            vec![entries.clone()],
        ),
        (
            "one letter of a date",
            "UPDATE entry SET wording = replace(wording, 'spring', 'Spring') WHERE id = 1",
            vec![entries.clone()],
        ),
        (
            "two wordings exchanged",
            "UPDATE entry SET text = CASE text WHEN 'Rent was late' THEN 'The neighbour rang' ELSE 'Rent was late' END",
            vec![entries.clone()],
        ),
        ("none to an empty field", "UPDATE agency SET due = ''", vec![agencies.clone()]),
        ("removed", "DELETE FROM entry WHERE id = 1", vec![entries.clone()]),
        (
            "added",
            "INSERT INTO entry SELECT id + 70, agency, import, place, row, position, wording, earliest, latest, precision,
                certainty, inferred, warnings, alternatives, text, response, seen, recorder, document, comment, basis,
                enquiry, disclosure, other, hangs_on, withdrawn, by_hand FROM entry WHERE id = 1",
            vec![entries.clone()],
        ),
        (
            "in two tables",
            "UPDATE entry SET comment = 'x'; UPDATE agency SET name = 'Homes'",
            vec![agencies, entries.clone()],
        ),
        (
            "the tallies too",
            "UPDATE tally SET sum = zeroblob(32) WHERE noun = 'entry'; DELETE FROM entry",
            vec![AuditFault::TalliesReplaced],
        ),
        (
            "only the tallies",
            "DELETE FROM tally WHERE noun = 'entry'",
            vec![entries, AuditFault::TalliesReplaced],
        ),
    ] {
        let Case {
            _folder,
            path,
            mut store,
            agency,
        } = case();
        let one = add_entry(&mut store, agency, "Rent was late");
        add_entry(&mut store, agency, "The neighbour rang");
        store
            .transact(Op::new("Set basis"), |tx| {
                tx.set_basis(&[one], crate::model::Basis::Victim)?;
                tx.remove_entries(&[one])
            })
            .expect("changed");
        store.undo().expect("undone");
        drop(store);
        let connection = raw(&path);
        connection.execute_batch(no_triggers).expect("a determined hand");
        connection.execute_batch(sql).expect(name);
        // The triggers come back as if nothing had been.
        undo_log::generate(&connection).expect("made");
        drop(connection);
        let mut store = Store::open(&path, &passphrase(), "Chair").expect("opens");
        assert_eq!(store.verify_audit().expect("a report").faults, expected, "{name}");
        // It stays found, whatever is done with the file afterwards.
        add_agency(&mut store, "School").expect("an agency");
        store.undo().expect("undone");
        store.redo().expect("redone");
        let later = store.verify_audit().expect("a report");
        assert_eq!(later.is_whole(), expected.is_empty(), "{name}");
        for fault in later.faults {
            assert!(fault.to_string().starts_with("Row"), "{fault}");
        }
    }
}

#[test]
fn the_audit_trail_itself_refuses_changes() {
    let case = case();
    for sql in [
        "UPDATE audit SET who = 'x'",
        "DELETE FROM audit",
        "INSERT OR REPLACE INTO audit SELECT * FROM audit",
    ] {
        assert!(case.store.connection.execute(sql, []).is_err(), "{sql}");
    }
}
