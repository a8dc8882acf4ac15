//! Back and Forward: a chair goes from a figure to its records, to a finding, to the paragraph that cites it, and back.

use egui::{Key, Modifiers};
use lantern::analysis::{Across, matrix};
use lantern::app::{
    Action, AnalysisAction, AnalysisPart, Beside, ChronologyAction, DraftAction, FindingAction,
    Opened, PlanTab, Room, Screen, Selecting,
};
use lantern::chronology::{Filter, in_order};
use lantern::drafting::{ChainStep, Target};
use lantern::model::EntryId;

use super::hands::{Hands, with_sample};

fn room(hands: &Hands) -> Room {
    match hands.app().state.screen() {
        Screen::Room(room) => room,
        Screen::Start | Screen::Pack | Screen::Programme(_) => panic!("a review is open"),
    }
}

fn shown_rows(hands: &Hands) -> Vec<EntryId> {
    let open = hands.app().state.open.as_ref().expect("open");
    let rows = open.chronology.rows.iter();
    rows.map(|row| open.review.entries[*row as usize].id)
        .collect()
}

fn back(hands: &mut Hands) {
    hands.key(Modifiers::ALT, Key::ArrowLeft);
}

fn forward(hands: &mut Hands) {
    hands.key(Modifiers::ALT, Key::ArrowRight);
}

/// A figure of the matrix with several records, one of which a cited finding rests on.
fn figure_with_a_finding(hands: &Hands) -> (Opened, EntryId, ChainStep) {
    let review = hands.review();
    let open = hands.app().state.open.as_ref().expect("open");
    let matrix = matrix(&review, &in_order(&review), Across::Agencies);
    for row in &matrix.rows {
        for cell in row.cells.iter().filter(|cell| cell.entries.len() > 1) {
            for finding in &review.findings {
                let cited = open
                    .derived
                    .standing
                    .chain
                    .cited(Target::Finding(finding.id));
                let entry = cell
                    .entries
                    .iter()
                    .find(|entry| finding.entries.contains(entry));
                if let (Some(entry), false) = (entry, cited.is_empty()) {
                    let opened = Opened {
                        title: format!("Of {}", row.weakness),
                        entries: cell.entries.clone(),
                    };
                    return (opened, *entry, ChainStep::Finding(finding.id));
                }
            }
        }
    }
    panic!("the sample has such a figure");
}

#[test]
fn from_a_figure_to_the_paragraph_and_back_nothing_is_lost() {
    let mut hands = with_sample();
    hands.go(Room::Analysis);
    hands.wait();
    let (opened, entry, finding) = figure_with_a_finding(&hands);
    hands.act(Action::Analysis(AnalysisAction::Open(opened.clone())));
    hands.press("Show these in the chronology");
    assert_eq!(shown_rows(&hands).len(), opened.entries.len());
    let one = Action::Chronology(ChronologyAction::Select(entry, Selecting::One));
    hands.act(one);
    let review = hands.review();
    let text: String = finding.text(&review).chars().take(60).collect();
    hands.scroll_to_and_press(&format!("{}: {}…", finding.words(&review), text.trim_end()));
    assert_eq!(room(&hands), Room::Recommendations);
    let open = hands.app().state.open.as_ref().expect("open");
    assert_eq!(open.plan.shown(), Some(finding));
    let ChainStep::Finding(id) = finding else {
        panic!("a finding");
    };
    let cited = open.derived.standing.chain.cited(Target::Finding(id))[0].clone();
    let mut sections = review.sections.iter();
    let section = sections
        .find(|each| each.id == cited.section)
        .expect("there");
    hands.scroll_to_and_press(&format!("{} {}", cited.number, section.title));
    assert_eq!(room(&hands), Room::Draft);
    let shown = |hands: &Hands| hands.app().state.open.as_ref().expect("open").draft.section;
    assert_eq!(shown(&hands), Some(section.id));

    back(&mut hands);
    assert_eq!(room(&hands), Room::Recommendations);
    back(&mut hands);
    assert_eq!(room(&hands), Room::Chronology);
    assert_eq!(
        shown_rows(&hands).len(),
        opened.entries.len(),
        "the filter is as it was"
    );
    assert_eq!(hands.current_entry(), entry);
    back(&mut hands);
    assert_eq!(room(&hands), Room::Analysis);
    let open = hands.app().state.open.as_ref().expect("open");
    assert_eq!(open.analysis.opened.as_ref(), Some(&opened));

    for expected in [Room::Chronology, Room::Recommendations, Room::Draft] {
        forward(&mut hands);
        assert_eq!(room(&hands), expected);
    }
    assert_eq!(shown(&hands), Some(section.id));
    forward(&mut hands);
    assert_eq!(room(&hands), Room::Draft, "there is nowhere further");
}

#[test]
fn the_chronology_comes_back_with_its_filter_after_another_was_set() {
    let mut hands = with_sample();
    hands.go(Room::Chronology);
    let agency = hands.review().agencies[1].id;
    let only = Filter {
        agencies: vec![agency],
        ..Filter::default()
    };
    hands.act(Action::Chronology(ChronologyAction::SetFilter(Box::new(
        only.clone(),
    ))));
    let of_agency = shown_rows(&hands);
    let entry = of_agency[of_agency.len() / 2];
    hands.act(Action::Chronology(ChronologyAction::Select(
        entry,
        Selecting::One,
    )));
    hands.go(Room::Publish);
    hands.go(Room::Chronology);
    hands.act(Action::Chronology(ChronologyAction::ClearFilter));
    hands.go(Room::Overview);
    for (expected, rows) in [
        (Room::Chronology, None),
        (Room::Publish, None),
        (Room::Chronology, Some(&of_agency)),
    ] {
        back(&mut hands);
        assert_eq!(room(&hands), expected);
        if let Some(rows) = rows {
            assert_eq!(&shown_rows(&hands), rows);
            assert_eq!(hands.current_entry(), entry);
        }
    }
}

#[test]
fn what_is_a_step_and_what_is_none() {
    let mut hands = with_sample();
    let steps = |hands: &mut Hands| {
        hands.settle();
        let mut steps = 0;
        while hands
            .app()
            .state
            .open
            .as_ref()
            .expect("open")
            .way
            .back()
            .is_some()
        {
            hands.press("Back");
            steps += 1;
        }
        steps
    };
    type Walk = fn(&mut Hands);
    let walks: [(&str, Walk, usize); 7] = [
        ("staying", |hands| hands.go(Room::Overview), 0),
        (
            "another room and back again",
            |hands| {
                hands.go(Room::Import);
                hands.go(Room::Overview);
            },
            2,
        ),
        (
            "browsing the chronology",
            |hands| {
                hands.go(Room::Chronology);
                for _ in 0..5 {
                    hands.key(Modifiers::NONE, Key::ArrowDown);
                }
            },
            1,
        ),
        (
            "being led to another entry",
            |hands| {
                hands.go(Room::Chronology);
                hands.key(Modifiers::NONE, Key::ArrowDown);
                let last = hands.review().entries.last().expect("one").id;
                hands.act(Action::Shell(lantern::app::ShellAction::ShowEntry(last)));
            },
            2,
        ),
        (
            "parts of Analysis",
            |hands| {
                hands.go(Room::Analysis);
                hands.act(Action::Analysis(AnalysisAction::Show(
                    AnalysisPart::Silences,
                )));
                hands.act(Action::Analysis(AnalysisAction::Show(
                    AnalysisPart::Weaknesses,
                )));
                hands.wait();
            },
            3,
        ),
        (
            "one finding after the other",
            |hands| {
                hands.go(Room::Recommendations);
                for finding in &hands.review().findings[1..3] {
                    hands.act(FindingAction::Show(finding.id).into());
                }
            },
            3,
        ),
        (
            "typing",
            |hands| {
                hands.go(Room::Recommendations);
                hands.press(PlanTab::Questions.words());
                hands.write("Question 1", "Anything else?");
            },
            2,
        ),
    ];
    for (name, walk, expected) in walks {
        walk(&mut hands);
        assert_eq!(steps(&mut hands), expected, "{name}");
        assert_eq!(
            room(&hands),
            Room::Overview,
            "{name}: back at the beginning"
        );
    }
}

#[test]
fn a_place_that_is_gone_is_passed_over() {
    let mut hands = with_sample();
    hands.go(Room::Recommendations);
    let findings = hands.review().findings;
    for finding in &findings[..2] {
        hands.act(FindingAction::Show(finding.id).into());
    }
    hands.go(Room::Draft);
    hands.act(FindingAction::Remove(findings[1].id).into());
    back(&mut hands);
    let open = hands.app().state.open.as_ref().expect("open");
    assert_eq!(room(&hands), Room::Recommendations);
    assert_eq!(open.plan.shown(), Some(ChainStep::Finding(findings[0].id)));
}

#[test]
fn from_a_paragraph_to_what_the_panel_said_of_it_and_back() {
    let mut hands = with_sample();
    let review = hands.review();
    let mut comments = review.comments.iter();
    let comment = comments.find(|comment| comment.paragraph.is_some());
    let comment = comment.expect("one that has its paragraph").clone();
    hands.go(Room::Draft);
    let paragraph = comment.paragraph.expect("it has");
    hands.act(Action::Draft(DraftAction::ShowParagraph(paragraph)));
    hands.act(Action::Draft(DraftAction::Beside(Beside::Comments)));
    let stands = |hands: &Hands| {
        let open = hands.app().state.open.as_ref().expect("open");
        (open.draft.section, open.draft.chosen.clone())
    };
    let caret = stands(&hands);
    hands.press("Answer it in the ledger");
    assert_eq!(room(&hands), Room::Panel);
    let open = hands.app().state.open.as_ref().expect("open");
    let in_hand = open.panel.comment.expect("a comment in hand");
    let in_hand = open.review.comment(in_hand).expect("there").clone();
    assert_eq!(in_hand.paragraph, Some(paragraph));
    hands.go(Room::Overview);
    back(&mut hands);
    assert_eq!(room(&hands), Room::Panel);
    let open = hands.app().state.open.as_ref().expect("open");
    assert_eq!(open.panel.comment, Some(in_hand.id));
    back(&mut hands);
    assert_eq!(room(&hands), Room::Draft);
    assert_eq!(stands(&hands), caret, "the caret is where it was");
}
