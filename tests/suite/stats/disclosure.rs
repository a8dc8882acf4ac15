//! What a release leaves out cannot be read, worked out or narrowed down; and no more is left out than helps.

use std::collections::BTreeMap;

use lantern::stats::disclosure::{
    Mark, Place, Protected, Refused, Release, Rule, Table, Why, protect,
};
use proptest::prelude::*;

use super::attacker::{Attacker, Shared};

fn rule(threshold: u64, hides_zeros: bool, least_values: u64) -> Rule {
    Rule::new(threshold, hides_zeros, least_values).expect("a rule")
}

/// Rows of counts; “-”: empty by construction.
fn grid(key: &str, lines: &[&str]) -> Table {
    let cells: Vec<Vec<Option<u64>>> = lines
        .iter()
        .map(|line| {
            line.split_whitespace()
                .map(|word| word.parse().ok())
                .collect()
        })
        .collect();
    table(key, cells)
}

/// A list where there is one column.
fn table(key: &str, cells: Vec<Vec<Option<u64>>>) -> Table {
    let names = ["a", "b", "c", "d", "e", "f"];
    let width = cells.first().map_or(0, Vec::len);
    if width == 1 {
        let counts: Vec<_> = names
            .iter()
            .copied()
            .zip(cells.iter().map(|row| row[0]))
            .collect();
        return Table::list(key, &counts);
    }
    Table::grid(key, &names[..cells.len()], &names[..width], cells)
}

/// As printed: a line a row, the totals last; “s”: small, “p”: to protect another; “w”: withheld.
fn drawn(table: &Table, protected: &Protected) -> Vec<String> {
    let mut lines = vec![Vec::new()];
    for place in table.places() {
        let word = match &protected.marks[&place] {
            Mark::Shown(count) => count.to_string(),
            Mark::Suppressed(Why::Small) => "s".to_owned(),
            Mark::Suppressed(Why::ToProtect(_)) => "p".to_owned(),
            Mark::Suppressed(Why::Withheld) => "w".to_owned(),
            Mark::Empty => "-".to_owned(),
            Mark::Unprinted => "u".to_owned(),
        };
        lines.last_mut().expect("a line").push(word);
        let ends = matches!(place, Place::RowTotal(_));
        if ends || (table.is_list() && matches!(place, Place::Cell { .. })) {
            lines.push(Vec::new());
        }
    }
    lines.into_iter().map(|words| words.join(" ")).collect()
}

fn released(tables: &[Table], rule: Rule) -> Release {
    protect(tables, rule).unwrap_or_else(|refused| panic!("{refused}: {tables:?}"))
}

fn held(tables: &[Table], rule: Rule, shared: &Shared) -> Release {
    let release = released(tables, rule);
    let attacker = Attacker::reading(tables, &release, shared);
    let found = attacker.finds(rule.least_values());
    assert!(found.is_empty(), "{found:?}\n{tables:?}\n{release:?}");
    release
}

#[test]
fn as_much_is_left_out_as_must_be_and_no_more() {
    let five = rule(5, false, 2);
    for (lines, rule, printed) in [
        // Nothing small: nothing is left out; a zero is shown.
        (
            &["10 20", "0 7"][..],
            five,
            &["10 20 30", "0 7 7", "10 27 37"][..],
        ),
        // The smallest that can protect it goes with it.
        (&["3", "6", "9", "40"], five, &["s", "p", "9", "40", "58"]),
        // Two small ones protect each other.
        (&["3", "2", "9"], five, &["s", "s", "9", "14"]),
        // Both are 1 as soon as one knows that both are small, so a third goes.
        (&["1", "1", "9"], five, &["s", "s", "p", "11"]),
        (
            &["3 10 20", "30 11 40", "50 60 12"],
            five,
            &["s p 20 33", "p p 40 81", "50 60 12 122", "83 81 72 236"],
        ),
        (&["3", "0", "9"], rule(5, true, 2), &["s", "s", "9", "12"]),
        // Two that are small and together below 3 could only be 1 each.
        (&["1", "1"], rule(3, false, 2), &["s", "w", "s"]),
        (&["-", "4", "50"], five, &["-", "s", "p", "54"]),
    ] {
        let tables = [grid("t", lines)];
        let release = held(&tables, rule, &[]);
        assert_eq!(drawn(&tables[0], &release.tables[0]), printed, "{lines:?}");
    }
}

#[test]
fn leaving_out_only_what_is_small_does_not_hold() {
    for lines in [
        &["3", "6", "9"][..],
        &["3 10 20", "30 11 40"],
        &["1", "1", "9"],
    ] {
        let table = grid("t", lines);
        let marks = table.places().into_iter().map(|place| {
            let count = table.count(place).expect("a count");
            let small = (1..5).contains(&count);
            let mark = if small {
                Mark::Suppressed(Why::Small)
            } else {
                Mark::Shown(count)
            };
            (place, mark)
        });
        let marks: BTreeMap<Place, Mark> = marks.collect();
        let key = table.key.clone();
        let tables = vec![Protected { key, marks }];
        let release = Release {
            rule: rule(5, false, 2),
            tables,
        };
        let attacker = Attacker::reading(&[table], &release, &[]);
        assert!(!attacker.finds(2).is_empty(), "{lines:?}");
    }
}

#[test]
fn what_follows_from_two_figures_is_protected_by_leaving_out_one() {
    let cell = |row, column| Place::Cell { row, column };
    // Files complete and not; only all and the complete ones are printed, and their difference is small.
    let files = grid("files", &["37 6", "15 2", "40 10"]);
    let table = (0..3).fold(files, |table, row| table.unprinted(cell(row, 1)));
    let tables = [table.unprinted(Place::ColumnTotal(1))];
    let release = held(&tables, rule(5, false, 2), &[]);
    assert_eq!(
        drawn(&tables[0], &release.tables[0]),
        ["p u 43", "p u 17", "40 u 50", "92 u 110"]
    );
}

#[test]
fn tables_that_share_totals_are_protected_together() {
    let totals = [Place::RowTotal(0), Place::RowTotal(1), Place::Total];
    let shared: Vec<_> = totals
        .iter()
        .map(|place| ((0, *place), (1, *place)))
        .collect();
    let name = |table: Table| {
        let named = [
            ("first", totals[0]),
            ("second", totals[1]),
            ("all", totals[2]),
        ];
        named
            .into_iter()
            .fold(table, |table, (name, place)| table.named(place, name))
    };
    let one = name(grid("one", &["2 30", "20 40"]));
    let other = name(grid("other", &["8 9 15", "20 20 20"]));
    let both = [one, other];
    let release = held(&both, rule(5, false, 3), &shared);
    for place in totals {
        let mark = |key: &str| release.table(key).map(|table| table.marks[&place].clone());
        assert_eq!(mark("one"), mark("other"), "{place:?}");
    }
}

#[test]
fn what_cannot_be_released_is_refused_with_a_word() {
    let five = rule(5, false, 2);
    let list = |key: &str, count| Table::list(key, &[("men", Some(count)), ("women", Some(9))]);
    let men = Place::Cell { row: 0, column: 0 };
    let ragged = Table::grid("t", &["a", "b"], &["x", "y"], vec![vec![Some(1)], vec![]]);
    for (tables, word) in [
        (
            vec![list("t", 6), list("t", 6)],
            "Two tables have the key “t”",
        ),
        (vec![ragged], "Table “t” has rows of different lengths"),
        (
            vec![
                list("t", 6).named(men, "men"),
                list("u", 7).named(men, "men"),
            ],
            "“men” is 6 in table “t” and 7 in table “u”",
        ),
        (
            vec![list("t", 6).named(Place::RowTotal(0), "men")],
            "Table “t” has no place for the name “men”",
        ),
        (
            vec![list("t", u64::MAX)],
            "A count in table “t” is too large to be a count of people",
        ),
    ] {
        let refused = protect(&tables, five).map_err(|refused| refused.to_string());
        assert_eq!(refused.err().as_deref(), Some(word));
    }
    assert!(matches!(
        Rule::new(2, false, 2),
        Err(Refused::RuleTooWeak { .. })
    ));
}

#[test]
fn a_table_says_what_was_left_out() {
    for (lines, hides_zeros, said) in [
        (&["10", "20"][..], false, "Every count is shown."),
        (
            &["3", "2", "9"],
            false,
            "Left out of 4 counts: 2 below 5. A count of 0 is shown.",
        ),
        (
            &["3", "6", "9"],
            true,
            "Left out of 4 counts: 1 below 5; 1 so that no count below 5 can be worked out. A count of 0 is left out, too.",
        ),
    ] {
        let release = released(&[grid("t", lines)], rule(5, hides_zeros, 2));
        let account = release.account("t").expect("an account");
        assert_eq!(account.to_string(), said, "{lines:?}");
        assert_eq!(release.account("another"), None);
    }
}

#[test]
fn a_long_release_loses_few_counts_that_are_not_small() {
    // Thirty tables of ten rows and four columns, each with the same totals of rows as the one before.
    let mut tables = Vec::new();
    for number in 0..30_u64 {
        let cells = (0..10_u64).map(|row| {
            let parts: Vec<u64> = (0..3)
                .map(|column| (number * 7 + row * 5 + column * 11) % 23)
                .collect();
            let rest = 90 - parts.iter().sum::<u64>();
            parts.into_iter().chain([rest]).map(Some).collect()
        });
        let words = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
        let table = Table::grid(&number.to_string(), &words, &words[..4], cells.collect());
        let named = (0..10).fold(table, |table, row| {
            table.named(Place::RowTotal(row), words[row])
        });
        tables.push(named.named(Place::Total, "all"));
    }
    let release = released(&tables, rule(5, false, 3));
    let accounts = tables
        .iter()
        .filter_map(|table| release.account(&table.key));
    let (mut small, mut others) = (0, 0);
    for account in accounts {
        small += account.small;
        others += account.to_protect;
    }
    assert!(
        small > 100 && others < 2 * small,
        "{small} small, {others} to protect"
    );
}

fn a_count() -> impl Strategy<Value = Option<u64>> {
    prop_oneof![
        1 => Just(None),
        2 => Just(Some(0)),
        4 => (1..5_u64).prop_map(Some),
        6 => (5..30_u64).prop_map(Some),
    ]
}

fn a_rule() -> impl Strategy<Value = Rule> {
    (3..7_u64, any::<bool>(), 2..4_u64).prop_map(|(threshold, hides_zeros, least)| {
        let values = threshold - u64::from(!hides_zeros);
        rule(threshold, hides_zeros, least.min(values))
    })
}

fn cells(height: usize, width: usize) -> impl Strategy<Value = Vec<Vec<Option<u64>>>> {
    proptest::collection::vec(proptest::collection::vec(a_count(), width), height)
}

fn a_table() -> impl Strategy<Value = Table> {
    let size = (1..5_usize, 1..5_usize);
    size.prop_flat_map(|(height, width)| cells(height, width))
        .prop_map(|cells| table("t", cells))
}

/// Two tables of the same people by the same rows and other columns.
fn two_tables() -> impl Strategy<Value = Vec<Table>> {
    let size = (1..4_usize, 2..4_usize, 2..4_usize);
    let people = size.prop_flat_map(|(height, one, other)| {
        let cell = prop_oneof![2 => Just(0), 3 => 1..4_u64, 3 => 4..12_u64];
        let row = proptest::collection::vec(proptest::collection::vec(cell, other), one);
        proptest::collection::vec(row, height)
    });
    people.prop_map(|people| {
        let one = people.iter().map(|row| {
            let sums = row.iter().map(|cells| Some(cells.iter().sum()));
            sums.collect()
        });
        let other = people.iter().map(|row| {
            let width = row.first().map_or(0, Vec::len);
            let sums = (0..width).map(|column| Some(row.iter().map(|cells| cells[column]).sum()));
            sums.collect()
        });
        let tables = [table("one", one.collect()), table("other", other.collect())];
        let named = tables.map(|table| {
            let named = (0..people.len()).fold(table, |table, row| {
                table.named(Place::RowTotal(row), &format!("row {row}"))
            });
            named.named(Place::Total, "all")
        });
        named.to_vec()
    })
}

/// A table, and another that tells what its first count is made of.
fn a_table_and_its_part() -> impl Strategy<Value = Vec<Table>> {
    let parts = proptest::collection::vec(0..9_u64, 1..5);
    let size = (1..4_usize, 1..4_usize);
    let whole = size.prop_flat_map(|(height, width)| cells(height, width));
    (whole, parts).prop_map(|(mut whole, parts)| {
        let first = Place::Cell { row: 0, column: 0 };
        whole[0][0] = Some(parts.iter().sum());
        let parts = parts.into_iter().map(|part| vec![Some(part)]).collect();
        vec![
            table("whole", whole).named(first, "first"),
            table("part", parts).named(Place::Total, "first"),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn nothing_of_one_table_can_be_worked_out((table, rule) in (a_table(), a_rule())) {
        let release = held(std::slice::from_ref(&table), rule, &[]);
        let is_small = |place: &Place| table.count(*place).is_some_and(|count| rule.is_small(count));
        if !table.places().iter().any(is_small) {
            let untouched = |mark: &Mark| matches!(mark, Mark::Shown(_) | Mark::Empty);
            prop_assert!(release.tables[0].marks.values().all(untouched));
        }
    }

    #[test]
    fn nothing_of_two_tables_with_the_same_totals_can_be_worked_out((tables, rule) in (two_tables(), a_rule())) {
        let totals = (0..tables[0].rows.len()).map(Place::RowTotal).chain([Place::Total]);
        let shared: Vec<_> = totals.map(|place| ((0, place), (1, place))).collect();
        held(&tables, rule, &shared);
    }

    #[test]
    fn nothing_of_a_table_and_its_part_can_be_worked_out((tables, rule) in (a_table_and_its_part(), a_rule())) {
        held(&tables, rule, &[((0, Place::Cell { row: 0, column: 0 }), (1, Place::Total))]);
    }

    #[test]
    fn nothing_that_is_not_printed_can_be_worked_out(
        (table, rule, unprinted) in (a_table(), a_rule(), proptest::collection::vec(any::<bool>(), 25))
    ) {
        let places = table.places().into_iter().zip(unprinted);
        let table = places.fold(table.clone(), |table, (place, unprinted)| {
            if unprinted { table.unprinted(place) } else { table }
        });
        held(&[table], rule, &[]);
    }
}
