use lantern::evaluation::consistency::{Inconsistency, Published, Relations, inconsistencies};
use proptest::prelude::*;
use serde::Deserialize;

use super::{published, relations};

#[derive(Deserialize)]
struct Expected {
    inconsistency: Vec<Told>,
}

#[derive(Deserialize)]
struct Told {
    figure: String,
    printed: String,
    follows: String,
    why: String,
}

fn found(figures: &str, relations: &str) -> Vec<Inconsistency> {
    let published = Published::read(figures).expect("figures");
    let relations = Relations::read(relations).expect("relations");
    inconsistencies(&published, &relations).expect("relations of these figures")
}

#[test]
fn every_published_figure_that_does_not_follow_is_named_and_no_other() {
    let text = include_str!("../../fixtures/evaluation/consistency.toml");
    let expected: Expected = toml::from_str(text).expect("expectations");
    let expected = expected
        .inconsistency
        .into_iter()
        .map(|told| Inconsistency {
            figure: told.figure,
            printed: told.printed,
            follows: told.follows,
            why: told.why,
        });
    let found = inconsistencies(&published(), &relations()).expect("relations of these figures");
    assert_eq!(found, expected.collect::<Vec<_>>());
}

#[test]
fn a_percentage_may_be_rounded_or_cut_off_and_nothing_else() {
    let relation = "[[percentage]]\ncount = [\"n\"]\nwhole = [\"all\"]\nprinted = \"pct\"";
    for (count, all, printed, why) in [
        (12, 48, "25", ""),
        (1, 8, "13", ""),
        (1, 8, "12", ""),
        (1, 8, "12.5", ""),
        (2, 3, "66", ""),
        (2, 3, "67", ""),
        (2, 3, "66.7", ""),
        (
            2,
            3,
            "68",
            "2 of 3 is 67 %. No whole number makes 2 of it 68 %.",
        ),
        (
            1,
            3,
            "34",
            "1 of 3 is 33 %. No whole number makes 1 of it 34 %.",
        ),
        (12, 48, "30", "12 of 48 is 25 %. It would be so of 40."),
        (20, 58, "42", "20 of 58 is 34 %. It would be so of 48."),
        (5, 58, "10", "5 of 58 is 9 %. It would be so of 48 to 52."),
        (
            3,
            0,
            "0",
            "3 of 0 is no percentage of none. It would be so of 600 or more.",
        ),
        (0, 58, "0", ""),
        (58, 58, "100", ""),
    ] {
        let figures = format!("n = {count}\nall = {all}\npct = {printed}");
        let found = found(&figures, relation);
        let whys: Vec<_> = found.iter().map(|one| &*one.why).collect();
        let expected: Vec<_> = Some(why)
            .filter(|why| !why.is_empty())
            .into_iter()
            .collect();
        assert_eq!(whys, expected, "{count} of {all}: {printed}");
    }
}

#[test]
fn each_kind_of_relation_tells_what_breaks_it_and_lets_stand_what_holds() {
    for (relation, holds, breaks, told) in [
        (
            "[[total]]\nparts = [\"part.*\"]\ntotal = \"all\"",
            "all = 5.3\npart = [2.1, 3.2]",
            "all = 6\npart = [2, 3]",
            ("all", "6", "5"),
        ),
        (
            "[[subset]]\npart = [\"complete\"]\nwhole = [\"all\"]",
            "complete = 5\nall = 5",
            "complete = 6\nall = 5",
            ("complete", "6", "5 at most"),
        ),
        (
            "[[product]]\nfactors = [\"sum\"]\ntimes = 1.1\nprinted = \"with\"",
            "sum = 9250.37\nwith = 10175.41",
            "sum = 9250.37\nwith = 10175.51",
            ("with", "10,175.51", "10,175.41"),
        ),
        (
            "[[most]]\nprinted = \"men.{end}\"\nfactors = [\"groups\", \"size\"]",
            "men = [14, 16]\ngroups = 2\nsize = 8",
            "men = [14, 17]\ngroups = 2\nsize = 8",
            ("men.1", "17", "16 at most"),
        ),
        (
            "[[unit]]\ncost = [\"posts\", \"other\"]\nfor_each_of = \"men.*\"\nprinted = \"each\"",
            "posts = 90\nother = 10\nmen = [8, 10]\neach = 11.11",
            "posts = 90\nother = 10\nmen = [8, 10]\neach = 9",
            ("each", "9", "10 to 12.5"),
        ),
        (
            "[[mean]]\nmean = \"some\"\nof = [\"drink\"]\namong = [\"all\"]\nprinted = \"over\"",
            "some = 48\ndrink = 29\nall = 48\nover = 29",
            "some = 48\ndrink = 24\nall = 48\nover = 29",
            ("over", "29", "24"),
        ),
    ] {
        assert_eq!(found(holds, relation), [], "{holds}");
        let found = found(breaks, relation);
        let found: Vec<_> = found
            .iter()
            .map(|one| (&*one.figure, &*one.printed, &*one.follows))
            .collect();
        assert_eq!(found, [told], "{breaks}");
    }
}

#[test]
fn a_relation_that_looks_at_nothing_is_a_fault_and_so_is_a_word_that_is_not_known() {
    let published = Published::read("all = 5\npart = [2, 3]\nword = \"five\"").expect("figures");
    for (total, unfound) in [("whole", "whole"), ("word", "word"), ("all.0", "all.0")] {
        let text = format!("[[total]]\nparts = [\"part.*\"]\ntotal = \"{total}\"");
        let relations = Relations::read(&text).expect("relations");
        let fault = inconsistencies(&published, &relations).expect_err("a fault");
        assert_eq!(fault.0, unfound);
    }
    assert!(Relations::read("[[sum]]\nparts = []").is_err());
    assert!(Published::read("all = nan").is_err());
    assert!(Published::read("all = ").is_err());
}

proptest! {
    #[test]
    fn tables_that_were_computed_raise_nothing(parts in prop::collection::vec(0_u32..5_000, 1..8), more in 0_u32..50) {
        let all: u32 = parts.iter().sum::<u32>() + more;
        prop_assume!(all > 0);
        let mut figures = format!("part = {parts:?}\nmore = {more}\nall = {all}\npct = [");
        for part in &parts {
            figures += &format!("{}, ", (200 * part + all) / (2 * all));
        }
        figures += "]";
        let relations = "
            [[total]]
            parts = [\"part.*\", \"more\"]
            total = \"all\"
            [[subset]]
            part = [\"part.*\"]
            whole = [\"all\"]
            [[percentage]]
            count = [\"part.{one}\"]
            whole = [\"all\"]
            printed = \"pct.{one}\"";
        prop_assert_eq!(found(&figures, relations), vec![]);
        let wrong = figures.replace(&format!("all = {all}"), &format!("all = {}", all + 1));
        prop_assert!(found(&wrong, relations).iter().any(|one| one.figure == "all"));
    }
}
