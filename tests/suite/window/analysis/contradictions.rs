//! Contradictions: listed for joined events, settled with a note, taken back; put in the list by hand.

use lantern::app::{
    Action, AnalysisAction, AnalysisPart, ChronologyAction, ContradictionKey, ContradictionLine,
    ContradictionsAction, EventsAction, LineStanding, Room, Selecting,
};
use lantern::model::{About, EntryId, Standing};

use super::hands::{Hands, with_sample};

fn show(hands: &mut Hands) {
    hands.go(Room::Analysis);
    hands.act(Action::Analysis(AnalysisAction::Show(
        AnalysisPart::Contradictions,
    )));
    hands.wait();
}

/// The list, with the surest events of the sample joined.
fn listed() -> Hands {
    let mut hands = with_sample();
    hands.act(EventsAction::Look.into());
    hands.wait();
    hands.act(EventsAction::AcceptSure.into());
    show(&mut hands);
    hands
}

fn lines(hands: &Hands) -> Vec<ContradictionLine> {
    let open = hands.app().state.open.as_ref().expect("open");
    open.analysis.contradictions.lines.clone()
}

fn tab(waiting: usize) -> String {
    format!("Contradictions {waiting}")
}

fn choose_two(hands: &mut Hands, [one, other]: [EntryId; 2]) {
    hands.go(Room::Chronology);
    for (entry, how) in [(one, Selecting::One), (other, Selecting::Toggle)] {
        hands.act(Action::Chronology(ChronologyAction::Select(entry, how)));
    }
}

#[test]
fn a_contradiction_is_settled_with_a_note_and_taken_back() {
    let mut hands = listed();
    let before = hands.review();
    let found = lines(&hands);
    assert!(found.len() > 3, "{found:#?}");
    assert!(found.iter().all(|line| line.why.is_some()));
    assert!(
        before.contradictions.is_empty(),
        "nothing is stored by looking"
    );
    assert!(hands.sees(&tab(found.len())));
    assert!(hands.sees(&format!("{} to look at, 0 settled", found.len())));

    hands.press("Standing of contradiction 1");
    hands.press_last("Resolved");
    let stored = hands.review().contradictions;
    assert_eq!(stored.len(), 1);
    assert_eq!(stored[0].standing, Standing::Resolved);
    assert_eq!(
        ContradictionKey::of(stored[0].about, stored[0].entries),
        found[0].key
    );
    assert_eq!(
        [&stored[0].a, &stored[0].b],
        [&found[0].words_of(0), &found[0].words_of(1)]
    );
    assert!(hands.sees(&tab(found.len() - 1)));
    assert!(
        !hands.sees("Note on contradiction 1"),
        "what is settled folds away"
    );

    hands.scroll_to_and_press("Show the 1 settled");
    hands.write(
        "Note on contradiction 1",
        "The control room’s log has the call.",
    );
    hands.press("Overview");
    let noted = hands.review().contradictions;
    assert_eq!(noted[0].note, "The control room’s log has the call.");
    assert_eq!(noted[0].standing, Standing::Resolved);

    for _ in 0..2 {
        hands.press("Undo");
        hands.wait();
    }
    assert_eq!(hands.review(), before);
    show(&mut hands);
    assert!(hands.sees(&tab(found.len())));
    assert_eq!(lines(&hands), found);
}

#[test]
fn a_settled_one_can_be_opened_again_and_the_badge_follows() {
    let mut hands = listed();
    let key = lines(&hands)[0].key;
    let [one, other] = key.entries;
    let disputed = |hands: &Hands| {
        let open = hands.app().state.open.as_ref().expect("open");
        let entry = open.review.entry(one).expect("an entry");
        let claim = open.derived.claims.of_entry(entry);
        let shown = claim
            .badge()
            .is_some_and(|badge| badge.to_lowercase().contains("disputed"));
        assert_eq!(claim.disputed_by.contains(&other), shown);
        shown
    };
    assert!(
        !disputed(&hands),
        "what nobody has looked at disputes nothing"
    );
    for (standing, is_disputed) in [
        (Standing::Disputed, true),
        (Standing::Resolved, false),
        (Standing::Open, true),
        (Standing::None, false),
    ] {
        hands.act(ContradictionsAction::Settle(key, standing).into());
        assert_eq!(disputed(&hands), is_disputed, "{standing:?}");
        assert_eq!(lines(&hands)[0].standing, LineStanding::OnRecord(standing));
    }
    assert_eq!(hands.review().contradictions.len(), 1);
}

#[test]
fn a_note_keeps_a_contradiction_open_and_the_overview_leads_back_to_it() {
    let mut hands = listed();
    let all = lines(&hands).len();
    hands.write("Note on contradiction 2", "Ask the ambulance service.");
    hands.press("Overview");
    let stored = hands.review().contradictions;
    assert_eq!(stored.len(), 1);
    assert_eq!(stored[0].standing, Standing::Open);
    assert!(!stored[0].a.is_empty() && !stored[0].b.is_empty());
    assert!(hands.sees("1 contradiction between records is still open"));

    let open = hands.app().state.open.as_ref().expect("open");
    let waiting = open.derived.standing.waiting.clone();
    let still_open = waiting
        .into_iter()
        .find(|one| one.words().contains("contradiction"));
    let attend = lantern::app::OverviewAction::Attend(still_open.expect("one waits"));
    hands.act(Action::Overview(attend));
    hands.wait();
    assert!(hands.sees("Standing of contradiction 2"));
    assert!(
        !hands.sees("Standing of contradiction 1"),
        "only those still open"
    );
    assert_eq!(lines(&hands).len(), all);
}

#[test]
fn the_chair_puts_a_contradiction_in_the_list_that_the_program_does_not_see() {
    let mut hands = with_sample();
    let before = hands.review();
    let pair = [before.entries[3].id, before.entries[8].id];
    choose_two(&mut hands, pair);
    hands.scroll_to_and_press("These two contradict each other…");
    hands.press_last("Place");
    hands.wait();
    let key = ContradictionKey::of(About::Place, pair);
    assert_eq!(hands.review().contradictions.len(), 1);
    assert!(hands.sees(&tab(1)));
    hands.write("Words of the first record, contradiction 1", "At the flat");
    hands.write(
        "Words of the second record, contradiction 1",
        "In the car park",
    );
    hands.press("Overview");
    let stored = hands.review().contradictions[0].clone();
    assert_eq!(
        (stored.a.as_str(), stored.b.as_str()),
        ("At the flat", "In the car park")
    );
    assert_eq!(stored.standing, Standing::Open);

    hands.act(ContradictionsAction::Settle(key, Standing::Disputed).into());
    hands.act(ContradictionsAction::Add(key).into());
    let again = hands.review().contradictions;
    assert_eq!(again.len(), 1);
    assert_eq!(
        again[0].standing,
        Standing::Disputed,
        "what is known is only shown"
    );
    assert_eq!(again[0].a, "At the flat");
    for _ in 0..4 {
        hands.press("Undo");
        hands.wait();
    }
    assert_eq!(hands.review(), before);
}

#[test]
fn what_is_on_record_stays_in_the_list_when_its_event_is_taken_apart() {
    let mut hands = listed();
    let key = lines(&hands)[0].key;
    hands.act(ContradictionsAction::Settle(key, Standing::Open).into());
    choose_two(&mut hands, key.entries);
    hands.act(Action::Chronology(ChronologyAction::NotSameEvent));
    show(&mut hands);
    let line = lines(&hands).into_iter().find(|line| line.key == key);
    let line = line.expect("its line");
    assert_eq!((line.why, line.event), (None, None));
    assert!(line.words.iter().all(|words| !words.is_empty()));
}

#[test]
fn the_list_is_narrowed_by_standing_and_by_subject() {
    let mut hands = listed();
    let all = lines(&hands);
    let key = all[1].key;
    hands.act(ContradictionsAction::Settle(key, Standing::None).into());
    let set_aside = LineStanding::OnRecord(Standing::None);
    let about = |subject: About| all.iter().filter(|line| line.key.about == subject).count();
    for (standing, subject, expected) in [
        (None, None, all.len()),
        (Some(set_aside), None, 1),
        (Some(LineStanding::NotLookedAt), None, all.len() - 1),
        (Some(LineStanding::OnRecord(Standing::Disputed)), None, 0),
        (None, Some(About::Time), about(About::Time)),
        (None, Some(About::Children), about(About::Children)),
        (Some(set_aside), Some(key.about), 1),
    ] {
        hands.act(ContradictionsAction::OfStanding(standing).into());
        hands.act(ContradictionsAction::AboutOnly(subject).into());
        let open = hands.app().state.open.as_ref().expect("open");
        let shown = open.analysis.contradictions.shown().count();
        assert_eq!(shown, expected, "{standing:?}, {subject:?}");
    }
    assert!(
        hands.sees("Standing of contradiction 2"),
        "a settled one that was asked for is unfolded"
    );
}

#[test]
fn without_events_it_says_what_to_do_first() {
    let mut hands = with_sample();
    show(&mut hands);
    assert!(hands.sees("No records are joined yet"));
    hands.press("Look for records of one event");
    hands.wait();
    assert!(hands.sees("Records of one event?"));
}
