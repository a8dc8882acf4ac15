//! Signs of danger over time: a figure opens its records with the words marked.

use std::sync::Arc;

use lantern::app::{Action, AnalysisAction, AnalysisPart, Room};
use lantern::chronology::{escalation, in_order};
use lantern::model::{EntryId, Review};

use super::hands::{Hands, with_sample};

fn looked_at(hands: &mut Hands) {
    hands.go(Room::Analysis);
    hands.act(Action::Analysis(AnalysisAction::Show(AnalysisPart::Danger)));
    hands.wait();
}

fn opened(hands: &Hands) -> Vec<EntryId> {
    let open = hands.app().state.open.as_ref().expect("open");
    let opened = open.analysis.opened.as_ref().expect("records beside");
    opened.entries.clone()
}

fn with_review(hands: &mut Hands, change: impl FnOnce(&mut Review)) {
    let open = hands.app_mut().state.open.as_mut().expect("open");
    let review = Arc::make_mut(&mut open.review);
    change(review);
    review.revision += 1;
}

#[test]
fn a_sign_opens_its_records_with_its_words_marked() {
    let mut hands = with_sample();
    looked_at(&mut hands);
    let review = hands.review();
    let found = escalation(&review, &in_order(&review));
    let row = found
        .rows
        .iter()
        .find(|row| row.indicator == "strangulation");
    let row = row.expect("the sign");
    let all: Vec<EntryId> = row.entries().collect();
    let stated = row.stated(&all);
    let name = "Strangulation or suffocation, at any time";
    hands.press(&format!("{name}: {stated} records"));
    assert_eq!(opened(&hands), all);
    let open = hands.app().state.open.as_ref().expect("open");
    for id in &all {
        let cells = &open.analysis.marks[id];
        let mut marked = cells
            .iter()
            .flat_map(|cell| &cell.pieces)
            .filter(|piece| piece.differs);
        assert!(marked.next().is_some(), "{id:?} has words");
    }

    let first = review.entry(row.first.expect("seen")).expect("there");
    let when = lantern::dates::spoken(&first.when);
    hands.press(&format!("Strangulation or suffocation, first seen: {when}"));
    assert_eq!(opened(&hands), [first.id]);
}

#[test]
fn kinds_of_signs_are_summed_for_each_stretch() {
    let mut hands = with_sample();
    looked_at(&mut hands);
    let review = hands.review();
    let found = escalation(&review, &in_order(&review));
    let fullest = found
        .kinds
        .iter()
        .zip(&found.stretches)
        .max_by_key(|(kinds, _)| kinds.indicators);
    let (kinds, first) = fullest.expect("a stretch");
    let spoken = match first.to_string().split_at(5) {
        (year, "01-01") => format!("January to March {}", &year[..4]),
        (year, "04-01") => format!("April to June {}", &year[..4]),
        (year, "07-01") => format!("July to September {}", &year[..4]),
        (year, _) => format!("October to December {}", &year[..4]),
    };
    hands.scroll_to_and_press(&format!(
        "Different signs, {spoken}: {} in {} records",
        kinds.indicators,
        kinds.entries.len()
    ));
    assert_eq!(opened(&hands), kinds.entries);
}

#[test]
fn what_shows_nowhere_is_said_in_one_sentence() {
    let mut hands = with_sample();
    looked_at(&mut hands);
    assert!(hands.sees_part("No words found for: "));
    with_review(&mut hands, |review| {
        for entry in Arc::make_mut(&mut review.entries) {
            let entry = Arc::make_mut(entry);
            entry.text = "Routine appointment.".to_owned();
            entry.response.clear();
            entry.other.clear();
        }
    });
    looked_at(&mut hands);
    assert!(hands.sees("No sign was found"));
    with_review(&mut hands, |review| review.entries = Arc::default());
    looked_at(&mut hands);
    assert!(hands.sees("No entries yet"));
}
