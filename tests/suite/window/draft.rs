//! The room Draft: writing, citing by typing, what stands beside the text, and what no longer holds.

use egui::{Event, Key, Modifiers};
use lantern::app::{Action, Beside, Command, DraftAction, OverviewAction, Room, ShellAction};
use lantern::drafting::{Place, Sought, Target, citations};
use lantern::edits::remove_person;
use lantern::model::{
    Comment, CommentId, CommentKind, Disposition, Member, MemberId, ParagraphId, PersonId, Round,
    RoundId, Section, Sees,
};
use lantern::store::Op;

use super::hands::{Hands, with_sample};

/// The section that the tests write in.
const KEY: &str = "introduction";

fn section(hands: &Hands) -> Section {
    let review = hands.review();
    let found = review.sections.iter().find(|section| section.key == KEY);
    found.expect("a section").clone()
}

fn field(hands: &Hands) -> String {
    format!("Text of {}", section(hands).title)
}

/// In the room Draft, with this text in the section.
fn with_text(text: &str) -> Hands {
    let mut hands = with_sample();
    hands.go(Room::Draft);
    let id = section(&hands).id;
    hands.act(Action::Draft(DraftAction::Show(id)));
    let name = field(&hands);
    hands.write(&name, text);
    hands.wait();
    hands
}

fn shown(hands: &Hands) -> &str {
    hands
        .app()
        .state
        .open
        .as_ref()
        .expect("open")
        .draft
        .look
        .text()
}

fn type_words(hands: &mut Hands, words: &str) {
    hands.harness().event(Event::Text(words.to_owned()));
    hands.wait();
}

/// Puts the caret behind the first `words` of the section.
fn caret_behind(hands: &mut Hands, words: &str) {
    let at = shown(hands).find(words).expect("the words") + words.len();
    let section = section(hands).id;
    hands.act(Action::Draft(DraftAction::ShowPlace(Place {
        section,
        range: at..at,
    })));
}

/// Leaves the text by going to another section.
fn leave(hands: &mut Hands) {
    let review = hands.review();
    let other = review.sections.iter().find(|section| section.key != KEY);
    let other = other.expect("another").id;
    hands.act(Action::Draft(DraftAction::Show(other)));
    hands.wait();
}

#[test]
fn an_entry_is_cited_by_typing() {
    let mut hands = with_text("The crew knew: ");
    type_words(&mut hands, "@ambulance");
    assert!(hands.sees_part("Cite "), "a list is offered");
    hands.key(Modifiers::NONE, Key::ArrowDown);
    hands.key(Modifiers::NONE, Key::ArrowUp);
    hands.key(Modifiers::NONE, Key::Enter);
    type_words(&mut hands, ".");
    let cited = citations(shown(&hands));
    let [citation] = cited.as_slice() else {
        panic!("one citation: {:?}", shown(&hands));
    };
    assert!(matches!(citation.target, Target::Entry(_)), "{citation:?}");
    assert!(
        citation.words.to_lowercase().contains("ambulance"),
        "{citation:?}"
    );
    assert!(shown(&hands).ends_with("]."), "{:?}", shown(&hands));
    leave(&mut hands);
    assert_eq!(citations(&section(&hands).text), cited);
}

#[test]
fn paragraphs_pasted_from_a_word_processor_stay_paragraphs() {
    let long = "She told the crew what had happened, and the crew wrote it down word for word, and handed it over.";
    let mut hands = with_text("");
    let pasted = format!("{long}\r\nThey asked:\r\n•\tonce\r\n•\ttwice");
    hands.harness().event(Event::Paste(pasted));
    hands.wait();
    assert_eq!(
        shown(&hands),
        format!("{long}\n\nThey asked:\n- once\n- twice")
    );
}

#[test]
fn escape_puts_the_offers_away_and_what_was_typed_stays() {
    let mut hands = with_text("Told @ambulance");
    assert!(hands.sees_part("Cite "));
    hands.key(Modifiers::NONE, Key::Escape);
    assert!(!hands.sees_part("Cite the") && !hands.sees("Enter cites, Escape does not."));
    assert_eq!(shown(&hands), "Told @ambulance");
}

#[test]
fn a_citation_is_taken_out_as_one_thing() {
    for (key, behind) in [(Key::Backspace, "[person 1: Anna]"), (Key::Delete, "By ")] {
        let mut hands = with_text("By [person 1: Anna] alone");
        let word = format!("[{}", citations(shown(&hands))[0].target.handle());
        assert!(shown(&hands).contains(&word));
        caret_behind(&mut hands, behind);
        hands.key(Modifiers::NONE, key);
        assert_eq!(shown(&hands), "By  alone", "{key:?}");
    }
}

#[test]
fn the_caret_never_stands_inside_a_citation() {
    let mut hands = with_text("By [person 1: Anna] alone");
    caret_behind(&mut hands, "By ");
    hands.key(Modifiers::NONE, Key::ArrowRight);
    type_words(&mut hands, "!");
    assert!(shown(&hands).contains("]! alone"), "{:?}", shown(&hands));
    hands.key(Modifiers::NONE, Key::ArrowLeft);
    hands.key(Modifiers::NONE, Key::ArrowLeft);
    type_words(&mut hands, "?");
    assert!(
        shown(&hands).starts_with("By ?[person"),
        "{:?}",
        shown(&hands)
    );
}

#[test]
fn buttons_and_keys_do_the_same() {
    let mut hands = with_text("one\ntwo");
    hands.key(Modifiers::COMMAND, Key::A);
    hands.press("List");
    assert_eq!(shown(&hands), "- one\n- two");
    hands.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::U);
    assert_eq!(shown(&hands), "one\ntwo");
    hands.key(Modifiers::COMMAND, Key::A);
    hands.key(Modifiers::COMMAND, Key::B);
    assert_eq!(shown(&hands), "**one**\n**two**");
    caret_behind(&mut hands, "**two**");
    hands.press("Footnote");
    type_words(&mut hands, "Why.");
    assert_eq!(shown(&hands), "**one**\n**two**[note: Why.]");
}

#[test]
fn enter_goes_on_with_a_list() {
    let mut hands = with_text("- one");
    hands.key(Modifiers::NONE, Key::Enter);
    type_words(&mut hands, "two");
    assert_eq!(shown(&hands), "- one\n- two");
    hands.key(Modifiers::NONE, Key::Enter);
    hands.key(Modifiers::NONE, Key::Enter);
    type_words(&mut hands, "Then.");
    assert_eq!(shown(&hands), "- one\n- two\nThen.");
}

#[test]
fn words_are_counted_and_headings_stand_in_the_outline() {
    let mut hands = with_text("# What was asked\n\nNobody asked her alone.");
    assert!(hands.sees_part("7 words here, "));
    hands.press("Heading What was asked");
    type_words(&mut hands, "# Who was asked");
    assert!(hands.sees("Heading Who was asked"), "{:?}", shown(&hands));
}

#[test]
fn paragraphs_keep_their_numbers_in_the_file() {
    let mut hands = with_text("One stays.\n\nTwo goes.\n\nThree stays.");
    leave(&mut hands);
    let before = section(&hands).paragraphs;
    assert_eq!(before.len(), 3);
    let id = section(&hands).id;
    hands.act(Action::Draft(DraftAction::Show(id)));
    let name = field(&hands);
    hands.write(&name, "Three stays.\n\nOne stays.");
    leave(&mut hands);
    assert_eq!(section(&hands).paragraphs, [before[2], before[0]]);
    hands.act(Action::Draft(DraftAction::Show(id)));
    hands.write(&name, "Three stays.\n\nOne stays.\n\nAnd a new one.");
    leave(&mut hands);
    let after = section(&hands).paragraphs;
    assert_eq!(after[..2], [before[2], before[0]]);
    assert!(!before.contains(&after[2]), "a number is never used again");
}

#[test]
fn a_citation_that_breaks_is_seen_and_waits_in_the_overview() {
    let mut hands = with_text("She knew [person 1: Anna].\n\nMore.");
    leave(&mut hands);
    let waits = "1 citation in the draft does not hold any longer";
    hands.go(Room::Overview);
    assert!(!hands.sees_part(waits));
    let open = hands.app_mut().state.open.as_mut().expect("open");
    open.edit("", |store| remove_person(store, PersonId(1)))
        .expect("removed");
    hands.go(Room::Overview);
    assert!(hands.sees_part(waits));
    let waiting = {
        let open = hands.app().state.open.as_ref().expect("open");
        let mut all = open.derived.standing.waiting.iter();
        all.find(|waiting| waiting.words() == waits)
            .expect("it waits")
            .clone()
    };
    hands.act(Action::Overview(OverviewAction::Attend(waiting)));
    hands.wait();
    assert_eq!(
        hands.app().state.open.as_ref().expect("open").room,
        Room::Draft
    );
    assert!(hands.sees("Citations to look at (1)"));
    assert!(
        shown(&hands).contains("no longer in the review]"),
        "{:?}",
        shown(&hands)
    );
}

#[test]
fn words_are_replaced_in_the_whole_draft_and_one_undo_takes_it_back() {
    let mut hands = with_sample();
    hands.go(Room::Draft);
    let before = hands.review().sections;
    let sought = Sought {
        words: "Wexmoor".to_owned(),
        ..Sought::default()
    };
    let count = |sections: &[Section]| sought.places_in(sections).len();
    assert!(count(&before) > 3, "the sample names its town");
    hands.key(Modifiers::COMMAND, Key::F);
    hands.write("Find in the draft", "Wexmoor");
    hands.write("Replace with", "Eastmere");
    hands.press("Next place");
    assert!(hands.sees_part("1 of "));
    hands.press("Replace all");
    hands.wait();
    assert_eq!(count(&hands.review().sections), 0);
    assert!(hands.sees_part("one undo takes it all back"));
    hands.act(Action::Shell(ShellAction::Command(Command::Undo)));
    hands.wait();
    assert_eq!(hands.review().sections, before);
}

#[test]
fn places_are_replaced_one_by_one() {
    let mut hands = with_text("zzq and zzq and zzq");
    hands.key(Modifiers::COMMAND, Key::F);
    hands.write("Find in the draft", "zzq");
    hands.write("Replace with", "her");
    hands.press("Next place");
    hands.press("Replace this");
    hands.press("Replace this");
    let text = shown(&hands).to_owned();
    assert_eq!(text.matches("her").count(), 2, "{text}");
    assert_eq!(text.matches("zzq").count(), 1, "{text}");
}

#[test]
fn spelling_is_checked_again_after_a_button_was_pressed() {
    let mut hands = with_text("It was recieved.");
    hands.key(Modifiers::COMMAND, Key::A);
    hands.press("Quotation");
    type_words(&mut hands, " Untill then.");
    hands.act(Action::Draft(DraftAction::Beside(Beside::Spelling)));
    hands.wait();
    assert!(
        hands.sees("Untill") && hands.sees("recieved"),
        "{:?}",
        shown(&hands)
    );
}

#[test]
fn a_word_is_put_right_from_the_list() {
    let mut hands = with_text("The police recieved it. The crew recieved it.");
    hands.act(Action::Draft(DraftAction::Beside(Beside::Spelling)));
    hands.wait();
    hands.scroll_to_and_press("recieved, 2 times");
    hands.wait();
    hands.scroll_to_and_press("received");
    hands.wait();
    assert_eq!(
        section(&hands).text,
        "The police received it. The crew received it."
    );
    assert!(!hands.sees_part("recieved"));
}

/// A comment of a round's first member on the paragraph.
fn comment(hands: &mut Hands, said: &[(ParagraphId, String)]) {
    let member = Member {
        id: MemberId(0),
        name: "Yusra Haddad".to_owned(),
        agency: None,
        role: "Domestic abuse specialist".to_owned(),
        email: String::new(),
        left: false,
        ..Member::default()
    };
    let round = Round {
        id: RoundId(0),
        number: 7,
        deadline: None,
        note: String::new(),
        sections: vec![KEY.to_owned()],
        version: None,
        sent: String::new(),
        overridden: String::new(),
        sendings: Vec::new(),
    };
    let open = hands.app_mut().state.open.as_mut().expect("open");
    let added = open.edit("", |store| {
        store.transact(Op::new("Comment"), |tx| {
            let member = tx.add_member(&member)?;
            let round = tx.add_round(&round)?;
            let sending = tx.add_sending(round, member, Sees::FullDraft)?;
            for (number, (paragraph, text)) in said.iter().enumerate() {
                tx.add_comment(&Comment {
                    id: CommentId(0),
                    sending,
                    author: "yhaddad".to_owned(),
                    at: String::new(),
                    kind: CommentKind::Remark,
                    paragraph: Some(*paragraph),
                    quoted: "asked her".to_owned(),
                    text: text.clone(),
                    answers: None,
                    origin: format!("o{number}"),
                    objection: true,
                    repeats: None,
                    disposition: Disposition::Declined,
                    reason: "The record says otherwise.".to_owned(),
                    change: String::new(),
                })?;
            }
            Ok(())
        })
    });
    added.expect("comments");
}

#[test]
fn a_comment_stands_beside_its_paragraph_wherever_it_goes() {
    let mut hands = with_text("One stays.\n\nNobody asked her alone.");
    leave(&mut hands);
    let second = section(&hands).paragraphs[1];
    comment(&mut hands, &[(second, "We did ask her, twice.".to_owned())]);
    hands.act(Action::Draft(DraftAction::Beside(Beside::Comments)));
    hands.act(Action::Draft(DraftAction::ShowParagraph(second)));
    hands.wait();
    let number = |hands: &Hands| {
        let open = hands.app().state.open.as_ref().expect("open");
        open.draft
            .look
            .here
            .as_ref()
            .expect("a paragraph")
            .paragraph
            .number
            .clone()
    };
    assert!(number(&hands).ends_with(".2"));
    for said in [
        format!("On paragraph {}", number(&hands)),
        "Comments (1)".to_owned(),
        "Yusra Haddad, round 7".to_owned(),
        "We did ask her, twice.".to_owned(),
        "Declined".to_owned(),
        "Objection".to_owned(),
        "The record says otherwise.".to_owned(),
    ] {
        assert!(hands.sees(&said), "{said}");
    }
    let name = field(&hands);
    hands.write(
        &name,
        "Nobody asked her alone, ever.\n\nNew words.\n\nOne stays.",
    );
    caret_behind(&mut hands, "New words");
    assert!(hands.sees("Nobody has commented on it."));
    hands.press("Go to its paragraph");
    assert!(number(&hands).ends_with(".1"));
    assert!(!hands.sees("Nobody has commented on it."));
}

#[test]
fn where_many_have_commented_the_nearest_stand_here() {
    let mut hands = with_text("One.\n\nTwo.\n\nThree.");
    leave(&mut hands);
    let paragraphs = section(&hands).paragraphs;
    let said: Vec<_> = (0..60)
        .map(|number| (paragraphs[number / 20], format!("Remark {number}.")))
        .collect();
    comment(&mut hands, &said);
    hands.act(Action::Draft(DraftAction::Beside(Beside::Comments)));
    for (paragraph, seen, unseen) in [(0, 0..24, 24..60), (1, 20..44, 0..20), (2, 36..60, 0..36)] {
        hands.act(Action::Draft(DraftAction::ShowParagraph(
            paragraphs[paragraph],
        )));
        hands.wait();
        let sees = |number: usize| hands.sees(&format!("Remark {number}."));
        assert!(seen.clone().all(sees), "at paragraph {paragraph}");
        assert!(!unseen.clone().any(sees), "at paragraph {paragraph}");
    }
    assert!(hands.sees("All of this section in the ledger"));
}

#[test]
fn the_draft_of_the_sample_cites_its_records() {
    let mut hands = with_sample();
    hands.go(Room::Draft);
    let review = hands.review();
    let citing = review
        .sections
        .iter()
        .filter(|section| !citations(&section.text).is_empty());
    assert!(citing.count() >= 2, "the sample's draft cites its records");
}
