//! Every verb: what it does, what it refuses, and that undo and redo of any sequence come out exactly.

mod amending;
mod hanging;
mod together;

use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;
use lantern::edits::*;
use lantern::jobs::Silent;
use lantern::model::*;
use lantern::returns::{Amendment, Changed};
use lantern::store::{Mode, NewFile, Noun, Outcome, Passphrase, Store, StoreError};
use proptest::prelude::*;

fn passphrase() -> Passphrase {
    Passphrase::new("plain words".to_owned())
}

fn template() -> Template {
    let weakness = |key: &str| Weakness {
        key: key.to_owned(),
        name: key.to_uppercase(),
        definition: String::new(),
        example: String::new(),
        good_practice: false,
    };
    Template {
        name: "small".to_owned(),
        title: "Small review".to_owned(),
        about: String::new(),
        label: "domestic homicide review".to_owned(),
        clock: Clock {
            dates: vec![ClockDate {
                key: "death".to_owned(),
                name: "Death".to_owned(),
            }],
            limits: Vec::new(),
        },
        sections: vec![SectionTemplate {
            key: "introduction".to_owned(),
            title: "Introduction".to_owned(),
            help: String::new(),
            appendix: false,
        }],
        sectors: vec![Sector {
            key: "police".to_owned(),
            name: "Police".to_owned(),
        }],
        columns: Vec::new(),
        weaknesses: vec![weakness("no_enquiry"), weakness("not_shared")],
        plan_columns: Vec::new(),
        indicators: Vec::new(),
        periods: Vec::new(),
        comparisons: Vec::new(),
    }
}

struct Case {
    folder: tempfile::TempDir,
    store: Store,
}

impl Case {
    fn path(&self) -> std::path::PathBuf {
        self.folder.path().join("case.lantern")
    }
}

/// Two agencies, five entries (ids 1 to 5), two people, two recommendations with three actions.
fn case() -> Case {
    let folder = tempfile::tempdir().expect("a folder");
    let new = NewFile {
        template: template(),
        details: Details::default(),
    };
    let path = folder.path().join("case.lantern");
    let mut store = Store::create(&path, &passphrase(), &new, "Chair").expect("a new file");
    for name in ["Northmoor Police", "Hill Surgery"] {
        add_agency(&mut store, &agency(0, name)).expect("added");
    }
    let texts = ["A call", "A visit", "A letter", "A call back", "No reply"];
    import_return(&mut store, &a_return(1, &texts), &Silent).expect("imported");
    for name in ["Amara Osei", "Tomasz Nowak"] {
        add_person(&mut store, &person(0, name)).expect("added");
    }
    for text in ["Ask everybody", "Share at once"] {
        add_recommendation(&mut store, &recommendation(0, text)).expect("added");
    }
    for (id, text) in [(1, "Train"), (1, "Audit"), (2, "Agree a form")] {
        add_action(&mut store, &action(0, id, text)).expect("added");
    }
    Case { folder, store }
}

fn agency(id: i64, name: &str) -> Agency {
    Agency {
        id: AgencyId(id),
        name: name.to_owned(),
        sector: "police".to_owned(),
        due: day("2024-03-01"),
        note: String::new(),
    }
}

fn person(id: i64, name: &str) -> Person {
    Person {
        id: PersonId(id),
        name: name.to_owned(),
        role: Role::Family,
        aliases: vec![format!("{}.", &name[..1])],
        date_of_birth: None,
        pseudonym: String::new(),
        note: String::new(),
    }
}

fn recommendation(id: i64, text: &str) -> Recommendation {
    Recommendation {
        id: RecommendationId(id),
        position: 0,
        text: text.to_owned(),
        finding: String::new(),
        reach: Reach::MultiAgency,
        scope: Scope::Local,
        early_learning: false,
        weakness: "no_enquiry".to_owned(),
        agencies: vec![AgencyId(2), AgencyId(1)],
        entries: vec![EntryId(3), EntryId(1)],
    }
}

fn action(id: i64, recommendation: i64, text: &str) -> Action {
    Action {
        id: ActionId(id),
        recommendation: RecommendationId(recommendation),
        position: 0,
        text: text.to_owned(),
        lead_agency: "Hill Surgery".to_owned(),
        owner: String::new(),
        milestones: String::new(),
        target: day("2025-01-31"),
        completed: None,
        outcome: String::new(),
        outcome_sought: String::new(),
        outputs: String::new(),
        resources: String::new(),
        review: String::new(),
        related_plans: String::new(),
        status: Status::UnderWay,
    }
}

fn a_return(agency: i64, texts: &[&str]) -> ReturnToImport {
    let draft = |(text, row): (&&str, u32)| EntryDraft {
        when: When {
            warnings: vec!["Could also be 6 March.".to_owned()],
            alternatives: vec![Span::default()],
            ..When::on(day("2019-06-03").expect("a day"))
        },
        text: (*text).to_owned(),
        row,
        ..EntryDraft::default()
    };
    ReturnToImport {
        agency: AgencyId(agency),
        file: "return.csv".to_owned(),
        sha256: "ab".repeat(32),
        entries: texts.iter().zip(2..).map(draft).collect(),
        doubts: vec![Doubt {
            place: "line 2".to_owned(),
            row: 2,
            column: Some(0),
            wording: "03/06/2019".to_owned(),
            why: "Day and month could be the other way round.".to_owned(),
        }],
        skipped: vec![Skipped {
            place: "line 1".to_owned(),
            row: 1,
            wording: "Chronology of contacts".to_owned(),
            why: "Heading.".to_owned(),
        }],
        bytes: Some(Arc::from(texts.concat().as_bytes())),
        habit: Some(habit(Some("Date"))),
    }
}

fn habit(heading: Option<&str>) -> Habit {
    let column = |heading: &str| (heading.to_lowercase(), Some(ColumnKey::Date));
    Habit {
        id: HabitId(0),
        agency: AgencyId(0),
        columns: heading.map(column).into_iter().collect(),
        day_first: Some(true),
    }
}

fn wording(text: &str) -> EntryDraft {
    EntryDraft {
        when: When::not_understood(text),
        text: "She rang again".to_owned(),
        ..EntryDraft::default()
    }
}

fn contradiction(id: i64, [one, other]: [i64; 2], about: About) -> Contradiction {
    Contradiction {
        id: ContradictionId(id),
        about,
        entries: [EntryId(one), EntryId(other)],
        a: format!("as {one} has it"),
        b: format!("as {other} has it"),
        standing: Standing::Disputed,
        note: "Tomasz remembers neither.".to_owned(),
    }
}

fn fact(id: i64, name: &str) -> Fact {
    Fact {
        id: FactId(id),
        name: name.to_owned(),
        words: vec![
            "Strangl* ".to_owned(),
            "strangl*".to_owned(),
            " ".to_owned(),
        ],
        note: String::new(),
    }
}

fn knowing(id: i64, fact: i64, agency: i64) -> Knowing {
    Knowing {
        id: KnowingId(id),
        fact: FactId(fact),
        agency: AgencyId(agency),
        when: When::on(day("2019-06-04").expect("a day")),
        how: "Amara told the nurse".to_owned(),
        from: None,
        entry: None,
    }
}

fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}

fn ids(numbers: &[i64]) -> Vec<EntryId> {
    numbers.iter().copied().map(EntryId).collect()
}

fn review(store: &Store) -> Review {
    store.load().expect("loaded")
}

/// But for the revision, which only grows.
fn same(one: &Review, other: &Review) -> bool {
    let mut one = one.clone();
    one.revision = other.revision;
    one == *other
}

fn words<T: std::fmt::Debug>(result: Result<Outcome<T>, StoreError>) -> String {
    result.expect_err("refused").to_string()
}

#[test]
fn labels_read_well_after_undo_and_name_no_person() {
    let mut case = case();
    let store = &mut case.store;
    type Edit = fn(&mut Store) -> Result<(), StoreError>;
    let edits: [(&str, Edit); 47] = [
        ("Import return.csv (2 entries)", |s| {
            import_return(s, &a_return(2, &["One", "Two"]), &Silent).map(drop)
        }),
        ("Add entry of Hill Surgery", |s| {
            let mut entry = Entry::clone(&review(s).entries[0]);
            entry.agency = AgencyId(2);
            entry.when = When::not_understood("two days after the inquest");
            add_entry(s, &entry).map(drop)
        }),
        ("Correct date of entry", |s| {
            correct_when(s, EntryId(1), &When::not_understood("x")).map(drop)
        }),
        ("Set basis of 2 entries", |s| {
            set_basis(s, &ids(&[1, 2]), Basis::Opinion).map(drop)
        }),
        ("Set enquiry of 1 entry", |s| {
            set_enquiry(s, &ids(&[1]), Enquiry::NotAsked).map(drop)
        }),
        ("Set disclosure of 3 entries", |s| {
            set_disclosure(s, &ids(&[1, 2, 3]), Disclosure::Disclosed).map(drop)
        }),
        ("Tag 2 entries", |s| {
            tag_entries(s, &ids(&[1, 2]), "no_enquiry", "Chair", "").map(drop)
        }),
        ("Remove tag from 1 entry", |s| {
            untag_entries(s, &ids(&[2, 3]), "no_enquiry").map(drop)
        }),
        ("Name a person in 2 entries", |s| {
            name_people(s, &ids(&[1, 4]), PersonId(2), true).map(drop)
        }),
        ("Unname a person in 1 entry", |s| {
            name_people(s, &ids(&[1, 2]), PersonId(2), false).map(drop)
        }),
        ("Move entry down", |s| {
            move_entry(s, EntryId(2), Direction::Later).map(drop)
        }),
        ("Remove 2 entries", |s| {
            remove_entries(s, &ids(&[3, 4])).map(drop)
        }),
        ("Change agency Hill Practice", |s| {
            change_agency(s, &agency(2, "Hill Practice")).map(drop)
        }),
        ("Add agency School", |s| {
            add_agency(s, &agency(0, "School")).map(drop)
        }),
        ("Remove agency School", |s| {
            remove_agency(s, AgencyId(3)).map(drop)
        }),
        ("Add a person", |s| {
            add_person(s, &person(0, "Grace Lim")).map(drop)
        }),
        ("Change a person", |s| {
            change_person(s, &person(1, "Amara Mensah")).map(drop)
        }),
        ("Remove a person", |s| {
            remove_person(s, PersonId(2)).map(drop)
        }),
        ("Import 1 person", |s| {
            import_people(s, &[person(0, "Li Wei"), person(0, "Grace Lim")]).map(drop)
        }),
        ("Change the review’s details", |s| {
            let details = Details {
                title: "Adult A".to_owned(),
                ..Details::default()
            };
            change_details(s, &details).map(drop)
        }),
        ("Change what counts as a contact", |s| {
            let rule = ContactRule {
                named_in_text: false,
                event_once: true,
            };
            set_contact_rule(s, rule).map(drop)
        }),
        ("Set key date Death", |s| {
            set_key_date(s, &key_date("death", "")).map(drop)
        }),
        ("Set a key date", |s| {
            set_key_date(s, &key_date("", "Inquest")).map(drop)
        }),
        ("Remove a key date", |s| {
            remove_key_date(s, KeyDateId(1)).map(drop)
        }),
        ("Add a pause", |s| add_pause(s, &pause(0, None)).map(drop)),
        ("Change a pause", |s| {
            change_pause(s, &pause(1, day("2024-09-01"))).map(drop)
        }),
        ("Write section Introduction", |s| {
            write_section(s, SectionId(1), "Amara was loved.").map(drop)
        }),
        ("Change recommendation 1", |s| {
            let mut present = review(s).recommendations[0].clone();
            present.text = "Ask each time".to_owned();
            change_recommendation(s, &present).map(drop)
        }),
        ("Change action 1.2", |s| {
            change_action(s, &action(2, 1, "Audit yearly")).map(drop)
        }),
        ("Remove recommendation 1 and 2 actions", |s| {
            remove_recommendation(s, RecommendationId(1)).map(drop)
        }),
        ("Join 3 entries as one event", |s| {
            join_entries(s, &ids(&[5, 1, 2, 1])).map(drop)
        }),
        ("Name an event", |s| {
            name_event(s, EventId(1), "The night Amara left").map(drop)
        }),
        ("Take 1 entry out of an event", |s| {
            leave_event(s, &ids(&[5, 6])).map(drop)
        }),
        ("Keep 2 entries apart", |s| {
            part_entries(s, &ids(&[1, 5])).map(drop)
        }),
        ("Join entries into 1 event", |s| {
            join_many(s, &[ids(&[6, 7]), ids(&[2, 5]), ids(&[1, 2])]).map(drop)
        }),
        ("Record a contradiction as disputed", |s| {
            settle_contradiction(s, &contradiction(0, [2, 1], About::Time)).map(drop)
        }),
        ("Remove a contradiction", |s| {
            remove_contradiction(s, ContradictionId(1)).map(drop)
        }),
        ("Add a fact", |s| {
            add_fact(s, &fact(0, "Amara was strangled")).map(drop)
        }),
        ("Change a fact", |s| {
            change_fact(s, &fact(1, "Strangulation")).map(drop)
        }),
        ("Add who knew what", |s| {
            add_knowing(s, &knowing(0, 1, 2)).map(drop)
        }),
        ("Change who knew what", |s| {
            change_knowing(s, &knowing(1, 1, 1)).map(drop)
        }),
        ("Remove a fact and 1 line of who knew it", |s| {
            remove_fact(s, FactId(1)).map(drop)
        }),
        ("Save a view", |s| {
            save_view(s, "Amara by night", "{}").map(drop)
        }),
        ("Remove a view", |s| remove_view(s, ViewId(1)).map(drop)),
        ("Count the date of an entry from another", |s| {
            let today = day("2024-01-01").expect("a day");
            hang_date(s, EntryId(8), HangsOn::KeyDate(KeyDateId(2)), today).map(drop)
        }),
        ("Amend by return.csv (1 new, 1 changed, 1 gone)", |s| {
            let amendment = Amendment {
                changed: vec![Changed {
                    entry: EntryId(1),
                    draft: 0,
                    what: Vec::new(),
                }],
                new: vec![1],
                gone: ids(&[2]),
                ..Amendment::default()
            };
            let new = a_return(1, &["Amara called", "A second call"]);
            amend_return(s, &new, ImportId(1), &amendment, &Silent).map(drop)
        }),
        ("Set a contradiction aside", |s| {
            let none = Contradiction {
                standing: Standing::None,
                ..contradiction(0, [5, 1], About::Other)
            };
            settle_contradiction(s, &none).map(drop)
        }),
    ];
    for (label, edit) in edits {
        let before = review(store);
        edit(store).unwrap_or_else(|error| panic!("{label}: {error}"));
        let after = review(store);
        assert_eq!(after.revision, before.revision + 1, "{label}");
        assert_eq!(store.undo_label().as_deref(), Some(label));
        store.undo().expect(label).expect(label);
        assert!(same(&review(store), &before), "undo of {label}");
        store.redo().expect(label).expect(label);
        assert!(same(&review(store), &after), "redo of {label}");
    }
    for row in store.audit(999).expect("rows") {
        for private in [
            "Amara", "Osei", "Mensah", "Tomasz", "Grace", "Li Wei", "loved",
        ] {
            assert!(!row.what.contains(private), "{}", row.what);
        }
    }
    assert!(store.verify_audit().expect("a report").is_whole());
    assert_eq!(store.integrity().expect("read"), Vec::<String>::new());
}

fn key_date(kind: &str, label: &str) -> KeyDate {
    KeyDate {
        id: KeyDateId(0),
        kind: kind.to_owned(),
        label: label.to_owned(),
        when: When::on(day("2020-02-29").expect("a day")),
    }
}

fn pause(id: i64, until: Option<NaiveDate>) -> Pause {
    Pause {
        id: PauseId(id),
        from: day("2024-05-01").expect("a day"),
        until,
        reason: "The trial".to_owned(),
    }
}

#[test]
fn what_does_not_fit_is_refused_in_words_and_changes_nothing() {
    let mut case = case();
    let store = &mut case.store;
    let before = review(store);
    let late = When {
        latest: "2019-01-01".parse().ok(),
        ..When::on(day("2019-06-03").expect("a day"))
    };
    let nobody = Person {
        name: "  ".to_owned(),
        ..person(0, "X")
    };
    let other_sector = Agency {
        sector: "navy".to_owned(),
        ..agency(0, "Fleet")
    };
    let scope = Details {
        scope_from: day("2020-01-02"),
        scope_until: day("2020-01-01"),
        ..Details::default()
    };
    let gone = [
        words(remove_agency(store, AgencyId(9))),
        words(remove_entries(store, &ids(&[1, 99]))),
        words(set_basis(store, &ids(&[99]), Basis::Victim)),
        words(name_people(store, &ids(&[1]), PersonId(9), true)),
        words(change_person(store, &person(9, "X"))),
        words(remove_pause(store, PauseId(1))),
        words(remove_key_date(store, KeyDateId(1))),
        words(write_section(store, SectionId(9), "x")),
        words(change_action(store, &action(9, 1, "x"))),
        words(add_action(store, &action(0, 9, "x"))),
        words(move_recommendation(store, RecommendationId(9), 1)),
        words(import_return(store, &a_return(9, &["x"]), &Silent)),
    ];
    for words in gone {
        assert!(words.contains("no longer in the review"), "{words}");
    }
    for (words, expected) in [
        (
            words(remove_agency(store, AgencyId(1))),
            "“Northmoor Police” has 5 entries",
        ),
        (
            words(add_agency(store, &agency(0, "hill surgery "))),
            "already an agency “Hill Surgery”",
        ),
        (words(add_agency(store, &agency(0, " "))), "needs a name"),
        (words(add_agency(store, &other_sector)), "no sector “navy”"),
        (
            words(correct_when(store, EntryId(1), &late)),
            "earliest moment is after",
        ),
        (
            words(tag_entries(store, &ids(&[1]), "unheard", "Chair", "")),
            "no tag “unheard”",
        ),
        (
            words(tag_entries(store, &ids(&[1]), "no_enquiry", " ", "")),
            "name of who sets it",
        ),
        (
            words(set_enquiry(store, &[], Enquiry::Asked)),
            "No entry is chosen",
        ),
        (words(add_person(store, &nobody)), "needs a name"),
        (
            words(change_details(store, &scope)),
            "ends before it begins",
        ),
        (
            words(add_pause(store, &pause(0, day("2024-04-30")))),
            "ends before it begins",
        ),
        (
            words(set_key_date(store, &key_date("birth", ""))),
            "no date “birth”",
        ),
        (
            words(set_key_date(store, &key_date("", " "))),
            "needs a name",
        ),
    ] {
        assert!(words.contains(expected), "{words}");
    }
    assert_eq!(review(store), before);
}

#[test]
fn an_edit_that_changes_nothing_leaves_no_step() {
    let mut case = case();
    let store = &mut case.store;
    let before = review(store);
    let label = store.undo_label();
    let present = before.recommendations[0].clone();
    let count = |outcome: Outcome<usize>| outcome.value;
    assert_eq!(
        set_basis(store, &ids(&[1]), Basis::NotStated)
            .map(count)
            .ok(),
        Some(0)
    );
    assert_eq!(
        untag_entries(store, &ids(&[1]), "no_enquiry")
            .map(count)
            .ok(),
        Some(0)
    );
    change_recommendation(store, &present).expect("fine");
    move_recommendation(store, present.id, 1).expect("fine");
    move_entry(store, EntryId(1), Direction::Earlier).expect("fine");
    change_details(store, &before.details).expect("fine");
    let again = import_people(store, &[person(0, "amara osei")]).expect("fine");
    assert_eq!(again.value.known, 1);
    assert!(again.touched.is_empty());
    assert_eq!(review(store), before);
    assert_eq!(store.undo_label(), label);
}

#[test]
fn the_wording_of_a_date_is_kept_when_it_is_corrected() {
    let mut case = case();
    let store = &mut case.store;
    let wording = review(store).entries[0].when.wording.clone();
    let corrected = When {
        certainty: Certainty::Approximate,
        ..When::on(day("2019-03-06").expect("a day"))
    };
    let outcome = correct_when(store, EntryId(1), &corrected).expect("corrected");
    assert_eq!(
        outcome.touched.nouns.into_iter().collect::<Vec<_>>(),
        [Noun::Entries]
    );
    let entry = review(store).entries[0].clone();
    let expected = When {
        wording,
        ..corrected
    };
    assert_eq!(entry.when, expected);
}

#[test]
fn places_stay_without_gaps() {
    let mut case = case();
    let store = &mut case.store;
    add_recommendation(store, &recommendation(0, "Fund it")).expect("added");
    move_recommendation(store, RecommendationId(3), 1).expect("moved");
    let list = |store: &Store| -> Vec<(i64, u32)> {
        let review = review(store);
        review
            .recommendations
            .iter()
            .map(|r| (r.id.0, r.position))
            .collect()
    };
    assert_eq!(list(store), [(3, 1), (1, 2), (2, 3)]);
    move_action(store, ActionId(1), 2).expect("moved");
    let actions: Vec<_> = review(store)
        .actions
        .iter()
        .map(|a| (a.id.0, a.recommendation.0, a.position))
        .collect();
    assert_eq!(actions, [(2, 1, 1), (1, 1, 2), (3, 2, 1)]);
    remove_action(store, ActionId(2)).expect("removed");
    assert_eq!(review(store).actions[0].position, 1);
    remove_recommendation(store, RecommendationId(1)).expect("removed");
    assert_eq!(list(store), [(3, 1), (2, 2)]);
    let kept = &review(store).recommendations[0];
    assert_eq!(kept.agencies, [AgencyId(2), AgencyId(1)]);
    assert_eq!(kept.entries, ids(&[3, 1]));
}

#[test]
fn the_chair_orders_entries_of_one_time() {
    let mut case = case();
    let store = &mut case.store;
    let order = |store: &Store| -> Vec<i64> {
        let mut entries: Vec<_> = review(store).entries.iter().cloned().collect();
        entries.sort_by_key(|entry| (entry.when.order_key(), entry.position, entry.id));
        entries.iter().map(|entry| entry.id.0).collect()
    };
    let mut by_hand = Entry::clone(&review(store).entries[0]);
    by_hand.agency = AgencyId(2);
    let id = add_entry(store, &by_hand).expect("added").value;
    assert_eq!(
        review(store).entry(id).expect("there").source,
        Source::default()
    );
    assert_eq!(order(store), [1, 2, 3, 4, 5, 6]);
    for (entry, direction, expected) in [
        (6, Direction::Later, [1, 2, 3, 4, 5, 6]),
        (6, Direction::Earlier, [1, 2, 3, 4, 6, 5]),
        (1, Direction::Later, [2, 1, 3, 4, 6, 5]),
        (2, Direction::Earlier, [2, 1, 3, 4, 6, 5]),
    ] {
        move_entry(store, EntryId(entry), direction).expect("moved");
        assert_eq!(order(store), expected, "{entry} {direction:?}");
    }
}

/// Kinds of edits in a random sequence; beyond them stands undo.
const KINDS: u8 = 36;

/// One edit of a random sequence; numbers pick among what is there.
fn edit(store: &mut Store, kind: u8, number: u8) -> Result<(), StoreError> {
    let now = review(store);
    let n = usize::from(number);
    let entries: Vec<EntryId> = now.entries.iter().map(|entry| entry.id).collect();
    let some: Vec<EntryId> = entries
        .iter()
        .copied()
        .skip(n % 3)
        .step_by(1 + n % 2)
        .collect();
    let one = entries
        .get(n % entries.len().max(1))
        .copied()
        .unwrap_or(EntryId(0));
    let other = entries.get((n / 3 + 1) % entries.len().max(1)).copied();
    let person_id = now
        .people
        .get(n % now.people.len().max(1))
        .map_or(PersonId(0), |p| p.id);
    let recommendation_id = now
        .recommendations
        .get(n % now.recommendations.len().max(1))
        .map_or(RecommendationId(0), |r| r.id);
    let action_id = now
        .actions
        .get(n % now.actions.len().max(1))
        .map_or(ActionId(0), |a| a.id);
    let agency_id = now
        .agencies
        .get(n % now.agencies.len().max(1))
        .map_or(AgencyId(0), |a| a.id);
    let weakness = ["no_enquiry", "not_shared"][n % 2];
    let name = format!("Name {number}");
    match kind {
        0 => {
            let mut new = a_return(agency_id.0, &["x", "é\0", &name]);
            new.entries.push(wording("two days after the visit"));
            import_return(store, &new, &Silent).map(drop)
        }
        1 => set_basis(store, &some, Basis::ALL[n % 7]).map(drop),
        2 => set_enquiry(store, &some, Enquiry::ALL[n % 4]).map(drop),
        3 => tag_entries(store, &some, weakness, "Chair", &name).map(drop),
        4 => untag_entries(store, &some, weakness).map(drop),
        5 => name_people(store, &some, person_id, n % 4 > 0).map(drop),
        6 => remove_entries(store, &[one]).map(drop),
        7 => move_entry(store, one, Direction::Later).map(drop),
        8 => {
            let when = When {
                hangs_on: other.filter(|_| n % 3 == 0).map(HangsOn::Entry),
                ..When::on(day(["2021-01-01", "2020-12-24"][n % 2]).expect("a day"))
            };
            correct_when(store, one, &when).map(drop)
        }
        9 => add_agency(store, &agency(0, &name)).map(drop),
        10 => remove_agency(store, agency_id).map(drop),
        11 => add_person(store, &person(0, &name)).map(drop),
        12 => remove_person(store, person_id).map(drop),
        13 => {
            let mut new = recommendation(0, &name);
            new.entries = some;
            new.agencies = vec![agency_id];
            add_recommendation(store, &new).map(drop)
        }
        14 => move_recommendation(store, recommendation_id, u32::from(number % 5)).map(drop),
        15 => remove_recommendation(store, recommendation_id).map(drop),
        16 => add_action(store, &action(0, recommendation_id.0, &name)).map(drop),
        17 => remove_action(store, action_id).map(drop),
        18 => write_section(store, SectionId(1), &name).map(drop),
        19 => set_key_date(store, &key_date(["death", ""][n % 2], &name)).map(drop),
        20 => add_pause(store, &pause(0, None)).map(drop),
        21 => move_action(store, action_id, 1).map(drop),
        _ => edit_together(store, &now, (kind, n), &some, (one, other), &name),
    }
}

/// The later kinds, about several entries at once.
fn edit_together(
    store: &mut Store,
    now: &Review,
    (kind, n): (u8, usize),
    some: &[EntryId],
    (one, other): (EntryId, Option<EntryId>),
    name: &str,
) -> Result<(), StoreError> {
    let other = other.unwrap_or(one);
    let today = day("2024-01-01").expect("a day");
    let agencies = [n, n + 1].map(|n| {
        now.agencies
            .get(n % now.agencies.len().max(1))
            .map_or(AgencyId(0), |agency| agency.id)
    });
    match kind {
        22 => join_entries(store, some).map(drop),
        23 => {
            let pairs: Vec<_> = some.chunks_exact(2).map(<[_]>::to_vec).collect();
            join_many(store, &pairs).map(drop)
        }
        24 => leave_event(store, &[one]).map(drop),
        25 => part_entries(store, &[one, other]).map(drop),
        26 => name_event(store, now.events.last().map_or(EventId(1), |e| e.id), name).map(drop),
        27 => {
            let new = contradiction(0, [one.0, other.0], About::ALL[n % 8]);
            settle_contradiction(store, &new).map(drop)
        }
        28 => {
            let id = now
                .contradictions
                .first()
                .map_or(ContradictionId(1), |c| c.id);
            remove_contradiction(store, id).map(drop)
        }
        29 => add_fact(store, &fact(0, name)).map(drop),
        30 => {
            let new = Knowing {
                from: Some(agencies[1]).filter(|_| n % 2 == 0),
                entry: Some(one),
                agency: agencies[0],
                when: When {
                    hangs_on: Some(HangsOn::Entry(other)),
                    ..When::not_understood("the day after the call")
                },
                ..knowing(0, now.facts.last().map_or(1, |fact| fact.id.0), 0)
            };
            add_knowing(store, &new).map(drop)
        }
        31 => remove_fact(store, now.facts.first().map_or(FactId(1), |f| f.id)).map(drop),
        32 => save_view(store, ["Nights", "Police only"][n % 2], name).map(drop),
        33 => remove_view(store, now.views.first().map_or(ViewId(1), |v| v.id)).map(drop),
        34 => {
            let on = match now.key_dates.first() {
                Some(date) if n % 2 == 0 => HangsOn::KeyDate(date.id),
                _ => HangsOn::Entry(one),
            };
            let relative = now
                .entries
                .iter()
                .filter(|e| e.when.wording.contains("after"));
            let relative: Vec<EntryId> = relative.map(|entry| entry.id).collect();
            let hung = relative.get(n % relative.len().max(1)).copied();
            hang_date(store, hung.unwrap_or(EntryId(0)), on, today).map(drop)
        }
        _ => amend_some(store, now, n, name),
    }
}

/// Amends one of the imports: one entry the same, one changed, one new, the others gone.
fn amend_some(store: &mut Store, now: &Review, n: usize, name: &str) -> Result<(), StoreError> {
    let Some(import) = now.imports.get(n % now.imports.len().max(1)) else {
        return Ok(());
    };
    let of_import = |entry: &&Arc<Entry>| entry.source.import == Some(import.id);
    let entries: Vec<_> = now.entries.iter().filter(of_import).map(|e| e.id).collect();
    let mut amendment = Amendment::default();
    let mut texts: Vec<&str> = Vec::new();
    for (index, &entry) in entries.iter().enumerate() {
        match index {
            0 => amendment.same.push((entry, 0)),
            1 => amendment.changed.push(Changed {
                entry,
                draft: 1,
                what: Vec::new(),
            }),
            _ => amendment.gone.push(entry),
        }
    }
    texts.extend(["x", name].into_iter().take(entries.len()));
    amendment.new.push(texts.len());
    texts.push("New in this one");
    let new = a_return(import.agency.0, &texts);
    amend_return(store, &new, import.id, &amendment, &Silent).map(drop)
}

fn places_are_whole(review: &Review) -> bool {
    let recommendations = review.recommendations.iter().map(|each| each.position);
    let mut whole = recommendations.eq(1..=review.recommendations.len() as u32);
    for recommendation in &review.recommendations {
        let mut actions = review
            .actions
            .iter()
            .filter(|a| a.recommendation == recommendation.id);
        whole &= (1u32..)
            .zip(&mut actions)
            .all(|(place, action)| action.position == place);
    }
    whole
}

fn reopen(store: Store, path: &Path) -> Store {
    drop(store);
    let store = Store::open(path, &passphrase(), "Chair").expect("opens");
    assert_eq!(*store.mode(), Mode::ReadWrite);
    store
}

/// Runs the sequence (kinds from KINDS on undo), then undoes and redoes everything, with restarts between, against the states seen.
fn undone_and_redone_exactly(sequence: &[(u8, u8)]) -> Result<(), TestCaseError> {
    let case = case();
    let path = case.path();
    let Case {
        folder: _folder,
        mut store,
    } = case;
    // The state after each step that can be undone, beginning with the one before all of them.
    let mut states = vec![review(&store)];
    for &(kind, number) in sequence {
        let earlier = review(&store);
        if kind >= KINDS {
            if states.len() > 1 {
                states.pop();
                store.undo().expect("undone").expect("a step");
            }
            prop_assert!(same(&review(&store), &states[states.len() - 1]));
            continue;
        }
        match edit(&mut store, kind, number) {
            Ok(()) => {}
            Err(StoreError::Refused(_)) => prop_assert_eq!(&review(&store), &earlier),
            Err(error) => prop_assert!(false, "{}", error),
        }
        let now = review(&store);
        prop_assert!(places_are_whole(&now));
        if now.revision > earlier.revision {
            states.push(now);
        } else {
            prop_assert_eq!(now, earlier);
        }
    }
    store = reopen(store, &path);
    let mut followed = review(&store);
    for (index, expected) in states.iter().enumerate().rev().skip(1) {
        if index == states.len() / 2 {
            store = reopen(store, &path);
        }
        let undone = store.undo().expect("undone").expect("a step");
        store
            .refresh(&mut followed, &undone.touched)
            .expect("refreshed");
        prop_assert_eq!(&followed, &review(&store));
        prop_assert!(same(&followed, expected), "undo of {}", undone.value);
    }
    store = reopen(store, &path);
    for expected in states.iter().skip(1) {
        let redone = store.redo().expect("redone").expect("a step");
        store
            .refresh(&mut followed, &redone.touched)
            .expect("refreshed");
        prop_assert_eq!(&followed, &review(&store));
        prop_assert!(same(&followed, expected), "redo of {}", redone.value);
    }
    prop_assert!(store.verify_audit().expect("a report").is_whole());
    prop_assert_eq!(store.integrity().expect("read"), Vec::<String>::new());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_is_undone_and_redone_exactly(
        sequence in proptest::collection::vec((0..KINDS + 3, any::<u8>()), 20..60)
    ) {
        undone_and_redone_exactly(&sequence)?;
    }
}
