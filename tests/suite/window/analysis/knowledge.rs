//! Who knew what: a fact is added, what an agency's records say of it is entered, and all of it is taken back.

use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use lantern::app::{Action, AnalysisAction, AnalysisPart, Effect, KnowledgeAction, Room};
use lantern::edits;
use lantern::model::{Agency, AgencyId, Fact};

use crate::window::hands::{Hands, with_sample};

fn at_who_knew_what() -> Hands {
    let mut hands = with_sample();
    hands.go(Room::Analysis);
    hands.press("Who knew what");
    hands.wait();
    hands
}

fn press_part(hands: &mut Hands, part: &str) {
    let harness = hands.harness();
    let node = harness.get_all_by_label_contains(part).next();
    let node = node.unwrap_or_else(|| panic!("nothing with “{part}”"));
    node.scroll_to_me();
    hands.settle();
    let harness = hands.harness();
    let node = harness.get_all_by_label_contains(part).next();
    node.expect("still there").click();
    hands.wait();
}

/// The names of everything that has `part` in its name.
fn named(hands: &mut Hands, part: &str) -> Vec<String> {
    let nodes = hands.harness().query_all_by_label_contains(part);
    nodes
        .filter_map(|node| node.accesskit_node().label())
        .collect()
}

fn fact(hands: &Hands, name: &str) -> Fact {
    let facts = hands.review().facts;
    let fact = facts.into_iter().find(|fact| fact.name.contains(name));
    fact.unwrap_or_else(|| panic!("no fact {name}"))
}

#[test]
fn the_sample_tells_who_knew_of_the_strangulation_and_who_told_whom() {
    let mut hands = at_who_knew_what();
    for cell in [
        "Wexmoor Constabulary, Strangulation, 12 April 2019: learnt 12 June 2020, 13:15, 427 days later; told 3 others; a record speaks of it before that day",
        "Fenholt Primary School, Strangulation, 12 April 2019: nothing",
    ] {
        let agency = cell.split_once(':').map_or(cell, |(agency, _)| agency);
        let found = named(&mut hands, agency);
        assert!(found.iter().any(|found| found == cell), "{found:?}");
    }
    hands.press("Strangulation, 12 April 2019");
    hands.wait();
    for sentence in [
        "County Ambulance Service told Wexmoor Children’s Services between 16 and 23 April 2019, 4 days later. Safeguarding referral",
        "Wexmoor Constabulary told Wexmoor Homes on 9 July 2020, 454 days after County Ambulance Service knew. Shared at the MARAC.",
        "A record of Wexmoor Constabulary (12 April 2019, 21:10) speaks of it before the day entered.",
    ] {
        assert!(hands.sees_part(sentence), "{sentence}");
    }
    // The mark on the drawing says the same as the line below it.
    let twice = hands
        .harness()
        .query_all_by_label_contains("Wexmoor Constabulary told Wexmoor Homes on 9 July 2020")
        .count();
    assert_eq!(twice, 2);
    let strangulation = fact(&hands, "Strangulation").id;
    let effects = hands
        .app_mut()
        .act(KnowledgeAction::Copy(strangulation).into());
    let [Effect::Copy(text)] = effects.as_slice() else {
        panic!("nothing for the clipboard");
    };
    assert!(text.starts_with("Strangulation, 12 April 2019\n"));
    assert!(text.lines().count() > 10, "{text}");
}

#[test]
fn a_fact_is_added_entered_from_a_record_put_right_and_taken_back() {
    let mut hands = at_who_knew_what();
    let before = hands.review();
    hands.act(KnowledgeAction::AddFact(None).into());
    hands.wait();
    hands.write("What is the fact called?", "Her new locks");
    hands.write(
        "Words by which the records speak of it",
        "Locks; lock change",
    );
    hands.key(Modifiers::NONE, Key::Tab);
    let locks = fact(&hands, "Her new locks");
    assert_eq!(locks.words, ["locks", "lock change"]);

    press_part(&mut hands, "Wexmoor Homes, Her new locks: ");
    assert!(hands.sees("Nothing is entered."));
    press_part(&mut hands, "It learnt it here: March 2019");
    let line = hands.review().knowings.pop().expect("a line");
    assert_eq!(line.fact, locks.id);
    assert!(line.entry.is_some() && line.when.is_understood());

    hands.write("Learnt when", "about 4 March 2019");
    hands.key(Modifiers::NONE, Key::Tab);
    hands.write("How", "asked by her at the repairs desk");
    hands.key(Modifiers::NONE, Key::Tab);
    hands.wait();
    let line = hands.review().knowings.pop().expect("a line");
    assert_eq!(line.when.wording, "about 4 March 2019");
    assert!(hands.sees_part(
        "Wexmoor Homes learnt of it on 4 March 2019 (approximate), before any other agency: asked by her at the repairs desk."
    ));

    hands.write("Learnt when", "some time or other");
    hands.key(Modifiers::NONE, Key::Tab);
    assert!(hands.sees_part("was not understood as a date"));
    hands.write("Learnt when", "about 4 March 2019");
    hands.key(Modifiers::NONE, Key::Tab);
    while hands.sees("Put away") {
        hands.press("Put away");
    }

    hands.scroll_to_and_press("It told another agency");
    // The head of its column comes after the menu.
    hands.press("Fenholt Primary School");
    hands.wait();
    let shared = hands.review().knowings.pop().expect("a line");
    assert_eq!(shared.from, Some(line.agency));
    assert!(hands.sees("The day is not entered yet."));

    let steps = 7;
    for _ in 0..steps {
        hands.press("Undo");
        hands.wait();
    }
    let after = hands.review();
    assert_eq!(after.facts, before.facts);
    assert_eq!(after.knowings, before.knowings);
}

#[test]
fn what_hangs_on_a_fact_is_said_before_it_is_removed_and_comes_back() {
    let mut hands = at_who_knew_what();
    let before = hands.review();
    hands.press("Strangulation, 12 April 2019");
    hands.wait();
    assert!(hands.sees("With it go 9 lines of who knew it. One undo brings all back."));
    hands.scroll_to_and_press("Remove this fact");
    hands.wait();
    let now = hands.review();
    assert_eq!(now.facts.len(), before.facts.len() - 1);
    assert_eq!(now.knowings.len(), before.knowings.len() - 9);
    hands.press("Undo");
    hands.wait();
    assert_eq!(hands.review().knowings, before.knowings);
}

#[test]
fn an_entry_of_the_chronology_shows_what_its_agency_knew() {
    let mut hands = with_sample();
    let review = hands.review();
    let knowings = review.knowings.len();
    let told = review.entries.iter();
    let mut told = told.filter(|entry| entry.text.contains("reddening to neck"));
    let entry = told.next().expect("the evening").id;
    hands.act(Action::Shell(lantern::app::ShellAction::ShowEntry(entry)));
    press_part(&mut hands, "Shows that the agency knew of");
    let open = hands
        .harness()
        .get_all_by_label("Shows that the agency knew of");
    open.last().expect("the menu").click();
    hands.settle();
    hands.press_last("Strangulation, 12 April 2019");
    hands.wait();
    let line = hands.review().knowings.pop().expect("a line");
    assert_eq!(hands.review().knowings.len(), knowings + 1);
    assert_eq!(line.entry, Some(entry));
    let chip = "Take back that the agency learnt of Strangulation, 12 April 2019 here";
    hands.scroll_to_and_press(chip);
    assert_eq!(hands.review().knowings.len(), knowings);
}

#[test]
fn a_review_without_facts_says_what_to_do_and_thirty_agencies_fit() {
    let mut hands = at_who_knew_what();
    for fact in hands.review().facts {
        hands.act(KnowledgeAction::RemoveFact(fact.id).into());
    }
    hands.wait();
    assert!(hands.sees("No facts yet"));
    hands.press("Begin with a sign of danger");
    hands.press_last("Strangulation or suffocation");
    hands.wait();
    let added = fact(&hands, "Strangulation or suffocation");
    assert!(added.words.contains(&"strangulat*".to_owned()));
    assert!(hands.sees("Words by which the records speak of it"));

    let open = hands.app_mut().state.open.as_mut().expect("open");
    for number in 1..=18 {
        let agency = Agency {
            id: AgencyId(0),
            name: format!(
                "North Vale and Upper Cresswick Community Healthcare Partnership {number}"
            ),
            sector: "gp".to_owned(),
            due: None,
            note: String::new(),
        };
        open.edit("not added", |store| edits::add_agency(store, &agency))
            .expect("added");
    }
    hands.act(Action::Analysis(AnalysisAction::Show(
        AnalysisPart::Knowledge,
    )));
    hands.wait();
    let last = "North Vale and Upper Cresswick Community Healthcare Partnership 18, Strangulation or suffocation: nothing";
    hands.harness().get_by_label(last).scroll_to_me();
    hands.settle();
    hands.press(last);
    hands.wait();
    assert!(hands.sees("Enter that it knew"));
}
