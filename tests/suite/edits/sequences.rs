//! Any sequence of edits is undone and redone exactly.

use std::path::Path;

use proptest::prelude::*;

use super::*;
use lantern::analysis::passage;

/// Kinds of edits in a random sequence; beyond them stands undo.
const KINDS: u8 = 41;

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
        4 => untag_entries(store, &some, weakness, "Chair").map(drop),
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
        18 if n % 3 == 0 => {
            let sought = Sought {
                words: "a".to_owned(),
                ..Sought::default()
            };
            replace_words(store, &sought, &name).map(drop)
        }
        18 => {
            let text = format!("{name}\n\nIt stays.\n\n{name} {n}");
            write_section(store, SectionId(1), &text).map(drop)
        }
        19 => set_key_date(store, &key_date(["death", ""][n % 2], &name)).map(drop),
        20 => add_pause(store, &pause(0, None)).map(drop),
        21 => move_action(store, action_id, 1).map(drop),
        37 => chain::any(store, &now, n, &some, &name),
        40 => publishing::any(store, &now, n, &name),
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
        33 if n % 2 == 0 => {
            let id = now.views.last().map_or(ViewId(1), |view| view.id);
            rename_view(store, id, ["Nights", "Of the police"][n / 2 % 2]).map(drop)
        }
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
        35 => type_by_hand(store, now, agencies[0], other, name),
        36 => code_blind(store, now, n, some),
        37 => mark_and_suggest(store, now, n, one),
        38 => change_the_list(store, now, n, name),
        _ => amend_some(store, now, n, name),
    }
}

/// Marks the first letters of an entry, or does something with what is marked, tagged or declined.
fn mark_and_suggest(
    store: &mut Store,
    now: &Review,
    n: usize,
    entry: EntryId,
) -> Result<(), StoreError> {
    let key = |n: usize| {
        now.weaknesses
            .get(n % now.weaknesses.len().max(1))
            .map_or("", |one| &one.key)
    };
    let tagging = now.taggings.get(n % now.taggings.len().max(1));
    match (n % 6, tagging) {
        (0 | 1, _) => {
            let record = now.entry(entry);
            let length = record.map_or(0, |record| record.text.chars().count());
            let passage =
                record.and_then(|record| passage(record, RecordCell::Text, n % 3..length.min(4)));
            let passages: Vec<Passage> = passage.into_iter().collect();
            tag_words(
                store,
                entry,
                key(n),
                ["Chair", "Amara"][n / 6 % 2],
                &passages,
            )
            .map(drop)
        }
        (2, Some(tagging)) => {
            let first = tagging.passages.first().cloned();
            first.map_or(Ok(()), |first| {
                unmark_words(store, tagging.id, &first).map(drop)
            })
        }
        (3, Some(tagging)) => write_memo(store, tagging.id, "Seen twice").map(drop),
        (4, Some(tagging)) => remove_tagging(store, tagging.id).map(drop),
        (5, _) if n % 4 == 1 => {
            let declined = now.declined.first().map_or(DeclinedId(0), |one| one.id);
            reconsider_suggestion(store, declined).map(drop)
        }
        _ => decline_suggestion(store, entry, key(n), "Chair").map(drop),
    }
}

fn change_the_list(
    store: &mut Store,
    now: &Review,
    n: usize,
    name: &str,
) -> Result<(), StoreError> {
    let at = |n: usize| now.weaknesses.get(n % now.weaknesses.len().max(1)).cloned();
    let (Some(one), Some(other)) = (at(n), at(n / 5)) else {
        return add_weakness(store, &weakness(0, name, "")).map(drop);
    };
    match n % 6 {
        0 => add_weakness(store, &weakness(0, name, "")).map(drop),
        1 => add_weakness(store, &weakness(0, name, &one.key)).map(drop),
        2 => {
            let changed = Weakness {
                parent: [String::new(), other.key][n / 7 % 2].clone(),
                good_practice: n.is_multiple_of(5),
                ..one
            };
            change_weakness(store, &changed).map(drop)
        }
        3 => move_weakness(store, one.id, u32::try_from(n % 4).expect("small")).map(drop),
        4 => merge_weaknesses(store, one.id, other.id).map(drop),
        _ => remove_weakness(store, one.id).map(drop),
    }
}

/// Begins a coding, or goes on with the last of them.
fn code_blind(
    store: &mut Store,
    now: &Review,
    n: usize,
    some: &[EntryId],
) -> Result<(), StoreError> {
    let Some(coding) = now.codings.last().filter(|_| !n.is_multiple_of(6)) else {
        let new = NewCoding {
            entries: some.to_vec(),
            coders: ["Chair", "Li Wei"].map(str::to_owned).to_vec(),
            already: vec!["Chair".to_owned()],
            ..NewCoding::default()
        };
        return begin_coding(store, &new).map(drop);
    };
    let entry = coding.entries.get(n % coding.entries.len().max(1)).copied();
    let entry = entry.unwrap_or(EntryId(0));
    match n % 6 {
        1 => finish_coding(
            store,
            coding.id,
            &coding.entries,
            "Li Wei",
            !n.is_multiple_of(4),
        )
        .map(drop),
        2 | 3 => close_coding(store, coding.id).map(drop),
        4 => {
            let how = Settlement::ALL[n / 6 % 3];
            settle_disagreement(store, coding.id, entry, "no_enquiry", how).map(drop)
        }
        _ => remove_coding(store, coding.id).map(drop),
    }
}

/// Adds an entry typed in by hand, or changes the last of them.
fn type_by_hand(
    store: &mut Store,
    now: &Review,
    agency: AgencyId,
    other: EntryId,
    text: &str,
) -> Result<(), StoreError> {
    let mut typed = now.entries.iter().rev().filter(|e| e.is_typed_by_hand());
    let Some(entry) = typed.next() else {
        return add_entry(store, &Entry::without_words(agency)).map(drop);
    };
    let mut draft = EntryDraft::of(entry);
    text.clone_into(&mut draft.text);
    draft.when = When {
        hangs_on: Some(HangsOn::Entry(other)),
        ..When::on(day("2021-03-01").expect("a day"))
    };
    rewrite_entry(store, entry.id, agency, &draft).map(drop)
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
