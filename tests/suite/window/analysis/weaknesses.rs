//! Weaknesses by agency and by year: a figure opens its records.

use lantern::analysis::{Across, Column, Matrix, matrix};
use lantern::app::{Action, ChronologyAction, Room, Screen};
use lantern::chronology::in_order;
use lantern::model::{EntryId, Review};

use super::hands::{Hands, with_sample};

fn looked_at() -> Hands {
    let mut hands = with_sample();
    hands.go(Room::Analysis);
    hands.wait();
    hands
}

fn opened(hands: &Hands) -> Vec<EntryId> {
    let open = hands.app().state.open.as_ref().expect("open");
    let opened = open.analysis.opened.as_ref().expect("records beside");
    opened.entries.clone()
}

/// The cell with the most records: its title, and its records.
fn fullest(review: &Review, matrix: &Matrix) -> (String, Vec<EntryId>) {
    let mut cells: Vec<(String, Vec<EntryId>)> = Vec::new();
    for row in &matrix.rows {
        let mut weaknesses = review.weaknesses.iter();
        let weakness = weaknesses
            .find(|one| one.key == row.weakness)
            .expect("known");
        for (cell, total) in row.cells.iter().zip(&matrix.columns) {
            let column = match total.column {
                Column::Agency(id) => review.agency(id).expect("there").name.clone(),
                Column::Year(year) => year.to_string(),
                Column::NoSingleYear => "no single year".to_owned(),
            };
            cells.push((format!("{column}, {}", weakness.name), cell.entries.clone()));
        }
    }
    let fullest = cells.into_iter().max_by_key(|(_, entries)| entries.len());
    fullest.expect("a cell")
}

#[test]
fn a_figure_opens_its_records_and_the_chronology_shows_them_alone() {
    let mut hands = looked_at();
    let review = hands.review();
    let matrix = matrix(&review, &in_order(&review), Across::Agencies);
    let (title, entries) = fullest(&review, &matrix);
    let count = entries.len();
    assert!(count > 1, "{title}");
    hands.scroll_to_and_press(&format!("{title}: {count} records"));
    assert_eq!(opened(&hands), entries);
    assert!(hands.sees(&title) && hands.sees(&format!("{count} records")));

    hands.press("Show these in the chronology");
    assert_eq!(hands.app().state.screen(), Screen::Room(Room::Chronology));
    let shown = |hands: &Hands| {
        let open = hands.app().state.open.as_ref().expect("open");
        let rows = open.chronology.rows.iter();
        rows.map(|row| open.review.entries[*row as usize].id)
            .collect::<Vec<_>>()
    };
    assert_eq!(shown(&hands), entries);
    hands.press(&format!("Remove filter {count} records: {title}"));
    assert_eq!(shown(&hands).len(), review.entries.len());

    hands.go(Room::Analysis);
    assert_eq!(opened(&hands), entries, "the room is as it was left");
    hands.press("Close");
    let open = hands.app().state.open.as_ref().expect("open");
    assert!(open.analysis.opened.is_none());
}

#[test]
fn the_same_figures_stand_by_year() {
    let mut hands = looked_at();
    hands.press("By year");
    let review = hands.review();
    let matrix = matrix(&review, &in_order(&review), Across::Years);
    let (title, entries) = fullest(&review, &matrix);
    hands.scroll_to_and_press(&format!("{title}: {} records", entries.len()));
    assert_eq!(opened(&hands), entries);
}

#[test]
fn without_tags_the_room_says_how_to_tag_and_goes_there() {
    let mut hands = looked_at();
    hands.act(Action::Chronology(ChronologyAction::SelectAll));
    for weakness in &hands.review().weaknesses {
        hands.act(Action::Chronology(ChronologyAction::Untag(
            weakness.key.clone(),
        )));
    }
    assert!(hands.review().taggings.is_empty());
    hands.go(Room::Analysis);
    hands.wait();
    assert!(hands.sees("Nothing is tagged yet"));
    hands.press("Begin tagging");
    assert_eq!(hands.app().state.screen(), Screen::Room(Room::Chronology));
    let open = hands.app().state.open.as_ref().expect("open");
    assert!(open.chronology.tagging.is_some());
}
