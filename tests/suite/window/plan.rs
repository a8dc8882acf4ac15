//! Findings & actions: from a question to an outcome, all by what stands on the screen.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use lantern::app::{Action, ChronologyAction, PlanAction, PlanTab, Room, Screen, Selecting};
use lantern::drafting::{ChainStep, LooseEnd};
use lantern::model::{Finding, Recommendation};
use lantern::overview::Waiting;

use super::hands::{Hands, with_sample};

fn in_tab(tab: PlanTab) -> Hands {
    let mut hands = with_sample();
    hands.go(Room::Recommendations);
    hands.press(tab.words());
    hands
}

fn last_finding(hands: &Hands) -> Finding {
    hands.review().findings.last().expect("a finding").clone()
}

fn recommendation(hands: &Hands, position: u32) -> Recommendation {
    let review = hands.review();
    let mut all = review.recommendations.iter();
    all.find(|each| each.position == position)
        .expect("there")
        .clone()
}

fn tab(hands: &Hands) -> PlanTab {
    hands.app().state.open.as_ref().expect("open").plan.tab
}

#[test]
fn questions_are_added_written_moved_and_taken_back() {
    let mut hands = in_tab(PlanTab::Questions);
    let before = hands.review().questions;
    assert!(
        hands.sees("No finding answers it yet."),
        "the last of the sample"
    );
    hands.scroll_to_and_press("Add a question");
    let number = before.len() + 1;
    hands.write(&format!("Question {number}"), "What did her employer know?");
    hands.press(PlanTab::Findings.words());
    let added = hands.review().questions.last().expect("added").clone();
    assert_eq!(added.text, "What did her employer know?");
    assert_eq!(added.position as usize, number);

    hands.press(PlanTab::Questions.words());
    hands
        .harness()
        .get_all_by_label("Up")
        .last()
        .expect("one")
        .scroll_to_me();
    hands.settle();
    hands.press_last("Up");
    assert_eq!(hands.review().questions[number - 2].id, added.id);
    for _ in 0..3 {
        hands.press("Undo");
        hands.wait();
    }
    assert_eq!(hands.review().questions, before);
}

#[test]
fn a_finding_is_made_of_entries_and_linked_both_ways() {
    let mut hands = with_sample();
    hands.go(Room::Chronology);
    let entries: Vec<_> = hands
        .review()
        .taggings
        .iter()
        .map(|one| one.entry)
        .collect();
    let entry = entries[0];
    hands.act(Action::Chronology(ChronologyAction::Select(
        entry,
        Selecting::One,
    )));
    let tags = {
        let open = hands.app().state.open.as_ref().expect("open");
        open.derived
            .tags(&open.review, entry)
            .into_iter()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    hands.act(Action::Chronology(ChronologyAction::AddToFinding(None)));
    assert_eq!(
        hands.app().state.screen(),
        Screen::Room(Room::Recommendations)
    );
    assert_eq!(tab(&hands), PlanTab::Findings);
    let made = last_finding(&hands);
    assert_eq!((made.entries.clone(), made.weaknesses), (vec![entry], tags));
    assert!(hands.sees("No question of the terms of reference yet."));
    assert!(hands.sees("No recommendation yet."));

    hands.write("What was found", "Nobody rang back.");
    hands.scroll_to_and_press("Link a question");
    let review = hands.review();
    let question = &review.questions[1];
    let start: String = question.text.chars().take(60).collect();
    hands.press_last(&format!("2  {}…", start.trim_end()));
    let made = last_finding(&hands);
    assert_eq!(made.text, "Nobody rang back.");
    assert_eq!(made.questions, [question.id]);

    hands.scroll_to_and_press("Recommend something");
    assert_eq!(tab(&hands), PlanTab::Recommendations);
    let answer = hands.review().recommendations.last().expect("made").clone();
    assert_eq!(answer.findings, [made.id]);
    hands.scroll_to_and_press(&format!("Finding {}", made.position));
    assert_eq!(tab(&hands), PlanTab::Findings);
    assert!(hands.sees(&format!("Recommendation {}", answer.position)));
}

#[test]
fn what_is_missing_to_be_smart_is_said_until_it_is_written() {
    let mut hands = in_tab(PlanTab::Recommendations);
    hands.scroll_to_and_press("Recommendation 9");
    let nine = recommendation(&hands, 9);
    assert_eq!(nine.missing().len(), 3);
    assert!(hands.sees_part("Still to say: how it will be seen that it was done and helped; why it can be done; by when."));
    hands.write(
        "How it will be seen that it was done and helped",
        "By waiting times.",
    );
    hands.write("Why it can be done", "The commissioners have agreed.");
    hands.write("By when", "31 March 2024");
    hands.press(PlanTab::Findings.words());
    assert_eq!(recommendation(&hands, 9).missing(), [] as [&str; 0]);
    hands.press(PlanTab::Recommendations.words());
    assert!(!hands.sees_part("Still to say"));
    hands.write("By when", "soon");
    hands.press(PlanTab::Findings.words());
    assert!(
        hands.sees_part("“soon”"),
        "a day that is none stays in its field"
    );
    assert_eq!(
        recommendation(&hands, 9).due,
        nine.due.or("2024-03-31".parse().ok())
    );
}

#[test]
fn the_chain_lets_stand_out_what_leads_to_a_step_and_lists_loose_ends() {
    let mut hands = in_tab(PlanTab::Chain);
    let waiting = {
        let open = hands.app().state.open.as_ref().expect("open");
        open.derived.standing.waiting.clone()
    };
    let mut told = 0;
    for kind in &waiting {
        if let Waiting::LooseEnds(kind, steps) = kind {
            told += 1;
            assert!(hands.sees(&format!("{} {}:", steps.len(), kind.words(steps.len()))));
        }
    }
    assert!(told >= 3, "{waiting:?}");
    let review = hands.review();
    let finding = ChainStep::Finding(review.findings[0].id);
    let name = format!(
        "Finding 1: {}",
        review.findings[0].text.chars().take(20).collect::<String>()
    );
    let card = |hands: &mut Hands| {
        hands.harness().get_by_label_contains(&name).click();
        hands.settle();
    };
    card(&mut hands);
    let step = |hands: &Hands| hands.app().state.open.as_ref().expect("open").plan.step;
    assert_eq!(step(&hands), Some(finding));
    assert!(
        hands.sees(&review.findings[0].text),
        "in full above the picture"
    );
    card(&mut hands);
    assert_eq!(tab(&hands), PlanTab::Findings, "once more opens it");
}

#[test]
fn a_loose_end_on_the_overview_leads_to_its_step() {
    let mut hands = with_sample();
    let open = hands.app().state.open.as_ref().expect("open");
    let waiting = open.derived.standing.waiting.clone();
    let question = open.review.questions.last().expect("one").id;
    let mut waiting = waiting.iter();
    let unanswered = waiting.find(|kind| {
        matches!(kind, Waiting::LooseEnds(LooseEnd::QuestionWithoutFinding, steps)
            if *steps == [ChainStep::Question(question)])
    });
    let words = unanswered.expect("the sample's last question").words();
    assert_eq!(words, "1 question is answered by no finding");
    hands.press(&format!("Look at this: {words}"));
    assert_eq!(tab(&hands), PlanTab::Questions);
    assert_eq!(
        hands.app().state.open.as_ref().expect("open").plan.question,
        Some(question)
    );
}

#[test]
fn an_empty_review_says_what_each_tab_is_for() {
    let mut hands = with_sample();
    for _ in 0..hands.review().recommendations.len() {
        let first = hands.review().recommendations[0].id;
        hands.act(Action::Plan(PlanAction::RemoveRecommendation(first)));
    }
    for finding in hands.review().findings {
        hands.act(lantern::app::FindingAction::Remove(finding.id).into());
    }
    for question in hands.review().questions {
        hands.act(lantern::app::QuestionAction::Remove(question.id).into());
    }
    hands.go(Room::Recommendations);
    for (tab, words) in [
        (PlanTab::Questions, "No questions yet"),
        (PlanTab::Findings, "No findings yet"),
        (PlanTab::Recommendations, "No recommendations yet"),
        (PlanTab::Chain, "No questions yet"),
    ] {
        hands.act(Action::Plan(PlanAction::ShowTab(tab)));
        assert!(hands.sees(words), "{tab:?}");
    }
}

#[test]
fn the_search_finds_a_finding_and_goes_to_it() {
    let mut hands = with_sample();
    let finding = hands.review().findings[3].clone();
    hands.key(Modifiers::COMMAND, Key::K);
    hands.write(
        "Search everywhere",
        "the only specialist assessment had ruled it out",
    );
    hands.press("Go to Finding 4");
    assert!(!hands.app().state.search.shown);
    assert_eq!(tab(&hands), PlanTab::Findings);
    let open = hands.app().state.open.as_ref().expect("open");
    assert_eq!(open.plan.finding, Some(finding.id));
}
