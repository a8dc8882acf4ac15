//! What is behind the lock of women’s safety work stays there.

use lantern::edits;
use lantern::model::{ManId, PartnerId};
use lantern::store::{Passphrase, Store, StoreError};
use lantern::wall::{Look, What};

use super::{day, full, hers, nadia, passphrase, settings, today};

#[test]
fn behind_a_closed_lock_nothing_of_hers_is_read_changed_undone_or_named() {
    let file = full();
    let path = file.store.path().to_owned();
    drop(file.store);
    let mut store = Store::open(&path, &passphrase(), "Robin Achebe").expect("opens");
    let locked = &mut store;
    assert!(locked.clearance().is_none());
    assert!(matches!(locked.partners(), Err(StoreError::BehindTheWall)));
    assert!(matches!(locked.looks(), Err(StoreError::BehindTheWall)));
    assert!(matches!(locked.undo(), Err(StoreError::BehindTheWall)));
    assert_eq!(locked.undo_label(), None);
    for verb in [
        edits::add_partner(locked, &mut nadia(), today()).map(drop),
        edits::change_partner(locked, &nadia(), today()).map(drop),
        edits::remove_partner(locked, PartnerId(1), today()).map(drop),
        edits::remove_man(locked, ManId(1)).map(drop),
    ] {
        assert!(verb.is_err());
    }
    let owed = settings(|settings| settings.contact.during = 0);
    let refused = edits::change_settings(locked, &owed).expect_err("refused");
    assert!(
        refused
            .to_string()
            .contains("settled by women’s safety work")
    );
    let ours = settings(|settings| settings.keeping.years = 7);
    edits::change_settings(locked, &ours).expect("what is not owed to her");
    locked.undo().expect("undone").expect("a step");
    let wrong = Passphrase::new("heron on the wire".to_owned());
    assert!(matches!(locked.unlock(&wrong), Err(StoreError::Lock(_))));
    assert!(!locked.is_unlocked());
    locked.unlock(&hers()).expect("opens");
    assert_eq!(locked.partners().expect("open").len(), 1);

    let trail = format!("{:?}", locked.audit(1000).expect("read"));
    for hers in ["Nadia", "kingfisher", "Emrys", "N-1"] {
        assert!(!trail.contains(hers), "“{hers}” stands in the trail");
    }
}

#[test]
fn what_crosses_the_wall_follows_her_consent() {
    let mut file = full();
    let store = &mut file.store;
    let passed = |store: &Store| {
        let programme = store.programme().expect("read");
        programme
            .passed_on(ManId(1))
            .map(|passed| (passed.keep_in_mind.clone(), passed.completed.len()))
    };
    assert_eq!(passed(store), Some((vec!["stalking".to_owned()], 1)));
    let mut partner = store.partners().expect("open").remove(0);
    partner.consents[0].withdrawn = Some(day("2026-03-01"));
    edits::change_partner(store, &partner, today()).expect("changed");
    assert_eq!(passed(store), Some((Vec::new(), 1)));
    partner.factors.clear();
    edits::change_partner(store, &partner, today()).expect("changed");
    assert_eq!(passed(store), None);
}

#[test]
fn looks_are_kept_and_no_undo_takes_them_back() {
    let mut file = full();
    let store = &mut file.store;
    let look = Look {
        who: "Ifeoma Lind".to_owned(),
        audience: "Women’s safety work",
        what: What::Partners(ManId(1)),
    };
    store.note_looks(&[look]).expect("noted");
    while store.undo().expect("undone").is_some() {}
    let looks = store.looks().expect("open");
    assert_eq!(looks.len(), 1);
    assert_eq!(looks[0].what, "The partners of client 1");
    assert!(store.verify_audit().expect("a report").is_whole());
}

#[test]
fn the_lock_takes_another_passphrase_and_keeps_what_it_locks() {
    let mut file = full();
    let store = &mut file.store;
    let other = Passphrase::new("curlew on the shore".to_owned());
    store.lock_again();
    assert!(matches!(
        store.set_safety_lock(&other),
        Err(StoreError::BehindTheWall)
    ));
    store.unlock(&hers()).expect("opens");
    store.set_safety_lock(&other).expect("changed");
    let empty = store.set_safety_lock(&Passphrase::new(" ".to_owned()));
    assert!(empty.is_err());
    store.lock_again();
    assert!(store.unlock(&hers()).is_err());
    store.unlock(&other).expect("opens");
    assert_eq!(store.partners().expect("open").len(), 1);
}
