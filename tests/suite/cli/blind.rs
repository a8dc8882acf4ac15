//! While a blind coding is open, nobody gets another's tags by the command line either.

use lantern::edits::{self, NewCoding};
use lantern::model::EntryId;
use lantern::store::{Passphrase, Store};

use super::{Answer, Desk, PASSPHRASE};

const TAG: &str = "No routine or selective enquiry";
const CODER: &str = "Rhona Okoro";

/// Two entries in an open coding of the chair and a second coder, who has tagged the first.
fn desk() -> Desk {
    let desk = Desk::with_school();
    let passphrase = Passphrase::new(PASSPHRASE.to_owned());
    let mut store = Store::open(&desk.path("anna.lantern"), &passphrase, CODER).expect("open");
    let first = store.load().expect("read").entries[0].id;
    let new = NewCoding {
        name: "First check".to_owned(),
        drawn: "2 entries then shown".to_owned(),
        entries: vec![first, EntryId(first.0 + 1)],
        coders: vec!["chair".to_owned(), CODER.to_owned()],
        already: Vec::new(),
    };
    edits::begin_coding(&mut store, &new).expect("begun");
    edits::tag_entries(&mut store, &[first], "no_enquiry", CODER, "").expect("tagged");
    desk
}

const HIDDEN: &str = "2 entries are in a blind coding that is not closed";

fn hides(answer: &Answer, written: &str) -> bool {
    assert_eq!(answer.status, 0, "{}", answer.err);
    assert!(format!("{}{}", answer.out, answer.err).contains(HIDDEN));
    !written.contains(TAG)
}

#[test]
fn in_an_open_coding_everybody_gets_their_own_tags_alone() {
    let desk = desk();
    for (who, hidden) in [("chair", true), (CODER, false)] {
        let run = |arguments: &[&str]| {
            let arguments = [arguments, &["--as", who]].concat();
            desk.run(&arguments)
        };
        let json = run(&["chronology", "anna.lantern"]);
        assert_eq!(hides(&json, &json.out), hidden, "{who}");
        let said = json.json()["hidden"].as_str().map(str::to_owned);
        assert!(said.is_some_and(|said| said.starts_with(HIDDEN)));
        let csv = run(&["chronology", "anna.lantern", "--format", "csv"]);
        assert_eq!(hides(&csv, &csv.out), hidden, "{who}");
        let all = run(&["publish", "anna.lantern", "--out", "outputs", "--working"]);
        assert_eq!(all.status, 0, "{}", all.err);
        assert_eq!(all.out.matches(HIDDEN).count(), 4, "{}", all.out);
    }
    let mut store = Store::open(
        &desk.path("anna.lantern"),
        &Passphrase::new(PASSPHRASE.to_owned()),
        "chair",
    )
    .expect("open");
    let coding = store.load().expect("read").codings[0].id;
    let done = [store.load().expect("read").entries[0].id];
    edits::finish_coding(&mut store, coding, &done, CODER, true).expect("finished");
    edits::close_coding(&mut store, coding).expect("closed");
    drop(store);
    let json = desk.run(&["chronology", "anna.lantern"]);
    assert!(json.err.is_empty() && json.json()["hidden"].is_null());
    assert!(json.out.contains(TAG));
}
