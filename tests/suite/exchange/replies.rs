//! What a file that came back is read as.

use super::*;

const WHO: &str = "T. Wójcik";

/// What is done to a copy of the draft, what is read of it, and a word of the note for the chair.
type Told = (&'static str, fn(&mut WordFile), &'static str, &'static str);

#[test]
fn comments_and_changes_come_back_to_their_paragraphs() {
    let cases: [Told; 20] = [
        ("nothing", |_| {}, "", "no comment and no change"),
        (
            "a comment on words",
            |file| {
                file.comment("asked her ", WHO, AT, "Who?");
            },
            "remark 2.1 by T. Wójcik on “asked her”: Who?",
            "",
        ),
        (
            "a reply, and one to it",
            |file| {
                let one = file.comment("asked her", WHO, AT, "Who?");
                let two = file.reply(one, "Chair", AT, "Nobody.");
                file.reply(two, WHO, AT, "I see.");
            },
            "remark 2.1 by T. Wójcik on “asked her”: Who?\n\
             remark to 0 2.1 by Chair on “”: Nobody.\n\
             remark to 1 2.1 by T. Wójcik on “”: I see.",
            "",
        ),
        (
            "comments on a heading, a title, an item, a quotation and a cell",
            |file| {
                for words in [
                    "A letter",
                    "“She sounded",
                    "second call",
                    "How it",
                    "Analysis",
                ] {
                    file.comment(words, WHO, AT, "So?");
                }
            },
            "remark heading by T. Wójcik on “How it”: So?\n\
             remark 2.2 by T. Wójcik on “second call”: So?\n\
             remark 2.2 by T. Wójcik on ““She sounded”: So?\n\
             remark 18.1 by T. Wójcik on “Analysis”: So?\n\
             remark 18.2 by T. Wójcik on “A letter”: So?",
            "",
        ),
        (
            "a comment on what stands before the draft",
            |file| {
                file.comment("Is anything wrong?", WHO, AT, "No.");
            },
            "remark nowhere by T. Wójcik on “Is anything wrong?”: No.",
            "placed by hand",
        ),
        (
            "words put in and struck out",
            |file| {
                file.insert("twice", WHO, AT, " or three times");
                file.strike("everybody ", WHO, AT);
            },
            "insertion 2.2 by T. Wójcik on “2.2 She rang twice”: or three times\n\
             deletion 18.3 by T. Wójcik on “18.3 The panel thanks”: everybody",
            "",
        ),
        (
            "one word in place of another, in two steps by two people",
            |file| {
                file.insert("June", "A. Nother", AT, "July");
                file.strike("June", WHO, AT);
            },
            "deletion 18.1 by T. Wójcik on “18.1 Northmoor Police attended in”: June\n\
             insertion 18.1 by A. Nother on “18.1 Northmoor Police attended in June”: July",
            "",
        ),
        (
            "a comment on words that were put in",
            |file| {
                file.insert("twice", WHO, AT, " or three times");
                file.comment("three", WHO, AT, "See the log.");
            },
            "insertion 2.2 by T. Wójcik on “2.2 She rang twice”: or three times\n\
             remark 2.2 by T. Wójcik on “three”: See the log.",
            "",
        ),
        (
            "a paragraph typed below",
            |file| file.paragraph_below("nobody at home", WHO, AT, "They came again in July."),
            "insertion 18.1 by T. Wójcik on “”: They came again in July.",
            "",
        ),
        (
            "the text around it moved",
            |file| {
                file.comment("own word", WHO, AT, "Quite.");
                file.move_to_the_end("Northmoor Police attended");
                file.move_to_the_end("Rosa was seen");
            },
            "remark 18.2 by T. Wójcik on “own word”: Quite.",
            "",
        ),
        (
            "typed without tracking",
            |file| file.retype("twice that week", "at least twice that week"),
            "insertion 2.2 by  on “2.2 She rang”: at least",
            "without tracking",
        ),
        (
            "changes accepted and comments stripped",
            |file| {
                file.comment("asked her", WHO, AT, "Who?");
                file.insert("twice", WHO, AT, " or three times");
                file.strike("everybody ", WHO, AT);
                file.accept_all();
            },
            "insertion 2.2 by  on “2.2 She rang twice”: or three times\n\
             deletion 18.3 by  on “18.3 The panel thanks”: everybody",
            "without tracking",
        ),
        (
            "comments stripped by something that leaves their signs",
            |file| {
                file.comment("asked her", WHO, AT, "Who?");
                file.without("word/comments.xml");
            },
            "",
            "somebody took them out",
        ),
        (
            "a paragraph cut in two without tracking",
            |file| {
                file.retype(
                    "nobody at home",
                    "nobody</w:t></w:r></w:p><w:p><w:r><w:t>at home",
                )
            },
            "",
            "no comment and no change",
        ),
        (
            "a paragraph taken out without tracking",
            |file| file.take_out("The panel thanks"),
            "deletion 18.3 by  on “”: 18.3 The panel thanks everybody who gave evidence.",
            "without tracking",
        ),
        (
            "a paragraph put in without tracking",
            |file| {
                file.retype("gave evidence.</w:t></w:r>", "gave evidence.</w:t></w:r></w:p><w:p><w:r><w:t>We would add: nobody asked the school.</w:t></w:r>")
            },
            "insertion 18.3 by  on “18.3 The panel thanks everybody who gave evidence.”: We would add: nobody asked the school.",
            "without tracking",
        ),
        (
            "all marks lost, and a paragraph moved",
            |file| {
                file.comment("own word", WHO, AT, "Quite.");
                file.insert("twice", WHO, AT, " or three times");
                file.move_to_the_end("Northmoor Police attended");
                file.lose_marks();
            },
            "insertion 2.2 by T. Wójcik on “2.2 She rang twice”: or three times\n\
             remark 18.2 by T. Wójcik on “own word”: Quite.",
            "by their words",
        ),
        (
            "properties lost, marks kept",
            |file| {
                file.comment("own word", WHO, AT, "Quite.");
                file.without("docProps/custom.xml");
            },
            "remark 18.2 by T. Wójcik on “own word”: Quite.",
            "",
        ),
        (
            "only the printed reference is left",
            |file| {
                file.comment("own word", WHO, AT, "Quite.");
                file.without("docProps/custom.xml");
                file.lose_marks();
            },
            "remark 18.2 by T. Wójcik on “own word”: Quite.",
            "by their words",
        ),
        (
            "odd characters",
            |file| {
                file.comment(
                    "own word",
                    "Ż &lt;b&gt;",
                    AT,
                    "5 &lt; 6 &amp; “so” &#x1F642;\u{202E}",
                );
            },
            "remark 18.2 by Ż <b> on “own word”: 5 < 6 & “so” 🙂\u{202E}",
            "",
        ),
    ];
    let case = Case::sent();
    let mut faults = Vec::new();
    for (what, edit, expected, note) in cases {
        let mut file = case.file_of("Tadeusz");
        edit(&mut file);
        let reply = case
            .read(&file.saved())
            .unwrap_or_else(|error| panic!("{what}: {error}"));
        let told = case.told(&reply);
        if told != expected {
            faults.push(format!("{what}:\n{told}\ninstead of\n{expected}"));
        }
        let notes = reply.notes.join("\n");
        if !notes.contains(note) || (note.is_empty() && !notes.is_empty()) {
            faults.push(format!("{what}: “{note}” was not said: {notes}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

#[test]
fn tracked_changes_accepted_later_are_the_same_comments() {
    let case = Case::sent();
    let mut file = case.file_of("Tadeusz");
    file.insert("twice", WHO, AT, " or three times");
    file.strike("everybody ", WHO, AT);
    let origins = |file: &WordFile| -> Vec<String> {
        let reply = case.read(&file.saved()).expect("read");
        reply.comments.into_iter().map(|one| one.origin).collect()
    };
    let tracked = origins(&file);
    file.accept_all();
    assert_eq!(tracked, origins(&file));
}

#[test]
fn a_changed_review_does_not_change_what_went_out() {
    let mut case = Case::sent();
    let file = case.file_of("Tadeusz");
    // The record that is cited has another date and another basis since.
    set_basis(&mut case.store, &[EntryId(1)], Basis::Opinion).expect("set");
    case.write("analysis", "All of this was rewritten.");
    let reply = case.read(&file.saved()).expect("read");
    assert_eq!(case.told(&reply), "");
}

#[test]
fn five_hundred_comments_come_back_in_their_order() {
    let case = Case::sent();
    let mut file = case.file_of("Tadeusz");
    for number in 0..500 {
        file.comment("own word", WHO, AT, &format!("No. {number}"));
    }
    let reply = case.read(&file.saved()).expect("read");
    assert_eq!(reply.comments.len(), 500);
    assert!(reply.comments.iter().all(|one| one.paragraph.is_some()));
}
