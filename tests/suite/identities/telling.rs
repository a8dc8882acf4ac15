use std::sync::Arc;

use lantern::identities::{WarningKind, misspellings, warnings};
use lantern::model::{AgencyId, Entry, EntryId, PersonId};

use super::harbour::review;

#[test]
fn pseudonyms_that_give_away_are_told() {
    let cases: [(&str, i64, &str, &[WarningKind]); 7] = [
        ("suits", 1, "Esther", &[]),
        (
            "her own name",
            1,
            "Addie B",
            &[WarningKind::HoldsARealName, WarningKind::SameInitial],
        ),
        (
            "another’s name",
            1,
            "Kofi",
            &[WarningKind::HoldsARealName, WarningKind::OtherSex],
        ),
        ("that of another", 4, "Irene", &[WarningKind::SharedByTwo]),
        (
            "a man’s name",
            4,
            "Daniel",
            &[WarningKind::SharedByTwo, WarningKind::OtherSex],
        ),
        ("the same letter", 5, "Miriam", &[WarningKind::SameInitial]),
        ("none", 1, "", &[WarningKind::NotChosen]),
    ];
    for (what, id, pseudonym, expected) in cases {
        let mut review = review();
        for person in review
            .people
            .iter_mut()
            .filter(|person| person.id == PersonId(id))
        {
            pseudonym.clone_into(&mut person.pseudonym);
        }
        let told = warnings(&review).into_iter().filter(|warning| {
            // The officer has no pseudonym in this review, and two children of one name may come later.
            let of = format!("{:?}", warning.of);
            of == format!("Person(PersonId({id}))") || warning.kind == WarningKind::SharedByTwo
        });
        let mut kinds: Vec<WarningKind> = told.map(|warning| warning.kind).collect();
        kinds.sort();
        assert_eq!(kinds, expected, "{what}");
    }
}

#[test]
fn a_pseudonym_of_another_background_is_told() {
    let mut review = review();
    "Black or Black British: African".clone_into(&mut review.people[0].ethnicity);
    for (pseudonym, expected) in [("Siobhan", true), ("Efua", false), ("Esther", false)] {
        pseudonym.clone_into(&mut review.people[0].pseudonym);
        let told = warnings(&review);
        let told = told
            .iter()
            .any(|warning| warning.kind == WarningKind::OtherEthnicity);
        assert_eq!(told, expected, "{pseudonym}");
    }
}

#[test]
fn words_near_to_a_name_are_told_and_ordinary_words_are_not() {
    let texts = [
        "Adowa Dansoo said that dance classes and Tregarthan were fine.",
        "Tregarthan rang. Adwoa, Danso’s and Esther rose early; Marco came.",
    ];
    let mut review = review();
    let entries = (1..).zip(texts).map(|(id, text)| {
        Arc::new(Entry {
            id: EntryId(id),
            text: text.to_owned(),
            ..Entry::without_words(AgencyId(1))
        })
    });
    review.entries = Arc::new(entries.collect());
    let told: Vec<String> = misspellings(&review)
        .iter()
        .map(|one| format!("{} ~ {} ×{}", one.word, one.form, one.times))
        .collect();
    assert_eq!(
        told,
        [
            "Tregarthan ~ Tregarthen ×2",
            "Adowa ~ Adwoa ×1",
            "Dansoo ~ Danso ×1",
            "Marco ~ Marcus ×1"
        ]
    );
}

#[test]
fn who_made_a_record_is_nobody_in_what_is_published() {
    let mut review = review();
    let entry = Entry {
        id: EntryId(1),
        text: "Seen at home".to_owned(),
        recorder: "Midwife P. Tamsin-Roe".to_owned(),
        document: "CAD 4471".to_owned(),
        other: vec![("Officer".to_owned(), "PC 2290 Ibbotson".to_owned())],
        ..Entry::without_words(AgencyId(1))
    };
    review.entries = Arc::new(vec![Arc::new(entry)]);
    let published = lantern::identities::disguised(&review).review;
    let entry = &published.entries[0];
    assert_eq!(entry.text, "Seen at home");
    assert_eq!((entry.recorder.as_str(), entry.document.as_str()), ("", ""));
    assert_eq!(entry.other, []);
}
