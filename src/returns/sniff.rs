//! What a file is, by its content; its ending is only compared with it.

use super::ReturnError;
use super::archive::{Archive, main_part};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Delimited,
    Workbook,
    /// `.xls`, `.xlsb` and `.ods`, which calamine reads whole.
    OldWorkbook,
    BinaryWorkbook,
    OpenSheet,
    Word,
    WebPage,
}

impl Kind {
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Delimited => "text table",
            Self::Workbook => "Excel workbook",
            Self::OldWorkbook => "Excel 97–2003 workbook",
            Self::BinaryWorkbook => "Excel binary workbook",
            Self::OpenSheet => "OpenDocument spreadsheet",
            Self::Word => "Word document",
            Self::WebPage => "web page",
        }
    }

    fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Delimited => &["csv", "tsv", "txt", "tab", "psv"],
            Self::Workbook => &["xlsx", "xlsm", "xltx", "xltm"],
            Self::OldWorkbook => &["xls", "xlt"],
            Self::BinaryWorkbook => &["xlsb"],
            Self::OpenSheet => &["ods"],
            Self::Word => &["docx", "docm", "dotx", "dotm"],
            Self::WebPage => &["html", "htm"],
        }
    }
}

const SAVE_AS: &str = "Open it in its own program and save it as Excel (.xlsx), Word (.docx) or CSV, or ask the agency for one of these.";
const TYPE_IT: &str = "Ask the agency for the Word, Excel or CSV file it was made from; a picture of a table cannot be quoted word for word.";
const UNPACK: &str = "Unpack it first and import the files inside one by one.";

/// Beginnings of files that are no tables.
const SIGNATURES: &[(&[u8], &str, &str)] = &[
    (b"%PDF", "a PDF document", TYPE_IT),
    (b"\x89PNG", "a picture", TYPE_IT),
    (b"\xFF\xD8\xFF", "a picture", TYPE_IT),
    (b"GIF8", "a picture", TYPE_IT),
    (b"II*\0", "a picture", TYPE_IT),
    (b"MM\0*", "a picture", TYPE_IT),
    (b"{\\rtf", "a rich-text (RTF) document", SAVE_AS),
    (b"7z\xBC\xAF", "a packed archive", UNPACK),
    (b"Rar!", "a packed archive", UNPACK),
    (b"\x1F\x8B", "a packed archive", UNPACK),
];

/// What the bytes are, and a sentence where the name says otherwise.
pub(super) fn kind(file: &str, bytes: &[u8]) -> Result<(Kind, Option<String>), ReturnError> {
    if bytes.iter().all(u8::is_ascii_whitespace) || matches!(bytes, b"\xEF\xBB\xBF") {
        return Err(ReturnError::Empty {
            file: file.to_owned(),
        });
    }
    let kind = by_content(file, bytes)?;
    let ending = file
        .rsplit_once('.')
        .map_or(String::new(), |(_, ending)| ending.to_lowercase());
    let note = (!kind.endings().contains(&&*ending)).then(|| {
        format!(
            "The name “{file}” does not say so, but by its content this is {} {}: it was read as such.",
            if matches!(kind, Kind::Delimited | Kind::Word | Kind::WebPage) { "a" } else { "an" },
            kind.words()
        )
    });
    Ok((kind, note))
}

fn by_content(file: &str, bytes: &[u8]) -> Result<Kind, ReturnError> {
    let not_a_table = |what, advice| ReturnError::NotATable {
        file: file.to_owned(),
        what,
        advice,
    };
    for (start, what, advice) in SIGNATURES {
        if bytes.starts_with(start) {
            return Err(not_a_table(what, advice));
        }
    }
    if bytes.starts_with(b"PK") && matches!(bytes.get(2), Some(1..=8)) {
        return packed(file, bytes);
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return compound(file, bytes);
    }
    let start: Vec<u8> = bytes
        .iter()
        .take(1024)
        .map(u8::to_ascii_lowercase)
        .collect();
    let start = String::from_utf8_lossy(&start);
    let start = start.trim_start_matches('\u{FEFF}').trim_start();
    if ["<!doctype html", "<html", "<table", "<head", "<body"]
        .iter()
        .any(|tag| start.starts_with(tag))
    {
        return Ok(Kind::WebPage);
    }
    if start.starts_with("<?xml") {
        return Err(not_a_table("an XML file", SAVE_AS));
    }
    Ok(Kind::Delimited)
}

fn packed(file: &str, bytes: &[u8]) -> Result<Kind, ReturnError> {
    let mut archive = Archive::open(file, bytes)?;
    if archive.has("mimetype") && archive.has("content.xml") {
        let mut mime = String::new();
        if let Some(part) = archive.part("mimetype")? {
            // Not read: then it is not the type looked for.
            let _ = std::io::Read::read_to_string(&mut std::io::Read::take(part, 200), &mut mime);
        }
        return match mime.trim() {
            "application/vnd.oasis.opendocument.spreadsheet"
            | "application/vnd.oasis.opendocument.spreadsheet-template" => Ok(Kind::OpenSheet),
            _ => Err(ReturnError::NotATable {
                file: file.to_owned(),
                what: "an OpenDocument file that is no spreadsheet",
                advice: SAVE_AS,
            }),
        };
    }
    let main = main_part(&mut archive)?.unwrap_or_default();
    let is_in = |folder: &str| main.starts_with(folder) && archive.has(&main);
    if is_in("word/") || archive.has("word/document.xml") {
        Ok(Kind::Word)
    } else if main.ends_with(".bin") && archive.has(&main) {
        Ok(Kind::BinaryWorkbook)
    } else if is_in("xl/") || archive.has("xl/workbook.xml") {
        Ok(Kind::Workbook)
    } else {
        Err(ReturnError::NotATable {
            file: file.to_owned(),
            what: "a packed archive or another program's document",
            advice: UNPACK,
        })
    }
}

/// The container of old and of encrypted office files: streams are known by their names in its directory.
fn compound(file: &str, bytes: &[u8]) -> Result<Kind, ReturnError> {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    if has("EncryptedPackage") || has("EncryptionInfo") {
        Err(ReturnError::PasswordProtected {
            file: file.to_owned(),
        })
    } else if has("WordDocument") {
        Err(ReturnError::NotATable {
            file: file.to_owned(),
            what: "an old Word document (.doc)",
            advice: "Open it in Word, save it as .docx, and import that.",
        })
    } else if has("Workbook") || has("Book") {
        Ok(Kind::OldWorkbook)
    } else {
        Err(ReturnError::NotATable {
            file: file.to_owned(),
            what: "an old office file or an e-mail",
            advice: SAVE_AS,
        })
    }
}
