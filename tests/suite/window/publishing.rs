//! The room Publish: the letter, the data record and the set, all by what stands on the screen.

use std::fs;

use lantern::app::{Action, PublishAction, PublishPart, Room};
use lantern::publish::{Edition, Options, Output, Preview, edition_of};

use super::hands::{Hands, with_sample};

fn in_part(part: PublishPart) -> Hands {
    let mut hands = with_sample();
    hands.go(Room::Publish);
    hands.act(Action::Publish(PublishAction::ShowPart(part)));
    hands
}

#[test]
fn a_point_of_the_letter_is_added_answered_and_tied_to_its_paragraph() {
    let mut hands = in_part(PublishPart::Letter);
    let count = hands.review().publishing.letter.len();
    assert!(hands.sees("1 point has no answer yet."));
    hands.scroll_to_and_press("Add a point");
    let number = count + 1;
    hands.write(
        &format!("Point {number}, what was raised"),
        "Who paid for the locks?",
    );
    hands.write(
        &format!("Point {number}, answer"),
        "The report now says it.",
    );
    hands.write(&format!("Point {number}, changed in paragraph"), "2.1");
    hands.act(Action::Publish(PublishAction::ShowPart(
        PublishPart::Record,
    )));
    let review = hands.review();
    let point = review.publishing.letter.last().expect("added");
    assert_eq!(point.raised, "Who paid for the locks?");
    assert_eq!(point.answer, "The report now says it.");
    let introduction = review.sections.iter().find(|one| one.key == "introduction");
    assert_eq!(
        point.paragraph,
        Some(introduction.expect("there").paragraphs[0])
    );
}

#[test]
fn a_question_of_the_data_record_is_answered_and_left_open_again() {
    let mut hands = in_part(PublishPart::Record);
    hands.scroll_to_and_press("Answer: Debt or poverty");
    hands.press_last("no");
    let answer = |hands: &Hands| {
        let record = hands.review().publishing.record;
        let mut record = record.into_iter();
        record.find(|one| one.key == "debt").map(|one| one.answer)
    };
    assert_eq!(answer(&hands).as_deref(), Some("no"));
    hands.scroll_to_and_press("Answer: Debt or poverty");
    hands.press_last("not indicated");
    assert_eq!(answer(&hands), None);
}

#[test]
fn a_set_is_stopped_by_what_stands_against_it_and_goes_out_for_a_reason() {
    let mut hands = in_part(PublishPart::Set);
    let out = hands.folder().join("out");
    fs::create_dir(&out).expect("a folder");
    hands.act(Action::Publish(PublishAction::SetFolder(out.clone())));
    hands.press("For publication");
    hands.press("Publish the set");
    hands.wait();
    assert!(hands.sees("What stands against it"));
    assert_eq!(fs::read_dir(&out).expect("a folder").count(), 0);
    let reason = "The sample is made up; this tries how it is published.";
    hands.write("Why it may be published all the same", reason);
    hands.scroll_to_and_press("Publish all the same");
    hands.wait();
    let folders: Vec<_> = fs::read_dir(&out).expect("a folder").collect();
    assert_eq!(folders.len(), 1);
    let folder = folders[0].as_ref().expect("a folder").path();
    assert_eq!(edition_of(&folder), Some(Edition::Publication));
    let review = hands.review();
    let publication = review.publishing.publications.last().expect("kept");
    assert_eq!(publication.reason, reason);
    assert!(publication.overridden > 0);
    // The working version goes beside it, into a folder of its own.
    hands.act(Action::Publish(PublishAction::ShowPart(PublishPart::Set)));
    hands.scroll_to_and_press("Working version for the panel");
    hands.scroll_to_and_press("Write the working version");
    hands.wait();
    let there = fs::read_dir(&out).expect("a folder").count();
    assert_eq!(there, 2);
    assert_eq!(hands.review().publishing.publications.len(), 1);
}

#[test]
fn the_preview_shows_the_pages_with_names_or_as_published() {
    let mut hands = in_part(PublishPart::Outputs);
    hands.act(Action::Publish(PublishAction::Preview(Output::LetterPdf)));
    hands.wait();
    let (edition, with_names) = shown(&hands);
    assert_eq!(edition, Edition::Working);

    hands.press("Which version is shown");
    hands.press_last("as published");
    hands.wait();
    let (edition, published) = shown(&hands);
    assert_eq!(edition, Edition::Publication);
    assert!(with_names != published);
    let options = Options {
        edition,
        ..Options::new(hands.app().state.open.as_ref().expect("open").today)
    };
    let disguised = lantern::identities::disguised(&hands.review()).review;
    let again = Preview::of(&disguised, Output::LetterPdf, &options).expect("typeset");
    assert!(published == again.page(0, 1.0).expect("a page").rgba);
}

/// For whom the preview is, and its first page.
fn shown(hands: &Hands) -> (Edition, Vec<u8>) {
    let open = hands.app().state.open.as_ref().expect("open");
    let shown = open.publish.preview.as_ref().expect("a preview");
    let page = shown.preview.page(0, 1.0).expect("a page");
    (shown.edition, page.rgba)
}
