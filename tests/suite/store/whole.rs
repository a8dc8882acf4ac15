//! What was committed stays, and what was not leaves nothing: undo over restarts, cancelling, kills, backups.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant, SystemTime};

use super::*;

#[test]
fn undo_and_redo_survive_a_restart() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, mut store) = create(folder.path());
    let empty = store.load().expect("loaded");
    let police = agency(&mut store, "Northmoor Police");
    import(&mut store, police, &["One", "Two", "Three"]);
    let full = store.load().expect("loaded");
    let label = Some("Import police_return.xlsx (3 entries)".to_owned());
    drop(store);
    let mut store = Store::open(&path, &passphrase(), "Author").expect("opens");
    assert_eq!(store.undo_label(), label);
    let undone = store.undo().expect("undone").expect("a step");
    assert_eq!(Some(undone.value), label);
    assert_eq!(undone.touched.entries.len(), 3);
    store.undo().expect("undone").expect("a step");
    assert_eq!(store.undo().expect("nothing"), None);
    let mut after = store.load().expect("loaded");
    assert_eq!(after.revision, 5);
    after.revision = empty.revision;
    assert_eq!(after, empty);
    drop(store);
    let mut store = Store::open(&path, &passphrase(), "Chair").expect("opens");
    store.redo().expect("redone").expect("a step");
    assert_eq!(store.redo_label(), label);
    store.redo().expect("redone").expect("a step");
    assert_eq!(store.redo_label(), None);
    let mut after = store.load().expect("loaded");
    after.revision = full.revision;
    assert_eq!(after, full);
    let kinds: Vec<_> = store
        .audit(99)
        .expect("rows")
        .into_iter()
        .map(|row| (row.kind, row.who))
        .collect();
    let expected = [
        (AuditKind::Redo, "Chair"),
        (AuditKind::Redo, "Chair"),
        (AuditKind::Undo, "Author"),
        (AuditKind::Undo, "Author"),
        (AuditKind::Edit, "Chair"),
        (AuditKind::Edit, "Chair"),
        (AuditKind::Create, "Chair"),
    ]
    .map(|(kind, who)| (kind, who.to_owned()));
    assert_eq!(kinds, expected);
    assert!(store.verify_audit().expect("a report").is_whole());
}

/// Cancels at the given report.
struct CancelAt(u64);

impl Progress for CancelAt {
    fn report(&self, done: u64, _total: Option<u64>, _what: &str) -> Result<(), Cancelled> {
        if done >= self.0 {
            Err(Cancelled)
        } else {
            Ok(())
        }
    }
}

#[test]
fn a_cancelled_import_leaves_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let (_, mut store) = create(folder.path());
    let police = agency(&mut store, "Northmoor Police");
    let before = store.load().expect("loaded");
    let new = ReturnToImport {
        agency: police,
        file: "long.csv".to_owned(),
        sha256: String::new(),
        entries: (1..100).map(|row| draft(row, "A call.")).collect(),
        doubts: Vec::new(),
        skipped: Vec::new(),
        bytes: None,
        habit: None,
    };
    let cancelled = import_return(&mut store, &new, &CancelAt(50));
    assert!(matches!(cancelled, Err(StoreError::Cancelled(_))));
    assert_eq!(store.load().expect("loaded"), before);
    assert_eq!(
        store
            .search(&store.load().expect("the review"), "call", 9)
            .expect("hits"),
        []
    );
}

#[test]
fn a_backup_is_a_whole_file_of_its_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let (_, mut store) = create(folder.path());
    let police = agency(&mut store, "Northmoor Police");
    import(&mut store, police, &["One", "Two"]);
    let copy = folder.path().join("copy.lantern");
    store.backup(&copy, &Silent).expect("copied");
    let again = store.backup(&copy, &Silent).expect_err("never replaced");
    assert!(matches!(again, StoreError::Exists { .. }), "{again}");
    let cancelled = store.backup(&folder.path().join("part.lantern"), &CancelAt(0));
    assert!(matches!(cancelled, Err(StoreError::Cancelled(_))));
    let mut names: Vec<_> = fs::read_dir(folder.path())
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name())
        .filter(|name| !name.to_string_lossy().starts_with("case."))
        .collect();
    names.sort();
    assert_eq!(names, ["copy.lantern"], "no remains");
    let mut second = Store::open(&copy, &passphrase(), "Chair").expect("opens");
    assert_eq!(*second.mode(), Mode::ReadWrite);
    assert_eq!(
        second.load().expect("loaded"),
        store.load().expect("loaded")
    );
    assert_eq!(second.integrity().expect("read"), Vec::<String>::new());
    assert!(second.verify_audit().expect("a report").is_whole());
    second.undo().expect("undone").expect("history came along");
    let wrong = error(&copy, &Passphrase::new("other".to_owned()));
    assert!(matches!(wrong, StoreError::WrongPassphrase { .. }));
}

// A kill at any moment: this very program is started again as a child that commits and says so, until it is killed.

const KILL_FILE: &str = "LANTERN_TEST_KILL_FILE";
const CHILD: &str = "the_child_commits_until_it_is_killed";

#[test]
fn the_child_commits_until_it_is_killed() {
    let Some(path) = std::env::var_os(KILL_FILE) else {
        return;
    };
    let mut store = Store::open(Path::new(&path), &passphrase(), "Child").expect("opens");
    for round in 0.. {
        let outcome = match round % 4 {
            0..=2 => {
                let text = format!("Written by round {round}. ").repeat(200);
                write_section(&mut store, SectionId(1), &text).map(|outcome| outcome.revision)
            }
            _ => store
                .undo()
                .map(|outcome| outcome.expect("a step").revision),
        };
        println!("\ncommitted {}", outcome.expect("committed"));
        std::io::stdout().flush().expect("said");
    }
}

#[test]
fn a_kill_loses_nothing_that_was_committed() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, store) = create(folder.path());
    drop(store);
    let test = match module_path!().split_once("::") {
        Some((_, module)) => format!("{module}::{CHILD}"),
        None => CHILD.to_owned(),
    };
    for _ in 0..4 {
        let mut child = Command::new(std::env::current_exe().expect("this program"))
            .args(["--exact", &test, "--nocapture", "--test-threads=1"])
            .env(KILL_FILE, &path)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("a child");
        let output = BufReader::new(child.stdout.take().expect("its output"));
        let (sender, committed) = mpsc::channel();
        let reader = std::thread::spawn(move || {
            for line in output.lines().map_while(Result::ok) {
                if let Some(number) = line.strip_prefix("committed ") {
                    let revision: i64 = number.parse().expect("a number");
                    if sender.send(revision).is_err() {
                        return;
                    }
                }
            }
        });
        let mut last = committed
            .recv_timeout(Duration::from_secs(120))
            .expect("a first commit");
        let nanos = SystemTime::now()
            .duration_since(SystemTime::UNIX_EPOCH)
            .map_or(0, |since| since.subsec_nanos());
        let until = Instant::now() + Duration::from_micros(u64::from(nanos % 200_000));
        while Instant::now() < until {
            last = committed.try_iter().last().unwrap_or(last);
            std::thread::yield_now();
        }
        child.kill().expect("killed");
        child.wait().expect("gone");
        reader.join().expect("read to the end");
        last = committed.try_iter().last().unwrap_or(last);

        let store = Store::open(&path, &passphrase(), "Chair").expect("opens");
        assert_eq!(
            *store.mode(),
            Mode::ReadWrite,
            "the lock went with its holder"
        );
        let revision = store.load().expect("loaded").revision;
        assert!((last..=last + 1).contains(&revision), "{last} {revision}");
        assert_eq!(store.integrity().expect("read"), Vec::<String>::new());
        let report = store.verify_audit().expect("a report");
        assert!(report.is_whole(), "{:?}", report.faults);
        assert_eq!(report.rows, revision);
    }
}
