use std::sync::Arc;

use lantern::analysis::matrix;
use lantern::model::{
    Agency, AgencyId, Basis, Disclosure, Enquiry, Entry, EntryId, Review, Source, Tagging,
    TaggingId, When,
};
use lantern::templates;

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
    }
}

#[test]
fn taggings_are_counted_by_weakness_and_agency() {
    let template = templates::built_in()[0].clone();
    let kinds = template.weaknesses.len();
    let review = Review {
        agencies: [(1, "Police"), (2, "Surgery")]
            .into_iter()
            .map(|(id, name)| Agency {
                id: AgencyId(id),
                name: name.to_owned(),
                sector: String::new(),
                due: None,
                note: String::new(),
            })
            .collect(),
        entries: Arc::new(vec![entry(1, 1), entry(2, 2), entry(3, 2)]),
        taggings: vec![
            tagging(1, 3, "no_enquiry", "R. Okoro"),
            tagging(2, 2, "no_enquiry", "R. Okoro"),
            tagging(3, 2, "no_enquiry", "L. Marsh"),
            tagging(4, 1, "good_practice", "R. Okoro"),
            tagging(5, 1, "a_tag_of_our_own", "R. Okoro"),
            tagging(6, 99, "no_enquiry", "R. Okoro"),
        ],
        ..Review::empty(Arc::new(template))
    };
    let matrix = matrix(&review);
    assert_eq!(matrix.weaknesses.len(), kinds + 1);
    assert_eq!(matrix.agencies, [AgencyId(1), AgencyId(2)]);
    let cases: [(&str, i64, usize, &[i64]); 5] = [
        ("no_enquiry", 1, 0, &[]),
        ("no_enquiry", 2, 3, &[2, 3]),
        ("good_practice", 1, 1, &[1]),
        ("a_tag_of_our_own", 1, 1, &[1]),
        ("commissioning", 2, 0, &[]),
    ];
    for (weakness, agency, taggings, entries) in cases {
        let cell = matrix.cell(weakness, AgencyId(agency)).expect(weakness);
        let ids: Vec<i64> = cell.entries.iter().map(|id| id.0).collect();
        assert_eq!(
            (cell.taggings, ids.as_slice()),
            (taggings, entries),
            "{weakness}"
        );
    }
    assert_eq!(matrix.entries_with("no_enquiry"), 2);
    assert_eq!(matrix.cell("unknown", AgencyId(1)), None);
}
