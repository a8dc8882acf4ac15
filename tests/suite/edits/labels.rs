//! What the undo button and the audit trail say of each edit.

use super::*;

#[test]
fn labels_read_well_after_undo_and_name_no_person() {
    let mut case = case();
    let store = &mut case.store;
    type Edit = fn(&mut Store) -> Result<(), StoreError>;
    let edits: Vec<(&str, Edit)> = vec![
        ("Import return.csv (2 entries)", |s| {
            import_return(s, &a_return(2, &["One", "Two"]), &Silent).map(drop)
        }),
        ("Add entry of Hill Surgery", |s| {
            let mut entry = Entry::clone(&review(s).entries[0]);
            entry.agency = AgencyId(2);
            entry.when = When::not_understood("two days after the inquest");
            add_entry(s, &entry).map(drop)
        }),
        ("Change entry typed in by hand", |s| {
            let mut draft = EntryDraft::of(review(s).entry(EntryId(8)).expect("typed"));
            "Amara rang".clone_into(&mut draft.text);
            rewrite_entry(s, EntryId(8), AgencyId(1), &draft).map(drop)
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
            untag_entries(s, &ids(&[2, 3]), "no_enquiry", "Chair").map(drop)
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
        ("Put a version of the draft aside", |s| {
            put_version_aside(s, "For Amara’s family").map(drop)
        }),
        ("Name a version of the draft", |s| {
            name_version(s, VersionId(1), "Seen by Amara’s sister").map(drop)
        }),
        ("Write section Introduction", |s| {
            write_section(s, SectionId(1), "Amara was loved by many.").map(drop)
        }),
        ("Go back to a version of the draft", |s| {
            restore_version(s, VersionId(1)).map(drop)
        }),
        ("Remove a version of the draft", |s| {
            remove_version(s, VersionId(2)).map(drop)
        }),
        ("Replace words in the draft (1)", |s| {
            let sought = Sought {
                words: "Amara".to_owned(),
                ..Sought::default()
            };
            replace_words(s, &sought, "Ife").map(drop)
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
        ("Add a place", |s| {
            add_place(s, &place(0, "Hill Nursery", "a nursery")).map(drop)
        }),
        ("Change a place", |s| {
            change_place(s, &place(1, "Hill Nursery", "")).map(drop)
        }),
        ("Add an identifier", |s| {
            add_identifier(s, &identifier(0, "01632 960 001")).map(drop)
        }),
        ("Change an identifier", |s| {
            change_identifier(s, &identifier(1, "01632 960 002")).map(drop)
        }),
        ("Settle that a word is a name", |s| {
            settle_word(s, &ruling("Rose", Some(PersonId(1)))).map(drop)
        }),
        ("Settle that a word is no name", |s| {
            settle_word(s, &ruling("Rose", None)).map(drop)
        }),
        ("Leave a word open again", |s| {
            remove_ruling(s, RulingId(1)).map(drop)
        }),
        ("Allow words in what is published", |s| {
            allow_words(s, "Amara Fund", "a charity of that name").map(drop)
        }),
        ("No longer allow words in what is published", |s| {
            remove_allowed(s, AllowedId(1)).map(drop)
        }),
        ("Remove an identifier", |s| {
            remove_identifier(s, IdentifierId(1)).map(drop)
        }),
        ("Remove a place", |s| remove_place(s, PlaceId(1)).map(drop)),
        ("Save a view", |s| {
            save_view(s, "Amara by night", "{}").map(drop)
        }),
        ("Rename a view", |s| {
            rename_view(s, ViewId(1), "Amara by day").map(drop)
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
        ("Add to the list of weaknesses", |s| {
            add_weakness(s, &weakness(0, "Amara not heard", "")).map(drop)
        }),
        ("Add a part to weakness 2", |s| {
            add_weakness(s, &weakness(0, "Letters to Tomasz", "not_shared")).map(drop)
        }),
        ("Change weakness 3", |s| {
            let part = review(s).weaknesses[2].clone();
            let name = "Letters to Osei".to_owned();
            change_weakness(s, &Weakness { name, ..part }).map(drop)
        }),
        ("Move weakness 4", |s| {
            move_weakness(s, WeaknessId(3), 1).map(drop)
        }),
        ("Tag 1 passage in an entry", |s| {
            let words = Passage {
                cell: RecordCell::Text,
                from: 0,
                until: 5,
                words: "Amara".to_owned(),
            };
            tag_words(s, EntryId(1), "not_shared", "Chair", &[words]).map(drop)
        }),
        ("Write memo on a tag", |s| {
            let id = review(s).taggings.last().expect("tagged").id;
            write_memo(s, id, "Tomasz was told").map(drop)
        }),
        ("Unmark words in an entry", |s| {
            let tagging = review(s).taggings.last().expect("tagged").clone();
            unmark_words(s, tagging.id, &tagging.passages[0]).map(drop)
        }),
        ("Decline a suggestion", |s| {
            decline_suggestion(s, EntryId(1), "no_enquiry", "Amara Osei").map(drop)
        }),
        ("Make a declined suggestion again", |s| {
            let id = review(s).declined.first().expect("declined").id;
            reconsider_suggestion(s, id).map(drop)
        }),
        ("Take rules for 1 weakness", |s| {
            let mut with_rules = template();
            with_rules.weaknesses[0].patterns = vec!["Amara".to_owned()];
            take_rules(s, &with_rules).map(drop)
        }),
        ("Merge weakness 4 into 3 (0 tags)", |s| {
            merge_weaknesses(s, WeaknessId(4), WeaknessId(2)).map(drop)
        }),
        ("Remove one coder’s tag from an entry", |s| {
            let id = review(s).taggings.first().expect("tagged").id;
            remove_tagging(s, id).map(drop)
        }),
        ("Remove weakness 3 with 1 tag", |s| {
            remove_weakness(s, WeaknessId(2)).map(drop)
        }),
        ("Begin a blind coding of 2 entries", |s| {
            let new = NewCoding {
                name: "Amara’s check".to_owned(),
                drawn: String::new(),
                entries: ids(&[1, 5]),
                coders: ["Grace Lim", "Li Wei"].map(str::to_owned).to_vec(),
                already: vec!["Grace Lim".to_owned()],
            };
            begin_coding(s, &new).map(drop)
        }),
        ("Finish 1 entry of a coding", |s| {
            finish_coding(s, CodingId(1), &ids(&[5]), "Li Wei", true).map(drop)
        }),
        ("Close a coding", |s| close_coding(s, CodingId(1)).map(drop)),
        ("Settle a disagreement: tag the entry", |s| {
            let how = Settlement::Tagged;
            settle_disagreement(s, CodingId(1), EntryId(5), "no_enquiry", how).map(drop)
        }),
        ("Let a mark stand: Too few rounds of comments", |s| {
            suppress(s, "rounds_held", "0 rounds", "Amara’s panel met instead").map(drop)
        }),
        ("Let a mark count again", |s| {
            unsuppress(s, SuppressedId(1)).map(drop)
        }),
        ("Remove a coding", |s| {
            remove_coding(s, CodingId(1)).map(drop)
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
