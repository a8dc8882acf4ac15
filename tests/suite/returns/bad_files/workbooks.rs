//! Workbooks that claim to be larger than they are, or hold a broken cell.

use std::fmt::Write as _;

use lantern::jobs::Silent;
use lantern::returns::{Fate, read, read_bytes};

use super::{PACKAGE_RELATIONS, WORKBOOK_RELATIONS, packed, sheet};
use crate::returns::{fixture, understood};

#[test]
fn a_million_blank_rows_are_nothing() {
    let mut rows = String::from(
        "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Date</v></c><c r=\"B1\" t=\"str\"><v>Details</v></c></row>",
    );
    for row in 2..=1_048_575 {
        write!(rows, "<row r=\"{row}\"><c r=\"A{row}\" s=\"0\"/></row>").expect("text");
    }
    rows.push_str("<row r=\"1048576\"><c r=\"A1048576\" t=\"str\"><v>01/02/2019</v></c><c r=\"B1048576\" t=\"str\"><v>Rang.</v></c></row>");
    let file = read_bytes("blank.xlsx", &sheet(&rows), &Silent).expect("a table");
    assert_eq!(
        file.tables[0].rows.len(),
        3,
        "headings, one blank row for all, the entry"
    );
    let understood = understood(&file.tables[0], None);
    assert_eq!(understood.fates[1], Fate::Blank);
    assert_eq!(understood.entries[0].place, "sheet “S”, row 1048576");
}

/// Records of a binary workbook: kind, and the content.
fn records(records: &[(u16, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (kind, content) in records {
        match u8::try_from(*kind) {
            Ok(kind @ 0..128) => bytes.push(kind),
            _ => bytes.extend([(*kind & 0x7F) as u8 | 0x80, (*kind >> 7) as u8]),
        }
        bytes.push(u8::try_from(content.len()).expect("short"));
        bytes.extend(content);
    }
    bytes
}

fn longs(numbers: &[u32]) -> Vec<u8> {
    numbers
        .iter()
        .flat_map(|number| number.to_le_bytes())
        .collect()
}

fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut bytes = longs(&[u32::try_from(units.len()).expect("short")]);
    bytes.extend(units.into_iter().flat_map(u16::to_le_bytes));
    bytes
}

/// A binary workbook of one sheet with these cells; its second row is hidden, and its first column merged over two.
fn binary_workbook(cells: &[(u32, u32, &str)]) -> Vec<u8> {
    let sheet = [longs(&[0, 1]), wide("r1"), wide("S")].concat();
    let workbook = records(&[
        (0x83, vec![]),
        (0x8F, vec![]),
        (0x9C, sheet),
        (0x90, vec![]),
        (0x84, vec![]),
    ]);
    let last = cells.iter().map(|(row, ..)| *row).max().unwrap_or(0);
    let widest = cells.iter().map(|(_, column, _)| *column).max();
    let mut sheet = vec![
        (0x81, vec![]),
        (0x94, longs(&[0, last, 0, widest.unwrap_or(0)])),
        (0x91, vec![]),
    ];
    for (row, column, text) in cells {
        let hidden = if *row == 1 { 0x10 } else { 0 };
        let flags = vec![0, 0, 0, hidden, 0, 0, 0, 0, 0];
        sheet.push((0, [longs(&[*row, 0]), flags].concat()));
        sheet.push((6, [longs(&[*column, 0]), wide(text)].concat()));
    }
    sheet.extend([
        (0x92, vec![]),
        (0xB1, longs(&[1])),
        (0xB0, longs(&[0, 1, 0, 0])),
        (0xB2, vec![]),
        (0x82, vec![]),
    ]);
    let package =
        String::from_utf8_lossy(PACKAGE_RELATIONS).replace("workbook.xml", "workbook.bin");
    let relations = String::from_utf8_lossy(WORKBOOK_RELATIONS).replace("sheet1.xml", "sheet1.bin");
    packed(&[
        ("_rels/.rels", package.as_bytes()),
        ("xl/workbook.bin", &workbook),
        ("xl/_rels/workbook.bin.rels", relations.as_bytes()),
        ("xl/worksheets/sheet1.bin", &records(&sheet)),
    ])
}

#[test]
fn what_lies_far_apart_takes_no_gigabytes() {
    let bytes = binary_workbook(&[
        (0, 0, "Date"),
        (0, 1, "Details"),
        (1, 1, "Rang"),
        (1_048_575, 16_383, "x"),
    ]);
    let file = read_bytes("far.xlsb", &bytes, &Silent).expect("a table");
    let rows = &file.tables[0].rows;
    assert_eq!(rows.len(), 4, "one blank row between: {:?}", file.notes);
    assert!(rows[1].hidden && rows[1].cells[0].merged, "{:?}", rows[1]);
    let fault = read(&fixture("far_apart.xls"), &Silent).expect_err("too large");
    assert!(
        fault.to_string().contains("more than 5,000,000 cells"),
        "{fault}"
    );
}

/// What a sheet of an `.xls` states of its size: first row, row behind the last, and the same of columns.
fn stated(rows: (u32, u32), columns: (u16, u16)) -> Vec<u8> {
    let mut content = longs(&[rows.0, rows.1]);
    content.extend(columns.0.to_le_bytes());
    content.extend(columns.1.to_le_bytes());
    content
}

/// Room is taken for what a sheet claims before any of its cells is seen: too much of it would end the program.
#[test]
fn a_sheet_that_claims_to_be_large_takes_no_gigabytes() {
    let honest = std::fs::read(fixture("ambulance.xls")).expect("a fixture");
    let find = |record: [u8; 4]| {
        let mut fours = honest.windows(4);
        fours.position(|four| four == record).expect("there") + 4
    };
    let (size, row) = (find([0, 2, 14, 0]), find([8, 2, 16, 0]));
    assert!(size < row);
    let endless = stated((0, u32::MAX / 2), (0, 3));
    for (what, first, second) in [
        ("rows without end", &endless, None),
        (
            "rows that end before they begin",
            &stated((9, 3), (0, 3)),
            None,
        ),
        (
            "columns beyond those there are",
            &stated((0, 65_536), (0x8000, 0x8001)),
            None,
        ),
        (
            "a size that is put right later",
            &endless,
            Some(stated((0, 3), (0, 3))),
        ),
    ] {
        let mut claims = honest.clone();
        claims[size..size + 12].copy_from_slice(first);
        if let Some(second) = second {
            claims[row - 4..row - 2].copy_from_slice(&[0, 2]);
            claims[row..row + 12].copy_from_slice(&second);
        }
        let fault = read_bytes("claims.xls", &claims, &Silent).expect_err(what);
        assert!(
            fault.to_string().contains("claims more cells"),
            "{what}: {fault}"
        );
    }
    let mut whole = honest.clone();
    whole[size..size + 12].copy_from_slice(&stated((0, 65_536), (0, 256)));
    let file = read_bytes("whole.xls", &whole, &Silent).expect("as large as the format allows");
    assert_eq!(file.tables[0].rows.len(), 3);
}

#[test]
fn one_broken_cell_does_not_lose_the_sheet() {
    let file = read_bytes(
        "x.xlsx",
        &sheet(
            "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Date</v></c><c r=\"B1\" t=\"str\"><v>Details</v></c></row>\
             <row r=\"2\"><c r=\"A2\" t=\"str\"><v>01/02/2019</v></c><c r=\"B2\" t=\"e\"><v>#SPILL!</v></c></row>\
             <row r=\"3\"><c r=\"A3\" t=\"str\"><v>02/02/2019</v></c><c r=\"B3\"><f>1+1</f></c></row>",
        ),
        &Silent,
    )
    .expect("a table");
    let understood = understood(&file.tables[0], None);
    let texts: Vec<&str> = understood
        .entries
        .iter()
        .map(|entry| &*entry.text)
        .collect();
    assert_eq!(texts, ["#SPILL!", "=1+1"]);
    assert_eq!(
        understood
            .doubts
            .iter()
            .filter(|doubt| doubt.column == Some(1))
            .count(),
        2
    );
}
