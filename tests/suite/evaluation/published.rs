use std::collections::BTreeMap;

use lantern::evaluation::cohort::{
    Answer, Answers, Completeness, FileRow, FollowUpRow, ManRow, UseRow, counted,
};
use lantern::evaluation::{Uses, any_use, before_incidents, regularity, units, uses};
use serde::Deserialize;

use super::{published, rows};

const ILLICIT: [&str; 7] = [
    "heroin",
    "crack",
    "cocaine",
    "amphetamine",
    "cannabis",
    "lsd",
    "ecstasy",
];

type Counts = BTreeMap<String, f64>;

#[derive(Deserialize)]
struct Named {
    ethnicity: String,
}

#[derive(Deserialize)]
struct Child {
    living_with_him: Answer,
    relation: String,
}

#[derive(Deserialize)]
struct Grade {
    respondent: String,
    question: usize,
    grade: String,
}

#[derive(Deserialize)]
struct Cost {
    quarter: String,
    heading: String,
    way: String,
    pounds: f64,
}

/// Every count of the cohort, at the place at which the published one stands.
fn counts() -> Counts {
    let mut counts = Counts::new();
    substances(&mut counts);
    people(&mut counts);
    samples(&mut counts);
    feedback_and_costs(&mut counts);
    counts
}

fn put(counts: &mut Counts, place: impl Into<String>, count: u64) {
    counts.insert(place.into(), count as f64);
}

fn substances(counts: &mut Counts) {
    let files: Vec<FileRow> = rows("substance_files.csv");
    let table: Vec<UseRow> = rows("substance.csv");
    let complete = files
        .iter()
        .filter(|file| file.file == Completeness::Complete);
    put(counts, "files.all", files.len() as u64);
    put(counts, "files.complete", complete.count() as u64);
    let used = uses(&files, &table);
    let names: Vec<&str> = used.keys().map(String::as_str).collect();
    for (substance, both) in &used {
        for (kind, of) in [("all", both.all), ("complete", both.complete)] {
            for (when, count) in [
                ("current", of.current),
                ("previous", of.previous),
                ("ever", of.ever()),
            ] {
                put(
                    counts,
                    format!("substance.{when}.{substance}.{kind}"),
                    count,
                );
            }
        }
    }
    for (prefix, of) in [("", &names[..]), ("illicit_", &ILLICIT[..])] {
        let any = any_use(&files, &table, of);
        for (when, count) in [
            ("current", any.current),
            ("previous", any.previous),
            ("none", any.none),
        ] {
            put(counts, format!("substance.any.{prefix}{when}.n"), count);
        }
    }
    let before = before_incidents(&files);
    put(counts, "substance.before_incidents.all", before.all.yes);
    put(
        counts,
        "substance.before_incidents.complete",
        before.complete.yes,
    );
    for (often, count) in regularity(&table) {
        let often = often.replace(' ', "_");
        put(
            counts,
            format!("substance.drinking_regularity.{often}.n"),
            count,
        );
    }
    let units = units(&files, &table);
    let whole = |share: Option<lantern::stats::Proportion>| {
        let share = share.and_then(|share| share.share());
        (100.0 * share.expect("a share")).round()
    };
    for (figure, value) in [
        ("max_units", *units.drinkers.last().expect("a drinker")),
        ("min_units", units.drinkers[0]),
        (
            "mean_units_per_week_drinkers",
            units.mean_of_drinkers().expect("drinkers").round(),
        ),
        (
            "mean_units_per_week_all",
            units.mean_of_all().expect("men").round(),
        ),
        ("over_21_units_pct", whole(units.over(21.0))),
        ("over_50_units_pct", whole(units.over(50.0))),
    ] {
        counts.insert(format!("substance.drinking_regularity.{figure}"), value);
    }
}

fn people(counts: &mut Counts) {
    let men: Vec<ManRow> = rows("men.csv");
    let first_year = men
        .iter()
        .filter(|man| (man.referred_on - men[0].referred_on).num_days() < 366);
    put(
        counts,
        "referrals.total_in_first_year",
        first_year.count() as u64,
    );
    let partners: Vec<Named> = rows("partners.csv");
    let men = counted(men.iter().map(|man| &*man.ethnicity));
    let partners = counted(partners.iter().map(|partner| &*partner.ethnicity));
    for (who, table) in [("men", men), ("partners", partners)] {
        for (ethnicity, count) in table {
            let ethnicity = ethnicity.replace(' ', "_");
            put(counts, format!("ethnicity.{who}.{ethnicity}"), count);
        }
    }
    let children: Vec<Child> = rows("children.csv");
    let living = Answers::of(children.iter().map(|child| child.living_with_him));
    put(counts, "children.total", children.len() as u64);
    put(counts, "children.living_with_him", living.yes);
    put(counts, "children.not_living_with_him", living.no);
    for (relation, count) in counted(children.iter().map(|child| &*child.relation)) {
        put(counts, format!("children.{relation}"), count);
    }
}

fn samples(counts: &mut Counts) {
    type Row = BTreeMap<String, String>;
    for (table, file) in [
        ("criminal_justice", "criminal_justice.csv"),
        ("childhood", "childhood.csv"),
    ] {
        let sample: Vec<Row> = rows(file);
        put(counts, format!("{table}.sample"), sample.len() as u64);
        for column in sample[0].keys().filter(|column| *column != "case") {
            let yes = sample.iter().filter(|row| row[column] == "yes").count();
            let place = match &**column {
                "exposed_to_violence" => format!("{table}.{column}.n"),
                _ => format!("{table}.{column}"),
            };
            put(counts, place, yes as u64);
        }
    }
}

fn feedback_and_costs(counts: &mut Counts) {
    let feedback: Vec<Grade> = rows("training_feedback.csv");
    let respondents = counted(feedback.iter().map(|answer| &*answer.respondent));
    put(
        counts,
        "training_feedback.respondents",
        respondents.len() as u64,
    );
    let questions = feedback.iter().map(|answer| answer.question).max();
    let questions = questions.expect("a question");
    put(counts, "training_feedback.questions", questions as u64);
    for (at, grade) in ["very", "satisfied", "quite", "not"]
        .into_iter()
        .enumerate()
    {
        let given = |question: Option<usize>| {
            let of = feedback.iter().filter(|answer| {
                answer.grade == grade && question.is_none_or(|asked| asked == answer.question)
            });
            of.count() as u64
        };
        put(
            counts,
            format!("training_feedback.printed_totals.{at}"),
            given(None),
        );
        for question in 1..=questions {
            let place = format!("training_feedback.{grade}.{}", question - 1);
            put(counts, place, given(Some(question)));
        }
    }
    let mut total = 0.0;
    for cost in rows::<Cost>("costs.csv") {
        let quarter = cost.quarter.to_lowercase().replace(' ', "_");
        let column = 2 * usize::from(cost.heading == "programme") + usize::from(cost.way == "out");
        counts.insert(format!("costs.{quarter}.{column}"), cost.pounds);
        *counts.entry(format!("costs.{quarter}.4")).or_default() += cost.pounds;
        total += cost.pounds;
    }
    counts.insert("costs.printed_total".to_owned(), total);
    counts.insert("costs.printed_with_10pct_admin".to_owned(), total * 1.1);
}

/// Settings of the programme and its forecast are no counts of a cohort, nor are percentages, which the consistency report judges.
fn is_no_count(place: &str) -> bool {
    let computed = place.starts_with("substance.drinking_regularity.over_");
    place.starts_with("forecast.")
        || place.contains("pct") && !computed && !place.starts_with("costs.")
        || [
            "referrals.groups",
            "referrals.group_size_max",
            "referrals.sessions",
        ]
        .contains(&place)
}

#[test]
fn the_cohort_has_every_published_count_but_the_one_that_cannot_be() {
    let counts = counts();
    let mut compared = 0;
    let mut differing = Vec::new();
    for (place, figure) in published().figures() {
        if is_no_count(&place) {
            continue;
        }
        compared += 1;
        match counts.get(&place) {
            Some(count) if (count - figure.value).abs() < 0.005 => {}
            count => differing.push((place, figure.value, count.copied())),
        }
    }
    assert_eq!(
        differing,
        [("substance.any.none.n".to_owned(), 5.0, Some(3.0))]
    );
    let of_their_own = counts
        .keys()
        .filter(|place| published().figure(place).is_none());
    assert_eq!(of_their_own.collect::<Vec<_>>(), Vec::<&String>::new());
    assert_eq!(compared, counts.len());
}

#[test]
fn what_is_missing_is_no_no() {
    let files: Vec<FileRow> = rows("substance_files.csv");
    let table: Vec<UseRow> = rows("substance.csv");
    let alcohol = uses(&files, &table)["alcohol"];
    assert_eq!(
        (alcohol.all, alcohol.complete),
        (
            Uses {
                current: 43,
                previous: 5,
                never: 6,
                missing: 4
            },
            Uses {
                current: 37,
                previous: 5,
                never: 6,
                missing: 0
            }
        )
    );
    let said = alcohol.all.of_files(alcohol.all.current);
    assert_eq!(
        said.map(|said| said.to_string()).as_deref(),
        Some("43/58 (74 %)")
    );
    let before = before_incidents(&files).all;
    assert_eq!((before.yes, before.no, before.not_asked), (29, 22, 7));
    let known = before.of_known().map(|known| known.to_string());
    assert_eq!(known.as_deref(), Some("29/51 (57 %)"));
    let drinking = units(&files, &table);
    assert_eq!((drinking.not_drinking, drinking.missing), (11, 25));
    assert_eq!(drinking.mean_of_drinkers(), Some(47.5));
}

#[test]
fn an_empty_cell_is_not_asked() {
    let asked: Vec<FollowUpRow> = rows("follow_up.csv");
    let hers = Answers::of(asked.iter().map(|row| row.her_account));
    assert!(hers.not_known > 0 && hers.not_asked > 0, "{hers:?}");
    assert_eq!(hers.all(), asked.len() as u64);
    assert_eq!(
        Answers::of([]).of_known().and_then(|none| none.share()),
        None
    );
}
