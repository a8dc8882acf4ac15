//! A corrected return in the place of an earlier one.

use super::*;
use lantern::jobs::{Cancelled, Progress};

fn amendment(
    same: &[(i64, usize)],
    changed: &[(i64, usize)],
    new: &[usize],
    gone: &[i64],
) -> Amendment {
    let change = |&(entry, draft): &(i64, usize)| Changed {
        entry: EntryId(entry),
        draft,
        what: Vec::new(),
    };
    Amendment {
        same: same
            .iter()
            .map(|&(entry, draft)| (EntryId(entry), draft))
            .collect(),
        changed: changed.iter().map(change).collect(),
        new: new.to_vec(),
        gone: ids(gone),
    }
}

fn corrected(texts: &[&str]) -> ReturnToImport {
    ReturnToImport {
        file: "return_v2.csv".to_owned(),
        ..a_return(1, texts)
    }
}

fn amend(store: &mut Store, new: &ReturnToImport, by: &Amendment) -> Outcome<ImportId> {
    amend_return(store, new, ImportId(1), by, &Silent).expect("amended")
}

#[test]
fn tags_links_and_all_that_was_done_by_hand_survive() {
    let mut case = case();
    let store = &mut case.store;
    let all = ids(&[1, 2, 3]);
    tag_entries(store, &all, "no_enquiry", "Chair", "why").expect("tagged");
    name_people(store, &all, PersonId(1), true).expect("named");
    join_entries(store, &ids(&[1, 2, 3])).expect("joined");
    settle_contradiction(store, &contradiction(0, [2, 3], About::Time)).expect("recorded");
    set_enquiry(store, &ids(&[2]), Enquiry::Asked).expect("set");
    move_entry(store, EntryId(5), Direction::Earlier).expect("moved");
    let before = review(store);

    // Row 2 the same (now in row 3), rows 3 and 5 changed, a new one between, entries 3 and 5 gone.
    let mut new = corrected(&["First of all", "A call", "A visit at night", "A call back"]);
    new.entries[2].response = "Advice given".to_owned();
    new.entries[3].when = When {
        wording: "4/6/19".to_owned(),
        ..When::on(day("2019-06-04").expect("a day"))
    };
    let by = amendment(&[(1, 1)], &[(2, 2), (4, 3)], &[0], &[3, 5]);
    let outcome = amend(store, &new, &by);
    let import = outcome.value;
    let after = review(store);
    assert_eq!(
        store.undo_label().as_deref(),
        Some("Amend by return_v2.csv (1 new, 2 changed, 2 gone)")
    );
    let entry = |id: i64| after.entry(EntryId(id)).expect("there");
    let was = |id: i64| before.entry(EntryId(id)).expect("there");
    let source = Source {
        import: Some(import),
        file: "return_v2.csv".to_owned(),
        place: String::new(),
        row: 3,
    };
    let expected = Entry {
        source: source.clone(),
        ..Entry::clone(was(1))
    };
    assert_eq!(**entry(1), expected);
    let expected = Entry {
        text: "A visit at night".to_owned(),
        response: "Advice given".to_owned(),
        source: Source {
            row: 4,
            ..source.clone()
        },
        ..Entry::clone(was(2))
    };
    assert_eq!(**entry(2), expected);
    assert_eq!(entry(2).enquiry, Enquiry::Asked);
    assert_eq!(entry(4).when, new.entries[3].when);
    for gone in [3, 5] {
        let expected = Entry {
            withdrawn: Some(import),
            ..Entry::clone(was(gone))
        };
        assert_eq!(**entry(gone), expected);
    }
    assert_eq!(entry(6).text, "First of all");
    assert_eq!(entry(6).source.row, 2);
    assert!(entry(6).position <= entry(1).position);
    assert_eq!(
        (&after.taggings, &after.events, &after.contradictions),
        (&before.taggings, &before.events, &before.contradictions)
    );
    assert_eq!(after.recommendations, before.recommendations);
    assert_eq!(after.imports[0], before.imports[0]);
    let doubts = &after.imports[1].doubts;
    assert_eq!(doubts.len(), 2, "{doubts:?}");
    assert!(
        doubts[1].why.contains("asked about was set by hand"),
        "{doubts:?}"
    );

    assert_eq!(after.imports[1].replaces, Some(ImportId(1)));
    let again = words(amend_return(store, &new, ImportId(1), &by, &Silent));
    assert!(
        again.contains("return_v2.csv took the place of return.csv already"),
        "{again}"
    );
    assert!(same(&review(store), &after));

    store.undo().expect("undone").expect("one step");
    assert!(same(&review(store), &before));
    store.redo().expect("redone").expect("one step");
    assert!(same(&review(store), &after));
    assert_eq!(store.search(&after, "night", 9).expect("hits").len(), 1);
    assert!(store.verify_audit().expect("a report").is_whole());
    assert_eq!(store.integrity().expect("read"), Vec::<String>::new());
}

/// What stands in entry 1 after the chair did something and the agency then wrote `draft`.
fn after(by_hand: impl Fn(&mut Store), draft: impl Fn(&mut EntryDraft)) -> (Entry, Vec<String>) {
    let mut case = case();
    let store = &mut case.store;
    let mut first = a_return(2, &["Seen at home"]);
    first.entries[0].basis = Basis::Victim;
    first.entries[0].disclosure = Disclosure::Disclosed;
    let import = import_return(store, &first, &Silent)
        .expect("imported")
        .value;
    by_hand(store);
    let mut second = a_return(2, &["Seen at home, again"]);
    second.doubts.clear();
    second.entries[0].basis = Basis::Victim;
    second.entries[0].disclosure = Disclosure::Disclosed;
    draft(&mut second.entries[0]);
    let by = amendment(&[], &[(6, 0)], &[], &[]);
    amend_return(store, &second, import, &by, &Silent).expect("amended");
    let review = review(store);
    let doubts = &review.imports[2].doubts;
    let whys = doubts.iter().map(|doubt| doubt.why.clone()).collect();
    (Entry::clone(review.entry(EntryId(6)).expect("there")), whys)
}

#[test]
fn what_the_chair_set_is_kept_and_what_the_agency_said_is_corrected() {
    let nothing = |_: &mut Store| {};
    let opinion = |store: &mut Store| {
        set_basis(store, &ids(&[6]), Basis::Opinion).expect("set");
    };
    let redated = |store: &mut Store| {
        correct_when(
            store,
            EntryId(6),
            &When::on(day("2001-02-03").expect("a day")),
        )
        .expect("set");
    };
    let first_hand = |draft: &mut EntryDraft| draft.basis = Basis::FirstHand;
    let silent = |draft: &mut EntryDraft| draft.disclosure = Disclosure::NotRecorded;
    let later = |draft: &mut EntryDraft| {
        draft.when = When::on(day("2019-06-30").expect("a day"));
    };

    let (entry, whys) = after(nothing, first_hand);
    assert_eq!((entry.basis, whys.len()), (Basis::FirstHand, 0));
    assert_eq!(entry.text, "Seen at home, again");
    let (entry, whys) = after(nothing, silent);
    assert_eq!((entry.disclosure, whys.len()), (Disclosure::NotRecorded, 0));
    let (entry, whys) = after(opinion, |_| {});
    assert_eq!(entry.basis, Basis::Opinion);
    assert!(whys[0].contains("“Said by the victim”"), "{whys:?}");
    let (entry, whys) = after(opinion, first_hand);
    assert_eq!((entry.basis, whys.len()), (Basis::Opinion, 1));
    assert!(whys[0].contains("“First-hand record”"), "{whys:?}");
    let (entry, whys) = after(opinion, |draft| draft.basis = Basis::Opinion);
    assert_eq!((entry.basis, whys.len()), (Basis::Opinion, 0));

    // The wording of the date is the same: the chair's correction of it holds.
    let (entry, whys) = after(redated, silent);
    assert_eq!(
        entry.when.earliest.expect("a day").to_string(),
        "2001-02-03"
    );
    assert_eq!(whys.len(), 0, "{whys:?}");
    // The agency writes another date: it is taken, and that the correction gave way is said.
    let (entry, whys) = after(redated, later);
    assert_eq!(
        entry.when.earliest.expect("a day").to_string(),
        "2019-06-30"
    );
    assert!(whys[0].contains("3 February 2001"), "{whys:?}");
    let (_, whys) = after(nothing, later);
    assert_eq!(whys.len(), 0, "{whys:?}");
}

#[test]
fn an_entry_that_was_withdrawn_can_come_back() {
    let mut case = case();
    let store = &mut case.store;
    let by = amendment(&[(1, 0), (2, 1)], &[], &[], &[3, 4, 5]);
    let second = amend(store, &corrected(&["A call", "A visit"]), &by).value;
    let by = amendment(&[(1, 0), (3, 1)], &[], &[], &[2, 4]);
    let new = corrected(&["A call", "A letter"]);
    let third = amend_return(store, &new, second, &by, &Silent)
        .expect("amended")
        .value;
    let withdrawn: Vec<_> = review(store).entries.iter().map(|e| e.withdrawn).collect();
    let expected = [None, Some(third), None, Some(second), Some(second)];
    assert_eq!(withdrawn, expected);
}

#[test]
fn dates_that_hang_on_an_amended_entry_move() {
    let mut case = case();
    let store = &mut case.store;
    let mut new = a_return(2, &[]);
    new.entries = vec![wording("two days after the visit")];
    import_return(store, &new, &Silent).expect("imported");
    let today = day("2024-01-01").expect("a day");
    hang_date(store, EntryId(6), HangsOn::Entry(EntryId(1)), today).expect("hung");
    let mut new = corrected(&["A call"]);
    new.entries[0].when = When::on(day("2019-07-01").expect("a day"));
    let by = amendment(&[], &[(1, 0)], &[], &[2, 3, 4, 5]);
    amend(store, &new, &by);
    let when = review(store).entry(EntryId(6)).expect("there").when.clone();
    assert_eq!(when.earliest.expect("a day").to_string(), "2019-07-03");

    // The agency now counts the first from the second, which is counted from the first.
    let mut new = corrected(&["A call"]);
    new.entries[0].when = When {
        wording: "two days before the second".to_owned(),
        hangs_on: Some(HangsOn::Entry(EntryId(6))),
        ..When::on(day("2019-07-01").expect("a day"))
    };
    let by = amendment(&[], &[(1, 0)], &[], &[]);
    let import = ImportId(3);
    amend_return(store, &new, import, &by, &Silent).expect("amended");
    let when = review(store).entry(EntryId(1)).expect("there").when.clone();
    assert_eq!(when.hangs_on, None);
    assert!(
        when.warnings
            .concat()
            .contains("itself counted from this one"),
        "{when:?}"
    );
}

#[test]
fn a_comparison_that_does_not_fit_is_refused() {
    let mut case = case();
    let store = &mut case.store;
    let mut by_hand = Entry::clone(&review(store).entries[0]);
    by_hand.agency = AgencyId(2);
    add_entry(store, &by_hand).expect("added");
    let before = review(store);
    let new = corrected(&["A call", "A visit"]);
    for (name, by) in [
        ("a draft is left out", amendment(&[(1, 0)], &[], &[], &[])),
        (
            "a draft that is not there",
            amendment(&[(1, 0), (2, 2)], &[], &[], &[]),
        ),
        ("a draft twice", amendment(&[(1, 0)], &[(2, 1)], &[1], &[])),
        ("an entry twice", amendment(&[(1, 0)], &[(2, 1)], &[], &[1])),
        (
            "another agency's entry",
            amendment(&[(6, 0)], &[(2, 1)], &[], &[]),
        ),
    ] {
        let refused = words(amend_return(store, &new, ImportId(1), &by, &Silent));
        assert!(
            refused.contains("compare the two returns again"),
            "{name}: {refused}"
        );
    }
    let by = amendment(&[(1, 0), (99, 1)], &[], &[], &[]);
    let refused = words(amend_return(store, &new, ImportId(1), &by, &Silent));
    assert!(refused.contains("no longer in the review"), "{refused}");
    let by = amendment(&[], &[], &[0, 1], &[]);
    let refused = words(amend_return(store, &new, ImportId(9), &by, &Silent));
    assert!(refused.contains("no longer in the review"), "{refused}");
    let other = ReturnToImport {
        agency: AgencyId(2),
        ..new
    };
    let refused = words(amend_return(store, &other, ImportId(1), &by, &Silent));
    assert!(
        refused.contains("was not sent by “Hill Surgery”"),
        "{refused}"
    );
    assert_eq!(review(store), before);
}

struct StopAt(u64);

impl Progress for StopAt {
    fn report(&self, done: u64, _total: Option<u64>, _what: &str) -> Result<(), Cancelled> {
        if done >= self.0 {
            Err(Cancelled)
        } else {
            Ok(())
        }
    }
}

#[test]
fn a_cancelled_amendment_leaves_nothing() {
    let mut case = case();
    let store = &mut case.store;
    let before = review(store);
    let new = corrected(&["A call", "At night", "New"]);
    let by = amendment(&[(1, 0)], &[(2, 1)], &[2], &[3, 4, 5]);
    for at in 0..6 {
        let stopped = amend_return(store, &new, ImportId(1), &by, &StopAt(at));
        assert!(matches!(stopped, Err(StoreError::Cancelled(_))), "{at}");
        assert_eq!(review(store), before, "{at}");
    }
}
