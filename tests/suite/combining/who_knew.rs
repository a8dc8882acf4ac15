//! Who knew what, told and drawn.

use lantern::chronology::{
    Knowledge, Knows, Passing, in_order, knowledge, meanwhile, short_date, told, words_in,
};
use lantern::model::{
    AgencyId, Certainty, EntryId, Fact, FactId, ImportId, KeyDate, KeyDateId, Knowing, KnowingId,
    Review,
};

use super::{agency, entry, ids, review, when};

const FACT: FactId = FactId(1);

/// Agencies 1 to 5; number 3’s date is a guess, number 4 knew at a time that is not known, number 5 only has a record.
fn known() -> Review {
    let mut review = review(vec![
        entry(1, 2, "2019-03-20", "Throat sore."),
        entry(2, 3, "2019-04-20", "Seen for a cough."),
        entry(3, 3, "2019-04-28", "Hands round her throat."),
        entry(4, 5, "2019-05-02", "Marks on the throat."),
        entry(5, 5, "2019-05-02", "Denies being held by the throat."),
        entry(6, 5, "2019-05-20", "Told of the death."),
    ]);
    review.agencies = [
        (1, "police"),
        (2, "gp"),
        (3, "housing"),
        (4, "school"),
        (5, "hospital"),
    ]
    .map(|(id, sector)| agency(id, sector))
    .into();
    review.facts = vec![Fact {
        id: FACT,
        name: "Strangulation".to_owned(),
        words: vec!["throat".to_owned()],
        note: String::new(),
    }];
    let knowing = |id: i64, agency: i64, time: &str, from: Option<i64>| Knowing {
        id: KnowingId(id),
        fact: FACT,
        agency: AgencyId(agency),
        when: when(time),
        how: if id == 1 {
            "told by her.".to_owned()
        } else {
            String::new()
        },
        from: from.map(AgencyId),
        entry: None,
    };
    let mut guessed = knowing(3, 3, "2019-04-16/2019-05-16", Some(1));
    guessed.when.certainty = Certainty::Approximate;
    review.knowings = vec![
        knowing(1, 1, "2019-04-12T21:10", None),
        knowing(2, 2, "2019-04-12", Some(1)),
        guessed,
        knowing(4, 4, "some day", Some(3)),
    ];
    review.key_dates = vec![KeyDate {
        id: KeyDateId(1),
        kind: "death".to_owned(),
        label: "Death".to_owned(),
        when: when("2019-05-18"),
    }];
    review
}

fn matrix(review: &Review) -> Knowledge {
    knowledge(review, &in_order(review))
}

#[test]
fn a_cell_says_what_is_entered_and_what_only_the_records_say() {
    let review = known();
    let matrix = matrix(&review);
    let expected = [
        // Agency, what it amounts to, a record before the day entered, records while another knew.
        (1, Knows::Entered, None, 0),
        (2, Knows::Entered, Some(EntryId(1)), 0),
        (3, Knows::Entered, None, 0),
        (4, Knows::Entered, None, 0),
        (5, Knows::InRecords, None, 2),
    ];
    for (agency, knows, before, records) in expected {
        let cell = matrix.cell(FACT, AgencyId(agency)).expect("a cell");
        let found = (cell.knows(), cell.mentioned_before, cell.meanwhile);
        assert_eq!(found, (knows, before, records), "agency {agency}");
        let entries = meanwhile(&review, &in_order(&review), &matrix, FACT, AgencyId(agency));
        assert_eq!(entries.len(), records, "agency {agency}");
    }
    let mut only_denied = review.clone();
    let entries = std::sync::Arc::make_mut(&mut only_denied.entries);
    std::sync::Arc::make_mut(&mut entries[3]).text = "Nothing of note.".to_owned();
    let cell = self::matrix(&only_denied);
    let cell = cell.cell(FACT, AgencyId(5)).expect("a cell");
    assert_eq!(cell.knows(), Knows::OnlyDenied);
}

#[test]
fn it_is_told_in_sentences() {
    let review = known();
    let matrix = matrix(&review);
    let told: Vec<String> = told(&review, &matrix, &matrix.facts[0])
        .into_iter()
        .map(|told| format!("{}{}", if told.doubt { "? " } else { "" }, told.sentence))
        .collect();
    let expected = [
        "The police service learnt of it on 12 April 2019, 21:10, before any other agency: told by her.",
        "The police service told The gp service on 12 April 2019, on the same day.",
        "The police service told The housing service between 16 April 2019 and 16 May 2019 (approximate), 4 days later.",
        "? The housing service told The school service at a time that is not known.",
        "? A record of The gp service (20 March 2019) speaks of it before the day entered.",
        "? A record of The hospital service (2 May 2019) speaks of it, and nothing is entered.",
        "Nothing is entered of these telling another agency: The gp service and The school service.",
    ];
    assert_eq!(told, expected);
}

#[test]
fn short_dates_fit_a_cell() {
    for (wording, expected) in [
        ("2019-04-12T21:10", "12 Apr 2019"),
        ("2019-04-16/2019-04-23", "16–23 Apr 2019"),
        ("2019-03-01/2019-05-31", "Mar–May 2019"),
        ("2018-12-01/2019-02-28", "2018–2019"),
        ("2019-06-03/..", "from 3 Jun 2019"),
        ("../2019-06-03", "by 3 Jun 2019"),
        ("some day", "no date"),
    ] {
        assert_eq!(short_date(&when(wording)), expected, "{wording}");
    }
}

#[test]
fn words_are_marked_from_left_to_right_and_never_twice() {
    let words = ["throat", "sore throat", "neck"].map(str::to_owned);
    let text = "Neck and sore throat, throats, throat";
    let marked: Vec<&str> = words_in(&words, text)
        .into_iter()
        .map(|range| &text[range])
        .collect();
    assert_eq!(marked, ["Neck", "sore throat", "throat"]);
}

#[test]
fn it_is_drawn_in_lanes_with_arrows_from_giver_to_receiver() {
    let review = known();
    let matrix = matrix(&review);
    let passing = Passing::of(&review, &matrix, &matrix.facts[0]);
    let lanes: Vec<(i64, usize)> = passing
        .lanes
        .iter()
        .map(|lane| (lane.agency.0, lane.undated))
        .collect();
    let expected = [(1, 0), (2, 0), (3, 0), (4, 1), (5, 0)];
    assert_eq!(lanes, expected, "who shared it stands above whom it told");

    let laid = passing.laid(600.0);
    let marks: Vec<(usize, bool, bool)> = laid
        .lanes
        .iter()
        .enumerate()
        .flat_map(|(at, lane)| lane.learnt.iter().map(move |mark| (at, mark)))
        .map(|(at, mark)| (at, mark.is_point(), mark.fades_left && mark.fades_right))
        .collect();
    let expected = [(0, true, false), (1, true, false), (2, false, true)];
    assert_eq!(marks, expected, "a moment, a day, and a guess of a month");

    let arrows: Vec<(i64, usize, usize)> = laid
        .arrows
        .iter()
        .map(|arrow| (arrow.knowing.0, arrow.from, arrow.to))
        .collect();
    assert_eq!(
        arrows,
        [(2, 0, 1), (3, 0, 2)],
        "one without a date is not drawn"
    );
    assert!(laid.arrows[1].bow > laid.arrows[0].bow);
    assert_eq!(laid.arrows[1].x, laid.lanes[2].learnt[0].middle());
    let mentions: Vec<usize> = laid.lanes.iter().map(|lane| lane.mentions.len()).collect();
    assert_eq!(
        mentions,
        [0, 1, 1, 0, 1],
        "what is only denied is no mention"
    );
    assert_eq!(laid.key_dates.len(), 1);
    let places = laid.lanes.iter().flat_map(|lane| {
        let learnt = lane.learnt.iter().flat_map(|mark| [mark.left, mark.right]);
        learnt.chain(lane.mentions.iter().map(|(x, _)| *x))
    });
    for x in places.chain(laid.key_dates.iter().map(|(_, x)| *x)) {
        assert!((0.0..=600.0).contains(&x), "{x}");
    }
}

#[test]
fn nothing_is_drawn_of_a_fact_that_nobody_knew() {
    let mut review = known();
    review.knowings.clear();
    review.facts[0].words = vec!["burnt".to_owned()];
    let matrix = matrix(&review);
    let passing = Passing::of(&review, &matrix, &matrix.facts[0]);
    assert!(passing.lanes.is_empty());
    assert_eq!(
        passing.laid(600.0),
        lantern::chronology::LaidPassing::default()
    );
    let told = told(&review, &matrix, &matrix.facts[0]);
    assert_eq!(told.len(), 1, "that nothing shows that anybody knew");
}

#[test]
fn the_matrix_says_who_learnt_what_when_and_where_it_is_mentioned() {
    let mut entries = vec![
        entry(1, 2, "2019-02-01", "Told me she is pregnant."),
        entry(2, 1, "2019-01-01", "Denied being pregnant."),
        entry(
            3,
            2,
            "2019-03-01",
            "Not pregnant at that time. PREGNANCY test positive today.",
        ),
        entry(4, 2, "2019-04-01", "Pregnant."),
        entry(5, 2, "2019-04-01", "Nothing of note."),
    ];
    entries[3].withdrawn = Some(ImportId(1));
    entries[4].comment = "The author knows that she was pregnant.".to_owned();
    let mut review = review(entries);
    let fact = |id: i64, words: &[&str]| Fact {
        id: FactId(id),
        name: format!("Fact {id}"),
        words: words.iter().map(|word| (*word).to_owned()).collect(),
        note: String::new(),
    };
    let knowing = |id: i64, fact: i64, agency: i64, time: &str, from: Option<i64>| Knowing {
        id: KnowingId(id),
        fact: FactId(fact),
        agency: AgencyId(agency),
        when: when(time),
        how: format!("way {id}"),
        from: from.map(AgencyId),
        entry: None,
    };
    review.facts = vec![
        fact(1, &["separat*"]),
        fact(2, &["pregnan*"]),
        fact(3, &[" ", "*"]),
    ];
    review.knowings = vec![
        knowing(1, 1, 1, "2019-06-12", None),
        knowing(2, 2, 3, "2019-02-11", Some(2)),
        knowing(3, 2, 2, "2019-02-01", None),
        knowing(4, 2, 2, "2018-12-01/2019-03-01", None),
        knowing(5, 2, 1, "unclear", Some(2)),
        knowing(6, 2, 3, "2019-03-30", Some(2)),
    ];
    let matrix = knowledge(&review, &in_order(&review));
    assert_eq!(matrix.agencies, (1..=5).map(AgencyId).collect::<Vec<_>>());
    let order: Vec<i64> = matrix.facts.iter().map(|row| row.fact.0).collect();
    assert_eq!(order, [2, 1, 3], "by when it was first known");

    let cells = &matrix.facts[0].cells;
    let learnt = |at: usize| {
        let learnt = cells[at].learnt.as_ref()?;
        Some((learnt.knowing.0, learnt.from, learnt.days_after_first))
    };
    assert_eq!(learnt(0), Some((5, Some(AgencyId(2)), None)));
    assert_eq!(learnt(1), Some((4, None, Some(0))));
    assert_eq!(learnt(2), Some((2, Some(AgencyId(2)), Some(72))));
    assert_eq!(learnt(3), None);
    let shared: Vec<i64> = cells[1]
        .shared_with
        .iter()
        .map(|(with, _)| with.0)
        .collect();
    assert_eq!(shared, [3, 1], "in order of time, each agency once");
    assert_eq!(
        (ids(&cells[1].mentions), ids(&cells[1].denied)),
        (vec![1, 3], vec![])
    );
    assert_eq!(
        (ids(&cells[0].mentions), ids(&cells[0].denied)),
        (vec![2], vec![2])
    );
    assert!(
        matrix.facts[2]
            .cells
            .iter()
            .all(|cell| cell.mentions.is_empty())
    );
}
