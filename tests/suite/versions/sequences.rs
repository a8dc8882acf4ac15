//! Any sequence of writing, keeping and going back.

use proptest::prelude::*;

use super::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn writing_keeping_and_going_back_are_undone_exactly(steps in proptest::collection::vec((0..6_u8, 0..5_usize), 4..16)) {
        const TEXTS: [&str; 5] = [
            "",
            "One.",
            "One.\n\nTwo of them rang her that night.",
            "Two of them rang her that very night.\n\nOne.",
            "# Heading\nOne two.\n\nTwo of them rang her that night.",
        ];
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = store(folder.path());
        let mut states = vec![load(&store)];
        for (kind, n) in steps {
            let versions = load(&store).versions;
            let version = versions.get(n % versions.len().max(1)).map_or(VersionId(1), |version| version.id);
            let done = match kind {
                0 | 1 => write_section(&mut store, SectionId(i64::from(kind) + 1), TEXTS[n]).map(drop),
                2 => put_version_aside(&mut store, TEXTS[n % 2]).map(drop),
                3 => name_version(&mut store, version, TEXTS[n % 2]).map(drop),
                4 => remove_version(&mut store, version).map(drop),
                _ => restore_version(&mut store, version).map(drop),
            };
            if let Err(error) = done {
                prop_assert!(matches!(error, StoreError::Refused(_)), "{}", error);
            }
            let now = load(&store);
            let ids: Vec<ParagraphId> = now.sections.iter().flat_map(|one| one.paragraphs.clone()).collect();
            prop_assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len(), "no number stands twice");
            if states.last() != Some(&now) {
                states.push(now);
            }
        }
        for expected in states.iter().rev().skip(1) {
            store.undo().expect("undone").expect("a step");
            prop_assert_eq!(&load(&store), expected);
        }
        for expected in states.iter().skip(1) {
            store.redo().expect("redone").expect("a step");
            prop_assert_eq!(&load(&store), expected);
        }
    }

    #[test]
    fn the_stretches_are_the_wordings(before in "[ab ,\n]{0,60}", after in "[ab ,\n]{0,60}") {
        let stretches = word_for_word(&before, &after);
        let without = |fate: Fate| stretches.iter().filter(|one| one.fate != fate).map(|one| one.text.as_str()).collect::<String>();
        prop_assert_eq!(without(Fate::New), before);
        prop_assert_eq!(without(Fate::Gone), after);
    }

    /// No paragraph of either version is lost or told twice.
    #[test]
    fn a_difference_holds_every_paragraph_once(before in words(), after in words()) {
        let [one, other] = [&before, &after].map(|texts| draft([&texts.0, &texts.1]));
        let sections = difference(&one, &other, &template());
        let count = |number: fn(&lantern::drafting::Change) -> &str| {
            let changes = sections.iter().flat_map(|section| &section.changes);
            let mut numbers: Vec<String> = changes.map(|change| number(change).to_owned()).filter(|number| !number.is_empty()).collect();
            numbers.sort();
            numbers
        };
        let expected = |sections: &[Section]| {
            let mut numbers: Vec<String> = lantern::drafting::paragraphs(sections, &template())
                .into_iter()
                .flat_map(|section| section.paragraphs)
                .map(|paragraph| paragraph.number)
                .collect();
            numbers.sort();
            numbers
        };
        prop_assert_eq!(count(|change| &change.before), expected(&one));
        prop_assert_eq!(count(|change| &change.after), expected(&other));
    }
}

/// Texts of two sections: paragraphs of a few words, some with numbers that stand in both versions.
fn words() -> impl Strategy<Value = (String, String)> {
    let section = || {
        proptest::collection::vec("(one|two|three)( (four|five|six)){0,3}", 0..6)
            .prop_map(|blocks| blocks.join("\n\n"))
    };
    (section(), section())
}
