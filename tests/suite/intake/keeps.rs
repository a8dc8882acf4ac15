//! Understanding never loses a row, whatever stands in it.

use lantern::intake::{Choices, Fate};
use proptest::prelude::*;

use super::{read, understood_by};

fn headings() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "case",
        "Client No.",
        "referred_on",
        "Source",
        "ethnicity",
        "dob",
        "age",
        "group",
        "Left on",
        "reason",
        "substance",
        "use",
        "date",
        "came",
        "partner",
        "relationship",
        "child",
        "lives with him",
        "called out",
        "arrested",
        "when",
        "responsibility",
        "result",
        "due on",
        "her account",
        "quarter",
        "amount",
        "respondent",
        "Q1",
        "5 March 2024",
        "notes",
        "",
    ]);
    prop::collection::vec(known, 2..7).prop_map(|words| words.join(","))
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "A1",
            "A2",
            "",
            "yes",
            "no",
            "not known",
            "2024-01-01",
            "30/02/2024",
            "current",
            "alcohol",
            "attended",
            "1",
            "9.5",
            "£3",
            "before",
            "completed",
            "former",
            "very",
            "Total",
            "“",
            "=1+1",
            "\u{feff}",
            "very long ago",
        ])
        .prop_map(str::to_owned),
        "[a-z0-9 /.-]{0,12}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]
    #[test]
    fn every_row_is_taken_or_says_why_not(
        headings in headings(),
        men in prop::collection::vec(prop::collection::vec(cell(), 1..8), 0..6),
        rows in prop::collection::vec(prop::collection::vec(cell(), 1..8), 1..12),
        unlocked: bool,
    ) {
        let lines = |rows: &[Vec<String>]| rows.iter().map(|row| row.join(",")).collect::<Vec<_>>().join("\n");
        let text = format!("{headings}\n{}\n", lines(&rows));
        let first = format!("case,referred_on,enrolled_on,group\nA1,2024-01-01,2024-02-05,A\n{}\n", lines(&men));
        let files: Vec<_> = [("men.csv", first), ("x.csv", text)]
            .iter()
            .filter_map(|(name, text)| lantern::returns::read_bytes(name, text.as_bytes(), &lantern::jobs::Silent).ok())
            .collect();
        let understood = understood_by(&files, &Choices::default(), unlocked);
        let tables: Vec<_> = files.iter().flat_map(|file| &file.tables).collect();
        prop_assert_eq!(tables.len(), understood.tables.len());
        for (table, told) in tables.iter().zip(&understood.tables) {
            prop_assert_eq!(told.fates.len(), table.rows.len());
            for (row, fate) in table.rows.iter().zip(&told.fates) {
                prop_assert_eq!(row.is_blank(), *fate == Fate::Blank, "{:?}", row);
                prop_assert!(!matches!(fate, Fate::Skipped(why) if why.is_empty() || why.contains("was not read")));
            }
        }
        let (programme, partners) = understood.records();
        prop_assert!(unlocked || partners.is_empty());
        prop_assert!(lantern::wall::CaseFile::of(programme, partners).is_ok());
    }
}

#[test]
fn no_row_is_too_odd() {
    let file = read(
        "men.csv",
        "case,referred_on\n\u{1F600},\u{202e}01/01/2024\n".as_bytes(),
    );
    assert_eq!(
        understood_by(&[file], &Choices::default(), true).tables[0].skipped(),
        1
    );
}
