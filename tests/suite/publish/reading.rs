//! Outputs opened again by other libraries than those that wrote them.

use std::fs;
use std::io::Read;
use std::path::Path;

use calamine::{Data, Reader};

/// Parts of a Word or Excel file by name, each checked to be well-formed.
pub fn parts(path: &Path) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(fs::File::open(path).expect("a file")).expect("a zip");
    (0..archive.len())
        .map(|index| {
            let mut part = archive.by_index(index).expect("a part");
            let name = part.name().expect("a name").into_owned();
            let mut text = String::new();
            part.read_to_string(&mut text).expect("UTF-8");
            let mut reader = quick_xml::Reader::from_str(&text);
            while !matches!(
                reader
                    .read_event()
                    .unwrap_or_else(|error| panic!("{name}: {error}")),
                quick_xml::events::Event::Eof
            ) {}
            (name, text)
        })
        .collect()
}

pub fn part(path: &Path, name: &str) -> String {
    let parts = parts(path);
    parts
        .into_iter()
        .find(|(known, _)| known == name)
        .unwrap_or_else(|| panic!("{name}"))
        .1
}

pub fn cells(path: &Path) -> Vec<Vec<Data>> {
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(path).expect("a workbook");
    let sheet = book.sheet_names()[0].clone();
    let range = book.worksheet_range(&sheet).expect("a sheet");
    range.rows().map(<[Data]>::to_vec).collect()
}

pub fn records(path: &Path) -> Vec<Vec<String>> {
    let bytes = fs::read(path).expect("a file");
    let text = bytes
        .strip_prefix("\u{FEFF}".as_bytes())
        .expect("a byte order mark");
    csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text)
        .records()
        .map(|record| {
            record
                .expect("a record")
                .iter()
                .map(str::to_owned)
                .collect()
        })
        .collect()
}
