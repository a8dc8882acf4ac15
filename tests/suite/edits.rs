//! Every verb: what it does, what it refuses, and that undo and redo of any sequence come out exactly.

mod amending;
mod chain;
mod coding;
mod hanging;
mod labels;
mod panel;
mod programme;
mod publishing;
mod refused;
mod sequences;
mod together;
mod weaknesses;

use std::sync::Arc;

use chrono::NaiveDate;
use lantern::drafting::Sought;
use lantern::edits::*;
use lantern::jobs::Silent;
use lantern::model::*;
use lantern::returns::{Amendment, Changed};
use lantern::store::{Mode, NewFile, Noun, Outcome, Passphrase, Store, StoreError};

fn passphrase() -> Passphrase {
    Passphrase::new("plain words".to_owned())
}

fn template() -> Template {
    let weakness = |key: &str| WeaknessTemplate {
        key: key.to_owned(),
        name: key.to_uppercase(),
        definition: String::new(),
        example: String::new(),
        good_practice: false,
        parent: String::new(),
        patterns: Vec::new(),
    };
    Template {
        name: "small".to_owned(),
        title: "Small review".to_owned(),
        about: String::new(),
        label: "domestic homicide review".to_owned(),
        least_rounds: 2,
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
            summary: false,
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
        word_lists: Vec::new(),
        publication: PublicationPolicy::default(),
        rules: Vec::new(),
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
        ..Person::default()
    }
}

fn recommendation(id: i64, text: &str) -> Recommendation {
    Recommendation {
        id: RecommendationId(id),
        position: 0,
        text: text.to_owned(),
        findings: Vec::new(),
        reach: Reach::MultiAgency,
        scope: Scope::Local,
        early_learning: false,
        weakness: "no_enquiry".to_owned(),
        agencies: vec![AgencyId(2), AgencyId(1)],
        entries: vec![EntryId(3), EntryId(1)],
        measure: String::new(),
        achievable: String::new(),
        due: None,
    }
}

fn weakness(id: i64, name: &str, parent: &str) -> Weakness {
    Weakness {
        id: WeaknessId(id),
        position: 0,
        key: String::new(),
        name: name.to_owned(),
        definition: "What it means".to_owned(),
        example: String::new(),
        good_practice: false,
        parent: parent.to_owned(),
        patterns: vec![r"not (?:told|shared)".to_owned()],
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

fn place(id: i64, name: &str, written: &str) -> Place {
    Place {
        id: PlaceId(id),
        name: name.to_owned(),
        written: written.to_owned(),
        ..Place::default()
    }
}

/// Of the first place.
fn identifier(id: i64, text: &str) -> Identifier {
    Identifier {
        id: IdentifierId(id),
        of: IdentifierOf::Place(PlaceId(1)),
        kind: IdentifierKind::Phone,
        text: text.to_owned(),
    }
}

fn ruling(form: &str, person: Option<PersonId>) -> Ruling {
    Ruling {
        id: RulingId(0),
        form: form.to_owned(),
        before: "the".to_owned(),
        after: "garden".to_owned(),
        person,
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
