use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::gathered::Gathered;
use super::office;

/// An archive, and what is one: Word, Excel and OpenDocument files.
pub(super) fn read(bytes: &[u8], gathered: &mut Gathered) {
    let mut archive = match ZipArchive::new(Cursor::new(bytes)) {
        Ok(archive) => archive,
        Err(fault) => return gathered.cannot_read(format!("it is damaged ({fault})")),
    };
    gathered.text(
        "comment of the archive",
        String::from_utf8_lossy(archive.comment()),
    );
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    for at in 0..archive.len() {
        let mut part = match archive.by_index(at) {
            Ok(part) => part,
            Err(fault) => {
                gathered.cannot_read(format!("a file in it cannot be unpacked ({fault})"));
                continue;
            }
        };
        let name = String::from_utf8_lossy(part.name_raw()).into_owned();
        gathered.text("names of files", name.clone());
        gathered.text("comment of a file", part.comment().to_string());
        let room = gathered.room();
        let mut unpacked = Vec::new();
        let read = part.by_ref().take(room + 1).read_to_end(&mut unpacked);
        gathered.has_unpacked(unpacked.len());
        if unpacked.len() as u64 > room {
            gathered.cannot_read("it unpacks to more than any honest file does");
            return;
        }
        match read {
            Ok(_) => parts.push((name, unpacked)),
            Err(fault) => gathered.cannot_read_part(&name, format!("it is damaged ({fault})")),
        }
    }
    if archive_has_more(bytes, &parts) {
        gathered.cannot_read("it holds files that its list of contents does not name");
    }
    office::read(&parts, gathered);
}

/// Files that were taken out of the list of contents but not out of the archive.
fn archive_has_more(bytes: &[u8], parts: &[(String, Vec<u8>)]) -> bool {
    let headers = bytes
        .windows(4)
        .filter(|mark| *mark == b"PK\x03\x04")
        .count();
    let inner: usize = parts
        .iter()
        .filter(|(_, part)| part.starts_with(b"PK\x03\x04"))
        .map(|(_, part)| {
            part.windows(4)
                .filter(|mark| *mark == b"PK\x03\x04")
                .count()
        })
        .sum();
    headers > parts.len() + inner
}
