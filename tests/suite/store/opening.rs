//! Which files can be opened, by whom, and what is left alone.

use super::*;

#[test]
fn what_cannot_be_opened_is_named_and_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, store) = create(folder.path());
    drop(store);
    let good = fs::read(&path).expect("bytes");
    let mut damaged = good.clone();
    damaged[20..200].fill(0xAB);
    for (name, bytes, words) in [
        (
            "plain.lantern",
            b"Dear chair,\nplease find attached".to_vec(),
            "plain text",
        ),
        ("empty.lantern", Vec::new(), "it is empty"),
        (
            "plain.db",
            [b"SQLite format 3\0".as_slice(), &[0; 5000]].concat(),
            "ordinary database",
        ),
        (
            "return.docx",
            [b"PK\x03\x04".as_slice(), &[200; 5000]].concat(),
            "choose Import",
        ),
        ("cut.lantern", good[..1000].to_vec(), "cut off"),
        ("damaged.lantern", damaged, "may be damaged"),
        (
            "noise.lantern",
            (0..8192u32).map(|n| ((n * n) >> 3) as u8 | 0x80).collect(),
            "does not open",
        ),
    ] {
        let path = folder.path().join(name);
        fs::write(&path, &bytes).expect("written");
        let words_found = error(&path, &passphrase()).to_string();
        assert!(words_found.contains(words), "{name}: {words_found}");
        assert!(words_found.contains(name), "{name}: {words_found}");
        assert_eq!(fs::read(&path).expect("bytes"), bytes, "{name}");
        assert!(!folder.path().join(format!("{name}.lock")).exists());
    }
    for wrong in [
        "",
        "A long walk; it's späť — 'quoted'",
        "x' OR 1=1 --",
        "nul\0",
    ] {
        let found = error(&path, &Passphrase::new(wrong.to_owned()));
        assert!(
            matches!(found, StoreError::WrongPassphrase { .. }),
            "{wrong}: {found}"
        );
    }
    assert_eq!(fs::read(&path).expect("bytes"), good);
    let missing = error(&folder.path().join("gone.lantern"), &passphrase());
    assert!(matches!(missing, StoreError::Missing { .. }), "{missing}");
    Store::open(&path, &passphrase(), "Chair").expect("still opens");
}

#[test]
fn a_file_is_made_only_where_it_can_be() {
    let folder = tempfile::tempdir().expect("a folder");
    let there = folder.path().join("there.lantern");
    fs::write(&there, "something else").expect("written");
    let attempt = |path: &Path, words: &str| {
        let passphrase = Passphrase::new(words.to_owned());
        Store::create(path, &passphrase, &new_file(), "Chair").err()
    };
    assert!(matches!(
        attempt(&there, "x"),
        Some(StoreError::Exists { .. })
    ));
    assert_eq!(fs::read(&there).expect("bytes"), b"something else");
    let nowhere = folder.path().join("no such folder/case.lantern");
    assert!(matches!(
        attempt(&nowhere, "x"),
        Some(StoreError::NoFolder { .. })
    ));
    let open = folder.path().join("open.lantern");
    assert!(matches!(
        attempt(&open, ""),
        Some(StoreError::EmptyPassphrase)
    ));
    assert!(matches!(
        attempt(&open, "a\0b"),
        Some(StoreError::NulInPassphrase)
    ));
    assert!(!open.exists());
}

#[test]
fn the_second_window_reads_and_is_told_why() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, mut store) = create(folder.path());
    let mut second = Store::open(&path, &passphrase(), "Author").expect("opens");
    let Mode::ReadOnly(reason) = second.mode().clone() else {
        panic!("two writers");
    };
    assert!(reason.contains("in another window"), "{reason}");
    agency(&mut store, "Northmoor Police");
    assert_eq!(second.load().expect("loaded").agencies.len(), 1);
    let refused = write_section(&mut second, SectionId(1), "Mine").expect_err("refused");
    assert!(
        refused.to_string().contains("in another window"),
        "{refused}"
    );
    assert!(second.undo().is_err());
    drop(second);
    agency(&mut store, "Northmoor Housing");
    drop(store);
    let store = Store::open(&path, &passphrase(), "Author").expect("opens");
    assert_eq!(*store.mode(), Mode::ReadWrite);
    assert_eq!(store.load().expect("loaded").agencies.len(), 2);
}

#[test]
fn a_file_marked_read_only_is_read_and_nothing_is_made_beside_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, mut store) = create(folder.path());
    agency(&mut store, "Northmoor Police");
    drop(store);
    let path = {
        let odd = folder.path().join("odd # name %20?.lantern");
        fs::rename(&path, &odd).expect("renamed");
        odd
    };
    let mut permissions = fs::metadata(&path).expect("there").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).expect("marked");
    let store = Store::open(&path, &passphrase(), "Chair").expect("opens");
    assert_eq!(
        *store.mode(),
        Mode::ReadOnly("the file is marked as read-only".to_owned())
    );
    assert_eq!(store.load().expect("loaded").agencies.len(), 1);
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
}

#[test]
fn a_wrong_passphrase_leaves_even_an_unfinished_file_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, mut store) = create(folder.path());
    agency(&mut store, "Northmoor Police");
    // As a kill leaves it: the write-ahead log is not yet folded in.
    let crashed = folder.path().join("crashed.lantern");
    let beside = |path: &Path, ending: &str| PathBuf::from(format!("{}{ending}", path.display()));
    for ending in ["", "-wal"] {
        fs::copy(beside(&path, ending), beside(&crashed, ending)).expect("copied");
    }
    let bytes = || ["", "-wal"].map(|ending| fs::read(beside(&crashed, ending)).expect("bytes"));
    let before = bytes();
    let wrong = error(&crashed, &Passphrase::new("wrong".to_owned()));
    assert!(
        matches!(wrong, StoreError::WrongPassphrase { .. }),
        "{wrong}"
    );
    assert!(before == bytes());
    let opened = Store::open(&crashed, &passphrase(), "Chair").expect("opens");
    assert_eq!(opened.load().expect("loaded").agencies.len(), 1);
}
