//! Every part of the room can be drawn where there is little room, with the records behind a figure open and closed.

use lantern::app::{Action, AnalysisAction, AnalysisPart, EventsAction, Opened, Room, TEXT_SIZES};

use super::hands::with_sample;

#[test]
fn every_part_can_be_drawn_in_the_smallest_window_with_and_without_its_records() {
    let mut hands = with_sample();
    hands.act(EventsAction::Look.into());
    hands.wait();
    hands.act(EventsAction::AcceptSure.into());
    hands.resize(960.0, 600.0);
    hands.go(Room::Analysis);
    let entries: Vec<_> = hands
        .review()
        .entries
        .iter()
        .take(3)
        .map(|entry| entry.id)
        .collect();
    for per_cent in TEXT_SIZES {
        hands.app_mut().state.settings.text_size = per_cent;
        for part in AnalysisPart::ALL {
            hands.act(Action::Analysis(AnalysisAction::Show(part)));
            hands.wait();
            let title = "Three records".to_owned();
            let opened = Opened {
                title,
                entries: entries.clone(),
            };
            hands.act(Action::Analysis(AnalysisAction::Open(opened)));
            assert!(hands.sees("3 records"), "{part:?} at {per_cent} %");
            hands.act(Action::Analysis(AnalysisAction::CloseOpened));
        }
    }
}
