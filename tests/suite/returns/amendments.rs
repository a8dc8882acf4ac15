//! A corrected return beside the earlier one.

use std::collections::BTreeSet;

use lantern::dates::{Context, read as read_date};
use lantern::model::{AgencyId, Certainty, Entry, EntryDraft, EntryId, Moment, Source, When};
use lantern::returns::{Amendment, compare};

use super::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2021, 6, 1).expect("a day")
}

fn draft(row: u32, date: &str, text: &str) -> EntryDraft {
    let mut dates = read_date(date, &Context::new(today())).dates;
    EntryDraft {
        when: if dates.is_empty() {
            When::not_understood(date)
        } else {
            dates.remove(0)
        },
        text: text.to_owned(),
        place: format!("line {row}"),
        row,
        ..EntryDraft::default()
    }
}

fn entry(id: i64, draft: &EntryDraft) -> Entry {
    Entry {
        id: EntryId(id),
        agency: AgencyId(1),
        when: draft.when.clone(),
        text: draft.text.clone(),
        response: draft.response.clone(),
        seen: draft.seen.clone(),
        recorder: draft.recorder.clone(),
        document: draft.document.clone(),
        comment: draft.comment.clone(),
        basis: draft.basis,
        enquiry: draft.enquiry,
        disclosure: draft.disclosure,
        other: draft.other.clone(),
        source: Source {
            import: None,
            file: "x.csv".to_owned(),
            place: draft.place.clone(),
            row: draft.row,
        },
        position: id,
        people: Vec::new(),
        withdrawn: None,
    }
}

fn drafts(rows: &[(&str, &str)]) -> Vec<EntryDraft> {
    let rows = rows.iter().zip(2..);
    rows.map(|((date, text), row)| draft(row, date, text))
        .collect()
}

fn compared(old: &[EntryDraft], new: &[EntryDraft]) -> Amendment {
    let entries: Vec<Entry> = old
        .iter()
        .zip(1..)
        .map(|(draft, id)| entry(id, draft))
        .collect();
    compare(&entries.iter().collect::<Vec<_>>(), new)
}

const EARLIER: [(&str, &str); 5] = [
    (
        "03/02/2019",
        "Tenant asks for the locks of the front door to be changed.",
    ),
    ("11/02/2019", "No access."),
    ("11/03/2019", "No access."),
    (
        "14/03/2019",
        "Neighbour reports shouting and a child crying at night.",
    ),
    ("02/04/2019", "Tenancy ended by notice of the tenant."),
];

#[test]
fn what_a_corrected_return_changes() {
    // The corrected rows, then: same (entry=row), changed (entry=row: parts), new rows, gone entries.
    let [locks, first, second, shouting, ended] = EARLIER;
    for (what, corrected, expected) in [
        (
            "nothing",
            vec![locks, first, second, shouting, ended],
            "1=1 2=2 3=3 4=4 5=5 | | | ",
        ),
        (
            "rows moved",
            vec![ended, second, locks, first, shouting],
            "1=3 2=4 3=2 4=5 5=1 | | | ",
        ),
        (
            "a row inserted and one deleted",
            vec![
                locks,
                first,
                ("20/02/2019", "Letter about arrears sent to the tenant."),
                second,
                ended,
            ],
            "1=1 2=2 3=4 5=5 | | 3 | 4",
        ),
        (
            "of two equal accounts the first is deleted",
            vec![locks, second, shouting, ended],
            "1=1 3=2 4=3 5=4 | | | 2",
        ),
        (
            "a date corrected",
            vec![locks, first, second, ("15/03/2019", shouting.1), ended],
            "1=1 2=2 3=3 5=5 | 4=4: Date | | ",
        ),
        (
            "a date corrected to before another row, and moved there",
            vec![("01/01/2019", shouting.1), locks, first, second, ended],
            "1=2 2=3 3=4 5=5 | 4=1: Date | | ",
        ),
        (
            "an account edited, a row inserted above",
            vec![
                ("01/02/2019", "Tenancy file opened."),
                (
                    "03/02/2019",
                    "Tenant asks for the locks of her front door to be changed; gives no reason.",
                ),
                first,
                second,
                shouting,
                ended,
            ],
            "2=3 3=4 4=5 5=6 | 1=2: What happened | 1 | ",
        ),
        (
            "an account written anew is another one",
            vec![
                locks,
                first,
                second,
                ("14/03/2019", "Rent statement sent."),
                ended,
            ],
            "1=1 2=2 3=3 5=5 | | 4 | 4",
        ),
        ("all deleted", vec![], " | | | 1 2 3 4 5"),
    ] {
        let amendment = compared(&drafts(&EARLIER), &drafts(&corrected));
        let same: Vec<String> = amendment
            .same
            .iter()
            .map(|(entry, row)| format!("{entry}={}", row + 1))
            .collect();
        let changed: Vec<String> = amendment
            .changed
            .iter()
            .map(|changed| {
                let parts: Vec<&str> = changed.what.iter().map(|what| what.part).collect();
                format!(
                    "{}={}: {}",
                    changed.entry,
                    changed.draft + 1,
                    parts.join(", ")
                )
            })
            .collect();
        let new: Vec<String> = amendment
            .new
            .iter()
            .map(|row| (row + 1).to_string())
            .collect();
        let gone: Vec<String> = amendment.gone.iter().map(ToString::to_string).collect();
        let told = [same, changed, new, gone]
            .map(|part| part.join(" "))
            .join(" | ")
            .replace("|  |", "| |")
            .replace("|  |", "| |");
        assert_eq!(told, expected, "{what}");
    }
}

#[test]
fn what_the_chair_settled_is_no_difference() {
    let new = drafts(&EARLIER);
    let mut entries: Vec<Entry> = new
        .iter()
        .zip(1..)
        .map(|(draft, id)| entry(id, draft))
        .collect();
    let day = |year| NaiveDate::from_ymd_opt(year, 5, 5).expect("a day");
    entries[0].when.earliest = Some(Moment::day(day(2018)));
    entries[0].when.latest = Some(Moment::day(day(2018)));
    entries[1].basis = lantern::model::Basis::Victim;
    let amendment = compare(&entries.iter().collect::<Vec<_>>(), &new);
    assert_eq!(amendment.same.len(), new.len(), "{amendment:?}");
    // But a date that was taken from the row above moves with that row.
    entries[2].when.certainty = Certainty::Inferred;
    entries[2].when.earliest = Some(Moment::day(day(2018)));
    let mut moved = new.clone();
    moved[2].when.certainty = Certainty::Inferred;
    let amendment = compare(&entries.iter().collect::<Vec<_>>(), &moved);
    assert_eq!(amendment.changed.len(), 1, "{amendment:?}");
    let what = &amendment.changed[0].what[0];
    assert_eq!(
        (what.part, &*what.after),
        ("Date", "11 March 2019 or 3 November 2019, inferred")
    );
}

#[test]
fn other_columns_are_named_with_their_headings() {
    let old = drafts(&EARLIER);
    let mut new = old.clone();
    new[0].other = vec![
        ("Ref".to_owned(), "H1".to_owned()),
        ("Flat".to_owned(), "2".to_owned()),
    ];
    new[0].recorder = "L. Duarte".to_owned();
    let amendment = compared(&old, &new);
    let what: Vec<(&str, &str)> = amendment.changed[0]
        .what
        .iter()
        .map(|what| (what.part, &*what.after))
        .collect();
    assert_eq!(
        what,
        [
            ("Recorded by", "L. Duarte"),
            ("Other column", "Ref: H1\nFlat: 2")
        ]
    );
}

/// Rows with many equal and similar accounts, some without dates.
fn row() -> impl Strategy<Value = (String, String)> {
    let words = [
        "rang", "came", "asked", "about", "locks", "housing", "money", "said", "nothing", "left",
        "again",
    ];
    (
        (0u32..15, 1u32..4).prop_map(|(day, month)| match day {
            0 => "unknown".to_owned(),
            day => format!("{day:02}/{month:02}/2019"),
        }),
        prop::collection::vec(prop::sample::select(words.to_vec()), 1..9)
            .prop_map(|words| words.join(" ")),
    )
}

fn all(rows: &[(String, String)]) -> Vec<EntryDraft> {
    let rows = rows.iter().zip(2..);
    rows.map(|((date, text), row)| draft(row, date, text))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn rows_in_another_order_are_the_same(
        (rows, order) in prop::collection::vec(row(), 0..40).prop_flat_map(|rows| {
            let order: Vec<usize> = (0..rows.len()).collect();
            (Just(rows), Just(order).prop_shuffle())
        }),
    ) {
        let moved: Vec<(String, String)> = order.iter().map(|at| rows[*at].clone()).collect();
        let (old, new) = (all(&rows), all(&moved));
        let amendment = compared(&old, &new);
        prop_assert_eq!(amendment.same.len(), rows.len(), "{:?}", amendment);
        for (entry, draft) in amendment.same {
            let before = &rows[usize::try_from(entry.0 - 1).expect("an index")];
            prop_assert_eq!(before, &moved[draft]);
        }
    }

    #[test]
    fn every_entry_and_every_row_has_one_place(
        old in prop::collection::vec(row(), 0..40),
        new in prop::collection::vec(row(), 0..40),
    ) {
        let amendment = compared(&all(&old), &all(&new));
        prop_assert_eq!(&amendment, &compared(&all(&old), &all(&new)));
        let mut entries: Vec<i64> = amendment.gone.iter().map(|entry| entry.0).collect();
        let mut drafts = amendment.new.clone();
        for (entry, draft) in &amendment.same {
            entries.push(entry.0);
            drafts.push(*draft);
        }
        for changed in &amendment.changed {
            entries.push(changed.entry.0);
            drafts.push(changed.draft);
            prop_assert!(changed.what.iter().all(|what| what.before != what.after), "{:?}", changed);
            prop_assert!(!changed.what.is_empty());
        }
        prop_assert_eq!((entries.len(), drafts.len()), (old.len(), new.len()));
        prop_assert_eq!(entries.iter().collect::<BTreeSet<_>>().len(), old.len());
        prop_assert_eq!(drafts.iter().collect::<BTreeSet<_>>().len(), new.len());
    }
}
