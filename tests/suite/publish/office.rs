//! Word, Excel and comma-separated text, read again.

use std::sync::Arc;

use calamine::Data;
use lantern::publish::Output;

use super::made_up::{day, review};
use super::reading::{cells, part, records};
use super::told::TOLD;
use super::write;

fn column(header: &[String], title: &str) -> usize {
    header
        .iter()
        .position(|cell| cell == title)
        .unwrap_or_else(|| panic!("{title}"))
}

#[test]
fn excel_gets_dates_as_dates_and_wording_as_text() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut review = review(14);
    let mut third = (*review.entries[2]).clone();
    third.text = "=1+1".to_owned();
    third.response = "word ".repeat(10_000);
    third.document = "literal _x000D_ stays".to_owned();
    let mut entries = (*review.entries).clone();
    entries[2] = Arc::new(third);
    review.entries = Arc::new(entries);
    let made = write(&review, Output::ChronologyXlsx, folder.path());
    let rows = cells(&made.path);
    let header: Vec<String> = rows[0].iter().map(ToString::to_string).collect();
    let at = |row: &[Data], title: &str| row[column(&header, title)].clone();
    let third: Vec<&Vec<Data>> = rows
        .iter()
        .filter(|row| row[0] == Data::Float(3.0))
        .collect();
    assert_eq!(
        third.len(),
        2,
        "the long response goes on in a row of its own"
    );
    let third_row = third[0].as_slice();
    assert_eq!(
        at(third_row, "When, as written"),
        Data::String("12/04/2019 21:10".to_owned())
    );
    assert_eq!(
        at(third_row, "What was recorded"),
        Data::String("=1+1".to_owned())
    );
    assert_eq!(
        at(third_row, "Document"),
        Data::String("literal _x000D_ stays".to_owned())
    );
    assert_eq!(
        at(third_row, "Tags"),
        Data::String("Information not shared; No routine enquiry".to_owned())
    );
    let Data::DateTime(earliest) = at(third_row, "Earliest") else {
        panic!("not a date: {:?}", at(third_row, "Earliest"))
    };
    assert_eq!(
        earliest.as_datetime(),
        day(2019, 4, 12).and_hms_opt(21, 10, 0)
    );
    let whole = [third[0], third[1]]
        .map(|row| at(row, "Response").to_string())
        .concat();
    assert_eq!(whole.matches("word").count(), 10_000);
    assert!(whole.contains("[continues in the row below][continued] "));
    assert!(
        made.notes[0].contains("1 row below its own"),
        "{:?}",
        made.notes
    );
    let not_understood = rows
        .iter()
        .find(|row| row[0] == Data::Float(8.0))
        .expect("entry 8");
    assert_eq!(at(not_understood, "Earliest"), Data::Empty);
    assert_eq!(at(not_understood, "Certainty"), Data::Empty);
    let sheet = part(&made.path, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("state=\"frozen\"") && sheet.contains("<autoFilter ref=\"A1:Y16\""));
    assert!(!sheet.contains("<f>"));
    assert!(
        part(&made.path, "docProps/core.xml")
            .contains("Review of the death of “Anna”: Combined chronology")
    );
}

#[test]
fn the_plan_in_excel_has_every_column() {
    let folder = tempfile::tempdir().expect("a folder");
    let made = write(&review(4), Output::PlanXlsx, folder.path());
    let rows = cells(&made.path);
    let header: Vec<String> = rows[0].iter().map(ToString::to_string).collect();
    for title in [
        "Recommendation",
        "Owner",
        "Status",
        "Outcome sought",
        "Resources",
        "Related plans",
        "Still missing",
    ] {
        column(&header, title);
    }
    assert_eq!(
        rows.len(),
        1 + 10 + 1,
        "ten actions and one recommendation without"
    );
    assert!(matches!(
        rows[1][column(&header, "Target date")],
        Data::DateTime(_)
    ));
    assert!(
        rows.iter().any(|row| row[column(&header, "Action to take")]
            == Data::String("No action yet.".to_owned()))
    );
}

#[test]
fn comma_separated_text_is_whole_and_runs_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut review = review(14);
    let mut entries = (*review.entries).clone();
    let mut first = (*entries[0]).clone();
    first.text = "=cmd|' /C calc'!A0".to_owned();
    first.response = "+44 20 \"quoted\", and\na second line".to_owned();
    entries[0] = Arc::new(first);
    review.entries = Arc::new(entries);
    let made = write(&review, Output::ChronologyCsv, folder.path());
    let rows = records(&made.path);
    let (header, first) = (&rows[0], &rows[1]);
    assert_eq!(
        first[column(header, "What was recorded")],
        "'=cmd|' /C calc'!A0"
    );
    assert_eq!(
        first[column(header, "Response")],
        "'+44 20 \"quoted\", and\na second line"
    );
    assert_eq!(first[column(header, "Earliest")], "2018-02-14");
    assert_eq!(
        made.notes,
        ["An apostrophe stands before 2 cells that a spreadsheet would have run as a formula."]
    );
    assert!(rows.iter().all(|row| row.len() == header.len()));
}

#[test]
fn word_repeats_the_header_and_knows_its_language() {
    let folder = tempfile::tempdir().expect("a folder");
    for output in [Output::ChronologyDocx, Output::PlanDocx] {
        let made = write(&review(14), output, folder.path());
        let document = part(&made.path, "word/document.xml");
        assert_eq!(document.matches("<w:tblHeader />").count(), 1);
        assert!(document.find("<w:tblHeader />") < document.find("</w:tr>"));
        assert!(document.contains("w:orient=\"landscape\""));
        assert!(document.contains("<w:pStyle w:val=\"Heading1\" />"));
        assert!(part(&made.path, "word/styles.xml").contains("<w:lang w:val=\"en-GB\""));
        let core = part(&made.path, "docProps/core.xml");
        assert!(
            core.contains("<dc:title>Review of the death of “Anna”: ") && core.contains("en-GB")
        );
        let footer = part(&made.path, "word/footer1.xml");
        assert!(footer.contains("PAGE") && footer.contains("NUMPAGES"));
    }
    let made = write(&review(14), Output::ChronologyDocx, folder.path());
    let document = part(&made.path, "word/document.xml");
    for told in TOLD {
        assert!(
            document.contains(
                &told
                    .4
                    .lines()
                    .next()
                    .expect("a line")
                    .replace('\'', "&apos;")
            ),
            "{}",
            told.4
        );
    }
}
