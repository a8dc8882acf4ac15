//! Questions and findings: what each verb does, says and refuses.

use super::*;

fn finding(id: i64, text: &str) -> Finding {
    Finding {
        id: FindingId(id),
        position: 0,
        text: text.to_owned(),
        analysis: "Amara had said so.".to_owned(),
        good_practice: false,
        questions: Vec::new(),
        weaknesses: vec!["no_enquiry".to_owned()],
        entries: ids(&[4, 1]),
    }
}

fn answering(question: i64, text: &str) -> Finding {
    Finding {
        questions: vec![QuestionId(question)],
        ..finding(0, text)
    }
}

/// One of the verbs, on what is there.
pub fn any(
    store: &mut Store,
    now: &Review,
    n: usize,
    some: &[EntryId],
    name: &str,
) -> Result<(), StoreError> {
    let question = now.questions.get(n / 8 % now.questions.len().max(1));
    let question = question.map_or(QuestionId(0), |question| question.id);
    let found = now.findings.get(n / 8 % now.findings.len().max(1));
    let id = found.map_or(FindingId(0), |finding| finding.id);
    let new = Finding {
        questions: now.questions.iter().map(|each| each.id).collect(),
        entries: some.to_vec(),
        ..finding(id.0, name)
    };
    match n % 10 {
        0 => add_question(store, name).map(drop),
        1 => change_question(store, question, name).map(drop),
        2 => move_question(store, question, 1).map(drop),
        3 => remove_question(store, question).map(drop),
        4 => add_finding(store, &new).map(drop),
        5 => change_finding(store, &new).map(drop),
        6 => move_finding(store, id, 2).map(drop),
        7 => remove_finding(store, id).map(drop),
        8 => suppress(store, "section_empty", "introduction", name).map(drop),
        _ => {
            let first = now.publishing.suppressed.first();
            unsuppress(store, first.map_or(SuppressedId(1), |one| one.id)).map(drop)
        }
    }
}

#[test]
fn each_verb_has_a_label_without_names_and_is_undone_and_redone() {
    let mut case = case();
    let store = &mut case.store;
    type Edit = fn(&mut Store) -> Result<(), StoreError>;
    let edits: [(&str, Edit); 11] = [
        ("Add question 1", |s| {
            add_question(s, "Did anybody ask Amara?").map(drop)
        }),
        ("Add question 2", |s| add_question(s, "").map(drop)),
        ("Change question 2", |s| {
            change_question(s, QuestionId(2), "What did Tomasz tell?").map(drop)
        }),
        ("Move question 2", |s| {
            move_question(s, QuestionId(2), 1).map(drop)
        }),
        ("Add finding 1", |s| {
            add_finding(s, &answering(1, "Nobody asked Amara.")).map(drop)
        }),
        ("Add finding 2", |s| {
            add_finding(s, &finding(0, "Nothing was shared.")).map(drop)
        }),
        ("Change finding 2", |s| {
            let good = Finding {
                good_practice: true,
                entries: ids(&[2]),
                ..finding(2, "The nurse asked.")
            };
            change_finding(s, &good).map(drop)
        }),
        ("Move finding 2", |s| {
            move_finding(s, FindingId(2), 1).map(drop)
        }),
        ("Change recommendation 1", |s| {
            let present = review(s).recommendations[0].clone();
            let linked = Recommendation {
                findings: vec![FindingId(1), FindingId(2)],
                measure: "By a yearly count.".to_owned(),
                due: day("2026-03-31"),
                ..present
            };
            change_recommendation(s, &linked).map(drop)
        }),
        ("Remove question 2", |s| {
            remove_question(s, QuestionId(1)).map(drop)
        }),
        ("Remove finding 1", |s| {
            remove_finding(s, FindingId(2)).map(drop)
        }),
    ];
    for (label, edit) in edits {
        let before = review(store);
        edit(store).unwrap_or_else(|error| panic!("{label}: {error}"));
        let after = review(store);
        assert_eq!(store.undo_label().as_deref(), Some(label));
        store.undo().expect(label).expect(label);
        assert!(same(&review(store), &before), "undo of {label}");
        store.redo().expect(label).expect(label);
        assert!(same(&review(store), &after), "redo of {label}");
    }
    for row in store.audit(99).expect("rows") {
        for private in ["Amara", "Tomasz", "nurse", "asked"] {
            assert!(!row.what.contains(private), "{}", row.what);
        }
    }
    let left = review(store);
    let questions: Vec<_> = left
        .questions
        .iter()
        .map(|q| (q.id.0, q.position))
        .collect();
    let findings: Vec<_> = left.findings.iter().map(|f| (f.id.0, f.position)).collect();
    assert_eq!((questions, findings), (vec![(2, 1)], vec![(1, 1)]));
    // What was linked to what is gone has lost only the link.
    assert_eq!(left.findings[0].questions, []);
    assert_eq!(left.recommendations[0].findings, [FindingId(1)]);
    assert_eq!(left.recommendations[0].due, day("2026-03-31"));
}

#[test]
fn what_a_finding_is_linked_to_must_be_there() {
    let mut case = case();
    let store = &mut case.store;
    add_finding(store, &finding(0, "Nobody asked.")).expect("added");
    let before = review(store);
    let with_weakness = Finding {
        weaknesses: vec!["unheard".to_owned()],
        ..finding(1, "x")
    };
    let with_entry = Finding {
        entries: ids(&[1, 99]),
        ..finding(1, "x")
    };
    let answers = Recommendation {
        findings: vec![FindingId(9)],
        ..recommendation(0, "x")
    };
    let gone = "no longer in the review";
    for (words, expected) in [
        (
            words(change_finding(store, &with_weakness)),
            "no tag “unheard”",
        ),
        (words(change_finding(store, &with_entry)), gone),
        (words(add_finding(store, &answering(9, "x"))), gone),
        (words(change_finding(store, &finding(9, "x"))), gone),
        (words(move_finding(store, FindingId(9), 1)), gone),
        (words(remove_finding(store, FindingId(9))), gone),
        (words(change_question(store, QuestionId(9), "x")), gone),
        (words(move_question(store, QuestionId(9), 1)), gone),
        (words(remove_question(store, QuestionId(9))), gone),
        (words(add_recommendation(store, &answers)), gone),
    ] {
        assert!(words.contains(expected), "{words}");
    }
    let as_it_is = before.findings[0].clone();
    assert!(
        change_finding(store, &as_it_is)
            .expect("fine")
            .touched
            .is_empty()
    );
    assert!(
        move_finding(store, FindingId(1), 7)
            .expect("fine")
            .touched
            .is_empty()
    );
    assert_eq!(review(store), before);
}

#[test]
fn an_entry_that_is_removed_leaves_the_findings_that_rested_on_it() {
    let mut case = case();
    let store = &mut case.store;
    add_finding(store, &finding(0, "Nobody asked.")).expect("added");
    remove_entries(store, &ids(&[4])).expect("removed");
    assert_eq!(review(store).findings[0].entries, ids(&[1]));
    store.undo().expect("undone");
    assert_eq!(review(store).findings[0].entries, ids(&[4, 1]));
}
