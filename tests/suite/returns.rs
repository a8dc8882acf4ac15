//! Agencies' files in, tables and entries out: golden files for messy returns, clear errors for bad ones.

use std::path::PathBuf;

use chrono::NaiveDate;
use lantern::jobs::{Cancelled, Progress, Silent};
use lantern::model::{Column, ColumnKey};
use lantern::returns::{
    Mapping, ReturnError, ReturnFile, Settings, Table, Understood, paste, read, read_bytes,
    understand,
};
use proptest::prelude::*;

mod amendments;
mod bad_files;
mod pasting;
mod sample_returns;
mod understanding;

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/returns"
    ))
    .join(name)
}

/// The columns of the template that is shipped.
fn columns() -> Vec<Column> {
    #[derive(serde::Deserialize)]
    struct Columns {
        columns: Vec<Column>,
    }
    let text = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/review-templates/dhr-2016.toml"
    ))
    .expect("the template");
    toml::from_str::<Columns>(&text).expect("columns").columns
}

fn understood(table: &Table, mapping: Option<&Mapping>) -> Understood {
    understood_with(table, |settings| settings.mapping = mapping)
}

fn understood_with<'a>(table: &Table, change: impl FnOnce(&mut Settings<'a>)) -> Understood {
    let columns = columns();
    let mut settings = Settings {
        columns: &[],
        mapping: None,
        order: None,
        habit: None,
        case: None,
        anchors: Vec::new(),
        periods: &[],
        today: NaiveDate::from_ymd_opt(2021, 6, 1).expect("a day"),
    };
    change(&mut settings);
    let settings = Settings {
        columns: &columns,
        ..settings
    };
    understand(table, &settings, &Silent).expect("not cancelled")
}

fn csv(text: &str) -> (ReturnFile, Understood) {
    let file = read_bytes("x.csv", text.as_bytes(), &Silent).expect(text);
    let understood = understood(&file.tables[0], None);
    (file, understood)
}

/// What Excel puts on the clipboard.
fn clipboard() -> ReturnFile {
    let html = std::fs::read_to_string(fixture("excel_clipboard.html")).expect("a fixture");
    let text = "Date\tDetails of contact\tAction taken\n";
    paste(text, Some(&html), &Silent).expect("a table")
}

/// A return and what was understood of its proposed table, to be read by a person.
fn told(file: &ReturnFile) -> String {
    told_of(file, usize::MAX)
}

/// As [`told`]; of long tables only the first and the last `ends` entries, and no rows.
fn told_of(file: &ReturnFile, ends: usize) -> String {
    let mut out = String::new();
    let proposed = file.proposed_table(&columns());
    let table = &file.tables[proposed];
    let understood = understood(table, None);
    let line = |out: &mut String, text: String| {
        out.push_str(&text.replace('\n', "⏎"));
        out.push('\n');
    };
    line(&mut out, format!("{} · {}", file.name, file.about));
    for note in &file.notes {
        line(&mut out, format!("! {note}"));
    }
    for (index, other) in file.tables.iter().enumerate() {
        let mark = if index == proposed { "*" } else { "-" };
        line(
            &mut out,
            format!(
                "{mark} {:?} {} rows, {} columns",
                other.name,
                other.rows.len(),
                other.width
            ),
        );
    }
    out.push_str("\nCOLUMNS\n");
    for column in &understood.columns {
        let meaning = column.meaning.map_or("-", ColumnKey::key);
        line(
            &mut out,
            format!("{} = {meaning} ({})", column.heading, column.why),
        );
    }
    let order = &understood.order;
    line(
        &mut out,
        format!(
            "{:?}: {} day first, {} month first, {} undecided",
            order.order, order.day_first, order.month_first, order.undecided
        ),
    );
    for (name, rows) in &understood.cases {
        line(&mut out, format!("case “{name}”: {rows} rows"));
    }
    line(
        &mut out,
        format!(
            "{} entries, {} doubts, {} rows skipped",
            understood.entries.len(),
            understood.doubts.len(),
            understood.skipped.len()
        ),
    );
    if ends == usize::MAX {
        out.push_str("\nROWS\n");
    }
    let rows = table.rows.iter().zip(&understood.fates);
    for (row, fate) in rows.filter(|_| ends == usize::MAX) {
        let hidden = if row.hidden { " (hidden)" } else { "" };
        line(
            &mut out,
            format!("{}{hidden} {fate:?}: {}", row.number, row.wording()),
        );
    }
    out.push_str("\nENTRIES\n");
    for (index, entry) in understood.entries.iter().enumerate() {
        if index >= ends && index + ends < understood.entries.len() {
            if index == ends {
                out.push_str("…\n");
            }
            continue;
        }
        let end = |moment: Option<lantern::model::Moment>| {
            moment.map_or("..".to_owned(), |moment| moment.to_string())
        };
        let when = &entry.when;
        line(
            &mut out,
            format!(
                "{} | {:?} = {}/{} {:?} {:?} | {}",
                entry.place,
                when.wording,
                end(when.earliest),
                end(when.latest),
                when.precision,
                when.certainty,
                entry.text
            ),
        );
        for (name, value) in [
            ("response", &entry.response),
            ("seen", &entry.seen),
            ("recorder", &entry.recorder),
            ("document", &entry.document),
            ("comment", &entry.comment),
        ] {
            if !value.is_empty() {
                line(&mut out, format!("    {name}: {value}"));
            }
        }
        let said = (entry.basis, entry.enquiry, entry.disclosure);
        if said != Default::default() {
            line(&mut out, format!("    {said:?}"));
        }
        for (heading, value) in &entry.other {
            line(&mut out, format!("    “{heading}”: {value}"));
        }
    }
    out.push_str("\nDOUBTS\n");
    for doubt in &understood.doubts {
        line(
            &mut out,
            format!("{} | {} | {}", doubt.place, doubt.wording, doubt.why),
        );
    }
    out.push_str("\nSKIPPED\n");
    for skipped in &understood.skipped {
        line(
            &mut out,
            format!("{} | {} | {}", skipped.place, skipped.wording, skipped.why),
        );
    }
    out
}

#[test]
fn messy_returns_are_read_and_understood() {
    insta::with_settings!({
        snapshot_path => concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/returns/golden"),
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        for name in [
            "police.xlsx",
            "mac_1904.xlsx",
            "housing chronology FINAL v2.docx",
            "probation.csv",
            "gp_extract.txt",
            "school.csv",
            "ambulance.xls",
            "refuge.ods",
            "pharmacy.xlsx",
            "pharmacy_older.xls",
            "pharmacy_older.ods",
            "two_cases.csv",
            "clients.xlsx",
            "midwives.docx",
        ] {
            let file = read(&fixture(name), &Silent).expect(name);
            insta::assert_snapshot!(name.replace(' ', "_"), told(&file));
        }
        insta::assert_snapshot!("excel_clipboard", told(&clipboard()));
    });
}

#[test]
fn a_mapping_by_hand_is_used_as_it_is() {
    let text = "Wann,Was,Wer\n01/02/2019,Rang,Chidi\n02/02/2019,Came,Mei\n";
    let file = read_bytes("x.csv", text.as_bytes(), &Silent).expect("a table");
    let mapping = Mapping {
        header: Some(0),
        columns: vec![
            Some(ColumnKey::Date),
            Some(ColumnKey::Response),
            Some(ColumnKey::Seen),
        ],
    };
    let understood = understood(&file.tables[0], Some(&mapping));
    assert_eq!(understood.mapping, mapping);
    let entry = &understood.entries[1];
    assert_eq!(
        (&*entry.response, &*entry.seen, &*entry.place),
        ("Came", "Mei", "line 3")
    );
}

#[test]
fn lines_are_counted_as_an_editor_counts_them() {
    for ends in ["\n", "\r\n", "\r"] {
        let text = [
            "Date,Details",
            "",
            "01/02/2019,\"two",
            "lines\"",
            "02/02/2019,one",
            "",
            "",
        ]
        .join(ends);
        let (_, understood) = csv(&text);
        let places: Vec<&str> = understood
            .entries
            .iter()
            .map(|entry| &*entry.place)
            .collect();
        assert_eq!(places, ["line 3", "line 5"], "{ends:?}");
    }
}

#[test]
fn delimiters_are_told_apart() {
    for (text, about) in [
        ("Date,Details\n1/2/2019,a; b; c\n", "UTF-8, separated by ,"),
        (
            "Date;Details\n1/2/2019;a, b, c\n2/2/2019;d, e\n",
            "UTF-8, separated by ;",
        ),
        ("Date\tDetails\n1/2/2019\ta, b\n", "UTF-8, separated by tab"),
        ("Date|Details\n1/2/2019|a, b\n", "UTF-8, separated by |"),
        (
            "sep=;\nDate;Details, more\n1/2/2019;b,c\n",
            "UTF-8, separated by ;",
        ),
        ("Details\nRang at noon.\n", "UTF-8, one column"),
    ] {
        assert_eq!(csv(text).0.about, about, "{text}");
    }
}

#[test]
fn an_unclosed_quotation_mark_does_not_swallow_the_rest() {
    let (file, understood) =
        csv("Date,Details\n01/02/2019,\"Fine\"\n02/02/2019,\"Never closed\n03/02/2019,After\n");
    assert_eq!(understood.entries.len(), 3);
    assert_eq!(understood.entries[1].text, "\"Never closed");
    assert!(
        file.notes[0].contains("line 3 is never closed"),
        "{:?}",
        file.notes
    );
}

#[test]
fn unreadable_bytes_are_said_with_their_line() {
    let bytes = b"Date,Details\n01/02/2019,Caf\xC3\xA9 and \xFF byte\n02/02/2019,A NUL \0 here\n";
    let file = read_bytes("x.csv", bytes, &Silent).expect("text");
    assert!(file.notes[0].contains("in line 2, 3"), "{:?}", file.notes);
    let understood = understood(&file.tables[0], None);
    assert_eq!(
        understood
            .doubts
            .iter()
            .filter(|doubt| doubt.why.contains('�'))
            .count(),
        2
    );
    assert_eq!(understood.entries[0].text, "Café and � byte");
}

#[test]
fn a_wrong_ending_is_said_and_the_content_read() {
    let bytes = std::fs::read(fixture("police.xlsx")).expect("a fixture");
    let file = read_bytes("police.csv", &bytes, &Silent).expect("a workbook");
    assert!(
        file.notes[0].contains("by its content this is an Excel workbook"),
        "{:?}",
        file.notes
    );
}

#[test]
fn reading_and_understanding_can_be_stopped() {
    struct Stop;
    impl Progress for Stop {
        fn report(&self, done: u64, _: Option<u64>, _: &str) -> Result<(), Cancelled> {
            if done > 0 { Err(Cancelled) } else { Ok(()) }
        }
    }
    for name in [
        "police.xlsx",
        "probation.csv",
        "housing chronology FINAL v2.docx",
        "refuge.ods",
    ] {
        let stopped = read(&fixture(name), &Stop);
        assert!(matches!(stopped, Err(ReturnError::Cancelled(_))), "{name}");
    }
}

/// Every wording of an understood table: entries, skipped rows, and rows known by their fate.
fn kept(understood: &Understood) -> String {
    let mut all = String::new();
    for entry in &understood.entries {
        for text in [
            &entry.when.wording,
            &entry.text,
            &entry.response,
            &entry.seen,
            &entry.recorder,
            &entry.document,
            &entry.comment,
        ] {
            all.push_str(text);
            all.push('\u{1}');
        }
        for (_, text) in &entry.other {
            all.push_str(text);
            all.push('\u{1}');
        }
    }
    for skipped in &understood.skipped {
        all.push_str(&skipped.wording);
        all.push('\u{1}');
    }
    all
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[a-zA-Z ,;\"\n\u{e9}\u{201c}|.]{0,20}",
        (1u32..32, 1u32..13, 2010u32..2022)
            .prop_map(|(day, month, year)| format!("{day:02}/{month:02}/{year}")),
        prop::sample::select(vec![
            "Date",
            "Time",
            "Details",
            "Action taken",
            "2018",
            "c. March 2019",
            "ditto",
            "Total",
            "Notes",
            "yes",
            "21:10",
            "same day",
            "between 3 and 5 June",
        ])
        .prop_map(str::to_owned),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn no_wording_of_a_table_is_lost(rows in prop::collection::vec(prop::collection::vec(cell(), 1..6), 1..14)) {
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        for row in &rows {
            writer.write_record(row).expect("written");
        }
        let bytes = writer.into_inner().expect("bytes");
        let file = match read_bytes("x.csv", &bytes, &Silent) {
            Ok(file) => file,
            Err(ReturnError::Empty { .. } | ReturnError::NoRows { .. }) => return Ok(()),
            Err(fault) => return Err(TestCaseError::fail(fault.to_string())),
        };
        let table = &file.tables[0];
        let understood = understood(table, None);
        prop_assert_eq!(understood.fates.len(), table.rows.len());
        let kept = kept(&understood);
        for row in &table.rows {
            for cell in &row.cells {
                prop_assert!(kept.contains(cell.text.trim()), "{:?} is lost", cell.text);
            }
        }
    }
}
