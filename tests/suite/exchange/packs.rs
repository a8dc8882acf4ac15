//! Packs: out, opened by a member who has Lantern, and back with comments.

use std::io::{Cursor, Write};

use lantern::exchange::{Pack, PackComment, open_pack, packs};
use zip::write::SimpleFileOptions;
use zip::{AesMode, ZipWriter};

use super::*;

fn words() -> Passphrase {
    Passphrase::new("six herons on the pier".to_owned())
}

fn pack_of(case: &Case, name: &str) -> Vec<u8> {
    let outgoing = packs(&case.review(), &case.round(), &words()).expect("packs");
    let one = outgoing
        .into_iter()
        .find(|one| one.file_name.contains(name));
    one.expect("a pack").bytes
}

fn with_comments(pack: &mut Pack) {
    let paragraph = pack.copy.sections[1].paragraphs[0].id;
    for (text, paragraph, answers) in [
        ("He was at home.", paragraph, None),
        ("I asked again.", paragraph, Some(0)),
        ("A fair draft.", None, None),
        ("Of another draft", Some(ParagraphId(9_999)), None),
    ] {
        pack.comments.push(PackComment {
            author: "Tadeusz Wójcik".to_owned(),
            at: "2026-03-04T10:15:00+00:00".to_owned(),
            paragraph,
            quoted: "nobody at home".to_owned(),
            text: text.to_owned(),
            answers,
        });
    }
}

#[test]
fn a_pack_carries_the_draft_out_and_comments_back() {
    let mut case = Case::sent();
    let bytes = pack_of(&case, "Tadeusz");
    for secret in ["Rosa", "Northmoor", "Tadeusz"] {
        assert!(
            !bytes
                .windows(secret.len())
                .any(|at| at == secret.as_bytes()),
            "{secret} can be read"
        );
    }
    let mut pack = open_pack("a.lanternpack", &bytes, &words()).expect("opened");
    assert_eq!(
        (
            pack.copy.round,
            pack.copy.member.as_str(),
            pack.copy.paragraphs()
        ),
        (1, "Tadeusz Wójcik", 5)
    );
    with_comments(&mut pack);
    let back = pack.written(&words()).expect("written");

    let read =
        |passphrase| exchange::read_reply(&case.review(), "b.lanternpack", &back, passphrase);
    assert_eq!(
        read(None),
        Err(ExchangeError::NeedsPassphrase {
            file: "b.lanternpack".to_owned()
        })
    );
    let wrong = Passphrase::new("six herons".to_owned());
    assert_eq!(
        read(Some(&wrong)),
        Err(ExchangeError::WrongPassphrase {
            file: "b.lanternpack".to_owned()
        })
    );
    let reply = read(Some(&words())).expect("read");
    assert_eq!(
        case.told(&reply),
        "remark 18.1 by Tadeusz Wójcik on “nobody at home”: He was at home.\n\
         remark to 0 18.1 by Tadeusz Wójcik on “nobody at home”: I asked again.\n\
         remark nowhere by Tadeusz Wójcik on “nobody at home”: A fair draft.\n\
         remark nowhere by Tadeusz Wójcik on “nobody at home”: Of another draft"
    );
    let again = reply.clone();
    collect_replies(&mut case.store, &[reply]).expect("collected");
    let gathered = collect_replies(&mut case.store, &[again]).expect("collected");
    assert_eq!(
        (gathered.value.files[0].added, case.review().comments.len()),
        (0, 4)
    );
}

#[test]
fn a_pack_without_a_passphrase_is_not_made() {
    let case = Case::sent();
    let error = packs(
        &case.review(),
        &case.round(),
        &Passphrase::new(String::new()),
    );
    assert!(
        error
            .expect_err("refused")
            .to_string()
            .contains("empty passphrase")
    );
}

/// What was done, whether its parts are encrypted, its parts, and what is said of it.
type Altered = (
    &'static str,
    bool,
    Vec<(&'static str, Vec<u8>)>,
    &'static str,
);

/// Packs that somebody has been at.
#[test]
fn what_does_not_agree_with_the_manifest_is_refused() {
    let case = Case::sent();
    let pack = open_pack("a.lanternpack", &pack_of(&case, "Tadeusz"), &words()).expect("opened");
    let draft = serde_json::to_vec(&pack.copy).expect("JSON");
    let manifest = |hash: &str| {
        format!("{{\"format\": 1, \"files\": {{\"draft.json\": \"{hash}\", \"comments.json\": \"{hash}\"}}}}").into_bytes()
    };
    let newer = br#"{"format": 2, "files": {}}"#.to_vec();
    let cases: [Altered; 5] = [
        (
            "exchanged",
            true,
            vec![
                ("manifest.json", manifest("00")),
                ("draft.json", draft.clone()),
                ("comments.json", b"[]".to_vec()),
            ],
            "is not what was packed",
        ),
        (
            "taken out",
            true,
            vec![
                ("manifest.json", manifest("00")),
                ("draft.json", draft.clone()),
            ],
            "comments.json is missing",
        ),
        (
            "of a newer Lantern",
            true,
            vec![
                ("manifest.json", newer),
                ("draft.json", draft.clone()),
                ("comments.json", b"[]".to_vec()),
            ],
            "another Lantern",
        ),
        (
            "open to everybody",
            false,
            vec![
                ("manifest.json", manifest("00")),
                ("draft.json", draft.clone()),
                ("comments.json", b"[]".to_vec()),
            ],
            "not encrypted",
        ),
        (
            "no JSON",
            true,
            vec![("manifest.json", b"{".to_vec())],
            "damaged",
        ),
    ];
    for (what, encrypted, parts, expected) in cases {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            let plain = SimpleFileOptions::default();
            let options = match encrypted {
                true => plain.with_aes_encryption(AesMode::Aes256, "six herons on the pier"),
                false => plain,
            };
            zip.start_file(name, options).expect("started");
            zip.write_all(&content).expect("written");
        }
        let bytes = zip.finish().expect("finished").into_inner();
        let error = exchange::read_reply(&case.review(), "b.lanternpack", &bytes, Some(&words()))
            .expect_err(what);
        assert!(error.to_string().contains(expected), "{what}: {error}");
    }
}
