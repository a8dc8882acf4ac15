//! What is written: outputs, codes, dates as JSON, the demonstration.

use std::fs;

use serde_json::Value;

use super::Desk;

#[test]
fn date_expressions_become_lines_of_json() {
    let desk = Desk::new();
    let input = "At 01:32hrs on the 13/03/2012\r\nin 2009\n\n02/11/2017\ntwo weeks before her death\nno date here\n";
    let answer = desk.run_with(&["dates", "--anchor", "death=2020-01-14", "--json"], input);
    assert_eq!(answer.status, 0, "{}", answer.err);
    let lines: Vec<Value> = answer
        .out
        .lines()
        .map(|line| serde_json::from_str(line).expect("a line of JSON"))
        .collect();
    let expected = [
        (
            "At 01:32hrs on the 13/03/2012",
            1,
            Some("2012-03-13T01:32"),
            "minute",
        ),
        ("in 2009", 1, Some("2009-01-01"), "year"),
        ("02/11/2017", 2, Some("2017-11-02"), "day"),
        ("two weeks before her death", 1, Some("2019-12-31"), "day"),
        ("no date here", 0, None, ""),
    ];
    assert_eq!(lines.len(), expected.len());
    for (line, (expression, readings, earliest, precision)) in lines.iter().zip(expected) {
        assert_eq!(line["expression"], expression);
        assert_eq!(
            line["readings"].as_array().map(Vec::len),
            Some(readings),
            "{line}"
        );
        assert!(line["inferred"].is_array() && line["warnings"].is_array());
        let Some(first) = line["readings"].get(0) else {
            assert!(
                !line["warnings"][0].as_str().unwrap_or_default().is_empty(),
                "{line}"
            );
            continue;
        };
        assert_eq!(first["earliest"].as_str(), earliest, "{line}");
        assert_eq!(first["precision"], precision, "{line}");
        assert!(
            first.get("latest").is_some()
                && first.get("certainty").is_some()
                && first.get("edtf").is_some()
        );
    }
    let year = desk.run_with(&["dates", "--year", "2015"], "on 3 May\n");
    assert!(year.out.contains("3 May 2015"), "{}", year.out);
}

#[test]
fn outputs_are_files_of_their_kind() {
    let desk = Desk::with_school();
    for (arguments, file, start) in [
        (
            &["chronology", "anna.lantern", "--out", "c.pdf"][..],
            "c.pdf",
            &b"%PDF-"[..],
        ),
        (
            &["chronology", "anna.lantern", "--out", "c.docx"],
            "c.docx",
            b"PK",
        ),
        (
            &[
                "chronology",
                "anna.lantern",
                "--format",
                "xlsx",
                "--out",
                "c.xlsx",
            ],
            "c.xlsx",
            b"PK",
        ),
        (
            &["chronology", "anna.lantern", "--out", "c.csv"],
            "c.csv",
            b"\xEF\xBB\xBFEntry,",
        ),
        (
            &["chronology", "anna.lantern", "--out", "c.json"],
            "c.json",
            b"{",
        ),
        (
            &[
                "plan",
                "anna.lantern",
                "--format",
                "docx",
                "--out",
                "p.docx",
            ],
            "p.docx",
            b"PK",
        ),
        (
            &["report", "anna.lantern", "--out", "r.pdf"],
            "r.pdf",
            b"%PDF-",
        ),
    ] {
        let said = desk.done(arguments);
        assert!(said.contains(file), "{said}");
        let bytes = fs::read(desk.path(file)).expect(file);
        assert!(bytes.starts_with(start), "{file}");
    }
    let all = desk.done(&["publish", "anna.lantern", "--out", "all", "--working"]);
    assert!(
        all.contains("working version - overview report.pdf"),
        "{all}"
    );
    let there = fs::read_dir(desk.path("all")).expect("a folder").count();
    assert_eq!(there, 15, "13 documents, the check report and the manifest");
    // What is published never stands there, and nothing is published while a rule that must hold is broken.
    let beside = desk.run(&["publish", "anna.lantern", "--out", "all"]);
    assert_eq!(beside.status, 2);
    assert!(
        beside.err.contains("never shares a folder"),
        "{}",
        beside.err
    );
    let stopped = desk.run(&["publish", "anna.lantern", "--out", "safe", "--json"]);
    assert_eq!(stopped.status, 1, "{}", stopped.err);
    let against: serde_json::Value = serde_json::from_str(&stopped.out).expect("JSON");
    assert!(!against["marks"].as_array().expect("marks").is_empty());
    assert!(!desk.path("safe").exists());
    let reason = "It is made up for this test.";
    let passed = desk.done(&[
        "publish",
        "anna.lantern",
        "--out",
        "safe",
        "--json",
        "--override-reason",
        reason,
    ]);
    let made: serde_json::Value = serde_json::from_str(&passed).expect("JSON");
    assert_eq!(
        (&made["edition"], &made["reason"]),
        (&"publication".into(), &reason.into())
    );
    assert!(desk.path("safe/manifest.json").exists());
    let history = desk.done(&["history", "anna.lantern"]);
    assert!(history.contains("found and let pass"), "{history}");
}

/// Elsewhere there is always a display to try.
#[cfg(target_os = "linux")]
#[test]
fn without_a_display_the_program_does_what_the_demonstration_does() {
    let desk = Desk::new();
    let first = desk.run(&[]);
    assert_eq!(first.status, 0, "{}", first.err);
    assert!(first.err.contains("no display"), "{}", first.err);
    for words in [
        "Wexmoor Constabulary",
        "the review is the same as before",
        "The audit trail is whole",
        "overview report.pdf",
        "The publication:",
        "Dates understood as they were meant: 36",
        "proposed with 0.5 or more: 9",
        "The panel: 5 members, 2 rounds",
        "each is known as its member’s, with no comment in it",
    ] {
        assert!(first.out.contains(words), "{words}: {}", first.out);
    }
    let named = desk.run(&["lantern-demo/sample review.lantern"]);
    assert_eq!(named.status, 2);
    assert!(named.err.contains("no display"), "{}", named.err);
    // The folder is its own: a second run may write it again.
    let second = desk.run(&["demo", "--out", "lantern-demo"]);
    assert_eq!(second.status, 0, "{}", second.err);
    assert_eq!(second.out, first.out);
    // Another folder is not.
    fs::create_dir(desk.path("mine")).expect("a folder");
    fs::write(desk.path("mine/letter.txt"), "Dear panel").expect("written");
    let refused = desk.run(&["demo", "--out", "mine"]);
    assert_eq!(refused.status, 2);
    assert!(
        refused.err.contains("no demonstration has written"),
        "{}",
        refused.err
    );
    assert_eq!(
        fs::read_dir(desk.path("mine")).expect("a folder").count(),
        1
    );
}

#[test]
fn codes_go_to_another_tool_and_back() {
    let desk = Desk::with_school();
    let said = desk.done(&["codebook", "anna.lantern", "export", "weaknesses.qdc"]);
    assert!(
        said.contains(" weaknesses written to weaknesses.qdc"),
        "{said}"
    );
    let text = fs::read_to_string(desk.path("weaknesses.qdc")).expect("a codebook");
    assert!(text.contains("urn:QDA-XML:codebook:1.0"));
    // Another tool adds a code, and says more of one that is known.
    let code = "<Code guid=\"1FF58B12-6F6F-4B0C-8BE5-BBDC91F55294\" name=\"Economic abuse\" isCodable=\"true\"/></Codes>";
    fs::write(desk.path("theirs.qdc"), text.replace("</Codes>", code)).expect("written");
    let import = ["codebook", "anna.lantern", "import", "theirs.qdc", "--json"];
    for added in [1, 0] {
        let taken = desk.run(&import).json();
        assert_eq!(taken["added"], added);
        assert_eq!(taken["tags"], 0);
        assert_eq!(taken["unknown_texts"], serde_json::json!([]));
    }
    desk.done(&["codebook", "anna.lantern", "export", "anna.qdpx"]);
    let whole = desk.done(&["codebook", "anna.lantern", "import", "anna.qdpx"]);
    assert!(
        whole.starts_with("0 of ") && whole.contains("codes are new in the review"),
        "{whole}"
    );
    let undone = desk.done(&["undo", "anna.lantern"]);
    assert!(undone.contains("Take in 1 weakness and 0 tags"), "{undone}");
    for (arguments, words) in [
        (
            ["codebook", "anna.lantern", "export", "codes.csv"],
            "ends neither in .qdc",
        ),
        (
            ["codebook", "anna.lantern", "import", "none.qdc"],
            "could not be read",
        ),
        (
            ["codebook", "anna.lantern", "import", "anna.lantern"],
            "neither a codebook",
        ),
    ] {
        let answer = desk.run(&arguments);
        assert_eq!(answer.status, 2);
        assert!(answer.err.contains(words), "{}", answer.err);
    }
}
