use lantern::evaluation::{
    Edition, Evaluated, Evaluation, Uses, any_use, before_incidents, units, uses,
};

use super::sample::{cohort, evaluated, whole_cohort};
use super::{published, relations};

/// Settings of the programme and its forecast are no counts of a cohort, nor are percentages, which the consistency report judges.
fn is_no_count(place: &str) -> bool {
    place.starts_with("forecast.")
        || place.contains("pct") && !place.starts_with("costs.")
        || [
            "referrals.groups",
            "referrals.group_size_max",
            "referrals.sessions",
        ]
        .contains(&place)
}

fn told(evaluation: &Evaluation, place: &str) -> Option<f64> {
    let count = evaluation.counts.get(place).copied().flatten();
    let number = || evaluation.numbers.get(place).copied().flatten();
    count.map(|count| count as f64).or_else(number)
}

#[test]
fn the_evaluation_prints_every_published_count_but_the_one_that_cannot_be() {
    let evaluation = evaluated(Edition::Internal, true);
    let mut compared = 0;
    let mut differing = Vec::new();
    for (place, figure) in published().figures() {
        if is_no_count(&place) {
            continue;
        }
        compared += 1;
        let step = 10_f64.powi(-i32::from(figure.decimals)) / 2.0 + 1e-9;
        match told(&evaluation, &place) {
            Some(found) if (found - figure.value).abs() <= step => {}
            found => differing.push((place, figure.value, found)),
        }
    }
    assert_eq!(
        differing,
        [("substance.any.none.n".to_owned(), 5.0, Some(3.0))]
    );
    assert_eq!(compared, 193);
    let over = |limit: &str| {
        let table = evaluation.table("substance.units").expect("a table");
        let row = table.rows.iter().find(|row| row.name.ends_with(limit));
        row.expect("a row").cells[0].said.clone()
    };
    assert_eq!(over("21"), "11/29 (38 %)");
    assert_eq!(over("50"), "5/29 (17 %)");
}

#[test]
fn the_consistency_report_names_what_differs_from_print() {
    let (cohort, me) = whole_cohort();
    let (published, relations) = (published(), relations());
    let with = Evaluated {
        edition: Edition::Internal,
        clearance: Some(&me),
        published: Some((&published, &relations)),
    };
    let consistency = Evaluation::of(&cohort, &with)
        .expect("an evaluation")
        .consistency;
    let differing: Vec<(&str, f64, f64)> = consistency
        .differing
        .iter()
        .map(|left| (&*left.figure, left.printed, left.found))
        .collect();
    assert_eq!(differing, [("substance.any.none.n", 5.0, 3.0)]);
    assert_eq!(consistency.compared, 193);
    let named: Vec<&str> = consistency
        .published
        .iter()
        .map(|one| &*one.figure)
        .collect();
    assert!(named.contains(&"files.complete"), "{named:?}");
    assert_eq!(consistency.notes, Vec::<String>::new());
}

#[test]
fn what_is_missing_is_no_no() {
    let cohort = cohort();
    let alcohol = uses(&cohort)["alcohol"];
    let (all, complete) = (
        Uses {
            current: 43,
            previous: 5,
            never: 6,
            missing: 4,
        },
        Uses {
            current: 37,
            previous: 5,
            never: 6,
            missing: 0,
        },
    );
    assert_eq!((alcohol.all, alcohol.complete), (all, complete));
    let said = alcohol.all.of_files(alcohol.all.current);
    assert_eq!(
        said.map(|said| said.to_string()).as_deref(),
        Some("43/58 (74 %)")
    );
    let before = before_incidents(&cohort).all;
    assert_eq!((before.yes, before.no, before.not_asked), (29, 22, 7));
    let drinking = units(&cohort);
    assert_eq!((drinking.not_drinking, drinking.missing), (11, 25));
    assert_eq!(drinking.mean_of_drinkers(), Some(47.5));
    let places = cohort.template.substances.iter().enumerate();
    let places = places.filter(|(_, one)| ["alcohol", "heroin"].contains(&&*one.key));
    let any = any_use(&cohort, &places.map(|(at, _)| at).collect::<Vec<_>>());
    assert_eq!(any.current + any.previous + any.none + any.missing, 48);
}
