//! The room Panel: comments answered by mouse and keyboard, rounds that go out, members.

use egui::{Key, Modifiers};
use lantern::app::{Action, LedgerFilter, LedgerStanding, PanelAction, PanelPart, Room};
use lantern::model::{Comment, Disposition};

use super::hands::{Hands, with_sample};

fn in_panel(part: PanelPart) -> Hands {
    let mut hands = with_sample();
    hands.go(Room::Panel);
    hands.act(PanelAction::ShowPart(part).into());
    hands
}

fn comment(hands: &Hands, words: &str) -> Comment {
    let comments = hands.review().comments;
    let found = comments.into_iter().find(|one| one.text.contains(words));
    found.unwrap_or_else(|| panic!("no comment says “{words}”"))
}

fn in_hand(hands: &Hands) -> Comment {
    let open = hands.app().state.open.as_ref().expect("open");
    let id = open.panel.comment.expect("a comment in hand");
    open.review.comment(id).expect("there").clone()
}

fn shown(hands: &Hands) -> usize {
    hands
        .app()
        .state
        .open
        .as_ref()
        .expect("open")
        .panel
        .shown
        .len()
}

fn narrow(hands: &mut Hands, standing: LedgerStanding) {
    let filter = LedgerFilter {
        standing: Some(standing),
        ..LedgerFilter::default()
    };
    hands.act(PanelAction::Narrow(filter).into());
}

#[test]
fn the_ledger_is_narrowed_and_opened_at_a_comment() {
    let mut hands = in_panel(PanelPart::Comments);
    let all = hands.review().comments;
    assert_eq!(shown(&hands), all.len());
    let unanswered = all.iter().filter(|one| !one.is_answered()).count();
    assert!(hands.sees(&format!("{unanswered} of {} not answered", all.len())));
    hands.press("Only comments that stand so");
    hands.press_last(&format!("Not answered ({unanswered})"));
    assert_eq!(shown(&hands), unanswered);
    hands.press("Show all");
    hands.press("Only comments of this member");
    hands.press_last("Kwabena Asante");
    assert_eq!(shown(&hands), 2);
    hands.press("Only comments of this round");
    hands.press_last("Round 2");
    assert!(hands.sees("No comment stands so. Choose otherwise above."));
    hands.press("Show all");
    let spoken = comment(&hands, "one nurse knew, on one shift");
    hands.act(PanelAction::Choose(spoken.id).into());
    assert!(hands.sees("What became of it"));
    assert!(hands.sees_part("“The trust knew” is not accurate"));
}

#[test]
fn comments_are_answered_by_keyboard_and_each_answer_is_taken_back() {
    let mut hands = in_panel(PanelPart::Comments);
    narrow(&mut hands, LedgerStanding::NotAnswered);
    let before = hands.review();
    hands.key(Modifiers::NONE, Key::Home);
    let first = in_hand(&hands);
    hands.key(Modifiers::NONE, Key::D);
    let declined = in_hand(&hands);
    assert_eq!(
        (declined.id, declined.disposition),
        (first.id, Disposition::Declined)
    );
    assert!(!declined.is_answered(), "it needs its reason");
    assert!(hands.sees("It counts as answered once the reason is given."));
    hands
        .harness()
        .event(egui::Event::Text("The record is clear.".to_owned()));
    hands.settle();
    hands.key(Modifiers::NONE, Key::Tab);
    let answered = in_hand(&hands);
    assert_eq!(answered.reason, "The record is clear.");
    assert!(answered.is_answered());
    assert_eq!(
        in_hand(&hands).id,
        first.id,
        "what was just answered stays in hand"
    );

    hands.act(PanelAction::Move(1).into());
    let second = in_hand(&hands);
    assert_ne!(second.id, first.id);
    for (key, expected) in [
        (Key::T, Disposition::ToDiscuss),
        (Key::A, Disposition::Accepted),
        (Key::U, Disposition::Open),
    ] {
        hands.key(Modifiers::NONE, Key::Escape);
        hands.act(PanelAction::Choose(second.id).into());
        let unfocus = hands.harness().ctx.memory(|memory| memory.focused());
        if let Some(focused) = unfocus {
            hands
                .harness()
                .ctx
                .memory_mut(|memory| memory.surrender_focus(focused));
        }
        hands.key(Modifiers::NONE, key);
        assert_eq!(in_hand(&hands).disposition, expected);
    }
    for _ in 0..20 {
        if hands.review() == before {
            return;
        }
        hands.press("Undo");
        hands.wait();
    }
    panic!("undo does not lead back");
}

#[test]
fn an_objection_raised_twice_is_told_and_leads_to_the_first() {
    let mut hands = with_sample();
    assert!(hands.sees("1 objection of the panel was not heard"));
    let open = hands.app().state.open.as_ref().expect("open");
    let mut waiting = open.derived.standing.waiting.iter();
    let line = waiting
        .find(|one| one.words().contains("not heard"))
        .cloned();
    let attend = lantern::app::OverviewAction::Attend(line.expect("it waits"));
    hands.act(Action::Overview(attend));
    assert_eq!(
        in_hand(&hands).text,
        comment(&hands, "As I said in the first round").text
    );
    assert!(hands.sees("Not heard: raised again and not answered."));
    assert_eq!(shown(&hands), 1);
    let first = comment(&hands, "I object to “gave no reason”");
    hands.act(PanelAction::Show(first.id).into());
    assert!(hands.sees_part("Raised again in round 2"));
    assert!(hands.sees("This is an objection"));
}

#[test]
fn the_paragraph_is_shown_as_it_went_out_and_as_it_reads_now() {
    let mut hands = in_panel(PanelPart::Comments);
    let changed = comment(&hands, "No doctor ever diagnosed it");
    hands.act(PanelAction::Choose(changed.id).into());
    assert!(hands.sees("As it went out") && hands.sees("As it reads now"));
    let open = hands.app().state.open.as_ref().expect("open");
    let [then, now] = open.panel.difference.clone().expect("it was changed");
    let differing = |pieces: &[lantern::app::Piece]| -> String {
        let differ = pieces.iter().filter(|piece| piece.differs);
        differ.map(|piece| piece.text.as_str()).collect()
    };
    assert!(
        differing(&then).contains("had bipolar disorder") || differing(&then).contains("which he")
    );
    assert!(differing(&now).contains("said that"));
}

#[test]
fn a_comment_without_a_paragraph_is_placed_by_hand() {
    let mut hands = in_panel(PanelPart::Comments);
    narrow(&mut hands, LedgerStanding::Unplaced);
    hands.key(Modifiers::NONE, Key::Home);
    let unplaced = in_hand(&hands);
    assert_eq!(unplaced.paragraph, None);
    assert!(hands.sees("At no paragraph"));
    let section = hands.review().sections[0].clone();
    hands.press("Section of the paragraph");
    hands.press_last(&section.title);
    hands.press("Paragraph that it is about");
    let open = hands.app().state.open.as_ref().expect("open");
    let places = open.panel.places.clone();
    let wanted = section.paragraphs[1];
    let place = places.get(wanted).expect("in the draft");
    let beginning: String = place.text.chars().take(48).collect();
    let line = format!("{} {beginning}", place.number);
    hands.press_last(&line);
    assert_eq!(in_hand(&hands).paragraph, Some(wanted));
    assert!(!hands.sees("At no paragraph"));
}

#[test]
fn a_comment_told_by_telephone_is_entered_and_removed() {
    let mut hands = in_panel(PanelPart::Comments);
    let before = hands.review();
    hands.press("Enter a comment…");
    hands.press("Whose comment");
    hands.press_last("Kwabena Asante, round 2");
    hands.write(
        "Words of the new comment",
        "Nothing but the date on the last page.",
    );
    hands.press("Add this comment");
    let added = in_hand(&hands);
    assert_eq!(added.text, "Nothing but the date on the last page.");
    assert_eq!(added.author, "Kwabena Asante");
    let replied = |hands: &Hands| {
        let review = hands.review();
        let (_, sending) = review.sending(added.sending).expect("sent");
        sending.replied.clone()
    };
    assert!(
        replied(&hands).starts_with("2022-11-30"),
        "on the day on which the sample plays"
    );
    assert!(hands.sees("Told to you, and typed in by hand."));
    hands.write("What was said", "Nothing but the year on the last page.");
    hands.act(PanelAction::Move(0).into());
    assert!(hands.sees_part("the year on the last page"));
    hands.press("Remove this comment");
    assert_eq!(hands.review().comments.len(), before.comments.len());
}

#[test]
fn the_next_round_waits_for_what_was_not_heard_and_its_files_come_back() {
    let mut hands = in_panel(PanelPart::Rounds);
    assert!(hands.sees("Everybody on the panel was asked at least twice, as publication needs."));
    hands.press("Begin the next round");
    let round = hands.review().rounds[2].clone();
    assert_eq!(round.sendings.len(), 5);
    assert!(hands.sees_part("Answer it before the next round goes out"));
    let folder = hands.folder().join("out");
    std::fs::create_dir(&folder).expect("a folder");
    hands.act(PanelAction::SendTo(round.id, folder.clone()).into());
    hands.wait();
    assert!(hands.sees("The round was not sent"));
    assert!(!hands.review().rounds[2].is_sent());
    assert_eq!(std::fs::read_dir(&folder).expect("there").count(), 0);

    let not_heard = comment(&hands, "As I said in the first round");
    hands.act(PanelAction::Answer(not_heard.id, Disposition::Accepted).into());
    hands.act(PanelAction::ShowRound(round.id).into());
    assert!(!hands.sees_part("before the next round goes out"));
    hands.act(PanelAction::SendTo(round.id, folder.clone()).into());
    hands.wait();
    let sent = hands.review().rounds[2].clone();
    assert!(sent.is_sent(), "{:?}", hands.app().state.notices);
    assert!(sent.sent.starts_with("2022-11-30"));
    assert_eq!(std::fs::read_dir(&folder).expect("there").count(), 5);
    assert!(hands.sees("Written just now"));

    let paths: Vec<_> = std::fs::read_dir(&folder)
        .expect("there")
        .map(|file| file.expect("a file").path())
        .collect();
    let stray = hands.folder().join("minutes.docx");
    std::fs::write(&stray, b"no Word file at all").expect("written");
    hands.act(PanelAction::Collect(vec![paths[0].clone(), stray]).into());
    hands.wait();
    hands.act(PanelAction::ShowPart(PanelPart::Comments).into());
    assert!(hands.sees("Collected just now"));
    assert!(hands.sees_part("no new comments"));
    assert!(
        hands.sees_part("“minutes.docx”"),
        "the one that is none is told, and leaves the other be"
    );
    let replied = hands.review().rounds[2]
        .sendings
        .iter()
        .filter(|one| !one.replied.is_empty())
        .count();
    assert_eq!(replied, 1);
    hands.press("Put this away");
    assert!(!hands.sees("Collected just now"));
}

#[test]
fn a_round_of_which_nothing_can_be_written_has_not_gone_out() {
    let mut hands = in_panel(PanelPart::Rounds);
    hands.press("Begin the next round");
    let round = hands.review().rounds[2].clone();
    let not_heard = comment(&hands, "As I said in the first round");
    hands.act(PanelAction::Answer(not_heard.id, Disposition::Accepted).into());
    let before = hands.review();
    let nowhere = hands.folder().join("not there");
    hands.act(PanelAction::SendTo(round.id, nowhere).into());
    hands.wait();
    assert!(hands.sees("The round was not sent"));
    assert_eq!(hands.review(), before);
}

#[test]
fn who_has_not_replied_is_seen_and_can_be_noted() {
    let mut hands = in_panel(PanelPart::Rounds);
    assert!(hands.sees_part("4 of 5 have replied"));
    assert!(hands.sees("late by 16 days"));
    hands.press("Nothing to add: Kwabena Asante, round 2");
    assert!(hands.sees_part("5 of 5 have replied"));
    assert!(!hands.sees("late by 16 days"));
    hands.press("Not replied after all: Kwabena Asante, round 2");
    assert!(hands.sees("late by 16 days"));
    hands.press("2 comments of Bronwen Ellery in round 2");
    assert_eq!(shown(&hands), 2);
}

#[test]
fn members_are_added_changed_and_leave() {
    let mut hands = in_panel(PanelPart::Members);
    hands.press("Add a member");
    assert!(hands.sees("Name of New member"));
    hands.write("Name of New member", "Chidinma Roberts");
    hands.press("Overview");
    hands.go(Room::Panel);
    hands.write("Role of Chidinma Roberts", "Advocate of the family");
    hands.go(Room::Panel);
    hands.scroll_to_and_press("Agency of Chidinma Roberts");
    hands.press_last("Wexmoor Homes");
    let find = |hands: &Hands| {
        let members = hands.review().members;
        members
            .into_iter()
            .find(|one| one.name == "Chidinma Roberts")
    };
    let added = find(&hands).expect("added");
    assert_eq!(added.role, "Advocate of the family");
    assert!(added.agency.is_some());
    hands.press("Chidinma Roberts has left the panel");
    assert!(find(&hands).expect("still there").left);
    hands.press("Remove Chidinma Roberts");
    assert!(find(&hands).is_none());
    assert!(
        !hands.sees("Remove Bronwen Ellery"),
        "what she said keeps its name"
    );
}

#[test]
fn an_empty_panel_says_what_to_do_first() {
    let mut hands = with_sample();
    hands.go(Room::Panel);
    let ids: Vec<_> = hands
        .review()
        .rounds
        .iter()
        .map(|round| round.number)
        .collect();
    assert_eq!(ids, [1, 2]);
    while !hands.review().members.is_empty() {
        hands.key(Modifiers::COMMAND, Key::Z);
    }
    assert!(hands.sees("No comments yet"));
    hands.press("To the rounds");
    assert!(hands.sees("No rounds yet"));
    hands.press("To the members");
    hands.press("Add the first member");
    assert_eq!(hands.review().members.len(), 1);
    hands.act(PanelAction::ShowPart(PanelPart::Rounds).into());
    hands.press("Begin the first round");
    assert_eq!(hands.review().rounds.len(), 1);
    assert!(hands.sees("What goes out"));
}

#[test]
fn a_comment_leads_to_its_paragraph_in_the_draft_and_back() {
    let mut hands = in_panel(PanelPart::Comments);
    let told = comment(&hands, "Thank you for naming her");
    hands.act(PanelAction::Choose(told.id).into());
    let open = hands.app().state.open.as_ref().expect("open");
    let line = open.panel.line().expect("in the ledger").clone();
    let place = line.stands.place().expect("in the draft").clone();
    let paragraph = line.paragraph.expect("a paragraph");
    assert!(place.text.contains("wrong number"));
    hands.act(PanelAction::ShowInDraft(paragraph).into());
    hands.wait();
    assert_eq!(
        hands.app().state.screen(),
        lantern::app::Screen::Room(Room::Draft)
    );
    let open = hands.app().state.open.as_ref().expect("open");
    assert_eq!(open.draft.section, Some(place.section));
    hands.act(Action::Draft(lantern::app::DraftAction::Beside(
        lantern::app::Beside::Comments,
    )));
    hands.wait();
    hands.press("Answer it in the ledger");
    assert_eq!(
        hands.app().state.screen(),
        lantern::app::Screen::Room(Room::Panel)
    );
    assert_eq!(in_hand(&hands).id, told.id);
}
