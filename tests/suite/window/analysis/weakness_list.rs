//! The list of weaknesses is changed in its part of the room, and everything that names one follows.

use egui::{Key, Modifiers};
use lantern::app::{Action, AnalysisAction, AnalysisPart, Room, WeaknessListAction};
use lantern::model::Weakness;

use super::hands::{Hands, with_sample};

fn shown() -> Hands {
    let mut hands = with_sample();
    hands.go(Room::Analysis);
    hands.act(Action::Analysis(AnalysisAction::Show(
        AnalysisPart::WeaknessList,
    )));
    hands.wait();
    hands
}

fn of_key(hands: &Hands, key: &str) -> Weakness {
    hands.review().weakness(key).expect("in the list").clone()
}

fn choose(hands: &mut Hands, key: &str) {
    let weakness = of_key(hands, key);
    hands.scroll_to_and_press(&format!(
        "Weakness {}: {}",
        weakness.position, weakness.name
    ));
}

fn tags(hands: &Hands, key: &str) -> usize {
    let review = hands.review();
    review
        .taggings
        .iter()
        .filter(|one| one.weakness == key)
        .count()
}

#[test]
fn a_part_is_added_named_and_chosen_where_tags_are_set() {
    let mut hands = shown();
    choose(&mut hands, "commissioning");
    hands.scroll_to_and_press("Add a part of it");
    hands.wait();
    hands.write("Name", "Waiting too long");
    hands.write(
        "What it means",
        "The service was there and could not begin for weeks.",
    );
    hands.key(Modifiers::NONE, Key::Tab);
    let part = hands
        .review()
        .weaknesses
        .iter()
        .find(|one| one.name == "Waiting too long")
        .cloned();
    let part = part.expect("named");
    assert_eq!(part.parent, "commissioning");
    assert_eq!(
        part.definition,
        "The service was there and could not begin for weeks."
    );
    let whole = of_key(&hands, "commissioning");
    assert_eq!(part.position, whole.position + 1);
    hands.go(Room::Chronology);
    hands.key(Modifiers::NONE, Key::ArrowDown);
    hands.scroll_to_and_press("Add a tag");
    hands.scroll_to_and_press("Waiting too long");
    let entry = hands.current_entry();
    assert!(hands.tags_of(entry).contains(&part.key));
    hands.go(Room::Analysis);
    hands.act(Action::Analysis(AnalysisAction::Show(
        AnalysisPart::Weaknesses,
    )));
    hands.wait();
    let total = format!(
        "All, {}: {} records",
        whole.name,
        tags(&hands, "commissioning") + 1
    );
    assert!(hands.sees(&total), "{total}");
}

#[test]
fn two_are_merged_and_one_undo_parts_them() {
    let mut hands = shown();
    let before = hands.review();
    let (gone, kept) = (tags(&hands, "training_lacking"), tags(&hands, "no_enquiry"));
    assert!(gone > 0 && kept > 0);
    choose(&mut hands, "training_lacking");
    hands.scroll_to_and_press("Merge into another one…");
    hands.scroll_to_and_press("No routine or selective enquiry");
    hands.wait();
    let now = hands.review();
    assert!(now.weakness("training_lacking").is_none());
    assert!(
        now.taggings
            .iter()
            .all(|one| one.weakness != "training_lacking")
    );
    assert!(
        now.recommendations
            .iter()
            .all(|one| one.weakness != "training_lacking")
    );
    let notices = &hands.app().state.notices;
    assert!(hands.sees_part("One undo parts them again"), "{notices:?}");
    hands.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(hands.review(), before);
}

#[test]
fn a_pattern_that_is_none_stays_in_its_field_with_the_reason() {
    let mut hands = shown();
    choose(&mut hands, "no_enquiry");
    let before = of_key(&hands, "no_enquiry");
    let rules = before.patterns.len();
    hands.scroll_to_and_press(&format!("Show the {rules} rules it is suggested by"));
    hands.write("Found by", "(never asked");
    hands.key(Modifiers::NONE, Key::Tab);
    assert_eq!(of_key(&hands, "no_enquiry"), before);
    assert!(hands.sees_part("“(never asked” is no pattern"));
    hands.write("Found by", "never asked\n!never asked for");
    hands.key(Modifiers::NONE, Key::Tab);
    assert_eq!(
        of_key(&hands, "no_enquiry").patterns,
        ["never asked", "!never asked for"]
    );
}

#[test]
fn records_of_a_weakness_open_beside_the_list_and_removing_takes_its_tags() {
    let mut hands = shown();
    let review = hands.review();
    let count = tags(&hands, "no_enquiry");
    hands.scroll_to_and_press(&format!(
        "Records tagged No routine or selective enquiry: {count} records"
    ));
    assert!(hands.sees("Tagged: No routine or selective enquiry"));
    let id = of_key(&hands, "no_enquiry").id;
    hands.act(WeaknessListAction::Remove(id).into());
    hands.wait();
    assert_eq!(tags(&hands, "no_enquiry"), 0);
    assert!(hands.sees_part(&format!("{count} tags went with it")));
    hands.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(hands.review(), review);
}
