//! Signs of danger: by their words, over time, and denied.

use std::sync::Arc;

use lantern::chronology::{Indicators, escalation, in_order};
use lantern::model::{EntryId, ImportId};

use super::{day, entry, ids, key_date, review, template};

#[test]
fn signs_are_found_by_their_words_and_denials_are_marked() {
    let template = template();
    let indicators = Indicators::of(&template);
    let cases = [
        (
            "He put his hands around her neck and squeezed.",
            "strangulation",
        ),
        ("Denied strangulation.", "strangulation denied"),
        (
            "She has SEPARATED from him; no weapons.",
            "separation weapons denied",
        ),
        (
            "24 weeks pregnant. Threatened to kill her with a knife.",
            "pregnancy threats_to_kill weapons",
        ),
        ("No suicidal ideation.", "suicide_threats denied"),
        (
            "Parked outside her work again, tracker found on the car.",
            "stalking",
        ),
        ("He kicked the dog.", "physical_assault animal_cruelty"),
        ("Routine appointment.", ""),
        // Words of everyday work that are no signs.
        (
            "Folic acid. Eating and drinking well. GPs informed, to see the children on Monday.",
            "",
        ),
        (
            "Custody sergeant, shift handover. Breach of the peace; no restraining order.",
            "",
        ),
        (
            "Fracture clinic. Self-isolating. Pain in the shoulder blade. Escalated to manager.",
            "",
        ),
        (
            "Breach of bail; she may lose custody.",
            "child_contact breach",
        ),
        ("His drinking is escalating.", "escalation substance_misuse"),
    ];
    for (text, expected) in cases {
        let signs = indicators.of_entry(&entry(1, 1, "", text));
        let told: Vec<String> = signs
            .iter()
            .map(|sign| {
                assert!(text.contains(&sign.words));
                let denied = if sign.denied { " denied" } else { "" };
                format!("{}{denied}", indicators.key(sign))
            })
            .collect();
        assert_eq!(told.join(" "), expected, "{text}");
    }
}

#[test]
fn escalation_counts_by_quarter_and_over_long_times_by_year() {
    let mut entries = vec![
        entry(1, 1, "2019-02-10", "Denied strangulation."),
        entry(2, 2, "2019-03-31", "He strangled her."),
        entry(3, 1, "2019-10-01/2019-10-05", "Strangled again."),
        entry(4, 1, "2019-03-31/2019-04-10", "Strangulation."),
        entry(5, 1, "unclear", "Strangulation."),
        entry(6, 1, "2019-11-01", "Strangulation."),
    ];
    entries[5].withdrawn = Some(ImportId(1));
    let mut review = review(entries);
    let found = escalation(&review, &in_order(&review));
    let days = ["2019-01-01", "2019-04-01", "2019-07-01", "2019-10-01"].map(day);
    assert_eq!(
        (found.stretches.as_slice(), found.by_year),
        (days.as_slice(), false)
    );
    assert_eq!(found.rows.len(), review.template.indicators.len());
    let row = &found.rows[0];
    assert_eq!(row.indicator, "strangulation");
    let cells: Vec<Vec<i64>> = row.cells.iter().map(|cell| ids(cell)).collect();
    assert_eq!(cells, [vec![1, 2], vec![], vec![], vec![3]]);
    let kinds = found.kinds.iter();
    let kinds: Vec<(usize, Vec<i64>)> = kinds
        .map(|kinds| (kinds.indicators, ids(&kinds.entries)))
        .collect();
    let expected = [(1, vec![2]), (0, vec![]), (0, vec![]), (1, vec![3])];
    assert_eq!(kinds, expected, "what is only denied is no kind");
    assert_eq!((found.read, found.signed), (5, 5));
    assert_eq!((row.stated(&row.cells[0]), row.entries().count()), (1, 5));
    assert_eq!(row.first, Some(EntryId(2)), "a denial is no first sign");
    assert_eq!(ids(&row.elsewhere), [4, 5]);
    assert_eq!(ids(&row.denied), [1]);

    review.key_dates = vec![key_date(1, "death", "2020-05-18")];
    let found = escalation(&review, &in_order(&review));
    assert_eq!(
        found.stretches.last(),
        Some(&day("2020-04-01")),
        "quarters without a sign up to the death are shown"
    );
    review.key_dates.clear();

    let long_ago = Arc::new(entry(7, 1, "2004-07-01", "Strangled a former partner."));
    Arc::make_mut(&mut review.entries).push(long_ago);
    let found = escalation(&review, &in_order(&review));
    assert!(found.by_year);
    assert_eq!(found.stretches.len(), 16);
    assert_eq!(
        (found.stretches[0], found.stretches[15]),
        (day("2004-01-01"), day("2019-01-01"))
    );
    let counts: Vec<usize> = found.rows[0].cells.iter().map(Vec::len).collect();
    assert_eq!(
        (counts[0], counts[15], counts[1..15].iter().sum::<usize>()),
        (1, 4, 0)
    );
}

#[test]
fn the_words_of_a_sign_are_shown_where_they_stand() {
    let template = template();
    let indicators = Indicators::of(&template);
    let mut one = entry(1, 1, "", "No weapons. Strangled her, strangled her twice.");
    one.response = "Denied strangulation.".to_owned();
    one.other = vec![("Risk".to_owned(), "High".to_owned())];
    // The indicator asked for; cell, words in it, and whether all of them are denied.
    type Shown = (&'static str, &'static [&'static str], bool);
    let (text, response) = ("No weapons. Strangled", "Denied");
    let cases: [(Option<&str>, &[Shown]); 4] = [
        (
            Some("strangulation"),
            &[
                (text, &["Strangled", "strangled"], false),
                (response, &["strangulation"], true),
            ],
        ),
        (Some("weapons"), &[(text, &["weapons"], true)]),
        (
            None,
            &[
                (text, &["weapons", "Strangled", "strangled"], false),
                (response, &["strangulation"], true),
            ],
        ),
        (Some("pregnancy"), &[]),
    ];
    for (indicator, expected) in cases {
        let found = indicators.sightings(&one, indicator);
        assert_eq!(found.len(), expected.len(), "{indicator:?}");
        for (cell, (begins, words, denied)) in found.iter().zip(expected) {
            assert!(cell.wording.starts_with(begins));
            let places = cell.places.iter();
            let marked: Vec<&str> = places.map(|place| &cell.wording[place.clone()]).collect();
            assert_eq!((marked.as_slice(), cell.denied), (*words, *denied));
        }
    }
}
