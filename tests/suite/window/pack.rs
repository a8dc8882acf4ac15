//! A panel member's window: a pack is opened, commented on, and is itself what goes back.

use std::fs;
use std::path::{Path, PathBuf};

use lantern::app::{Action, Command, PackAction, Screen, ShellAction, StartAction};
use lantern::exchange::{
    Answered, CopyParagraph, CopySection, MemberCopy, Pack, Piece, Run, open_pack,
};
use lantern::model::{ParagraphId, Sees};
use lantern::store::Passphrase;

use super::hands::{Hands, new_window, new_window_with_pictures};

const WORDS: &str = "seven plain words told by telephone";

fn paragraph(id: i64, number: &str, text: &str) -> CopyParagraph {
    CopyParagraph {
        id: Some(ParagraphId(id)),
        number: number.to_owned(),
        heading: u8::from(number.is_empty()),
        pieces: vec![Piece::Text(vec![Run::Words(text.to_owned())])],
    }
}

fn copy() -> MemberCopy {
    let mut listed = paragraph(3, "2.2", "Three chances were missed:");
    listed.pieces.push(Piece::List {
        numbered: false,
        items: [
            "at the surgery",
            "at the school gate",
            "in the night of the call",
        ]
        .map(|item| vec![Run::Words(item.to_owned())])
        .to_vec(),
    });
    MemberCopy {
        token: "0f".repeat(16),
        review: "The review into the death of “Maren”".to_owned(),
        label: "domestic homicide review".to_owned(),
        round: 2,
        member: "Oluwaseun Bright".to_owned(),
        agency: "Northmoor Police".to_owned(),
        sees: Sees::FullDraft,
        deadline: "2022-12-20".parse().ok(),
        note: "Please look at the analysis above all.".to_owned(),
        fictional: true,
        answered: vec![Answered {
            round: 1,
            place: "2.1".to_owned(),
            said: "The log was not lost; it was kept by the control room.".to_owned(),
            outcome: "Accepted".to_owned(),
            reason: String::new(),
            change: "The sentence on the lost log was taken out.".to_owned(),
        }],
        sections: vec![
            CopySection {
                number: "1".to_owned(),
                title: "Introduction".to_owned(),
                paragraphs: vec![paragraph(
                    1,
                    "1.1",
                    "Maren was a gardener. Those who worked with her remember how she named each rose after a colleague.",
                )],
            },
            CopySection {
                number: "2".to_owned(),
                title: "Analysis".to_owned(),
                paragraphs: vec![
                    paragraph(7, "", "The night of the call"),
                    paragraph(
                        2,
                        "2.1",
                        "The call was closed without anybody having spoken with her alone.",
                    ),
                    listed,
                ],
            },
        ],
    }
}

fn write_pack(folder: &Path) -> PathBuf {
    let path = folder.join("Round 2 - Oluwaseun Bright - confidential.lanternpack");
    let bytes = Pack::of(copy())
        .written(&Passphrase::new(WORDS.to_owned()))
        .expect("a pack");
    fs::write(&path, bytes).expect("written");
    path
}

fn open(hands: &mut Hands, path: &Path, words: &str) {
    hands.act(Action::Start(StartAction::Unlock(path.to_owned())));
    hands.act(Action::Start(StartAction::Open {
        path: path.to_owned(),
        passphrase: words.to_owned(),
    }));
    hands.wait();
}

/// The comments in the file: where, and what.
fn kept(path: &Path) -> Vec<(Option<i64>, String)> {
    let bytes = fs::read(path).expect("read");
    let pack = open_pack("pack", &bytes, &Passphrase::new(WORDS.to_owned())).expect("opens");
    let comments = pack.comments.into_iter();
    comments
        .map(|comment| {
            assert_eq!(comment.author, "Oluwaseun Bright");
            (comment.paragraph.map(|id| id.0), comment.text)
        })
        .collect()
}

#[test]
fn a_member_comments_and_each_comment_is_kept_in_the_file_at_once() {
    let mut hands = new_window();
    let path = write_pack(hands.folder());
    open(&mut hands, &path, WORDS);
    assert_eq!(hands.app().state.screen(), Screen::Pack);
    assert!(hands.sees("Round 2 for Oluwaseun Bright"));
    assert!(hands.sees_part("Please answer by"));

    hands.press("Paragraph 2.1, no comment");
    hands.write("Your comment", "She was spoken with in the car.");
    hands.press("Keep this comment");
    let said = |text: &str| (Some(2), text.to_owned());
    assert_eq!(kept(&path), [said("She was spoken with in the car.")]);
    assert!(hands.sees("Paragraph 2.1, 1 comment"));

    // Going to another paragraph keeps what was typed.
    hands.write("Your comment", "For four minutes.");
    hands.press("Paragraph 1.1, no comment");
    assert_eq!(
        kept(&path),
        [
            said("She was spoken with in the car."),
            said("For four minutes.")
        ]
    );
    assert!(!hands.sees_part("For four minutes."));

    hands.press("Paragraph 2.1, 2 comments");
    hands.act(Action::Pack(PackAction::Reword(0)));
    hands.write("Your comment, worded anew", "She was spoken with alone.");
    hands.press("Keep the new words");
    hands.act(Action::Pack(PackAction::Reword(1)));
    hands.act(Action::Pack(PackAction::Write(String::new())));
    hands.settle();
    hands.press("Remove this comment");
    assert_eq!(kept(&path), [said("She was spoken with alone.")]);

    // Closing keeps what was typed; opened again, all is there.
    hands.press("The draft as a whole, no comment");
    hands.write("Your comment", "It is fair.");
    hands.act(Action::Shell(ShellAction::Command(Command::CloseFile)));
    assert_eq!(hands.app().state.screen(), Screen::Start);
    let all = [
        said("She was spoken with alone."),
        (None, "It is fair.".to_owned()),
    ];
    assert_eq!(kept(&path), all);
    open(&mut hands, &path, WORDS);
    assert!(hands.sees("The draft as a whole, 1 comment"));
    assert!(hands.sees_part("What became of what you said before"));
}

#[test]
fn emptying_a_comment_and_going_away_leaves_it_as_it_was() {
    let mut hands = new_window();
    let path = write_pack(hands.folder());
    open(&mut hands, &path, WORDS);
    hands.write("Your comment", "It is fair.");
    hands.press("Keep this comment");
    hands.act(Action::Pack(PackAction::Reword(0)));
    hands.act(Action::Pack(PackAction::Write("  ".to_owned())));
    hands.press("Paragraph 1.1, no comment");
    assert_eq!(kept(&path), [(None, "It is fair.".to_owned())]);
}

#[test]
fn a_pack_that_cannot_be_opened_or_written_says_why_and_loses_nothing() {
    let mut hands = new_window();
    let path = write_pack(hands.folder());
    let before = fs::read(&path).expect("read");
    open(&mut hands, &path, "other words");
    assert_eq!(hands.app().state.screen(), Screen::Start);
    let fault = hands.app().state.start.fault.clone().expect("a word");
    assert!(fault.to_lowercase().contains("passphrase"), "{fault}");
    assert_eq!(fs::read(&path).expect("read"), before);

    open(&mut hands, &path, WORDS);
    fs::remove_file(&path).expect("removed");
    fs::create_dir(&path).expect("a folder in its place");
    hands.write("Your comment", "It is fair.");
    hands.press("Keep this comment");
    assert!(hands.sees("Your comment was not kept"));
    let pack = hands.app().state.pack.as_ref().expect("open");
    assert_eq!(pack.writing, "It is fair.");
    assert!(pack.pack.comments.is_empty());
    hands.act(Action::Shell(ShellAction::Command(Command::CloseFile)));
    assert_eq!(
        hands.app().state.screen(),
        Screen::Pack,
        "not closed over unkept words"
    );
}

/// For the pictures: a pack with a comment, its paragraph in hand.
pub fn commented() -> Hands {
    let mut hands = new_window_with_pictures();
    let path = write_pack(hands.folder());
    open(&mut hands, &path, WORDS);
    hands.press("Paragraph 2.1, no comment");
    hands.write(
        "Your comment",
        "She was spoken with in the car, for four minutes.",
    );
    hands.press("Keep this comment");
    hands
}
