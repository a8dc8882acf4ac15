//! Damaged, hostile and mistaken files: a clear error, or all that can be read, and never a panic.

mod workbooks;

use std::io::{Cursor, Write as _};

use lantern::jobs::Silent;
use lantern::returns::{Fate, ReturnError, read, read_bytes};
use proptest::prelude::*;
use zip::write::SimpleFileOptions;

use super::{fixture, understood};

/// Parts of an office file, packed.
fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default())
            .expect("a part");
        zip.write_all(content).expect("written");
    }
    zip.finish().expect("a zip").into_inner()
}

/// A zip file with one part that unpacks to more than the limit.
fn blanks() -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("blanks", SimpleFileOptions::default())
        .expect("a part");
    let megabyte = vec![b' '; 1024 * 1024];
    for _ in 0..401 {
        zip.write_all(&megabyte).expect("written");
    }
    zip.finish().expect("a zip").into_inner()
}

/// The parts, and the only part of `other` under a new name.
fn with_part(parts: &[(&str, &[u8])], name: &str, other: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new_append(Cursor::new(packed(parts))).expect("a zip to add to");
    let mut other = zip::ZipArchive::new(Cursor::new(other)).expect("a zip");
    let part = other.by_index_raw(0).expect("a part");
    zip.raw_copy_file_rename(part, name).expect("copied");
    zip.finish().expect("a zip").into_inner()
}

const WORKBOOK_RELATIONS: &[u8] = br#"<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const PACKAGE_RELATIONS: &[u8] = br#"<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const WORKBOOK: &[u8] = br#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>"#;

fn workbook(sheet: &[u8]) -> Vec<u8> {
    packed(&[
        ("_rels/.rels", PACKAGE_RELATIONS),
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", WORKBOOK_RELATIONS),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

fn word(body: &str) -> Vec<u8> {
    let document = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    packed(&[("word/document.xml", document.as_bytes())])
}

fn sheet(rows: &str) -> Vec<u8> {
    workbook(format!("<worksheet><sheetData>{rows}</sheetData></worksheet>").as_bytes())
}

#[test]
fn what_word_hides_moves_and_deletes_is_said() {
    let cell = |inside: &str| format!("<w:tc><w:p>{inside}</w:p></w:tc>");
    let row = |properties: &str, text: &str| {
        let date = cell("<w:r><w:t>01/02/2019</w:t></w:r>");
        format!(
            "<w:tr><w:trPr>{properties}</w:trPr>{date}{}</w:tr>",
            cell(text)
        )
    };
    for (properties, inside, text, why) in [
        (
            "",
            "<w:r><w:t>One</w:t><w:br/><w:t>two</w:t></w:r>",
            "One\ntwo",
            None,
        ),
        (
            "",
            "<w:r><w:sym w:char=\"F0FE\"/><w:t xml:space=\"preserve\"> asked</w:t></w:r>",
            "☒ asked",
            None,
        ),
        (
            "",
            "<w:r><w:t>Kept</w:t></w:r><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom>",
            "Kept",
            Some("deleted this wording"),
        ),
        (
            "",
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Unseen</w:t></w:r>",
            "Unseen",
            Some("hidden text"),
        ),
        (
            "",
            "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>A mark only</w:t></w:r>",
            "A mark only",
            None,
        ),
        (
            "",
            "<mc:Choice><w:t>Box</w:t></mc:Choice><mc:Fallback><w:t>Box</w:t></mc:Fallback>",
            "Box",
            None,
        ),
        (
            "<w:hidden/>",
            "<w:r><w:t>Row</w:t></w:r>",
            "Row",
            Some("hidden in the agency’s file"),
        ),
    ] {
        let body = format!(
            "<w:tbl>{}{}</w:tbl>",
            row("", "<w:t>First</w:t>"),
            row(properties, inside)
        );
        let file = read_bytes("x.docx", &word(&body), &Silent).expect(text);
        let understood = understood(&file.tables[0], None);
        assert_eq!(understood.entries[1].text, text);
        let said = |why: &str| {
            understood
                .doubts
                .iter()
                .any(|doubt| doubt.row == 2 && doubt.why.contains(why))
        };
        assert!(why.is_none_or(said), "{text}: {:?}", understood.doubts);
    }
    let deleted = row(
        "<w:del/>",
        "<w:del><w:r><w:delText>Struck out</w:delText></w:r></w:del>",
    );
    let body = format!("<w:tbl>{}{deleted}</w:tbl>", row("", "<w:t>First</w:t>"));
    let file = read_bytes("x.docx", &word(&body), &Silent).expect("a table");
    let understood = understood(&file.tables[0], None);
    assert_eq!(
        (understood.entries.len(), understood.fates[1]),
        (1, Fate::Blank)
    );
    assert!(
        understood
            .doubts
            .iter()
            .any(|doubt| doubt.wording == "Struck out")
    );
}

/// The start of an old office container with one name in its directory.
fn compound(name: &str) -> Vec<u8> {
    let mut bytes = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    bytes.resize(512, 0);
    bytes.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(2048, 0);
    bytes
}

#[test]
fn bad_files_get_a_clear_error() {
    let bomb = blanks();
    let expansion = b"<!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><worksheet><sheetData><row><c t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>";
    let strings: Vec<u8> = [vec![b' '; 70_000], expansion.to_vec()].concat();
    let police = std::fs::read(fixture("police.xlsx")).expect("a fixture");
    let long = format!("Date,Details\n1/2/2019,{}\n", "x".repeat(100_001));
    let nested = "<w:tbl><w:tr><w:tc>".repeat(30);
    let binary: Vec<u8> = (0..=255).cycle().take(4096).collect();
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("empty.csv", Vec::new(), "is empty"),
        ("blank.csv", b" \r\n\t\r\n".to_vec(), "is empty"),
        ("commas.csv", b",,,\n,,,\n".to_vec(), "has no rows"),
        ("empty.xlsx", sheet(""), "has no rows"),
        (
            "letter.docx",
            word("<w:p><w:r><w:t>Dear panel</w:t></w:r></w:p>"),
            "has text but no table",
        ),
        ("scan.csv", b"%PDF-1.7 ...".to_vec(), "is a PDF document"),
        ("photo.xlsx", b"\x89PNG\r\n\x1A\n".to_vec(), "is a picture"),
        ("old.docx", compound("WordDocument"), "save it as .docx"),
        (
            "export.xls",
            b"<html><body><p>Please log in</p>".to_vec(),
            "has text but no table",
        ),
        ("noise.csv", binary, "is no text"),
        (
            "secret.xlsx",
            compound("EncryptedPackage"),
            "is protected by a password",
        ),
        (
            "secret.docx",
            compound("EncryptedPackage"),
            "is protected by a password",
        ),
        (
            "cut.xlsx",
            police[..police.len() / 2].to_vec(),
            "is damaged or cut off",
        ),
        (
            "archive.docx",
            packed(&[("notes.txt", b"x")]),
            "is a packed archive",
        ),
        (
            "bomb.xlsx",
            with_part(
                &[
                    ("_rels/.rels", PACKAGE_RELATIONS),
                    ("xl/workbook.xml", WORKBOOK),
                    ("xl/_rels/workbook.xml.rels", WORKBOOK_RELATIONS),
                ],
                "xl/worksheets/sheet1.xml",
                &bomb,
            ),
            "unpack to more than 400 MB",
        ),
        (
            "bomb.docx",
            with_part(&[], "word/document.xml", &bomb),
            "unpack to more than 400 MB",
        ),
        (
            "entities.xlsx",
            workbook(expansion),
            "attack a reader (xl/worksheets/sheet1.xml)",
        ),
        (
            "hidden.xlsx",
            packed(&[
                ("_rels/.rels", PACKAGE_RELATIONS),
                ("xl/workbook.xml", WORKBOOK),
                ("xl/_rels/workbook.xml.rels", WORKBOOK_RELATIONS),
                ("xl/sharedStrings.xml", &strings),
                (
                    "xl/worksheets/sheet1.xml",
                    b"<worksheet><sheetData/></worksheet>",
                ),
            ]),
            "attack a reader (xl/sharedStrings.xml)",
        ),
        (
            "entities.docx",
            packed(&[("word/document.xml", expansion)]),
            "attack a reader (word/document.xml)",
        ),
        (
            "long.csv",
            long.into_bytes(),
            "a cell of more than 100,000 characters (line 2)",
        ),
        (
            "many.csv",
            "a,b\n".repeat(500_001).into_bytes(),
            "more than 500,000 rows",
        ),
        (
            "wide.csv",
            format!("{}\n", "a,".repeat(5_000_001)).into_bytes(),
            "more than 5,000,000 cells",
        ),
        ("deep.docx", word(&nested), "tables inside tables, 20 deep"),
    ];
    for (name, bytes, words) in cases {
        match read_bytes(name, &bytes, &Silent) {
            Err(fault) => {
                let said = fault.to_string();
                assert!(said.contains(words), "{name}: {said}");
                assert!(
                    said.contains(&format!("“{name}”")),
                    "{name} is not named: {said}"
                );
                assert!(said.contains("Nothing was imported."), "{name}: {said}");
            }
            Ok(file) => panic!("{name} was read: {file:?}"),
        }
    }
    let missing = read(&fixture("missing.csv"), &Silent).expect_err("no such file");
    assert!(
        matches!(missing, ReturnError::NotOpened { .. }),
        "{missing}"
    );
}

#[test]
fn names_that_lead_out_of_the_archive_are_harmless() {
    let file = read_bytes(
        "x.docx",
        &packed(&[
            ("../../outside.xml", b"<x/>"),
            ("/etc/other.xml", b"<x/>"),
            ("word/document.xml", "<w:tbl><w:tr><w:tc><w:t>1/2/2019</w:t></w:tc><w:tc><w:t>Rang &amp; left.</w:t></w:tc></w:tr></w:tbl>".as_bytes()),
        ]),
        &Silent,
    )
    .expect("a table");
    assert_eq!(file.tables[0].rows[0].text(1), "Rang & left.");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn no_bytes_break_the_reader(
        bytes in prop::collection::vec(any::<u8>(), 0..600),
        ending in prop::sample::select(vec!["csv", "tsv", "txt", "xlsx", "docx", "xls", "ods", "xlsb"]),
    ) {
        if let Ok(file) = read_bytes(&format!("x.{ending}"), &bytes, &Silent) {
            understood(&file.tables[0], None);
        }
    }

    #[test]
    fn no_damage_to_a_file_breaks_the_reader(
        name in prop::sample::select(vec!["police.xlsx", "housing chronology FINAL v2.docx", "ambulance.xls", "refuge.ods", "gp_extract.txt"]),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
    ) {
        let mut bytes = std::fs::read(fixture(name)).expect("a fixture");
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(file) = read_bytes(name, &bytes, &Silent) {
            understood(&file.tables[0], None);
        }
    }
}
