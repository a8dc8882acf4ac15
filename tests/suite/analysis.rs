mod agreement;

use std::collections::HashSet;
use std::sync::Arc;

use lantern::analysis::{Across, Column, matrix};
use lantern::chronology::in_order;
use lantern::model::{
    Agency, AgencyId, Basis, Disclosure, Enquiry, Entry, EntryId, ImportId, Moment, Review, Source,
    Tagging, TaggingId, When,
};
use lantern::templates;

use crate::sample::REVIEW;

fn entry(id: i64, agency: i64) -> Arc<Entry> {
    Arc::new(Entry {
        id: EntryId(id),
        agency: AgencyId(agency),
        when: When::default(),
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

fn tagging(id: i64, entry: i64, weakness: &str, coder: &str) -> Tagging {
    Tagging {
        id: TaggingId(id),
        entry: EntryId(entry),
        weakness: weakness.to_owned(),
        coder: coder.to_owned(),
        memo: String::new(),
        passages: Vec::new(),
    }
}

fn agency((id, name): (i64, &str)) -> Agency {
    Agency {
        id: AgencyId(id),
        name: name.to_owned(),
        sector: String::new(),
        due: None,
        note: String::new(),
    }
}

fn dated(mut entry: Arc<Entry>, from: &str, until: &str) -> Arc<Entry> {
    let when = &mut Arc::make_mut(&mut entry).when;
    when.earliest = from.parse::<Moment>().ok();
    when.latest = until.parse::<Moment>().ok();
    entry
}

fn withdrawn(mut entry: Arc<Entry>) -> Arc<Entry> {
    Arc::make_mut(&mut entry).withdrawn = Some(ImportId(1));
    entry
}

fn tagged() -> Review {
    Review {
        agencies: [(1, "Police"), (2, "Surgery"), (3, "Housing")]
            .map(agency)
            .to_vec(),
        entries: Arc::new(vec![
            dated(entry(1, 1), "2018-02-01", "2018-02-01"),
            dated(entry(2, 2), "2019-12-01", "2020-02-01"),
            dated(entry(3, 2), "2019-01-01", "2019-12-31"),
            dated(withdrawn(entry(4, 2)), "2015-01-01", "2015-01-01"),
            dated(entry(5, 1), "2017-02-01", "2017-02-01"),
        ]),
        taggings: vec![
            tagging(1, 3, "no_enquiry", "R. Okoro"),
            tagging(2, 2, "no_enquiry", "R. Okoro"),
            tagging(3, 2, "no_enquiry", "L. Marsh"),
            tagging(4, 1, "good_practice", "R. Okoro"),
            tagging(5, 1, "a_tag_of_our_own", "R. Okoro"),
            tagging(6, 99, "no_enquiry", "R. Okoro"),
            tagging(7, 4, "no_enquiry", "R. Okoro"),
            tagging(8, 3, "commissioning", "R. Okoro"),
        ],
        ..Review::empty(Arc::new(templates::built_in()[0].clone()))
    }
}

fn ids(entries: &[EntryId]) -> Vec<i64> {
    entries.iter().map(|id| id.0).collect()
}

#[test]
fn taggings_are_counted_by_weakness_and_what_goes_across() {
    let review = tagged();
    let kinds = review.weaknesses.len();
    let agency = |id| Column::Agency(AgencyId(id));
    type Case<'a> = (&'a str, Column, usize, &'a [i64], usize);
    let by_agency: [Case; 6] = [
        ("no_enquiry", agency(1), 0, &[], 0),
        ("no_enquiry", agency(2), 3, &[3, 2], 1),
        ("good_practice", agency(1), 1, &[1], 0),
        ("a_tag_of_our_own", agency(1), 1, &[1], 0),
        ("commissioning", agency(2), 1, &[3], 0),
        ("commissioning", agency(3), 0, &[], 0),
    ];
    let by_year: [Case; 5] = [
        ("no_enquiry", Column::Year(2017), 0, &[], 0),
        ("no_enquiry", Column::Year(2019), 1, &[3], 0),
        ("no_enquiry", Column::NoSingleYear, 2, &[2], 1),
        ("good_practice", Column::Year(2018), 1, &[1], 0),
        ("commissioning", Column::NoSingleYear, 0, &[], 0),
    ];
    for (across, cases) in [
        (Across::Agencies, &by_agency[..]),
        (Across::Years, &by_year[..]),
    ] {
        let matrix = matrix(&review, &in_order(&review), across);
        assert_eq!(matrix.rows.len(), kinds + 1);
        for (weakness, column, taggings, entries, by_several) in cases {
            let cell = matrix.cell(weakness, *column).expect(weakness);
            let found = (cell.taggings, ids(&cell.entries), cell.by_several);
            assert_eq!(
                found,
                (*taggings, entries.to_vec(), *by_several),
                "{weakness} {column:?}"
            );
        }
        assert_eq!(ids(&matrix.withdrawn), [4]);
        assert_eq!((matrix.all.records, matrix.all.weak.len()), (4, 3));
        assert_eq!(matrix.cell("unknown", agency(1)), None);
    }
}

#[test]
fn columns_say_how_many_records_they_hold_and_stand_though_nothing_is_tagged() {
    let review = tagged();
    for (across, expected) in [
        (
            Across::Agencies,
            vec![
                (Column::Agency(AgencyId(1)), 2, 1),
                (Column::Agency(AgencyId(2)), 2, 2),
                (Column::Agency(AgencyId(3)), 0, 0),
            ],
        ),
        (
            Across::Years,
            vec![
                (Column::Year(2017), 1, 0),
                (Column::Year(2018), 1, 1),
                (Column::Year(2019), 1, 1),
                (Column::NoSingleYear, 1, 1),
            ],
        ),
    ] {
        let matrix = matrix(&review, &in_order(&review), across);
        let columns = matrix.columns.iter();
        let found: Vec<_> = columns
            .map(|total| (total.column, total.records, total.weak.len()))
            .collect();
        assert_eq!(found, expected);
    }
}

/// Whatever goes across, a matrix holds each tagging of a record that stands, once.
#[test]
fn the_matrix_of_the_sample_holds_every_tagging_once() {
    let order = in_order(&REVIEW);
    for across in [Across::Agencies, Across::Years] {
        let matrix = matrix(&REVIEW, &order, across);
        let cells = matrix.rows.iter().flat_map(|row| &row.cells);
        let counted: usize = cells.map(|cell| cell.taggings).sum();
        assert_eq!(counted, REVIEW.taggings.len());
        for row in &matrix.rows {
            let taggings = REVIEW.taggings.iter();
            let asked: HashSet<EntryId> = taggings
                .filter(|tagging| tagging.weakness == row.weakness)
                .map(|tagging| tagging.entry)
                .collect();
            let opened: HashSet<EntryId> = row
                .cells
                .iter()
                .flat_map(|cell| cell.entries.clone())
                .collect();
            assert_eq!(opened, asked, "{}", row.weakness);
            assert_eq!(row.all.entries.len(), asked.len());
        }
        let records: usize = matrix.columns.iter().map(|total| total.weak.len()).sum();
        assert_eq!(records, matrix.all.weak.len());
    }
}
