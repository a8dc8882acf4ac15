//! Each rule finds what it is there for, and lets pass what it should.

use crate::reading::{code_only, without_tests};
use crate::rules::{
    LONGEST_FILE, libraries_outside_their_room, long_files, loose_tokens, machine_paths,
    sudden_ends, unlisted, wrong_arrows,
};
use crate::sources::Source;

/// Cases of (path, text, words that the only fault has; empty: no fault).
fn check(rule: fn(&[Source]) -> Vec<String>, cases: &[(&str, &str, &str)]) {
    for (path, text, expected) in cases {
        let faults = rule(&[Source::new(path, text)]);
        if expected.is_empty() {
            assert_eq!(faults, [""; 0], "{path}: {text}");
        } else {
            assert_eq!(faults.len(), 1, "{path}: {text}: {faults:?}");
            assert!(faults[0].contains(expected), "{text}: {faults:?}");
        }
    }
}

#[test]
fn code_is_told_from_comments_strings_and_tests() {
    for (text, code) in [
        ("a // crate::ui\nb", "a             \nb"),
        ("a /* x /* y */ z */ b", "a                   b"),
        (
            r#"let a = "crate::ui \" //";b"#,
            "let a =                  ;b",
        ),
        (r##"let a = r#"a " b"#;b"##, "let a =           ;b"),
        (r"let q = '\'';let r = 'x';", "let q =     ;let r =    ;"),
        ("fn f<'a>(x: &'a str) {}", "fn f<'a>(x: &'a str) {}"),
        ("let ü = 1;", "let _ = 1;"),
    ] {
        assert_eq!(code_only(text), code, "{text}");
    }
    let code =
        without_tests("a\n#[cfg(test)]\nmod tests { fn f() { b } }\nc\n#[cfg(test)]\nmod more;\nd");
    assert_eq!(code.split_whitespace().collect::<Vec<_>>(), ["a", "c", "d"]);
}

#[test]
fn an_arrow_upwards_is_found() {
    check(
        wrong_arrows,
        &[
            ("returns/word.rs", "use crate::dates;", ""),
            ("returns/word.rs", "use crate::returns::Table;", ""),
            (
                "returns/word.rs",
                "use crate::store::Store;",
                "returns must not know store",
            ),
            ("returns/word.rs", "// crate::store", ""),
            (
                "returns/word.rs",
                "fn f() -> crate::ui::Frame {}",
                "returns must not know ui",
            ),
            (
                "dates/mod.rs",
                "use crate::{\n    model::{When, Span},\n    store::{Store},\n};",
                "dates must not know store",
            ),
            ("dates/mod.rs", "use crate :: {model, jobs};", ""),
            (
                "publish/mod.rs",
                "use crate::edits::words;",
                "publish must not know edits",
            ),
            ("publish/mod.rs", "use crate::overview::standing;", ""),
            (
                "model/mod.rs",
                "#[cfg(test)]\nmod tests { use crate::store::Store; }",
                "",
            ),
            (
                "returns/word.rs",
                "use super::super::store;",
                "leaves its room",
            ),
            ("returns/understand/rows.rs", "use super::super::Table;", ""),
            ("attic/mod.rs", "", "without a place"),
            ("lib.rs", "pub mod ui;", ""),
        ],
    );
}

#[test]
fn a_library_outside_its_room_is_found() {
    check(
        libraries_outside_their_room,
        &[
            ("store/open.rs", "use rusqlite::Connection;", ""),
            (
                "edits/open.rs",
                "use rusqlite::Connection;",
                "only store may name rusqlite",
            ),
            (
                "app/mod.rs",
                "fn f(ui: &mut egui::Ui) {}",
                "only ui may name egui",
            ),
            (
                "app/mod.rs",
                "use egui_kittest::Harness;",
                "only ui may name egui",
            ),
            (
                "ui/mod.rs",
                "use typst_render::render;",
                "only publish may name typst",
            ),
            (
                "app/mod.rs",
                "use zip;",
                "only returns and leaks and publish and exchange may name zip",
            ),
            (
                "app/mod.rs",
                "let a = b.iter().zip(c); std::iter::zip(a, b)",
                "",
            ),
            ("app/mod.rs", "use crate::publish::csv::write;", ""),
            ("app/mod.rs", "// rusqlite::Connection", ""),
            ("ui/mod.rs", "use clap::Parser;", "only cli may name clap"),
        ],
    );
}

#[test]
fn a_sudden_end_is_found() {
    check(
        sudden_ends,
        &[
            ("app/mod.rs", "a.unwrap()", "unwrap"),
            ("app/mod.rs", "a.unwrap_or(1)", ""),
            ("app/mod.rs", "let a = b.expect(\"c\");", "expect"),
            (
                "app/mod.rs",
                "static A: LazyLock<Regex> = LazyLock::new(|| Regex::new(\"x\").expect(\"a pattern\"));",
                "",
            ),
            (
                "app/mod.rs",
                "static A: LazyLock<Regex> = LazyLock::new(|| x);\n\nfn f() { b.expect(\"c\") }",
                "expect",
            ),
            ("app/mod.rs", "fn f() { todo!() }", "todo!"),
            ("app/mod.rs", "fn f() { dbg!(1); }", "dbg!"),
            ("app/mod.rs", "fn f() { println!(); }", "println!"),
            ("app/mod.rs", "fn f() { debug_assert!(a); }", ""),
            (
                "app/mod.rs",
                "#[cfg(test)]\nmod tests { fn f() { a.unwrap() } }",
                "",
            ),
        ],
    );
}

#[test]
fn a_long_file_is_found() {
    for (lines, found) in [(LONGEST_FILE, false), (LONGEST_FILE + 1, true)] {
        for path in ["src/dates/words.rs", "tests/suite/dates.rs"] {
            let faults = long_files(&[(path.to_owned(), "x\n".repeat(lines))]);
            assert_eq!(faults.len(), usize::from(found), "{path}: {faults:?}");
            assert!(
                faults.iter().all(|fault| fault.starts_with(path)),
                "{faults:?}"
            );
        }
    }
}

#[test]
fn a_loose_colour_or_size_is_found() {
    check(
        loose_tokens,
        &[
            ("ui/tokens/palette.rs", "Color32::from_rgb(1, 2, 3)", ""),
            (
                "ui/shell.rs",
                "Color32::from_rgb(1, 2, 3)",
                "colours stand in",
            ),
            ("ui/shell.rs", "let a: Color32 = tokens.ink;", ""),
            ("ui/shell.rs", "ui.add_space(8.0)", "sizes stand in"),
            ("ui/shell.rs", "ui.add_space(tokens::GRID)", ""),
            (
                "ui/shell.rs",
                "RichText::new(a).size(13.0)",
                "sizes stand in",
            ),
            ("publish/page.rs", "a.size(13.0)", ""),
        ],
    );
}

#[test]
fn an_unlisted_file_is_found() {
    let names = ["edits.rs".to_owned(), "dates.rs".to_owned()];
    let whole = |name: &str| format!("mod {};", name.trim_end_matches(".rs"));
    assert_eq!(
        unlisted(&names, "mod dates;\nmod credits;", whole),
        ["edits.rs"]
    );
    assert_eq!(unlisted(&names, "mod dates;\nmod edits;", whole), [""; 0]);
}

#[test]
fn a_machine_path_is_found() {
    for (text, found) in [
        (concat!("cd /wo", "rk/main"), true),
        (concat!("\"/ro", "ot/x\""), true),
        (concat!("social/wo", "rk/team"), false),
        ("see src/work.rs", false),
    ] {
        let faults = machine_paths(&[("README.md".to_owned(), text.to_owned())]);
        assert_eq!(!faults.is_empty(), found, "{text}: {faults:?}");
    }
}
