//! How a review stands: its clock, what each agency has sent, what waits.

mod clock;
mod waiting;

use std::sync::Arc;

use chrono::NaiveDate;
use lantern::model::{
    Agency, AgencyId, Basis, Disclosure, Enquiry, Entry, EntryId, Import, ImportId, Review,
    Skipped, Source, When,
};
use lantern::overview::{Return, Waiting, replaced, standing};
use lantern::templates;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// A review under the 2016 guidance (1 month to decide, then 6 to submit) with nothing in it.
fn empty() -> Review {
    let template = templates::built_in()
        .iter()
        .find(|template| template.name == "dhr-2016")
        .expect("the 2016 template");
    Review {
        ..Review::empty(Arc::new(template.clone()))
    }
}

fn entry(id: i64, agency: i64, when: When) -> Arc<Entry> {
    Arc::new(Entry {
        id: EntryId(id),
        agency: AgencyId(agency),
        when,
        text: String::new(),
        response: String::new(),
        seen: String::new(),
        recorder: String::new(),
        document: String::new(),
        comment: String::new(),
        basis: Basis::NotStated,
        enquiry: Enquiry::NotRecorded,
        disclosure: Disclosure::NotRecorded,
        other: Vec::new(),
        source: Source::default(),
        position: id,
        people: Vec::new(),
        withdrawn: None,
    })
}

fn agency(id: i64, name: &str, sector: &str, due: Option<&str>) -> Agency {
    Agency {
        id: AgencyId(id),
        name: name.to_owned(),
        sector: sector.to_owned(),
        due: due.map(day),
        note: String::new(),
    }
}

fn import(id: i64, agency: i64, skipped: usize) -> Import {
    let row = Skipped {
        place: "line 3".to_owned(),
        row: 3,
        wording: "see paper file".to_owned(),
        why: "There is no date in it.".to_owned(),
    };
    Import {
        id: ImportId(id),
        agency: AgencyId(agency),
        file: "return.csv".to_owned(),
        sha256: String::new(),
        at: "2020-03-01T10:00:00Z".to_owned(),
        entries: 0,
        doubts: Vec::new(),
        skipped: vec![row; skipped],
        replaces: None,
    }
}

#[test]
fn each_agency_shows_what_it_has_sent() {
    let mut review = empty();
    review.agencies = vec![
        agency(1, "Ambulance", "ambulance", Some("2020-02-01")),
        agency(2, "Housing", "housing", Some("2020-02-01")),
        agency(3, "Police", "police", Some("2020-03-01")),
        agency(4, "School", "education", None),
        agency(5, "Surgery", "gp", Some("2020-01-01")),
    ];
    review.entries = Arc::new(vec![
        entry(1, 1, When::on(day("2018-04-01"))),
        entry(2, 1, When::on(day("2016-04-01"))),
        entry(3, 1, When::not_understood("in the autumn")),
    ]);
    review.imports = vec![import(1, 5, 1)];
    let agencies = standing(&review, day("2020-03-01")).agencies;
    let states: Vec<Return> = agencies.iter().map(|agency| agency.state).collect();
    assert_eq!(
        states,
        [
            Return::Received,
            Return::Overdue {
                due: day("2020-02-01"),
                days: 29
            },
            Return::Waiting {
                due: Some(day("2020-03-01"))
            },
            Return::Waiting { due: None },
            Return::Received,
        ]
    );
    let first = &agencies[0];
    assert_eq!(
        (
            first.entries,
            first.first,
            first.last,
            first.doubtful,
            first.undated
        ),
        (3, Some(day("2016-04-01")), Some(day("2018-04-01")), 1, 1)
    );
    assert_eq!((agencies[4].imports, agencies[4].entries), (1, 0));
}

#[test]
fn a_return_that_was_replaced_counts_no_more() {
    let of = |id: i64, import: i64, when: When| {
        let mut entry = Entry::clone(&entry(id, 1, when));
        entry.source.import = Some(ImportId(import));
        entry
    };
    let mut review = empty();
    review.agencies = vec![agency(1, "Police", "police", None)];
    let mut gone = of(2, 1, When::not_understood("in the autumn"));
    gone.withdrawn = Some(ImportId(2));
    let standing_entry = of(1, 2, When::on(day("2018-04-01")));
    review.entries = Arc::new(vec![Arc::new(standing_entry), Arc::new(gone)]);
    let first = Import {
        entries: 2,
        ..import(1, 1, 2)
    };
    let second = Import {
        entries: 1,
        replaces: Some(ImportId(1)),
        ..import(2, 1, 1)
    };
    let recorded = [(ImportId(1), Some(ImportId(2)))];
    let not_recorded = [(ImportId(1), None)];
    for (replaces, expected) in [(second.replaces, recorded), (None, not_recorded)] {
        let second = Import {
            replaces,
            ..second.clone()
        };
        review.imports = vec![first.clone(), second];
        assert_eq!(replaced(&review), expected.into());
        let standing = standing(&review, day("2020-03-01"));
        let police = &standing.agencies[0];
        assert_eq!((police.imports, police.entries), (1, 1));
        assert_eq!((police.doubtful, police.undated), (0, 0));
        assert_eq!(
            standing.waiting[0],
            Waiting::SkippedRows(vec![(ImportId(2), 1)])
        );
        let doubtful = |waiting: &Waiting| matches!(waiting, Waiting::DoubtfulDates(_));
        assert!(!standing.waiting.iter().any(doubtful));
    }

    // An entry of the first still stands: nothing says that it was replaced.
    review.imports[1].replaces = None;
    let mut entries = Vec::clone(&review.entries);
    entries.push(Arc::new(of(3, 1, When::on(day("2018-05-01")))));
    review.entries = Arc::new(entries);
    assert_eq!(replaced(&review), [].into());
    assert_eq!(standing(&review, day("2020-03-01")).agencies[0].imports, 2);
}
