//! Outputs as the chair gets them: written to a folder, opened again, and read.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use lantern::jobs::{Cancelled, Progress, Silent};
use lantern::model::{LetterPoint, LetterPointId, Review, When};
use lantern::publish::{
    self, Edition, Layout, Made, Options, Output, PAGES_ENTRY_LIMIT, Preview, PublishError, Typeset,
};

mod analysis_data;
mod attacker;
mod canary;
mod chain;
mod draft;
mod evaluation;
pub mod made_up;
mod office;
mod reading;
mod set;
mod told;
mod typography;

use made_up::{day, empty, entry, options, review};
use reading::{cells, part, parts, records};

fn write(review: &Review, output: Output, folder: &Path) -> Made {
    let path = folder.join(output.file_name(&review.details, Edition::Working));
    publish::write(review, output, &options(), &path, &Silent)
        .unwrap_or_else(|error| panic!("{output:?}: {error}"))
}

/// A review of one entry in which every field says `text`.
fn saying(text: &str) -> Review {
    let mut one = review(1);
    let mut entry = (*one.entries[0]).clone();
    entry.when = When::not_understood(text);
    for field in [
        &mut entry.text,
        &mut entry.response,
        &mut entry.seen,
        &mut entry.comment,
    ] {
        text.clone_into(field);
    }
    one.entries = Arc::new(vec![Arc::new(entry)]);
    one.sections[0].text = text.to_owned();
    one.recommendations[0].text = text.to_owned();
    one.actions[1].text = text.to_owned();
    one.publishing.letter = vec![LetterPoint {
        id: LetterPointId(1),
        position: 1,
        raised: text.to_owned(),
        answer: text.to_owned(),
        paragraph: None,
    }];
    one
}

#[test]
fn every_layout_compiles_with_its_example() {
    for layout in Layout::ALL {
        let example: serde_json::Value = serde_json::from_str(layout.example()).expect("JSON");
        let typeset =
            Typeset::of(layout, &example).unwrap_or_else(|fault| panic!("{layout:?}: {fault}"));
        assert!(typeset.pages() > 0);
        typeset
            .pdf(day(2026, 3, 4))
            .unwrap_or_else(|fault| panic!("{layout:?}: {fault}"));
    }
}

#[test]
fn every_example_has_the_form_of_real_data() {
    let example: serde_json::Value = serde_json::from_str(Layout::Report.example()).expect("JSON");
    let real = publish::report_data(&review(14), &options()).expect("data");
    let keys = |value: &serde_json::Value| -> BTreeSet<String> {
        value
            .as_object()
            .expect("an object")
            .keys()
            .cloned()
            .collect()
    };
    assert_eq!(keys(&example), keys(&real));
    for part in ["about", "chronology", "plan", "timescales"] {
        assert_eq!(keys(&example[part]), keys(&real[part]), "{part}");
    }
}

#[test]
fn every_output_is_written_and_can_be_opened() {
    let folder = tempfile::tempdir().expect("a folder");
    let review = review(14);
    for output in Output::ALL {
        let made = write(&review, output, folder.path());
        let bytes = fs::read(&made.path).expect("a file");
        assert_eq!(made.bytes, bytes.len() as u64);
        assert_eq!(made.pages.is_some(), output.has_pages());
        assert_eq!(made.notes, Vec::<String>::new(), "{output:?}");
        match output.extension() {
            "pdf" => {
                let text = String::from_utf8_lossy(&bytes);
                assert!(text.starts_with("%PDF-1.7"));
                for mark in [
                    "pdfuaid:part",
                    "pdfaid:part",
                    "/MarkInfo",
                    "/Lang(en-GB)",
                    "Review of the death of",
                ] {
                    assert!(text.contains(mark), "{output:?}: {mark}");
                }
            }
            "csv" if output == Output::ChronologyCsv => {
                assert_eq!(records(&made.path).len(), 15);
            }
            "csv" => assert_eq!(records(&made.path).len(), 1),
            "json" => {
                let record: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
                assert_eq!(record["answers"], serde_json::json!([]));
            }
            _ => assert!(parts(&made.path).len() > 5),
        }
    }
    let left = fs::read_dir(folder.path()).expect("a folder").count();
    assert_eq!(left, Output::ALL.len(), "a temporary file was left behind");
}

#[test]
fn the_same_review_makes_the_same_pdf() {
    let folder = tempfile::tempdir().expect("a folder");
    let made = |name: &str, review: &Review| {
        let path = folder.path().join(name);
        publish::write(review, Output::ReportPdf, &options(), &path, &Silent).expect("a report");
        fs::read(path).expect("a file")
    };
    let first = made("a.pdf", &review(8));
    let again = made("b.pdf", &review(8));
    let other = made("c.pdf", &review(9));
    assert!(first == again, "two reports of one review differ");
    assert!(first != other);
}

#[test]
fn an_empty_review_says_what_is_missing() {
    let folder = tempfile::tempdir().expect("a folder");
    let empty = empty();
    let words = |output: Output| -> String {
        let made = write(&empty, output, folder.path());
        match output.extension() {
            "csv" => records(&made.path).concat().join(" "),
            "xlsx" => format!("{:?}", cells(&made.path)),
            "docx" => part(&made.path, "word/document.xml"),
            _ => publish::report_data(&empty, &options())
                .expect("data")
                .to_string(),
        }
    };
    for (output, expected) in [
        (Output::ReportPdf, "No entries yet."),
        (Output::ReportDocx, "No entries yet."),
        (Output::ChronologyPdf, "No entries yet."),
        (Output::ChronologyDocx, "No entries yet."),
        (Output::ChronologyXlsx, "No entries yet."),
        (Output::ChronologyCsv, "When, as written"),
        (Output::PlanPdf, "No recommendations yet."),
        (Output::PlanDocx, "No recommendations yet."),
        (Output::PlanXlsx, "No recommendations yet."),
    ] {
        assert!(words(output).contains(expected), "{output:?}");
    }
    let report = write(&empty, Output::ReportPdf, folder.path());
    assert!(
        report.notes[0].starts_with("Not written yet: Introduction, Timescales, "),
        "{:?}",
        report.notes
    );
}

#[test]
fn wording_is_inert_in_every_output() {
    let folder = tempfile::tempdir().expect("a folder");
    let endless = "é".repeat(9_000);
    for text in [
        "#panic(\"no\") $ x $ *bold* _it_ `raw` <label> @ref \\ // comment /* more",
        "] } ) \" ' ${x} {{y}} %s",
        "=HYPERLINK(\"http://example.org\";\"click\")",
        "<w:p>&amp;<!-- ]]> --></w:p> _x000D_",
        "a\0b\u{7}c\u{1b}d\u{FFFE} 😀 👨‍👩‍👧 العربية 中文 \u{F0B7}\u{E000} e\u{301} \u{200B}\u{AD}",
        "line\r\nline\rline\u{b}line\n\n- item\n  - item",
        " ",
        "",
        endless.as_str(),
    ] {
        let review = saying(text);
        for output in Output::ALL {
            let made = write(&review, output, folder.path());
            if output.has_pages() {
                let refused = made.notes.iter().find(|note| note.contains("PDF/UA"));
                assert_eq!(refused, None, "{output:?}");
            }
            if matches!(output.extension(), "docx" | "xlsx") {
                parts(&made.path);
            }
        }
    }
}

#[test]
fn what_cannot_be_shown_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let review = saying("😀 and \u{7}");
    for (output, expected) in [
        (Output::ChronologyPdf, "[U+0007], [U+1F600]"),
        (Output::ChronologyDocx, "[U+0007]"),
        (Output::ChronologyXlsx, "[U+0007]"),
        (Output::ChronologyCsv, "[U+0007]"),
    ] {
        let made = write(&review, output, folder.path());
        assert!(
            made.notes.iter().any(|note| note.contains(expected)),
            "{output:?}: {:?}",
            made.notes
        );
    }
}

#[test]
fn a_filtered_view_is_printed_as_such() {
    let folder = tempfile::tempdir().expect("a folder");
    let review = review(14);
    let options = Options {
        rows: Some(vec![4, 2]),
        ..options()
    };
    let path = folder.path().join("view.csv");
    publish::write(&review, Output::ChronologyCsv, &options, &path, &Silent).expect("a file");
    let numbers: Vec<String> = records(&path)
        .into_iter()
        .skip(1)
        .map(|row| row[0].clone())
        .collect();
    assert_eq!(numbers, ["5", "3"]);
    let path = folder.path().join("view.docx");
    publish::write(&review, Output::ChronologyDocx, &options, &path, &Silent).expect("a file");
    assert!(part(&path, "word/document.xml").contains("A filtered view: 2 of 14 entries"));
}

#[test]
fn what_is_shown_is_said_above_it_and_groups_keep_their_headings() {
    let folder = tempfile::tempdir().expect("a folder");
    let review = review(14);
    let note = "police & ambulance; 3 of 14 entries, grouped by agency";
    let options = Options {
        rows: Some(vec![4, 2, 7]),
        note: note.to_owned(),
        headings: Some(vec![(1, "The night of the call".to_owned())]),
        ..options()
    };
    let path = |ending: &str| folder.path().join(format!("view.{ending}"));
    let write = |output: Output| {
        let path = path(output.extension());
        publish::write(&review, output, &options, &path, &Silent)
            .unwrap_or_else(|error| panic!("{output:?}: {error}"))
    };
    write(Output::ChronologyDocx);
    let document = part(&path("docx"), "word/document.xml");
    assert!(
        document.contains("Shown: police &amp; ambulance; 3 of 14 entries, grouped by agency.")
    );
    let places = ["The night of the call", "Entry", "Source and basis"].map(|words| {
        document
            .find(words)
            .unwrap_or_else(|| panic!("no “{words}”"))
    });
    assert!(
        places[1] < places[0],
        "the heading stands below those of the columns"
    );

    write(Output::ChronologyXlsx);
    let cells = cells(&path("xlsx"));
    assert_eq!(cells[0][0].to_string(), format!("Shown: {note}"));
    assert_eq!(cells[1][0].to_string(), "Entry");
    let numbers: Vec<String> = cells[2..].iter().map(|row| row[0].to_string()).collect();
    assert_eq!(numbers, ["5", "3", "8"]);

    let made = write(Output::ChronologyCsv);
    assert_eq!(records(&path("csv"))[0][0], "Entry");
    assert!(
        made.notes.iter().any(|told| told.contains(note)),
        "{:?}",
        made.notes
    );
    assert_eq!(write(Output::ChronologyPdf).pages, Some(1));
}

/// Stops at the report of the given number.
struct StopsAt(u64, AtomicU64);

impl Progress for StopsAt {
    fn report(&self, _done: u64, _total: Option<u64>, _what: &str) -> Result<(), Cancelled> {
        if self.1.fetch_add(1, Ordering::Relaxed) >= self.0 {
            return Err(Cancelled);
        }
        Ok(())
    }
}

#[test]
fn stopping_leaves_the_old_file_and_nothing_else() {
    let folder = tempfile::tempdir().expect("a folder");
    let review = review(5);
    for output in Output::ALL {
        let path = folder.path().join("old");
        fs::write(&path, "as it was").expect("a file");
        for report in 0..4 {
            let stops = StopsAt(report, AtomicU64::new(0));
            let end = publish::write(&review, output, &options(), &path, &stops);
            assert!(
                matches!(end, Err(PublishError::Cancelled(_)) | Ok(_)),
                "{output:?} {report}"
            );
            if end.is_err() {
                assert_eq!(
                    fs::read_to_string(&path).expect("a file"),
                    "as it was",
                    "{output:?} {report}"
                );
            }
            fs::write(&path, "as it was").expect("a file");
        }
        let stops = StopsAt(0, AtomicU64::new(0));
        assert!(publish::write(&review, output, &options(), &path, &stops).is_err());
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
    }
}

#[test]
fn errors_name_the_file_and_say_what_was_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let review = review(2);
    let error = |path: &Path| {
        publish::write(&review, Output::ChronologyCsv, &options(), path, &Silent)
            .expect_err("an error")
            .to_string()
    };
    let said = error(&folder.path().join("missing/plan.csv"));
    assert!(
        said.contains("missing/plan.csv” could not be saved") && said.contains("does not exist"),
        "{said}"
    );
    assert!(error(folder.path()).contains("is a folder"));
    let locked = folder.path().join("locked.csv");
    fs::write(&locked, "as it was").expect("a file");
    let mut permissions = fs::metadata(&locked).expect("a file").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&locked, permissions).expect("permissions");
    let said = error(&locked);
    assert!(
        said.contains("locked.csv")
            && said.contains("The file that was there before is unchanged."),
        "{said}"
    );
    assert_eq!(fs::read_to_string(&locked).expect("a file"), "as it was");
}

#[test]
fn too_long_for_a_format_is_an_error_with_a_way_out() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut long = review(1);
    long.entries = Arc::new(vec![entry(1); 20_001]);
    for (output, limit) in [
        (Output::ChronologyDocx, "20000"),
        (Output::ChronologyPdf, "5000"),
    ] {
        let path = folder.path().join("long");
        let error = publish::write(&long, output, &options(), &path, &Silent)
            .expect_err("an error")
            .to_string();
        for words in ["20001 rows", limit, "Excel file", "Nothing was written."] {
            assert!(error.contains(words), "{output:?}: {error}");
        }
        assert!(!path.exists());
    }
    let report = publish::report_data(&long, &options()).expect("a report without the table");
    let about = report["chronology"]["about"].as_str().expect("a sentence");
    assert!(about.contains(&PAGES_ENTRY_LIMIT.to_string()), "{about}");
    assert_eq!(report["chronology"]["years"], serde_json::json!([]));
}

#[test]
fn a_preview_paints_single_pages() {
    let review = review(6);
    let preview = Preview::of(&review, Output::PlanPdf, &options()).expect("a preview");
    let (width, height) = preview.page_size(0).expect("a page");
    assert!(width > height, "the plan lies on its side");
    let page = preview.page(0, 0.5).expect("a page");
    assert_eq!(page.rgba.len(), (page.width * page.height * 4) as usize);
    assert_eq!(page.width, (width * 0.5).round() as u32);
    assert!(
        page.rgba.chunks(4).all(|pixel| pixel[3] == 255),
        "paper is opaque"
    );
    assert!(
        page.rgba.chunks(4).any(|pixel| pixel[0] < 128),
        "something is printed"
    );
    assert!(preview.page(preview.pages(), 1.0).is_none());
    let refused = Preview::of(&review, Output::PlanXlsx, &options());
    assert!(matches!(refused, Err(PublishError::NoPages { .. })));
}

#[test]
fn every_letter_of_the_fonts_meets_the_standards() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut review = review(1);
    let mut entry = (*review.entries[0]).clone();
    entry.text = ('\u{1}'..'\u{2C00}')
        .chain('\u{FB00}'..'\u{FB07}')
        .collect();
    review.entries = Arc::new(vec![Arc::new(entry)]);
    let made = write(&review, Output::ChronologyPdf, folder.path());
    let refused = made.notes.iter().find(|note| note.contains("PDF/UA"));
    assert_eq!(refused, None);
}
