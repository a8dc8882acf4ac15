//! Which men stand behind a count.

use std::collections::BTreeSet;

use lantern::evaluation::{Block, Cases, Evaluation, Table};

use super::sample::cohort;

fn made() -> (Evaluation, Cases) {
    Evaluation::with_cases(&cohort()).expect("an evaluation")
}

fn tables(evaluation: &Evaluation) -> impl Iterator<Item = (&str, &Table)> {
    evaluation.sections.iter().flat_map(|section| {
        let tables = section.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        });
        tables.map(|table| (section.key.as_str(), table))
    })
}

/// Children and sessions are counted, and the men whose they are stand behind them.
fn counts_men(name: &str) -> bool {
    let others = [
        "children.",
        "attendance.first",
        "attendance.second",
        "attendance.last",
    ];
    let sessions = [
        "attended",
        "made_up",
        "missed",
        "not_registered",
        "sessions",
    ];
    name == "children.men"
        || !(others.iter().any(|start| name.starts_with(start))
            || sessions.iter().any(|of| name == format!("attendance.{of}")))
}

#[test]
fn behind_every_count_of_men_stand_as_many_men() {
    let (evaluation, cases) = made();
    for (name, count) in &evaluation.counts {
        let (Some(men), Some(count)) = (cases.of(name), count) else {
            continue;
        };
        if counts_men(name) {
            assert_eq!(men.len() as u64, *count, "{name}");
        } else {
            assert_eq!(men.is_empty(), *count == 0, "{name}");
        }
    }
}

#[test]
fn every_count_above_nought_of_every_table_of_men_opens_its_cases() {
    let (evaluation, cases) = made();
    let mut without = BTreeSet::new();
    for (section, table) in tables(&evaluation) {
        if ["feedback", "costs"].contains(&section) {
            continue;
        }
        let cells = table.rows.iter().flat_map(|row| &row.cells);
        for cell in cells.filter(|cell| cell.count.is_some_and(|count| count > 0)) {
            assert_eq!(cell.counts.len(), 1, "{}", table.key);
            if cases.of_any(&cell.counts).is_empty() {
                without.insert(cell.counts[0].clone());
            }
        }
    }
    assert!(without.is_empty(), "nobody stands behind {without:?}");
}

#[test]
fn who_is_looked_for_changes_nothing_of_what_is_told() {
    let (evaluation, _) = made();
    let whole = super::sample::evaluated(lantern::evaluation::Edition::Internal, false);
    assert_eq!(
        serde_json::to_value(&evaluation).expect("JSON"),
        serde_json::to_value(&whole).expect("JSON")
    );
}

#[test]
fn the_weeks_of_the_curve_are_of_all_who_were_followed() {
    let (evaluation, cases) = made();
    let followed = cases.of("retention.followed").expect("known");
    assert_eq!(cases.followed("retention", 0, 200), *followed);
    let parted: BTreeSet<_> = (0..200)
        .filter_map(|week| cases.of(&Cases::of_week("retention", week, true)))
        .flatten()
        .copied()
        .collect();
    assert_eq!(
        Some(parted.len() as u64),
        evaluation.counts["retention.parted"]
    );
}
