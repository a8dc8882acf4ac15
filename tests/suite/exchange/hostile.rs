//! Files that are no reply, and files that mean harm: a clear word, and nothing lost.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::*;

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        zip.start_file(*name, options).expect("started");
        zip.write_all(content).expect("written");
    }
    zip.finish().expect("finished").into_inner()
}

#[test]
fn what_is_no_reply_is_told_as_what_it_is() {
    let case = Case::sent();
    let whole = case.file_of("Tadeusz").saved();
    let cases: [(&str, Vec<u8>, &str); 9] = [
        ("empty.docx", Vec::new(), "is empty"),
        ("scan.docx", b"%PDF-1.7 ...".to_vec(), "a PDF document"),
        (
            "old.doc",
            b"\xD0\xCF\x11\xE0\xA1\xB1".to_vec(),
            "old Word document",
        ),
        ("rich.docx", b"{\\rtf1".to_vec(), "rich-text"),
        ("note.docx", b"Dear chair, ".to_vec(), "no Word file"),
        ("half.docx", whole[..whole.len() / 2].to_vec(), "damaged"),
        (
            "text.odt",
            zipped(&[("mimetype", b"x"), ("content.xml", b"<a/>")]),
            "OpenDocument",
        ),
        ("photos.zip", zipped(&[("a.jpg", b"...")]), "no Word file"),
        (
            "bare.docx",
            zipped(&[
                ("word/document.xml", b"<w:document/>"),
                ("_rels/.rels", RELATIONS),
            ]),
            "does not carry the mark",
        ),
    ];
    for (name, bytes, expected) in cases {
        let error = exchange::read_reply(&case.review(), name, &bytes, None).expect_err(name);
        let said = error.to_string();
        assert!(said.contains(expected), "{name}: {said}");
        assert!(said.contains(name), "{said}");
    }
}

const RELATIONS: &[u8] = br#"<Relationships><Relationship Id="r" Type="x/officeDocument" Target="word/document.xml"/></Relationships>"#;

#[test]
fn a_renamed_file_is_known_and_one_of_another_review_is_refused() {
    let (case, other) = (Case::sent(), Case::sent());
    let mut file = case.file_of("Tadeusz");
    file.comment("own word", "T. Wójcik", AT, "Quite.");
    let bytes = file.saved();
    let reply = exchange::read_reply(&case.review(), "in/draft final (2).DOCX", &bytes, None)
        .expect("read");
    assert_eq!(
        (reply.file.as_str(), reply.comments.len()),
        ("draft final (2).DOCX", 1)
    );
    assert_eq!(
        other.read(&bytes),
        Err(ExchangeError::OtherReview {
            file: "reply.docx".to_owned()
        })
    );
}

/// Each is put in the place of a part of a good file.
#[test]
fn hostile_parts_end_in_a_clear_word() {
    let case = Case::sent();
    let xxe = "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><w:comments><w:comment w:id=\"0\"><w:t>&e;</w:t></w:comment></w:comments>";
    let open = |what: &str, times: usize| what.repeat(times);
    let cases: [(&str, &str, String, &str); 10] = [
        (
            "entities in comments",
            "word/comments.xml",
            xxe.to_owned(),
            "attack a reader",
        ),
        (
            "entities in the text",
            "word/document.xml",
            xxe.to_owned(),
            "attack a reader",
        ),
        (
            "entities in properties",
            "docProps/custom.xml",
            xxe.to_owned(),
            "attack a reader",
        ),
        (
            "entities in replies",
            "word/commentsExtended.xml",
            xxe.to_owned(),
            "attack a reader",
        ),
        (
            "text boxes in each other",
            "word/document.xml",
            format!("<w:document><w:body>{}", open("<w:p>", 5_000)),
            "deep",
        ),
        (
            "changes in each other",
            "word/document.xml",
            format!(
                "<w:document><w:body><w:p>{}",
                open("<w:ins w:author=\"a\">", 5_000)
            ),
            "deep",
        ),
        (
            "comments on each other",
            "word/document.xml",
            format!(
                "<w:document><w:body><w:p>{}",
                (0..5_000)
                    .map(|id| format!("<w:commentRangeStart w:id=\"{id}\"/>"))
                    .collect::<String>()
            ),
            "same words",
        ),
        (
            "marks on each other",
            "word/document.xml",
            format!(
                "<w:document><w:body><w:p>{}",
                (0..5_000)
                    .map(|id| format!(
                        "<w:bookmarkStart w:id=\"{id}\" w:name=\"_lantern_p_1_{id}_ab\"/>"
                    ))
                    .collect::<String>()
            ),
            "same words",
        ),
        (
            "a comment without end",
            "word/comments.xml",
            format!(
                "<w:comments><w:comment w:id=\"0\"><w:t>{}",
                open("so ", 1_000_000)
            ),
            "characters",
        ),
        (
            "a broken part",
            "word/document.xml",
            "<w:document><w:body><w:p></w:x>".to_owned(),
            "damaged",
        ),
    ];
    for (what, part, content, expected) in cases {
        let mut file = case.file_of("Tadeusz");
        if part == "word/commentsExtended.xml" {
            file.comment("own word", "T. Wójcik", AT, "Quite.");
        }
        file.put(part, &content);
        let error = case.read(&file.saved()).expect_err(what);
        assert!(error.to_string().contains(expected), "{what}: {error}");
    }
}

#[test]
fn a_bomb_is_not_unpacked() {
    let case = Case::sent();
    let zeros = vec![b' '; 16 << 20];
    let text = [
        b"<w:document><w:body><w:p><w:r><w:t>".to_vec(),
        vec![b'x'; 16 << 20],
    ]
    .concat();
    for (what, part, content, expected) in [
        (
            "white space",
            "word/document.xml",
            zeros.repeat(30),
            "unpack to more than",
        ),
        ("words", "word/document.xml", text, "characters"),
    ] {
        let bytes = zipped(&[(part, &content), ("_rels/.rels", RELATIONS)]);
        assert!(bytes.len() < 1 << 20, "{} bytes", bytes.len());
        let error = case.read(&bytes).expect_err(what);
        assert!(error.to_string().contains(expected), "{what}: {error}");
    }
}

#[test]
fn replies_in_a_circle_are_kept_as_comments() {
    let case = Case::sent();
    let mut file = case.file_of("Tadeusz");
    let one = file.comment("own word", "T. Wójcik", AT, "Quite.");
    file.reply(one, "Chair", AT, "Why?");
    let extended = file.part("word/commentsExtended.xml").replacen(
        "w15:paraId=\"10000000\"",
        "w15:paraId=\"10000000\" w15:paraIdParent=\"10000001\"",
        1,
    );
    file.put("word/commentsExtended.xml", &extended);
    let reply = case.read(&file.saved()).expect("read");
    assert_eq!(reply.comments.len(), 2);
}
