//! The search: words and beginnings of words, as people type them.

use super::*;

/// Common beginnings are answered by way of the first entries, rare ones by the index alone: both must say the same.
#[test]
fn beginnings_are_found_alike_whether_common_or_rare() {
    let folder = tempfile::tempdir().expect("a folder");
    let (_, mut store) = create(folder.path());
    let police = agency(&mut store, "Northmoor Police");
    let texts: Vec<String> = (0..4_000)
        .map(|number| match number % 7 {
            0 => format!("Reference {number}; she referred herself"),
            1 => "Référé d’urgence; she rang from the stairs".to_owned(),
            2 if number > 3_000 => "Refuge place found".to_owned(),
            _ => "No reply at the door".to_owned(),
        })
        .collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    import(&mut store, police, &texts);
    let review = store.load().expect("the review");
    for words in [
        "ref",
        "refer",
        "refere",
        "REFE",
        "réf",
        "refug",
        "she ref",
        "door no",
        "ref she sta",
        "\"the door\" rep",
        "zebra",
        "399",
        "rép",
    ] {
        for limit in [1, 13, 50, 5_000] {
            let hits = store.search(&review, words, limit).expect(words);
            let ids: Vec<EntryId> = hits.iter().map(|hit| hit.entry).collect();
            let mut expected: Vec<EntryId> = store.found(words).expect(words).into_iter().collect();
            expected.sort_unstable();
            expected.truncate(limit);
            assert_eq!(ids, expected, "{words}, {limit}");
        }
    }
}

#[test]
fn words_are_found_whatever_they_look_like() {
    let folder = tempfile::tempdir().expect("a folder");
    let (_, mut store) = create(folder.path());
    let police = agency(&mut store, "Northmoor Police");
    import(
        &mut store,
        police,
        &[
            "Zoë said she left the house at 01:32hrs",
            "Left a message; the house phone was off",
            "Ms O'Neill NOT seen. NEAR(miss) recorded*",
            "Größe unklar; Müller informed",
        ],
    );
    let review = store.load().expect("the review");
    for (words, expected) in [
        ("zoe", vec![1]),
        ("ZOË", vec![1]),
        ("house left", vec![1, 2]),
        ("\"left the house\"", vec![1]),
        ("“left the house” zo", vec![]),
        ("“left the house” zoe", vec![1]),
        ("hou", vec![1, 2]),
        ("hou ", vec![]),
        ("01:32hrs", vec![1]),
        ("o'neill", vec![3]),
        ("NOT seen", vec![3]),
        ("NEAR(miss)", vec![3]),
        ("recorded*", vec![3]),
        ("text:house", vec![]),
        ("muller", vec![4]),
        ("3.6.18 größe", vec![4]),
        ("house AND", vec![]),
        ("\"", vec![]),
        ("", vec![]),
        ("^ ( ) -", vec![]),
    ] {
        let hits = store.search(&review, words, 50).expect(words);
        let ids: Vec<i64> = hits.iter().map(|hit| hit.entry.0).collect();
        assert_eq!(ids, expected, "{words}");
        let found = store.found(words).expect(words);
        assert_eq!(found, ids.into_iter().map(EntryId).collect(), "{words}");
    }
    let hits = store.search(&review, "left", 1).expect("hits");
    let expected = format!(
        "Zoë said she {}left{} the house at 01:32hrs",
        Hit::OPEN,
        Hit::CLOSE
    );
    assert_eq!(hits.len(), 1);
    assert_eq!(hits[0].snippet, expected);
}
