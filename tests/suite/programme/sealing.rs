use lantern::model::PartnerId;
use lantern::wall::{Lock, LockFault, Sealed};

use super::canaries::partner;
use super::{day, key, womens_safety};

#[test]
fn a_partners_file_comes_back_whole_and_cannot_be_read_without_the_key() {
    let hers = partner("kestrel", 8_675_309, day("2025-08-13"));
    let sealed = key().seal_partner(&hers).expect("sealed");
    for canary in ["kestrel", "8675309", "2025-08-13"] {
        let bytes = sealed.0.windows(canary.len());
        assert_eq!(bytes.filter(|at| *at == canary.as_bytes()).count(), 0);
    }
    let (_, other) = Lock::new("another").expect("a lock");
    assert!(other.open_partner(hers.id, &sealed).is_err());
    let back = key().open_partner(hers.id, &sealed).expect("opened");
    assert_eq!(back.name.open(&womens_safety()), "kestrel-name");
}

#[test]
fn a_record_opens_only_in_its_own_place_and_unchanged() {
    let hers = partner("kestrel", 1, day("2025-08-13"));
    let sealed = key().seal_partner(&hers).expect("sealed");
    let fault = |id, sealed: &Sealed| key().open_partner(PartnerId(id), sealed).err();
    assert_eq!(fault(2, &sealed), Some(LockFault::Damaged));
    let mut changed = sealed.clone();
    changed.0[40] ^= 1;
    assert_eq!(fault(hers.id.0, &changed), Some(LockFault::Damaged));
    changed.0.truncate(10);
    assert_eq!(fault(hers.id.0, &changed), Some(LockFault::Damaged));
}

#[test]
fn how_much_she_said_does_not_show() {
    let short = key().seal_partner(&partner("a", 1, day("2025-08-13")));
    let long = key().seal_partner(&partner("a little more than before", 1, day("2025-08-13")));
    assert_eq!(
        short.expect("sealed").0.len(),
        long.expect("sealed").0.len()
    );
}

#[test]
fn the_lock_opens_with_its_passphrase_and_with_no_other() {
    let (lock, key) = Lock::new("heron on the weir").expect("a lock");
    for (passphrase, opens) in [
        ("heron on the weir", true),
        ("Heron on the weir", false),
        ("heron on the weir ", false),
        ("", false),
    ] {
        assert_eq!(lock.open(passphrase).is_ok(), opens, "{passphrase:?}");
    }
    let changed = Lock::of(&key, "another").expect("a lock");
    let hers = partner("kestrel", 1, day("2025-08-13"));
    let sealed = key.seal_partner(&hers).expect("sealed");
    let key = changed.open("another").expect("opens");
    assert!(
        key.open_partner(hers.id, &sealed).is_ok(),
        "the key is the same"
    );
    assert!(changed.open("heron on the weir").is_err());
    assert_eq!(Lock::new(" ").err(), Some(LockFault::EmptyPassphrase));
}
