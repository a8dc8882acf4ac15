//! The sample review is built from its returns through the same doors as a chair’s, and holds what its truth says.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use chrono::NaiveDate;
use lantern::chronology::{in_order, knowledge};
use lantern::jobs::{Cancelled, Progress, Silent};
use lantern::model::{Basis, Disclosure, Enquiry, Entry, Review, Role};
use lantern::sample::{self, PASSPHRASE, SampleError};
use lantern::store::{Passphrase, Store};
use serde::Deserialize;
use tempfile::TempDir;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn built(folder: &TempDir) -> Store {
    let path = folder.path().join("sample.lantern");
    let passphrase = Passphrase::new(PASSPHRASE.to_owned());
    let today = sample::today().expect("the sample’s day");
    sample::build(&path, &passphrase, "test", today, &Silent).expect("the sample")
}

/// Built once for all tests that only look.
pub(crate) static REVIEW: LazyLock<Review> = LazyLock::new(|| {
    let folder = TempDir::new().expect("a folder");
    built(&folder).load().expect("a review")
});

#[derive(Deserialize)]
struct Row {
    file: String,
    row: u32,
}

#[derive(Deserialize)]
struct Decisions {
    places: BTreeMap<String, Row>,
    taggings: Vec<toml::Value>,
}

static DECISIONS: LazyLock<Decisions> = LazyLock::new(|| toml_of("decisions.toml"));

pub(crate) fn toml_of<T: for<'a> Deserialize<'a>>(name: &str) -> T {
    let path = format!("{}/samples/review/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("a file of the sample");
    toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

pub(crate) fn named(name: &str) -> Vec<&'static Entry> {
    let by_row = name.rsplit_once(", ").and_then(|(file, row)| {
        let (file, row) = (file.to_owned(), row.parse().ok()?);
        Some(Row { file, row })
    });
    let place = by_row
        .as_ref()
        .or_else(|| DECISIONS.places.get(name))
        .unwrap_or_else(|| panic!("there is no place {name}"));
    let entries: Vec<&Entry> = REVIEW
        .entries
        .iter()
        .map(|entry| &**entry)
        .filter(|entry| entry.source.file == place.file && entry.source.row == place.row)
        .collect();
    assert!(!entries.is_empty(), "{name} became no entry");
    entries
}

/// Everything a row says, for comparing it with the truth.
fn wording(entry: &Entry) -> String {
    let other = entry.other.iter().map(|(_, text)| text.as_str());
    [&entry.when.wording, &entry.text, &entry.response]
        .into_iter()
        .map(String::as_str)
        .chain(other)
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn every_return_gives_what_it_holds() {
    // File, entries, rows left out (headings, notes), doubts.
    let expected = [
        ("ambulance.csv", 18, 1, 0),
        ("childrens_services.docx", 40, 7, 10),
        ("gp_records.docx", 55, 1, 6),
        ("hospital.xlsx", 19, 3, 2),
        ("housing_chronology_FINAL_v2.docx", 39, 8, 11),
        ("maternity_and_health_visiting.csv", 16, 1, 0),
        ("mental_health.xlsx", 24, 1, 0),
        ("police_return.xlsx", 65, 5, 0),
        ("probation.csv", 31, 1, 0),
        ("school.csv", 39, 1, 0),
        ("specialist_service.docx", 22, 1, 6),
    ];
    let mut found: Vec<(&str, u32, usize, usize)> = REVIEW
        .imports
        .iter()
        .map(|import| {
            let (skipped, doubts) = (import.skipped.len(), import.doubts.len());
            (import.file.as_str(), import.entries, skipped, doubts)
        })
        .collect();
    found.sort_unstable();
    assert_eq!(found, expected);
    assert_eq!(REVIEW.entries.len(), 368);
}

#[test]
fn wordings_come_through_word_for_word() {
    let cases = [
        (
            "s-spring",
            "Daddy says he is bipolar so it is not his fault”. Passed",
        ),
        (
            "s-sleep",
            "“We are staying at Vovó’s and I sleep all night.”",
        ),
        ("g-following-week", "Sertraline increased to 100 mg. Review"),
        (
            "b-induction",
            "bipolar and \"has never had help for it\". Lives",
        ),
        ("o-bathroom", "Recharged £86"),
        ("h-formula", "18/02/2021"),
    ];
    for (name, words) in cases {
        let entry = named(name)[0];
        assert!(wording(entry).contains(words), "{name}: {}", wording(entry));
    }
    let pupils: BTreeSet<&str> = named("s-order")
        .iter()
        .map(|entry| entry.seen.as_str())
        .collect();
    assert_eq!(pupils, BTreeSet::from(["Inês V; Tomás H"]));
}

#[test]
fn difficult_dates_are_understood_as_meant() {
    // Name, earliest, latest, precision, certainty; a row with two dates has two lines.
    let expected = "\
        p-april 2019-04-12T21:10 2019-04-12T21:10 Minute Exact
        p-intel-2016 2016-08-01 2016-08-31 Month Approximate
        p-silent-visit 2018-12-30T22:31 2018-12-30T22:31 Minute Exact
        p-counter 2019-04-13T14:00 2019-04-13T14:00 Minute Approximate
        a-april 2019-04-12T20:52 2019-04-12T20:52 Minute Exact
        g-march-2019 2019-03-01 2019-03-31 Month Approximate
        g-following-week 2019-04-15 2019-04-21 Span Inferred
        g-three-weeks 2021-04-27 2021-04-27 Day Approximate
        h-formula 2021-02-18T11:00 2021-02-18T11:00 Minute Exact
        m-asked 2016-06-22T14:15 2016-06-22T14:15 Minute Exact
        m-listening 2016-11-01 2016-11-30 Month Exact
        c-2016 2016-07-13 2016-07-13 Day Inferred
        c-following-week 2018-06-25 2018-07-01 Span Inferred
        c-april-ambulance 2019-04-16 2019-04-16 Day Inferred
        o-locks 2019-03-01 2019-03-31 Month Approximate
        o-locks-cancelled 2019-04-01 2019-04-30 Month Inferred
        o-june 2019-06-03 2019-06-05 Span Inferred
        o-31june 2019-06-01 2019-06-30 Month Uncertain
        o-gas 2019-10-01 2019-10-31 Month Exact
        o-gas 2020-02-01 2020-02-29 Month Exact
        o-same-day 2020-02-01 2020-02-29 Month Inferred
        o-letter 2020-12-19 2020-12-19 Day Inferred
        o-sole 2021-02-01 2021-02-10 Span Approximate
        s-spring 2019-03-01 2019-05-31 Season Exact
        s-toilet 2019-04-29 2019-05-05 Span Exact
        b-induction 2018-01-08 2018-01-08 Day Exact
        n-assessment 2018-05-29 2018-05-29 Day Exact
        n-letter 2018-06-08 2018-06-08 Day Exact
        v-stars 2020-06-14 2020-06-14 Day Inferred
        v-home 2020-08-24 2020-08-24 Day Inferred
        v-nurse 2020-09-01 2020-11-30 Season Exact
        v-van 2020-11-03 2020-11-03 Day Uncertain
        v-backdoor 2020-11-19T20:15 2020-11-19T20:15 Minute Approximate
        v-sick 2020-12-14 2020-12-18 Span Exact
        v-priti 2021-04-13 2021-04-13 Day Approximate
        v-reopened 2021-05-10 2021-05-16 Span Exact";
    let expected: Vec<&str> = expected.lines().map(str::trim).collect();
    let mut names: Vec<&str> = expected
        .iter()
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    names.dedup();
    let mut found = Vec::new();
    for name in names {
        for entry in named(name) {
            let when = &entry.when;
            let end = |moment: Option<lantern::model::Moment>| {
                moment.map_or("?".to_owned(), |moment| moment.to_string())
            };
            found.push(format!(
                "{name} {} {} {:?} {:?}",
                end(when.earliest),
                end(when.latest),
                when.precision,
                when.certainty
            ));
        }
    }
    assert_eq!(found, expected);
}

#[test]
fn every_name_resolves_and_what_is_planted_is_there() {
    #[derive(Deserialize)]
    struct Truth {
        events: Vec<Event>,
        contradictions: Vec<Contradiction>,
        claim: Claim,
        silences: Vec<Silence>,
    }
    #[derive(Deserialize)]
    struct Event {
        name: String,
        entries: Vec<String>,
    }
    #[derive(Deserialize)]
    struct Contradiction {
        entries: [String; 2],
        a: String,
        b: String,
    }
    #[derive(Deserialize)]
    struct Claim {
        ruled_out_by: String,
        entries: Vec<String>,
    }
    #[derive(Deserialize)]
    struct Silence {
        file: String,
        after: NaiveDate,
        until: NaiveDate,
    }
    let truth: Truth = toml_of("truth.toml");
    assert!(truth.events.len() >= 12);
    for event in &truth.events {
        let files: BTreeSet<&str> = event
            .entries
            .iter()
            .map(|name| named(name)[0].source.file.as_str())
            .collect();
        assert!(files.len() >= 2, "{} stands in one record only", event.name);
    }
    assert!(truth.contradictions.len() >= 3);
    for Contradiction { entries, a, b } in &truth.contradictions {
        for (name, words) in entries.iter().zip([a, b]) {
            let text = wording(named(name)[0]);
            assert!(
                text.contains(words.as_str()),
                "{name} does not say “{words}”: {text}"
            );
        }
    }
    assert!(wording(named(&truth.claim.ruled_out_by)[0]).contains("No evidence of bipolar"));
    let order: Vec<NaiveDate> = truth
        .claim
        .entries
        .iter()
        .filter_map(|name| named(name)[0].when.earliest)
        .map(|moment| moment.date)
        .collect();
    assert_eq!(order.len(), truth.claim.entries.len());
    assert!(order.is_sorted(), "{order:?}");
    for Silence { file, after, until } in truth.silences {
        let inside = REVIEW.entries.iter().find(|entry| {
            let date = entry.when.earliest.map(|moment| moment.date);
            entry.source.file == file && date.is_some_and(|date| date > after && date < until)
        });
        assert!(inside.is_none(), "{file}: {inside:?}");
    }
}

#[test]
fn tags_people_and_answers_are_entered() {
    let review = &*REVIEW;
    // A row with two dates has its tag on both of its entries.
    assert!(review.taggings.len() >= DECISIONS.taggings.len());
    let used: BTreeSet<&str> = review
        .taggings
        .iter()
        .map(|tagging| tagging.weakness.as_str())
        .collect();
    let all: BTreeSet<&str> = review
        .weaknesses
        .iter()
        .filter(|weakness| !weakness.is_part())
        .map(|weakness| weakness.key.as_str())
        .collect();
    assert_eq!(used, all);
    assert_eq!(named("p-dash11")[0].basis, Basis::Victim);
    assert_eq!(named("v-stars")[0].disclosure, Disclosure::Disclosed);
    assert_eq!(named("g-loudspeaker")[0].enquiry, Enquiry::NotPossible);
    let asked = |file: &str| {
        let entries = review
            .entries
            .iter()
            .filter(|entry| entry.source.file == file);
        entries
            .filter(|entry| entry.enquiry == Enquiry::Asked)
            .count()
    };
    assert_eq!(asked("hospital.xlsx"), 1);
    assert_eq!(asked("gp_records.docx"), 5);
    let anna = review
        .people
        .iter()
        .find(|person| person.role == Role::Victim);
    assert_eq!(anna.map(|person| person.pseudonym.as_str()), Some("Anna"));
    assert!(
        review
            .people
            .iter()
            .all(|person| !person.pseudonym.is_empty())
    );
    assert!(review.details.fictional);
}

/// A line of who knew what that names a record must be borne out by it: it speaks of the fact, and was written when the
/// agency learnt of it.
#[test]
fn who_knew_what_is_borne_out_by_the_records() {
    let review = &*REVIEW;
    assert_eq!((review.facts.len(), review.knowings.len()), (8, 44));
    let matrix = knowledge(review, &in_order(review));
    for knowing in &review.knowings {
        let row = matrix.facts.iter().find(|row| row.fact == knowing.fact);
        let row = row.expect("its fact");
        let known = &review.facts.iter().find(|fact| fact.id == knowing.fact);
        let name = format!("{} / {:?}", known.expect("a fact").name, knowing.how);
        assert!(knowing.when.is_understood(), "{name}");
        assert!(!knowing.how.is_empty(), "{name}");
        let Some(entry) = knowing.entry.and_then(|id| review.entry(id)) else {
            continue;
        };
        let speaks = row
            .cells
            .iter()
            .any(|cell| cell.mentions.contains(&entry.id) && !cell.denied.contains(&entry.id));
        assert!(speaks, "{name}: {}", wording(entry));
        let written_by = [Some(knowing.agency), knowing.from].contains(&Some(entry.agency));
        assert!(written_by, "{name}: a third agency’s record");
        let is_heard_late = entry.id == named("v-message")[0].id;
        let day = |when: &lantern::model::When| when.earliest.map(|moment| moment.date);
        assert!(
            is_heard_late || day(&knowing.when) == day(&entry.when),
            "{name}: {:?} and {:?}",
            knowing.when,
            entry.when
        );
    }
    let shared = |name: &str| {
        let fact = review.facts.iter().find(|fact| fact.name.contains(name));
        let fact = fact.expect("a fact").id;
        let lines = review.knowings.iter().filter(|line| line.fact == fact);
        lines.filter(|line| line.from.is_some()).count()
    };
    // Shared with many at one conference; within hours; never.
    assert_eq!(
        ["Strangulation", "ribs", "tracks"].map(shared),
        [5, 4, 0],
        "how many learnt it from another agency"
    );
}

#[test]
fn the_report_and_the_plan_stand_in_it() {
    let review = &*REVIEW;
    let written = review
        .sections
        .iter()
        .filter(|section| !section.text.is_empty());
    assert!(written.count() >= 18);
    assert_eq!(review.recommendations.len(), 11);
    for recommendation in &review.recommendations {
        assert!(
            !recommendation.entries.is_empty(),
            "{}",
            recommendation.text
        );
        assert!(!recommendation.findings.is_empty());
    }
    let today = sample::today().expect("a day");
    assert_eq!(today, day("2022-11-30"));
    let count = |which: &dyn Fn(&lantern::model::Action) -> bool| {
        review.actions.iter().filter(|action| which(action)).count()
    };
    assert_eq!(review.actions.len(), 20);
    assert_eq!(count(&|action| action.completed.is_some()), 6);
    assert_eq!(count(&|action| action.is_overdue(today)), 4);
    assert_eq!(count(&|action| !action.missing().is_empty()), 2);
    let late: Vec<&str> = review
        .agencies
        .iter()
        .filter(|agency| {
            review
                .imports
                .iter()
                .all(|import| import.agency != agency.id)
        })
        .map(|agency| agency.name.as_str())
        .collect();
    assert_eq!(late, ["Tidewater Recovery"]);
    let pause = &review.pauses[0];
    let days = pause.until.map(|until| (until - pause.from).num_days());
    assert_eq!(days, Some(41));
}

/// What goes into the report must not contain what the pseudonyms are there to keep.
#[test]
fn the_report_names_nobody() {
    let review = &*REVIEW;
    let mut text = review.details.title.clone();
    for section in &review.sections {
        text += &section.text;
    }
    for recommendation in &review.recommendations {
        text += &recommendation.text;
        text += &review.findings_of(recommendation);
    }
    let places = ["Kettle Row", "Tallow Lane", "Saltmarsh", "The Weir"].map(str::to_owned);
    let names = review.people.iter().flat_map(|person| {
        let aliases = person
            .aliases
            .iter()
            .filter(|alias| !alias.contains("maternal"));
        std::iter::once(&person.name)
            .chain(aliases)
            .cloned()
            .collect::<Vec<_>>()
    });
    for name in names.chain(places) {
        let found = text
            .split(|letter: char| !letter.is_alphanumeric())
            .any(|word| word == name)
            || (name.contains(' ') && text.contains(&name));
        assert!(!found, "the report says {name}");
    }
}

#[test]
fn undoing_all_the_way_leaves_the_empty_review_and_the_audit_holds() {
    let folder = TempDir::new().expect("a folder");
    let mut store = built(&folder);
    let whole = store.load().expect("a review");
    let mut steps = 0;
    while store.undo().expect("an undo").is_some() {
        steps += 1;
    }
    let empty = store.load().expect("a review");
    assert!(empty.entries.is_empty() && empty.agencies.is_empty() && empty.people.is_empty());
    assert!(empty.imports.is_empty() && empty.taggings.is_empty() && empty.key_dates.is_empty());
    assert!(
        empty.pauses.is_empty() && empty.recommendations.is_empty() && empty.actions.is_empty()
    );
    assert!(empty.facts.is_empty() && empty.knowings.is_empty());
    assert!(empty.sections.iter().all(|section| section.text.is_empty()));
    assert_eq!(empty.details, whole.details);
    for _ in 0..steps {
        assert!(store.redo().expect("a redo").is_some());
    }
    let again = store.load().expect("a review");
    let revision = whole.revision;
    assert_eq!(Review { revision, ..again }, whole);
    let report = store.verify_audit().expect("an answer");
    assert!(report.faults.is_empty(), "{report:?}");
}

#[test]
fn it_stops_when_told_to() {
    struct Impatient;
    impl Progress for Impatient {
        fn report(&self, _: u64, _: Option<u64>, what: &str) -> Result<(), Cancelled> {
            if what.contains("Wexmoor Homes") {
                Err(Cancelled)
            } else {
                Ok(())
            }
        }
    }
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("sample.lantern");
    let passphrase = Passphrase::new(PASSPHRASE.to_owned());
    let end = sample::build(&path, &passphrase, "test", day("2022-11-30"), &Impatient);
    assert!(matches!(end, Err(SampleError::Cancelled(_))));
}

#[test]
fn the_coders_marked_words_stand_in_their_records() {
    let marked = REVIEW
        .taggings
        .iter()
        .filter(|one| !one.passages.is_empty());
    let passages: Vec<_> = marked
        .flat_map(|one| one.passages.iter().map(|passage| (one.entry, passage)))
        .collect();
    assert!(passages.len() >= 12, "{}", passages.len());
    for (entry, passage) in passages {
        let entry = REVIEW.entry(entry).expect("an entry");
        let place = lantern::analysis::place(entry, passage);
        assert!(
            matches!(place, lantern::analysis::Place::Here(_)),
            "{passage:?}"
        );
    }
}
