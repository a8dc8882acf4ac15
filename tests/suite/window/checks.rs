//! The rules of the report in the window: marks lead to their places, may stand for a reason, and count again.

use lantern::app::{Action, Checked, PublishAction, PublishPart, Room};
use lantern::checks::{At, RULES};
use lantern::model::Severity;

use super::hands::{Hands, with_sample};

fn in_checks() -> Hands {
    let mut hands = with_sample();
    hands.go(Room::Publish);
    hands.press_part("Checks");
    hands.wait();
    hands
}

fn checked(hands: &Hands) -> Checked {
    let open = hands.app().state.open.as_ref().expect("open");
    let found = open.publish.checks.found.as_ref().expect("looked at");
    assert!(
        open.publish.checks.is_of(open.review.revision),
        "of the present revision"
    );
    Checked::clone(found)
}

/// The first mark of this kind: its place in the list, and what the link beside it is called.
fn first(checked: &Checked, is_meant: impl Fn(At) -> bool) -> (usize, String) {
    let mut marks = checked.found.marks.iter();
    let at = marks
        .position(|(_, mark)| is_meant(mark.at))
        .expect("a mark");
    let (of, _) = checked.found.marks[at];
    (
        at,
        format!(
            "{}, {}",
            checked.places[at],
            lantern::checks::title_of(of.rule)
        ),
    )
}

#[test]
fn the_overview_tells_how_many_marks_stand_and_leads_to_them() {
    let mut hands = with_sample();
    hands.wait();
    let against = checked(&hands).found.against();
    assert!(against > 0, "the sample still lacks something");
    let words = match against {
        1 => "1 mark stands against publication".to_owned(),
        count => format!("{count} marks stand against publication"),
    };
    assert!(hands.sees(&words), "{words}");
    hands.press(&format!("Look at this: {words}"));
    let open = hands.app().state.open.as_ref().expect("open");
    assert_eq!(
        (open.room, open.publish.part),
        (Room::Publish, PublishPart::Checks)
    );
    assert!(hands.sees(&words));
    assert!(hands.sees(&format!("Checks {against}")));
}

#[test]
fn a_mark_stands_for_a_reason_and_counts_again() {
    let mut hands = in_checks();
    let before = checked(&hands);
    let (of, mark) = before.found.marks[0].clone();
    assert_eq!(of.severity, Severity::Must);
    let name = format!(
        "{}, {}",
        before.places[0],
        lantern::checks::title_of(of.rule)
    );
    hands.press(&format!("Let it stand…: {name}"));
    hands.press("Let it stand");
    assert!(
        hands.review().publishing.suppressed.is_empty(),
        "not without a reason"
    );
    hands.write("Why the mark may stand", "The panel decided so on 12 May.");
    hands.press("Let it stand");
    hands.wait();
    let now = checked(&hands);
    assert_eq!(now.found.against(), before.found.against() - 1);
    assert_eq!(now.found.suppressed[0].1, mark);
    assert!(hands.sees("Decided to stand (1)"));
    assert!(hands.sees("The panel decided so on 12 May."));
    let decided = &hands.review().publishing.suppressed[0];
    assert_eq!(
        (decided.rule.as_str(), decided.subject.as_str()),
        (of.rule, mark.subject.as_str())
    );
    hands.scroll_to_and_press(&format!("Count again: {name}"));
    hands.wait();
    assert_eq!(checked(&hands).found, before.found);
}

#[test]
fn marks_lead_to_where_the_matter_is_put_right() {
    type Leads = (&'static str, fn(At) -> bool, Room);
    let kinds: [Leads; 3] = [
        ("a section", |at| matches!(at, At::Section(_)), Room::Draft),
        (
            "an action or recommendation",
            |at| matches!(at, At::Action(_) | At::Recommendation(_)),
            Room::Recommendations,
        ),
        (
            "a finding or contradiction",
            |at| matches!(at, At::Finding(_) | At::Entry(_)),
            Room::Recommendations,
        ),
    ];
    for (what, is_meant, room) in kinds {
        let mut hands = in_checks();
        let checked = checked(&hands);
        if !checked
            .found
            .marks
            .iter()
            .any(|(_, mark)| is_meant(mark.at))
        {
            continue;
        }
        let (at, name) = first(&checked, is_meant);
        hands.scroll_to_and_press(&format!("Show: {name}"));
        hands.wait();
        let open = hands.app().state.open.as_ref().expect("open");
        let leads = checked.found.marks[at].1.at;
        let expected = if matches!(leads, At::Entry(_)) {
            Room::Chronology
        } else {
            room
        };
        assert_eq!(open.room, expected, "{what}: {name}");
    }
}

#[test]
fn every_rule_tells_about_itself_beside_the_marks() {
    let mut hands = in_checks();
    let review = hands.review();
    let settings = review.template.rules.iter();
    for setting in settings.filter(|setting| setting.severity != Severity::Off) {
        let rule = RULES
            .iter()
            .find(|rule| rule.key == setting.key)
            .expect("known");
        hands.act(lantern::app::ChecksAction::ShowRule(None).into());
        assert!(hands.sees(&rule.title()), "{}", rule.key);
        hands.act(lantern::app::ChecksAction::ShowRule(Some(rule.key)).into());
        assert!(
            hands.sees("What to do") && hands.sees(&setting.source),
            "{}",
            rule.key
        );
    }
    hands.press("All rules");
    assert!(hands.sees("The rules"));
    hands.act(Action::Publish(PublishAction::ShowPart(
        PublishPart::Outputs,
    )));
    assert!(hands.sees("Documents"));
}
